// A record in lines of text, by the schema: a field that is added to the table is shown without a line here.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "workspace/workspace.h"

namespace kith::terminal {

/// Its name, then a line for each field that has a value, then what is known from other records: for a
/// person affiliations and interactions, for an organisation its people.
std::string describe(const Workspace& workspace, RecordId record, const Catalogue& catalogue);

}  // namespace kith::terminal
