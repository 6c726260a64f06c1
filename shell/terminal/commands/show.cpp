#include <algorithm>
#include <limits>

#include "base/json.h"
#include "exchange/out/json.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "terminal/command.h"
#include "terminal/describe.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

struct Chosen {
    std::vector<RecordId> records;  // what is called so
    std::vector<RecordId> near;     // else what is called nearly so, or mentions it; a few
};

/// Records by name, the whole name before its beginning; or the one of that id.
Chosen choose(const Workspace& workspace, const std::string& name) {
    Chosen chosen;
    const auto id = name.size() == 16 ? from_hex(name) : std::nullopt;
    if (id && workspace.live(RecordId{*id})) return {{RecordId{*id}}, {}};
    Insight insight(workspace);
    const auto results =
        insight.search()
            .find(workspace, name, {.limit = std::numeric_limits<std::size_t>::max(), .kind = Kind::none})
            .results;
    MatchKind best = MatchKind::word_prefix;
    for (const SearchResult& result : results) {
        if (result.place != MatchPlace::name || result.kind > best) continue;
        best = result.kind;
        chosen.records.push_back(result.record);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(results.size(), 3); ++i)
        chosen.near.push_back(results[i].record);
    return chosen;
}

void print_json(Console& console, const Workspace& workspace, const std::vector<RecordId>& records) {
    JsonWriter json;
    json.open('[');
    for (const RecordId record : records) {
        json.open('{')
            .key("kind")
            .text(find_kind(kind_of(record))->key)
            .key("name")
            .text(record_name(workspace, record));
        json.key("record");
        write_json(json, workspace, record, {});
        const bool is_person = kind_of(record) == Kind::person;
        if (is_person || kind_of(record) == Kind::organisation) {
            json.key("affiliations").open('[');
            for (const RecordId at :
                workspace.referrers(record, is_person ? affiliation::person : affiliation::organisation))
                write_json(json, workspace, at, {});
            json.close(']');
        }
        if (is_person) {
            json.key("interactions").number(workspace.referrers(record, interaction::people).size());
            if (const auto contacts = contacts_of(workspace, record); !contacts.empty())
                json.key("last_contact")
                    .text(to_iso(workspace.date(contacts.back().interaction, interaction::on)));
        }
        json.close('}');
    }
    console.print_line(json.close(']').result());
}

ExitCode show(Console& console, const Arguments& arguments) {
    std::string name;
    for (const std::string& word : std::span(arguments.operands).subspan(1))
        name += (name.empty() ? "" : " ") + word;
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    if (file->damage()) console.complain(*file->damage());
    const Workspace& workspace = file->workspace();
    const Chosen chosen = choose(workspace, name);
    if (console.json) {
        print_json(console, workspace, chosen.records);
    } else {
        for (const RecordId record : chosen.records) {
            if (record != chosen.records.front()) console.print("\n");
            console.print(describe(workspace, record, console.catalogue()));
        }
    }
    if (!chosen.records.empty()) return ExitCode::done;
    console.complain({"terminal.nobody", {name, shown_name(arguments.operands.front())}});
    std::string near;
    for (const RecordId record : chosen.near)
        near += (near.empty() ? "" : ", ") + record_name(workspace, record);
    if (!near.empty()) console.complain({"terminal.did_you_mean", {near}});
    return ExitCode::failed;
}

}  // namespace

extern constexpr Command show_command = {
    .name = "show",
    .operands = "W.kith NAME...",
    .summary = "look somebody or something up by name",
    .details = "NAME is a person's name or the name of anything else in the file, or the\n"
               "beginning of one, in any case and without accents; or a record's id. All that\n"
               "match equally well are shown, with a blank line between. Exit status 1 if\n"
               "there is none; what comes near is then told on standard error.",
    .options = {},
    .least_operands = 2,
    .most_operands = 100,
    .run = show,
};

}  // namespace kith::terminal
