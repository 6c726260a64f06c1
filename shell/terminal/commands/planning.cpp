// `kith agenda` and `kith plan`: what is due, and what to do with the hours of a week, as lines or as JSON.
#include <algorithm>

#include "base/json.h"
#include "insight/insight.h"
#include "planning/agenda/doing.h"
#include "planning/agenda/put_off.h"
#include "planning/week/proposal.h"
#include "planning/week/review.h"
#include "terminal/command.h"
#include "terminal/workspace_file.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

/// "promise_mine" of "agenda.promise_mine".
std::string_view last_part(std::string_view key) {
    return key.substr(key.rfind('.') + 1);
}

std::string_view word_for(Urgency urgency) {
    switch (urgency) {
        case Urgency::late: return "late";
        case Urgency::today: return "today";
        case Urgency::soon: return "soon";
        case Urgency::open: break;
    }
    return "open";
}

std::string duration(const Console& console, int minutes) {
    const int hours = minutes / 60, rest = minutes % 60;
    if (minutes < 60) return console.text("weekly.minutes", {rest});
    if (minutes % 60 == 0) return console.text("weekly.hours", {hours});
    return console.text("weekly.hours_minutes", {hours, rest});
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string sentences(const Console& console, const Facts& facts) {
    std::string text;
    for (const Message& fact : facts)
        text += (text.empty() ? "" : "; ") + console.text(fact);
    return text;
}

void write_people(JsonWriter& json, const Workspace& workspace, const std::vector<RecordId>& people) {
    json.key("people").open('[');
    for (const RecordId person : people) {
        json.open('{').key("id").text(to_string(person));
        json.key("name").text(person_name(workspace, person)).close('}');
    }
    json.close(']');
}

void write_facts(JsonWriter& json, const Console& console, std::string_view key, const Facts& facts) {
    json.key(key).open('[');
    for (const Message& fact : facts)
        json.text(console.text(fact));
    json.close(']');
}

Result<WorkspaceFile> read_or_complain(Console& console, const Arguments& arguments) {
    Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file)
        console.complain(file.error());
    else if (file->damage())
        console.complain(*file->damage());
    return file;
}

// ---- kith agenda ---------------------------------------------------------------------------------

/// An item of the list; `back_on`: it is snoozed until then.
struct Listed {
    const AgendaItem& item;
    std::optional<Day> back_on;
};

/// What there is to see on a day: without what is snoozed, unless all is asked for.
std::vector<Listed> listed(const Workspace& workspace, const Agenda& agenda, Day today, bool all) {
    std::vector<Listed> items;
    for (const AgendaItem& item : agenda.items()) {
        const auto back_on = put_off_until(workspace, item, today);
        if (all || !back_on) items.push_back({item, back_on});
    }
    return items;
}

void print_agenda_json(
    Console& console, const Workspace& workspace, std::span<const Listed> items, Day today) {
    JsonWriter json;
    json.open('{').key("on").text(to_iso(today)).key("items").open('[');
    for (const auto& [item, back_on] : items) {
        json.open('{').key("id").text(id_of(item)).key("kind").text(last_part(key_of(item.kind)));
        json.key("title").text(console.text(item.title));
        json.key("urgency").text(word_for(item.urgency));
        if (item.due) json.key("due").text(to_iso(*item.due));
        if (back_on) json.key("snoozed_until").text(to_iso(*back_on));
        json.key("next_step").text(last_part(key_of(item.step)));
        json.key("record").text(to_string(item.record));
        write_people(json, workspace, item.people);
        write_facts(json, console, "reasons", item.reasons);
        json.close('}');
    }
    console.print_line(json.close(']').close('}').result());
}

ExitCode list_agenda(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, agenda_command, arguments);
    if (!today) return ExitCode::misused;
    const Result<WorkspaceFile> file = read_or_complain(console, arguments);
    if (!file) return ExitCode::failed;
    const Workspace& workspace = file->workspace();
    Insight insight(workspace);
    Agenda agenda;
    agenda.update(insight, *today, rules_of(workspace));
    const std::vector<Listed> items = listed(workspace, agenda, *today, arguments.has("all"));
    if (console.json) {
        print_agenda_json(console, workspace, items, *today);
        return ExitCode::done;
    }
    const bool with_ids = arguments.has("ids");
    if (items.empty()) console.print_line(console.catalogue().get("today.nothing"));
    for (const auto& [item, back_on] : items) {
        const std::string when = item.due ? to_iso(*item.due) : std::string("-");
        const std::string id = with_ids ? padded(id_of(item), 14) : std::string{};
        console.print_line(id + padded(std::string(word_for(item.urgency)), 7) + padded(when, 12) +
            console.text(item.title));
        std::string why = sentences(console, item.reasons);
        if (back_on) why = console.text("today.until", {*back_on}) + (why.empty() ? "" : "; ") + why;
        if (!why.empty()) console.print_line(std::string(id.size() + 19, ' ') + why);
    }
    return ExitCode::done;
}

constexpr Option agenda_options[] = {
    {.name = "all", .letter = 'a', .value = {}, .help = "with what is snoozed"},
    {.name = "ids", .letter = 'i', .value = {}, .help = "with the id of each, for kith do and kith snooze"},
    {.name = "on", .value = "DATE", .help = "the day to look at it from (YYYY-MM-DD); today, if not said"},
};

