#include "browser/files/backup.h"

#include <utility>

#include "browser/border.h"

namespace kith::browser {

Backup::Backup(std::function<std::string()> whole, std::function<void()> changed)
    : whole_(std::move(whole)), changed_(std::move(changed)) {
    kith_backup_start(this);
}

void Backup::note() {
    kith_backup_note();
}
void Backup::keep(std::string_view suggested_name) {
    kith_backup_keep(suggested_name.data(), suggested_name.size());
}
void Backup::allow() {
    kith_backup_allow();
}
void Backup::forget() {
    kith_backup_forget();
}

void Backup::give() const {
    const std::string bytes = whole_();
    kith_backup_take(bytes.data(), bytes.size());
}

void Backup::show(ui::BackupState::File file, std::string_view name, double last, std::string_view cause) {
    state_.file = file;
    state_.name = name;
    state_.cause = cause;
    state_.last = std::chrono::sys_time<std::chrono::milliseconds>{
        std::chrono::milliseconds{static_cast<std::int64_t>(last)}};
    changed_();
}

// Called from JavaScript.
extern "C" {
void kith_backup_give(Backup* backup) {
    backup->give();
}
void kith_backup_show(Backup* backup, ui::BackupState::File file, const char* name, std::size_t length,
    double last, const char* cause, std::size_t cause_length) {
    backup->show(file, {name, length}, last, {cause, cause_length});
}
}

}  // namespace kith::browser
