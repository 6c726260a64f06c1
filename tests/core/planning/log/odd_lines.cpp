// Lines that nobody means, or that somebody pastes: they are read to the end, and nothing is pointed to that
// isn't there.
#include "../world.h"
#include "planning/log/line.h"

using namespace kith;
using namespace kith::testing;

namespace {

LogReading read(std::string_view line) {
    const World world("[person ben]\ngiven_name = Ben\nfamily_name = Okafor\n");
    NameIndex names;
    ContactBook contacts;
    names.update(world.workspace);
    contacts.update(world.workspace);
    return read_log_line(
        line, {.workspace = world.workspace, .names = names, .contacts = contacts, .today = world.today});
}

}  // namespace

TEST_CASE("An \"at\" with no place behind it names none") {
    for (const std::string_view line : {"at W", "coffee at with Ben", "met Ben at by", "lunch at and"})
        CHECK_FALSE(read(line).place);
    CHECK(read("coffee at Rosa's").place->value == "Rosa's");
}

TEST_CASE("Many promises in one line are read one after the other, not all again for each") {
    std::string line = "met Ben";
    for (int i = 0; i < 300; ++i)
        line += " and he will send it";
    CHECK(read(line).promises.size() == 300);
}
