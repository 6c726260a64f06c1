#include "planning/log/line.h"
#include "planning/log/writing.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view acquaintances = R"(
[person ben]
given_name = Ben
family_name = Okafor
pronouns = he/him
[person priya]
given_name = Priya
family_name = Sharma
pronouns = she/her
[person ana]
given_name = Ana María
family_name = Núñez
nickname = Anita
[person rosa]
given_name = Rosa
family_name = Torres
[person dmitri]
given_name = Dmitri
family_name = Ivanov
display_name = Дмитрий Иванов
pronouns = he/him
[person hanako]
given_name = 花子
family_name = 佐藤
phonetic_given = Hanako
phonetic_family = Sato
[person mohammed]
given_name = محمد
family_name = الفاتح
[person will]
given_name = Will
family_name = Marsh
[person may]
given_name = May
family_name = Lin
[person mark]
given_name = Mark
family_name = Rivers
[person tomas]
given_name = Tomáš
family_name = Dvořák
[person alex_1]
given_name = Alex
family_name = Stone
[person alex_2]
given_name = Alex
family_name = Grey
[person prija]
given_name = प्रिया
family_name = वर्मा
[person grace]
given_name = Grace
family_name = O'Connor
[person hope]
given_name = Hope
family_name = Walsh
[person dawn]
given_name = Dawn
family_name = Reed
[organisation motol]
name = Motol Hospital
[event esc]
name = ESC Congress
from = today-4
to = today-2
[event meetup]
name = Nursing Leaders meetup
from = today-1
[interaction alex]
on = today-10
kind = call
people = alex_2
)";

struct Logger {
    World world{acquaintances};
    NameIndex names;
    ContactBook contacts;

    LogContext context() {
        names.update(world.workspace);
        contacts.update(world.workspace);
        return {.workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today};
    }

    std::string name_of(const PersonGuess& guess) {
        std::string text = guess.person ? person_name(world.workspace, guess.person) : "new " + guess.name;
        if (guess.doubtful || !guess.alternatives.empty()) {
            text += "?";
            for (const RecordId other : guess.alternatives)
                text += " or " + person_name(world.workspace, other);
        }
        return text;
    }

    /// The reading in one line: kind, date, people, the rest.
    std::string read(std::string_view line) {
        const LogReading reading = read_log_line(line, context());
        std::string text;
        const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " | ") + part; };
        if (reading.kind) add(std::string(interaction::kind.key(reading.kind->value)));
        if (reading.planned) add("planned");
        if (reading.on) add(to_iso(reading.on->value));
        if (reading.minute)
            add(std::to_string(reading.minute->value / 60) + ":" +
                std::to_string(reading.minute->value % 60));
        std::string people;
        for (const PersonGuess& guess : reading.people) {
            if (guess.took_part) people += (people.empty() ? "with " : ", ") + name_of(guess);
        }
        if (!people.empty()) add(people);
        if (reading.topic) add("about " + reading.topic->value);
        if (reading.event) add("event " + record_name(world.workspace, reading.event->value));
        if (reading.place) add("at " + reading.place->value);
        if (reading.introduced_by) add("through " + name_of(reading.people[*reading.introduced_by]));
        for (const PersonGuess& guess : reading.people) {
            if (guess.role.empty() && guess.organisation.empty()) continue;
            add(guess.role + " @ " + guess.organisation);
        }
        if (reading.begun_by) add("by " + std::string(interaction::begun_by.key(reading.begun_by->value)));
        for (const PromiseGuess& promise : reading.promises) {
            std::string said = promise.mine ? "I: " : "they: ";
            said += promise.what + " >";
            for (const std::size_t index : promise.people)
                said += " " + name_of(reading.people[index]);
            if (promise.due) said += " by " + to_iso(promise.due->value);
            add(said);
        }
        if (!reading.rest.empty()) add("text " + reading.rest_text());
        return text;
    }
};

struct Sentence {
    std::string_view line;
    std::string_view reading;
};

