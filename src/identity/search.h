// Who is the same person among all the entries of files, and records here. The law: different people are never made
// one without a yes. Entries are joined by themselves only where something certain says that they are one person,
// and nothing that they are not; all other likely pairs are questions.
//
//     SameSearch search(entries);
//     Slices work = search.run();
//     while (work.step(out_of_time)) …
//     … search.joined(), search.questions()
//
// Neither the order of the entries nor that of their sources changes the answer. 100,000 entries take about two
// seconds and 150 MB.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/slices.h"
#include "identity/blocking.h"
#include "identity/comparing.h"
#include "identity/entry.h"
#include "identity/questions.h"

namespace kith::identity {

/// What a person has said before, or what is settled otherwise. Places in the list of entries.
struct Settled {
    std::vector<Candidate> same;   // they said yes
    std::vector<Candidate> apart;  // they said no
    /// Entries before this are records of their own: whether two of them are one is asked, never assumed.
    std::uint32_t records = 0;
    bool ask_about_records = true;  // whether two of them are compared at all
};

class SameSearch {
public:
    explicit SameSearch(std::span<const Entry> entries, Settled settled = {});

    /// To be done once. The search must outlive it, and the entries the search.
    Slices run();

    /// From an entry to the first one of its person. Whole when run() is done.
    const std::vector<std::uint32_t>& first_of() const { return first_; }
    /// The pairs that were joined, for what was certain about each.
    const std::vector<SamePair>& joined() const { return joined_; }
    /// At most one for two people, the likeliest first.
    const std::vector<SamePair>& questions() const { return questions_; }

private:
    std::span<const Entry> entries_;
    Settled settled_;
    FeatureTable table_;
    std::vector<Features> features_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> first_;
    std::vector<Candidate> likely_;
    std::vector<SamePair> joined_;
    std::vector<SamePair> questions_;

    Slices find_shared();
    Slices compare_candidates();
    Slices join_certain();
    Slices ask_likely();
    bool is_apart(std::uint32_t a, std::uint32_t b) const;
    bool are_records(std::uint32_t a, std::uint32_t b) const;
};

}  // namespace kith::identity
