#include "network/quadtree.h"

#include <algorithm>
#include <cmath>

#include "base/assertion.h"

namespace kith {

namespace {

constexpr int levels = 16;  // two bits of code each

/// 0000abcd → 0a0b0c0d
constexpr std::uint32_t spread(std::uint32_t bits) {
    bits = (bits | bits << 8) & 0x00ff00ffU;
    bits = (bits | bits << 4) & 0x0f0f0f0fU;
    bits = (bits | bits << 2) & 0x33333333U;
    return (bits | bits << 1) & 0x55555555U;
}

}  // namespace

std::size_t Quadtree::push_apart(std::size_t begin, std::size_t most, float strength, float accuracy,
    std::span<float> force_x, std::span<float> force_y) {
    KITH_ASSERT(force_x.size() >= x_.size() && force_y.size() >= x_.size());
    const std::size_t until = std::min(begin + most, x_.size());
    while (begin < until) {
        const auto first = static_cast<std::uint32_t>(begin);
        const auto end = static_cast<std::uint32_t>(std::min(begin + lanes, x_.size()));
        gather(first, end, accuracy);
        sum(first, end, strength, force_x, force_y);
        begin = end;
    }
    return begin;
}

void Quadtree::take(std::span<const float> x, std::span<const float> y, std::span<const float> mass) {
    KITH_ASSERT(x.size() == y.size() && x.size() == mass.size());
    x_.clear();
    if (x.size() < 2) return;
    const auto [left, right] = std::ranges::minmax(x);
    const auto [top, bottom] = std::ranges::minmax(y);
    const float side = std::max({right - left, bottom - top, 1e-3F}) * 1.0001F;
    const float scale = 65536.0F / side;
    const std::size_t count = x.size();
    codes_.resize(count);
    sorting_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<std::uint32_t>((x[i] - left) * scale);
        const auto row = static_cast<std::uint32_t>((y[i] - top) * scale);
        codes_[i] = {spread(column) | spread(row) << 1, static_cast<std::uint32_t>(i)};
    }
    for (int shift = 0; shift < 32; shift += 8) {  // radix sort, a byte at a time
        std::array<std::uint32_t, 257> starts{};
        for (const Code& code : codes_)
            ++starts[(code.code >> shift & 0xff) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        for (const Code& code : codes_)
            sorting_[starts[code.code >> shift & 0xff]++] = code;
        codes_.swap(sorting_);
    }
    x_.resize(count);
    y_.resize(count);
    mass_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        x_[i] = x[codes_[i].body];
        y_[i] = y[codes_[i].body];
        mass_[i] = mass[codes_[i].body];
    }
    cells_.clear();
    build(0, static_cast<std::uint32_t>(count), 0, side);
}

void Quadtree::build(std::uint32_t begin, std::uint32_t end, int level, float side) {
    const auto number = static_cast<std::uint32_t>(cells_.size());
    cells_.push_back({.side = side, .begin = begin, .end = end});
    const bool leaf = end - begin <= leaf_size || level == levels;
    float x = 0;
    float y = 0;
    float mass = 0;
    if (leaf) {
        for (std::uint32_t i = begin; i < end; ++i) {
            x += x_[i] * mass_[i];
            y += y_[i] * mass_[i];
            mass += mass_[i];
        }
    } else {
        const int shift = 30 - 2 * level;
        for (std::uint32_t i = begin; i < end;) {
            const std::uint32_t quarter = codes_[i].code >> shift;
            const auto next = static_cast<std::uint32_t>(
                std::partition_point(codes_.begin() + i, codes_.begin() + end,
                    [&](const Code& code) { return code.code >> shift == quarter; }) -
                codes_.begin());
            const auto child = static_cast<std::uint32_t>(cells_.size());
            build(i, next, level + 1, side / 2);
            x += cells_[child].x * cells_[child].mass;
            y += cells_[child].y * cells_[child].mass;
            mass += cells_[child].mass;
            i = next;
        }
    }
    Cell& cell = cells_[number];
    cell.mass = mass;
    cell.x = x / mass;
    cell.y = y / mass;
    cell.leaf = leaf;
    cell.skip = static_cast<std::uint32_t>(cells_.size());
}

void Quadtree::gather(std::uint32_t begin, std::uint32_t end, float accuracy) {
    const auto [left, right] = std::minmax_element(x_.begin() + begin, x_.begin() + end);
    const auto [top, bottom] = std::minmax_element(y_.begin() + begin, y_.begin() + end);
    const float centre_x = (*left + *right) / 2;
    const float centre_y = (*top + *bottom) / 2;
    const float half_x = (*right - *left) / 2;
    const float half_y = (*bottom - *top) / 2;
    from_x_.clear();
    from_y_.clear();
    from_mass_.clear();
    const auto add = [&](float x, float y, float mass) {
        from_x_.push_back(x);
        from_y_.push_back(y);
        from_mass_.push_back(mass);
    };
    for (std::uint32_t number = 0; number < cells_.size();) {
        const Cell& cell = cells_[number];
        const float dx = std::max(0.0F, std::abs(cell.x - centre_x) - half_x);
        const float dy = std::max(0.0F, std::abs(cell.y - centre_y) - half_y);
        if (cell.side * cell.side < accuracy * accuracy * (dx * dx + dy * dy)) {
            add(cell.x, cell.y, cell.mass);
            number = cell.skip;
        } else if (cell.leaf) {
            for (std::uint32_t i = cell.begin; i < cell.end; ++i)
                add(x_[i], y_[i], mass_[i]);
            number = cell.skip;
        } else {
            ++number;
        }
    }
}

void Quadtree::sum(std::uint32_t begin, std::uint32_t end, float strength, std::span<float> force_x,
    std::span<float> force_y) const {
    constexpr float least = 1e-4F;  // bodies in one place don't push each other, nor a body itself
    std::array<float, lanes> x;
    std::array<float, lanes> y;
    std::array<float, lanes> sum_x{};
    std::array<float, lanes> sum_y{};
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::size_t body = std::min<std::size_t>(begin + k, end - 1);
        x[k] = x_[body];
        y[k] = y_[body];
    }
    for (std::size_t i = 0; i < from_x_.size(); ++i) {
        const float other_x = from_x_[i];
        const float other_y = from_y_[i];
        const float other_mass = from_mass_[i];
        for (std::size_t k = 0; k < lanes; ++k) {
            const float dx = x[k] - other_x;
            const float dy = y[k] - other_y;
            const float push = other_mass / (dx * dx + dy * dy + least);
            sum_x[k] += dx * push;
            sum_y[k] += dy * push;
        }
    }
    for (std::uint32_t i = begin; i < end; ++i) {
        const std::uint32_t body = codes_[i].body;
        force_x[body] += sum_x[i - begin] * mass_[i] * strength;
        force_y[body] += sum_y[i - begin] * mass_[i] * strength;
    }
}

}  // namespace kith
