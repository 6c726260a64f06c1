#include "planning/pursuits/pipeline.h"

#include <algorithm>

#include "base/enums.h"
#include "model/fields.h"
#include "planning/facts/expertise.h"
#include "planning/facts/ledger.h"
#include "planning/goals/plan.h"
#include "planning/pursuits/referrals.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr std::size_t most_candidates = 3;

constexpr EnumArray<OpportunityRole, std::string_view> role_keys{
    {"opportunity.role.source", "opportunity.role.referrer", "opportunity.role.decision_maker",
        "opportunity.role.insider", "opportunity.role.partner"}};

/// Which kinds one can be referred to: nobody is to a talk.
bool has_referrer(enum opportunity::kind kind) {
    switch (kind) {
        case opportunity::kind::none:
        case opportunity::kind::opening:
        case opportunity::kind::promotion:
        case opportunity::kind::committee_seat:
        case opportunity::kind::unknown: return true;
        case opportunity::kind::project:
        case opportunity::kind::partnership:
        case opportunity::kind::venture:
        case opportunity::kind::talk: break;
    }
    return false;
}

class OpportunityReader {
public:
    OpportunityReader(const Workspace& workspace, const ContactBook& contacts, RecordId opportunity,
        Day today, const Rules& rules)
        : workspace_(workspace),
          contacts_(contacts),
          opportunity_(opportunity),
          today_(today),
          rules_(rules),
          organisation_(reference(opportunity::organisation)),
          source_(reference(opportunity::source)),
          referrer_(reference(opportunity::referrer)),
          decision_maker_(reference(opportunity::decision_maker)) {
        workspace.for_each_element(opportunity, opportunity::insiders, [&](const Element& element) {
            if (workspace.live(element.value.as_reference()))
                insiders_.push_back(element.value.as_reference());
        });
        if (!source_) source_ = gave(favour::kind::job_lead);
        if (!referrer_) referrer_ = gave(favour::kind::referral);
    }

    OpportunityView read() {
        view_.opportunity = opportunity_;
        view_.mark = mark_of(workspace_, opportunity_);
        view_.deadline = workspace_.date(opportunity_, opportunity::deadline).earliest();
        view_.in_stage_since = in_stage_since();
        if (!is_closed(view_.mark)) find_missing();
        view_.next = next_step();
        return std::move(view_);
    }

private:
    const Workspace& workspace_;
    const ContactBook& contacts_;
    RecordId opportunity_;
    Day today_;
    const Rules& rules_;
    RecordId organisation_;
    RecordId source_;
    RecordId referrer_;
    RecordId decision_maker_;
    std::vector<RecordId> insiders_;
    OpportunityView view_;

    RecordId reference(FieldId field) const {
        const RecordId record = workspace_.reference(opportunity_, field);
        return workspace_.live(record) ? record : RecordId{};
    }
    /// Who did a favour of this kind for it.
    RecordId gave(enum favour::kind kind) const {
        for (const RecordId favour : workspace_.referrers(opportunity_, favour::opportunity)) {
            const RecordId person = workspace_.reference(favour, favour::person);
            if (favour_is_done(workspace_, favour) && workspace_.choice(favour, favour::kind) == kind &&
                workspace_.choice(favour, favour::direction) != favour::direction::given &&
                workspace_.live(person))
                return person;
        }
        return {};
    }
    std::string name(RecordId record) const { return record_name(workspace_, record); }
    std::string title() const { return name(opportunity_); }

    std::optional<Day> in_stage_since() const {
        std::optional<Day> since;
        const std::string_view stage = workspace_.text(opportunity_, opportunity::stage);
        for (const Element& row : workspace_.elements(opportunity_, opportunity::stage_history)) {
            const auto date = parse_iso_date(row_part(row.value, opportunity::stage_history::date));
            if (row_part(row.value, opportunity::stage_history::stage) == stage && date)
                since = date->to_day();
        }
        return since;
    }

