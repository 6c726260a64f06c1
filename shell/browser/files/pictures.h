// Photographs, decoded by the browser. Decoding takes a moment and happens beside the page; until it
// is done there is no picture, and a frame follows when there is. Kept small: an avatar is seldom
// larger than 128 pixels, so that is what is kept, each in the corner of the common atlas.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "ui/session/host.h"

namespace kith::browser {

class Frames;

class Pictures {
public:
    explicit Pictures(Frames& frames);
    Pictures(const Pictures&) = delete;

    std::optional<ui::Picture> picture(std::uint64_t key, std::string_view bytes);

    // Called from JavaScript: RGBA, or null if it can't be decoded.
    void decoded(std::uint64_t key, int width, int height, const unsigned char* pixels);

private:
    enum class State : std::uint8_t { decoding, ready, broken };
    struct Kept {
        State state = State::decoding;
        ImFontAtlasRectId place = ImFontAtlasRectId_Invalid;
        int width = 0, height = 0;
        int last_frame = 0;
    };

    void make_room();

    Frames& frames_;
    std::unordered_map<std::uint64_t, Kept> kept_;
    int ready_ = 0;
};

}  // namespace kith::browser
