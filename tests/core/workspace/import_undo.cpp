// Undoing an import after people were joined and edited: by examples, and over random histories.
#include "workspace/import_undo.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "exchange/people/identity_answers.h"
#include "exchange/people/joining.h"
#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::uint32_t latest(const Workspace& workspace) {
    return static_cast<std::uint32_t>(workspace.transactions().size() - 1);
}

Draft import_draft(std::string_view file) {
    return Draft({"import.done", {file, 2, ArgumentView::kept("test")}}, TransactionKind::import);
}

bool is_undone(const Workspace& workspace, std::uint32_t transaction) {
    for (const HistoryEntry& entry : history_entries(workspace)) {
        if (entry.transaction == transaction) return entry.undone;
    }
    FAIL("not in the history");
    return false;
}

/// Somebody's contacts: Ana was here before, Ben and Chidi came with a file, from St. Anna.
struct Imported {
    Workspace workspace{ReplicaId{7}};
    Random random{5};
    std::int64_t time = 0;
    RecordId ana, ben, chidi, hospital, job;
    std::uint32_t import = 0;

    Imported() {
        ana = add("Ana");
        Draft draft = import_draft("contacts.vcf");
        ben = draft.create(Kind::person, random);
        draft.set_text(ben, person::given_name, "Ben");
        draft.set_text(ben, person::headline, "Nurse");
        chidi = draft.create(Kind::person, random);
        draft.set_text(chidi, person::given_name, "Chidi");
        hospital = draft.create(Kind::organisation, random);
        draft.set_text(hospital, organisation::name, "St. Anna");
        job = draft.create(Kind::affiliation, random);
        draft.set(job, affiliation::person, Value::reference(ben));
        draft.set(job, affiliation::organisation, Value::reference(hospital));
        draft.set_text(ana, person::headline, "Doctor");
        import = commit(std::move(draft));
    }
    std::uint32_t commit(Draft draft) {
        REQUIRE(workspace.commit(std::move(draft), moment(++time)));
        return latest(workspace);
    }
    RecordId add(std::string_view name) {
        Draft draft({"person.add", {}});
        const RecordId made = draft.create(Kind::person, random);
        draft.set_text(made, person::given_name, name);
        commit(std::move(draft));
        return made;
    }
    void write(RecordId record, FieldId field, std::string_view text) {
        Draft draft({"person.edit", {}});
        draft.set_text(record, field, text);
        commit(std::move(draft));
    }
    RecordId talk(std::initializer_list<RecordId> people) {
        Draft draft({"conversation.add", {}});
        const RecordId made = draft.create(Kind::interaction, random);
        for (const RecordId person : people)
            draft.add(made, interaction::people, person);
        draft.set_text(made, interaction::summary, "The night shift");
        commit(std::move(draft));
        return made;
    }
    std::uint32_t join(RecordId keep, RecordId other) {
        return commit(join_records(workspace, {keep, other}, random));
    }
    ImportUndo undo() {
        ImportUndo plan = plan_import_undo(workspace, import);
        commit(std::move(plan.draft));
        return plan;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Imported, "an import alone goes without a word") {
    const ImportUndo plan = plan_import_undo(workspace, import);
    CHECK(plan.is_import_alone());
    CHECK(plan.kept.empty());
    CHECK(plan.used.empty());
}

TEST_CASE_FIXTURE(Imported, "who was joined with somebody imported is two again, and that is said") {
    const Picture before_import = picture(as_of(workspace, moment(1)));
    const std::uint32_t first = join(ana, ben);
    REQUIRE_FALSE(workspace.live(ben));
    REQUIRE(workspace.reference(job, affiliation::person) == ana);
    const std::uint32_t second = join(ana, chidi);
    const Picture before = picture(workspace);

    const ImportUndo plan = undo();
    CHECK(plan.joined == std::vector{first, second});
    CHECK_FALSE(plan.is_import_alone());
    CHECK(picture(workspace) == before_import);
    CHECK(is_undone(workspace, import));
    CHECK(is_undone(workspace, first));
    CHECK_FALSE(is_undone(workspace, latest(workspace)));

    REQUIRE(workspace.undo(moment(++time)));
    CHECK(picture(workspace) == before);
    CHECK_FALSE(is_undone(workspace, import));
    CHECK_FALSE(is_undone(workspace, second));
    REQUIRE(workspace.redo(moment(++time)));
    CHECK(picture(workspace) == before_import);
}

TEST_CASE_FIXTURE(
    Imported, "somebody who was here goes back to before, though another was kept in their place") {
    write(ana, person::notes, "Plays the cello");
    join(ben, ana);
    REQUIRE_FALSE(workspace.live(ana));
    const ImportUndo plan = undo();
    CHECK(plan.joined.size() == 1);
    CHECK(workspace.live(ana));
    CHECK(workspace.text(ana, person::notes) == "Plays the cello");
    CHECK(workspace.text(ana, person::headline).empty());
    CHECK_FALSE(workspace.live(ben));
}

TEST_CASE_FIXTURE(Imported, "two who were here stay one, unless the joining carried something imported") {
    const RecordId dora = add("Dora"), elif = add("Elif");
    const std::uint32_t apart_from_it = join(dora, elif);
    CHECK(undo().joined.empty());
    CHECK_FALSE(workspace.live(elif));
    REQUIRE(workspace.undo(moment(++time)));

    const std::uint32_t carried = join(dora, ana);  // and with her the headline
    REQUIRE(workspace.text(dora, person::headline) == "Doctor");
    CHECK(undo().joined == std::vector{carried});
    CHECK(workspace.text(dora, person::headline).empty());
    CHECK(workspace.live(ana));
    CHECK_FALSE(is_undone(workspace, apart_from_it));
}

TEST_CASE_FIXTURE(Imported, "a joining that rests on another goes back with it") {
    const RecordId dora = add("Dora");
    const std::uint32_t first = join(ana, ben);
    const std::uint32_t second = join(dora, ana);  // the headline is the file's
    REQUIRE(workspace.text(dora, person::headline) == "Doctor");
    CHECK(undo().joined == std::vector{first, second});
    CHECK(workspace.live(ana));
    CHECK(workspace.live(dora));
    CHECK(workspace.text(dora, person::headline).empty());
}

TEST_CASE_FIXTURE(Imported, "what was made by hand about somebody imported goes with them, and comes back") {
    const RecordId alone = talk({ben}), both = talk({ana, ben});
    Draft draft({"tie.add", {}});
    const RecordId tie = draft.create(Kind::tie, random);
    draft.set(tie, tie::a, Value::reference(ana));
    draft.set(tie, tie::b, Value::reference(chidi));
    commit(std::move(draft));
    write(chidi, person::notes, "Knows everybody");
    const Picture before = picture(workspace);

    const ImportUndo plan = undo();
    CHECK(plan.along == std::vector{alone, tie});
    CHECK(plan.loosened == std::vector{both});
    CHECK(plan.edited == std::vector{chidi});
    CHECK_FALSE(workspace.live(alone));
    CHECK_FALSE(workspace.live(tie));
    CHECK(workspace.live(both));
    CHECK(workspace.elements(both, interaction::people).size() == 1);
    CHECK(workspace.has(both, interaction::people, element_of(ana)));
    REQUIRE(workspace.undo(moment(++time)));
    CHECK(picture(workspace) == before);
}

TEST_CASE_FIXTURE(Imported, "an edit of somebody who was here stays") {
    write(ana, person::headline, "Head doctor");
    const ImportUndo plan = undo();
    CHECK(plan.kept == std::vector{ana});
    CHECK(workspace.text(ana, person::headline) == "Head doctor");
    CHECK_FALSE(workspace.live(ben));
}

TEST_CASE_FIXTURE(Imported, "an edit that was undone is none") {
    write(ana, person::headline, "Head doctor");
    REQUIRE(workspace.undo(moment(++time)));
    CHECK(undo().kept.empty());
    CHECK(workspace.text(ana, person::headline).empty());
}

TEST_CASE_FIXTURE(Imported, "a place that is named by hand stays, and one from before is named again") {
    Draft draft({"job.add", {}});
    const RecordId own_job = draft.create(Kind::affiliation, random);
    draft.set(own_job, affiliation::person, Value::reference(ana));
    draft.set(own_job, affiliation::organisation, Value::reference(hospital));
    commit(std::move(draft));
    const ImportUndo plan = undo();
    CHECK(plan.used == std::vector{hospital});
    CHECK(workspace.live(hospital));
    CHECK(workspace.live(own_job));
    CHECK_FALSE(workspace.live(job));
}

TEST_CASE_FIXTURE(Imported, "whoever was put in somebody's place by hand gives it back") {
    const RecordId dora = add("Dora");
    Draft draft({"favour.add", {}});
    const RecordId favour = draft.create(Kind::favour, random);
    draft.set(favour, favour::person, Value::reference(dora));
    commit(std::move(draft));
    Draft moved({"favour.edit", {}});
    moved.set(favour, favour::person, Value::reference(ben));
    commit(std::move(moved));
    const ImportUndo plan = undo();
    CHECK(plan.loosened == std::vector{favour});
    CHECK(workspace.live(favour));
    CHECK(workspace.reference(favour, favour::person) == dora);
}

TEST_CASE_FIXTURE(Imported, "what is in the trash goes back too") {
    Draft draft({"person.trash", {}});
    draft.trash(ana);
    draft.trash(chidi);
    commit(std::move(draft));
    const ImportUndo plan = undo();
    CHECK(plan.edited.empty());
    CHECK(workspace.state(chidi) == RecordState::absent);
    CHECK(workspace.state(ana) == RecordState::trashed);
    CHECK(workspace.text(ana, person::headline).empty());
}

TEST_CASE_FIXTURE(Imported, "of two imports either can be undone first") {
    Draft draft = import_draft("more.csv");
    const RecordId dora = draft.create(Kind::person, random);
    draft.set_text(dora, person::given_name, "Dora");
    draft.set_text(ana, person::headline, "Surgeon");
    draft.set_text(ben, person::headline, "Head nurse");
    const std::uint32_t second = commit(std::move(draft));
    join(dora, ben);

    CHECK(plan_import_undo(workspace, second).joined.size() == 1);
    const ImportUndo plan = undo();
    CHECK(workspace.live(dora));
    CHECK(workspace.text(dora, person::headline).empty());
    CHECK(workspace.text(ana, person::headline) == "Surgeon");
    ImportUndo other = plan_import_undo(workspace, second);
    CHECK(other.joined.empty());
    commit(std::move(other.draft));
    CHECK_FALSE(workspace.live(dora));
    CHECK(workspace.text(ana, person::headline).empty());
    CHECK(workspace.live(ana));
}

TEST_CASE_FIXTURE(Imported, "what a joining left out because the import said the same is there again") {
    Draft draft({"job.add", {}});
    const RecordId dora = draft.create(Kind::person, random);
    const RecordId elif = draft.create(Kind::person, random);
    const RecordId own_job = draft.create(Kind::affiliation, random);
    draft.set(own_job, affiliation::person, Value::reference(elif));
    draft.set(own_job, affiliation::organisation, Value::reference(hospital));
    commit(std::move(draft));
    Draft more = import_draft("more.csv");
    const RecordId imported_job = more.create(Kind::affiliation, random);
    more.set(imported_job, affiliation::person, Value::reference(dora));
    more.set(imported_job, affiliation::organisation, Value::reference(hospital));
    import = commit(std::move(more));
    const std::uint32_t joining = join(dora, elif);
    REQUIRE_FALSE(workspace.live(own_job));
    CHECK(undo().joined == std::vector{joining});
    CHECK(workspace.live(own_job));
    CHECK_FALSE(workspace.live(imported_job));
}

TEST_CASE_FIXTURE(Imported, "an import that was undone, or whose past was packed away, can't be") {
    HistoryEntry entry{.transaction = import};
    CHECK(is_import_to_undo(workspace, entry));
    entry.undone = true;
    CHECK_FALSE(is_import_to_undo(workspace, entry));
    CHECK_FALSE(is_import_to_undo(workspace, {.transaction = 0}));
}

// Over random histories ---------------------------------------------------------------------------------

namespace {

enum class Undoing : bool { without, with };

struct RandomStory {
    Workspace workspace{ReplicaId{1}};
    Random random;
    std::int64_t time = 0;
    std::vector<std::uint32_t> imports;

