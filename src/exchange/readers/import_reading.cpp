#include "exchange/readers/import_reading.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/readers/recognise.h"
#include "model/fields.h"

namespace kith {

namespace {

std::string without_folder(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    return repair_utf8(slash != std::string_view::npos ? name.substr(slash + 1) : name);
}

/// "Basic_LinkedIn…/Connections_1.csv" → "connections1.csv"
std::string member_key(std::string_view name) {
    std::string key = ascii_lower(without_folder(name));
    std::erase_if(key, [](char c) { return c == ' ' || c == '_'; });
    return key;
}

/// The tables of LinkedIn's archive that Kith reads; large archives number them.
bool is_of_linkedin(std::string_view key) {
    constexpr std::string_view tables[] = {"connections", "jobapplications", "savedjobs"};
    return std::ranges::any_of(tables, [&](std::string_view table) {
        if (!key.starts_with(table) || !key.ends_with(".csv")) return false;
        const std::string_view number = key.substr(table.size(), key.size() - table.size() - 4);
        return std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    });
}

/// The members of an archive that an import takes: LinkedIn's tables, else vCards, else other tables.
std::vector<ZipMember> members_to_read(const std::vector<ZipMember>& members) {
    const auto those = [&](auto wanted) {
        std::vector<ZipMember> chosen;
        std::ranges::copy_if(members, std::back_inserter(chosen), [&](const ZipMember& member) {
            return !member.name.starts_with("__MACOSX/") && wanted(member_key(member.name));
        });
        return chosen;
    };
    if (auto chosen = those(is_of_linkedin); !chosen.empty()) {
        const auto rank = [](const ZipMember& member) {
            return member_key(member.name).starts_with("connections") ? 0 : 1;
        };
        std::ranges::stable_sort(chosen, {}, rank);
        return chosen;
    }
    if (auto chosen = those([](std::string_view key) { return key.ends_with(".vcf"); }); !chosen.empty())
        return chosen;
    return those([](std::string_view key) { return key.ends_with(".csv"); });
}

Error about(const std::string& name, Message message) {
    return {
        .kind = ErrorKind::bad_input, .message = std::move(message), .file = name, .line = 0, .field = {}};
}

}  // namespace

ImportReading::ImportReading(
    std::vector<ImportFile> files, const OpportunityStages& stages, Keeper& keeper, Notices& notices)
    : stages_(stages), keeper_(keeper), notices_(notices) {
    for (ImportFile& file : files) {
        file.name = without_folder(file.name);
        bytes_total_ += file.bytes.size();
        waiting_.push_back(std::move(file));
    }
}

double ImportReading::fraction() const {
    const std::size_t here = table_ ? table_->offset()
        : jobs_                     ? jobs_->offset()
        : vcard_                    ? vcard_->offset()
                                    : 0;
    return std::min(1.0, static_cast<double>(bytes_done_ + here) / static_cast<double>(bytes_total_));
}

bool ImportReading::step() {
    if (table_) {
        read_row();
        return true;
    }
    if (jobs_) {
        read_job();
        return true;
    }
    if (vcard_) {
        read_card();
        return true;
    }
    if (!waiting_.empty()) {
        ImportFile file = std::move(waiting_.front());
        waiting_.pop_front();
        open(std::move(file));
        return true;
    }
    tag_members();
    if (std::ranges::any_of(files_, [](const ImportedFile& file) { return file.kind != FileKind::unknown; }))
        error_.reset();
    return false;
}

/// A file that can't be read: the reason for all if no other can, a notice beside the others.
void ImportReading::refuse(const std::string& name, Error error) {
    files_.push_back({name, FileKind::unknown, 0});
    notices_.add(error);
    if (!error_) error_ = std::move(error);
}

void ImportReading::open(ImportFile file) {
    const std::size_t size = file.bytes.size();
    if (size > largest_import) {
        const auto megabytes = [](std::size_t bytes) { return std::to_string(bytes >> 20); };
        refuse(file.name,
            about(file.name, {"import.too_large", {file.name, megabytes(size), megabytes(largest_import)}}));
        bytes_done_ += size;
        return;
    }
    Recognised recognised = recognise(file.bytes, file.name);
    if (recognised.kind == FileKind::zip) {
        open_zip(file);
        bytes_done_ += size;
        return;
    }
    if (recognised.kind == FileKind::kith) recognised.problem = {"import.is_kith", {file.name}};
    if (recognised.kind == FileKind::unknown || recognised.kind == FileKind::kith) {
        refuse(file.name, about(file.name, recognised.problem));
        bytes_done_ += size;
        return;
    }
    const bool wide =
        recognised.encoding == Encoding::utf16_little || recognised.encoding == Encoding::utf16_big;
    // vCards may change their charset from line to line, so their reader decodes; tables are of one piece.
    if (wide || recognised.kind != FileKind::vcard) {
        const bool marked = file.bytes.starts_with("\xEF\xBB\xBF");
        if (marked || recognised.encoding != Encoding::utf8 || !is_valid_utf8(file.bytes)) {
            std::string text = to_utf8(file.bytes, recognised.encoding);
            file.bytes = std::move(text);
        }
    }
    current_ = std::move(file);
    files_.push_back({current_.name, recognised.kind, 0});
    builder_.emplace(keeper_, notices_, current_.name, static_cast<std::uint32_t>(files_.size() - 1));
    hidden_in_file_ = 0;
    if (recognised.kind == FileKind::vcard) {
        vcard_.emplace(current_.bytes);
    } else if (const auto header = find_table(current_.bytes); header && holds_jobs(header->kind)) {
        const bool applied = header->kind == FileKind::linkedin_applications;
        jobs_.emplace(current_.bytes, *header, (applied ? stages_.applied : stages_.before).front());
    } else if (header) {
        table_.emplace(current_.bytes, *header);
    } else {
        close();
    }
}

void ImportReading::open_zip(const ImportFile& file) {
    const auto members = list_zip(file.bytes);
    if (!members) {
        Error error = members.error();
        error.file = file.name;
        refuse(file.name, std::move(error));
        return;
    }
    const auto chosen = members_to_read(*members);
    if (chosen.empty()) refuse(file.name, about(file.name, {"import.zip.nothing", {file.name}}));
    std::size_t room = largest_import;
    for (const ZipMember& member : chosen) {
        Result<std::string> bytes = unzip(member, room);
        const std::string name = without_folder(member.name);
        if (!bytes) {
            Error error = bytes.error();
            error.file = file.name;
            refuse(name, std::move(error));
            continue;
        }
        room -= bytes->size();
        bytes_total_ += bytes->size();
        waiting_.push_back({name, std::move(*bytes)});
    }
}

void ImportReading::read_row() {
    switch (table_->next(*builder_)) {
        case ContactTable::Row::card:
            cards_.push_back(builder_->take());
            ++files_.back().entries;
            break;
        case ContactTable::Row::hidden:
            ++hidden_in_file_;
            ++files_.back().entries;
            break;
        case ContactTable::Row::blank: break;
        case ContactTable::Row::end: close(); break;
    }
}

void ImportReading::read_job() {
    switch (jobs_->next(*builder_)) {
        case JobTable::Row::card:
            cards_.push_back(builder_->take());
            ++files_.back().entries;
            break;
        case JobTable::Row::blank: break;
        case JobTable::Row::end: close(); break;
    }
}

void ImportReading::read_card() {
    if (!vcard_->next()) {
        if (files_.back().entries == 0) notices_.add(about(current_.name, {"import.vcard.none", {}}));
        close();
        return;
    }
    VcardGroup group;
    ++files_.back().entries;
    switch (read_vcard(*vcard_, *builder_, group)) {
        case VcardOutcome::card: cards_.push_back(builder_->take()); break;
        case VcardOutcome::group: groups_.push_back(std::move(group)); break;
        case VcardOutcome::nothing:
            empty_.push_back(
                {static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(vcard_->line())});
            break;
    }
}

void ImportReading::close() {
    if (hidden_in_file_ > 0) {
        notices_.add(about(current_.name, {"import.hidden_members", {std::to_string(hidden_in_file_)}}));
        hidden_ += hidden_in_file_;
    }
    bytes_done_ += current_.bytes.size();
    table_.reset();
    jobs_.reset();
    vcard_.reset();
    builder_.reset();
    current_ = {};  // cards hold their own text
}

/// A group of an address book is a tag on its members.
void ImportReading::tag_members() {
    if (groups_.empty()) return;
    std::unordered_map<std::string, std::size_t> by_uid;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        if (const auto uid = cards_[i].text(person::uid); !uid.empty()) by_uid.emplace(uid_key(uid), i);
    }
    for (const VcardGroup& group : groups_) {
        if (group.name.empty() || group.name.size() > longest_name) continue;
        const Value tag = Value::text(keeper_.keep(group.name));
        for (const std::string& member : group.members) {
            const auto at = by_uid.find(member);
            if (at == by_uid.end()) continue;
            auto& entries = cards_[at->second].entries;
            const bool there = std::ranges::any_of(entries,
                [&](const Entry& entry) { return entry.field == person::tags && entry.value == tag; });
            if (!there) entries.push_back({person::tags, tag});
        }
    }
    groups_.clear();
}

}  // namespace kith
