#include "is_json.h"

#include <algorithm>

#include "base/text.h"

namespace kith::testing {

namespace {

/// Takes a value off the front of the text; each function says whether what it is named after stood there.
struct Reader {
    std::string_view left;

    bool space() {
        left.remove_prefix(std::min(left.find_first_not_of(" \t\r\n"), left.size()));
        return true;
    }
    bool taken(std::string_view text) {
        if (!left.starts_with(text)) return false;
        left.remove_prefix(text.size());
        return true;
    }
    bool digits() {
        const std::size_t count = std::min(left.find_first_not_of("0123456789"), left.size());
        left.remove_prefix(count);
        return count > 0;
    }
    bool number() {
        taken("-");
        if (!taken("0") && !digits()) return false;
        if (taken(".") && !digits()) return false;
        if (!taken("e") && !taken("E")) return true;
        if (!taken("+")) taken("-");
        return digits();
    }
    bool string() {
        if (!taken("\"")) return false;
        while (!left.empty() && left[0] != '"') {
            if (static_cast<unsigned char>(left[0]) < 0x20) return false;
            if (!taken("\\")) {
                left.remove_prefix(1);
            } else if (taken("u")) {
                const std::string_view hex = left.substr(0, 4);
                if (hex.size() < 4 || hex.find_first_not_of("0123456789abcdefABCDEF") != hex.npos)
                    return false;
                left.remove_prefix(4);
            } else {
                if (left.empty() || !std::string_view("\"\\/bfnrt").contains(left[0])) return false;
                left.remove_prefix(1);
            }
        }
        return taken("\"");
    }
    /// Members, or elements, divided by commas, up to the bracket.
    bool several(std::string_view end, bool members) {
        space();
        if (taken(end)) return true;
        do {
            space();
            if (members && (!string() || !space() || !taken(":"))) return false;
            if (!value()) return false;
        } while (taken(","));
        return taken(end);
    }
    bool value() {
        space();
        const bool sound = taken("{") ? several("}", true)
            : taken("[")              ? several("]", false)
            : left.starts_with('"')   ? string()
                                      : taken("true") || taken("false") || taken("null") || number();
        return sound && space();
    }
};

}  // namespace

bool is_json(std::string_view text) {
    Reader reader{text};
    return is_valid_utf8(text) && reader.value() && reader.left.empty();
}

}  // namespace kith::testing
