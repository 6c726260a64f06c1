#include "exchange/people/side_by_side.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "exchange/people/compare.h"
#include "exchange/people/matching.h"
#include "model/fields.h"
#include "model/joined_name.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr FieldId name_fields[] = {person::name_prefix, person::given_name, person::additional_names,
    person::family_name, person::name_suffix, person::display_name, person::phonetic_given,
    person::phonetic_middle, person::phonetic_family};

/// What one of them says in one field.
struct Said {
    FieldId field;
    std::string_view kind;
    std::vector<std::string> list;
    std::vector<std::uint64_t> keys;  // of the list: what makes two elements the same
    Value value;                      // of what is no list
};

bool is_list(FieldId field) {
    return field == person::display_name || field == affiliation::organisation ||
        is_collection(find_field(field)->type);
}

class Sheet {
public:
    std::vector<Said> said;

    void add(FieldId field, std::string_view kind, std::string text, std::uint64_t key) {
        if (text.empty()) return;
        auto at = std::ranges::find_if(
            said, [&](const Said& one) { return one.field == field && one.kind == kind; });
        if (at == said.end()) {
            said.push_back({field, kind, {}, {}, {}});
            at = said.end() - 1;
        }
        if (std::ranges::contains(at->keys, key)) return;
        at->list.push_back(std::move(text));
        at->keys.push_back(key);
    }

    void add_row(FieldId field, Value row) {
        const bool point = field == person::contact_points || field == organisation::contact_points;
        const std::string_view kind =
            point ? row_part(row, person::contact_points::kind) : std::string_view{};
        add(field, kind, row_in_words(field, row, point), row_key(field, row));
    }

    void add_plain(FieldId field, Value value) {
        if (!value.empty()) said.push_back({field, {}, {}, {}, value});
    }

    /// Of a person `name(field)` is what each part of their name says.
    template <typename Part>
    void add_name(Part part) {
        std::string shown(part(person::display_name));
        if (shown.empty()) {
            shown = joined_name(part(person::name_prefix), part(person::given_name),
                part(person::additional_names), part(person::family_name), part(person::name_suffix));
        }
        add(person::display_name, {}, shown, hash_text(shown));
    }

    void add_job(std::string_view role, std::string_view organisation) {
        const std::string key = fold(role) + '\n' + organisation_key(organisation);
        add(affiliation::organisation, {}, work_text(role, organisation), hash_text(key));
    }

private:
    static std::string row_in_words(FieldId field, Value row, bool point) {
        if (point) return std::string(row_part(row, person::contact_points::value));
        if (field == person::links || field == organisation::links)
            return std::string(row_part(row, person::links::url));
        std::string words;
        for (const std::string_view part : decode_row(row.as_row())) {
            if (!part.empty()) words += (words.empty() ? "" : ", ") + std::string(part);
        }
        return words;
    }
};

/// Whether a field is shown by itself.
bool is_shown(const FieldSpec& field) {
    return field.id.number() != 0 && !field.has(hidden) && field.type != FieldType::photo &&
        field.type != FieldType::boolean && field.id != person::properties &&
        field.id != organisation::properties && !std::ranges::contains(name_fields, field.id);
}

Sheet sheet_of(const Workspace& workspace, RecordId record) {
    Sheet sheet;
    if (kind_of(record) == Kind::person) {
        sheet.add_name([&](FieldId field) { return workspace.text(record, field); });
        for (const RecordId job : affiliations_of(workspace, record)) {
            sheet.add_job(workspace.text(job, affiliation::role),
                workspace.text(workspace.reference(job, affiliation::organisation), organisation::name));
        }
    }
    for (const FieldSpec& field : fields_of(kind_of(record))) {
        if (!is_shown(field)) continue;
        if (field.type == FieldType::rows) {
            for (const Element& element : workspace.elements(record, field.id))
                sheet.add_row(field.id, element.value);
        } else if (field.type == FieldType::text_set) {
            for (const std::string_view text : workspace.texts(record, field.id))
                sheet.add(field.id, {}, std::string(text), hash_text(fold(text)));
        } else if (!is_collection(field.type)) {
            sheet.add_plain(field.id, workspace.get(record, field.id));
        }
    }
    return sheet;
}

Sheet sheet_of(const Card& card) {
    Sheet sheet;
    if (card.kind == Kind::person) sheet.add_name([&](FieldId field) { return card.text(field); });
    for (const CardJob& job : card.jobs)
        sheet.add_job(job.role, job.organisation);
    for (const Entry& entry : card.entries) {
        const FieldSpec& field = *find_field(entry.field);
        if (!is_shown(field)) continue;
        if (field.type == FieldType::rows)
            sheet.add_row(field.id, entry.value);
        else if (is_collection(field.type))
            sheet.add(
                field.id, {}, std::string(entry.value.as_text()), hash_text(fold(entry.value.as_text())));
        else
            sheet.add_plain(field.id, entry.value);
    }
    return sheet;
}

