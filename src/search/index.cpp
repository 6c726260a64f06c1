#include "search/index.h"

#include <cstring>

#include "model/fields.h"

namespace kith {

namespace {

constexpr std::size_t records_between_pauses = 16;

/// Eight bytes at a time: every text of every record goes through here.
std::uint64_t hash_of(std::span<const SearchedText> texts) {
    std::uint64_t hash = texts.size();
    for (const SearchedText& text : texts) {
        hash = mix(hash ^ (text.text.size() << 8 | static_cast<std::uint64_t>(text.place)));
        for (std::string_view rest = text.text; !rest.empty();) {
            std::uint64_t eight = 0;
            const std::size_t size = std::min(rest.size(), sizeof eight);
            std::memcpy(&eight, rest.data(), size);
            hash = mix(hash ^ eight);
            rest.remove_prefix(size);
        }
    }
    return hash;
}

/// The first 8 bytes of a record's folded name: that which is shown, else its parts.
std::uint64_t name_key(WordSplitter& splitter, std::span<const SearchedText> texts) {
    std::uint64_t key = 0;
    std::size_t taken = 0;
    const auto take = [&](std::string_view name) {
        splitter.split(name, [&](const SearchWord& word) {
            for (std::size_t i = 0; i <= word.text.size() && taken < 8; ++i, ++taken) {
                key = key << 8 |
                    (i < word.text.size() ? static_cast<unsigned char>(word.text[i]) : unsigned{' '});
            }
        });
    };
    const auto shown = std::ranges::find(texts, person::display_name, &SearchedText::field);
    if (shown != texts.end()) take(shown->text);
    for (const SearchedText& text : texts) {
        if (taken == 8 || text.place != MatchPlace::name) break;
        take(text.text);
    }
    return taken == 0 ? 0 : key << 8 * (8 - taken);
}

/// Everyone whom a reference field of the record has ever named.
std::vector<RecordId> ever_named(const Workspace& workspace, RecordId record, FieldId field) {
    std::vector<RecordId> named;
    for (const PastValue& past : workspace.history_of(record, field)) {
        if (const RecordId target = past.value.as_reference()) named.push_back(target);
    }
    return named;
}

}  // namespace

// Filling --------------------------------------------------------------------------------------------

Slices InvertedIndex::catch_up(const Workspace& workspace, WordSplitter& splitter) {
    if (!begun_) {
        begun_ = true;
        cursor_ = workspace.cursor();  // what is touched from now on is taken up again
    }
    Pieces pieces(records_between_pauses);
    while (build_some(workspace, splitter) || follow_some(workspace, splitter)) {
        // Sorting costs as much as there are words: rarely while many come, at the end for all.
        if (words_.unsorted() > 4096 + words_.size() / 3) words_.sort();
        if (pieces.done()) co_await next_slice;
    }
    words_.sort();
}

/// Takes up one more record of all there are. False when that is done.
bool InvertedIndex::build_some(const Workspace& workspace, WordSplitter& splitter) {
    const auto kinds = all_kinds();
    while (kind_at_ < kinds.size()) {
        const auto records = workspace.all(kinds[kind_at_].kind);
        if (is_found(kinds[kind_at_].kind) && record_at_ < records.size()) {
            const RecordId record = records[record_at_++];
            if (kind_of(record) == Kind::organisation) names_changed(workspace, record);
            take_up(workspace, splitter, record);
            return true;
        }
        ++kind_at_;
        record_at_ = 0;
    }
    return false;
}

/// Follows one more change. False when there is none.
bool InvertedIndex::follow_some(const Workspace& workspace, WordSplitter& splitter) {
    if (!queue_.empty()) {
        const RecordId record = queue_.back();
        queue_.pop_back();
        take_up(workspace, splitter, record);
        return true;
    }
    const auto touched = workspace.touched_since(cursor_);
    if (touched.empty()) return false;
    ++cursor_;
    follow(workspace, splitter, touched.front());
    return true;
}

void InvertedIndex::follow(const Workspace& workspace, WordSplitter& splitter, RecordId touched) {
    switch (kind_of(touched)) {
        case Kind::affiliation: queue_ = ever_named(workspace, touched, affiliation::person); return;
        case Kind::interaction:
            for (const RecordId person : ever_named(workspace, touched, interaction::people)) {
                const auto at = entry_of_.find(person);
                if (at != entry_of_.end()) entries_[at->second].recency = recency_of(workspace, person);
            }
            break;
        case Kind::organisation:
            if (names_changed(workspace, touched)) {
                for (const RecordId affiliation : workspace.referrers(touched, affiliation::organisation)) {
                    queue_.push_back(workspace.reference(affiliation, affiliation::person));
                }
            }
            break;
        default: break;
    }
    if (is_found(kind_of(touched))) take_up(workspace, splitter, touched);
}

bool InvertedIndex::names_changed(const Workspace& workspace, RecordId organisation) {
    const std::uint64_t name =
        workspace.live(organisation) ? hash_text(workspace.text(organisation, organisation::name)) : 0;
    std::uint64_t& known = organisation_names_[organisation];
    return std::exchange(known, name) != name;
}

void InvertedIndex::take_up(const Workspace& workspace, WordSplitter& splitter, RecordId record) {
    if (!workspace.live(record)) {
        drop(record);
        return;
    }
    collect_texts(workspace, record, texts_);
    const std::uint64_t content = hash_of(texts_);
    const auto at = entry_of_.find(record);
    if (at != entry_of_.end() && entries_[at->second].content == content) {
        entries_[at->second].recency = recency_of(workspace, record);
        return;
    }
    drop(record);
    append(workspace, splitter, record, content);
}

void InvertedIndex::drop(RecordId record) {
    const auto at = entry_of_.find(record);
    if (at == entry_of_.end()) return;
    entries_[at->second].record = RecordId{};
    entry_of_.erase(at);
}

void InvertedIndex::append(
    const Workspace& workspace, WordSplitter& splitter, RecordId record, std::uint64_t content) {
    const auto number = static_cast<EntryNumber>(entries_.size());
    entries_.push_back({.record = record,
        .content = content,
        .name_key = name_key(splitter, texts_),
        .recency = recency_of(workspace, record)});
    entry_of_.emplace(record, number);
    for (const SearchedText& text : texts_)
        add_text(splitter, text, number);
}

void InvertedIndex::add_text(WordSplitter& splitter, const SearchedText& text, EntryNumber number) {
    if (text.phone) {
        splitter.digits(text.text, [&](const SearchWord& word) {
            add_posting(word.text, Posting(number, WordSpot::whole, text.place));
        });
        return;
    }
    // The first word waits until it is known whether another follows.
    WordNumber first = 0;
    std::size_t words = 0;
    splitter.split(text.text, [&](const SearchWord& word) {
        if (words++ == 0 && text.short_text) {
            first = words_.intern(word.text);
            return;
        }
        add_posting(word.text, Posting(number, WordSpot::inner, text.place));
    });
    if (words == 0 || !text.short_text) return;
    lists_.resize(std::max(lists_.size(), words_.size()));
    pool_.add(lists_[first], Posting(number, words == 1 ? WordSpot::whole : WordSpot::first, text.place));
}

void InvertedIndex::add_posting(std::string_view word, Posting posting) {
    const WordNumber number = words_.intern(word);
    if (lists_.size() <= number) lists_.resize(number + 1);
    pool_.add(lists_[number], posting);
}

bool InvertedIndex::up_to_date(const Workspace& workspace) const {
    return begun_ && kind_at_ == all_kinds().size() && queue_.empty() && cursor_ == workspace.cursor() &&
        words_.unsorted() == 0;
}

double InvertedIndex::fraction(const Workspace& workspace) const {
    std::size_t all = 0;
    for (const KindSpec& kind : all_kinds()) {
        if (is_found(kind.kind)) all += workspace.all(kind.kind).size();
    }
    return kind_at_ == all_kinds().size() ? 1 : part_done(entries_.size(), all);
}

SearchIndex::Memory InvertedIndex::memory() const {
    std::size_t bytes = words_.bytes() + pool_.bytes() + lists_.capacity() * sizeof(PostingList) +
        entries_.capacity() * sizeof(Entry) + queue_.capacity() * sizeof(RecordId) +
        entry_of_.bucket_count() * (sizeof(std::pair<RecordId, EntryNumber>) + 1);
    for (const auto& qualities : qualities_)
        bytes += qualities.capacity();
    return {.bytes = bytes, .words = words_.size(), .postings = pool_.count(), .records = entry_of_.size()};
}

}  // namespace kith
