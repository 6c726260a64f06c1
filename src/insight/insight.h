// What follows from the records, kept once for everybody who asks: with whom one was in touch and when, who
// knows whom, who can be meant by a name, what people do, what is found as it is typed.
//
//     Insight insight(workspace);
//     insight.contacts().of(person);                      // as of now, whatever was edited since the last time
//     while (insight.read_graph(out_of_time)) { … }       // the first reading of many records, between frames
//     find_routes(insight.graph_so_far(), …);
//
// Nothing is read before somebody asks for it; from then on only what was touched is read again, O(what the
// touched records say), and an answer to a question that was asked before costs a comparison. What is handed
// out stays the same object as long as the Insight lives. Views into it (spans, node and edge numbers) hold
// until somebody asks again after a change: whoever keeps them over frames compares revisions, as the picture
// of the network does.
#pragma once

#include "insight/contact_book.h"
#include "insight/name_index.h"
#include "insight/roles.h"
#include "network/contact_graph.h"
#include "network/coverage.h"
#include "search/search.h"

namespace kith {

class Insight {
public:
    /// The workspace must stay where it is as long as this lives.
    explicit Insight(const Workspace& workspace) : workspace_(workspace) {}
    Insight(Insight&&) = delete;  // others hold on to what it hands out

    const Workspace& workspace() const { return workspace_; }

    /// When one was in touch with whom, up to date.
    const ContactBook& contacts();
    /// The same in slices, after a step that touched much: what contacts() would read then is read here.
    Slices read_contacts() { return contacts_.update_in_slices(workspace_); }

    /// Who is called how, up to date.
    const NameIndex& names();

    /// What everybody does and did, up to date.
    const RoleBook& roles();
    /// The same in slices: the first reading of many titles, between frames.
    Slices read_roles() { return roles_.update_in_slices(workspace_); }

    /// Who knows whom, up to date.
    const ContactGraph& graph();
    /// Reads on until out of time, which is asked every 64 records. True while there is more to read; until
    /// then the graph holds a part.
    bool read_graph(const OutOfTime& out_of_time) { return graph_.step(workspace_, out_of_time); }
    const ContactGraph& graph_so_far() const { return graph_; }

    /// Who was said not to know each other, up to date.
    const Strangers& strangers();

    /// The index that everything is found by, up to date.
    SearchIndex& search();
    /// Reads on until out of time. True while there is more to read; until then only a part is found.
    bool read_search(const OutOfTime& out_of_time) { return search_.step(workspace_, out_of_time); }
    SearchIndex& search_so_far() { return search_; }

private:
    const Workspace& workspace_;
    ContactBook contacts_;
    NameIndex names_;
    RoleBook roles_;
    ContactGraph graph_;
    Strangers strangers_;
    SearchIndex search_;
};

}  // namespace kith
