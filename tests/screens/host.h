// The place that native screen tests live in: a clock that only the test moves, a locale of its choice,
// and a note of everything the app asked for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "imgui.h"
#include "ui/session/host.h"

namespace kith::ui {

class ScriptedHost final : public Host {
public:
    /// Friday, 20 November 2026, 9:30 UTC.
    std::chrono::sys_time<std::chrono::milliseconds> clock{std::chrono::milliseconds{1795167000000}};
    Locale locale_;
    StorageState storage_;
    Fonts fonts_;

    struct Field {
        ImGuiID id = 0;
        std::string name, text;
        ImVec4 bounds;
        bool select_all = false;
        bool multiline = false;
        int caret = -1;
        std::uint32_t revision = 0;
        ImGuiID active_option = 0;
        InputKind kind = InputKind::text;
    };
    std::optional<Field> field;  // the real field that would be shown now
    struct SavedFile {
        std::string name, media_type, bytes;
    };
    std::vector<SavedFile> saved;
    std::vector<std::string> copied, opened_links;
    std::string title, location;
    int file_choosers = 0;
    int takeovers = 0;
    BackupState backup_;
    std::vector<std::string> kept_files;  // that were asked for
    int allowed = 0, forgotten = 0;
    Protection protection_;
    std::vector<std::pair<std::string, std::string>> passphrases;  // until now, and from then on
    int locks = 0;
    std::chrono::minutes locks_after{0};
    struct SealedFile {
        std::string name, bytes, passphrase;
    };
    std::vector<SealedFile> sealed;  // that were to be opened
    std::optional<std::chrono::milliseconds> wants_frame_in;

    std::function<std::chrono::milliseconds()> passes;  // since `clock`, where time passes within a frame

    std::chrono::sys_time<std::chrono::milliseconds> now() override {
        return passes ? clock + passes() : clock;
    }
    const Locale& locale() override { return locale_; }
    Fonts fonts() override { return fonts_; }
    StorageState storage() override { return storage_; }
    void take_over() override { ++takeovers; }
    Protection protection() override { return protection_; }
    void change_passphrase(std::string_view current, std::string_view fresh) override {
        passphrases.emplace_back(current, fresh);
        protection_.state = Protection::State::working;
    }
    void lock() override { ++locks; }
    std::vector<std::uint32_t> packed;
    void pack_away(std::span<const std::uint32_t> away) override { packed.assign(away.begin(), away.end()); }
    void lock_after(std::chrono::minutes idle) override { locks_after = idle; }
    void open_sealed(std::string_view name, std::string_view bytes, std::string_view passphrase) override {
        sealed.push_back({std::string(name), std::string(bytes), std::string(passphrase)});
    }
    BackupState backup() override { return backup_; }
    void note_backup() override { backup_.last = clock; }
    void keep_backup_file(std::string_view name) override { kept_files.emplace_back(name); }
    void allow_backup_file() override { ++allowed; }
    void forget_backup_file() override { ++forgotten; }
    std::string typed;  // that was to be kept last
    int times_typed = 0;
    void keep_typed(std::string_view draft) override { typed = draft, ++times_typed; }
    int caret_ = -1;
    int caret() override { return caret_; }
    void edit_text(const TextEdit& edit) override;
    void end_text_edit() override { field.reset(); }
    void copy(std::string_view text) override { copied.emplace_back(text); }
    void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) override {
        saved.push_back({std::string(name), std::string(media_type), std::string(bytes)});
    }
    void choose_files(std::string_view, bool) override { ++file_choosers; }
    void open_link(std::string_view url) override { opened_links.emplace_back(url); }
    void set_title(std::string_view text) override { title = text; }
    void set_location(std::string_view path) override { location = path; }
    void request_frame(std::chrono::milliseconds delay) override {
        if (!wants_frame_in || delay < *wants_frame_in) wants_frame_in = delay;
    }
    /// As EnglishFormats does.
    std::string format_date(std::chrono::sys_days day, DateStyle style) override;
    /// Pretends to have shaped: as wide as the fixed font, no picture.
    std::optional<ShapedRun> shape(std::string_view text, float size, bool bold, ImU32 colour) override;
};

}  // namespace kith::ui
