#include "exchange/sheet/cells.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

namespace {

constexpr std::string_view between = " ::: ";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "+43 1 234", "+1 (212) 555-0100": a space between figures is in no formula.
bool is_written_for_the_telephone(std::string_view text) {
    constexpr std::string_view of_numbers = "0123456789 ()/.-+x";
    if (text.front() != '+' || text.find_first_not_of(of_numbers) != std::string_view::npos) return false;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const char before = text[i - 1], after = text[i + 1];
        if (text[i] == ' ' && (is_digit(before) || before == ')') && (is_digit(after) || after == '('))
            return true;
    }
    return false;
}

bool runs_as_a_formula(std::string_view text) {
    switch (text.front()) {
        case '=':
        case '@':
        case '\t':
        case '\r':
        case '\n': return true;
        case '+':
        case '-': return text.size() > 1 && !is_written_for_the_telephone(text);
        default: return false;
    }
}

/// "0049", "4915112345678901": what is shown afterwards is not what was written.
bool changes_as_a_number(std::string_view text) {
    constexpr std::size_t shown_in_full = 11;
    if (!std::ranges::all_of(text, is_digit)) return false;
    return (text.size() > 1 && text.front() == '0') || text.size() > shown_in_full;
}

bool needs_a_guard(std::string_view text) {
    return !text.empty() && (runs_as_a_formula(text) || changes_as_a_number(text));
}

/// Behind all apostrophes: so that one which somebody wrote themselves stays theirs.
std::string_view behind_apostrophes(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

}  // namespace

std::string guarded(std::string_view text) {
    return needs_a_guard(behind_apostrophes(text)) ? "'" + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view cell) {
    const bool is_guarded = cell.starts_with('\'') && needs_a_guard(behind_apostrophes(cell));
    return is_guarded ? cell.substr(1) : cell;
}

std::string joined_values(const std::vector<std::string_view>& values) {
    std::string joined;
    for (const std::string_view value : values) {
        if (!joined.empty()) joined += between;
        for (std::size_t i = 0; i < value.size();) {
            const std::size_t backslashes = std::min(value.find_first_not_of('\\', i), value.size()) - i;
            const std::string_view rest = value.substr(i + backslashes);
            joined.append(rest.starts_with(':') ? 2 * backslashes : backslashes, '\\');
            const bool joint = rest.starts_with(":::");
            if (joint) joined += '\\';
            const std::size_t taken = joint ? 3 : rest.empty() ? 0 : 1;
            joined += rest.substr(0, taken);
            i += backslashes + taken;
        }
    }
    return joined;
}

std::vector<std::string> split_values(std::string_view cell) {
    std::vector<std::string> values;
    while (!cell.empty()) {
        const std::size_t end = cell.find(between);
        const std::string_view one = trim(cell.substr(0, end));
        std::string value;
        for (std::size_t i = 0; i < one.size(); ++i) {
            const std::size_t backslashes = std::min(one.find_first_not_of('\\', i), one.size()) - i;
            const bool before_colon = one.substr(i + backslashes).starts_with(':');
            value.append(before_colon ? backslashes / 2 : backslashes, '\\');
            i += backslashes;
            if (i < one.size()) value += one[i];
        }
        if (!value.empty()) values.push_back(std::move(value));
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + between.size());
    }
    return values;
}

}  // namespace kith
