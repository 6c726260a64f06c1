// What is typed and written nowhere yet: kept within a second, there again at the next start, gone once it is
// written or given up.
#include "kith.h"
#include "ui/session/named_parts.h"
#include "workspace/edits.h"

using namespace kith;
using namespace kith::ui;
using namespace std::chrono_literals;

namespace {

/// The next start of the page, with what the one before it handed over.
struct Later {
    explicit Later(Kith& before) : Later(before, before.screen.host().typed) {}
    Later(Kith& before, std::string typed)
        : workspace(before.workspace), app(screen.host(), before.workspace, random, Catalogue::english()) {
        screen.host().clock = before.screen.host().clock + 1h;
        app.take_up(std::move(typed));
        screen.show(app);
    }

    Found notes() { return screen.get(Role::textbox, label_of(person::notes)); }

    Workspace& workspace;
    Driver screen;
    Random random{9};
    App app;
};

struct WithAna : Kith {
    explicit WithAna(Stage stage = {}) : Kith(stage) {
        ana = make_person("Ana", "Núñez");
        open("people", ana);
    }

    Found notes() { return screen.get(Role::textbox, label_of(person::notes)); }
    std::string draft() { return screen.get(Role::status, say("storage.draft")).description(); }
    bool says_saved() { return screen.has(Role::status, say("storage.saved")); }

    RecordId ana;
};

}  // namespace

TEST_CASE("what is typed in an open field is there again, at its place, with the caret where it was") {
    WithAna kith;
    kith.notes().click();
    CHECK(kith.says_saved());
    CHECK(kith.screen.host().typed.empty());
    kith.screen.host().caret_ = 4;
    kith.screen.type("Owes me a coffee");
    kith.screen.wait(1s);
    CHECK_FALSE(kith.screen.host().typed.empty());
    CHECK(kith.workspace.text(kith.ana, person::notes).empty());

    Later later(kith);
    CHECK(later.screen.host().location == path_of({PlaceId::people, kith.ana}));
    REQUIRE(later.screen.host().field);
    CHECK(later.screen.host().field->name == label_of(person::notes));
    CHECK(later.screen.host().field->text == "Owes me a coffee");
    CHECK(later.screen.host().field->caret == 4);
    CHECK_FALSE(later.screen.host().field->select_all);
    later.screen.press("Tab");
    CHECK(later.workspace.text(kith.ana, person::notes) == "Owes me a coffee");
    CHECK(later.screen.host().typed.empty());
    CHECK(later.screen.host().times_typed > 0);
}

TEST_CASE("a field that is not saved is not said to be, and what is said tells whether it is kept") {
    WithAna kith;
    kith.notes().click();
    kith.screen.type("Owes me");
    CHECK_FALSE(kith.says_saved());
    CHECK(kith.draft() == say("storage.draft_coming"));
    kith.screen.host().storage_.typed_kept = true;
    kith.screen.settle();
    CHECK(kith.draft() == say("storage.draft_kept"));
    kith.screen.press("Tab");
    CHECK(kith.says_saved());
    // Trouble with what was saved before is the worse news.
    kith.screen.host().storage_.state = SaveState::not_saved;
    kith.notes().click();
    kith.screen.type("Owes me two");
    CHECK(kith.screen.has(Role::status, say("storage.not_saved")));
}

TEST_CASE("what is taken back is kept no longer") {
    WithAna kith;
    kith.notes().click();
    kith.screen.type("Owes me");
    kith.screen.wait(1s);
    CHECK_FALSE(kith.screen.host().typed.empty());
    kith.screen.press("Escape");
    CHECK(kith.screen.host().typed.empty());
    CHECK(kith.says_saved());
}

TEST_CASE("typing is handed over a few times a second, and at once where the page may go") {
    WithAna kith;
    kith.notes().click();
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text = "Owes me " + std::to_string(i);
        kith.app.text_event(kith.screen.host().field->id, TextEvent::changed, text);
        kith.screen.frame();
    }
    CHECK(kith.screen.host().times_typed <= 3);
    // The last letters have seen no frame yet.
    kith.app.text_event(kith.screen.host().field->id, TextEvent::changed, "Owes me 21 coffees");
    kith.app.leaving();
    Later later(kith);
    REQUIRE(later.screen.host().field);
    CHECK(later.screen.host().field->text == "Owes me 21 coffees");
}

