// The reader of one line, step by step: each step marks the words that it understood. For line.cpp and
// reader_*.cpp only.
#pragma once

#include "base/assertion.h"
#include "days/words.h"
#include "planning/log/line.h"
#include "workspace/names.h"

namespace kith {

/// A single letter, as a name is shortened: "S." of "S. Ellis".
inline bool is_initial(const Word& word) {
    return word.folded.size() == 1 && word.capital && word.folded[0] >= 'a' && word.folded[0] <= 'z';
}

enum class DateDirection : std::uint8_t { past, future };

/// A day in the line, in words.
struct DatePhrase {
    std::size_t length = 0;  // with the word in front; 0: no date begins here
    PartialDate date;
    std::vector<PartialDate> alternatives;
    bool doubtful = false;
    bool own_sense = false;  // says itself whether it was or is to come
    bool by = false;         // until when

    explicit operator bool() const { return length > 0; }
};
struct TimePhrase {
    std::size_t length = 0;
    int minute = 0;

    explicit operator bool() const { return length > 0; }
};

class LineReader {
public:
    LineReader(std::string_view line, const LogContext& context);
    LogReading read();
    NamesInLine names();

private:
    enum class Use : std::uint8_t { free, kind, date, person, join, topic, place, promise, plan };

    /// A name in the line: known people it can mean, or nobody known.
    struct Name {
        std::size_t begin = 0;  // words
        std::size_t end = 0;
        std::vector<NameMatch> matches;
        bool possessive = false;
        bool slip = false;            // misspelt by a letter
        std::size_t details_end = 0;  // of what is said of them behind the name
        std::size_t aside_end = 0;    // of an employer in brackets, known of them or not
        std::string organisation;
        std::string role;
    };
    /// Where a promise stands.
    struct Promise {
        std::size_t begin = 0;
        std::size_t verb = 0;
        std::size_t end = 0;
        bool mine = true;
        std::size_t subject = none;  // a name's index, or
        std::size_t pronoun = none;  // the word that stands for somebody
        bool third = false;          // the verb is in the third person: "Liz books"
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const LogContext& context_;
    const LogWords& table_;
    const DayWords& days_;
    LogReading reading_;
    std::vector<Word> words_;
    std::vector<Use> use_;
    std::vector<std::size_t> sentences_;  // of each word, counted from the first
    std::vector<Name> names_;
    std::vector<std::size_t> person_of_name_;  // index into reading_.people
    std::vector<Promise> promises_;
    std::vector<DayPhrase> phrases_[2];                       // of days, looking back and ahead
    std::vector<std::pair<std::size_t, std::size_t>> taken_;  // names of which no word is a day; bytes
    std::vector<std::size_t> org_end_;  // of the organisation whose whole name begins at a word; 0: none does
    std::vector<RecordId> orgs_;
    std::size_t introducer_ = none;  // a name
    std::optional<LineRange> introduction_;
    bool passive_introduction_ = false;  // "Omar was introduced to me": not by Omar
    bool only_statements_ = false;       // people are told of, and promises made: no contact
    bool planned_verb_ = false;          // "call Ben tomorrow": a contact to come

    // Words
    void respell();
    bool inside(std::size_t at) const { return at < words_.size(); }
    bool is(WordRole role, std::size_t at) const { return inside(at) && table_.is(role, words_, at); }
    LogWords::Found match(WordRole role, std::size_t at) const {
        return inside(at) ? table_.match(role, words_, at) : LogWords::Found{};
    }
    bool ends_before(WordRole role, std::size_t at) const;
    bool clause_start(std::size_t at) const;
    bool free(std::size_t at) const { return inside(at) && use_[at] == Use::free; }
    enum class Tense : std::uint8_t { unsaid, past, ahead };
    Tense tense() const;
    void find_phrases_of_days();
    std::size_t rhythm_end(std::size_t at) const;
    std::size_t contact_sentence() const;
    bool names_other_things(std::size_t at) const;
    bool says_only_when(std::size_t sentence) const;
    void find_sentences();
    bool speaks_to_me(std::size_t at) const;
    void tell_contact_apart();
    DatePhrase date(std::size_t at, DateDirection direction) const;
    TimePhrase time(std::size_t at) const;
    std::size_t word_from(std::size_t byte) const;
    LineRange range(std::size_t begin, std::size_t end) const {
        KITH_ASSERT(begin < end && end <= words_.size());
        return {words_[begin].begin, words_[end - 1].end};
    }
    std::string text(std::size_t begin, std::size_t end) const;
    void mark(std::size_t begin, std::size_t end, Use use);

