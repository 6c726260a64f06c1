#include "widgets/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace kith::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto tooltip_delay = 500ms;
constexpr float touch_slop = 8;  // a finger that moves less is a tap

}  // namespace

Ui::Ui(WidgetHost& host, const Catalogue& words) : host_(host), words_(words) {}

Day Ui::today() const {
    return std::chrono::floor<std::chrono::days>(now_ + host_.locale().utc_offset);
}

void Ui::begin_frame() {
    const Locale& locale = host_.locale();
    now_ = host_.now();
    fonts_ = host_.fonts();
    scale_ = text_scale_;
    width_ = ImGui::GetIO().DisplaySize.x / scale_;
    touch_ = locale.coarse_pointer;
    const bool dark =
        theme_choice_ == ThemeChoice::dark || (theme_choice_ == ThemeChoice::system && locale.prefers_dark);
    theme_ = dark ? &dark_theme : &light_theme;
    moving_ = submitted_ = menu_ = false;

    tree_.begin_frame();
    focus_.begin_frame();
    requests_ = std::exchange(coming_, {});
    text_events_ = std::exchange(text_coming_, {});
    editing_.seen = false;
    swallowed_.clear();
    rings_.clear();
    fields_.clear();
    tooltip_seen_ = false;
    covered_ = std::exchange(covering_, {});
    apply_style();

    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.ConfigNavWindowingKeyNext = g.ConfigNavWindowingKeyPrev = 0;
    ImGui::GetIO().ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    if (key(ImGuiKey_Tab, true)) focus_.step(ImGui::GetIO().KeyShift ? -1 : +1);
}

bool Ui::end_frame() {
    // A press on nothing takes the focus from wherever it was, as in any page.
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.IO.MouseClicked[0] && g.HoveredId == 0) focus_.clear();

    focus_.end_frame();
    // A field that went away before its text was written: the text waits for it to come again.
    if (editing_.id != 0 && !editing_.seen) {
        if (auto typed = editing_.in_layer ? std::nullopt : unwritten_edit()) resume(*std::move(typed));
        end_edit();
    }
    for (const Node& node : tree_.nodes()) {
        const bool focused = node.id == focus_.id();
        if (node.focused != focused) tree_.find(node.id)->focused = focused;
    }
    if (focus_.ring()) {
        for (const Ring& ring : rings_) {
            const float away = px(2) + 1;
            ring.list->PushClipRect({ring.clip.Min.x - px(5), ring.clip.Min.y - px(5)},
                {ring.clip.Max.x + px(5), ring.clip.Max.y + px(5)}, false);
            ring.list->AddRect({ring.area.Min.x - away, ring.area.Min.y - away},
                {ring.area.Max.x + away, ring.area.Max.y + away}, colour(Colour::accent), ring.corner + away,
                0, px(2));
            ring.list->PopClipRect();
        }
    }
    draw_tooltip();
    requests_.clear();
    text_events_.clear();
    return moving_ || !coming_.empty() || !text_coming_.empty();
}

std::function<bool()> Ui::most_of_a_frame(int pieces) {
    return one_slice(pieces, std::chrono::milliseconds{12});
}

std::function<bool()> Ui::one_slice(int pieces, std::chrono::milliseconds most) {
    return [this, left = pieces, end = host_.now() + most]() mutable {
        return --left < 0 || host_.now() >= end;
    };
}

void Ui::apply_style() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = style.ItemSpacing = style.ItemInnerSpacing = style.FramePadding =
        style.CellPadding = {0, 0};
    style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize = 0;
    style.WindowRounding = style.ChildRounding = style.PopupRounding = 0;
    style.WindowMinSize = {1, 1};
    style.ScrollbarSize = px(touch_ ? 4 : 10);
    style.ScrollbarRounding = px(5);
    style.DisplaySafeAreaPadding = {0, 0};
    style.FontSizeBase = px_exact(type_style(Type::body).size);
    ImVec4* colours = style.Colors;
    const ImVec4 clear{0, 0, 0, 0};
    colours[ImGuiCol_WindowBg] = colours[ImGuiCol_ChildBg] = colours[ImGuiCol_PopupBg] = clear;
    colours[ImGuiCol_ScrollbarBg] = clear;
    colours[ImGuiCol_ScrollbarGrab] = ImGui::ColorConvertU32ToFloat4(colour(Colour::line));
    colours[ImGuiCol_ScrollbarGrabHovered] = ImGui::ColorConvertU32ToFloat4(colour(Colour::edge));
    colours[ImGuiCol_ScrollbarGrabActive] = colours[ImGuiCol_ScrollbarGrabHovered];
    colours[ImGuiCol_NavCursor] = clear;
    colours[ImGuiCol_Text] = ImGui::ColorConvertU32ToFloat4(colour(Colour::text));
}

