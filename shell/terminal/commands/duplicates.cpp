// `kith duplicates`: who may be here twice, and the answers.
#include "exchange/people/duplicates.h"

#include "base/json.h"
#include "base/random.h"
#include "terminal/changing.h"
#include "terminal/commands/evidence.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

void print_json(Console& console, const Workspace& workspace, const std::vector<Duplicate>& questions) {
    JsonWriter json;
    json.open('{').key("questions").open('[');
    for (const Duplicate& question : questions) {
        json.line().open('{').key("a").text(to_string(question.a)).key("b").text(to_string(question.b));
        json.key("names").open('[').text(person_name(workspace, question.a));
        json.text(person_name(workspace, question.b)).close(']');
        write_evidence(json, question.comparison);
        json.close('}');
    }
    console.print_line(json.close(']').close('}').result());
}

ExitCode list(Console& console, const std::string& path) {
    const Result<WorkspaceFile> file = WorkspaceFile::read(path, console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    const Workspace& workspace = file->workspace();
    DuplicateSearch search;
    search.catch_up(workspace).finish();
    if (console.json) {
        print_json(console, workspace, search.found());
        return ExitCode::done;
    }
    for (const Duplicate& question : search.found()) {
        console.print_line(to_string(question.a) + "  " + to_string(question.b) + "  " +
            person_name(workspace, question.a) + " · " + person_name(workspace, question.b));
    }
    if (search.found().empty()) console.print_line(console.text("terminal.no_duplicates", {}));
    return ExitCode::done;
}

/// Someone who is there, by their id; nothing, and a complaint, if there is no such person.
std::optional<RecordId> person_asked(Console& console, const Workspace& workspace, const std::string& text) {
    const auto id = text.size() == 16 ? from_hex(text) : std::nullopt;
    if (id && kind_of(RecordId{*id}) == Kind::person && workspace.live(RecordId{*id})) return RecordId{*id};
    console.complain({"terminal.no_such_person", {text}});
    return {};
}

ExitCode answer(Console& console, const Arguments& arguments, bool merge) {
    auto file = open_to_change(console, arguments.operands[0], IfMissing::fail);
    if (!file) return ExitCode::failed;
    const Workspace& workspace = file->workspace();
    const auto a = person_asked(console, workspace, arguments.operands[1]);
    const auto b = person_asked(console, workspace, arguments.operands[2]);
    if (!a || !b) return ExitCode::failed;
    if (*a == *b) {
        console.complain({"terminal.same_person", {arguments.operands[1]}});
        return ExitCode::failed;
    }
    Random random(fresh_seed());
    Draft draft = merge ? join_people(workspace, *a, *b, random) : tell_apart(workspace, *a, *b);
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
    {.name = "merge", .value = {}, .help = "the two are one person: the first stays"},
    {.name = "apart", .value = {}, .help = "the two are different people"},
};

}  // namespace

extern constexpr Command duplicates_command = {
    .name = "duplicates",
    .operands = "W.kith [--merge ID ID | --apart ID ID]",
    .summary = "list who may be here twice, and answer",
    .details = "Lists pairs of people who may be one, the likeliest first, by their ids; --json\n"
               "says what speaks for it and against it. --merge makes one of two: what the first\n"
               "lacks comes from the second, which goes to the trash. --apart remembers that they\n"
               "are two. Both are remembered when a file is imported again, and can be undone.",
    .options = options,
    .least_operands = 1,
    .most_operands = 3,
    .run = duplicates,
};

}  // namespace kith::terminal
