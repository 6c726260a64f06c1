// JSON (RFC 8259) as others wrote it, taken apart from front to back, so that a file of any size is in memory once:
//
//     JsonReader reader(text);
//     if (!reader.open('[')) …
//     while (reader.next()) {
//         const JsonValue value = reader.value();
//         …
//     }
//     if (reader.failed()) … it is no JSON from reader.line() on
//
// After a mistake nothing more is read: next() gives false, value() null. Cost: O(bytes read).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// A value with all that is in it.
struct JsonValue {
    enum class Type : std::uint8_t { null, boolean, number, text, array, object };
    struct Member;

    Type type = Type::null;
    bool truth = false;
    std::string text;              // also of a number, as it was written
    std::vector<JsonValue> items;  // of an array
    std::vector<Member> members;   // of an object, in the order of the file

    bool is(Type asked) const { return type == asked; }
    /// Of an object: the first member of that name; a null value if there is none.
    const JsonValue& operator[](std::string_view name) const;
    /// Text, or a number or a truth as it is written; empty for all else.
    std::string_view word() const;
};

struct JsonValue::Member {
    std::string name;
    JsonValue value;
};

class JsonReader {
public:
    /// `text` is UTF-8 and outlives the reader.
    explicit JsonReader(std::string_view text) : text_(text) {}

    /// What the next value begins with: '{', '[', '"', a letter or digit; 0 at the end.
    char peek();
    /// Goes into the next value, which must begin with the bracket.
    bool open(char bracket);
    /// Within what was opened last: on to its next member or item. False behind the last one, and outside again.
    bool next();
    /// In an object after next(): what the member is called. Its value follows.
    std::string key();
    /// The next value, whole; null if it can't be read or is deeper than anybody writes.
    JsonValue value();
    /// Passes over white space: whether nothing else follows.
    bool at_end();

    bool failed() const { return failed_; }
    std::size_t offset() const { return at_; }
    /// Where the reader is, from 1. O(bytes since it was last asked).
    std::size_t line();

private:
    struct Open {
        char end;
        bool fresh = true;
    };
    static constexpr std::size_t deepest = 64;

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    bool failed_ = false;
    std::size_t lines_ = 1;
    std::size_t counted_to_ = 0;

    void skip_space();
    bool fail();
    bool take(char c);
    bool take_word(std::string_view word);
    bool read(JsonValue& value, std::size_t depth);
    bool read_text(std::string& out);
    bool read_escape(std::string& out);
    bool read_unit(std::uint32_t& unit);
    bool read_number(std::string& out);
};

}  // namespace kith
