// Lists and pages of records other than people.
#include <algorithm>
#include <array>

#include "kith.h"
#include "ui/app/pages.h"
#include "ui/session/places.h"

using namespace kith;
using namespace kith::ui;

namespace {

std::vector<PageSection> sections_of(Kith& kith, RecordId record) {
    Session session(kith.screen.host(), kith.workspace, kith.random, Catalogue::english());
    const PageSpec spec = page_spec(session, record);
    return {spec.sections.begin(), spec.sections.end()};
}

}  // namespace

TEST_CASE("organisations are listed, filtered and opened") {
    SampleKith kith;
    kith.screen.get(Role::link, say("nav.events")).click();
    kith.screen.get(Role::tab, say("nav.organisations")).click();
    CHECK(kith.screen.host().location == "organisations");
    REQUIRE(kith.screen.has(Role::grid, say("nav.organisations")));
    CHECK(kith.screen.has(Role::row, "St. Anna Hospital"));
    kith.screen.get(Role::searchbox, say("list.filter")).fill("anna");
    CHECK_FALSE(kith.screen.has(Role::row, "City Clinic"));
    kith.screen.get(Role::row, "St. Anna Hospital").click();
    CHECK(kith.screen.has(Role::heading, "St. Anna Hospital"));
    CHECK(kith.screen.host().location ==
        "organisations/" + to_string(kith.called(Kind::organisation, "St. Anna Hospital")));
    CHECK(kith.screen.host().title == say("app.title", "St. Anna Hospital"));
    CHECK(kith.screen.get(Role::list, say("page.people_now")).has(Role::link, "Priya Sharma"));
}

TEST_CASE("an organisation is added from the empty list, which says what belongs there") {
    Kith kith;
    kith.open("organisations");
    CHECK(kith.screen.shows(say("list.organisations_none")));
    kith.screen.get(Role::button, say("list.organisations_add")).click();
    REQUIRE(kith.screen.has(Role::dialog, say("list.organisations_add")));
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.shows(say("form.wanted")));
    kith.screen.get(Role::textbox, label_of(organisation::name)).fill("Lakeside Care");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.screen.has(Role::heading, "Lakeside Care"));
    kith.screen.get(Role::textbox, label_of(organisation::place)).fill("Stockholm");
    kith.screen.press("Enter");
    CHECK(kith.workspace.text(kith.called(Kind::organisation, "Lakeside Care"), organisation::place) ==
        "Stockholm");
}

TEST_CASE("people are added to an organisation in a few keys, those who are new as well") {
    SampleKith kith;
    const RecordId clinic = kith.called(Kind::organisation, "Pulse Devices");
    kith.open("organisations", clinic);
    kith.screen.get(Role::combobox, say("page.people_now_add")).click();
    kith.screen.type("jonas web");
    kith.screen.press("Enter");
    CHECK(kith.screen.get(Role::list, say("page.people_now")).has(Role::link, "Jonas Weber"));
    const std::size_t people = kith.workspace.count(Kind::person);
    kith.screen.type("Zita Brandt");
    kith.screen.press("Enter");
    CHECK(kith.workspace.count(Kind::person) == people + 1);
    CHECK(kith.screen.get(Role::list, say("page.people_now")).has(Role::link, "Zita Brandt"));
    kith.screen.press("Tab");
    kith.screen.get(Role::list, say("page.people_now")).get(Role::link, "Zita Brandt").click();
    CHECK(kith.screen.has(Role::heading, "Zita Brandt"));
}

TEST_CASE("a name that is half typed links nobody when one leaves the field") {
    SampleKith kith;
    const RecordId clinic = kith.called(Kind::organisation, "Pulse Devices");
    kith.open("organisations", clinic);
    const std::size_t before = kith.workspace.referrers(clinic, affiliation::organisation).size();
    kith.screen.get(Role::combobox, say("page.people_now_add")).click();
    kith.screen.type("jon");
    kith.screen.press("Tab");
    CHECK(kith.workspace.referrers(clinic, affiliation::organisation).size() == before);
    CHECK(kith.screen.get(Role::combobox, say("page.people_now_add")).value() == "jon");
}

TEST_CASE("a record deleted on its page comes back from the trash") {
    SampleKith kith;
    kith.open("organisations", kith.called(Kind::organisation, "MedStaff"));
    kith.screen.get(Role::button, say("page.more")).click();
    kith.screen.get(Role::menuitem, say("page.delete")).click();
    kith.screen.get(Role::button, say("removal.go")).click();
    CHECK(kith.screen.has(Role::grid, say("nav.organisations")));
    CHECK_FALSE(kith.screen.has(Role::row, "MedStaff"));
    kith.screen.get(Role::link, say("nav.trash")).click();
    kith.screen.get(Role::button, say("trash.restore")).click();
    CHECK(kith.called(Kind::organisation, "MedStaff"));
}

