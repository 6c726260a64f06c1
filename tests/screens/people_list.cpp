#include "ui/session/people_list.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "base/random.h"
#include "model/fields.h"
#include "workspace/settings.h"

using namespace kith;
using namespace kith::ui;

namespace {

struct Town {
    Workspace workspace{ReplicaId{1}};
    Random random{3};
    Insight insight{workspace};
    PeopleList list;
    Instant now{};

    RecordId add(std::string_view given, std::string_view family, std::string_view place = {}) {
        Draft draft({"change.add_person", {"somebody"}});
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, given);
        draft.set_text(person, person::family_name, family);
        draft.set_text(person, person::place, place);
        now += std::chrono::seconds(1);
        REQUIRE(workspace.commit(std::move(draft), now));
        return person;
    }

    /// Coffee with somebody so many days ago.
    void speak(RecordId person, int days_ago) {
        Draft draft({"change.log", {}});
        const RecordId coffee = draft.create(Kind::interaction, random);
        draft.add(coffee, interaction::people, person);
        draft.set(coffee, interaction::on,
            Value::date(PartialDate{std::chrono::year_month_day{today - std::chrono::days{days_ago}}}));
        now += std::chrono::seconds(1);
        REQUIRE(workspace.commit(std::move(draft), now));
    }

    void set(RecordId record, FieldId field, std::string_view text) {
        Draft draft({"change.field", {"a field", "a record"}});
        draft.set_text(record, field, text);
        now += std::chrono::seconds(1);
        REQUIRE(workspace.commit(std::move(draft), now));
    }

    const Day today{};

    std::vector<std::string> names(const PeopleFilter& filter, PeopleSort sort, bool descending = false) {
        insight.search();
        list.want(filter, sort, descending, today);
        while (list.step(insight, [] { return true; })) {}
        std::vector<std::string> names;
        for (const RecordId person : list.rows())
            names.emplace_back(workspace.text(person, person::given_name));
        return names;
    }
};

}  // namespace

TEST_CASE("people are sorted by what a column shows, without regard to case and accents") {
    Town town;
    town.add("Zoë", "Berg", "Oslo");
    town.add("ágnes", "Antal", "");
    town.add("Björn", "Alm", "Bergen");
    CHECK(town.names({}, PeopleSort::name) == std::vector<std::string>{"ágnes", "Björn", "Zoë"});
    CHECK(town.names({}, PeopleSort::name, true) == std::vector<std::string>{"Zoë", "Björn", "ágnes"});
    // Who says nothing comes last, whichever way.
    CHECK(town.names({}, PeopleSort::place) == std::vector<std::string>{"Björn", "Zoë", "ágnes"});
    CHECK(town.names({}, PeopleSort::place, true) == std::vector<std::string>{"Zoë", "Björn", "ágnes"});
}

TEST_CASE("people are sorted by when their rhythm asks for a contact") {
    Town town;
    const RecordId ana = town.add("Ana", "A"), ben = town.add("Ben", "B"), cem = town.add("Cem", "C");
    town.add("Dora", "D");  // no rhythm
    for (const RecordId person : {ana, ben, cem})
        town.set(person, person::circle, "15");  // monthly
    town.speak(ana, 3);
    town.speak(ben, 40);
    town.speak(cem, 10);
    CHECK(town.names({}, PeopleSort::next) == std::vector<std::string>{"Ben", "Cem", "Ana", "Dora"});
    CHECK(town.names({}, PeopleSort::next, true) == std::vector<std::string>{"Ana", "Cem", "Ben", "Dora"});
    // What changes it moves them: a contact, another circle, a day it is set aside to.
    town.names({}, PeopleSort::next);
    town.speak(ben, 0);
    CHECK(town.names({}, PeopleSort::next) == std::vector<std::string>{"Cem", "Ana", "Ben", "Dora"});
    town.set(cem, person::circle, "150");
    CHECK(town.names({}, PeopleSort::next) == std::vector<std::string>{"Ana", "Ben", "Cem", "Dora"});
    Draft draft({"change.field", {"a field", "a record"}});
    snooze_until(draft, ana, town.today + std::chrono::days{60});
    REQUIRE(town.workspace.commit(std::move(draft), town.now + std::chrono::seconds(1)));
    CHECK(town.names({}, PeopleSort::next) == std::vector<std::string>{"Ben", "Ana", "Cem", "Dora"});
}

TEST_CASE("filters let those pass who fit all of them") {
    Town town;
    const RecordId ana = town.add("Ana", "Núñez");
    town.add("Ben", "Okafor");
    Draft draft({"change.field", {"a field", "a record"}});
    draft.add(ana, person::tags, "mentor");
    draft.set(ana, person::circle, person::circle::closest_15);
    REQUIRE(town.workspace.commit(std::move(draft), town.now));
    CHECK(town.names({.text = "nunez"}, PeopleSort::name) == std::vector<std::string>{"Ana"});
    CHECK(town.names({.tag = "mentor"}, PeopleSort::name) == std::vector<std::string>{"Ana"});
    CHECK(town.names({.circle = person::circle::closest_15}, PeopleSort::name) ==
        std::vector<std::string>{"Ana"});
    CHECK(town.names({.tag = "mentor", .circle = person::circle::closest_50}, PeopleSort::name).empty());
}

