// Any text as a line, a step and a date field, in every order and language: nothing breaks, phrases lie within the
// text and don't overlap, and a date is one that exists.
#include <cstdint>
#include <cstdlib>

#include "base/text.h"
#include "days/field.h"
#include "days/step_phrases.h"

using namespace kith;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    static constexpr std::string_view locales[] = {"en-GB", "en-US", "de", "fr", "es", "ja", "pl", "nl"};
    const std::string text = repair_utf8({reinterpret_cast<const char*>(data) + 2, size - 2});
    const DayContext context{.today = Day{std::chrono::year{2026} / 11 / 30} + std::chrono::days{data[1]},
        .sense = data[0] % 2 == 0 ? DaySense::past : DaySense::future,
        .order = static_cast<DayOrder>(data[0] / 2 % 3),
        .locale = locales[data[0] / 6 % std::size(locales)]};
    std::size_t last = 0;
    for (const DayPhrase& phrase : find_phrases(text, context)) {
        require(phrase.begin >= last && phrase.begin < phrase.end && phrase.end <= text.size());
        require(!phrase.days || phrase.days->first <= phrase.days->last);
        last = phrase.end;
    }
    require(text.contains(read_step_phrases(text, context).title));
    const DayField field = read_day_field(text, context, static_cast<FieldWants>(data[0] / 48 % 4));
    require(field.date.has_value() == (field.refusal == DayRefusal::none));
    require(!field.date || field.date->valid());
    return 0;
}