    // Names (reader_names.cpp)
    void find_names();
    std::size_t name_at(std::size_t at) const;  // index of the name that begins there, or none
    std::size_t name_ending(std::size_t at) const;
    bool expects_person(std::size_t at) const;
    std::optional<Name> known_name(std::size_t at) const;
    std::optional<Name> unknown_name(std::size_t at) const;
    bool believable(std::size_t at) const;
    bool knows(std::string_view folded) const;
    bool is_common(std::string_view folded) const { return table_.is(WordRole::common, folded); }
    bool is_body(std::size_t begin, std::size_t end) const;
    bool is_acronym(std::size_t at) const;
    bool signed_at(std::size_t at) const;
    bool ends_with_sign_off(std::size_t at) const;
    bool speaks_of_family(std::size_t at) const;
    bool comes_from_somebody(std::size_t at) const;
    bool behind_role_at_employer(std::size_t at) const;
    NameIndex::OrganisationMatch organisation_at(std::size_t at) const;
    void find_whole_names();
    bool led_to_place(std::size_t at) const;
    std::size_t full_name_end(std::size_t at) const;
    bool in_list(std::size_t at) const;
    bool opens_list(std::size_t at) const;
    bool from_place(std::size_t at) const;
    bool ends_like_verb(std::size_t at) const;
    bool is_somebody_new(const Name& name) const;
    bool is_me(const Name& name) const;
    bool lower_case() const;
    bool ends_here(std::size_t at) const;

    // Names not written out, or misspelt (reader_slips.cpp)
    std::optional<Name> with_initial(std::size_t at) const;
    std::optional<Name> misspelt_in_full(std::size_t at) const;
    std::optional<Name> misspelt(std::size_t at) const;

    // What is said of them (reader_details.cpp)
    bool is_role(std::size_t at) const;
    std::size_t employer_end(std::size_t at) const;
    void narrow(Name& name, std::string_view organisation, std::string_view role);
    void read_details(Name& name);
    void read_aside(Name& name);
    bool read_aside_role(Name& name);
    std::size_t aside_end(std::size_t at) const;
    bool name_free(std::size_t at) const;
    void find_introduction();

    bool acts(std::size_t at) const;
    bool is_spoken_of(std::size_t name) const;
    bool is_predicate(std::size_t at) const;
    std::size_t person_index(std::size_t name, bool took_part);
    void take_participants();

    // Promises (reader_promises.cpp)
    void find_promises();
    std::optional<Promise> goes_on_at(std::size_t at) const;
    std::optional<Promise> promise_at(std::size_t at);
    std::optional<Promise> mine_at(std::size_t at);
    std::size_t told_somebody(std::size_t at) const;
    std::optional<Promise> wanted_at(std::size_t at) const;
    std::optional<Promise> awaited_at(std::size_t at) const;
    std::optional<Promise> theirs_at(std::size_t at) const;  // without its end
    bool is_action(std::size_t at) const;
    bool contact_to_come(std::size_t verb, std::size_t end);
    std::size_t promise_end(std::size_t verb) const;
    void read_promise(const Promise& promise);
    std::optional<Guess<Day>> due_of(const Promise& promise, std::size_t& from, std::size_t& to) const;
    std::vector<std::size_t> meant_by(std::size_t pronoun, std::size_t before) const;
    std::string wording(const Promise& promise, std::size_t cut_from, std::size_t cut_to,
        const std::vector<std::pair<std::size_t, std::string>>& names) const;

    // The contact (line.cpp)
    void find_header();
    bool colon_before(std::size_t at) const;
    void find_topic();
    std::size_t topic_end(std::size_t begin) const;
    void find_dates();
    void find_kind();
    bool led_to_at(std::size_t at) const;
    std::size_t place_lead(std::size_t at) const;
    bool find_named_event();
    void find_place();
    RecordId event_called(std::string_view name) const;
    void find_begun_by();
    void find_rest();
};

}  // namespace kith
