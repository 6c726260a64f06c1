// The browser as the place the screens live in: ui::Host, answered by the parts beside this file.
#pragma once

#include <optional>
#include <string>

#include "browser/files/backup.h"
#include "browser/files/files.h"
#include "browser/files/pictures.h"
#include "browser/locale.h"
#include "browser/stage/frames.h"
#include "browser/stage/input.h"
#include "browser/stage/mirror.h"
#include "browser/stage/stage.h"
#include "browser/storage/storage.h"
#include "browser/text/shaping.h"
#include "browser/text/text_field.h"
#include "ui/app/app.h"
#include "ui/session/host.h"

namespace kith::browser {

class BrowserHost final : public ui::Host {
public:
    /// Everything must outlive the host. There may be an app later: what happens before is kept back.
    BrowserHost(Frames& frames, Stage& stage, Storage& storage);

    void attach(ui::App& app);

    /// One frame of the app. Returns whether it wants another at once.
    bool draw();

    std::chrono::sys_time<std::chrono::milliseconds> now() override;
    const ui::Locale& locale() override { return locale_.locale(); }
    ui::Fonts fonts() override { return fonts_; }
    ui::StorageState storage() override { return storage_.state(); }
    void take_over() override { storage_.take_over(); }
    bool whole() override;

    void pack_away(std::span<const std::uint32_t> transactions) override { storage_.pack_away(transactions); }
    ui::Protection protection() override { return storage_.protection(); }
    void change_passphrase(std::string_view current, std::string_view fresh) override {
        storage_.change_passphrase(current, fresh);
    }
    void lock() override { storage_.lock(); }
    void lock_after(std::chrono::minutes idle) override;
    void open_sealed(std::string_view name, std::string_view bytes, std::string_view passphrase) override {
        files_.open_sealed(name, bytes, passphrase);
    }
    void save_backup(std::string_view name, std::string_view bytes) override {
        files_.save_backup(name, bytes);
    }

    ui::BackupState backup() override { return backup_.state(); }
    void note_backup() override { backup_.note(); }
    void keep_backup_file(std::string_view suggested_name) override { backup_.keep(suggested_name); }
    void allow_backup_file() override { backup_.allow(); }
    void forget_backup_file() override { backup_.forget(); }

    void edit_text(const ui::TextEdit& edit) override { field_.edit(edit); }
    void end_text_edit() override { field_.end(); }
    int caret() override;
    void keep_typed(std::string_view typed) override { storage_.keep_typed(typed); }

    void copy(std::string_view text) override { input_.copy(text); }
    void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) override {
        files_.save(name, media_type, bytes);
    }
    void choose_files(std::string_view accept, bool many) override { files_.choose(accept, many); }
    void open_link(std::string_view url) override;
    void set_title(std::string_view title) override;
    void set_location(std::string_view path) override;
    void request_frame(std::chrono::milliseconds delay) override { frames_.wake_after(delay); }

    std::string format_date(std::chrono::sys_days day, DateStyle style) override {
        return locale_.format(day, style);
    }
    std::optional<ui::ShapedRun> shape(std::string_view text, float size, bool bold, ImU32 colour) override {
        return shaping_.shape(text, size, bold, colour, stage_.density());
    }
    std::optional<ui::Picture> picture(std::uint64_t key, std::string_view bytes) override {
        return pictures_.picture(key, bytes);
    }

    // Called from JavaScript.
    void moved(std::string_view path);

private:
    Frames& frames_;
    Stage& stage_;
    Storage& storage_;
    ui::App* app_ = nullptr;
    ui::Fonts fonts_;
    LocaleWatch locale_;
    Shaping shaping_;
    Pictures pictures_;
    Input input_;
    Mirror mirror_;
    TextField field_;
    Files files_;
    Backup backup_;
    std::string title_, path_;
    std::optional<std::chrono::minutes> idle_;
    bool whole_ = false;
};

}  // namespace kith::browser
