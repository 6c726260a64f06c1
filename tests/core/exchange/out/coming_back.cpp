// What was exported and comes back: into the same workspace nothing changes, into an empty one nothing is lost.
#include <optional>

#include "../../is_json.h"
#include "../importing.h"
#include "../made_people.h"
#include "exchange/out/export.h"
#include "exchange/out/json.h"
#include "exchange/sheet/cells.h"

using namespace kith;

namespace {

/// A photo has no place in a table.
void take_photos_away(TestImport& in) {
    Draft draft({"edit", {}});
    in.workspace.for_each(Kind::person, [&](RecordId one) { draft.clear(one, person::photo); });
    REQUIRE(in.workspace.commit(std::move(draft), in.now + std::chrono::seconds{1}));
}

/// Records of every kind, with all that the schema lets them hold.
class MadeRecords {
public:
    explicit MadeRecords(TestImport& into) : into_(into), random_(into.random) {}

    void make() {
        Draft draft({"edit", {}});
        for (const KindSpec& kind : all_kinds()) {
            for (int i = 0; i < 4 && is_made(kind.kind); ++i)
                made_.push_back(draft.create(kind.kind, random_));
        }
        for (const RecordId record : made_) {
            for (const FieldSpec& field : fields_of(kind_of(record)))
                fill(draft, record, field);
        }
        REQUIRE(into_.workspace.commit(std::move(draft), into_.now + std::chrono::seconds{2}));
    }

private:
    TestImport& into_;
    Random& random_;
    std::vector<RecordId> made_;

    static bool is_made(Kind kind) { return kind != Kind::person && kind != Kind::setting; }

    std::string words() {
        constexpr std::string_view all[] = {
            "Ana", "“so”", "back\\slash", "line\nbreak", "\ttab", "山田", "🚀", "{}", "é"};
        std::string out = std::to_string(random_.below(1000));
        for (auto left = random_.below(3); left > 0; --left)
            out += " " + std::string(all[random_.below(std::size(all))]);
        return out;
    }

    RecordId any(Kind kind) {
        std::vector<RecordId> found;
        for (const RecordId one : made_) {
            if (kind_of(one) == kind) found.push_back(one);
        }
        into_.workspace.for_each(Kind::person, [&](RecordId one) {
            if (kind == Kind::person || kind == Kind::none) found.push_back(one);
        });
        return found.empty() ? RecordId{} : found[random_.below(found.size())];
    }

