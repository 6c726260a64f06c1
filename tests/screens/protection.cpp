// The passphrase from inside: setting, changing and removing it, locking, and files behind another one.
#include "journal/sealed_file.h"
#include "journal/store.h"
#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

using State = Protection::State;

struct InSettings : Kith {
    InSettings() {
        make_person("Ana", "Núñez");
        protection().state = State::none;
        open("settings");
    }
    Protection& protection() { return screen.host().protection_; }
    void answer(State state, std::string_view problem = {}, std::string cause = {}) {
        screen.settle();
        protection() = {.state = state};
        if (!problem.empty()) protection().problem = {.message = {problem, {}}, .cause = std::move(cause)};
        screen.settle();
    }
    void fill(std::string_view name, std::string_view text) { screen.get(Role::textbox, name).fill(text); }
};

struct Protected : InSettings {
    Protected() {
        protection().state = State::on;
        open("people");
        open("settings");
    }
};

std::string sealed_file(const Workspace& workspace, std::string_view passphrase, std::string& plain) {
    Random random(3);
    const Seal seal(passphrase, random, fewest_rounds);
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames += transaction.frame;
    plain = file_header() + frames;
    return seal.head() + seal.seal(frames, random);
}

}  // namespace

TEST_CASE_FIXTURE(InSettings, "a passphrase is set by typing it twice, and never shown") {
    CHECK(screen.shows(Catalogue::english().get("passphrase.limits")));
    screen.get(Role::button, say("passphrase.set")).activate();
    REQUIRE(screen.has(Role::dialog, say("passphrase.set_title")));
    CHECK(screen.shows(Catalogue::english().get("passphrase.warning")));
    fill(say("passphrase.fresh"), "nine blue cups");
    CHECK(screen.host().field->kind == InputKind::new_passphrase);
    fill(say("passphrase.again"), "nine blue cups");
    CHECK(screen.get(Role::textbox, say("passphrase.fresh")).value().empty());
    CHECK_FALSE(screen.shows("nine blue cups"));
    screen.get(Role::dialog, say("passphrase.set_title")).get(Role::button, say("passphrase.set")).click();
    REQUIRE(screen.host().passphrases.size() == 1);
    CHECK(screen.host().passphrases[0] == std::pair<std::string, std::string>{"", "nine blue cups"});
    CHECK(screen.get(Role::button, say("passphrase.working")).node().disabled);
    answer(State::on);
    CHECK_FALSE(screen.has(Role::dialog, say("passphrase.set_title")));
    CHECK(screen.shows(say("passphrase.was_set")));
    CHECK(screen.has(Role::button, say("passphrase.change")));
}

TEST_CASE_FIXTURE(
    InSettings, "what is easily guessed or typed differently is refused before anything is done") {
    screen.get(Role::button, say("passphrase.set")).activate();
    const auto go = [&] {
        screen.get(Role::dialog, say("passphrase.set_title"))
            .get(Role::button, say("passphrase.set"))
            .click();
    };
    fill(say("passphrase.fresh"), "kith");
    go();
    CHECK(screen.shows(say("passphrase.too_short")));
    fill(say("passphrase.fresh"), "nine blue cups");
    fill(say("passphrase.again"), "nine blue cup");
    go();
    CHECK(screen.shows(say("passphrase.not_the_same")));
    CHECK(screen.host().passphrases.empty());
    screen.get(Role::checkbox, say("passphrase.show")).click();
    screen.get(Role::textbox, say("passphrase.again")).click();
    CHECK(screen.host().field->kind == InputKind::text);
    screen.press("Escape");
    screen.get(Role::button, say("form.cancel")).click();
    screen.get(Role::button, say("passphrase.set")).activate();
    screen.get(Role::textbox, say("passphrase.fresh")).click();
    CHECK(screen.host().field->text.empty());  // nothing of it was kept
}

TEST_CASE_FIXTURE(Protected, "a passphrase is changed by who knows it, and a failure leaves the old one") {
    screen.get(Role::button, say("passphrase.change")).activate();
    fill(say("passphrase.fresh"), "ten red plates");
    fill(say("passphrase.again"), "ten red plates");
    const auto go = [&] {
        screen.get(Role::dialog, say("passphrase.change_title"))
            .get(Role::button, say("passphrase.change"))
            .click();
    };
    go();
    CHECK(screen.shows(say("passphrase.current_missing")));
    fill(say("passphrase.current"), "wrong");
    go();
    answer(State::on, "passphrase.wrong");
    CHECK(screen.shows(say("passphrase.wrong")));
    fill(say("passphrase.current"), "nine blue cups");
    go();
    REQUIRE(screen.host().passphrases.size() == 2);
    CHECK(screen.host().passphrases[1] ==
        std::pair<std::string, std::string>{"nine blue cups", "ten red plates"});
    answer(State::on, "passphrase.not_stored", "QuotaExceededError: full");
    CHECK(screen.shows(Catalogue::english().get("passphrase.not_stored")));
    CHECK(screen.shows(say("error.cause", "QuotaExceededError: full")));
    go();
    answer(State::on, "passphrase.copy_behind");
    CHECK(screen.shows(say("passphrase.was_changed")));
    CHECK(screen.shows(Catalogue::english().get("passphrase.copy_behind")));
}

