// Formats that Kith does not know, each added with one entry and nothing else: files that begin with "TOY" and have
// a name on each line after it, and boxes of files.
#include "exchange/readers/formats.h"

#include "../../../zip_file.h"
#include "../importing.h"
#include "exchange/readers/recognise.h"

using namespace kith;

namespace {

Fit fit_toy(const FileContent& content) {
    return content.text().starts_with("TOY\n") ? Fit::known : Fit::none;
}

Slices read_toy(FileReading& file) {
    const std::string_view text = file.text();
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (++line > 1) {
            file.builder().begin(line);
            file.builder().text(person::display_name, text.substr(at, end - at), "line");
            if (!file.builder().empty()) file.take();
        }
        at = end + 1;
        if (file.piece_done(at)) co_await next_slice;
    }
}

/// A box: for each file a line with its name and a line with its bytes, in which "|" stands for the end of a line.
constexpr std::string_view box_mark = "BOX\n";

Fit fit_box(const FileContent& content) {
    return content.bytes().starts_with(box_mark) ? Fit::known : Fit::none;
}

Slices open_box(std::string_view box, Result<std::vector<PackedFile>>& files) {
    files.emplace();
    box.remove_prefix(box_mark.size());
    while (!box.empty()) {
        const std::size_t name = box.find('\n');
        const std::size_t end = name == std::string_view::npos ? name : box.find('\n', name + 1);
        if (end == std::string_view::npos) {
            files = failure(ErrorKind::damaged, {"import.zip.cut", {}});
            co_return;
        }
        std::string bytes(box.substr(name + 1, end - name - 1));
        std::ranges::replace(bytes, '|', '\n');
        files->push_back(
            {std::string(box.substr(0, name)), [bytes](std::size_t&, Result<std::string>& unpacked) {
                 unpacked = bytes;
                 return Slices();
             }});
        box.remove_prefix(end + 1);
        co_await next_slice;
    }
}

constexpr std::string_view endings[] = {".toy"};
constexpr std::string_view names[] = {"toyfriends.txt"};
constexpr std::string_view box_endings[] = {".box"};
constexpr Format toy{
    .key = "toy", .endings = endings, .media_type = "text/x-toy", .fit = fit_toy, .read = read_toy};
constexpr Format named_toy{.key = "toy",
    .source = "toys",
    .endings = endings,
    .names_in_archives = names,
    .fit = fit_toy,
    .read = read_toy};
constexpr Format box{
    .key = "box", .holds = Holds::files, .endings = box_endings, .fit = fit_box, .open = open_box};

std::vector<const Format*> with(std::initializer_list<const Format*> added) {
    std::vector<const Format*> formats(all_formats().begin(), all_formats().end());
    formats.insert(formats.end(), added);
    return formats;
}

const std::string two_people = "TOY\nAna Diaz\n\nBen Okafor\n";

const Format* format_of(std::string_view bytes, FileFormats formats) {
    Recognised recognised;
    recognise(bytes, "a.toy", formats, recognised).finish();
    return recognised.format;
}

ImportJob plan(TestImport& here, FileFormats formats, std::string name, std::string bytes) {
    std::vector<ImportFile> files;
    files.push_back({std::move(name), std::move(bytes)});
    ImportJob job(
        here.workspace, std::move(files), {.random = here.random, .today = Day{}, .formats = formats});
    job.finish();
    return job;
}

Texts names_in(const ImportPlan& plan) {
    Texts all;
    for (const ImportItem& item : plan.items)
        all.emplace_back(item.name);
    return all;
}

}  // namespace

TEST_CASE("A format that is added is recognised, read, named, offered, and remembered as a source") {
    const std::vector<const Format*> formats = with({&toy});
    CHECK(format_of(two_people, all_formats()) == nullptr);
    CHECK(format_of(two_people, formats) == &toy);
    CHECK(accepted_files(formats).find(".toy") != std::string::npos);
    CHECK(accepted_files(formats).find("text/x-toy") != std::string::npos);

    TestImport here;
    for (const bool again : {false, true}) {
        ImportJob job = plan(here, formats, "a.toy", two_people);
        REQUIRE(job.stage() == ImportStage::planned);
        REQUIRE(job.plan().files.size() == 1);
        CHECK(job.plan().files[0].key() == "toy");
        CHECK(job.plan().main_format() == "toy");
        CHECK(job.plan().files[0].entries == 2);
        CHECK(job.plan().changes_something() == !again);
        here.accept(job);
    }
    CHECK(here.person("Ana Diaz"));
    CHECK(here.workspace.count(Kind::person) == 2);
}

