// Who is in a line: nobody who isn't there, nobody new who is known, and whoever is doubtful is shown as doubtful.
#include "../world.h"
#include "planning/log/line.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view town = R"(
[person hana]
given_name = Hana
family_name = Novotná
pronouns = she/her
[person noah]
given_name = Noah
family_name = Walker
[person omar]
given_name = Omar
family_name = Farouk
pronouns = he/him
[person ruth]
given_name = Ruth
family_name = Osei
pronouns = she/her
[person emil]
given_name = Emil
family_name = Krüger
[person marta]
given_name = Marta
family_name = Nowak
[person wanda]
given_name = Wanda
family_name = Tuesday
[person will]
given_name = Will
family_name = Frost
[organisation guardian]
name = The Guardian
[organisation trinity]
name = Trinity College
[organisation bahn]
name = Deutsche Bahn
[event summit]
name = Web Summit
from = today-4
)";

/// Those of a line, " ~" behind whoever is asked about; in brackets who is only spoken of.
std::string who(std::string_view line) {
    const World world(town);
    NameIndex names;
    ContactBook contacts;
    names.update(world.workspace);
    contacts.update(world.workspace);
    const LogReading reading = read_log_line(
        line, {.workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today});
    std::string text;
    for (const PersonGuess& guess : reading.people) {
        std::string one = guess.person ? person_name(world.workspace, guess.person) : "new " + guess.name;
        if (!guess.organisation.empty() || !guess.role.empty())
            one += " (" + guess.role + " @ " + guess.organisation + ")";
        if (guess.doubtful) one += " ~";
        for (const RecordId other : guess.alternatives)
            one += " or " + person_name(world.workspace, other);
        text += (text.empty() ? "" : ", ") + (guess.took_part ? one : "[" + one + "]");
    }
    return text;
}

struct Line {
    std::string_view line, people;
};

}  // namespace

TEST_CASE("A misspelt name is found and asked about, in small letters as well") {
    for (const Line& one : {Line{"met hanna for tea", "Hana Novotná ~"},
             {"met noha yesterday", "Noah Walker ~"}, {"ran into omra on sunday", "Omar Farouk ~"},
             {"omra rang", "Omar Farouk ~"}, {"tea with Mrata", "Marta Nowak ~"},
             {"tea with Noah Waker", "Noah Walker ~"}, {"tea with Emiil Krüger", "Emil Krüger ~"}}) {
        CAPTURE(one.line);
        CHECK(who(one.line) == one.people);
    }
}

TEST_CASE("Another name or a word of the language is no misspelling") {
    for (const Line& one : {Line{"tea with Emily", "new Emily ~ or Emil Krüger"},
             {"tea with Maria", "new Maria"}, {"told the truth", ""}, {"talked to truth seekers", ""},
             {"met more people", ""}, {"call with market research", ""}}) {
        CAPTURE(one.line);
        CHECK(who(one.line) == one.people);
    }
}

TEST_CASE("Firms, places, plays and greetings are nobody") {
    for (const std::string_view line :
        {"lunch with Bella & Co", "met the Oxfam people", "met Acme Holdings", "call with IBM",
            "visited Prague", "saw The Crown", "read Thinking, Fast and Slow", "flight back from Oslo",
            "moved from ETH to EPFL in September", "let's meet on Tuesday", "Meeting: Budget, Hiring",
            "Hi, good to see you all", "dinner with the Browns", "tea with granny",
            "lunch. Their dog is called Rex", "her husband Sam is a dentist", "to do: PhD forms"}) {
        CAPTURE(line);
        CHECK(who(line) == "");
    }
}