    explicit RandomStory(std::uint64_t seed) : random(seed) {}

    RecordId pick(Kind kind) {
        std::vector<RecordId> live;
        workspace.for_each(kind, [&](RecordId record) { live.push_back(record); });
        return live.empty() ? RecordId{} : live[random.below(live.size())];
    }
    void commit(Draft draft) { (void)workspace.commit(std::move(draft), moment(++time)); }

    void job_of(Draft& draft, RecordId person, RecordId place) {
        const RecordId job = draft.create(Kind::affiliation, random);
        draft.set(job, affiliation::person, Value::reference(person));
        draft.set(job, affiliation::organisation, Value::reference(place));
    }

    void bring_in() {
        Draft draft = import_draft("file" + std::to_string(random.below(3)) + ".csv");
        const RecordId place = draft.create(Kind::organisation, random);
        draft.set_text(place, organisation::name, "Place" + std::to_string(random.below(9)));
        const std::size_t people = 1 + random.below(5);
        for (std::size_t i = 0; i < people; ++i) {
            const RecordId person = draft.create(Kind::person, random);
            draft.set_text(person, person::given_name, "file" + std::to_string(random.below(9)));
            draft.set_text(person, person::headline, "role" + std::to_string(random.below(9)));
            draft.add_row(
                person, person::contact_points, {"email", "f" + std::to_string(random.below(9))}, random);
            if (random.below(2) == 0) job_of(draft, person, place);
        }
        for (int i = 0; i < 3; ++i) {
            const RecordId here = pick(Kind::person);
            if (!here) continue;
            draft.set_text(here, person::headline, "role" + std::to_string(random.below(9)));
            draft.add(here, person::tags, "word" + std::to_string(random.below(6)));
            if (random.below(3) == 0) job_of(draft, here, place);
            if (random.below(3) == 0) tell_apart(draft, workspace, here, pick(Kind::person));
        }
        const auto before = workspace.revision();
        commit(std::move(draft));
        REQUIRE(workspace.revision() == before + 1);
        imports.push_back(latest(workspace));
    }

