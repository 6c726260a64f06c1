#include "driver.h"

#include <array>
#include <cstring>
#include <doctest/doctest.h>

#include "imgui_internal.h"
#include "widgets/layout.h"

namespace kith::ui {

// ---- A font without pictures ---------------------------------------------------------------------

Fonts fixed_fonts(ImFontAtlas& atlas) {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "fixed";
        made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
        made.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
            baked->Ascent = baked->Size * 0.95f;
            baked->Descent = baked->Size * -0.25f;
            return true;
        };
        made.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar point,
                                      ImFontGlyph* glyph, float* advance) {
            const float width = baked->Size * (point >= 0x2E80 ? 1.0f : 0.55f);
            if (advance != nullptr) {
                *advance = width;
                return true;
            }
            glyph->Codepoint = point;
            glyph->AdvanceX = width;
            return true;
        };
        return made;
    }();
    atlas.SetFontLoader(&loader);
    const auto add = [&](const char* name) {
        ImFontConfig config;
        config.FontLoader = &loader;
        config.SizePixels = 15;
        std::strncpy(config.Name, name, sizeof config.Name - 1);
        return atlas.AddFont(&config);
    };
    return {.regular = add("regular"), .semibold = add("semibold"), .icons = add("icons")};
}

// ---- Found ---------------------------------------------------------------------------------------

const Node* Found::find() const {
    SemanticTree& tree = driver_.tree();
    const auto inside = [&](const Node& node) {
        if (within_ == 0) return true;
        for (ImGuiID up = node.parent; up != 0;) {
            if (up == within_) return true;
            const Node* parent = tree.find(up);
            up = parent != nullptr ? parent->parent : 0;
        }
        return false;
    };
    for (const Node& node : tree.nodes()) {
        if (node.role == role_ && node.name == name_ && inside(node)) return &node;
    }
    return nullptr;
}

bool Found::there() const {
    return find() != nullptr;
}

const Node& Found::node() const {
    static const Node nothing;
    const Node* found = find();
    if (found == nullptr) {
        FAIL_CHECK("no " << std::string(role_name(role_)) << " \"" << name_ << "\" on the screen:\n"
                         << driver_.print_tree());
        return nothing;
    }
    return *found;
}

namespace {

ImVec2 centre(const Node& node) {
    return {(node.bounds.x + node.bounds.z) * 0.5f, (node.bounds.y + node.bounds.w) * 0.5f};
}

}  // namespace

void Found::hover() {
    if (node().bounds.z <= node().bounds.x) {
        driver_.request({.id = node().id, .action = NodeAction::scroll_into_view, .value = {}});
        driver_.settle();
    }
    if (node().id == 0) return;
    const ImVec4 bounds = node().bounds;
    if (bounds.z <= bounds.x) FAIL_CHECK("\"" << name_ << "\" is out of sight");
    driver_.move_to(centre(node()));
}

void Found::click() {
    hover();
    driver_.click_at(centre(node()));
}

void Found::double_click() {
    hover();
    driver_.click_at(centre(node()), 2);
}

void Found::focus() {
    driver_.request({.id = node().id, .action = NodeAction::focus, .value = {}});
    driver_.settle();
}

void Found::activate() {
    driver_.request({.id = node().id, .action = NodeAction::activate, .value = {}});
    driver_.settle();
}

void Found::set_value(std::string_view value) {
    driver_.request({.id = node().id, .action = NodeAction::set_value, .value = std::string(value)});
    driver_.settle();
}

void Found::fill(std::string_view text) {
    click();
    driver_.press("Control+A");
    driver_.type(text);
}

Found Found::get(Role role, std::string_view name) const {
    return {driver_, role, std::string(name), node().id};
}
bool Found::has(Role role, std::string_view name) const {
    return get(role, name).there();
}

// ---- Driver --------------------------------------------------------------------------------------

Driver::Driver(Stage stage) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {stage.width, stage.height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    host_.fonts_ = fixed_fonts(*io.Fonts);
    host_.locale_.coarse_pointer = stage.touch;
    host_.locale_.prefers_dark = stage.dark;
    audit_ = std::make_unique<ItemAudit>();
}

Driver::~Driver() {
    ImGui::SetCurrentContext(context_);
    audit_.reset();
    own_.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context_);
}

void Driver::show(std::function<void(Ui&)> draw) {
    own_ = std::make_unique<Ui>(host_, Catalogue::english());
    draw_ = std::move(draw);
    settle();
}

void Driver::show(App& app) {
    app_ = &app;
    settle();
}

