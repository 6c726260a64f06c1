// Everyone one knows: a table that is filtered, sorted and selected in, with the person beside it.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "ui/people/add.h"
#include "ui/people/bulk.h"
#include "ui/people/duplicates.h"
#include "ui/people/filters.h"
#include "ui/people/screen.h"
#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

struct PeopleColumn {
    std::string_view key;  // catalogue: column.KEY
    PeopleSort sort;
    float least, share;
    int keep;  // columns with higher numbers go first when the room is short
    bool by_default;
};

constexpr std::array columns_there_are{
    PeopleColumn{"name", PeopleSort::name, 200, 2.2f, 0, true},
    PeopleColumn{"role", PeopleSort::role, 130, 1.2f, 4, true},
    PeopleColumn{"organisation", PeopleSort::organisation, 140, 1.4f, 3, true},
    PeopleColumn{"circle", PeopleSort::circle, 126, 0, 6, true},
    PeopleColumn{"tags", PeopleSort::tags, 130, 1, 8, false},
    PeopleColumn{"place", PeopleSort::place, 100, 0.6f, 5, false},
    PeopleColumn{"email", PeopleSort::email, 170, 1, 7, false},
    PeopleColumn{"last_contact", PeopleSort::last_contact, 150, 0.2f, 1, true},
    PeopleColumn{"next", PeopleSort::next, 130, 0.2f, 2, true},
};

std::vector<std::string> chosen_columns(const Session& session) {
    std::vector<std::string> keys;
    if (const std::string kept = session.setting(settings::people_columns); !kept.empty()) {
        for (std::string_view key : split(kept, ' '))
            keys.emplace_back(key);
    } else {
        for (const PeopleColumn& column : columns_there_are) {
            if (column.by_default) keys.emplace_back(column.key);
        }
    }
    return keys;
}

std::string column_title(const Session& session, std::string_view key) {
    return std::string(session.text("column." + std::string(key)));
}

// ---- Cells ---------------------------------------------------------------------------------------

std::string name_cell(Session& session, RecordId person, ImRect area) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    std::string name = person_name(workspace, person);
    const float size = ui.px(grid::avatar);
    const Face face{
        .name = name, .key = person.value, .photo = workspace.get(person, person::photo).as_bytes()};
    avatar(ui, middle(area, size).Min, size, face);
    area.Min.x += size + ui.px(10);
    if (ui.phone()) {  // no columns for it: below the name
        const ImRect lines = middle(area, ui.line(Type::body) + ui.line(Type::small));
        const float below = lines.Min.y + ui.line(Type::body);
        const std::string work = work_of(workspace, person);
        if (work.empty()) {
            silent_label(ui, area, name);
            return name;
        }
        silent_label(ui, {lines.Min.x, lines.Min.y, lines.Max.x, below}, name);
        silent_label(ui, {lines.Min.x, below, lines.Max.x, lines.Max.y}, work, Type::small, Colour::muted);
        return name + ", " + work;
    }
    // The first tag stands behind the name if there is room for both.
    const auto tags = workspace.texts(person, person::tags);
    const float name_width = std::ceil(text_width(ui, name, Type::body));
    silent_label(ui, area, name);
    if (!tags.empty()) {
        const float wide = tag_width(ui, tags.front());
        if (name_width + ui.px(10) + wide <= area.GetWidth()) {
            draw_tag(
                ui, {area.Min.x + name_width + ui.px(10), middle(area, tag_height(ui)).Min.y}, tags.front());
        }
    }
    return name;
}

