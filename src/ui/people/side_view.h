// Two people, or two organisations, side by side, with what speaks for and against their being one, and the answers:
// the screen of everyone who asks that, before an import and after it. It knows how the question looks and no more;
// who asks says what is compared and does what is answered.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/people/side_by_side.h"
#include "ui/session/session.h"
#include "ui/words/evidence.h"
#include "widgets/avatars.h"
#include "widgets/tags.h"

namespace kith::ui {

enum class SameAnswer : std::uint8_t { none, same, different, later };

/// A question in the list of them.
struct SameItem {
    std::string name = {}, detail = {};
    std::uint64_t key = 0;  // decides the colour of their avatar
    std::string_view photo = {};
    bool organisation = false;
    SameAnswer answer = SameAnswer::none;  // it stays in the list with it
};

/// Those to look at, then those that are certain.
struct SameList {
    std::size_t doubtful = 0, certain = 0;
    std::size_t open = 0;  // of the doubtful, without an answer
    std::function<SameItem(std::size_t)> item = {};
    std::size_t at = 0;                // the one that is open
    std::string join_certain = {};     // the button that joins all who are certain; empty: there is none
    std::string certain_promise = {};  // below it
};

/// The question that is open.
struct SameQuestion {
    std::string name = {}, standing = {};  // "Maja Lindqvist", "1 of 3 · likely, not certain"
    std::string first = {},
                second = {};  // where either is from: "Here since 19 November", "In the file, line 31"
    std::span<const SideRow> rows = {};
    SameEvidence evidence = {};
    std::string promise = {};   // what joining does
    std::string combined = {};  // what the second was put together from, if it was, and can be split into
    bool organisations = false;
    SameAnswer answer = SameAnswer::none;
    bool asked = true;  // else there is nothing to answer any more
};

struct SameScreen {
    std::string title = {}, detail = {}, back = {};
    SameList list = {};
    SameQuestion question = {};
};

struct SameResult {
    SameAnswer answer = SameAnswer::none;
    std::optional<std::size_t> go_to;  // a place in the list
    struct Word {
        std::size_t row = 0;
        bool second_counts = false;
    };
    std::optional<Word> word;
    bool join_certain = false, split = false, back = false;
};

/// Which question the list was last scrolled to.
struct SameScroll {
    std::size_t at = ~std::size_t{0};
};

/// S, D and L answer, the arrows walk the list, Escape goes back. Everything of the question is in view on a screen of
/// 1440 × 900 and of 390 × 844; only rows of many fields scroll.
SameResult draw_same(Session& session, ImRect area, const SameScreen& screen, SameScroll& scroll);

/// "Here since 19 November"
std::string here_since(const Session& session, RecordId record);

}  // namespace kith::ui
