"""The graph files that kith writes, read by other people's readers: nothing is lost on the way."""
import csv
import io
import math
import subprocess
import xml.etree.ElementTree as xml

import igraph
import networkx as nx
import pydot

from checking import check as hold
from checking import near

GEXF = {'g': 'http://gexf.net/1.3', 'viz': 'http://gexf.net/1.3/viz'}


def graphs():
    """Names and graphs; every node has a label, every edge a weight, and both have an attribute."""
    odd = ['Ana "A" <Núñez> & Co', 'back\\slash', '林 美', 'شيماء', '👩‍⚕️ nurse', "O'Connor; x=1", 'a, b', '-1', 'graph', ' ']
    graph = nx.Graph()
    for i, label in enumerate(odd):
        graph.add_node(f'n{i}', label=label, role=odd[-1 - i], rank=float(i))
    for i in range(1, len(odd)):
        graph.add_edge(f'n{i - 1}', f'n{i}', weight=i / 8, kinds=odd[i])
    yield 'odd words', graph
    club = nx.relabel_nodes(nx.karate_club_graph(), str)
    for node, data in club.nodes(data=True):
        data.update(label=f'Member {node}', role=data.pop('club'), rank=0.0)
    nx.set_edge_attributes(club, 'friend', 'kinds')
    yield 'karate club', club


def places(kith, path):
    return {node['id']: (node['x'], node['y']) for node in kith.json('layout', path)['nodes']}


def check_graph(what, graph, read):
    """`read`: a graph with the same attributes, and x and y where the format has them."""
    hold(f'{what}: the same nodes', list(read) == list(graph), list(read))
    hold(f'{what}: the same ties', {frozenset(edge) for edge in read.edges} == {frozenset(edge) for edge in graph.edges})
    for key in ('label', 'role', 'rank'):
        wrong = [node for node in graph if str(read.nodes[node].get(key)) != str(graph.nodes[node][key])]
        hold(f'{what}: each with its {key}', not wrong, wrong and repr(read.nodes[wrong[0]].get(key)))
    wrong = [edge for edge in graph.edges if not near(float(read.edges[edge]['weight']), graph.edges[edge]['weight'])]
    hold(f'{what}: each tie with its weight', not wrong, wrong)
    wrong = [edge for edge in graph.edges if read.edges[edge].get('kinds') != graph.edges[edge]['kinds']]
    hold(f'{what}: and its kind', not wrong, wrong)


def check_places(what, at, read):
    def off(node):
        x, y = read(node)
        return math.hypot(float(x) - at[node][0], float(y) - at[node][1])

    hold(f'{what}: each in its place', max(map(off, at)) < 1e-3)


def check_graphml(kith, name, path, graph, at):
    written = kith.folder / 'out.graphml'
    kith.run('layout', path, '-o', written)
    read = nx.read_graphml(written)
    check_graph(f'{name}, GraphML in NetworkX', graph, read)
    check_places(f'{name}, GraphML in NetworkX', at, lambda node: (read.nodes[node]['x'], read.nodes[node]['y']))
    other = igraph.Graph.Read_GraphML(str(written))
    hold(f'{name}, GraphML in igraph: the same labels', other.vs['label'] == [graph.nodes[node]['label'] for node in graph])
    ends = {frozenset((other.vs[edge.source]['id'], other.vs[edge.target]['id'])): edge['weight'] for edge in other.es}
    hold(f'{name}, GraphML in igraph: the same ties', ends == {frozenset(e): graph.edges[e]['weight'] for e in graph.edges})
    again = kith.folder / 'again.graphml'
    kith.run('layout', written, '--keep', '-o', again)
    hold(f'{name}: read and kept, it is written to the byte', again.read_bytes() == written.read_bytes())


def check_gexf(kith, name, path, graph, at):
    written = kith.folder / 'out.gexf'
    kith.run('layout', path, '-f', 'gexf', '-o', written)
    # NetworkX may know no later version than 1.2; what Kith writes is the same in both but for the names.
    older = written.read_bytes().replace(b'http://gexf.net/1.3', b'http://www.gexf.net/1.2draft')
    read = nx.read_gexf(io.BytesIO(older))
    check_graph(f'{name}, GEXF in NetworkX', graph, read)
    # NetworkX leaves places aside; they stand where Gephi looks for them.
    positions = {node.get('id'): node.find('viz:position', GEXF) for node in xml.parse(written).iterfind('.//g:node', GEXF)}
    check_places(f'{name}, GEXF', at, lambda node: (positions[node].get('x'), positions[node].get('y')))


def check_csv(kith, name, path, graph):
    nodes = csv.DictReader(io.StringIO(kith.run('layout', path, '-f', 'csv-nodes')))
    edges = csv.DictReader(io.StringIO(kith.run('layout', path, '-f', 'csv-edges')))
    read = nx.Graph()
    for row in nodes:
        read.add_node(row['Id'], label=row['Label'], role=row['role'], rank=float(row['rank']))
    for row in edges:
        hold(f'{name}, CSV: ties are undirected', row['Type'] == 'Undirected')
        read.add_edge(row['Source'], row['Target'], weight=row['Weight'], kinds=row['kinds'])
    check_graph(f'{name}, CSV', graph, read)


def unquoted(text):
    return text[1:-1].replace('\\"', '"').replace('\\\\', '\\') if text.startswith('"') else text


def check_dot(kith, name, path, graph, at):
    written = kith.folder / 'out.dot'
    kith.run('layout', path, '-f', 'dot', '-o', written)
    (parsed,) = pydot.graph_from_dot_file(str(written))
    read = nx.Graph()
    for node in parsed.get_nodes():
        read.add_node(unquoted(node.get_name()), **{unquoted(k): unquoted(v) for k, v in node.get_attributes().items()})
    for edge in parsed.get_edges():
        read.add_edge(unquoted(edge.get_source()), unquoted(edge.get_destination()),
                      **{unquoted(k): unquoted(v) for k, v in edge.get_attributes().items()})
    for node in read:
        read.nodes[node]['rank'] = float(read.nodes[node]['rank'])
    check_graph(f'{name}, DOT', graph, read)
    check_places(f'{name}, DOT', at, lambda node: read.nodes[node]['pos'].split(','))
    drawn = subprocess.run(['neato', '-n', '-Tplain', written], capture_output=True, text=True, check=False)
    hold(f'{name}, DOT: Graphviz draws it', drawn.returncode == 0 and drawn.stdout.count('\nnode ') == len(graph),
         drawn.stderr)


def check_contacts(kith):
    """A .kith file's network, with people's and an organisation's names."""
    graph = nx.read_graphml(io.StringIO(kith.run('layout', 'tests/terminal/data/goals.kith', '--on', '2026-11-20')))
    labels = nx.get_node_attributes(graph, 'label')
    hold('contacts as a graph have their names', {'Ben Okafor', 'Jonas Weber', 'St. Anna Hospital'} <= set(labels.values()))
    ends = {frozenset(labels[end] for end in edge) for edge in graph.edges}
    hold('and their ties', {'Ben Okafor', 'Jonas Weber'} in ends and {'Jonas Weber', 'St. Anna Hospital'} in ends)


def check(kith):
    for name, graph in graphs():
        path = kith.folder / 'in.graphml'
        nx.write_graphml(graph, path)
        at = places(kith, path)
        hold(f'{name}: nobody stands on another', len(set(at.values())) == len(graph))
        check_graphml(kith, name, path, graph, at)
        check_gexf(kith, name, path, graph, at)
        check_csv(kith, name, path, graph)
        check_dot(kith, name, path, graph, at)
    check_contacts(kith)
