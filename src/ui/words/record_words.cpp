#include "ui/words/record_words.h"

#include "model/fields.h"
#include "model/meanings.h"
#include "ui/session/people_list.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/opportunities.h"
#include "workspace/names.h"

namespace kith::ui {

// ---- Pieces --------------------------------------------------------------------------------------

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string whole;
    for (std::string_view part : parts) {
        if (part.empty()) continue;
        if (!whole.empty()) whole += between;
        whole += part;
    }
    return whole;
}

std::string names_in_words(
    const Session& session, RecordId record, FieldId field, std::size_t most, RecordId except) {
    std::vector<Argument> names;
    std::size_t more = 0;
    session.workspace.for_each_element(record, field, [&](const Element& element) {
        const RecordId one = element.value.as_reference();
        if (one == except || !session.workspace.live(one)) return;
        if (names.size() == most)
            ++more;
        else
            names.emplace_back(record_title(session, one));
    });
    if (more > 0) names.emplace_back(more);
    return session.ui.formatter().list(names);
}

std::string choice_in_words(const Session& session, RecordId record, FieldId field) {
    const std::string_view option = session.workspace.text(record, field);
    return option.empty() ? std::string{} : option_label(session.ui.words(), *find_field(field), option);
}

namespace {

/// Of what is some months ago nobody wants to know the day: "March 2019".
PartialDate without_day(const Session& session, const PartialDate& date) {
    constexpr std::chrono::days near{60};
    const auto day = date.to_day();
    if (!day || std::chrono::abs(session.ui.today() - *day) < near) return date;
    return {date.year, date.month, std::nullopt};
}

}  // namespace

std::string period_in_words(const Session& session, const PartialDate& from, const PartialDate& to) {
    if (from.empty() && to.empty()) return {};
    const PartialDate rough_from = without_day(session, from), rough_to = without_day(session, to);
    if (to.empty()) return session.text("words.since", {rough_from});
    if (from.empty()) return session.text("words.until", {rough_to});
    if (from == to) return session.show_exact(from);
    const bool same = rough_from == rough_to;
    return session.text("date.from_to", {same ? from : rough_from, same ? to : rough_to});
}

DueTag due_tag(const Session& session, const PartialDate& due) {
    const auto day = due.earliest();
    if (!day) return {};
    const Day today = session.ui.today();
    const TagKind kind = *day < today          ? TagKind::late
        : *day <= today + std::chrono::days(7) ? TagKind::due
                                               : TagKind::plain;
    return {session.show_relative(due), kind};
}

// ---- Titles --------------------------------------------------------------------------------------

namespace {

std::string name_of(const Session& session, RecordId record, FieldId field) {
    const RecordId named = session.workspace.reference(record, field);
    return named ? record_title(session, named) : std::string{};
}

std::string favour_title(const Session& session, RecordId favour) {
    const Workspace& workspace = session.workspace;
    std::string kind = choice_in_words(session, favour, favour::kind);
    if (kind.empty()) kind = session.text("words.favour");
    const bool given = workspace.choice(favour, favour::direction) == favour::direction::given;
    std::string title = kind;
    if (const std::string person = name_of(session, favour, favour::person); !person.empty())
        title = session.text(given ? "words.favour_given" : "words.favour_received", {kind, person});
    if (const std::string about = favour_subject(workspace, favour); !about.empty())
        title = joined({title, about}, ": ");
    return title;
}

std::string interaction_title(const Session& session, RecordId interaction) {
    std::string kind = choice_in_words(session, interaction, interaction::kind);
    if (kind.empty()) kind = session.text("words.contact");
    return joined({kind, session.workspace.text(interaction, interaction::summary)}, ", ");
}

/// Who began it, where it was one of the two.
std::string begun_in_words(const Session& session, RecordId interaction) {
    const auto by = session.workspace.choice(interaction, interaction::begun_by);
    if (by == interaction::begun_by::me) return std::string(session.text("words.begun_me"));
    return by == interaction::begun_by::them ? std::string(session.text("words.begun_them")) : std::string{};
}

std::string bare_title(const Session& session, RecordId record) {
    switch (kind_of(record)) {
        case Kind::favour: return favour_title(session, record);
        case Kind::interaction: return interaction_title(session, record);
        case Kind::mentorship: {
            const bool mentee =
                session.workspace.choice(record, mentorship::side) == mentorship::side::mentee;
            const std::string person = name_of(session, record, mentorship::person);
            std::string kind = choice_in_words(session, record, mentorship::kind);
            if (mentee || kind.empty()) kind = session.text(mentee ? "words.mentee" : "words.mentor");
            return joined({person, kind}, ", ");
        }
        case Kind::affiliation:
            return joined({name_of(session, record, affiliation::person),
                              session.workspace.text(record, affiliation::role),
                              name_of(session, record, affiliation::organisation)},
                ", ");
        case Kind::tie:
            return joined({name_of(session, record, tie::a), name_of(session, record, tie::b)}, " – ");
        case Kind::celebration:
            return joined({name_of(session, record, celebration::person),
                              choice_in_words(session, record, celebration::kind),
                              session.workspace.text(record, celebration::what)},
                ", ");
        default: return record_name(session.workspace, record);
    }
}

}  // namespace

