// What is open at Import & export.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "exchange/out/export.h"
#include "exchange/people/import.h"
#include "exchange/readers/recognise.h"
#include "ui/files/merge.h"
#include "ui/files/screen.h"
#include "widgets/table.h"

namespace kith::ui {

/// Whether entries are somebody who is here, one question after the other (import_same.h).
struct ImportSame {
    bool open = false;
    std::vector<std::size_t> items = {};  // those to look at, then those that are certain
    std::size_t doubtful = 0;
    std::size_t at = 0;
    std::vector<std::uint8_t> later = {};  // by place in items
    std::vector<SideRow> rows = {};        // of the one that is open
    bool rows_ready = false;
    std::size_t list_at = ~std::size_t{0};  // where the list is scrolled to
};

/// What of an import's plan is looked at.
struct ImportPreview {
    std::optional<ItemStatus> only;    // show only these
    std::vector<std::uint32_t> shown;  // items that pass, for the table
    bool shown_ready = false;
    std::optional<std::size_t> open_item;  // looked at in the dialog
    TableState table;
    bool notices_open = false;
    ImportSame same;
};

struct FilesState {
    struct Opening {  // a .kith file, while what it would do is worked out
        std::string name;
        MergeJob job;
        bool is_damaged = false;  // known from before
    };
    std::optional<Opening> opening;
    std::unique_ptr<OpenedFile> opened;  // … and when it is shown
    std::optional<ImportJob> import;
    ImportPreview preview;  // of that
    std::string problem;    // why the last file could not be taken

    std::optional<ExportJob> export_;
    ExportFormat format = ExportFormat::vcard4;
    bool sensitive = true;
};

}  // namespace kith::ui