TEST_CASE_FIXTURE(
    Protected, "a change that was begun is taken back by Cancel and by Escape, and what is done is said") {
    const auto begin = [&] {
        screen.get(Role::button, say("passphrase.change")).activate();
        fill(say("passphrase.current"), "nine blue cups");
        fill(say("passphrase.fresh"), "ten red plates");
        fill(say("passphrase.again"), "ten red plates");
        screen.get(Role::dialog, say("passphrase.change_title"))
            .get(Role::button, say("passphrase.change"))
            .click();
        REQUIRE(protection().state == State::working);
    };
    const std::pair<std::string, std::string> taken_back;
    begin();
    screen.get(Role::button, say("form.cancel")).click();
    CHECK_FALSE(screen.has(Role::dialog, say("passphrase.change_title")));
    CHECK(screen.host().passphrases.back() == taken_back);
    answer(State::on, "passphrase.cancelled");
    CHECK_FALSE(screen.shows(say("passphrase.was_changed")));
    begin();
    screen.press("Escape");  // leaves the field …
    screen.press("Escape");  // … and the dialog
    CHECK_FALSE(screen.has(Role::dialog, say("passphrase.change_title")));
    CHECK(screen.host().passphrases.back() == taken_back);
    answer(State::on);  // it was too late
    CHECK(screen.shows(say("passphrase.was_changed")));
}

TEST_CASE_FIXTURE(Protected, "a passphrase is removed by who knows it") {
    screen.get(Role::button, say("passphrase.remove")).activate();
    fill(say("passphrase.current"), "nine blue cups");
    screen.get(Role::dialog, say("passphrase.remove_title"))
        .get(Role::button, say("passphrase.remove"))
        .click();
    CHECK(screen.host().passphrases[0] == std::pair<std::string, std::string>{"nine blue cups", ""});
    answer(State::none);
    CHECK(screen.shows(say("passphrase.was_removed")));
    CHECK(screen.has(Role::button, say("passphrase.set")));
}

TEST_CASE_FIXTURE(Protected, "Kith is locked by a button, by a command, and by the clock") {
    screen.get(Role::banner, say("app.name")).get(Role::button, say("passphrase.lock")).click();
    CHECK(screen.host().locks == 1);
    screen.press("Control+K");
    screen.type("lock");
    screen.press("Enter");
    CHECK(screen.host().locks == 2);
    CHECK(screen.host().locks_after == std::chrono::minutes(15));
    open("people");
    open("settings");
    screen.get(Role::combobox, say("passphrase.idle")).click();
    screen.get(Role::option, say("passphrase.idle_minutes", 1)).click();
    CHECK(screen.host().locks_after == std::chrono::minutes(1));
    screen.get(Role::combobox, say("passphrase.idle")).click();
    screen.get(Role::option, say("passphrase.idle_never")).click();
    CHECK(screen.host().locks_after == std::chrono::minutes(0));
}

TEST_CASE_FIXTURE(InSettings, "without a passphrase there is nothing to lock, and titles say who is shown") {
    CHECK_FALSE(screen.has(Role::button, say("passphrase.lock")));
    screen.press("Control+K");
    screen.type("lock");
    CHECK_FALSE(screen.has(Role::option, say("finder.lock")));
    screen.press("Escape");
    open("people", called(Kind::person, "Ana Núñez"));
    CHECK(screen.host().title.contains("Ana"));
    protection().state = State::on;
    open("people", called(Kind::person, "Ana Núñez"));
    CHECK_FALSE(screen.host().title.contains("Ana"));  // browsers keep titles
}

TEST_CASE("where no passphrase can be set the settings say why") {
    Kith kith;
    kith.open("settings");
    CHECK(kith.screen.shows(Catalogue::english().get("passphrase.unavailable")));
    kith.screen.host().protection_.state = State::none;
    kith.screen.host().storage_.state = SaveState::read_only;
    kith.open("people");
    kith.open("settings");
    CHECK(kith.screen.shows(Catalogue::english().get("passphrase.not_here")));
    CHECK(kith.screen.get(Role::button, say("passphrase.set")).node().disabled);
}

