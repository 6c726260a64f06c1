#include "exchange/readers/recognise.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/archives/zip.h"
#include "exchange/tables/csv.h"

namespace kith {

namespace {

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
    return {nullptr, {key, {std::string(name)}}};
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return equal_ignoring_ascii_case(text.substr(0, word.size()), word);
}

/// Files that are no text, and what they look like: an empty key where only a format can say that.
struct Binary {
    bool is_binary = false;
    std::string_view key = {};
};

bool begins_as_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// A spreadsheet or letter is a zip too.
Slices look_into_zip(std::string_view bytes, Binary& binary) {
    binary.is_binary = true;
    Result<std::vector<ZipMember>> members;
    co_await list_zip(bytes, members);
    if (!members) co_return;  // who opens it says what is wrong
    bool sheet = false, letter = false;
    Pieces pieces(1024);
    for (const ZipMember& member : *members) {
        sheet = sheet || member.name.starts_with("xl/");
        letter = letter || member.name.starts_with("word/") || member.name.starts_with("ppt/") ||
            member.name.starts_with("content.xml");
        if (pieces.done()) co_await next_slice;
    }
    if (sheet)
        binary.key = "import.looks_like.xlsx";
    else if (letter)
        binary.key = "import.looks_like.office";
}

Binary look_at_bytes(std::string_view bytes) {
    for (const Signature& signature : signatures) {
        const bool binary =
            signature.start != "BM" || bytes.substr(0, 20).find('\0') != std::string_view::npos;
        if (bytes.starts_with(signature.start) && binary) return {true, signature.key};
    }
    if (bytes.size() >= 8 && bytes.substr(4, 4) == "ftyp") return {true, "import.looks_like.picture"};
    return {};
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

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

/// "12/31/23, 9:41 PM - Ana: …" or "[31.12.23, 21:41:07] Ana: …", in some of the first lines.
bool is_chat(std::string_view text) {
    constexpr std::string_view of_times = "0123456789/.-: ,";
    constexpr std::string_view marks[] = {"\u200E", "\u200F", "["};  // in the order in which they come
    unsigned messages = 0;
    for (unsigned lines = 0; lines < 20 && !text.empty(); ++lines) {
        std::string_view line = first_line(text);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        for (const std::string_view mark : marks) {
            if (line.starts_with(mark)) line.remove_prefix(mark.size());
        }
        const std::string_view time = line.substr(0, line.find_first_not_of(of_times));
        const std::string_view said = line.substr(time.size());
        const bool has_day = time.size() >= 10 && time.find_first_of("/.-") < 5 && time.contains(':');
        const bool is_said = said.contains(": ") || time.contains(" - ") || said.contains(" - ");
        messages += has_day && is_said && time.front() >= '0' && time.front() <= '9' ? 1U : 0U;
    }
    return messages >= 2;
}

/// A message, or a mailbox of them (RFC 5322, mbox).
bool is_mail(std::string_view text) {
    if (text.starts_with("From ") && text.substr(0, 4000).contains("\nFrom: ")) return true;
    constexpr std::string_view headers[] = {"Return-Path:", "Received:", "Delivered-To:", "From:", "To:",
        "Subject:", "Date:", "MIME-Version:", "Message-ID:", "X-"};
    const std::string_view head = text.substr(0, std::min(text.find("\n\n"), text.find("\r\n\r\n")));
    unsigned found = 0;
    for (const std::string_view header : headers) {
        if (starts_with_word(text, header)) found += 10;
        if (head.size() < text.size() && head.contains("\n" + std::string(header))) ++found;
    }
    return found >= 12;
}

/// What a text looks like that no format may guess at; empty for others.
std::string_view look_at_text(std::string_view text) {
    if (starts_with_word(text, "BEGIN:VCALENDAR")) return "import.looks_like.calendar";
    if (starts_with_word(text, "<!doctype") || starts_with_word(text, "<html"))
        return "import.looks_like.html";
    if (text.starts_with('<')) return "import.looks_like.xml";
    return is_noise(text) ? "import.looks_like.noise" : "";
}

/// What it is when no format knows it.
Recognised decide(
    const FileContent& content, const Binary& binary, const Format* guess, std::string_view name) {
    if (!binary.key.empty()) return unknown(binary.key, name);
    if (binary.is_binary)
        return guess != nullptr ? Recognised{guess, {}} : unknown("import.looks_like.noise", name);

    const std::string_view text = content.text();
    if (text.empty()) return unknown("import.empty", name);
    if (const std::string_view key = look_at_text(text); !key.empty()) return unknown(key, name);
    if (guess != nullptr) return {guess, {}};
    if (is_mail(text)) return unknown("import.looks_like.mail", name);
    if (is_chat(text)) return unknown("import.looks_like.chat", name);
    if (text.starts_with('{') || text.starts_with('[')) return unknown("import.looks_like.json", name);
    return unknown(has_columns(text) ? "import.looks_like.table" : "import.looks_like.text", name);
}

}  // namespace

Slices recognise(std::string_view bytes, std::string_view name, FileFormats formats, Recognised& recognised) {
    if (bytes.empty()) {
        recognised = unknown("import.empty", name);
        co_return;
    }
    Binary binary = look_at_bytes(bytes);
    if (begins_as_zip(bytes)) co_await look_into_zip(bytes, binary);
    const FileContent content(bytes, binary.is_binary);
    const Format* guess = nullptr;
    for (const Format* format : formats) {
        const Fit fit = format->fit(content);
        if (fit == Fit::known) {
            recognised = {format, {}};
            co_return;
        }
        if (fit == Fit::guessed && guess == nullptr) guess = format;
        co_await next_slice;
    }
    recognised = decide(content, binary, guess, name);
}

bool is_workspace(std::string_view bytes) {
    return std::ranges::any_of(all_formats(), [&](const Format* format) {
        return format->holds == Holds::workspace && format->fit(FileContent(bytes, true)) == Fit::known;
    });
}

}  // namespace kith
