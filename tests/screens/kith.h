// A whole app with an empty workspace or the sample network, for tests that walk through it.
#pragma once

#include <doctest/doctest.h>

#include "driver.h"
#include "model/fields.h"
#include "ui/app/app.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

/// What a field, or an option of one, is called on the screen.
inline std::string label_of(FieldId field) {
    return field_label(Catalogue::english(), *find_field(field));
}
inline std::string option_of(FieldId field, std::string_view key) {
    return option_label(Catalogue::english(), *find_field(field), key);
}

struct Kith {
    explicit Kith(Stage stage = {}, const Catalogue& words = Catalogue::english())
        : screen(stage), app(screen.host(), workspace, random, words) {
        screen.show(app);
    }

    /// The first live record of a kind with this name; a person by the name as shown.
    RecordId called(Kind kind, std::string_view name) const {
        for (const RecordId record : workspace.all(kind)) {
            if (workspace.live(record) && record_name(workspace, record) == name) return record;
        }
        return {};
    }

    void open(std::string_view path) {
        app.go_to(path);
        screen.settle();
    }
    void open(std::string_view place, RecordId record) { open(std::string(place) + "/" + to_string(record)); }

    /// Writes as a screen would, for what a test begins with.
    template <typename Fill>
    RecordId make(Kind kind, Fill fill) {
        Draft draft({"change.add", {"a record"}});
        const RecordId made = draft.create(kind, random);
        fill(draft, made);
        const auto written = workspace.commit(std::move(draft), screen.host().clock);
        CHECK(written.has_value());
        screen.settle();
        return made;
    }
    RecordId make_titled(Kind kind, std::string_view title) {
        return make(
            kind, [&](Draft& draft, RecordId made) { draft.set_text(made, title_field(kind)->id, title); });
    }
    RecordId make_person(std::string_view given, std::string_view family) {
        return make(Kind::person, [&](Draft& draft, RecordId made) {
            draft.set_text(made, person::given_name, given);
            draft.set_text(made, person::family_name, family);
        });
    }

    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app;
};

struct SampleKith : Kith {
    explicit SampleKith(Stage stage = {}) : Kith(stage) {
        screen.get(Role::button, say("first.sample")).click();
    }
};

}  // namespace kith::ui
