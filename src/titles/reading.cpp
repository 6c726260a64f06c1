#include "titles/reading.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string>

#include "titles/pieces.h"
#include "titles/role_reader.h"

namespace kith {

using namespace titles;

namespace {

class LineReader {
public:
    LineReader(const TermTable& table, std::string_view line, JobFunction company)
        : table_(table),
          line_(line),
          company_(company),
          pieces_(cut_pieces(read_units(table, line, company))) {}

    TitleReading read() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            // "Creative & Design Headhunter": one role, not two.
            const Piece* next = i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr;
            const bool goes_on = next != nullptr && (next->seam == Seam::and_ || next->seam == Seam::slash) &&
                next->is_role() && !names_but_a_field(*next);
            if (!is_open() && goes_on && pieces_[i].is_role() && names_but_a_field(pieces_[i])) {
                waiting_.push_back(&pieces_[i]);
            } else {
                take(pieces_[i]);
            }
        }
        close();
        if (reading_.roles.empty()) read_without_roles();
        settle_students();
        return std::move(reading_);
    }

private:
    const TermTable& table_;
    std::string_view line_;
    JobFunction company_;
    std::vector<Piece> pieces_;
    std::vector<RolePieces>
        chain_;  // the roles that are being collected: several at "Owner / Operator, garage"
    std::string organisation_, assists_, assists_pending_;
    std::vector<const Piece*> waiting_;  // fields before any role
    TitleReading reading_;

    void close() {
        for (const RolePieces& pieces : chain_)
            reading_.roles.push_back(read(pieces));
        chain_.clear();
        organisation_.clear();
        assists_.clear();
    }

    JobRole read(const RolePieces& pieces) const {
        const bool is_told = company_ == JobFunction::none && !organisation_.empty();
        JobRole role =
            read_role(pieces, is_told ? function_of_organisation(organisation_, table_) : company_);
        role.organisation = organisation_;
        if (!assists_.empty() && is_aide(*pieces.head)) {
            role.assists = assists_;
            role.function = JobFunction::admin;
            role.second = JobFunction::none;
            role.level = JobLevel::individual;
            role.say = HiringSay::no;
            role.leads = LeadsPeople::no;
        }
        return role;
    }

    bool is_open() const { return !chain_.empty(); }
    void add_behind(const Piece& piece) {
        for (RolePieces& pieces : chain_)
            pieces.after.push_back(&piece);
    }

    /// An assistant or secretary, who is "to" somebody; not an adviser.
    static bool is_aide(const Piece& piece) {
        return std::ranges::any_of(piece.units, [](const Unit& unit) { return is_aide(unit); });
    }

    static bool is_aide(const Unit& unit) {
        return unit.has(Turn::aide) ||
            (unit.role() != nullptr && unit.role()->function == JobFunction::admin);
    }

    /// Somebody who leads or decides is named: who has an assistant.
    static bool names_a_chief(std::span<const Unit> units) {
        return std::ranges::any_of(units, [](const Unit& unit) {
            const auto is_high = [](const Term* term) {
                return term != nullptr && term->level >= JobLevel::manager;
            };
            return is_high(unit.rank()) || is_high(unit.role()) ||
                (unit.area() != nullptr && unit.area()->function == JobFunction::general);
        });
    }

    void take(Piece& piece) {
        if (piece.units.empty()) return;
        if (piece.seam == Seam::to) {
            if (is_open()) assists_ = piece.text(line_);
            return;
        }
        if (piece.seam == Seam::at) {
            if (is_open() && organisation_.empty()) organisation_ = piece.text(line_);
            return;
        }
        if (piece.is_role() && !(is_open() && piece.seam != Seam::strong && names_but_a_field(piece)))
            return take_role(piece);
        if (piece.is_area() || piece.is_role() || piece.has(Turn::self) || piece.has(Turn::side)) {
            if (!is_open()) {
                waiting_.push_back(&piece);
            } else {
                add_behind(piece);
                if (piece.seam == Seam::comma && organisation_.empty() && !piece.units.front().meaning)
                    organisation_ = piece.text(line_);
            }
            return;
        }
        if (is_open() && organisation_.empty() && piece.seam == Seam::comma && !piece.is_known())
            organisation_ = piece.text(line_);
    }

    void take_role(Piece& piece) {
        // Credentials and hours in brackets say nothing of another role: "Ward Manager (RN)".
        if (is_open() && (whom_it_recruits(piece) || piece.seam == Seam::bracket)) return add_behind(piece);
        split_assistant(piece);
        if (piece.seam != Seam::slash && piece.seam != Seam::and_) close();
        RolePieces pieces{.head = &piece, .before = {}, .after = {}};
        if (piece.seam != Seam::strong) pieces.before = std::exchange(waiting_, {});
        chain_.push_back(std::move(pieces));
        if (!assists_pending_.empty()) assists_ = std::exchange(assists_pending_, {});
    }

