// ngraph: node ngraph.mjs iteration|routes FILE | layout FILE SECONDS PLACES

import { measureIteration, measurePicture, measureRoutes, need, readGraph } from './graph.mjs';

const createGraph = need('ngraph.graph');
const createLayout = need('ngraph.forcelayout');
const path = need('ngraph.path');
const [work, file, seconds, output] = process.argv.slice(2);
const read = readGraph(file);
const graph = createGraph();
for (let node = 0; node < read.nodes; ++node) graph.addNode(node);
for (const [source, target, cost] of read.edges) graph.addLink(source, target, { cost });

if (work === 'routes') {
    const finder = path.nba(graph, { distance: (from, to, edge) => edge.data.cost });
    const link = (a, b) => graph.getLink(a, b) ?? graph.getLink(b, a);
    measureRoutes(read.pairs, (from, to) => finder.find(from, to),
        (way) => way.reduce((sum, node, i) => (i === 0 ? 0 : sum + link(way[i - 1].id, node.id).data.cost), 0));
} else {
    const layout = createLayout(graph);
    const step = () => layout.step();
    const places = () => Array.from({ length: read.nodes }, (_, node) => {
        const { x, y } = layout.getNodePosition(node);
        return [x, y];
    });
    if (work === 'iteration') measureIteration(step);
    else measurePicture(step, Number(seconds), places, output);
}
