#include "planning/people/adding.h"

#include <algorithm>

#include "base/text.h"
#include "workspace/names.h"

namespace kith {

namespace {

RecordId affiliate(Draft& draft, RecordId person, RecordId organisation, Random& random) {
    const RecordId made = draft.create(Kind::affiliation, random);
    draft.set(made, affiliation::person, Value::reference(person));
    if (organisation) draft.set(made, affiliation::organisation, Value::reference(organisation));
    return made;
}

RecordId know_each_other(Draft& draft, RecordId a, RecordId b, Random& random) {
    const RecordId made = draft.create(Kind::tie, random);
    draft.set(made, tie::a, Value::reference(a));
    draft.set(made, tie::b, Value::reference(b));
    draft.set(made, tie::origin, tie::origin::stated);
    return made;
}

bool is_there_now(const Workspace& workspace, RecordId person, RecordId organisation) {
    return std::ranges::any_of(affiliations_of(workspace, person), [&](RecordId affiliation) {
        return !is_past(workspace, affiliation) &&
            workspace.reference(affiliation, affiliation::organisation) == organisation;
    });
}

}  // namespace

Made add_person(const Workspace& workspace, const NewPerson& said, Random& random) {
    const std::string_view given = trim(said.given), family = trim(said.family);
    Draft draft({"change.add_person", {std::string(trim(std::string(given) + " " + std::string(family)))}});
    const RecordId person = draft.create(Kind::person, random);
    draft.set_text(person, person::given_name, given);
    draft.set_text(person, person::family_name, family);
    draft.set_text(person, person::met_where, trim(said.met));
    const auto reach = [&](std::string_view kind, std::string_view value) {
        if (trim(value).empty()) return;
        draft.add_row(person, person::contact_points,
            {{person::contact_points::kind, kind}, {person::contact_points::value, trim(value)}}, random);
    };
    reach("email", said.email);
    reach("phone", said.phone);
    const std::string_view role = trim(said.role), organisation = trim(said.organisation);
    if (role.empty() && organisation.empty()) return {std::move(draft), person};
    const RecordId there =
        organisation.empty() ? RecordId{} : organisation_named(draft, workspace, organisation, random);
    draft.set_text(affiliate(draft, person, there, random), affiliation::role, role);
    return {std::move(draft), person};
}

void met_at_event(Draft& draft, const Workspace& workspace, RecordId event, RecordId person, bool fresh) {
    if (!fresh) return;
    draft.set(person, person::met_at, Value::reference(event));
    const PartialDate on = workspace.date(event, event::from);
    if (!on.empty()) draft.set(person, person::met_on, Value::date(on));
    draft.set_text(person, person::met_where, workspace.text(event, event::name));
}

Draft connect(RecordId a, RecordId b, std::string_view name_a, std::string_view name_b, Random& random) {
    Draft draft({"change.tie", {std::string(name_a), std::string(name_b)}});
    know_each_other(draft, a, b, random);
    return draft;
}

Made add_acquaintance(
    RecordId person, const Named& other, std::string_view name, std::string_view to, Random& random) {
    Draft draft({"change.add_to", {std::string(name), std::string(to)}});
    const RecordId whom = take_in(draft, Kind::person, other, random);
    const RecordId made = know_each_other(draft, person, whom, random);
    return {std::move(draft), made};
}

Draft join_organisation(const Workspace& workspace, RecordId organisation, std::string_view title,
    std::string_view me, Random& random) {
    Draft draft({"change.join", {std::string(title)}});
    RecordId myself = self(workspace);
    if (!myself) {
        myself = draft.create(Kind::person, random);
        draft.set_text(myself, person::display_name, me);
        draft.set(myself, person::self, Value::boolean(true));
    }
    affiliate(draft, myself, organisation, random);
    return draft;
}

Draft set_circle(std::span<const RecordId> people, enum person::circle circle, std::string_view words) {
    Draft draft({"change.circle_people", {std::string(words), people.size()}});
    for (const RecordId person : people)
        draft.set(person, person::circle, circle);
    return draft;
}

Draft set_rhythm(
    std::span<const RecordId> people, std::optional<std::chrono::days> every, std::string_view words) {
    Draft draft({"change.rhythm_people", {std::string(words), people.size()}});
    for (const RecordId person : people)
        draft.set(person, person::cadence_days, every ? Value::integer(every->count()) : Value{});
    return draft;
}

Draft add_tag(std::span<const RecordId> people, std::string_view tag) {
    Draft draft({"change.tag_people", {std::string(tag), people.size()}});
    for (const RecordId person : people)
        draft.add(person, person::tags, tag);
    return draft;
}

Draft place_in_organisation(const Workspace& workspace, std::span<const RecordId> people,
    std::string_view organisation, std::string_view role, Random& random) {
    Draft draft({"change.organisation_people", {collapse_spaces(organisation), people.size()}});
    const RecordId there = organisation_named(draft, workspace, organisation, random);
    for (const RecordId person : people) {
        if (is_there_now(workspace, person, there)) continue;
        draft.set_text(affiliate(draft, person, there, random), affiliation::role, trim(role));
    }
    return draft;
}

}  // namespace kith
