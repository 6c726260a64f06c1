#include "planning/goals/role_help.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "model/fields.h"
#include "model/meanings.h"
#include "planning/facts/due.h"
#include "planning/facts/expertise.h"
#include "planning/facts/terms.h"
#include "titles/reading.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr EnumArray<RoleHelp, std::string_view> keys{
    {"decides", "mentors", "peers", "insiders", "recruiters"}};

constexpr int manager_rung = 5, director_rung = 7, top_rung = 9;  // rung_of

void prove(RoleProofs& found, RoleHelp help, RoleProof proof) {
    std::optional<RoleProof>& kept = found[help];
    const auto key = [](const RoleProof& one) { return std::pair(one.certain, one.weight); };
    if (!kept || key(proof) > key(*kept)) kept = std::move(proof);
}

bool is_one_of(JobFunction function, std::span<const JobFunction> some) {
    return std::ranges::contains(some, function);
}

/// Recruiters for technology look for all of these.
bool are_technical(JobFunction a, JobFunction b) {
    constexpr JobFunction technical[] = {JobFunction::software, JobFunction::data, JobFunction::it,
        JobFunction::security, JobFunction::product, JobFunction::design};
    return is_one_of(a, technical) && is_one_of(b, technical);
}

/// Who recruits for the one often recruits for the other, wherever: IT and software, nurses and doctors.
bool are_one_market(JobFunction a, JobFunction b) {
    constexpr JobFunction systems[] = {
        JobFunction::software, JobFunction::data, JobFunction::it, JobFunction::security};
    constexpr JobFunction health[] = {
        JobFunction::nursing, JobFunction::medicine, JobFunction::allied_health};
    return (is_one_of(a, systems) && is_one_of(b, systems)) || (is_one_of(a, health) && is_one_of(b, health));
}

/// The fields that a recruiter's title names: "Recruiter - Product & Design" has two, of which a role keeps one.
/// "Legal Secretary Recruitment" has but secretaries.
std::vector<JobFunction> fields_named(std::string_view phrase) {
    std::vector<JobFunction> fields;
    std::string rest;
    for (const std::string_view word : split(phrase, ' ')) {
        const TitleReading reading = read_title(word);
        const JobFunction said = reading.roles.empty() ? JobFunction::none : reading.main()->function;
        if (said == JobFunction::recruiting) continue;
        (rest += rest.empty() ? "" : " ") += word;
        if (said != JobFunction::none) fields.push_back(said);
    }
    const TitleReading whole = read_title(rest);
    if (!whole.roles.empty() && whole.main()->function == JobFunction::admin) return {JobFunction::admin};
    return fields;
}

/// Professions whose own firms are another world than the same profession within a company: a lawyer in a law firm
/// holds no counsel's role.
bool has_firms_of_its_own(JobFunction function) {
    constexpr JobFunction some[] = {JobFunction::legal, JobFunction::finance, JobFunction::recruiting};
    return is_one_of(function, some);
}

bool is_specialist(JobLevel level) {
    return level == JobLevel::individual || level == JobLevel::senior;
}

/// The likeness, with what the organisation adds: operations are the field itself where it is the trade.
RoleLikeness compare_at(const JobRole& wish, const JobRole& role, JobFunction trade) {
    RoleLikeness likeness = compare_roles(wish, role);
    const bool runs_the_trade =
        role.function == JobFunction::operations && trade == wish.function && role.level >= JobLevel::head;
    if (runs_the_trade) {
        likeness.same_function = true;
        likeness.specialty = SpecialtyLikeness::unknown;
        likeness.wider = true;
    }
    return likeness;
}

/// Holds the role now, at whatever organisation: the weight among peers; 0 if not.
int peer_weight(const JobRole& wish, const JobRole& role, const RoleLikeness& likeness) {
    if (!likeness.same_function || likeness.specialty == SpecialtyLikeness::different || !likeness.steps)
        return 0;
    const bool narrower = wish.specialty.empty() && !role.specialty.empty();
    const int phrase = static_cast<int>(likeness.phrase * 5);
    const int narrow = narrower ? 8 : 0;
    if (likeness.phrase == 1) return 40 - narrow;
    if (likeness.wider) return 0;
    if (*likeness.steps == 0) return 30 + phrase - narrow;
    if (is_specialist(wish.level) && is_specialist(role.level)) return 25 + phrase - narrow;
    // Who stands in for it, or has it under a smaller name: "Deputy Ward Manager", "Responsable de comunicación".
    const bool both_lead = wish.say != HiringSay::no && role.say != HiringSay::no;
    const bool same_part = likeness.specialty == SpecialtyLikeness::same;
    if (*likeness.steps == -1 && (both_lead || same_part)) return 12 + phrase - narrow;
    return 0;
}

