// One property of a vCard from its lines (see reader.h): name, parameters and value, whatever it was encoded with.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "exchange/vcard/reader.h"

namespace kith {

namespace {

bool same(std::string_view a, std::string_view b) {
    return equal_ignoring_ascii_case(a, b);
}

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
            c == '_';
    });
}

/// In quoted-printable a line that ends with "=" goes on with the next, whose first blank is one of the text.
bool goes_on_as_quoted_printable(std::string_view line) {
    if (!line.ends_with('=')) return false;
    constexpr std::size_t longest_head = 1000;
    const std::string before = ascii_lower(line.substr(0, std::min(line.find(':'), longest_head)));
    return before.find("quoted-printable") != std::string::npos;
}

bool is_base64(std::string_view line) {
    return !line.empty() && std::ranges::all_of(line, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
            c == '/' || c == '=';
    });
}

/// Whether the bytes end inside a letter of UTF-8.
bool ends_inside_a_letter(std::string_view bytes) {
    std::size_t after = 0;
    while (after < 3 && after < bytes.size() &&
        (static_cast<unsigned char>(bytes[bytes.size() - 1 - after]) & 0xC0) == 0x80)
        ++after;
    if (after == bytes.size()) return false;
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - 1 - after]);
    const std::size_t follow = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    return lead < 0xF8 && after < follow;
}

/// Whether a line of quoted-printable breaks off inside a letter, or inside the signs that stand for a byte.
bool breaks_off_inside(std::string_view line) {
    constexpr std::size_t enough = 12;  // for the longest letter
    if (line.ends_with('=')) line.remove_suffix(1);
    const std::string end = from_quoted_printable(line.substr(line.size() - std::min(line.size(), enough)));
    const std::string_view last = line.substr(line.size() - std::min<std::size_t>(line.size(), 2));
    return ends_inside_a_letter(end) || last.contains('=');  // "=D" and then "0"
}

bool begins_with_blank(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

}  // namespace

/// Takes one more line of the value at hand, if it has one.
bool VcardReader::go_on() {
    if (at_ >= bytes_.size()) return false;
    std::string_view peeked = without_indent(bytes_.substr(at_, 100));
    switch (gathering_) {
        case Gathering::nothing: return false;
        case Gathering::folded: {
            const bool soft_break = pieces_.size() == 1 && goes_on_as_quoted_printable(pieces_[0]);
            if (soft_break || !goes_on_folded()) return false;
            // Bytes are joined before anything is decoded, since a fold may cut a UTF-8 sequence.
            const std::string_view line = without_indent(take_line());
            add_piece(line.substr(1));
            return true;
        }
        case Gathering::quoted_printable:
            if (!breaks_softly_ || take_mark(peeked) != Mark::none) return false;
            {
                const std::string_view line = without_indent(take_line());
                breaks_softly_ = line.ends_with('=');
                add_piece(line);
            }
            return true;
        case Gathering::base64: {
            // Base64 that was broken into lines without folding them: lines of nothing else go on with it.
            const std::string_view start = peeked.substr(0, peeked.find_first_of("\r\n"));
            if (!is_base64(start)) return false;
            add_piece(without_indent(take_line()));
            return true;
        }
    }
    return false;
}

/// All lines are there: of the property, or of its value.
void VcardReader::finish_lines() {
    switch (std::exchange(gathering_, Gathering::nothing)) {
        case Gathering::nothing: break;
        case Gathering::folded: read_head(joined()); break;
        case Gathering::quoted_printable: {
            // Where a line that breaks off inside a letter goes on behind a blank, the program has folded it as well:
            // then no blank there is the text's, in this value or in others.
            const std::span lines(pieces_);
            const bool may_be = std::ranges::all_of(lines.subspan(1), begins_with_blank);
            const bool inside =
                lines.size() > 1 && std::ranges::any_of(lines.first(lines.size() - 1), breaks_off_inside);
            folds_quoted_printable_ = folds_quoted_printable_ || (may_be && inside);
            const bool folded = may_be && folds_quoted_printable_;
            std::string text;
            for (std::size_t i = 0; i < pieces_.size(); ++i) {
                std::string_view piece = pieces_[i];
                if (piece.ends_with('=')) piece.remove_suffix(1);
                if (folded && i > 0) piece.remove_prefix(1);
                text += piece;
            }
            store(open_.back().keep(std::move(text)));
            break;
        }
        case Gathering::base64: store(joined()); break;
    }
}

void VcardReader::read_head(std::string_view line) {
    OpenCard& card = open_.back();
    property_.first_parameter = static_cast<std::uint32_t>(card.parameters.size());
    bool in_quotes = false;
    std::size_t colon = 0;
    std::size_t semicolon = std::string_view::npos;
    for (; colon < line.size(); ++colon) {
        if (line[colon] == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (line[colon] == ':') break;
        if (line[colon] == ';' && semicolon == std::string_view::npos) semicolon = colon;
    }
    if (colon >= line.size()) {
        colon = line.find(':');  // a quote that does not close
        if (colon != std::string_view::npos) semicolon = line.substr(0, colon).find(';');
    }
    std::string_view name = trim(line.substr(0, std::min(colon, semicolon)));
    if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
        property_.group = name.substr(0, dot);
        name.remove_prefix(dot + 1);
    }
    if (colon == std::string_view::npos || !is_name(name) || same(name, "BEGIN") || same(name, "END")) {
        problem(card.problems, VcardProblem::What::no_property, property_.line);
        // Kept, so that nothing is lost; no property of this name can come from a file.
        property_.group = {};
        property_.value = card.keep(repair_utf8(trim(line)));
        if (card.properties.size() < most_properties)
            card.properties.push_back(property_);
        else
            card.left_out.add({});
        return;
    }
    property_.name = name;
    if (semicolon < colon) read_parameters(line.substr(semicolon + 1, colon - semicolon - 1));
    const std::string_view value = line.substr(colon + 1);
    const std::string_view encoding = parameter_in(card, property_, "ENCODING");
    const bool quoted = same(encoding, "QUOTED-PRINTABLE");
    const bool goes_on = quoted ? value.ends_with('=')
                                : !encoding.empty() && !same(encoding, "8BIT") && !same(encoding, "7BIT");
    if (!goes_on) return store(value);
    gathering_ = quoted ? Gathering::quoted_printable : Gathering::base64;
    breaks_softly_ = quoted;
    pieces_.clear();
    size_of_pieces_ = 0;
    add_piece(value);
}

