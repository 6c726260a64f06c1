// Backups: a .kith file with everything, handed out by a button, or a file on the person's disk that the
// browser keeps up to date by itself where it can; and a reminder where the browser may clear what it keeps.
#pragma once

#include "widgets/layout.h"

namespace kith::ui {

class Session;

/// Hands the whole workspace out as a file.
void save_backup(Session& session);

/// When the last one was made, whether a file is kept up to date, and the buttons for both.
void draw_backup_card(Session& session, Flow& flow);

/// A strip at the top of the area when a backup is more than a week old and storage may be cleared. Returns
/// its height, 0 when there is nothing to say.
float draw_backup_reminder(Session& session, ImRect area);

}  // namespace kith::ui