TEST_CASE("every kind of record has a page with all of its fields") {
    SampleKith kith;
    for (const PlaceRow& place : places()) {
        if (place.kind == Kind::none || place.kind == Kind::person) continue;
        const RecordId made = kith.make(place.kind, [&](Draft& draft, RecordId record) {
            if (const FieldSpec* title = title_field(place.kind)) draft.set_text(record, title->id, "Tried");
        });
        CAPTURE(place.address);
        kith.open(place.address, made);
        CHECK(kith.screen.count(Role::main) == 1);
        CHECK(kith.screen.count(Role::heading) > 0);
        for (const FieldSpec& field : fields_of(place.kind)) {
            if (field.has(hidden)) continue;
            CAPTURE(field.key);
            const std::string label = field_label(Catalogue::english(), field);
            bool shown = false;
            for (const PageSection& section : sections_of(kith, made)) {
                shown = shown || section.field == field.id ||
                    std::ranges::contains(section.fields, field.id) ||
                    std::ranges::contains(section.more, field.id);
            }
            // Shown by parts of their own: who is in an opportunity and its stage, a goal's if-then plans,
            // who knows of it.
            constexpr FieldId own[] = {goal::obstacles, goal::told, goal::to_tell, achievement::told,
                achievement::to_tell, mentorship::meetings};
            CHECK((shown || place.kind == Kind::opportunity || std::ranges::contains(own, field.id)));
        }
    }
}

TEST_CASE("a role that is nowhere is called by what it is, and one that says nothing has a name too") {
    Kith kith;
    const RecordId ana = kith.make_person("Ana", "Núñez");
    const auto add_job = [&](std::string_view role) {
        kith.make(Kind::affiliation, [&](Draft& draft, RecordId job) {
            draft.set(job, affiliation::person, Value::reference(ana));
            draft.set_text(job, affiliation::role, role);
        });
    };
    const auto names_of_buttons = [&] {
        std::vector<std::string> names;
        for (const Node& node : kith.screen.tree().nodes()) {
            if (node.role == Role::button) names.push_back(node.name);
        }
        return names;
    };
    add_job("Cellist");
    kith.open("people", ana);
    CHECK(std::ranges::contains(names_of_buttons(), "Cellist"));
    CHECK_FALSE(std::ranges::contains(names_of_buttons(), ""));
    add_job("");
    kith.screen.settle();
    CHECK_FALSE(std::ranges::contains(names_of_buttons(), ""));
    CHECK_FALSE(std::ranges::contains(names_of_buttons(), say("person.works") + ": "));
}

TEST_CASE("every text of a page is in the catalogue") {
    Kith kith;
    const Catalogue& words = Catalogue::english();
    for (const PlaceRow& place : places()) {
        if (place.kind == Kind::none) continue;
        const RecordId made = make_record_id(place.kind, 1);
        for (const PageSection& section : sections_of(kith, made)) {
            if (section.key.empty() || section.type == SectionType::custom) continue;
            const std::string key = "page." + std::string(section.key);
            CAPTURE(key);
            CHECK(words.has(key));
            const bool list = section.type == SectionType::records || section.type == SectionType::members ||
                section.type == SectionType::rows;
            if (list) CHECK(words.has(key + "_none"));
            if (section.type == SectionType::rows || section.type == SectionType::members ||
                section.add != AddBy::nothing)
                CHECK(words.has(key + "_add"));
        }
        if (!place.listed() || place.kind == Kind::person) continue;
        for (std::string_view ending : {"_none", "_none_text", "_add"})
            CHECK(words.has("list." + std::string(place.address) + std::string(ending)));
    }
}

TEST_CASE("anything is found by Ctrl+K") {
    SampleKith kith;
    kith.make_titled(Kind::goal, "Lead a cardiac ward");
    kith.screen.press("Control+K");
    kith.screen.type("cardiac ward");
    kith.screen.get(Role::option, "Lead a cardiac ward").click();
    CHECK(kith.screen.has(Role::heading, "Lead a cardiac ward"));
    kith.screen.press("Control+K");
    kith.screen.type("mentorships");
    kith.screen.get(Role::option, say("finder.open_place", say("nav.mentorships"))).click();
    CHECK(kith.screen.host().location == "mentorships");
}

TEST_CASE("on a phone the places beyond four are in a menu") {
    SampleKith kith({.width = 390, .height = 844, .touch = true});
    kith.screen.get(Role::button, say("nav.more")).click();
    kith.screen.get(Role::menuitem, say("nav.settings")).click();
    CHECK(kith.screen.has(Role::heading, say("nav.settings")));
    kith.open("organisations", kith.called(Kind::organisation, "St. Anna Hospital"));
    CHECK(kith.screen.has(Role::heading, "St. Anna Hospital"));
}

TEST_CASE("lists and pages stay in order at every size of screen") {
    for (const float width : {320.0f, 600.0f, 800.0f, 1024.0f, 1440.0f, 2560.0f}) {
        SampleKith kith({.width = width, .height = 700, .touch = width < 700});
        CAPTURE(width);
        for (const PlaceRow& place : places()) {
            CAPTURE(place.address);
            if (place.reach != Reach::record) kith.open(place.address);
            if (place.kind == Kind::none) continue;
            const auto all = kith.workspace.all(place.kind);
            if (!all.empty()) kith.open(place.address, all.front());
        }
    }
}

TEST_CASE("an address that names a record under another screen leads to its own page") {
    SampleKith kith;
    const RecordId clinic = kith.called(Kind::organisation, "City Clinic");
    kith.open("events", clinic);
    CHECK(kith.screen.has(Role::heading, "City Clinic"));
    CHECK(kith.screen.host().location == "organisations/" + to_string(clinic));
    kith.open("interactions");
    CHECK(kith.screen.has(Role::grid, say("nav.people")));
    kith.open("goals", make_record_id(Kind::goal, 12345));
    CHECK(kith.screen.shows(say("page.gone")));
}