/// When to be in touch next, as a tag; what is set aside is only said.
std::string next_cell(Session& session, RecordId person, const Rules& rules, ImRect area) {
    Ui& ui = session.ui;
    const Cadence cadence =
        cadence_of(session.workspace, person, session.insight.contacts().of(person), ui.today(), rules);
    if (cadence.snoozed != SnoozeKind::none) {
        const auto day = next_contact(cadence);
        const std::string words =
            day ? session.text("today.until", {*day}) : std::string(session.text("people.until_reply"));
        silent_label(ui, area, words, Type::small, Colour::muted);
        return words;
    }
    if (!cadence.due) return {};
    const auto ahead = (*cadence.due - ui.today()).count();
    std::string words = ahead <= 30 ? session.show_relative(*cadence.due)
                                    : session.text("span.ahead.months", {(ahead + 15) / 30});
    TagKind kind = TagKind::plain;
    if (cadence.status == CadenceStatus::drifting)
        words = session.text("today.drifting"), kind = TagKind::late;
    else if (cadence.status == CadenceStatus::due)
        words = session.text("today.due"), kind = TagKind::due;
    draw_tag(ui, middle(area, tag_height(ui)).Min, words, kind);
    const std::string exact = session.show_exact(*cadence.due);
    if (ImGui::IsMouseHoveringRect(area.Min, area.Max))
        ui.tooltip(ImHashStr("next", 0, static_cast<ImGuiID>(person.value)), area, exact, {.hovered = true});
    return words + ", " + exact;
}

std::string cell(Session& session, RecordId person, PeopleSort column, const Rules& rules, ImRect area) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const auto write = [&](std::string words, Colour colour) {
        silent_label(ui, area, words, Type::body, colour);
        return words;
    };
    switch (column) {
        case PeopleSort::name: return name_cell(session, person, area);
        case PeopleSort::role: return write(role_of(workspace, person), Colour::muted);
        case PeopleSort::organisation: return write(organisation_name_of(workspace, person), Colour::text);
        case PeopleSort::circle: {
            const auto circle = workspace.text(person, person::circle);
            return circle.empty() ? std::string{} : write(circle_name(ui.words(), circle), Colour::muted);
        }
        case PeopleSort::place:
            return write(std::string(workspace.text(person, person::place)), Colour::muted);
        case PeopleSort::email: return write(std::string(email_of(workspace, person)), Colour::muted);
        case PeopleSort::last_contact: {
            const PartialDate on = last_contact_on(session.insight, person, ui.today());
            if (on.empty()) return {};
            const std::string words = session.show_relative(on);
            std::string exact = session.show_exact(on);
            silent_label(ui, area, words, Type::body, Colour::muted);
            if (exact.contains(words)) return exact;  // only the year was left out
            if (ImGui::IsMouseHoveringRect(area.Min, area.Max))
                ui.tooltip(
                    ImHashStr("date", 0, static_cast<ImGuiID>(person.value)), area, exact, {.hovered = true});
            return words + ", " + exact;
        }
        case PeopleSort::next: return next_cell(session, person, rules, area);
        case PeopleSort::tags: {
            std::string all;
            float x = area.Min.x;
            for (std::string_view tag : workspace.texts(person, person::tags)) {
                if (!all.empty()) all += ", ";
                all += tag;
                const float wide = tag_width(ui, tag);
                if (x + wide > area.Max.x) continue;
                draw_tag(ui, {x, middle(area, tag_height(ui)).Min.y}, tag);
                x += wide + ui.px(6);
            }
            return all;
        }
    }
    return {};
}

// ---- Filter --------------------------------------------------------------------------------------

std::optional<int> text_select(Session& session, ImRect area, std::string_view name,
    const std::vector<std::string>& texts, std::string_view current) {
    std::vector<std::string_view> options{session.text("people.any")};
    options.insert(options.end(), texts.begin(), texts.end());
    const auto at = std::ranges::find(texts, current);
    const int chosen = at == texts.end() ? -1 : static_cast<int>(at - texts.begin()) + 1;
    return select(
        session.ui, area, {.name = name, .options = options, .current = chosen, .placeholder = name});
}

