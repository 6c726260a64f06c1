// Which of the records that are here may be one person's, kept up to date while they change. Nothing is joined: every
// likely pair is a question.
//
//     RecordSearch search;
//     search.set(place, entry);  // for everybody; later for whoever changes
//     search.catch_up(apart).finish();
//     … search.questions()
//
// The first time, and after large changes, it costs what identity/search.h says; else a comparison for each who may
// be one who changed, and one for each pair that is likely.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/slices.h"
#include "identity/blocking.h"
#include "identity/entry.h"
#include "identity/questions.h"

namespace kith::identity {

class RecordSearch {
public:
    /// What the record at a place says now; nothing if there is none. Places are counted from 0 and may come in any
    /// order, none far beyond those before it.
    void set(std::uint32_t place, const std::optional<Entry>& entry);

    /// Looks at whoever was set since. `apart` are pairs that a person has said are two, a < b, sorted; they must
    /// outlive it. May be thrown away at any pause and begun again.
    Slices catch_up(std::span<const Candidate> apart);

    /// At most one for two records, the likeliest first.
    const std::vector<SamePair>& questions() const { return questions_; }

private:
    FeatureTable table_;
    std::vector<Features> features_;
    std::vector<bool> is_set_, is_new_;
    std::vector<std::uint32_t> changed_;  // not looked at yet
    Blocks blocks_;
    std::vector<Candidate> likely_;  // sorted; with those that may become questions as others come and go
    std::vector<SamePair> questions_;

    void note(std::uint32_t place);
    bool much_has_changed() const;
    Slices look_at_all(std::vector<Candidate>& candidates);
    Slices look_at_changed(std::vector<Candidate>& candidates);
};

}  // namespace kith::identity
