#include "planning/people/saved_filters.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

std::vector<RecordId> saved_filters(const Workspace& workspace) {
    std::vector<RecordId> filters;
    workspace.for_each(Kind::saved_filter, [&](RecordId filter) { filters.push_back(filter); });
    std::ranges::stable_sort(
        filters, {}, [&](RecordId filter) { return workspace.integer(filter, saved_filter::order); });
    return filters;
}

Draft save_filter(const Workspace& workspace, std::string_view name, std::string_view query, Random& random) {
    Draft draft({"change.save_filter", {std::string(name)}});
    const RecordId made = draft.create(Kind::saved_filter, random);
    draft.set_text(made, saved_filter::name, name);
    draft.set_text(made, saved_filter::query, query);
    const auto order = static_cast<std::int64_t>(saved_filters(workspace).size());
    draft.set(made, saved_filter::order, Value::integer(order));
    return draft;
}

Draft forget_filter(RecordId filter, std::string_view name) {
    Draft draft({"change.forget_filter", {std::string(name)}});
    draft.trash(filter);
    return draft;
}

}  // namespace kith
