// What a frame costs the page's thread while people do what touches everything: `kith_frames [PEOPLE…]`
// opens a made-up workspace of that size in the screens and prints, for each thing done, how many frames it
// took and the longest of them. Drawn into nothing; times are the processor's.
#define DOCTEST_CONFIG_IMPLEMENT
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <string_view>

#include "../bench/generate.h"
#include "../bench/measure.h"
#include "../screens/driver.h"
#include "journal/sealed_file.h"
#include "model/fields.h"

namespace kith::ui {
namespace {

using testing::milliseconds;

class Watched {
public:
    explicit Watched(const std::string& file) {
        const auto frames = frames_of(file);
        if (!frames || workspace_.apply(std::string(*frames)).damaged) std::abort();
        stage_.host().passes = [begun = testing::processor_time()] {
            return std::chrono::milliseconds(std::llround(testing::processor_time() - begun));
        };
        app_.emplace(stage_.host(), workspace_, random_, Catalogue::english());
    }

    /// Does it, and draws until nothing moves.
    void watch(std::string_view what, const std::function<void()>& act) {
        std::vector<double> times{milliseconds(act)};
        bool moving = true;
        for (int quiet = 0; quiet < 3 && times.size() < 20'000;) {
            times.push_back(milliseconds([&] { moving = frame(); }));
            quiet = moving ? 0 : quiet + 1;
        }
        double all = 0;
        for (const double time : times)
            all += time;
        const auto spread = testing::spread_of(times);
        std::printf("  %-44.*s %6zu frames %9.0f ms in all %8.1f ms the longest\n",
            static_cast<int>(what.size()), what.data(), times.size() - 1, all, spread.worst);
        std::fflush(stdout);
    }

    void open(std::string_view path) { app_->go_to(path); }
    void press(Role role, std::string_view name) {
        for (const Node& node : app_->semantics().nodes()) {
            if (node.role != role || !node.name.starts_with(name)) continue;
            app_->request({.id = node.id, .action = NodeAction::activate, .value = {}});
            return;
        }
        std::printf("  (no %s)\n", std::string(name).c_str());
    }
    void undo() {
        ImGuiIO& io = ImGui::GetIO();
        for (const bool down : {true, false}) {
            io.AddKeyEvent(ImGuiMod_Ctrl, down);
            io.AddKeyEvent(ImGuiKey_Z, down);
        }
    }
    void edit(int number) {
        const auto people = workspace_.all(Kind::person);
        Draft draft({"test.edit", {}});
        draft.set_text(people[people.size() / 2], person::headline, "Edited " + std::to_string(number));
        (void)workspace_.commit(std::move(draft), stage_.host().clock);
    }
    App& app() { return *app_; }

private:
    Random random_{7};
    Workspace workspace_{ReplicaId{1}};
    Driver stage_;
    std::optional<App> app_;

    bool frame() {
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 0.016f;
        ImGui::NewFrame();
        const bool moving = app_->frame();
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed)
                continue;
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
        return moving;
    }
};

void watch_all(std::size_t people) {
    std::printf("%zu people\n", people);
    Watched kith(testing::made_up_file(people));
    kith.watch("open", [&] { kith.open("people"); });
    for (const std::string_view place : {"today", "week", "goals", "opportunities", "organisations", "events",
             "give", "history", "trash", "files", "settings", "network"})
        kith.watch(place, [&] { kith.open(place); });
    kith.watch("an edit, on Network", [&] { kith.edit(1); });
    kith.watch("people", [&] { kith.open("people"); });
    kith.watch("an edit, on People", [&] { kith.edit(2); });
    kith.watch("another", [&] { kith.edit(3); });
    auto more = testing::made_up_people(people, 2);
    kith.watch("as many again, from a file",
        [&] { kith.app().receive_file("Connections.csv", testing::linkedin_csv(more)); });
    kith.watch("imported", [&] { kith.press(Role::button, "Import "); });
    kith.watch("undone", [&] { kith.undo(); });
}

}  // namespace
}  // namespace kith::ui

int main(int count, char** arguments) {
    if (count == 1) kith::ui::watch_all(10'000);
    for (int i = 1; i < count; ++i)
        kith::ui::watch_all(std::strtoul(arguments[i], nullptr, 10));
}
