// See imgui_config.h: stands in for the FreeType loader so that no rasteriser is linked.
#include "imgui.h"
#include "imgui_internal.h"

namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader();

const ImFontLoader* GetFontLoader() {
    IM_ASSERT(false && "set ImFontAtlas::FontLoader before the first frame");
    return nullptr;
}

}  // namespace ImGuiFreeType