TEST_CASE("a changed workspace is taken up, and the old order stands meanwhile") {
    Town town;
    town.add("Ben", "B");
    CHECK(town.names({}, PeopleSort::name).size() == 1);
    const RecordId ana = town.add("Ana", "A");
    CHECK(town.list.rows().size() == 1);
    CHECK(town.names({}, PeopleSort::name) == std::vector<std::string>{"Ana", "Ben"});
    CHECK(town.list.row_of(ana) == 0);
    CHECK(town.list.find_name("be", 0) == 1);
    CHECK(town.list.find_name("a", 1) == 0);
}

TEST_CASE("sorting in small slices gives what sorting at once would") {
    Town town;
    Draft draft({"import.done", {"people.csv", 1}}, TransactionKind::import);
    for (int i = 0; i < 3000; ++i) {
        const RecordId person = draft.create(Kind::person, town.random);
        draft.set_text(person, person::given_name, "Person " + std::to_string(town.random.below(1'000'000)));
    }
    REQUIRE(town.workspace.commit(std::move(draft), town.now));
    const auto names = town.names({}, PeopleSort::name);
    CHECK(names.size() == 3000);
    CHECK(std::ranges::is_sorted(names));
}

TEST_CASE("whoever was spoken to last comes first, and what is still to come counts for nothing") {
    Town town;
    const RecordId ana = town.add("Ana", "A"), ben = town.add("Ben", "B"), cem = town.add("Cem", "C");
    town.add("Dora", "D");
    town.speak(ana, 30);
    town.speak(ben, 2);
    town.speak(cem, 10);
    CHECK(town.names({}, PeopleSort::last_contact) == std::vector<std::string>{"Ben", "Cem", "Ana", "Dora"});
    town.speak(ana, -5);  // noted ahead
    CHECK(town.names({}, PeopleSort::last_contact) == std::vector<std::string>{"Ben", "Cem", "Ana", "Dora"});
    CHECK(last_contact_on(town.insight, ana, town.today).to_day() == town.today - std::chrono::days{30});
    town.speak(ana, 0);
    CHECK(town.names({}, PeopleSort::last_contact) == std::vector<std::string>{"Ana", "Ben", "Cem", "Dora"});
    CHECK(town.names({.never_spoken = true}, PeopleSort::name) ==
        std::vector<std::string>{"Ben", "Cem", "Dora"});  // the first of January: what was is of last year
}

TEST_CASE("a list that is changed while it is made is made of what there is then") {
    Town town;
    for (int i = 0; i < 300; ++i)
        town.add("Person " + std::to_string(town.random.below(1000)), "X");
    town.list.want({}, PeopleSort::name, false, town.today);
    CHECK(town.list.step(town.insight, [] { return true; }));
    CHECK(town.list.step(town.insight, [] { return true; }));
    CHECK_FALSE(town.list.ever_done());
    town.add("Aaron", "A");
    while (town.list.step(town.insight, [] { return true; })) {}
    REQUIRE(town.list.rows().size() == 301);
    CHECK(town.workspace.text(town.list.rows().front(), person::given_name) == "Aaron");
}

TEST_CASE("an edit moves the person it touches, as sorting anew would") {
    Town town;
    std::vector<RecordId> people;
    for (int i = 0; i < 40; ++i)
        people.push_back(town.add("Person " + std::to_string(town.random.below(1000)), "X"));
    for (const PeopleSort sort : {PeopleSort::name, PeopleSort::place}) {
        town.names({}, sort);
        for (int i = 0; i < 30; ++i) {
            const RecordId person = people[town.random.below(people.size())];
            Draft draft({"change.field", {"a field", "a record"}});
            if (i % 7 == 3) {
                if (town.workspace.live(person))
                    draft.trash(person);
                else
                    draft.restore(person);
            } else if (town.workspace.live(person)) {
                draft.set_text(
                    person, person::given_name, "Person " + std::to_string(town.random.below(1000)));
                draft.set_text(
                    person, person::place, i % 5 == 0 ? "" : "Town " + std::to_string(town.random.below(9)));
            }
            town.now += std::chrono::seconds(1);
            REQUIRE(town.workspace.commit(std::move(draft), town.now));
            const auto moved = town.names({}, sort);
            PeopleList fresh;
            fresh.want({}, sort, false, Day{});
            CHECK_FALSE(fresh.step(town.insight, [] { return false; }));
            CHECK(fresh.rows() == town.list.rows());
        }
    }
}

TEST_CASE("people stand by their given or their family names, as the person likes") {
    Town town;
    town.add("Wiebke", "van den Berg");
    town.add("Helen", "Park, DNP");
    town.add("小明", "王");
    town.add("Zoë", "Abel");
    CHECK(town.names({}, PeopleSort::name) == std::vector<std::string>{"Helen", "Wiebke", "Zoë", "小明"});
    Draft draft =
        change_setting(town.workspace, settings::name_order, name_order_text(NameOrder::family_first));
    REQUIRE(town.workspace.commit(std::move(draft), town.now + std::chrono::seconds(1)));
    CHECK(town.names({}, PeopleSort::name) == std::vector<std::string>{"Zoë", "Wiebke", "Helen", "小明"});
    CHECK(town.list.find_name("park", 0) == 2);
}