    void edit() {
        const RecordId person = pick(Kind::person), other = pick(Kind::person);
        switch (person ? random.below(8) : 0) {
            case 0:
            case 1: commit(random_draft(workspace, random)); break;
            case 2:
            case 3:
                if (person == other) break;
                if (random.below(4) == 0) {
                    const std::array pairs{
                        JoinedPair{person, other}, JoinedPair{pick(Kind::person), pick(Kind::person)}};
                    const bool are_two = pairs[1].keep != pairs[1].other;
                    commit(join_certain(workspace, std::span(pairs).first(are_two ? 2 : 1), random).draft);
                } else {
                    commit(join_records(workspace, {person, other}, random));
                }
                break;
            case 4: {
                Draft draft({"test.meeting", {}});
                const RecordId talk = draft.create(Kind::interaction, random);
                draft.add(talk, interaction::people, person);
                draft.add(talk, interaction::people, other);
                commit(std::move(draft));
                break;
            }
            case 5: {
                Draft draft({"test.headline", {}});
                const char* const words[] = {"", "role1", "role2", "by hand"};
                draft.set_text(person, person::headline, words[random.below(4)]);
                commit(std::move(draft));
                break;
            }
            case 6: {
                const RecordId place = pick(Kind::organisation), other_place = pick(Kind::organisation);
                if (place != other_place && random.below(2) == 0) {
                    commit(join_records(workspace, {place, other_place}, random));
                    break;
                }
                Draft draft({"test.job", {}});
                if (place) job_of(draft, person, place);
                commit(std::move(draft));
                break;
            }
            default: {
                const RecordId job = pick(Kind::affiliation), tie = pick(Kind::tie);
                Draft draft({"test.point", {}});
                if (job) draft.set(job, affiliation::person, Value::reference(person));
                if (tie) draft.set(tie, tie::b, Value::reference(other));
                commit(std::move(draft));
            }
        }
    }

