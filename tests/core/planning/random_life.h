// Random edits of a life, for the laws of what is kept up to date.
#pragma once

#include "planning/agenda/agenda.h"
#include "planning/agenda/doing.h"
#include "planning/pursuits/pipeline.h"
#include "world.h"

namespace kith::testing {

inline RecordId person_of(const World& world, RecordId affiliation) {
    return world.workspace.reference(affiliation, affiliation::person);
}

/// A random edit over everything that the agenda and what it rests on are read from.
inline Draft random_life(World& world, Random& random) {
    Draft draft({"test.edit", {}});
    const auto pick = [&](Kind kind) -> RecordId {
        std::vector<RecordId> live;
        world.workspace.for_each(kind, [&](RecordId record) { live.push_back(record); });
        return live.empty() ? RecordId{} : live[random.below(live.size())];
    };
    const auto some_day = [&] { return date_value(world.today + days{20} - days{random.below(80)}); };
    const auto text = [&](RecordId record, FieldId field, std::initializer_list<std::string_view> choices) {
        draft.set_text(record, field, choices.begin()[random.below(choices.size())]);
    };
    const RecordId person = pick(Kind::person);
    switch (person ? random.below(19) : 0) {
        case 0: {
            const RecordId fresh = draft.create(Kind::person, random);
            draft.set_text(fresh, person::given_name, "P" + std::to_string(random.below(100)));
            text(fresh, person::circle, {"5", "15", "50", ""});
            if (random.below(2) == 0) draft.set(fresh, person::met_on, some_day());
            if (random.below(2) == 0) draft.set(fresh, person::birthday, some_day());
            break;
        }
        case 1: draft.set_text(person, person::given_name, "P" + std::to_string(random.below(100))); break;
        case 2:
            draft.set(person, person::cadence_days, Value::integer(static_cast<int>(random.below(40))));
            break;
        case 3: snooze_until(draft, person, world.today + days{random.below(5)}); break;
        case 4: draft.trash(random.below(2) == 0 ? person : pick(Kind::person)); break;
        case 5:
        case 6:
        case 7: {
            const RecordId one = draft.create(Kind::interaction, random);
            draft.set(one, interaction::on, some_day());
            text(one, interaction::kind, {"coffee", "email", "event", "call"});
            text(one, interaction::follow_up, {"", "", "Send it"});
            draft.add(one, interaction::people, person);
            draft.add(one, interaction::people, pick(Kind::person));
            if (random.below(4) == 0) draft.set(one, interaction::planned, Value::boolean(true));
            if (const RecordId event = pick(Kind::event); event && random.below(3) == 0)
                draft.set(one, interaction::event, Value::reference(event));
            break;
        }
        case 8:
            if (const RecordId one = pick(Kind::interaction)) {
                if (random.below(2) == 0)
                    draft.set(one, interaction::on, some_day());
                else if (random.below(2) == 0)
                    draft.remove(one, interaction::people, element_of(person));
                else
                    draft.trash(one);
            }
            break;
        case 9: {
            const RecordId event = draft.create(Kind::event, random);
            draft.set_text(event, event::name, "E" + std::to_string(random.below(9)));
            draft.set(event, event::from, some_day());
            draft.add(event, event::people, person);
            break;
        }
        case 10: {
            const RecordId action = draft.create(Kind::action, random);
            draft.set_text(action, action::title, "Do");
            text(action, action::promised_by, {"me", "them", ""});
            if (random.below(3) > 0) draft.set(action, action::due, some_day());
            draft.add(action, action::people, person);
            if (const RecordId before = pick(Kind::action)) draft.add(action, action::after, before);
            if (const RecordId origin = pick(Kind::interaction); origin && random.below(2) == 0)
                draft.set(action, action::came_of, Value::reference(origin));
            break;
        }
        case 11:
            if (const RecordId action = pick(Kind::action)) draft.set(action, action::done_on, some_day());
            break;
        case 12: {
            const RecordId favour = draft.create(Kind::favour, random);
            draft.set(favour, favour::person, Value::reference(person));
            text(favour, favour::direction, {"given", "received"});
            text(favour, favour::stage, {"asked", "agreed", "done", "thanked", "offered"});
            draft.set(favour, favour::asked_on, some_day());
            break;
        }
        case 13: {
            const RecordId mentorship = draft.create(Kind::mentorship, random);
            draft.set(mentorship, mentorship::person, Value::reference(person));
            draft.set(mentorship, mentorship::cadence_days, Value::integer(14));
            draft.add_row(mentorship, mentorship::commitments, {"me", "Read", "2026-11-19"}, random);
            break;
        }
        case 14: {
            const RecordId affiliation = draft.create(Kind::affiliation, random);
            RecordId organisation = pick(Kind::organisation);
            if (!organisation) organisation = draft.create(Kind::organisation, random);
            draft.set_text(organisation, organisation::name, "O" + std::to_string(random.below(9)));
            draft.set(affiliation, affiliation::person, Value::reference(person));
            draft.set(affiliation, affiliation::organisation, Value::reference(organisation));
            draft.set(affiliation, affiliation::from, some_day());
            break;
        }
        case 15: {
            const RecordId one = draft.create(Kind::opportunity, random);
            draft.set_text(one, opportunity::title, "J" + std::to_string(random.below(9)));
            text(one, opportunity::stage, {"lead", "offer", "declined", "signed"});
            draft.set(one, opportunity::deadline, some_day());
            if (const RecordId action = pick(Kind::action))
                draft.set(action, action::opportunity, Value::reference(one));
            if (random.below(2) == 0)
                set_stages(draft, world.workspace,
                    std::vector<Stage>{{"lead", StageMark::lead},
                        {"signed", random.below(2) == 0 ? StageMark::won : StageMark::talks}});
            break;
        }
        case 16: {
            const RecordId challenge = draft.create(Kind::challenge, random);
            draft.set_text(challenge, challenge::title, "Hard");
            draft.set(challenge, challenge::from, some_day());
            draft.add(challenge, challenge::people, person);
            const RecordId news = draft.create(Kind::achievement, random);
            draft.set(news, achievement::on, some_day());
            draft.add(news, achievement::to_tell, person);
            const RecordId project = draft.create(Kind::project, random);
            draft.set(project, project::to, some_day());
            break;
        }
        case 17:
            if (const RecordId affiliation = pick(Kind::affiliation)) {
                draft.set(affiliation, affiliation::to, some_day());
                draft.set(person_of(world, affiliation), person::self, Value::boolean(true));
            }
            break;
        default: {
            Agenda agenda;
            agenda.update(world.insight, world.today);
            if (agenda.items().empty()) break;
            const AgendaItem& item = agenda.items()[random.below(agenda.items().size())];
            if (random.below(2) == 0)
                set_aside(draft, world.workspace, item, "x", world.today, world.today + days{2}, random);
            else
                mark_done(draft, world.workspace, item, "x", world.today, random);
        }
    }
    return draft;
}

}  // namespace kith::testing
