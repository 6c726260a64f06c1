// How things fail. Whatever depends on the world (a file, a disk, a clock) returns Result<T>; an
// assertion is for what can only be our own mistake. Bad input is an ordinary case: an Error names
// the file, line and field, and its text is a message of the catalogue, so the same error reads well
// on a screen, in a terminal and in another language. What was below it, a browser's exception for one, goes
// along as its cause.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>

#include "base/message.h"

namespace kith {

enum class ErrorKind : std::uint8_t {
    bad_input,  // the data is not what it should be
    not_found,
    conflict,  // the state of things forbids it (nothing to undo, already there)
    no_space,
    unavailable,  // storage refused, file can't be read or written
    damaged,      // a checksum or structure is wrong
    too_new,      // written by a newer version
    locked,       // behind a passphrase that was not given
    stopped,      // by the person
};

struct Error {
    ErrorKind kind = ErrorKind::bad_input;
    Message message;
    std::string file;      // empty: not about a file
    std::size_t line = 0;  // 1 based; 0: unknown
    std::string field;     // column or property as the file calls it
    std::string cause;     // what the system or the browser said, in its own words; empty: nothing

    bool operator==(const Error&) const = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

/// Short form of a failing return: `return failure(ErrorKind::damaged, {"journal.cut_short", {}});`
inline std::unexpected<Error> failure(ErrorKind kind, Message message) {
    return std::unexpected(
        Error{.kind = kind, .message = std::move(message), .file = {}, .line = 0, .field = {}, .cause = {}});
}

}  // namespace kith
