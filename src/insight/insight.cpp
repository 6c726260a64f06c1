#include "insight/insight.h"

#include "base/assertion.h"

namespace kith {

const ContactBook& Insight::contacts() {
    contacts_.update(workspace_);
    return contacts_;
}

const NameIndex& Insight::names() {
    names_.update(workspace_);
    return names_;
}

const RoleBook& Insight::roles() {
    roles_.update(workspace_);
    return roles_;
}

const ContactGraph& Insight::graph() {
    graph_.update(workspace_);
    return graph_;
}

const Strangers& Insight::strangers() {
    strangers_.update(workspace_);
    return strangers_;
}

SearchIndex& Insight::search() {
    search_.update(workspace_);
    KITH_ASSERT(search_.up_to_date(workspace_));
    return search_;
}

}  // namespace kith