TEST_CASE("a half-filled dialog is there again; one that was only opened, or given up, is not") {
    WithAna kith;
    kith.open("people");
    const auto add = [&] { kith.screen.get(Role::button, say("people.add")).click(); };
    add();
    CHECK(kith.screen.host().typed.empty());
    CHECK(kith.says_saved());
    kith.screen.get(Role::textbox, say("add.family")).fill("Okafor");
    kith.screen.press("Tab");
    kith.screen.get(Role::textbox, say("add.met")).fill("At the open day");
    kith.screen.wait(1s);
    CHECK_FALSE(kith.says_saved());
    {
        Later later(kith);
        REQUIRE(later.screen.has(Role::dialog, say("add.title")));
        CHECK(later.screen.get(Role::textbox, say("add.family")).value() == "Okafor");
        REQUIRE(later.screen.host().field);
        CHECK(later.screen.host().field->name == say("add.met"));
        CHECK(later.screen.host().field->text == "At the open day");
        CHECK(later.screen.has(Role::status, say("storage.draft")));
        // What is there again is kept on, although nothing was typed since.
        later.screen.wait(1s);
        Later once_more(
            kith, later.screen.host().typed.empty() ? kith.screen.host().typed : later.screen.host().typed);
        CHECK(once_more.screen.has(Role::dialog, say("add.title")));
        once_more.screen.get(Role::dialog, say("add.title")).get(Role::button, say("add.add")).click();
        CHECK(once_more.screen.host().typed.empty());
        CHECK(kith.called(Kind::person, "Okafor"));
    }
    ImGui::SetCurrentContext(nullptr);
    kith.screen.frame();
    kith.screen.get(Role::button, say("form.cancel")).click();
    CHECK(kith.screen.host().typed.empty());
    CHECK(kith.says_saved());
}

TEST_CASE("a conversation half logged comes back with what was corrected by hand") {
    WithAna kith;
    kith.screen.get(Role::button, say("top.log")).click();
    kith.screen.type("coffee with Ana about shifts, send her the rota by Friday");
    kith.screen.get(Role::textbox, label_of(interaction::summary)).fill("Night shifts");
    kith.screen.press("Tab");
    kith.screen.wait(1s);
    Later later(kith);
    REQUIRE(later.screen.has(Role::dialog, say("log.title")));
    CHECK(later.screen.get(Role::textbox, say("log.line")).value() ==
        "coffee with Ana about shifts, send her the rota by Friday");
    CHECK(later.screen.get(Role::textbox, label_of(interaction::summary)).value() == "Night shifts");
    CHECK(later.screen.get(Role::textbox, say("log.promise", 1)).value() == "Send Ana the rota");
    later.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.called(Kind::interaction, "Night shifts"));
    CHECK(later.screen.host().typed.empty());
}

TEST_CASE("searches and passphrases are never kept") {
    WithAna kith;
    kith.screen.press("Control+K");
    kith.screen.type("a search");
    kith.screen.wait(1s);
    CHECK(kith.screen.host().times_typed == 0);
    CHECK(kith.says_saved());
    kith.screen.press("Escape");
    kith.screen.press("Escape");
    kith.screen.host().protection_.state = Protection::State::none;
    kith.open("settings");
    kith.screen.get(Role::button, say("passphrase.set")).click();
    kith.screen.get(Role::textbox, say("passphrase.fresh")).fill("nine blue cups");
    kith.screen.press("Tab");
    kith.screen.wait(1s);
    CHECK(kith.screen.host().times_typed == 0);
}

TEST_CASE("a field that is shown only because it was asked for is there again") {
    WithAna kith;
    kith.screen.get(Role::complementary, "Ana Núñez").get(Role::button, say("person.add_field")).click();
    kith.screen.get(Role::menuitem, label_of(person::headline)).click();
    REQUIRE(kith.screen.host().field);
    kith.screen.type("Ward sister");
    kith.screen.wait(1s);
    Later later(kith);
    REQUIRE(later.screen.host().field);
    CHECK(later.screen.host().field->name == label_of(person::headline));
    later.screen.press("Tab");
    CHECK(later.workspace.text(kith.ana, person::headline) == "Ward sister");
}

TEST_CASE("what stands in a field that adds waits there for its Enter") {
    Kith kith;
    const RecordId event = kith.make_titled(Kind::event, "Open day");
    kith.open("events", event);
    kith.screen.get(Role::textbox, say("page.steps_add")).click();
    kith.screen.type("Print cards");
    kith.screen.press("Tab");
    kith.screen.wait(1s);
    Later later(kith);
    CHECK(later.screen.get(Role::textbox, say("page.steps_add")).value() == "Print cards");
    CHECK(later.screen.has(Role::status, say("storage.draft")));
}

