// Files in and out: dropped anywhere on the page, pasted, chosen in the browser's picker; saved as a
// download. Large ones come in pieces, so that reading 200 MB stops nothing; larger ones are refused
// before anything is read.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "ui/app/app.h"

namespace kith::browser {

class Files {
public:
    /// What happens with files. All are called outside of frames and wake the page by themselves.
    struct Receiver {
        std::function<void(std::string name, std::string bytes)> received;
        std::function<void(std::string name, ui::FileProblem problem)> refused;
        std::function<void(ui::SealProblem problem)> stays_sealed;
        std::function<void(bool over)> hovering;
    };

    explicit Files(Receiver receiver);
    Files(const Files&) = delete;

    void choose(std::string_view accept, bool many);
    void save(std::string_view name, std::string_view media_type, std::string_view bytes);
    /// A .kith file, behind the passphrase of what is stored if there is one.
    void save_backup(std::string_view name, std::string_view bytes);
    /// Opens a sealed file: it is received once more, in the clear, or stays sealed.
    void open_sealed(std::string_view name, std::string_view bytes, std::string_view passphrase);

    // Called from JavaScript, in this order for each file.
    char* begin(std::string_view name, std::size_t size);  // where to put the bytes; null if there is no room
    void finish();
    void refuse(std::string_view name, ui::FileProblem problem);
    void stay_sealed(ui::SealProblem problem) { receiver_.stays_sealed(problem); }
    void hover(bool over) { receiver_.hovering(over); }

private:
    Receiver receiver_;
    std::string name_;
    std::string bytes_;
};

}  // namespace kith::browser
