// Opportunities as a board: a column for each stage, a card for each opportunity with what comes next. Cards
// are moved by the mouse, or by Shift with the arrow keys; arrows alone go from card to card. On a phone the
// columns stand below each other.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/pursuits/board.h"
#include "planning/pursuits/pipeline.h"
#include "ui/give/led_to.h"
#include "ui/records/list.h"

namespace kith::ui {

/// What stands on a card.
struct CardWords {
    std::string title, organisation, from, deadline;
    std::string tag;  // what comes next
    TagKind tag_kind = TagKind::plain;
};

enum class OpportunitiesView : std::uint8_t { board, list, led_to };

struct OpportunitiesState {
    OpportunitiesView view = OpportunitiesView::board;
    LedToState led_to;
    RecordListState table;
    RecordId focused;  // the card with the keyboard, kept while it moves
    RecordId dragged;
    MadeFrom<Moment> board;  // what follows
    std::vector<StageColumn> columns;
    std::map<RecordId, CardWords> words;
    bool asking_stages = false;
    std::string stages;  // as edited: one a line
};
void draw_opportunities(Session& session, OpportunitiesState& state, ImRect area, RecordForm& add);

}  // namespace kith::ui
