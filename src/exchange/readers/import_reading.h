// The first stage of an import: files into cards, a piece at a time.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "exchange/archives/zip.h"
#include "exchange/cards/card.h"
#include "exchange/cards/file_kind.h"
#include "exchange/tables/contact_table.h"
#include "exchange/tables/job_table.h"
#include "exchange/vcard/cards.h"
#include "exchange/vcard/reader.h"

namespace kith {

struct ImportFile {
    std::string name;  // as the person knows it; a folder before it is left out
    std::string bytes;
};

/// What the person calls the stages before an application and after it; jobs that come in are set to the
/// first of each.
struct OpportunityStages {
    std::vector<std::string> before{"lead"};
    std::vector<std::string> applied{"applied"};
};

/// A file of the import, or a file in an archive of it.
struct ImportedFile {
    std::string name;
    FileKind kind = FileKind::unknown;
    std::size_t entries = 0;  // rows or cards
};

/// Above this many bytes a file is refused: a page can't hold much more than several times that.
inline constexpr std::size_t largest_import = std::size_t{128} << 20;

/// An entry that holds nothing to take.
struct EmptyEntry {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
};

class ImportReading {
public:
    ImportReading(
        std::vector<ImportFile> files, const OpportunityStages& stages, Keeper& keeper, Notices& notices);

    /// Reads one row or card, or opens one file. False when all is read.
    bool step();
    double fraction() const;

    std::vector<Card>& cards() { return cards_; }
    const std::vector<EmptyEntry>& empty_entries() const { return empty_; }
    std::vector<ImportedFile>& files() { return files_; }
    std::size_t hidden() const { return hidden_; }
    /// Set when no file could be read: the first reason.
    const std::optional<Error>& error() const { return error_; }

private:
    const OpportunityStages& stages_;
    Keeper& keeper_;
    Notices& notices_;
    std::deque<ImportFile> waiting_;
    std::vector<ImportedFile> files_;
    std::vector<Card> cards_;
    std::vector<EmptyEntry> empty_;
    std::vector<VcardGroup> groups_;
    std::size_t hidden_ = 0;
    std::optional<Error> error_;
    std::size_t bytes_done_ = 0;
    std::size_t bytes_total_ = 1;

    // The file being read.
    ImportFile current_;
    std::size_t hidden_in_file_ = 0;
    std::optional<CardBuilder> builder_;
    std::optional<ContactTable> table_;
    std::optional<JobTable> jobs_;
    std::optional<VcardReader> vcard_;

    void open(ImportFile file);
    void open_zip(const ImportFile& file);
    void refuse(const std::string& name, Error error);
    void read_row();
    void read_job();
    void read_card();
    void close();
    void tag_members();
};

}  // namespace kith
