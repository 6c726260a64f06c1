// Chance that can be had again: the same seed, the same choices (mulberry32).

/** What a monkey chooses with. `seed`: a whole number. */
export function chance(seed) {
    let state = seed >>> 0;
    /** From 0 up to 1. */
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const below = (count) => Math.floor(next() * count);
    const one = (list) => list[below(list.length)];
    /** One of { weight, … }, the more often the more it weighs. */
    const weighed = (list) => {
        let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
        return list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1);
    };
    return { next, below, one, weighed };
}
