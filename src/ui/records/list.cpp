#include "ui/records/list.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/goals/plan.h"
#include "ui/records/steps.h"
#include "ui/session/places.h"
#include "ui/words/opportunities.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

// ---- Columns -------------------------------------------------------------------------------------

enum class Cell : std::uint8_t {
    title,
    words,  // a text, a choice, a reference: as the record's field says it
    texts,  // a set, one after the other
    date,
    members,     // how many are in a set
    people_now,  // of an organisation
    last_contact,
    progress,  // steps done of steps there are
    target,
};

struct ListColumn {
    Kind kind;
    std::string_view key;  // catalogue: list.KEY
    Cell cell;
    FieldId field;
    float least, share;
    int keep;  // columns with higher numbers go first when the room is short
    bool on_phone;
};

// clang-format off
constexpr std::array columns{
    ListColumn{Kind::organisation, "name",         Cell::title,        {},                          220, 2,    0, true},
    ListColumn{Kind::organisation, "kind",         Cell::words,        organisation::kind,          120, 0.6f, 3, false},
    ListColumn{Kind::organisation, "people",       Cell::people_now,   {},                           90, 0.2f, 1, true},
    ListColumn{Kind::organisation, "industries",   Cell::texts,        organisation::industries,    130, 0.8f, 5, false},
    ListColumn{Kind::organisation, "place",        Cell::words,        organisation::place,         110, 0.6f, 4, false},
    ListColumn{Kind::organisation, "target",       Cell::target,       organisation::target,         90, 0,    2, false},

    ListColumn{Kind::event,        "name",         Cell::title,        {},                          220, 2,    0, true},
    ListColumn{Kind::event,        "when",         Cell::date,         event::from,                 130, 0.4f, 1, true},
    ListColumn{Kind::event,        "kind",         Cell::words,        event::kind,                 110, 0.4f, 4, false},
    ListColumn{Kind::event,        "place",        Cell::words,        event::place,                110, 0.6f, 5, false},
    ListColumn{Kind::event,        "people",       Cell::members,      event::people,                80, 0.2f, 3, false},
    ListColumn{Kind::event,        "going",        Cell::words,        event::going,                110, 0.2f, 2, false},
    ListColumn{Kind::event,        "worth",        Cell::words,        event::worth,                 90, 0.2f, 6, false},

    ListColumn{Kind::project,      "name",         Cell::title,        {},                          220, 2,    0, true},
    ListColumn{Kind::project,      "kind",         Cell::words,        project::kind,               120, 0.4f, 3, false},
    ListColumn{Kind::project,      "organisation", Cell::words,        project::organisation,       140, 1,    2, false},
    ListColumn{Kind::project,      "role",         Cell::words,        project::role,               120, 0.8f, 4, false},
    ListColumn{Kind::project,      "people",       Cell::members,      project::people,              80, 0.2f, 1, true},
    ListColumn{Kind::project,      "since",        Cell::date,         project::from,               120, 0.3f, 5, false},

    ListColumn{Kind::mentorship,   "with",         Cell::title,        {},                          220, 2,    0, true},
    ListColumn{Kind::mentorship,   "field",        Cell::words,        mentorship::field,           140, 1,    3, false},
    ListColumn{Kind::mentorship,   "stage",        Cell::words,        mentorship::stage,           100, 0.3f, 2, false},
    ListColumn{Kind::mentorship,   "since",        Cell::date,         mentorship::from,            120, 0.3f, 4, false},
    ListColumn{Kind::mentorship,   "last_contact", Cell::last_contact, mentorship::person,          130, 0.3f, 1, true},

    ListColumn{Kind::goal,         "wish",         Cell::title,        {},                          240, 2,    0, true},
    ListColumn{Kind::goal,         "by",           Cell::date,         goal::by,                    130, 0.4f, 2, false},
    ListColumn{Kind::goal,         "target_role",  Cell::words,        goal::target_role,           130, 0.8f, 4, false},
    ListColumn{Kind::goal,         "progress",     Cell::progress,     action::goal,                110, 0.3f, 1, true},
    ListColumn{Kind::goal,         "told",         Cell::members,      goal::told,                   90, 0.2f, 5, false},
    ListColumn{Kind::goal,         "stage",        Cell::words,        goal::stage,                 100, 0.3f, 3, false},

    ListColumn{Kind::opportunity,  "title",        Cell::title,        {},                          220, 2,    0, true},
    ListColumn{Kind::opportunity,  "stage",        Cell::words,        opportunity::stage,          110, 0.4f, 1, true},
    ListColumn{Kind::opportunity,  "organisation", Cell::words,        opportunity::organisation,   140, 1,    2, false},
    ListColumn{Kind::opportunity,  "kind",         Cell::words,        opportunity::kind,           110, 0.4f, 4, false},
    ListColumn{Kind::opportunity,  "source",       Cell::words,        opportunity::source,         130, 0.6f, 5, false},
    ListColumn{Kind::opportunity,  "deadline",     Cell::date,         opportunity::deadline,       120, 0.3f, 3, false},

    ListColumn{Kind::achievement,  "title",        Cell::title,        {},                          240, 2,    0, true},
    ListColumn{Kind::achievement,  "kind",         Cell::words,        achievement::kind,           110, 0.4f, 3, false},
    ListColumn{Kind::achievement,  "when",         Cell::date,         achievement::on,             130, 0.4f, 1, true},
    ListColumn{Kind::achievement,  "told",         Cell::members,      achievement::told,            90, 0.2f, 2, false},
    ListColumn{Kind::achievement,  "to_tell",      Cell::members,      achievement::to_tell,        110, 0.2f, 4, false},

    ListColumn{Kind::insight,      "what",         Cell::title,        {},                          260, 2,    0, true},
    ListColumn{Kind::insight,      "topics",       Cell::texts,        insight::topics,             130, 0.8f, 3, false},
    ListColumn{Kind::insight,      "source",       Cell::words,        insight::source,             130, 0.8f, 4, false},
    ListColumn{Kind::insight,      "from",         Cell::words,        insight::from,               130, 0.6f, 2, false},
    ListColumn{Kind::insight,      "when",         Cell::date,         insight::on,                 120, 0.3f, 1, true},

    ListColumn{Kind::challenge,    "title",        Cell::title,        {},                          260, 2,    0, true},
    ListColumn{Kind::challenge,    "turn_to",      Cell::texts,        challenge::people,           150, 1,    2, false},
    ListColumn{Kind::challenge,    "since",        Cell::date,         challenge::from,             120, 0.3f, 1, true},
    ListColumn{Kind::challenge,    "over",         Cell::date,         challenge::to,               120, 0.3f, 3, false},
};

