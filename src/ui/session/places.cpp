#include "ui/session/places.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/session/session.h"

namespace kith::ui {

namespace {

constexpr std::array rows{
#define KITH_PLACE(id, name, brief, rail, reach, icon, kind)                                                 \
    PlaceRow{PlaceId::id, #id, name, brief, PlaceId::rail, Reach::reach, Icon::icon, Kind::kind},
    KITH_PLACES(KITH_PLACE)
#undef KITH_PLACE
};

}  // namespace

std::span<const PlaceRow> places() {
    return rows;
}

const PlaceRow& row_of(PlaceId place) {
    return rows[std::to_underlying(place)];
}

const PlaceRow* place_of(Kind kind) {
    if (kind == Kind::none) return nullptr;
    const auto found = std::ranges::find(rows, kind, &PlaceRow::kind);
    return found != rows.end() ? &*found : nullptr;
}

Icon icon_of(Kind kind) {
    if (kind == Kind::person) return Icon::user;  // one, where the place has many
    const PlaceRow* place = place_of(kind);
    return place != nullptr ? place->icon : Icon::none;
}

PlaceId list_place(const PlaceRow& place) {
    return place.listed() ? place.id : place.rail;
}

std::optional<Place> parse_place(std::string_view path) {
    while (path.starts_with('#') || path.starts_with('/'))
        path.remove_prefix(1);
    const std::size_t slash = path.find('/');
    const auto row = std::ranges::find(rows, path.substr(0, slash), &PlaceRow::address);
    if (row == rows.end()) return std::nullopt;
    Place place{row->id};
    if (slash != std::string_view::npos)
        place.record = RecordId{from_hex(path.substr(slash + 1)).value_or(0)};
    return place;
}

std::string path_of(const Place& place) {
    const std::string address(row_of(place.id).address);
    return place.record ? address + "/" + to_string(place.record) : address;
}

void open_record(Session& session, RecordId record) {
    if (const PlaceRow* place = place_of(kind_of(record))) session.go(place->id, record);
}

}  // namespace kith::ui
