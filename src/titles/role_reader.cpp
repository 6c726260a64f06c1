#include "titles/role_reader.h"

#include <algorithm>
#include <optional>

namespace kith::titles {

namespace {

/// How much a word counts when the field is chosen: what names a role wholly goes before a field, a field
/// before the field that a general word stands for, and what is nearer before what stands further off.
enum Strength : int { near = 100, base = 200, field = 300, job = 400, company_role = 500 };
constexpr int in_complement = 10;    // taken off behind "of"
constexpr int in_piece_behind = 20;  // behind a comma
constexpr int behind_bar = 150;      // behind "|": a skill as often as the field
constexpr int in_piece_ahead = -5;   // "Marketing & Sales Director": the first of equals

bool at_least(JobLevel level, JobLevel least) {
    return level >= least;
}

HiringSay usual_say(JobLevel level) {
    switch (level) {
        case JobLevel::manager: return HiringSay::likely;
        case JobLevel::head:
        case JobLevel::director:
        case JobLevel::vp:
        case JobLevel::chief:
        case JobLevel::owner: return HiringSay::yes;
        default: return HiringSay::no;
    }
}

LeadsPeople usual_leads(JobLevel level, HiringSay say) {
    switch (level) {
        case JobLevel::lead: return say == HiringSay::no ? LeadsPeople::unclear : LeadsPeople::yes;
        case JobLevel::manager:
        case JobLevel::director:
        case JobLevel::chief:
        case JobLevel::owner: return say == HiringSay::yes ? LeadsPeople::yes : LeadsPeople::unclear;
        case JobLevel::head:
        case JobLevel::vp: return LeadsPeople::yes;
        case JobLevel::senior: return say == HiringSay::no ? LeadsPeople::no : LeadsPeople::unclear;
        default: return LeadsPeople::no;
    }
}

struct Candidate {
    int strength = 0;
    const Term* term = nullptr;
};

class RoleReader {
public:
    RoleReader(const RolePieces& pieces, JobFunction company) : pieces_(pieces), company_(company) {
        if (pieces.head == nullptr) return;
        const std::vector<Unit>& units = pieces.head->units;
        while (head_end_ < units.size() && (head_end_ == 0 || units[head_end_].joint != Joint::of))
            ++head_end_;
        for (std::size_t i = 0; i < head_end_; ++i) {
            if (const Meaning* meaning = units[i].meaning; meaning != nullptr && meaning->is_role_word()) {
                head_first_ = is_head_first(meaning->language);
                break;
            }
        }
    }

    JobRole read() {
        choose_function();
        choose_level();
        read_turns();
        finish();
        return std::move(role_);
    }

private:
    const RolePieces& pieces_;
    const JobFunction company_;
    std::size_t head_end_ = 0;  // units of the head piece before the first "of"
    bool head_first_ = false;
    std::vector<Candidate> candidates_;
    const Term* winner_ = nullptr;
    JobRole role_;
    std::optional<HiringSay> say_;
    std::optional<LeadsPeople> leads_;

    std::span<const Unit> head() const {
        if (pieces_.head == nullptr) return {};
        return {pieces_.head->units.data(), head_end_};
    }
    bool head_has(Turn turn) const {
        return std::ranges::any_of(head(), [&](const Unit& unit) { return unit.has(turn); });
    }

    void add(const Term* term, int strength) {
        if (term != nullptr && term->function != JobFunction::none) candidates_.push_back({strength, term});
    }

    const Term* company_term(const Unit& unit) const {
        if (unit.meaning == nullptr || company_ == JobFunction::none) return nullptr;
        const auto at = std::ranges::find(unit.meaning->within, company_, &Term::at);
        return at == unit.meaning->within.end() ? nullptr : *at;
    }

    /// A field besides that of the organisation: a purchasing manager of a hotel does not manage the hotel.
    bool names_another_field() const {
        const auto is_another = [&](const Unit& unit) {
            if (company_term(unit) != nullptr) return false;
            const auto is_other = [&](const Term* term, TermKind kind) {
                return term != nullptr && term->kind == kind && term->function != company_ &&
                    term->second != company_;
            };
            return is_other(unit.role(), TermKind::job) || is_other(unit.area(), TermKind::field);
        };
        const auto has_another = [&](const Piece* piece) {
            return piece->seam != Seam::strong && std::ranges::any_of(piece->units, is_another);
        };
        return (pieces_.head != nullptr && std::ranges::any_of(pieces_.head->units, is_another)) ||
            std::ranges::any_of(pieces_.before, has_another) ||
            std::ranges::any_of(pieces_.after, has_another);
    }

