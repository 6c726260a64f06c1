#include "exchange/tables/csv.h"

#include <algorithm>

#include "base/assertion.h"

namespace kith {

namespace {

/// So much may be looked through in vain for closing quotes; after that a quoted field must end on its line.
constexpr std::size_t patience = std::size_t{8} << 20;

}  // namespace

bool CsvReader::next() {
    ReadStep step = ReadStep::unfinished;
    while (step == ReadStep::unfinished)
        step = this->step();
    return step == ReadStep::ready;
}

ReadStep CsvReader::step() {
    constexpr std::size_t piece = std::size_t{256} << 10;
    std::size_t left = piece;
    const auto use = [&](std::size_t bytes) { left -= std::min(left, bytes); };
    while (left > 0) {
        switch (phase_) {
            case Phase::between_records:
                if (at_ >= text_.size()) return ReadStep::end;
                use(1);
                if (is_line_end(at_)) {
                    end_line();
                    break;
                }
                quotes_span_lines_ = true;
                problem_ = CsvProblem::none;
                begin_record();
                break;
            case Phase::field: begin_field(); break;
            case Phase::unquoted: {
                const std::size_t from = scan_;
                const std::size_t limit = std::min(text_.size(), scan_ + left);
                while (scan_ < limit && text_[scan_] != separator_ && !is_line_end(scan_))
                    ++scan_;
                use(scan_ - from + 1);
                if (scan_ == limit && limit < text_.size()) break;  // goes on in the next step
                add_field(text_.substr(at_, scan_ - at_));
                at_ = scan_;
                if (end_field()) return ReadStep::ready;
                break;
            }
            case Phase::quoted: {
                const std::size_t from = scan_;
                const Search search = find_end_of_quote(std::min(text_.size(), scan_ + left));
                use(scan_ - from + 1);
                if (search == Search::unfinished) break;
                if (search == Search::nothing) {
                    give_up_quote();
                    break;
                }
                take_quoted();
                if (end_field()) return ReadStep::ready;
                break;
            }
        }
    }
    return ReadStep::unfinished;
}

void CsvReader::begin_record() {
    record_start_ = at_;
    record_line_ = line_;
    fields_.clear();
    more_fields_ = 0;
    unquoted_count_ = 0;
    phase_ = Phase::field;
}

void CsvReader::begin_field() {
    scan_ = at_;
    phase_ = Phase::unquoted;
    if (at_ >= text_.size() || text_[at_] != '"') return;
    scan_ = at_ + 1;
    quoted_ = {};
    phase_ = Phase::quoted;
}

/// Where the quoted field ends that is open: at a quote before a separator, a line end or the end of the text. A
/// quote elsewhere is a stray one, unless it opens a field on a later line: then the quote that was being closed is
/// the one that is wrong. Looks no further than `limit`; if it is found, it is at scan_.
CsvReader::Search CsvReader::find_end_of_quote(std::size_t limit) {
    constexpr std::size_t most_blanks = 1000;
    const bool one_line = !quotes_span_lines_ || wasted_ > patience;
    for (; scan_ < limit; ++scan_) {
        const char c = text_[scan_];
        if (c == '\n' || c == '\r') {
            if (one_line) return Search::nothing;
            if (c == '\r' && scan_ + 1 < text_.size() && text_[scan_ + 1] == '\n') ++scan_;
            ++quoted_.lines;
            continue;
        }
        if (c != '"') continue;
        std::size_t after = scan_ + 1;
        if (after < text_.size() && text_[after] == '"') {
            quoted_.doubled = true;
            ++scan_;
            continue;
        }
        while (
            after < text_.size() && text_[after] == ' ' && separator_ != ' ' && after - scan_ < most_blanks)
            ++after;
        if (after == text_.size() || text_[after] == separator_ || is_line_end(after)) return Search::found;
        const char before = text_[scan_ - 1];
        const bool opens_a_field = before == separator_ || before == '\n' || before == '\r';
        if (opens_a_field && quoted_.lines > 0) return Search::nothing;
        quoted_.stray = true;
    }
    return scan_ < text_.size() ? Search::unfinished : Search::nothing;
}

/// The quote has no end. Where quotes might span lines, the record is read once more with quotes that only count if
/// they close on their line; there, it is an ordinary character.
void CsvReader::give_up_quote() {
    if (quotes_span_lines_) {
        wasted_ += scan_ - at_;
        quotes_span_lines_ = false;
        problem_ = CsvProblem::unclosed_quote;
        at_ = record_start_;
        line_ = record_line_;
        begin_record();
        return;
    }
    ++at_;  // the quote
    scan_ = at_;
    phase_ = Phase::unquoted;
}

void CsvReader::take_quoted() {
    std::string_view field = text_.substr(at_ + 1, scan_ - at_ - 1);
    if (quoted_.doubled) field = without_doubling(field.substr(0, longest_field));
    if (quoted_.stray && problem_ == CsvProblem::none) problem_ = CsvProblem::stray_quote;
    add_field(field);
    at_ = scan_ + 1;
    line_ += quoted_.lines;
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
}

void CsvReader::add_field(std::string_view field) {
    if (fields_.size() < most_fields)
        fields_.push_back(field.substr(0, longest_field));
    else
        ++more_fields_;
}

/// Passes over what stands behind a field. True at the end of the record.
bool CsvReader::end_field() {
    KITH_ASSERT(at_ <= text_.size());
    phase_ = Phase::field;
    if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        return false;
    }
    if (at_ < text_.size()) end_line();
    phase_ = Phase::between_records;
    return true;
}

std::string_view CsvReader::without_doubling(std::string_view content) {
    if (unquoted_count_ == unquoted_.size()) unquoted_.emplace_back();
    std::string& out = unquoted_[unquoted_count_++];
    out.clear();
    for (std::size_t i = 0; i < content.size(); ++i) {
        out += content[i];
        if (content[i] == '"' && i + 1 < content.size() && content[i + 1] == '"') ++i;
    }
    return out;
}

void CsvReader::end_line() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

char guess_separator(std::string_view header) {
    const auto count = [&](char c) { return std::ranges::count(header, c); };
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        if (count(candidate) > count(best)) best = candidate;
    }
    return best;
}

void append_csv_field(std::string& out, std::string_view field) {
    const bool quoted = field.find_first_of("\",;\t\r\n") != std::string_view::npos ||
        field.starts_with(' ') || field.ends_with(' ');
    if (!quoted) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace kith
