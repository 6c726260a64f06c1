#include "exchange/people/compare.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/people/matching.h"
#include "identity/organisations.h"
#include "model/fields.h"

namespace kith {

// Sources --------------------------------------------------------------------------------------------

bool Source::is_ours(std::uint32_t transaction) {
    if (const auto at = ours_.find(transaction); at != ours_.end()) return at->second;
    const TransactionInfo& info = workspace_->transactions()[transaction];
    bool ours = false;
    if (info.kind == TransactionKind::import) {
        const Message label = Workspace::label_of(info);
        for (std::size_t i = 2; i < label.arguments.size(); ++i)
            ours = ours || label.arguments[i].text == key_;
    }
    ours_.emplace(transaction, ours);
    return ours;
}

bool Source::has_set(RecordId record, FieldId field, ElementId element) {
    const std::vector<PastValue> history = workspace_->history_of(record, field);
    const PastValue* current = nullptr;
    for (const PastValue& past : history) {
        if (past.element != element) continue;
        if (current == nullptr) current = &past;
        if (!(past.value == current->value)) continue;
        // Undo and redo put back what something else had written.
        const TransactionKind kind = workspace_->transactions()[past.transaction].kind;
        if (kind == TransactionKind::undo || kind == TransactionKind::redo) continue;
        return is_ours(past.transaction);
    }
    return false;
}

void OrganisationIndex::add(std::string_view name, RecordId organisation) {
    if (!name.empty()) by_key_.try_emplace(hash_text(organisation_key(name)), organisation);
}

RecordId OrganisationIndex::find(std::string_view name) const {
    const auto at = by_key_.find(hash_text(organisation_key(name)));
    return at != by_key_.end() ? at->second : RecordId{};
}

std::uint64_t deleted_job_key(RecordId person, std::string_view organisation, std::string_view role) {
    return mix(person.value ^ hash_text(organisation_key(organisation) + '\n' + fold(role)));
}

std::string work_text(std::string_view role, std::string_view organisation) {
    std::string text(role);
    if (!role.empty() && !organisation.empty()) text += ", ";
    text += organisation;
    return text;
}

// Rows -----------------------------------------------------------------------------------------------

std::uint64_t row_key(FieldId field, Value row) {
    if (field == person::contact_points || field == organisation::contact_points) {
        const std::string_view kind = row_part(row, person::contact_points::kind);
        const std::string_view value = row_part(row, person::contact_points::value);
        std::string key;
        if (kind == contact::email) key = email_key(value);
        if (kind == contact::phone) key = phone_key(value);
        if (key.empty()) key = fold(value);
        return hash_text(std::string(kind) + '\n' + key);
    }
    if (field == person::links || field == organisation::links) {
        const std::string_view url = row_part(row, person::links::url);
        const std::string slug = linkedin_slug(url);
        return hash_text(slug.empty() ? url_key(url) : "in/" + slug);
    }
    std::string key;
    const auto parts = decode_row(row.as_row());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool label = field == person::addresses && i == place_in_row(person::addresses::label);
        if (!label) key += fold(parts[i]);
        key += '\n';
    }
    while (key.ends_with('\n'))
        key.pop_back();
    return hash_text(key);
}

namespace {

/// A value as a person reads it.
std::string describe(const FieldSpec& field, Value value) {
    switch (value.type()) {
        case ValueType::none: return {};
        case ValueType::text: return std::string(value.as_text());
        case ValueType::date: return to_iso(value.as_date());
        case ValueType::boolean: return value.as_boolean() ? "yes" : "no";
        case ValueType::integer: return std::to_string(value.as_integer());
        case ValueType::bytes: return std::to_string((value.as_bytes().size() + 1023) / 1024) + " KB";
        default: break;
    }
    std::string text;
    const bool point = field.id == person::contact_points || field.id == organisation::contact_points;
    const auto parts = decode_row(value.as_row());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool unsaid = point &&
            (i == place_in_row(person::contact_points::kind) ||
                i == place_in_row(person::contact_points::primary));
        if (parts[i].empty() || unsaid) continue;
        if (!text.empty()) text += field.id == person::addresses ? ", " : " · ";
        text += parts[i];
    }
    return text;
}

/// The comparison of one card with one record.
class Comparison {
public:
    Comparison(const Workspace& workspace, const Card& card, RecordId record, const CompareContext& context)
        : workspace_(workspace),
          card_(card),
          record_(record),
          source_(context.source),
          deleted_(context.deleted_jobs),
          stages_(context.stages),
          organisations_(context.organisations),
          keeper_(context.keeper) {}

