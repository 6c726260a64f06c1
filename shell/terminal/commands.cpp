#include <algorithm>
#include <array>

#include "journal/transaction.h"
#include "terminal/command.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

constexpr Option common_options[] = {
    {.name = "json", .value = {}, .help = "print the result as JSON"},
    {.name = "passphrase-file",
        .value = "FILE",
        .help = "passphrases of protected files, one a line, instead of the prompt"},
    {.name = "help", .letter = 'h', .value = {}, .help = "show this and exit"},
};

std::string option_line(const Option& option) {
    std::string line = "  ";
    line += option.letter != '\0' ? std::string("-") + option.letter + ", " : std::string("    ");
    line += "--" + std::string(option.name);
    if (!option.value.empty()) line += " " + std::string(option.value);
    line.resize(std::max<std::size_t>(line.size() + 2, 26), ' ');
    return line + std::string(option.help) + "\n";
}

std::string usage_line(const Command& command) {
    return "usage: kith " + std::string(command.name) + " [--json] " + std::string(command.operands) + "\n";
}

std::string help_of(const Command& command) {
    std::string help = usage_line(command) + "\n" + std::string(command.details) + "\n\nOptions:\n";
    for (const Option& option : command.options)
        help += option_line(option);
    for (const Option& option : common_options)
        help += option_line(option);
    return help;
}

std::string help_of_all() {
    std::string help = "usage: kith COMMAND [OPTION]... [ARGUMENT]...\n"
                       "\n"
                       "Plans a career through the people in it; this is the command line on the same\n"
                       "data and core as the page in the browser. A .kith file holds everything: the\n"
                       "page's Settings save and open it.\n"
                       "\n"
                       "Commands:\n";
    for (const Command* command : commands()) {
        std::string line = "  " + std::string(command->name);
        line.resize(std::max<std::size_t>(line.size() + 2, 14), ' ');
        help += line + std::string(command->summary) + "\n";
    }
    help += "\n"
            "kith COMMAND --help tells more about a command, kith --version the version.\n"
            "`-` as a file is standard input or output. What is protected by a passphrase asks for\n"
            "it at the terminal, or takes it from --passphrase-file FILE.\n"
            "\n"
            "Exit status: 0 done; 1 failed, or nothing found; 2 wrong usage.\n";
    return help;
}

const Option* find_option(const Command& command, auto is_it) {
    for (const std::span<const Option> options : {command.options, std::span<const Option>(common_options)}) {
        const auto at = std::ranges::find_if(options, is_it);
        if (at != options.end()) return &*at;
    }
    return nullptr;
}

/// Takes options and operands apart: --name VALUE, --name=VALUE, -n VALUE, -nVALUE, -- before operands only.
Result<Arguments> parse(const Command& command, std::span<const std::string_view> words) {
    Arguments arguments;
    bool operands_only = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (operands_only || word == "-" || !word.starts_with('-')) {
            arguments.operands.emplace_back(word);
            continue;
        }
        if (word == "--") {
            operands_only = true;
            continue;
        }
        const bool is_long = word.starts_with("--");
        const std::string_view name = is_long ? word.substr(2, word.find('=') - 2) : word.substr(1, 1);
        const Option* option = find_option(command, [&](const Option& at) {
            return is_long ? at.name == name : at.letter != '\0' && name == std::string_view(&at.letter, 1);
        });
        if (option == nullptr) return failure(ErrorKind::bad_input, {"terminal.no_such_option", {word}});
        std::optional<std::string> value;
        if (is_long && word.contains('=')) value = std::string(word.substr(word.find('=') + 1));
        if (!is_long && word.size() > 2) value = std::string(word.substr(2));
        const std::string shown = is_long ? "--" + std::string(name) : "-" + std::string(name);
        if (option->value.empty() && value)
            return failure(ErrorKind::bad_input, {"terminal.no_value_wanted", {shown}});
        if (!option->value.empty() && !value) {
            if (i + 1 == words.size())
                return failure(ErrorKind::bad_input, {"terminal.value_wanted", {shown}});
            value = std::string(words[++i]);
        }
        arguments.options.emplace_back(option->name, value.value_or(""));
    }
    return arguments;
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view name) const {
    for (std::size_t i = options.size(); i-- > 0;) {
        if (options[i].first == name) return options[i].second;
    }
    return {};
}