struct FirstOrder {
    Kind kind;
    std::string_view key;
    bool descending;
};
constexpr std::array first_orders{
    FirstOrder{Kind::event, "when", true}, FirstOrder{Kind::insight, "when", true},
    FirstOrder{Kind::achievement, "when", true}, FirstOrder{Kind::challenge, "since", true},
    FirstOrder{Kind::goal, "by", false}, FirstOrder{Kind::opportunity, "stage", false},
};
// clang-format on

std::string list_key(std::string_view key, std::string_view ending = {}) {
    return "list." + std::string(key) + std::string(ending);
}

// ---- Cells ---------------------------------------------------------------------------------------

// What a cell says, and what it is sorted by: the number first, then the words. Empty ones come last.
struct CellValue {
    std::string words;
    std::optional<std::int64_t> number;
    bool empty() const { return words.empty(); }
};

CellValue counted(std::size_t count) {
    if (count == 0) return {};
    return {std::to_string(count), static_cast<std::int64_t>(count)};
}

CellValue dated(const Session& session, const PartialDate& date) {
    if (date.empty()) return {};
    const auto day = date.earliest();
    return {session.show_relative(date), day ? std::optional(day->time_since_epoch().count()) : std::nullopt};
}

CellValue value_of(Session& session, RecordId record, const ListColumn& column) {
    const Workspace& workspace = session.workspace;
    switch (column.cell) {
        case Cell::title: return {record_title(session, record), std::nullopt};
        case Cell::words: {
            const FieldSpec& field = *find_field(column.field);
            if (column.field == opportunity::stage) {
                const std::string_view stage = workspace.text(record, column.field);
                return {stage.empty() ? std::string{} : stage_label(session, stage), std::nullopt};
            }
            return {value_in_words(session, field, workspace.get(record, column.field)), std::nullopt};
        }
        case Cell::texts: {
            if (find_field(column.field)->type == FieldType::reference_set)
                return {names_in_words(session, record, column.field, 2), std::nullopt};
            const auto texts = workspace.texts(record, column.field);
            return {
                session.ui.formatter().list(std::vector<Argument>(texts.begin(), texts.end())), std::nullopt};
        }
        case Cell::date: return dated(session, workspace.date(record, column.field));
        case Cell::members: return counted(workspace.elements(record, column.field).size());
        case Cell::people_now: {
            const auto all = workspace.referrers(record, affiliation::organisation);
            return counted(static_cast<std::size_t>(std::ranges::count_if(
                all, [&](RecordId affiliation) { return !is_past(workspace, affiliation); })));
        }
        case Cell::last_contact:
            return dated(session,
                last_contact_on(
                    session.insight, workspace.reference(record, column.field), session.ui.today()));
        case Cell::progress: {
            const Progress progress = plan_of(workspace, record, session.ui.today()).progress;
            if (progress.total == 0) return {};
            return {session.text("list.of", {progress.done, progress.total}),
                static_cast<std::int64_t>(progress.done * 1000 / progress.total)};
        }
        case Cell::target:
            return workspace.flag(record, column.field)
                ? CellValue{std::string(session.text("words.target")), std::nullopt}
                : CellValue{};
    }
    return {};
}

