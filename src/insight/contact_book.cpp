#include "insight/contact_book.h"

#include <algorithm>

#include "base/assertion.h"
#include "model/fields.h"
#include "model/meanings.h"

namespace kith {

namespace {

/// What an interaction says of a contact, read in one pass over its fields; nothing for planned ones and
/// those without a day.
struct InteractionRead {
    std::optional<Contact> contact;
    std::vector<RecordId> people;
};

void read_interaction(const Workspace& workspace, RecordId record, InteractionRead& out) {
    out.contact.reset();
    out.people.clear();
    std::optional<Day> on;
    bool planned = false;
    auto kind = interaction::kind::none;
    auto begun_by = interaction::begun_by::none;
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        if (field == interaction::on)
            on = element.value.as_date().earliest();
        else if (field == interaction::kind)
            kind = interaction::kind.option(element.value);
        else if (field == interaction::people)
            out.people.push_back(element.value.as_reference());
        else if (field == interaction::begun_by)
            begun_by = interaction::begun_by.option(element.value);
        else if (field == interaction::planned)
            planned = element.value.as_boolean();
    });
    if (!on || planned) return;
    const bool written = is_written(kind);
    const bool by_them = begun_by == interaction::begun_by::them || begun_by == interaction::begun_by::both;
    out.contact = Contact{.on = *on,
        .interaction = record,
        .in_person = !written,
        .by_me = begun_by == interaction::begun_by::me,
        .answered = !written || by_them};
}

bool earlier(const Contact& a, const Contact& b) {
    return a.on != b.on ? a.on < b.on : a.interaction < b.interaction;
}

std::optional<Contact> last_of(std::span<const Contact> contacts, Day today) {
    const auto past = std::ranges::find_if(
        contacts.rbegin(), contacts.rend(), [&](const Contact& contact) { return contact.on <= today; });
    return past != contacts.rend() ? std::optional(*past) : std::nullopt;
}

}  // namespace

std::vector<RecordId> ever_in(const Workspace& workspace, RecordId record, FieldId field) {
    std::vector<RecordId> found;
    for (const PastValue& past : workspace.history_of(record, field)) {
        if (const RecordId reference = past.value.as_reference()) found.push_back(reference);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::vector<Contact> contacts_of(const Workspace& workspace, RecordId person) {
    std::vector<Contact> contacts;
    InteractionRead read;
    for (const RecordId record : workspace.referrers(person, interaction::people)) {
        read_interaction(workspace, record, read);
        if (read.contact) contacts.push_back(*read.contact);
    }
    std::ranges::sort(contacts, earlier);
    return contacts;
}

std::span<const Contact> ContactBook::of(RecordId person) const {
    const auto at = by_person_.find(person);
    return at != by_person_.end() ? std::span<const Contact>(at->second) : std::span<const Contact>{};
}

std::optional<Contact> ContactBook::last(RecordId person, Day today) const {
    return last_of(of(person), today);
}

std::optional<Contact> ContactBook::latest(Day today) const {
    std::optional<Contact> latest;
    for (const auto& [person, contacts] : by_person_) {
        const auto last = last_of(contacts, today);
        if (last && (!latest || earlier(*latest, *last))) latest = last;
    }
    return latest;
}

Slices ContactBook::rebuild(const Workspace& workspace) {
    constexpr std::size_t slice = 64;
    boost::unordered_flat_map<RecordId, std::vector<Contact>, IdHash> by_person;
    by_person.reserve(workspace.all(Kind::person).size());
    InteractionRead read;
    for (std::size_t i = 0; i < workspace.all(Kind::interaction).size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        const RecordId interaction = workspace.all(Kind::interaction)[i];
        if (!workspace.live(interaction)) continue;
        read_interaction(workspace, interaction, read);
        if (!read.contact) continue;
        for (const RecordId person : read.people)
            by_person[person].push_back(*read.contact);
    }
    std::size_t sorted = 0;
    for (auto& [person, contacts] : by_person) {
        if (++sorted % slice == 0) co_await next_slice;
        std::ranges::sort(contacts, earlier);
    }
    by_person_ = std::move(by_person);
}

void ContactBook::take_in(const Workspace& workspace, RecordId record) {
    for (const RecordId person : ever_in(workspace, record, interaction::people)) {
        const auto at = by_person_.find(person);
        if (at != by_person_.end())
            std::erase_if(at->second, [&](const Contact& contact) { return contact.interaction == record; });
    }
    if (!workspace.live(record)) return;
    InteractionRead read;
    read_interaction(workspace, record, read);
    if (!read.contact) return;
    for (const RecordId person : read.people) {
        std::vector<Contact>& contacts = by_person_[person];
        KITH_ASSERT(std::ranges::is_sorted(contacts, earlier));
        contacts.insert(std::ranges::upper_bound(contacts, *read.contact, earlier), *read.contact);
    }
}

void ContactBook::update(const Workspace& workspace) {
    if (cursor_ != 0 && cursor_ == workspace.cursor()) return;
    update_in_slices(workspace).finish();
}

Slices ContactBook::update_in_slices(const Workspace& workspace) {
    const std::size_t cursor = workspace.cursor();  // what is touched from here on is for the next time
    KITH_ASSERT(cursor_ <= cursor);                 // the workspace of the last time
    const auto touched = workspace.touched_since(cursor_);
    if (cursor_ == 0 || touched.size() * 4 > cursor) {
        co_await rebuild(workspace);
    } else {
        for (const RecordId record : touched) {
            if (kind_of(record) == Kind::interaction) take_in(workspace, record);
        }
    }
    cursor_ = cursor;
}

ContactSummary summarise(std::span<const Contact> contacts, Day today) {
    ContactSummary summary;
    std::vector<std::chrono::days> gaps;
    for (const Contact& contact : contacts) {
        if (contact.on > today) break;
        if (!summary.first) summary.first = contact.on;
        if (contact.answered) summary.last_answer = contact.on;
        if (!summary.last || *summary.last != contact.on) {
            if (summary.last) gaps.push_back(contact.on - *summary.last);
            ++summary.days;
        }
        summary.last = contact.on;
        summary.last_interaction = contact.interaction;
    }
    if (gaps.size() >= 3) {
        const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
        std::ranges::nth_element(gaps, middle);
        const auto upper = *middle;
        const auto lower = gaps.size() % 2 == 1 ? upper : *std::max_element(gaps.begin(), middle);
        summary.usual_gap = (lower + upper) / 2;
    }
    return summary;
}

std::uint32_t days_of_contact(std::span<const Contact> contacts, Day from, Day to) {
    std::uint32_t count = 0;
    std::optional<Day> last;
    const auto first =
        std::ranges::lower_bound(contacts, from, {}, [](const Contact& contact) { return contact.on; });
    for (const Contact& contact : std::span(first, contacts.end())) {
        if (contact.on > to) break;
        if (last != contact.on) ++count;
        last = contact.on;
    }
    return count;
}

}  // namespace kith
