// A format that Kith does not know, added with one entry and nothing else: files that begin with "TOY" and have a
// name on each line after it.
#include "exchange/readers/formats.h"
#include "exchange/readers/recognise.h"
#include "importing.h"

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

constexpr std::string_view endings[] = {".toy"};
constexpr Format toy{
    .key = "toy", .endings = endings, .media_type = "text/x-toy", .fit = fit_toy, .read = read_toy};

std::vector<const Format*> with_toy() {
    std::vector<const Format*> formats(all_formats().begin(), all_formats().end());
    formats.push_back(&toy);
    return formats;
}

}  // namespace

TEST_CASE("A format that is added is recognised, read, named, offered, and remembered as a source") {
    const std::vector<const Format*> formats = with_toy();
    const std::string bytes = "TOY\nAna Diaz\n\nBen Okafor\n";
    CHECK(recognise(bytes, "a.toy").format == nullptr);
    CHECK(recognise(bytes, "a.toy", formats).format == &toy);
    CHECK(accepted_files(formats).find(".toy") != std::string::npos);
    CHECK(accepted_files(formats).find("text/x-toy") != std::string::npos);

    TestImport here;
    for (const bool again : {false, true}) {
        std::vector<ImportFile> files;
        files.push_back({"a.toy", bytes});
        ImportJob job(
            here.workspace, std::move(files), {.random = here.random, .today = Day{}, .formats = formats});
        job.finish();
        REQUIRE(job.stage() == ImportStage::planned);
        REQUIRE(job.plan().files.size() == 1);
        CHECK(job.plan().files[0].key() == "toy");
        CHECK(job.plan().files[0].entries == 2);
        CHECK(job.plan().changes_something() == !again);
        here.accept(job);
    }
    CHECK(here.person("Ana Diaz"));
    CHECK(here.workspace.count(Kind::person) == 2);
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
