#include "base/xml.h"

#include "base/text.h"

namespace kith {

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    while (!text.empty()) {
        const auto [point, length] = decode_utf8(text);
        switch (point) {
            case U'&': out += "&amp;"; break;
            case U'<': out += "&lt;"; break;
            case U'>': out += "&gt;"; break;
            case U'"': out += "&quot;"; break;
            case U'\t':
            case U'\n':
            case U'\r': out += ' '; break;
            default:
                if (is_xml_character(point)) append_utf8(out, point);
        }
        text.remove_prefix(length);
    }
    return out;
}

}  // namespace kith
