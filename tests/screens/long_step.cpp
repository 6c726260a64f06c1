// Steps that would hold the page for longer than a frame: progress in place of the screens, until they are
// done.
#include <string>

#include "kith.h"

using kith::Kind;
using kith::say;
using kith::ui::Role;

namespace {

std::string rows(int count) {
    std::string text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        text += "Ana" + number + ",Reyes,https://www.linkedin.com/in/ana" + number + ",a" + number +
            "@example.org,Clinic " + std::to_string(i / 20) + ",Nurse,08 Feb 2026\n";
    }
    return text;
}

/// A page on which time passes while it works.
struct Slow : kith::ui::Kith {
    void slow_down() {
        screen.host().passes = [this] { return std::chrono::milliseconds(looks_at_the_clock += 2); };
    }
    bool at_work() { return screen.count(Role::progressbar) > 0; }
    void wait_for_it() {
        for (int i = 0; i < 200 && at_work(); ++i)
            screen.settle();
    }
    void bring_3000() {
        app.receive_file("Connections.csv", rows(3000));
        screen.settle();
        wait_for_it();
        slow_down();
        screen.get(Role::button, say("files.do_import", "3,000")).click();
        for (int i = 0; i < 2000 &&
            !screen.has(Role::heading, say("step.writing", say("import.done", "Connections.csv")));
            ++i)
            screen.frame();
        REQUIRE(at_work());
    }
    std::int64_t looks_at_the_clock = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Slow, "a large import, its undo and its redo show their progress and come to their ends") {
    bring_3000();
    CHECK(screen.has(Role::heading, say("step.writing", say("import.done", "Connections.csv"))));
    wait_for_it();
    CHECK(workspace.count(Kind::person) == 3000);
    CHECK(screen.shows(say("toast.imported", "3,000", "Connections.csv")));
    CHECK(screen.has(Role::heading, say("nav.people")));

    screen.press("Control+Z");
    REQUIRE(at_work());
    CHECK(screen.has(Role::heading, say("step.undoing", say("import.done", "Connections.csv"))));
    screen.press("Control+Z");  // one at a time
    wait_for_it();
    CHECK(workspace.count(Kind::person) == 0);
    CHECK(workspace.revision() == 2);

    screen.press("Control+Shift+Z");
    REQUIRE(at_work());
    wait_for_it();
    CHECK(workspace.count(Kind::person) == 3000);
}

TEST_CASE_FIXTURE(Slow, "a large step can be stopped before anything is changed") {
    bring_3000();
    REQUIRE(workspace.revision() == 0);
    CHECK(screen.shows(say("step.open")));
    screen.get(Role::button, say("files.stop")).click();
    CHECK(screen.shows(say("step.stopped")));
    CHECK_FALSE(at_work());
    CHECK(workspace.revision() == 0);
    CHECK(workspace.count(Kind::person) == 0);
}

TEST_CASE_FIXTURE(Slow, "a file that comes during a large step is opened after it") {
    bring_3000();
    app.receive_file("more.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ben,Okafor,,,,,08 Feb 2026\n");
    CHECK(screen.has(Role::heading, say("step.writing", say("import.done", "Connections.csv"))));
    wait_for_it();
    screen.settle();
    CHECK(workspace.count(Kind::person) == 3000);
    CHECK(screen.has(Role::heading, say("files.import_title", "more.csv")));
}
