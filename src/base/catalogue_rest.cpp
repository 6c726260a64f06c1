#include "base/catalogue_rest.h"

#include "base/catalogue.h"

namespace kith {

namespace {

constexpr char english_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "english_rest.txt"
#pragma clang diagnostic pop
};

}  // namespace

const Catalogue& rest_of_english() {
    static const Catalogue catalogue{
        std::string_view(english_file, sizeof english_file), nullptr, plural_rules("en")};
    return catalogue;
}

}  // namespace kith
