#include "insight/sorted_names.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "model/fields.h"
#include "workspace/settings.h"

using namespace kith;

namespace {

struct Directory {
    Workspace workspace{ReplicaId{1}};
    Random random{3};
    Instant now{};

    void commit(Draft draft) {
        now += std::chrono::seconds(1);
        REQUIRE(workspace.commit(std::move(draft), now));
    }
    RecordId add(std::initializer_list<std::pair<FieldId, std::string_view>> fields) {
        Draft draft({"edit", {}});
        const RecordId person = draft.create(Kind::person, random);
        for (const auto& [field, text] : fields)
            draft.set_text(person, field, text);
        commit(std::move(draft));
        return person;
    }
    std::string by_family(std::string_view given, std::string_view family) {
        return sorting_name(workspace, add({{person::given_name, given}, {person::family_name, family}}),
            NameOrder::family_first);
    }
};

}  // namespace

TEST_CASE("a family name is sorted by what stands behind its particles") {
    Directory directory;
    CHECK(directory.by_family("Wiebke", "van den Berg") == "berg wiebke van den");
    CHECK(directory.by_family("Ana María", "Núñez Prado") == "nunez prado ana maria");
    CHECK(directory.by_family("Prince", "") == "prince");
}

TEST_CASE("titles and degrees count for nothing, wherever they stand") {
    Directory directory;
    CHECK(directory.by_family("Dr. Helen", "Park, DNP, RN") == "park helen");
    const RecordId shown = directory.add({{person::display_name, "Prof. Dr. Jörg Weiß, MBA"}});
    CHECK(sorting_name(directory.workspace, shown, NameOrder::family_first) == "weiss jorg");
    CHECK(sorting_name(directory.workspace, shown, NameOrder::given_first) == "jorg weiss");
}

TEST_CASE("in Chinese, Japanese and Korean writing the family name stands first in either order") {
    Directory directory;
    const RecordId wang = directory.add({{person::given_name, "小明"}, {person::family_name, "王"}});
    for (const NameOrder order : {NameOrder::given_first, NameOrder::family_first})
        CHECK(sorting_name(directory.workspace, wang, order) == "王 小明");
}

TEST_CASE("who has no name of a person is sorted as they are called") {
    Directory directory;
    const RecordId nick = directory.add({{person::nickname, "Bee"}});
    CHECK(sorting_name(directory.workspace, nick, NameOrder::family_first) == "bee");
}

TEST_CASE("the order is by given names until somebody chooses") {
    Directory directory;
    CHECK(name_order(directory.workspace) == NameOrder::given_first);
    for (const NameOrder order : {NameOrder::family_first, NameOrder::given_first}) {
        directory.commit(change_setting(directory.workspace, settings::name_order, name_order_text(order)));
        CHECK(name_order(directory.workspace) == order);
    }
}
