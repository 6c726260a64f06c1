// A sentence to come, and what fills it. What is said is decided far from where it is shown: planning finds a
// reason, a file finds a fault, and the screen or the prompt says it in its language. So a message carries its
// arguments as what they are (a count, a day, a person), never as text made of them; base/formatter.h makes the
// sentence. A text that a person wrote is a text and comes out as they wrote it, whatever it looks like.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/ids.h"

namespace kith {

struct Argument;

/// What the catalogue declares of each argument: `message.kept(person to) = …`.
enum class ArgumentType : std::uint8_t {
    text,    // as it is: what somebody wrote, or words of the catalogue
    count,   // a number, which chooses a form of a word, with decimals perhaps
    day,     // a date, which may lack its year or its day
    moment,  // a point of time, said in the person's time zone
    person,  // somebody by name …
    record,  // … and anything else that has one: a goal, an event, an organisation
    list,    // some of these; a count at its end stands for so many more
    span,    // a length of time in days, said as people do: a day, 3 weeks, 2 years
    kept,    // as a history keeps it: a text, to be read as what the message declares (see kept_text)
};

/// An argument looked at, as it is handed over at a call: `text("people.selected", {count})`. Like a
/// std::string_view it owns nothing.
class ArgumentView {
public:
    // NOLINTBEGIN(google-explicit-constructor): an argument is written as what it is
    ArgumentView(std::string_view text) : text_(text) {}
    ArgumentView(const char* text) : text_(text) {}
    ArgumentView(const std::string& text) : text_(text) {}
    template <std::integral Number>
        requires(!std::same_as<Number, bool> && !std::same_as<Number, char>)
    ArgumentView(Number count)
        : type_(ArgumentType::count), number_(static_cast<std::uint64_t>(static_cast<std::int64_t>(count))) {}
    ArgumentView(Day day);
    ArgumentView(std::chrono::days span)
        : type_(ArgumentType::span), number_(static_cast<std::uint64_t>(std::int64_t{span.count()})) {}
    ArgumentView(const PartialDate& date) : type_(ArgumentType::day), number_(date.pack()) {}
    ArgumentView(Instant moment)
        : type_(ArgumentType::moment),
          number_(static_cast<std::uint64_t>(moment.time_since_epoch().count())) {}
    ArgumentView(std::span<const Argument> list) : type_(ArgumentType::list), items_(list) {}
    ArgumentView(const std::vector<Argument>& list);
    ArgumentView(const Argument& argument);
    // NOLINTEND(google-explicit-constructor)

    static ArgumentView person(RecordId record, std::string_view name) {
        return {ArgumentType::person, name, record.value};
    }
    static ArgumentView record(RecordId record, std::string_view name) {
        return {ArgumentType::record, name, record.value};
    }
    /// A number to so many places after the point; it is rounded to them.
    static ArgumentView decimal(double number, unsigned places);
    /// The same from its digits: 25 with one place is 2.5.
    static ArgumentView scaled(std::int64_t digits, unsigned places);
    static ArgumentView kept(std::string_view text) { return {ArgumentType::kept, text, 0}; }

    ArgumentType type() const { return type_; }
    /// Of a text; the name of a person or record.
    std::string_view text() const { return text_; }
    /// A count without its point: 25 of 2.5, which has 1 of decimals(). Negative ones are for counting back.
    std::int64_t count() const { return static_cast<std::int64_t>(number_); }
    unsigned decimals() const { return decimals_; }
    std::chrono::days span() const { return std::chrono::days(count()); }
    PartialDate day() const { return PartialDate::unpack(static_cast<std::uint32_t>(number_)); }
    Instant moment() const { return Instant(std::chrono::milliseconds(count())); }
    RecordId record_id() const { return {number_}; }
    std::span<const Argument> items() const { return items_; }

private:
    ArgumentView(ArgumentType type, std::string_view text, std::uint64_t number)
        : type_(type), text_(text), number_(number) {}

    ArgumentType type_ = ArgumentType::text;
    std::uint8_t decimals_ = 0;
    std::string_view text_;
    std::uint64_t number_ = 0;
    std::span<const Argument> items_;
};

/// What an argument can be made of without more words.
template <typename Value>
concept Sayable = std::convertible_to<const Value&, std::string_view> ||
    (std::integral<Value> && !std::same_as<Value, bool> && !std::same_as<Value, char>) ||
    std::same_as<Value, Day> || std::same_as<Value, std::chrono::days> || std::same_as<Value, PartialDate> ||
    std::same_as<Value, Instant> || std::same_as<Value, std::vector<Argument>>;

/// An argument that a message owns.
struct Argument {
    ArgumentType type = ArgumentType::text;
    std::uint8_t decimals = 0;
    std::string text;
    std::uint64_t number = 0;
    std::vector<Argument> items;

    Argument() = default;
    // NOLINTBEGIN(google-explicit-constructor): as above
    Argument(const ArgumentView& argument);
    template <Sayable Value>
    Argument(const Value& value) : Argument(ArgumentView(value)) {}
    // NOLINTEND(google-explicit-constructor)

    bool operator==(const Argument& other) const { return (*this <=> other) == 0; }
    std::strong_ordering operator<=>(const Argument& other) const;
    bool operator==(const ArgumentView& other) const { return *this == Argument(other); }
};

/// How a history keeps an argument, since version 1 of the format as a text: a count in digits, as are the
/// days of a span, a day or moment in ISO 8601, people and records by name.
std::string kept_text(const ArgumentView& argument);

/// A sentence to come: a key of the catalogue (base/catalogue.h) and what it is filled with, in the order in
/// which the catalogue declares its arguments.
struct Message {
    std::string_view key;  // of static storage: a literal
    std::vector<Argument> arguments;

    Message() = default;
    Message(std::string_view its_key, std::initializer_list<ArgumentView> filled_with)
        : key(its_key), arguments(filled_with.begin(), filled_with.end()) {}
    Message(std::string_view its_key, std::vector<Argument> filled_with)
        : key(its_key), arguments(std::move(filled_with)) {}

    bool operator==(const Message&) const = default;
};

}  // namespace kith