TEST_CASE("A format that is added is known in a zip by its ending, whatever else there is") {
    TestImport here;
    const std::string zip = zip_of({{"export/readme.txt", "Your friends\n"},
        {"export/Friends.TOY", two_people}, {"export/picture.png", "\x89PNG"}});
    CHECK(here.plan("export.zip", zip).stage() == ImportStage::failed);
    ImportJob job = plan(here, with({&toy}), "export.zip", zip);
    REQUIRE(job.stage() == ImportStage::planned);
    REQUIRE(job.plan().files.size() == 1);
    CHECK(job.plan().files[0].name == "Friends.TOY");
    CHECK(job.plan().files[0].key() == "toy");
    CHECK(names_in(job.plan()) == Texts{"Ana Diaz", "Ben Okafor"});
    CHECK(here.accept(job));
}

TEST_CASE("A format that is added is known in a zip by its name, and then nothing else of it is read") {
    TestImport here;
    const std::string zip = zip_of({{"others.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD\n"},
        {"old.toy", "TOY\nOld Friend\n"}, {"data/Toy Friends_2.txt", two_people}});
    ImportJob job = plan(here, with({&named_toy}), "export.zip", zip);
    REQUIRE(job.stage() == ImportStage::planned);
    CHECK(names_in(job.plan()) == Texts{"Ana Diaz", "Ben Okafor"});
    // What comes of it is one source, whatever its files are called.
    CHECK(here.accept(job));
    ImportJob alone = plan(here, with({&named_toy}), "renamed.toy", two_people);
    CHECK_FALSE(alone.plan().changes_something());
}

TEST_CASE("A kind of archive that is added is opened, and its files are asked for as those of a zip") {
    TestImport here;
    const std::string bytes = "BOX\nnotes/a.toy\nTOY|Ana Diaz|\nb.pdf\n%PDF\n";
    CHECK(plan(here, with({&toy}), "a.box", bytes).stage() == ImportStage::failed);
    CHECK(accepted_files(with({&box})).find(".box") != std::string::npos);
    ImportJob job = plan(here, with({&toy, &box}), "a.box", bytes);
    REQUIRE(job.stage() == ImportStage::planned);
    CHECK(names_in(job.plan()) == Texts{"Ana Diaz"});
    CHECK(here.accept(job));
    ImportJob nested = plan(here, with({&toy, &box}), "b.box", "BOX\nc.toy\nTOY|Ben Okafor|\n");
    CHECK(names_in(nested.plan()) == Texts{"Ben Okafor"});
    ImportJob cut = plan(here, with({&toy, &box}), "c.box", "BOX\nc.toy\n");
    CHECK(cut.stage() == ImportStage::failed);
    CHECK(cut.error().message.key == "import.zip.cut");
}

TEST_CASE("A table of one format alone does") {
    TestImport here;
    constexpr const Format* only[] = {&toy};
    ImportJob job = plan(here, only, "a.toy", two_people);
    CHECK(job.plan().taken().people == 2);
    CHECK(plan(here, only, "a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD\n").stage() ==
        ImportStage::failed);
}

TEST_CASE("Every format is named in the catalogue unless hosts take its files, and says how it is known") {
    for (const Format* format : all_formats()) {
        CAPTURE(std::string(format->key));
        CHECK(format->fit != nullptr);
        CHECK((format->read != nullptr) == (format->holds == Holds::people || format->holds == Holds::jobs));
        CHECK((format->open != nullptr) == (format->holds == Holds::files));
        if (format->holds != Holds::workspace)
            CHECK(Catalogue::english().has("file_kind." + std::string(format->key)));
    }
}
