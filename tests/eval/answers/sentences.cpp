#include <algorithm>
#include <array>
#include <cstdio>
#include <format>
#include <vector>

#include "answers.h"
#include "base/catalogue.h"
#include "base/json.h"
#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/repeats.h"
#include "planning/goals/step_line.h"
#include "planning/log/line.h"
#include "ui/session/dates.h"
#include "workspace/names.h"

namespace kith::eval {

namespace {

/// The address book, as the logger is given it.
struct Book {
    Workspace workspace{ReplicaId{1}};
    Random random{7};
    NameIndex names;
    ContactBook contacts;

    explicit Book(std::string_view story) {
        tell(workspace, story, std::chrono::sys_days{std::chrono::year{2026} / 11 / 30}, random);
        names.update(workspace);
        contacts.update(workspace);
    }
    /// The set's id of a person: their only tag.
    std::string id(RecordId person) const {
        const auto tags = workspace.texts(person, person::tags);
        return tags.empty() ? record_name(workspace, person) : std::string(tags.front());
    }
};

struct Line {
    std::string_view id, set, locale, wants, text;
    Day today;
    DayContext days() const { return ui::day_context(locale, today); }
};

void write_ask(JsonWriter& json, std::string_view field, const std::vector<std::string>& options) {
    json.open('{').key("field").text(field).key("options").open('[');
    for (const std::string& option : options)
        json.text(option);
    json.close(']').close('}');
}

/// What the screen offers instead of a guess counts as a doubt that is shown.
template <typename T, typename Print>
void write_doubt(
    JsonWriter& json, std::string_view field, const std::optional<Guess<T>>& guess, Print print) {
    if (!guess || !guess->doubtful) return;
    std::vector<std::string> options{print(guess->value)};
    for (const T& other : guess->alternatives)
        options.push_back(print(other));
    write_ask(json, field, options);
}

std::string iso(const PartialDate& date) {
    return to_iso(date);
}

void write_person(JsonWriter& json, const Book& book, const PersonGuess& person) {
    if (person.person && (!person.doubtful || person.alternatives.empty())) {
        json.text(book.id(person.person));
        return;
    }
    json.open('{');
    if (person.person) {
        json.key("any").open('[').text(book.id(person.person));
        for (const RecordId other : person.alternatives)
            json.text(book.id(other));
        json.close(']');
    } else {
        json.key("new").text(person.name);
        if (!person.organisation.empty()) json.key("organisation").text(person.organisation);
        if (!person.role.empty()) json.key("role").text(person.role);
    }
    json.close('}');
}

void write_person_doubt(
    JsonWriter& json, const Book& book, const PersonGuess& person, std::string_view field) {
    if (!person.doubtful) return;
    json.open('{').key("field").text(field).key("text").text(person.name);
    if (person.person && !person.alternatives.empty()) {
        json.key("options").open('[').text(book.id(person.person));
        for (const RecordId other : person.alternatives)
            json.text(book.id(other));
        json.close(']');
    }
    json.close('}');
}

class LogAnswer {
public:
    LogAnswer(JsonWriter& json, const Book& book, const Line& line)
        : json_(json),
          book_(book),
          line_(line),
          reading_(read_log_line(line.text,
              {.workspace = book.workspace,
                  .names = book.names,
                  .contacts = book.contacts,
                  .today = line.today,
                  .order = line.days().order,
                  .locale = line.locale})) {}

    void write() {
        if (reading_.is_contact()) {
            write_contact();
        } else {  // only promises and text: nothing is logged
            json_.key("kind").raw("null").key("date").raw("null").key("people").open('[').close(']');
        }
        if (reading_.introduced_by) {
            json_.key("introduced_by");
            write_person(reading_.people[*reading_.introduced_by]);
        }
        if (reading_.topic) json_.key("about").text(reading_.topic->value);
        if (reading_.event)
            json_.key("place").text(record_name(book_.workspace, reading_.event->value));
        else if (reading_.place)
            json_.key("place").text(reading_.place->value);
        json_.key("promises").open('[');
        for (const PromiseGuess& promise : reading_.promises)
            write_promise(promise);
        json_.close(']');
        write_doubts();
    }

private:
    JsonWriter& json_;
    const Book& book_;
    const Line& line_;
    LogReading reading_;

    void write_contact() {
        json_.key("kind");
        if (reading_.kind)
            json_.text(interaction::kind.key(reading_.kind->value));
        else
            json_.raw("null");
        json_.key("date").text(reading_.on ? iso(reading_.on->value) : to_iso(line_.today));
        if (reading_.minute)
            json_.key("time").text(
                std::format("{:02}:{:02}", reading_.minute->value / 60, reading_.minute->value % 60));
        json_.key("planned").boolean(reading_.planned);
        json_.key("people").open('[');
        for (const PersonGuess& person : reading_.people) {
            if (person.took_part) write_person(person);
        }
        json_.close(']');
    }

