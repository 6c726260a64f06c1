#include "titles/table_texts.h"

#include "base/enums.h"

namespace kith::titles {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr char en[] = {
#embed "titles/en.txt"
};
constexpr char de[] = {
#embed "titles/de.txt"
};
constexpr char fr[] = {
#embed "titles/fr.txt"
};
constexpr char es[] = {
#embed "titles/es.txt"
};
constexpr char pt[] = {
#embed "titles/pt.txt"
};
constexpr char it[] = {
#embed "titles/it.txt"
};
constexpr char nl[] = {
#embed "titles/nl.txt"
};
constexpr char zh[] = {
#embed "titles/zh.txt"
};
constexpr char ja[] = {
#embed "titles/ja.txt"
};
constexpr char ar[] = {
#embed "titles/ar.txt"
};
#pragma clang diagnostic pop

constexpr EnumArray<Language, std::string_view> texts{
    {{en, sizeof en}, {de, sizeof de}, {fr, sizeof fr}, {es, sizeof es}, {pt, sizeof pt}, {it, sizeof it},
        {nl, sizeof nl}, {zh, sizeof zh}, {ja, sizeof ja}, {ar, sizeof ar}}};

}  // namespace

std::string_view table_text(Language language) {
    return texts[language];
}

}  // namespace kith::titles
