#include "exchange/people/identity_answers.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "model/fields.h"
#include "workspace/settings.h"

namespace kith {

namespace {

constexpr std::string_view yes = "yes", no = "no";

FamilySettingName of_two(const SettingFamily& family, RecordId a, RecordId b) {
    return family.of(to_hex(std::min(a.value, b.value)) + " " + to_hex(std::max(a.value, b.value)));
}

/// The two numbers that a setting of a family is about; zero if they are none, or it is of another.
std::pair<std::uint64_t, std::uint64_t> two_in(const SettingFamily& family, std::string_view name) {
    const auto about = family.about(name);
    const std::size_t space = about ? about->find(' ') : std::string_view::npos;
    if (space == std::string_view::npos) return {};
    return {from_hex(about->substr(0, space)).value_or(0), from_hex(about->substr(space + 1)).value_or(0)};
}

/// Records that are one person's by what was said.
class Same {
public:
    void join(RecordId a, RecordId b) { up_[first(a)] = first(b); }
    RecordId first(RecordId record) const {
        for (auto at = up_.find(record); at != up_.end() && at->second != record; at = up_.find(record))
            record = at->second;
        return record;
    }
    /// All of them by their first. O(n).
    boost::unordered_flat_map<RecordId, std::vector<RecordId>, IdHash> members() const {
        boost::unordered_flat_map<RecordId, std::vector<RecordId>, IdHash> members;
        for (const auto& [record, above] : up_)
            members[first(record)].push_back(record);
        return members;
    }

private:
    boost::unordered_flat_map<RecordId, RecordId, IdHash> up_;
};

/// Lets a "no" about one record count for all that are the same person.
void spread(IdentityAnswers& answers) {
    if (answers.same.empty() || answers.apart.empty()) return;
    Same same;
    for (const auto& [a, b] : answers.same) {
        same.join(a, a);
        same.join(b, b);
        same.join(a, b);
    }
    const auto members = same.members();
    const auto all_of = [&](RecordId record) {
        const auto at = members.find(same.first(record));
        return at != members.end() ? at->second : std::vector{record};
    };
    const std::vector<IdentityAnswers::Pair> said = std::move(answers.apart);
    answers.apart = {};
    for (const auto& [a, b] : said) {
        if (same.first(a) == same.first(b)) continue;  // said later, by joining them after all
        for (const RecordId one : all_of(a)) {
            for (const RecordId other : all_of(b))
                answers.apart.emplace_back(one, other);
        }
    }
}

}  // namespace

void tell_apart(Draft& draft, const Workspace& workspace, RecordId a, RecordId b) {
    write_setting(draft, workspace, of_two(settings::not_the_same, a, b), yes);
}

bool are_told_apart(const Workspace& workspace, RecordId a, RecordId b) {
    return workspace.live(setting_record(of_two(settings::not_the_same, a, b)));
}

void tell_same(Draft& draft, const Workspace& workspace, RecordId a, RecordId b) {
    write_setting(draft, workspace, of_two(settings::the_same, a, b), yes);
}

std::uint64_t entry_signature(const Card& card) {
    std::string text;
    for (const FieldId field : {person::given_name, person::additional_names, person::family_name,
             person::name_suffix, person::display_name})
        text += fold(card.text(field)) + '\n';
    // The surest kind of thing there is, and of those the first: what follows is added to more often.
    std::string_view uid, profile, email, phone;
    for (const Entry& entry : card.entries) {
        const auto take = [](std::string_view& slot, std::string_view value) {
            if (slot.empty()) slot = value;
        };
        if (entry.field == person::uid) take(uid, entry.value.as_text());
        if (entry.field == person::links) {
            const std::string_view url = row_part(entry.value, person::links::url);
            if (!linkedin_slug(url).empty()) take(profile, url);
        }
        if (entry.field == person::contact_points) {
            const std::string_view kind = row_part(entry.value, person::contact_points::kind);
            const std::string_view value = row_part(entry.value, person::contact_points::value);
            if (kind == contact::email) take(email, value);
            if (kind == contact::phone) take(phone, value);
        }
    }
    if (!uid.empty())
        text += uid_key(uid);
    else if (!profile.empty())
        text += linkedin_slug(profile);
    else if (!email.empty())
        text += email_key(email);
    else if (!phone.empty())
        text += phone_key(phone);
    else if (!card.jobs.empty())
        text += fold(card.jobs.front().organisation);
    return hash_text(text);
}

EntrySignatures entry_signatures(const Card& card) {
    std::uint64_t whole = 0;
    const auto add = [&](std::string_view text) { whole = mix(whole + hash_text(text)); };
    for (const Entry& entry : card.entries) {
        whole = mix(whole + entry.field.value);
        whole =
            mix(whole + entry.value.as_date().pack() + static_cast<std::uint64_t>(entry.value.as_integer()) +
                static_cast<std::uint64_t>(entry.value.as_boolean()));
        for (const std::string_view text :
            {entry.value.as_text(), entry.value.as_row(), entry.value.as_bytes()})
            add(text);
    }
    for (const CardJob& job : card.jobs) {
        for (const std::string_view text : {job.organisation, job.role, job.department, job.place})
            add(text);
    }
    return {whole, entry_signature(card)};
}

void answer_entry(
    Draft& draft, const Workspace& workspace, std::uint64_t entry, RecordId person, bool is_same) {
    write_setting(draft, workspace, settings::entry_is.of(to_hex(entry) + " " + to_hex(person.value)),
        is_same ? yes : no);
}

IdentityAnswers identity_answers(const Workspace& workspace) {
    IdentityAnswers answers;
    for (const RecordId setting : workspace.all(Kind::setting)) {
        if (!workspace.live(setting)) continue;
        const std::string_view name = workspace.text(setting, setting::name);
        const std::string_view value = workspace.text(setting, setting::value);
        const auto add = [&](const SettingFamily& family, std::vector<IdentityAnswers::Pair>& pairs) {
            const auto [a, b] = two_in(family, name);
            if (a != 0 && b != 0) pairs.emplace_back(RecordId{a}, RecordId{b});
        };
        add(settings::not_the_same, answers.apart);
        add(settings::the_same, answers.same);
        const auto [entry, person] = two_in(settings::entry_is, name);
        if (person != 0) answers.entries.push_back({entry, RecordId{person}, value == yes});
    }
    spread(answers);
    std::ranges::sort(answers.entries, {}, &IdentityAnswers::OfEntry::entry);
    return answers;
}

}  // namespace kith
