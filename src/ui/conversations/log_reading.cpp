#include "ui/conversations/log_reading.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "planning/log/writing.h"
#include "ui/session/dates.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

bool same(const FormValue& a, const FormValue& b) {
    return a.text == b.text && a.references == b.references;
}

bool is_blank(const FormValue& value) {
    return value.text.empty() && value.references.empty();
}

/// Corrections that were made to a name hold for it as long as it stands in the line.
void correct(LogDialog& dialog) {
    LogReading& reading = dialog.reading;
    for (std::size_t i = reading.people.size(); i-- > 0;) {
        PersonGuess& guess = reading.people[i];
        if (std::ranges::contains(dialog.no_people, guess.name)) {
            leave_out(reading, i);
        } else if (const auto meant = dialog.meant.find(guess.name); meant != dialog.meant.end()) {
            if (guess.person && guess.person != meant->second) guess.alternatives.push_back(guess.person);
            std::erase(guess.alternatives, meant->second);
            guess.person = meant->second;
        }
    }
}

/// What the reading says of the form's fields.
std::vector<FormValue> guess_form(const Session& session, const LogDialog& dialog) {
    const LogReading& reading = dialog.reading;
    const bool topic = reading.topic.has_value();
    std::vector<FormValue> guessed;
    for (const FormValue& value : dialog.form.values) {
        FormValue guess{.field = value.field};
        const FieldId id = value.field->id;
        if (id == interaction::people) {
            for (const PersonGuess& one : reading.people) {
                if (one.person && one.took_part) guess.references.push_back(one.person);
            }
        } else if (id == interaction::kind && reading.kind) {
            guess.text = interaction::kind.key(reading.kind->value);
        } else if (id == interaction::on && reading.on) {
            guess.text = date_to_edit(reading.on->value, session.ui.host().locale().tag);
        } else if (id == interaction::on) {
            guess.text = session.text("date.today");
        } else if (id == interaction::begun_by && reading.begun_by) {
            guess.text = interaction::begun_by.key(reading.begun_by->value);
        } else if (id == interaction::summary) {
            guess.text = capitalised(topic ? reading.topic->value : reading.rest_text());
        } else if (id == interaction::notes && topic) {
            guess.text = capitalised(reading.rest_text());
        }
        guessed.push_back(std::move(guess));
    }
    return guessed;
}

/// A field still as it was guessed, or empty, takes the new guess. People that were added by hand stay.
void fill_form(LogDialog& dialog, std::vector<FormValue> guessed) {
    for (std::size_t i = 0; i < guessed.size(); ++i) {
        FormValue& value = dialog.form.values[i];
        const FormValue& before = dialog.guessed[i];
        if (value.field->id == interaction::people) {
            std::erase_if(value.references, [&](RecordId person) {
                return std::ranges::contains(before.references, person) &&
                    !std::ranges::contains(guessed[i].references, person);
            });
            for (const RecordId person : guessed[i].references) {
                // One that was guessed before and is gone was taken out by hand.
                const bool taken_out = std::ranges::contains(before.references, person);
                if (!taken_out && !std::ranges::contains(value.references, person))
                    value.references.push_back(person);
            }
            if (!guessed[i].references.empty()) value.error.clear();
        } else if (is_blank(value) || same(value, before)) {
            value.text = guessed[i].text;
            value.error.clear();
        }
    }
    dialog.guessed = std::move(guessed);
}

void fill_promises(const Session& session, LogDialog& dialog) {
    dialog.promises.clear();
    for (const PromiseGuess& guess : dialog.reading.promises) {
        LoggedPromise promise{.mine = guess.mine, .what = capitalised(guess.what), .people = guess.people};
        if (guess.due)
            promise.due = date_to_edit(
                PartialDate{std::chrono::year_month_day{guess.due->value}}, session.ui.host().locale().tag);
        dialog.promises.push_back(std::move(promise));
    }
}

std::optional<PartialDate> typed(const Session& session, std::string_view text) {
    return parse_typed_date(text, session.ui.host().locale().tag, session.ui.today());
}

