#include "heavy_files.h"

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "../zip_file.h"
#include "generate.h"

namespace kith::testing {

namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;
constexpr std::size_t heavy = 60 * megabyte;
constexpr std::string_view base64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk";

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (; times > 0; --times)
        text += piece;
    return text;
}
/// So often that it is as heavy as the heavy ones.
std::string heavy_of(std::string_view piece) {
    return repeated(piece, heavy / piece.size());
}
std::string joined(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    std::string text;
    text.reserve(size);
    for (const std::string_view part : parts)
        text += part;
    return text;
}
std::string card_of(std::string_view lines) {
    return joined({"BEGIN:VCARD\nVERSION:3.0\nN:Diaz;Ana;;;\n", lines, "END:VCARD\n"});
}
std::string photo_of(std::string_view head, std::string_view lines) {
    return card_of(joined({"PHOTO;", head, ":", lines, "\n"}));
}
std::string table_of(std::string_view cells) {
    return joined({"Name,Email,Notes\nAna Diaz,ana@example.org,", cells, "\nBen Okafor,b@example.org,\n"});
}
std::string wide_in_utf16(std::string_view ascii) {
    std::string text = "\xFF\xFE";
    text.reserve(2 + 2 * ascii.size());
    for (const char letter : ascii) {
        text += letter;
        text += '\0';
    }
    return text;
}
std::string archive_of(std::size_t count, std::string_view ending, std::string_view bytes) {
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < count; ++i)
        entries.push_back({"folder/file" + std::to_string(i) + std::string(ending), std::string(bytes)});
    return zip_of(entries);
}

