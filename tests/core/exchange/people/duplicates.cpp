// The same person entered twice: found, joined, told apart.
#include "exchange/people/duplicates.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "../../workspace/random_edits.h"
#include "exchange/people/joining.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Twice {
    RecordId add(std::string_view given, std::string_view family, std::string_view email = {}) {
        Draft draft({"test.add", {}});
        const RecordId person = draft.create(Kind::person, random);
        draft.set_text(person, person::given_name, given);
        draft.set_text(person, person::family_name, family);
        if (!email.empty()) draft.add_row(person, person::contact_points, {"email", email}, random);
        commit(std::move(draft));
        return person;
    }
    template <typename Fill>
    RecordId make(Kind kind, Fill fill) {
        Draft draft({"test.make", {}});
        const RecordId record = draft.create(kind, random);
        fill(draft, record);
        commit(std::move(draft));
        return record;
    }
    RecordId tie(RecordId a, RecordId b, std::string_view kind) {
        return make(Kind::tie, [&](Draft& draft, RecordId record) {
            draft.set(record, tie::a, Value::reference(a));
            draft.set(record, tie::b, Value::reference(b));
            draft.add(record, tie::kinds, kind);
        });
    }
    void commit(Draft draft) { REQUIRE(workspace.commit(std::move(draft), moment(++time))); }
    std::vector<Duplicate> found() {
        search.catch_up(workspace).finish();
        return search.found();
    }
    void join(RecordId keep, RecordId other) {
        Draft draft({"test.join", {}});
        join_records(draft, workspace, {keep, other}, random);
        commit(std::move(draft));
    }

    Random random{4};
    Workspace workspace{ReplicaId{1}};
    DuplicateSearch search;
    std::int64_t time = 0;
};

}  // namespace

TEST_CASE_FIXTURE(
    Twice, "people with the same address, or only the same name, are asked about, surest first") {
    const RecordId ana = add("Ana", "Núñez", "ana@example.org");
    const RecordId cem = add("Cem", "Arslan");
    add("Ben", "Okafor");
    const RecordId again = add("A.", "Nunez", "ANA@example.org");
    const RecordId cem_again = add("Cem", "Arslan");
    const auto pairs = found();
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].a == ana);
    CHECK(pairs[0].b == again);
    CHECK(pairs[0].why == KeyKind::email);
    CHECK(pairs[1].a == cem);
    CHECK(pairs[1].b == cem_again);
    CHECK(pairs[1].why == KeyKind::name);
}

TEST_CASE_FIXTURE(Twice, "a family that shares an address is not asked about") {
    add("Ana", "Núñez", "home@example.org");
    add("Luis", "Núñez", "home@example.org");
    CHECK(found().empty());
}

TEST_CASE_FIXTURE(Twice, "those who are not the same are not asked about again, until that is taken back") {
    const RecordId a = add("Cem", "Arslan"), b = add("Cem", "Arslan");
    REQUIRE(found().size() == 1);
    Draft draft({"test.apart", {}});
    tell_apart(draft, workspace, b, a);
    commit(std::move(draft));
    CHECK(are_told_apart(workspace, a, b));
    CHECK(found().empty());
    REQUIRE(workspace.undo(moment(++time)));
    CHECK(found().size() == 1);
}

TEST_CASE_FIXTURE(Twice, "one has what both had, and everything that named the other names the one") {
    const RecordId ana = add("Ana", "Núñez", "ana@example.org");
    const RecordId again = add("Ana", "Nunez", "ana@clinic.example");
    const RecordId ben = add("Ben", "Okafor");
    Draft more({"test.more", {}});
    more.set_text(ana, person::notes, "Likes tea");
    more.set_text(again, person::notes, "Plays the cello");
    more.set_text(again, person::headline, "Head of Nursing");
    more.add(again, person::tags, "choir");
    more.add_row(again, person::contact_points, {"email", "ANA@example.org"}, random);
    more.set(again, person::is_private, Value::boolean(true));
    more.set(ben, person::met_through, Value::reference(again));
    commit(std::move(more));
    const RecordId talk = make(Kind::interaction, [&](Draft& draft, RecordId record) {
        draft.add(record, interaction::people, again);
        draft.add(record, interaction::people, ben);
    });
    const RecordId favour = make(Kind::favour,
        [&](Draft& draft, RecordId record) { draft.set(record, favour::person, Value::reference(again)); });
    const RecordId first = tie(ana, ben, "friend");
    const RecordId second = tie(ben, again, "colleague");
    const RecordId between = tie(ana, again, "friend");
    const Picture before = picture(workspace);

    join(ana, again);
    CHECK(workspace.text(ana, person::notes) == "Likes tea\n\nPlays the cello");
    CHECK(workspace.text(ana, person::headline) == "Head of Nursing");
    CHECK(workspace.text(ana, person::family_name) == "Núñez");
    CHECK(workspace.texts(ana, person::tags).size() == 1);
    CHECK(workspace.elements(ana, person::contact_points).size() == 2);
    CHECK(workspace.flag(ana, person::is_private));
    CHECK(workspace.reference(ben, person::met_through) == ana);
    CHECK(workspace.reference(favour, favour::person) == ana);
    CHECK(workspace.referrers(ana, interaction::people) == std::vector{talk});
    CHECK(workspace.elements(talk, interaction::people).size() == 2);
    CHECK(workspace.live(first));
    CHECK(workspace.texts(first, tie::kinds).size() == 2);
    CHECK_FALSE(workspace.live(second));
    CHECK_FALSE(workspace.live(between));
    CHECK(workspace.state(again) == RecordState::trashed);
    CHECK(workspace.referrers(again).empty());

    REQUIRE(workspace.undo(moment(++time)));
    CHECK(picture(workspace) == before);
}

