#include "ui/session/people_list.h"

#include <algorithm>

#include "base/sorting.h"
#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "workspace/names.h"

namespace kith::ui {

// ---- What a row shows ----------------------------------------------------------------------------

std::string role_of(const Workspace& workspace, RecordId person) {
    if (const RecordId affiliation = main_affiliation(workspace, person)) {
        if (const auto role = workspace.text(affiliation, affiliation::role); !role.empty())
            return std::string(role);
    }
    return std::string(workspace.text(person, person::headline));
}

RecordId organisation_of(const Workspace& workspace, RecordId person) {
    const RecordId affiliation = main_affiliation(workspace, person);
    return affiliation ? workspace.reference(affiliation, affiliation::organisation) : RecordId{};
}

std::string organisation_name_of(const Workspace& workspace, RecordId person) {
    const RecordId organisation = organisation_of(workspace, person);
    return organisation ? record_name(workspace, organisation) : std::string{};
}

std::string_view email_of(const Workspace& workspace, RecordId person) {
    std::string_view first;
    std::string_view primary;
    workspace.for_each_element(person, person::contact_points, [&](const Element& element) {
        if (row_part(element.value, person::contact_points::kind) != contact::email) return;
        const std::string_view address = row_part(element.value, person::contact_points::value);
        if (first.empty()) first = address;
        if (!row_part(element.value, person::contact_points::primary).empty()) primary = address;
    });
    return primary.empty() ? first : primary;
}

std::string work_of(const Workspace& workspace, RecordId person) {
    const RecordId affiliation = main_affiliation(workspace, person);
    if (!affiliation) return std::string(workspace.text(person, person::headline));
    std::string words(workspace.text(affiliation, affiliation::role));
    const std::string organisation =
        record_name(workspace, workspace.reference(affiliation, affiliation::organisation));
    if (!words.empty() && !organisation.empty()) words += ", ";
    return words + organisation;
}

PartialDate last_contact_on(Insight& insight, RecordId person, Day today) {
    const auto last = insight.contacts().last(person, today);
    return last ? insight.workspace().date(last->interaction, interaction::on) : PartialDate{};
}

std::optional<Day> next_contact(const Cadence& cadence) {
    switch (cadence.snoozed) {
        case SnoozeKind::until_day: return cadence.snoozed_until;
        case SnoozeKind::until_reply: return std::nullopt;
        case SnoozeKind::none: break;
    }
    return cadence.due;
}

// ---- Filter and order ----------------------------------------------------------------------------

void PeopleList::want(const PeopleFilter& filter, PeopleSort sort, bool descending, Day today) {
    if (begun_ && filter == filter_ && sort == sort_ && descending == descending_ && today == today_) return;
    filter_ = filter;
    sort_ = sort;
    descending_ = descending;
    today_ = today;
    begun_ = false;
}

// Takes up a few changes by moving the people they touch. False if there are too many, or if the text
// filter would have to be asked anew.
bool PeopleList::patch(Insight& insight) {
    const Workspace& workspace = insight.workspace();
    constexpr std::size_t few = 128;
    const auto touched = workspace.touched_since(cursor_);
    if (!up_to_date() || !filter_.text.empty() || touched.size() > few) return false;
    const bool by_contacts = sort_ == PeopleSort::last_contact || sort_ == PeopleSort::next;
    std::vector<RecordId> people;
    for (const RecordId record : touched) {
        switch (kind_of(record)) {
            case Kind::person: people.push_back(record); break;
            case Kind::affiliation: {
                const RecordId person = workspace.reference(record, affiliation::person);
                if (!person) return false;  // whose it was is no longer known
                people.push_back(person);
                break;
            }
            case Kind::interaction: {
                if (!by_contacts && !filter_.never_spoken) break;
                const auto spoken = workspace.elements(record, interaction::people);
                if (spoken.empty()) return false;
                for (const Element& element : spoken)
                    people.push_back(element.value.as_reference());
                // People who were taken off the list are in its history.
                for (const PastValue& past : workspace.history_of(record, interaction::people))
                    people.push_back(past.value.as_reference());
                break;
            }
            case Kind::organisation:
                for (const RecordId affiliation : workspace.referrers(record, affiliation::organisation)) {
                    people.push_back(workspace.reference(affiliation, affiliation::person));
                }
                break;
            case Kind::setting:  // another rule, or another order
                if (sort_ == PeopleSort::next || name_order(workspace) != name_order_) return false;
                break;
            default: break;
        }
    }
    std::ranges::sort(people);
    const auto twice = std::ranges::unique(people);
    people.erase(twice.begin(), twice.end());
    std::erase(people, RecordId{});
    if (people.size() > few) return false;
    for (const RecordId person : people) {
        if (const auto at = std::ranges::find(rows_, person); at != rows_.end()) {
            names_.erase(names_.begin() + (at - rows_.begin()));
            rows_.erase(at);
        }
    }
    for (const RecordId person : people)
        put(insight, person);
    row_index_ready_ = row_index_ready_ && people.empty();
    revision_ = workspace.revision();
    cursor_ = workspace.cursor();
    return true;
}

void PeopleList::put(Insight& insight, RecordId person) {
    if (!passes(insight, person)) return;
    const Keyed key = key_of(insight, person);
    const auto at = std::ranges::lower_bound(
        rows_, key, [this](const Keyed& a, const Keyed& b) { return before(a, b); },
        [&](RecordId there) { return key_of(insight, there); });
    names_.insert(names_.begin() + (at - rows_.begin()), name_in(key));
    rows_.insert(at, person);
}

/// Those who may pass. The narrowest question first: the rest is asked of whoever is left.
std::vector<RecordId> PeopleList::candidates(Insight& insight) const {
    const Workspace& workspace = insight.workspace();
    if (!filter_.text.empty()) {
        if (auto found = insight.search_so_far().filter(filter_.text, Kind::person)) return *std::move(found);
    }
    if (!filter_.organisation) {
        const auto all = workspace.all(Kind::person);
        return {all.begin(), all.end()};
    }
    std::vector<RecordId> people;
    for (const RecordId affiliation : workspace.referrers(filter_.organisation, affiliation::organisation)) {
        if (!is_past(workspace, affiliation))
            people.push_back(workspace.reference(affiliation, affiliation::person));
    }
    std::ranges::sort(people);
    const auto twice = std::ranges::unique(people);
    people.erase(twice.begin(), twice.end());
    return people;
}

bool PeopleList::passes(Insight& insight, RecordId person) const {
    const Workspace& workspace = insight.workspace();
    if (!workspace.live(person) || workspace.flag(person, person::self)) return false;
    if (filter_.circle != person::circle::none && workspace.choice(person, person::circle) != filter_.circle)
        return false;
    if (!filter_.tag.empty() && !std::ranges::contains(workspace.texts(person, person::tags), filter_.tag))
        return false;
    if (!filter_.place.empty() && !fold(workspace.text(person, person::place)).contains(fold(filter_.place)))
        return false;
    if (filter_.decides) {
        const bool on_it = *filter_.decides == person::decides::none
            ? !workspace.elements(person, person::decides).empty()
            : workspace.has(person, person::decides, *filter_.decides);
        if (!on_it) return false;
    }
    if (filter_.organisation) {
        const auto here = affiliations_of(workspace, person);
        const bool works_there = std::ranges::any_of(here, [&](RecordId affiliation) {
            return workspace.reference(affiliation, affiliation::organisation) == filter_.organisation &&
                !is_past(workspace, affiliation);
        });
        if (!works_there) return false;
    }
    if (filter_.never_spoken) {
        const auto last = insight.contacts().last(person, today_);
        const auto year = [](Day day) { return std::chrono::year_month_day{day}.year(); };
        if (last && year(last->on) == year(today_)) return false;
    }
    return true;
}

PeopleList::Keyed PeopleList::key_of(Insight& insight, RecordId person) const {
    const Workspace& workspace = insight.workspace();
    Keyed key{.person = person, .number = 0, .text = {}, .last = false};
    const auto by_text = [&](std::string_view text) {
        key.text = fold(text);
        key.last = text.empty();
    };
    switch (sort_) {
        case PeopleSort::name:
            key.text = sorting_name(workspace, person, name_order_);
            key.last = key.text.empty();
            break;
        case PeopleSort::role: by_text(role_of(workspace, person)); break;
        case PeopleSort::organisation: by_text(organisation_name_of(workspace, person)); break;
        case PeopleSort::place: by_text(workspace.text(person, person::place)); break;
        case PeopleSort::email: by_text(email_of(workspace, person)); break;
        case PeopleSort::tags: {
            const auto tags = workspace.texts(person, person::tags);
            by_text(tags.empty() ? std::string_view{} : std::ranges::min(tags));
            break;
        }
        case PeopleSort::circle: {
            const auto circle = known(workspace.choice(person, person::circle));
            key.number = static_cast<int>(circle);
            key.last = circle == person::circle::none;
            break;
        }
        case PeopleSort::last_contact: {
            const auto last = insight.contacts().last(person, today_);
            // The latest contact first: that is what ascending means to people here.
            key.number = last ? -last->on.time_since_epoch().count() : 0;
            key.last = !last;
            break;
        }
        case PeopleSort::next: {
            const auto day =
                next_contact(cadence_of(workspace, person, insight.contacts().of(person), today_, rules_));
            key.number = day ? day->time_since_epoch().count() : 0;
            key.last = !day;
            break;
        }
    }
    if (sort_ != PeopleSort::name) key.text += '\0' + sorting_name(workspace, person, name_order_);
    return key;
}

bool PeopleList::before(const Keyed& a, const Keyed& b) const {
    if (a.last != b.last) return b.last;
    if (a.number != b.number) return descending_ ? a.number > b.number : a.number < b.number;
    if (const int order = a.text.compare(b.text); order != 0) return descending_ ? order > 0 : order < 0;
    return a.person < b.person;
}

std::string PeopleList::name_in(const Keyed& key) const {
    return sort_ == PeopleSort::name ? key.text : key.text.substr(key.text.rfind('\0') + 1);
}

Slices PeopleList::answer(Insight& insight) {
    co_await insight.read_contacts();
    if (sort_ == PeopleSort::next) rules_ = rules_of(insight.workspace());
    name_order_ = name_order(insight.workspace());
    Pieces pieces(64);
    std::vector<Keyed> passed;
    for (const RecordId person : candidates(insight)) {
        if (passes(insight, person)) passed.push_back(key_of(insight, person));
        if (pieces.done()) co_await next_slice;
    }
    co_await sort_in_slices(passed, [this](const Keyed& a, const Keyed& b) { return before(a, b); });
    rows_.clear();
    names_.clear();
    rows_.reserve(passed.size());
    names_.reserve(passed.size());
    for (const Keyed& key : passed) {
        rows_.push_back(key.person);
        names_.push_back(name_in(key));
    }
    row_index_ready_ = false;
    ever_done_ = true;
}

bool PeopleList::step(Insight& insight, const OutOfTime& out_of_time) {
    const Workspace& workspace = insight.workspace();
    if (!begun_ || (workspace.revision() != revision_ && !patch(insight))) {
        // A text filter needs the index to know everything.
        if (!filter_.text.empty() && !insight.search_so_far().up_to_date(workspace)) return true;
        begun_ = true;
        revision_ = workspace.revision();
        cursor_ = workspace.cursor();
        work_ = answer(insight);
    }
    return work_.step(out_of_time);
}

int PeopleList::row_of(RecordId person) const {
    if (!row_index_ready_) {
        row_index_.clear();
        row_index_.reserve(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i)
            row_index_[rows_[i]] = static_cast<int>(i);
        row_index_ready_ = true;
    }
    const auto found = row_index_.find(person);
    return found == row_index_.end() ? -1 : found->second;
}

int PeopleList::find_name(std::string_view prefix, int from) const {
    const auto count = static_cast<int>(names_.size());
    for (int i = 0; i < count; ++i) {
        const int row = (from + i) % count;
        if (names_[static_cast<std::size_t>(row)].starts_with(prefix)) return row;
    }
    return -1;
}

}  // namespace kith::ui