// ---- kith plan -----------------------------------------------------------------------------------

void write_items(JsonWriter& json, const Console& console, const Workspace& workspace, std::string_view key,
    const std::vector<WeekItem>& items, bool chosen) {
    json.key(key).open('[');
    for (const WeekItem& item : items) {
        json.open('{').key("title").text(console.text(item.title));
        if (chosen) json.key("why").text(last_part(key_of(item.why)));
        json.key("minutes").number(item.minutes).key("taken").boolean(item.accepted);
        if (item.due) json.key("due").text(to_iso(*item.due));
        json.key("record").text(to_string(item.record));
        if (item.goal) json.key("goal").text(to_string(item.goal));
        write_people(json, workspace, item.people);
        write_facts(json, console, "reasons", item.reasons);
        json.close('}');
    }
    json.close(']');
}

void print_plan_json(Console& console, const Workspace& workspace, const WeekProposal& week) {
    JsonWriter json;
    json.open('{').key("week").text(to_iso(week.begin)).key("minutes").number(week.minutes);
    json.key("done").number(week.done).key("planned").number(week.taken);
    json.key("too_much").boolean(week.too_much());
    json.key("shares").open('[');
    for (const WeekShare& share : week.shares) {
        json.open('{');
        if (share.goal) json.key("goal").text(to_string(share.goal));
        json.key("name").text(share.goal ? record_name(workspace, share.goal)
                                         : std::string(console.catalogue().get("weekly.in_touch")));
        json.key("minutes").number(share.minutes).key("done").number(share.done);
        json.key("planned").number(share.taken).close('}');
    }
    json.close(']');
    write_items(json, console, workspace, "items", week.items, true);
    write_items(json, console, workspace, "left_over", week.left_over, false);
    write_facts(json, console, "notes", week.notes);
    console.print_line(json.close('}').result());
}

void print_items(Console& console, const std::vector<WeekItem>& items, bool chosen) {
    for (const WeekItem& item : items) {
        const std::string when = item.due ? to_iso(*item.due) : std::string("-");
        console.print_line(
            padded(duration(console, item.minutes), 12) + padded(when, 12) + console.text(item.title));
        Facts reasons = item.reasons;
        if (chosen) reasons.insert(reasons.begin(), Message{key_of(item.why), {}});
        if (!reasons.empty()) console.print_line(std::string(24, ' ') + sentences(console, reasons));
    }
}

ExitCode propose_plan(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, plan_command, arguments);
    if (!today) return ExitCode::misused;
    std::optional<int> minutes;
    if (const auto hours = arguments.value("hours")) {
        minutes = minutes_from_hours(*hours);
        if (!minutes) return misused(console, plan_command, {"terminal.no_such_hours", {*hours}});
    }
    const Result<WorkspaceFile> file = read_or_complain(console, arguments);
    if (!file) return ExitCode::failed;
    const Workspace& workspace = file->workspace();
    const Rules rules = rules_of(workspace);
    const int all = minutes.value_or(rules.week_minutes);
    Insight insight(workspace);
    Agenda agenda;
    agenda.update(insight, *today, rules);
    const LookBack past = look_back(workspace, week_begin(*today), *today);
    const auto done = minutes_done(workspace, past, all, rules);
    const WeekProposal week = propose_week(workspace, agenda, *today, all, rules, std::chrono::Monday, done);
    if (console.json) {
        print_plan_json(console, workspace, week);
        return ExitCode::done;
    }
    console.print_line(console.text("terminal.week",
        {week.begin, duration(console, week.done + week.taken), duration(console, week.minutes)}));
    for (const Message& note : week.notes)
        console.print_line(console.text(note));
    print_items(console, week.items, true);
    if (!week.left_over.empty()) {
        console.print("\n");
        console.print_line(console.catalogue().get("weekly.left_over"));
        print_items(console, week.left_over, false);
    }
    return ExitCode::done;
}

constexpr Option plan_options[] = {
    {.name = "hours", .value = "H", .help = "hours there are in the week: 4, 1.5, 1:30, 90min"},
    {.name = "on", .value = "DATE", .help = "a day of the week (YYYY-MM-DD); today, if not said"},
};

}  // namespace

extern constexpr Command agenda_command = {
    .name = "agenda",
    .operands = "[--all] [--ids] W.kith [--on DATE]",
    .summary = "list what is due and why",
    .details = "Promises, follow-ups, thanks, people to get in touch with, steps with a date:\n"
               "all that Today shows, by day, each with its reasons. What has no day comes\n"
               "last. The same file and day always give the same list. The ids, which JSON has\n"
               "too, stay the same from day to day.",
    .options = agenda_options,
    .least_operands = 1,
    .most_operands = 1,
    .run = list_agenda,
};

extern constexpr Command plan_command = {
    .name = "plan",
    .operands = "W.kith [--hours H] [--on DATE]",
    .summary = "propose what to do in a week",
    .details = "Given the hours of a week (those kept in the file, if not said): what is\n"
               "promised, dated or taken for it, what would be too late afterwards, and what\n"
               "fits besides, shared between keeping in touch and the goals; each with its\n"
               "reasons. Nothing is written. Weeks begin on Monday.",
    .options = plan_options,
    .least_operands = 1,
    .most_operands = 1,
    .run = propose_plan,
};

}  // namespace kith::terminal
