// Values of fields as Kith's JSON writes them, read again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/records/json_reader.h"
#include "model/schema.h"
#include "model/value.h"

namespace kith {

/// One value of a field, or of one element of it. Its text, row or bytes stand in `data`, which must outlive it. Nothing
/// where the field can't hold it: another type, an option that there is not, a day that there is not. O(bytes).
std::optional<Value> value_of(const FieldSpec& field, const JsonValue& written, std::string& data);

/// The values of a member of a record: one for a plain field, as many as there are for a set or list. `use` is given
/// each, or nothing with what was written.
template <typename Use>
void for_each_value(const FieldSpec& field, const JsonValue& written, Use use) {
    std::string data;
    const auto one = [&](const JsonValue& value) {
        data.clear();
        use(value_of(field, value, data), value);
    };
    if (!is_collection(field.type) || !written.is(JsonValue::Type::array)) return one(written);
    for (const JsonValue& element : written.items)
        one(element);
}

/// What cannot be read, as text to keep: a text as it is, an object as "part: text; part: text".
std::string shown(const JsonValue& written);

}  // namespace kith
