// Opportunities as a board: a column for each stage, a card for each opportunity with what comes next. Cards
// are moved by the mouse, or by Shift with the arrow keys; arrows alone go from card to card. On a phone the
// columns stand below each other.
#pragma once

#include <string>
#include <vector>

#include "ui/record_list.h"

namespace kith::ui {

struct BoardColumn {
    std::string stage;
    std::vector<RecordId> cards;  // by deadline, those without one last
};
/// Everything on the board in its order: the stages there are, and a column for each other that is in use.
std::vector<BoardColumn> board_columns(const Session& session);

struct OpportunitiesState {
    bool list = false;  // shown as a table instead
    RecordListState table;
    RecordId focused;  // the card with the keyboard, kept while it moves
    RecordId dragged;
    bool asking_stages = false;
    std::string stages;  // as edited: one a line
};
void draw_opportunities(Session& session, OpportunitiesState& state, ImRect area, RecordForm& add);

}  // namespace kith::ui