    /// "Director, Talent Acquisition": what names a job by itself is the field of another.
    static bool names_but_a_field(const Piece& piece) {
        return std::ranges::all_of(piece.units, [](const Unit& unit) {
            return unit.rank() == nullptr && !unit.has(Turn::chief) &&
                (unit.role() == nullptr || unit.area() != nullptr);
        });
    }

    /// "Recruiter, UX & Product Designers"
    bool whom_it_recruits(const Piece& piece) const {
        if (piece.seam == Seam::strong) return false;
        const bool recruits = std::ranges::any_of(chain_.back().head->units, [](const Unit& unit) {
            const Term* role = unit.role();
            return role != nullptr && role->function == JobFunction::recruiting;
        });
        return recruits && std::ranges::none_of(piece.units, [](const Unit& unit) {
            return unit.rank() != nullptr && unit.rank()->level >= JobLevel::manager;
        });
    }

    /// "Assistentin des Vertriebsleiters", "总监助理": whom somebody assists is not their role.
    void split_assistant(Piece& piece) {
        std::vector<Unit>& units = piece.units;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (!is_aide(units[i])) continue;
            if (i + 1 < units.size() && units[i + 1].joint == Joint::of &&
                names_a_chief(std::span(units).subspan(i + 1))) {
                assists_pending_ = line_.substr(units[i + 1].begin, units.back().end - units[i + 1].begin);
                units.resize(i + 1);
            } else if (i > 0 && i + 1 == units.size() && units[i].meaning->language >= Language::zh &&
                units[i].meaning->language <= Language::ja && names_a_chief(std::span(units).first(i))) {
                assists_pending_ = line_.substr(units.front().begin, units[i - 1].end - units.front().begin);
                units.erase(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(i));
            }
            break;
        }
    }

    void read_without_roles() {
        if (!waiting_.empty()) {
            JobRole role = read_role({.head = nullptr, .before = waiting_, .after = {}}, company_);
            if (role.function != JobFunction::none) reading_.roles.push_back(std::move(role));
        }
        const bool denies = std::ranges::any_of(pieces_, [](const Piece& piece) {
            return piece.has(Turn::deny) || piece.has(Turn::side) || piece.has(Turn::student) ||
                piece.has(Turn::retired);
        });
        if (reading_.roles.empty() && !pieces_.empty() && !denies) {
            // A word that no table knows is a job all the same.
            reading_.roles.push_back({.level = JobLevel::individual});
        }
    }

    /// Who studies a field does not work in it yet, unless another part of the line names a role.
    void settle_students() {
        if (std::ranges::none_of(
                pieces_, [](const Piece& piece) { return piece.has(Turn::student) && !piece.is_role(); }))
            return;
        if (std::ranges::any_of(pieces_, &Piece::is_role)) return;
        for (JobRole& role : reading_.roles) {
            role.level = JobLevel::none;
            role.say = HiringSay::no;
        }
    }
};

}  // namespace

const JobRole* TitleReading::main() const {
    const auto first = [&](auto counts) -> const JobRole* {
        const auto at = std::ranges::find_if(roles, counts);
        return at == roles.end() ? nullptr : &*at;
    };
    if (const JobRole* role = first([](const JobRole& at) {
            return !at.former && !at.aside && at.function != JobFunction::none && at.level != JobLevel::none;
        }))
        return role;
    if (const JobRole* role = first([](const JobRole& at) { return !at.former && !at.aside; })) return role;
    if (const JobRole* role =
            first([](const JobRole& at) { return !at.former && at.function != JobFunction::none; }))
        return role;
    if (const JobRole* role = first([](const JobRole& at) { return !at.former; })) return role;
    return roles.empty() ? nullptr : &roles.front();
}

TitleReading read_title(std::string_view title, std::string_view organisation, const TermTable& table) {
    return LineReader(table, title, function_of_organisation(organisation, table)).read();
}

JobFunction function_of_organisation(std::string_view name, const TermTable& table) {
    if (name.empty()) return JobFunction::none;
    // "… University Hospital" is a hospital, "Hospital Universitario …" one too.
    JobFunction found = JobFunction::none;
    for (const Unit& unit : read_units(table, name)) {
        if (found != JobFunction::none && unit.before >= Break::comma) break;
        if (unit.meaning == nullptr || unit.meaning->firm == nullptr) continue;
        found = unit.meaning->firm->function;
        if (is_head_first(unit.meaning->language)) break;
    }
    return found;
}

}  // namespace kith
