"""Every measure of `kith analyse` against NetworkX's and igraph's, on well-known and on made-up graphs."""
import random

import igraph
import networkx as nx

from checking import check as hold
from checking import near, same_groups

SLOW_FROM = 400  # nodes: beyond, NetworkX's constraint takes minutes, and igraph's stands alone


def weighted(graph, seed):
    chance = random.Random(seed)
    for _, _, data in graph.edges(data=True):
        data['weight'] = chance.choice([0.1, 0.25, 0.5, 1.0, 3.0])
    return graph


def graphs():
    """Names and graphs; nodes are strings, as files know them."""
    yield 'karate club', nx.karate_club_graph()
    yield 'Les Misérables', nx.les_miserables_graph()
    yield 'Florentine families', nx.florentine_families_graph()
    yield 'Southern women', nx.davis_southern_women_graph()
    yield 'nobody', nx.empty_graph(0)
    yield 'one alone', nx.empty_graph(1)
    yield 'nobody knows anybody', nx.empty_graph(5)
    yield 'a pair', nx.path_graph(2)
    yield 'a chain', nx.path_graph(30)
    yield 'a ring', nx.cycle_graph(17)
    yield 'a star', nx.star_graph(12)
    yield 'everybody knows everybody', nx.complete_graph(9)
    yield 'a wheel', nx.wheel_graph(11)
    yield 'a grid', nx.grid_2d_graph(6, 7)
    yield 'a tree', nx.balanced_tree(3, 4)
    yield 'two cliques by a bridge', nx.barbell_graph(7, 3)
    yield 'caves', nx.connected_caveman_graph(8, 6)
    yield 'in pieces', nx.disjoint_union_all([nx.cycle_graph(5), nx.star_graph(4), nx.empty_graph(3)])
    for seed in range(8):
        yield f'random {seed}', nx.gnm_random_graph(60, 40 + 25 * seed, seed=seed)
        yield f'random with weights {seed}', weighted(nx.gnm_random_graph(45, 30 + 20 * seed, seed=seed), seed)
    for seed in range(3):
        yield f'small world {seed}', nx.connected_watts_strogatz_graph(150, 6, 0.1, seed=seed)
        yield f'rich get richer {seed}', nx.barabasi_albert_graph(200, 3, seed=seed)
        yield f'clustered {seed}', weighted(nx.powerlaw_cluster_graph(300, 4, 0.4, seed=seed), seed)
        yield f'planted {seed}', nx.random_partition_graph([20, 30, 40, 50], 0.3, 0.01, seed=seed)
    yield 'planted, large', nx.random_partition_graph([40] * 40, 0.2, 0.0004, seed=5)
    yield 'planted, large, with weights', weighted(nx.random_partition_graph([60] * 25, 0.15, 0.0005, seed=6), 6)


def check_measures(name, graph, found):
    plain = igraph.Graph.from_networkx(graph)
    weights = plain.es['weight'] if 'weight' in plain.es.attributes() else None
    each = found['each']
    nodes = list(graph)

    def compare(what, measure, expected):
        wrong = [i for i in range(len(nodes)) if not near(each[i][measure], expected[i])]
        hold(f'{name}: {measure} is {what}', not wrong,
             wrong and f'node {wrong[0]} has {each[wrong[0]][measure]}, not {expected[wrong[0]]}')

    hold(f'{name}: as many nodes and ties', (found['nodes'], found['ties']) == (len(graph), graph.number_of_edges()))
    compare("NetworkX's", 'ties', [graph.degree(node) for node in nodes])
    compare("NetworkX's", 'betweenness', list(nx.betweenness_centrality(graph, normalized=False).values()))
    compare("igraph's", 'betweenness', plain.betweenness())
    compare("NetworkX's", 'closeness', list(nx.closeness_centrality(graph).values()))
    compare("NetworkX's", 'core', list(nx.core_number(graph).values()))
    compare("igraph's", 'core', plain.coreness())
    compare("igraph's", 'constraint', plain.constraint(weights=weights))
    if len(graph) <= SLOW_FROM:
        nan = float('nan')
        sizes = [size if graph.degree(node) else nan for node, size in nx.effective_size(graph).items()]
        constraint = nx.constraint(graph, weight='weight' if weights else None)
        compare("NetworkX's", 'constraint', list(constraint.values()))
        compare("NetworkX's", 'effective_size', sizes)
        compare("NetworkX's", 'efficiency',
                [size / graph.degree(node) if graph.degree(node) else nan for node, size in zip(nodes, sizes)])
    cuts = set(nx.articulation_points(graph))
    hold(f"{name}: those who hold parts together are NetworkX's",
         [one['holds_together'] for one in each] == [node in cuts for node in nodes])
    hold(f"{name}: and igraph's",
         [i for i, one in enumerate(each) if one['holds_together']] == sorted(plain.articulation_points()))
    parts = {node: i for i, part in enumerate(nx.connected_components(graph)) for node in part}
    hold(f"{name}: components are NetworkX's",
         same_groups([one['component'] for one in each], [parts[node] for node in nodes]))
    hold(f'{name}: as many of them', found['components'] == nx.number_connected_components(graph) if nodes
         else found['components'] == 0)
    check_communities(name, plain, weights, found)