void draw_filter(Session& session, PeopleState& state, Flow& flow) {
    Ui& ui = session.ui;
    PeopleFilter& filter = state.filter;
    ui.open_group(Role::search, session.text("people.filter"));
    // Side by side where there is room, else below each other.
    const float gap = ui.px(8);
    const int across = flow.width >= ui.px(640) ? 4 : flow.width >= ui.px(420) ? 2 : 1;
    const float wide =
        std::floor((flow.width - gap * static_cast<float>(across - 1)) / static_cast<float>(across));
    int column = 0;
    ImRect strip;
    const auto place = [&] {
        if (column == 0) strip = flow.take(ui.control());
        const float x = strip.Min.x + static_cast<float>(column) * (wide + gap);
        column = (column + 1) % across;
        if (column == 0) flow.space(gap);
        return ImRect{x, strip.Min.y, x + wide, strip.Max.y};
    };
    text_field(ui, place(),
        {.name = session.text("people.filter_text"),
            .placeholder = session.text("people.filter_text"),
            .kind = InputKind::search,
            .role = Role::searchbox,
            .icon = Icon::search,
            .select_all = false},
        filter.text);
    const ReferenceResult organisation = reference_field(session, place(),
        {.name = session.text("people.filter_organisation"),
            .placeholder = session.text("people.filter_organisation"),
            .kind = InputKind::search},
        Kind::organisation, state.organisation_text);
    if (organisation.chosen) {
        filter.organisation = *organisation.chosen;
        state.organisation_text = record_name(session.workspace, filter.organisation);
    } else if (organisation.field.changed && trim(state.organisation_text).empty()) {
        filter.organisation = {};
    }
    const std::vector<std::string>& tags = session.known_texts(person::tags);
    if (auto picked = text_select(session, place(), session.text("people.filter_tag"), tags, filter.tag)) {
        filter.tag = *picked == 0 ? std::string{} : tags[static_cast<std::size_t>(*picked - 1)];
    }
    std::vector<std::string> circles;
    for (const auto circle : enumerators<enum person::circle>) {
        if (circle != person::circle::none) circles.push_back(circle_name(ui.words(), circle));
    }
    const std::string current =
        filter.circle == person::circle::none ? "" : option_label(ui.words(), person::circle, filter.circle);
    if (auto picked = text_select(session, place(), session.text("people.filter_circle"), circles, current))
        filter.circle = static_cast<enum person::circle>(*picked);
    const auto decision_in_words = [&](enum person::decides matter) {
        return matter == person::decides::none ? std::string(session.text("people.decides_anything"))
                                               : option_label(ui.words(), person::decides, matter);
    };
    std::vector<std::string> decisions;
    for (const auto matter : enumerators<enum person::decides>)
        decisions.push_back(decision_in_words(matter));
    std::ranges::rotate(decisions, decisions.begin() + 1);  // anything comes last
    const std::string decision = filter.decides ? decision_in_words(*filter.decides) : "";
    if (auto picked =
            text_select(session, place(), session.text("people.filter_decides"), decisions, decision)) {
        const bool anything = *picked == static_cast<int>(decisions.size());
        filter.decides = *picked == 0
            ? std::nullopt
            : std::optional(anything ? person::decides::none : static_cast<enum person::decides>(*picked));
    }
    text_field(ui, place(),
        {.name = session.text("people.filter_place"),
            .placeholder = session.text("people.filter_place"),
            .kind = InputKind::search,
            .focus_first = false},
        filter.place);
    if (column != 0) flow.space(gap);
    ui.tree().close();
    flow.space(ui.px(4));
}

// What is filtered by, each to be taken off, and filters that are often wanted.
void draw_chips(Session& session, PeopleState& state, Flow& flow) {
    Ui& ui = session.ui;
    PeopleFilter& filter = state.filter;
    float x = flow.x;
    const float high = ui.touch() ? ui.px(grid::control_touch) : tag_height(ui) + ui.px(4);
    const auto place = [&](std::string_view text, bool removable) {
        const float wide = chip_width(ui, text, removable);
        if (x > flow.x && x + wide > flow.end_x()) {
            x = flow.x;
            flow.space(high + ui.px(6));
        }
        const ImVec2 at{x, flow.y};
        x += wide + ui.px(8);
        return at;
    };
    const auto active = [&](const std::string& text) {
        return chip(ui, place(text, true), text, true, true);
    };
    ui.open_group(Role::toolbar, session.text("people.filters"));
    if (!state.filter_open) {
        if (!filter.text.empty() && active("“" + filter.text + "”")) filter.text.clear();
        if (filter.organisation && active(record_name(session.workspace, filter.organisation))) {
            filter.organisation = {};
            state.organisation_text.clear();
        }
        if (!filter.tag.empty() && active(filter.tag)) filter.tag.clear();
        if (filter.circle != person::circle::none && active(circle_name(ui.words(), filter.circle)))
            filter.circle = person::circle::none;
        if (!filter.place.empty() && active(session.text("people.in_place", {filter.place})))
            filter.place.clear();
        if (filter.decides &&
            active(*filter.decides == person::decides::none
                    ? std::string(session.text("people.decides"))
                    : session.text(
                          "people.decides_on", {option_label(ui.words(), person::decides, *filter.decides)})))
            filter.decides.reset();
    }
    const std::string_view silent = session.text("people.not_this_year");
    if (chip(ui, place(silent, false), silent, filter.never_spoken))
        filter.never_spoken = !filter.never_spoken;
    int offered = 0;
    const std::vector<std::string> tags = session.known_texts(person::tags);
    for (const std::string& tag : tags) {
        if (tag == filter.tag || x + chip_width(ui, tag, false) > flow.end_x() || ++offered > 4) break;
        if (chip(ui, place(tag, false), tag, false)) filter.tag = tag;
    }
    ui.tree().close();
    flow.space(high + ui.px(12));
}

