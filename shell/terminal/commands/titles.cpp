// `kith titles`: what job titles say, as advice reads them.
#include "base/enums.h"
#include "base/json.h"
#include "base/text.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "titles/reading.h"

namespace kith::terminal {

namespace {

/// A value as the enum writes it, which is how the yardstick of advice names it too.
template <typename Enum>
std::string_view name_of(Enum value) {
    return enumerator_names<Enum>[static_cast<std::size_t>(value)];
}

void write_role(JsonWriter& json, const JobRole& role) {
    json.key("function").text(name_of(role.function)).key("function2").text(name_of(role.second));
    json.key("specialty").text(role.specialty).key("level").text(name_of(role.level));
    json.key("leads").text(name_of(role.leads)).key("decides").text(name_of(role.say));
    if (role.function == JobFunction::recruiting) json.key("recruits_for").text(name_of(role.recruits_for));
    json.key("former").boolean(role.former).key("interim").boolean(role.interim);
    if (!role.assists.empty()) json.key("assists").text(role.assists);
    if (!role.organisation.empty()) json.key("organisation").text(role.organisation);
}

ExitCode print_titles(Console& console, const Arguments& arguments) {
    const auto text = read_file(arguments.operands.empty() ? "-" : arguments.operands.front());
    if (!text) {
        console.complain(text.error());
        return ExitCode::failed;
    }
    JsonWriter json;
    json.open('[');
    if (!console.json) console.print_line("title\tcompany\tfunction\tlevel\tleads\tdecides");
    const std::string lines = repair_utf8(*text);
    std::string_view rest = lines;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t tab = line.find('\t');
        const std::string_view title = line.substr(0, tab);
        const std::string_view company =
            tab == std::string_view::npos ? std::string_view() : trim(line.substr(tab + 1));
        const TitleReading reading = read_title(title, company);
        const JobRole main = reading.main() != nullptr ? *reading.main() : JobRole{};
        if (!console.json) {
            std::string row(title);
            for (const std::string_view cell : {company, name_of(main.function), name_of(main.level),
                     name_of(main.leads), name_of(main.say)})
                (row += '\t') += cell;
            console.print_line(row);
            continue;
        }
        json.line().open('{').key("title").text(title).key("company").text(company);
        write_role(json, main);
        json.key("roles").open('[');
        for (const JobRole& role : reading.roles) {
            json.open('{');
            write_role(json, role);
            json.close('}');
        }
        json.close(']').close('}');
    }
    if (console.json) console.print_line(json.close(']').result());
    return ExitCode::done;
}

}  // namespace

extern constexpr Command titles_command = {
    .name = "titles",
    .operands = "[FILE]",
    .summary = "read job titles: field, level, who leads and decides",
    .details = "One title a line, from a file or standard input, and behind a tab the organisation\n"
               "if it is known, in any of ten languages. Prints for each the field, the level,\n"
               "whether they lead people (no, unclear, yes), and whether they have a say on hiring\n"
               "in that field (no, likely, yes: the final one), of the role that counts most.\n"
               "--json has all roles of a line, whom an assistant assists, and for whom a recruiter\n"
               "looks.",
    .options = {},
    .least_operands = 0,
    .most_operands = 1,
    .run = print_titles,
};

}  // namespace kith::terminal