// Today is Friday, 20 November 2026.
constexpr Sentence sentences[] = {
    // One contact, said plainly
    {"coffee with Ben and Priya about the clinic job, send her the report by Friday",
        "coffee | with Ben Okafor, Priya Sharma | about the clinic job | I: Send Priya the report > Priya "
        "Sharma by 2026-11-27"},
    {"coffee with Ben", "coffee | with Ben Okafor"},
    {"lunch with Rosa yesterday", "meal | 2026-11-19 | with Rosa Torres"},
    {"Call with Anita about the course", "call | with Ana María Núñez | about the course"},
    {"yesterday: coffee with Ben Okafor", "coffee | 2026-11-19 | with Ben Okafor"},
    {"met Rosa", "meeting | with Rosa Torres"},
    {"video call with Ben and Rosa on Tuesday about budgets",
        "video | 2026-11-17 | with Ben Okafor, Rosa Torres | about budgets"},
    {"zoom with Priya, Ben & Rosa", "video | with Priya Sharma, Ben Okafor, Rosa Torres"},
    {"had lunch with Priya Sharma on 3 May", "meal | 2026-05-03 | with Priya Sharma"},
    {"Dinner with Ben on May 3rd, 2025", "meal | 2025-05-03 | with Ben Okafor"},
    {"dinner with Ben on 3 May 2025", "meal | 2025-05-03 | with Ben Okafor"},
    {"met Ben last week", "meeting | 2026-11-13 | with Ben Okafor"},
    {"met Ben two weeks ago about the roster", "meeting | 2026-11-06 | with Ben Okafor | about the roster"},
    {"call with Ben 3 days ago", "call | 2026-11-17 | with Ben Okafor"},
    {"call with Ben 2-06-12102", "call | with Ben Okafor | text 2-06-12102"},
    {"call with Ben 9000 years ago", "call | with Ben Okafor | text 9000 years ago"},
    {"lunch with Ben last Friday", "meal | 2026-11-13 | with Ben Okafor"},
    {"lunch with Ben on Friday", "meal | 2026-11-20 | with Ben Okafor"},
    {"coffee with Ben in March", "coffee | 2026-03 | with Ben Okafor"},
    {"coffee with Ben last month", "coffee | 2026-10 | with Ben Okafor"},
    {"2026-11-02 meeting with Rosa", "meeting | 2026-11-02 | with Rosa Torres"},
    {"coffee with Ben on 3/5", "coffee | 2026-05-03 | with Ben Okafor"},
    {"coffee with Ben on the 12th", "coffee | 2026-11-12 | with Ben Okafor"},
    {"coffee with Ben 3.5. about shifts", "coffee | 2026-05-03 | with Ben Okafor | about shifts"},
    // Who began it
    {"emailed Rosa about the course", "email | with Rosa Torres | about the course | by me"},
    {"Ben called", "call | with Ben Okafor | by them"},
    {"Ben called me yesterday about the opening",
        "call | 2026-11-19 | with Ben Okafor | about the opening | by them"},
    {"I called Ben this morning", "call | 2026-11-20 | with Ben Okafor | by me"},
    {"email from Priya about the slides", "email | with Priya Sharma | about the slides | by them"},
    {"heard from Dmitri", "message | with Дмитрий Иванов | by them"},
    {"ran into Rosa at the station", "meeting | with Rosa Torres | at the station | by both"},
    {"Ben and I had lunch", "meal | with Ben Okafor | by both"},
    {"ben wrote", "email | with Ben Okafor | by them"},
    // To come
    {"call tomorrow with Ben", "call | planned | 2026-11-21 | with Ben Okafor"},
    {"call Ben tomorrow at 10:30", "call | planned | 2026-11-21 | 10:30 | with Ben Okafor | by me"},
    {"coffee with Rosa next Tuesday at 3pm", "coffee | planned | 2026-11-24 | 15:0 | with Rosa Torres"},
    {"meeting with Ben in two weeks", "meeting | planned | 2026-12-04 | with Ben Okafor"},
    {"lunch planned with Rosa on Monday", "meal | planned | 2026-11-23 | with Rosa Torres"},
    {"I will meet Rosa on Monday", "meeting | planned | 2026-11-23 | with Rosa Torres"},
    // Promises
    {"send Ben the triage report by Tuesday", "I: Send Ben the triage report > Ben Okafor by 2026-11-24"},
    {"owe Ben an intro to Rosa by next week",
        "I: Owe Ben an intro to Rosa > Ben Okafor Rosa Torres by 2026-11-27"},
    {"I owe Priya feedback on her talk", "I: Owe Priya feedback on her talk > Priya Sharma"},
    {"coffee with Dmitri, he will send me", "coffee | with Дмитрий Иванов | they: send me > Дмитрий Иванов"},
    {"call with Ben and Priya, she'll introduce me to the director by the end of the month",
        "call | with Ben Okafor, Priya Sharma | they: introduce me to the director > Priya Sharma by "
        "2026-11-30"},
    {"lunch with Rosa. Rosa promised to send the budget, I'll read it on Monday",
        "meal | with Rosa Torres | they: send the budget > Rosa Torres | I: Read it > Rosa Torres by "
        "2026-11-23"},
    {"Ben owes me the slides", "they: owes me the slides > Ben Okafor"},
    {"Ben to send the deck by Monday", "they: send the deck > Ben Okafor by 2026-11-23"},
    {"coffee with Ben and Rosa; introduce them to Priya and thank her",
        "coffee | with Ben Okafor, Rosa Torres | I: Introduce them to Priya > Ben Okafor Rosa Torres Priya "
        "Sharma | "
        "I: Thank Priya > Priya Sharma"},
    {"call Ben by Friday", "I: Call Ben > Ben Okafor by 2026-11-27"},
    {"call with Priya, need to check the dates and get back to her tomorrow",
        "call | with Priya Sharma | I: Check the dates > Priya Sharma | I: Get back to Priya > Priya Sharma "
        "by 2026-11-21"},
    {"lunch with Ben, he asked me to review his draft by 1 December",
        "meal | with Ben Okafor | I: Review his draft > Ben Okafor by 2026-12-01"},
    {"Ben asked me to review his draft", "I: Review his draft > Ben Okafor"},
    {"coffee with Ben, will send the list on Monday",
        "coffee | with Ben Okafor | I: Send the list > Ben Okafor by 2026-11-23"},
    {"Rosa asked about openings", "with Rosa Torres | about openings"},
    {"email Rosa the numbers", "I: Email Rosa the numbers > Rosa Torres"},
    // New people, places, events
    {"met Maja Lindqvist at the Nursing Leaders meetup",
        "event | with new Maja Lindqvist | event Nursing Leaders meetup"},
    {"met Karin at ESC about her ward", "event | with new Karin | about her ward | event ESC Congress"},
    {"coffee with Jan van der Berg at St. Anna", "coffee | with new Jan van der Berg | at St. Anna"},
    {"lunch with Dr. Meier", "meal | with new Dr. Meier"},
    {"coffee with Ben Smith", "coffee | with new Ben Smith? or Ben Okafor"},
    {"coffee with jonas about rosters", "coffee | with new jonas? | about rosters"},
    {"introduced Ben to Rosa", "introduction | with Ben Okafor, Rosa Torres | by me"},
    {"Ben introduced me to Rosa",
        "introduction | with Ben Okafor, Rosa Torres | through Ben Okafor | by them"},
    {"Dawn was introduced to me by Rosa",
        "introduction | with Dawn Reed, Rosa Torres | through Rosa Torres | by them"},
    {"got introduced to Selma by Rosa",
        "introduction | with new Selma, Rosa Torres | through Rosa Torres | by them"},
    {"intro by Ben to Karin Holt",
        "introduction | with Ben Okafor, new Karin Holt | through Ben Okafor | by them"},
    {"met Jordan Bell, CNO at Motol Hospital, via Ben",
        "meeting | with new Jordan Bell, Ben Okafor | through Ben Okafor | CNO @ Motol Hospital"},
    {"interviewed by Petra Novak at Motol", "meeting | with new Petra Novak |  @ Motol | by them"},
    {"Petra Novak (Motol Hospital) emailed", "email | with new Petra Novak |  @ Motol Hospital | by them"},
    {"Rosa (Motol Hospital) emailed", "email | with Rosa Torres | by them | text Motol Hospital"},
    // Nobody is invented
    {"walked home with Dawn", "meeting | with Dawn Reed | text home"},
    {"walked from home to work with Ben", "meeting | with Ben Okafor | text from home to work"},
    {"call with bank about the mortgage", "call | about the mortgage | text bank"},
    {"met Acme Ltd", "meeting | text Acme Ltd"},
    {"talked to Priyya", "meeting | with Priya Sharma?"},
    {"coffee with the team", "coffee | text team"},
    // Names that are words, names alike
    {"coffee with Will yesterday", "coffee | 2026-11-19 | with Will Marsh"},
    {"Will called about the job", "call | with Will Marsh | about the job | by them"},
    {"coffee with Will, he will send the list",
        "coffee | with Will Marsh | they: send the list > Will Marsh"},
    {"lunch with May on 3 May", "meal | 2026-05-03 | with May Lin"},
    {"met May in May", "meeting | 2026-05 | with May Lin"},
    {"I may call Ben", "call | with Ben Okafor | text may"},
    {"call with Mark, mark the date", "call | with Mark Rivers | text mark the date"},
    {"talked to Grace about the grace period", "meeting | with Grace O'Connor | about the grace period"},
    {"call with O'Connor", "call | with Grace O'Connor"},
    {"coffee with Alex", "coffee | with Alex Grey? or Alex Stone"},
    {"coffee with Alex Stone", "coffee | with Alex Stone"},
    // Any script
    {"Kaffee mit Ben", "with Ben Okafor | text Kaffee mit"},
    {"coffee with Hanako", "coffee | with 佐藤 花子"},
    {"coffee with 佐藤花子 about nights", "coffee | with 佐藤 花子 | about nights"},
    {"call with محمد yesterday", "call | 2026-11-19 | with محمد الفاتح"},
    {"Дмитрий called", "call | with Дмитрий Иванов | by them"},
    {"tea with Tomas", "coffee | with Tomáš Dvořák"},
    {"tea with प्रिया", "coffee | with प्रिया वर्मा"},
    {"met Łukasz Wiśniewski", "meeting | with new Łukasz Wiśniewski"},
    // No verb, quotes, nothing
    {"Ben, Priya, budget", "with Ben Okafor, Priya Sharma | text budget"},
    {"Rosa", "with Rosa Torres"},
    {"call with Ben: \"the ward needs you\"", "call | with Ben Okafor | about the ward needs you"},
    {"coffee with Ben about \"call Rosa tomorrow\"", "coffee | with Ben Okafor | about call Rosa tomorrow"},
    {"at Ben's office", "at Ben's office"},
    {"it went well", "text went well"},
    {"", ""},
    {"???", ""},
    {"lunch with Ben about the job and the course, great fun",
        "meal | with Ben Okafor | about the job and the course, great fun"},
};

}  // namespace