// ---- The table -----------------------------------------------------------------------------------

void draw_columns_menu(Session& session, PeopleState& state, ImRect anchor) {
    Ui& ui = session.ui;
    Flow menu;
    if (!begin_menu(ui, session.text("people.columns"), anchor, 200, state.columns_open, menu)) return;
    std::vector<std::string> chosen = chosen_columns(session);
    for (const PeopleColumn& column : columns_there_are) {
        const bool on = std::ranges::contains(chosen, column.key);
        const std::string title = column_title(session, column.key);
        if (!menu_item(ui, menu,
                {.label = title,
                    .checked = on ? Tri::yes : Tri::no,
                    .disabled = column.key == "name",
                    .role = Role::menuitemcheckbox}))
            continue;
        std::string kept;
        for (const PeopleColumn& each : columns_there_are) {
            const bool keep = each.key == column.key ? !on : std::ranges::contains(chosen, each.key);
            if (!keep) continue;
            if (!kept.empty()) kept += ' ';
            kept += each.key;
        }
        session.set_setting(settings::people_columns, kept);
    }
    end_menu(ui, menu);
}

void draw_table(Session& session, PeopleState& state, ImRect area) {
    Ui& ui = session.ui;
    const std::vector<RecordId>& people = session.people.rows();
    const std::vector<std::string> chosen = chosen_columns(session);
    std::vector<Column> columns;
    std::vector<PeopleSort> sorts;
    std::vector<std::string> titles;
    titles.reserve(columns_there_are.size());
    for (const PeopleColumn& column : columns_there_are) {
        const bool on_phone = column.key == "name" || column.key == "last_contact";
        if (ui.phone() ? !on_phone : !std::ranges::contains(chosen, column.key)) continue;
        titles.push_back(column_title(session, column.key));
        const bool names = column.key == "name";
        const float least = ui.phone() ? (names ? 150.0f : 116.0f) : column.least;
        columns.push_back({.key = column.key,
            .title = titles.back(),
            .least = least,
            .share = ui.phone() && !names ? 0 : column.share,  // names have what is over
            .keep = column.keep});
        sorts.push_back(column.sort);
    }
    const Rules rules = rules_of(session.workspace);
    TableRows rows{
        .count = static_cast<int>(people.size()),
        .two_lines = ui.phone(),
        .cell =
            [&](int row, std::size_t column, ImRect place, bool) {
                return cell(session, people[static_cast<std::size_t>(row)], sorts[column], rules, place);
            },
        .name =
            [&](int row) { return person_name(session.workspace, people[static_cast<std::size_t>(row)]); },
        .key = [&](int row) { return people[static_cast<std::size_t>(row)].value; },
        .selected = [&](int row) { return state.selected.contains(people[static_cast<std::size_t>(row)]); },
        .current = session.place.record ? session.people.row_of(session.place.record) : -1,
        .find = [&](std::string_view prefix, int from) { return session.people.find_name(prefix, from); },
    };
    if (ui.phone()) rows.selected = nullptr;
    const TableResult result = table(ui, area, session.name_of(PlaceId::people), state.table, columns, rows);
    const auto at = [&](int row) { return people[static_cast<std::size_t>(row)]; };
    if (result.opened) session.go(PlaceId::people, at(*result.opened));
    if (result.toggled && state.selected.erase(at(*result.toggled)) == 0)
        state.selected.insert(at(*result.toggled));
    if (result.range) {
        for (int row = result.range->first; row <= result.range->second; ++row)
            state.selected.insert(at(row));
    }
    if (result.select_all) state.selected.insert(people.begin(), people.end());
}

