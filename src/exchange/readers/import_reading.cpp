#include "exchange/readers/import_reading.h"

#include <algorithm>
#include <unordered_map>

#include "base/ids.h"
#include "base/slices.h"
#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/readers/archive_choice.h"
#include "exchange/readers/recognise.h"
#include "model/fields.h"

namespace kith {

namespace {

Error about(const std::string& name, Message message) {
    return {
        .kind = ErrorKind::bad_input, .message = std::move(message), .file = name, .line = 0, .field = {}};
}

Error too_large(const std::string& name, std::size_t size) {
    const auto megabytes = [](std::size_t bytes) { return bytes >> 20; };
    return about(name, {"import.too_large", {name, megabytes(size), megabytes(largest_import)}});
}

}  // namespace

ImportReading::ImportReading(std::vector<ImportFile> files, FileFormats formats,
    const OpportunityStages& stages, Keeper& keeper, Notices& notices)
    : formats_(formats), stages_(stages), keeper_(keeper), notices_(notices) {
    for (ImportFile& file : files) {
        file.name = repair_utf8(without_folder(file.name));
        bytes_total_ += file.bytes.size();
        waiting_.push_back(std::move(file));
    }
}

double ImportReading::fraction() const {
    const std::size_t here = reading_ != nullptr ? reading_->offset() : 0;
    return part_done(bytes_done_ + here, bytes_total_);
}

Slices ImportReading::read() {
    while (!waiting_.empty()) {
        ImportFile file = std::move(waiting_.front());
        waiting_.pop_front();
        const std::size_t size = file.bytes.size();
        co_await read_file(std::move(file), From::person);
        bytes_done_ += size;
        co_await next_slice;
    }
    co_await tag_members();
    if (std::ranges::any_of(files_, [](const ImportedFile& file) { return file.format != nullptr; }))
        error_.reset();
}

/// A file that can't be read: the reason for all if no other can, a notice beside the others.
void ImportReading::refuse(const std::string& name, Error error) {
    files_.push_back({name, nullptr, 0});
    notices_.add(error);
    if (!error_) error_ = std::move(error);
}

Slices ImportReading::read_file(ImportFile file, From from) {
    if (file.bytes.size() > largest_import) {
        refuse(file.name, too_large(file.name, file.bytes.size()));
        co_return;
    }
    Recognised recognised;
    co_await recognise(file.bytes, file.name, formats_, recognised);
    if (recognised.holds(Holds::files) && from == From::archive) {
        refuse(file.name, about(file.name, {"import.looks_like.archive", {file.name}}));
        co_return;
    }
    if (recognised.holds(Holds::files)) {
        co_await read_archive(file, *recognised.format);
        co_return;
    }
    if (recognised.format == nullptr || recognised.holds(Holds::workspace)) {
        const bool is_kith = recognised.format != nullptr;
        refuse(file.name,
            about(file.name, is_kith ? Message{"import.is_kith", {file.name}} : recognised.problem));
        co_return;
    }
    const auto index = static_cast<std::uint32_t>(files_.size());
    files_.push_back({file.name, recognised.format, 0});
    FileReading reading(file.name, std::move(file.bytes), index, read_, keeper_, notices_, stages_);
    co_await reading.decode(recognised.format->decodes_itself);
    reading_ = &reading;
    co_await recognised.format->read(reading);
    reading_ = nullptr;
    files_[index].entries = reading.entries();
    if (reading.hidden() > 0) reading.notice({"import.hidden_members", {reading.hidden()}});
}

Slices ImportReading::read_archive(const ImportFile& file, const Format& format) {
    Result<std::vector<PackedFile>> members;
    co_await format.open(file.bytes, members);
    if (!members) {
        Error error = members.error();
        error.file = file.name;
        refuse(file.name, std::move(error));
        co_return;
    }
    ArchiveChoice choice(formats_);
    for (const PackedFile& member : *members) {
        choice.add(member.name);
        if (choice.size() % 64 == 0) co_await next_slice;
    }
    const auto chosen = choice.chosen();
    if (chosen.empty()) refuse(file.name, about(file.name, {"import.zip.nothing", {file.name}}));
    std::size_t room = largest_import;
    for (const std::size_t index : chosen) {
        Result<std::string> bytes;
        co_await (*members)[index].unpack(room, bytes);
        std::string name(without_folder((*members)[index].name));
        if (!bytes) {
            Error error = bytes.error();
            error.file = file.name;
            refuse(name, std::move(error));
            co_await next_slice;
            continue;
        }
        const std::size_t size = bytes->size();
        bytes_total_ += size;
        co_await read_file({std::move(name), std::move(*bytes)}, From::archive);
        bytes_done_ += size;
        co_await next_slice;
    }
}

/// A group of an address book is a tag on its members.
Slices ImportReading::tag_members() {
    if (read_.groups.empty()) co_return;
    Pieces pieces;
    std::vector<Card>& cards = read_.cards;
    std::unordered_map<std::uint64_t, std::size_t> by_uid;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (const auto uid = cards[i].text(person::uid); !uid.empty())
            by_uid.emplace(hash_text(uid_key(uid)), i);
        if (pieces.done()) co_await next_slice;
    }
    for (const CardGroup& group : read_.groups) {
        if (group.name.empty() || group.name.size() > longest_name) continue;
        const Value tag = Value::text(keeper_.keep(group.name));
        for (const std::uint64_t member : group.members) {
            const auto at = by_uid.find(member);
            if (pieces.done()) co_await next_slice;
            if (at == by_uid.end()) continue;
            auto& entries = cards[at->second].entries;
            const bool there = std::ranges::any_of(entries,
                [&](const Entry& entry) { return entry.field == person::tags && entry.value == tag; });
            if (!there) entries.push_back({person::tags, tag});
        }
    }
    read_.groups.clear();
}

}  // namespace kith
