#!/usr/bin/env python3
"""`kith layout` on edge lists (two ids a line), by t-FDP's two measures (Zhong et al., TVCG 2023):
NP1, Jaccard of a node's neighbours and its deg+1 nearest (higher is better), and SE, mean stress at the best scale.

    score.py 'KITH' [--json] FILE.tsv...     (nodes 0..n-1, one component; needs python3-igraph)

KITH is the command, as "build/native/bin/kith". Ends with 1 where the picture falls behind t-FDP.
"""
import argparse
import heapq
import json
import math
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

import igraph

PUBLISHED = {  # t-FDP's own figures
    'jazz': (.506, .151), 'netscience': (.752, .092), 'price_1000': (.677, .125), 'btree9': (.875, .151),
    'block_2000': (.156, .162), 'EVA': (.404, .047)}


def lay_out(kith, edges, n):
    with tempfile.NamedTemporaryFile('w', suffix='.graphml') as file:
        file.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">\n')
        file.writelines(f'<node id="n{i}"/>\n' for i in range(n))
        file.writelines(f'<edge source="n{a}" target="n{b}"/>\n' for a, b in edges)
        file.write('</graph></graphml>\n')
        file.flush()
        begun = time.time()
        out = subprocess.run([*kith, 'layout', file.name, '--json'], capture_output=True, text=True, check=True).stdout
        took = time.time() - begun
    places = [(0.0, 0.0)] * n
    for node in json.loads(out)['nodes']:
        places[int(node['id'][1:])] = (node['x'], node['y'])
    return places, took


def measure(kith, file):
    edges = [tuple(map(int, line.split()[:2])) for line in open(file)]
    n = max(max(edge) for edge in edges) + 1
    places, took = lay_out(kith, edges, n)
    graph = igraph.Graph(n=n, edges=edges)
    neighbours = [set(near) for near in graph.get_adjlist()]
    top = bottom = preserved = 0.0
    counted = 0
    for i, at in enumerate(places):
        apart = [math.dist(at, other) for other in places]
        # The best scale and the stress at it follow from two sums: S(a) = n'n - 2 a top + a a bottom.
        ratios = [d / steps for d, steps in zip(apart, graph.distances(i)[0]) if 0 < steps < math.inf]
        top += math.fsum(ratios)
        bottom += math.fsum(r * r for r in ratios)
        counted += len(ratios)
        k = len(neighbours[i])
        if k:
            nearest = {place for _, place in heapq.nsmallest(k + 1, zip(apart, range(n)))}
            shared = len(neighbours[i] & nearest)
            preserved += shared / (2 * k - shared)
    stress = counted - top * top / bottom
    return preserved / sum(1 for near in neighbours if near), stress / (n * n), took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kith')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('files', nargs='+')
    options = parser.parse_args()
    against, figures = [], {}
    for file in options.files:
        name = pathlib.Path(file).stem
        kept, stress, took = measure(shlex.split(options.kith), file)
        figures[name] = {'NP1': round(kept, 4), 'SE': round(stress, 4)}
        published = PUBLISHED.get(name)
        if published:
            against += [kept / published[0], published[1] / stress]
        if not options.json:
            print(f'{name:14} {took:5.2f} s   kith {kept:.3f} / {stress:.3f}' +
                  (f'   t-FDP {published[0]:.3f} / {published[1]:.3f}' if published else ''), flush=True)
    mean = math.exp(math.fsum(map(math.log, against)) / len(against))
    if options.json:
        print(json.dumps({'graphs': figures, 'mean': round(mean, 4), 'least': round(min(against), 4)}, indent=1))
    else:
        print(f'geometric mean against t-FDP {mean:.3f} (1: equal, more is better)')
        print(f'the least ratio {min(against):.3f}')
    return 0 if mean >= 1.02 and min(against) >= 0.95 else 1


if __name__ == '__main__':
    sys.exit(main())