TEST_CASE("Where somebody new works and as what is told of them, not of another person") {
    for (const Line& one :
        {Line{"met Lena Vogt, CTO of Deutsche Bahn", "new Lena Vogt (CTO @ Deutsche Bahn)"},
            {"call with Kwame (recruiter, The Guardian)", "new Kwame (recruiter @ The Guardian)"},
            {"call with Kwame (head of news at The Guardian)", "new Kwame (head of news @ The Guardian)"},
            {"email from Priyanka Rao, Talent Acquisition, Deutsche Bahn",
                "new Priyanka Rao (Talent Acquisition @ Deutsche Bahn)"},
            {"call from a recruiter at Deutsche Bahn, Kwame Boateng", "new Kwame Boateng"},
            {"met Nurse Bailey", "new Nurse Bailey"}}) {
        CAPTURE(one.line);
        CHECK(who(one.line) == one.people);
    }
}

TEST_CASE("Who is only spoken of took no part") {
    for (const Line& one : {Line{"met Ruth without Omar", "Ruth Osei, [Omar Farouk]"},
             {"met Ruth but not Omar", "Ruth Osei, [Omar Farouk]"},
             {"met Ruth, Omar couldn't come", "Ruth Osei, [Omar Farouk]"},
             {"Hana told me Emil left Siemens", "Hana Novotná, [Emil Krüger]"},
             {"lunch with Ruth, Omar told her about me", "Ruth Osei, [Omar Farouk]"},
             {"Omar is moving to Cork, congratulate him", "[Omar Farouk]"},
             {"\"Come on Monday,\" said Ruth", "Ruth Osei"}}) {
        CAPTURE(one.line);
        CHECK(who(one.line) == one.people);
    }
}

TEST_CASE("Names that are days or said twice are read once") {
    CHECK(who("Wanda Tuesday wrote on Tuesday") == "Wanda Tuesday");
    CHECK(who("Wanda Tuesday emailed Tuesday") == "Wanda Tuesday");
    CHECK(who("Will will send the plan") == "[Will Frost]");
    CHECK(who("told Omar I'd call") == "Omar Farouk");
}

TEST_CASE("Who signed a message wrote it") {
    CHECK(who("Hi, lovely meeting you yesterday! Best, Clara Voss") == "new Clara Voss");
    CHECK(who("Dear Ms Brandt, thanks for the chat. Kind regards, Zoë") == "new Zoë");
}

TEST_CASE("An event that is known is where it was, and no meal for its name") {
    const World world(std::string(town) + "[event dinner]\nname = Alumni Dinner\nfrom = today-2\n");
    NameIndex names;
    ContactBook contacts;
    names.update(world.workspace);
    contacts.update(world.workspace);
    const LogContext context{
        .workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today};
    const LogReading reading = read_log_line("Noah at the Alumni Dinner", context);
    REQUIRE(reading.kind);
    CHECK(reading.kind->value == interaction::kind::event);
    CHECK(reading.event);
    CHECK(read_log_line("Web Summit: Marta, Emil", context).event);
    CHECK_FALSE(read_log_line("panel at Trinity College", context).event);
    CHECK_FALSE(read_log_line("texted Emil, he replied at once", context).place);
    CHECK_FALSE(read_log_line("message from Emil: the post in Nairobi is open", context).place);
}

TEST_CASE("A day in another sentence is not when it was") {
    const World world(town);
    NameIndex names;
    ContactBook contacts;
    names.update(world.workspace);
    contacts.update(world.workspace);
    const LogContext context{
        .workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today};
    CHECK_FALSE(read_log_line("Tea with Omar. He's off next week.", context).on);
    CHECK_FALSE(read_log_line("Tea with Omar. Don't call before 7 December.", context).on);
    CHECK(read_log_line("Tea with Omar. Yesterday at 4.", context).on);
    CHECK_FALSE(read_log_line("Christmas party with Omar", context).on);
    const LogReading then = read_log_line("Omar is back in February, call him then", context);
    REQUIRE(then.promises.size() == 1);
    REQUIRE(then.promises[0].due);
    CHECK(then.promises[0].due->value == on(2027, 2, 28));
}
