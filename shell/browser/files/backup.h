// The file on the person's disk that is written after every change, where the browser has the File System
// Access API (Chromium); and when the last backup was made on this device. The browser replaces the file
// only when all of it is written. Its handle is in a database of its own, the date in localStorage.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ui/session/host.h"

namespace kith::browser {

class Backup {
public:
    /// `whole` gives all that is to be in the file; `changed` is called when state() says something new.
    Backup(std::function<std::string()> whole, std::function<void()> changed);
    Backup(const Backup&) = delete;

    const ui::BackupState& state() const { return state_; }
    /// A backup was made in another way.
    void note();
    void keep(std::string_view suggested_name);
    void allow();
    void forget();

    // Called from JavaScript.
    void give() const;
    void show(ui::BackupState::File file, std::string_view name, double last, std::string_view cause);

private:
    std::function<std::string()> whole_;
    std::function<void()> changed_;
    ui::BackupState state_;
};

}  // namespace kith::browser
