// The second stage of an import: cards that are the same person are put together, and each is looked for
// among those who are here.
#pragma once

#include <string>
#include <vector>

#include "exchange/people/compare.h"
#include "exchange/people/import.h"
#include "exchange/people/matching.h"
#include "exchange/people/opportunity_matching.h"

namespace kith {

/// What stands behind an item of the plan.
struct PlannedItem {
    Card card;
    std::vector<Step> steps;  // one for each of the item's differences
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

    std::vector<PlannedItem>& planned() { return planned_; }
    const OrganisationIndex& organisations() const { return organisations_; }
    const std::string& source_of(std::size_t file) const { return sources_[file].key(); }

private:
    struct Same {  // cards that are one person, organisation or opportunity
        std::vector<std::uint32_t> cards;
        Identity identity;
    };
    struct Found {
        std::vector<std::pair<RecordId, KeyKind>> sure;
        RecordId question;
        KeyKind why = KeyKind::name;
        RecordId deleted;
    };

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
    KeyIndex here_;
    KeyIndex in_files_;
    OpportunityIndex opportunities_here_;
    OpportunityIndex opportunities_deleted_;
    OpportunityIndex opportunities_in_files_;
    boost::unordered_flat_map<std::uint64_t, std::size_t> organisations_in_files_;  // into same_, by name
    std::vector<Same> same_;
    std::vector<PlannedItem> planned_;
    boost::unordered_flat_set<std::uint64_t> new_organisations_;

    template <typename Do>
    Slices for_all(std::size_t count, Do what);
    Slices note_all(Kind kind, void (ImportPlanning::*note)(RecordId));
    void note_organisation(RecordId organisation);
    void note_affiliation(RecordId affiliation);
    void note_person(RecordId person);
    void note_opportunity(RecordId opportunity);
    void join(std::uint32_t card);
    void join_organisation(std::uint32_t card);
    void join_opportunity(std::uint32_t card);
    bool is_same(const Identity& identity, PersonKey key, const Same& other) const;
    void merge(Same& same);
    void merge_opportunity(Same& same);
    void came_twice(const Card& card, const std::string& lines);
    void plan_item(Same& same);
    void nameless(const ImportItem& item);
    void plan_organisation(ImportItem& item, PlannedItem& planned);
    void plan_opportunity(ImportItem& item, PlannedItem& planned);
    void plan_person(ImportItem& item, PlannedItem& planned, const Identity& identity);
    bool settle_by_name(ImportItem& item, PlannedItem& planned, const Identity& identity);
    Found find(const Identity& identity) const;
    void settle(ImportItem& item, PlannedItem& planned, RecordId match, Compared compared);
    Compared compare_with(const Card& card, RecordId record);
    void count(const ImportItem& item, const Card& card);
};

}  // namespace kith