    Compared run() {
        for (const Entry& entry : card_.entries) {
            const FieldSpec& field = *find_field(entry.field);
            if (entry.field == opportunity::stage)
                compare_stage(field, entry.value);
            else if (entry.field == opportunity::stage_history)
                continue;  // goes with the stage
            else if (field.type == FieldType::rows)
                compare_row(field, entry.value);
            else if (field.type == FieldType::text_set)
                compare_element(field, entry.value);
            else
                compare_plain(record_, field, entry.value);
        }
        if (card_.kind == Kind::opportunity)
            compare_employer();
        else
            compare_jobs();
        return std::move(found_);
    }

private:
    struct Held {  // an affiliation here
        RecordId record;
        RecordId organisation;
        std::string organisation_name;
        std::string role;
        bool past = false;
        bool matched = false;
    };
    struct HeldRow {
        ElementId element;
        Value value;
    };

    const Workspace& workspace_;
    const Card& card_;
    RecordId record_;
    Source& source_;
    const DeletedJobs& deleted_;
    const OpportunityStages& stages_;
    const OrganisationIndex& organisations_;
    Keeper& keeper_;
    Compared found_;
    FieldId rows_of_;
    boost::unordered_flat_map<std::uint64_t, HeldRow> rows_;  // the first of each key
    boost::unordered_flat_set<std::uint64_t> whole_rows_;     // a number may be here under two labels

    void add(FieldId field, DifferenceKind kind, std::string here, std::string in_file, Step step) {
        found_.differences.push_back(
            {field, kind, kind != DifferenceKind::differs, std::move(here), std::move(in_file)});
        found_.steps.push_back(step);
    }

    void compare_plain(RecordId record, const FieldSpec& field, Value in_file) {
        const Value here = workspace_.get(record, field.id);
        if (here == in_file) return;
        const auto same = [&](Value past) { return past == in_file; };
        Step step{Step::What::set, record, field.id, {}, in_file, 0};
        if (here.empty()) {
            if (repeats_the_name(field.id, in_file)) return;
            // The card went out from here.
            if (field.id == person::uid && uid_key(in_file.as_text()) == uid_key(derived_uid(record))) return;
            const bool removed = source_.was_removed(record, field.id, same);
            add(field.id, removed ? DifferenceKind::differs : DifferenceKind::fills, {},
                describe(field, in_file), step);
            return;
        }
        if (field.has(hidden)) return;  // a UID of another address book
        if (field.type == FieldType::long_text &&
            here.as_text().find(in_file.as_text()) != std::string_view::npos)
            return;
        const bool ours = source_.has_set(record, field.id);
        if (field.type == FieldType::long_text && !ours) step.what = Step::What::append_text;
        add(field.id, ours ? DifferenceKind::updates : DifferenceKind::differs, describe(field, here),
            describe(field, in_file), step);
    }

    /// A name as shown that the parts here make already says nothing new.
    bool repeats_the_name(FieldId field, Value in_file) const {
        if (field != person::display_name) return false;
        const auto part = [&](FieldId of) { return workspace_.text(record_, of); };
        return is_same_name(in_file.as_text(),
            joined_name(part(person::name_prefix), part(person::given_name), part(person::additional_names),
                part(person::family_name), part(person::name_suffix)));
    }

    void compare_element(const FieldSpec& field, Value in_file) {
        bool here = false;
        const ElementId element = element_of(in_file.as_text());
        workspace_.for_each_element(
            record_, field.id, [&](Element one) { here = here || one.id == element; });
        if (here) return;
        const bool removed =
            source_.was_removed(record_, field.id, [&](Value past) { return past == in_file; });
        add(field.id, removed ? DifferenceKind::differs : DifferenceKind::adds, {}, describe(field, in_file),
            {Step::What::add, record_, field.id, element, in_file, 0});
    }

