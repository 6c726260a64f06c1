#include "browser/files/files.h"

#include <cstdlib>
#include <utility>

#include "browser/border.h"

namespace {

constexpr double largest = 256.0 * 1024 * 1024;

}  // namespace

namespace kith::browser {

Files::Files(Receiver receiver) : receiver_(std::move(receiver)) {
    kith_files_start(this, largest);
}

void Files::choose(std::string_view accept, bool many) {
    kith_files_choose(accept.data(), accept.size(), many);
}

void Files::save(std::string_view name, std::string_view media_type, std::string_view bytes) {
    kith_files_save(
        name.data(), name.size(), media_type.data(), media_type.size(), bytes.data(), bytes.size());
}

void Files::save_backup(std::string_view name, std::string_view bytes) {
    kith_files_save_backup(name.data(), name.size(), bytes.data(), bytes.size());
}

void Files::open_sealed(std::string_view name, std::string_view bytes, std::string_view passphrase) {
    kith_files_open_sealed(
        name.data(), name.size(), bytes.data(), bytes.size(), passphrase.data(), passphrase.size());
}

char* Files::begin(std::string_view name, std::size_t size) {
    // Without exceptions a failed allocation ends the program: ask first. Reading makes copies, so the
    // file must fit twice.
    void* room = std::malloc(size * 2 + 1);  // NOLINT(cppcoreguidelines-no-malloc)
    if (room == nullptr) return nullptr;
    std::free(room);  // NOLINT(cppcoreguidelines-no-malloc)
    name_ = name;
    bytes_.resize_and_overwrite(size, [](char*, std::size_t wanted) { return wanted; });
    return bytes_.data();
}

void Files::finish() {
    receiver_.received(std::exchange(name_, {}), std::exchange(bytes_, {}));
}

void Files::refuse(std::string_view name, ui::FileProblem problem) {
    bytes_ = {};
    receiver_.refused(std::string(name), problem);
}

// Called from JavaScript.
extern "C" {
char* kith_file_begin(Files* files, const char* name, std::size_t length, double size) {
    return files->begin({name, length}, static_cast<std::size_t>(size));
}
void kith_file_finish(Files* files) {
    files->finish();
}
void kith_file_refuse(Files* files, const char* name, std::size_t length, ui::FileProblem problem) {
    files->refuse({name, length}, problem);
}
void kith_file_stays_sealed(Files* files, ui::SealProblem problem) {
    files->stay_sealed(problem);
}
void kith_files_hover(Files* files, bool over) {
    files->hover(over);
}
}

}  // namespace kith::browser
