#include "network/arrivals.h"

#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

RecordId event_on(SmallNetwork& net, std::string_view title, std::optional<Day> day,
    const std::vector<std::string>& people) {
    std::vector<RecordId> there;
    for (const std::string& name : people)
        there.push_back(net.who(name));
    RecordId event;
    net.edit([&](Draft& draft) {
        event = draft.create(Kind::event, net.random);
        draft.set_text(event, event::name, title);
        if (day) draft.set(event, event::from, date_value(*day));
        for (const RecordId person : there)
            draft.add(event, event::people, person);
    });
    return event;
}

}  // namespace

TEST_CASE("people came through the event at which they were met, or from which on they are known") {
    SmallNetwork net;
    net.set("Ana", person::met_on, on(2020, 5, 2));
    net.set("Old", person::met_on, on(2015, 1, 1));
    net.set("Late", person::met_on, on(2021, 5, 2));
    net.set("Said", person::met_on, on(2022, 5, 2));
    const RecordId congress = event_on(net, "Congress", on(2020, 5, 1), {"Ana", "Old", "Late"});
    const RecordId meetup = event_on(net, "Meetup", on(2019, 3, 1), {"Old"});
    event_on(net, "Some day", {}, {"Ana"});
    const RecordId said = net.who("Said");
    net.edit([&](Draft& draft) { draft.set(said, person::met_at, Value::reference(congress)); });
    net.contacts.update(net.workspace);
    CHECK(arrivals_of(net.workspace, net.contacts) ==
        std::vector<Arrivals>{{congress, on(2020, 5, 1), {said, net.who("Ana")}}});

    net.set("Bea", person::met_on, on(2019, 3, 20));
    const RecordId bea = net.who("Bea");
    net.edit([&](Draft& draft) { draft.add(meetup, event::people, bea); });
    net.contacts.update(net.workspace);
    const auto both = arrivals_of(net.workspace, net.contacts);
    REQUIRE(both.size() == 2);
    CHECK(both[0].event == meetup);
    CHECK(both[0].people == std::vector<RecordId>{bea});
    net.edit([&](Draft& draft) { draft.trash(said); });
    net.contacts.update(net.workspace);
    CHECK(arrivals_of(net.workspace, net.contacts)[1].people == std::vector<RecordId>{net.who("Ana")});
}
