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

}  // namespace kith
