#include "titles/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/enums.h"
#include "base/random.h"
#include "base/text.h"
#include "titles/table_texts.h"

using namespace kith;

namespace {

JobRole role_of(std::string_view title, std::string_view organisation = {}) {
    const TitleReading reading = read_title(title, organisation);
    return reading.main() != nullptr ? *reading.main() : JobRole{};
}

struct Row {
    std::string title, company;
    std::vector<std::string> functions, levels, says;
};

/// The titles of one language in tests/data/titles.
std::vector<Row> read_rows(std::string_view language) {
    std::ifstream file("tests/data/titles/" + std::string(language) + ".tsv");
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);  // the names of the columns
    while (std::getline(file, line)) {
        const auto cells = split(line, '\t');
        REQUIRE(cells.size() == 10);
        const auto all = [&](std::size_t first) {
            std::vector<std::string> right{std::string(cells[first])};
            for (const std::string_view other : split(cells[first + 1], '/'))
                right.emplace_back(other);
            return right;
        };
        rows.push_back({std::string(cells[2]), std::string(cells[3]), all(4), all(6), all(8)});
    }
    return rows;
}

template <typename Enum>
bool is_among(Enum value, const std::vector<std::string>& right) {
    return std::ranges::contains(right, enumerator_names<Enum>[static_cast<std::size_t>(value)]);
}

}  // namespace