TEST_CASE_FIXTURE(Twice, "two records of one job become one") {
    const RecordId ana = add("Ana", "Núñez"), again = add("Ana", "Núñez");
    const RecordId clinic = make(Kind::organisation,
        [&](Draft& draft, RecordId record) { draft.set_text(record, organisation::name, "City Clinic"); });
    const auto job = [&](RecordId person, std::string_view role) {
        return make(Kind::affiliation, [&](Draft& draft, RecordId record) {
            draft.set(record, affiliation::person, Value::reference(person));
            draft.set(record, affiliation::organisation, Value::reference(clinic));
            draft.set_text(record, affiliation::role, role);
        });
    };
    job(ana, "Nurse");
    const RecordId same = job(again, "nurse");
    job(again, "Trainer");
    REQUIRE(found().size() == 1);
    CHECK(found()[0].why == KeyKind::work);
    join(ana, again);
    CHECK_FALSE(workspace.live(same));
    CHECK(workspace.referrers(ana, affiliation::person).size() == 2);
}

TEST_CASE_FIXTURE(Twice, "looking again after changes finds what looking at everyone finds") {
    constexpr std::array given{"Ana", "Anna", "A.", "Cem"};
    constexpr std::array family{"Reyes", "Arslan"};
    constexpr std::array emails{"a@example.org", "b@example.org", "c@example.org"};
    std::vector<RecordId> people, organisations;
    const auto some = [&](const auto& list) { return list[random.below(std::size(list))]; };
    for (const std::string_view name : {"St. Anna Hospital", "City Clinic"})
        organisations.push_back(make(Kind::organisation,
            [&](Draft& draft, RecordId record) { draft.set_text(record, organisation::name, name); }));
    const auto change_one = [&](Draft& draft) {
        const RecordId one = some(people);
        if (!workspace.live(one)) return draft.restore(one);
        switch (random.below(6)) {
            case 0: draft.set_text(one, person::given_name, some(given)); break;
            case 1: draft.add_row(one, person::contact_points, {"email", some(emails)}, random); break;
            case 2: draft.trash(one); break;
            case 3: tell_apart(draft, workspace, one, some(people)); break;
            case 4: draft.set_text(some(organisations), organisation::name, some(family)); break;
            default: {
                const RecordId job = draft.create(Kind::affiliation, random);
                draft.set(job, affiliation::person, Value::reference(one));
                draft.set(job, affiliation::organisation, Value::reference(some(organisations)));
            }
        }
    };
    for (int i = 0; i < 8; ++i)
        people.push_back(add(some(given), some(family)));
    for (int step = 0; step < 300; ++step) {
        if (step % 40 == 0 && people.size() < 14) {
            people.push_back(add(some(given), some(family), some(emails)));
        } else if (step % 7 == 0) {
            (void)workspace.undo(moment(++time));
        } else {
            Draft draft({"test.change", {}});
            change_one(draft);
            (void)workspace.commit(std::move(draft), moment(++time));
        }
        if (random.below(3) == 0) continue;  // several changes at once
        DuplicateSearch anew;
        anew.catch_up(workspace).finish();
        // Begun and thrown away, as between frames, or kept while something is changed.
        (void)search.catch_up(workspace).step([] { return true; });
        const auto again = found();
        REQUIRE(again.size() == anew.found().size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            CHECK(again[i].a == anew.found()[i].a);
            CHECK(again[i].b == anew.found()[i].b);
            CHECK(again[i].why == anew.found()[i].why);
        }
    }
}

TEST_CASE_FIXTURE(Twice, "what is answered is one step, called after the two") {
    const RecordId a = add("Ana", "Holm"), b = add("Anna", "Holm"), c = add("Ana", "Berg");
    Draft draft = tell_apart(workspace, a, c);
    CHECK(draft.label() ==
        Message{
            "change.told_apart", {ArgumentView::person(a, "Ana Holm"), ArgumentView::person(c, "Ana Berg")}});
    commit(std::move(draft));
    CHECK(are_told_apart(workspace, a, c));
    draft = join_records(workspace, {a, b}, random);
    CHECK(draft.label() ==
        Message{"change.join_people",
            {ArgumentView::person(a, "Ana Holm"), ArgumentView::person(b, "Anna Holm")}});
    commit(std::move(draft));
    CHECK(workspace.state(b) == RecordState::trashed);
}

TEST_CASE_FIXTURE(Twice, "what is changed while the search pauses is taken in by the same search") {
    const auto given = [](int i) { return std::string(1, static_cast<char>('A' + i)) + "na"; };
    constexpr std::array families{"Adler", "Bruno", "Castillo", "Dvorak", "Eriksen", "Ferreira", "Gruber",
        "Horvat", "Ivanov", "Jensen", "Keller", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov",
        "Quispe", "Rossi", "Silva", "Tanaka"};
    const auto family = [&](int i) { return families[static_cast<std::size_t>(i)]; };
    for (int i = 0; i < 20; ++i)
        add(given(i), family(i));
    Slices work = search.catch_up(workspace);
    for (int i = 0; i < 5; ++i)
        REQUIRE(work.step([] { return true; }));
    add(given(3), family(3));    // behind it
    add(given(19), family(19));  // before it
    work.finish();
    CHECK(search.done());
    CHECK(search.found().size() == 2);
    CHECK_FALSE(search.catch_up(workspace).step([] { return true; }));
}
