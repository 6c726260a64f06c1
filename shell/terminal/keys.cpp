#include "terminal/keys.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/formatter.h"
#include "terminal/prompt.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

constexpr int attempts = 3;

void wipe(std::string& text) {
    std::ranges::fill(text, '\0');
    text.clear();
}

std::string question(std::string_view key, const std::string& path) {
    return plain_text({key, {shown_name(path)}}) + " ";
}

}  // namespace

Keys::~Keys() {
    std::ranges::for_each(passphrases_, wipe);
}

Result<> Keys::read(const std::string& path) {
    auto text = read_file(path);
    if (!text) return std::unexpected(text.error());
    from_file_ = true;
    for (std::string_view rest = *text; !rest.empty();) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) passphrases_.emplace_back(line);
    }
    wipe(*text);
    if (passphrases_.empty())
        return failure(ErrorKind::bad_input, {"terminal.no_passphrase", {shown_name(path)}});
    return {};
}

Result<Seal> Keys::open(std::string_view head, const std::string& path) {
    const auto known = std::ranges::find(known_, head, &Seal::head);
    if (known != known_.end()) return *known;
    // Before anybody is asked, or kept waiting.
    if (const auto sane = check_rounds(head); !sane) return std::unexpected(sane.error());
    const auto attempt = [&](std::string_view passphrase) {
        auto seal = Seal::open(head, passphrase);
        if (seal) known_.push_back(*seal);
        return seal;
    };
    for (const std::string& passphrase : passphrases_) {
        if (auto seal = attempt(passphrase); seal || seal.error().kind != ErrorKind::locked) return seal;
    }
    const auto wrong = failure(ErrorKind::locked, {"journal.wrong_passphrase", {}});
    if (from_file_) return wrong;
    for (int i = 0; i < attempts; ++i) {
        auto typed = ask_unseen(question("terminal.passphrase", path));
        if (!typed) return std::unexpected(typed.error());
        passphrases_.push_back(std::move(*typed));
        if (auto seal = attempt(passphrases_.back()); seal || seal.error().kind != ErrorKind::locked)
            return seal;
    }
    return wrong;
}

Result<std::string> opened(
    std::string bytes, Keys& keys, const std::string& path, std::optional<Seal>* seal) {
    const auto head = head_of(bytes);
    if (!head || !head->sealed()) {
        if (bytes.starts_with(file_magic) && !head) return std::unexpected(head.error());
        return bytes;
    }
    auto found = keys.open(head->bytes, path);
    if (!found) return std::unexpected(found.error());
    auto frames = open_sealed_file(*found, bytes);
    if (!frames) return std::unexpected(frames.error());
    if (frames->bytes < bytes.size())
        return failure(ErrorKind::damaged, {"terminal.damaged", {frames->bytes, bytes.size()}});
    if (frames->fault != RunFault::none) return failure(ErrorKind::damaged, message_of(frames->fault));
    if (seal != nullptr) *seal = std::move(*found);
    return file_header() + frames->frames;
}

Result<std::string> first_line(const std::string& path) {
    auto text = read_file(path);
    if (!text) return text;
    std::string line = text->substr(0, text->find_first_of("\r\n"));
    wipe(*text);
    if (line.empty()) return failure(ErrorKind::bad_input, {"terminal.no_passphrase", {shown_name(path)}});
    return line;
}

Result<std::string> new_passphrase(const std::string& path) {
    auto typed = ask_unseen(question("terminal.new_passphrase", path));
    if (!typed) return typed;
    if (typed->empty()) return failure(ErrorKind::bad_input, {"terminal.empty_passphrase", {}});
    auto again = ask_unseen(std::string(Catalogue::english().get("terminal.again")) + " ");
    if (!again) return again;
    const bool same = *typed == *again;
    wipe(*again);
    if (!same) return failure(ErrorKind::bad_input, {"terminal.not_the_same", {}});
    return typed;
}

Random fresh_random() {
    std::array<std::uint64_t, 4> words{};
    for (std::uint64_t& word : words)
        word = fresh_seed();
    return Random(words);
}

}  // namespace kith::terminal