TEST_CASE("a text whose record is gone is shown once more, and then given up") {
    WithAna kith;
    kith.notes().click();
    kith.screen.type("Owes me");
    kith.screen.wait(1s);
    REQUIRE(kith.workspace.undo(kith.screen.host().clock));
    REQUIRE_FALSE(kith.workspace.live(kith.ana));
    Later later(kith);
    later.screen.wait(5s);
    CHECK(later.screen.shows(say("storage.draft_astray", label_of(person::notes), "Owes me")));
    CHECK(later.screen.host().typed.empty());
    CHECK(later.screen.has(Role::status, say("storage.saved")));
}

TEST_CASE("a draft that is damaged or from another Kith brings what can be read") {
    WithAna kith;
    kith.notes().click();
    kith.screen.type("Owes me");
    kith.screen.wait(1s);
    const std::string whole = kith.screen.host().typed;
    for (std::size_t size = 0; size < whole.size(); size += 7)
        Later later(kith, whole.substr(0, size));
    Later later(kith, std::string("\xff\xff\xff\xff\x7f and more"));
    CHECK_FALSE(later.screen.host().field);
}

TEST_CASE("a field that another one takes over from is written, wherever the two are drawn") {
    WithAna kith;
    Draft draft({"change.edit", {"Person"}});
    draft.set_text(kith.ana, person::headline, "Nurse");
    REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    kith.screen.settle();
    kith.notes().click();
    kith.screen.type("Owes me");
    // A screen reader goes straight to a field further up.
    kith.screen.get(Role::textbox, label_of(person::headline)).activate();
    CHECK(kith.workspace.text(kith.ana, person::notes) == "Owes me");
    REQUIRE(kith.screen.host().field);
    CHECK(kith.screen.host().field->name == label_of(person::headline));
}

TEST_CASE("a step that is not there to be taken back or done again ends no editing") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    kith.open("people", kith.called(Kind::person, "Ana Núñez"));
    const auto notes = [&] { return kith.screen.get(Role::textbox, label_of(person::notes)); };
    notes().click();
    kith.screen.press("Control+Y");
    CHECK(kith.screen.host().field);
    kith.screen.type("Owes me");
    kith.screen.press("Control+Z");  // the field's own affair
    CHECK(kith.screen.host().field);
    CHECK(notes().value() == "Owes me");
    kith.screen.press("Tab");
    notes().click();
    kith.screen.press("Control+Z");
    CHECK_FALSE(kith.screen.host().field);
    CHECK(notes().value().empty());
}

TEST_CASE("a page that rests asks to be drawn when the next day begins") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    kith.screen.host().locale_.utc_offset = 60min;
    kith.open("today");
    kith.screen.host().wants_frame_in.reset();
    kith.screen.frame();
    const auto left =
        std::chrono::sys_days(std::chrono::November / 20 / 2026) + 23h - kith.screen.host().clock;
    REQUIRE(kith.screen.host().wants_frame_in);
    CHECK(*kith.screen.host().wants_frame_in <= left + 20ms);
    CHECK(*kith.screen.host().wants_frame_in > left - 20ms);
}

TEST_CASE("parts with names come back as they were, and unknown ones are left") {
    struct Row {
        std::vector<std::string> texts{"", "a", ""};
        std::map<std::string, RecordId> ids{{"Ana", RecordId{7}}, {"", RecordId{}}};
        std::optional<int> number = -3;
        std::set<int> numbers{-2, 0, 5};
        std::pair<std::string, bool> pair{"é\n", true};
    };
    const auto same = [](auto before) {
        decltype(before) after{};
        read_parts(write_parts(before), after);
        return before == after;
    };
    const Row row;
    CHECK(same(row.texts));
    CHECK(same(row.ids));
    CHECK(same(row.number));
    CHECK(same(row.numbers));
    CHECK(same(row.pair));
    CHECK(same(std::optional<std::string>("")));
    CHECK(same(std::vector<std::vector<std::string>>{{}, {""}, {"a", ""}}));
    CHECK(same(person::notes));
    const std::string bytes = write_parts(row.texts);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        std::vector<std::string> cut;
        read_parts(std::string_view(bytes).substr(0, size), cut);
        CHECK(cut.size() <= row.texts.size());
    }
}