ImGuiID Ui::static_id(std::string_view name) {
    ImGuiID id = ImHashStr(name.data(), name.size(), ImGui::GetCurrentWindow()->IDStack.back() ^ 0x5f5f5f5fU);
    // Counted on, since a hash of a hash soon runs in a circle.
    for (int again = 1; id == 0 || tree_.find(id) != nullptr; ++again)
        id = ImHashData(&again, sizeof again, id);
    return id;
}

ImGuiID Ui::open_group(Role role, std::string_view name, ImRect bounds) {
    const ImGuiID id = static_id(std::string(role_name(role)).append(name));
    Node& node = tree_.open({.id = id, .role = role, .name = std::string(name)});
    node.bounds = visible_bounds(bounds);
    return id;
}

void Ui::cover(ImRect area) {
    covering_ = area;
    cover_ = ImGui::GetCurrentWindow()->ID;
}

ImVec4 Ui::visible_bounds(ImRect rect) const {
    rect.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    // Where its middle is covered it can be pressed above that only.
    const bool under = covered_.GetWidth() > 0 && !menu_ && ImGui::GetCurrentWindow()->ID != cover_ &&
        covered_.Min.x <= rect.GetCenter().x && rect.GetCenter().x < covered_.Max.x;
    if (under && rect.Min.y < covered_.Max.y) rect.Max.y = std::min(rect.Max.y, covered_.Min.y);
    if (rect.Min.x >= rect.Max.x || rect.Min.y >= rect.Max.y) return {};
    return {rect.Min.x, rect.Min.y, rect.Max.x, rect.Max.y};
}

Press Ui::press(ImGuiID id, ImRect area, Node node, PressOptions options) {
    Press press;
    ImGuiItemFlags flags = ImGuiItemFlags_NoNav;
    if (options.disabled) flags |= ImGuiItemFlags_Disabled;
    if (options.overlap) flags |= ImGuiItemFlags_AllowOverlap;
    press.visible = ImGui::ItemAdd(area, id, nullptr, flags);
    const bool reachable = !options.disabled;
    if (reachable) focus_.stop(id, options.tab, options.field);

    if (press.visible && reachable) {
        press.pressed = ImGui::ButtonBehavior(area, id, &press.hovered, &press.held, ImGuiButtonFlags_None);
        // A finger that comes down may be about to scroll: it counts when it is lifted.
        if (touch_ ? press.pressed : press.held && ImGui::GetIO().MouseClicked[0]) focus_.move_to(id, false);
        if (touch_ && !press.held) press.hovered = false;
    }
    if (reachable) {
        if (take_request(id, NodeAction::activate)) {
            press.pressed = true;
            focus_.move_to(id, focus_.ring());
        }
        const bool asked = take_request(id, NodeAction::focus).has_value();
        if (asked) focus_.move_to(id, true);
        // A field that is being edited stays in view when what is above it grows.
        const float place = area.Min.y + ImGui::GetScrollY();
        const bool displaced = editing_.id == id && std::exchange(editing_.place, place) != place;
        if (asked || displaced || take_request(id, NodeAction::scroll_into_view) ||
            (focus_.arrived(id) && focus_.ring())) {
            const ImGuiWindow* window = ImGui::GetCurrentWindow();
            const float foot = covered_.GetWidth() > 0 ? window->InnerRect.Max.y - covered_.Min.y : 0;
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(),
                {area.Min - ImVec2(0, px(8)), area.Max + ImVec2(0, px(8) + std::max(foot, 0.0F))},
                ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);
            keep_moving();
        }
        press.focused = focus_.id() == id;
        if (press.focused && options.keys && focus_.in_top_layer() &&
            (key(ImGuiKey_Enter) || key(ImGuiKey_KeypadEnter) || key(ImGuiKey_Space))) {
            press.pressed = true;
        }
        if (press.focused && options.ring && press.visible) draw_ring(area, px(options.corner));
    }

    node.id = id;
    node.bounds = visible_bounds(area);
    node.disabled = options.disabled;
    node.focusable = reachable;
    node.focused = press.focused;
    if (options.hold_open)
        tree_.open(std::move(node));
    else
        tree_.add(std::move(node));
    return press;
}

