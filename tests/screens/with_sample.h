// The whole app with the sample network, at one of its places.
#pragma once

#include <string_view>

#include "kith.h"

namespace kith::ui {

struct WithSample : SampleKith {
    explicit WithSample(std::string_view place = say("nav.today"), Stage stage = {}) : SampleKith(stage) {
        screen.get(Role::link, place).click();
    }
};

}  // namespace kith::ui
