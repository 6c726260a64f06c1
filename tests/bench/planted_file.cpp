#include <cstdlib>

#include "generate.h"
#include "journal/transaction.h"
#include "model/fields.h"
#include "planted_graph.h"

namespace kith::testing {

std::string planted_file(std::size_t count) {
    Random random(1);
    std::vector<std::uint32_t> planted;
    const WeightedGraph graph = planted_graph(static_cast<NodeIndex>(count), random, &planted);
    const std::vector<MadeUpPerson> people = made_up_people(count);
    Workspace workspace(ReplicaId{1});
    Draft draft({"test.planted", {}});
    std::vector<RecordId> organisations(std::ranges::max(planted) + 1);
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        organisations[i] = draft.create(Kind::organisation, random);
        draft.set_text(organisations[i], organisation::name,
            people[i * count / organisations.size()].organisation + " " + std::to_string(i + 1));
    }
    std::vector<RecordId> records;
    for (NodeIndex node = 0; node < count; ++node) {
        const RecordId person = draft.create(Kind::person, random);
        records.push_back(person);
        draft.set_text(person, person::given_name, people[node].given);
        draft.set_text(person, person::family_name, people[node].family);
        draft.set(person, person::met_on,
            Value::date(PartialDate{std::chrono::year_month_day{people[node].connected}}));
        const RecordId job = draft.create(Kind::affiliation, random);
        draft.set(job, affiliation::person, Value::reference(person));
        draft.set(job, affiliation::organisation, Value::reference(organisations[planted[node]]));
        draft.set_text(job, affiliation::role, people[node].role);
    }
    for (const WeightedEdge& edge : graph.edges()) {
        const RecordId tie = draft.create(Kind::tie, random);
        draft.set(tie, tie::a, Value::reference(records[edge.a]));
        draft.set(tie, tie::b, Value::reference(records[edge.b]));
    }
    if (!workspace.commit(std::move(draft), Instant{Day{std::chrono::year{2026} / 1 / 1}})) std::abort();
    std::string file = file_header();
    for (const TransactionInfo& transaction : workspace.transactions())
        file += transaction.frame;
    return file;
}

}  // namespace kith::testing
