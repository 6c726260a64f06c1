// What a file says about one person, organisation or opportunity, in Kith's own terms, whatever the format
// was. Readers build cards; the import compares them with what is here.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "base/keeper.h"
#include "exchange/cards/left_out.h"
#include "model/joined_name.h"
#include "model/schema.h"
#include "model/value.h"

namespace kith {

/// Longer names are shortened, with a notice; the whole is kept among the person's properties.
inline constexpr std::size_t longest_name = 200;    // code points
inline constexpr std::size_t longest_line = 2'000;  // of other fields of one line
inline constexpr std::size_t longest_notes = 100'000;
inline constexpr std::size_t longest_kept = 1'000'000;  // bytes of any text; a workspace takes a little more
inline constexpr std::size_t largest_photo = std::size_t{2} << 20;  // bytes
/// An entry takes so many elements of sets and lists, jobs among them; beside them it keeps its name and all else
/// that it can say only once, wherever in the file that stands.
inline constexpr std::size_t most_details = 5'000;

/// What was odd, up to a limit; the rest is counted.
class Notices {
public:
    void add(Error notice);
    std::vector<Error> list;
    std::size_t more = 0;
};

/// One plain field, or one element of a set or list. Data live in a Keeper.
struct Entry {
    FieldId field;
    Value value;
};

/// Work: becomes an affiliation, and the organisation if it is new.
struct CardJob {
    std::string_view organisation;
    std::string_view role;
    std::string_view department;
    std::string_view place;
    PartialDate from;
    PartialDate to;
    bool past = false;
    std::string_view brought = {};
    std::string_view notes = {};
    RecordId organisation_record = {};  // in the file, where that is Kith's own
};

struct Card {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    Kind kind = Kind::person;
    RecordId record = {};  // that it is in the file, where that is Kith's own
    std::vector<Entry> entries;
    std::vector<CardJob> jobs;  // of an opportunity at most one, for the organisation

    std::string_view text(FieldId field) const;  // of the first entry of a plain text field
    bool has(FieldId field) const;
};

/// The name a card goes by: as shown, else its parts, nickname, organisation, an address or number; of an
/// opportunity its title.
std::string card_name(const Card& card);

/// Puts a card together: cleans and shortens text, leaves out what is empty or twice, and says what was odd.
class CardBuilder {
public:
    CardBuilder(Keeper& keeper, Notices& notices, std::string_view file_name, std::uint32_t file)
        : keeper_(keeper), notices_(notices), file_name_(file_name), file_(file) {}

    void begin(std::size_t line, Kind kind = Kind::person);
    Card& card() { return card_; }
    /// The card at hand is Kith's own: its name was put in order when it first came in.
    void is_of_kith() { is_of_kith_ = true; }
    Card take();
    bool empty() const { return card_.entries.empty() && card_.jobs.empty(); }

    // `source` is the column or property as the file calls it. ------------------------------------------

    /// Text of any type that is stored as text (a choice must be one of its options, else it is kept as a
    /// property). The first text of a plain field counts; long texts are joined.
    void text(FieldId field, std::string_view raw, std::string_view source);
    void value(FieldId field, Value value);
    /// A date as written; what cannot be read is kept as a property, with a notice.
    void date(FieldId field, const PartialDate& date) { value(field, Value::date(date)); }
    void email(std::string_view address, std::string_view label, bool primary, std::string_view source);
    void phone(std::string_view number, std::string_view label, bool primary, std::string_view source);
    void contact_point(std::string_view kind, std::string_view value, std::string_view label, bool primary,
        std::string_view source);
    void link(std::string_view url, std::string_view label, std::string_view source);
    void other_date(const PartialDate& date, std::string_view label);
    void related(std::string_view name, std::string_view label, std::string_view source);
    /// Parts as in the schema: street … country, label, formatted.
    void address(const std::vector<std::string_view>& parts, std::string_view source);
    void job(std::string_view organisation, std::string_view role, std::string_view department,
        std::string_view source);
    void row(FieldId field, const std::vector<std::string_view>& parts);
    /// What Kith does not model, as it came; an opportunity has it in its notes.
    void property(std::string_view name, std::string_view parameters, std::string_view value);

    void photo(std::string_view picture);
    /// Says that the file has more of this than an entry takes.
    void leave_out(std::string_view name, std::size_t times) { left_out_.add(name, times); }

    void notice(Message message, std::string_view source = {});
    void notice_at(std::size_t line, Message message, std::string_view source = {});

    /// The text as Kith stores it: NFC, without control characters; on one line with single spaces.
    std::string_view line_of_text(std::string_view raw, std::string_view source, std::size_t limit);
    std::string_view lines_of_text(std::string_view raw, std::string_view source);

private:
    Keeper& keeper_;
    Notices& notices_;
    std::string_view file_name_;
    std::uint32_t file_;
    Card card_;
    static constexpr std::uint32_t nowhere = 0xffffffff;
    std::array<std::uint32_t, 64> first_of_{};           // the first entry of each field, by its number
    boost::unordered_flat_set<std::uint64_t> elements_;  // of collections: what is in the card already
    std::size_t joined_texts_ = 0;
    std::string noted_;  // what becomes the notes of an opportunity
    std::size_t details_ = 0;
    bool is_of_kith_ = false;
    LeftOutCounts left_out_;

    FieldId own(FieldId of_person, FieldId of_organisation) const;
    void note(std::string_view name, std::string_view value);
    void push(FieldId field, Value value);
    /// Whether one more detail is taken; else it is counted as left out, by the name that the person knows.
    bool take_detail(std::string_view name);
    void say_what_was_left_out();
    Entry* first(FieldId field);
    void say_also(FieldId field, std::string_view text);
    void clear();
    std::string_view without_excess(std::string_view raw, std::string_view source);
    std::string_view shortened(std::string_view cleaned, std::size_t limit, std::string_view source);
};

}  // namespace kith