    const Term* within_company(const Unit& unit) const {
        const Term* term = company_term(unit);
        return term != nullptr && !names_another_field() ? term : nullptr;
    }

    /// Letters behind a role, as nurses and accountants have them, name it again or nothing.
    bool is_credential(const Unit& unit) const {
        return unit.has(Turn::credential) && std::ranges::any_of(head(), [](const Unit& other) {
            return !other.has(Turn::credential) && other.meaning != nullptr && other.meaning->is_role_word();
        });
    }

    /// The field stands at the word that it belongs to: "recruitment consultant", "responsable marketing".
    bool stands_at_head(const Unit& unit) const {
        const auto units = head();
        const std::size_t at = static_cast<std::size_t>(&unit - units.data());
        const std::size_t beside = head_first_ ? at - 1 : at + 1;
        if (beside >= units.size() || units[beside].meaning == nullptr) return false;
        const Meaning& meaning = *units[beside].meaning;
        return meaning.is_role_word() && (meaning.role == nullptr || meaning.role->kind != TermKind::job);
    }

    void add_head_unit(const Unit& unit, int position, bool others) {
        if (const Term* term = within_company(unit)) return add(term, company_role + position);
        if (is_credential(unit)) return;
        if (const Term* term = unit.role()) {
            const bool only_field =
                others && unit.area() != nullptr && unit.area()->function == term->function;
            const Strength strength = term->kind != TermKind::job ? base : only_field ? field : job;
            add(term, strength + position);
        }
        add(unit.rank(), job + position);  // "head of engineering" is of one field
        // "Partner" alone is a rank; in "Partner Manager" it is the field.
        if (const Term* term = unit.area(); term != nullptr && (others || unit.rank() == nullptr))
            add(term, (term->kind != TermKind::field ? near : stands_at_head(unit) ? job : field) + position);
    }

    void add_area(const Piece& piece, int less) {
        int position = 0;
        for (const Unit& unit : piece.units) {
            // In a complement, of equals the last of its words says what it is about.
            const int off = less - std::min(position++, 5);
            if (const Term* term = unit.role(); term != nullptr && unit.area() == nullptr)
                add(term, (term->kind == TermKind::job ? field : near) - off);
            if (const Term* term = unit.area())
                add(term, (term->kind == TermKind::field ? field : near) - off);
        }
    }

    void choose_function() {
        const std::size_t role_words = static_cast<std::size_t>(std::ranges::count_if(head(),
            [](const Unit& unit) { return unit.meaning != nullptr && unit.meaning->is_role_word(); }));
        int position = 0;
        for (const Unit& unit : head()) {
            add_head_unit(unit, head_first_ ? -position : position, role_words > 1);
            position = std::min(position + 1, 5);
        }
        if (pieces_.head != nullptr) {
            Piece complement;
            complement.units.assign(pieces_.head->units.begin() + static_cast<std::ptrdiff_t>(head_end_),
                pieces_.head->units.end());
            int off = in_complement;
            std::vector<Unit> group;
            for (const Unit& unit : complement.units) {
                if (unit.joint == Joint::of && !group.empty()) {
                    add_area({.seam = Seam::start, .units = std::exchange(group, {})}, off);
                    off += 6;
                }
                group.push_back(unit);
            }
            if (!group.empty()) add_area({.seam = Seam::start, .units = group}, off);
        }
        // "Marketing & Sales Director": the first of equals.
        const bool is_equal =
            !head().empty() && head().front().area() != nullptr && stands_at_head(head().front());
        for (const Piece* piece : pieces_.before)
            add_area(*piece, in_piece_ahead - (is_equal ? job - field : 0));
        for (const Piece* piece : pieces_.after)
            add_area(*piece, piece->seam == Seam::strong ? behind_bar : in_piece_behind);
        std::ranges::stable_sort(candidates_, std::ranges::greater{}, &Candidate::strength);
        if (candidates_.empty()) return;
        winner_ = candidates_.front().term;
        role_.function = winner_->function;
        role_.second = winner_->second;
        role_.specialty = winner_->specialty;
        for (const Candidate& other : candidates_) {
            if (role_.second == JobFunction::none && other.term->function != role_.function &&
                other.strength >= field - 40)
                role_.second = other.term->function;
            if (role_.specialty.empty() && other.term->function == role_.function)
                role_.specialty = other.term->specialty;
        }
        const bool is_open = winner_->kind == TermKind::open;
        if (company_ != JobFunction::none && is_open && winner_->at == JobFunction::none) {
            role_.second = role_.function;
            role_.function = company_;
            role_.by_company = true;
        }
        if (role_.function == JobFunction::recruiting) {
            for (const Candidate& other : candidates_) {
                if (other.term->function == JobFunction::recruiting) continue;
                role_.recruits_for = other.term->function;
                break;
            }
        }
    }

