// The table of pages: what stands on the page of each kind of record.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

/// An empty one for kinds without a page. May follow the record: an event that is over begins with what came
/// of it.
PageSpec page_spec(const Session& session, RecordId record);

}  // namespace kith::ui