    void some_steps(Undoing undoing, int steps) {
        for (int step = 0; step < steps; ++step) {
            const auto what = random.below(16);
            if (what == 0)
                bring_in();
            else if (undoing == Undoing::with && what < 4)
                (void)workspace.undo(moment(++time));
            else if (undoing == Undoing::with && what < 6)
                (void)workspace.redo(moment(++time));
            else if (undoing == Undoing::with && what == 6)
                undo_some_import();
            else
                edit();
        }
    }

    void undo_some_import() {
        if (imports.empty()) return;
        const std::uint32_t import = imports[random.below(imports.size())];
        if (stands(import)) commit(std::move(plan_import_undo(workspace, import).draft));
    }

    bool stands(std::uint32_t import) const {
        return is_import_to_undo(workspace, {.transaction = import, .undone = is_undone(workspace, import)});
    }
};

std::set<RecordId> made_by(const Workspace& workspace, std::uint32_t transaction) {
    std::set<RecordId> made;
    FrameReader reader(workspace.transactions()[transaction].frame);
    reader.next();
    for (Change change; reader.next_change(change);) {
        if (change.field.number() == 0 && kind_of(change.record) != Kind::setting) made.insert(change.record);
    }
    return made;
}

std::set<RecordId> all_live(const Workspace& workspace) {
    std::set<RecordId> live;
    for (const KindSpec& kind : all_kinds())
        workspace.for_each(kind.kind, [&](RecordId record) { live.insert(record); });
    return live;
}

/// A record as it would be shown: its registers in words.
std::map<std::pair<std::uint16_t, std::uint64_t>, std::string> shown(
    const Workspace& workspace, RecordId record) {
    std::map<std::pair<std::uint16_t, std::uint64_t>, std::string> result;
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        result[{field.value, element.id.value}] = in_words(element.value);
    });
    return result;
}

