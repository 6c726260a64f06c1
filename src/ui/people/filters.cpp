#include "ui/people/filters.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "planning/people/filter.h"
#include "planning/people/saved_filters.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

std::string query_of(const Session& session, const PeopleFilter& filter) {
    Filter made;
    const auto add = [&](FilterKey key, std::string text) {
        if (!text.empty()) made.terms.push_back({key, false, {{FilterComparison::is, std::move(text)}}});
    };
    add(FilterKey::circle, std::string(person::circle.key(filter.circle)));
    add(FilterKey::tag, filter.tag);
    add(FilterKey::place, filter.place);
    if (filter.organisation) add(FilterKey::org, record_name(session.workspace, filter.organisation));
    if (filter.decides) {
        const bool anything = *filter.decides == person::decides::none;
        add(FilterKey::decides,
            std::string(anything ? filter_word::yes : person::decides.key(*filter.decides)));
    }
    if (filter.never_spoken)
        made.terms.push_back({FilterKey::last_contact, false,
            {{FilterComparison::before, "this-year"}, {FilterComparison::is, "never"}}});
    const std::string folded = collapse_spaces(filter.text);
    for (std::string_view word : split(folded, ' '))
        add(FilterKey::name, std::string(word));
    return print_filter(made);
}

PeopleFilter filter_of(const Session& session, std::string_view query) {
    PeopleFilter filter;
    const auto read = parse_filter(query);
    if (!read) return filter;
    for (const FilterTerm& term : read->terms) {
        if (term.negated || term.values.empty()) continue;
        const std::string& value = term.values.front().text;
        switch (term.key) {
            case FilterKey::circle: filter.circle = known(person::circle.option(value)); break;
            case FilterKey::tag: filter.tag = value; break;
            case FilterKey::place: filter.place = value; break;
            case FilterKey::decides: {
                const auto matter = person::decides.option(value);
                if (value == filter_word::yes)
                    filter.decides = person::decides::none;
                else if (known(matter) != person::decides::none)
                    filter.decides = matter;
                break;
            }
            case FilterKey::last_contact: filter.never_spoken = true; break;
            case FilterKey::name: filter.text = joined({filter.text, value}, " "); break;
            case FilterKey::org:
                session.workspace.for_each(Kind::organisation, [&](RecordId organisation) {
                    if (fold(record_name(session.workspace, organisation)) == fold(value))
                        filter.organisation = organisation;
                });
                break;
            default: break;
        }
    }
    return filter;
}

namespace {

Button menu_button(const Session& session, const PeopleState* state, bool icon_only) {
    return {.label = session.text("people.saved_filters"),
        .icon = Icon::bookmark,
        .icon_only = icon_only,
        .has_popup = true,
        .expanded = state != nullptr && state->saved_open ? Tri::yes : Tri::no};
}

void apply(Session& session, PeopleState& state, RecordId filter) {
    state.filter = filter_of(session, session.workspace.text(filter, saved_filter::query));
    state.organisation_text =
        state.filter.organisation ? record_name(session.workspace, state.filter.organisation) : std::string{};
}

void ask_name(Session& session, PeopleState& state) {
    Ui& ui = session.ui;
    Flow dialog;
    if (!begin_dialog(ui, session.text("people.save_filter"), 400, state.naming_filter, dialog)) return;
    const std::string query = query_of(session, state.filter);
    paragraph(ui, dialog, query, Type::small, Colour::muted);
    dialog.space(ui.px(8));
    const std::string_view name = session.text("people.filter_name");
    text_field(ui, labelled(ui, dialog, name, ui.control()),
        {.name = name, .placeholder = session.text("people.filter_example")}, state.filter_name);
    dialog.space(ui.px(16));
    Line line(dialog.take(ui.control()));
    const Button save{.label = session.text("form.save"),
        .kind = ButtonKind::primary,
        .disabled = trim(state.filter_name).empty()};
    const bool pressed = button(ui, line.end(button_width(ui, save)), save);
    if ((pressed || ui.submitted()) && !trim(state.filter_name).empty()) {
        const std::string said(trim(state.filter_name));
        if (session.commit(save_filter(session.workspace, said, query, session.random),
                session.text("toast.saved_filter", {said})))
            state.naming_filter = false;
    }
    end_dialog(ui, dialog);
}

}  // namespace

float saved_filters_width(const Session& session, bool icon_only) {
    return button_width(session.ui, menu_button(session, nullptr, icon_only));
}

void draw_saved_filters(Session& session, PeopleState& state, ImRect area, bool icon_only) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    if (button(ui, area, menu_button(session, &state, icon_only))) state.saved_open = true;
    Flow menu;
    if (begin_menu(ui, session.text("people.saved_filters"), area, 260, state.saved_open, menu)) {
        const std::vector<RecordId> filters = saved_filters(workspace);
        const std::string now = query_of(session, state.filter);
        RecordId current;
        for (const RecordId filter : filters) {
            ImGui::PushID(static_cast<int>(mix(filter.value)));
            const bool on = workspace.text(filter, saved_filter::query) == now;
            if (on) current = filter;
            if (menu_item(ui, menu,
                    {.label = workspace.text(filter, saved_filter::name),
                        .checked = on ? Tri::yes : Tri::no,
                        .role = Role::menuitemcheckbox})) {
                state.saved_open = false;
                if (on)
                    state.filter = {}, state.organisation_text.clear();
                else
                    apply(session, state, filter);
            }
            ImGui::PopID();
        }
        if (filters.empty() && state.filter.empty())
            menu_item(ui, menu, {.label = session.text("people.no_saved_filters"), .disabled = true});
        if (!state.filter.empty() && !current &&
            menu_item(ui, menu, {.label = session.text("people.save_filter"), .icon = Icon::plus})) {
            state.saved_open = false;
            state.naming_filter = true;
            state.filter_name.clear();
        }
        if (current) {
            const std::string name(workspace.text(current, saved_filter::name));
            const std::string words = session.text("people.forget_filter", {name});
            if (menu_item(ui, menu, {.label = words, .icon = Icon::trash_2, .danger = true})) {
                state.saved_open = false;
                session.commit(forget_filter(current, name), session.text("toast.forgot_filter", {name}));
            }
        }
        end_menu(ui, menu);
    }
    ask_name(session, state);
}

}  // namespace kith::ui
