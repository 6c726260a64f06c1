#include "exchange/cards/card_names.h"

#include <algorithm>

#include "identity/name_reading.h"
#include "model/fields.h"

namespace kith {

namespace {

void set(Card& card, Keeper& keeper, FieldId field, std::string_view text) {
    const auto at = std::ranges::find(card.entries, field, &Entry::field);
    if (at == card.entries.end()) {
        if (!text.empty()) card.entries.push_back({field, Value::text(keeper.keep(text))});
    } else if (text.empty()) {
        card.entries.erase(at);
    } else {
        at->value = Value::text(keeper.keep(text));
    }
}

bool has_words_around(const identity::ReadName& name) {
    return !name.titles.empty() || !name.honorifics.empty() || !name.credentials.empty() ||
        !name.generation.empty();
}

std::string written(const identity::ReadName& name) {
    return joined_name(prefix_of(name), name.given, name.additional, name.family, suffix_of(name));
}

}  // namespace

void tidy_name(Card& card, Keeper& keeper) {
    if (card.kind != Kind::person) return;
    const auto text = [&](FieldId field) { return std::string(card.text(field)); };
    const std::string given = text(person::given_name), family = text(person::family_name);
    if (given.empty() && family.empty()) return;
    identity::ReadName name = identity::read_name({.prefix = text(person::name_prefix),
        .given = given,
        .additional = text(person::additional_names),
        .family = family,
        .suffix = text(person::name_suffix),
        .shown = {},
        .phonetic_given = {},
        .phonetic_family = {}});
    // What stands in brackets or quotation marks would be lost with its place.
    if (!name.nicknames.empty() || !name.asides.empty() || !has_words_around(name)) return;
    if (given.empty() || family.empty()) {
        // A whole name in one field stays in it: which word is whose is a guess.
        const std::string& whole = given.empty() ? family : given;
        if (whole.contains(',') && !name.was_split) return;
        const std::string rest = joined_name({}, name.given, {}, name.family, {});
        name.given = given.empty() ? std::string{} : rest;
        name.family = given.empty() ? rest : std::string{};
    }
    if (name.given == given && name.family == family) return;
    set(card, keeper, person::name_prefix, prefix_of(name));
    set(card, keeper, person::given_name, name.given);
    set(card, keeper, person::family_name, name.family);
    set(card, keeper, person::name_suffix, suffix_of(name));
    const std::string shown = text(person::display_name);
    if (shown.empty()) return;
    const bool says_no_more = is_same_name(shown, written(name)) ||
        is_same_name(written(identity::read_name({.shown = shown})), written(name));
    if (says_no_more) set(card, keeper, person::display_name, {});
}

}  // namespace kith