bool says_more(Value value, Value than) {
    if (value.type() == ValueType::text) return kith::says_more(value.as_text(), than.as_text());
    if (value.type() != ValueType::date) return false;
    const PartialDate more = value.as_date(), less = than.as_date();
    const auto keeps = [](const auto& one, const auto& other) { return !other || one == other; };
    return more != less && keeps(more.year, less.year) && keeps(more.month, less.month) &&
        keeps(more.day, less.day);
}

Standing standing_of_lists(const Said& first, const Said& second) {
    const auto knows_all_of = [](const Said& one, const Said& other) {
        return std::ranges::all_of(
            other.keys, [&](std::uint64_t key) { return std::ranges::contains(one.keys, key); });
    };
    return knows_all_of(first, second) && knows_all_of(second, first) ? Standing::same : Standing::both_kept;
}

SideRow row_of(const Said* first, const Said* second) {
    const Said& any = first != nullptr ? *first : *second;
    SideRow row{.field = any.field, .kind = any.kind};
    if (first != nullptr) row.first_list = first->list, row.first = first->value;
    if (second != nullptr) row.second_list = second->list, row.second = second->value;
    if (first == nullptr || second == nullptr) {
        row.standing = first != nullptr ? Standing::only_first : Standing::only_second;
        return row;
    }
    const FieldSpec& field = *find_field(any.field);
    if (any.field == person::display_name) {
        if (first->keys == second->keys) return row;
        row.standing = Standing::differs;
        row.second_counts = kith::says_more(second->list[0], first->list[0]);
        row.fields.assign(std::begin(name_fields), std::end(name_fields));
    } else if (is_list(any.field)) {
        row.standing = standing_of_lists(*first, *second);
    } else if (first->value != second->value) {
        row.standing = field.type == FieldType::long_text ? Standing::both_kept : Standing::differs;
        if (row.standing == Standing::differs) {
            row.second_counts = says_more(second->value, first->value);
            row.fields = {any.field};
        }
    }
    return row;
}

/// Name, work, addresses and numbers first.
int rank(const SideRow& row) {
    if (row.field == person::display_name || row.field == organisation::name) return 0;
    if (row.field == affiliation::organisation) return 1;
    const bool point = row.field == person::contact_points || row.field == organisation::contact_points;
    return point ? row.kind == contact::email ? 2 : row.kind == contact::phone ? 3 : 4 : 5;
}

std::vector<SideRow> side_by_side(const Sheet& first, const Sheet& second) {
    std::vector<SideRow> rows;
    const auto same_in = [](const Sheet& sheet, const Said& said) {
        const auto at = std::ranges::find_if(
            sheet.said, [&](const Said& one) { return one.field == said.field && one.kind == said.kind; });
        return at != sheet.said.end() ? &*at : nullptr;
    };
    for (const Said& said : first.said)
        rows.push_back(row_of(&said, same_in(second, said)));
    for (const Said& said : second.said) {
        if (same_in(first, said) == nullptr) rows.push_back(row_of(nullptr, &said));
    }
    std::ranges::stable_sort(
        rows, {}, [](const SideRow& row) { return std::pair(rank(row), row.field.value); });
    return rows;
}

}  // namespace

std::vector<SideRow> side_by_side(const Workspace& workspace, RecordId first, RecordId second) {
    return side_by_side(sheet_of(workspace, first), sheet_of(workspace, second));
}

std::vector<SideRow> side_by_side(const Workspace& workspace, RecordId first, const Card& second) {
    return side_by_side(sheet_of(workspace, first), sheet_of(second));
}

bool says_more(std::string_view text, std::string_view than) {
    const std::string more = fold(text), less = fold(than);
    if (more == less) return false;
    const std::vector<std::string_view> words = split(more, ' ');
    auto word = words.begin();
    for (std::string_view begins : split(less, ' ')) {
        while (begins.ends_with('.'))
            begins.remove_suffix(1);
        if (begins.empty()) continue;
        word = std::find_if(word, words.end(), [&](std::string_view one) { return one.starts_with(begins); });
        if (word == words.end()) return false;
        ++word;
    }
    return true;
}

std::vector<FieldId> chosen_of_second(const std::vector<SideRow>& rows) {
    std::vector<FieldId> chosen;
    for (const SideRow& row : rows) {
        if (row.standing == Standing::differs && row.second_counts)
            chosen.insert(chosen.end(), row.fields.begin(), row.fields.end());
    }
    return chosen;
}

}  // namespace kith
