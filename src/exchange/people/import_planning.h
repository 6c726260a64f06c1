// The second stage of an import: cards that are the same person are put together, and each is looked for
// among those who are here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/people/compare.h"
#include "exchange/people/import.h"
#include "exchange/people/import_people.h"
#include "exchange/people/matching.h"
#include "exchange/people/opportunity_matching.h"

namespace kith {

/// What stands behind an item of the plan.
struct PlannedItem {
    Card card;
    std::vector<Step> steps;  // one for each of the item's differences
    std::vector<Card> parts;  // the entries of a person as they came, if they are several
};

class ImportPlanning {
public:
    ImportPlanning(const Workspace& workspace, std::vector<Card> cards,
        const std::vector<ImportedFile>& files, const OpportunityStages& stages, Keeper& keeper,
        Notices& notices, ImportPlan& plan);

    /// All of the work, once; then the plan is whole but for its summary.
    Slices plan();
    double fraction() const;

    /// Compares an item with its match, for one that the person joins.
    void compare_item(std::size_t item);
    /// Makes an item of each entry that an item was put together from; they follow it.
    void split_item(std::size_t item);

    std::vector<PlannedItem>& planned() { return planned_; }
    const OrganisationIndex& organisations() const { return organisations_; }
    const Workspace& workspace() const { return workspace_; }
    const std::string& source_of(std::size_t file) const { return sources_[file].key(); }

private:
    const Workspace& workspace_;
    std::vector<Card> cards_;
    const OpportunityStages& stages_;
    Keeper& keeper_;
    Notices& notices_;
    ImportPlan& plan_;
    std::vector<Source> sources_;
    Pieces pieces_;
    std::size_t work_done_ = 0;

    OrganisationIndex organisations_;
    DeletedJobs deleted_jobs_;
    KeyIndex here_;  // people by their names
    PeopleInFiles people_;
    OpportunityIndex opportunities_here_;
    OpportunityIndex opportunities_deleted_;
    OpportunityIndex opportunities_in_files_;
    boost::unordered_flat_map<std::uint64_t, std::size_t> organisations_in_files_;  // into same_, by name
    std::vector<SameCards> same_;
    std::vector<PlannedItem> planned_;
    std::uint32_t split_groups_ = 0;
    boost::unordered_flat_set<std::uint64_t> new_organisations_;

    template <typename Do>
    Slices for_all(std::size_t count, Do what);
    Slices note_all(Kind kind, void (ImportPlanning::*note)(RecordId));
    void note_organisation(RecordId organisation);
    void note_joined_organisations();
    void note_affiliation(RecordId affiliation);
    void note_person(RecordId person);
    void note_opportunity(RecordId opportunity);
    void join(std::uint32_t card);
    void join_organisation(std::uint32_t card);
    void join_opportunity(std::uint32_t card);
    void merge(SameCards& same);
    void merge_opportunity(SameCards& same);
    void came_twice(const Card& card, const std::string& lines);
    void plan_item(SameCards& same);
    void keep_parts(const SameCards& same, ImportItem& item, PlannedItem& planned);
    void nameless(const ImportItem& item);
    void plan_organisation(ImportItem& item, PlannedItem& planned);
    void plan_opportunity(ImportItem& item, PlannedItem& planned);
    void plan_person(ImportItem& item, PlannedItem& planned, const SameCards& same);
    void describe(ImportItem& item, const Card& card);
    bool has_come_before(const Card& card, RecordId record);
    bool settle_by_name(ImportItem& item, PlannedItem& planned, const Identity& identity);
    void settle(ImportItem& item, PlannedItem& planned, RecordId match, Compared compared);
    Compared compare_with(const Card& card, RecordId record);
    void count(const ImportItem& item, const Card& card);
    std::size_t& slot(ItemStatus status);  // of the counts
};

}  // namespace kith
