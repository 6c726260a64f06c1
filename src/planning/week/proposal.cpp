#include "planning/week/proposal.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_set.hpp>
#include <charconv>

#include "base/enums.h"
#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/ledger.h"
#include "planning/week/candidates.h"
#include "planning/week/choice.h"

namespace kith {

namespace {

constexpr std::size_t most_left_over = 50;
constexpr EnumArray<WeekReason, std::string_view> reason_keys{
    {"week.why.promised", "week.why.dated", "week.why.accepted", "week.why.pressing", "week.why.share"}};

using PersonSet = boost::unordered_flat_set<RecordId, IdHash>;

Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

class WeekPlanner {
public:
    WeekPlanner(const Workspace& workspace, const Agenda& agenda, Day today, int minutes, const Rules& rules,
        std::chrono::weekday first)
        : workspace_(workspace), today_(today), rules_(rules) {
        proposal_.begin = week_begin(today, first);
        proposal_.minutes = std::max(0, minutes);
        all_ = week::read_candidates(workspace, agenda, today, proposal_.begin, rules);
    }

    WeekProposal propose(std::span<const WeekShare> done) {
        make_shares();
        count_done(done);
        take_musts();
        leave_back();
        if (proposal_.taken + proposal_.done < proposal_.minutes) choose();
        add_notes();
        std::ranges::stable_sort(proposal_.items, {}, [&](const WeekItem& item) {
            const int group = item.why <= WeekReason::accepted ? 0 : item.why == WeekReason::pressing ? 1 : 2;
            return std::tuple(group, item.due.value_or(Day::max()), share_of(item));
        });
        return std::move(proposal_);
    }

private:
    const Workspace& workspace_;
    Day today_;
    const Rules& rules_;
    WeekProposal proposal_;
    std::vector<week::Candidate> all_;
    std::vector<week::Candidate> open_;  // to choose from

    void make_shares() {
        const auto goals = week::goals_by_priority(workspace_);
        const int touch = goals.empty() ? 100 : std::clamp(rules_.touch_share, 0, 100);
        proposal_.shares.push_back({.goal = {}, .minutes = proposal_.minutes * touch / 100});
        const int rest = proposal_.minutes - proposal_.shares[0].minutes;
        const int parts = static_cast<int>(goals.size() * (goals.size() + 1) / 2);
        for (std::size_t i = 0; i < goals.size(); ++i) {
            const int own = static_cast<int>(goals.size() - i);
            proposal_.shares.push_back({.goal = goals[i], .minutes = rest * own / parts});
        }
    }

    void count_done(std::span<const WeekShare> done) {
        for (const WeekShare& one : done) {
            proposal_.shares[share_for(one.goal)].done += one.done;
            proposal_.done += one.done;
        }
    }

    /// Which share an item serves: its goal's, if that is active; else keeping in touch and giving.
    std::size_t share_of(const WeekItem& item) const { return share_for(item.goal); }
    std::size_t share_for(RecordId goal) const {
        const auto at = std::ranges::find(proposal_.shares, goal, &WeekShare::goal);
        return at != proposal_.shares.end() ? static_cast<std::size_t>(at - proposal_.shares.begin()) : 0;
    }

    void take(week::Candidate& one) {
        one.item.minutes = counted_minutes(one.item.minutes);
        proposal_.taken += one.item.minutes;
        proposal_.shares[share_of(one.item)].taken += one.item.minutes;
        proposal_.items.push_back(std::move(one.item));
    }

    void take_musts() {
        for (week::Candidate& one : all_) {
            if (one.must && !one.later)
                take(one);
            else
                open_.push_back(std::move(one));
        }
    }

    void leave(week::Candidate& one) {
        one.item.minutes = counted_minutes(one.item.minutes);
        if (proposal_.left_over.size() < most_left_over) proposal_.left_over.push_back(std::move(one.item));
    }

    /// Rule 2: nobody is turned to twice, or asked again so soon.
    void leave_back() {
        PersonSet turned_to;
        for (const WeekItem& item : proposal_.items)
            turned_to.insert(item.people.begin(), item.people.end());
        for (const week::Candidate& one : open_) {
            if (one.pressing && !one.later) turned_to.insert(one.item.people.begin(), one.item.people.end());
        }
        PersonSet asked;
        for (const WeekItem& item : proposal_.items) {
            if (item.step == NextStep::remind || item.step == NextStep::ask_about_it)
                asked.insert(item.people.begin(), item.people.end());
        }
        std::vector<week::Candidate> kept;
        for (week::Candidate& one : open_) {
            if (one.later || stands_back(one, turned_to, asked)) {
                leave(one);
                continue;
            }
            if (one.asks) asked.insert(one.item.people.begin(), one.item.people.end());
            kept.push_back(std::move(one));
        }
        open_ = std::move(kept);
    }

