#include "ui/records/sections.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "ui/records/edit_in_place.h"
#include "ui/records/form_fields.h"
#include "ui/records/pickers.h"
#include "ui/records/steps.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

bool says_something(const Workspace& workspace, RecordId record, const FieldSpec& field) {
    return is_collection(field.type) ? !workspace.elements(record, field.id).empty()
                                     : !workspace.get(record, field.id).empty();
}

// ---- Order ---------------------------------------------------------------------------------------

std::optional<Day> day_of(const Workspace& workspace, RecordId record) {
    const auto first_of = [&](std::initializer_list<FieldId> fields) -> std::optional<Day> {
        for (const FieldId field : fields) {
            if (const auto day = workspace.date(record, field).earliest()) return day;
        }
        return std::nullopt;
    };
    switch (kind_of(record)) {
        case Kind::interaction: return first_of({interaction::on});
        case Kind::favour:
            return first_of({favour::told_on, favour::thanked_on, favour::done_on, favour::asked_on});
        case Kind::affiliation: return first_of({affiliation::from, affiliation::to});
        case Kind::tie: return first_of({tie::since});
        case Kind::event: return first_of({event::from});
        case Kind::project: return first_of({project::from});
        case Kind::mentorship: return first_of({mentorship::from});
        case Kind::milestone: return first_of({milestone::done_on, milestone::due});
        case Kind::action: return first_of({action::done_on, action::due});
        case Kind::opportunity: return first_of({opportunity::deadline, opportunity::applied_on});
        case Kind::insight: return first_of({insight::on});
        case Kind::achievement: return first_of({achievement::on});
        case Kind::challenge: return first_of({challenge::from});
        case Kind::celebration: return first_of({celebration::on});
        default: return std::nullopt;
    }
}

void order_records(const Workspace& workspace, std::vector<RecordId>& records) {
    const auto is_open_step = [&](RecordId record) {
        const Kind kind = kind_of(record);
        return (kind == Kind::action || kind == Kind::milestone) && !is_done(workspace, record);
    };
    std::ranges::stable_sort(records, [&](RecordId a, RecordId b) {
        const bool a_open = is_open_step(a), b_open = is_open_step(b);
        if (a_open != b_open) return a_open;
        const auto day_a = day_of(workspace, a), day_b = day_of(workspace, b);
        if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
        if (!day_a || *day_a == *day_b) return false;
        return a_open ? *day_a < *day_b : *day_a > *day_b;
    });
}

// ---- Rows ----------------------------------------------------------------------------------------

namespace {

constexpr std::size_t most_rows = 30;

// What leads on from a row: those that join two records lead to the other one.
RecordId leads_to(const Workspace& workspace, RecordId record, RecordId page) {
    const auto other = [&](FieldId one, FieldId two) {
        const RecordId first = workspace.reference(record, one);
        const RecordId found = first == page ? workspace.reference(record, two) : first;
        return workspace.live(found) ? found : record;
    };
    if (kind_of(record) == Kind::affiliation) return other(affiliation::person, affiliation::organisation);
    if (kind_of(record) == Kind::tie) return other(tie::a, tie::b);
    return record;
}

void edit_in_dialog(PageDrawing& page, RecordId record) {
    Session& session = page.session;
    const Kind kind = kind_of(record);
    open_form(session, page.state.form, kind, record, form_fields(kind), record_title(session, record));
    std::erase_if(page.state.form.values, [&](const FormValue& value) {
        return value.field->type == FieldType::reference && value.reference == page.record;
    });
}

/// `beside_checks`: rows of this list have check boxes, and all words stand below each other, unless a phone
/// has no room to spare.
void draw_one_row(
    PageDrawing& page, ListCard& list, RecordId record, bool beside_checks, int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(record);
    Flow rest = list.card.flow;
    const bool checkable = is_checkable(kind_of(record));
    const float box = ui.px(44);
    if (beside_checks && (checkable || !ui.phone()))
        rest.x += box - ui.px(grid::between_cards) + ui.px(4), rest.width -= box - ui.px(12);
    const std::string step = checkable ? std::string{} : next_step_in_words(session, record);
    const bool joins = kind_of(record) == Kind::affiliation || kind_of(record) == Kind::tie;
    const float top = rest.y;
    const ListItemResult result = record_row(session, rest,
        {.record = record,
            .seen_from = page.record,
            .action = joins ? session.text("page.edit") : std::string_view(step),
            .action_icon = joins ? Icon::pencil : Icon::none,
            .quiet_icon = kind_of(record) == Kind::action,
            .position = position,
            .set_size = set_size});
    if (checkable) {
        const bool done = is_done(session.workspace, record);
        const std::string name = session.text("page.done_box", {record_title(session, record)});
        const ImRect area{list.card.flow.x, top, list.card.flow.x + box, rest.y};
        if (checkbox(ui, area, name, done ? Tri::yes : Tri::no, false, "done")) toggle_done(session, record);
    }
    list.card.flow.y = rest.y;
    if (result.action && joins)
        edit_in_dialog(page, record);
    else if (result.action)
        take_next_step(session, record);
    else if (result.pressed)
        open_record(session, leads_to(session.workspace, record, page.record));
}

}  // namespace

