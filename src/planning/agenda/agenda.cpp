#include "planning/agenda/agenda.h"

#include <algorithm>
#include <array>

#include "base/assertion.h"
#include "base/enums.h"
#include "base/sorting.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "planning/facts/stages.h"
#include "workspace/setting_names.h"

namespace kith {

namespace {

constexpr EnumArray<AgendaKind, std::string_view> kind_keys{{"agenda.promise_mine", "agenda.promise_theirs",
    "agenda.favour_do", "agenda.favour_remind", "agenda.favour_thank", "agenda.favour_tell",
    "agenda.follow_up", "agenda.review_meeting", "agenda.prepare_meeting", "agenda.review_event",
    "agenda.prepare_event", "agenda.celebrate", "agenda.mentorship_meet", "agenda.mentorship_step",
    "agenda.opportunity", "agenda.tell_news", "agenda.challenge", "agenda.review_project",
    "agenda.membership", "agenda.action", "agenda.due_contact"}};

constexpr EnumArray<NextStep, std::string_view> step_keys{
    {"step.get_in_touch", "step.write_follow_up", "step.do_it", "step.ask_about_it", "step.answer",
        "step.remind", "step.thank", "step.tell_outcome", "step.congratulate", "step.prepare", "step.review",
        "step.arrange_meeting", "step.end_well", "step.share_news", "step.open_it"}};

constexpr Kind sources[] = {Kind::person, Kind::interaction, Kind::favour, Kind::mentorship, Kind::event,
    Kind::action, Kind::opportunity, Kind::achievement, Kind::challenge, Kind::project, Kind::affiliation};

bool listed_before(const AgendaItem& a, const AgendaItem& b) {
    constexpr Day never = Day::max();
    const auto key = [&](const AgendaItem& item) {
        return std::tuple(item.due.value_or(never), item.kind, item.record, item.element);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return std::tie(a.title.key, a.title.arguments) < std::tie(b.title.key, b.title.arguments);
}

}  // namespace

std::string_view key_of(NextStep step) {
    return step_keys[step];
}
std::string_view key_of(AgendaKind kind) {
    return kind_keys[kind];
}

RecordId goal_served(const Workspace& workspace, RecordId record) {
    switch (kind_of(record)) {
        case Kind::goal: return record;
        case Kind::action: return workspace.reference(record, action::goal);
        case Kind::favour: return workspace.reference(record, favour::goal);
        case Kind::opportunity: return workspace.reference(record, opportunity::goal);
        case Kind::achievement: {
            RecordId first;
            workspace.for_each_element(record, achievement::goals, [&](const Element& element) {
                if (!first) first = element.value.as_reference();
            });
            return first;
        }
        default: return {};
    }
}

bool AgendaItem::operator==(const AgendaItem& other) const {
    return kind == other.kind && record == other.record && element == other.element &&
        people == other.people && due == other.due && urgency == other.urgency && title == other.title &&
        reasons == other.reasons && step == other.step;
}

/// What a touched record bears upon: itself, what it refers or ever referred to, what refers to it; and of
/// the people in a contact, everything that is about them, for a contact settles follow-ups and a name stands
/// in many titles. The list of stages is a setting, and says which opportunities are open.
void Agenda::find_affected(
    const Workspace& workspace, RecordId touched, RecordSet& affected, RecordSet& followed) const {
    const Kind kind = kind_of(touched);
    const auto add_with_referrers = [&](RecordId record) {
        if (!followed.insert(record).second) return;
        affected.insert(record);
        const auto referrers = workspace.referrers(record);
        affected.insert(referrers.begin(), referrers.end());
    };
    if (kind == Kind::setting &&
        workspace.text(touched, setting::name) == settings::opportunity_stages.text())
        workspace.for_each(Kind::opportunity, [&](RecordId opportunity) { affected.insert(opportunity); });
    if (kind == Kind::setting || kind == Kind::saved_filter) return;
    add_with_referrers(touched);
    for (const PastValue& past : workspace.history_of(touched)) {
        const RecordId reference = past.value.as_reference();
        if (!reference) continue;
        if (kind == Kind::interaction && kind_of(reference) == Kind::person)
            add_with_referrers(reference);
        else
            affected.insert(reference);
    }
    if (kind != Kind::organisation) return;
    for (const RecordId affiliation : workspace.referrers(touched, affiliation::organisation))
        affected.insert(workspace.reference(affiliation, affiliation::person));
}

void Agenda::update(Insight& insight, Day today, const Rules& rules) {
    update_in_slices(insight, today, rules).finish();
}

Slices Agenda::update_in_slices(Insight& insight, Day today, Rules rules) {
    constexpr std::size_t slice = 32;
    co_await insight.read_contacts();
    const Workspace& workspace = insight.workspace();
    const ContactBook& contacts = insight.contacts();
    KITH_ASSERT(cursor_ <= workspace.cursor());  // the workspace of the last time
    // What is touched from here on is taken up by the next update.
    const std::size_t cursor = workspace.cursor();
    const auto since = workspace.touched_since(cursor_);
    const bool all_anew = today_ != today || rules_ != rules || cursor_ == 0 || since.size() * 8 > cursor;
    if (!all_anew && since.empty()) co_return;

    std::vector<AgendaItem> fresh;
    const auto read = [&](RecordId record) {
        auto items = agenda_items_of(workspace, contacts, record, today, rules);
        std::ranges::move(items, std::back_inserter(fresh));
    };
    if (all_anew) {
        for (const Kind kind : sources) {
            for (std::size_t i = 0; i < workspace.all(kind).size(); ++i) {
                if (i % slice == slice - 1) co_await next_slice;
                const RecordId record = workspace.all(kind)[i];
                if (workspace.live(record)) read(record);
            }
        }
        co_await sort_in_slices(fresh, listed_before);
        items_ = std::move(fresh);
    } else {
        const std::vector<RecordId> touched(since.begin(), since.end());
        RecordSet affected, followed;
        for (std::size_t i = 0; i < touched.size(); ++i) {
            if (i % slice == slice - 1) co_await next_slice;
            find_affected(workspace, touched[i], affected, followed);
        }
        std::size_t readings = 0;
        for (const RecordId record : affected) {
            if (++readings % slice == 0) co_await next_slice;
            read(record);
        }
        co_await sort_in_slices(fresh, listed_before);
        std::erase_if(items_, [&](const AgendaItem& item) { return affected.contains(item.record); });
        const auto middle = static_cast<std::ptrdiff_t>(items_.size());
        std::ranges::move(fresh, std::back_inserter(items_));
        std::ranges::inplace_merge(items_, items_.begin() + middle, listed_before);
    }
    KITH_ASSERT(std::ranges::is_sorted(items_, listed_before));
    cursor_ = cursor;
    today_ = today;
    rules_ = rules;
}

std::vector<const AgendaItem*> Agenda::items_about(RecordId person) const {
    std::vector<const AgendaItem*> found;
    for (const AgendaItem& item : items_) {
        if (item.record == person || std::ranges::contains(item.people, person)) found.push_back(&item);
    }
    return found;
}

}  // namespace kith