std::string draw_cell(Session& session, RecordId record, const ListColumn& column, ImRect area) {
    Ui& ui = session.ui;
    const CellValue value = value_of(session, record, column);
    if (column.cell == Cell::title) {
        const RecordWords words = words_for(session, record);
        if (words.face) {
            const float size = ui.px(grid::avatar);
            const std::string name = record_title(session, words.face);
            avatar(ui, middle(area, size).Min, size,
                {.name = name,
                    .key = words.face.value,
                    .photo = kind_of(words.face) == Kind::person
                        ? session.workspace.get(words.face, person::photo).as_bytes()
                        : std::string_view{}});
            area.Min.x += size + ui.px(10);
        }
        silent_label(ui, area, value.words);
    } else if (column.cell == Cell::target && !value.empty()) {
        draw_tag(ui, middle(area, tag_height(ui)).Min, value.words, TagKind::accent);
    } else {
        silent_label(ui, area, value.words, Type::body, Colour::muted);
    }
    return value.words;
}

// ---- Rows ----------------------------------------------------------------------------------------

const ListColumn* column_called(Kind kind, std::string_view key) {
    for (const ListColumn& column : columns) {
        if (column.kind == kind && column.key == key) return &column;
    }
    return nullptr;
}

void make_rows(Session& session, RecordListState& state, Kind kind) {
    const Workspace& workspace = session.workspace;
    const bool whole = session.insight.search_so_far().up_to_date(workspace);
    const bool descending = state.table.descending;
    if (!state.rows_from.renew(workspace.revision(), state.filter, state.table.sort_key, descending, whole))
        return;
    state.rows.clear();
    const auto passing = session.insight.search_so_far().filter(state.filter, kind);
    workspace.for_each(kind, [&](RecordId record) {
        if (!passing || std::ranges::binary_search(*passing, record)) state.rows.push_back(record);
    });
    const ListColumn* column = column_called(kind, state.table.sort_key);
    if (column == nullptr) return;
    struct Keyed {
        RecordId record;
        CellValue value;
        std::string folded, title;
    };
    std::vector<Keyed> keyed;
    for (const RecordId record : state.rows) {
        CellValue value = value_of(session, record, *column);
        std::string folded = fold(value.words);
        keyed.push_back({record, std::move(value), std::move(folded), fold(record_title(session, record))});
    }
    std::ranges::stable_sort(keyed, [&](const Keyed& a, const Keyed& b) {
        if (a.value.empty() != b.value.empty()) return b.value.empty();
        if (a.value.number != b.value.number)
            return descending ? a.value.number > b.value.number : a.value.number < b.value.number;
        if (!a.value.number && a.folded != b.folded)
            return descending ? a.folded > b.folded : a.folded < b.folded;
        return a.title < b.title;
    });
    std::ranges::transform(keyed, state.rows.begin(), &Keyed::record);
}

void draw_rows_table(Session& session, RecordListState& state, ImRect area, Kind kind) {
    Ui& ui = session.ui;
    std::vector<const ListColumn*> shown;
    std::vector<Column> table_columns;
    for (const ListColumn& column : columns) {
        if (column.kind != kind || (ui.phone() && !column.on_phone)) continue;
        shown.push_back(&column);
        const float least = ui.phone() ? (column.cell == Cell::title ? 190.0f : 100.0f) : column.least;
        table_columns.push_back({.key = column.key,
            .title = session.text(list_key(column.key)),
            .least = least,
            .share = column.share,
            .keep = column.keep});
    }
    const std::vector<RecordId>& all = state.rows;
    const auto at = [&](int row) { return all[static_cast<std::size_t>(row)]; };
    const TableRows rows{.count = static_cast<int>(all.size()),
        .cell = [&](int row, std::size_t column, ImRect place,
                    bool) { return draw_cell(session, at(row), *shown[column], place); },
        .name = [&](int row) { return record_title(session, at(row)); },
        .key = [&](int row) { return at(row).value; },
        .selected = {},
        .current = -1,
        .find = {}};
    const TableResult result =
        table(ui, area, session.name_of(place_of(kind)->id), state.table, table_columns, rows);
    if (result.opened) open_record(session, at(*result.opened));
}

}  // namespace