bool Ui::key(ImGuiKey key, bool repeat) {
    if (std::ranges::contains(swallowed_, key) || !ImGui::IsKeyPressed(key, repeat)) return false;
    swallowed_.push_back(key);
    return true;
}

bool Ui::chord(ImGuiKeyChord chord) {
    const auto plain = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    if (std::ranges::contains(swallowed_, plain) || !ImGui::IsKeyChordPressed(chord)) return false;
    swallowed_.push_back(plain);
    return true;
}

std::optional<std::string> Ui::typed(bool& begins) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt || io.KeySuper || io.InputQueueCharacters.empty()) return std::nullopt;
    if (now_ - typed_at_ > 1s) typed_.clear();
    begins = typed_.empty();
    for (const ImWchar point : io.InputQueueCharacters) {
        if (point > ' ' || (point == ' ' && !typed_.empty()))
            append_utf8(typed_, static_cast<char32_t>(point));
    }
    typed_at_ = now_;
    std::string prefix = fold(typed_);
    if (prefix.empty()) return std::nullopt;
    return prefix;
}

std::optional<std::string> Ui::take_request(ImGuiID id, NodeAction action) {
    const auto found = std::ranges::find_if(
        requests_, [&](const NodeRequest& request) { return request.id == id && request.action == action; });
    if (found == requests_.end()) return std::nullopt;
    std::string value = std::move(found->value);
    requests_.erase(found);
    return value;
}

void Ui::text_event(ImGuiID field, TextEvent event, std::string_view text) {
    text_coming_.push_back({field, {event, std::string(text)}});
}

std::vector<Ui::TextHappening> Ui::take_text_events(ImGuiID field) {
    std::vector<TextHappening> taken;
    std::erase_if(text_events_, [&](auto& event) {
        if (event.first != field) return false;
        taken.push_back(std::move(event.second));
        return true;
    });
    return taken;
}

void Ui::begin_edit(ImGuiID field, std::string_view text, bool select_all) {
    if (editing_.id != 0 && editing_.id != field) end_edit();
    editing_ = {.id = field,
        .text = std::string(text),
        .before = std::string(text),
        .select_all = select_all,
        .seen = true};
}

void Ui::replace_edited(std::string_view text) {
    editing_.text = editing_.before = text;
    ++editing_.revision;
}

void Ui::end_edit() {
    if (editing_.id != 0) host_.end_text_edit();
    editing_ = {};
}

std::optional<Ui::Typed> Ui::unwritten_edit() const {
    if (editing_.id == 0 || !editing_.own_work) return std::nullopt;
    // The latest may wait for its frame.
    std::string_view text = editing_.text;
    for (const auto& [field, happening] : text_coming_) {
        if (field == editing_.id && happening.event == TextEvent::changed) text = happening.text;
    }
    if (text == editing_.before) return std::nullopt;
    return Typed{
        .field = editing_.id, .name = editing_.name, .text = std::string(text), .caret = host_.caret()};
}

std::vector<Ui::Typed> Ui::unwritten() const {
    std::vector<Typed> typed = waiting_;
    if (auto edited = unwritten_edit()) typed.push_back(*std::move(edited));
    return typed;
}

void Ui::note_field(ImGuiID field, ImRect area) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    area.ClipWith(window.ClipRect);
    if (area.Min.x < area.Max.x && area.Min.y < area.Max.y)
        fields_.push_back({field, window.ID, focus_.current_layer(), area});
}

ImGuiID Ui::field_at(ImVec2 place) const {
    ImGuiWindow* window = nullptr;
    ImGui::FindHoveredWindowEx(place, false, &window, nullptr);
    if (window == nullptr) return 0;
    const auto found = std::ranges::find_if(fields_, [&](const FieldPlace& field) {
        return field.window == window->ID && field.layer == focus_.top_layer() && field.area.Contains(place);
    });
    return found != fields_.end() ? found->field : 0;
}

