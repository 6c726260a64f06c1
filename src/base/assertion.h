// What must hold where the code relies on it, and can only be broken by a mistake of our own (what depends on
// the world is a Result, see error.h):
//
//     KITH_ASSERT(place < count());
//
// Where it does not hold the program stops, and says file, line and expression. Assertions are checked in
// tests, in fuzzers and wherever else NDEBUG is not set; in what people use they cost nothing, and what
// stands in them is not even evaluated.
#pragma once

namespace kith {

/// Says on standard error which assertion did not hold, and stops the program.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

}  // namespace kith

#ifdef NDEBUG
#define KITH_ASSERT(...) static_cast<void>(sizeof((__VA_ARGS__) ? 1 : 0))
#else
#define KITH_ASSERT(...)                                                                                     \
    ((__VA_ARGS__) ? static_cast<void>(0) : ::kith::assertion_failed(#__VA_ARGS__, __FILE__, __LINE__))
#endif
