#include <array>
#include <doctest/doctest.h>

#include "driver.h"
#include "widgets/overlays.h"
#include "widgets/widgets.h"

using namespace kith::ui;

namespace {

Flow page(Ui& ui) {
    return {.x = ui.px(24), .y = ui.px(24), .width = ui.px(400)};
}

}  // namespace

TEST_CASE("a button is pressed by mouse, keyboard and request") {
    Driver screen;
    int pressed = 0;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (button(ui, flow, {.label = "Add"})) ++pressed;
        flow.space(8);
        button(ui, flow, {.label = "Not now", .disabled = true});
    });
    screen.get(Role::button, "Add").click();
    CHECK(pressed == 1);
    CHECK(screen.focused()->name == "Add");
    screen.press("Enter");
    CHECK(pressed == 2);
    screen.press("Space");
    CHECK(pressed == 3);
    screen.get(Role::button, "Add").activate();
    CHECK(pressed == 4);
    CHECK(screen.get(Role::button, "Not now").node().disabled);
    CHECK_FALSE(screen.get(Role::button, "Not now").node().focusable);
}

TEST_CASE("Tab goes through the controls in the order they are read, and round") {
    Driver screen;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        for (const char* name : {"One", "Two", "Three"})
            button(ui, flow, {.label = name});
    });
    for (const char* name : {"One", "Two", "Three", "One"}) {
        screen.press("Tab");
        REQUIRE(screen.focused() != nullptr);
        CHECK(screen.focused()->name == name);
    }
    screen.press("Shift+Tab");
    CHECK(screen.focused()->name == "Three");
}

TEST_CASE("Tab goes on from where a control was that is gone") {
    Driver screen;
    bool two = true;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        button(ui, flow, {.label = "One"});
        if (two && button(ui, flow, {.label = "Two"})) two = false;
        button(ui, flow, {.label = "Three"});
    });
    screen.get(Role::button, "Two").click();
    CHECK_FALSE(screen.has(Role::button, "Two"));
    screen.press("Tab");
    CHECK(screen.focused()->name == "Three");
}

TEST_CASE("text typed into a field arrives, Enter accepts, Escape takes it back") {
    Driver screen;
    std::string name = "Ana";
    int accepted = 0;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (text_field(ui, flow.take(ui.control()), {.name = "Name"}, name).accepted) ++accepted;
        button(ui, flow, {.label = "Next"});
    });
    CHECK(screen.get(Role::textbox, "Name").value() == "Ana");
    screen.get(Role::textbox, "Name").click();
    REQUIRE(screen.host().field);
    CHECK(screen.host().field->name == "Name");
    screen.type("Ana María");
    CHECK(name == "Ana María");
    screen.press("Enter");
    CHECK(accepted == 1);
    screen.type(" Núñez");
    screen.press("Escape");
    CHECK(name == "Ana María");
    CHECK_FALSE(screen.host().field);
}

TEST_CASE("Tab into a field edits it, and Tab out keeps the text") {
    Driver screen;
    std::string first, second;
    bool left = false;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (text_field(ui, flow.take(ui.control()), {.name = "First"}, first).left) left = true;
        text_field(ui, flow.take(ui.control()), {.name = "Second"}, second);
    });
    screen.press("Tab");
    screen.type("a");
    screen.press("Tab");
    CHECK(left);
    CHECK(first == "a");
    REQUIRE(screen.host().field);
    CHECK(screen.host().field->name == "Second");
    screen.press("Shift+Tab");
    CHECK(screen.host().field->name == "First");
    screen.get(Role::textbox, "Second").set_value("set");
    CHECK(second == "set");
}

TEST_CASE("a field that goes away stops being edited") {
    Driver screen;
    bool there = true;
    std::string text;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (there) text_field(ui, flow.take(ui.control()), {.name = "Name"}, text);
    });
    screen.press("Tab");
    CHECK(screen.host().field);
    there = false;
    screen.settle();
    CHECK_FALSE(screen.host().field);
}

TEST_CASE("check boxes and switches say their state") {
    Driver screen;
    bool on = false;
    Tri some = Tri::mixed;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (checkbox(ui, flow.take(ui.control()), "All", some)) some = Tri::yes;
        if (toggle(ui, flow.take(ui.control()), "Dark", on)) on = !on;
    });
    CHECK(screen.get(Role::checkbox, "All").node().checked == Tri::mixed);
    screen.get(Role::checkbox, "All").click();
    CHECK(screen.get(Role::checkbox, "All").node().checked == Tri::yes);
    screen.get(Role::switch_, "Dark").click();
    CHECK(screen.get(Role::switch_, "Dark").node().checked == Tri::yes);
}