template <typename Item>
bool holds(const std::vector<Item>& items, const Item& item) {
    return std::ranges::find(items, item) != items.end();
}

/// What must be true whatever happened before.
void check_undoing(RandomStory& story, std::uint32_t import) {
    Workspace& workspace = story.workspace;
    const Picture before = picture(workspace);
    const std::set<RecordId> live_before = all_live(workspace), made = made_by(workspace, import);
    ImportUndo plan = plan_import_undo(workspace, import);
    REQUIRE(picture(workspace) == before);
    const auto revision = workspace.revision();
    REQUIRE(workspace.commit(std::move(plan.draft), moment(++story.time)));
    const bool any_change = workspace.revision() != revision;
    const Picture after = picture(workspace);
    const std::set<RecordId> live = all_live(workspace);

    for (const RecordId record : made) {
        if (workspace.state(record) != RecordState::absent) {
            REQUIRE(kind_of(record) == Kind::organisation);
            REQUIRE(holds(plan.used, record));
        }
    }
    // Nobody who stays names somebody who went.
    for (const RecordId record : live) {
        workspace.for_each_value(record, [&](FieldId, const Element& element) {
            const RecordId named = element.value.as_reference();
            const bool went = made.contains(named) || holds(plan.along, named);
            REQUIRE_FALSE((kind_of(named) != Kind::none && went && !live.contains(named)));
        });
    }
    // Whatever went is the import's, or was told, or remembered who is who.
    for (const RecordId record : live_before) {
        const bool told = made.contains(record) || holds(plan.along, record);
        if (!live.contains(record)) REQUIRE((told || kind_of(record) == Kind::setting));
    }
    // Whoever came back had gone into the trash with one of the joinings.
    for (const RecordId record : live) {
        if (live_before.contains(record)) continue;
        REQUIRE(std::ranges::any_of(
            plan.joined, [&](std::uint32_t joined) { return made_by(workspace, joined).contains(record); }));
    }
    if (!any_change) return;
    REQUIRE(is_undone(workspace, import));
    for (const std::uint32_t joined : plan.joined)
        REQUIRE(is_undone(workspace, joined));

    REQUIRE(workspace.undo(moment(++story.time)));
    REQUIRE(picture(workspace) == before);
    REQUIRE_FALSE(is_undone(workspace, import));
    std::string file;
    for (const std::string& frame : frames_of_all(workspace))
        file += frame;
    Workspace again(ReplicaId{1});
    again.apply(std::move(file));
    REQUIRE(picture(again) == before);
    ImportUndo same = plan_import_undo(again, import);
    REQUIRE(again.commit(std::move(same.draft), moment(++story.time)));
    REQUIRE(picture(again) == after);
    REQUIRE(workspace.redo(moment(++story.time)));
    REQUIRE(picture(workspace) == after);
}

}  // namespace

