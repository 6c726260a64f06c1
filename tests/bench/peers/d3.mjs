// d3-force, as its documentation sets it up: node d3.mjs iteration FILE | layout FILE SECONDS PLACES

import { measureIteration, measurePicture, need, readGraph } from './graph.mjs';

const { forceCenter, forceLink, forceManyBody, forceSimulation } = need('d3-force');
const [work, file, seconds, path] = process.argv.slice(2);
const graph = readGraph(file);
const nodes = Array.from({ length: graph.nodes }, () => ({}));
const links = graph.edges.map(([source, target]) => ({ source, target }));
const simulation = forceSimulation(nodes)
    .force('charge', forceManyBody())
    .force('link', forceLink(links))
    .force('center', forceCenter())
    .stop();
const step = () => simulation.tick();
if (work === 'iteration') measureIteration(step);
else measurePicture(step, Number(seconds), () => nodes.map(({ x, y }) => [x, y]), path);
