// A file while its format's reader takes it apart, and what comes of it. A reader looks like this:
//
//     Slices read_lines(FileReading& file) {
//         for (LineReader reader(file.text()); reader.next();) {
//             file.builder().begin(reader.line());
//             file.builder().text(person::given_name, …);
//             file.take();
//             if (file.piece_done(reader.offset())) co_await next_slice;
//         }
//     }
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/slices.h"
#include "exchange/cards/card.h"

namespace kith {

/// What the person calls the stages before an application and after it; jobs that come in are set to the
/// first of each.
struct OpportunityStages {
    std::vector<std::string> before{"lead"};
    std::vector<std::string> applied{"applied"};
};

/// An entry that holds nothing to take.
struct EmptyEntry {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
};

/// A label for people who have cards of their own, here or in another file.
struct CardGroup {
    std::string name;
    std::vector<std::uint64_t> members;  // hash_text of their UIDs, as uid_key gives those
};

/// A record of Kith's own file that is no card: its id and what it refers to are those of the file.
struct ReadRecord {
    RecordId record;
    std::vector<Entry> entries;
};

/// What comes of files.
struct ReadCards {
    std::vector<Card> cards;
    std::vector<ReadRecord> records;
    std::vector<EmptyEntry> empty;
    std::vector<CardGroup> groups;
    std::vector<EmptyEntry> hidden;  // people whom the file counts and does not name
};

class FileReading {
public:
    /// `file` is the number that its cards are given. What is passed by reference outlives it.
    FileReading(std::string_view name, std::string bytes, std::uint32_t file, ReadCards& read, Keeper& keeper,
        Notices& notices, const OpportunityStages& stages)
        : name_(name),
          bytes_(std::move(bytes)),
          text_(bytes_),
          file_(file),
          read_(read),
          keeper_(keeper),
          notices_(notices),
          stages_(stages),
          builder_(keeper, notices, name_, file) {}
    FileReading(const FileReading&) = delete;
    FileReading& operator=(const FileReading&) = delete;

    /// Finds out what the file is encoded in, by all of it, and brings it to UTF-8, in slices. Before anything reads it.
    Slices decode(bool decodes_itself);
    /// The file in UTF-8, without a byte order mark. For a format that decodes itself: in UTF-8 only if it was in UTF-16.
    std::string_view text() const { return text_; }
    const OpportunityStages& stages() const { return stages_; }

    /// Puts the card at hand together; begin() first.
    CardBuilder& builder() { return builder_; }
    /// The card in the builder is whole.
    void take();
    void empty(std::size_t line);
    void hide(std::size_t line);
    void group(CardGroup group);
    void record(ReadRecord record) { read_.records.push_back(std::move(record)); }
    /// A copy that lives as long as the cards.
    std::string_view keep(std::string_view data) { return keeper_.keep(data); }
    /// About the file as a whole.
    void notice(Message message);

    /// After each entry, with the bytes read so far: whether it is time for a pause.
    bool piece_done(std::size_t offset) {
        offset_ = offset;
        return pieces_.done();
    }

    /// Within an entry that takes long.
    void is_at(std::size_t offset) { offset_ = offset; }

    std::size_t entries() const { return entries_; }
    std::size_t hidden() const { return hidden_; }
    std::size_t offset() const { return offset_; }

private:
    std::string name_;
    std::string bytes_;
    std::string_view text_;
    std::uint32_t file_;
    ReadCards& read_;
    Keeper& keeper_;
    Notices& notices_;
    const OpportunityStages& stages_;
    CardBuilder builder_;
    Pieces pieces_;
    std::size_t entries_ = 0;
    std::size_t hidden_ = 0;
    std::size_t offset_ = 0;
};

}  // namespace kith
