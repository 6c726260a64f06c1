#include "journal/store_file_names.h"

#include <algorithm>
#include <charconv>

namespace kith {

namespace {

std::string_view take_part(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('-'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::optional<std::uint64_t> take_number(std::string_view& rest) {
    const std::string_view digits = take_part(rest);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace

std::string in_letters(const StoreFileName& name) {
    // By hand: std::format brings 100 KB of locales into the page.
    const auto padded = [](std::uint64_t number) {
        const std::string digits = std::to_string(number);
        return std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
    };
    return std::string(name.what) + "-" + to_hex(name.replica.value) + "-" + padded(name.first) + "-" +
        padded(name.last) + ".kith";
}

std::optional<StoreFileName> store_file_name(std::string_view text) {
    if (!text.ends_with(".kith")) return std::nullopt;
    text.remove_suffix(5);
    StoreFileName name;
    name.what = take_part(text);
    const auto replica = from_hex(take_part(text));
    const auto first = take_number(text);
    const auto last = take_number(text);
    if (!replica || *replica == 0 || !first || !last || !text.empty()) return std::nullopt;
    if (*first == 0 || *first > *last) return std::nullopt;
    name.replica = ReplicaId{*replica};
    name.first = *first;
    name.last = *last;
    return name;
}

}  // namespace kith
