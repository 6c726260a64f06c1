#include "network/evidence.h"

#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"

namespace kith {

namespace {

// A circle is how close one says a person is. "Beyond" says no more than that one knows of them.
Closeness closeness_of(enum person::circle circle) {
    switch (circle) {
        case person::circle::closest_5: return Closeness::closely;
        case person::circle::closest_15: return Closeness::well;
        case person::circle::closest_50: return Closeness::fairly;
        case person::circle::closest_150: return Closeness::slightly;
        case person::circle::none:
        case person::circle::beyond:
        case person::circle::unknown: break;
    }
    return Closeness::unknown;
}

Closeness closeness_of(enum tie::closeness words) {
    switch (words) {
        case tie::closeness::slightly: return Closeness::slightly;
        case tie::closeness::fairly: return Closeness::fairly;
        case tie::closeness::well: return Closeness::well;
        case tie::closeness::closely: return Closeness::closely;
        case tie::closeness::none:
        case tie::closeness::unknown: break;
    }
    return Closeness::unknown;
}

}  // namespace

void EvidenceReader::read(RecordId record) {
    switch (kind_of(record)) {
        case Kind::person: return read_person(record);
        case Kind::tie: return read_tie(record);
        case Kind::affiliation: return read_affiliation(record);
        case Kind::interaction: return read_interaction(record);
        case Kind::favour: return read_favour(record);
        case Kind::mentorship: return read_mentorship(record);
        case Kind::event: return read_event(record);
        case Kind::project: return read_project(record);
        default: return;
    }
}

Day EvidenceReader::day(RecordId record, FieldId field, Day otherwise) const {
    return workspace_.date(record, field).earliest().value_or(otherwise);
}

std::vector<RecordId> EvidenceReader::people(RecordId record, FieldId field) const {
    std::vector<RecordId> found;
    workspace_.for_each_element(
        record, field, [&](const Element& element) { found.push_back(element.value.as_reference()); });
    return found;
}

void EvidenceReader::with_self(RecordId person, const Evidence& evidence) {
    graph_.add(ContactGraph::self, graph_.node_for(person), evidence);
}

void EvidenceReader::among(const std::vector<RecordId>& people, const Evidence& evidence) {
    if (people.size() > ContactGraph::small_group) return;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (std::size_t j = i + 1; j < people.size(); ++j)
            graph_.add(people[i], people[j], evidence);
    }
}

void EvidenceReader::read_person(RecordId record) {
    Evidence evidence{.source = record, .basis = Basis::recorded};
    bool known = false;
    RecordId through;
    workspace_.for_each_value(record, [&](FieldId field, const Element& element) {
        if (field == person::circle) {
            evidence.closeness = closeness_of(person::circle.option(element.value));
            known = known || evidence.closeness != Closeness::unknown;
        } else if (field == person::kin) {
            evidence.kin = element.value.as_boolean();
            known = known || evidence.kin;
        } else if (field == person::met_on) {
            evidence.since = element.value.as_date().earliest().value_or(undated);
            known = true;
        } else if (field == person::met_where || field == person::met_at || field == person::sources) {
            known = true;  // an address book or a list of connections is the user's own
        } else if (field == person::met_through) {
            through = element.value.as_reference();
            known = true;
        }
    });
    if (known) with_self(record, evidence);
    if (through) graph_.add(record, through, {.source = record, .basis = Basis::introduced});
}

void EvidenceReader::read_tie(RecordId record) {
    graph_.add(workspace_.reference(record, tie::a), workspace_.reference(record, tie::b),
        {.source = record,
            .since = day(record, tie::since, undated),
            .until = day(record, tie::until, open_end),
            .basis = Basis::stated,
            .closeness = closeness_of(workspace_.choice(record, tie::closeness)),
            .kin = workspace_.has(record, tie::kinds, tie::kinds::family)});
}

void EvidenceReader::read_affiliation(RecordId record) {
    Evidence evidence{.source = record,
        .since = day(record, affiliation::from, undated),
        .until = day(record, affiliation::to, open_end),
        .basis = Basis::membership};
    // Past without an end: all that is known is that it was so when it began.
    if (evidence.until == open_end && workspace_.flag(record, affiliation::past))
        evidence.until = evidence.since;
    graph_.add(workspace_.reference(record, affiliation::person),
        workspace_.reference(record, affiliation::organisation), evidence);
}

void EvidenceReader::read_interaction(RecordId record) {
    const Day on = day(record, interaction::on, undated);
    if (on == undated || workspace_.flag(record, interaction::planned)) return;
    const Evidence evidence{.source = record, .since = on, .until = on, .basis = Basis::met};
    const auto present = people(record, interaction::people);
    for (const RecordId person : present)
        with_self(person, evidence);
    among(present, evidence);
}

void EvidenceReader::read_favour(RecordId record) {
    const RecordId who = workspace_.reference(record, favour::person);
    if (!who || workspace_.choice(record, favour::stage) == favour::stage::declined) return;
    const Day on = day(record, favour::done_on, day(record, favour::asked_on, undated));
    with_self(who,
        {.source = record,
            .since = on,
            .until = on,
            .basis = Basis::favour,
            .direction = workspace_.choice(record, favour::direction) == favour::direction::given
                ? FavourDirection::given
                : FavourDirection::received});
    const RecordId introduced = workspace_.reference(record, favour::introduced);
    if (introduced && is_done(workspace_.choice(record, favour::stage))) {
        // Either the user introduced the two to each other, or one introduced the user to the other.
        const Evidence evidence{.source = record, .since = on, .basis = Basis::introduced};
        graph_.add(who, introduced, evidence);
        if (workspace_.choice(record, favour::direction) != favour::direction::given)
            with_self(introduced, evidence);
    }
}

void EvidenceReader::read_mentorship(RecordId record) {
    const auto stage = workspace_.choice(record, mentorship::stage);
    const RecordId who = workspace_.reference(record, mentorship::person);
    if (!who || stage == mentorship::stage::asked || stage == mentorship::stage::declined) return;
    with_self(who,
        {.source = record,
            .since = day(record, mentorship::from, undated),
            .until = day(record, mentorship::to, open_end),
            .basis = Basis::mentorship});
}

void EvidenceReader::read_event(RecordId record) {
    const Day on = day(record, event::from, undated);
    const Evidence evidence{.source = record,
        .since = on,
        .until = on == undated ? open_end : day(record, event::to, on),
        .basis = Basis::attendance};
    const NodeIndex event = graph_.node_for(record);
    for (const RecordId person : people(record, event::people))
        graph_.add(graph_.node_for(person), event, evidence);
    if (workspace_.choice(record, event::going) == event::going::went)
        graph_.add(ContactGraph::self, event, evidence);
}

void EvidenceReader::read_project(RecordId record) {
    const auto present = people(record, project::people);
    if (present.size() > ContactGraph::small_group) return;
    const Evidence evidence{
        .source = record, .since = day(record, project::from, undated), .basis = Basis::project};
    for (const RecordId person : present)
        with_self(person, evidence);
    among(present, evidence);
}

}  // namespace kith
