#include "exchange/card_trees/jcard.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/card_trees/card_lines.h"
#include "exchange/records/json_reader.h"
#include "exchange/vcard/cards.h"
#include "exchange/vcard/values.h"

namespace kith {

namespace {

/// A property is a name, parameters, the type of its values, and these.
constexpr std::size_t first_value = 3;

bool is_text(std::string_view type) {
    return type == "text";
}

/// One value: of several parts, those are parted by semicolons, and what a part has several of by commas.
std::string written(const JsonValue& value, bool text) {
    const auto plain = [&](const JsonValue& one) {
        return text ? escaped(one.word()) : std::string(one.word());
    };
    if (!value.is(JsonValue::Type::array)) return plain(value);
    std::string parts;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) parts += ';';
        const JsonValue& part = value.items[i];
        for (std::size_t j = 0; j < part.items.size(); ++j)
            parts += (j > 0 ? "," : "") + plain(part.items[j]);
        parts += plain(part);
    }
    return parts;
}

void add_property(CardLines& lines, const JsonValue& property) {
    if (property.items.size() <= first_value) return;
    const std::string name = ascii_lower(property.items[0].word());
    if (name == "version") return;
    std::vector<CardLines::Parameter> parameters;
    std::string group;
    for (const auto& [parameter, value] : property.items[1].members) {
        const auto add = [&](const JsonValue& one) {
            if (equal_ignoring_ascii_case(parameter, "group"))
                group = one.word();
            else
                parameters.push_back({parameter, std::string(one.word())});
        };
        if (value.is(JsonValue::Type::array))
            std::ranges::for_each(value.items, add);
        else
            add(value);
    }
    const std::string_view type = property.items[2].word();
    if (type == "uri" && name != "url") parameters.push_back({"VALUE", "uri"});
    std::string values;
    for (std::size_t i = first_value; i < property.items.size(); ++i)
        values += (i > first_value ? "," : "") + written(property.items[i], is_text(type));
    lines.add(name, parameters, values, group);
}

Slices read_card(FileReading& file, const JsonValue& card, std::size_t line) {
    if (card.items.size() < 2 || !equal_ignoring_ascii_case(card.items[0].word(), "vcard")) co_return;
    CardLines lines;
    for (const JsonValue& property : card.items[1].items)
        add_property(lines, property);
    co_await read_card_lines(file, lines.take(), line);
}

/// Whether the file is one card, by itself; nothing if it is no jCard.
std::optional<bool> is_single(std::string_view text) {
    JsonReader reader(text);
    if (reader.peek() != '[' || !reader.open('[') || !reader.next()) return std::nullopt;
    const bool single = reader.peek() == '"';
    if (!single && (reader.peek() != '[' || !reader.open('[') || !reader.next())) return std::nullopt;
    if (reader.peek() != '"' || !equal_ignoring_ascii_case(reader.value().word(), "vcard"))
        return std::nullopt;
    return single;
}

}  // namespace

Fit fit_jcard(const FileContent& content) {
    return is_single(content.text()) ? Fit::known : Fit::none;
}

Slices read_jcard(FileReading& file) {
    JsonReader reader(file.text());
    if (is_single(file.text()).value_or(false)) {
        const JsonValue card = reader.value();
        if (!reader.failed()) co_await read_card(file, card, 1);
    } else if (reader.open('[')) {
        while (reader.next()) {
            reader.peek();  // past white space, to where the card begins
            const std::size_t line = reader.line();
            const JsonValue card = reader.value();
            if (!reader.failed()) co_await read_card(file, card, line);
            if (file.piece_done(reader.offset())) co_await next_slice;
        }
    }
    if (reader.failed()) file.notice({"import.broken", {reader.line()}});
}

}  // namespace kith
