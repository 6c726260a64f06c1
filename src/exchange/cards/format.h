// What Kith knows of a format of files, in one entry: how its files are told from others, what they are called,
// and who reads them. readers/formats.cpp is the table of them; recognising a file, looking into an archive, the
// preview of an import, `kith import` and the page's file picker all ask that table.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/slices.h"
#include "base/text.h"

namespace kith {

class FileReading;

/// A file as those see it who say whether it is theirs. What costs something is found out when it is first asked
/// for. `bytes` must outlive it.
class FileContent {
public:
    FileContent(std::string_view bytes, bool is_binary) : bytes_(bytes), is_binary_(is_binary) {}

    /// All of it.
    std::string_view bytes() const { return bytes_; }
    /// The first 64 KB in UTF-8, without the white space around them; empty if the file is no text.
    std::string_view text() const;

private:
    std::string_view bytes_;
    bool is_binary_;
    mutable std::optional<std::string> decoded_;
};

/// The encoding that a text is in: base's guess, but a UTF-8 text with a damaged place or a cut end stays UTF-8. O(n):
/// for a whole file there is file_reading.h.
Encoding encoding_of_text(std::string_view bytes);

/// How well a file fits a format. Who knows it goes before who guesses; of several, the first in the table.
enum class Fit : std::uint8_t { none, guessed, known };

/// What the files of a format hold.
enum class Holds : std::uint8_t {
    people,     // and their organisations
    jobs,       // opportunities
    files,      // an archive: each of its files is asked for anew
    workspace,  // Kith's own: hosts merge it, it is no import
};

/// A file in an archive.
struct PackedFile {
    std::string name;  // UTF-8, with its folders
    /// Its bytes, in slices; refuses those above `room` before unpacking, and takes from it what it unpacks, for nothing
    /// or not. The archive, `room` and `bytes` must still be there.
    std::function<Slices(std::size_t& room, Result<std::string>& bytes)> unpack;
};

struct Format {
    /// Names it where it is written down, so it stays as it is: in `kith import --json`, in the catalogue
    /// ("file_kind.KEY"), and in what an import is remembered by.
    std::string_view key;
    Holds holds = Holds::people;
    /// What later files are the same source as: what the last one has set, the next one updates. Empty: the key
    /// and the file's name.
    std::string_view source = {};
    std::span<const std::string_view> endings = {};  // ".vcf"; of files that a person may choose
    std::string_view media_type = {};                // for choosers that know no endings
    /// The names that its files have in an archive, in lower case without spaces and underscores ("savedjobs.csv");
    /// a number before the ending does not count. Archives that have such files hold others beside them that look
    /// like them, so then nothing else of it is read. Without names, a file is known in an archive by its ending.
    std::span<const std::string_view> names_in_archives = {};
    Fit (*fit)(const FileContent& content) = nullptr;
    /// Its files say within what charset they are in, from place to place: they are given as they are, unless they are
    /// in UTF-16.
    bool decodes_itself = false;
    /// Takes a file apart, piece by piece. None: for `files` and `workspace`.
    Slices (*read)(FileReading& file) = nullptr;
    /// What an archive holds, in slices; folders are left out. Only for `files`.
    Slices (*open)(std::string_view bytes, Result<std::vector<PackedFile>>& files) = nullptr;
};

/// Formats of files in the order in which they are asked. They are there as long as the program.
using FileFormats = std::span<const Format* const>;

}  // namespace kith
