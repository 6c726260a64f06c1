#include <algorithm>
#include <array>
#include <format>

#include "base/json.h"
#include "days/field.h"
#include "model/fields.h"
#include "planning/facts/repeats.h"
#include "planning/goals/step_line.h"
#include "planning/log/line.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

/// What is known when the line is read: of a file, or nobody.
struct Known {
    Workspace workspace{ReplicaId{1}};
    const Workspace* read_from = nullptr;
    NameIndex names;
    ContactBook contacts;

    const Workspace& all() const { return read_from != nullptr ? *read_from : workspace; }
};

std::string clock(int minute) {
    return std::format("{:02}:{:02}", minute / 60, minute % 60);
}

class ReadingWriter {
public:
    ReadingWriter(JsonWriter& json, const Workspace& workspace) : json_(json), workspace_(workspace) {}

    void person(const PersonGuess& guess) {
        json_.open('{');
        if (!guess.person) {
            json_.key("new").text(guess.name);
            if (!guess.organisation.empty()) json_.key("organisation").text(guess.organisation);
            if (!guess.role.empty()) json_.key("role").text(guess.role);
        } else {
            json_.key("id")
                .text(to_string(guess.person))
                .key("name")
                .text(person_name(workspace_, guess.person));
        }
        if (guess.doubtful) {
            json_.key("doubtful").boolean(true).key("others").open('[');
            for (const RecordId other : guess.alternatives)
                json_.open('{')
                    .key("id")
                    .text(to_string(other))
                    .key("name")
                    .text(person_name(workspace_, other))
                    .close('}');
            json_.close(']');
        }
        json_.close('}');
    }

    template <typename T>
    void doubt(std::string_view field, const std::optional<Guess<T>>& guess) {
        if (!guess || !guess->doubtful) return;
        json_.open('{').key("field").text(field).key("options").open('[').text(to_iso(guess->value));
        for (const T& other : guess->alternatives)
            json_.text(to_iso(other));
        json_.close(']').close('}');
    }

    void log(const LogReading& reading, Day today) {
        if (reading.is_contact()) {
            json_.key("kind");
            if (reading.kind)
                json_.text(interaction::kind.key(reading.kind->value));
            else
                json_.raw("null");
            json_.key("date").text(reading.on ? to_iso(reading.on->value) : to_iso(today));
            if (reading.minute) json_.key("time").text(clock(reading.minute->value));
            json_.key("planned").boolean(reading.planned);
        }
        json_.key("people").open('[');
        for (const PersonGuess& guess : reading.people) {
            if (guess.took_part) person(guess);
        }
        json_.close(']');
        if (reading.introduced_by) {
            json_.key("introduced_by");
            person(reading.people[*reading.introduced_by]);
        }
        if (reading.topic) json_.key("about").text(reading.topic->value);
        if (reading.event)
            json_.key("place").text(record_name(workspace_, reading.event->value));
        else if (reading.place)
            json_.key("place").text(reading.place->value);
        json_.key("promises").open('[');
        for (const PromiseGuess& promise : reading.promises) {
            json_.open('{')
                .key("what")
                .text(promise.what)
                .key("mine")
                .boolean(promise.mine)
                .key("people")
                .open('[');
            for (const std::size_t one : promise.people)
                person(reading.people[one]);
            json_.close(']');
            if (promise.due) json_.key("due").text(to_iso(promise.due->value));
            json_.close('}');
        }
        json_.close(']').key("ask").open('[');
        doubt("date", reading.on);
        for (const PromiseGuess& promise : reading.promises)
            doubt("due", promise.due);
        json_.close(']').key("rest").text(reading.rest_text());
    }

    void step(const StepWithPeople& read, std::string_view line) {
        const StepLine& step = read.step;
        json_.key("title").text(step.title);
        if (step.due) json_.key("due").text(to_iso(*step.due));
        if (step.minute) json_.key("time").text(clock(*step.minute));
        if (step.minutes > 0) json_.key("duration_minutes").number(step.minutes);
        if (const auto repeat = parse_repeat(step.repeats)) json_.key("repeats").text(to_rule(*repeat));
        json_.key("with").open('[');
        for (const PersonGuess& guess : read.people)
            person(guess);
        json_.close(']').key("ask").open('[');
        for (const StepDoubt& doubt : step.doubts) {
            const std::string_view field = doubt.field == StepField::due ? "due"
                : doubt.field == StepField::time                         ? "time"
                                                                         : "repeats";
            json_.open('{').key("field").text(field).key("text").text(
                line.substr(doubt.begin, doubt.end - doubt.begin));
            if (!doubt.others.empty()) {
                json_.key("options").open('[');
                if (step.due) json_.text(to_iso(*step.due));
                for (const PartialDate& other : doubt.others)
                    json_.text(to_iso(other));
                json_.close(']');
            }
            json_.close('}');
        }
        json_.close(']');
    }

private:
    JsonWriter& json_;
    const Workspace& workspace_;
};

