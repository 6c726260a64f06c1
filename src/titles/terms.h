// The table of assets/titles: which words of which language say what of a role. assets/titles/README.md tells
// how its lines are written.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "titles/role.h"

namespace kith::titles {

/// What kind of term a word is.
enum class TermKind : std::uint8_t {
    job,    // names a role wholly: nurse, product manager
    base,   // a role whose field another word may say: engineer, founder
    open,   // a role whose field the organisation says, else as written: consultant, fellow
    field,  // names a field: marketing
    near,   // lies near a field, and gives way to any other: digital, clinical
    rank,   // names a level: director
    firm,   // stands in names of organisations of that field: LLP, hospital
    turn,   // changes a role: senior, former, deputy
    mark,   // stands between: of, to, at, and
};

enum class Turn : std::uint8_t {
    senior,
    junior,
    lead,
    deputy,
    assistant,
    associate,
    group,
    chief,
    acting,
    former,
    retired,
    seeking,
    student,
    freelance,
    self,
    aspiring,
    side,
    deny,
    aide,        // works for somebody who may be named: assistant, secretary
    credential,  // letters behind a name: RN, CPA
    none,
};
enum class Mark : std::uint8_t { of, to, at, and_, tail, none };

enum class Language : std::uint8_t { en, de, fr, es, pt, it, nl, zh, ja, ar };
inline constexpr std::size_t language_count = 10;

/// How words of a language are compared.
enum class Wording : std::uint8_t { plain, romance, run };
Wording wording_of(Language language);
/// The word that the others belong to comes first ("directeur commercial"), not last ("sales director").
bool is_head_first(Language language);

/// What a line of the table says of its terms.
struct Term {
    TermKind kind = TermKind::job;
    JobFunction function = JobFunction::none;
    JobFunction second = JobFunction::none;
    std::string specialty;
    JobLevel level = JobLevel::individual;
    std::optional<HiringSay> say;
    std::optional<LeadsPeople> leads;
    JobFunction at = JobFunction::none;  // only in an organisation of that field
    Turn turn = Turn::none;
    Mark mark = Mark::none;
};

/// What one language says of one key. The pointers stay as long as the table.
struct Meaning {
    Language language = Language::en;
    const Term* role = nullptr;  // job, base or open
    const Term* area = nullptr;  // field or near
    const Term* rank = nullptr;
    const Term* firm = nullptr;
    const Term* mark = nullptr;
    std::uint32_t turns = 0;          // a bit for each Turn
    std::vector<const Term*> within;  // roles that hold in organisations of a certain field only

    bool has(Turn turn) const { return (turns >> static_cast<unsigned>(turn) & 1U) != 0; }
    /// Anything of it holds whatever the organisation does, or in one of this field.
    bool holds_in(JobFunction company) const {
        return role != nullptr || area != nullptr || rank != nullptr || firm != nullptr || mark != nullptr ||
            turns != 0 || std::ranges::any_of(within, [&](const Term* term) { return term->at == company; });
    }
    bool is_role_word() const { return role != nullptr || rank != nullptr || !within.empty(); }
};

struct LanguageText {
    Language language;
    std::string_view text;
};

class TermTable {
public:
    /// Reads texts in the form of assets/titles, once. False if a line makes no sense.
    bool read(std::span<const LanguageText> texts);

    /// All languages' meanings of a key: words joined by spaces, in the wording given.
    const std::vector<Meaning>* find(Wording wording, const std::string& key) const;
    /// The most words a key has, and the most bytes of a key without spaces.
    std::size_t most_words() const { return most_words_; }
    std::size_t longest_run() const { return longest_run_; }
    std::size_t size() const { return size_; }

    /// The table of all languages, read at the first call (some milliseconds).
    static const TermTable& standard();

private:
    std::vector<std::unique_ptr<Term>> terms_;
    std::unordered_map<std::string, std::vector<Meaning>> keys_[3];
    std::size_t most_words_ = 1;
    std::size_t longest_run_ = 0;
    std::size_t size_ = 0;

    void add(Language language, const Term& term, std::string_view phrase);
};

}  // namespace kith::titles
