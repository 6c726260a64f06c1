#include "exchange/tables/csv.h"

#include <algorithm>

#include "base/assertion.h"

namespace kith {

namespace {

/// So much may be looked through in vain for closing quotes; after that a quoted field must end on its line.
constexpr std::size_t patience = std::size_t{8} << 20;

}  // namespace

bool CsvReader::next() {
    while (at_ < text_.size() && at_line_end())
        end_line();
    if (at_ >= text_.size()) return false;
    problem_ = CsvProblem::none;
    record_line_ = line_;
    const std::size_t start = at_;
    read_record(true);
    if (problem_ == CsvProblem::unclosed_quote) {
        at_ = start;
        line_ = record_line_;
        read_record(false);
    }
    return true;
}

/// Reads fields up to the end of the record. Where a quote has no end it stops and sets problem_; then the
/// same line is read once more with quotes that only count if they close on it.
void CsvReader::read_record(bool quotes_may_span_lines) {
    fields_.clear();
    unquoted_count_ = 0;
    for (;;) {
        std::string_view field;
        std::optional<Quoted> quoted;
        if (at_ < text_.size() && text_[at_] == '"') {
            quoted = find_end_of_quote(at_ + 1);
            if (!quoted && quotes_may_span_lines) {
                problem_ = CsvProblem::unclosed_quote;
                return;
            }
            if (quoted && quoted->lines > 0 && !quotes_may_span_lines) quoted.reset();
            if (!quoted) ++at_;  // the quote that has no end
        }
        if (quoted) {
            field = text_.substr(at_ + 1, quoted->end - at_ - 1);
            if (quoted->doubled) field = without_doubling(field);
            if (quoted->stray && problem_ == CsvProblem::none) problem_ = CsvProblem::stray_quote;
            at_ = quoted->end + 1;
            line_ += quoted->lines;
            while (at_ < text_.size() && text_[at_] == ' ')
                ++at_;
        } else {
            const std::size_t start = at_;
            while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end())
                ++at_;
            field = text_.substr(start, at_ - start);
        }
        KITH_ASSERT(at_ <= text_.size());
        fields_.push_back(field);
        if (at_ < text_.size() && text_[at_] == separator_) {
            ++at_;
            continue;
        }
        if (at_ < text_.size()) end_line();
        return;
    }
}

/// Where a quoted field that starts at `start` ends: at a quote before a separator, a line end or the end
/// of the text. A quote elsewhere is a stray one, unless it opens a field on a later line: then the quote
/// that was being closed is the one that is wrong.
std::optional<CsvReader::Quoted> CsvReader::find_end_of_quote(std::size_t start) {
    Quoted found;
    const bool one_line = wasted_ > patience;
    std::size_t i = start;
    for (; i < text_.size(); ++i) {
        const char c = text_[i];
        if (c == '\n' || c == '\r') {
            if (one_line) break;
            if (c == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n') ++i;
            ++found.lines;
            continue;
        }
        if (c != '"') continue;
        std::size_t after = i + 1;
        if (after < text_.size() && text_[after] == '"') {
            found.doubled = true;
            ++i;
            continue;
        }
        while (after < text_.size() && text_[after] == ' ' && separator_ != ' ')
            ++after;
        if (after == text_.size() || text_[after] == separator_ || text_[after] == '\n' ||
            text_[after] == '\r') {
            found.end = i;
            return found;
        }
        const char before = text_[i - 1];
        const bool opens_a_field = before == separator_ || before == '\n' || before == '\r';
        if (opens_a_field && found.lines > 0) break;
        found.stray = true;
    }
    wasted_ += i - start;
    return std::nullopt;
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
