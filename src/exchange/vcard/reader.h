// vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), as found: one property after another, unfolded and decoded,
// whatever the line ends, the case of names and the honesty of the file. Cards may be glued together on one line,
// indented, never ended, or stand within each other, with AGENT or without.
//
// Reading never fails. What is odd (no END, a line that is no property) is said by problems().
//
// Cost: O(bytes), in steps of some hundred KB, and of a few MB where one value is that long. No more than a few
// cards and the value at hand are in memory.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/left_out.h"
#include "exchange/cards/read_step.h"
#include "exchange/vcard/values.h"

namespace kith {

struct VcardParameter {
    std::string_view name;   // "TYPE" also for the bare parameters of 2.1, in the case of the file otherwise
    std::string_view value;  // one of a list; without quotes
};

struct VcardProperty {
    std::string_view group;
    std::string_view
        name;  // as written: compare ignoring case; never BEGIN or END; empty for what is no property
    std::string_view value;  // unfolded UTF-8; quoted-printable is decoded, escapes are not
    std::uint32_t first_parameter = 0;
    std::uint32_t parameter_count = 0;
    std::uint32_t line = 0;  // 1 based
};

struct VcardProblem {
    enum class What : std::uint8_t { no_end, no_property, outside } what;
    std::uint32_t line = 0;
};

class VcardReader {
public:
    /// Values are read up to so many bytes; nobody takes more of any.
    static constexpr std::size_t longest_value = std::size_t{4} << 20;
    /// And in so many lines: those that programs write hold the longest in far fewer.
    static constexpr std::size_t most_lines = 250'000;
    /// A card is read up to so many properties, and after them those that say who it is about and who is in it.
    static constexpr std::size_t most_properties = 20'000;
    static constexpr std::size_t most_members = 1'000'000;
    /// A property has so many parameters at most, and those of a card that has many of them only a few.
    static constexpr std::size_t most_parameters = 1'000;
    static constexpr std::size_t many_parameters = 100'000;
    static constexpr std::size_t few_parameters = 20;

    /// `bytes` are UTF-8, or single-byte text whose charset its parameters say; they outlive the reader.
    explicit VcardReader(std::string_view bytes) : bytes_(bytes) {}

    /// Goes on towards the next card.
    ReadStep step();
    /// Moves to the next card, however long that takes. False at the end.
    bool next();

    /// The card at hand; all views are valid until the next call of step() or next().
    std::span<const VcardProperty> properties() const { return card_.properties; }
    std::span<const VcardParameter> parameters(const VcardProperty& property) const {
        return parameters_in(card_, property);
    }
    /// Values of MEMBER properties that properties() has no room for.
    std::span<const std::string_view> more_members() const { return card_.more_members; }
    VcardVersion version() const { return card_.version; }
    std::size_t line() const { return card_.line; }
    std::span<const VcardProblem> problems() const { return card_.problems; }
    /// Properties that there was no room for, by name.
    std::span<const LeftOut> left_out() const { return card_.left_out.all(); }

    std::size_t offset() const { return at_; }

    // Looking up parameters --------------------------------------------------------------------------
    std::string_view parameter(const VcardProperty& property, std::string_view name) const {
        return parameter_in(card_, property, name);
    }
    bool has_type(const VcardProperty& property, std::string_view type) const;

private:
    static constexpr std::uint32_t none = 0xffffffff;

    struct OpenCard {
        std::uint32_t line = 0;
        VcardVersion version = VcardVersion::v3_0;
        std::size_t start = 0;             // where it begins in the file
        std::string_view indent;           // what each of its lines begins with
        std::uint32_t agent = none;        // it is the value of that property of the card around it
        std::uint32_t agent_waits = none;  // the property that the next card in this one may be the value of
        std::vector<VcardProperty> properties;
        std::vector<VcardParameter> parameters;
        std::vector<std::string_view> more_members;
        std::vector<VcardProblem> problems;
        std::deque<std::string> made;  // text that is not in the file as such
        LeftOutCounts left_out;

        OpenCard() = default;
        OpenCard(const OpenCard&) = delete;  // views lead into what was made
        OpenCard& operator=(const OpenCard&) = delete;
        OpenCard(OpenCard&&) = default;
        OpenCard& operator=(OpenCard&&) = default;

        std::string_view keep(std::string text) { return made.emplace_back(std::move(text)); }
        void clear();
    };
    /// Lines that a value may still go on with.
    enum class Gathering : std::uint8_t { nothing, folded, quoted_printable, base64 };
    enum class Mark : std::uint8_t { none, begin, end };

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    OpenCard card_;               // at hand
    std::vector<OpenCard> open_;  // those not ended yet, each in the one before it
    std::vector<VcardProblem> outside_;
    bool is_mid_line_ = false;
    bool skips_line_ = false;  // the rest of a line that was longer than anybody takes
    // Where line ends are: a newline at line_feed_, none before looked_until_.
    std::size_t line_feed_ = 0;
    std::size_t looked_until_ = 0;
    bool folds_quoted_printable_ = false;  // the program that wrote the file did so
    // The property at hand.
    Gathering gathering_ = Gathering::nothing;
    VcardProperty property_;
    std::vector<std::string_view> pieces_;  // its lines, as far as they are read
    bool breaks_softly_ = false;            // the last of them, in quoted-printable: it goes on
    std::size_t size_of_pieces_ = 0;

    static std::span<const VcardParameter> parameters_in(
        const OpenCard& card, const VcardProperty& property) {
        return std::span(card.parameters).subspan(property.first_parameter, property.parameter_count);
    }
    static std::string_view parameter_in(
        const OpenCard& card, const VcardProperty& property, std::string_view name);

    // Lines (lines.cpp)
    std::size_t find_line_end();
    std::string_view take_line();
    void skip_line();
    void begin_again_at(std::string_view rest, std::uint32_t line);
    std::string_view without_indent(std::string_view line) const;
    bool goes_on_folded() const;
    static Mark take_mark(std::string_view& text);
    static bool is_marks_alone(std::string_view line);
    void add_piece(std::string_view piece);
    std::string_view joined();

    // Cards (reader.cpp)
    bool begin_line();
    bool open_card(std::size_t start, std::uint32_t line, std::string_view indent);
    bool close_card(std::size_t end);
    bool hand_out(std::size_t which);
    static void problem(std::vector<VcardProblem>& problems, VcardProblem::What what, std::uint32_t line);

    // Properties (property_lines.cpp)
    bool go_on();
    void finish_lines();
    void read_head(std::string_view line);
    void read_parameters(std::string_view text);
    void store(std::string_view value);
    bool has_room() const;
    bool is_member() const;
    std::string_view decoded(std::string_view value);
};

}  // namespace kith
