#include "search/match.h"

namespace kith {

namespace {

template <typename Visit>
void split_text(WordSplitter& splitter, std::string_view text, bool phone, Visit visit) {
    if (phone)
        splitter.digits(text, visit);
    else
        splitter.split(text, visit);
}

using Range = std::pair<std::uint32_t, std::uint32_t>;  // of bytes

SearchMatch match_at(const SearchedText& text, MatchKind kind, Range range) {
    return {.kind = kind,
        .place = text.place,
        .record = text.record,
        .field = text.field,
        .element = text.element,
        .text = text.text,
        .begin = range.first,
        .end = range.second};
}

Range range_in(const SearchWord& word, const QueryWord& wanted, Relation relation) {
    switch (relation) {
        case Relation::begins: return word.range(0, wanted.text.size());
        case Relation::contains: {
            const std::size_t at = word.text.find(wanted.text);
            return word.range(at, at + wanted.text.size());
        }
        default: return word.range(0, word.text.size());
    }
}

/// The best match of one word, gathered text by text.
class BestMatch {
public:
    explicit BestMatch(const QueryWord& wanted) : wanted_(wanted), table_(wanted.letters, wanted.edits) {}

    void look_at(const SearchedText& text, const SearchWord& word, bool first) {
        const Relation relation = relate(wanted_, word.text, &table_);
        if (relation == Relation::none) return;
        const WordSpot spot = first && text.short_text ? WordSpot::first : WordSpot::inner;
        consider(text, word, relation, spot);
    }
    /// The text had one word only.
    void look_at_whole(const SearchedText& text, const SearchWord& word) {
        const Relation relation = relate(wanted_, word.text, &table_);
        if (relation != Relation::none) consider(text, word, relation, WordSpot::whole);
    }

    Quality quality() const { return best_; }
    const SearchMatch& match() const { return match_; }

private:
    const QueryWord& wanted_;
    EditTable table_;
    Quality best_ = not_found;
    SearchMatch match_;

    void consider(const SearchedText& text, const SearchWord& word, Relation relation, WordSpot spot) {
        const Quality found = kith::quality(relation, spot, text.place);
        if (found >= best_) return;
        best_ = found;
        match_ = match_at(text, kind_of(found), range_in(word, wanted_, relation));
    }
};

std::size_t count_words(WordSplitter& splitter, const SearchedText& text) {
    std::size_t count = 0;
    split_text(splitter, text.text, text.phone, [&](const SearchWord&) { ++count; });
    return count;
}

RecordMatch match_reading(
    WordSplitter& splitter, const Reading& reading, std::span<const SearchedText> texts) {
    std::vector<BestMatch> best(reading.begin(), reading.end());
    for (const SearchedText& text : texts) {
        const bool alone = text.short_text && count_words(splitter, text) == 1;
        bool first = true;
        split_text(splitter, text.text, text.phone, [&](const SearchWord& word) {
            for (BestMatch& wanted : best) {
                if (alone)
                    wanted.look_at_whole(text, word);
                else
                    wanted.look_at(text, word, first);
            }
            first = false;
        });
    }
    RecordMatch result;
    std::vector<Quality> qualities;
    for (const BestMatch& wanted : best) {
        if (wanted.quality() == not_found) return {};
        qualities.push_back(wanted.quality());
        result.matches.push_back(wanted.match());
    }
    result.cost = cost_of(qualities);
    return result;
}

/// All words of the reading at the beginning of one text.
RecordMatch show_phrase(WordSplitter& splitter, const Reading& reading, const SearchedText& text, Cost cost) {
    RecordMatch match{.cost = cost, .matches = {}};
    splitter.split(text.text, [&](const SearchWord& word) {
        const std::size_t at = match.matches.size();
        if (at == reading.size()) return;
        match.matches.push_back(
            match_at(text, static_cast<MatchKind>(cost >> 8), word.range(0, reading[at].text.size())));
    });
    return match;
}

}  // namespace

std::optional<Phrase> find_phrase(
    WordSplitter& splitter, const Reading& reading, std::span<const SearchedText> texts) {
    Phrase best;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].short_text || texts[i].phone) continue;
        std::size_t words = 0;
        std::size_t matching = 0;
        bool last_is_whole = false;
        splitter.split(texts[i].text, [&](const SearchWord& word) {
            if (words == matching && matching < reading.size()) {
                const bool last = matching + 1 == reading.size();
                const bool whole = word.text == reading[matching].text;
                if (last) last_is_whole = whole;
                if (whole || (last && word.text.starts_with(reading[matching].text))) ++matching;
            }
            ++words;
        });
        if (matching < reading.size()) continue;
        const MatchKind kind = words == matching && last_is_whole ? MatchKind::exact : MatchKind::prefix;
        const auto places = static_cast<unsigned>(texts[i].place) * static_cast<unsigned>(reading.size());
        const auto cost = static_cast<Cost>(static_cast<unsigned>(kind) << 8 | places);
        if (cost < best.cost) best = {cost, i};
    }
    if (best.cost == no_cost) return {};
    return best;
}

RecordMatch match_record(
    WordSplitter& splitter, const Query& query, std::span<const SearchedText> texts, bool phrases) {
    RecordMatch best;
    for (const Reading& reading : query.readings) {
        RecordMatch match = match_reading(splitter, reading, texts);
        if (match.cost < best.cost) best = std::move(match);
    }
    const Cost apart = best.cost;
    for (const Reading& reading : query.readings) {
        if (!phrases || !may_be_phrase(reading.size(), apart)) continue;
        const auto phrase = find_phrase(splitter, reading, texts);
        if (phrase && phrase->cost < best.cost)
            best = show_phrase(splitter, reading, texts[phrase->text], phrase->cost);
    }
    return best;
}

std::vector<TextRange> highlighted(WordSplitter& splitter, const Query& query, std::string_view text) {
    std::vector<TextRange> ranges;
    const bool phone = is_phone_number(text);
    for (const Reading& reading : query.readings) {
        for (const QueryWord& wanted : reading) {
            EditTable table(wanted.letters, wanted.edits);
            for (EditTable* forgiving : {static_cast<EditTable*>(nullptr), &table}) {
                const std::size_t before = ranges.size();
                split_text(splitter, text, phone, [&](const SearchWord& word) {
                    const Relation relation = relate(wanted, word.text, forgiving);
                    if (relation == Relation::none) return;
                    const auto [begin, end] = range_in(word, wanted, relation);
                    ranges.push_back({begin, end});
                });
                if (ranges.size() > before) break;  // typos only where nothing is as it was typed
            }
        }
        if (!ranges.empty()) break;
    }
    std::ranges::sort(ranges, {}, &TextRange::begin);
    std::vector<TextRange> apart;
    for (const TextRange& range : ranges) {
        if (!apart.empty() && range.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, range.end);
        else
            apart.push_back(range);
    }
    return apart;
}

}  // namespace kith