TEST_CASE("the table of titles can be read, each language alone too") {
    CHECK(titles::TermTable::standard().size() > 20'000);
    for (const titles::Language language : enumerators<titles::Language>) {
        titles::TermTable table;
        const titles::LanguageText text{language, titles::table_text(language)};
        CHECK(table.read({&text, 1}));
        CHECK(table.size() > 500);
    }
    titles::TermTable table;
    for (const std::string_view wrong :
        {"nurse", "nursing: nurse", "nurses job: nurse", "nursing jobs: nurse", "turn round: nurse"}) {
        const titles::LanguageText text{titles::Language::en, wrong};
        CHECK_FALSE(table.read({&text, 1}));
    }
}

TEST_CASE("titles of ten languages are read right") {
    for (const std::string_view language : enumerator_names<titles::Language>) {
        CAPTURE(language);
        const std::vector<Row> rows = read_rows(language);
        REQUIRE(rows.size() >= 40);
        std::array<std::size_t, 3> right{};
        for (const Row& row : rows) {
            const JobRole role = role_of(row.title, row.company);
            right[0] += is_among(role.function, row.functions) ? 1 : 0;
            right[1] += is_among(role.level, row.levels) ? 1 : 0;
            right[2] += is_among(role.say, row.says) ? 1 : 0;
        }
        for (const std::size_t count : right)
            CHECK(static_cast<double>(count) >= 0.95 * static_cast<double>(rows.size()));
    }
}

TEST_CASE("a line may name several roles, and the one that is held now counts") {
    const TitleReading reading = read_title("Board member, Tech4All; VP Product, Oberon Pay | ex-Foo");
    REQUIRE(reading.roles.size() == 2);
    CHECK(reading.roles[0].level == JobLevel::board);
    CHECK(reading.main() == &reading.roles[1]);
    CHECK(reading.main()->function == JobFunction::product);
    CHECK(reading.main()->organisation == "Oberon Pay");

    const TitleReading changed = read_title("Instructional Designer & former Science Teacher");
    REQUIRE(changed.roles.size() == 2);
    CHECK(changed.roles[1].former);
    CHECK(changed.roles[1].say == HiringSay::no);
    CHECK(changed.main()->function == JobFunction::learning);
    CHECK(role_of("Founder & CEO at Brightloop").organisation == "Brightloop");
}

TEST_CASE("whoever assists somebody does not hold that role") {
    for (const auto& [title, whom] : {std::pair<std::string_view, std::string_view>{
                                          "Assistant to the Head of Marketing", "Head of Marketing"},
             {"PA to the CEO", "CEO"}, {"Assistentin des Vertriebsleiters", "Vertriebsleiters"}}) {
        CAPTURE(title);
        const JobRole role = role_of(title);
        CHECK(role.function == JobFunction::admin);
        CHECK(role.level == JobLevel::individual);
        CHECK(role.say == HiringSay::no);
        CHECK(role.assists == whom);
    }
    CHECK(role_of("销售总监助理").function == JobFunction::admin);
    CHECK(role_of("Assistant Director of Housing").level == JobLevel::manager);
}

TEST_CASE("the organisation says what a general word means") {
    CHECK(role_of("Partner", "Harker & Lowe Solicitors LLP").function == JobFunction::legal);
    CHECK(role_of("Partner", "Harker & Lowe Solicitors LLP").say == HiringSay::yes);
    CHECK(role_of("Partner").say == HiringSay::likely);
    CHECK(role_of("Vice President").level == JobLevel::vp);
    CHECK(role_of("Vice President", "Northgate Bank").level == JobLevel::senior);
    CHECK(role_of("Principal", "Greenfield Academy").function == JobFunction::teaching);
    CHECK(role_of("Product Manager", "Northgate Bank").function == JobFunction::product);
    CHECK(role_of("Manager", "Northgate Bank").by_company);
    CHECK(role_of("General Manager", "Harbour Hotel").function == JobFunction::hospitality);
    CHECK(role_of("Purchasing Manager", "Harbour Hotel").function == JobFunction::supply);
    CHECK(role_of("Director of Human Resources", "Harbour Hotels").function == JobFunction::hr);
    CHECK(function_of_organisation("St Anna University Hospital, Cardiology") == JobFunction::medicine);
    CHECK(function_of_organisation("Brightloop") == JobFunction::none);
}

TEST_CASE("recruiters look for people of a field") {
    CHECK(role_of("Legal Recruiter, In-house").recruits_for == JobFunction::legal);
    CHECK(role_of("Recruiter, UX & Product Designers").function == JobFunction::recruiting);
    CHECK(role_of("Recruiter, UX & Product Designers").recruits_for == JobFunction::design);
    CHECK(role_of("Recruiter").recruits_for == JobFunction::none);
}

TEST_CASE("the word that the others belong to says the field") {
    CHECK(role_of("Supply Teacher Recruitment Consultant").function == JobFunction::recruiting);
    CHECK(role_of("Creative & Design Headhunter").function == JobFunction::recruiting);
    CHECK(role_of("Marketing & Sales Director").function == JobFunction::marketing);
    CHECK(role_of("Marketing & Sales Director").second == JobFunction::sales);
    CHECK(role_of("Legal Secretary").function == JobFunction::admin);
    CHECK(role_of("Ward Manager RN, BSc (Hons)").level == JobLevel::manager);
    CHECK(role_of("Lecturer (part-time), Strand College; General Counsel, Pine Foods").function ==
        JobFunction::legal);
    CHECK(role_of("Owner / Operator, bakery").function == JobFunction::trades);
}

TEST_CASE("who has no work, or wishes for some, holds no role") {
    for (const std::string_view title : {"Retired", "Open to work", "Seeking new opportunities in marketing",
             "Law student", "In Elternzeit", "退休", "求職中", "متقاعد", "Proud mum of two", ""}) {
        CAPTURE(title);
        CHECK(role_of(title).level == JobLevel::none);
        CHECK(role_of(title).say == HiringSay::no);
    }
    CHECK(role_of("Open to work | Registered Nurse").function == JobFunction::nursing);
}

TEST_CASE("case, accents, endings and marks don't matter") {
    for (const std::string_view title : {"Directrice commerciale", "DIRECTRICE COMMERCIALE",
             "directeur·rice commercial·e", "directeur(trice) commercial(e)", "★ Directrice commerciale ★"}) {
        CAPTURE(title);
        CHECK(role_of(title).function == JobFunction::sales);
        CHECK(role_of(title).level == JobLevel::director);
    }
    for (const std::string_view title : {"Softwareentwickler", "Softwareentwicklerin",
             "Softwareentwickler:in", "Software-Entwickler*in", "Softwareentwickler/in (m/w/d)"})
        CHECK(role_of(title).function == JobFunction::software);
}

TEST_CASE("whatever is written, reading it ends and says the same again") {
    Random random(7);
    const std::array<std::string_view, 14> parts = {"Head", " of ", "Marketing", " & ", "総", "部長", "ex-",
        "leiterin", " | ", "@", "(", "مدير", "\U0001F680", "\xff"};
    for (int i = 0; i < 3000; ++i) {
        std::string line;
        for (auto n = random.below(12); n > 0; --n)
            line += parts[random.below(parts.size())];
        const TitleReading reading = read_title(line);
        CHECK(reading.roles == read_title(line).roles);
    }
}
