#include "journal/run_order.h"

#include <algorithm>

namespace kith {

namespace {

constexpr std::size_t place_size = 12, fixed_size = place_size + 2;
// A forged number never has us count to it: forged marks don't open, and no device writes so many runs.
constexpr std::uint32_t most_left = 1 << 20;

void append_number(std::string& out, std::uint64_t number, int bytes) {
    for (int shift = 0; shift < 8 * bytes; shift += 8)
        out += static_cast<char>(number >> shift & 0xff);
}
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

void append_place(std::string& out, const RunPlace& place) {
    append_number(out, place.series, 8);
    append_number(out, place.number, 4);
}
RunPlace place_at(std::string_view bytes, std::size_t at) {
    return {
        .series = number_at(bytes, at, 8), .number = static_cast<std::uint32_t>(number_at(bytes, at + 8, 4))};
}

}  // namespace

void append_run_mark(std::string& out, const RunMark& mark) {
    append_place(out, mark.place);
    out += static_cast<char>(mark.is_end ? 1 : 0);
    out += static_cast<char>(mark.follows.size());
    for (const RunPlace& place : mark.follows)
        append_place(out, place);
}

std::optional<RunMark> take_run_mark(std::string_view& payload) {
    if (payload.size() < fixed_size) return std::nullopt;
    const auto count = static_cast<unsigned char>(payload[fixed_size - 1]);
    const auto end = static_cast<unsigned char>(payload[fixed_size - 2]);
    const std::size_t size = fixed_size + count * place_size;
    if (end > 1 || payload.size() < size) return std::nullopt;
    RunMark mark{.place = place_at(payload, 0), .is_end = end == 1};
    for (std::size_t at = fixed_size; at < size; at += place_size)
        mark.follows.push_back(place_at(payload, at));
    payload.remove_prefix(size);
    return mark;
}

void RunOrder::add(const RunMark& mark) {
    followed_.insert(followed_.end(), mark.follows.begin(), mark.follows.end());
    Series& series = series_[mark.place.series];
    const std::uint32_t number = mark.place.number;
    if (number < series.next) {
        (std::erase(series.left, number) > 0 ? moved_ : repeated_) = true;
        return;
    }
    for (std::uint32_t left = series.next; left < number && series.left.size() < most_left; ++left)
        series.left.push_back(left);
    series.next = number + 1;
    series.is_ended = mark.is_end;
}

RunFault RunOrder::fault() const {
    const auto is_there = [&](const RunPlace& place) {
        const auto found = series_.find(place.series);
        return found != series_.end() && place.number < found->second.next;
    };
    const auto lacks = [](const auto& each) { return !each.second.left.empty(); };
    if (std::ranges::any_of(series_, lacks) || !std::ranges::all_of(followed_, is_there))
        return RunFault::left_out;
    const auto is_ended = [](const auto& each) { return each.second.is_ended; };
    if (series_.empty() || !std::ranges::all_of(series_, is_ended)) return RunFault::cut_off;
    return moved_ ? RunFault::moved : repeated_ ? RunFault::repeated : RunFault::none;
}

}  // namespace kith
