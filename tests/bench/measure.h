// Time and memory of a piece of work, and a plain table to print them in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace kith::testing {

/// Bytes that operator new has given out and not got back.
std::size_t bytes_in_use();
/// The most of that at any time since the last call.
std::size_t take_peak();

/// Milliseconds of processor time since some point (in Node: of this thread's). Whoever else uses the machine
/// doesn't count.
double processor_time();

template <typename Work>
double milliseconds(Work work) {
    const double begin = processor_time();
    work();
    return processor_time() - begin;
}

/// Many times of the same kind of work.
struct Spread {
    double median = 0;
    double worst = 0;
};
inline Spread spread_of(std::vector<double> times) {
    if (times.empty()) return {};
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

std::string in_milliseconds(double value);
std::string in_bytes(double value);

/// One line of the report: what, and its figures at each size.
struct Row {
    std::string what;
    std::vector<std::string> figures;
};
void print_table(const std::vector<std::string>& head, const std::vector<Row>& rows);

}  // namespace kith::testing