    void take(const Term& term) {
        role_.level = term.level;
        say_ = term.say;
        leads_ = term.leads;
    }

    /// The rank of the head: the highest, where the last word of "Partner Manager" counts.
    const Term* highest_rank() const {
        const Term* found = nullptr;
        for (const Unit& unit : head()) {
            const Term* rank = unit.rank();
            if (rank == nullptr) continue;
            const bool overrules = found != nullptr && !head_first_ &&
                (found->level == JobLevel::owner || found->level == JobLevel::intern ||
                    found->level == JobLevel::junior);
            if (found == nullptr || overrules || rank->level > found->level) found = rank;
        }
        if (head_first_) {  // "assistante en alternance"
            for (const Unit& unit : pieces_.head->units) {
                if (const Term* rank = unit.rank(); rank != nullptr && rank->level == JobLevel::intern)
                    return rank;
            }
        }
        return found;
    }

    void choose_level() {
        const Term* own = nullptr;  // the highest of the roles in the head
        for (const Unit& unit : head()) {
            const Term* within = within_company(unit);
            const Term* term = within != nullptr ? within : unit.role();
            if (term == nullptr || is_credential(unit)) continue;
            if (within != nullptr) {
                own = within;
                break;
            }
            if (term == winner_ && term->kind == TermKind::job) {
                own = term;
                break;
            }
            if (own == nullptr || term->level > own->level) own = term;
        }
        const Term* rank = own != nullptr && own->at != JobFunction::none ? nullptr : highest_rank();
        if (own != nullptr) {
            take(*own);
        } else if (rank != nullptr) {
            take(*rank);
        } else if (!candidates_.empty()) {
            role_.level = JobLevel::individual;
        }
        if (own != nullptr && rank != nullptr) {
            const bool is_lower = rank->level == JobLevel::intern ||
                (rank->level == JobLevel::junior && own->kind != TermKind::job);
            if (is_lower ? own->level <= JobLevel::senior
                         : rank->level > JobLevel::individual && rank->level > own->level)
                take(*rank);
            // The head gardener leads gardeners; the head of gardens heads them.
            if (rank->level == JobLevel::head && role_.level == JobLevel::head && !head_first_ &&
                own->kind == TermKind::job && own->level <= JobLevel::senior &&
                rank->function == JobFunction::none && stands_before(*rank, *own))
                set(JobLevel::lead, HiringSay::likely);
        }
        if (head_has(Turn::chief)) choose_chief(own, rank);
    }

    bool stands_before(const Term& rank, const Term& own) const {
        const auto units = head();
        const auto first =
            std::ranges::find_if(units, [&](const Unit& unit) { return unit.rank() == &rank; });
        const auto second =
            std::ranges::find_if(units, [&](const Unit& unit) { return unit.role() == &own; });
        return first < second;
    }

    /// "Chief … Officer" leads all; a chief engineer is the most experienced one.
    void choose_chief(const Term* own, const Term* rank) {
        if (own != nullptr && own->level >= JobLevel::manager) return;
        const bool is_expert = own != nullptr && own->kind != TermKind::field &&
            (rank == nullptr || rank->level <= JobLevel::individual) && own->level <= JobLevel::senior;
        say_.reset();
        leads_.reset();
        role_.level = is_expert             ? JobLevel::senior
            : role_.level > JobLevel::chief ? role_.level
                                            : JobLevel::chief;
        if (is_expert) say_ = HiringSay::likely;
    }

    void set(JobLevel level, std::optional<HiringSay> say = {}) {
        role_.level = level;
        say_ = say;
        leads_.reset();
    }

    void lower_deputy() {
        switch (role_.level) {
            case JobLevel::manager: return set(JobLevel::lead, HiringSay::likely);
            case JobLevel::head: return set(JobLevel::manager, HiringSay::likely);
            default: return;
        }
    }