    void compare_row(const FieldSpec& field, Value in_file) {
        if (rows_of_ != field.id) {
            rows_of_ = field.id;
            rows_.clear();
            whole_rows_.clear();
            workspace_.for_each_element(record_, field.id, [&](Element one) {
                whole_rows_.insert(hash_text(one.value.as_row()));
                rows_.try_emplace(row_key(field.id, one.value), HeldRow{one.id, one.value});
            });
        }
        if (whole_rows_.contains(hash_text(in_file.as_row()))) return;
        const std::uint64_t key = row_key(field.id, in_file);
        if (const auto at = rows_.find(key); at != rows_.end()) {
            compare_held_row(field, at->second, in_file);
            return;
        }
        const bool removed = source_.was_removed(record_, field.id,
            [&](Value past) { return past.type() == ValueType::row && row_key(field.id, past) == key; });
        add(field.id, removed ? DifferenceKind::differs : DifferenceKind::adds, {}, describe(field, in_file),
            {Step::What::add_row, record_, field.id, {}, in_file, 0});
        rows_.emplace(key, HeldRow{{}, in_file});
    }

    /// The same address or number: a label may be missing here, or may have changed in the file.
    void compare_held_row(const FieldSpec& field, HeldRow& held, Value in_file) {
        if (!held.element || held.value == in_file) return;
        const auto here = decode_row(held.value.as_row());
        const auto there = decode_row(in_file.as_row());
        std::vector<std::string_view> merged = there;
        merged.resize(std::max(here.size(), there.size()));
        bool fills = false;
        bool differs = false;
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i].empty()) continue;
            differs = differs || (i < there.size() && !there[i].empty() && there[i] != here[i]);
            merged[i] = here[i];
        }
        for (std::size_t i = 0; i < merged.size(); ++i) {
            fills = fills || (!merged[i].empty() && (i >= here.size() || here[i].empty()));
        }
        Value value = in_file;
        if (!differs || !source_.has_set(record_, field.id, held.element)) {
            if (!fills) return;
            value = Value::row(keeper_.keep(encode_row(merged)));
        }
        if (value == held.value) return;
        add(field.id, fills ? DifferenceKind::fills : DifferenceKind::updates, describe(field, held.value),
            describe(field, value), {Step::What::replace_row, record_, field.id, held.element, value, 0});
        held.element = {};
    }

    // Opportunities ----------------------------------------------------------------------------------

    /// A file knows that somebody applied, and nothing of what came of it.
    void compare_stage(const FieldSpec& field, Value in_file) {
        if (in_file.as_text() != stages_.applied.front()) return;
        const std::string_view here = workspace_.text(record_, field.id);
        if (!here.empty() && !std::ranges::contains(stages_.before, here)) return;
        DifferenceKind kind = here.empty() ? DifferenceKind::fills : DifferenceKind::differs;
        if (!here.empty() && source_.has_set(record_, field.id)) kind = DifferenceKind::updates;
        const auto same = [&](Value past) { return past == in_file; };
        if (here.empty() && source_.was_removed(record_, field.id, same)) kind = DifferenceKind::differs;
        add(field.id, kind, std::string(here), describe(field, in_file),
            {Step::What::move_stage, record_, field.id, {}, in_file, 0});
    }

    void compare_employer() {
        if (card_.jobs.empty()) return;
        const auto name_of = [&](RecordId organisation) {
            return workspace_.text(organisation, organisation::name);
        };
        const std::string_view in_file = card_.jobs[0].organisation;
        const std::string_view here = name_of(workspace_.reference(record_, opportunity::organisation));
        const std::string key = organisation_key(in_file);
        if (organisation_key(here) == key) return;
        const bool removed = source_.was_removed(record_, opportunity::organisation, [&](Value past) {
            return !past.empty() && organisation_key(name_of(past.as_reference())) == key;
        });
        DifferenceKind kind = here.empty() ? DifferenceKind::fills : DifferenceKind::differs;
        if (!here.empty() && source_.has_set(record_, opportunity::organisation))
            kind = DifferenceKind::updates;
        if (removed) kind = DifferenceKind::differs;
        add(opportunity::organisation, kind, std::string(here), std::string(in_file),
            {Step::What::employer, record_, opportunity::organisation, {}, {}, 0});
    }

    // Work -------------------------------------------------------------------------------------------

    std::vector<Held> held_jobs() const {
        std::vector<Held> held;
        if (card_.kind != Kind::person) return held;
        for (const RecordId affiliation : workspace_.referrers(record_, affiliation::person)) {
            const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
            held.push_back(
                {affiliation, organisation, std::string(workspace_.text(organisation, organisation::name)),
                    fold(workspace_.text(affiliation, affiliation::role)),
                    workspace_.flag(affiliation, affiliation::past) ||
                        !workspace_.date(affiliation, affiliation::to).empty()});
        }
        return held;
    }

    void compare_jobs() {
        if (card_.jobs.empty()) return;
        std::vector<Held> held = held_jobs();
        std::vector<Held*> match(card_.jobs.size());
        const auto take_first = [&](std::size_t job, auto fits) {
            if (match[job] != nullptr) return;
            const auto at =
                std::ranges::find_if(held, [&](const Held& one) { return !one.matched && fits(one); });
            if (at == held.end()) return;
            at->matched = true;
            match[job] = &*at;
        };
        const auto is_there = [&](const Held& one, const CardJob& job) {
            return organisation_key(one.organisation_name) == organisation_key(job.organisation) ||
                (one.organisation && organisations_.find(job.organisation) == one.organisation);
        };
        for (std::size_t i = 0; i < match.size(); ++i) {
            const CardJob& job = card_.jobs[i];
            const std::string role = fold(job.role);
            take_first(i, [&](const Held& one) { return one.role == role && is_there(one, job); });
        }
        for (std::size_t i = 0; i < match.size(); ++i) {
            const CardJob& job = card_.jobs[i];
            take_first(i, [&](const Held& one) { return one.past == job.past && is_there(one, job); });
        }
        // Nobody leaves "Mercy General" for "Mercy General Hospital".
        for (std::uint32_t i = 0; i < match.size(); ++i) {
            const CardJob& job = card_.jobs[i];
            if (match[i] != nullptr) continue;
            take_first(i, [&](const Held& one) { return one.past == job.past && is_alike(one, job); });
            if (match[i] != nullptr) note_other_name(*match[i], i);
        }
        bool new_employer = false;
        for (std::uint32_t i = 0; i < match.size(); ++i) {
            if (match[i] != nullptr)
                compare_job(*match[i], card_.jobs[i]);
            else
                new_employer = add_job(i) || new_employer;
        }
        if (!new_employer) return;
        for (const Held& one : held) {
            if (one.matched || one.past || !source_.has_set(one.record, affiliation::organisation)) continue;
            const RecordId organisation = workspace_.reference(one.record, affiliation::organisation);
            add(affiliation::past, DifferenceKind::updates,
                work_text(workspace_.text(one.record, affiliation::role),
                    workspace_.text(organisation, organisation::name)),
                {}, {Step::What::past_job, one.record, affiliation::past, {}, Value::boolean(true), 0});
        }
    }

    static bool is_alike(const Held& held, const CardJob& job) {
        return identity::compare_organisations(held.organisation_name, job.organisation) !=
            identity::OrganisationLikeness::different;
    }

    /// The same employer by another name, in all likelihood: a job of its own only if the person says so.
    void note_other_name(const Held& held, std::uint32_t index) {
        add(affiliation::organisation, DifferenceKind::differs, held.organisation_name,
            std::string(card_.jobs[index].organisation),
            {Step::What::new_job, record_, affiliation::organisation, {}, {}, index});
    }

    void compare_job(const Held& held, const CardJob& job) {
        const auto text = [&](FieldId field, std::string_view value) {
            if (!value.empty() && fold(value) != fold(workspace_.text(held.record, field))) {
                compare_plain(held.record, *find_field(field), Value::text(value));
            }
        };
        const auto date = [&](FieldId field, const PartialDate& value) {
            if (!value.empty()) compare_plain(held.record, *find_field(field), Value::date(value));
        };
        text(affiliation::role, job.role);
        text(affiliation::department, job.department);
        text(affiliation::place, job.place);
        text(affiliation::brought, job.brought);
        text(affiliation::notes, job.notes);
        date(affiliation::from, job.from);
        date(affiliation::to, job.to);
    }

    bool add_job(std::uint32_t index) {
        const CardJob& job = card_.jobs[index];
        const bool deleted = deleted_.contains(deleted_job_key(record_, job.organisation, job.role));
        add(affiliation::organisation, deleted ? DifferenceKind::differs : DifferenceKind::adds, {},
            work_text(job.role, job.organisation),
            {Step::What::new_job, record_, affiliation::organisation, {}, {}, index});
        return !deleted && !job.past;
    }
};

}  // namespace

Compared compare(
    const Workspace& workspace, const Card& card, RecordId record, const CompareContext& context) {
    Comparison comparison(workspace, card, record, context);
    return comparison.run();
}

}  // namespace kith