// ---- The list ------------------------------------------------------------------------------------

void open_add(Session& session, RecordForm& add, Kind kind) {
    if (kind == Kind::goal) {  // has a guided start of its own
        session.wish.start_goal = true;
        session.ui.keep_moving();
        return;
    }
    const PlaceRow& place = *place_of(kind);
    open_new(session, add, kind, std::string(session.text(list_key(place.address, "_add"))));
}

void draw_place_head(Session& session, ImRect& area, Kind kind, RecordForm& add) {
    Ui& ui = session.ui;
    const PlaceRow& here = *place_of(kind);
    const float side = ui.px(ui.phone() ? grid::screen_phone : grid::screen);
    Flow flow{.x = area.Min.x + side, .y = area.Min.y + ui.px(20), .width = area.GetWidth() - 2 * side};
    Line line(flow.take(ui.control()));
    const Button made{.label = session.text(kind == Kind::goal ? "goal_start.new" : "list.add"),
        .icon = Icon::plus,
        .kind = ButtonKind::quiet};
    const ImRect add_area = line.end(button_width(ui, made), ui.px(12));
    const std::string_view title = session.name_of(here.rail);
    heading(ui,
        line.start(std::min(std::ceil(text_width(ui, title, Type::title)) + 1, line.width()), ui.px(12)),
        title, 1, Type::title);
    if (button(ui, add_area, made)) open_add(session, add, kind);

    std::vector<std::string_view> titles;
    std::vector<PlaceId> tab_places;
    int current = 0;
    for (const PlaceRow& place : places()) {
        if (!place.listed() || place.rail != here.rail) continue;
        if (place.kind == kind) current = static_cast<int>(titles.size());
        titles.push_back(session.text(place.brief.empty() ? place.name : place.brief));
        tab_places.push_back(place.id);
    }
    if (titles.size() > 1) {
        flow.space(ui.px(8));
        const ImRect strip = flow.take(ui.px(36));
        if (auto chosen = tabs(ui, strip, title, titles, current))
            session.go(tab_places[static_cast<std::size_t>(*chosen)]);
    }
    flow.space(ui.px(12));
    area.Min.y = flow.y;
    area.Min.x += side;
    area.Max.x -= side;
}

void draw_record_list(Session& session, RecordListState& state, ImRect area, Kind kind, RecordForm& add) {
    Ui& ui = session.ui;
    const PlaceRow& place = *place_of(kind);
    if (state.table.sort_key.empty()) {
        state.table.sort_key = std::ranges::find(columns, kind, &ListColumn::kind)->key;
        for (const FirstOrder& order : first_orders) {
            if (order.kind == kind)
                state.table.sort_key = order.key, state.table.descending = order.descending;
        }
    }
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    const std::size_t count = session.workspace.count(kind);
    if (count == 0) {
        if (empty_state(ui, flow,
                {.icon = icon_of(kind),
                    .title = session.text(list_key(place.address, "_none")),
                    .text = session.text(list_key(place.address, "_none_text")),
                    .action = session.text(list_key(place.address, "_add")),
                    .action_icon = Icon::plus}))
            open_add(session, add, kind);
        return;
    }
    Line line(flow.take(ui.control()));
    const ImRect filter = line.start(std::min(ui.px(320), line.width()), ui.px(12));
    text_field(ui, filter,
        {.name = session.text("list.filter"),
            .placeholder = session.text("list.filter"),
            .kind = InputKind::search,
            .role = Role::searchbox,
            .icon = Icon::search,
            .focus_first = false,
            .select_all = false},
        state.filter);
    make_rows(session, state, kind);
    label(ui, line.area,
        state.rows.size() == count ? ui.number(count) : session.text("list.of", {state.rows.size(), count}),
        Type::body, Colour::muted);
    flow.space(ui.px(12));
    if (state.rows.empty()) {
        if (empty_state(ui, flow,
                {.icon = Icon::search,
                    .title = session.text("list.nothing"),
                    .text = session.text("list.nothing_text"),
                    .action = session.text("people.clear_filter"),
                    .action_icon = Icon::x}))
            state.filter.clear();
        return;
    }
    draw_rows_table(session, state, {flow.x, flow.y, flow.end_x(), area.Max.y - ui.px(16)}, kind);
}

}  // namespace kith::ui