    /// The people of the organisation who are not noted yet, those who decide or the closest first.
    std::vector<Candidate> people_inside(bool who_decide) const {
        std::vector<Candidate> found;
        if (!organisation_) return found;
        for (Candidate& one :
            whom_to_ask_for_referral(workspace_, contacts_, organisation_, "", today_, rules_)) {
            if (found.size() == most_candidates) break;
            const bool works_there =
                std::ranges::any_of(affiliations_of(workspace_, one.person), [&](RecordId affiliation) {
                    return !is_past(workspace_, affiliation) &&
                        workspace_.reference(affiliation, affiliation::organisation) == organisation_;
                });
            const bool noted = std::ranges::contains(insiders_, one.person);
            const bool deciding = workspace_.has(one.person, person::decides, decided_on());
            if (works_there && (who_decide ? deciding : !noted)) found.push_back(std::move(one));
        }
        return found;
    }

    /// With whom one has worked before, most often first.
    std::vector<Candidate> fellows() const {
        std::vector<Candidate> found;
        workspace_.for_each(Kind::project, [&](RecordId project) {
            workspace_.for_each_element(project, project::people, [&](const Element& element) {
                const RecordId person = element.value.as_reference();
                if (!workspace_.live(person) || workspace_.flag(person, person::self)) return;
                auto at = std::ranges::find(found, person, &Candidate::person);
                if (at == found.end()) at = found.insert(at, {.person = person});
                at->reasons.push_back({"coverage.in_project", {name(project)}});
            });
        });
        std::ranges::stable_sort(
            found, std::ranges::greater{}, [](const Candidate& one) { return one.reasons.size(); });
        return found;
    }

    enum person::decides decided_on() const {
        const auto kind = workspace_.choice(opportunity_, opportunity::kind);
        if (kind == opportunity::kind::promotion) return person::decides::promotion;
        const bool funded = kind == opportunity::kind::venture || kind == opportunity::kind::project;
        return funded ? person::decides::funding : person::decides::hiring;
    }

    void find_missing() {
        const auto add = [&](OpportunityRole role, Message sentence, std::vector<Candidate> candidates) {
            if (candidates.size() > most_candidates) candidates.resize(most_candidates);
            view_.missing.push_back({role, std::move(sentence), std::move(candidates)});
        };
        const std::string place = organisation_ ? name(organisation_) : title();
        if (!source_ &&
            workspace_.choice(opportunity_, opportunity::advertised) == opportunity::advertised::heard_of)
            add(OpportunityRole::source, {"opportunity.missing.source", {}}, {});
        if (insiders_.empty())
            add(OpportunityRole::insider, {"opportunity.missing.insider", {place}}, people_inside(false));
        const auto kind = workspace_.choice(opportunity_, opportunity::kind);
        if (is_done_together(kind) && workspace_.elements(opportunity_, opportunity::partners).empty())
            add(OpportunityRole::partner, {"opportunity.missing.partner", {}}, fellows());
        if (!referrer_ && has_referrer(kind))
            add(OpportunityRole::referrer, {"opportunity.missing.referrer", {place}},
                organisation_ ? whom_to_ask_for_referral(workspace_, contacts_, organisation_, title(),
                                    today_, rules_, most_candidates)
                              : std::vector<Candidate>{});
        if (!decision_maker_)
            add(OpportunityRole::decision_maker, {"opportunity.missing.decision_maker", {place}},
                people_inside(true));
    }

    const MissingRole* missing(OpportunityRole role) const {
        const auto at = std::ranges::find(view_.missing, role, &MissingRole::role);
        return at != view_.missing.end() ? &*at : nullptr;
    }

    OpportunityStep step(std::string_view key, std::vector<RecordId> people = {}) const {
        return {.what = {key, {names_of(workspace_, people), title()}},
            .people = std::move(people),
            .due = {},
            .reasons = {},
            .record = {}};
    }

