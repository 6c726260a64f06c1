// The sample network on the Network screen, for the tests of it.
#pragma once

#include "base/random.h"
#include "kith.h"

namespace kith::ui {

struct Town {
    explicit Town(Stage stage = {}) : screen(stage) {
        screen.show(app);
        screen.get(Role::button, say("first.sample")).click();
        app.go_to("network");
        screen.settle();
    }

    Found picture() { return screen.get(Role::application, say("network.picture_name")); }
    int listed() { return screen.get(Role::grid, say("nav.network")).node().rows; }
    void show_list() { screen.get(Role::radio, say("network.list")).click(); }
    void choose(std::string_view select, std::string_view option) {
        screen.get(Role::combobox, select).click();
        screen.get(Role::option, option).click();
    }

    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
};

}  // namespace kith::ui
