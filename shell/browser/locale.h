// How the person's browser writes dates, and what they prefer: from Intl and media queries, kept
// current when the system changes.
#pragma once

#include <chrono>
#include <string>
#include <unordered_map>

#include "ui/session/host.h"

namespace kith::browser {

class Frames;

class LocaleWatch {
public:
    explicit LocaleWatch(Frames& frames);
    LocaleWatch(const LocaleWatch&) = delete;

    const ui::Locale& locale() const { return locale_; }

    /// A date in the locale's words. About 2 µs the first time, then a lookup.
    std::string format(std::chrono::sys_days day, DateStyle style);

    // Called from JavaScript.
    void changed();

private:
    void read();

    Frames& frames_;
    ui::Locale locale_;
    std::unordered_map<std::int64_t, std::string> formatted_;
};

}  // namespace kith::browser
