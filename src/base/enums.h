// What the compiler knows of an enum: the names of its values and how many there are. With that, a table
// indexed by an enum cannot have a line too few or too many:
//
//     constexpr EnumArray<TagKind, std::string_view> keys{{"tag.plain", "tag.accent"}};
//     return keys[kind];
//
// For enums whose values are 0, 1, 2 …; what comes after a gap (unknown = 255) is not counted.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/assertion.h"

namespace kith {

/// The name of a value as it is written in the enum; digits where the enum gives it none.
template <auto value>
consteval std::string_view enumerator_name() {
    std::string_view text =
        __PRETTY_FUNCTION__;  // "… [value = kith::TagKind::accent]" or "(kith::TagKind)7]"
    text.remove_suffix(1);
    return text.substr(text.find_last_of(":) ") + 1);
}

template <typename Enum, std::size_t number>
consteval bool has_enumerator() {
    const char first = enumerator_name<static_cast<Enum>(number)>().front();
    return first < '0' || first > '9';
}

/// How many values an enum has, counted from 0 up to the first number without a name.
template <typename Enum, std::size_t from = 0>
consteval std::size_t count_of() {
    static_assert(std::is_enum_v<Enum>);
    if constexpr (has_enumerator<Enum, from>()) {
        return count_of<Enum, from + 1>();
    } else {
        return from;
    }
}

/// All values of an enum, in order.
template <typename Enum>
inline constexpr auto enumerators = [] {
    std::array<Enum, count_of<Enum>()> values;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<Enum>(i);
    return values;
}();

/// The names of all values, in order.
template <typename Enum>
inline constexpr auto enumerator_names = []<std::size_t... i>(std::index_sequence<i...>) {
    return std::array<std::string_view, sizeof...(i)>{enumerator_name<static_cast<Enum>(i)>()...};
}(std::make_index_sequence<count_of<Enum>()>());

/// An array with one element for each value of an enum.
template <typename Enum, typename T>
class EnumArray {
public:
    static constexpr std::size_t count = count_of<Enum>();

    /// Every element as T{} makes it.
    constexpr EnumArray() = default;
    /// The elements in the order of the enum, all of them.
    template <std::size_t given>
        requires(given == count)
    constexpr EnumArray(const T (&elements)[given])
        : EnumArray(elements, std::make_index_sequence<given>()) {}

    constexpr T& operator[](Enum value) { return elements_[place(value)]; }
    constexpr const T& operator[](Enum value) const { return elements_[place(value)]; }

    /// The first value whose element equals this one: a key read back. O(count).
    template <typename Key>
    constexpr std::optional<Enum> find(const Key& key) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (elements_[i] == key) return static_cast<Enum>(i);
        }
        return std::nullopt;
    }

    constexpr void fill(const T& element) { elements_.fill(element); }

    static constexpr std::size_t size() { return count; }
    constexpr auto begin() { return elements_.begin(); }
    constexpr auto begin() const { return elements_.begin(); }
    constexpr auto end() { return elements_.end(); }
    constexpr auto end() const { return elements_.end(); }

    constexpr bool operator==(const EnumArray&) const = default;

private:
    template <std::size_t... places>
    constexpr EnumArray(const T* elements, std::index_sequence<places...>) : elements_{elements[places]...} {}

    static constexpr std::size_t place(Enum value) {
        const auto place = static_cast<std::size_t>(value);
        KITH_ASSERT(place < count);
        return place;
    }

    std::array<T, count> elements_{};
};

}  // namespace kith