    bool stands_back(week::Candidate& one, const PersonSet& turned_to, const PersonSet& asked) const {
        const auto any_in = [&](const PersonSet& people) {
            return std::ranges::any_of(
                one.item.people, [&](RecordId person) { return people.contains(person); });
        };
        if (one.item.kind == AgendaKind::due_contact && any_in(turned_to)) {
            one.item.reasons.push_back({"week.turned_to_anyway", {}});
            return true;
        }
        if (!one.asks || one.pressing) return false;
        if (any_in(asked)) {
            one.item.reasons.push_back({"week.asked_this_week", {}});
            return true;
        }
        // Reminding is about what was asked already: only a new request waits.
        if (one.item.kind) return false;
        for (const RecordId person : one.item.people) {
            if (auto caution = asked_recently(workspace_, person, today_, rules_)) {
                one.item.reasons.push_back(std::move(*caution));
                return true;
            }
        }
        return false;
    }

    void choose() {
        std::vector<WeekThing> things;
        for (const week::Candidate& one : open_)
            things.push_back({one.item.minutes, share_of(one.item), one.pressing});
        std::vector<int> shares;
        for (const WeekShare& share : proposal_.shares)
            shares.push_back(share.minutes - share.taken - share.done);
        const int left = proposal_.minutes - proposal_.taken - proposal_.done;
        const auto chosen = choose_week(things, shares, left);
        auto next = chosen.begin();
        for (std::size_t i = 0; i < open_.size(); ++i) {
            if (next == chosen.end() || *next != i) {
                leave(open_[i]);
                continue;
            }
            ++next;
            open_[i].item.why = open_[i].pressing ? WeekReason::pressing : WeekReason::share;
            take(open_[i]);
        }
        open_.clear();
    }

    void add_notes() {
        for (week::Candidate& one : open_)
            leave(one);
        if (proposal_.too_much())
            proposal_.notes.push_back(
                {"week.too_much", {proposal_.taken, std::max(0, proposal_.minutes - proposal_.done)}});
        else if (proposal_.items.empty())
            proposal_.notes.push_back({"week.nothing", {}});
    }
};

/// Steps note the week themselves; for the rest there is a mark, made anew or changed.
void mark(Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin,
    std::optional<Day> left_out, Random& random) {
    if (kind_of(item.record) == Kind::action) {
        draft.set(item.record, action::week, date_value(left_out ? begin + days{7} : begin));
        return;
    }
    const auto marks = week::read_marks(workspace);
    const auto known = marks.find(week::mark_key(item));
    RecordId action = known != marks.end() ? known->second.action : RecordId{};
    if (!action) {
        action = draft.create(Kind::action, random);
        draft.set(action, action::came_of, Value::reference(item.record));
        draft.set_text(action, action::settles, week::mark_settles(item));
    }
    draft.set(action, action::week, date_value(begin));
    if (left_out)
        draft.set(action, action::dropped_on, date_value(*left_out));
    else
        draft.clear(action, action::dropped_on);
}

}  // namespace

std::string_view key_of(WeekReason reason) {
    return reason_keys[reason];
}

std::optional<int> minutes_from_hours(std::string_view text) {
    constexpr int most = 100 * 60;
    std::string_view rest = trim(text);
    const auto whole = [&](int& value) {
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        if (error != std::errc{} || value < 0 || value > most) return false;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        return true;
    };
    int hours = 0, more = 0;
    if (!whole(hours)) return std::nullopt;
    int minutes = hours * 60;
    if (rest.starts_with('.') || rest.starts_with(',')) {
        rest.remove_prefix(1);
        const std::string_view digits = rest;
        if (!whole(more)) return std::nullopt;
        const std::size_t places = digits.size() - rest.size();
        if (places > 4) return std::nullopt;
        int unit = 1;
        for (std::size_t i = 0; i < places; ++i)
            unit *= 10;
        minutes += (more * 60 + unit / 2) / unit;
    } else if (rest.starts_with(':')) {
        rest.remove_prefix(1);
        if (!whole(more) || more > 59) return std::nullopt;
        minutes += more;
    }
    rest = trim(rest);
    if (equal_ignoring_ascii_case(rest, "m") || equal_ignoring_ascii_case(rest, "min") ||
        equal_ignoring_ascii_case(rest, "minutes"))
        minutes /= 60;
    else if (!rest.empty() && !equal_ignoring_ascii_case(rest, "h") &&
        !equal_ignoring_ascii_case(rest, "hour") && !equal_ignoring_ascii_case(rest, "hours"))
        return std::nullopt;
    return minutes <= most ? std::optional(minutes) : std::nullopt;
}

Day week_begin(Day day, std::chrono::weekday first) {
    return day - (std::chrono::weekday{day} - first);
}

WeekProposal propose_week(const Workspace& workspace, const Agenda& agenda, Day today, int minutes,
    const Rules& rules, std::chrono::weekday first, std::span<const WeekShare> done) {
    return WeekPlanner(workspace, agenda, today, minutes, rules, first).propose(done);
}

void accept_for_week(
    Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Random& random) {
    mark(draft, workspace, item, begin, std::nullopt, random);
}

void move_to_week(Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Random& random) {
    mark(draft, workspace, item, begin, std::nullopt, random);
}

void leave_out_of_week(
    Draft& draft, const Workspace& workspace, const WeekItem& item, Day begin, Day today, Random& random) {
    mark(draft, workspace, item, begin, today, random);
}

bool is_week_mark(const Workspace& workspace, RecordId action) {
    return workspace.text(action, action::settles).starts_with("week:");
}

}  // namespace kith
