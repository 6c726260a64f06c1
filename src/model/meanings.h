// What options come to where several mean the same: asked in many rooms, answered here.
#pragma once

#include "model/fields.h"

namespace kith {

/// The favour was done, whatever followed.
constexpr bool is_done(enum favour::stage stage) {
    return stage == favour::stage::done || stage == favour::stage::thanked || stage == favour::stage::told;
}
/// The favour was spoken of and is still to be done.
constexpr bool is_open(enum favour::stage stage) {
    return stage == favour::stage::asked || stage == favour::stage::offered || stage == favour::stage::agreed;
}

/// The goal is pursued now; one without a stage is.
constexpr bool is_pursued(enum goal::stage stage) {
    return stage == goal::stage::none || stage == goal::stage::active;
}

/// The contact was in writing, so that an answer is not a matter of course.
constexpr bool is_written(enum interaction::kind kind) {
    return kind == interaction::kind::message || kind == interaction::kind::email ||
        kind == interaction::kind::letter;
}

/// One belongs to the organisation beside one's work.
constexpr bool is_membership(enum organisation::kind kind) {
    return kind == organisation::kind::association || kind == organisation::kind::community ||
        kind == organisation::kind::committee;
}

constexpr bool is_contact_points(FieldId field) {
    return field == person::contact_points || field == organisation::contact_points;
}

/// The part says what the row is for (work, primary), not what it is.
constexpr bool is_row_label(FieldId rows, std::size_t part) {
    if (is_contact_points(rows)) return part != place_in_row(person::contact_points::value);
    if (rows == person::addresses) return part == place_in_row(person::addresses::label);
    if (rows == person::links || rows == organisation::links)
        return part == place_in_row(person::links::label);
    if (rows == person::dates) return part == place_in_row(person::dates::label);
    return rows == person::related && part == place_in_row(person::related::label);
}

}  // namespace kith
