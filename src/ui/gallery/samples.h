// What the sections of the gallery share: their state, what their widgets say, and how a section looks. The
// words are made up and for those who build Kith, so they are in no catalogue.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "widgets/widgets.h"

namespace kith::ui {

/// What everything below the head of the gallery is drawn in.
enum class GalleryTheme : std::uint8_t { page, light, dark };

struct GalleryState {
    GalleryTheme theme = GalleryTheme::page;

    // Choices
    Tri ticked = Tri::yes;
    bool switched = true;
    int segment = 0, tab = 0, picked = 1, nothing_picked = -1;
    bool chip = true;

    // Fields
    std::string filled = "Ana Núñez", empty, strong = "Head of Nursing", wrong = "30/02/2026",
                fixed = "MedStaff", search, secret = "correct horse", in_place = "Met at the nurses’ day";
    std::string long_text, notes, arabic, typed;
    std::vector<std::string> tags{"nurse", "choir"};
    std::string tag_draft;

    // Rows
    bool done = false;
    TableState table;
    std::set<int> selected{1};
    int opened = 2;

    // What lies over the page
    bool dialog = false, alert = false, menu = false, panel = false;
    bool detailed = true;
    Toast toast;

    GalleryState();
};

namespace sample {

inline constexpr std::string_view words = "Ask Rosa about the ward";
inline constexpr std::string_view long_words =
    "Ask the head of the Rhine-Neckar regional association of hospital nurses, whom you met in the spring, "
    "whether "
    "the post that she spoke of has been advertised, and who decides about it";
inline constexpr std::string_view long_word =
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesbeauftragtenversammlungsvorsitzende";
inline constexpr std::string_view arabic = "اتصل بليلى قبل نهاية الأسبوع";
inline constexpr std::string_view hebrew = "שלום, נועה";
inline constexpr std::string_view japanese = "来週、田中さんに連絡する";

}  // namespace sample

/// A card with a heading around what `draw` puts into it.
void gallery_section(Ui& ui, Flow& page, std::string_view title, const std::function<void(Flow&)>& draw);
/// A small line above a widget that says which state it is in.
void caption(Ui& ui, Flow& flow, std::string_view text);

}  // namespace kith::ui
