#include "search/search.h"

#include <algorithm>
#include <numeric>

#include "base/assertion.h"
#include "search/index.h"
#include "search/match.h"

namespace kith {

struct SearchIndex::Inside {
    InvertedIndex index;
    std::unique_ptr<InvertedIndex> next;  // being built, to take the place of a worn one
    WordSplitter splitter;
};

SearchIndex::SearchIndex() : inside_(std::make_unique<Inside>()) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

Slices SearchIndex::catch_up(const Workspace& workspace) {
    auto& [index, next, splitter] = *inside_;
    co_await index.catch_up(workspace, splitter);
    if (!next && !index.is_worn()) co_return;
    if (!next) next = std::make_unique<InvertedIndex>();
    co_await next->catch_up(workspace, splitter);
    index = std::move(*next);
    next.reset();
}

bool SearchIndex::up_to_date(const Workspace& workspace) const {
    return inside_->index.up_to_date(workspace);
}

double SearchIndex::fraction(const Workspace& workspace) const {
    return inside_->index.fraction(workspace);
}

namespace {

/// The best of each kind, best first.
std::vector<Found> best_of(
    const InvertedIndex& index, std::vector<Found> found, std::size_t limit, SearchResults& results) {
    const auto better = [&](const Found& a, const Found& b) { return index.comes_before(a, b); };
    std::array<std::vector<Found>, kind_limit> by_kind;  // heaps, the worst in front
    for (const Found& at : found) {
        const auto kind = static_cast<std::size_t>(kind_of(index.entry(at.entry).record));
        ++results.count[kind];
        std::vector<Found>& best = by_kind[kind];
        if (best.size() < limit) {
            best.push_back(at);
            std::ranges::push_heap(best, better);
        } else if (limit > 0 && better(at, best.front())) {
            std::ranges::pop_heap(best, better);
            best.back() = at;
            std::ranges::push_heap(best, better);
        }
    }
    found.clear();
    for (const auto& best : by_kind)
        found.insert(found.end(), best.begin(), best.end());
    std::ranges::sort(found, better);
    return found;
}

}  // namespace

SearchResults SearchIndex::find(
    const Workspace& workspace, std::string_view query, const SearchOptions& options) {
    auto& [index, next, splitter] = *inside_;
    const Query words = read_query(splitter, query);
    FoundAll all = index.find(words, options.kind, few, &workspace, splitter);
    SearchResults results;
    std::vector<SearchedText> texts;
    for (const Found& found : best_of(index, std::move(all.entries), options.limit, results)) {
        const RecordId record = index.entry(found.entry).record;
        collect_texts(workspace, record, texts);
        RecordMatch match = match_record(splitter, words, texts, all.phrases);
        KITH_ASSERT(!up_to_date(workspace) || match.cost == found.cost);
        if (match.cost == no_cost) continue;  // it changed since the index last looked
        SearchResult result{.record = record,
            .kind = MatchKind::exact,
            .place = MatchPlace::name,
            .matches = std::move(match.matches)};
        for (const SearchMatch& at : result.matches) {
            result.kind = std::max(result.kind, at.kind);
            result.place = std::max(result.place, at.place);
        }
        results.results.push_back(std::move(result));
    }
    return results;
}

std::optional<std::vector<RecordId>> SearchIndex::filter(std::string_view query, Kind kind) {
    auto& [index, next, splitter] = *inside_;
    const Query words = read_query(splitter, query);
    if (words.readings.empty()) return {};
    std::vector<RecordId> records;
    for (const Found& found : index.find(words, kind, 1, nullptr, splitter).entries)
        records.push_back(index.entry(found.entry).record);
    std::ranges::sort(records);
    return records;
}

std::vector<TextRange> SearchIndex::highlight(std::string_view text, std::string_view query) {
    return highlighted(inside_->splitter, read_query(inside_->splitter, query), text);
}

SearchIndex::Memory SearchIndex::memory() const {
    return inside_->index.memory();
}

std::uint32_t SearchResults::total() const {
    return std::accumulate(count.begin(), count.end(), std::uint32_t{0});
}

}  // namespace kith