void Ui::resume(Typed typed) {
    std::erase_if(waiting_, [&](const Typed& waiting) { return waiting.field == typed.field; });
    waiting_.push_back(std::move(typed));
    keep_moving();
}

bool Ui::resumes(ImGuiID field, std::string_view name) const {
    return std::ranges::any_of(
        waiting_, [&](const Typed& typed) { return typed.field == field && typed.name == name; });
}

std::optional<Ui::Typed> Ui::take_waiting(ImGuiID field) {
    const auto found = std::ranges::find(waiting_, field, &Typed::field);
    if (found == waiting_.end()) return std::nullopt;
    Typed typed = std::move(*found);
    waiting_.erase(found);
    return typed;
}

void Ui::draw_ring(ImRect area, float corner) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    rings_.push_back({window->DrawList, area, window->ClipRect, corner});
}

void Ui::tooltip(ImGuiID id, ImRect area, std::string_view text, const Press& press) {
    const bool keyboard = press.focused && focus_.ring();
    if (!(press.hovered && !press.held) && !keyboard) return;
    if (tooltip_id_ != id) {
        tooltip_id_ = id;
        tooltip_since_ = keyboard ? now_ - tooltip_delay : now_;
        host_.request_frame(tooltip_delay);
    }
    tooltip_seen_ = true;
    tooltip_text_ = text;
    tooltip_area_ = area;
}

void Ui::draw_tooltip() {
    if (!tooltip_seen_) {
        tooltip_id_ = 0;
        return;
    }
    if (now_ - tooltip_since_ < tooltip_delay) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const auto lines = wrap_text(*this, tooltip_text_, Type::small, std::min(px(360), screen.x - px(32)));
    float width = 0;
    for (std::string_view line : lines)
        width = std::max(width, text_width(*this, line, Type::small));
    const ImVec2 size{
        std::ceil(width) + px(16), line(Type::small) * static_cast<float>(lines.size()) + px(8)};
    ImVec2 place{(tooltip_area_.Min.x + tooltip_area_.Max.x - size.x) * 0.5f, tooltip_area_.Max.y + px(6)};
    if (place.y + size.y > screen.y - px(4)) place.y = tooltip_area_.Min.y - size.y - px(6);
    place.x = ImFloor(std::clamp(place.x, px(4), std::max(px(4), screen.x - size.x - px(4))));
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(place, place + size, colour(Colour::text), px(grid::corner));
    ImVec2 at = place + ImVec2(px(8), px(4));
    for (std::string_view text_line : lines) {
        draw_text(*this, list, at, text_line, Type::small, colour(Colour::ground));
        at.y += line(Type::small);
    }
}

void Ui::scroll_by_touch() {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!touch_ && g.IO.MouseSource == ImGuiMouseSource_Mouse) return;
    ImGuiWindow* window = g.CurrentWindow;
    if (g.IO.MouseDown[0]) {
        ImGuiWindow* under = g.HoveredWindow;
        while (under != nullptr && under->ScrollMax.y <= 0)
            under = under->ParentWindow;
        const ImVec2 moved = g.IO.MousePos - g.IO.MouseClickedPos[0];
        if (touch_window_ == 0 && under == window && std::abs(moved.y) > px(touch_slop) &&
            std::abs(moved.y) > std::abs(moved.x)) {
            touch_window_ = window->ID;
            ImGui::ClearActiveID();  // what the finger came down on is not pressed
        }
        if (touch_window_ == window->ID) {
            ImGui::SetScrollY(window->Scroll.y - g.IO.MouseDelta.y);
            const float speed = g.IO.DeltaTime > 0 ? g.IO.MouseDelta.y / g.IO.DeltaTime : 0;
            touch_speed_ = touch_speed_ * 0.6f + speed * 0.4f;
        }
        return;
    }
    if (touch_window_ != window->ID) return;
    // The list runs on after the finger and slows down.
    if (host_.locale().prefers_reduced_motion || std::abs(touch_speed_) < px(20)) {
        touch_window_ = 0;
        touch_speed_ = 0;
        return;
    }
    ImGui::SetScrollY(window->Scroll.y - touch_speed_ * g.IO.DeltaTime);
    touch_speed_ *= std::exp(-4.0f * g.IO.DeltaTime);
    keep_moving();
}

}  // namespace kith::ui
