// Archives are listed and unpacked a slice at a time, and however they were made, only so much of them is unpacked.
#include "exchange/archives/zip.h"

#include "../../../zip_file.h"
#include "../importing.h"
#include "exchange/readers/recognise.h"

using namespace kith;

namespace {

constexpr std::size_t piece = std::size_t{512} << 10;

std::size_t pauses_of(Slices work) {
    std::size_t pauses = 0;
    while (work.step([] { return true; }))
        ++pauses;
    return pauses;
}

std::string many_entries(std::size_t count, std::string_view ending, const std::string& bytes) {
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < count; ++i)
        entries.push_back({"folder/" + std::to_string(i) + std::string(ending), bytes});
    return zip_of(entries);
}

}  // namespace

TEST_CASE("An archive of many entries is listed, opened and recognised in slices of some hundred") {
    constexpr std::size_t count = 20'000;
    const std::string archive = many_entries(count, ".txt", "x");
    Result<std::vector<ZipMember>> members;
    CHECK(pauses_of(list_zip(archive, members)) > count / 300);
    REQUIRE(members.has_value());
    CHECK(members->size() == count);
    CHECK((*members)[count - 1].name == "folder/19999.txt");
    Result<std::vector<PackedFile>> files;
    CHECK(pauses_of(open_zip(archive, files)) > 2 * count / 300);
    CHECK(files->size() == count);
    Recognised recognised;
    CHECK(pauses_of(recognise(archive, "a.zip", all_formats(), recognised)) > count / 300);
    CHECK(recognised.holds(Holds::files));
}

TEST_CASE("The end of an archive is looked for in slices, wherever it lies") {
    const std::string archive = many_entries(3, ".txt", "x");
    for (const std::size_t behind : {std::size_t{0}, piece - 24, piece - 23, piece - 22, piece - 21,
             piece - 20, piece - 19, piece - 18, piece, 3 * piece}) {
        CAPTURE(behind);
        const std::string longer = archive + std::string(behind, '.');
        Result<std::vector<ZipMember>> members;
        CHECK(pauses_of(list_zip(longer, members)) >= behind / piece);
        REQUIRE(members.has_value());
        CHECK(members->size() == 3);
    }
    Result<std::vector<ZipMember>> none;
    CHECK(pauses_of(list_zip("PK\x03\x04" + std::string(4 * piece, 'P'), none)) >= 4);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().message.key == "import.zip.cut");
}

TEST_CASE("What is unpacked takes room, whether it was whole or not, and nothing beyond the room is begun") {
    std::string archive = many_entries(3, ".txt", std::string(1000, 'x'));
    archive[archive.find("xxxx")] = 'y';  // the first is another one than its checksum says
    Result<std::vector<ZipMember>> members;
    list_zip(archive, members).finish();
    REQUIRE(members.has_value());
    std::size_t room = 2500;
    const auto unpack = [&](std::size_t which) {
        Result<std::string> bytes;
        unzip((*members)[which], room, bytes).finish();
        return bytes;
    };
    const Result<std::string> damaged = unpack(0);
    REQUIRE_FALSE(damaged.has_value());
    CHECK(damaged.error().message.key == "import.zip.member");
    CHECK(room == 1500);
    CHECK(unpack(1) == std::string(1000, 'x'));
    CHECK(room == 500);
    const Result<std::string> large = unpack(2);
    REQUIRE_FALSE(large.has_value());
    CHECK(large.error().message.key == "import.zip.large");
    CHECK(room == 500);
}

TEST_CASE("An archive of many files that cannot be read says so for each, with pauses between them") {
    constexpr std::size_t count = 2'000;
    std::string archive = many_entries(count, ".vcf", "BEGIN:VCARD\nFN:Ana Diaz\nEND:VCARD\n");
    for (std::size_t at = archive.find("PK\x01\x02"); at != std::string::npos;
        at = archive.find("PK\x01\x02", at + 1))
        archive[at + 8] = 1;  // encrypted
    TestImport here;
    std::vector<ImportFile> files;
    files.push_back({"a.zip", archive});
    ImportJob job(here.workspace, std::move(files), {here.random, Day{}});
    std::size_t pauses = 0;
    while (job.step([] { return true; }))
        ++pauses;
    CHECK(pauses > count);
    CHECK(job.stage() == ImportStage::failed);
    CHECK(job.error().message.key == "import.zip.encrypted");
}

TEST_CASE("Kith's own file is known by its beginning alone") {
    CHECK(is_workspace(file_header()));
    CHECK_FALSE(is_workspace("BEGIN:VCARD"));
    CHECK_FALSE(is_workspace(""));
}
