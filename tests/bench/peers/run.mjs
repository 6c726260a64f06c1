// Kith beside other programs on the same networks, the JavaScript ones in the same V8: node run.mjs [--quick] [WORK]…
//
// Kith runs as WebAssembly in Node, each program in a process of its own, one after the other; times are those of
// the processor. WORK is iteration, picture, communities, betweenness, constraint or routes; all, if none is named.
// --quick leaves out what takes a minute or more. The networks have about five edges a node and planted
// communities (tests/bench/planted_graph.h).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const here = (name) => join(top, 'tests/bench/peers', name);
const folder = mkdtempSync(join(tmpdir(), 'kith-peers-'));
const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));

function run(command, ...words) {
    const text = execFileSync(command, words.map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });
    return text ? JSON.parse(text) : {};
}
const native = (...words) => run(join(top, 'build/release/bin/kith_bench'), ...words);
const node = (script, ...words) => run(process.execPath, script, ...words);
const kith = (...words) => node(join(top, 'build/web/bin/kith_bench.js'), ...words);
const peer = (name, ...words) => node(here(`${name}.mjs`), ...words);
const compiled = (...words) => run('python3', here('native.py'), ...words);

const graphs = new Map();
function graph(nodes) {
    if (!graphs.has(nodes)) {
        graphs.set(nodes, join(folder, `${nodes}.txt`));
        native('graph', nodes, graphs.get(nodes));
    }
    return graphs.get(nodes);
}

const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0)) + ' ms';
const line = (what, cells) => console.log(`  ${what.padEnd(24)}${cells}`);

// Each kind of work, and the aim of Kith's in words.
const works = {
    iteration() {
        const aims = { 1000: 6, 5000: 8, 20000: 12, 100000: 20 };
        for (const [nodes, times] of Object.entries(aims)) {
            if (quick && nodes === '100000') continue;
            console.log(`One layout iteration, ${nodes} nodes (aim: ${times} times as fast as the best peer)`);
            const own = kith('iteration', graph(nodes)).ms;
            line('Kith', ms(own));
            for (const name of ['d3', 'graphology', 'ngraph']) {
                const other = peer(name, 'iteration', graph(nodes)).ms;
                line(name, `${ms(other)}, ${(other / own).toFixed(1)} times`);
            }
        }
    },

    picture() {
        const sizes = quick ? [[5000, [2]]] : [[5000, [2, 8]], [20000, [1, 4]]];
        for (const [nodes, seconds] of sizes) {
            console.log(`Pictures of ${nodes} nodes: neighbours kept, of the nearest in the same community, stress (aim: ${
                nodes === 5000 ? '0.2, 0.6, at most 0.195 after 2 s' : '0.12, 0.5 within 1 s'})`);
            const places = join(folder, 'places');
            const judged = (name, told) => {
                const { neighbours, community, stress } = native('judge', graph(nodes), places);
                line(name, `${neighbours.toFixed(3)}  ${community.toFixed(3)}  ${stress.toFixed(3)}${told}`);
            };
            for (const limit of [0, ...seconds]) {
                const own = kith('layout', graph(nodes), limit, places);
                judged(`Kith, ${limit === 0 ? 'at once' : `${limit} s`}`, `   ${own.rounds} iterations, ${ms(own.ms)}${own.settled ? ', settled' : ''}`);
            }
            for (const name of ['d3', 'graphology', 'ngraph']) {
                const other = peer(name, 'layout', graph(nodes), quick ? 2 : 20, places);
                judged(`${name}, ${quick ? 2 : 20} s`, `   ${other.rounds} iterations`);
            }
            for (const name of quick ? ['sfdp'] : ['drl', 'sfdp']) {
                const other = compiled(name, graph(nodes), places);
                judged(name === 'drl' ? 'igraph DrL (native)' : 'sfdp (native)', `   ${ms(other.ms)}`);
            }
        }
    },

    communities() {
        console.log('Communities, 20000 nodes (aim: 50 ms, modularity 0.884)');
        for (const [name, found] of [['Kith', kith('communities', graph(20000))],
            ['graphology Louvain', peer('graphology', 'communities', graph(20000))],
            ['igraph Leiden (native)', compiled('communities', graph(20000))]])
            line(name, `${ms(found.ms)}, least modularity of nine ${found.modularity.toFixed(4)}`);
    },

    betweenness() {
        console.log('Betweenness, 5000 nodes (aim: exact 2 s; an estimate within 0.3 s)');
        const own = kith('betweenness', graph(5000));
        line('Kith', `${ms(own.ms)}; first answer after ${ms(own.first)}, off by at most ${(100 * own.off_by).toFixed(1)}% of all pairs`);
        line('graphology', ms(peer('graphology', 'betweenness', graph(5000)).ms));
        line('igraph (native)', ms(compiled('betweenness', graph(5000)).ms));
    },

    constraint() {
        console.log('Constraint of everyone, 20000 nodes (aim: 20 ms)');
        line('Kith', ms(kith('constraint', graph(20000)).ms));
        line('igraph (native)', ms(compiled('constraint', graph(20000)).ms));
    },

    routes() {
        console.log('The best route, 20000 nodes, median and 99th of 100 (aim: 0.5 and 3 ms)');
        for (const [name, found] of [['Kith', kith('routes', graph(20000))],
            ['ngraph.path', peer('ngraph', 'routes', graph(20000))],
            ['graphology', peer('graphology', 'routes', graph(20000))],
            ['igraph (native)', compiled('routes', graph(20000))]])
            line(name, `${ms(found.ms)}, ${ms(found.p99)}; all together cost ${found.cost.toFixed(2)}`);
    },
};

for (const work of wanted.length > 0 ? wanted : Object.keys(works)) works[work]();
rmSync(folder, { recursive: true });
