// Kith's half of the comparison with other programs (tests/bench/peers/run.mjs), a piece of work at a time:
//
//     kith_bench graph NODES FILE            makes a network and writes it
//     kith_bench workspace NODES FILE        the same as people, in a .kith file (for
//     tests/browser/bench.mjs) kith_bench judge FILE PLACES           how good a picture is: "x y" on each
//     line of PLACES kith_bench iteration FILE              one layout iteration kith_bench layout FILE
//     SECONDS PLACES  a picture after so much time, written to PLACES kith_bench
//     communities|betweenness|constraint|routes FILE
//
// Each prints one object of JSON; times are milliseconds of the processor.
#pragma once

#include <span>

namespace kith::testing {

bool is_side_by_side(const char* work);
/// The exit status.
int side_by_side(std::span<char*> arguments);

}  // namespace kith::testing
