// Small labels in colours that mean something, chips that can be pressed, and a field for a set of tags.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

enum class TagKind : std::uint8_t { plain, accent, due, late, note };

float tag_width(const Ui& ui, std::string_view text);
float tag_height(const Ui& ui);
/// A small label, part of something else: no node of its own.
void draw_tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind = TagKind::plain);
/// A tag as text of its own.
void tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind = TagKind::plain);

/// A tag that can be pressed: a filter that is on or off.
bool chip(Ui& ui, ImVec2 place, std::string_view text, bool on, bool removable = false);
float chip_width(const Ui& ui, std::string_view text, bool removable);
/// A chip in a tag's colours, outlined when it is on.
bool tinted_chip(Ui& ui, ImVec2 place, std::string_view text, TagKind kind, bool on);

struct TagsResult {
    std::optional<std::string> added;
    std::optional<std::size_t> removed;
};
/// Tags with a remove button each, and a field for another. Offers `suggestions` that match.
TagsResult tags_field(Ui& ui, Flow& flow, std::string_view name, std::span<const std::string> tags,
    std::string& draft, std::span<const std::string> suggestions);

}  // namespace kith::ui
