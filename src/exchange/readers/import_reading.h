// The first stage of an import: files into cards. Archives are opened, and each file of them that counts is
// recognised for itself.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "exchange/cards/file_reading.h"
#include "exchange/readers/formats.h"

namespace kith {

struct ImportFile {
    std::string name;  // as the person knows it; a folder before it is left out
    std::string bytes;
};

/// A file of the import, or a file in an archive of it.
struct ImportedFile {
    std::string name;
    const Format* format = nullptr;  // none: it could not be read
    std::size_t entries = 0;         // rows or cards

    std::string_view key() const { return format != nullptr ? format->key : std::string_view{}; }
};

/// Above this many bytes a file is refused: a page can't hold much more than several times that.
inline constexpr std::size_t largest_import = std::size_t{128} << 20;

class ImportReading {
public:
    /// What is passed by reference outlives it.
    ImportReading(std::vector<ImportFile> files, FileFormats formats, const OpportunityStages& stages,
        Keeper& keeper, Notices& notices);

    /// All of the work, once; it pauses between entries.
    Slices read();
    double fraction() const;

    std::vector<Card>& cards() { return read_.cards; }
    std::vector<ReadRecord>& records() { return read_.records; }
    const std::vector<EmptyEntry>& empty_entries() const { return read_.empty; }
    std::vector<ImportedFile>& files() { return files_; }
    const std::vector<EmptyEntry>& hidden() const { return read_.hidden; }
    /// Set when no file could be read: the first reason.
    const std::optional<Error>& error() const { return error_; }

private:
    FileFormats formats_;
    const OpportunityStages& stages_;
    Keeper& keeper_;
    Notices& notices_;
    std::deque<ImportFile> waiting_;
    std::vector<ImportedFile> files_;
    ReadCards read_;
    std::optional<Error> error_;
    std::size_t bytes_done_ = 0;
    std::size_t bytes_total_ = 1;
    const FileReading* reading_ = nullptr;  // the file at hand

    /// Whether a file came by itself, or in an archive, where there are no more archives.
    enum class From : std::uint8_t { person, archive };

    Slices read_file(ImportFile file, From from);
    Slices read_archive(const ImportFile& file, const Format& format);
    void refuse(const std::string& name, Error error);
    Slices tag_members();
};

}  // namespace kith
