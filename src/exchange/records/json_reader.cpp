#include "exchange/records/json_reader.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

const JsonValue& JsonValue::operator[](std::string_view name) const {
    static const JsonValue nothing;
    const auto at = std::ranges::find(members, name, &Member::name);
    return at != members.end() ? at->value : nothing;
}

std::string_view JsonValue::word() const {
    switch (type) {
        case Type::text:
        case Type::number: return text;
        case Type::boolean: return truth ? "true" : "false";
        default: return {};
    }
}

bool JsonReader::fail() {
    failed_ = true;
    return false;
}

void JsonReader::skip_space() {
    constexpr std::string_view space = " \t\r\n";
    at_ = std::min(text_.find_first_not_of(space, at_), text_.size());
}

char JsonReader::peek() {
    skip_space();
    return failed_ || at_ == text_.size() ? '\0' : text_[at_];
}

bool JsonReader::at_end() {
    return peek() == '\0';
}

std::size_t JsonReader::line() {
    const auto begin = text_.begin();
    lines_ += static_cast<std::size_t>(std::count(
        begin + static_cast<std::ptrdiff_t>(counted_to_), begin + static_cast<std::ptrdiff_t>(at_), '\n'));
    counted_to_ = at_;
    return lines_;
}

bool JsonReader::take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
}

bool JsonReader::take_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return fail();
    at_ += word.size();
    return true;
}

bool JsonReader::open(char bracket) {
    if (failed_ || open_.size() == deepest || !take(bracket)) return fail();
    open_.push_back({bracket == '{' ? '}' : ']'});
    return true;
}

bool JsonReader::next() {
    if (failed_ || open_.empty()) return false;
    Open& within = open_.back();
    if (take(within.end)) {
        open_.pop_back();
        return false;
    }
    if (!within.fresh && !take(',')) return fail();
    within.fresh = false;
    return true;
}

std::string JsonReader::key() {
    std::string name;
    if (peek() != '"' || !read_text(name) || !take(':')) fail();
    return failed_ ? std::string{} : name;
}

JsonValue JsonReader::value() {
    JsonValue value;
    if (failed_ || !read(value, open_.size())) return {};
    return value;
}

bool JsonReader::read(JsonValue& value, std::size_t depth) {
    if (depth >= deepest) return fail();
    switch (peek()) {
        case '"': value.type = JsonValue::Type::text; return read_text(value.text);
        case 't':
            value.type = JsonValue::Type::boolean;
            value.truth = true;
            return take_word("true");
        case 'f': value.type = JsonValue::Type::boolean; return take_word("false");
        case 'n': return take_word("null");
        case '[':
            value.type = JsonValue::Type::array;
            if (!open('[')) return false;
            while (next()) {
                if (!read(value.items.emplace_back(), depth + 1)) return false;
            }
            return !failed_;
        case '{':
            value.type = JsonValue::Type::object;
            if (!open('{')) return false;
            while (next()) {
                JsonValue::Member& member = value.members.emplace_back();
                member.name = key();
                if (failed_ || !read(member.value, depth + 1)) return false;
            }
            return !failed_;
        default: value.type = JsonValue::Type::number; return read_number(value.text);
    }
}

bool JsonReader::read_number(std::string& out) {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size());
    out = text_.substr(at_, end - at_);
    at_ = end;
    return out.empty() ? fail() : true;
}

/// From a quotation mark to the next one.
bool JsonReader::read_text(std::string& out) {
    ++at_;
    for (;;) {
        const std::size_t stop = text_.find_first_of("\"\\", at_);
        if (stop == std::string_view::npos) return fail();
        out += text_.substr(at_, stop - at_);
        at_ = stop + 1;
        if (text_[stop] == '"') return true;
        if (!read_escape(out)) return false;
    }
}

bool JsonReader::read_escape(std::string& out) {
    if (at_ == text_.size()) return fail();
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    const char letter = text_[at_++];
    if (const std::size_t which = letters.find(letter); which != std::string_view::npos) {
        out += meanings[which];
        return true;
    }
    std::uint32_t unit = 0;
    if (letter != 'u' || !read_unit(unit)) return fail();
    char32_t point = unit;
    if (unit >= 0xD800 && unit < 0xE000) {  // half of a pair, which is nothing by itself
        point = 0xFFFD;
        std::uint32_t second = 0;
        const std::size_t before = at_;
        if (unit < 0xDC00 && text_.substr(at_, 2) == "\\u") {
            at_ += 2;
            if (!read_unit(second)) return fail();
            if (second >= 0xDC00 && second < 0xE000)
                point = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
            else
                at_ = before;
        }
    }
    append_utf8(out, point);
    return true;
}

bool JsonReader::read_unit(std::uint32_t& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
        if (at_ == text_.size()) return false;
        const char c = text_[at_];
        const int digit = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (digit < 0) return false;
        unit = unit << 4 | static_cast<std::uint32_t>(digit);
    }
    return true;
}

}  // namespace kith
