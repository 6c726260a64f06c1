// Where each kind of record lives in the app: the first part of its address ("events/2f00…"), the place in
// the rail it belongs to, and its sign. One table, so that links, finder, trash and tabs agree.
#pragma once

#include <span>
#include <string_view>

#include "model/schema.h"
#include "ui/session/session.h"
#include "widgets/icons.h"

namespace kith::ui {

struct KindPlace {
    Kind kind;
    std::string_view screen;  // "organisations": the address of its list, and of its pages with an id
    std::string_view rail;    // the place in the rail that is lit while one is there
    Icon icon;
    bool listed;  // has a list of its own, as a tab of its place
};

std::span<const KindPlace> kind_places();
const KindPlace* place_of(Kind kind);
const KindPlace* place_named(std::string_view screen);

/// Screens that are another view of a place in the rail: This week and Look back beside Today.
struct ViewPlace {
    std::string_view screen;
    std::string_view rail;
};
std::span<const ViewPlace> view_places();
bool is_view_place(std::string_view screen);

/// The place in the rail for a screen: "events" for "organisations", the screen itself if it is none of
/// these.
std::string_view rail_of(std::string_view screen);

/// Goes to the page of a record.
void open_record(Session& session, RecordId record);

/// Gives what is drawn within it ids of their own.
class RecordScope {
public:
    explicit RecordScope(RecordId record);
    ~RecordScope() { ImGui::PopID(); }
    RecordScope(const RecordScope&) = delete;
    RecordScope& operator=(const RecordScope&) = delete;
};

}  // namespace kith::ui
