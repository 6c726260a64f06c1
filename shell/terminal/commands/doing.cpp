// `kith do` and `kith snooze`: what becomes of an item of the agenda.
#include "planning/agenda/doing.h"

#include "base/json.h"
#include "base/random.h"
#include "insight/insight.h"
#include "terminal/changing.h"

namespace kith::terminal {

namespace {

/// The agenda of a file that is held, and the one item of it that is meant.
struct Asked {
    WorkspaceFile file;
    Day today;
    Agenda agenda;
    const AgendaItem* item = nullptr;
};

/// Nothing, and a complaint, if the file or the item can't be had.
std::optional<Asked> find_item(Console& console, const Arguments& arguments, Day today) {
    auto file = open_to_change(console, arguments.operands.front(), IfMissing::fail);
    if (!file) return {};
    std::optional<Asked> asked(std::in_place, std::move(*file), today);
    Insight insight(asked->file.workspace());
    asked->agenda.update(insight, today, rules_of(asked->file.workspace()));
    const std::string& id = arguments.operands[1];
    const auto found = items_called(asked->agenda.items(), id);
    if (found.size() != 1) {
        console.complain({found.empty() ? "terminal.no_such_item" : "terminal.which_item", {id}});
        return {};
    }
    asked->item = found.front();
    return asked;
}

void print_done(Console& console, const AgendaItem& item, const Message& said, std::optional<Day> until) {
    if (!console.json) return console.print_line(console.text(said));
    JsonWriter json;
    json.open('{').key("id").text(id_of(item)).key("title").text(console.text(item.title));
    if (until) json.key("until").text(to_iso(*until));
    console.print_line(json.close('}').result());
}

ExitCode do_it(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, do_command, arguments);
    if (!today) return ExitCode::misused;
    auto asked = find_item(console, arguments, *today);
    if (!asked) return ExitCode::failed;
    const AgendaItem& item = *asked->item;
    if (item.kind == AgendaKind::due_contact) {
        console.complain({"terminal.log_instead", {}});
        return ExitCode::failed;
    }
    Random random(fresh_seed());
    const std::string title = console.text(item.title);
    if (!write_step(console, asked->file, do_item(asked->file.workspace(), item, title, *today, random)))
        return ExitCode::failed;
    print_done(console, item, {"today.is_done", {title}}, {});
    return ExitCode::done;
}

ExitCode snooze(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, snooze_command, arguments);
    if (!today) return ExitCode::misused;
    if (!arguments.has("until")) return misused(console, snooze_command, {"terminal.until_missing", {}});
    const auto until = day_asked(console, snooze_command, arguments, "until");
    if (!until) return ExitCode::misused;
    if (*until <= *today) return misused(console, snooze_command, {"terminal.until_past", {*until}});
    auto asked = find_item(console, arguments, *today);
    if (!asked) return ExitCode::failed;
    const AgendaItem& item = *asked->item;
    const std::string title = console.text(item.title);
    if (!write_step(console, asked->file, put_off_item(asked->file.workspace(), item, title, *until)))
        return ExitCode::failed;
    print_done(console, item, {"today.is_put_off", {title, *until}}, *until);
    return ExitCode::done;
}

constexpr Option do_options[] = {
    {.name = "on", .value = "DATE", .help = "the day it is done on (YYYY-MM-DD); today, if not said"},
};
constexpr Option snooze_options[] = {
    {.name = "until", .value = "DATE", .help = "the day it comes back (YYYY-MM-DD)"},
    {.name = "on", .value = "DATE", .help = "the day it is snoozed on (YYYY-MM-DD); today, if not said"},
};

}  // namespace

extern constexpr Command do_command = {
    .name = "do",
    .operands = "W.kith ID [--on DATE]",
    .summary = "say that something on the agenda is done",
    .details = "ID is an item's id, or the first digits of it, as kith agenda --ids lists them.\n"
               "A promise is kept, thanks are noted, a step that repeats comes round again: what\n"
               "ticking it off in the page does. Being in touch is noted by kith log. It is one\n"
               "step, which undo in the page takes back.",
    .options = do_options,
    .least_operands = 2,
    .most_operands = 2,
    .run = do_it,
};

extern constexpr Command snooze_command = {
    .name = "snooze",
    .operands = "W.kith ID --until DATE",
    .summary = "hide something on the agenda until a day",
    .details = "ID is an item's id, or the first digits of it, as kith agenda --ids lists them.\n"
               "Its own date stays as it is: on that day it is back on the list.",
    .options = snooze_options,
    .least_operands = 2,
    .most_operands = 2,
    .run = snooze,
};

}  // namespace kith::terminal
