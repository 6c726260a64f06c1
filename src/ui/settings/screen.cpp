// How Kith looks and reads, where the data are, and the sample network.
#include <array>
#include <cmath>

#include "exchange/sample.h"
#include "insight/sorted_names.h"
#include "ui/files/backup.h"
#include "ui/settings/packing.h"
#include "ui/settings/protection.h"
#include "ui/settings/screen.h"

namespace kith::ui {

namespace {

constexpr std::array<std::string_view, 3> theme_keys{"system", "light", "dark"};
constexpr std::array<std::string_view, 5> size_keys{"0.85", "1", "1.25", "1.5", "2"};

// Words at the left and a control at the right; below each other on a phone.
ImRect setting_row(
    Session& session, Flow& flow, std::string_view name, std::string_view text, float control_width) {
    Ui& ui = session.ui;
    const bool narrow = flow.width < ui.px(480);
    const float words_width = narrow ? flow.width : flow.width - control_width - ui.px(24);
    const auto lines =
        text.empty() ? std::vector<std::string_view>{} : wrap_text(ui, text, Type::small, words_width);
    const float words = ui.line(Type::body) + ui.line(Type::small) * static_cast<float>(lines.size());
    const ImRect strip = flow.take(narrow ? words : std::max(words, ui.control()));
    const ImRect block = narrow ? strip : middle(strip, words);
    Flow inside{.x = strip.Min.x, .y = block.Min.y, .width = words_width};
    label(ui, inside.take(ui.line(Type::body)), name);
    if (!text.empty()) paragraph(ui, inside, text, Type::small, Colour::muted);
    if (!narrow) {
        const ImRect place = middle(strip, ui.control());
        return {place.Max.x - control_width, place.Min.y, place.Max.x, place.Max.y};
    }
    flow.space(ui.px(8));
    const ImRect place = flow.take(ui.control());
    return {place.Min.x, place.Min.y, std::min(place.Min.x + control_width, place.Max.x), place.Max.y};
}

void second_copy(Session& session, Flow& flow, const SecondCopy& copy) {
    Ui& ui = session.ui;
    const auto say = [&](std::string_view text) { paragraph(ui, flow, text, Type::small, Colour::muted); };
    switch (copy.state) {
        case SecondCopy::State::unknown: return;
        case SecondCopy::State::none: say(session.text("settings.copy_none")); return;
        case SecondCopy::State::behind:
            notice(ui, flow, TagKind::due, session.text("settings.copy_behind"));
            if (!copy.cause.empty()) say(ui.formatter().format_cause({.cause = copy.cause}));
            break;
        case SecondCopy::State::kept:
            say(copy.checked == Instant{} ? std::string(session.text("settings.copy_kept"))
                                          : session.text("settings.copy_checked", {copy.checked}));
            break;
    }
    if (copy.mended > 0) say(session.text("settings.copy_mended", {copy.mended}));
}

void storage_card(Session& session, Flow& flow) {
    Ui& ui = session.ui;
    const StorageState storage = session.host.storage();
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("settings.data"), 2, Type::section);
    card.flow.space(ui.px(4));
    switch (storage.state) {
        case SaveState::read_only:
            notice(ui, card.flow, TagKind::due, session.text("storage.read_only_refused"));
            card.flow.space(ui.px(8));
            break;
        case SaveState::not_saved:
        case SaveState::memory_only:
            notice(ui, card.flow, TagKind::late,
                storage.problem ? ui.text(*storage.problem)
                                : std::string(session.text("storage.not_saved_text")));
            if (storage.problem)
                paragraph(
                    ui, card.flow, ui.formatter().format_cause(*storage.problem), Type::small, Colour::muted);
            card.flow.space(ui.px(8));
            break;
        default: break;
    }
    paragraph(ui, card.flow, session.text("settings.data_text"), Type::body, Colour::muted);
    card.flow.space(ui.px(4));
    if (storage.bytes_quota > 0) {
        paragraph(ui, card.flow,
            session.text("settings.space", {size_text(storage.bytes_used), size_text(storage.bytes_quota)}),
            Type::small, Colour::muted);
    }
    paragraph(ui, card.flow,
        session.text(storage.persistent ? "settings.persistent" : "settings.not_persistent"), Type::small,
        Colour::muted);
    second_copy(session, card.flow, storage.copy);
    card.end();
}

}  // namespace

