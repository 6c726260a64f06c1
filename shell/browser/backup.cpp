#include "backup.h"

#include <emscripten.h>

#include <utility>

extern "C" {
void kith_backup_start(kith::browser::Backup*);
void kith_backup_note(void);
void kith_backup_keep(const char* name, std::size_t length);
void kith_backup_allow(void);
void kith_backup_forget(void);
/// The bytes that kith_backup_give was asked for. Copied.
void kith_backup_take(const char* bytes, std::size_t size);

EMSCRIPTEN_KEEPALIVE void kith_backup_give(const kith::browser::Backup* backup) {
    backup->give();
}
EMSCRIPTEN_KEEPALIVE void kith_backup_show(
    kith::browser::Backup* backup, int file, const char* name, std::size_t length, double last) {
    backup->show(file, {name, length}, last);
}
}

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

void Backup::show(int file, std::string_view name, double last) {
    state_.file = static_cast<ui::BackupState::File>(file);
    state_.name = name;
    state_.last = std::chrono::sys_time<std::chrono::milliseconds>{
        std::chrono::milliseconds{static_cast<std::int64_t>(last)}};
    changed_();
}

}  // namespace kith::browser
