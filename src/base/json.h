// JSON (RFC 8259) as Kith writes it, wherever it does: exports, what `kith` prints for programs, figures of the
// benchmark. Members come in the order in which they are written.
//
//     JsonWriter json;
//     json.open('{').key("name").text("Ana").key("tags").open('[').text("nurse").close(']').close('}');
//     json.result()  →  {"name": "Ana", "tags": ["nurse"]}
//
// It sees to commas, quotation marks and line breaks and to nothing else: that what is opened is closed, and
// that members have keys, is the caller's.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kith {

class JsonWriter {
public:
    JsonWriter& open(char bracket) {
        separate();
        text_ += bracket;
        fresh_ = true;
        return *this;
    }
    JsonWriter& close(char bracket) {
        text_ += bracket;
        fresh_ = false;
        return *this;
    }
    JsonWriter& key(std::string_view name) {
        quote(name);
        text_ += ": ";
        fresh_ = true;
        return *this;
    }
    /// UTF-8; control characters are escaped.
    JsonWriter& text(std::string_view value) {
        quote(value);
        return *this;
    }
    JsonWriter& number(std::integral auto value) { return raw(std::to_string(value)); }
    /// With as many digits as it takes to read the same number again; null where it is none.
    JsonWriter& number(double value) {
        if (!std::isfinite(value)) return raw("null");
        std::array<char, 32> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return raw({digits.data(), end});
    }
    template <typename Number>
    JsonWriter& number(const std::optional<Number>& value) {
        return value ? number(*value) : raw("null");
    }
    JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
    /// A value that is JSON already.
    JsonWriter& raw(std::string_view json) {
        separate();
        text_ += json;
        return *this;
    }
    /// The next value or key begins a line of its own.
    JsonWriter& line() {
        breaks_ = true;
        return *this;
    }

    const std::string& result() const { return text_; }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool fresh_ = true;  // nothing stands before the next value that a comma would part it from
    bool breaks_ = false;

    void separate() {
        if (!fresh_) text_ += breaks_ ? "," : ", ";
        if (breaks_) text_ += '\n';
        fresh_ = false;
        breaks_ = false;
    }
    void quote(std::string_view text);
};

}  // namespace kith
