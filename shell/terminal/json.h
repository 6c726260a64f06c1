// JSON as the commands print it: one value on one line, members in a fixed order.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/export_json.h"

namespace kith::terminal {

/// Writes objects and arrays piece by piece; seeing to commas is all it does.
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
        separate();
        append_json_string(text_, name);
        text_ += ": ";
        fresh_ = true;
        return *this;
    }
    JsonWriter& text(std::string_view value) {
        separate();
        append_json_string(text_, value);
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

    const std::string& result() const { return text_; }

private:
    std::string text_;
    bool fresh_ = true;  // nothing stands before the next value that a comma would part it from

    void separate() {
        if (!fresh_) text_ += ", ";
        fresh_ = false;
    }
};

}  // namespace kith::terminal