/// How good a guide by how far ahead, the nearer the better; 0 for who is not. `near`: one can see them at work,
/// or they came the same way.
int weight_ahead(const JobRole& wish, const JobRole& role, const RoleLikeness& likeness, bool near) {
    const int steps = *likeness.steps;
    if (steps == 0 && likeness.wider && role.say != HiringSay::no) return 30;
    if (steps <= 0) return 0;
    int weight = 12;
    if (is_specialist(wish.level) || wish.level < JobLevel::individual) {
        constexpr std::array<int, 7> by_steps{0, 26, 26, 26, 20, 17, 12};
        weight = by_steps[static_cast<std::size_t>(std::min(steps, 6))];
        if (near && steps <= 3) weight = 30;
    } else if (wish.level == JobLevel::lead) {
        constexpr std::array<int, 5> by_steps{0, 30, 28, 25, 12};
        weight = by_steps[static_cast<std::size_t>(std::min(steps, 4))];
    } else {
        constexpr std::array<int, 4> by_steps{0, 28, 18, 12};
        weight = by_steps[static_cast<std::size_t>(std::min(steps, 3))];
    }
    return role.level >= JobLevel::vp && steps > 1 ? std::min(weight, 13) : weight;
}

}  // namespace

std::string_view key_of(RoleHelp help) {
    return keys[help];
}

Draft mark_as_deciding(RecordId person, std::string_view name) {
    Draft draft({"role_help.marked", {std::string(name)}});
    draft.add(person, person::decides, person::decides::hiring);
    return draft;
}

