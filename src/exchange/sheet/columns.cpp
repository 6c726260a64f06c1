#include "exchange/sheet/columns.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"

namespace kith {

bool has_sheet_column(const FieldSpec& field) {
    // What one did with people here, and where they came from, is no matter of a table that is shared.
    constexpr FieldId kept_back[] = {
        person::sources, person::self, person::sample, state_field(Kind::person)};
    if (std::ranges::contains(kept_back, field.id)) return false;
    switch (field.type) {
        case FieldType::rows:
        case FieldType::photo:
        case FieldType::reference:
        case FieldType::reference_set: return false;
        default: return true;
    }
}

namespace {

template <typename Part>
SheetList list(std::string_view name, RowsField<Part> field, std::string_view kind,
    std::initializer_list<std::pair<std::string_view, Part>> columns) {
    SheetList made{.name = name, .field = field, .kind = kind, .columns = {}};
    for (const auto& [column, part] : columns)
        made.columns.push_back({column, place_in_row(part)});
    return made;
}

std::vector<SheetList> make_lists() {
    const auto job = [](SheetJob part) { return static_cast<std::size_t>(part); };
    std::vector<SheetList> lists;
    lists.push_back({.name = "Organization",
        .holds = SheetList::Holds::jobs,
        .columns = {{"Name", job(SheetJob::organisation)}, {"Title", job(SheetJob::role)},
            {"Department", job(SheetJob::department)}, {"Location", job(SheetJob::place)},
            {"From", job(SheetJob::from), true}, {"To", job(SheetJob::to), true},
            {"Past", job(SheetJob::past), true}, {"Brought", job(SheetJob::brought), true},
            {"Notes", job(SheetJob::notes), true}}});
    {
        using enum person::contact_points;
        for (const auto& [kind, name] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
                 {contact::email, "E-mail"}, {contact::phone, "Phone"}, {contact::message, "IM"}})
            lists.push_back(list(name, person::contact_points, kind, {{"Label", label}, {"Value", value}}));
        lists.push_back(list(
            "Contact", person::contact_points, {}, {{"Kind", kind}, {"Label", label}, {"Value", value}}));
    }
    {
        using enum person::addresses;
        lists.push_back(list("Address", person::addresses, {},
            {{"Label", label}, {"Formatted", formatted}, {"Street", street}, {"City", city},
                {"PO Box", po_box}, {"Region", region}, {"Postal Code", postal_code}, {"Country", country},
                {"Extended Address", extended}}));
    }
    lists.push_back(
        list("Website", person::links, {}, {{"Label", person::links::label}, {"Value", person::links::url}}));
    lists.push_back(
        list("Event", person::dates, {}, {{"Label", person::dates::label}, {"Value", person::dates::date}}));
    lists.push_back(list("Relation", person::related, {},
        {{"Label", person::related::label}, {"Value", person::related::name}}));
    lists.push_back(list("Custom Field", person::properties, {},
        {{"Label", person::properties::name}, {"Value", person::properties::value},
            {"Parameters", person::properties::parameters}}));
    lists.back().columns.back().only_if_used = true;
    return lists;
}

}  // namespace

std::span<const SheetList> sheet_lists() {
    static const std::vector<SheetList> lists = make_lists();
    return lists;
}

std::string heading_of(const SheetList& list, std::size_t number, const SheetList::Column& column) {
    return std::string(list.name) + " " + std::to_string(number) + " - " + std::string(column.name);
}

std::optional<SheetHeading> sheet_heading(std::string_view heading) {
    constexpr std::int64_t most = 100'000;
    for (const SheetList& list : sheet_lists()) {
        if (!heading.starts_with(list.name)) continue;
        const std::string_view rest = heading.substr(list.name.size());
        const std::size_t dash = rest.find(" - ");
        if (!rest.starts_with(' ') || dash == std::string_view::npos) continue;
        const auto number = read_integer(rest.substr(1, dash - 1));
        const auto column = std::ranges::find(list.columns, rest.substr(dash + 3), &SheetList::Column::name);
        if (number && *number > 0 && *number < most && column != list.columns.end())
            return SheetHeading{&list, &*column, static_cast<std::size_t>(*number)};
    }
    return std::nullopt;
}

}  // namespace kith
