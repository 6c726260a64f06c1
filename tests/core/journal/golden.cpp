// Files of every format version stay readable: tests/data/kith/vN.kith was written by the Kith that made
// version N its own, and vN.txt says what is in it, one value a line. The present version's are made anew,
// when the format has changed on purpose, by
//
//     KITH_GOLDEN=write build/native/bin/kith_core_tests -tc="*golden*"
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "../workspace/random_edits.h"
#include "whole_file.h"
#include "workspace/merging.h"

using namespace kith;
using namespace kith::testing;

namespace {

const std::filesystem::path folder = "tests/data/kith";

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
void write_whole(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == '\\' || byte == 0x7f)
            out += "\\" + to_hex(byte).substr(14);
        else
            out += c;
    }
    return out;
}

/// Everything in a file, in words that don't depend on how it is written.
std::string contents(const Workspace& workspace) {
    std::string lines;
    for (const TransactionInfo& transaction : workspace.transactions()) {
        const Message label = Workspace::label_of(transaction);
        lines += "step " + to_hex(transaction.stamp.ticks) + " " + to_hex(transaction.stamp.replica.value) +
            " " + std::to_string(static_cast<int>(transaction.kind)) + " " + std::string(label.key);
        for (const Argument& argument : label.arguments)
            lines += " | " + escaped(argument.text);
        lines += "\n";
    }
    for (const auto& [place, value] : picture(workspace)) {
        const auto& [record, field, element] = place;
        lines += to_hex(record) + " " + std::to_string(field) + " " + to_hex(element) + " " + escaped(value) +
            "\n";
    }
    return lines;
}

void add_everything(Draft& draft, Random& random) {
    const RecordId ana = draft.create(Kind::person, random), ben = draft.create(Kind::person, random);
    draft.set_text(ana, person::given_name, "Ana");
    draft.set_text(ana, person::family_name, "Núñez 山田 👋");
    draft.set_text(ana, person::notes, "Two\nlines");
    draft.set(ana, person::birthday, Value::date(PartialDate{{}, std::chrono::May, std::chrono::day{12}}));
    draft.set(ana, person::met_on, Value::date(PartialDate{std::chrono::year{2019}, std::chrono::March, {}}));
    draft.set(ana, person::cadence_days, Value::integer(30));
    draft.set(ana, person::is_private, Value::boolean(true));
    draft.set(ana, person::met_through, Value::reference(ben));
    draft.set(ana, person::photo, Value::bytes(std::string_view("\xff\xd8\x00\x01\n", 5)));
    draft.add(ana, person::tags, "choir");
    draft.add_row(ana, person::contact_points, {"email", "ana@example.org", "work", "yes"}, random);
    draft.add_row(ana, person::contact_points, {"phone", "+46 8 123"}, random);
    const RecordId talk = draft.create(Kind::interaction, random);
    draft.add(talk, interaction::people, ana);
    draft.add(talk, interaction::people, ben);
    draft.set_text(talk, interaction::summary, "Coffee");
}

Instant in_2023(std::int64_t milliseconds) {
    return Instant{std::chrono::milliseconds{1'700'000'000'000 + milliseconds}};
}

/// Every kind of step and every type of value.
Workspace make() {
    Random random(2026);
    Workspace phone(ReplicaId{0x1111}), laptop(ReplicaId{0x2222});
    Draft first({"change.add_person", {"Ana"}});
    add_everything(first, random);
    REQUIRE(phone.commit(std::move(first), in_2023(0)));
    laptop.apply(frames_of_file(whole_file(phone)));
    for (const TransactionKind kind : {TransactionKind::import, TransactionKind::sample}) {
        Draft draft({"change.import", {"people.vcf"}}, kind);
        draft.set_text(draft.create(Kind::person, random), person::given_name, "Zoe");
        REQUIRE(laptop.commit(std::move(draft), in_2023(1000)));
    }
    REQUIRE(laptop.undo(in_2023(2000)));
    REQUIRE(laptop.redo(in_2023(3000)));
    Draft draft({"change.trash_person", {"Ben"}});
    draft.trash(phone.all(Kind::person)[1]);
    draft.clear(phone.all(Kind::person)[0], person::notes);
    REQUIRE(phone.commit(std::move(draft), in_2023(4000)));
    const auto plan = plan_merge(phone, whole_file(laptop));
    REQUIRE(plan);
    carry_out(phone, *plan, MergeWay::join, {"change.merge", {"laptop.kith"}}, in_2023(5000));
    return phone;
}

}  // namespace

TEST_CASE("the golden file of the present version is what this Kith writes") {
    const Workspace workspace = make();
    const std::string name = "v" + std::to_string(file_version);
    const char* write = std::getenv("KITH_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
    if (write != nullptr && std::string_view(write) == "write") {
        std::filesystem::create_directories(folder);
        write_whole(folder / (name + ".kith"), whole_file(workspace));
        write_whole(folder / (name + ".txt"), contents(workspace));
    }
    CHECK(read_whole(folder / (name + ".kith")) == whole_file(workspace));
}

TEST_CASE("golden files of every version are read, whole and right") {
    for (std::uint32_t version = 1; version <= file_version; ++version) {
        CAPTURE(version);
        const std::string name = "v" + std::to_string(version);
        const std::string file = read_whole(folder / (name + ".kith"));
        REQUIRE_FALSE(file.empty());
        Workspace workspace(ReplicaId{9});
        const ApplyReport report = workspace.apply(frames_of_file(file));
        CHECK_FALSE(report.damaged);
        CHECK(contents(workspace) == read_whole(folder / (name + ".txt")));
    }
}
