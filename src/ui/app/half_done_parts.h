// What is kept of each form, dialog and page that is half done (named_parts.h), for half_done.cpp. Not what follows
// from the rest, nor what was wrong with it: that is found again.
#pragma once

#include <map>
#include <string>

#include "ui/app/inside.h"
#include "ui/goals/goal_page.h"
#include "ui/session/named_parts.h"
#include "ui/week/review.h"

namespace kith {

template <typename Parts>
void name_parts(Parts& parts, MessageRequest& request) {
    parts("kind", request.kind);
    parts("person", request.person);
    parts("record", request.record);
    parts("other", request.other);
    parts("about", request.about);
}
template <typename Parts>
void name_parts(Parts& parts, MessageDraft& draft) {
    parts("kind", draft.kind);
    parts("person", draft.person);
    parts("to", draft.to);
    parts("subject", draft.subject);
    parts("body", draft.body);
}
/// Enough to find it again in the agenda.
template <typename Parts>
void name_parts(Parts& parts, AgendaItem& item) {
    parts("kind", item.kind);
    parts("record", item.record);
    parts("element", item.element);
    parts("people", item.people);
}

}  // namespace kith

namespace kith::ui {

// ---- What of each is kept ------------------------------------------------------------------------

template <typename Parts>
void name_parts(Parts& parts, Ui::Typed& typed) {
    parts("field", typed.field);
    parts("name", typed.name);
    parts("text", typed.text);
    parts("caret", typed.caret);
}
template <typename Parts>
void name_parts(Parts& parts, AddPerson& add) {
    parts("open", add.open);
    parts("given", add.given);
    parts("family", add.family);
    parts("role", add.role);
    parts("organisation", add.organisation);
    parts("email", add.email);
    parts("phone", add.phone);
    parts("met", add.met);
}
template <typename Parts>
void name_parts(Parts& parts, FormValue& value) {
    parts("field", value.field);
    parts("text", value.text);
    parts("flag", value.flag);
    parts("texts", value.texts);
    parts("reference", value.reference);
    parts("references", value.references);
    parts("fresh", value.fresh);
    parts("typing", value.typing);
}
template <typename Parts>
void name_parts(Parts& parts, RecordForm& form) {
    parts("open", form.open);
    parts("title", form.title);
    parts("kind", form.kind);
    parts("record", form.record);
    parts("values", form.values);
    parts("fixed", form.fixed);
}
template <typename Parts>
void name_parts(Parts& parts, RowForm& form) {
    parts("open", form.open);
    parts("record", form.record);
    parts("field", form.field);
    parts("element", form.element);
    parts("parts", form.parts);
}
template <typename Parts>
void name_parts(Parts& parts, LoggedPromise& promise) {
    parts("mine", promise.mine);
    parts("what", promise.what);
    parts("due", promise.due);
    parts("people", promise.people);
}
template <typename Parts>
void name_parts(Parts& parts, LogDialog& log) {
    parts("open", log.open);
    parts("line", log.line);
    parts("form", log.form);
    parts("guessed", log.guessed);
    parts("promises", log.promises);
    parts("meant", log.meant);
    parts("no_people", log.no_people);
}
template <typename Parts>
void name_parts(Parts& parts, MessageDialog& message) {
    parts("open", message.open);
    parts("request", message.request);
    parts("item", message.item);
    parts("item_title", message.item_title);
    parts("tells", message.tells);
    parts("asks_for", message.asks_for);
    parts("favour_kind", message.favour_kind);
    parts("draft", message.draft);
    parts("begun", message.begun);
    parts("kept", message.kept);
}
template <typename Parts>
void name_parts(Parts& parts, PreparationDialog& prepare) {
    parts("open", prepare.open);
    parts("record", prepare.record);
    parts("bring_up", prepare.bring_up);
}
template <typename Parts>
void name_parts(Parts& parts, PromiseLine& line) {
    parts("what", line.what);
    parts("due", line.due);
}
template <typename Parts>
void name_parts(Parts& parts, ReviewDialog& review) {
    parts("open", review.open);
    parts("record", review.record);
    parts("outcome", review.outcome);
    parts("about", review.about);
    parts("said", review.said);
    parts("moved_to", review.moved_to);
    parts("mine", review.mine);
    parts("theirs", review.theirs);
}
template <typename Parts>
void name_parts(Parts& parts, ProfileDialog& profile) {
    parts("open", profile.open);
    parts("lacks_self", profile.lacks_self);
    parts("text", profile.text);
}
template <typename Parts>
void name_parts(Parts& parts, ToldDialog& told) {
    parts("open", told.open);
    parts("person", told.person);
    parts("said", told.said);
    parts("how", told.how);
    parts("day", told.day);
}
template <typename Parts>
void name_parts(Parts& parts, PutOffDialog& put_off) {
    parts("open", put_off.open);
    parts("item", put_off.item);
    parts("title", put_off.title);
    parts("day", put_off.day);
}
template <typename Parts>
void name_parts(Parts& parts, RhythmDialog& rhythm) {
    parts("open", rhythm.open);
    parts("time", rhythm.time);
    parts("left_out", rhythm.left_out);
}

/// The guided start of a goal, as its own text.
struct StartSaid {
    bool open = false;
    std::string said;
};
template <typename Parts>
void name_parts(Parts& parts, StartSaid& start) {
    parts("open", start.open);
    parts("said", start.said);
}

/// The stages of opportunities, one a line.
struct StagesEdited {
    bool& open;
    std::string& text;
};
template <typename Parts>
void name_parts(Parts& parts, StagesEdited& stages) {
    parts("open", stages.open);
    parts("text", stages.text);
}

/// What is done with all people who are selected, and the name of a filter.
struct PeopleAsked {
    PeopleState& people;
};
template <typename Parts>
void name_parts(Parts& parts, PeopleAsked& asked) {
    PeopleState& people = asked.people;
    parts("selected", people.selected);
    parts("asking_tag", people.asking_tag);
    parts("new_tag", people.new_tag);
    parts("asking_organisation", people.asking_organisation);
    parts("organisation", people.bulk_organisation);
    parts("role", people.bulk_role);
    parts("naming_filter", people.naming_filter);
    parts("filter_name", people.filter_name);
}

/// Of a page: which fields are shown though they are empty, and what stands in those that add.
struct PersonPage {
    PersonState& state;
};
template <typename Parts>
void name_parts(Parts& parts, PersonPage& page) {
    parts("person", page.state.person);
    parts("asked", page.state.asked);
    parts("tie_typing", page.state.tie_typing);
}
struct RecordPage {
    RecordPageState& state;
    RecordId adding_to;  // the milestone of a plan
};
template <typename Parts>
void name_parts(Parts& parts, RecordPage& page) {
    parts("record", page.state.record);
    parts("asked", page.state.asked);
    parts("typing", page.state.typing);
    parts("adding_to", page.adding_to);
}

/// Texts of fields in place that were refused.
struct Refused {
    Session& session;
};
template <typename Parts>
void name_parts(Parts& parts, Refused& refused) {
    std::map<ImGuiID, std::string> errors, texts;
    for (const auto& [field, error] : refused.session.field_errors) {
        if (error.empty()) continue;
        errors[field] = error;
        texts[field] = refused.session.field_texts[field];
    }
    parts("errors", errors);
    parts("texts", texts);
    refused.session.field_errors.insert(errors.begin(), errors.end());
    refused.session.field_texts.insert(texts.begin(), texts.end());
}

/// The review of a week.
struct ReviewAt {
    bool under_way = false;
    ReviewStep step = ReviewStep::done;
    int week = 0;  // days since 1970
};
template <typename Parts>
void name_parts(Parts& parts, ReviewAt& review) {
    parts("under_way", review.under_way);
    parts("step", review.step);
    parts("week", review.week);
}

}  // namespace kith::ui
