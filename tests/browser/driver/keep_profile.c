// WebKit's MiniBrowser forgets everything when it is automated. Loaded into it ahead of the library
// (LD_PRELOAD), this keeps what pages store in KITH_WEBKIT_PROFILE, so that tests can restart it.

#include <stdlib.h>

void* webkit_website_data_manager_new(const char* option, ...);

void* webkit_website_data_manager_new_ephemeral(void) {
    const char* folder = getenv("KITH_WEBKIT_PROFILE");
    return webkit_website_data_manager_new("base-data-directory", folder, "base-cache-directory", folder, (void*)0);
}
