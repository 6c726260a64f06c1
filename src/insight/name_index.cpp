#include "insight/name_index.h"

#include <algorithm>

#include "base/assertion.h"
#include "base/text.h"
#include "days/words.h"
#include "model/fields.h"

namespace kith {

namespace {

/// Calls back for each word of a name: parts of letters, digits, hyphens and apostrophes.
template <typename Visit>
void for_each_word(std::string_view name, Visit visit) {
    std::string folded = fold(name);
    for (std::size_t at; (at = folded.find("\u2019")) != std::string::npos;)
        folded.replace(at, 3, "'");
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= folded.size(); ++at) {
        const bool ends = at == folded.size() || folded[at] == ' ' || folded[at] == ',' ||
            folded[at] == '.' || folded[at] == '(' || folded[at] == ')' || folded[at] == '"';
        if (!ends) continue;
        if (at > begin) visit(std::string_view(folded).substr(begin, at - begin));
        begin = at + 1;
    }
}

}  // namespace

void NameIndex::take_in(const Workspace& workspace, RecordId person) {
    if (const auto known = by_person_.find(person); known != by_person_.end()) {
        for (const NameWord& word : known->second) {
            const auto at = by_word_.find(word.word);
            if (at == by_word_.end()) continue;
            std::erase(at->second, person);
            if (at->second.empty()) by_word_.erase(at);
        }
        by_person_.erase(known);
    }
    if (!workspace.live(person) || workspace.flag(person, person::self)) return;
    std::vector<NameWord> words;
    const auto add_one = [&](std::string_view word, bool given) {
        const std::uint64_t hash = hash_text(word);
        spelling_.emplace(hash, word);
        const auto same = std::ranges::find(words, hash, &NameWord::word);
        if (same == words.end()) {
            words.push_back({hash, given, !given});
        } else {
            same->given |= given;
            same->family |= !given;
        }
    };
    const auto add = [&](std::string_view word, bool given) {
        add_one(word, given);
        if (std::string plain(word); std::erase(plain, '\'') > 0) add_one(plain, given);  // "obrien"
    };
    const auto add_name = [&](FieldId field, bool given) {
        const std::string_view name = workspace.text(person, field);
        for_each_word(name, [&](std::string_view word) { add(word, given); });
    };
    for (const FieldId field : {person::given_name, person::nickname, person::phonetic_given})
        add_name(field, true);
    for (const FieldId field : {person::additional_names, person::family_name, person::former_name,
             person::phonetic_family, person::phonetic_middle})
        add_name(field, false);
    bool first = true;
    for_each_word(workspace.text(person, person::display_name), [&](std::string_view word) {
        add(word, first);
        first = false;
    });
    // Names without a space between their parts are said whole: 佐藤花子.
    const std::string_view given = workspace.text(person, person::given_name);
    const std::string_view family = workspace.text(person, person::family_name);
    if (!given.empty() && !family.empty() && decode_utf8(family).point >= 0x2E80) {
        add(fold(std::string(family) + std::string(given)), true);
    }
    for (const NameWord& word : words)
        by_word_[word.word].push_back(person);
    by_person_.emplace(person, std::move(words));
}

void NameIndex::update(const Workspace& workspace) {
    KITH_ASSERT(cursor_ <= workspace.cursor());  // the workspace of the last time
    if (cursor_ == 0) {
        workspace.for_each(Kind::person, [&](RecordId person) { take_in(workspace, person); });
        workspace.for_each(Kind::organisation, [&](RecordId one) { take_in_organisation(workspace, one); });
    } else {
        for (const RecordId record : workspace.touched_since(cursor_)) {
            if (kind_of(record) == Kind::person) take_in(workspace, record);
            if (kind_of(record) == Kind::organisation) take_in_organisation(workspace, record);
        }
    }
    cursor_ = workspace.cursor();
}

