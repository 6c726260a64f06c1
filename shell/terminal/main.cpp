#include <csignal>
#include <vector>

#include "terminal/command.h"

int main(int count, char** words) {
    using namespace kith;
    using namespace kith::terminal;
    // A reader that goes away ("kith export … | head") ends the program quietly, as it should.
    std::signal(SIGPIPE, SIG_DFL);
    const std::vector<std::string_view> arguments(words + (count > 0 ? 1 : 0), words + count);
    Console console(Catalogue::english());
    ExitCode code = run(console, arguments);
    if (const auto written = console.flush(); !written) {
        console.complain(written.error());
        code = ExitCode::failed;
    }
    return static_cast<int>(code);
}
