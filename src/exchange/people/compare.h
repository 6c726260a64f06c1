// What a card says that a record does not, and what each such thing would do to the record. The rules are
// those of import.h: empty fields are filled, what the same source set is updated, what people wrote by
// hand is kept, and what they deleted stays deleted, unless they choose otherwise.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/cards/card.h"
#include "exchange/people/import.h"
#include "workspace/workspace.h"

namespace kith {

/// What taking a difference does.
struct Step {
    enum class What : std::uint8_t {
        set,          // a plain field
        append_text,  // a long text goes below the one that is here
        add,          // an element of a set
        add_row,
        replace_row,
        new_job,
        employer,    // the organisation of an opportunity
        move_stage,  // of an opportunity, with the day
        past_job,    // the affiliation is over
    };
    What what = What::set;
    RecordId record;  // the person, organisation, opportunity or affiliation
    FieldId field;
    ElementId element;  // of replace_row
    Value value;
    std::uint32_t job = 0;  // of new_job and employer: index into Card::jobs
};

/// steps[i] does what differences[i] says.
struct Compared {
    std::vector<FieldDifference> differences;
    std::vector<Step> steps;
};

/// Which transactions were imports from a source ("linkedin", "vcard contacts.vcf").
class Source {
public:
    Source(const Workspace& workspace, std::string key) : workspace_(&workspace), key_(std::move(key)) {}

    const std::string& key() const { return key_; }
    /// Whether the value that a register shows came from this source and nobody changed it since.
    bool has_set(RecordId record, FieldId field, ElementId element = {});
    /// Whether a person took out a value that the register once had. `same` compares values.
    template <typename Same>
    bool was_removed(RecordId record, FieldId field, Same same) const;

private:
    const Workspace* workspace_;
    std::string key_;
    boost::unordered_flat_map<std::uint32_t, bool> ours_;  // by transaction

    bool is_ours(std::uint32_t transaction);
};

/// Organisations here by the name they are compared by.
class OrganisationIndex {
public:
    void add(std::string_view name, RecordId organisation);
    RecordId find(std::string_view name) const;

private:
    boost::unordered_flat_map<std::uint64_t, RecordId> by_key_;
};

/// Affiliations in the trash: (person, organisation, role), hashed.
using DeletedJobs = boost::unordered_flat_set<std::uint64_t>;
std::uint64_t deleted_job_key(RecordId person, std::string_view organisation, std::string_view role);

struct CompareContext {
    Source& source;
    const DeletedJobs& deleted_jobs;
    const OpportunityStages& stages;
    const OrganisationIndex& organisations;
    Keeper& keeper;  // values that the comparison makes live there
};
Compared compare(
    const Workspace& workspace, const Card& card, RecordId record, const CompareContext& context);

/// What makes two rows of a list the same thing: the address without regard to case, the number's digits …
std::uint64_t row_key(FieldId field, Value row);

/// "Head nurse, St. Anna Hospital"
std::string work_text(std::string_view role, std::string_view organisation);

template <typename Same>
bool Source::was_removed(RecordId record, FieldId field, Same same) const {
    const std::vector<PastValue> history = workspace_->history_of(record, field);
    for (const PastValue& past : history) {
        if (!same(past.value)) continue;
        // The newest thing that happened to that register: was it a person's doing?
        for (const PastValue& newest : history) {
            if (newest.element != past.element) continue;
            if (newest.value.empty() &&
                workspace_->transactions()[newest.transaction].kind != TransactionKind::undo)
                return true;
            break;
        }
    }
    return false;
}

}  // namespace kith
