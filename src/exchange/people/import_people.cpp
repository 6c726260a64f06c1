#include "exchange/people/import_people.h"

#include <algorithm>

#include "exchange/people/duplicates.h"
#include "exchange/people/identity_answers.h"
#include "exchange/people/identity_entries.h"

namespace kith {

void PeopleInFiles::note(RecordId record) {
    people_.push_back(record);
    entries_.push_back(identity_entry(workspace_, record, 0));
}

/// Looks for those who are the same person: within the files, and among those who are here.
Slices PeopleInFiles::find(std::vector<SameCards>& same, std::size_t& joined) {
    same_ = &same;
    std::vector<std::uint32_t> cards;  // by their places in entries_, behind people_
    for (std::uint32_t card = 0; card < cards_.size(); ++card) {
        if (cards_[card].kind != Kind::person) continue;
        cards.push_back(card);
        entries_.push_back(identity_entry(cards_[card], 1));
        if (pieces_.done()) co_await next_slice;
    }
    identity::Settled settled;
    co_await find_settled(cards, settled);
    identity::SameSearch search(entries_, std::move(settled));
    co_await search.run();
    co_await note_found(search, cards, joined);
    for (; !entries_.empty(); entries_.pop_back())
        if (pieces_.done()) co_await next_slice;
}

/// What the person has said before, of records and of entries that came before.
Slices PeopleInFiles::find_settled(const std::vector<std::uint32_t>& cards, identity::Settled& settled) {
    const auto records = static_cast<std::uint32_t>(people_.size());
    settled = {.records = records, .ask_about_records = false};
    const IdentityAnswers answers = identity_answers(workspace_);
    if (answers.same.empty() && answers.apart.empty() && answers.entries.empty()) co_return;
    boost::unordered_flat_map<RecordId, std::uint32_t, IdHash> places;
    for (std::uint32_t at = 0; at < records; ++at) {
        places.emplace(people_[at], at);
        if (pieces_.done()) co_await next_slice;
    }
    const auto add = [&](const std::vector<IdentityAnswers::Pair>& pairs,
                         std::vector<identity::Candidate>& to) {
        for (const auto& [a, b] : pairs) {
            const auto one = places.find(a), other = places.find(b);
            if (one != places.end() && other != places.end()) to.push_back({one->second, other->second});
        }
    };
    add(answers.same, settled.same);
    add(answers.apart, settled.apart);
    if (answers.entries.empty()) co_return;
    const auto said_of = [&](std::uint64_t entry) {
        return std::ranges::equal_range(answers.entries, entry, {}, &IdentityAnswers::OfEntry::entry);
    };
    std::vector<EntrySignatures> entries;
    boost::unordered_flat_map<std::uint64_t, int> times;  // of short ones
    for (const std::uint32_t card : cards) {
        entries.push_back(entry_signatures(cards_[card]));
        ++times[entries.back().short_one];
        if (pieces_.done()) co_await next_slice;
    }
    for (std::uint32_t at = 0; at < cards.size(); ++at) {
        if (pieces_.done()) co_await next_slice;
        auto said = said_of(entries[at].whole);
        if (said.empty() && times[entries[at].short_one] == 1) {
            said = said_of(entries[at].short_one);
            // Father and son may have one: who is meant can't be told, so it is asked again.
            if (std::ranges::count_if(said, &IdentityAnswers::OfEntry::is_same) > 1) continue;
        }
        for (const IdentityAnswers::OfEntry& answer : said) {
            const auto person = places.find(answer.person);
            if (person == places.end()) continue;
            (answer.is_same ? settled.same : settled.apart).push_back({person->second, records + at});
        }
    }
}

/// Adds to `joined` how many cards were put to others.
Slices PeopleInFiles::note_found(
    const identity::SameSearch& search, const std::vector<std::uint32_t>& cards, std::size_t& joined) {
    const auto records = static_cast<std::uint32_t>(people_.size());
    Groups groups;
    for (std::uint32_t at = 0; at < cards.size(); ++at) {
        const std::uint32_t first = search.first_of()[records + at];
        const auto [group, fresh] = groups.try_emplace(first, same_->size());
        if (fresh)
            same_->push_back({{cards[at]}, {}});
        else
            (*same_)[group->second].cards.push_back(cards[at]);
        if (!fresh) ++joined;
        if (pieces_.done()) co_await next_slice;
    }
    co_await note_sure(search, groups);
    co_await note_questions(search, groups);
}

SameCards* PeopleInFiles::group_of(
    const identity::SameSearch& search, const Groups& groups, std::uint32_t entry) {
    const auto group = groups.find(search.first_of()[entry]);
    return group != groups.end() ? &(*same_)[group->second] : nullptr;
}

Slices PeopleInFiles::note_sure(const identity::SameSearch& search, const Groups& groups) {
    const auto records = static_cast<std::uint32_t>(people_.size());
    for (const identity::SamePair& pair : search.joined()) {
        if (pieces_.done()) co_await next_slice;
        SameCards* group = group_of(search, groups, pair.a);
        if (group == nullptr) continue;
        if (pair.a >= records) {
            if (!group->evidence) group->evidence = pair.comparison;
            continue;
        }
        const RecordId record = people_[pair.a];
        if (std::ranges::contains(group->sure, record, &IdentityMatch::record)) continue;
        group->sure.push_back({record, strongest_reason(pair.comparison), pair.comparison});
    }
    // Who is one of them because the person said so.
    for (std::uint32_t at = 0; at < records; ++at) {
        if (pieces_.done()) co_await next_slice;
        SameCards* group = group_of(search, groups, at);
        if (group == nullptr || std::ranges::contains(group->sure, people_[at], &IdentityMatch::record))
            continue;
        group->sure.push_back({people_[at], KeyKind::answer});
    }
    for (SameCards& group : *same_) {
        std::ranges::stable_sort(group.sure, {}, &IdentityMatch::why);
        if (pieces_.done()) co_await next_slice;
    }
}

Slices PeopleInFiles::note_questions(const identity::SameSearch& search, const Groups& groups) {
    const auto records = static_cast<std::uint32_t>(people_.size());
    boost::unordered_flat_map<std::uint32_t, RecordId> live;  // of those who are one
    for (std::uint32_t at = 0; at < records; ++at) {
        if (pieces_.done()) co_await next_slice;
        if (workspace_.live(people_[at])) live.try_emplace(search.first_of()[at], people_[at]);
    }
    for (const identity::SamePair& pair : search.questions()) {  // the likeliest first
        if (pieces_.done()) co_await next_slice;
        SameCards* group = group_of(search, groups, pair.b);
        const auto record = live.find(pair.a);
        if (record == live.end() || group == nullptr || group->question.record) continue;
        group->question = {record->second, strongest_reason(pair.comparison), pair.comparison};
    }
}

}  // namespace kith