constexpr HeavyFile files[] = {
    {"vCard: 200,000 agents in each other", "a.vcf",
        [] {
            return joined({repeated("BEGIN:VCARD\nVERSION:2.1\nN:A;B\nAGENT:\n", 200'000),
                repeated("END:VCARD\n", 200'000)});
        }},
    {"vCard: beginnings alone", "a.vcf", [] { return heavy_of("BEGIN:VCARD\n"); }},
    {"vCard: 1,000,000 cards that say nothing", "a.vcf",
        [] { return repeated("BEGIN:VCARD\nEND:VCARD\n", 1'000'000); }},
    {"vCard: a photo in one line", "a.vcf", [] { return photo_of("ENCODING=b", heavy_of(base64)); }},
    {"vCard: a photo in folded lines", "a.vcf",
        [] { return photo_of("ENCODING=b", heavy_of(joined({"\n ", base64}))); }},
    {"vCard: a photo in bare lines", "a.vcf",
        [] { return photo_of("ENCODING=BASE64", heavy_of(joined({"\n", base64}))); }},
    {"vCard: a photo as an address", "a.vcf",
        [] { return card_of(joined({"PHOTO:data:image/jpeg;base64\\,", heavy_of(base64), "\n"})); }},
    {"vCard: a note in one line", "a.vcf",
        [] { return card_of(joined({"NOTE:", heavy_of("Größe und Maß\\; "), "\n"})); }},
    {"vCard: a note in folded lines of a letter", "a.vcf",
        [] { return card_of(joined({"NOTE:", heavy_of("\n x"), "\n"})); }},
    {"vCard: a note in quoted-printable", "a.vcf",
        [] { return card_of(joined({"NOTE;ENCODING=QUOTED-PRINTABLE:", heavy_of("=C3=A4=\n"), "\n"})); }},
    {"vCard: lines that are no properties", "a.vcf", [] { return card_of(heavy_of("what is this\n")); }},
    {"vCard: properties that nobody knows", "a.vcf", [] { return card_of(heavy_of("X-A:b\n")); }},
    {"vCard: parameters", "a.vcf", [] { return card_of(joined({"TEL", heavy_of(";TYPE=home"), ":1\n"})); }},
    {"vCard: one name", "a.vcf", [] { return card_of(joined({"FN:", heavy_of("Ana "), "\n"})); }},
    {"vCard: one address", "a.vcf", [] { return card_of(joined({"ADR:", heavy_of("a;"), "\n"})); }},
    {"vCard: tags", "a.vcf", [] { return card_of(joined({"CATEGORIES:", heavy_of("a,"), "\n"})); }},
    {"vCard: a group of 1,000,000 members", "a.vcf",
        [] {
            std::string text = "BEGIN:VCARD\nKIND:group\nFN:All\n";
            for (int i = 0; i < 1'000'000; ++i)
                text += "MEMBER:urn:uuid:" + std::to_string(i) + "\n";
            return text + "END:VCARD\n";
        }},
    {"vCard: no line end", "a.vcf", [] { return joined({"BEGIN:VCARD", std::string(heavy, 'x')}); }},
    {"table: 1,000,000 columns", "a.csv",
        [] {
            std::string wide = "Name";
            for (int i = 0; i < 1'000'000; ++i)
                wide += ",c" + std::to_string(i);
            return joined({wide, "\nAna Diaz", repeated(",x", 1'000'000), "\n"});
        }},
    {"table: a cell of 68 MB", "a.csv", [] { return table_of(std::string(68 * megabyte, 'x')); }},
    {"table: a quoted cell in many lines", "a.csv",
        [] { return table_of(joined({"\"", heavy_of("Größe und Maß\n"), "\""})); }},
    {"table: a cell of quotes", "a.csv", [] { return table_of(joined({"\"", heavy_of("\"\""), "\""})); }},
    {"table: a quote that is never closed", "a.csv",
        [] { return table_of(joined({"\"", heavy_of("a,b\n")})); }},
    {"table: blank lines", "a.csv", [] { return table_of(heavy_of("\n")); }},
    {"table: rows of separators", "a.csv", [] { return table_of(heavy_of("\n,,,,,,,,,,,,")); }},
    {"table: tags in one cell", "a.csv",
        [] { return joined({"Name,Labels,Email\nAna Diaz,", heavy_of("a ::: "), ",a@example.org\n"}); }},
    {"table: in UTF-16", "a.csv", [] { return wide_in_utf16(table_of(std::string(heavy / 2, 'x'))); }},
    {"table: in Windows-1252", "a.csv",
        [] {
            return table_of(heavy_of("Gr\xF6\xDF"
                                     "e "));
        }},
    {"table: no line end", "a.csv", [] { return joined({"Name,Email", std::string(heavy, 'x')}); }},
    {"LinkedIn: a name in one line", "Connections.csv",
        [] {
            return joined({"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
                heavy_of("Ana "), ",Diaz,,,Acme,Nurse,01 Mar 2024\n"});
        }},
    {"LinkedIn: 1,000,000 members who hide their names", "Connections.csv",
        [] {
            return "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
                repeated(",,,,,,01 Mar 2024\n", 1'000'000);
        }},
    {"jobs: an employer in one line", "Job Applications.csv",
        [] {
            return joined(
                {"Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume "
                 "Name,Question And Answers\n1/2/26, 3:04 PM,,,",
                    heavy_of("Acme "), ",Nurse,,,\n"});
        }},
    {"zip: 60,000 entries of no kind", "a.zip", [] { return archive_of(60'000, ".txt", "x"); }},
    {"zip: 60,000 cards", "a.zip",
        [] { return archive_of(60'000, ".vcf", "BEGIN:VCARD\nFN:Ana Diaz\nEND:VCARD\n"); }},
    {"zip: without its end", "a.zip", [] { return joined({"PK\x03\x04", heavy_of("PK\x05")}); }},
    {"zip: ends that lead nowhere", "a.zip", [] { return joined({"PK\x03\x04", heavy_of("PK\x05\x06")}); }},
    {"JSON: lists in each other", "a.json", [] { return heavy_of("["); }},
    {"calendar: one event", "a.ics",
        [] { return joined({"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:", heavy_of("lunch "), "\n"}); }},
    {"XML: attributes", "a.xml", [] { return joined({"<a", heavy_of(" b='c'"), "/>"}); }},
    {"text: no line end", "a.txt", [] { return std::string(heavy, 'x'); }},
    {"text: bare lines", "a.txt", [] { return heavy_of("what is this\n"); }},
    {"text: no letters", "a.bin", [] { return std::string(heavy, '\0'); }},
    {"100,000 people: LinkedIn's rows", "Connections.csv",
        [] { return linkedin_csv(made_up_people(100'000)); }},
    {"100,000 people: vCards", "a.vcf", [] { return vcards(made_up_people(100'000)); }},
};

}  // namespace

std::span<const HeavyFile> heavy_files() {
    return files;
}

}  // namespace kith::testing
