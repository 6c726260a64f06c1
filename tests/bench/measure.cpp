#include "measure.h"

#include <malloc.h>
#ifdef __EMSCRIPTEN__
#include <emscripten/em_js.h>
#endif

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <utility>

namespace {

std::size_t in_use = 0;
std::size_t peak = 0;

void* take(std::size_t size) {
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) std::abort();
    in_use += malloc_usable_size(memory);
    peak = std::max(peak, in_use);
    return memory;
}

void give_back(void* memory) {
    if (memory == nullptr) return;
    in_use -= malloc_usable_size(memory);
    std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
    return take(size);
}
void* operator new[](std::size_t size) {
    return take(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return take(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return take(size);
}
void operator delete(void* memory) noexcept {
    give_back(memory);
}
void operator delete[](void* memory) noexcept {
    give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    give_back(memory);
}

namespace kith::testing {

#ifdef __EMSCRIPTEN__
EM_JS(double, thread_time, (), {
    const used = process.threadCpuUsage();
    return (used.user + used.system) / 1000;
});
double processor_time() {
    return thread_time();
}
#else
double processor_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
#endif

std::size_t bytes_in_use() {
    return in_use;
}
std::size_t take_peak() {
    return std::exchange(peak, in_use);
}

namespace {

std::string printed(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

/// How wide text is on a terminal: a column for each character.
std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string in_milliseconds(double value) {
    if (value < 0.1) return printed("%.1f µs", value * 1000);
    return printed(value < 10 ? "%.2f ms" : "%.0f ms", value);
}

std::string in_bytes(double value) {
    if (value < 10'000) return printed("%.0f B", value);
    if (value < 1e7) return printed("%.0f KB", value / 1e3);
    return printed("%.1f MB", value / 1e6);
}

void print_table(const std::vector<std::string>& head, const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(head.size());
    for (std::size_t i = 0; i < head.size(); ++i) {
        widths[i] = width_of(head[i]);
        for (const Row& row : rows)
            widths[i] = std::max(widths[i],
                width_of(i == 0                   ? row.what
                        : i <= row.figures.size() ? row.figures[i - 1]
                                                  : ""));
    }
    const auto print = [&](std::size_t column, std::string_view text) {
        const std::string gap(widths[column] - width_of(text), ' ');
        if (column == 0)
            std::printf("%.*s%s", static_cast<int>(text.size()), text.data(), gap.c_str());
        else
            std::printf("  %s%.*s", gap.c_str(), static_cast<int>(text.size()), text.data());
    };
    for (std::size_t i = 0; i < head.size(); ++i)
        print(i, head[i]);
    std::printf("\n");
    for (const Row& row : rows) {
        print(0, row.what);
        for (std::size_t i = 0; i < row.figures.size(); ++i)
            print(i + 1, row.figures[i]);
        std::printf("\n");
    }
}

}  // namespace kith::testing
