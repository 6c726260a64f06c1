#include "planning/facts/turned_down.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

bool was_turned_down(const Workspace& workspace, std::string_view what, RecordId a, RecordId b) {
    return std::ranges::any_of(workspace.referrers(a, action::people), [&](RecordId action) {
        if (workspace.text(action, action::settles) != what) return false;
        bool both = false;
        workspace.for_each_element(action, action::people,
            [&](const Element& element) { both |= element.value.as_reference() == b; });
        return both;
    });
}

void turn_down(Draft& draft, std::string_view what, RecordId a, RecordId b, std::string_view title, Day today,
    Random& random) {
    const RecordId action = draft.create(Kind::action, random);
    draft.set_text(action, action::title, title);
    draft.set_text(action, action::settles, what);
    draft.set(action, action::dropped_on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    draft.add(action, action::people, a);
    draft.add(action, action::people, b);
}

}  // namespace kith