SemanticTree& Driver::tree() {
    return app_ != nullptr ? app_->semantics() : own_->tree();
}

const Node* Driver::focused() {
    for (const Node& node : tree().nodes()) {
        if (node.focused) return &node;
    }
    return nullptr;
}

void Driver::request(NodeRequest request) {
    if (app_ != nullptr)
        app_->request(std::move(request));
    else
        own_->request(std::move(request));
}

void Driver::send(TextEvent event, std::string_view text) {
    if (app_ != nullptr)
        app_->text_event(field_id_, event, text);
    else
        own_->text_event(field_id_, event, text);
}

void Driver::frame() {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    host_.clock += std::chrono::milliseconds(16);
    io.DeltaTime = 0.016f;
    audit_->begin_frame();
    ImGui::NewFrame();
    if (app_ != nullptr) {
        moving_ = app_->frame();
    } else {
        own_->begin_frame();
        begin_canvas(*own_);
        draw_(*own_);
        end_canvas(*own_);
        moving_ = own_->end_frame();
    }
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
    follow_field();
    for (const std::string& complaint : complaints())
        FAIL_CHECK(complaint << "\n" << print_tree());
}

void Driver::follow_field() {
    const ImGuiID now = host_.field ? host_.field->id : 0;
    const std::uint32_t revision = host_.field ? host_.field->revision : 0;
    if (now == field_id_ && revision == field_revision_) return;
    field_id_ = now;
    field_revision_ = revision;
    if (now != 0) {
        field_text_ = host_.field->text;
        field_selected_ = host_.field->select_all;
    }
}

std::vector<std::string> Driver::complaints() {
    std::vector<std::string> found = audit_->items_without_node(tree());
    for (std::string& twice : audit_->ids_used_twice())
        found.push_back(std::move(twice));
    for (const Node& node : tree().nodes()) {
        const bool needs_name = node.focusable;
        if (needs_name && node.name.empty())
            found.push_back("a " + std::string(role_name(node.role)) + " without a name");
    }
    return found;
}

void Driver::settle() {
    for (int i = 0; i < 4; ++i)
        frame();
    for (int i = 0; i < 100 && moving_; ++i)
        frame();
}

void Driver::wait(std::chrono::milliseconds time) {
    host_.clock += time;
    settle();
}

void Driver::resize(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
    settle();
}

void Driver::move_to(ImVec2 at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    frame();
    frame();
}

void Driver::click_at(ImVec2 at, int times) {
    move_to(at);
    for (int i = 0; i < times; ++i) {
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        frame();
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        frame();
    }
    settle();
}

