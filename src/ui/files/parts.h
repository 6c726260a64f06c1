// Parts of Import & export: what is open there, and the preview of an import (import_preview.cpp).
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

struct FilesState {
    struct Opening {  // a .kith file, while what it would do is worked out
        std::string name;
        MergeJob job;
        bool is_damaged = false;  // known from before
    };
    std::optional<Opening> opening;
    std::unique_ptr<OpenedFile> opened;  // … and when it is shown
    std::optional<ImportJob> import;
    std::string import_name;
    std::string problem;               // why the last file could not be taken
    std::optional<ItemStatus> only;    // show only these
    std::vector<std::uint32_t> shown;  // items that pass, for the table
    bool shown_ready = false;
    std::optional<std::size_t> open_item;  // looked at in the dialog
    TableState table;
    bool notices_open = false;

    std::optional<ExportJob> export_;
    ExportFormat format = ExportFormat::vcard4;
    bool sensitive = true;
};

/// How many come in, as things are chosen.
struct ImportTaken {
    std::size_t people = 0;  // and organisations
    std::size_t jobs = 0;    // as opportunities
};
ImportTaken taken_by(const ImportPlan& plan);
/// "3 people and 2 opportunities imported from archive.zip"
std::string say_imported(Session& session, const ImportTaken& taken, std::string_view file);
/// What the import that is open will do, before it does it, and its progress.
void draw_import(Session& session, FilesState& state, ImRect area);

}  // namespace kith::ui
