#include "exchange/card_trees/card_lines.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/vcard/values.h"

namespace kith {

namespace {

bool is_word(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool is_property(std::string_view name) {
    constexpr std::string_view of_the_card[] = {"begin", "end", "version"};
    return is_word(name) && !std::ranges::contains(of_the_card, ascii_lower(name));
}

/// On one line, as no property's value is on two.
std::string on_one_line(std::string_view value) {
    std::string line(value);
    std::ranges::replace_if(line, [](char c) { return c == '\r' || c == '\n'; }, ' ');
    return line;
}

}  // namespace

CardLines::CardLines() : lines_("BEGIN:VCARD\r\nVERSION:4.0\r\n") {}

void CardLines::add(std::string_view name, const std::vector<Parameter>& parameters, std::string_view value,
    std::string_view group) {
    if (value.empty()) return;
    if (!is_property(name)) {
        append_content_line(
            lines_, "X-KITH-COLUMN;X-NAME=" + parameter_value(name) + ":" + escaped(on_one_line(value)));
        return;
    }
    std::string line;
    if (is_word(group)) line += std::string(group) + ".";
    line += name;
    for (const Parameter& parameter : parameters) {
        if (is_word(parameter.name)) line += ";" + parameter.name + "=" + parameter_value(parameter.value);
    }
    append_content_line(lines_, line + ":" + on_one_line(value));
}

void CardLines::add_text(std::string_view name, const std::vector<Parameter>& parameters,
    std::string_view text, std::string_view group) {
    add(name, parameters, escaped(text), group);
}

void CardLines::add_labelled(std::string_view name, const std::vector<Parameter>& parameters,
    std::string_view value, std::string_view label) {
    if (label.empty() || value.empty()) return add(name, parameters, value);
    const std::string group = fresh_group();
    add(name, parameters, value, group);
    add("X-ABLabel", {}, escaped(label), group);
}

std::string CardLines::fresh_group() {
    return "item" + std::to_string(++groups_);
}

std::string CardLines::take() {
    lines_ += "END:VCARD\r\n";
    return std::move(lines_);
}

}  // namespace kith
