// A page with storage and nothing else, so that tests can put it through crashes, faults and races in
// seconds: probe.edit('text') adds a person called so, probe.names() are all of them. The same code as
// in Kith runs underneath.
#include <emscripten.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "browser/storage/storage.h"
#include "model/fields.h"
#include "workspace/workspace.h"

extern "C" {
void kith_probe_entropy(std::uint64_t* words);
void kith_probe_opened(void);
}

namespace {

struct Probe {
    std::array<std::uint64_t, 4> entropy = [] {
        std::array<std::uint64_t, 4> words{};
        kith_probe_entropy(words.data());
        return words;
    }();
    kith::Random random{entropy};
    kith::Workspace* workspace = nullptr;
    kith::browser::Storage storage{
        {.opened =
                [this](kith::Workspace& opened) {
                    workspace = &opened;
                    kith_probe_opened();
                },
            .workspace_changed = [] {},
            .state_changed = [] {},
            .typed = [this](std::string draft) { typed = leaves = std::move(draft); },
            .leaving = [this] { storage.keep_typed(leaves); }},
        random};
    std::string answer;
    std::string typed;   // what was half done before: until it is told otherwise it still is
    std::string leaves;  // what is when the page goes
};

Probe* probe = nullptr;

kith::Instant now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

extern "C" {

/// One transaction of `count` people called name, name2, …
EMSCRIPTEN_KEEPALIVE void kith_probe_edit(const char* text, std::size_t length, int count) {
    const std::string name(text, length);
    kith::Draft draft({"probe", {}});
    for (int i = 0; i < count; ++i) {
        const std::string suffix = i > 0 ? std::to_string(i + 1) : "";
        const kith::RecordId person = draft.create(kith::Kind::person, probe->random);
        draft.set_text(person, kith::person::given_name, name + suffix);
        if (count == 1) continue;
        draft.set_text(person, kith::person::family_name, "Of a family " + suffix);
        draft.set_text(
            person, kith::person::headline, "Nurse practitioner at Mercy General Hospital " + suffix);
        draft.add_row(person, kith::person::contact_points,
            {"email", "someone" + suffix + "@example.org", "work", ""}, probe->random);
        draft.add(person, kith::person::tags, std::string_view(i % 3 == 0 ? "board" : "ward"));
    }
    (void)probe->workspace->commit(std::move(draft), now());
    probe->storage.note();
}

/// Milliseconds to take in `count` edits of each of two other devices that had the same.
EMSCRIPTEN_KEEPALIVE double kith_probe_merge(int count) {
    std::string all;
    for (const kith::TransactionInfo& transaction : probe->workspace->transactions())
        all += transaction.frame;
    std::vector<std::string> edits;
    for (const std::uint64_t replica : {901, 902}) {
        kith::Workspace device{kith::ReplicaId{replica}};
        device.apply(all);
        const std::size_t known = device.transactions().size();
        const auto people = device.all(kith::Kind::person);
        for (int i = 0; i < count; ++i) {
            kith::Draft draft({"probe", {}});
            draft.set_text(people[probe->random.below(people.size())], kith::person::headline,
                "Edited " + std::to_string(i));
            (void)device.commit(std::move(draft), now());
        }
        edits.emplace_back();
        for (std::size_t i = known; i < device.transactions().size(); ++i)
            edits.back() += device.transactions()[i].frame;
    }
    const double began = emscripten_get_now();
    for (std::string& frames : edits)
        probe->workspace->apply(std::move(frames));
    return emscripten_get_now() - began;
}

/// The names, a line each.
EMSCRIPTEN_KEEPALIVE const char* kith_probe_names() {
    probe->answer.clear();
    probe->workspace->for_each(kith::Kind::person, [](kith::RecordId person) {
        probe->answer += probe->workspace->text(person, kith::person::given_name);
        probe->answer += '\n';
    });
    return probe->answer.c_str();
}

EMSCRIPTEN_KEEPALIVE int kith_probe_count() {
    return static_cast<int>(probe->workspace->count(kith::Kind::person));
}
EMSCRIPTEN_KEEPALIVE int kith_probe_state() {
    return static_cast<int>(probe->storage.state().state);
}
EMSCRIPTEN_KEEPALIVE const char* kith_probe_reason() {
    const auto state = probe->storage.state();
    probe->answer = state.problem ? state.problem->message.key : "";
    return probe->answer.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* kith_probe_cause() {
    const auto state = probe->storage.state();
    probe->answer = state.problem ? state.problem->cause : "";
    return probe->answer.c_str();
}
EMSCRIPTEN_KEEPALIVE int kith_probe_copy_state() {
    return static_cast<int>(probe->storage.state().copy.state);
}
EMSCRIPTEN_KEEPALIVE int kith_probe_copy_mended() {
    return static_cast<int>(probe->storage.state().copy.mended);
}
EMSCRIPTEN_KEEPALIVE double kith_probe_copy_checked() {
    return static_cast<double>(probe->storage.state().copy.checked.time_since_epoch().count());
}
EMSCRIPTEN_KEEPALIVE int kith_probe_protection() {
    return static_cast<int>(probe->storage.protection().state);
}
EMSCRIPTEN_KEEPALIVE const char* kith_probe_problem() {
    const auto& problem = probe->storage.protection().problem;
    probe->answer = problem ? problem->message.key : "";
    return probe->answer.c_str();
}
EMSCRIPTEN_KEEPALIVE const char* kith_probe_problem_cause() {
    const auto& problem = probe->storage.protection().problem;
    probe->answer = problem ? problem->cause : "";
    return probe->answer.c_str();
}
EMSCRIPTEN_KEEPALIVE void kith_probe_protect(
    const char* current, std::size_t length, const char* fresh, std::size_t fresh_length) {
    probe->storage.change_passphrase({current, length}, {fresh, fresh_length});
}
EMSCRIPTEN_KEEPALIVE void kith_probe_keep_typed(const char* text, std::size_t length) {
    probe->leaves.assign(text, length);
    probe->storage.keep_typed(probe->leaves);
}
/// Typed, and seen by nobody before the page goes.
EMSCRIPTEN_KEEPALIVE void kith_probe_type(const char* text, std::size_t length) {
    probe->leaves.assign(text, length);
}
EMSCRIPTEN_KEEPALIVE const char* kith_probe_typed() {
    return probe->typed.c_str();
}
EMSCRIPTEN_KEEPALIVE bool kith_probe_typed_kept() {
    return probe->storage.state().typed_kept;
}
EMSCRIPTEN_KEEPALIVE void kith_probe_lock() {
    probe->storage.lock();
}
EMSCRIPTEN_KEEPALIVE void kith_probe_take_over() {
    probe->storage.take_over();
}

}  // extern "C"

int main() {
    static Probe the_probe;
    probe = &the_probe;
    probe->storage.open();
}