def check_communities(name, graph, weights, found):
    if graph.ecount() == 0:
        hold(f'{name}: without ties modularity is 0', found['communities']['modularity'] == 0)
        return
    membership = [one['community'] for one in found['each']]
    stated = found['communities']['modularity']
    hold(f"{name}: modularity is igraph's of the same communities",
         near(stated, graph.modularity(membership, weights=weights)))
    hold(f'{name}: as many communities', found['communities']['count'] == len(set(membership)))
    clusters = igraph.VertexClustering(graph, membership)
    hold(f'{name}: every community is connected', all(part.is_connected() for part in clusters.subgraphs()))
    usual = sorted(leiden(graph, weights, seed) for seed in range(5))[2]  # chance decides in igraph too
    hold(f"{name}: modularity is at least igraph's", stated >= usual - 1e-12, f'{stated} against {usual}')


def leiden(graph, weights, seed):
    """The modularity that igraph's Leiden reaches, run until nothing changes."""
    random.seed(seed)
    found = graph.community_leiden('modularity', weights=weights, n_iterations=-1)
    return graph.modularity(found.membership, weights=weights)


def as_strings(graph):
    return nx.convert_node_labels_to_integers(graph, label_attribute='was')


def check(kith):
    for i, (name, graph) in enumerate(graphs()):
        graph = as_strings(graph)
        path = kith.folder / f'graph{i}.graphml'
        bare = nx.Graph()
        bare.add_nodes_from(graph)
        bare.add_edges_from((a, b, {key: value for key, value in data.items() if key == 'weight'})
                            for a, b, data in graph.edges(data=True))
        if i % 2:
            nx.write_graphml(bare, path)
        else:
            igraph.Graph.from_networkx(bare).write_graphml(str(path))
        check_measures(name, bare, kith.json('analyse', path))
    check_sample(kith)
    check_loose_ends(kith)


def check_sample(kith):
    """Beyond 5,000 nodes betweenness is an estimate that keeps within what it states."""
    graph = nx.barabasi_albert_graph(6000, 3, seed=1)
    path = kith.folder / 'large.graphml'
    nx.write_graphml(graph, path)
    found = kith.json('analyse', path)
    bound = found['betweenness']['off_by_at_most']
    hold('a sampled betweenness says that it is one', not found['betweenness']['exact'] and 0 < bound < 0.1)
    exact = igraph.Graph.from_networkx(graph).betweenness()
    pairs = 5999 * 5998 / 2
    off = max(abs(one['betweenness'] - true) / pairs for one, true in zip(found['each'], exact))
    hold('and is off by less than it says', off <= bound, f'{off} of at most {bound}')
    known = [one for one in found['each'] if one['closeness'] is not None]
    closeness = nx.closeness_centrality(graph, known[0]['id'] and int(known[0]['id']))
    hold('closeness is known of those it was drawn from, exactly',
         len(known) == 1000 and near(known[0]['closeness'], closeness))


def check_loose_ends(kith):
    """Directed, doubled and looped edges: as the same graph made simple."""
    graph = nx.MultiDiGraph()
    graph.add_weighted_edges_from([('a', 'b', 1), ('b', 'a', 2), ('b', 'c', 1), ('b', 'c', 4), ('c', 'c', 9), ('c', 'a', 1)])
    path = kith.folder / 'loose.graphml'
    nx.write_graphml(graph, path)
    simple = nx.Graph()
    simple.add_weighted_edges_from([('a', 'b', 3), ('b', 'c', 5), ('a', 'c', 1)])
    check_measures('directed, doubled and looped', simple, kith.json('analyse', path))
