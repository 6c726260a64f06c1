#include "exchange/tables/csv.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace kith;

namespace {

struct Record {
    std::size_t line = 0;
    std::vector<std::string> fields;
    CsvProblem problem = CsvProblem::none;
    bool operator==(const Record&) const = default;
};

std::vector<Record> read_all(std::string_view text, char separator = ',') {
    std::vector<Record> records;
    for (CsvReader reader(text, separator); reader.next();) {
        Record& record = records.emplace_back(reader.line(), std::vector<std::string>{}, reader.problem());
        for (const std::string_view field : reader.fields())
            record.fields.emplace_back(field);
    }
    return records;
}

}  // namespace

TEST_CASE("Line ends of every kind end a record, and lines are counted alike") {
    const std::vector<Record> wanted{{1, {"a", "b"}}, {2, {"c", "d"}}, {4, {"e", ""}}};
    CHECK(read_all("a,b\nc,d\n\ne,") == wanted);
    CHECK(read_all("a,b\r\nc,d\r\n\r\ne,\r\n") == wanted);
    CHECK(read_all("a,b\rc,d\r\re,\r") == wanted);
}

TEST_CASE("Quoted fields hold separators, doubled quotes and line breaks") {
    const auto records = read_all("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nnext,\"\",x\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].fields == std::vector<std::string>{"a,b", "say \"hi\"", "two\nlines"});
    CHECK(records[1].line == 3);
    CHECK(records[1].fields == std::vector<std::string>{"next", "", "x"});
}

TEST_CASE("A quote that never closes costs its own line and no other") {
    const auto records = read_all("a,b\nc,\"d,e\nf,g\n\"h\",i\n");
    REQUIRE(records.size() == 4);
    CHECK(records[1] == Record{2, {"c", "d", "e"}, CsvProblem::unclosed_quote});
    CHECK(records[2].fields == std::vector<std::string>{"f", "g"});
    CHECK(records[3].fields == std::vector<std::string>{"h", "i"});
    CHECK(records[3].problem == CsvProblem::none);
}

TEST_CASE("A quote that only the end of the file closes is found broken") {
    const auto records = read_all("a,b\nc,\"d\ne,f\ng,h");
    REQUIRE(records.size() == 4);
    CHECK(records[1].problem == CsvProblem::unclosed_quote);
    CHECK(records[3].fields == std::vector<std::string>{"g", "h"});
}

TEST_CASE("Quotes that were not doubled are taken as they stand") {
    const auto records = read_all("\"The \"Best\" Company\",x\n");
    REQUIRE(records.size() == 1);
    CHECK(records[0].fields == std::vector<std::string>{"The \"Best\" Company", "x"});
    CHECK(records[0].problem == CsvProblem::stray_quote);
}

TEST_CASE("The separator is guessed from the header") {
    CHECK(guess_separator("Name;E-Mail;Firma") == ';');
    CHECK(guess_separator("Name\tMail") == '\t');
    CHECK(guess_separator("First Name,Last Name") == ',');
}

TEST_CASE("What is written is read back, whatever the fields hold") {
    Random random{3};
    constexpr std::string_view pieces[] = {"a", "\"", ",", "\n", "\r\n", " ", "ü", ";", "\t", ""};
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> fields(1 + random.below(5));
        std::string text;
        for (std::string& field : fields) {
            for (auto left = random.below(6); left > 0; --left)
                field += pieces[random.below(std::size(pieces))];
            if (&field != fields.data()) text += ',';
            append_csv_field(text, field);
        }
        if (text.empty()) continue;
        const auto records = read_all(text + "\r\nend\r\n");
        REQUIRE(records.size() == 2);
        CHECK(records[0].fields == fields);
        CHECK(records[0].problem == CsvProblem::none);
    }
}

TEST_CASE("Files made to be slow are read in linear time") {
    std::string text;
    while (text.size() < 20'000'000)
        text += ",\"\"\"x\n";
    std::size_t records = 0;
    for (CsvReader reader(text); reader.next();)
        ++records;
    CHECK(records > 1000);
}
