// Where the journal is kept, as the rest of the shell sees it. Frames (journal/FORMAT.md) go in and
// come back; how they are kept, doubled and rescued is the affair of the one that implements this.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "ui/host.h"

namespace kith::browser {

class Storage {
public:
    /// What was stored: runs of frames in any order, and who we are when we write.
    struct Loaded {
        ReplicaId replica;
        std::vector<std::string> frames;
        std::size_t damaged = 0;  // files set aside because they could not be read to their end
    };

    struct Listener {
        std::function<void()> state_changed;                // draw it
        std::function<void(std::string frames)> received;   // written by another tab
    };

    virtual ~Storage() = default;

    /// Opens and reads. `loaded` is called once, not from within.
    virtual void load(Listener listener, std::function<void(Loaded)> loaded) = 0;

    /// Frames to be stored after those before. Returns at once; state() says how far it is.
    virtual void append(std::string_view frames) = 0;

    virtual ui::StorageState state() = 0;
    virtual void take_over() = 0;
};

std::unique_ptr<Storage> open_storage();

}  // namespace kith::browser
