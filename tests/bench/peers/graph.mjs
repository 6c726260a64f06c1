// What the peers share: the network of a file (tests/bench/graph_file.h), the processor's time, and telling.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A package of tests/browser/package.json, which names all that tests need from npm. */
export const need = createRequire(new URL('../../browser/run.mjs', import.meta.url));

export function readGraph(path) {
    const lines = readFileSync(path, 'utf8').split('\n');
    const [nodes, edges, pairs] = lines[0].split(' ').map(Number);
    const numbers = (from, count) => lines.slice(from, from + count).map((line) => line.split(' ').map(Number));
    return { nodes, edges: numbers(1 + nodes, edges), pairs: numbers(1 + nodes + edges, pairs) };
}

/** Milliseconds of the processor that this thread took: whoever else uses the machine doesn't count. Coarse: steps of 4. */
export function now() {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
}

export function time(work) {
    const begun = now();
    work();
    return now() - begun;
}

/** The best of five by the clock on the wall, for what is short: what disturbs it seldom does so five times. */
export function bestOfFive(work) {
    return Math.min(...Array.from({ length: 5 }, () => {
        const begun = performance.now();
        work();
        return performance.now() - begun;
    }));
}

/** The mean of many iterations, when V8 has compiled them. */
export function measureIteration(step) {
    for (const warm = now() + 1000; now() < warm;) step();
    const begun = now();
    let count = 0;
    for (; count < 5 || now() - begun < 4000; ++count) step();
    tell({ ms: (now() - begun) / count });
}

/** The ways of a network's pairs: `find` gives what `costOf` then sums. */
export function measureRoutes(pairs, find, costOf) {
    const times = pairs.map(([from, to]) => bestOfFive(() => find(from, to))).sort((a, b) => a - b);
    const cost = pairs.reduce((sum, [from, to]) => sum + costOf(find(from, to)), 0);
    tell({ ms: times[times.length / 2], p99: times.at(-2), cost });
}

/** A picture after so many seconds: `places` gives [x, y] of each node. */
export function measurePicture(step, seconds, places, path) {
    const end = now() + seconds * 1000;
    let rounds = 0;
    for (; now() < end; ++rounds) step();
    writeFileSync(path, places().map(([x, y]) => `${x} ${y}\n`).join(''));
    tell({ rounds });
}

/** Chance that is the same each time (mulberry32). */
export function chance(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

export function tell(figures) {
    console.log(JSON.stringify(figures));
}
