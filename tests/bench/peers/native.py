"""igraph and Graphviz, compiled for this machine: native.py communities|betweenness|constraint|routes FILE,
native.py drl|sfdp FILE PLACES."""
import json
import random
import resource
import subprocess
import sys
import time

import igraph

work, path, *rest = sys.argv[1:]
with open(path) as file:
    nodes, edges, pairs = map(int, file.readline().split())
    for _ in range(nodes):
        file.readline()
    rows = [file.readline().split() for _ in range(edges)]
    ends = [tuple(map(int, file.readline().split())) for _ in range(pairs)]
graph = igraph.Graph(nodes, [(int(a), int(b)) for a, b, _ in rows])
costs = [float(cost) for _, _, cost in rows]


def timed(do):
    begun = time.process_time()
    result = do()
    return (time.process_time() - begun) * 1000, result


def tell(**figures):
    print(json.dumps(figures))


def write(places):
    with open(rest[0], 'w') as file:
        file.writelines(f'{x} {y}\n' for x, y in places)


def communities():
    runs = []
    for seed in range(9):
        random.seed(seed)
        runs.append(timed(lambda: graph.community_leiden('modularity')))
    times = sorted(ms for ms, _ in runs)
    tell(ms=times[4], modularity=min(graph.modularity(found.membership) for _, found in runs))


def routes():
    def find(a, b):
        return graph.get_shortest_path(a, b, weights=costs, output='epath')

    times = sorted(min(timed(lambda: find(a, b))[0] for _ in range(5)) for a, b in ends)
    tell(ms=times[len(times) // 2], p99=times[-2], cost=sum(costs[edge] for a, b in ends for edge in find(a, b)))


def sfdp():
    text = 'graph {\n' + ''.join(f'{i};\n' for i in range(nodes)) + ''.join(f'{a} -- {b};\n' for a, b, _ in rows) + '}\n'
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    drawn = subprocess.run(['sfdp', '-Tplain'], input=text, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    places = {}
    for line in drawn.stdout.splitlines():
        words = line.split()
        if words[0] == 'node':
            places[int(words[1])] = (float(words[2]), float(words[3]))
    write(places[i] for i in range(nodes))
    tell(ms=(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)


def drl():
    random.seed(1)
    ms, places = timed(graph.layout_drl)
    write(places)
    tell(ms=ms)


if work == 'communities':
    communities()
elif work == 'betweenness':
    tell(ms=timed(graph.betweenness)[0])
elif work == 'constraint':
    tell(ms=timed(graph.constraint)[0])
elif work == 'routes':
    routes()
elif work == 'sfdp':
    sfdp()
else:
    drl()
