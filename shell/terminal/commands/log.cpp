// `kith log`: a conversation noted in one line, as the page's logger reads it.
#include "base/json.h"
#include "base/random.h"
#include "base/text.h"
#include "model/labels.h"
#include "planning/log/writing.h"
#include "terminal/changing.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

/// The line as it stands behind the file's name, in quotation marks or not.
std::string line_of(const Arguments& arguments) {
    std::string line;
    for (std::size_t i = 1; i < arguments.operands.size(); ++i)
        line += (line.empty() ? "" : " ") + arguments.operands[i];
    return line;
}

std::string name_of(const Workspace& workspace, const PersonGuess& guess) {
    return guess.person ? person_name(workspace, guess.person) : guess.name;
}

std::vector<Argument> names_of(const Workspace& workspace, const LogReading& reading) {
    std::vector<Argument> names;
    for (const PersonGuess& guess : reading.people) {
        if (guess.took_part) names.emplace_back(name_of(workspace, guess));
    }
    return names;
}

std::string about(const LogReading& reading) {
    return capitalised(reading.topic ? reading.topic->value : reading.rest_text());
}

/// Whether each name can only mean the one; if not, says whom else.
bool everyone_is_plain(Console& console, const Workspace& workspace, const LogReading& reading) {
    bool plain = true;
    for (const PersonGuess& guess : reading.people) {
        if (guess.alternatives.empty()) continue;
        std::vector<Argument> who{Argument(name_of(workspace, guess))};
        for (const RecordId other : guess.alternatives)
            who.emplace_back(person_name(workspace, other));
        console.complain({"terminal.which_person", {guess.name, who}});
        plain = false;
    }
    return plain;
}

void print_text(Console& console, const Workspace& workspace, const LogReading& reading, PartialDate on) {
    if (reading.is_contact()) {
        std::string line = to_iso(on);
        line.resize(12, ' ');
        std::string facts = reading.kind
            ? option_label(console.catalogue(), interaction::kind, reading.kind->value)
            : std::string(console.catalogue().get("person.contact"));
        if (const auto names = names_of(workspace, reading); !names.empty())
            facts += " · " + console.text("fact.with", {names});
        if (const std::string what = about(reading); !what.empty()) facts += " · " + what;
        console.print_line(line + facts);
    }
    for (const PersonGuess& guess : reading.people) {
        if (!guess.person)
            console.print_line(std::string(12, ' ') + console.text("terminal.new_person", {guess.name}));
    }
    for (const PromiseGuess& promise : reading.promises) {
        std::string line = promise.due ? to_iso(promise.due->value) : std::string("-");
        line.resize(12, ' ');
        line += console.catalogue().get(promise.mine ? "log.you_promise" : "log.they_promise");
        console.print_line(line + ": " + promise.what);
    }
}

void print_json(
    Console& console, const Workspace& workspace, const LogReading& reading, PartialDate on, bool written) {
    JsonWriter json;
    json.open('{').key("written").boolean(written).key("contact").boolean(reading.is_contact());
    if (reading.is_contact()) {
        json.key("on").text(to_iso(on)).key("planned").boolean(reading.planned);
        if (reading.kind) json.key("kind").text(interaction::kind.key(reading.kind->value));
        json.key("about").text(about(reading));
    }
    json.key("people").open('[');
    for (const PersonGuess& guess : reading.people) {
        json.open('{').key("name").text(name_of(workspace, guess));
        if (guess.person) json.key("id").text(to_string(guess.person));
        json.key("new").boolean(!guess.person).key("took_part").boolean(guess.took_part).close('}');
    }
    json.close(']').key("promises").open('[');
    for (const PromiseGuess& promise : reading.promises) {
        json.open('{').key("what").text(promise.what).key("mine").boolean(promise.mine);
        if (promise.due) json.key("due").text(to_iso(promise.due->value));
        json.close('}');
    }
    console.print_line(json.close(']').close('}').result());
}

ExitCode log(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, log_command, arguments);
    if (!today) return ExitCode::misused;
    auto file = open_to_change(console, arguments.operands.front(), IfMissing::make);
    if (!file) return ExitCode::failed;
    const Workspace& workspace = file->workspace();
    NameIndex names;
    names.update(workspace);
    ContactBook contacts;
    contacts.update(workspace);
    const LogContext context{.workspace = workspace, .names = names, .contacts = contacts, .today = *today};
    const LogReading reading = read_log_line(line_of(arguments), context);
    if (!reading.is_contact() && reading.promises.empty()) {
        console.complain({"terminal.nothing_logged", {reading.line}});
        return ExitCode::failed;
    }
    if (!arguments.has("likeliest") && !everyone_is_plain(console, workspace, reading))
        return ExitCode::failed;
    const bool written = !arguments.has("dry-run");
    const PartialDate on = reading.on ? reading.on->value : PartialDate{std::chrono::year_month_day{*today}};
    Random random(fresh_seed());
    if (written && !write_step(console, *file, to_draft(reading, context, random))) return ExitCode::failed;
    if (console.json)
        print_json(console, workspace, reading, on, written);
    else
        print_text(console, workspace, reading, on);
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "dry-run", .letter = 'n', .value = {}, .help = "say how the line is read, and write nothing"},
    {.name = "likeliest", .value = {}, .help = "where a name can mean several people, take the likeliest"},
    {.name = "on", .value = "DATE", .help = "the day it is written on (YYYY-MM-DD); today, if not said"},
};

}  // namespace

extern constexpr Command log_command = {
    .name = "log",
    .operands = "[--dry-run] W.kith LINE",
    .summary = "note a conversation in one line",
    .details = "LINE is a sentence: \"coffee with Ben yesterday about the clinic job, send him the\n"
               "report by Friday\". Kith reads who, when, how and about what, and what each side\n"
               "promised, and says so. Who is not there yet is added. A name that can mean\n"
               "several people is not guessed: write it in full. It is one step, which undo in\n"
               "the page takes back. What was done so far is listed by kith history.",
    .options = options,
    .least_operands = 2,
    .most_operands = 1'000,
    .run = log,
};

}  // namespace kith::terminal
