#include "ui/today/rhythm.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace kith::ui {

namespace {

long number(double value) {
    return std::lround(value);
}

const Load& load_of(Session& session, TodayState& state) {
    return state.load.get(session.moment(), [&] {
        return yearly_load(
            session.workspace, session.insight.contacts(), session.ui.today(), rules_of(session.workspace));
    });
}

std::string rhythm_in_words(const Session& session, const Load& load) {
    std::string words = session.text(load_fact(load));
    if (load.time_for > 0) words += " " + session.text("today.rhythm_time", {load.time_for});
    return words;
}

std::string share_in_words(const Session& session, const LoadShare& share) {
    if (share.circle == person::circle::none)
        return session.text("today.share_own", {share.people, number(share.a_month)});
    return session.text(
        "today.share", {circle_name(session.ui.words(), share.circle), share.people, number(share.a_month)});
}

/// Writes the time there is when its field is left; anything that is no number is put right again.
void write_time(Session& session, TodayState& state, RhythmDialog& dialog) {
    const std::string_view digits = trim(dialog.time);
    int time = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), time);
    const bool is_number = !digits.empty() && problem == std::errc{} && end == digits.data() + digits.size();
    if (!digits.empty() && (!is_number || time < 0 || time > 10'000)) {
        dialog.error = session.text("form.no_number");
        session.ui.tree().announce(dialog.error, Politeness::assertive);
        return;
    }
    dialog.error.clear();
    if (time == load_of(session, state).time_for) return;
    session.commit(set_time_for_contacts(session.workspace, time));
    dialog.left_out.clear();  // of another proposal
}

void relax_chosen(Session& session, TodayState& state, RhythmDialog& dialog) {
    std::vector<Relaxation> chosen;
    const Load& load = load_of(session, state);
    std::size_t people = 0;
    for (std::size_t i = 0; i < load.proposal.size(); ++i) {
        if (dialog.left_out.contains(i)) continue;
        chosen.push_back(load.proposal[i]);
        people += chosen.back().people.size();
    }
    dialog.open = !session.commit(relax_rhythms(chosen), session.text("today.relaxed", {people}));
}

}  // namespace

void draw_rhythm(Session& session, TodayState& state, Flow& flow) {
    Ui& ui = session.ui;
    const Load& load = load_of(session, state);
    if (load.promised_a_month < 1) return;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("today.rhythm"), 2, Type::section);
    card.flow.space(ui.px(8));
    paragraph(ui, card.flow, rhythm_in_words(session, load), Type::small, Colour::muted);
    card.flow.space(ui.px(8));
    const std::string_view label = session.text(load.too_much() ? "today.relax" : "today.rhythm_open");
    if (button(ui, card.flow, {.label = label, .has_popup = true})) {
        state.rhythm = {.open = true, .time = {}, .error = {}, .left_out = {}};
        if (load.time_for > 0) state.rhythm.time = load.time_for;
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_rhythm_dialog(Session& session, TodayState& state) {
    Ui& ui = session.ui;
    RhythmDialog& dialog = state.rhythm;
    Flow flow;
    if (!begin_dialog(ui, session.text("today.rhythm"), 520, dialog.open, flow)) return;
    const Load& load = load_of(session, state);
    paragraph(ui, flow, rhythm_in_words(session, load), Type::body, Colour::muted);
    flow.space(ui.px(12));
    ui.open_group(Role::list, session.text("today.shares"));
    for (const LoadShare& share : load.shares) {
        const std::string words = share_in_words(session, share);
        const ImRect strip = flow.take(ui.line(Type::body));
        Node& node = ui.tree().add({.id = ui.static_id(words), .role = Role::listitem, .name = words});
        node.bounds = ui.visible_bounds(strip);
        silent_label(ui, strip, words);
    }
    ui.tree().close();
    flow.space(ui.px(16));
    const std::string_view name = session.text("today.time_for");
    const ImRect area = labelled(ui, flow, name, ui.control());
    const FieldResult typed = text_field(ui, {area.Min.x, area.Min.y, area.Min.x + ui.px(120), area.Max.y},
        {.name = name, .kind = InputKind::number, .error = dialog.error}, dialog.time);
    if (typed.committed()) write_time(session, state, dialog);
    if (!dialog.error.empty()) paragraph(ui, flow, dialog.error, Type::small, Colour::late);
    flow.space(ui.px(4));
    paragraph(ui, flow, session.text("today.time_text"), Type::small, Colour::muted);
    flow.space(ui.px(16));
    if (!load.proposal.empty()) {
        heading(ui, flow.take(ui.line(Type::body)), session.text("today.proposal"), 3, Type::body_strong);
        flow.space(ui.px(4));
    } else if (load.time_for > 0) {
        paragraph(ui, flow, session.text(load.too_much() ? "today.no_proposal" : "today.it_fits"));
        flow.space(ui.px(12));
    }
    for (std::size_t i = 0; i < load.proposal.size(); ++i) {
        const std::string reason = session.text(load.proposal[i].reason);
        const bool wanted = !dialog.left_out.contains(i);
        const float words = flow.width - ui.px(28);
        const auto lines = wrap_text(ui, reason, Type::body, words);
        const ImRect strip = flow.take(
            std::max(ui.control(), ui.line(Type::body) * static_cast<float>(lines.size()) + ui.px(8)));
        const ImRect box{strip.Min.x - ui.px(5), strip.Min.y, strip.Min.x + ui.px(23), strip.Max.y};
        if (checkbox(ui, box, reason, wanted ? Tri::yes : Tri::no, false)) {
            if (wanted)
                dialog.left_out.insert(i);
            else
                dialog.left_out.erase(i);
        }
        Flow text{.x = strip.Min.x + ui.px(28),
            .y = middle(strip, ui.line(Type::body) * static_cast<float>(lines.size())).Min.y,
            .width = words};
        for (std::string_view line : lines)
            silent_label(ui, text.take(ui.line(Type::body)), line);
    }
    flow.space(ui.px(12));
    Line line(flow.take(ui.control()));
    const Button relax_them{.label = session.text("today.relax_do"), .kind = ButtonKind::primary};
    const Button close{.label = session.text("prepare.close")};
    const bool any = dialog.left_out.size() < load.proposal.size();
    const ImRect relax_area = any ? line.end(button_width(ui, relax_them), ui.px(8)) : ImRect{};
    if (button(ui, line.end(button_width(ui, close)), close)) dialog.open = false;
    if (any && dialog.open && button(ui, relax_area, relax_them)) relax_chosen(session, state, dialog);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
