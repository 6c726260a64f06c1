// Two records, or a record and an entry, field by field.
#include "exchange/people/side_by_side.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "../../workspace/random_edits.h"
#include "exchange/people/joining.h"
#include "model/fields.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Two {
    Two() {
        Draft draft({"test.add", {}});
        one = draft.create(Kind::person, random);
        other = draft.create(Kind::person, random);
        draft.set_text(one, person::given_name, "M.");
        draft.set_text(other, person::given_name, "Maja");
        for (const RecordId record : {one, other})
            draft.set_text(record, person::family_name, "Lindqvist");
        draft.add_row(one, person::contact_points, {contact::phone, "+46 70 555 01 23"}, random);
        draft.add_row(other, person::contact_points, {contact::phone, "070-555 01 23"}, random);
        draft.add_row(other, person::contact_points, {contact::email, "maja@example.org"}, random);
        draft.set(one, person::birthday,
            Value::date(PartialDate{std::nullopt, std::chrono::month{5}, std::chrono::day{4}}));
        draft.set(other, person::birthday,
            Value::date(PartialDate{std::chrono::year_month_day{
                std::chrono::year{1981}, std::chrono::month{5}, std::chrono::day{4}}}));
        draft.set_text(one, person::place, "Uppsala");
        draft.set_text(other, person::place, "Lund");
        draft.set_text(one, person::headline, "Nurse");
        commit(std::move(draft));
    }
    void commit(Draft draft) { REQUIRE(workspace.commit(std::move(draft), moment(++time))); }
    SideRow row(FieldId field, std::string_view kind = {}) {
        const auto rows = side_by_side(workspace, one, other);
        const auto at = std::ranges::find_if(
            rows, [&](const SideRow& row) { return row.field == field && row.kind == kind; });
        REQUIRE(at != rows.end());
        return *at;
    }

    Random random{4};
    Workspace workspace{ReplicaId{1}};
    std::int64_t time = 0;
    RecordId one, other;
};

}  // namespace

TEST_CASE_FIXTURE(
    Two, "what two people say stands side by side, and the fuller word of the two is proposed") {
    const SideRow name = row(person::display_name);
    CHECK(name.standing == Standing::differs);
    CHECK(name.first_list == std::vector<std::string>{"M. Lindqvist"});
    CHECK(name.second_list == std::vector<std::string>{"Maja Lindqvist"});
    CHECK(name.second_counts);
    CHECK(row(person::contact_points, contact::phone).standing == Standing::same);
    CHECK(row(person::contact_points, contact::email).standing == Standing::only_second);
    CHECK(row(person::birthday).standing == Standing::differs);
    CHECK(row(person::birthday).second_counts);
    CHECK(row(person::place).standing == Standing::differs);
    CHECK_FALSE(row(person::place).second_counts);
    CHECK(row(person::headline).standing == Standing::only_first);
    CHECK(side_by_side(workspace, one, other).front().field == person::display_name);
}

TEST_CASE_FIXTURE(Two, "joining keeps the first one's word, and the second's where that was chosen") {
    const std::vector<FieldId> chosen = chosen_of_second(side_by_side(workspace, one, other));
    commit(join_records(workspace, {one, other}, random, chosen));
    CHECK(workspace.text(one, person::given_name) == "Maja");
    CHECK(workspace.text(one, person::place) == "Uppsala");
    CHECK(workspace.date(one, person::birthday).year == std::chrono::year{1981});
    CHECK(workspace.elements(one, person::contact_points).size() == 2);
    CHECK(workspace.state(other) == RecordState::trashed);
}

TEST_CASE("a text says more than another if that is a part of each of its words") {
    CHECK(says_more("Maja Lindqvist", "M. Lindqvist"));
    CHECK(says_more("Dr. Maja Lindqvist", "Maja Lindqvist"));
    CHECK(says_more("Uppsala, Sweden", "uppsala"));
    CHECK_FALSE(says_more("M. Lindqvist", "Maja Lindqvist"));
    CHECK_FALSE(says_more("Lindqvist, Maja", "Maja Lindqvist"));
    CHECK_FALSE(says_more("Lund", "Uppsala"));
    CHECK_FALSE(says_more("LUND", "Lund"));
}