void draw_record_rows(PageDrawing& page, ListCard& list, std::span<const RecordId> records,
    std::string_view name, std::string_view key) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const bool whole = page.state.whole.contains(key);
    const std::size_t shown = whole ? records.size() : std::min(records.size(), most_rows);
    ui.open_group(Role::list, name);
    const bool checks =
        std::ranges::any_of(records, [](RecordId record) { return is_checkable(kind_of(record)); });
    int position = 0;
    for (const RecordId record : records.first(shown)) {
        if (position > 0) list.separate();
        draw_one_row(page, list, record, checks, ++position, static_cast<int>(records.size()));
    }
    ui.tree().close();
    if (shown == records.size()) return;
    Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
    const std::string words = session.text("page.show_all", {records.size()});
    const Button all{.label = words, .kind = ButtonKind::bare, .id = key};
    if (button(ui, line.start(button_width(ui, all)), all)) page.state.whole.insert(key);
}

// ---- Sections ------------------------------------------------------------------------------------

namespace {

std::string section_key(std::string_view key, std::string_view ending = {}) {
    return "page." + std::string(key) + std::string(ending);
}

void draw_facts(PageDrawing& page, const PageSection& section, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    Card card(ui, flow);
    if (!section.key.empty()) {
        heading(ui, card.flow.take(ui.line(Type::section)), session.text(section_key(section.key)), 2);
        card.flow.space(ui.px(8));
    }
    const float label_width = ui.px(128);
    const auto draw = [&](FieldId id) {
        const FieldSpec& field = *find_field(id);
        if (field.type == FieldType::rows) {
            draw_rows(session, page.state.row, card.flow, page.record, field, label_width);
            return;
        }
        const bool begin = page.state.begin == id;
        if (begin) page.state.begin = {};
        edit_in_place(session, card.flow, page.record, field, label_width, begin);
    };
    for (const FieldId id : section.fields)
        draw(id);
    for (const FieldId id : section.more) {
        if (page.state.asked.contains(id.value) ||
            says_something(page.workspace(), page.record, *find_field(id)))
            draw(id);
    }
    card.end();
}

void draw_text_section(PageDrawing& page, const PageSection& section, Flow& flow) {
    Ui& ui = page.ui();
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), page.session.text(section_key(section.key)), 2);
    card.flow.space(ui.px(4));
    edit_in_place(page.session, card.flow, page.record, *find_field(section.field), 0);
    card.end();
}

void draw_rows_section(PageDrawing& page, const PageSection& section, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const FieldSpec& field = *find_field(section.field);
    const std::string add = session.text(section_key(section.key, "_add"), {});
    ListCard list(session, flow, session.text(section_key(section.key)));
    if (list.action({.label = add, .icon = Icon::plus, .kind = ButtonKind::bare, .icon_only = true}))
        open_row(session, page.state.row, page.record, field, {});
    if (page.workspace().elements(page.record, field.id).empty()) {
        list.say(session.text(section_key(section.key, "_none")));
    } else {
        const float side = ui.px(grid::between_cards);
        Flow inside{
            .x = list.card.flow.x + side, .y = list.card.flow.y, .width = list.card.flow.width - 2 * side};
        draw_rows(session, page.state.row, inside, page.record, field, ui.px(128));
        list.card.flow.y = inside.y + ui.px(8);
    }
    list.end();
}

/// What is added to a section's list, in the terms of an edit.
RecordList list_of(const PageDrawing& page, const PageSection& section) {
    return {
        .of = page.record, .field = section.field, .joined_by = section.add_person, .also = section.added};
}

// Whom the field at the end of a list adds; each at most once.
void draw_picker(
    PageDrawing& page, const PageSection& section, Flow& flow, Kind target, std::span<const RecordId> there) {
    Session& session = page.session;
    Ui& ui = session.ui;
    std::string& typing = page.state.typing[std::string(section.key)];
    const ImRect area = inset(flow.take(ui.row()), ui.px(10), ui.px(4));
    const std::string name(session.text(section_key(section.key, "_add")));
    const Picked picked = pick_record(session, area,
        {.name = name,
            .placeholder = name,
            .look = FieldLook::in_place,
            .icon = Icon::plus,
            .focus_first = false},
        {.target = target, .without = there}, typing);
    if (!picked.any()) return;
    const std::string added =
        picked.record ? record_title(session, picked.record) : collapse_spaces(picked.fresh);
    Draft draft = add_to_list(list_of(page, section), session.workspace, picked.named(), added,
        record_title(session, page.record), session.random);
    if (!session.commit(std::move(draft), session.text("toast.added", {added}))) return;
    typing.clear();
    if (ui.editing().id == picked.field.id) ui.replace_edited("");
}

