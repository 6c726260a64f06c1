#include "exchange/out/export.h"

#include "../../is_json.h"
#include "../importing.h"
#include "base/text.h"
#include "exchange/tables/csv.h"
#include "exchange/vcard/reader.h"

using namespace kith;

namespace {

/// People with all that a card can say, made at random.
class MadePeople {
public:
    explicit MadePeople(TestImport& into) : into_(into), random_(into.random) {}

    void make(int count) {
        Draft draft({"edit", {}});
        for (int i = 0; i < 4; ++i) {
            organisations_.push_back(draft.create(Kind::organisation, random_));
            draft.set_text(organisations_.back(), organisation::name, words(2) + " " + std::to_string(i));
        }
        for (int i = 0; i < count; ++i)
            person(draft, i);
        REQUIRE(into_.workspace.commit(std::move(draft), into_.now));
    }

private:
    TestImport& into_;
    Random& random_;
    std::vector<RecordId> organisations_;

    bool often() { return random_.below(3) > 0; }
    std::string words(std::uint64_t most) {
        constexpr std::string_view all[] = {"Ana", "Núñez", "O'Brien", "von", "a,b", "c;d", "e\\f", "\"g\"",
            "山田", "🚀", "x:y", "^n", "Ωmega",
            "a-very-long-word-that-makes-content-lines-fold-in-the-middle"};
        std::string out;
        for (auto left = 1 + random_.below(most); left > 0; --left) {
            if (!out.empty()) out += ' ';
            out += all[random_.below(std::size(all))];
        }
        return normalise(out);
    }
    PartialDate date() {
        const std::chrono::year_month_day day{
            std::chrono::sys_days{std::chrono::days{random_.below(20'000)}}};
        PartialDate out{day};
        if (random_.below(3) == 0)
            out.year.reset();
        else if (random_.below(4) == 0)
            out.day.reset();
        return out;
    }
    std::string label() {
        constexpr std::string_view labels[] = {
            "", "work", "home", "mobile", "work fax", "Hospital", "cell", "my, own; label"};
        return std::string(labels[random_.below(std::size(labels))]);
    }

    void person(Draft& draft, int number) {
        const RecordId record = draft.create(Kind::person, random_);
        for (const FieldSpec& field : fields_of(Kind::person)) {
            const bool by_hand = field.id.number() == 0 || field.key == "sample" ||
                field.id == person::sources || field.id == person::self || field.id == person::uid ||
                field.type == FieldType::reference;
            if (by_hand || !often()) continue;
            const auto options = list_of(field);
            switch (field.type) {
                case FieldType::text: draft.set_text(record, field.id, words(3)); break;
                case FieldType::long_text:
                    draft.set_text(record, field.id, words(9) + "\n\n" + words(9));
                    break;
                case FieldType::choice:
                    draft.set_text(record, field.id, options[random_.below(options.size())]);
                    break;
                case FieldType::boolean:
                    draft.set(record, field.id, Value::boolean(random_.below(2) == 0));
                    break;
                case FieldType::integer:
                    draft.set(record, field.id, Value::integer(static_cast<int>(random_.below(900)) - 100));
                    break;
                case FieldType::date: draft.set(record, field.id, Value::date(date())); break;
                case FieldType::photo:
                    draft.set(record, field.id, Value::bytes("\xFF\xD8\xFF" + words(40)));
                    break;
                case FieldType::text_set:
                    for (auto left = random_.below(3); left > 0; --left) {
                        draft.add(record, field.id,
                            options.empty() ? words(2) : std::string(options[random_.below(options.size())]));
                    }
                    break;
                case FieldType::rows: rows(draft, record, field); break;
                default: break;
            }
        }
        // By name alone people could be taken for each other.
        draft.add_row(record, person::contact_points,
            {"email", "p" + std::to_string(number) + "@example.org"}, random_);
        for (auto left = random_.below(4); left > 0; --left)
            job(draft, record);
    }

    void rows(Draft& draft, RecordId record, const FieldSpec& field) {
        for (auto left = random_.below(3); left > 0; --left) {
            const std::string text = words(3) + " " + std::to_string(left);
            const std::string second = label();
            if (field.id == person::contact_points) {
                constexpr std::string_view kinds[] = {"phone", "message", "pigeon"};
                const auto kind = kinds[random_.below(3)];
                const std::string value =
                    kind == "phone" ? "+43 1 " + std::to_string(1'000'000 + random_.below(8'000'000)) : text;
                draft.add_row(
                    record, field.id, {kind, value, second, random_.below(2) == 0 ? "yes" : ""}, random_);
            } else if (field.id == person::addresses) {
                std::vector<std::string> parts(9);
                for (std::string& part : parts)
                    part = random_.below(2) == 0 ? words(2) : "";
                parts[0] = text;
                parts[7] = second;
                draft.add_row(record, field.id, {parts.begin(), parts.end()}, random_);
            } else if (field.id == person::dates) {
                draft.add_row(
                    record, field.id, {to_iso(date()), "label " + second + std::to_string(left)}, random_);
            } else if (field.id == person::properties) {
                draft.add_row(record, field.id, {"X-OTHER", "P=\"a:b\"", escaped(text)}, random_);
                draft.add_row(record, field.id, {"A column: " + second, "", text}, random_);
            } else {
                draft.add_row(record, field.id, {text, second == "mobile" ? "friend" : second}, random_);
            }
        }
    }

    void job(Draft& draft, RecordId person) {
        const RecordId record = draft.create(Kind::affiliation, random_);
        draft.set(record, affiliation::person, Value::reference(person));
        const bool employed = often();
        if (employed)
            draft.set(record, affiliation::organisation, Value::reference(organisations_[random_.below(4)]));
        draft.set_text(record, affiliation::role, words(3));
        if (employed && often()) draft.set_text(record, affiliation::department, words(2));
        if (often())
            draft.set(record, affiliation::from,
                Value::date(PartialDate{std::chrono::year{2001}, std::chrono::month{3}, {}}));
        if (random_.below(3) == 0) draft.set(record, affiliation::past, Value::boolean(true));
        if (random_.below(3) == 0) draft.set_text(record, affiliation::place, words(2));
    }
};

/// All that is said about a person, as text to compare.
std::string told(const TestImport& in, RecordId record) {
    std::string out;
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (field.id == person::sources || field.id == person::uid || field.type == FieldType::reference)
            continue;
        std::string value;
        if (field.type == FieldType::rows) {
            Texts rows = in.rows(record, field.id);
            if (field.id == person::contact_points)
                std::ranges::sort(rows);  // kinds are told apart by property
            for (const std::string& row : rows)
                value += row + "\n";
        } else if (field.type == FieldType::text_set) {
            for (const std::string_view one : in.workspace.texts(record, field.id))
                value += std::string(one) + "\n";
        } else {
            const Value plain = in.workspace.get(record, field.id);
            value = std::string(plain.data()) + (plain.bits() != 0 ? std::to_string(plain.bits()) : "");
        }
        if (!value.empty()) out += std::string(field.key) + ": " + value + "\n";
    }
    Texts jobs;
    for (const RecordId one : affiliations_of(in.workspace, record)) {
        jobs.push_back(std::string(in.workspace.text(
                           in.workspace.reference(one, affiliation::organisation), organisation::name)) +
            "|" + std::string(in.workspace.text(one, affiliation::role)) + "|" +
            std::string(in.workspace.text(one, affiliation::department)) + "|" +
            std::string(in.workspace.text(one, affiliation::place)) + "|" +
            to_iso(in.workspace.date(one, affiliation::from)) + (is_past(in.workspace, one) ? "|past" : ""));
    }
    std::ranges::sort(jobs);
    for (const std::string& job : jobs)
        out += "job: " + job + "\n";
    return out;
}

std::vector<std::string> told_of_all(const TestImport& in) {
    std::vector<std::string> out;
    in.workspace.for_each(Kind::person, [&](RecordId person) { out.push_back(told(in, person)); });
    std::ranges::sort(out);
    return out;
}

}  // namespace

TEST_CASE("A person exported as vCard and imported elsewhere is the same person") {
    for (const ExportFormat format : {ExportFormat::vcard3, ExportFormat::vcard4}) {
        for (std::uint64_t seed = 1; seed <= 25; ++seed) {
            CAPTURE(seed);
            TestImport here;
            here.random = Random{seed};
            MadePeople(here).make(8);
            const std::string cards = export_all(here.workspace, format);
            TestImport there;
            const ImportPlan plan = there.bring("all.vcf", cards);
            CHECK(plan.counts.joined == 0);
            const auto wanted = told_of_all(here);
            const auto got = told_of_all(there);
            REQUIRE(wanted.size() == got.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                REQUIRE_MESSAGE(wanted[i] == got[i], "\n--- here\n", wanted[i], "\n--- there\n", got[i],
                    "\n--- cards\n", cards);
            }
            // And back again: nothing is new.
            ImportJob back = here.plan("all.vcf", cards);
            CHECK(back.plan().counts.fresh == 0);
            CHECK_FALSE(back.plan().changes_something());
        }
    }
}

TEST_CASE("Every line of an exported vCard has at most 75 octets and ends with CRLF") {
    TestImport here;
    MadePeople(here).make(20);
    const std::string cards = export_all(here.workspace, ExportFormat::vcard4);
    std::size_t start = 0;
    while (start < cards.size()) {
        const std::size_t end = cards.find("\r\n", start);
        REQUIRE(end != std::string::npos);
        CHECK(end - start <= 75);
        CHECK(is_valid_utf8(std::string_view(cards).substr(start, end - start)));
        start = end + 2;
    }
}

TEST_CASE("What Kith does not model is written out again unchanged") {
    TestImport here;
    here.bring_data("vcard/apple.vcf");
    const std::string cards = export_all(here.workspace, ExportFormat::vcard3);
    CHECK(cards.contains("X-CUSTOM-THING;X-P=\"a:b\":as it\\, is\r\n"));
    CHECK(cards.contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-11-02\r\n"));
    CHECK(cards.contains("UID:5ad380fd-b2de-4261-ba99-de1d1db52fbe\r\n"));
    CHECK(cards.contains("TEL;TYPE=CELL,PREF:+1 (212) 555-0100\r\n"));
}

TEST_CASE("The CSV holds every person in a row, and Kith reads it again") {
    TestImport here;
    here.bring_data("vcard/apple.vcf");
    here.bring_data("csv/google_2024.csv");
    here.bring_data("linkedin/Connections.csv");
    const std::string table = export_all(here.workspace, ExportFormat::csv);
    CsvReader reader(table);
    REQUIRE(reader.next());
    const std::size_t columns = reader.fields().size();
    CHECK(reader.fields()[0] == "given_name");
    std::size_t rows = 0;
    for (; reader.next(); ++rows) {
        CHECK(reader.fields().size() == columns);
        CHECK(reader.problem() == CsvProblem::none);
    }
    CHECK(rows == here.workspace.count(Kind::person));

    TestImport there;
    const ImportPlan plan = there.bring("kith.csv", table);
    CHECK(plan.files[0].key() == "table");
    CHECK(there.workspace.count(Kind::person) == rows);
    const RecordId john = there.person("Dr. John Quincy Appleseed Jr.");
    CHECK(there.rows(john, person::contact_points)[0] == "email|john@orchard.example|work|yes");
    CHECK(there.jobs(john) == Texts{"Head of Trees @ Orchard Inc."});
}

TEST_CASE("A cell that begins like a formula is no formula in the CSV") {
    TestImport here;
    here.bring("a.csv", "Name,Phone\n\"=HYPERLINK(\"\"http://x\"\")\",+43 1 2345678\n");
    const std::string table = export_all(here.workspace, ExportFormat::csv);
    CHECK(table.contains("\" =HYPERLINK("));
    CHECK(table.contains(",+43 1 2345678"));
}

TEST_CASE("The JSON is JSON, and holds every record that is not deleted") {
    TestImport here;
    MadePeople(here).make(20);
    const std::string json = export_all(here.workspace, ExportFormat::json);
    CHECK(testing::is_json(json));
    CHECK(json.contains("\"person\": ["));
    CHECK(json.contains("\"organisation\": ["));
    CHECK(export_all(TestImport{}.workspace, ExportFormat::json) == "{\"kith\": 1, \"records\": {}}\n");
}

TEST_CASE("An export to share leaves out what is sensitive and who is private") {
    TestImport here;
    here.bring_data("linkedin/Connections.csv");
    const RecordId ana = here.person("Ana Núñez");
    Draft edit({"edit", {}});
    edit.set(ana, person::is_private, Value::boolean(true));
    REQUIRE(here.workspace.commit(std::move(edit), here.now + std::chrono::seconds{3}));
    for (const ExportFormat format :
        {ExportFormat::vcard3, ExportFormat::vcard4, ExportFormat::csv, ExportFormat::json}) {
        const std::string shared = export_all(here.workspace, format, {{}, false});
        CHECK_FALSE(shared.contains("Núñez"));
        CHECK_FALSE(shared.contains("zoe@example.org"));
        CHECK(shared.contains("Okafor"));
        const std::string one = export_all(here.workspace, format, {{here.person("Ben Okafor, MBA")}, true});
        CHECK(one.contains("Okafor"));
        CHECK_FALSE(one.contains("Chlo"));
    }
}

TEST_CASE("Formats are known by the names that commands use") {
    CHECK(export_format("vcard") == ExportFormat::vcard4);
    CHECK(export_format("json") == ExportFormat::json);
    CHECK_FALSE(export_format("xml"));
    CHECK(extension_of(ExportFormat::vcard3) == "vcf");
}
