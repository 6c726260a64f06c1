// How Dear ImGui is built for Kith (IMGUI_USER_CONFIG). Every target that includes imgui.h must see it.
#pragma once

// The hooks of the test engine, without the engine: imgui_hooks.cpp defines them and finds items that
// were drawn without saying what they mean.
#define IMGUI_ENABLE_TEST_ENGINE

// The picture of a large network has more corners than 16 bits can number, and WebGL can't begin anew within
// a list.
#define ImDrawIdx unsigned int

// Names are in every script, and emoji are beyond the first plane.
#define IMGUI_USE_WCHAR32

#define IMGUI_DEFINE_MATH_OPERATORS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TTY_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// Dear ImGui compiles stb_truetype in unless FreeType is asked for. Kith needs neither: glyphs come
// from a loader that the host sets on the atlas. Asking for FreeType leaves stb_truetype out, and
// the one function that is then referred to is defined in imgui_hooks.cpp and never called.
#define IMGUI_ENABLE_FREETYPE
