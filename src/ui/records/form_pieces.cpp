#include "ui/records/form_pieces.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "widgets/overlays.h"

namespace kith::ui {

std::vector<std::string> option_labels(const Session& session, const FieldSpec& field) {
    std::vector<std::string> labels;
    for (std::string_view option : list_of(field))
        labels.push_back(option_label(session.ui.words(), field, option));
    return labels;
}

InputKind input_kind(const FieldSpec& field) {
    if (field.type == FieldType::integer) return InputKind::number;
    if (field.type == FieldType::date) return InputKind::date;
    constexpr std::array links{event::link, opportunity::link, insight::link, achievement::link};
    if (std::ranges::contains(links, field.id)) return InputKind::url;
    return InputKind::text;
}

std::optional<std::string> choice_field(
    Session& session, ImRect area, const FieldSpec& field, std::string_view current, FieldLook look) {
    const auto keys = list_of(field);
    const std::vector<std::string> labels = option_labels(session, field);
    std::vector<std::string_view> options{session.text("form.not_said")};
    options.insert(options.end(), labels.begin(), labels.end());
    const auto at = std::ranges::find(keys, current);
    const int chosen = at == keys.end() ? -1 : static_cast<int>(at - keys.begin()) + 1;
    const std::string name = field_label(session.ui.words(), field);
    const auto picked = select(session.ui, area,
        {.name = name,
            .options = options,
            .current = chosen,
            .placeholder = session.text("form.not_said"),
            .look = look,
            .id = field.key});
    if (!picked) return std::nullopt;
    return *picked == 0 ? std::string{} : std::string(keys[static_cast<std::size_t>(*picked - 1)]);
}

}  // namespace kith::ui