    std::optional<OpportunityStep> next_step() const {
        if (auto noted = noted_step()) return noted;
        if (auto waiting = waiting_favour()) return waiting;
        switch (view_.mark) {
            case StageMark::won:
            case StageMark::lost: return closing_step();
            case StageMark::offer: return step("opportunity.next.answer_offer");
            case StageMark::talks:
                return step(in_touch_since_stage() ? "opportunity.next.ask_how_it_stands"
                                                   : "opportunity.next.after_talk",
                    deciders());
            default: return step_ahead();
        }
    }

    std::optional<OpportunityStep> noted_step() const {
        std::optional<OpportunityStep> found;
        for (const RecordId action : workspace_.referrers(opportunity_, action::opportunity)) {
            if (!is_step(workspace_, action) || !is_ready(workspace_, action) ||
                workspace_.choice(action, action::promised_by) == action::promised_by::them)
                continue;
            const auto due = workspace_.date(action, action::due).earliest();
            if (found && found->due.value_or(Day::max()) <= due.value_or(Day::max())) continue;
            found = OpportunityStep{.what = {"opportunity.next.noted", {name(action)}},
                .people = {},
                .due = due,
                .reasons = {},
                .record = action};
            workspace_.for_each_element(action, action::people,
                [&](const Element& element) { found->people.push_back(element.value.as_reference()); });
            if (due) found->reasons.push_back(due_fact(*due, today_));
        }
        return found;
    }

    std::optional<OpportunityStep> waiting_favour() const {
        for (const RecordId favour : workspace_.referrers(opportunity_, favour::opportunity)) {
            const auto stage = workspace_.choice(favour, favour::stage);
            const bool waits = stage == favour::stage::asked || stage == favour::stage::agreed;
            if (!waits || workspace_.choice(favour, favour::direction) == favour::direction::given) continue;
            const RecordId person = workspace_.reference(favour, favour::person);
            OpportunityStep next = step("opportunity.next.favour_waits", {person});
            next.record = favour;
            if (auto caution = asked_recently(workspace_, person, today_, rules_))
                next.reasons.push_back(std::move(*caution));
            return next;
        }
        return std::nullopt;
    }

    std::vector<RecordId> deciders() const {
        return decision_maker_ ? std::vector<RecordId>{decision_maker_} : std::vector<RecordId>{};
    }

    /// When it is over: whoever helped hears of it and is thanked; then what was learned is noted.
    std::optional<OpportunityStep> closing_step() const {
        std::vector<RecordId> helpers;
        const auto add = [&](RecordId person) {
            if (person && !std::ranges::contains(helpers, person) && !was_told(person))
                helpers.push_back(person);
        };
        add(source_);
        add(referrer_);
        for (const RecordId insider : insiders_)
            add(insider);
        if (!helpers.empty()) return step("opportunity.next.tell_and_thank", std::move(helpers));
        if (!workspace_.text(opportunity_, opportunity::outcome).empty()) return std::nullopt;
        return step(
            view_.mark == StageMark::won ? "opportunity.next.note_won" : "opportunity.next.note_lost");
    }

    /// Whether they were in touch since it closed, or a favour of theirs for it is told.
    bool was_told(RecordId person) const {
        const auto contacts = contacts_.of(person);
        if (view_.in_stage_since && !contacts.empty() && contacts.back().on >= *view_.in_stage_since)
            return true;
        return std::ranges::any_of(
            workspace_.referrers(opportunity_, favour::opportunity), [&](RecordId favour) {
                return workspace_.reference(favour, favour::person) == person &&
                    workspace_.choice(favour, favour::stage) == favour::stage::told;
            });
    }

