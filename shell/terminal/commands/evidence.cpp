#include "terminal/commands/evidence.h"

#include "base/enums.h"

namespace kith::terminal {

void write_evidence(JsonWriter& json, const identity::Comparison& comparison) {
    using identity::Outcome;
    using identity::Reason;
    json.key("certain").boolean(comparison.is_certain()).key("bits").number(comparison.total);
    json.key("evidence").open('[');
    for (const Reason reason : enumerators<Reason>) {
        if (reason == Reason::count || comparison.outcome(reason) == Outcome::unknown) continue;
        const std::size_t outcome = static_cast<std::size_t>(comparison.outcome(reason));
        json.open('{').key("what").text(enumerator_names<Reason>[static_cast<std::size_t>(reason)]);
        json.key("outcome").text(enumerator_names<Outcome>[outcome]);
        json.key("bits").number(static_cast<double>(comparison.weight(reason))).close('}');
    }
    json.close(']');
}

}  // namespace kith::terminal
