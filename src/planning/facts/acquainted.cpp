#include "planning/facts/acquainted.h"

#include "model/fields.h"

namespace kith {

bool acquainted(const Workspace& workspace, RecordId a, RecordId b) {
    for (const auto& [from, to] : {std::pair{tie::a, tie::b}, std::pair{tie::b, tie::a}}) {
        for (const RecordId tie : workspace.referrers(a, from)) {
            if (workspace.reference(tie, to) == b) return true;
        }
    }
    return false;
}

}  // namespace kith
