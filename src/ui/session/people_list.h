// The rows of the People table: who passes the filter, in which order. A new question is answered in
// slices, so that a frame stays short with 100,000 people; while a new order is being made the old one
// stays on the screen. After an edit only the people it touched are taken out and put in again.
//
// It pauses after every 64 people, and while sorting after every two thousand.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/slices.h"
#include "insight/insight.h"
#include "insight/sorted_names.h"
#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "workspace/workspace.h"

namespace kith::ui {

/// Which people are shown. Empty parts let everyone pass.
struct PeopleFilter {
    std::string text;  // as for the finder
    std::string tag;
    RecordId organisation;  // affiliated now
    enum person::circle circle = person::circle::none;
    std::string place;                            // part of it
    std::optional<enum person::decides> decides;  // none: on anything
    bool never_spoken = false;                    // no contact this year, or ever

    bool empty() const {
        return text.empty() && tag.empty() && !organisation && circle == person::circle::none &&
            place.empty() && !decides && !never_spoken;
    }
    bool operator==(const PeopleFilter&) const = default;
};

enum class PeopleSort : std::uint8_t {
    name,
    role,
    organisation,
    circle,
    tags,
    place,
    email,
    last_contact,
    next  // when their rhythm asks for a contact
};

class PeopleList {
public:
    PeopleList() = default;
    PeopleList(PeopleList&&) = delete;  // its work holds on to it

    /// Asks for this filter and order. Cheap if they are what they were.
    void want(const PeopleFilter& filter, PeopleSort sort, bool descending, Day today);

    /// Takes up changes of the workspace and goes on with the work until out of time. True while there is more
    /// to do. Always of the same Insight.
    bool step(Insight& insight, const OutOfTime& out_of_time);

    /// People in order, as of the last finished work.
    const std::vector<RecordId>& rows() const { return rows_; }
    /// Whether rows() is what want() asked for.
    bool up_to_date() const { return begun_ && work_.done(); }
    bool ever_done() const { return ever_done_; }

    /// The place of a person in rows(), -1 if not there. O(rows) after a change of rows, then O(1).
    int row_of(RecordId person) const;
    /// The next row at or after `from`, going round, whose folded name begins with `prefix`. O(rows).
    int find_name(std::string_view prefix, int from) const;

private:
    struct Keyed {
        RecordId person;
        std::int64_t number;  // sorts first
        std::string text;     // then this
        bool last;            // empty values come last in either direction
    };

    PeopleFilter filter_;
    PeopleSort sort_ = PeopleSort::name;
    bool descending_ = false;
    Day today_{};
    Rules rules_;  // of PeopleSort::next
    NameOrder name_order_ = NameOrder::given_first;

    bool begun_ = false;  // with what is asked now
    bool ever_done_ = false;
    std::uint64_t revision_ = 0;
    std::size_t cursor_ = 0;  // in what the workspace touched
    std::vector<RecordId> rows_;
    std::vector<std::string> names_;  // folded, beside rows_; only when sorted by name
    mutable boost::unordered_flat_map<RecordId, int, IdHash> row_index_;
    mutable bool row_index_ready_ = false;

    Slices work_;  // last, so that it goes first

    Slices answer(Insight& insight);
    std::vector<RecordId> candidates(Insight& insight) const;
    bool patch(Insight& insight);
    void put(Insight& insight, RecordId person);
    bool passes(Insight& insight, RecordId person) const;
    Keyed key_of(Insight& insight, RecordId person) const;
    bool before(const Keyed& a, const Keyed& b) const;
    std::string name_in(const Keyed& key) const;
};

/// What the table shows in a person's row; each asks the workspace, O(a few fields).
std::string role_of(const Workspace& workspace, RecordId person);
RecordId organisation_of(const Workspace& workspace, RecordId person);
std::string organisation_name_of(const Workspace& workspace, RecordId person);
std::string_view email_of(const Workspace& workspace, RecordId person);
/// As it was noted, of the last contact up to today; empty without one.
PartialDate last_contact_on(Insight& insight, RecordId person, Day today);
/// When to be in touch next: due by the rhythm, or the day it was set aside to. Nothing without a rhythm, and
/// while it waits for them to reply.
std::optional<Day> next_contact(const Cadence& cadence);
/// "Head of Training, St. Anna Hospital", or the headline.
std::string work_of(const Workspace& workspace, RecordId person);

}  // namespace kith::ui
