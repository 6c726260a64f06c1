// Job titles: whatever is written, reading it ends, points into the line, and says the same a second time.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "titles/likeness.h"
#include "titles/reading.h"

namespace {

using namespace kith;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line = repair_utf8({reinterpret_cast<const char*>(data), size});
    const std::size_t tab = line.find('\t');
    const std::string title = line.substr(0, tab);
    const std::string organisation = tab == std::string::npos ? std::string() : line.substr(tab + 1);
    const TitleReading reading = read_title(title, organisation);
    require(reading.roles == read_title(title, organisation).roles, "the same title is read in two ways");
    require(reading.roles.empty() == (reading.main() == nullptr), "there are roles, and none counts");
    for (const JobRole& role : reading.roles) {
        require(title.contains(role.organisation) && title.contains(role.assists),
            "what was not written is quoted");
        require(is_valid_utf8(role.phrase) && is_valid_utf8(role.organisation) && is_valid_utf8(role.assists),
            "a letter is cut");
        require(compare_roles(role, role).phrase == 1 || role.phrase.empty(), "a role is not like itself");
    }
    return 0;
}
