// Records as JSON (RFC 8259), for programs:
//
//     {"kith": 1, "records": {
//     "person": [
//     {"id": "04c5…", "given_name": "Ana", "tags": ["nurse"], "birthday": "--05-12",
//      "contact_points": [{"kind": "email", "value": "ana@example.org"}], "met_through": "0411…"}, …],
//     "organisation": […], …}}
//
// A member for each field that has a value, by the schema's key. Text, choices, ids, dates (ISO 8601, parts
// that are not known left out) and moments are strings; photos are data: URLs; lists are arrays of objects
// by the schema's parts. Deleted records and the state field are left out.
#pragma once

#include "base/json.h"
#include "exchange/out/export.h"

namespace kith {

void write_json(JsonWriter& json, const Workspace& workspace, RecordId record, const ExportOptions& options);

}  // namespace kith
