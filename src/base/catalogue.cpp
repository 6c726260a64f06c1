#include "base/catalogue.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace kith {

namespace {

constexpr char english_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "text/en.txt"
#pragma clang diagnostic pop
};

/// The index that a placeholder's text begins with ("0" in "{0}" and in "{0|one|many}").
std::size_t placeholder_index(std::string_view inside) {
    std::size_t index = 0;
    std::from_chars(inside.data(), inside.data() + inside.size(), index);
    return index;
}

/// The end of the placeholder that opens at `open`: braces nest, for {0|a|{0} b}.
std::size_t closing_brace(std::string_view sentence, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < sentence.size(); ++i) {
        if (sentence[i] == '{') ++depth;
        if (sentence[i] == '}' && --depth == 0) return i;
    }
    return std::string_view::npos;
}

}  // namespace

const Catalogue& Catalogue::english() {
    static const Catalogue catalogue{std::string_view(english_file, sizeof english_file)};
    return catalogue;
}

Catalogue::Catalogue(std::string_view file, const Catalogue* fallback) : file_(file), fallback_(fallback) {
    for (std::string_view line : split(file_, '\n')) {
        const std::size_t equals = line.find('=');
        if (line.starts_with('#') || equals == std::string_view::npos) continue;
        entries_.emplace_back(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
    }
    std::ranges::sort(entries_);
}

const std::string_view* Catalogue::find(std::string_view key) const {
    const auto at =
        std::ranges::lower_bound(entries_, key, {}, [](const auto& entry) { return entry.first; });
    if (at != entries_.end() && at->first == key) return &at->second;
    return fallback_ != nullptr ? fallback_->find(key) : nullptr;
}

std::string_view Catalogue::get(std::string_view key) const {
    const std::string_view* sentence = find(key);
    return sentence != nullptr ? *sentence : key;
}

bool Catalogue::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string Catalogue::fill(std::string_view sentence, const std::vector<std::string_view>& arguments) const {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t close = sentence[at] == '{' ? closing_brace(sentence, at) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += sentence[at++];
            continue;
        }
        const std::string_view inside = sentence.substr(at + 1, close - at - 1);
        const std::size_t index = placeholder_index(inside);
        const std::string_view argument = index < arguments.size() ? arguments[index] : std::string_view{};
        const std::size_t bar = inside.find('|');
        if (bar == std::string_view::npos) {
            out += argument;
        } else {
            const std::size_t second = inside.find('|', bar + 1);
            const std::string_view one = inside.substr(bar + 1, second - bar - 1);
            const std::string_view many = second == std::string_view::npos ? one : inside.substr(second + 1);
            out += fill(argument == "1" ? one : many, arguments);
        }
        at = close + 1;
    }
    return out;
}

std::string Catalogue::format(std::string_view key, std::initializer_list<std::string_view> arguments) const {
    return fill(get(key), std::vector<std::string_view>(arguments));
}

std::string Catalogue::format(const Message& message) const {
    return fill(
        get(message.key), std::vector<std::string_view>(message.arguments.begin(), message.arguments.end()));
}

std::string Catalogue::format(const Error& error) const {
    const bool says_file =
        std::ranges::find(error.message.arguments, error.file) != error.message.arguments.end();
    std::string place = says_file ? std::string{} : error.file;
    const auto append = [&](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
    if (error.line != 0) append(format("error.line", {std::to_string(error.line)}));
    if (!error.field.empty()) append(error.field);
    return place.empty() ? format(error.message) : place + ": " + format(error.message);
}

std::vector<std::string_view> Catalogue::keys() const {
    std::vector<std::string_view> keys;
    for (const auto& [key, sentence] : entries_)
        keys.push_back(key);
    return keys;
}

}  // namespace kith