    /// Whether somebody who is in it was spoken or written to after it came to its stage.
    bool in_touch_since_stage() const {
        if (!view_.in_stage_since) return false;
        std::vector<RecordId> people = insiders_;
        people.insert(people.end(), {source_, referrer_, decision_maker_});
        return std::ranges::any_of(people, [&](RecordId person) {
            const auto contacts = contacts_.of(person);
            return std::ranges::any_of(contacts, [&](const Contact& contact) {
                return contact.on > *view_.in_stage_since && contact.on <= today_;
            });
        });
    }

    OpportunityStep step_ahead() const {
        const bool applied = view_.mark == StageMark::applied;
        if (!applied && view_.deadline && *view_.deadline <= today_ + rules_.soon) {
            OpportunityStep next = step("opportunity.next.apply");
            next.due = view_.deadline;
            next.reasons.push_back(due_fact(*view_.deadline, today_));
            return next;
        }
        const auto turn_to = [&](std::string_view key, const MissingRole& missing) {
            OpportunityStep next = step(key, {missing.candidates.front().person});
            next.reasons = missing.candidates.front().reasons;
            for (const Message& caution : missing.candidates.front().cautions)
                next.reasons.push_back(caution);
            return next;
        };
        const MissingRole* insider = missing(OpportunityRole::insider);
        const MissingRole* referrer = missing(OpportunityRole::referrer);
        const MissingRole* decider = missing(OpportunityRole::decision_maker);
        if (insider && !insider->candidates.empty())
            return turn_to("opportunity.next.talk_to_insider", *insider);
        if (referrer && !insiders_.empty()) return step("opportunity.next.ask_referral", {insiders_.front()});
        if (referrer && !referrer->candidates.empty())
            return turn_to("opportunity.next.ask_referral", *referrer);
        if (decider && !decider->candidates.empty())
            return turn_to("opportunity.next.reach_decider", *decider);
        if (decider && !insiders_.empty())
            return step("opportunity.next.ask_who_decides", {insiders_.front()});
        if (insider && organisation_) {
            OpportunityStep next = step("opportunity.next.find_insider");
            next.what.arguments = {Argument(name(organisation_)), Argument(title())};
            return next;
        }
        if (applied) return step("opportunity.next.ask_how_it_stands", deciders());
        OpportunityStep next = step("opportunity.next.apply");
        next.due = view_.deadline;
        if (view_.deadline) next.reasons.push_back(due_fact(*view_.deadline, today_));
        return next;
    }
};

}  // namespace

std::string_view key_of(OpportunityRole role) {
    return role_keys[role];
}

bool is_done_together(enum opportunity::kind kind) {
    return kind == opportunity::kind::project || kind == opportunity::kind::partnership ||
        kind == opportunity::kind::venture;
}

OpportunityView look_at_opportunity(const Workspace& workspace, const ContactBook& contacts,
    RecordId opportunity, Day today, const Rules& rules) {
    return OpportunityReader(workspace, contacts, opportunity, today, rules).read();
}

Made note_next_step(const Workspace& workspace, RecordId opportunity, const OpportunityStep& next,
    std::string_view words, std::string_view title, Random& random) {
    Draft draft({"change.add_to", {std::string(words), std::string(title)}});
    const RecordId made = create_named(draft, Kind::action, words, random);
    draft.set(made, action::opportunity, Value::reference(opportunity));
    if (const RecordId goal = workspace.reference(opportunity, opportunity::goal); workspace.live(goal))
        draft.set(made, action::goal, Value::reference(goal));
    if (next.due) draft.set(made, action::due, Value::day(*next.due));
    for (const RecordId person : next.people)
        draft.add(made, action::people, person);
    return {std::move(draft), made};
}

Draft take_for_role(
    RecordId opportunity, FieldId field, RecordId person, std::string_view name, std::string_view title) {
    Draft draft({"change.add_to", {std::string(name), std::string(title)}});
    if (is_collection(find_field(field)->type))
        draft.add(opportunity, field, person);
    else
        draft.set(opportunity, field, Value::reference(person));
    return draft;
}

}  // namespace kith
