#include "widgets/avatars.h"

#include <cmath>
#include <vector>

#include "base/ids.h"
#include "base/text.h"
#include "widgets/layout.h"

namespace kith::ui {

std::string initials(std::string_view name) {
    // Degrees stand behind a comma ("Helen Park, DNP"), titles end in a full stop ("Dr. Helen Park"), and so does
    // a saint, who is part of the name ("St. Anna Hospital").
    if (const std::size_t comma = name.find(','); comma != std::string_view::npos && comma > 0)
        name = name.substr(0, comma);
    std::vector<std::string_view> words;
    for (std::string_view word : split(name, ' ')) {
        const bool is_title = words.empty() && word.ends_with('.') && word.size() > 2 && word != "St." &&
            word.end() != name.end();
        if (is_title) continue;
        if (!word.empty() && (is_letter_or_digit(decode_utf8(word).point) || words.empty()))
            words.push_back(word);
    }
    if (words.empty()) return {};
    std::string letters(first_graphemes(words.front(), 1));
    const char32_t first = decode_utf8(letters).point;
    const bool ideograph = first >= 0x2E80 && first <= 0xD7FF;
    if (words.size() > 1 && !ideograph) letters += first_graphemes(words.back(), 1);
    return letters;
}

void avatar(Ui& ui, ImVec2 place, float size, const Face& face) {
    if (!ImGui::IsRectVisible(place, place + ImVec2(size, size))) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!face.photo.empty()) {
        if (const auto picture = ui.host().picture(hash_text(face.photo), face.photo)) {
            // The middle square of the picture.
            ImVec2 uv0 = picture->uv0, uv1 = picture->uv1;
            const float crop =
                picture->size.x > 0 && picture->size.y > 0 ? picture->size.x / picture->size.y : 1;
            if (crop > 1) {
                const float cut = (uv1.x - uv0.x) * (1 - 1 / crop) * 0.5f;
                uv0.x += cut, uv1.x -= cut;
            } else {
                const float cut = (uv1.y - uv0.y) * (1 - crop) * 0.5f;
                uv0.y += cut, uv1.y -= cut;
            }
            list.AddImageRounded(
                picture->texture, place, place + ImVec2(size, size), uv0, uv1, IM_COL32_WHITE, size * 0.5f);
            return;
        }
    }
    const ImVec2 centre = place + ImVec2(size, size) * 0.5f;
    list.AddCircleFilled(centre, size * 0.5f, ui.colour(group_colour(mix(face.key) >> 7)));
    const std::string letters = initials(face.name);
    const Type type = size > ui.px(40) ? Type::section : Type::small_strong;
    const ImRect box{place, place + ImVec2(size, size)};
    const float width = text_width(ui, letters.empty() ? "–" : letters, type);
    draw_text(ui, list, {std::floor(centre.x - width * 0.5f), middle(box, ui.line(type)).Min.y},
        letters.empty() ? std::string_view("–") : letters, type, ui.colour(Colour::on_accent));
}

}  // namespace kith::ui