std::string record_title(const Session& session, RecordId record) {
    std::string title = bare_title(session, record);
    return title.empty() ? std::string(session.text("words.nameless")) : title;
}

// ---- Rows ----------------------------------------------------------------------------------------

namespace {

Icon icon_of_interaction(enum interaction::kind kind) {
    switch (kind) {
        case interaction::kind::coffee:
        case interaction::kind::meal: return Icon::coffee;
        case interaction::kind::call: return Icon::phone;
        case interaction::kind::video: return Icon::video;
        case interaction::kind::meeting:
        case interaction::kind::event: return Icon::calendar_days;
        case interaction::kind::email:
        case interaction::kind::letter: return Icon::mail;
        case interaction::kind::introduction: return Icon::handshake;
        case interaction::kind::none:
        case interaction::kind::message:
        case interaction::kind::other:
        case interaction::kind::unknown: break;
    }
    return Icon::message_square;
}

std::size_t people_now(const Workspace& workspace, RecordId organisation) {
    std::size_t count = 0;
    for (const RecordId affiliation : workspace.referrers(organisation, affiliation::organisation))
        count += is_past(workspace, affiliation) ? 0 : 1;
    return count;
}

void say_affiliation(const Session& session, RecordId record, RecordId seen_from, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const RecordId person = workspace.reference(record, affiliation::person);
    const RecordId organisation = workspace.reference(record, affiliation::organisation);
    const std::string period = period_in_words(
        session, workspace.date(record, affiliation::from), workspace.date(record, affiliation::to));
    const std::string_view role = workspace.text(record, affiliation::role);
    words.face = seen_from == person ? organisation : person;
    words.title = seen_from == person ? name_of(session, record, affiliation::organisation)
                                      : name_of(session, record, affiliation::person);
    // A role that is nowhere, or is nobody's, is called by what it is.
    const bool called_by_role = words.title.empty();
    if (called_by_role) words.title = role;
    words.detail = joined({called_by_role ? std::string_view{} : role,
        workspace.text(record, affiliation::department), period});
    if (seen_from == person || is_past(workspace, record)) return;
    std::vector<Argument> matters;
    for (const std::string_view matter : workspace.texts(person, person::decides))
        matters.emplace_back(option_label(session.ui.words(), *find_field(person::decides), matter));
    if (matters.empty()) return;
    words.tag = session.text("words.decides", {matters});
    words.tag_kind = TagKind::note;
}

void say_event(const Session& session, RecordId record, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const PartialDate from = workspace.date(record, event::from);
    const auto day = from.earliest();
    words.detail = joined({choice_in_words(session, record, event::kind),
        workspace.text(record, event::place), from.empty() ? std::string{} : session.show_relative(from)});
    const auto going = workspace.choice(record, event::going);
    if (day && *day < session.ui.today()) {
        const std::string worth = choice_in_words(session, record, event::worth);
        if (!worth.empty()) words.tag = session.text("words.worth", {worth});
    } else if (going != event::going::none) {
        words.tag = choice_in_words(session, record, event::going);
        words.tag_kind = going == event::going::going ? TagKind::accent : TagKind::plain;
    }
}

void say_action(const Session& session, RecordId record, RecordId seen_from, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const RecordId goal = workspace.reference(record, action::goal);
    const std::int64_t minutes = workspace.integer(record, action::effort_minutes);
    const auto by = workspace.choice(record, action::promised_by);
    const PartialDate done = workspace.date(record, action::done_on);
    if (by != action::promised_by::none) {  // a promise shows to whom, or whose
        const auto people = workspace.elements(record, action::people);
        if (!people.empty()) words.face = people.front().value.as_reference();
    }
    words.detail = joined({by == action::promised_by::me ? session.text("words.promised_by_me")
            : by == action::promised_by::them            ? session.text("words.promised_by_them")
                                                         : std::string_view{},
        goal && goal != seen_from ? record_title(session, goal) : std::string{},
        names_in_words(session, record, action::people, 2, seen_from),
        minutes > 0 ? session.text("words.minutes", {minutes}) : std::string{},
        done.empty() ? std::string{} : session.text("words.done_on", {done})});
    if (done.empty() && workspace.get(record, action::dropped_on).empty()) {
        const DueTag due = due_tag(session, workspace.date(record, action::due));
        words.tag = due.text;
        words.tag_kind = due.kind;
    }
}

void say_favour(const Session& session, RecordId record, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const auto stage = workspace.choice(record, favour::stage);
    const auto dated = [&](FieldId field, std::string_view key) {
        const PartialDate date = workspace.date(record, field);
        return date.empty() ? std::string{} : session.text(key, {date});
    };
    words.face = workspace.reference(record, favour::person);
    words.detail = joined(
        {dated(favour::asked_on, stage == favour::stage::offered ? "words.offered_on" : "words.asked_on"),
            dated(favour::done_on, "words.done_on"), dated(favour::thanked_on, "words.thanked_on"),
            dated(favour::told_on, "words.told_on")});
    words.tag = choice_in_words(session, record, favour::stage);
    if (is_open(stage)) {
        const PartialDate by = workspace.date(record, favour::due);
        if (const DueTag due = due_tag(session, by); !due.text.empty()) {
            words.detail = joined({words.detail, session.text("words.due", {by})});
            words.tag_kind = due.kind;
        }
    } else if (stage == favour::stage::told || stage == favour::stage::thanked) {
        words.tag_kind = TagKind::accent;
    }
}

void say_opportunity(const Session& session, RecordId record, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const std::string source = name_of(session, record, opportunity::source);
    words.detail = joined({name_of(session, record, opportunity::organisation),
        choice_in_words(session, record, opportunity::kind),
        source.empty() ? choice_in_words(session, record, opportunity::advertised)
                       : session.text("words.heard_from", {source})});
    if (const std::string_view stage = workspace.text(record, opportunity::stage); !stage.empty())
        words.tag = stage_label(session, stage);
}

void say_tie(const Session& session, RecordId record, RecordId seen_from, RecordWords& words) {
    const Workspace& workspace = session.workspace;
    const RecordId a = workspace.reference(record, tie::a), b = workspace.reference(record, tie::b);
    if (seen_from == a || seen_from == b) {
        words.face = seen_from == a ? b : a;
        words.title = record_title(session, words.face);
    }
    std::vector<Argument> kinds;
    for (std::string_view kind : workspace.texts(record, tie::kinds))
        kinds.emplace_back(option_label(session.ui.words(), *find_field(tie::kinds), kind));
    words.detail = joined({choice_in_words(session, record, tie::closeness),
        session.ui.formatter().list(kinds),
        period_in_words(session, workspace.date(record, tie::since), workspace.date(record, tie::until))});
}

}  // namespace

