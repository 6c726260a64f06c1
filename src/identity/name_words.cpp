#include "identity/name_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kith::identity {

namespace {

struct Word {
    std::string_view word;
    NameWord kind;
};

using enum NameWord;

// In the order of their bytes. Words that are people's names as often (Don, Pan, Lady) are left out.
// clang-format off
constexpr Word words[] = {
    {"'s", particle}, {"'t", particle}, {"2nd", generation}, {"3rd", generation}, {"4th", generation},
    {"abogada", title}, {"abogado", title}, {"adv", title}, {"advocate", title}, {"af", particle},
    {"aia", credential}, {"aicp", credential}, {"al", particle}, {"ambassador", title}, {"ap", credential},
    {"aphr", credential}, {"aprn", credential}, {"arch", title}, {"asla", credential}, {"atc", credential},
    {"aud", credential}, {"av", particle}, {"avv", title}, {"avvocato", title}, {"ba", credential},
    {"bayan", honorific}, {"bba", credential}, {"bc", title}, {"bcba", credential}, {"bcom", credential},
    {"bed", credential}, {"beng", credential}, {"betriebswirt", credential}, {"bfa", credential},
    {"bin", particle}, {"bint", particle}, {"bs", credential}, {"bsc", credential}, {"bsn", credential},
    {"cand", title}, {"capm", credential}, {"capt", title}, {"captain", title}, {"cbe", credential},
    {"ccc-slp", credential}, {"cccslp", credential}, {"ccie", credential}, {"ccna", credential},
    {"ccnp", credential}, {"ccrn", credential}, {"cen", credential}, {"ceng", credential},
    {"cenp", credential}, {"cfa", credential}, {"cfe", credential}, {"cfp", credential},
    {"chfc", credential}, {"cia", credential}, {"cisa", credential}, {"cism", credential},
    {"cissp", credential}, {"clu", credential}, {"cma", credential}, {"cmdr", title}, {"cmg", credential},
    {"cne", credential}, {"cnl", credential}, {"cnm", credential}, {"cns", credential}, {"col", title},
    {"colonel", title}, {"cpa", credential}, {"cpc", credential}, {"cpcu", credential},
    {"cphims", credential}, {"cphq", credential}, {"cphr", credential}, {"crisc", credential},
    {"crna", credential}, {"cscs", credential}, {"csm", credential}, {"cspo", credential},
    {"cvo", credential}, {"da", particle}, {"dal", particle}, {"dalla", particle}, {"dame", honorific},
    {"das", particle}, {"datuk", honorific}, {"dba", credential}, {"dc", credential}, {"dds", credential},
    {"de", particle}, {"degli", particle}, {"dei", particle}, {"dekan", title}, {"del", particle},
    {"della", particle}, {"delle", particle}, {"dello", particle}, {"den", particle}, {"der", particle},
    {"des", particle}, {"dhr", honorific}, {"di", particle}, {"dipl", title}, {"dipl-inf", credential},
    {"dipl-ing", title}, {"dipl-kfm", credential}, {"dipl-psych", credential}, {"diplom", title},
    {"dlitt", credential}, {"dmd", credential}, {"dnp", credential}, {"do", credential}, {"docteur", title},
    {"doctor", title}, {"doktor", title}, {"dos", particle}, {"dott", title}, {"dottore", title},
    {"dottoressa", title}, {"doz", title}, {"dozent", title}, {"dphil", credential}, {"dpm", credential},
    {"dpt", credential}, {"dr", title}, {"dr-ing", title}, {"dra", title}, {"drhc", title}, {"drs", title},
    {"dsc", credential}, {"du", particle}, {"dvm", credential}, {"e", conjunction}, {"edd", credential},
    {"efendi", honorific}, {"eit", credential}, {"el", particle}, {"emba", credential},
    {"encik", honorific}, {"eng", title}, {"engr", title}, {"esq", credential}, {"faafp", credential},
    {"faan", credential}, {"faap", credential}, {"facep", credential}, {"fache", credential},
    {"facog", credential}, {"facp", credential}, {"facs", credential}, {"faia", credential},
    {"fase", credential}, {"fccp", credential}, {"fieee", credential}, {"fnp", credential},
    {"fnp-bc", credential}, {"fnp-c", credential}, {"frau", honorific}, {"frcp", credential},
    {"frcs", credential}, {"freng", credential}, {"froken", honorific}, {"frs", credential},
    {"frse", credential}, {"fru", honorific}, {"gbe", credential}, {"gen", title}, {"gospodin", honorific},
    {"gospozha", honorific}, {"gphr", credential}, {"habil", title}, {"hajji", honorific}, {"hc", title},
    {"herr", honorific}, {"het", particle}, {"hon", title}, {"honorable", title}, {"i", conjunction},
    {"ibn", particle}, {"ii", generation}, {"iii", generation}, {"imam", title}, {"ing", title},
    {"ir", title}, {"itil", credential}, {"iv", generation}, {"jd", credential}, {"jr", generation},
    {"judr", title}, {"junior", generation}, {"kbe", credential}, {"kc", credential}, {"la", particle},
    {"las", particle}, {"lcsw", credential}, {"lcswr", credential}, {"ldn", credential}, {"le", particle},
    {"leed", credential}, {"leed-ap", credential}, {"leedap", credential}, {"les", particle},
    {"lic", title}, {"licenciada", title}, {"licenciado", title}, {"licoec", credential},
    {"lieutenant", title}, {"llb", credential}, {"llm", credential}, {"llmd", credential},
    {"llmeur", credential}, {"lmft", credential}, {"lmhc", credential}, {"lmsw", credential},
    {"los", particle}, {"lpc", credential}, {"lpn", credential}, {"lt", title}, {"ma", credential},
    {"madam", honorific}, {"madame", honorific}, {"mademoiselle", honorific}, {"magfh", credential},
    {"magister", title}, {"maj", title}, {"mba", credential}, {"mbbch", credential}, {"mbbs", credential},
    {"mbchb", credential}, {"mbe", credential}, {"md", credential}, {"med", credential},
    {"meneer", honorific}, {"meng", credential}, {"mevr", honorific}, {"mevrouw", honorific},
    {"mfa", credential}, {"mgr", title}, {"mha", credential}, {"mieee", credential}, {"miet", credential},
    {"miss", honorific}, {"mlis", credential}, {"mlle", honorific}, {"mls", credential}, {"mme", honorific},
    {"monsieur", honorific}, {"mpa", credential}, {"mph", credential}, {"mphil", credential},
    {"mpp", credential}, {"mr", honorific}, {"mrcp", credential}, {"mrcs", credential},
    {"mres", credential}, {"mrs", honorific}, {"ms", honorific}, {"msc", credential}, {"mse", credential},
    {"msn", credential}, {"msw", credential}, {"mt", credential}, {"mudr", title}, {"mx", honorific},
    {"ne-bc", credential}, {"nea-bc", credential}, {"nebc", credential}, {"np", credential},
    {"obe", credential}, {"ocn", credential}, {"od", credential}, {"op", particle}, {"ot", credential},
    {"otr", credential}, {"otr/l", credential}, {"otrl", credential}, {"pa", credential},
    {"pa-c", credential}, {"paeddr", title}, {"pani", honorific}, {"pd", title}, {"pe", credential},
    {"pg", credential}, {"pharmd", credential}, {"phd", credential}, {"phdr", title}, {"phr", credential},
    {"pls", credential}, {"pmhnp", credential}, {"pmi-acp", credential}, {"pmp", credential},
    {"privatdozent", title}, {"prof", title}, {"profa", title}, {"profesor", title}, {"profesora", title},
    {"professeur", title}, {"professor", title}, {"professore", title}, {"profr", title},
    {"psm", credential}, {"psyd", credential}, {"puan", honorific}, {"qc", credential}, {"ra", credential},
    {"rabbi", title}, {"rbt", credential}, {"rd", credential}, {"rdn", credential}, {"rektor", title},
    {"ret", credential}, {"rev", title}, {"reverend", title}, {"rhia", credential}, {"rhit", credential},
    {"riba", credential}, {"rn", credential}, {"rnc", credential}, {"rndr", title}, {"safe", credential},
    {"sayin", honorific}, {"scd", credential}, {"sen", title}, {"senator", title}, {"senior", generation},
    {"senor", honorific}, {"senora", honorific}, {"senorita", honorific}, {"sergeant", title},
    {"sgt", title}, {"shri", honorific}, {"shrimati", honorific}, {"shrm-cp", credential},
    {"shrm-scp", credential}, {"signor", honorific}, {"signora", honorific}, {"signorina", honorific},
    {"sigra", honorific}, {"sir", honorific}, {"slp", credential}, {"smt", honorific}, {"sphr", credential},
    {"sr", generation}, {"sra", honorific}, {"sri", honorific}, {"srta", honorific}, {"ten", particle},
    {"ter", particle}, {"tuan", honorific}, {"und", conjunction}, {"univ", title}, {"univ-prof", title},
    {"ustaz", honorific}, {"van", particle}, {"vii", generation}, {"viii", generation}, {"vom", particle},
    {"von", particle}, {"y", conjunction}, {"zu", particle}, {"zum", particle}, {"zur", particle},
};
// clang-format on
static_assert(std::ranges::is_sorted(words, {}, &Word::word));

struct Generation {
    std::string_view word, meant;
};
constexpr Generation generations[] = {{"jr", "jr"}, {"junior", "jr"}, {"sr", "sr"}, {"senior", "sr"},
    {"ii", "ii"}, {"iii", "iii"}, {"iv", "iv"}, {"vii", "vii"}, {"viii", "viii"}, {"2nd", "ii"},
    {"3rd", "iii"}, {"4th", "iv"}};

}  // namespace

NameWord kind_of_word(std::string_view folded) {
    const auto found = std::ranges::lower_bound(words, folded, {}, &Word::word);
    return found != std::end(words) && found->word == folded ? found->kind : name;
}

std::string_view generation_of(std::string_view folded) {
    const auto found = std::ranges::find(generations, folded, &Generation::word);
    return found != std::end(generations) ? found->meant : std::string_view{};
}

std::string bare_word(std::string_view word) {
    std::string bare = fold(trim(word));
    std::erase_if(bare, [](char c) { return c == '.' || c == ',' || c == '(' || c == ')'; });
    return bare;
}

}  // namespace kith::identity