TEST_CASE("one line is read as people write it") {
    Logger logger;
    for (const Sentence& sentence : sentences) {
        INFO(std::string(sentence.line));
        CHECK(logger.read(sentence.line) == sentence.reading);
    }
    CHECK(std::size(sentences) >= 60);
}

TEST_CASE("every guess says which words it came from, and what else they can mean") {
    Logger logger;
    const std::string line = "coffee with Alex and Ben on Tuesday, send him the list by Friday";
    const LogReading reading = read_log_line(line, logger.context());
    const auto said = [&](LineRange range) { return line.substr(range.begin, range.end - range.begin); };
    REQUIRE(reading.kind);
    CHECK(said(reading.kind->range) == "coffee");
    REQUIRE(reading.people.size() == 2);
    CHECK(said(reading.people[0].range) == "Alex");
    CHECK(reading.people[0].alternatives.size() == 1);
    REQUIRE(reading.on);
    CHECK(said(reading.on->range) == "on Tuesday");
    CHECK(
        reading.on->alternatives == std::vector{PartialDate{std::chrono::year_month_day{on(2026, 11, 24)}}});
    REQUIRE(reading.promises.size() == 1);
    const PromiseGuess& promise = reading.promises[0];
    CHECK(said(promise.range) == "send him the list by Friday");
    CHECK(promise.people == std::vector<std::size_t>{1});
    CHECK(promise.others == std::vector<std::size_t>{0});
    REQUIRE(promise.due);
    CHECK(said(promise.due->range) == "by Friday");
    CHECK(promise.due->alternatives == std::vector{logger.world.today});
}

