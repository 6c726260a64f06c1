// What things are called in vCards, for reading and writing alike.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "exchange/vcard/reader.h"
#include "model/schema.h"

namespace kith {

/// The person's field that a property stands for one to one: by the schema's vCard column, or as
/// X-KITH-FIELD-KEY. `name` in upper case. Nothing for properties that need a hand.
const FieldSpec* field_of_property(std::string_view name);
/// The property that a person's field is written as; empty if it needs a hand or is not written.
std::string property_of_field(const FieldSpec& field);

/// "work fax" for TYPE=WORK,FAX: what is left after "internet", "voice", "pref".
std::string label_of_types(std::span<const VcardParameter> parameters);
/// "WORK,FAX" for "work fax"; empty if a word of the label is no type.
std::string types_of_label(std::string_view label);

/// Parameters as they are written again after reading; those that said how the value was encoded are left
/// out.
std::string kept_parameters(std::span<const VcardParameter> parameters);

}  // namespace kith
