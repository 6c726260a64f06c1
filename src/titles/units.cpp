#include "titles/units.h"

#include <algorithm>
#include <array>

#include "base/enums.h"
#include "base/text.h"

namespace kith::titles {

namespace {

using Meanings = std::vector<const Meaning*>;  // of one place, a language each

struct Match {
    Meanings meanings;
    std::size_t first = 0;  // words
    std::size_t last = 0;
    std::size_t weight = 1;  // words that count
    std::string key;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

bool is_mark(const std::vector<Meaning>* meanings, Mark a, Mark b) {
    return meanings != nullptr && std::ranges::any_of(*meanings, [&](const Meaning& meaning) {
        return meaning.mark != nullptr && (meaning.mark->mark == a || meaning.mark->mark == b);
    });
}

class Matcher {
public:
    Matcher(const TermTable& table, std::string_view line, JobFunction company)
        : table_(table), company_(company), words_(split_words(line)) {}

    std::vector<Unit> units() {
        for (std::size_t i = 0; i < words_.size();) {
            if (words_[i].ideographic) {
                match_run(i++);
            } else {
                i = match_words(i);
            }
        }
        return chosen();
    }

private:
    const TermTable& table_;
    JobFunction company_;
    std::vector<Word> words_;
    std::vector<Match> matches_;

    const std::string& form(std::size_t word, Wording wording) const {
        return wording == Wording::romance ? words_[word].romance : words_[word].plain;
    }

    Meanings meanings_of(Wording wording, const std::string& key) const {
        Meanings found;
        if (const std::vector<Meaning>* all = table_.find(wording, key)) {
            for (const Meaning& meaning : *all) {
                if (meaning.holds_in(company_)) found.push_back(&meaning);
            }
        }
        return found;
    }

    /// The longest term that begins at word `i`, of one wording.
    Match longest(std::size_t i, Wording wording) const {
        Match best;
        std::string key;
        std::size_t count = 0;
        for (std::size_t j = i; j < words_.size() && count < table_.most_words() && !words_[j].ideographic;
            ++j) {
            if (j > i && words_[j].before > Break::slash) break;
            const std::string& word = form(j, wording);
            if (word.empty()) break;
            const bool is_joint = is_mark(table_.find(wording, word), Mark::of, Mark::and_);
            if (j > i && is_joint) continue;
            if (!key.empty()) key += ' ';
            key += word;
            ++count;
            if (Meanings found = meanings_of(wording, key); !found.empty()) {
                best.meanings = std::move(found);
                best.first = i;
                best.last = j;
                best.weight = count;
                best.key = key;
            }
            if (is_joint) break;  // a phrase does not begin with one
        }
        return best;
    }

    std::size_t match_words(std::size_t i) {
        Match best = longest(i, Wording::plain);
        Match romance = longest(i, Wording::romance);
        if (best.meanings.empty() || (romance.weight > best.weight && !romance.meanings.empty())) {
            std::swap(best, romance);
        } else if (!romance.meanings.empty() && romance.weight == best.weight) {
            best.meanings.insert(best.meanings.end(), romance.meanings.begin(), romance.meanings.end());
        }
        if (best.meanings.empty()) {
            match_compound(i);
            return i + 1;
        }
        best.begin = words_[best.first].begin;
        best.end = words_[best.last].end;
        const std::size_t next = best.last + 1;
        matches_.push_back(std::move(best));
        return next;
    }

    Match single(std::size_t word, Meanings meanings, std::string key) const {
        Match match;
        match.meanings = std::move(meanings);
        match.first = match.last = word;
        match.key = std::move(key);
        match.begin = words_[word].begin;
        match.end = words_[word].end;
        return match;
    }

    /// What German and Dutch say of a part of a compound.
    Meanings part(const std::string& text) const {
        Meanings found;
        if (const std::vector<Meaning>* all = table_.find(Wording::plain, text)) {
            for (const Meaning& meaning : *all) {
                if ((meaning.language == Language::de || meaning.language == Language::nl) &&
                    (meaning.is_role_word() || meaning.area != nullptr))
                    found.push_back(&meaning);
            }
        }
        return found;
    }

    /// "gebietsverkaufsleiter": the longest parts from the end; what is left of the word may be unknown.
    void match_compound(std::size_t i) {
        constexpr std::size_t least_end = 3, least_beginning = 3;
        std::vector<Match> parts;
        std::string rest = words_[i].plain;
        for (bool found = true; found && rest.size() > least_end;) {
            found = false;
            for (std::size_t at = parts.empty() ? 2 : 0; at + least_end <= rest.size(); ++at) {
                if ((static_cast<unsigned char>(rest[at]) & 0xC0) == 0x80) continue;
                if (parts.empty() && rest.size() - at < 4) break;
                std::string text = rest.substr(at);
                Meanings meanings = part(text);
                if (meanings.empty()) continue;
                parts.push_back(single(i, std::move(meanings), std::move(text)));
                rest.resize(at);
                for (const std::string_view joint : {"ungs", "s", "en", "n", "es"}) {
                    if (joint == "ungs" || !part(rest).empty() ||
                        rest.size() < joint.size() + least_beginning || !rest.ends_with(joint))
                        continue;
                    const std::string shorter = rest.substr(0, rest.size() - joint.size());
                    if (!part(shorter).empty()) {
                        rest = shorter;
                        break;
                    }
                }
                if (rest.ends_with('s') && part(rest).empty()) rest.pop_back();
                found = true;
                break;
            }
        }
        if (parts.empty()) {
            for (std::size_t length = rest.size() - std::min<std::size_t>(rest.size(), 1); length >= 5;
                --length) {
                Meanings meanings = part(rest.substr(0, length));
                std::erase_if(meanings, [](const Meaning* meaning) { return meaning->area == nullptr; });
                if (meanings.empty()) continue;
                parts.push_back(single(i, std::move(meanings), rest.substr(0, length)));
                break;
            }
        }
        if (parts.empty()) parts.push_back(single(i, {}, words_[i].plain));
        matches_.insert(
            matches_.end(), std::make_move_iterator(parts.rbegin()), std::make_move_iterator(parts.rend()));
    }

