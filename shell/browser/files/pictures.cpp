#include "browser/files/pictures.h"

#include <cstring>

#include "browser/border.h"
#include "browser/stage/frames.h"
#include "imgui_internal.h"

namespace kith::browser {
namespace {

constexpr int largest_side = 128;  // device pixels
constexpr int most_ready = 96;     // 6 MB of the atlas

}  // namespace

Pictures::Pictures(Frames& frames) : frames_(frames) {
    kith_pictures_start(this, largest_side);
}

std::optional<ui::Picture> Pictures::picture(std::uint64_t key, std::string_view bytes) {
    const auto [found, is_new] = kept_.try_emplace(key);
    Kept& kept = found->second;
    kept.last_frame = ImGui::GetFrameCount();
    if (is_new)
        kith_picture_decode(static_cast<double>(key >> 32), static_cast<double>(key & 0xFFFFFFFF),
            bytes.data(), bytes.size());
    if (kept.state != State::ready) return std::nullopt;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    if (!atlas.GetCustomRect(kept.place, &rect)) return std::nullopt;
    return ui::Picture{.texture = atlas.TexRef,
        .uv0 = rect.uv0,
        .uv1 = rect.uv1,
        .size = {static_cast<float>(kept.width), static_cast<float>(kept.height)}};
}

void Pictures::decoded(std::uint64_t key, int width, int height, const unsigned char* pixels) {
    const auto found = kept_.find(key);
    if (found == kept_.end()) return;
    if (pixels == nullptr) {
        found->second.state = State::broken;
        return;
    }
    make_room();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    Kept& kept = found->second;
    kept.place = atlas.AddCustomRect(width, height, &rect);
    if (kept.place == ImFontAtlasRectId_Invalid) {
        kept.state = State::broken;
        return;
    }
    const std::size_t row = static_cast<std::size_t>(width) * 4;
    for (int y = 0; y < height; ++y)
        std::memcpy(
            atlas.TexData->GetPixelsAt(rect.x, rect.y + y), pixels + static_cast<std::size_t>(y) * row, row);
    atlas.TexData->UseColors = true;
    kept.state = State::ready;
    kept.width = width;
    kept.height = height;
    ++ready_;
    frames_.wake(1);
}

// The one that was not drawn for longest goes; it is decoded again when it is needed.
void Pictures::make_room() {
    if (ready_ < most_ready) return;
    auto oldest = kept_.end();
    for (auto kept = kept_.begin(); kept != kept_.end(); ++kept)
        if (kept->second.state == State::ready &&
            (oldest == kept_.end() || kept->second.last_frame < oldest->second.last_frame))
            oldest = kept;
    if (oldest == kept_.end()) return;
    ImGui::GetIO().Fonts->RemoveCustomRect(oldest->second.place);
    kept_.erase(oldest);
    --ready_;
}

// Called from JavaScript.
extern "C" {
void kith_picture_decoded(
    Pictures* pictures, double key_high, double key_low, int width, int height, const unsigned char* pixels) {
    const std::uint64_t key = static_cast<std::uint64_t>(key_high) << 32 |
        static_cast<std::uint64_t>(static_cast<std::uint32_t>(key_low));
    pictures->decoded(key, width, height, pixels);
}
}

}  // namespace kith::browser