    void write_person(const PersonGuess& person) { kith::eval::write_person(json_, book_, person); }

    void write_people_of(const PromiseGuess& promise) {
        json_.open('[');
        for (const std::size_t person : promise.people)
            write_person(reading_.people[person]);
        json_.close(']');
    }

    void write_promise(const PromiseGuess& promise) {
        json_.open('{').key("what").text(promise.what).key("by");
        if (promise.mine) {
            json_.text("me").key("to");
            write_people_of(promise);
        } else {
            if (promise.people.empty())
                json_.raw("null");
            else
                write_person(reading_.people[promise.people.front()]);
            json_.key("to").text("me");
        }
        if (promise.due) json_.key("due").text(to_iso(promise.due->value));
        json_.close('}');
    }

    void write_doubts() {
        json_.key("ask").open('[');
        for (const PersonGuess& person : reading_.people)
            write_person_doubt(json_, book_, person, "person");
        for (const PromiseGuess& promise : reading_.promises) {
            if (!promise.others.empty()) {
                std::vector<std::string> options;
                for (const std::size_t other : promise.others) {
                    const PersonGuess& person = reading_.people[other];
                    options.push_back(person.person ? book_.id(person.person) : person.name);
                }
                write_ask(json_, "person", options);
            }
            write_doubt(json_, "due", promise.due, [](Day day) { return to_iso(day); });
        }
        write_doubt(json_, "date", reading_.on, iso);
        json_.close(']');
    }
};

void write_step(JsonWriter& json, const Book& book, const Line& line) {
    const StepWithPeople read = read_step_line(line.text,
        {.workspace = book.workspace,
            .names = book.names,
            .contacts = book.contacts,
            .today = line.today,
            .order = line.days().order,
            .locale = line.locale});
    const StepLine& step = read.step;
    json.key("title").text(step.title);
    if (step.due) json.key("due").text(iso(*step.due));
    if (step.minute) json.key("time").text(std::format("{:02}:{:02}", *step.minute / 60, *step.minute % 60));
    if (step.minutes > 0) json.key("duration_minutes").number(step.minutes);
    if (const auto repeat = parse_repeat(step.repeats)) json.key("repeats").text(to_rule(*repeat));
    json.key("with").open('[');
    for (const PersonGuess& person : read.people)
        write_person(json, book, person);
    json.close(']').key("ask").open('[');
    for (const PersonGuess& person : read.people)
        write_person_doubt(json, book, person, "with");
    for (const StepDoubt& doubt : step.doubts) {
        json.open('{').key("field").text(doubt.field == StepField::due ? "due"
                : doubt.field == StepField::time                       ? "time"
                                                                       : "repeats");
        json.key("text").text(line.text.substr(doubt.begin, doubt.end - doubt.begin));
        if (!doubt.others.empty()) {
            json.key("options").open('[');
            if (step.due) json.text(iso(*step.due));
            for (const PartialDate& other : doubt.others)
                json.text(iso(other));
            json.close(']');
        }
        json.close('}');
    }
    json.close(']');
}

void write_date(JsonWriter& json, const Line& line) {
    const FieldWants wants = line.wants == "birthday" ? FieldWants::birthday
        : line.wants == "past"                        ? FieldWants::past
                                                      : FieldWants::future;
    const DayField field = read_day_field(line.text, line.days(), wants);
    if (!field.date) {
        json.key("refuse").text(Catalogue::english().get("form.no_such_date"));
        return;
    }
    json.key("value").text(iso(*field.date)).key("ask").open('[');
    if (field.doubt != DayDoubt::none) {
        std::vector<std::string> options{iso(*field.date)};
        for (const PartialDate& other : field.others)
            options.push_back(iso(other));
        write_ask(json, "day", options);
    }
    json.close(']');
}

}  // namespace

int sentences(Arguments arguments) {
    const Book book(read_file(arguments[0]));
    const std::string lines = read_file(arguments[1]);
    for (const std::string_view row : split(lines, '\n')) {
        const auto parts = split(row, '\t');
        if (parts.size() < 6) continue;
        const auto day = parse_iso_date(parts[3]);
        if (!day || !day->to_day()) give_up("no day: " + std::string(row));
        const Line line{.id = parts[0],
            .set = parts[1],
            .locale = parts[2],
            .wants = parts[4],
            .text = parts[5],
            .today = *day->to_day()};
        JsonWriter json;
        json.open('{').key("id").text(line.id).key("result").open('{');
        if (line.set == "log")
            LogAnswer(json, book, line).write();
        else if (line.set == "steps")
            write_step(json, book, line);
        else
            write_date(json, line);
        std::puts(json.close('}').close('}').result().c_str());
    }
    return 0;
}

}  // namespace kith::eval
