// The host of a view of the past: it is the real one, but for the clock, which runs on from that moment, and
// the address bar, which stays where it was.
#pragma once

#include "base/dates.h"
#include "ui/session/host.h"

namespace kith::ui {

class PastHost : public Host {
public:
    PastHost(Host& host, Instant then)
        : host_(host), behind_(host.now() - std::chrono::floor<std::chrono::milliseconds>(then)) {}

    std::chrono::sys_time<std::chrono::milliseconds> now() override { return host_.now() - behind_; }
    const Locale& locale() override { return host_.locale(); }
    Fonts fonts() override { return host_.fonts(); }
    StorageState storage() override { return host_.storage(); }
    void take_over() override { host_.take_over(); }
    Protection protection() override { return host_.protection(); }
    void lock() override { host_.lock(); }
    BackupState backup() override { return host_.backup(); }
    void edit_text(const TextEdit& edit) override { host_.edit_text(edit); }
    void end_text_edit() override { host_.end_text_edit(); }
    void copy(std::string_view text) override { host_.copy(text); }
    void save_file(std::string_view name, std::string_view type, std::string_view bytes) override {
        host_.save_file(name, type, bytes);
    }
    void choose_files(std::string_view accept, bool many) override { host_.choose_files(accept, many); }
    void open_link(std::string_view url) override { host_.open_link(url); }
    void set_title(std::string_view title) override { host_.set_title(title); }
    void set_location(std::string_view) override {}
    void request_frame(std::chrono::milliseconds delay) override { host_.request_frame(delay); }
    std::string format_date(std::chrono::sys_days day, DateStyle style) override {
        return host_.format_date(day, style);
    }
    std::optional<ShapedRun> shape(std::string_view text, float size, bool bold, ImU32 colour) override {
        return host_.shape(text, size, bold, colour);
    }
    std::optional<Picture> picture(std::uint64_t key, std::string_view bytes) override {
        return host_.picture(key, bytes);
    }

private:
    Host& host_;
    std::chrono::milliseconds behind_;
};

}  // namespace kith::ui
