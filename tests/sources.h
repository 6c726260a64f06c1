// The program's own sources, for tests of what may stand in them.
#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

namespace kith {

struct SourceFile {
    std::string path;  // from the top: "src/base/text.cpp"
    std::string text;
};

/// All C++ below some folders; the tests are run from the top of the repository.
inline std::vector<SourceFile> sources_in(std::initializer_list<const char*> folders) {
    std::vector<SourceFile> sources;
    for (const char* folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            std::ifstream file(entry.path());
            std::stringstream text;
            text << file.rdbuf();
            sources.push_back({entry.path().generic_string(), text.str()});
        }
    }
    return sources;
}

}  // namespace kith
