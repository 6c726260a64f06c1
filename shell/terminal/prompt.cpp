#include "terminal/prompt.h"

#include <fcntl.h>
#include <unistd.h>

#include "terminal/streams.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <termios.h>
#endif

namespace kith::terminal {

namespace {

// Keys one by one, not shown, and none of them with a meaning of its own.
#ifdef __EMSCRIPTEN__
// clang-format off
EM_JS(bool, set_raw, (int descriptor, bool raw), {
    // The terminal is Node's affair.
    try {
        const { ReadStream } = require('tty');
        const stream = SYSCALLS.getStreamFromFD(descriptor);
        stream.seekable = false; // a terminal has no positions, and some kernels refuse them
        Module.terminal = Module.terminal || new ReadStream(stream.nfd);
        Module.terminal.setRawMode(raw);
        return true;
    } catch (error) {
        return false;
    }
});
// clang-format on
class RawTerminal {
public:
    explicit RawTerminal(int descriptor) : descriptor_(descriptor), is_raw_(set_raw(descriptor, true)) {}
    ~RawTerminal() {
        if (is_raw_) set_raw(descriptor_, false);
    }
    RawTerminal(const RawTerminal&) = delete;
    RawTerminal& operator=(const RawTerminal&) = delete;
    bool is_raw() const { return is_raw_; }

private:
    int descriptor_;
    bool is_raw_;
};
#else
class RawTerminal {
public:
    explicit RawTerminal(int descriptor) : descriptor_(descriptor) {
        if (tcgetattr(descriptor, &before_) != 0) return;
        termios raw = before_;
        raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        is_raw_ = tcsetattr(descriptor, TCSAFLUSH, &raw) == 0;
    }
    ~RawTerminal() {
        if (is_raw_) tcsetattr(descriptor_, TCSAFLUSH, &before_);
    }
    RawTerminal(const RawTerminal&) = delete;
    RawTerminal& operator=(const RawTerminal&) = delete;
    bool is_raw() const { return is_raw_; }

private:
    int descriptor_;
    termios before_{};
    bool is_raw_ = false;
};
#endif

void drop_last_letter(std::string& text) {
    const auto is_inside = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; };
    while (!text.empty() && is_inside(text.back()))
        text.pop_back();
    if (!text.empty()) text.pop_back();
}

Result<std::string> take_line(int descriptor) {
    constexpr char interrupt = 3, end = 4, backspace = 8, erase = 127;
    std::string line;
    for (char key = 0;;) {
        if (read_some(descriptor, &key, 1) <= 0 || key == interrupt || key == end)
            return failure(ErrorKind::stopped, {"terminal.stopped", {}});
        if (key == '\r' || key == '\n') return line;
        if (key == backspace || key == erase)
            drop_last_letter(line);
        else
            line += key;
    }
}

}  // namespace

Result<std::string> ask_unseen(const std::string& question) {
    const int descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return failure(ErrorKind::locked, {"terminal.no_terminal", {}});
    Result<std::string> line = failure(ErrorKind::locked, {"terminal.no_terminal", {}});
    {
        const RawTerminal terminal(descriptor);
        if (terminal.is_raw()) {
            (void)write_all(descriptor, question);
            line = take_line(descriptor);
            (void)write_all(descriptor, "\n");
        }
    }
    close(descriptor);
    return line;
}

}  // namespace kith::terminal
