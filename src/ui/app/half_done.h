// What is typed and written nowhere yet, as the app keeps it: handed to the host as one draft, taken up again at the
// next start.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "ui/session/session.h"

namespace kith::ui {

struct HalfDone {
    std::map<std::string, std::string, std::less<>> begun;  // dialogs, as they were when they opened
    std::string handed_over;                                // to the host
    Instant handed_over_at{};
    bool is_unwritten = false;
    std::string coming;             // from the host, to be taken up
    Place place;                    // where texts wait for their fields …
    std::optional<Instant> waited;  // … and since when, in vain
};

}  // namespace kith::ui
