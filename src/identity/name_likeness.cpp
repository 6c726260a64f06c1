#include "identity/name_likeness.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <rapidfuzz/distance/OSA.hpp>

#include "base/ids.h"
#include "base/sorting.h"
#include "base/text.h"
#include "identity/name_sounds.h"
#include "identity/name_words.h"
#include "identity/transliteration.h"

namespace kith::identity {

namespace {

std::string only_letters(std::string_view text) {
    std::string out;
    const std::string folded = fold(text);
    for (std::string_view rest = folded; !rest.empty();) {
        const DecodedPoint next = decode_utf8(rest);
        if (is_letter_or_digit(next.point)) out += rest.substr(0, next.length);
        rest.remove_prefix(next.length);
    }
    return out;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        // "J.R.R." are three.
        const bool initials = c == '.' && word.size() == 1;
        if (c == ' ' || c == '-' || initials) {
            if (!word.empty()) words.push_back(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::uint32_t letters_in(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char c : text)
        letters |= 1U << (static_cast<unsigned char>(c) % 32);
    return letters;
}

/// Letters may be different by mistake, but not all of a short name.
std::size_t mistakes_allowed(std::size_t length) {
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}
bool is_typing_error(std::string_view a, std::string_view b) {
    const std::size_t most = mistakes_allowed(std::min(a.size(), b.size()));
    return most > 0 && rapidfuzz::osa_distance(a, b, most) <= most;
}

/// What a script without vowels has of a name, in which "w" and "y" may be vowels, "p" may be "f", and "b" "v".
std::string skeleton_of(std::string_view letters) {
    std::string skeleton = consonants_of(sound_of(letters));
    std::erase(skeleton, 'v');
    std::erase(skeleton, 'b');
    std::ranges::replace(skeleton, 'f', 'p');
    return consonants_of(skeleton);
}

/// Mario and Maria: one letter, and two people.
bool are_man_and_woman(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a.size() < 3 || a.substr(0, a.size() - 1) != b.substr(0, b.size() - 1))
        return false;
    return std::pair(a.back(), b.back()) == std::pair('a', 'o') ||
        std::pair(a.back(), b.back()) == std::pair('o', 'a');
}

}  // namespace

NameWords::NameWords() {
    words_.emplace_back();  // none
    sketches_.emplace_back();
}

WordId NameWords::add(std::string_view text) {
    const auto [known, fresh] = ids_.try_emplace(std::string(text), 0);
    if (!fresh) return known->second;
    const Reading reading = read_in_latin(text);
    Word word;
    word.letters = only_letters(reading.latin);
    if (word.letters.empty()) return 0;
    // Two ways to write the same letters are the same word.
    const std::string key = "\n" + word.letters + (reading.other_script ? "\n" : "");
    const auto [same, other] = ids_.try_emplace(key, static_cast<WordId>(words_.size()));
    ids_[std::string(text)] = same->second;
    if (!other) return same->second;
    word.written = without_digraphs(word.letters);
    word.sound = sound_of(word.letters);
    word.consonants = consonants_of(word.sound);
    word.groups = nicknames_->groups_of(word.letters, word.sound);
    word.other_script = reading.other_script;
    word.han = reading.han;
    word.without_vowels = reading.consonants;
    any_without_vowels_ |= reading.consonants;
    sketches_.push_back(
        {letters_in(word.letters), letters_in(word.sound), static_cast<std::uint32_t>(hash_text(word.sound)),
            static_cast<std::uint32_t>(hash_text(word.consonants)),
            !reading.other_script && word.letters.size() > 1, !word.groups.empty()});
    words_.push_back(std::move(word));
    return static_cast<WordId>(words_.size() - 1);
}

/// Two mistakes change four letters at most.
bool is_far(std::uint32_t a, std::uint32_t b) {
    return std::popcount(a ^ b) > 4;
}

Likeness NameWords::compare(WordId a, WordId b) {
    if (a == b) return a == 0 ? Likeness::unknown : Likeness::same;
    if (a == 0 || b == 0) return Likeness::unknown;
    const Sketch& one = sketches_[a];
    const Sketch& other = sketches_[b];
    if (one.plain && other.plain && one.sound != other.sound && one.consonants != other.consonants &&
        is_far(one.letters, other.letters) && is_far(one.sounds, other.sounds) && !one.has_nicknames &&
        !other.has_nicknames)
        return Likeness::different;
    const std::uint64_t key = (std::uint64_t{std::min(a, b)} << 32) | std::max(a, b);
    const auto [found, fresh] = compared_.try_emplace(key, Likeness::different);
    if (fresh) found->second = compare_words(words_[a], words_[b]);
    return found->second;
}

Likeness NameWords::compare_words(const Word& a, const Word& b) const {
    if (a.letters == b.letters) return a.other_script == b.other_script ? Likeness::same : Likeness::sounds;
    const auto is_initial = [](const Word& word) { return word.letters.size() == 1 && !word.other_script; };
    if (is_initial(a) || is_initial(b))
        return a.letters.front() == b.letters.front() ? Likeness::initial : Likeness::different;
    if (a.written == b.written) return Likeness::written;
    if (a.sound == b.sound) return Likeness::sounds;
    const bool without_vowels = a.without_vowels || b.without_vowels;
    if (without_vowels && skeleton_of(a.letters) == skeleton_of(b.letters)) return Likeness::sounds;
    if (std::ranges::find_first_of(a.groups, b.groups) != a.groups.end()) return Likeness::nickname;
    if (is_misspelt_nickname(a, b) || is_misspelt_nickname(b, a)) return Likeness::typing;
    if (are_man_and_woman(a.letters, b.letters)) return Likeness::different;
    if (is_typing_error(a.letters, b.letters) || is_typing_error(a.sound, b.sound)) return Likeness::typing;
    constexpr std::size_t enough = 3;
    if (a.consonants == b.consonants && a.consonants.size() >= enough) return Likeness::typing;
    if (without_vowels && is_typing_error(a.consonants, b.consonants)) return Likeness::typing;
    // Han characters may be read in Japanese, and vowels may be all that a name has.
    if (a.han != b.han || (a.without_vowels != b.without_vowels && a.consonants.size() < enough))
        return Likeness::unknown;
    return Likeness::different;
}

Slices NameWords::find_places(std::vector<std::uint32_t>& places) const {
    std::vector<WordId> order(words_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key_of = [&](WordId word) {
        return std::pair(std::string_view(words_[word].letters), words_[word].other_script);
    };
    co_await sort_in_slices(order, [&](WordId a, WordId b) { return key_of(a) < key_of(b); });
    places.resize(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
}

/// A name that is in no group, for a mistake in it, and another form of the name that it should be.
bool NameWords::is_misspelt_nickname(const Word& a, const Word& b) const {
    constexpr std::size_t telling = 5;
    if (!a.groups.empty() || a.letters.size() < telling) return false;
    return std::ranges::any_of(b.groups, [&](Nicknames::Group group) {
        return std::ranges::any_of(nicknames_->forms_of(group), [&](std::string_view form) {
            return form.size() >= telling && is_typing_error(a.letters, form);
        });
    });
}

namespace {

NamePart part_of(std::string_view text, NameWords& words) {
    NamePart part;
    if (text.empty()) return part;
    std::string whole, core;
    std::vector<std::string> core_words;
    for (const std::string& word : words_in(text)) {
        whole += word;
        const std::string bare = bare_word(word);
        const NameWord kind = kind_of_word(bare);
        const bool elided = bare.starts_with("d'") && bare.size() > 3;
        if (kind == NameWord::particle || kind == NameWord::conjunction) continue;
        core_words.push_back(elided ? bare.substr(2) : word);
        core += core_words.back();
    }
    part.whole = words.add(whole);
    part.core = core.empty() ? part.whole : words.add(core);
    for (const std::string& word : core_words) {
        const WordId id = words.add(word);
        if (id != 0 && part.words.size() < part.words.capacity()) part.words.push_back(id);
    }
    return part;
}

bool is_better(Likeness a, Likeness b) {
    return a < b;
}
Likeness better(Likeness a, Likeness b) {
    return is_better(a, b) ? a : b;
}

Likeness compare_parts(const NamePart& a, const NamePart& b, NameWords& words) {
    if (a.empty() || b.empty()) return Likeness::unknown;
    Likeness best = words.compare(a.whole, b.whole);
    if (best == Likeness::same) return best;
    if (a.whole != a.core || b.whole != b.core) {
        const Likeness cores = words.compare(a.core, b.core);
        if (cores == Likeness::same) return Likeness::particle;
        best = better(best, cores);
        best = better(best, better(words.compare(a.whole, b.core), words.compare(a.core, b.whole)));
    }
    if (is_better(best, Likeness::part) || (a.words.size() < 2 && b.words.size() < 2)) return best;
    // Words of double names, each with its best counterpart.
    std::size_t alike = 0;
    Likeness worst = Likeness::same;
    const NamePart& fewer = a.words.size() <= b.words.size() ? a : b;
    const NamePart& more = &fewer == &a ? b : a;
    for (const WordId word : fewer.words) {
        Likeness one = Likeness::different;
        for (const WordId other : more.words)
            one = better(one, words.compare(word, other));
        if (is_better(one, Likeness::part)) ++alike;
        worst = std::max(worst, one);
    }
    if (alike == fewer.words.size()) {
        if (fewer.words.size() == more.words.size()) return better(best, worst);
        return Likeness::part;
    }
    if (alike > 0) return better(best, Likeness::part);
    return best;
}

/// What stands behind the first given name, in whichever field.
boost::container::static_vector<WordId, 8> further_names(const NameShape& name) {
    boost::container::static_vector<WordId, 8> further;
    if (name.given.words.size() > 1) further.assign(name.given.words.begin() + 1, name.given.words.end());
    further.insert(further.end(), name.middle.begin(), name.middle.end());
    return further;
}

Likeness compare_middles(const NameShape& a, const NameShape& b, NameWords& words) {
    const auto mine = further_names(a), theirs = further_names(b);
    if (mine.empty() || theirs.empty()) return Likeness::unknown;
    Likeness best = Likeness::different;
    for (const WordId one : mine) {
        for (const WordId other : theirs)
            best = better(best, words.compare(one, other));
    }
    return best;
}

/// Given names in order: where one has only one, it is the other's first.
Likeness compare_given(const NameShape& a, const NameShape& b, NameWords& words) {
    const Likeness whole = compare_parts(a.given, b.given, words);
    if (!is_better(Likeness::particle, whole) || a.given.words.empty() || b.given.words.empty()) return whole;
    if (a.given.words.size() == b.given.words.size()) return whole;
    const bool one_word = a.given.words.size() == 1 || b.given.words.size() == 1;
    if (!one_word) return whole;
    const Likeness first = words.compare(a.given.words.front(), b.given.words.front());
    return better(whole, first == Likeness::same ? Likeness::further : first);
}

int rank(const NameLikeness& one) {
    return static_cast<int>(one.given) + static_cast<int>(one.family) +
        2 * (one.given == Likeness::different) + 2 * (one.family == Likeness::different);
}

}  // namespace

namespace {

std::uint64_t hash_of_all(const NameShape& shape, const NameWords& words) {
    if (shape.given.empty() || shape.family.empty()) return 0;
    std::string letters, cut;
    for (const NamePart* part : {&shape.given, &shape.family}) {
        letters += words.letters(part->whole);
        for (const WordId word : part->words) {
            cut += words.letters(word);
            cut += ' ';
        }
    }
    // What was read in Latin letters is no other way to write the name.
    const bool read = words.is_other_script(shape.given.whole) || words.is_other_script(shape.family.whole);
    return mix(hash_text(letters)) + hash_text(cut) + (read ? 1 : 0);
}

}  // namespace

NameShape shape_of(const ReadName& name, NameWords& words) {
    NameShape shape;
    shape.given = words.part(name.given);
    shape.family = words.part(name.family);
    for (const std::string& word : words_in(name.additional)) {
        const WordId id = words.add(word);
        if (id != 0 && shape.middle.size() < shape.middle.capacity()) shape.middle.push_back(id);
    }
    shape.all = hash_of_all(shape, words);
    shape.generation = generation_of(bare_word(name.generation));
    return shape;
}

bool needs_reading(const NameFields& fields) {
    // A word by itself is a name, whatever else it could be.
    const auto is_word = [](std::string_view text) {
        return !text.empty() && text.find_first_of(" ,()[]\"\t\n") == std::string_view::npos;
    };
    return !fields.prefix.empty() || !fields.suffix.empty() || !fields.additional.empty() ||
        !is_word(fields.given) || !is_word(fields.family);
}

NameShape shape_of(const NameFields& fields, NameWords& words) {
    if (needs_reading(fields)) return shape_of(read_name(fields), words);
    NameShape shape;
    shape.given = words.part(fields.given);
    shape.family = words.part(fields.family);
    shape.all = hash_of_all(shape, words);
    return shape;
}

const NamePart& NameWords::part(std::string_view text) {
    const auto [known, fresh] = parts_.try_emplace(std::string(text));
    if (fresh) known->second = part_of(text, *this);
    return known->second;
}

bool NameLikeness::is_same() const {
    return given <= Likeness::written && family <= Likeness::written && !swapped &&
        middle != Likeness::different && !generations_differ;
}

bool NameLikeness::is_contradiction() const {
    return given == Likeness::different || family == Likeness::different || generations_contradict;
}

NameLikeness compare_names(const NameShape& a, const NameShape& b, NameWords& words) {
    NameLikeness straight;
    straight.given = compare_given(a, b, words);
    straight.family = compare_parts(a.family, b.family, words);
    straight.middle = compare_middles(a, b, words);
    if (a.all != 0 && a.all == b.all && !straight.is_same())
        straight.given = straight.family = Likeness::same;  // cut in another place
    NameLikeness best = straight;
    if (straight.given >= Likeness::part || straight.family >= Likeness::part) {
        NameLikeness crossed = straight;
        crossed.given = compare_parts(a.given, b.family, words);
        crossed.family = compare_parts(a.family, b.given, words);
        crossed.swapped = true;
        const bool whole =
            is_better(crossed.given, Likeness::part) && is_better(crossed.family, Likeness::part);
        if (whole && rank(crossed) < rank(straight)) best = crossed;
    }
    best.generations_differ = a.generation != b.generation;
    best.generations_contradict = best.generations_differ && !a.generation.empty() && !b.generation.empty();
    return best;
}

}  // namespace kith::identity