namespace goals {

RoleFinder::RoleFinder(const Workspace& workspace, const RoleBook& roles, RecordId goal)
    : workspace_(workspace), roles_(roles) {
    const auto name_of = [&](RecordId organisation) {
        return workspace.text(organisation, organisation::name);
    };
    const auto aim_at = [&](RecordId organisation) {
        return Aim{organisation, PlaceName(name_of(organisation))};
    };
    workspace.for_each_element(goal, goal::organisations, [&](const Element& element) {
        const RecordId target = element.value.as_reference();
        if (workspace.live(target)) targets_.push_back(aim_at(target));
    });
    const std::string_view text = workspace.text(goal, goal::target_role);
    const std::string_view where =
        targets_.empty() ? std::string_view() : name_of(targets_.front().organisation);
    for (JobRole& role : read_title(text, where).roles) {
        if (!role.former && role.function != JobFunction::none && role.level != JobLevel::none)
            wishes_.push_back(std::move(role));
    }
    if (wishes_.empty()) words_ = terms_of(text);
    for (const Aim& target : targets_) {
        const JobFunction trade = function_of_organisation(name_of(target.organisation));
        aims_at_trade_ |=
            std::ranges::any_of(wishes_, [&](const JobRole& wish) { return wish.function == trade; });
    }
    aims_at_trade_ |= targets_.empty();
    const RecordId me = self(workspace);
    if (!me) return;
    for (const RecordId affiliation : affiliations_of(workspace, me)) {
        if (!is_past(workspace, affiliation))
            own_places_.push_back(aim_at(workspace.reference(affiliation, affiliation::organisation)));
    }
    for (const HeldRole& held : roles.of(me)) {
        if (held.main && !held.past && !own_) own_ = held.role;
    }
}

RoleFinder::Place RoleFinder::place_of(RecordId organisation) {
    if (!organisation) return {};
    const auto [entry, fresh] = places_.try_emplace(organisation);
    if (!fresh) return entry->second;
    const std::string_view name = workspace_.text(organisation, organisation::name);
    const PlaceName key(name);
    const auto same = [&](const Aim& aim) {
        return aim.organisation == organisation || key.is_same(aim.name);
    };
    Place place{.target = {}, .trade = function_of_organisation(name)};
    if (const auto target = std::ranges::find_if(targets_, same); target != targets_.end())
        place.target = target->organisation;
    place.own = std::ranges::any_of(own_places_, same);
    return entry->second = place;
}

/// Of a headline the line itself says where: "Head of Product at Tarnwell".
RoleFinder::Place RoleFinder::place_of(const HeldRole& held) {
    if (held.affiliation) return place_of(held.organisation);
    Place place;
    if (held.role.organisation.empty()) return place;
    const PlaceName key(held.role.organisation);
    const auto target = std::ranges::find_if(targets_, [&](const Aim& aim) { return key.is_same(aim.name); });
    if (target != targets_.end()) place.target = target->organisation;
    place.trade = function_of_organisation(held.role.organisation);
    return place;
}

RecordId RoleFinder::target_of(RecordId organisation) {
    return place_of(organisation).target;
}

/// They were what one is, and are in the field that one wishes for.
bool RoleFinder::went_the_same_way(std::span<const HeldRole> roles, const JobRole& wish) const {
    if (!own_ || own_->function == wish.function || own_->function == JobFunction::none) return false;
    return std::ranges::any_of(
        roles, [&](const HeldRole& held) { return held.past && held.role.function == own_->function; });
}

Message RoleFinder::said(const HeldRole& held, RecordId person) const {
    if (!held.affiliation)
        return {"fact.says_of_themselves", {short_text(workspace_.text(person, person::headline))}};
    const std::string_view title = workspace_.text(held.affiliation, affiliation::role);
    const std::string_view name = workspace_.text(held.organisation, organisation::name);
    return {"fact.is_in_role", {title, name}};
}

void RoleFinder::read_recruiter(const JobRole& wish, const Held& at, RoleProofs& found) const {
    const JobRole& role = at.held.role;
    const std::vector<JobFunction> fields = fields_named(role.phrase);
    const bool inside = static_cast<bool>(at.place.target);
    const bool for_others =
        std::ranges::contains(fields, JobFunction::admin) && wish.function != JobFunction::admin;
    const bool looks_for_it = !for_others &&
        (role.recruits_for == wish.function || std::ranges::contains(fields, wish.function) ||
            (role.function == wish.function && role.second == JobFunction::recruiting));
    const bool in_market = are_one_market(role.recruits_for, wish.function);
    const bool for_all = role.recruits_for == JobFunction::none ||
        (role.recruits_for == JobFunction::hr && role.level >= JobLevel::lead);
    const bool may_there = for_all || in_market || role.recruits_for == reports_to(wish.function) ||
        are_technical(role.recruits_for, wish.function);
    int weight = 0;
    if (looks_for_it)
        weight = inside ? 40 : 20;
    else if (inside && may_there && !for_others)
        weight = 30;
    else if (in_market && !for_others)
        weight = 10;
    if (weight == 0) return;
    const std::string_view why = inside && !looks_for_it ? "role_help.recruits_there" : "role_help.recruits";
    prove(found, RoleHelp::recruiters,
        {.weight = weight, .target = at.place.target, .reasons = {{why, {}}, at.said}});
}

void RoleFinder::read_role(const JobRole& wish, const Held& at, bool same_way, RoleProofs& found) const {
    const JobRole& role = at.held.role;
    const RoleLikeness likeness = compare_at(wish, role, at.place.trade);
    if (!likeness.steps) return;
    const int steps = *likeness.steps;
    const bool inside = static_cast<bool>(at.place.target);
    const bool in_line = likeness.same_function && likeness.specialty != SpecialtyLikeness::different;
    const bool elsewhere =
        has_firms_of_its_own(wish.function) && at.place.trade == wish.function && !aims_at_trade_ && !inside;
    const auto add = [&](RoleHelp help, int weight, Message why) {
        Facts reasons{std::move(why), at.said};
        if (same_way && help == RoleHelp::mentors)
            reasons.insert(reasons.begin(), {"role_help.same_way", {}});
        prove(found, help, {.weight = weight, .target = at.place.target, .reasons = std::move(reasons)});
    };
    const int peer = elsewhere ? 0 : peer_weight(wish, role, likeness);
    if (peer > 0) add(RoleHelp::peers, peer, {"role_help.holds", {}});
    const bool holds_it_oneself = own_ && own_->function == wish.function && own_->level >= wish.level;
    const bool near = inside || at.place.own || same_way;
    const int closer = (inside ? 3 : at.place.own ? 1 : 0) + (same_way ? 3 : 0);
    if (peer > 0 && !holds_it_oneself) {
        const bool below = steps < 0 && !is_specialist(wish.level);
        add(RoleHelp::mentors, closer + (below ? 16 : near ? 30 : 20), {"role_help.holds", {}});
    }
    if (in_line && !elsewhere) {
        if (const int weight = weight_ahead(wish, role, likeness, near); weight > 0 && peer == 0)
            add(RoleHelp::mentors, closer + weight,
                steps > 0 ? Message{"role_help.ahead", {steps}} : Message{"role_help.leads_field", {}});
    } else if (!in_line && likeness.near_function && role.second == wish.function && steps > 0) {
        add(RoleHelp::mentors, 8 + closer, {"role_help.leads_near", {}});
    }
    if (!inside) return;
    const bool above = steps > 0 || (steps == 0 && likeness.wider);
    const int rung = rung_of(role.level).value_or(0);
    // At the top those who are there decide who joins them: partners, boards.
    const bool among_tops = rung >= top_rung && rung_of(wish.level) == rung;
    if (in_line && among_tops && likeness.same_function)
        add(RoleHelp::decides, 40, {"role_help.decides", {}});
    else if (in_line && above && (role.say != HiringSay::no || rung >= manager_rung))
        add(RoleHelp::decides, 60 - 4 * steps + (role.say == HiringSay::yes ? 1 : 0),
            {"role_help.decides", {}});
    else if (steps > 0 && rung >= director_rung && role.function == reports_to(wish.function))
        add(RoleHelp::decides, 25 - rung, {"role_help.decides_above", {}});
    else if (steps > 0 && rung >= top_rung &&
        (role.function == JobFunction::general || role.function == at.place.trade))
        add(RoleHelp::decides, 10, {"role_help.runs_place", {}});
}

/// A wish in words that no table knows is held by whoever has all of them in their title.
void RoleFinder::read_words(const Held& at, RoleProofs& found) const {
    const std::string_view title = at.held.affiliation
        ? workspace_.text(at.held.affiliation, affiliation::role)
        : std::string_view(at.held.role.phrase);
    if (words_.empty() || !has_all_terms(words_, title)) return;
    prove(found, RoleHelp::peers,
        {.weight = 30, .target = at.place.target, .reasons = {{"role_help.holds", {}}, at.said}});
    prove(found, RoleHelp::mentors,
        {.weight = at.place.target || at.place.own ? 30 : 20,
            .target = at.place.target,
            .reasons = {{"role_help.holds", {}}, at.said}});
}

/// Whoever works at a target, whatever they do there; and who was marked to decide.
void RoleFinder::read_inside(RecordId person, RoleProofs& found) {
    for (const RecordId affiliation : workspace_.referrers(person, affiliation::person)) {
        if (is_past(workspace_, affiliation)) continue;
        const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
        const RecordId target = target_of(organisation);
        if (!target) continue;
        const std::string_view title = workspace_.text(affiliation, affiliation::role);
        const std::string_view name = workspace_.text(organisation, organisation::name);
        const Message there =
            title.empty() ? Message{"fact.is_at", {name}} : Message{"fact.is_in_role", {title, name}};
        const auto help_of = [&](RoleHelp help) { return found[help] ? found[help]->weight : 0; };
        prove(found, RoleHelp::insiders,
            {.weight = 1 + help_of(RoleHelp::decides) + help_of(RoleHelp::peers) +
                    help_of(RoleHelp::mentors) + help_of(RoleHelp::recruiters),
                .target = target,
                .reasons = {there}});
        if (Facts marked = decides_facts(workspace_, person); !marked.empty()) {
            marked.push_back(there);
            prove(found, RoleHelp::decides,
                {.weight = 100, .certain = true, .target = target, .reasons = std::move(marked)});
        }
    }
}

RoleProofs RoleFinder::read(RecordId person) {
    RoleProofs found;
    const std::span<const HeldRole> roles = roles_.of(person);
    const auto counts = [](const HeldRole& held) {
        return !held.past && !held.role.aside && held.role.assists.empty();
    };
    std::vector<Held> held;
    for (const HeldRole& one : roles) {
        if (counts(one)) held.push_back({one, place_of(one), said(one, person)});
    }
    for (const JobRole& wish : wishes_) {
        const bool same_way = went_the_same_way(roles, wish);
        // Of several roles in the field the highest speaks: "General Counsel & Company Secretary".
        std::optional<int> highest;
        for (const Held& at : held) {
            if (at.held.role.function == wish.function && rung_of(at.held.role.level).value_or(0) > highest)
                highest = rung_of(at.held.role.level);
        }
        for (const Held& at : held) {
            const JobRole& role = at.held.role;
            const bool recruits =
                role.function == JobFunction::recruiting || role.second == JobFunction::recruiting;
            const bool below = role.function == wish.function && rung_of(role.level).value_or(0) < highest;
            if (recruits) read_recruiter(wish, at, found);
            if (!below && (!recruits || wish.function == JobFunction::recruiting))
                read_role(wish, at, same_way, found);
        }
    }
    if (wishes_.empty()) {
        for (const Held& at : held)
            read_words(at, found);
    }
    read_inside(person, found);
    return found;
}

}  // namespace goals

}  // namespace kith
