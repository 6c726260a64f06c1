// Passphrases of sealed files: from the file that --passphrase-file names, or typed at the prompt without
// being shown. Never from the command line itself, which others on the machine can see.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/sealed_file.h"

namespace kith::terminal {

class Keys {
public:
    Keys() = default;
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;
    ~Keys();

    /// A line for each passphrase; they are tried in turn.
    Result<> read(const std::string& path);

    /// The key of a sealed file, asked for three times at most. Kept: files of the same key ask once.
    Result<Seal> open(std::string_view head, const std::string& path);

private:
    std::vector<std::string> passphrases_;
    std::vector<Seal> known_;
    bool from_file_ = false;
};

/// The frames of a file's bytes behind a header in the clear, whatever they were behind; `seal` is what
/// opened them. What is not sealed, or not Kith's at all, stays as it is.
Result<std::string> opened(
    std::string bytes, Keys& keys, const std::string& path, std::optional<Seal>* seal = nullptr);

/// The first line of a file, as a passphrase.
Result<std::string> first_line(const std::string& path);
/// A passphrase typed twice the same.
Result<std::string> new_passphrase(const std::string& path);

/// Seeded with as many bits as it has.
Random fresh_random();

}  // namespace kith::terminal
