// JSON as the commands print it: one value on one line, members in a fixed order.
#pragma once

#include <concepts>
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