void NameIndex::take_in_organisation(const Workspace& workspace, RecordId organisation) {
    if (const auto known = first_words_.find(organisation); known != first_words_.end()) {
        std::erase_if(organisations_[known->second],
            [&](const OrganisationName& name) { return name.organisation == organisation; });
        first_words_.erase(known);
    }
    if (!workspace.live(organisation)) return;
    OrganisationName name{organisation, {}};
    for (Token& token : tokens_of(workspace.text(organisation, organisation::name)))
        name.words.push_back(std::move(token.folded));
    if (name.words.empty()) return;
    const std::uint64_t first = hash_text(name.words.front());
    first_words_.emplace(organisation, first);
    organisations_[first].push_back(std::move(name));
}

NameIndex::OrganisationMatch NameIndex::organisation(std::span<const Token> words) const {
    OrganisationMatch best;
    if (words.empty()) return best;
    const auto found = organisations_.find(hash_text(words.front().folded));
    if (found == organisations_.end()) return best;
    for (const OrganisationName& name : found->second) {
        std::size_t length = 0;
        while (
            length < name.words.size() && length < words.size() && words[length].folded == name.words[length])
            ++length;
        const bool whole = length == name.words.size();
        if (length > best.length || (length == best.length && whole && !best.whole))
            best = {name.organisation, length, whole};
        else if (length == best.length && !whole && !best.whole)
            best.organisation = {};  // two begin so
    }
    return best.organisation ? best : OrganisationMatch{};
}

bool NameIndex::is_given(std::string_view word) const {
    const auto people = by_word_.find(hash_text(word));
    return people != by_word_.end() && std::ranges::any_of(people->second, [&](RecordId person) {
        const auto& theirs = by_person_.find(person)->second;
        return std::ranges::find(theirs, hash_text(word), &NameWord::word)->given;
    });
}

bool NameIndex::is_family(std::string_view word) const {
    const auto people = by_word_.find(hash_text(word));
    return people != by_word_.end() && std::ranges::any_of(people->second, [&](RecordId person) {
        const auto& theirs = by_person_.find(person)->second;
        return std::ranges::find(theirs, hash_text(word), &NameWord::word)->family;
    });
}

std::vector<std::string> NameIndex::respelt(std::string_view word) const {
    std::vector<std::string> found;
    if (word.size() < 4 || has(word)) return found;
    for (const auto& [hash, spelt] : spelling_) {
        if (spelt.size() >= 4 && by_word_.contains(hash) && one_slip_apart(word, spelt, true))
            found.push_back(spelt);
    }
    std::ranges::sort(found);
    return found;
}

std::vector<NameMatch> NameIndex::find(
    std::span<const std::string_view> words, const ContactBook& contacts) const {
    std::vector<NameMatch> found;
    const auto first = words.empty() ? by_word_.end() : by_word_.find(hash_text(words.front()));
    if (first == by_word_.end()) return found;
    for (const RecordId person : first->second) {
        KITH_ASSERT(by_person_.contains(person));
        const auto& theirs = by_person_.find(person)->second;
        bool given = false;
        const bool all = std::ranges::all_of(words, [&](std::string_view word) {
            const auto at = std::ranges::find(theirs, hash_text(word), &NameWord::word);
            if (at == theirs.end()) return false;
            if (word == words.front()) given = at->given;
            // Said twice, it must be a first and a family name: "Will will" is not.
            return std::ranges::count(words, word) == 1 || (at->given && at->family);
        });
        if (!all) continue;
        const NameFit fit = words.size() > 1 ? NameFit::full : given ? NameFit::given : NameFit::family;
        found.push_back({person, fit});
    }
    const auto last = [&](RecordId person) {
        const auto theirs = contacts.of(person);
        return theirs.empty() ? Day::min() : theirs.back().on;
    };
    std::ranges::sort(found, [&](const NameMatch& a, const NameMatch& b) {
        if (a.fit != b.fit) return a.fit > b.fit;
        const Day a_last = last(a.person);
        const Day b_last = last(b.person);
        return a_last != b_last ? a_last > b_last : a.person < b.person;
    });
    return found;
}

}  // namespace kith
