// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a function of a library that is loaded with its first use (late.cmake). A package that lists what it depends on
// always has the library; without it the program ends as it would have ended at its start.
#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>

extern "C" void* countercheck_late_find(const char* library, const char* function);

extern "C" __attribute__((visibility("hidden"))) void* countercheck_late_find(const char* library,
                                                                              const char* function) {
    void* const file = dlopen(library, RTLD_LAZY | RTLD_LOCAL); // counted: loaded once, and never let go
    void* const found = file ? dlsym(file, function) : nullptr;
    if (!found) {
        const char* const why = dlerror();
        std::fprintf(stderr, "%s\n", why ? why : library);
        std::abort();
    }
    return found;
}
