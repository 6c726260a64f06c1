#include "browser/locale.h"

#include <array>
#include <cstdint>
#include <utility>

#include "browser/border.h"
#include "browser/stage/frames.h"

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
    GroupingFacts grouping;
    const int sign = kith_locale_grouping(&grouping, tag.data(), static_cast<int>(tag.size()));
    locale_.grouping = {.sign = std::string(tag.data(), static_cast<std::size_t>(sign)),
        .least_digits = grouping.least_digits,
        .others = grouping.others};
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

std::string LocaleWatch::format(std::chrono::sys_days day, DateStyle style) {
    const std::int64_t days = day.time_since_epoch().count();
    const std::int64_t key = days * 8 + std::to_underlying(style);
    if (const auto known = formatted_.find(key); known != formatted_.end()) return known->second;
    if (formatted_.size() >= most_formatted) formatted_.clear();
    std::array<char, 128> text;
    const int length =
        kith_locale_format(static_cast<double>(days), style, text.data(), static_cast<int>(text.size()));
    return formatted_.emplace(key, std::string(text.data(), static_cast<std::size_t>(length))).first->second;
}

// Called from JavaScript.
extern "C" {
void kith_locale_changed(LocaleWatch* watch) {
    watch->changed();
}
}

}  // namespace kith::browser
