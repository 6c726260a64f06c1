#include "ui/session/people_list.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t short_run = 256;     // sorted at once
constexpr std::size_t steps_per_key = 12;  // making a key costs about as much as this many comparisons

}  // namespace

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
    if (stage_ != Stage::idle && filter == filter_ && sort == sort_ && descending == descending_ &&
        today == today_)
        return;
    filter_ = filter;
    sort_ = sort;
    descending_ = descending;
    today_ = today;
    stage_ = Stage::idle;
}

// Takes up a few changes by moving the people they touch. False if there are too many, or if the text
// filter would have to be asked anew.
bool PeopleList::patch(const Workspace& workspace) {
    constexpr std::size_t few = 128;
    const auto touched = workspace.touched_since(cursor_);
    if (stage_ != Stage::done || !filter_.text.empty() || touched.size() > few) return false;
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
            case Kind::setting:  // another rule
                if (sort_ == PeopleSort::next) return false;
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
        put(workspace, person);
    row_index_ready_ = row_index_ready_ && people.empty();
    revision_ = workspace.revision();
    cursor_ = workspace.cursor();
    return true;
}

void PeopleList::put(const Workspace& workspace, RecordId person) {
    if (!passes(workspace, person)) return;
    const Keyed key = key_of(workspace, person);
    const auto at = std::ranges::lower_bound(
        rows_, key, [this](const Keyed& a, const Keyed& b) { return before(a, b); },
        [&](RecordId there) { return key_of(workspace, there); });
    const std::string name = sort_ == PeopleSort::name ? key.text : key.text.substr(key.text.rfind('\0') + 1);
    names_.insert(names_.begin() + (at - rows_.begin()), name);
    rows_.insert(at, person);
}

void PeopleList::restart(const Workspace& workspace, SearchIndex& search) {
    revision_ = workspace.revision();
    cursor_ = workspace.cursor();
    place_ = run_ = 0;
    passed_.clear();
    keyed_.clear();
    if (sort_ == PeopleSort::next) rules_ = rules_of(workspace);
    // The narrowest question first: the rest is asked of whoever is left.
    if (!filter_.text.empty()) {
        if (auto found = search.filter(filter_.text, Kind::person)) {
            passed_ = std::move(*found);
            stage_ = Stage::filtering;
            return;
        }
    }
    if (filter_.organisation) {
        for (const RecordId affiliation :
            workspace.referrers(filter_.organisation, affiliation::organisation)) {
            if (!is_past(workspace, affiliation))
                passed_.push_back(workspace.reference(affiliation, affiliation::person));
        }
        std::ranges::sort(passed_);
        const auto twice = std::ranges::unique(passed_);
        passed_.erase(twice.begin(), twice.end());
    } else {
        const auto all = workspace.all(Kind::person);
        passed_.assign(all.begin(), all.end());
    }
    stage_ = Stage::filtering;
}

bool PeopleList::passes(const Workspace& workspace, RecordId person) const {
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
        const LastContact last = last_contact(workspace, person);
        const auto this_year = std::chrono::year_month_day{today_}.year();
        if (last.interaction && last.on.year && *last.on.year >= this_year) return false;
    }
    return true;
}

PeopleList::Keyed PeopleList::key_of(const Workspace& workspace, RecordId person) const {
    Keyed key{.person = person, .number = 0, .text = {}, .last = false};
    const auto by_text = [&](std::string_view text) {
        key.text = fold(text);
        key.last = text.empty();
    };
    switch (sort_) {
        case PeopleSort::name: by_text(person_name(workspace, person)); break;
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
            const auto day = last_contact(workspace, person).on.earliest();
            // The latest contact first: that is what ascending means to people here.
            key.number = day ? -day->time_since_epoch().count() : 0;
            key.last = !day;
            break;
        }
        case PeopleSort::next: {
            const auto day = next_contact(cadence_of(workspace, person, today_, rules_));
            key.number = day ? day->time_since_epoch().count() : 0;
            key.last = !day;
            break;
        }
    }
    if (sort_ != PeopleSort::name) key.text += '\0' + fold(person_name(workspace, person));
    return key;
}

bool PeopleList::before(const Keyed& a, const Keyed& b) const {
    if (a.last != b.last) return b.last;
    if (a.number != b.number) return descending_ ? a.number > b.number : a.number < b.number;
    if (const int order = a.text.compare(b.text); order != 0) return descending_ ? order > 0 : order < 0;
    return a.person < b.person;
}

// Bottom-up merge sort that can stop after any element (Knuth, TAOCP 3, 5.2.4).
std::size_t PeopleList::sort_some(std::size_t steps) {
    const auto less = [this](const Keyed& a, const Keyed& b) { return before(a, b); };
    const std::size_t size = keyed_.size();
    while (steps > 0 && stage_ == Stage::sorting) {
        if (run_ == 0) {
            const std::size_t end = std::min(place_ + short_run, size);
            std::sort(keyed_.begin() + static_cast<std::ptrdiff_t>(place_),
                keyed_.begin() + static_cast<std::ptrdiff_t>(end), less);
            steps -= std::min(steps, (end - place_) * 8);
            place_ = end;
            if (place_ >= size) {
                run_ = short_run;
                left_ = right_ = middle_ = end_ = 0;
                merged_.clear();
            }
            continue;
        }
        if (run_ >= size) {
            finish();
            break;
        }
        if (left_ == middle_ && right_ == end_) {  // the next pair of runs
            if (end_ >= size) {
                keyed_.swap(merged_);
                merged_.clear();
                run_ *= 2;
                left_ = right_ = middle_ = end_ = 0;
                continue;
            }
            left_ = end_;
            middle_ = right_ = std::min(left_ + run_, size);
            end_ = std::min(middle_ + run_, size);
        }
        const bool take_left = left_ < middle_ && (right_ == end_ || !less(keyed_[right_], keyed_[left_]));
        merged_.push_back(std::move(keyed_[take_left ? left_++ : right_++]));
        --steps;
    }
    return steps;
}

void PeopleList::finish() {
    rows_.clear();
    names_.clear();
    rows_.reserve(keyed_.size());
    for (Keyed& key : keyed_) {
        rows_.push_back(key.person);
        if (sort_ == PeopleSort::name)
            names_.push_back(std::move(key.text));
        else
            names_.push_back(key.text.substr(key.text.rfind('\0') + 1));
    }
    keyed_.clear();
    merged_.clear();
    row_index_ready_ = false;
    stage_ = Stage::done;
    ever_done_ = true;
}

bool PeopleList::step(const Workspace& workspace, SearchIndex& search, std::size_t steps) {
    if (stage_ == Stage::idle || (workspace.revision() != revision_ && !patch(workspace))) {
        // A text filter needs the index to know everything.
        if (!filter_.text.empty() && !search.up_to_date(workspace)) return true;
        restart(workspace, search);
    }
    if (stage_ == Stage::filtering) {
        while (steps > 0 && place_ < passed_.size()) {
            const RecordId person = passed_[place_++];
            --steps;
            if (!passes(workspace, person)) continue;
            keyed_.push_back(key_of(workspace, person));
            steps -= std::min(steps, steps_per_key);
        }
        if (place_ >= passed_.size()) {
            stage_ = Stage::sorting;
            place_ = run_ = 0;
        }
    }
    if (stage_ == Stage::sorting && steps > 0) {
        if (keyed_.empty())
            finish();
        else
            sort_some(steps);
    }
    return stage_ != Stage::done;
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
