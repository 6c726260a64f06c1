// `kith duplicates`: who may be here twice, and the answers.
#include "exchange/people/duplicates.h"

#include "base/enums.h"
#include "base/json.h"
#include "base/random.h"
#include "exchange/people/joining.h"
#include "exchange/people/organisation_search.h"
#include "terminal/changing.h"
#include "terminal/commands/evidence.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

struct Questions {
    std::vector<Duplicate> people;
    std::vector<LikeOrganisations> organisations;
};

void write_pair(JsonWriter& json, const Workspace& workspace, RecordId a, RecordId b) {
    json.line().open('{').key("a").text(to_string(a)).key("b").text(to_string(b));
    json.key("names").open('[').text(record_name(workspace, a)).text(record_name(workspace, b)).close(']');
}

void print_json(Console& console, const Workspace& workspace, const Questions& questions) {
    JsonWriter json;
    json.open('{').key("questions").open('[');
    for (const Duplicate& question : questions.people) {
        write_pair(json, workspace, question.a, question.b);
        write_evidence(json, question.comparison);
        json.close('}');
    }
    json.close(']').key("organisations").open('[');
    for (const LikeOrganisations& question : questions.organisations) {
        write_pair(json, workspace, question.a, question.b);
        const auto likeness = static_cast<std::size_t>(question.likeness);
        json.key("likeness").text(enumerator_names<identity::OrganisationLikeness>[likeness]).close('}');
    }
    console.print_line(json.close(']').close('}').result());
}

void print_pair(Console& console, const Workspace& workspace, RecordId a, RecordId b) {
    console.print_line(to_string(a) + "  " + to_string(b) + "  " + record_name(workspace, a) + " · " +
        record_name(workspace, b));
}

ExitCode list(Console& console, const std::string& path) {
    const Result<WorkspaceFile> file = WorkspaceFile::read(path, console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    const Workspace& workspace = file->workspace();
    DuplicateSearch people;
    people.catch_up(workspace).finish();
    OrganisationSearch organisations;
    organisations.catch_up(workspace).finish();
    const Questions questions{people.found(), organisations.found()};
    if (console.json) {
        print_json(console, workspace, questions);
        return ExitCode::done;
    }
    for (const Duplicate& question : questions.people)
        print_pair(console, workspace, question.a, question.b);
    for (const LikeOrganisations& question : questions.organisations)
        print_pair(console, workspace, question.a, question.b);
    if (questions.people.empty() && questions.organisations.empty())
        console.print_line(console.text("terminal.no_duplicates", {}));
    return ExitCode::done;
}

/// A person or an organisation that is there, by its id; nothing, and a complaint, if there is none.
std::optional<RecordId> record_asked(Console& console, const Workspace& workspace, const std::string& text) {
    const RecordId record{text.size() == 16 ? from_hex(text).value_or(0) : 0};
    const bool can_be_joined = kind_of(record) == Kind::person || kind_of(record) == Kind::organisation;
    if (can_be_joined && workspace.live(record)) return record;
    console.complain({"terminal.no_such_person", {text}});
    return {};
}

ExitCode answer(Console& console, const Arguments& arguments, bool merge) {
    auto file = open_to_change(console, arguments.operands[0], IfMissing::fail);
    if (!file) return ExitCode::failed;
    const Workspace& workspace = file->workspace();
    const auto a = record_asked(console, workspace, arguments.operands[1]);
    const auto b = record_asked(console, workspace, arguments.operands[2]);
    if (!a || !b) return ExitCode::failed;
    if (*a == *b) {
        console.complain({"terminal.same_person", {arguments.operands[1]}});
        return ExitCode::failed;
    }
    if (kind_of(*a) != kind_of(*b)) {
        console.complain({"terminal.two_kinds", {}});
        return ExitCode::failed;
    }
    Random random(fresh_seed());
    Draft draft = merge ? join_records(workspace, {*a, *b}, random) : tell_apart(workspace, *a, *b);
    const Message label = draft.label();
    if (!write_step(console, *file, std::move(draft))) return ExitCode::failed;
    if (!console.json) {
        console.print_line(console.text(label));
        return ExitCode::done;
    }
    JsonWriter json;
    json.open('{')
        .key(merge ? "merged" : "apart")
        .open('[')
        .text(to_string(*a))
        .text(to_string(*b))
        .close(']');
    console.print_line(json.close('}').result());
    return ExitCode::done;
}

ExitCode duplicates(Console& console, const Arguments& arguments) {
    const bool merge = arguments.has("merge"), apart = arguments.has("apart");
    const std::size_t wanted = merge || apart ? 3 : 1;
    if (merge && apart) return misused(console, duplicates_command, {"terminal.one_answer", {}});
    if (arguments.operands.size() < wanted)
        return misused(console, duplicates_command, {"terminal.operand_missing", {}});
    if (arguments.operands.size() > wanted) {
        return misused(
            console, duplicates_command, {"terminal.operand_unwanted", {arguments.operands[wanted]}});
    }
    return wanted == 1 ? list(console, arguments.operands.front()) : answer(console, arguments, merge);
}

constexpr Option options[] = {
    {.name = "merge", .value = {}, .help = "the two are one: the first stays"},
    {.name = "apart", .value = {}, .help = "the two are different people, or organisations"},
};

}  // namespace

extern constexpr Command duplicates_command = {
    .name = "duplicates",
    .operands = "W.kith [--merge ID ID | --apart ID ID]",
    .summary = "list who may be here twice, and answer",
    .details = "Lists pairs of people, then of organisations, that may be one, the likeliest first,\n"
               "by their ids; --json says why, of people what speaks for it and against it.\n"
               "--merge makes one of two people or two organisations: what the first\n"
               "lacks comes from the second, which goes to the trash. --apart remembers that they\n"
               "are two. Both are remembered when a file is imported again, and can be undone.",
    .options = options,
    .least_operands = 1,
    .most_operands = 3,
    .run = duplicates,
};

}  // namespace kith::terminal
