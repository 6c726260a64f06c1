// Gives what is drawn within it ids of their own: the same row for another record is another control.
#pragma once

#include "base/ids.h"
#include "imgui.h"
#include "model/schema.h"

namespace kith::ui {

class RecordScope {
public:
    explicit RecordScope(RecordId record) { ImGui::PushID(static_cast<int>(mix(record.value))); }
    ~RecordScope() { ImGui::PopID(); }
    RecordScope(const RecordScope&) = delete;
    RecordScope& operator=(const RecordScope&) = delete;
};

}  // namespace kith::ui
