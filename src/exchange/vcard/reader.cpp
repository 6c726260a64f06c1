#include "exchange/vcard/reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kith {

namespace {

/// Cards within each other; of more, the outermost was more likely never ended.
constexpr std::size_t deepest = 8;
/// Longer agents are people of their own.
constexpr std::size_t longest_agent = 1'000'000;

}  // namespace

void VcardReader::OpenCard::clear() {
    version = VcardVersion::v3_0;
    agent = none;
    agent_waits = none;
    properties.clear();
    parameters.clear();
    more_members.clear();
    problems.clear();
    made.clear();
    left_out.clear();
}

void VcardReader::problem(std::vector<VcardProblem>& problems, VcardProblem::What what, std::uint32_t line) {
    constexpr std::size_t most = 20;  // anything more is noise
    if (problems.size() < most) problems.push_back({what, line});
}

ReadStep VcardReader::step() {
    constexpr std::size_t piece = std::size_t{256} << 10;
    constexpr unsigned most_in_a_step = 2000;
    const std::size_t stop = at_ + piece;
    for (unsigned lines = 0; lines < most_in_a_step && at_ < stop; ++lines) {
        if (skips_line_) {
            skip_line();
        } else if (gathering_ != Gathering::nothing) {
            if (!go_on()) finish_lines();
        } else if (at_ < bytes_.size()) {
            if (begin_line()) return ReadStep::ready;
        } else if (open_.empty()) {
            return ReadStep::end;
        } else {
            problem(open_.front().problems, VcardProblem::What::no_end, open_.front().line);
            hand_out(0);
            return ReadStep::ready;
        }
    }
    return ReadStep::unfinished;
}

bool VcardReader::next() {
    ReadStep step = ReadStep::unfinished;
    while (step == ReadStep::unfinished)
        step = this->step();
    return step == ReadStep::ready;
}

/// True if a card is at hand after it.
bool VcardReader::begin_line() {
    const std::size_t start = at_;
    const std::uint32_t number = line_;
    const bool whole = !std::exchange(is_mid_line_, false);
    const std::string_view line = take_line();
    std::string_view rest = whole ? without_indent(line) : line;
    const std::string_view before_mark = rest;
    if (const Mark mark = take_mark(rest); mark != Mark::none) {
        if (mark == Mark::begin && open_.size() == deepest) {  // comes again with the next step
            begin_again_at(line, number);
            is_mid_line_ = !whole;
            at_ = start;
            problem(open_.front().problems, VcardProblem::What::no_end, open_.front().line);
            return hand_out(0);
        }
        const std::size_t end = static_cast<std::size_t>(rest.data() - bytes_.data());
        if (!trim(rest).empty()) begin_again_at(rest, number);
        if (mark == Mark::end) return close_card(end);
        const std::size_t blanks = before_mark.find_first_not_of(" \t");
        return open_card(start, number,
            whole ? line.substr(0, line.find_first_not_of(" \t")) : before_mark.substr(0, blanks));
    }
    if (trim(rest).empty()) return false;
    if (open_.empty()) {
        problem(outside_, VcardProblem::What::outside, number);
        return false;
    }
    property_ = {};
    property_.line = number;
    pieces_.clear();
    size_of_pieces_ = 0;
    add_piece(rest);
    gathering_ = Gathering::folded;
    return false;
}

bool VcardReader::open_card(std::size_t start, std::uint32_t line, std::string_view indent) {
    OpenCard card = std::move(card_);  // for the memory it has
    card.clear();
    card.line = line;
    card.start = start;
    card.indent = indent;
    card.problems = std::exchange(outside_, {});
    if (!open_.empty()) card.agent = std::exchange(open_.back().agent_waits, none);
    open_.push_back(std::move(card));
    return false;
}

bool VcardReader::close_card(std::size_t end) {
    if (open_.empty()) return false;
    OpenCard& card = open_.back();
    if (card.agent == none || open_.size() == 1 || end - card.start > longest_agent)
        return hand_out(open_.size() - 1);
    const std::string_view text = bytes_.substr(card.start, end - card.start);
    OpenCard& around = open_[open_.size() - 2];
    around.properties[card.agent].value =
        is_valid_utf8(text) ? text : around.keep(to_utf8(text, Encoding::windows_1252));
    open_.pop_back();
    return false;
}

bool VcardReader::hand_out(std::size_t which) {
    card_ = std::move(open_[which]);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(which));
    return true;
}

std::string_view VcardReader::parameter_in(
    const OpenCard& card, const VcardProperty& property, std::string_view name) {
    for (const VcardParameter& parameter : parameters_in(card, property)) {
        if (equal_ignoring_ascii_case(parameter.name, name)) return parameter.value;
    }
    return {};
}

bool VcardReader::has_type(const VcardProperty& property, std::string_view type) const {
    return std::ranges::any_of(parameters(property), [&](const VcardParameter& parameter) {
        return equal_ignoring_ascii_case(parameter.name, "TYPE") &&
            equal_ignoring_ascii_case(parameter.value, type);
    });
}

}  // namespace kith
