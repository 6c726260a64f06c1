// The last stage of an import: the plan, as the person left it, into one draft.
#pragma once

#include <utility>
#include <vector>

#include "exchange/people/import_planning.h"
#include "exchange/people/record_taking.h"

namespace kith {

class ImportWriting {
public:
    ImportWriting(const ImportPlan& plan, ImportPlanning& planning, RecordTaking& others, Random& random);

    /// All of the work, once.
    Slices write();
    double fraction() const;
    /// When that is done.
    const Draft& draft() const { return draft_; }
    Draft take_draft() { return std::move(draft_); }
    /// What each item became; zero where it was skipped.
    const std::vector<RecordId>& records() const { return records_; }

private:
    const ImportPlan& plan_;
    ImportPlanning& planning_;
    RecordTaking& others_;  // what comes beside the items
    Random& random_;
    Draft draft_;
    Pieces pieces_;            // the items, looked at twice
    std::size_t written_ = 0;  // people new or changed
    OrganisationIndex new_organisations_;
    std::vector<RecordId> records_;

    void label_draft();
    void write(std::size_t item);
    Slices remember_answers();
    void remember(std::size_t item);
    void remember_split(std::size_t item);
    std::vector<std::uint64_t> entries_of(std::size_t item) const;
    RecordId write_new(const ImportItem& item, const Card& card);
    RecordId made(const Card& card);
    void note_record(std::size_t item);
    bool write_steps(const ImportItem& item, const PlannedItem& planned);
    void write_entry(RecordId record, FieldId field, Value value);
    void write_new_opportunity(RecordId record, const Card& card, std::string_view file);
    void move_stage(RecordId opportunity, Value stage, const Card& card);
    void write_employer(RecordId opportunity, const CardJob& job, std::string_view file);
    void write_job(RecordId person, const CardJob& job, std::string_view file);
    RecordId organisation_named(std::string_view name, std::string_view file);
};

}  // namespace kith
