#include "ui/words/evidence.h"

#include <algorithm>

#include "base/enums.h"

namespace kith::ui {

namespace {

using identity::Likeness;
using identity::NameLikeness;
using identity::OrganisationLikeness;
using identity::Outcome;
using identity::Reason;

/// Keys of the catalogue; an empty one is said otherwise or not at all.
struct ReasonWords {
    std::string_view agrees, alike, differs;
};
constexpr EnumArray<Reason, ReasonWords> reasons{{{"same.profile", {}, "same.other_profile"},
    {"same.uid", {}, "same.other_uid"}, {"same.email", {}, "same.other_email"},
    {"same.mobile", {}, "same.other_mobile"}, {"same.birthday", "same.near_birthday", "same.other_birthday"},
    {"same.name", {}, "same.other_name"}, {"same.middle_name", {}, "same.other_middle_name"},
    {{}, "same.one_generation", "same.other_generation"}, {"same.home", {}, "same.other_home"},
    {"same.line", {}, {}}, {"same.street", {}, "same.other_street"},
    {"same.employer", {}, "same.other_employer"}, {"same.role", {}, "same.other_role"},
    {"same.town", {}, "same.other_town"},
    // Two of one list say little by that, and every two people here would say it.
    {}, {}}};

/// How two names are alike, by the part that is less so.
std::string_view name_key(const NameLikeness& name) {
    const auto known = [](Likeness likeness) {
        return likeness == Likeness::unknown ? Likeness::same : likeness;
    };
    switch (std::max(known(name.given), known(name.family))) {
        case Likeness::same: return name.swapped ? "same.name_swapped" : "same.name_part";
        case Likeness::written:
        case Likeness::sounds: return "same.name_sounds";
        case Likeness::particle:
        case Likeness::further:
        case Likeness::part: return "same.name_part";
        case Likeness::nickname: return "same.name_nickname";
        case Likeness::typing: return "same.name_typing";
        case Likeness::initial: return "same.name_initial";
        case Likeness::unknown:
        case Likeness::different: break;
    }
    return "same.name_part";
}

std::string_view other_name_key(const NameLikeness& name) {
    if (name.given != Likeness::different) return "same.other_family_name";
    return name.family != Likeness::different ? "same.other_given_name" : "same.other_name";
}

constexpr EnumArray<OrganisationLikeness, std::string_view> organisation_keys{{"same.organisation_same",
    "same.organisation_longer", "same.organisation_letters", "same.name_typing", {}}};

}  // namespace

std::string SameEvidence::in_short() const {
    std::string words = speaks_for.empty() ? std::string{} : speaks_for.front();
    if (speaks_against.empty()) return words;
    return words + (words.empty() ? "" : " · ") + speaks_against.front();
}

SameEvidence evidence_of(const Session& session, const identity::Comparison& comparison) {
    SameEvidence evidence;
    const auto add = [&](std::vector<std::string>& to, std::string_view key) {
        if (!key.empty()) to.emplace_back(session.text(key));
    };
    for (const Reason reason : enumerators<Reason>) {
        if (reason == Reason::count) continue;
        const bool is_name = reason == Reason::name;
        switch (comparison.outcome(reason)) {
            case Outcome::agrees: add(evidence.speaks_for, reasons[reason].agrees); break;
            case Outcome::alike:
                if (is_name)
                    add(evidence.speaks_for, name_key(comparison.name));
                else
                    add(evidence.speaks_against, reasons[reason].alike);
                break;
            case Outcome::differs:
                add(evidence.speaks_against,
                    is_name ? other_name_key(comparison.name) : reasons[reason].differs);
                break;
            case Outcome::unknown: break;
        }
    }
    return evidence;
}

SameEvidence evidence_of(const Session& session, OrganisationLikeness likeness) {
    SameEvidence evidence;
    if (const std::string_view key = organisation_keys[likeness]; !key.empty())
        evidence.speaks_for.emplace_back(session.text(key));
    return evidence;
}

}  // namespace kith::ui
