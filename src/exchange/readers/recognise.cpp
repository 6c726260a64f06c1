#include "exchange/readers/recognise.h"

#include <algorithm>

#include "exchange/archives/zip.h"
#include "exchange/tables/contact_table.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::size_t sample_size = 64 * 1024;

struct Signature {
    std::string_view start;
    std::string_view key;  // of the sentence that says what it looks like
};
using namespace std::string_view_literals;
constexpr Signature signatures[] = {
    {"%PDF"sv, "import.looks_like.pdf"},
    {"\xFF\xD8\xFF"sv, "import.looks_like.picture"},
    {"\x89PNG"sv, "import.looks_like.picture"},
    {"GIF8"sv, "import.looks_like.picture"},
    {"RIFF"sv, "import.looks_like.picture"},
    {"BM"sv, "import.looks_like.picture"},
    {"SQLite format 3"sv, "import.looks_like.database"},
    {"\xD0\xCF\x11\xE0"sv, "import.looks_like.office"},
    {"{\\rtf"sv, "import.looks_like.office"},
    {"\x1F\x8B"sv, "import.looks_like.archive"},
    {"7z\xBC\xAF"sv, "import.looks_like.archive"},
    {"Rar!"sv, "import.looks_like.archive"},
    {"!BDN"sv, "import.looks_like.outlook_data"},
    {"bplist"sv, "import.looks_like.database"},
};

Recognised unknown(std::string_view key, std::string_view name) {
    return {FileKind::unknown, Encoding::utf8, {key, {std::string(name)}}};
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return equal_ignoring_ascii_case(text.substr(0, word.size()), word);
}

/// A spreadsheet or letter is a zip too.
Recognised recognise_zip(std::string_view bytes, std::string_view name) {
    const auto members = list_zip(bytes);
    if (!members) return {FileKind::zip, Encoding::utf8, {}};  // who opens it says what is wrong
    const auto any = [&](std::string_view start) {
        return std::ranges::any_of(
            *members, [&](const ZipMember& member) { return member.name.starts_with(start); });
    };
    if (any("xl/")) return unknown("import.looks_like.xlsx", name);
    if (any("word/") || any("ppt/") || any("content.xml")) return unknown("import.looks_like.office", name);
    return {FileKind::zip, Encoding::utf8, {}};
}

/// base's guess, but a UTF-8 text with a damaged place or a cut end stays UTF-8.
Encoding encoding_of(std::string_view bytes) {
    const Encoding guess = detect_encoding(bytes);
    if (guess != Encoding::windows_1252) return guess;
    std::size_t sequences = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const auto [point, length] = decode_utf8(bytes.substr(i));
        ++(length > 1 ? sequences : broken);
        i += length;
    }
    return sequences >= broken ? Encoding::utf8 : Encoding::windows_1252;
}

/// Text has hardly any control characters.
bool is_noise(std::string_view text) {
    const auto controls = std::ranges::count_if(text,
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
    return static_cast<std::size_t>(controls) * 50 > text.size();
}

/// Whether the first records have the same number of fields, more than one.
bool has_columns(std::string_view text) {
    CsvReader reader(text, guess_separator(text.substr(0, text.find_first_of("\r\n"))));
    if (!reader.next()) return false;
    const std::size_t columns = reader.fields().size();
    return columns > 1 && (!reader.next() || reader.fields().size() == columns);
}

/// Mentions of a card at the start of a line, in a text that begins with something else.
bool has_card(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r') &&
            starts_with_word(text.substr(i), "BEGIN:VCARD"))
            return true;
    }
    return false;
}

}  // namespace

Recognised recognise(std::string_view bytes, std::string_view name) {
    if (bytes.empty()) return unknown("import.empty", name);
    if (bytes.starts_with(file_magic)) return {FileKind::kith, Encoding::utf8, {}};
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return recognise_zip(bytes, name);
    for (const Signature& signature : signatures) {
        const bool binary =
            signature.start != "BM" || bytes.substr(0, 20).find('\0') != std::string_view::npos;
        if (bytes.starts_with(signature.start) && binary) return unknown(signature.key, name);
    }
    if (bytes.size() >= 8 && bytes.substr(4, 4) == "ftyp") return unknown("import.looks_like.picture", name);

    const Encoding encoding = encoding_of(bytes);
    const std::string sample = to_utf8(bytes.substr(0, sample_size), encoding);
    const std::string_view text = trim(sample);
    if (text.empty()) return unknown("import.empty", name);
    if (has_card(text)) return {FileKind::vcard, encoding, {}};
    if (starts_with_word(text, "BEGIN:VCALENDAR")) return unknown("import.looks_like.calendar", name);
    if (starts_with_word(text, "<!doctype") || starts_with_word(text, "<html"))
        return unknown("import.looks_like.html", name);
    if (text.starts_with("<?xml") || text.starts_with('<')) return unknown("import.looks_like.xml", name);
    if (is_noise(sample)) return unknown("import.looks_like.noise", name);
    if (const auto table = find_table(sample)) return {table->kind, encoding, {}};
    if (text.starts_with('{') || text.starts_with('[')) return unknown("import.looks_like.json", name);
    return unknown(has_columns(text) ? "import.looks_like.table" : "import.looks_like.text", name);
}

std::string_view key_of(FileKind kind) {
    switch (kind) {
        case FileKind::unknown: break;
        case FileKind::linkedin_connections: return "linkedin";
        case FileKind::linkedin_applications: return "linkedin_applications";
        case FileKind::linkedin_saved_jobs: return "linkedin_saved_jobs";
        case FileKind::google_contacts: return "google";
        case FileKind::outlook_contacts: return "outlook";
        case FileKind::contact_table: return "table";
        case FileKind::vcard: return "vcard";
        case FileKind::kith: return "kith";
        case FileKind::zip: return "zip";
    }
    return {};
}

}  // namespace kith
