// Names and work on a vCard: several properties that together say one thing.
#include <algorithm>

#include "base/text.h"
#include "exchange/vcard/card_reading.h"
#include "exchange/vcard/names.h"
#include "model/fields.h"

namespace kith {

void CardReading::read_name(const VcardProperty& property) {
    const auto parts = split_unescaped(property.value, ';', reader_.version());
    if (!person() || std::ranges::any_of(parts_, [](const std::string& part) { return !part.empty(); })) {
        if (property.value.find_first_not_of("; ,") != std::string_view::npos)
            keep(property);  // in another script, say
        return;
    }
    for (std::size_t i = 0; i < std::min(parts.size(), parts_.size()); ++i) {
        for (const std::string_view one : split_unescaped(parts[i], ',', reader_.version())) {
            const std::string text = unescaped(trim(one), reader_.version());
            if (text.empty()) continue;
            // 2.1 has no lists: its commas are part of the name ("Jr., M.D.").
            if (!parts_[i].empty()) parts_[i] += reader_.version() == VcardVersion::v2_1 ? ", " : " ";
            parts_[i] += text;
        }
    }
}

void CardReading::read_formatted_name(const VcardProperty& property) {
    if (formatted_name_.empty())
        formatted_name_ = plain(property);
    else if (formatted_name_ != plain(property))
        keep(property);
}

void CardReading::finish_name() {
    if (!person()) {
        const bool named = !trim(formatted_name_).empty();
        if (named) builder_.text(organisation::name, formatted_name_, "FN");
        return;
    }
    constexpr FieldId fields[] = {person::family_name, person::given_name, person::additional_names,
        person::name_prefix, person::name_suffix};
    if (!display_only_) {
        for (std::size_t i = 0; i < parts_.size(); ++i)
            builder_.text(fields[i], parts_[i], "N");
    }
    const std::string_view shown = builder_.line_of_text(formatted_name_, "FN", longest_name);
    const Card& card = builder_.card();
    const auto part = [&](FieldId field) { return card.text(field); };
    const std::string from_parts = joined_name(part(person::name_prefix), part(person::given_name),
        part(person::additional_names), part(person::family_name), part(person::name_suffix));
    // Programs make FN from N: only another name says something.
    if (!shown.empty() && !is_same_name(shown, from_parts) && !is_stand_in(shown)) {
        builder_.value(person::display_name, Value::text(shown));
    }
}

bool CardReading::is_stand_in(std::string_view shown) const {
    const Card& card = builder_.card();
    if (card.text(person::nickname) == shown && !card.has(person::given_name) &&
        !card.has(person::family_name))
        return true;
    if (std::ranges::any_of(card.jobs, [&](const CardJob& job) { return job.organisation == shown; }))
        return true;
    return std::ranges::any_of(card.entries, [&](const kith::Entry& entry) {
        return entry.field == person::contact_points &&
            row_part(entry.value, person::contact_points::value) == shown;
    });
}

void CardReading::read_organisation(const VcardProperty& property) {
    Work& work = organisations_.emplace_back(property.group, components(property));
    work.property = &property;
    for (const std::string& unit : std::span(work.values).subspan(1)) {
        if (unit.empty()) continue;
        if (!work.department.empty()) work.department += ", ";
        work.department += unit;
    }
    work.values.resize(1);
}

void CardReading::read_title(const VcardProperty& property) {
    titles_.push_back({property.group, {plain(property)}, {}, &property});
}

void CardReading::read_role(const VcardProperty& property) {
    roles_.push_back({property.group, {plain(property)}, {}, &property});
}

Slices CardReading::finish_work() {
    ValuesRead values;
    if (!person()) {
        for (const Work& work : organisations_) {
            const std::string& name = work.values[0];
            if (trim(formatted_name_).empty()) formatted_name_ = name;
            if (name != formatted_name_ || !work.department.empty()) keep(*work.property);
            if (values.done(work.property->value.size())) co_await next_slice;
        }
        for (const std::vector<Work>* const works : {&titles_, &roles_}) {
            for (const Work& work : *works) {
                keep(*work.property);
                if (values.done(work.property->value.size())) co_await next_slice;
            }
        }
        co_return;
    }
    if (titles_.empty()) titles_.swap(roles_);
    for (const Work& role : roles_) {
        keep(*role.property);
        if (values.done(role.property->value.size())) co_await next_slice;
    }
    std::vector<const Work*> free;
    std::vector<const Work*> title_of(organisations_.size());
    std::unordered_map<std::string, std::size_t> by_group;  // the first of each
    for (std::size_t i = 0; i < organisations_.size(); ++i) {
        if (!organisations_[i].group.empty()) by_group.emplace(ascii_lower(organisations_[i].group), i);
    }
    for (const Work& title : titles_) {
        const auto at = by_group.find(ascii_lower(title.group));
        if (at != by_group.end() && title_of[at->second] == nullptr)
            title_of[at->second] = &title;
        else
            free.push_back(&title);
    }
    co_await next_slice;
    const std::size_t jobs_before = builder_.card().jobs.size();
    auto next = free.begin();
    for (std::size_t i = 0; i < organisations_.size(); ++i) {
        const bool alone = organisations_.size() == 1 && free.size() == 1;  // item2.ORG and item3.TITLE
        const bool takes_free = title_of[i] == nullptr && next != free.end() &&
            (alone || (organisations_[i].group.empty() && (*next)->group.empty()));
        if (takes_free) title_of[i] = *next++;
        add_job(&organisations_[i], title_of[i]);
        if (values.done(organisations_[i].property->value.size())) co_await next_slice;
    }
    // A second role at the only employer, or a role of one's own.
    for (; next != free.end(); ++next) {
        const auto& jobs = builder_.card().jobs;
        const bool at_the_only_one =
            organisations_.size() == 1 && (*next)->group.empty() && jobs.size() > jobs_before;
        if (at_the_only_one)
            add_role(CardJob(jobs[jobs_before]), **next);
        else
            add_job(nullptr, *next);
        if (values.done((*next)->property->value.size())) co_await next_slice;
    }
}

void CardReading::add_job(const Work* work, const Work* title) {
    const std::size_t before = builder_.card().jobs.size();
    builder_.job(work != nullptr ? work->values[0] : std::string_view{},
        title != nullptr ? title->values[0] : std::string_view{},
        work != nullptr ? work->department : std::string_view{}, "ORG");
    if (work == nullptr || builder_.card().jobs.size() == before) return;
    add_work_dates(builder_.card().jobs.back(), *work->property);
}

void CardReading::add_role(const CardJob& job, const Work& title) {
    const std::size_t before = builder_.card().jobs.size();
    builder_.job(job.organisation, title.values[0], job.department, "ORG");
    if (builder_.card().jobs.size() == before) return;
    CardJob& added = builder_.card().jobs.back();
    added.from = job.from;
    added.to = job.to;
    added.place = job.place;
}

void CardReading::add_work_dates(CardJob& job, const VcardProperty& property) {
    job.from = parse_iso_date(reader_.parameter(property, "X-KITH-FROM")).value_or(PartialDate{});
    job.to = parse_iso_date(reader_.parameter(property, "X-KITH-TO")).value_or(PartialDate{});
    job.place =
        builder_.line_of_text(reader_.parameter(property, "X-KITH-PLACE"), property.name, longest_line);
    job.brought = builder_.lines_of_text(reader_.parameter(property, "X-KITH-BROUGHT"), property.name);
    job.notes = builder_.lines_of_text(reader_.parameter(property, "X-KITH-NOTES"), property.name);
}

void CardReading::read_work(const VcardProperty& property) {
    if (!person()) return keep(property);  // only people are employed
    const auto parts = components(property);
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? std::string_view(parts[i]) : std::string_view{};
    };
    const std::size_t before = builder_.card().jobs.size();
    builder_.job(part(0), part(2), part(1), property.name);
    if (builder_.card().jobs.size() == before) return;
    add_work_dates(builder_.card().jobs.back(), property);
    builder_.card().jobs.back().past = equal_ignoring_ascii_case(property.name, "X-KITH-PAST-WORK");
}

void CardReading::read_former_name(const VcardProperty& property) {
    if (person())
        builder_.text(person::former_name, plain(property), property.name);
    else
        keep(property);
}

void CardReading::read_whole(const VcardProperty&) {
    display_only_ = true;
}

}  // namespace kith