TEST_CASE("the same line on the same day always reads the same, and any bytes are read without harm") {
    Logger logger;
    Random random(3);
    constexpr std::string_view pieces[] = {"coffee", " with ", "Ben", ", ", "and ", "by ", "Friday", "\"",
        "'s", "she", " will ", "send ", "about", " at ", "3", "/", ".", "花子", "\xff", "in ", "May ",
        "next ", "week", "owe ", "I'll ", "@", "(", "–"};
    for (int i = 0; i < 2000; ++i) {
        std::string line;
        for (std::size_t j = random.below(12); j > 0; --j)
            line += pieces[random.below(std::size(pieces))];
        const std::string once = logger.read(line);
        CHECK(once == logger.read(line));
        const LogReading reading = read_log_line(line, logger.context());
        for (const LineRange& rest : reading.rest)
            CHECK((rest.begin < rest.end && rest.end <= line.size()));
    }
}

TEST_CASE("an accepted line becomes the contact, its people and its promises in one undo step") {
    Logger logger;
    World& world = logger.world;
    const auto before = world.workspace.count(Kind::person);
    const LogReading reading = read_log_line("met Maja van den Berg and Ben at the ESC Congress yesterday "
                                             "about staffing, great talk. send her the paper by Tuesday; "
                                             "he will introduce me to Rosa",
        logger.context());
    world.commit(to_draft(reading, logger.context(), world.random));
    CHECK(world.workspace.count(Kind::person) == before + 1);
    const RecordId maja = world.person("Maja");
    CHECK(world.workspace.text(maja, person::family_name) == "van den Berg");
    CHECK(world.workspace.reference(maja, person::met_at) == world.find(Kind::event, "ESC Congress"));
    CHECK(world.workspace.date(maja, person::met_on).to_day() == world.today - days{1});
    const RecordId interaction = world.find(Kind::interaction, "Staffing, great talk");
    CHECK(world.workspace.choice(interaction, interaction::kind) == interaction::kind::event);
    CHECK(world.workspace.elements(interaction, interaction::people).size() == 2);
    const RecordId mine = world.find(Kind::action, "Send Maja van den Berg the paper");
    CHECK(world.workspace.choice(mine, action::promised_by) == action::promised_by::me);
    CHECK(world.workspace.date(mine, action::due).to_day() == on(2026, 11, 24));
    CHECK(world.workspace.reference(mine, action::came_of) == interaction);
    const RecordId theirs = world.find(Kind::action, "introduce me to Rosa");
    CHECK(world.workspace.choice(theirs, action::promised_by) == action::promised_by::them);
    CHECK(world.workspace.elements(theirs, action::people)[0].value.as_reference() == world.person("Ben"));
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(world.workspace.count(Kind::person) == before);
    CHECK(world.workspace.count(Kind::action) == 0);
}

TEST_CASE("what is not understood is kept as text, and a promise alone makes no contact") {
    Logger logger;
    World& world = logger.world;
    world.commit(
        to_draft(read_log_line("Ben, quarterly numbers", logger.context()), logger.context(), world.random));
    CHECK(world.workspace.live(world.find(Kind::interaction, "Quarterly numbers")));
    const auto contacts = world.workspace.count(Kind::interaction);
    world.commit(
        to_draft(read_log_line("owe Ben a reply", logger.context()), logger.context(), world.random));
    CHECK(world.workspace.count(Kind::interaction) == contacts);
    CHECK(world.workspace.live(world.find(Kind::action, "Owe Ben a reply")));
}
