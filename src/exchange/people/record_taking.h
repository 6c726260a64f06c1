// The records of Kith's own JSON that are no cards: organisations, conversations, goals, ties … They keep their ids, so
// that the same file changes nothing when it comes again; what they say of people is said of whomever those became.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <vector>

#include "exchange/people/import_planning.h"

namespace kith {

class RecordTaking {
public:
    /// The workspace outlives it.
    RecordTaking(const Workspace& workspace, std::vector<ReadRecord> records)
        : workspace_(workspace), records_(std::move(records)) {}

    /// Which of them come in, as the plan's items are chosen; gives how many. What is here or was deleted here stays as
    /// it is; so does an organisation of a name that is here, and a tie between two who have one. O(records + items).
    std::size_t place(const ImportPlan& plan, ImportPlanning& planning);

    /// Writing, after place(): the organisations, then whoever the people became, then all else.
    Slices write_organisations(Draft& draft, OrganisationIndex& fresh, Random& random);
    /// A person of the file became `record`.
    void note_person(RecordId in_file, RecordId record);
    Slices write_others(Draft& draft, Random& random);

    /// What a record of the file is here; zero where it does not come in.
    RecordId here(RecordId in_file) const;

private:
    const Workspace& workspace_;
    std::vector<ReadRecord> records_;
    boost::unordered_flat_set<RecordId, IdHash> people_;  // of the files, who come in or are here
    boost::unordered_flat_set<RecordId, IdHash> placed_;  // will be made
    boost::unordered_flat_map<RecordId, RecordId, IdHash> became_;

    bool comes(RecordId record) const;
    bool names_somebody(const ReadRecord& record) const;
    bool is_known_tie(const ReadRecord& record) const;
    void write(Draft& draft, const ReadRecord& record, RecordId into, Random& random);
};

}  // namespace kith