void Driver::drag_along(std::vector<ImVec2> places) {
    move_to(places.front());
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    for (std::size_t leg = 1; leg < places.size(); ++leg) {
        const ImVec2 from = places[leg - 1], to = places[leg];
        for (int i = 1; i <= 5; ++i) {
            const float part = static_cast<float>(i) / 5;
            ImGui::GetIO().AddMousePosEvent(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
            frame();
        }
    }
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    settle();
}

void Driver::scroll(ImVec2 at, float lines) {
    move_to(at);
    ImGui::GetIO().AddMouseWheelEvent(0, lines);
    settle();
}

void Driver::type(std::string_view text) {
    if (field_id_ != 0) {
        if (field_selected_) field_text_.clear();
        field_selected_ = false;
        field_text_ += text;
        send(TextEvent::changed, field_text_);
    } else {
        ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    }
    settle();
}

namespace {

struct KeyName {
    std::string_view name;
    ImGuiKey key;
};
constexpr std::array key_names{
    KeyName{"Tab", ImGuiKey_Tab},
    KeyName{"Enter", ImGuiKey_Enter},
    KeyName{"Escape", ImGuiKey_Escape},
    KeyName{"Space", ImGuiKey_Space},
    KeyName{"ArrowDown", ImGuiKey_DownArrow},
    KeyName{"ArrowUp", ImGuiKey_UpArrow},
    KeyName{"ArrowLeft", ImGuiKey_LeftArrow},
    KeyName{"ArrowRight", ImGuiKey_RightArrow},
    KeyName{"Home", ImGuiKey_Home},
    KeyName{"End", ImGuiKey_End},
    KeyName{"PageDown", ImGuiKey_PageDown},
    KeyName{"PageUp", ImGuiKey_PageUp},
    KeyName{"Backspace", ImGuiKey_Backspace},
    KeyName{"Delete", ImGuiKey_Delete},
    KeyName{"F10", ImGuiKey_F10},
};

ImGuiKey key_of(std::string_view name) {
    for (const KeyName& known : key_names) {
        if (known.name == name) return known.key;
    }
    if (name.size() == 1) {
        const char letter = static_cast<char>(std::toupper(name[0]));
        if (letter >= 'A' && letter <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (letter - 'A'));
        if (letter >= '0' && letter <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (letter - '0'));
        if (letter == '/') return ImGuiKey_Slash;
    }
    FAIL("no key \"" << std::string(name) << "\"");
    return ImGuiKey_None;
}

}  // namespace

void Driver::press(std::string_view keys) {
    std::string_view rest = keys;
    std::vector<ImGuiKey> held;
    bool control = false, shift = false;
    for (std::size_t plus = rest.find('+'); plus != std::string_view::npos && plus > 0;
        plus = rest.find('+')) {
        const std::string_view name = rest.substr(0, plus);
        if (name == "Control")
            held.push_back(ImGuiMod_Ctrl), control = true;
        else if (name == "Shift")
            held.push_back(ImGuiMod_Shift), shift = true;
        else if (name == "Alt")
            held.push_back(ImGuiMod_Alt);
        rest.remove_prefix(plus + 1);
    }

    // A real field has the keyboard: what it keeps for itself, and what the host passes on.
    if (field_id_ != 0 && !control) {
        const bool several = host_.field && host_.field->multiline;
        if (rest == "Enter" && several) {
            type("\n");
            return;
        }
        if (rest == "Enter")
            send(TextEvent::accepted);
        else if (rest == "Escape")
            send(TextEvent::cancelled);
        else if (rest == "Tab")
            send(shift ? TextEvent::previous : TextEvent::next);
        else if (rest == "ArrowDown")
            send(TextEvent::down);
        else if (rest == "ArrowUp")
            send(TextEvent::up);
        else if (rest == "PageDown")
            send(TextEvent::page_down);
        else if (rest == "PageUp")
            send(TextEvent::page_up);
        else if (rest == "Backspace") {
            if (field_selected_)
                field_text_.clear();
            else if (!field_text_.empty())
                field_text_.pop_back();
            field_selected_ = false;
            send(TextEvent::changed, field_text_);
        }
        settle();
        return;
    }
    if (field_id_ != 0 && control && rest == "A") {
        field_selected_ = true;
        return;
    }
    if (field_id_ != 0 && control && rest == "Enter") {
        send(TextEvent::accepted);
        settle();
        return;
    }
    // Shortcuts that a node names reach it from anywhere: the host listens for them.
    for (const Node& node : tree().nodes()) {
        if (!node.shortcut.empty() && (" " + node.shortcut + " ").contains(" " + std::string(keys) + " ")) {
            request({.id = node.id, .action = NodeAction::activate, .value = {}});
            settle();
            return;
        }
    }
    ImGuiIO& io = ImGui::GetIO();
    for (ImGuiKey modifier : held)
        io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key_of(rest), true);
    frame();
    io.AddKeyEvent(key_of(rest), false);
    for (ImGuiKey modifier : held)
        io.AddKeyEvent(modifier, false);
    settle();
}

bool Driver::shows(std::string_view text) {
    for (const Node& node : tree().nodes()) {
        if (node.name == text || node.value == text) return true;
    }
    return false;
}

int Driver::count(Role role) {
    int found = 0;
    for (const Node& node : tree().nodes())
        found += node.role == role ? 1 : 0;
    return found;
}

std::string Driver::print_tree() {
    std::string out;
    const auto depth = [&](const Node& node) {
        std::size_t levels = 0;
        for (ImGuiID up = node.parent; up != 0; ++levels) {
            const Node* parent = tree().find(up);
            up = parent != nullptr ? parent->parent : 0;
        }
        return levels;
    };
    for (const Node& node : tree().nodes()) {
        out.append(depth(node) * 2, ' ')
            .append(role_name(node.role))
            .append(" \"")
            .append(node.name)
            .append("\"");
        if (!node.value.empty()) out.append(" = \"").append(node.value).append("\"");
        if (!node.description.empty()) out.append(" (").append(node.description).append(")");
        if (node.focused) out.append(" <focus>");
        if (node.checked == Tri::yes || node.selected == Tri::yes || node.pressed == Tri::yes)
            out.append(" <on>");
        if (node.disabled) out.append(" <disabled>");
        if (node.bounds.z <= node.bounds.x) out.append(" <out of sight>");
        out.append("\n");
    }
    return out;
}

}  // namespace kith::ui