bool read_promises(Session& session, LogDialog& dialog, LogReading& reading) {
    bool sound = true;
    reading.promises.clear();
    for (LoggedPromise& promise : dialog.promises) {
        if (trim(promise.what).empty()) continue;
        PromiseGuess& one = reading.promises.emplace_back();
        one.mine = promise.mine;
        one.what = trim(promise.what);
        one.people = promise.people;
        if (trim(promise.due).empty()) continue;
        const auto date = typed(session, promise.due);
        const auto day = date ? date->to_day() : std::nullopt;
        if (day) {
            one.due = Guess<Day>{*day, {}, {}};
        } else {
            promise.error = session.text("form.no_such_date");
            sound = false;
        }
    }
    return sound;
}

/// Who took part: as the form says, and those who are new.
void take_people(LogReading& reading, const FormValue& form) {
    for (PersonGuess& guess : reading.people) {
        if (guess.person) guess.took_part = std::ranges::contains(form.references, guess.person);
    }
    for (const RecordId person : form.references) {
        if (!std::ranges::contains(reading.people, person, &PersonGuess::person))
            reading.people.push_back({.range = {}, .person = person, .name = {}, .alternatives = {}});
    }
    for (const std::string& name : form.fresh)
        reading.people.push_back({.range = {}, .person = {}, .name = name, .alternatives = {}});
}

}  // namespace

void read_line(Session& session, LogDialog& dialog, const LogContext& context) {
    if (dialog.line == dialog.read_line) return;
    dialog.read_line = dialog.line;
    dialog.reading = read_log_line(dialog.line, context);
    dialog.error.clear();
    correct(dialog);
    fill_form(dialog, guess_form(session, dialog));
    fill_promises(session, dialog);
}

std::optional<Draft> write_log(Session& session, LogDialog& dialog, const LogContext& context) {
    LogReading reading = dialog.reading;
    bool sound = read_promises(session, dialog, reading);
    FormValue& people = *value_of(dialog.form, interaction::people);
    FormValue& on = *value_of(dialog.form, interaction::on);
    const auto said = [&](FieldId field) { return std::string(trim(value_of(dialog.form, field)->text)); };
    take_people(reading, people);
    const bool with_somebody = std::ranges::any_of(reading.people, &PersonGuess::took_part);
    const bool only_promises = !with_somebody && !reading.promises.empty();
    if (!with_somebody && !only_promises) {
        people.error = session.text("form.whom");
        sound = false;
    }
    const auto date = trim(on.text).empty() ? std::optional(PartialDate{}) : typed(session, on.text);
    if (!date) {
        on.error = session.text("form.no_such_date");
        sound = false;
    }
    if (!sound) return std::nullopt;

    const auto kind = interaction::kind.option(said(interaction::kind));
    const auto begun_by = interaction::begun_by.option(said(interaction::begun_by));
    const std::string summary = said(interaction::summary);
    reading.kind.reset();
    reading.on.reset();
    reading.event = only_promises ? std::nullopt : reading.event;
    reading.topic.reset();
    reading.begun_by.reset();
    reading.rest.clear();
    if (!only_promises) {
        if (kind != interaction::kind::none) reading.kind = Guess<enum interaction::kind>{kind, {}, {}};
        if (!date->empty()) reading.on = Guess<PartialDate>{*date, {}, {}};
        if (!summary.empty()) reading.topic = Guess<std::string>{summary, {}, {}};
        if (begun_by != interaction::begun_by::none)
            reading.begun_by = Guess<enum interaction::begun_by>{begun_by, {}, {}};
        const auto day = date->earliest();
        reading.planned = day && *day > context.today;
    }
    return to_draft(reading,
        {.summary = summary,
            .notes = trim(value_of(dialog.form, interaction::notes)->text),
            .follow_up = trim(value_of(dialog.form, interaction::follow_up)->text)},
        context, session.random);
}

}  // namespace kith::ui
