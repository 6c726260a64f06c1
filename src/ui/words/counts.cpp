#include "ui/words/counts.h"

#include <algorithm>

#include "workspace/names.h"

namespace kith::ui {

namespace {

std::string count_of(const Session& session, Kind kind, std::size_t count) {
    return session.text("count." + std::string(find_kind(kind)->key), {count});
}

std::vector<RecordId> of_kind(std::span<const RecordId> records, Kind kind) {
    std::vector<RecordId> found;
    for (const RecordId record : records) {
        if (kind_of(record) == kind) found.push_back(record);
    }
    return found;
}

}  // namespace

std::string counts_in_words(const Session& session, std::span<const RecordId> records) {
    std::vector<Argument> parts;
    for (const KindSpec& kind : all_kinds()) {
        const std::size_t count = of_kind(records, kind.kind).size();
        if (count > 0) parts.emplace_back(count_of(session, kind.kind, count));
    }
    return session.ui.formatter().list(parts);
}

std::vector<std::string> lines_by_kind(const Session& session, const Workspace& workspace,
    std::span<const RecordId> records, std::size_t most_names) {
    std::vector<std::string> lines;
    for (const KindSpec& kind : all_kinds()) {
        const std::vector<RecordId> some = of_kind(records, kind.kind);
        if (some.empty()) continue;
        std::vector<Argument> names;
        for (const RecordId record : some) {
            if (names.size() == most_names) break;
            // Settings are called by their keys, which mean nothing to anybody.
            std::string name = kind.kind == Kind::setting ? std::string{} : record_name(workspace, record);
            if (!name.empty()) names.emplace_back(name);
        }
        std::string line = count_of(session, kind.kind, some.size());
        if (!names.empty()) {
            if (some.size() > names.size()) names.emplace_back(some.size() - names.size());
            line = session.text("count.names", {line, names});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace kith::ui