RecordWords words_for(const Session& session, RecordId record, RecordId seen_from) {
    const Workspace& workspace = session.workspace;
    RecordWords words{.title = record_title(session, record)};
    if (const Icon icon = icon_of(kind_of(record)); icon != Icon::none) words.icon = icon;
    const auto when = [&](FieldId field) {
        const PartialDate date = workspace.date(record, field);
        return date.empty() ? std::string{} : session.show_relative(date);
    };
    switch (kind_of(record)) {
        case Kind::person:
            words.face = record;
            words.detail = work_of(workspace, record);
            break;
        case Kind::organisation: {
            const std::size_t people = people_now(workspace, record);
            words.face = record;
            words.detail = joined({choice_in_words(session, record, organisation::kind),
                workspace.text(record, organisation::place),
                people > 0 ? session.text("words.people", {people}) : std::string{}});
            if (workspace.flag(record, organisation::target)) {
                words.tag = session.text("words.target");
                words.tag_kind = TagKind::accent;
            }
            break;
        }
        case Kind::affiliation: say_affiliation(session, record, seen_from, words); break;
        case Kind::tie: say_tie(session, record, seen_from, words); break;
        case Kind::interaction:
            words.icon = icon_of_interaction(workspace.choice(record, interaction::kind));
            words.detail = joined(
                {when(interaction::on), names_in_words(session, record, interaction::people, 3, seen_from),
                    begun_in_words(session, record)});
            if (workspace.flag(record, interaction::planned)) words.tag = session.text("words.planned");
            break;
        case Kind::favour: say_favour(session, record, words); break;
        case Kind::mentorship:
            words.face = workspace.reference(record, mentorship::person);
            words.detail = joined({workspace.text(record, mentorship::field),
                period_in_words(session, workspace.date(record, mentorship::from),
                    workspace.date(record, mentorship::to))});
            words.tag = choice_in_words(session, record, mentorship::stage);
            if (workspace.choice(record, mentorship::stage) == mentorship::stage::active)
                words.tag_kind = TagKind::accent;
            break;
        case Kind::event: say_event(session, record, words); break;
        case Kind::project:
            words.detail = joined({choice_in_words(session, record, project::kind),
                name_of(session, record, project::organisation), workspace.text(record, project::role),
                period_in_words(
                    session, workspace.date(record, project::from), workspace.date(record, project::to))});
            break;
        case Kind::goal: {
            const PartialDate date = workspace.date(record, goal::by);
            words.detail = joined({date.empty() ? std::string{} : session.text("words.by", {date}),
                workspace.text(record, goal::target_role),
                names_in_words(session, record, goal::organisations, 2)});
            const auto stage = workspace.choice(record, goal::stage);
            if (!is_pursued(stage)) words.tag = choice_in_words(session, record, goal::stage);
            break;
        }
        case Kind::milestone: {
            const PartialDate done = workspace.date(record, milestone::done_on);
            const DueTag due = due_tag(session, workspace.date(record, milestone::due));
            words.detail = done.empty() ? std::string{} : session.text("words.reached_on", {done});
            if (done.empty()) words.tag = due.text, words.tag_kind = due.kind;
            break;
        }
        case Kind::action: say_action(session, record, seen_from, words); break;
        case Kind::opportunity: say_opportunity(session, record, words); break;
        case Kind::insight:
            words.detail = joined({workspace.text(record, insight::source),
                name_of(session, record, insight::from), when(insight::on)});
            break;
        case Kind::achievement: {
            const std::size_t told = workspace.elements(record, achievement::told).size();
            words.detail =
                joined({choice_in_words(session, record, achievement::kind), when(achievement::on)});
            if (told > 0) words.tag = session.text("words.told", {told});
            break;
        }
        case Kind::challenge:
            words.detail = joined({period_in_words(session, workspace.date(record, challenge::from),
                                       workspace.date(record, challenge::to)),
                names_in_words(session, record, challenge::people)});
            break;
        case Kind::celebration: {
            const bool done = !workspace.get(record, celebration::congratulated_on).empty();
            words.face = workspace.reference(record, celebration::person);
            words.detail = when(celebration::on);
            words.tag = done ? std::string(session.text("words.congratulated")) : std::string{};
            break;
        }
        default: break;
    }
    if (words.title.empty()) words.title = record_title(session, record);
    return words;
}

ListItemResult record_row(Session& session, Flow& flow, const RecordRow& row) {
    Ui& ui = session.ui;
    const RecordScope scope(row.record);
    const RecordWords words = words_for(session, row.record, row.seen_from);
    const std::string face_name = words.face ? record_title(session, words.face) : std::string{};
    const Face face{.name = face_name,
        .key = words.face.value,
        .photo = kind_of(words.face) == Kind::person
            ? session.workspace.get(words.face, person::photo).as_bytes()
            : std::string_view{}};
    // On a phone there is no room for a tag beside a button: the button says where it stands.
    const bool crowded = ui.phone() && !row.action.empty() && row.action_icon == Icon::none;
    const ListItem item{.title = words.title,
        .detail = words.detail,
        .tag = crowded ? std::string_view{} : std::string_view(words.tag),
        .tag_kind = words.tag_kind,
        .action = row.action,
        .action_icon = row.action_icon,
        .icon = row.quiet_icon ? Icon::none : words.icon,
        .face = words.face ? &face : nullptr,
        .position = row.position,
        .set_size = row.set_size,
        .id = "record"};
    return list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item);
}

}  // namespace kith::ui
