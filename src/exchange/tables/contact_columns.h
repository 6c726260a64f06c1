// What columns of contact tables are called, as a table: FORMATS.md has where they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/schema.h"

namespace kith {

enum class Column : std::uint8_t {
    field,  // of the person, by `field`
    full_name,
    email,
    email_label,
    phone,
    phone_label,
    message,
    message_label,
    message_service,
    link,
    link_label,
    date,
    date_label,
    related,
    related_label,
    custom,
    custom_label,
    job,      // part: a JobPart
    address,  // part: of person::addresses
    tags,
    connected_on,
    ignored,  // says nothing about the person
};

/// What a column says of a job.
enum class JobPart : std::uint8_t { organisation, role, department, place };

struct ColumnMeaning {
    Column column = Column::ignored;
    FieldId field;
    std::string_view label;  // for all of the column: "work" of "Business Phone"
    std::size_t part = 0;
    std::size_t number = 1;  // "E-mail 2 - Value"
};

/// Nothing for a heading that is not known.
std::optional<ColumnMeaning> meaning_of(std::string_view heading);

}  // namespace kith
