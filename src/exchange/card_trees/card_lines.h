// A card put down line by line as vCard 4.0 (RFC 6350) writes it, so that what came in another notation is read by the
// one reader that knows what properties mean.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith {

class CardLines {
public:
    struct Parameter {
        std::string name, value;
    };

    CardLines();

    /// `value` as it stands in a line, with its escapes. A name that no property has is kept as a column of that name;
    /// so is what would begin or end a card. Empty values are left out.
    void add(std::string_view name, const std::vector<Parameter>& parameters, std::string_view value,
        std::string_view group = {});
    /// The same for plain text, which is given its escapes.
    void add_text(std::string_view name, const std::vector<Parameter>& parameters, std::string_view text,
        std::string_view group = {});
    /// Where the label is somebody's own, or says more than types do.
    void add_labelled(std::string_view name, const std::vector<Parameter>& parameters, std::string_view value,
        std::string_view label);
    /// A group that nothing else is in: "item1".
    std::string fresh_group();

    /// All of it, with its end.
    std::string take();

private:
    std::string lines_;
    int groups_ = 0;
};

}  // namespace kith
