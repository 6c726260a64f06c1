// The sample network on the Network screen, for the tests of it.
#pragma once

#include "base/random.h"
#include "driver.h"
#include "model/fields.h"
#include "workspace/workspace.h"

namespace kith::ui {

struct Town {
    Town() {
        screen.show(app);
        screen.get(Role::button, "Look around first").click();
        app.go_to("network");
        screen.settle();
    }

    Found picture() { return screen.get(Role::application, "Picture of your network"); }
    int listed() { return screen.get(Role::grid, "Network").node().rows; }
    void show_list() { screen.get(Role::radio, "List").click(); }
    void choose(const char* select, const char* option) {
        screen.get(Role::combobox, select).click();
        screen.get(Role::option, option).click();
    }

    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
};

}  // namespace kith::ui
