#include "ui/words/evidence.h"

#include "base/enums.h"

namespace kith::ui {

namespace {

using identity::Outcome;
using identity::Reason;

constexpr EnumArray<Reason, std::string_view> names{
    {"same.what_profile", "same.what_uid", "same.what_email", "same.what_mobile", "same.what_birthday",
        "same.what_name", "same.what_middle_name", "same.what_generation", "same.what_home", "same.what_line",
        "same.what_street", "same.what_employer", "same.what_role", "same.what_town", {}, {}}};

}  // namespace

std::vector<std::string> evidence_in_words(const Session& session, const identity::Comparison& comparison) {
    std::vector<std::string> lines;
    const auto add = [&](Outcome outcome, std::string_view key) {
        std::vector<Argument> what;
        for (const Reason reason : enumerators<Reason>) {
            // Two of one list say little by that, and every two people here would say it.
            if (reason == Reason::count || reason == Reason::listed_apart) continue;
            if (comparison.outcome(reason) == outcome) what.emplace_back(session.text(names[reason]));
        }
        if (!what.empty()) lines.push_back(session.text(key, {session.ui.formatter().list(what)}));
    };
    add(Outcome::agrees, "same.in_common");
    add(Outcome::alike, "same.alike");
    add(Outcome::differs, "same.different");
    return lines;
}

}  // namespace kith::ui
