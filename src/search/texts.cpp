#include "search/texts.h"

#include <algorithm>
#include <array>

#include "model/meanings.h"
#include "search/words.h"
#include "workspace/names.h"

namespace kith {

namespace {

MatchPlace place_of(const FieldSpec& field) {
    constexpr std::array titles = {std::string_view("name"), std::string_view("title"),
        std::string_view("wish"), std::string_view("what"), std::string_view("about"),
        std::string_view("summary")};
    if (field.group == "name" || std::ranges::contains(titles, field.key)) return MatchPlace::name;
    if (field.group == "work" || field.id.kind() == Kind::affiliation) return MatchPlace::work;
    if (field.type == FieldType::rows) return MatchPlace::contact;
    if (field.type == FieldType::long_text) return MatchPlace::notes;
    return MatchPlace::about;
}

struct SearchedField {
    MatchPlace place = MatchPlace::about;
    bool searched = false;
    bool short_text = true;
    bool contact = false;            // may be a phone number
    std::vector<std::size_t> parts;  // of rows
};

/// By field number, for one kind.
using FieldTable = std::array<SearchedField, 256>;

FieldTable table_of(Kind kind) {
    FieldTable table;
    for (const FieldSpec& field : fields_of(kind)) {
        if (!field.has(searched)) continue;
        SearchedField& entry = table[field.id.number()];
        entry = {.place = place_of(field),
            .searched = true,
            .short_text = field.type != FieldType::long_text,
            .contact = is_contact_points(field.id),
            .parts = {}};
        if (field.type != FieldType::rows) continue;
        const auto parts = list_of(field);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!is_row_label(field.id, i)) entry.parts.push_back(i);
        }
    }
    return table;
}

const SearchedField& searched_field(FieldId field) {
    static const std::vector<FieldTable> tables = [] {
        std::vector<FieldTable> all;
        for (const KindSpec& kind : all_kinds()) {
            const auto index = static_cast<std::size_t>(kind.kind);
            if (all.size() <= index) all.resize(index + 1);
            all[index] = table_of(kind.kind);
        }
        return all;
    }();
    static const SearchedField unknown;
    const auto kind = static_cast<std::size_t>(field.kind());
    return kind < tables.size() ? tables[kind][field.number()] : unknown;
}

void collect_own(const Workspace& workspace, RecordId record, std::vector<SearchedText>& texts) {
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        const SearchedField& how = searched_field(field);
        if (!how.searched) return;
        SearchedText text{.text = element.value.as_text(),
            .record = record,
            .field = field,
            .element = element.id,
            .place = how.place,
            .short_text = how.short_text,
            .phone = false};
        if (how.parts.empty()) {
            if (!text.text.empty()) texts.push_back(text);
            return;
        }
        for (const std::size_t part : how.parts) {
            text.text = row_part(element.value, part);
            text.phone = how.contact && is_phone_number(text.text);
            if (!text.text.empty()) texts.push_back(text);
        }
    });
}

void collect_work(const Workspace& workspace, RecordId person, std::vector<SearchedText>& texts) {
    for (const RecordId affiliation : workspace.referrers(person, affiliation::person)) {
        const std::size_t first = texts.size();
        collect_own(workspace, affiliation, texts);
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        if (workspace.live(organisation)) {
            const std::string_view name = workspace.text(organisation, organisation::name);
            if (!name.empty()) {
                texts.push_back({.text = name,
                    .record = organisation,
                    .field = organisation::name,
                    .element = {},
                    .place = MatchPlace::work,
                    .short_text = true,
                    .phone = false});
            }
        }
        // Where somebody once was matters less than where others are.
        if (texts.size() == first || !is_past(workspace, affiliation)) continue;
        for (std::size_t i = first; i < texts.size(); ++i)
            texts[i].place = MatchPlace::about;
    }
}

std::uint32_t minutes(Instant instant) {
    const auto since_1970 = std::chrono::floor<std::chrono::minutes>(instant.time_since_epoch()).count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(since_1970, 0, 0xffffffff));
}

}  // namespace

bool is_found(Kind kind) {
    if (kind == Kind::affiliation || kind == Kind::setting) return false;
    return std::ranges::any_of(fields_of(kind), [](const FieldSpec& field) { return field.has(searched); });
}

void collect_texts(const Workspace& workspace, RecordId record, std::vector<SearchedText>& texts) {
    texts.clear();
    collect_own(workspace, record, texts);
    if (kind_of(record) == Kind::person) collect_work(workspace, record, texts);
}

std::uint32_t recency_of(const Workspace& workspace, RecordId record) {
    const Kind kind = kind_of(record);
    if (kind == Kind::interaction) {
        if (const auto day = workspace.date(record, interaction::on).earliest())
            return minutes(Instant{*day});
    }
    std::uint32_t recency = minutes(workspace.changed_at(record).wall());
    if (kind == Kind::person) {
        for (const RecordId contact : workspace.referrers(record, interaction::people)) {
            const auto day = workspace.date(contact, interaction::on).earliest();
            if (day && !workspace.flag(contact, interaction::planned))
                recency = std::max(recency, minutes(Instant{*day}));
        }
    }
    return recency;
}

}  // namespace kith
