// Whether a position is at the organisation that a goal aims at, however either is spelt.
#pragma once

#include <string>
#include <string_view>

namespace kith::goals {

/// A name made ready to be compared with many others. O(length).
class PlaceName {
public:
    explicit PlaceName(std::string_view name);

    /// As is_same_place says.
    bool is_same(const PlaceName& other) const;

private:
    std::string key_;  // its words, folded
    std::string run_;  // the same without spaces
};

/// The same but for case, accents, legal form and spacing ("OberonPay AG"), what is said beside it ("Lumora
/// Learning, a Tandem company"), words cut short ("Univ.", "Fdn.") and what sort of body it is ("… NHS Trust",
/// "… Group"). One that only shares words is another: "Kestrel Bank Farm Shop" is no bank. O(length).
bool is_same_place(std::string_view place, std::string_view target);

}  // namespace kith::goals
