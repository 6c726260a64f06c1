// The inverted index behind SearchIndex: entries of records, words, postings; how it is filled, kept up
// to date and asked. It appends only; see search.h for the idea.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "base/assertion.h"
#include "base/slices.h"
#include "search/postings.h"
#include "search/query.h"
#include "search/texts.h"
#include "search/word_table.h"
#include "search/words.h"

namespace kith {

/// A record that a query finds, and what orders it.
struct Found {
    Cost cost = no_cost;
    EntryNumber entry = 0;
};

/// Everything that a query finds.
struct FoundAll {
    std::vector<Found> entries;
    bool phrases = false;  // whether words standing together were looked for
};

class InvertedIndex {
public:
    /// A record as it was when it was taken up.
    struct Entry {
        RecordId record;             // none: the record changed or went since
        std::uint64_t content = 0;   // hash of its texts
        std::uint64_t name_key = 0;  // the first 8 bytes of its folded name
        std::uint32_t recency = 0;
    };

    /// Takes up everything, then what changed. What it has come to stays when it is thrown away.
    Slices catch_up(const Workspace& workspace, WordSplitter& splitter);
    bool up_to_date(const Workspace& workspace) const;
    double fraction(const Workspace& workspace) const;

    /// Whether so much is dead that a new index is due.
    bool is_worn() const { return entries_.size() > 2 * entry_of_.size() + 4096; }

    /// Typos are looked for when there are fewer than `few` results without. Phrases only if a workspace
    /// is given: they are read there. Kind::none: of any kind.
    FoundAll find(
        const Query& query, Kind kind, std::uint32_t few, const Workspace* workspace, WordSplitter& splitter);

    const Entry& entry(EntryNumber number) const {
        KITH_ASSERT(number < entries_.size());
        return entries_[number];
    }
    /// Whether `a` is to be listed before `b`.
    bool comes_before(const Found& a, const Found& b) const;

    SearchIndex::Memory memory() const;

private:
    WordTable words_;
    std::vector<PostingList> lists_;  // by word
    PostingPool pool_;
    std::vector<Entry> entries_;
    boost::unordered_flat_map<RecordId, EntryNumber, IdHash> entry_of_;
    boost::unordered_flat_map<RecordId, std::uint64_t, IdHash>
        organisation_names_;  // hash; people are found by them

    // How far it is.
    bool begun_ = false;
    std::size_t kind_at_ = 0;    // of all_kinds(), while everything is taken up
    std::size_t record_at_ = 0;  // of that kind
    std::size_t cursor_ = 0;     // of Workspace::touched_since
    std::vector<RecordId> queue_;

    // Kept between calls, so as not to allocate.
    std::vector<SearchedText> texts_;
    std::vector<std::vector<Quality>> qualities_;  // by word of the query, by entry

    void take_up(const Workspace& workspace, WordSplitter& splitter, RecordId record);
    void append(const Workspace& workspace, WordSplitter& splitter, RecordId record, std::uint64_t content);
    void add_text(WordSplitter& splitter, const SearchedText& text, EntryNumber number);
    void add_posting(std::string_view word, Posting posting);
    void drop(RecordId record);
    void follow(const Workspace& workspace, WordSplitter& splitter, RecordId touched);
    bool names_changed(const Workspace& workspace, RecordId organisation);
    bool build_some(const Workspace& workspace, WordSplitter& splitter);
    bool follow_some(const Workspace& workspace, WordSplitter& splitter);

    std::size_t grade_word(const QueryWord& word, bool typos, std::vector<Quality>& qualities);
    void find_reading(const Reading& reading, Kind kind, bool typos, std::vector<Found>& found);
    void raise_phrases(
        const Query& query, std::vector<Found>& found, const Workspace& workspace, WordSplitter& splitter);
    std::vector<Found> gather(const Query& query, Kind kind, bool typos);
};

}  // namespace kith
