// One-line notes: whatever is typed, reading it ends, says from which letters of the line each guess came,
// says the same a second time, and what was understood, or chosen instead, can be written.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/formatter.h"
#include "base/text.h"
#include "model/fields.h"
#include "planning/log/line.h"
#include "planning/log/writing.h"

namespace {

using namespace kith;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

/// A few people and events whose names are easily mistaken: for each other, for words, in other scripts.
struct Acquaintances {
    ReplicaId replica{1};
    Workspace workspace{replica};
    NameIndex names;
    ContactBook contacts;
    Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};
    std::string frames;

    Acquaintances() {
        Random random{1};
        Draft draft({"edit", {}});
        struct Name {
            const char *given, *family, *pronouns;
        };
        for (const Name& name :
            {Name{"Ben", "Okafor", "he/him"}, Name{"Ana María", "Núñez", "she/her"}, Name{"May", "Lin", ""},
                Name{"Will", "Marsh", "he/him"}, Name{"Alex", "Stone", ""}, Name{"Alex", "Grey", "she/her"},
                Name{"花子", "佐藤", ""}, Name{"Grace", "O'Connor", ""}, Name{"Jan", "van der Berg", ""}}) {
            const RecordId person = draft.create(Kind::person, random);
            draft.set_text(person, person::given_name, name.given);
            draft.set_text(person, person::family_name, name.family);
            draft.set_text(person, person::pronouns, name.pronouns);
        }
        for (const char* name : {"ESC Congress", "Nursing Leaders meetup"})
            draft.set_text(draft.create(Kind::event, random), event::name, name);
        require(workspace.commit(std::move(draft), Instant{}).has_value(), "nobody is there");
        for (const TransactionInfo& transaction : workspace.transactions())
            frames += transaction.frame;
        names.update(workspace);
        contacts.update(workspace);
    }

    LogContext context(bool month_first) const {
        return {.workspace = workspace,
            .names = names,
            .contacts = contacts,
            .today = today,
            .order = month_first ? DayOrder::month_first : DayOrder::day_first};
    }
};

/// Every place that a reading points to.
std::vector<LineRange> ranges_of(const LogReading& reading) {
    std::vector<LineRange> ranges = reading.rest;
    const auto add = [&](const auto& guess) {
        if (guess) ranges.push_back(guess->range);
    };
    add(reading.kind);
    add(reading.on);
    add(reading.minute);
    add(reading.topic);
    add(reading.event);
    add(reading.place);
    add(reading.begun_by);
    for (const PersonGuess& person : reading.people)
        ranges.push_back(person.range);
    for (const PromiseGuess& promise : reading.promises) {
        ranges.push_back(promise.range);
        add(promise.due);
    }
    return ranges;
}

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_reading(const LogReading& reading, std::string_view line) {
    require(reading.line == line, "the line is another one");
    for (const LineRange& range : ranges_of(reading)) {
        require(range.begin <= range.end && range.end <= line.size(), "a guess points outside the line");
        require(is_boundary(line, range.begin) && is_boundary(line, range.end), "a guess cuts a letter");
    }
    for (const PromiseGuess& promise : reading.promises) {
        for (const std::size_t person : promise.people)
            require(person < reading.people.size(), "a promise to nobody");
        for (const std::size_t person : promise.others)
            require(person < reading.people.size(), "nobody else is meant");
    }
    require(is_valid_utf8(reading.rest_text()), "the rest is no text");
}

void check_writing(const LogReading& reading, const Acquaintances& here, const LogContext& context) {
    Random random{2};
    Draft draft = to_draft(reading, context, random);
    Workspace workspace(here.replica);
    workspace.apply(here.frames);
    const auto written = workspace.commit(std::move(draft), Instant{std::chrono::seconds{1}});
    if (!written) std::fprintf(stderr, "%s\n", plain_text(written.error()).c_str());
    require(written.has_value(), "what was understood can't be written");
    require(static_cast<std::size_t>(reading.is_contact()) == workspace.count(Kind::interaction),
        "a contact was read and not written, or the other way round");
    require(reading.promises.size() == workspace.count(Kind::action), "a promise was lost");
}

/// As a person corrects it: each guess is what else it could be.
LogReading corrected(LogReading reading) {
    const auto choose = [](auto& guess) {
        if (guess && !guess->alternatives.empty()) guess->value = guess->alternatives.back();
    };
    choose(reading.kind);
    choose(reading.on);
    choose(reading.minute);
    choose(reading.topic);
    choose(reading.event);
    choose(reading.place);
    choose(reading.begun_by);
    for (PersonGuess& person : reading.people)
        person.person = person.alternatives.empty() ? RecordId{} : person.alternatives.back();
    for (PromiseGuess& promise : reading.promises)
        choose(promise.due);
    return reading;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Acquaintances here;
    const std::string line = repair_utf8({reinterpret_cast<const char*>(data), size});
    const LogContext context = here.context(size % 2 == 1);  // the month first or the day: one in a run
    const LogReading reading = read_log_line(line, context);
    check_reading(reading, line);
    const LogReading again = read_log_line(line, context);
    require(ranges_of(again) == ranges_of(reading), "the same line is read in two ways");
    check_writing(reading, here, context);
    check_writing(corrected(reading), here, context);
    return 0;
}
