#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>
#include <cstdio>
#include <utility>
#include <vector>

#include "answers.h"
#include "base/json.h"
#include "base/text.h"
#include "exchange/people/duplicates.h"
#include "exchange/people/import.h"

namespace kith::eval {

namespace {

using Pair = std::pair<std::string, std::string>;

/// Imports files as a person does who presses Import each time without answering anything, and keeps which row
/// went into which record.
class Importing {
public:
    void bring(std::string_view path) {
        const std::string_view name = path.substr(path.rfind('/') + 1);
        ImportJob job(workspace_, {{std::string(name), read_file(path)}},
            {random_, std::chrono::floor<std::chrono::days>(now_)});
        job.finish();
        if (job.stage() != ImportStage::planned) give_up(std::string(name) + " can't be imported");
        const std::size_t before = workspace_.all(Kind::person).size();
        job.accept();
        job.finish();
        if (!job.commit(now_ += std::chrono::seconds{1})) give_up(std::string(name) + " can't be committed");
        note_rows(job.plan(), name, before);
    }

    /// Whom Kith asks about among those who are here, when all files are in.
    void search() {
        DuplicateSearch search;
        search.catch_up(workspace_).finish();
        for (const Duplicate& found : search.found())
            asked_.emplace_back(row_of_[found.a], row_of_[found.b]);
    }

    std::string as_json() const {
        JsonWriter json;
        write(json.open('{').line().key("joined"), joined_);
        write(json.line().key("asked"), asked_);
        return json.close('}').take();
    }

private:
    Workspace workspace_{ReplicaId{1}};
    Random random_{7};
    Instant now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 27}};
    boost::unordered_flat_map<RecordId, std::string, IdHash> row_of_;  // the first that went into each
    std::vector<Pair> joined_, asked_;

    void note_rows(const ImportPlan& plan, std::string_view file, std::size_t before) {
        boost::unordered_flat_map<std::size_t, RecordId> by_line;
        const auto people = workspace_.all(Kind::person);
        for (const ImportItem& item : plan.items) {
            if (item.kind != Kind::person || item.choice == ItemChoice::skip) continue;
            RecordId record = item.match;
            if (item.choice == ItemChoice::take_as_new) {  // in the order of the plan
                if (before == people.size()) give_up("fewer people came than were planned");
                record = people[before++];
            }
            by_line[item.line] = record;
            const std::string row = row_at(file, item.line);
            if (item.status == ItemStatus::maybe_known) asked_.emplace_back(row, row_of_[item.match]);
            note(row, record);
        }
        if (before != people.size()) give_up("more people came than were planned");
        // Rows of one file that were put together before anything else: said in a notice, with their lines.
        if (plan.more_notices > 0) give_up("not all notices are listed");
        for (const Error& notice : plan.notices) {
            if (notice.message.key != "import.came_twice") continue;
            const auto record = by_line.find(notice.line);
            if (record == by_line.end()) continue;
            for (std::string_view line : split(notice.message.arguments[1].text, ',')) {
                line = trim(line);
                std::size_t number = 0;
                std::from_chars(line.data(), line.data() + line.size(), number);
                note(row_at(file, number), record->second);
            }
        }
    }

    void note(const std::string& row, RecordId record) {
        const auto [at, fresh] = row_of_.try_emplace(record, row);
        if (!fresh) joined_.emplace_back(at->second, row);
    }

    static std::string row_at(std::string_view file, std::size_t line) {
        return std::string(file) + "@" + std::to_string(line);
    }

    static void write(JsonWriter& json, const std::vector<Pair>& pairs) {
        json.open('[');
        for (const auto& [a, b] : pairs)
            json.open('[').text(a).text(b).close(']');
        json.close(']');
    }
};

}  // namespace

int identity(Arguments files) {
    Importing importing;
    for (const std::string_view file : files)
        importing.bring(file);
    importing.search();
    std::puts(importing.as_json().c_str());
    return 0;
}

}  // namespace kith::eval