void VcardReader::read_parameters(std::string_view text) {
    OpenCard& card = open_.back();
    const auto add = [&](std::string_view name, std::string_view value) {
        card.parameters.push_back({name, value});
        ++property_.parameter_count;
    };
    const auto until = [](std::string_view& rest, char end) {
        bool in_quotes = false;
        std::size_t i = 0;
        for (; i < rest.size() && (in_quotes || rest[i] != end); ++i) {
            if (rest[i] == '"') in_quotes = !in_quotes;
        }
        if (in_quotes) i = std::min(rest.find(end), rest.size());
        const std::string_view part = rest.substr(0, i);
        rest.remove_prefix(std::min(i + 1, rest.size()));
        return part;
    };
    const auto plain = [&](std::string_view value) {
        value = trim(value);
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        if (value.find('^') == std::string_view::npos && is_valid_utf8(value)) return value;
        std::string out;  // RFC 6868
        for (std::size_t i = 0; i < value.size(); ++i) {
            const char after = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
            if (after == 'n')
                out += '\n';
            else if (after == '\'')
                out += '"';
            else if (after == '^')
                out += '^';
            else {
                out += value[i];
                continue;
            }
            ++i;
        }
        return card.keep(repair_utf8(out));
    };
    const std::size_t most = card.parameters.size() < many_parameters ? most_parameters : few_parameters;
    while (!text.empty() && property_.parameter_count < most) {
        std::string_view part = until(text, ';');
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) {  // bare, as in 2.1
            const std::string_view value = plain(part);
            const bool encoding =
                same(value, "QUOTED-PRINTABLE") || same(value, "BASE64") || same(value, "B");
            if (!value.empty()) add(encoding ? "ENCODING" : "TYPE", value);
            continue;
        }
        const std::string_view name = trim(part.substr(0, equals));
        std::string_view values = part.substr(equals + 1);
        if (!is_name(name)) continue;
        if (values.empty()) add(name, {});
        const bool list = same(name, "TYPE") || same(name, "PID") || same(name, "SORT-AS");
        while (!values.empty() && property_.parameter_count < most) {
            std::string_view one = plain(list ? until(values, ',') : std::exchange(values, {}));
            if (!list) {
                add(name, one);
                continue;
            }
            while (!one.empty() && property_.parameter_count < most)
                add(name, trim(until(one, ',')));  // TYPE="voice,home"
        }
    }
}

void VcardReader::store(std::string_view value) {
    OpenCard& card = open_.back();
    if (!has_room()) {
        if (is_member() && card.more_members.size() < most_members)
            card.more_members.push_back(decoded(value));
        else
            card.left_out.add(property_.name);
        return;
    }
    property_.value = decoded(value);
    card.agent_waits = none;
    if (same(property_.name, "VERSION")) {
        const std::string_view version = trim(property_.value);
        card.version = version == "2.1" ? VcardVersion::v2_1
            : version == "4.0"          ? VcardVersion::v4_0
                                        : VcardVersion::v3_0;
    } else if (same(property_.name, "AGENT") && trim(property_.value).empty()) {
        card.agent_waits = static_cast<std::uint32_t>(card.properties.size());
    }
    card.properties.push_back(property_);
}

bool VcardReader::has_room() const {
    constexpr std::string_view of_the_card[] = {"N", "FN", "UID", "KIND", "BDAY", "NOTE", "NICKNAME",
        "VERSION", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND"};
    const std::size_t count = open_.back().properties.size();
    const auto is = [&](std::string_view name) { return same(property_.name, name); };
    return count < most_properties || (count < 2 * most_properties && std::ranges::any_of(of_the_card, is));
}

bool VcardReader::is_member() const {
    return same(property_.name, "MEMBER") || same(property_.name, "X-ADDRESSBOOKSERVER-MEMBER");
}

std::string_view VcardReader::decoded(std::string_view value) {
    OpenCard& card = open_.back();
    if (same(parameter_in(card, property_, "ENCODING"), "QUOTED-PRINTABLE"))
        value = card.keep(from_quoted_printable(value));
    const std::string_view charset = parameter_in(card, property_, "CHARSET");
    const auto begins = [&](std::string_view word) { return same(charset.substr(0, word.size()), word); };
    const bool latin = begins("ISO-8859-1") || begins("WINDOWS-125") || same(charset, "LATIN1");
    if (!latin && is_valid_utf8(value)) return value;
    const bool utf8 = same(charset, "UTF-8") || same(charset, "UTF8");
    return card.keep(to_utf8(value, utf8 ? Encoding::utf8 : Encoding::windows_1252));
}

}  // namespace kith
