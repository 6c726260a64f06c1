// What kinds, fields and options are called, from the catalogue: the same words on screens, in History, in
// files' previews and at the prompt.
#pragma once

#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "model/fields.h"
#include "model/schema.h"

namespace kith {

/// "Conversation"; "Conversations" for any other count than 1. Key: `kind.interaction`.
std::string kind_name(const Catalogue& words, Kind kind, std::size_t count = 1);
/// The same within a sentence: "conversation". Key: `kind_inside.interaction`.
std::string kind_inside(const Catalogue& words, Kind kind);

/// The label of a field: `field.person.notes` of the catalogue, else what the schema's table has.
std::string field_label(const Catalogue& words, const FieldSpec& field);

/// An option of a choice ("job_lead") in words ("Job lead"): `option.favour.kind.job_lead` of the catalogue
/// where kinds differ, else `option.kind.job_lead`, which they share, else the option's key.
std::string option_label(const Catalogue& words, const FieldSpec& field, std::string_view option);
template <typename Names>
std::string option_label(
    const Catalogue& words, const NamedOptions<Names>& field, std::type_identity_t<Names> option) {
    return option_label(words, *find_field(field), field.key(option));
}

/// "Closest 15"; who is in no circle belongs to everyone else, as those beyond all circles do.
std::string circle_name(const Catalogue& words, std::string_view circle);
std::string circle_name(const Catalogue& words, enum person::circle circle);

}  // namespace kith
