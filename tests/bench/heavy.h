// Files made to be heavy, one of each kind, brought in as a page does it: `kith_bench heavy [TEXT]` prints for each
// whose name has the text in it how long the answer in words takes, the longest slice on the way there and in which
// stage it was, and the most memory, in sizes of the file, above what the people of it take once they are loaded.
#pragma once

#include <string_view>

namespace kith::testing {

void measure_heavy_files(std::string_view only);

}  // namespace kith::testing
