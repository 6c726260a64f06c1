// Finding anything as it is typed: people, organisations, events, goals, every kind with `searched`
// fields in the schema. Case, accents and one slip of the finger don't matter; words come in any order
// and all must be found; what people do and where counts as theirs; phone numbers are found by their
// digits and Chinese or Japanese names by any part.
//
//     SearchIndex index;
//     while (index.step(workspace, out_of_time)) { … }   // once a frame: takes up what changed
//     for (const SearchResult& found : index.find(workspace, "ana hosp").results) …
//
// How: an inverted index in memory that grows by appending, after Busch et al., "Earlybird: Real-Time
// Search at Twitter" (ICDE 2012): a record that changed is appended anew and its old entry is dead; when
// much is dead, a new index is built beside the old one. Words stand in one run of bytes, which is
// scanned for substrings, and in sorted order, along which slips are searched by walking the rows of
// the edit-distance table from common prefix to common prefix (Schulz & Mihov 2002, without the automaton).
//
// Cost at 100,000 people: built in about a quarter of a second, in slices; a key press answered in a few
// milliseconds; an edit taken up in microseconds; about 400 bytes a person. Threads: one.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/slices.h"
#include "model/schema.h"
#include "workspace/workspace.h"

namespace kith {

/// How a word of the query was found, best first.
enum class MatchKind : std::uint8_t {
    exact,        // the words are the whole field
    prefix,       // the field begins with them
    word,         // a whole word further on
    word_prefix,  // a word further on begins so
    substring,    // within a word
    typo,         // a word begins nearly so: one edit in 4 to 7 letters, two in more (a swap is one edit)
};

/// Where it was found, best first.
enum class MatchPlace : std::uint8_t { name, work, about, contact, notes };

/// One word of the query, found.
struct SearchMatch {
    MatchKind kind = MatchKind::exact;
    MatchPlace place = MatchPlace::name;
    RecordId record;  // whose field it is: the result, or an affiliation or organisation of it
    FieldId field;
    ElementId element;        // of a collection; zero: of a plain field
    std::string_view text;    // all of the field's text, or the part of the row that matched
    std::uint32_t begin = 0;  // the range of `text` to highlight, in bytes, on character bounds
    std::uint32_t end = 0;
};

/// Bytes [begin, end) of a text, on character bounds.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const TextRange&) const = default;
};

struct SearchResult {
    RecordId record;
    MatchKind kind = MatchKind::exact;    // the worst of its matches …
    MatchPlace place = MatchPlace::name;  // … and the worst place
    std::vector<SearchMatch> matches;     // in the order of the words in the query
};

struct SearchOptions {
    std::size_t limit = 50;  // results of each kind
    Kind kind = Kind::none;  // only this kind; none: every kind
};

struct SearchResults {
    std::vector<SearchResult> results;  // best first, kinds mixed; kind_of(result.record) groups them
    std::array<std::uint32_t, kind_limit> count{};  // by kind: how many there are, listed or not
    std::uint32_t total() const;
};

class SearchIndex {
public:
    SearchIndex();
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;

    /// Takes up what changed in the workspace, the first time everything, with a pause every few records. What it
    /// has come to stays when it is thrown away, and what changes meanwhile is taken up, too. A workspace other
    /// than the last time's needs a new index.
    Slices catch_up(const Workspace& workspace);
    /// All of it in one go.
    void update(const Workspace& workspace) { catch_up(workspace).finish(); }
    /// Goes on with it until out of time. True while there is more to do.
    bool step(const Workspace& workspace, const OutOfTime& out_of_time) {
        return catch_up(workspace).step(out_of_time);
    }

    /// Whether find() knows everything that is in the workspace.
    bool up_to_date(const Workspace& workspace) const;
    /// How much of the first building is done, 0 to 1.
    double fraction(const Workspace& workspace) const;

    /// What a query finds, best first: by the kind of match, then where, then what was touched or met
    /// last, then the name. Typos are looked for when fewer than `few` results have none. Nothing for a
    /// query without a letter or digit. While the index is being built, only what it has so far.
    /// Views point into the workspace and stay as long as it lives.
    SearchResults find(const Workspace& workspace, std::string_view query, const SearchOptions& options = {});
    static constexpr std::uint32_t few = 8;

    /// Every record of a kind that the query finds, by record id: to filter a table. Typos count only
    /// when nothing else is found. No list at all for a query without a letter or digit: everything passes.
    std::optional<std::vector<RecordId>> filter(std::string_view query, Kind kind);

    /// What of any text (a name as shown, a line below it) the query's words match, to highlight it: in
    /// order, apart from each other. O(bytes · words).
    std::vector<TextRange> highlight(std::string_view text, std::string_view query);

    struct Memory {
        std::size_t bytes = 0;  // held, without the allocator's own
        std::size_t words = 0;
        std::size_t postings = 0;
        std::size_t records = 0;
    };
    Memory memory() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith
