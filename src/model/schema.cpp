#include "model/schema.h"

#include <algorithm>
#include <array>

#include "base/assertion.h"
#include "base/text.h"
#include "model/options.h"
#include "model/schema_table.h"

namespace kith {

namespace {

using schema_table::fields;
using schema_table::kind_count;
using schema_table::Range;
using schema_table::ranges;

constexpr KindSpec kinds[] = {
    {Kind::person, "person"},
    {Kind::organisation, "organisation"},
    {Kind::affiliation, "affiliation"},
    {Kind::tie, "tie"},
    {Kind::interaction, "interaction"},
    {Kind::favour, "favour"},
    {Kind::mentorship, "mentorship"},
    {Kind::event, "event"},
    {Kind::project, "project"},
    {Kind::goal, "goal"},
    {Kind::milestone, "milestone"},
    {Kind::action, "action"},
    {Kind::opportunity, "opportunity"},
    {Kind::insight, "insight"},
    {Kind::achievement, "achievement"},
    {Kind::challenge, "challenge"},
    {Kind::celebration, "celebration"},
    {Kind::setting, "setting"},
    {Kind::saved_filter, "saved_filter"},
};
static_assert(std::size(kinds) == kind_count - 1, "every kind but none has its line");

constexpr bool numbers_are_dense = [] {
    for (const Range& range : ranges) {
        for (std::uint16_t i = range.begin; i < range.end; ++i) {
            if (fields[i].id.number() != i - range.begin) return false;
        }
    }
    return true;
}();
static_assert(numbers_are_dense, "fields of a kind are listed together and numbered 0, 1, 2 …");

}  // namespace

std::span<const KindSpec> all_kinds() {
    return kinds;
}
std::span<const FieldSpec> all_fields() {
    return fields;
}

std::span<const FieldSpec> fields_of(Kind kind) {
    const auto index = static_cast<std::size_t>(kind);
    if (index >= kind_count) return {};
    const Range range = ranges[index];
    return std::span(fields).subspan(range.begin, range.end - range.begin);
}

const KindSpec* find_kind(Kind kind) {
    const auto at = std::ranges::find(kinds, kind, &KindSpec::kind);
    return at != std::end(kinds) ? at : nullptr;
}

const KindSpec* find_kind(std::string_view key) {
    const auto at = std::ranges::find(kinds, key, &KindSpec::key);
    return at != std::end(kinds) ? at : nullptr;
}

const FieldSpec* find_field(FieldId id) {
    const auto of_kind = fields_of(id.kind());
    return id.number() < of_kind.size() ? &of_kind[id.number()] : nullptr;
}

const FieldSpec* find_field(Kind kind, std::string_view key) {
    const auto of_kind = fields_of(kind);
    const auto at = std::ranges::find(of_kind, key, &FieldSpec::key);
    return at != of_kind.end() ? &*at : nullptr;
}

std::vector<std::string_view> list_of(const FieldSpec& field) {
    return field.list.empty() ? std::vector<std::string_view>{} : split(field.list, ' ');
}

std::size_t part_index(const FieldSpec& field, std::string_view part) {
    const auto parts = list_of(field);
    const auto at = std::ranges::find(parts, part);
    return at != parts.end() ? static_cast<std::size_t>(at - parts.begin()) : std::string_view::npos;
}

std::uint8_t option_number(FieldId field, std::string_view key) {
    if (key.empty()) return 0;
    const FieldSpec* spec = find_field(field);
    KITH_ASSERT(spec != nullptr);
    std::string_view list = spec->list;
    for (std::uint8_t number = 1; !list.empty(); ++number) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == key) return number;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return unknown_option;
}

std::string_view option_key(FieldId field, std::uint8_t number) {
    const FieldSpec* spec = find_field(field);
    KITH_ASSERT(spec != nullptr);
    const auto keys = list_of(*spec);
    return number > 0 && number <= keys.size() ? keys[number - 1u] : std::string_view{};
}

}  // namespace kith
