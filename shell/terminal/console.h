// What a command says: its result to standard output, everything else to standard error.
#pragma once

#include <string>
#include <string_view>

#include "base/formatter.h"
#include "terminal/keys.h"

namespace kith::terminal {

class Console {
public:
    explicit Console(const Catalogue& catalogue) : catalogue_(catalogue) {}

    bool json = false;  // the result is wanted as JSON
    Keys keys;          // of sealed files

    const Catalogue& catalogue() const { return catalogue_; }
    std::string text(std::string_view key, std::initializer_list<ArgumentView> arguments) const {
        return formatter().format(key, arguments);
    }
    std::string text(const Message& message) const { return formatter().format(message); }

    /// Part of the result. Kept until flush(), so that a command that fails prints no half of it.
    void print(std::string_view text) { result_ += text; }
    void print_line(std::string_view text) { (result_ += text) += '\n'; }

    /// "kith: file, line n, field: what" to standard error, at once.
    void complain(const Error& error);
    void complain(Message message) {
        complain({.kind = ErrorKind::bad_input,
            .message = std::move(message),
            .file = {},
            .line = 0,
            .field = {}});
    }
    /// Text as it is to standard error, at once.
    void say_aside(std::string_view text);

    /// Writes the result out.
    Result<> flush();

private:
    const Catalogue& catalogue_;
    mutable PlainFormats formats_;  // it keeps nothing
    std::string result_;

    // No day is relative here, so today doesn't matter.
    Formatter formatter() const { return {catalogue_, formats_, Day{}}; }
};

}  // namespace kith::terminal