    void fill(Draft& draft, RecordId record, const FieldSpec& field) {
        if (field.id.number() == 0 || field.key == "sample") return;
        const auto options = list_of(field);
        switch (field.type) {
            case FieldType::text:
            case FieldType::long_text: draft.set_text(record, field.id, words()); break;
            case FieldType::choice:
                draft.set_text(record, field.id, options[random_.below(options.size())]);
                break;
            case FieldType::boolean:
                draft.set(record, field.id, Value::boolean(random_.below(2) == 0));
                break;
            case FieldType::integer:
                draft.set(record, field.id, Value::integer(static_cast<int>(random_.below(900)) - 100));
                break;
            case FieldType::date:
                draft.set(record, field.id,
                    Value::day(Day{std::chrono::days{static_cast<int>(random_.below(20'000))}}));
                break;
            case FieldType::text_set:
                draft.add(record, field.id,
                    options.empty() ? words() : std::string(options[random_.below(options.size())]));
                break;
            case FieldType::rows: {
                const std::string one = words(), other = words();
                draft.add_row(record, field.id, {one, other}, random_);
                break;
            }
            case FieldType::reference:
                if (const RecordId to = any(field.target)) draft.set(record, field.id, Value::reference(to));
                break;
            case FieldType::reference_set:
                if (const RecordId to = any(field.target)) draft.add(record, field.id, to);
                break;
            default: break;
        }
    }
};

std::string json_of(const Workspace& workspace, RecordId record) {
    JsonWriter json;
    write_json(json, workspace, record, {});
    return json.take();
}

}  // namespace

TEST_CASE("People exported as CSV and imported elsewhere are the same people") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        TestImport here;
        here.random = Random{seed};
        MadePeople(here).make(8);
        take_photos_away(here);
        ExportOptions options;
        options.separator = seed % 2 == 0 ? ';' : ',';
        const std::string table = export_all(here.workspace, ExportFormat::csv, options);
        CHECK(table.starts_with("\xEF\xBB\xBF"));
        TestImport there;
        there.bring("people.csv", table);
        const auto wanted = told_of_all(here);
        const auto got = told_of_all(there);
        REQUIRE(wanted.size() == got.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            REQUIRE_MESSAGE(
                wanted[i] == got[i], "\n--- here\n", wanted[i], "\n--- there\n", got[i], "\n", table);
        ImportJob back = here.plan("people.csv", table);
        CHECK(back.plan().counts.fresh == 0);
        CHECK_FALSE(back.plan().changes_something());
    }
}

TEST_CASE("All that a workspace holds comes back from its JSON") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        TestImport here;
        here.random = Random{seed};
        MadePeople(here).make(6);
        MadeRecords(here).make();
        const std::string json = export_all(here.workspace, ExportFormat::json);
        REQUIRE(testing::is_json(json));

        ImportJob again = here.plan("kith.json", json);
        REQUIRE(again.stage() == ImportStage::planned);
        CHECK(again.plan().counts.fresh == 0);
        CHECK_FALSE(again.plan().changes_something());

        TestImport there;
        const ImportPlan plan = there.bring("kith.json", json);
        CHECK(plan.files[0].key() == "kith_json");
        const auto wanted = told_of_all(here);
        const auto got = told_of_all(there);
        REQUIRE(wanted.size() == got.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            REQUIRE_MESSAGE(wanted[i] == got[i], "\n--- here\n", wanted[i], "\n--- there\n", got[i]);
        for (const KindSpec& kind : all_kinds()) {
            here.workspace.for_each(kind.kind, [&](RecordId record) {
                if (kind.kind == Kind::person || kind.kind == Kind::affiliation) return;
                CHECK(json_of(here.workspace, record) == json_of(there.workspace, record));
            });
            CHECK(here.workspace.count(kind.kind) == there.workspace.count(kind.kind));
        }
        CHECK_FALSE(there.plan("kith.json", json).plan().changes_something());
    }
}

TEST_CASE("Who somebody was met through comes back from the JSON") {
    TestImport here;
    here.bring("a.csv", "First Name,Last Name\nAna,Núñez\nBen,Okafor\n");
    Draft draft({"edit", {}});
    draft.set(here.person("Ben Okafor"), person::met_through, Value::reference(here.person("Ana Núñez")));
    REQUIRE(here.workspace.commit(std::move(draft), here.now + std::chrono::seconds{3}));
    TestImport there;
    there.bring("kith.json", export_all(here.workspace, ExportFormat::json));
    CHECK(there.workspace.reference(there.person("Ben Okafor"), person::met_through) ==
        there.person("Ana Núñez"));
}

TEST_CASE("JSON that names people who are here already says of them what it says") {
    TestImport here;
    here.bring("a.csv", "First Name,Last Name,Email\nAna,Núñez,ana@example.org\n");
    Draft draft({"edit", {}});
    const RecordId talk = draft.create(Kind::interaction, here.random);
    draft.set_text(talk, interaction::summary, "Their new ward");
    draft.add(talk, interaction::people, here.person("Ana Núñez"));
    REQUIRE(here.workspace.commit(std::move(draft), here.now + std::chrono::seconds{3}));

    TestImport there;
    there.random = Random{99};
    there.bring("b.csv", "First Name,Last Name,Email\nAna,Núñez,ana@example.org\n");
    there.bring("kith.json", export_all(here.workspace, ExportFormat::json));
    REQUIRE(there.workspace.count(Kind::person) == 1);
    REQUIRE(there.workspace.live(talk));
    const auto people = there.workspace.elements(talk, interaction::people);
    REQUIRE(people.size() == 1);
    CHECK(people[0].value.as_reference() == there.person("Ana Núñez"));
}

TEST_CASE("Damaged JSON of Kith’s gives what stands before the damage, and says where it is") {
    TestImport here;
    const ImportPlan plan = here.bring("kith.json",
        "{\"kith\": 1, \"records\": {\n\"person\": [\n{\"id\": \"0100000000000001\", \"given_name\": "
        "\"Ana\"},\n{\"id\": ");
    CHECK(here.workspace.count(Kind::person) == 1);
    REQUIRE(plan.notices.size() == 1);
    CHECK(plan.notices[0].message.key == "import.broken");
}

TEST_CASE("A cell that was kept from running as a formula comes back as it was") {
    for (const std::string_view text :
        {"=1+1", "+43 1 234", "+4312345", "-2", "@sum", "'t Hooft", "'=1", "''=1", "0049", "'0049",
            "12345678901234567890", "\tx", "plain", "", "'", "-", "- a", "=", "1/2"}) {
        CAPTURE(text);
        const std::string cell = guarded(text);
        CHECK(unguarded(cell) == text);
        CHECK_FALSE(cell.starts_with('='));
    }
    CHECK(guarded("+43 1 234") == "+43 1 234");  // no spreadsheet makes a number of it
    CHECK(guarded("+1 (212) 555-0100") == "+1 (212) 555-0100");
    CHECK(guarded("+4312345") == "'+4312345");
    CHECK(guarded("+43-1-234") == "'+43-1-234");  // 43 less 1 less 234
    CHECK(guarded("--05-12") == "'--05-12");
    CHECK(guarded("01234") == "'01234");
    TestImport here;
    Draft draft({"edit", {}});
    const RecordId ana = draft.create(Kind::person, here.random);
    draft.set_text(ana, person::given_name, "=Ana");
    draft.set_text(ana, person::notes, "'+1 is hers");
    REQUIRE(here.workspace.commit(std::move(draft), here.now));
    const std::string table = export_all(here.workspace, ExportFormat::csv);
    CHECK_FALSE(here.plan("a.csv", table).plan().changes_something());
    TestImport there;
    there.bring("a.csv", table);
    CHECK(there.workspace.text(there.workspace.all(Kind::person)[0], person::given_name) == "=Ana");
}

TEST_CASE("Values that share a cell come apart as they went in") {
    Random random{3};
    constexpr std::string_view pieces[] = {"a", ":", "::", ":::", " ", "\\", "\\:", " ::: "};
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> values;
        for (auto left = random.below(4); left > 0; --left) {
            std::string value = "x";
            for (auto more = random.below(6); more > 0; --more)
                value += pieces[random.below(std::size(pieces))];
            values.push_back(value + "y");
        }
        CHECK(split_values(joined_values({values.begin(), values.end()})) == values);
    }
}

TEST_CASE("A spreadsheet’s columns stand where it looks for them") {
    CHECK(list_separator({.sign = ","}) == ',');       // 12,345.6
    CHECK(list_separator({.sign = "."}) == ';');       // 12.345,6
    CHECK(list_separator({.sign = "\u202F"}) == ';');  // 12 345,6
    CHECK(list_separator({.sign = ""}) == ',');
}

TEST_CASE("What a spreadsheet changed of Kith’s table comes in, and a column of one’s own is kept") {
    TestImport here;
    here.bring("a.csv", "First Name,Last Name\nAna,Núñez\n");
    std::string table = export_all(here.workspace, ExportFormat::csv);
    const std::string_view line_end = "\r\n";
    table.insert(table.find(line_end), ",Shoe size");
    table.insert(table.rfind(line_end), ",38");
    here.bring("a.csv", table);
    REQUIRE(here.workspace.count(Kind::person) == 1);
    CHECK(here.rows(here.person("Ana Núñez"), person::properties) == Texts{"Shoe size||38"});
}
