// The commands of `kith`: one file for each in commands/, and one table (commands.cpp). A new command is a file with
// a Command in it and a line in the table; usage, --help, --json and mistakes are seen to here.
//
// How it behaves: results go to standard output, all else to standard error as "kith: file, line n, field:
// what". `-` is standard input or output. Usage texts are for people who read man pages; sentences about
// what happened come from the catalogue like all others.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "terminal/console.h"

namespace kith::terminal {

enum class ExitCode : int {
    done = 0,
    failed = 1,   // the thing asked for could not be done, or there is no such thing
    misused = 2,  // the command line is wrong
};

/// An option of a command. Every command has --json, --passphrase-file and --help besides.
struct Option {
    std::string_view name;   // "into", for --into
    char letter = '\0';      // for -o; zero: none
    std::string_view value;  // what its value is called in the usage; empty: it takes none
    std::string_view help;
};

/// What stands on the command line behind the command's name.
class Arguments {
public:
    std::vector<std::string> operands;
    std::vector<std::pair<std::string_view, std::string>> options;  // by name, as given

    bool has(std::string_view name) const { return value(name).has_value(); }
    /// The last one given counts.
    std::optional<std::string> value(std::string_view name) const;
    /// All that were given, in their order.
    std::vector<std::string_view> values(std::string_view name) const;
};

struct Command {
    std::string_view name;
    std::string_view operands;  // as the usage shows them: "FILE... --into W.kith"
    std::string_view summary;   // a line of the list of commands
    std::string_view details;   // paragraphs of its help, lines of at most 79 characters
    std::span<const Option> options;
    std::size_t least_operands = 0;
    std::size_t most_operands = 0;
    ExitCode (*run)(Console& console, const Arguments& arguments) = nullptr;
};

/// In the order of the list.
std::span<const Command* const> commands();

extern const Command import_command;
extern const Command export_command;
extern const Command show_command;
extern const Command agenda_command;
extern const Command plan_command;
extern const Command gaps_command;
extern const Command route_command;
extern const Command analyse_command;
extern const Command layout_command;
extern const Command verify_command;
extern const Command merge_command;
extern const Command titles_command;
extern const Command duplicates_command;
extern const Command log_command;
extern const Command goal_command;
extern const Command do_command;
extern const Command snooze_command;
extern const Command history_command;
extern const Command undo_command;
extern const Command read_command;
extern const Command as_of_command;
extern const Command backup_command;
extern const Command restore_command;
extern const Command passphrase_command;

/// The whole program but for main's own business.
ExitCode run(Console& console, std::span<const std::string_view> arguments);

/// The day that --on names, else today; nothing, and a complaint, if it names none.
std::optional<Day> day_asked(Console& console, const Command& command, const Arguments& arguments);

/// The same of another option, which must be there.
std::optional<Day> day_asked(
    Console& console, const Command& command, const Arguments& arguments, std::string_view option);

/// The usage error of a command whose arguments parse but make no sense.
ExitCode misused(Console& console, const Command& command, Message message);

}  // namespace kith::terminal