TEST_CASE("a file behind another passphrase asks for it, and is shown before it is merged like any other") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    Workspace other{ReplicaId{2}};
    Draft draft({"change.add_person", {"Zoe Park"}});
    const RecordId zoe = draft.create(Kind::person, kith.random);
    draft.set_text(zoe, person::given_name, "Zoe");
    draft.set_text(zoe, person::family_name, "Park");
    REQUIRE(other.commit(std::move(draft), kith.screen.host().clock));
    std::string plain;
    const std::string sealed = sealed_file(other, "ten red plates", plain);
    kith.app.receive_file("phone.kith", sealed);
    kith.screen.settle();
    REQUIRE(kith.screen.host().sealed.size() == 1);  // the host tries what it knows
    CHECK(kith.screen.host().sealed[0].passphrase.empty());
    kith.app.stays_sealed(SealProblem::locked);
    kith.screen.settle();
    REQUIRE(kith.screen.has(Role::dialog, say("sealed.title", "phone.kith")));
    CHECK(kith.screen.get(Role::button, say("sealed.open")).node().disabled);
    kith.screen.get(Role::textbox, say("sealed.passphrase")).fill("wrong one");
    kith.screen.get(Role::button, say("sealed.open")).click();
    kith.app.stays_sealed(SealProblem::locked);
    kith.screen.settle();
    CHECK(kith.screen.shows(say("sealed.wrong")));
    kith.screen.get(Role::textbox, say("sealed.passphrase")).fill("ten red plates");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.host().sealed.size() == 3);
    CHECK(kith.screen.host().sealed[2].passphrase == "ten red plates");
    CHECK(kith.screen.host().sealed[2].bytes == sealed);
    kith.app.receive_file("phone.kith", plain);
    kith.screen.settle();
    CHECK_FALSE(kith.screen.has(Role::textbox, say("sealed.passphrase")));
    CHECK(kith.screen.has(Role::heading, say("sealed.title", "phone.kith")));
    CHECK(kith.screen.shows(say("count.person", 1) + ": Zoe Park"));
    CHECK_FALSE(kith.called(Kind::person, "Zoe Park"));
}

TEST_CASE("a sealed file that somebody changed is refused in plain words") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    std::string plain;
    const std::string sealed = sealed_file(kith.workspace, "ten red plates", plain);
    const auto before = kith.workspace.revision();
    kith.app.receive_file("phone.kith", sealed);
    kith.app.stays_sealed(SealProblem::changed);
    kith.screen.settle();
    CHECK(kith.screen.shows(say("sealed.changed", "phone.kith")));
    kith.app.receive_file("phone.kith", sealed);
    kith.app.stays_sealed(SealProblem::no_cryptography);
    kith.screen.settle();
    CHECK(kith.screen.shows(say("sealed.not_here", "phone.kith")));
    CHECK(kith.workspace.revision() == before);
    // Its beginning is damaged: no passphrase would open it.
    std::string damaged = sealed;
    damaged[20] ^= 1;
    kith.app.receive_file("phone.kith", damaged);
    kith.screen.settle();
    CHECK(kith.screen.shows(Catalogue::english().get("journal.head_damaged")));
}

TEST_CASE("a file that asks for too many rounds is refused before anybody types, and one that takes long can "
          "be left") {
    Kith kith;
    kith.make_person("Ana", "Núñez");
    std::string plain;
    const std::string sealed = sealed_file(kith.workspace, "ten red plates", plain);
    const std::string head = head_of(sealed)->bytes;
    for (const auto& [rounds, said] : {std::pair(1U, "1"), std::pair(0xffffffffU, "4,294,967,295")}) {
        const WayIn way = ways_in(head).front();
        const std::string forged = way_start(rounds, way.salt).append(way.sealed);
        kith.app.receive_file(
            "phone.kith", sealed_head(bound_part(head), {&forged, 1}) + sealed.substr(head.size()));
        kith.screen.settle();
        CHECK(kith.screen.host().sealed.empty());
        const std::string why = say("journal.rounds", said, "100,000", "10,000,000");
        CHECK(kith.screen.shows(say("sealed.refused", "phone.kith", why)));
    }
    const auto leave = [&](auto away) {
        kith.app.receive_file("phone.kith", sealed);
        kith.app.stays_sealed(SealProblem::locked);
        kith.screen.settle();
        kith.screen.get(Role::textbox, say("sealed.passphrase")).fill("ten red plates");
        kith.screen.get(Role::button, say("sealed.open")).click();
        CHECK(kith.screen.get(Role::button, say("sealed.opening")).node().disabled);
        away();
        CHECK_FALSE(kith.screen.has(Role::dialog, say("sealed.title", "phone.kith")));
        CHECK(kith.screen.host().sealed.back().bytes.empty());  // the host is told
    };
    leave([&] { kith.screen.get(Role::button, say("form.cancel")).click(); });
    leave([&] {
        kith.screen.press("Escape");
        if (kith.screen.has(Role::dialog, say("sealed.title", "phone.kith"))) kith.screen.press("Escape");
    });
}
