// The passphrase, as a person meets it inside: setting, changing and removing it, locking, and files that are
// behind another one. The page that asks for it is the host's, as nothing of the program is there then.
#pragma once

#include <string>

#include "ui/session/host.h"
#include "widgets/layout.h"
#include "widgets/overlays.h"

namespace kith::ui {

class Session;

/// What is typed is wiped when it is no longer needed.
void wipe(std::string& text);

struct ProtectionDialog {
    enum class Task : std::uint8_t { set, change, remove };
    bool open = false;
    Task task = Task::set;
    std::string current, fresh, again;
    bool shown = false;     // in letters
    std::string error;      // about what was typed, or why it was not done …
    std::string cause;      // … and what the browser said of that
    bool is_sent = false;   // to the host
    bool was_busy = false;  // … which said so
};

/// A card of the settings.
void draw_protection_card(Session& session, ProtectionDialog& dialog, Flow& flow);
void draw_protection_dialog(Session& session, ProtectionDialog& dialog);

/// A file that came in and is behind a passphrase that is not known here.
struct SealedFile {
    std::string name, bytes;
    std::string passphrase;
    bool open = false;  // the question
    bool is_busy = false;
    std::string error;
};

/// Asks the host to open it with what it knows; goes on in draw_sealed_file.
void receive_sealed(Session& session, SealedFile& file, std::string name, std::string bytes);
/// The host's answer.
void stays_sealed(Session& session, SealedFile& file, SealProblem problem);
void draw_sealed_file(Session& session, SealedFile& file);

}  // namespace kith::ui
