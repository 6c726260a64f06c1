#include "files.h"

#include <emscripten.h>

#include <cstdlib>
#include <utility>

namespace {

constexpr double largest = 256.0 * 1024 * 1024;

}  // namespace

extern "C" {
void kith_files_start(kith::browser::Files*, double largest);
void kith_files_choose(const char* accept, std::size_t accept_length, bool many);
void kith_files_save(const char* name, std::size_t name_length, const char* type, std::size_t type_length,
    const char* bytes, std::size_t length);

void kith_files_save_backup(const char* name, std::size_t name_length, const char* bytes, std::size_t length);
void kith_files_open_sealed(const char* name, std::size_t name_length, const char* bytes, std::size_t length,
    const char* passphrase, std::size_t passphrase_length);

EMSCRIPTEN_KEEPALIVE char* kith_file_begin(
    kith::browser::Files* files, const char* name, std::size_t length, double size) {
    return files->begin({name, length}, static_cast<std::size_t>(size));
}
EMSCRIPTEN_KEEPALIVE void kith_file_finish(kith::browser::Files* files) {
    files->finish();
}
EMSCRIPTEN_KEEPALIVE void kith_file_refuse(
    kith::browser::Files* files, const char* name, std::size_t length, int problem) {
    files->refuse({name, length}, problem);
}
EMSCRIPTEN_KEEPALIVE void kith_file_stays_sealed(kith::browser::Files* files, int problem) {
    files->stay_sealed(problem);
}
EMSCRIPTEN_KEEPALIVE void kith_files_hover(kith::browser::Files* files, bool over) {
    files->hover(over);
}
}

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

void Files::refuse(std::string_view name, int problem) {
    bytes_ = {};
    receiver_.refused(std::string(name), static_cast<ui::FileProblem>(problem));
}

}  // namespace kith::browser
