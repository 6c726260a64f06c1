// The agenda kept up to date against the one read afresh.
#include "../random_life.h"

using namespace kith;
using namespace kith::testing;

TEST_CASE("an agenda kept up to date is the one read afresh, whatever was edited, undone or redone") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        World world;
        Random random(seed);
        Agenda kept;
        for (int i = 0; i < 300; ++i) {
            const auto what = random.below(12);
            if (what == 0)
                (void)world.workspace.undo(world.now());
            else if (what == 1)
                (void)world.workspace.redo(world.now());
            else if (what == 2 && random.below(4) == 0)
                world.today += days{1};
            else
                (void)world.workspace.commit(random_life(world, random), world.now());
            kept.update(world.insight, world.today);
            Agenda afresh;
            Insight anew(world.workspace);
            afresh.update(anew, world.today);
            REQUIRE(by_key(kept.items()) == by_key(afresh.items()));
            REQUIRE(std::ranges::equal(kept.items(), afresh.items()));
        }
        CHECK_FALSE(kept.items().empty());
    }
}
