// What stands half done in a screen, as bytes and back: parts with names, so that another version of Kith reads
// what it knows and leaves the rest as it was. A type says its parts once, for both ways:
//
//     template <typename Parts> void name_parts(Parts& parts, AddPerson& add) {
//         parts("given", add.given);
//         parts("met", add.met);
//     }
//     std::string bytes = write_parts(add);   →   read_parts(bytes, add);
//
// Known are text, numbers, enumerations, ids, fields of the schema, lists, sets, maps, pairs, optional values, and
// types with parts. What can't be read leaves the value as it was. O(bytes).
#pragma once

#include <charconv>
#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "model/schema.h"
#include "model/value.h"

namespace kith::ui {

class PartsWriter;
class PartsReader;

template <typename T>
std::string write_parts(const T& value);
template <typename T>
void read_parts(std::string_view bytes, T& value);

namespace parts {

template <typename T>
concept Named = requires(T& value, PartsWriter& writer) { name_parts(writer, value); };
template <typename T>
concept IdLike = requires(const T& value) {
    { value.value } -> std::convertible_to<std::uint64_t>;
};
template <typename T>
inline constexpr bool is_list = false;
template <typename T>
inline constexpr bool is_list<std::vector<T>> = true;
template <typename T>
inline constexpr bool is_list<std::set<T>> = true;
template <typename K, typename V>
inline constexpr bool is_list<std::map<K, V>> = true;
template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
inline constexpr bool is_pair = false;
template <typename K, typename V>
inline constexpr bool is_pair<std::pair<K, V>> = true;

/// What a list is read into: the key of a map is const in its own elements.
template <typename T>
struct ElementOf {
    using Type = typename T::value_type;
};
template <typename K, typename V>
struct ElementOf<std::map<K, V>> {
    using Type = std::pair<K, V>;
};

/// A row whose end is empty is cut there; this keeps empty elements of lists.
inline std::string row_of(const std::vector<std::string>& each) {
    std::vector<std::string_view> views(each.begin(), each.end());
    views.push_back(".");
    return encode_row(views);
}
inline std::vector<std::string_view> each_of(std::string_view row) {
    std::vector<std::string_view> each = decode_row(row);
    if (!each.empty()) each.pop_back();
    return each;
}

}  // namespace parts

class PartsWriter {
public:
    template <typename T>
    void operator()(std::string_view name, const T& value) {
        each_.emplace_back(name);
        each_.push_back(write_parts(value));
    }
    std::string result() const { return parts::row_of(each_); }

private:
    std::vector<std::string> each_;
};

class PartsReader {
public:
    explicit PartsReader(std::string_view bytes) : each_(parts::each_of(bytes)) {}

    template <typename T>
    void operator()(std::string_view name, T& value) const {
        for (std::size_t i = 0; i + 1 < each_.size(); i += 2) {
            if (each_[i] == name) return read_parts(each_[i + 1], value);
        }
    }

private:
    std::vector<std::string_view> each_;
};

template <typename T>
std::string write_parts(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return std::string(value);
    } else if constexpr (std::is_enum_v<T>) {
        return std::to_string(std::to_underlying(value));
    } else if constexpr (std::is_integral_v<T>) {
        return std::to_string(value);
    } else if constexpr (std::is_same_v<T, const FieldSpec*>) {
        return value != nullptr ? std::to_string(value->id.value) : std::string{};
    } else if constexpr (parts::is_list<T>) {
        std::vector<std::string> each;
        for (const auto& element : value)
            each.push_back(write_parts(element));
        return parts::row_of(each);
    } else if constexpr (parts::is_optional<T>) {
        return value ? parts::row_of({write_parts(*value)}) : std::string{};
    } else if constexpr (parts::is_pair<T>) {
        return parts::row_of({write_parts(value.first), write_parts(value.second)});
    } else if constexpr (parts::Named<T>) {
        PartsWriter writer;
        name_parts(writer, const_cast<T&>(value));  // looks only: the writer changes nothing
        return writer.result();
    } else {
        static_assert(parts::IdLike<T>);
        return std::to_string(value.value);
    }
}

template <typename T>
void read_parts(std::string_view bytes, T& value) {
    const auto read_number = [bytes](auto& number) {
        return std::from_chars(bytes.data(), bytes.data() + bytes.size(), number).ec == std::errc{};
    };
    if constexpr (std::is_same_v<T, std::string>) {
        value = bytes;
    } else if constexpr (std::is_same_v<T, bool>) {
        value = bytes == "1";
    } else if constexpr (std::is_enum_v<T>) {
        std::underlying_type_t<T> number{};
        if (read_number(number)) value = static_cast<T>(number);
    } else if constexpr (std::is_integral_v<T>) {
        if (T number{}; read_number(number)) value = number;
    } else if constexpr (std::is_same_v<T, const FieldSpec*>) {
        std::uint16_t number = 0;
        value = read_number(number) ? find_field(FieldId{number}) : nullptr;
    } else if constexpr (parts::is_list<T>) {
        value.clear();
        for (const std::string_view part : parts::each_of(bytes)) {
            typename parts::ElementOf<T>::Type element{};
            read_parts(part, element);
            value.insert(value.end(), std::move(element));
        }
    } else if constexpr (parts::is_optional<T>) {
        value.reset();
        if (const auto each = parts::each_of(bytes); !each.empty()) read_parts(each[0], value.emplace());
    } else if constexpr (parts::is_pair<T>) {
        if (const auto each = parts::each_of(bytes); each.size() == 2) {
            read_parts(each[0], value.first);
            read_parts(each[1], value.second);
        }
    } else if constexpr (parts::Named<T>) {
        PartsReader reader(bytes);
        name_parts(reader, value);
    } else {
        static_assert(parts::IdLike<T>);
        auto number = value.value;
        if (read_number(number)) value = T{number};
    }
}

}  // namespace kith::ui
