#include "locale.h"

#include <emscripten.h>

#include <array>
#include <cstdint>
#include <utility>

#include "frames.h"

namespace {

struct LocaleFacts {
    std::int32_t first_weekday;  // 1 Monday … 7 Sunday
    std::int32_t utc_offset;     // minutes
    std::int32_t reduced_motion, dark, coarse_pointer;
};

}  // namespace

extern "C" {
void kith_locale_start(kith::browser::LocaleWatch*);
/// Returns the number of bytes of the tag, cut to `capacity`.
int kith_locale_read(LocaleFacts* facts, char* tag, int capacity);
/// `facts`: the least number of digits and those of a group. Returns the number of bytes of the sign.
int kith_locale_grouping(std::int32_t* facts, char* sign, int capacity);
int kith_locale_format(double day, int style, char* text, int capacity);

EMSCRIPTEN_KEEPALIVE void kith_locale_changed(kith::browser::LocaleWatch* watch) {
    watch->changed();
}
}

namespace kith::browser {
namespace {

constexpr std::size_t most_formatted = 8192;  // enough for every row of a few screens

}  // namespace

LocaleWatch::LocaleWatch(Frames& frames) : frames_(frames) {
    read();
    kith_locale_start(this);
}

void LocaleWatch::read() {
    LocaleFacts facts;
    std::array<char, 64> tag;
    const int length = kith_locale_read(&facts, tag.data(), static_cast<int>(tag.size()));
    locale_.tag.assign(tag.data(), static_cast<std::size_t>(length));
    std::array<std::int32_t, 2> grouping;
    const int sign = kith_locale_grouping(grouping.data(), tag.data(), static_cast<int>(tag.size()));
    locale_.grouping = {.sign = std::string(tag.data(), static_cast<std::size_t>(sign)),
        .least_digits = grouping[0],
        .others = grouping[1]};
    locale_.first_weekday = std::chrono::weekday{static_cast<unsigned>(facts.first_weekday)};
    locale_.utc_offset = std::chrono::minutes{facts.utc_offset};
    locale_.prefers_reduced_motion = facts.reduced_motion != 0;
    locale_.prefers_dark = facts.dark != 0;
    locale_.coarse_pointer = facts.coarse_pointer != 0;
}

void LocaleWatch::changed() {
    read();
    formatted_.clear();
    frames_.wake();
}

std::string LocaleWatch::format(std::chrono::sys_days day, ui::DateStyle style) {
    const std::int64_t days = day.time_since_epoch().count();
    const std::int64_t key = days * 8 + std::to_underlying(style);
    if (const auto known = formatted_.find(key); known != formatted_.end()) return known->second;
    if (formatted_.size() >= most_formatted) formatted_.clear();
    std::array<char, 128> text;
    const int length = kith_locale_format(
        static_cast<double>(days), std::to_underlying(style), text.data(), static_cast<int>(text.size()));
    return formatted_.emplace(key, std::string(text.data(), static_cast<std::size_t>(length))).first->second;
}

}  // namespace kith::browser