std::vector<std::string_view> Arguments::values(std::string_view name) const {
    std::vector<std::string_view> found;
    for (const auto& [option, text] : options) {
        if (option == name) found.push_back(text);
    }
    return found;
}

std::span<const Command* const> commands() {
    static constexpr std::array table = {&import_command, &export_command, &show_command, &log_command,
        &read_command, &goal_command, &agenda_command, &do_command, &snooze_command, &plan_command,
        &gaps_command, &route_command, &analyse_command, &layout_command, &titles_command,
        &duplicates_command, &history_command, &undo_command, &as_of_command, &merge_command, &backup_command,
        &restore_command, &passphrase_command, &verify_command};
    return table;
}

ExitCode misused(Console& console, const Command& command, Message message) {
    console.complain(
        {.kind = ErrorKind::bad_input, .message = std::move(message), .file = {}, .line = 0, .field = {}});
    console.say_aside(usage_line(command));
    return ExitCode::misused;
}

std::optional<Day> day_asked(Console& console, const Command& command, const Arguments& arguments) {
    if (!arguments.has("on")) return std::chrono::floor<std::chrono::days>(now());
    return day_asked(console, command, arguments, "on");
}

std::optional<Day> day_asked(
    Console& console, const Command& command, const Arguments& arguments, std::string_view option) {
    const std::string text = arguments.value(option).value_or("");
    const auto date = parse_iso_date(text);
    const auto day = date ? date->to_day() : std::nullopt;
    if (!day) misused(console, command, {"terminal.no_such_day", {text}});
    return day;
}

namespace {

ExitCode run_command(Console& console, const Command& command, std::span<const std::string_view> words) {
    const Result<Arguments> arguments = parse(command, words);
    if (!arguments) return misused(console, command, arguments.error().message);
    if (arguments->has("help")) {
        console.print(help_of(command));
        return ExitCode::done;
    }
    if (arguments->operands.size() < command.least_operands)
        return misused(console, command, {"terminal.operand_missing", {}});
    if (arguments->operands.size() > command.most_operands) {
        return misused(
            console, command, {"terminal.operand_unwanted", {arguments->operands[command.most_operands]}});
    }
    console.json = arguments->has("json");
    if (const auto from = arguments->value("passphrase-file")) {
        if (const auto read = console.keys.read(*from); !read) {
            console.complain(read.error());
            return ExitCode::failed;
        }
    }
    return command.run(console, *arguments);
}

}  // namespace

ExitCode run(Console& console, std::span<const std::string_view> arguments) {
    if (arguments.empty()) {
        console.say_aside(help_of_all());
        return ExitCode::misused;
    }
    const std::string_view first = arguments.front();
    if (first == "--help" || first == "-h" || first == "help") {
        const auto wanted = std::ranges::find_if(commands(),
            [&](const Command* command) { return arguments.size() > 1 && command->name == arguments[1]; });
        console.print(wanted != commands().end() ? help_of(**wanted) : help_of_all());
        return ExitCode::done;
    }
    if (first == "--version" || first == "-V") {
        console.print("kith " KITH_VERSION " (file format " + std::to_string(file_version) + ")\n");
        return ExitCode::done;
    }
    const auto command = std::ranges::find(commands(), first, [](const Command* at) { return at->name; });
    if (command == commands().end()) {
        console.complain({.kind = ErrorKind::bad_input,
            .message = {"terminal.no_such_command", {first}},
            .file = {},
            .line = 0,
            .field = {}});
        console.say_aside("usage: kith COMMAND [OPTION]... [ARGUMENT]...; kith --help lists the commands\n");
        return ExitCode::misused;
    }
    return run_command(console, **command, arguments.subspan(1));
}

}  // namespace kith::terminal
