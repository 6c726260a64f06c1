// A disk that hangs. Loaded ahead of the system's library (LD_PRELOAD): as long as the file KITH_HANGING is there,
// nothing that reads or writes a file whose path has KITH_HANGS in it comes to an end.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static void wait_for(int file) {
    const char* mark = getenv("KITH_HANGING");
    const char* part = getenv("KITH_HANGS");
    if (!mark || !part || access(mark, F_OK) != 0) return;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    if (!strstr(path, part)) return;
    while (access(mark, F_OK) == 0)
        usleep(20000);
}

#define HANGS(result, name, parameters, arguments, file)                       \
    result name parameters {                                                   \
        static result(*real) parameters;                                       \
        if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name);       \
        wait_for(file);                                                        \
        return real arguments;                                                 \
    }

HANGS(ssize_t, write, (int file, const void* bytes, size_t size), (file, bytes, size), file)
HANGS(ssize_t, pwrite, (int file, const void* bytes, size_t size, off_t at), (file, bytes, size, at), file)
HANGS(ssize_t, pwrite64, (int file, const void* bytes, size_t size, off64_t at), (file, bytes, size, at), file)
HANGS(ssize_t, pread, (int file, void* bytes, size_t size, off_t at), (file, bytes, size, at), file)
HANGS(ssize_t, pread64, (int file, void* bytes, size_t size, off64_t at), (file, bytes, size, at), file)
HANGS(int, fsync, (int file), (file), file)
HANGS(int, fdatasync, (int file), (file), file)
HANGS(int, ftruncate, (int file, off_t size), (file, size), file)
HANGS(int, ftruncate64, (int file, off64_t size), (file, size), file)