void draw_settings(Session& session, SettingsState& state, SettingsDialogs dialogs, ImRect area) {
    Ui& ui = session.ui;
    const bool sample =
        state.has_sample.get(session.workspace.revision(), [&] { return has_sample(session.workspace); });
    ui.open_group(Role::main, session.name_of(PlaceId::settings), area);
    const float side = ui.phone() ? grid::screen_phone : grid::screen;
    const ScrollOptions options{.side = side, .top = 20, .most_width = 720};
    Flow flow = begin_scroll(ui, "settings", area, options);
    heading(ui, flow.take(ui.line(Type::title)), session.name_of(PlaceId::settings), 1, Type::title);
    flow.space(ui.px(16));
    {
        Card card(ui, flow);
        heading(ui, card.flow.take(ui.line(Type::section)), session.text("settings.look"), 2, Type::section);
        card.flow.space(ui.px(12));
        const std::array themes{session.text("settings.theme_system"), session.text("settings.theme_light"),
            session.text("settings.theme_dark")};
        const std::string theme = session.setting(settings::theme);
        int current = 0;
        for (std::size_t i = 0; i < theme_keys.size(); ++i)
            current = theme == theme_keys[i] ? static_cast<int>(i) : current;
        const std::string_view theme_name = session.text("settings.theme");
        if (auto picked =
                segmented(ui, setting_row(session, card.flow, theme_name, {}, segmented_width(ui, themes)),
                    theme_name, themes, current)) {
            session.set_setting(settings::theme, theme_keys[static_cast<std::size_t>(*picked)]);
        }
        card.flow.space(ui.px(12));
        constexpr std::array<std::string_view, 5> sizes{"85%", "100%", "125%", "150%", "200%"};
        const std::string size = session.setting(settings::text_size);
        current = 1;
        for (std::size_t i = 0; i < size_keys.size(); ++i)
            current = size == size_keys[i] ? static_cast<int>(i) : current;
        const std::string_view size_name = session.text("settings.text_size");
        if (auto picked =
                segmented(ui, setting_row(session, card.flow, size_name, {}, segmented_width(ui, sizes)),
                    size_name, sizes, current)) {
            session.set_setting(settings::text_size, size_keys[static_cast<std::size_t>(*picked)]);
        }
        card.flow.space(ui.px(12));
        const std::array orders{session.text("settings.by_given"), session.text("settings.by_family")};
        const std::string_view order_name = session.text("settings.name_order");
        if (auto picked =
                segmented(ui, setting_row(session, card.flow, order_name, {}, segmented_width(ui, orders)),
                    order_name, orders, static_cast<int>(name_order(session.workspace)))) {
            session.set_setting(settings::name_order, name_order_text(static_cast<NameOrder>(*picked)));
        }
        card.end();
    }
    flow.space(ui.px(grid::between_cards));
    storage_card(session, flow);
    flow.space(ui.px(grid::between_cards));
    draw_backup_card(session, flow);
    flow.space(ui.px(grid::between_cards));
    draw_protection_card(session, dialogs.protection, flow);
    flow.space(ui.px(grid::between_cards));
    draw_packing_card(session, dialogs.packing, flow);
    if (sample) {
        flow.space(ui.px(grid::between_cards));
        Card card(ui, flow);
        heading(
            ui, card.flow.take(ui.line(Type::section)), session.text("settings.sample"), 2, Type::section);
        card.flow.space(ui.px(8));
        const Button remove{.label = session.text("settings.remove_sample"),
            .icon = Icon::trash_2,
            .kind = ButtonKind::danger};
        if (button(ui,
                setting_row(session, card.flow, session.text("settings.sample_title"),
                    session.text("settings.sample_text"), button_width(ui, remove)),
                remove)) {
            session.commit(remove_sample(session.workspace), std::string(session.text("sample.removed")));
        }
        card.end();
    }
    end_scroll(ui, flow, options);
    ui.tree().close();
}

}  // namespace kith::ui