PeopleSort sort_of(std::string_view key) {
    for (const PeopleColumn& column : columns_there_are) {
        if (column.key == key) return column.sort;
    }
    return PeopleSort::name;
}

}  // namespace

void draw_people(Session& session, PeopleState& state, ImRect area) {
    Ui& ui = session.ui;
    ui.open_group(Role::main, session.name_of(PlaceId::people), area);
    session.people.want(state.filter, sort_of(state.table.sort_key), state.table.descending, ui.today());
    if (session.people.step(session.insight, ui.one_slice(70))) ui.keep_moving();
    std::erase_if(state.selected, [&](RecordId person) { return !session.workspace.live(person); });

    const float side = ui.px(ui.phone() ? grid::screen_phone : grid::screen);
    Flow flow{.x = area.Min.x + side, .y = area.Min.y + ui.px(20), .width = area.GetWidth() - 2 * side};
    Line line(flow.take(ui.control()));
    const Button add{.label = session.text("people.add"), .icon = Icon::user_plus};
    const bool icons_only = flow.width < ui.px(520);
    const Button columns{.label = session.text("people.columns"),
        .icon = Icon::columns_3,
        .icon_only = icons_only,
        .has_popup = true,
        .expanded = state.columns_open ? Tri::yes : Tri::no};
    const Button filter{.label = session.text("people.filter"),
        .icon = Icon::list_filter,
        .icon_only = icons_only,
        .expanded = state.filter_open ? Tri::yes : Tri::no};
    const ImRect add_area = line.end(button_width(ui, add), ui.px(12));
    const ImRect columns_area = ui.phone() ? ImRect{} : line.end(button_width(ui, columns), ui.px(12));
    const ImRect filter_area = line.end(button_width(ui, filter), ui.px(12));
    const bool saved_as_icon = flow.width < ui.px(760);
    const ImRect saved_area = line.end(saved_filters_width(session, saved_as_icon), ui.px(12));
    const std::string_view title = session.name_of(PlaceId::people);
    heading(
        ui, line.start(std::ceil(text_width(ui, title, Type::title)) + 1, ui.px(12)), title, 1, Type::title);
    const std::string number =
        session.people.ever_done() ? ui.number(session.people.rows().size()) : std::string{};
    // Its lower edge stands on the title's line.
    ImRect count_area = line.area;
    count_area.Min.y += ui.px(3), count_area.Max.y += ui.px(3);
    label(ui, count_area, number, Type::body, Colour::muted);
    if (button(ui, filter_area, filter)) state.filter_open = !state.filter_open;
    if (!ui.phone() && button(ui, columns_area, columns)) state.columns_open = true;
    if (button(ui, add_area, add)) session.wish.add_person = true;
    draw_columns_menu(session, state, columns_area);
    draw_saved_filters(session, state, saved_area, saved_as_icon);
    flow.space(ui.px(12));

    if (!state.selected.empty()) {
        draw_selection(session, state, flow);
    } else {
        if (state.filter_open) draw_filter(session, state, flow);
        if (!ui.phone() || state.filter_open || !state.filter.empty()) draw_chips(session, state, flow);
    }

    if (state.selected.empty() && state.filter.empty()) {
        // Once the list is there: both at a time would make it late.
        if (session.people.up_to_date() && look_for_duplicates(session)) ui.keep_moving();
        duplicates_line(session, flow);
    }

    const ImRect rest{flow.x, flow.y, flow.end_x(), area.Max.y - side};
    if (!session.people.ever_done()) {
        if (state.since == Instant{}) state.since = ui.now();
        skeleton_rows(ui, flow, 8, state.since);
    } else if (session.people.rows().empty() && session.people.up_to_date()) {
        if (empty_state(ui, flow,
                {.icon = Icon::users,
                    .title = session.text("people.none"),
                    .text = session.text("people.none_text"),
                    .action = session.text("people.clear_filter"),
                    .action_icon = Icon::x})) {
            state.filter = {};
            state.organisation_text.clear();
        }
    } else {
        draw_table(session, state, rest);
    }
    ui.tree().close();
}

}  // namespace kith::ui