/// Why a text is no date, in words.
std::string why(const Console& console, const DayField& field, std::string_view text) {
    switch (field.refusal) {
        case DayRefusal::no_such_day: {
            const Day last{field.month / std::chrono::last};
            const auto days = static_cast<unsigned>(std::chrono::year_month_day{last}.day());
            return console.text("dates.no_such_day", {text, days});
        }
        case DayRefusal::no_such_month: return console.text("dates.no_such_month", {text});
        case DayRefusal::no_such_year: return console.text("dates.no_such_year", {text});
        case DayRefusal::not_a_day: return console.text("dates.not_a_day", {text});
        case DayRefusal::to_come: return console.text("dates.to_come", {text});
        case DayRefusal::none:
        case DayRefusal::no_day: break;
    }
    return console.text("dates.no_day", {text});
}

void write_date(JsonWriter& json, const Console& console, const DayField& field, std::string_view text) {
    if (!field.date) {
        json.key("refuse").text(why(console, field, text));
        return;
    }
    json.key("value").text(to_iso(*field.date));
    if (field.minute) json.key("time").text(clock(*field.minute));
    json.key("ask").open('[');
    if (field.doubt != DayDoubt::none) {
        json.open('{').key("field").text("day").key("options").open('[').text(to_iso(*field.date));
        for (const PartialDate& other : field.others)
            json.text(to_iso(other));
        json.close(']').close('}');
    }
    json.close(']');
}

DayOrder order_of(std::string_view locale) {
    if (locale == "en-US" || locale == "en-PH") return DayOrder::month_first;
    for (const std::string_view language : {"zh", "ja", "ko", "hu", "lt", "sv", "mn", "en-CA", "en-ZA"}) {
        if (locale.starts_with(language)) return DayOrder::year_first;
    }
    return DayOrder::day_first;
}

ExitCode print_reading(Console& console, const Arguments& arguments) {
    const auto today = day_asked(console, read_command, arguments);
    if (!today) return ExitCode::misused;
    const std::string as = arguments.value("as").value_or("log");
    const std::string wants = arguments.value("wants").value_or("future");
    static constexpr std::array<std::string_view, 3> kinds = {"log", "step", "date"};
    static constexpr std::array<std::string_view, 4> wanted = {"any", "past", "future", "birthday"};
    if (!std::ranges::contains(kinds, as))
        return misused(console, read_command, {"terminal.no_such_reading", {as}});
    const auto want = std::ranges::find(wanted, wants);
    if (want == wanted.end()) return misused(console, read_command, {"terminal.no_such_reading", {wants}});
    const std::string locale = arguments.value("locale").value_or("en");
    const std::string& line = arguments.operands.front();
    JsonWriter json;
    json.open('{');
    if (as == "date") {
        const DayContext days{.today = *today, .order = order_of(locale), .locale = locale};
        const DayField field = read_day_field(line, days, static_cast<FieldWants>(want - wanted.begin()));
        write_date(json, console, field, line);
        console.print_line(json.close('}').result());
        return field.date ? ExitCode::done : ExitCode::failed;
    }
    Known known;
    std::optional<WorkspaceFile> file;
    if (const auto path = arguments.value("with")) {
        Result<WorkspaceFile> read = WorkspaceFile::read(*path, console.keys);
        if (!read) {
            console.complain(read.error());
            return ExitCode::failed;
        }
        file.emplace(std::move(*read));
        known.read_from = &file->workspace();
    }
    known.names.update(known.all());
    known.contacts.update(known.all());
    const LogContext context{.workspace = known.all(),
        .names = known.names,
        .contacts = known.contacts,
        .today = *today,
        .order = order_of(locale),
        .locale = locale};
    ReadingWriter writer(json, known.all());
    if (as == "log")
        writer.log(read_log_line(line, context), *today);
    else
        writer.step(read_step_line(line, context), line);
    console.print_line(json.close('}').result());
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "as", .value = "KIND", .help = "log (a conversation), step or date; log if not said"},
    {.name = "on", .value = "DATE", .help = "the day it is typed on; today if not said"},
    {.name = "with", .value = "W.kith", .help = "whose people and organisations are known"},
    {.name = "locale", .value = "TAG", .help = "how its days are written: en-GB, en-US, de …"},
    {.name = "wants", .value = "KIND", .help = "of a date: any, past, future or birthday"},
};

}  // namespace

extern constexpr Command read_command = {
    .name = "read",
    .operands = "[--as KIND] [--on DATE] [--with W.kith] [--locale TAG] LINE",
    .summary = "print what is understood of a typed line",
    .details = "Reads a line as the page would while one types: a conversation to log, a step\n"
               "to do, or what is typed into a date field. Prints JSON: what was understood,\n"
               "what is doubtful, and what else that could be. Nothing is written.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = print_reading,
};

}  // namespace kith::terminal