    /// Terms in a run of characters without spaces, with words in Latin letters among them: those that cover the
    /// most of it, and of such the longest, 人事 and 部長 rather than 人事部 and a rest.
    void match_run(std::size_t i) {
        const std::string& text = words_[i].text;
        struct Step {
            std::size_t covered = 0, units = 0, length = 0;
            Meanings meanings;
        };
        std::vector<Step> best(text.size() + 1);  // from each place to the end
        for (std::size_t at = text.size(); at-- > 0;) {
            if (is_within_letter(text, at)) continue;
            const std::size_t letter = decode_utf8(std::string_view(text).substr(at)).length;
            best[at].length = letter;
            best[at].covered = best[at + letter].covered;
            best[at].units = best[at + letter].units;
            const std::size_t longest = std::min(table_.longest_run(), text.size() - at);
            for (std::size_t length = 1; length <= longest; ++length) {
                if (is_within_letter(text, at + length)) continue;
                Meanings found = run_meanings(text, at, length);
                if (found.empty()) continue;
                const Step& rest = best[at + length];
                const std::size_t covered = rest.covered + length, units = rest.units + 1;
                if (covered < best[at].covered || (covered == best[at].covered && units > best[at].units))
                    continue;
                best[at] = {covered, units, length, std::move(found)};
            }
        }
        std::string unknown;
        const auto close = [&] {
            if (!unknown.empty()) matches_.push_back(single(i, {}, std::exchange(unknown, {})));
        };
        for (std::size_t at = 0; at < text.size(); at += best[at].length) {
            Step& step = best[at];
            if (step.meanings.empty()) {
                unknown += text.substr(at, step.length);
                continue;
            }
            close();
            matches_.push_back(single(i, std::move(step.meanings), text.substr(at, step.length)));
            matches_.back().weight = std::max<std::size_t>(1, step.length / 4);
        }
        close();
    }

    static bool is_within_letter(const std::string& text, std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    }

    /// Of a part of a run; a word in Latin letters is looked up whole, as anywhere.
    Meanings run_meanings(const std::string& text, std::size_t at, std::size_t length) const {
        const auto is_latin = [&](std::size_t place) {
            return place < text.size() && static_cast<unsigned char>(text[place]) < 0x80;
        };
        if (is_latin(at) && at > 0 && is_latin(at - 1)) return {};
        const std::string part = text.substr(at, length);
        if (Meanings found = meanings_of(Wording::run, part); !found.empty()) return found;
        if (is_latin(at + length) ||
            !std::ranges::all_of(part, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; }))
            return {};
        return meanings_of(Wording::plain, part);
    }

    /// The languages, that of most of the line first.
    std::array<Language, language_count> languages() const {
        EnumArray<Language, std::size_t> votes;
        for (const Match& match : matches_) {
            for (const Meaning* meaning : match.meanings) {
                const bool is_said = match.meanings.size() == 1;  // by this language alone
                votes[meaning->language] += 2 * match.weight + (is_said ? match.weight : 0);
            }
        }
        for (const Word& word : words_) {
            if (word.ideographic && word.text.find("\u30FC") != std::string::npos) votes[Language::ja] += 3;
            const DecodedPoint first = decode_utf8(word.text);
            if (first.point >= 0x3040 && first.point <= 0x30FF) votes[Language::ja] += 3;
        }
        auto order = enumerators<Language>;
        std::ranges::stable_sort(
            order, std::ranges::greater{}, [&](Language language) { return votes[language]; });
        return order;
    }

    std::vector<Unit> chosen() const {
        const auto order = languages();
        std::vector<Unit> units;
        Joint joint = Joint::none;
        Break before = Break::none;
        std::size_t seen = words_.size();
        for (const Match& match : matches_) {
            const Meaning* meaning = nullptr;
            for (const Language language : order) {
                const auto at = std::ranges::find(match.meanings, language, &Meaning::language);
                if (at == match.meanings.end()) continue;
                meaning = *at;
                break;
            }
            if (match.first != seen) before = std::max(before, words_[match.first].before);
            seen = match.first;
            if (meaning != nullptr && meaning->mark != nullptr && !meaning->is_role_word() &&
                meaning->area == nullptr && meaning->turns == 0 && meaning->mark->mark != Mark::tail) {
                switch (meaning->mark->mark) {
                    case Mark::of:
                        if (joint == Joint::none) joint = Joint::of;
                        break;
                    case Mark::and_: joint = Joint::and_; break;
                    case Mark::to: joint = Joint::to; break;
                    case Mark::at: joint = Joint::at; break;
                    default: break;
                }
                continue;
            }
            units.push_back({.meaning = meaning,
                .before = before,
                .joint = joint,
                .begin = match.begin,
                .end = match.end,
                .key = match.key});
            joint = Joint::none;
            before = Break::none;
        }
        return units;
    }
};

}  // namespace

std::vector<Unit> read_units(const TermTable& table, std::string_view line, JobFunction company) {
    return Matcher(table, line, company).units();
}

}  // namespace kith::titles