    /// The word stands before the one it changes: "Associate Director", not "Research Associate".
    bool changes_next(Turn turn) const {
        const auto units = head();
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (!units[i].has(turn)) continue;
            if (head_first_) return units.size() > 1;
            for (std::size_t j = i + 1; j < units.size(); ++j) {
                if (units[j].meaning != nullptr && units[j].meaning->is_role_word()) return true;
            }
        }
        return false;
    }

    void read_turns() {
        if (pieces_.head == nullptr) return;
        const Piece& piece = *pieces_.head;
        if (changes_next(Turn::deputy)) lower_deputy();
        if (changes_next(Turn::assistant)) {
            if (role_.level == JobLevel::individual) {
                set(JobLevel::junior);
            } else if (role_.level == JobLevel::director) {
                set(JobLevel::manager);
            } else {
                lower_deputy();
            }
        }
        if (changes_next(Turn::associate)) {
            if (role_.level == JobLevel::individual) set(JobLevel::junior);
            if (role_.level == JobLevel::director) set(JobLevel::director, HiringSay::likely);
        }
        if (head_has(Turn::junior)) {
            if (role_.level == JobLevel::individual)
                set(JobLevel::junior);
            else if (role_.level == JobLevel::senior)
                set(JobLevel::individual);
            else if (role_.level == JobLevel::manager)
                set(JobLevel::lead);
        }
        if (head_has(Turn::senior) &&
            (role_.level == JobLevel::individual ||
                (role_.level == JobLevel::junior && !head_has(Turn::junior))))
            set(JobLevel::senior);
        if (piece.has(Turn::aspiring)) set(JobLevel::junior, HiringSay::no);
        if (piece.has(Turn::freelance) && at_least(role_.level, JobLevel::head)) say_ = HiringSay::likely;
        const auto is_self = [](const Piece* part) { return part->has(Turn::self); };
        if ((piece.has(Turn::self) || std::ranges::any_of(pieces_.after, is_self)) &&
            role_.level <= JobLevel::lead && role_.function != JobFunction::none)
            set(JobLevel::owner, HiringSay::no);
        role_.interim = piece.has(Turn::acting);
        role_.aside = piece.has(Turn::side) || std::ranges::any_of(pieces_.after, [](const Piece* part) {
            return part->seam == Seam::bracket && part->has(Turn::side);  // "(part-time)"
        });
        role_.former = is_former(piece) || piece.has(Turn::retired);
        if (piece.has(Turn::retired) || piece.has(Turn::student)) set(JobLevel::none, HiringSay::no);
    }

    /// "former UX lead", but not "ex-Foo designer".
    static bool is_former(const Piece& piece) {
        for (std::size_t i = 0; i < piece.units.size(); ++i) {
            if (!piece.units[i].has(Turn::former)) continue;
            if (i + 1 == piece.units.size()) return i > 0;  // "… سابقا"
            const Meaning* next = piece.units[i + 1].meaning;
            if (next != nullptr) return true;
        }
        return false;
    }

    void finish() {
        // A partner of no matter what, or nobody knows of what: what they decide is not said.
        if (role_.level == JobLevel::owner && role_.function == JobFunction::none && !say_)
            say_ = HiringSay::likely;
        if (role_.function == JobFunction::none && company_ != JobFunction::none &&
            role_.level != JobLevel::none) {
            role_.function = company_;
            role_.by_company = true;
            if (role_.level == JobLevel::owner) say_.reset();
        }
        role_.say = say_.value_or(usual_say(role_.level));
        role_.leads = leads_.value_or(usual_leads(role_.level, role_.say));
        if (role_.former) {
            role_.say = HiringSay::no;
            role_.leads = LeadsPeople::no;
        }
        const auto add_words = [&](const Piece& piece) {
            for (const Unit& unit : piece.units) {
                if (unit.meaning == nullptr) continue;
                if (!role_.phrase.empty()) role_.phrase += ' ';
                role_.phrase += unit.key;
            }
        };
        for (const Piece* piece : pieces_.before)
            add_words(*piece);
        if (pieces_.head != nullptr) add_words(*pieces_.head);
        for (const Piece* piece : pieces_.after)
            add_words(*piece);
    }
};

}  // namespace

JobRole read_role(const RolePieces& pieces, JobFunction company) {
    return RoleReader(pieces, company).read();
}

}  // namespace kith::titles
