// Asking the index.
#include <cstring>
#include <tuple>
#include <utility>

#include "base/enums.h"
#include "search/index.h"
#include "search/match.h"

namespace kith {

namespace {

/// Beyond so many results, words standing together make no difference to the order: reading every
/// record's texts would take longer than a frame.
constexpr std::size_t most_phrases_read = 1000;

/// What each manner of standing is worth under a relation.
constexpr auto qualities_by_manner = [] {
    EnumArray<Relation, std::array<Quality, 32>> table;
    for (const Relation relation : enumerators<Relation>) {
        if (relation == Relation::none) continue;
        for (std::size_t manner = 0; manner < 32; ++manner) {
            table[relation][manner] =
                quality(relation, static_cast<WordSpot>(manner >> 3), static_cast<MatchPlace>(manner & 7));
        }
    }
    return table;
}();

}  // namespace

FoundAll InvertedIndex::find(
    const Query& query, Kind kind, std::uint32_t few, const Workspace* workspace, WordSplitter& splitter) {
    FoundAll all;
    if (query.readings.empty()) return all;
    all.entries = gather(query, kind, false);
    const auto forgives = [](const Reading& reading) {
        return std::ranges::any_of(reading, [](const QueryWord& word) { return word.edits > 0; });
    };
    if (all.entries.size() < few && std::ranges::any_of(query.readings, forgives))
        all.entries = gather(query, kind, true);
    all.phrases = workspace != nullptr && all.entries.size() <= most_phrases_read;
    if (all.phrases) raise_phrases(query, all.entries, *workspace, splitter);
    return all;
}

std::vector<Found> InvertedIndex::gather(const Query& query, Kind kind, bool typos) {
    std::vector<Found> found;
    for (const Reading& reading : query.readings)
        find_reading(reading, kind, typos, found);
    if (query.readings.size() == 1) return found;
    // What several readings find counts once, at its best.
    std::ranges::sort(found,
        [](const Found& a, const Found& b) { return std::tie(a.entry, a.cost) < std::tie(b.entry, b.cost); });
    found.erase(std::ranges::unique(found, {}, &Found::entry).begin(), found.end());
    return found;
}

void InvertedIndex::find_reading(const Reading& reading, Kind kind, bool typos, std::vector<Found>& found) {
    if (qualities_.size() < reading.size()) qualities_.resize(reading.size());
    std::array<std::span<const Quality>, most_words> words;
    std::size_t fewest = entries_.size() + 1;
    for (std::size_t i = 0; i < reading.size(); ++i) {
        const std::size_t graded = grade_word(reading[i], typos, qualities_[i]);
        words[i] = qualities_[i];
        // The rarest word leads.
        if (graded < fewest) std::swap(words[0], words[i]);
        fewest = std::min(fewest, graded);
    }
    std::array<Quality, most_words> of_entry{};
    for (EntryNumber number = 0; number < entries_.size(); ++number) {
        std::uint64_t eight = 0;
        while (number + sizeof eight <= entries_.size()) {
            std::memcpy(&eight, &words[0][number], sizeof eight);
            if (eight != ~std::uint64_t{0}) break;
            number += sizeof eight;
        }
        if (number == entries_.size()) break;
        std::size_t known = 0;
        while (known < reading.size() && (of_entry[known] = words[known][number]) != not_found)
            ++known;
        if (known < reading.size()) continue;
        const RecordId record = entries_[number].record;
        if (!record || (kind != Kind::none && kind_of(record) != kind)) continue;
        found.push_back({cost_of(std::span(of_entry).first(known)), number});
    }
}

/// Gives each entry what the word is worth there; how many postings were looked at.
std::size_t InvertedIndex::grade_word(const QueryWord& word, bool typos, std::vector<Quality>& qualities) {
    qualities.assign(entries_.size(), not_found);
    std::size_t graded = 0;
    const auto grade = [&](WordNumber number, Relation relation) {
        if (number >= lists_.size()) return;
        const auto& by_manner = qualities_by_manner[relation];
        pool_.for_each(lists_[number], [&](Posting posting) {
            Quality& known = qualities[posting.entry()];
            known = std::min(known, by_manner[posting.manner()]);
            ++graded;
        });
    };
    words_.beginning_with(word.text, [&](WordNumber number) {
        grade(number, words_.text(number).size() == word.text.size() ? Relation::equal : Relation::begins);
    });
    if (word.inside)
        words_.containing(word.text, [&](WordNumber number) { grade(number, Relation::contains); });
    if (typos && word.edits > 0) {
        words_.nearly(word.letters, word.edits, [&](WordNumber number, Nearness near) {
            grade(number, near == Nearness::whole ? Relation::nearly_whole : Relation::nearly_begins);
        });
    }
    return graded;
}

void InvertedIndex::raise_phrases(
    const Query& query, std::vector<Found>& found, const Workspace& workspace, WordSplitter& splitter) {
    for (Found& at : found) {
        bool collected = false;
        const Cost apart = at.cost;
        for (const Reading& reading : query.readings) {
            if (!may_be_phrase(reading.size(), apart)) continue;
            if (!std::exchange(collected, true)) collect_texts(workspace, entries_[at.entry].record, texts_);
            if (const auto phrase = find_phrase(splitter, reading, texts_))
                at.cost = std::min(at.cost, phrase->cost);
        }
    }
}

bool InvertedIndex::comes_before(const Found& a, const Found& b) const {
    if (a.cost != b.cost) return a.cost < b.cost;
    const Entry& first = entries_[a.entry];
    const Entry& second = entries_[b.entry];
    if (first.recency != second.recency) return first.recency > second.recency;
    if (first.name_key != second.name_key) return first.name_key < second.name_key;
    return first.record < second.record;
}

}  // namespace kith