TEST_CASE("radio buttons are one stop and follow the arrows") {
    Driver screen;
    constexpr std::array<std::string_view, 3> options{"System", "Light", "Dark"};
    int chosen = 0;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (auto next = segmented(ui, flow.take(ui.control()), "Theme", options, chosen)) chosen = *next;
        button(ui, flow, {.label = "After"});
    });
    screen.press("Tab");
    CHECK(screen.focused()->name == "System");
    screen.press("ArrowRight");
    CHECK(chosen == 1);
    CHECK(screen.focused()->name == "Light");
    screen.press("Tab");
    CHECK(screen.focused()->name == "After");
    screen.get(Role::radio, "Dark").click();
    CHECK(chosen == 2);
}

TEST_CASE("a dialog keeps the focus in, and gives it back") {
    Driver screen;
    bool open = false;
    std::string text;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (button(ui, flow, {.label = "Open"})) open = true;
        button(ui, flow, {.label = "Behind"});
        Flow inside;
        if (begin_dialog(ui, "Add someone", 400, open, inside)) {
            text_field(ui, inside.take(ui.control()), {.name = "Name"}, text);
            if (button(ui, inside, {.label = "Done"})) open = false;
            end_dialog(ui, inside);
        }
    });
    screen.get(Role::button, "Open").click();
    REQUIRE(screen.has(Role::dialog, "Add someone"));
    CHECK(screen.get(Role::dialog, "Add someone").node().modal);
    CHECK(screen.focused()->name == "Name");
    screen.press("Tab");
    CHECK(screen.focused()->name == "Done");
    screen.press("Tab");
    CHECK(screen.focused()->name == "Name");
    screen.press("Escape");  // ends the editing
    CHECK(open);
    screen.press("Escape");
    CHECK_FALSE(open);
    CHECK(screen.focused()->name == "Open");

    screen.get(Role::button, "Open").click();
    const ImVec4 behind = screen.get(Role::button, "Behind").node().bounds;
    screen.click_at({behind.x + 4, behind.y + 4});
    CHECK_FALSE(open);
}

TEST_CASE("a select opens, is steered by keys, and closes") {
    Driver screen;
    constexpr std::array<std::string_view, 3> options{"Coffee", "Call", "Meeting"};
    int chosen = 0;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        if (auto next =
                select(ui, flow.take(ui.control()), {.name = "Kind", .options = options, .current = chosen}))
            chosen = *next;
    });
    CHECK(screen.get(Role::combobox, "Kind").value() == "Coffee");
    screen.press("Tab");
    screen.press("Enter");
    REQUIRE(screen.has(Role::listbox, "Kind"));
    CHECK(screen.focused()->name == "Coffee");
    screen.press("ArrowDown");
    screen.press("ArrowDown");
    screen.press("Enter");
    CHECK(chosen == 2);
    CHECK_FALSE(screen.has(Role::listbox, "Kind"));
    CHECK(screen.focused()->name == "Kind");
    screen.get(Role::combobox, "Kind").click();
    screen.type("ca");
    CHECK(screen.focused()->name == "Call");
    screen.press("Escape");
    CHECK(chosen == 2);
    screen.get(Role::combobox, "Kind").click();
    screen.get(Role::option, "Call").click();
    CHECK(chosen == 1);
    screen.get(Role::combobox, "Kind").set_value("Meeting");
    CHECK(chosen == 2);
}

TEST_CASE("completions are offered while typing and taken by keyboard or mouse") {
    Driver screen;
    std::string text;
    int chosen = -1;
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        std::vector<std::string_view> options;
        for (std::string_view name : {"City Clinic", "Cardiac Institute"}) {
            if (text.empty() || name.starts_with(text)) options.push_back(name);
        }
        const Completion completion =
            completing_field(ui, flow.take(ui.control()), {.name = "Organisation"}, text, options);
        if (completion.chosen) chosen = *completion.chosen;
    });
    screen.get(Role::combobox, "Organisation").click();
    CHECK(screen.count(Role::option) == 2);
    screen.type("Ci");
    CHECK(screen.count(Role::option) == 1);
    screen.press("ArrowDown");
    CHECK(screen.host().field->active_option == screen.get(Role::option, "City Clinic").node().id);
    screen.press("Enter");
    CHECK(text == "City Clinic");
    CHECK(chosen == 0);
    screen.get(Role::combobox, "Organisation").fill("Ca");
    screen.get(Role::option, "Cardiac Institute").click();
    CHECK(text == "Cardiac Institute");
}

TEST_CASE("tags are added and removed") {
    Driver screen;
    std::vector<std::string> tags{"mentor"};
    std::string draft;
    const std::vector<std::string> known{"mentor", "recruiter"};
    screen.show([&](Ui& ui) {
        Flow flow = page(ui);
        const TagsResult result = tags_field(ui, flow, "Tags", tags, draft, known);
        if (result.added) tags.push_back(*result.added);
        if (result.removed) tags.erase(tags.begin() + static_cast<long>(*result.removed));
    });
    screen.get(Role::combobox, "Add to Tags").click();
    screen.type("cardiology");
    screen.press("Enter");
    CHECK(tags == std::vector<std::string>{"mentor", "cardiology"});
    CHECK(draft.empty());
    screen.type("rec");
    screen.get(Role::option, "recruiter").click();
    CHECK(tags.back() == "recruiter");
    screen.get(Role::button, "Remove mentor").click();
    CHECK(tags == std::vector<std::string>{"cardiology", "recruiter"});
}

TEST_CASE("a toast says what happened, offers the way back, and goes") {
    Driver screen;
    Toast toast;
    bool undone = false;
    screen.show([&](Ui& ui) {
        if (show_toast(ui, toast, 0)) undone = true;
    });
    toast = {.text = "Deleted Ana", .action = "Undo", .until = screen.host().clock + std::chrono::seconds(6)};
    screen.settle();
    REQUIRE(screen.has(Role::status, "Deleted Ana"));
    screen.get(Role::button, "Undo").click();
    CHECK(undone);
    CHECK_FALSE(screen.has(Role::status, "Deleted Ana"));
    toast = {.text = "Saved", .action = {}, .until = screen.host().clock + std::chrono::seconds(6)};
    screen.settle();
    CHECK(screen.has(Role::status, "Saved"));
    screen.move_to({5, 5});
    screen.wait(std::chrono::seconds(7));
    CHECK_FALSE(screen.has(Role::status, "Saved"));
}

TEST_CASE("what is scrolled out of sight is still there for screen readers and Tab") {
    Driver screen({.width = 800, .height = 300});
    int pressed = 0;
    screen.show([&](Ui& ui) {
        Flow flow = begin_scroll(ui, "page", {{0, 0}, {800, 300}});
        for (int i = 0; i < 30; ++i) {
            if (button(ui, flow, {.label = "Button " + std::to_string(i)})) pressed = i;
        }
        end_scroll(ui, flow);
    });
    CHECK(screen.get(Role::button, "Button 29").node().bounds.z == 0);
    screen.get(Role::button, "Button 29").click();
    CHECK(pressed == 29);
    screen.get(Role::button, "Button 3").focus();
    CHECK(screen.get(Role::button, "Button 3").node().bounds.z > 0);
}

TEST_CASE("a finger scrolls, and does not press what it came down on") {
    Driver screen({.width = 390, .height = 400, .touch = true});
    int pressed = 0;
    screen.show([&](Ui& ui) {
        Flow flow = begin_scroll(ui, "page", {{0, 0}, {390, 400}});
        for (int i = 0; i < 30; ++i) {
            if (button(ui, flow, {.label = "Button " + std::to_string(i)})) ++pressed;
        }
        end_scroll(ui, flow);
    });
    const float before = screen.get(Role::button, "Button 5").node().bounds.y;
    screen.drag({60, 250}, {60, 120});
    CHECK(pressed == 0);
    CHECK(screen.get(Role::button, "Button 5").node().bounds.y < before - 100);
    screen.get(Role::button, "Button 8").click();
    CHECK(pressed == 1);
    CHECK(screen.get(Role::button, "Button 8").node().bounds.w -
            screen.get(Role::button, "Button 8").node().bounds.y >=
        44);
}

TEST_CASE("long text is wrapped between words, and within a word that is too long") {
    Driver screen;
    std::vector<std::string> lines, narrow, chinese, broken, divided;
    screen.show([&](Ui& ui) {
        const auto take = [](const std::vector<std::string_view>& views) {
            return std::vector<std::string>(views.begin(), views.end());
        };
        const float em = ui.px(15);
        lines = take(wrap_text(ui, "one two three", Type::body, em * 0.55f * 8));
        narrow = take(wrap_text(ui, "abcdefgh", Type::body, em * 0.55f * 3 + 1));
        chinese = take(wrap_text(ui, "佐藤花子", Type::body, em * 2 + 1));
        broken = take(wrap_text(ui, "one\ntwo", Type::body, 1000));
        divided = take(wrap_text(ui, "one · two", Type::body, em * 0.55f * 6));
    });
    CHECK(lines == std::vector<std::string>{"one two", "three"});
    CHECK(narrow == std::vector<std::string>{"abc", "def", "gh"});
    CHECK(chinese == std::vector<std::string>{"佐藤", "花子"});
    CHECK(broken == std::vector<std::string>{"one", "two"});
    CHECK(divided == std::vector<std::string>{"one ·", "two"});
}
