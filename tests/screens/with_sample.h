// The whole app with the sample network, on Friday, 20 November 2026.
#pragma once

#include <string_view>

#include "driver.h"
#include "ui/app.h"
#include "workspace/names.h"

namespace kith::ui {

struct WithSample {
    explicit WithSample(std::string_view place = "Today", Stage stage = {}) : screen(stage) {
        screen.show(app);
        screen.get(Role::button, "Look around first").click();
        screen.get(Role::link, place).click();
    }

    /// A live record by its name.
    RecordId called(Kind kind, std::string_view name) const {
        RecordId found;
        workspace.for_each(kind, [&](RecordId record) {
            if (record_name(workspace, record) == name) found = record;
        });
        return found;
    }

    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
};

}  // namespace kith::ui
