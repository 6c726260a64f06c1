#include "ui/words/counts.h"

#include <algorithm>

#include "workspace/names.h"

namespace kith::ui {

namespace {

std::string count_of(const Session& session, Kind kind, std::size_t count) {
    return session.text("count." + std::string(find_kind(kind)->key), {session.ui.number(count)});
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
    std::vector<std::string> parts;
    for (const KindSpec& kind : all_kinds()) {
        const std::size_t count = of_kind(records, kind.kind).size();
        if (count > 0) parts.push_back(count_of(session, kind.kind, count));
    }
    if (parts.empty()) return {};
    std::string words = parts.front();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i)
        words += ", " + parts[i];
    return parts.size() == 1 ? words : session.text("count.and", {words, parts.back()});
}

std::vector<std::string> lines_by_kind(const Session& session, const Workspace& workspace,
    std::span<const RecordId> records, std::size_t most_names) {
    std::vector<std::string> lines;
    for (const KindSpec& kind : all_kinds()) {
        const std::vector<RecordId> some = of_kind(records, kind.kind);
        if (some.empty()) continue;
        std::vector<std::string> names;
        for (const RecordId record : some) {
            if (names.size() == most_names) break;
            // Settings are called by their keys, which mean nothing to anybody.
            std::string name = kind.kind == Kind::setting ? std::string{} : record_name(workspace, record);
            if (!name.empty()) names.push_back(std::move(name));
        }
        std::string line = count_of(session, kind.kind, some.size());
        for (std::size_t i = 0; i < names.size(); ++i)
            line += (i == 0 ? ": " : ", ") + names[i];
        if (!names.empty() && some.size() > names.size())
            line = session.text("count.more", {line, session.ui.number(some.size() - names.size())});
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace kith::ui
