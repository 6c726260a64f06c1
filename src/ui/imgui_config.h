// How Dear ImGui is compiled, for everything that includes it.
#pragma once

#define IMGUI_ENABLE_TEST_ENGINE // items report themselves: what the accessible tree is made from
#define IMGUI_USE_WCHAR32        // names in any script, emoji
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
