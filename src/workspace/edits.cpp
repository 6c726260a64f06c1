#include "workspace/edits.h"

#include <algorithm>

#include "base/text.h"
#include "model/meanings.h"
#include "workspace/names.h"

namespace kith {

namespace {

Draft field_draft(const FieldWords& words) {
    return Draft({"change.field", {std::string(words.field), std::string(words.record)}});
}

Draft list_draft(std::string_view name, std::string_view to) {
    return Draft({"change.add_to", {std::string(name), std::string(to)}});
}

/// A field by which a record names another, whether it can name several or one.
void refer(Draft& draft, RecordId record, FieldId field, RecordId to) {
    if (is_collection(find_field(field)->type))
        draft.add(record, field, to);
    else
        draft.set(record, field, Value::reference(to));
}

/// Takes out what is there and not wanted, by `wanted`.
template <typename Wanted>
void keep_only(
    Draft& draft, const Workspace& workspace, RecordId record, FieldId field, const Wanted& wanted) {
    workspace.for_each_element(record, field, [&](const Element& element) {
        if (!wanted(element.value)) draft.remove(record, field, element.id);
    });
}

}  // namespace

RecordId create_named(Draft& draft, Kind kind, std::string_view name, Random& random) {
    const std::string clean = collapse_spaces(name);
    const RecordId made = draft.create(kind, random);
    if (kind == Kind::person) {
        const std::size_t space = clean.rfind(' ');
        draft.set_text(made, person::given_name, clean.substr(0, space));
        if (space != std::string::npos) draft.set_text(made, person::family_name, clean.substr(space + 1));
    } else if (const FieldSpec* title = title_field(kind)) {
        draft.set_text(made, title->id, clean);
    }
    return made;
}

RecordId take_in(Draft& draft, Kind kind, const Named& named, Random& random) {
    return named.record ? named.record : create_named(draft, kind, named.fresh, random);
}

RecordId organisation_named(Draft& draft, const Workspace& workspace, std::string_view name, Random& random) {
    const std::string wanted = fold(collapse_spaces(name));
    RecordId found;
    workspace.for_each(Kind::organisation, [&](RecordId organisation) {
        if (!found && fold(workspace.text(organisation, organisation::name)) == wanted) found = organisation;
    });
    return found ? found : create_named(draft, Kind::organisation, name, random);
}

Draft set_field(const FieldWords& words, RecordId record, FieldId field, const Value& value) {
    Draft draft = field_draft(words);
    draft.set(record, field, value);
    return draft;
}

Draft set_reference(
    const FieldWords& words, RecordId record, FieldId field, const Named& named, Random& random) {
    Draft draft = field_draft(words);
    draft.set(record, field,
        named ? Value::reference(take_in(draft, find_field(field)->target, named, random)) : Value{});
    return draft;
}

Draft add_text(const FieldWords& words, RecordId record, FieldId field, std::string_view text) {
    Draft draft = field_draft(words);
    draft.add(record, field, text);
    return draft;
}

Draft add_member(
    const FieldWords& words, RecordId record, FieldId field, const Named& named, Random& random) {
    Draft draft = field_draft(words);
    draft.add(record, field, take_in(draft, find_field(field)->target, named, random));
    return draft;
}

Draft remove_member(const FieldWords& words, RecordId record, FieldId field, ElementId element) {
    Draft draft = field_draft(words);
    draft.remove(record, field, element);
    return draft;
}

Draft bring_value_back(const FieldWords& words, const Change& past) {
    Draft draft({"change.value_back", {std::string(words.field), std::string(words.record)}});
    draft.change(past);
    return draft;
}

Draft write_row(Message label, const Workspace& workspace, RecordId record, FieldId field, ElementId element,
    std::span<const std::string_view> parts, Random& random) {
    Draft draft(std::move(label));
    const std::vector<std::string_view> row(parts.begin(), parts.end());
    if (element)
        draft.set_row(record, field, element, row);
    else
        draft.add_row(record, field, row, random);
    // Of the ways to reach somebody by one kind, one at most is the primary one.
    constexpr auto kind = person::contact_points::kind;
    constexpr auto primary = person::contact_points::primary;
    if (!is_contact_points(field) || part_of(row, primary).empty()) return draft;
    workspace.for_each_element(record, field, [&](const Element& other) {
        if (other.id == element || row_part(other.value, primary).empty() ||
            row_part(other.value, kind) != part_of(row, kind))
            return;
        std::vector<std::string_view> rest = decode_row(other.value.as_row());
        set_part(rest, primary, {});
        draft.set_row(record, field, other.id, rest);
    });
    return draft;
}

Draft add_to_list(const RecordList& list, const Workspace& workspace, const Named& named,
    std::string_view name, std::string_view to, Random& random) {
    Draft draft = list_draft(name, to);
    RecordId other;
    if (list.joined_by.value != 0) {
        other = take_in(draft, find_field(list.joined_by)->target, named, random);
        const RecordId joining = draft.create(list.field.kind(), random);
        refer(draft, joining, list.field, list.of);
        refer(draft, joining, list.joined_by, other);
    } else {
        other = take_in(draft, find_field(list.field)->target, named, random);
        draft.add(list.of, list.field, other);
    }
    if (list.also != nullptr) list.also(draft, workspace, list.of, other, !named.record);
    return draft;
}

Made add_titled(const RecordList& list, const Workspace& workspace, std::string_view title,
    std::string_view to, Random& random) {
    Draft draft = list_draft(title, to);
    const RecordId made = create_named(draft, list.field.kind(), title, random);
    refer(draft, made, list.field, list.of);
    if (list.also != nullptr) list.also(draft, workspace, list.of, made, true);
    return {std::move(draft), made};
}

Made write_record(Message label, const Workspace& workspace, const RecordEntry& entry, Random& random) {
    Draft draft(std::move(label));
    const bool fresh = !entry.record;
    const RecordId record = fresh ? draft.create(entry.kind, random) : entry.record;
    if (fresh) {
        for (const auto& [field, reference] : entry.fixed)
            refer(draft, record, field, reference);
    }
    for (const FieldEntry& it : entry.fields) {
        const FieldSpec& field = *find_field(it.field);
        const auto meant = [&](const Named& named) {
            return it.by_name && !named.record ? organisation_named(draft, workspace, named.fresh, random)
                                               : take_in(draft, field.target, named, random);
        };
        switch (field.type) {
            case FieldType::text_set:
                if (!fresh) {
                    keep_only(draft, workspace, record, it.field,
                        [&](const Value& value) { return std::ranges::contains(it.texts, value.as_text()); });
                }
                for (const std::string_view text : it.texts)
                    draft.add(record, it.field, text);
                break;
            case FieldType::reference_set:
                if (!fresh) {
                    keep_only(draft, workspace, record, it.field, [&](const Value& value) {
                        return std::ranges::contains(it.named, value.as_reference(), &Named::record);
                    });
                }
                for (const Named& named : it.named)
                    draft.add(record, it.field, meant(named));
                break;
            default: {
                const Value value = it.named.empty() ? it.value : Value::reference(meant(it.named.front()));
                const Value before = fresh ? Value{} : workspace.get(record, it.field);
                if (!(value == before)) draft.set(record, it.field, value);
            }
        }
    }
    return {std::move(draft), record};
}

}  // namespace kith
