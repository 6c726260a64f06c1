#include "titles/terms.h"

#include <algorithm>
#include <memory>

#include "base/enums.h"
#include "base/text.h"
#include "titles/table_texts.h"
#include "titles/words.h"

namespace kith::titles {

namespace {

template <typename Enum>
std::optional<Enum> value_named(std::string_view name) {
    const auto& names = enumerator_names<Enum>;
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return {};
    return static_cast<Enum>(at - names.begin());
}

std::optional<Mark> mark_named(std::string_view name) {
    return name == "and" ? Mark::and_ : value_named<Mark>(name);
}

/// "sales/general", "design.ux", "-".
bool read_function(std::string_view text, Term& term) {
    if (const std::size_t dot = text.find('.'); dot != std::string_view::npos) {
        term.specialty = text.substr(dot + 1);
        text = text.substr(0, dot);
    }
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) {
        const auto second = value_named<JobFunction>(text.substr(slash + 1));
        if (!second) return false;
        term.second = *second;
        text = text.substr(0, slash);
    }
    const auto first = text == "-" ? JobFunction::none : value_named<JobFunction>(text);
    if (!first) return false;
    term.function = *first;
    return true;
}

bool read_word(std::string_view word, Term& term) {
    if (word.starts_with("at=")) {
        const auto function = value_named<JobFunction>(word.substr(3));
        term.at = function.value_or(JobFunction::none);
        return function.has_value();
    }
    if (word == "leads") {
        term.leads = LeadsPeople::yes;
    } else if (const auto say = value_named<HiringSay>(word)) {
        term.say = *say;
    } else if (const auto level = value_named<JobLevel>(word)) {
        term.level = *level;
    } else if (const auto kind = value_named<TermKind>(word)) {
        term.kind = *kind;
    } else {
        return false;
    }
    return true;
}

std::optional<Term> read_head(std::string_view head) {
    Term term;
    const std::vector<std::string_view> words = split(head, ' ');
    if (words.size() < 2) return {};
    if (words[0] == "turn") {
        const auto turn = value_named<Turn>(words[1]);
        if (!turn) return {};
        term.kind = TermKind::turn;
        term.turn = *turn;
        return term;
    }
    if (words[0] == "mark") {
        const auto mark = mark_named(words[1]);
        if (!mark) return {};
        term.kind = TermKind::mark;
        term.mark = *mark;
        return term;
    }
    if (!read_function(words[0], term)) return {};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!read_word(words[i], term)) return {};
    }
    return term;
}

}  // namespace

Wording wording_of(Language language) {
    switch (language) {
        case Language::fr:
        case Language::es:
        case Language::pt:
        case Language::it: return Wording::romance;
        case Language::zh:
        case Language::ja: return Wording::run;
        default: return Wording::plain;
    }
}

bool is_head_first(Language language) {
    return wording_of(language) == Wording::romance || language == Language::ar;
}

bool TermTable::read(std::span<const LanguageText> texts) {
    // Marks first, of all languages: a phrase is kept without them, and looked up without them.
    struct Line {
        Language language;
        Term term;
        std::string_view phrases;
    };
    std::vector<Line> lines;
    for (const auto& [language, text] : texts) {
        for (std::string_view line : split(text, '\n')) {
            line = trim(line);
            if (line.empty() || line.starts_with('#')) continue;
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos) return false;
            auto term = read_head(trim(line.substr(0, colon)));
            if (!term) return false;
            lines.push_back({language, std::move(*term), line.substr(colon + 1)});
        }
    }
    std::ranges::stable_sort(lines, {}, [](const Line& line) { return line.term.kind != TermKind::mark; });
    for (auto& [language, term, phrases] : lines) {
        terms_.push_back(std::make_unique<Term>(std::move(term)));
        for (const std::string_view phrase : split(phrases, ','))
            add(language, *terms_.back(), trim(phrase));
    }
    return true;
}

void TermTable::add(Language language, const Term& term, std::string_view phrase) {
    const Wording wording = wording_of(language);
    const std::vector<Word> words = split_words(phrase);
    std::string key;
    std::size_t count = 0;
    for (const Word& word : words) {
        const std::string& one = wording == Wording::run ? word.text
            : wording == Wording::romance                ? word.romance
                                                         : word.plain;
        if (words.size() > 1 && term.kind != TermKind::mark) {
            const std::vector<Meaning>* known = find(wording, one);
            const bool is_mark = known != nullptr && std::ranges::any_of(*known, [&](const Meaning& meaning) {
                return meaning.mark != nullptr &&
                    (meaning.mark->mark == Mark::of || meaning.mark->mark == Mark::and_);
            });
            if (is_mark) continue;
        }
        if (!key.empty() && wording != Wording::run) key += ' ';
        key += one;
        ++count;
    }
    if (key.empty()) return;
    ++size_;
    if (wording == Wording::run) longest_run_ = std::max(longest_run_, key.size());
    most_words_ = std::max(most_words_, count);
    std::vector<Meaning>& meanings = keys_[static_cast<std::size_t>(wording)][key];
    auto at = std::ranges::find(meanings, language, &Meaning::language);
    if (at == meanings.end()) at = meanings.insert(meanings.end(), Meaning{.language = language});
    const auto keep_first = [&](const Term*& slot) {
        if (slot == nullptr) slot = &term;
    };
    switch (term.kind) {
        case TermKind::job:
        case TermKind::base:
        case TermKind::open:
            if (term.at != JobFunction::none)
                at->within.push_back(&term);
            else
                keep_first(at->role);
            break;
        case TermKind::field:
        case TermKind::near: keep_first(at->area); break;
        case TermKind::rank: keep_first(at->rank); break;
        case TermKind::firm: keep_first(at->firm); break;
        case TermKind::turn: at->turns |= 1U << static_cast<unsigned>(term.turn); break;
        case TermKind::mark: keep_first(at->mark); break;
    }
}

const std::vector<Meaning>* TermTable::find(Wording wording, const std::string& key) const {
    const auto& keys = keys_[static_cast<std::size_t>(wording)];
    const auto at = keys.find(key);
    return at == keys.end() ? nullptr : &at->second;
}

const TermTable& TermTable::standard() {
    static const TermTable table = [] {
        std::vector<LanguageText> texts;
        for (const Language language : enumerators<Language>)
            texts.push_back({language, table_text(language)});
        TermTable read;
        const bool is_right = read.read(texts);
        KITH_ASSERT(is_right);  // it is our own, and a test reads it too
        return read;
    }();
    return table;
}

}  // namespace kith::titles