void draw_members(PageDrawing& page, const PageSection& section, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const FieldSpec& field = *find_field(section.field);
    std::vector<Element> elements = page.workspace().elements(page.record, field.id);
    std::erase_if(elements,
        [&](const Element& element) { return !page.workspace().live(element.value.as_reference()); });
    std::vector<RecordId> there;
    const std::string title(session.text(section_key(section.key)));
    ListCard list(session, flow, title, elements.size());
    if (elements.empty())
        list.say(session.text(section_key(section.key, "_none")));
    else
        list.begin_rows();
    ui.open_group(Role::list, title);
    std::optional<ElementId> removed;
    for (const Element& element : elements) {
        const RecordId member = element.value.as_reference();
        if (!there.empty()) list.separate();
        there.push_back(member);
        const std::string name = record_title(session, member);
        const std::string remove = session.text("widget.remove", {name});
        const ListItemResult result = record_row(session, list.card.flow,
            {.record = member,
                .seen_from = page.record,
                .action = remove,
                .action_icon = Icon::x,
                .position = static_cast<int>(there.size()),
                .set_size = static_cast<int>(elements.size())});
        if (result.action)
            removed = element.id;
        else if (result.pressed)
            open_record(session, member);
    }
    ui.tree().close();
    if (removed) {
        session.commit(remove_member({field_label(ui.words(), field), record_title(session, page.record)},
            page.record, field.id, *removed));
    }
    draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
    draw_picker(page, section, list.card.flow, field.target, there);
    list.end();
}

std::vector<RecordId> records_of(const PageDrawing& page, const PageSection& section) {
    std::vector<RecordId> records = section.collect != nullptr
        ? section.collect(page.workspace(), page.record)
        : page.workspace().referrers(page.record, section.field);
    if (section.passes != nullptr)
        std::erase_if(records, [&](RecordId record) { return !section.passes(page.workspace(), record); });
    order_records(page.workspace(), records);
    return records;
}

void add_typed_record(PageDrawing& page, const PageSection& section, std::string_view title) {
    Session& session = page.session;
    Made made = add_titled(
        list_of(page, section), session.workspace, title, record_title(session, page.record), session.random);
    session.commit(std::move(made.draft), session.text("toast.added", {title}));
}

void draw_records(PageDrawing& page, const PageSection& section, Flow& flow) {
    Session& session = page.session;
    const std::vector<RecordId> records = records_of(page, section);
    if (records.empty() && section.only_filled) return;
    const std::string title(session.text(section_key(section.key)));
    ListCard list(session, flow, title, records.size());
    const std::string add = section.add == AddBy::nothing
        ? std::string{}
        : std::string(session.text(section_key(section.key, "_add")));
    if (section.add == AddBy::form &&
        list.action({.label = add, .icon = Icon::plus, .kind = ButtonKind::bare, .icon_only = true}))
        open_new(session, page.state.form, section.field.kind(), add, {{section.field, page.record}});
    if (records.empty()) {
        list.say(session.text(section_key(section.key, "_none")));
    } else {
        list.begin_rows();
        draw_record_rows(page, list, records, title, section.key);
    }
    if (section.add == AddBy::typing || section.add == AddBy::person)
        draw_separator(page.ui(), list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
    if (section.add == AddBy::typing) {
        if (const auto typed =
                adding_field(session, list.card.flow, page.state.typing[std::string(section.key)], add))
            add_typed_record(page, section, *typed);
    } else if (section.add == AddBy::person) {
        draw_picker(page, section, list.card.flow, Kind::person, {});
    }
    list.end();
}

}  // namespace

void draw_section(PageDrawing& page, const PageSection& section, Flow& flow) {
    const std::string_view scope = section.key.empty() ? "facts" : section.key;
    ImGui::PushID(scope.data(), scope.data() + scope.size());
    const float top = flow.y;
    switch (section.type) {
        case SectionType::facts: draw_facts(page, section, flow); break;
        case SectionType::text: draw_text_section(page, section, flow); break;
        case SectionType::rows: draw_rows_section(page, section, flow); break;
        case SectionType::members: draw_members(page, section, flow); break;
        case SectionType::records: draw_records(page, section, flow); break;
        case SectionType::custom: section.draw(page, flow); break;
    }
    if (flow.y > top) flow.space(page.ui().px(grid::between_cards));
    ImGui::PopID();
}

}  // namespace kith::ui
