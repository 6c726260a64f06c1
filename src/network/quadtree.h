// Sums forces of many bodies upon each other in O(n log n): a quadtree over bodies sorted along a Z-shaped
// curve (Morton 1966), so that a cell is a run of bodies and building it is one sort.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace kith {

class Quadtree {
public:
    // Bodies that walk the tree together, neighbours on the curve. More share a walk and meet longer lists;
    // 32 is where it turns.
    static constexpr std::size_t lanes = 32;

    /// Takes the bodies in. Spans have one place a body. O(n).
    void take(std::span<const float> x, std::span<const float> y, std::span<const float> mass);
    /// For the next `most` bodies or so on the curve, from the `begin`-th, adds to `force_x`, `force_y` the
    /// sum over all others of strength · mass · their mass / distance, away from them. Cells that look
    /// smaller than `accuracy` (their side over their distance) count as one body. Gives where to go on: the
    /// number of bodies when there are no more. O(most log n).
    std::size_t push_apart(std::size_t begin, std::size_t most, float strength, float accuracy,
        std::span<float> force_x, std::span<float> force_y);

private:
    static constexpr std::size_t leaf_size = 32;

    struct Cell {
        float x = 0, y = 0, mass = 0;  // of its bodies together
        float side = 0;
        std::uint32_t begin = 0, end = 0;  // its bodies
        std::uint32_t skip = 0;            // the next cell that is not inside this one
        bool leaf = false;
    };
    struct Code {
        std::uint32_t code;
        std::uint32_t body;
    };

    std::vector<Code> codes_, sorting_;
    std::vector<float> x_, y_, mass_;  // in the order of the curve
    std::vector<Cell> cells_;
    // What pushes the group at hand.
    std::vector<float> from_x_, from_y_, from_mass_;

    void build(std::uint32_t begin, std::uint32_t end, int level, float side);
    void gather(std::uint32_t begin, std::uint32_t end, float accuracy);
    void sum(std::uint32_t begin, std::uint32_t end, float strength, std::span<float> force_x,
        std::span<float> force_y) const;
};

}  // namespace kith
