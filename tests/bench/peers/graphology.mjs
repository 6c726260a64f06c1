// graphology: node graphology.mjs iteration|communities|betweenness|routes FILE | layout FILE SECONDS PLACES

import { chance, measureIteration, measurePicture, measureRoutes, need, readGraph, tell, time } from './graph.mjs';

const Graph = need('graphology');
const louvain = need('graphology-communities-louvain');
const forceAtlas2 = need('graphology-layout-forceatlas2');
const defaults = need('graphology-layout-forceatlas2/defaults.js');
const helpers = need('graphology-layout-forceatlas2/helpers.js');
const iterate = need('graphology-layout-forceatlas2/iterate.js');
const betweenness = need('graphology-metrics/centrality/betweenness.js');
const dijkstra = need('graphology-shortest-path/dijkstra.js');

const [work, file, seconds, path] = process.argv.slice(2);
const read = readGraph(file);
const graph = new Graph({ type: 'undirected' });
const random = chance(1);
for (let node = 0; node < read.nodes; ++node) graph.addNode(node, { x: 1000 * random(), y: 1000 * random() });
for (const [source, target, cost] of read.edges) graph.addEdge(source, target, { cost });

function layout() {
    const settings = { ...defaults, ...forceAtlas2.inferSettings(graph) };
    const matrices = helpers.graphToByteArrays(graph, () => 1);
    const step = () => iterate(settings, matrices.nodes, matrices.edges);
    if (work === 'iteration') return measureIteration(step);
    const perNode = matrices.nodes.length / read.nodes;
    const places = () => Array.from({ length: read.nodes }, (_, i) => [0, 1].map((k) => matrices.nodes[i * perNode + k]));
    return measurePicture(step, Number(seconds), places, path);
}

function communities() {
    const runs = 9;
    let least = 1;
    const all = time(() => {
        for (let seed = 0; seed < runs; ++seed)
            least = Math.min(least, louvain.detailed(graph, { rng: chance(seed), getEdgeWeight: null }).modularity);
    });
    tell({ ms: all / runs, modularity: least });
}

function costOf(way) {
    let cost = 0;
    for (let i = 1; i < (way?.length ?? 0); ++i) cost += graph.getEdgeAttribute(way[i - 1], way[i], 'cost');
    return cost;
}

if (work === 'communities') communities();
else if (work === 'betweenness') tell({ ms: time(() => betweenness(graph, { normalized: false })) });
else if (work === 'routes') measureRoutes(read.pairs, (from, to) => dijkstra.bidirectional(graph, from, to, 'cost'), costOf);
else layout();
