// vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), as found: one property after another, unfolded and decoded,
// whatever the line ends, the case of names and the honesty of the file.
//
// Reading never fails. What is odd (no END, a line that is no property) is said by problems().
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct VcardParameter {
    std::string_view name;   // "TYPE" also for the bare parameters of 2.1, in the case of the file otherwise
    std::string_view value;  // one of a list; without quotes
};

struct VcardProperty {
    std::string_view group;
    std::string_view name;   // as written: compare ignoring case
    std::string_view value;  // unfolded UTF-8; quoted-printable is decoded, escapes are not
    std::uint32_t first_parameter = 0;
    std::uint32_t parameter_count = 0;
    std::uint32_t line = 0;  // 1 based
};

enum class VcardVersion : std::uint8_t { v2_1, v3_0, v4_0 };

struct VcardProblem {
    enum class What : std::uint8_t { no_end, no_property, nested_too_deep, outside } what;
    std::uint32_t line = 0;
};

class VcardReader {
public:
    /// `bytes` are UTF-8, or single-byte text whose charset its parameters say; they outlive the reader.
    explicit VcardReader(std::string_view bytes) : bytes_(bytes) {}

    /// Moves to the next card. False at the end.
    bool next();

    /// The card at hand; all views are valid until the next call of next().
    std::span<const VcardProperty> properties() const { return properties_; }
    std::span<const VcardParameter> parameters(const VcardProperty& property) const {
        return std::span(parameters_).subspan(property.first_parameter, property.parameter_count);
    }
    VcardVersion version() const { return version_; }
    std::size_t line() const { return card_line_; }
    std::span<const VcardProblem> problems() const { return problems_; }

    std::size_t offset() const { return at_; }

    // Looking up parameters --------------------------------------------------------------------------
    std::string_view parameter(const VcardProperty& property, std::string_view name) const;
    bool has_type(const VcardProperty& property, std::string_view type) const;

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t card_line_ = 0;
    VcardVersion version_ = VcardVersion::v3_0;
    std::vector<VcardProperty> properties_;
    std::vector<VcardParameter> parameters_;
    std::vector<VcardProblem> problems_;
    std::deque<std::string> made_;  // text that is not in the file as such

    std::string_view take_line();
    std::string_view take_unfolded();
    void read_property(std::string_view line, std::uint32_t number);
    void read_parameters(std::string_view text, VcardProperty& property);
    void add_parameter(VcardProperty& property, std::string_view name, std::string_view value);
    std::string_view continue_quoted_printable(std::string_view value);
    std::string_view continue_base64(std::string_view value);
    std::string_view decoded(const VcardProperty& property, std::string_view value);
    std::string_view nested_card();
    void problem(VcardProblem::What what, std::uint32_t line);
    bool next_line_is(std::string_view word) const;
    std::string_view keep(std::string text) { return made_.emplace_back(std::move(text)); }
};

/// Splits at `separator` where it is not escaped; parts keep their escapes.
std::vector<std::string_view> split_unescaped(std::string_view value, char separator);
/// Resolves \n \, \; \\ (2.1: only \, and \;). `out` is overwritten if anything has to be; the result is
/// `value` or `out`.
std::string_view unescaped(std::string_view value, VcardVersion version, std::string& out);
std::string unescaped(std::string_view value, VcardVersion version);

// Writing --------------------------------------------------------------------------------------------

/// Escapes \ , ; and line breaks.
std::string escaped(std::string_view text);

/// Appends a content line, folded so that no line is longer than 75 octets and no UTF-8 sequence is cut.
void append_content_line(std::string& out, std::string_view line);

/// A parameter's value, quoted if it must be, with the escapes of RFC 6868.
std::string parameter_value(std::string_view text);

std::string to_base64(std::string_view bytes);
/// Passes over white space; empty if it is no base64.
std::string from_base64(std::string_view text);

}  // namespace kith
