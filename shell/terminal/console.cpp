#include "terminal/console.h"

#include "terminal/streams.h"

namespace kith::terminal {

void Console::complain(const Error& error) {
    say_aside("kith: " + formatter().format(error) + "\n");
}

void Console::say_aside(std::string_view text) {
    // Nobody is left to tell when this fails.
    (void)write_all(standard_error, text);
}

Result<> Console::flush() {
    const std::string result = std::exchange(result_, {});
    if (write_all(standard_output, result)) return {};
    return failure(
        ErrorKind::unavailable, {"files.cannot_write", {catalogue_.get("terminal.standard_output").data()}});
}

}  // namespace kith::terminal
