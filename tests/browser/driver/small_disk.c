// small_disk FOLDER BYTES COMMAND…: runs a command for which FOLDER is a disk of its own, so large and no larger. It
// lies in memory, nobody else sees it, and it goes with the command. Needs no rights but a user namespace.

#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static void put(const char* path, const char* text) {
    const int file = open(path, O_WRONLY);
    if (file < 0 || write(file, text, strlen(text)) < 0) perror(path);
    if (file >= 0) close(file);
}

int main(int count, char** words) {
    if (count < 4) return 2;
    const unsigned user = geteuid(), group = getegid();
    char text[64];
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        perror("unshare");
        return 1;
    }
    put("/proc/self/setgroups", "deny");
    snprintf(text, sizeof text, "%u %u 1", user, user);
    put("/proc/self/uid_map", text);
    snprintf(text, sizeof text, "%u %u 1", group, group);
    put("/proc/self/gid_map", text);
    snprintf(text, sizeof text, "size=%s", words[2]);
    if (mount("tmpfs", words[1], "tmpfs", 0, text) != 0) {
        perror(words[1]);
        return 1;
    }
    execvp(words[3], words + 3);
    perror(words[3]);
    return 1;
}