TEST_CASE("an import is undone after anything, and that step back to exactly what there was") {
    int joined = 0, undone = 0;
    for (std::uint64_t seed = 1; seed <= histories(150); ++seed) {
        CAPTURE(seed);
        RandomStory story(seed);
        story.some_steps(Undoing::with, 12);
        story.bring_in();
        const std::uint32_t import = story.imports.back();
        story.some_steps(Undoing::with, 24);
        if (!story.stands(import)) continue;
        joined += plan_import_undo(story.workspace, import).joined.empty() ? 0 : 1;
        ++undone;
        check_undoing(story, import);
    }
    CHECK(undone > 60);
    CHECK(joined > 20);
}

TEST_CASE("what an import and the joinings it carries did not touch is as it would be without them") {
    for (std::uint64_t seed = 1; seed <= histories(150); ++seed) {
        CAPTURE(seed);
        RandomStory story(seed);
        story.some_steps(Undoing::without, 10);
        story.bring_in();
        const std::uint32_t import = story.imports.back();
        story.some_steps(Undoing::without, 24);
        Workspace& workspace = story.workspace;
        const ImportUndo plan = plan_import_undo(workspace, import);
        std::string others;
        for (std::uint32_t i = 0; i < workspace.transactions().size(); ++i) {
            if (i != import && !holds(plan.joined, i)) others += workspace.transactions()[i].frame;
        }
        Workspace without(ReplicaId{1});
        without.apply(std::move(others));
        const std::set<RecordId> live_before = all_live(workspace), made = made_by(workspace, import);
        check_undoing(story, import);
        const auto is_gone = [&](RecordId record) {
            return (made.contains(record) && !holds(plan.used, record)) || holds(plan.along, record);
        };
        for (const KindSpec& kind : all_kinds()) {
            for (const RecordId record : without.all(kind.kind)) {
                if (made.contains(record) || holds(plan.along, record)) continue;
                CAPTURE(record.value);
                // Two who were joined knew each other, which goes where one of them does.
                const bool was_out_of_sight = !live_before.contains(record);
                if (was_out_of_sight && workspace.state(record) == RecordState::absent) continue;
                if (!without.live(record) || !holds(plan.loosened, record)) {
                    if (without.live(record)) {
                        REQUIRE(shown(workspace, record) == shown(without, record));
                    } else {
                        REQUIRE(workspace.state(record) == without.state(record));
                    }
                    continue;
                }
                auto theirs = shown(without, record), ours = shown(workspace, record);
                without.for_each_value(record, [&](FieldId field, const Element& element) {
                    if (!is_gone(element.value.as_reference())) return;
                    theirs.erase({field.value, element.id.value});
                    ours.erase({field.value, element.id.value});
                });
                REQUIRE(ours == theirs);
            }
        }
    }
}
