#include "exchange/readers/formats.h"

#include <algorithm>
#include <array>

#include "exchange/archives/zip.h"
#include "exchange/card_trees/jcard.h"
#include "exchange/card_trees/jscontact.h"
#include "exchange/card_trees/xcard.h"
#include "exchange/linkedin/connections.h"
#include "exchange/linkedin/jobs.h"
#include "exchange/records/kith_json.h"
#include "exchange/sheet/sheet_reader.h"
#include "exchange/tables/contact_table.h"
#include "exchange/vcard/cards.h"
#include "journal/transaction.h"

namespace kith {

namespace {

Fit fit_kith(const FileContent& content) {
    return content.bytes().starts_with(file_magic) ? Fit::known : Fit::none;
}

constexpr std::string_view csv[] = {".csv"};
constexpr std::string_view vcf[] = {".vcf", ".vcard"};
constexpr std::string_view zip[] = {".zip"};
constexpr std::string_view kith[] = {".kith"};
constexpr std::string_view json[] = {".json"};
constexpr std::string_view jcf[] = {".jcf", ".jcard", ".json"};
constexpr std::string_view xml[] = {".xml", ".xcf"};
constexpr std::string_view connections[] = {"connections.csv"};
constexpr std::string_view applications[] = {"jobapplications.csv"};
constexpr std::string_view saved_jobs[] = {"savedjobs.csv"};

// Where two formats know a file, and where an archive holds the same people in several, the first one counts.
constexpr Format formats[] = {
    {.key = "kith", .holds = Holds::workspace, .endings = kith, .fit = fit_kith},
    {.key = "vcard",
        .endings = vcf,
        .media_type = "text/vcard",
        .fit = fit_vcards,
        .decodes_itself = true,
        .read = read_vcards},
    {.key = "linkedin_applications",
        .holds = Holds::jobs,
        .source = "linkedin_jobs",  // what was saved may be applied for later
        .endings = csv,
        .media_type = "text/csv",
        .names_in_archives = applications,
        .fit = fit_applications,
        .read = read_applications},
    {.key = "linkedin_saved_jobs",
        .holds = Holds::jobs,
        .source = "linkedin_jobs",
        .endings = csv,
        .media_type = "text/csv",
        .names_in_archives = saved_jobs,
        .fit = fit_saved_jobs,
        .read = read_saved_jobs},
    {.key = "linkedin",
        .source = "linkedin",  // whatever the file is called
        .endings = csv,
        .media_type = "text/csv",
        .names_in_archives = connections,
        .fit = fit_connections,
        .read = read_connections},
    {.key = "kith_table",
        .endings = csv,
        .media_type = "text/csv",
        .fit = fit_kith_sheet,
        .read = read_kith_sheet},
    {.key = "table",
        .endings = csv,
        .media_type = "text/csv",
        .fit = fit_contact_table,
        .read = read_contact_table},
    {.key = "google",
        .endings = csv,
        .media_type = "text/csv",
        .fit = fit_google_contacts,
        .read = read_google_contacts},
    {.key = "outlook",
        .endings = csv,
        .media_type = "text/csv",
        .fit = fit_outlook_contacts,
        .read = read_outlook_contacts},
    {.key = "kith_json",
        .endings = json,
        .media_type = "application/json",
        .fit = fit_kith_json,
        .read = read_kith_json},
    {.key = "jcard",
        .endings = jcf,
        .media_type = "application/vcard+json",
        .fit = fit_jcard,
        .read = read_jcard},
    {.key = "jscontact",
        .endings = json,
        .media_type = "application/jscontact+json",
        .fit = fit_jscontact,
        .read = read_jscontact},
    {.key = "xcard",
        .endings = xml,
        .media_type = "application/vcard+xml",
        .fit = fit_xcard,
        .read = read_xcard},
    {.key = "zip", .holds = Holds::files, .endings = zip, .fit = fit_zip, .open = open_zip},
};

constexpr auto table = [] {
    std::array<const Format*, std::size(formats)> pointers{};
    std::ranges::transform(formats, pointers.begin(), [](const Format& format) { return &format; });
    return pointers;
}();

}  // namespace

FileFormats all_formats() {
    return table;
}

std::string accepted_files(FileFormats asked) {
    std::vector<std::string_view> accepted;
    const auto add = [&](std::string_view one) {
        if (!one.empty() && !std::ranges::contains(accepted, one)) accepted.push_back(one);
    };
    for (const Format* format : asked)
        std::ranges::for_each(format->endings, add);
    for (const Format* format : asked)
        add(format->media_type);
    std::string list;
    for (const std::string_view one : accepted) {
        if (!list.empty()) list += ',';
        list += one;
    }
    return list;
}

}  // namespace kith
