// A step typed in one line: its title is of what was typed, and what is read off its end is possible.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "planning/goals/step_line.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kith;
    if (size < 2) return 0;
    const std::string text = repair_utf8({reinterpret_cast<const char*>(data) + 2, size - 2});
    const DayContext days{.today = Day{std::chrono::year{2026} / 11 / 30} + std::chrono::days{data[1]},
        .order = static_cast<DayOrder>(data[0] % 3)};
    const StepLine line = read_step_line(text, days);
    require(line.title.size() <= text.size() && is_valid_utf8(line.title));
    require(!line.due || line.due->valid());
    require(line.minutes >= 0);
    require(!line.minute || (*line.minute >= 0 && *line.minute < 24 * 60));
    return 0;
}
