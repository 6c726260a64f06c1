// Stands in until the real one is there: keeps nothing, and says so.
#include "storage.h"

#include <emscripten.h>

#include <utility>

#include "base/random.h"

namespace kith::browser {
namespace {

class MemoryStorage final : public Storage {
public:
    void load(Listener, std::function<void(Loaded)> loaded) override {
        loaded_ = std::move(loaded);
        emscripten_async_call(
            [](void* self) {
                static_cast<MemoryStorage*>(self)->loaded_({.replica = ReplicaId{1}, .frames = {}, .damaged = 0});
            },
            this, 0);
    }
    void append(std::string_view) override {}
    ui::StorageState state() override { return {.state = ui::SaveState::memory_only}; }
    void take_over() override {}

private:
    std::function<void(Loaded)> loaded_;
};

}  // namespace

std::unique_ptr<Storage> open_storage() {
    return std::make_unique<MemoryStorage>();
}

}  // namespace kith::browser
