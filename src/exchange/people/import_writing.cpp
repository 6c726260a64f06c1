#include "exchange/people/import_writing.h"

#include <algorithm>

#include "exchange/people/identity_answers.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

ImportWriting::ImportWriting(
    const ImportPlan& plan, ImportPlanning& planning, RecordTaking& others, Random& random)
    : plan_(plan),
      planning_(planning),
      others_(others),
      random_(random),
      draft_({"import.done", {}}, TransactionKind::import),
      records_(plan.items.size()) {}

double ImportWriting::fraction() const {
    return part_done(pieces_.count(), 2 * plan_.items.size());
}

/// Organisations with cards of their own come first, so that people's work finds them.
Slices ImportWriting::write() {
    others_.place(plan_, planning_);
    co_await others_.write_organisations(draft_, new_organisations_, random_);
    for (const bool organisations : {true, false}) {
        for (std::size_t i = 0; i < plan_.items.size(); ++i) {
            if ((plan_.items[i].kind == Kind::organisation) == organisations) write(i);
            if (pieces_.done()) co_await next_slice;
        }
    }
    co_await others_.write_others(draft_, random_);
    co_await remember_answers();
    label_draft();
}

void ImportWriting::write(std::size_t index) {
    const ImportItem& item = plan_.items[index];
    const PlannedItem& planned = planning_.planned()[index];
    bool written = false;
    switch (item.choice) {
        case ItemChoice::skip: break;
        case ItemChoice::take_as_new:
            records_[index] = write_new(item, planned.card);
            written = true;
            break;
        case ItemChoice::join:
            records_[index] = item.match;
            written = write_steps(item, planned);
            break;
    }
    if (written) ++written_;
    note_record(index);
}

/// Kith's own JSON says of others what they have to do with this one.
void ImportWriting::note_record(std::size_t index) {
    const PlannedItem& planned = planning_.planned()[index];
    others_.note_person(planned.card.record, records_[index]);
    for (const Card& part : planned.parts)
        others_.note_person(part.record, records_[index]);
}

/// A record of Kith's own file stays the one that it was, unless it is here, or was, as somebody else.
RecordId ImportWriting::made(const Card& card) {
    const bool is_free = card.record && kind_of(card.record) == card.kind && !others_.here(card.record) &&
        planning_.workspace().state(card.record) == RecordState::absent;
    if (!is_free) return draft_.create(card.kind, random_);
    draft_.create(card.record);
    return card.record;
}

void ImportWriting::write_entry(RecordId record, FieldId field, Value value) {
    const FieldSpec& spec = *find_field(field);
    if (spec.type == FieldType::rows)
        draft_.add_row(record, field, decode_row(value.as_row()), random_);
    else if (spec.type == FieldType::text_set)
        draft_.add(record, field, value.as_text());
    else
        draft_.set(record, field, value);
}

RecordId ImportWriting::write_new(const ImportItem& item, const Card& card) {
    const std::string_view file = plan_.files[item.file].name;
    const RecordId record = made(card);
    for (const Entry& entry : card.entries) {
        if (entry.field == person::self && self(planning_.workspace())) continue;  // there is one of them
        const bool says_its_id = entry.field == person::uid && card.record == record &&
            entry.value.as_text() == derived_uid(record);
        if (!says_its_id) write_entry(record, entry.field, entry.value);
    }
    if (card.kind == Kind::opportunity) {
        write_new_opportunity(record, card, file);
        return record;
    }
    draft_.add(record, card.kind == Kind::person ? person::sources : organisation::sources, file);
    if (card.kind == Kind::organisation) {
        new_organisations_.add(card.text(organisation::name), record);
        return record;
    }
    for (const CardJob& job : card.jobs)
        write_job(record, job, file);
    return record;
}

/// LinkedIn's jobs are openings that somebody advertised.
void ImportWriting::write_new_opportunity(RecordId record, const Card& card, std::string_view file) {
    draft_.set(record, opportunity::kind, opportunity::kind::opening);
    draft_.set(record, opportunity::advertised, opportunity::advertised::advertised);
    if (!card.jobs.empty()) write_employer(record, card.jobs[0], file);
}

/// The stage, and when it was reached if the file says so.
void ImportWriting::move_stage(RecordId opportunity, Value stage, const Card& card) {
    draft_.set(opportunity, opportunity::stage, stage);
    for (const Entry& entry : card.entries) {
        if (entry.field == opportunity::stage_history &&
            row_part(entry.value, opportunity::stage_history::stage) == stage.as_text())
            write_entry(opportunity, entry.field, entry.value);
    }
}

void ImportWriting::write_employer(RecordId opportunity, const CardJob& job, std::string_view file) {
    if (const RecordId organisation = organisation_named(job.organisation, file))
        draft_.set(opportunity, opportunity::organisation, Value::reference(organisation));
}

bool ImportWriting::write_steps(const ImportItem& item, const PlannedItem& planned) {
    const std::string_view file = plan_.files[item.file].name;
    bool any = false;
    for (std::size_t i = 0; i < planned.steps.size(); ++i) {
        if (!item.differences[i].take) continue;
        any = true;
        const Step& step = planned.steps[i];
        switch (step.what) {
            case Step::What::set:
            case Step::What::past_job: draft_.set(step.record, step.field, step.value); break;
            case Step::What::append_text:
                draft_.set_text(
                    step.record, step.field, item.differences[i].here + "\n\n" + item.differences[i].in_file);
                break;
            case Step::What::add: draft_.add(step.record, step.field, step.value.as_text()); break;
            case Step::What::add_row:
                draft_.add_row(step.record, step.field, decode_row(step.value.as_row()), random_);
                break;
            case Step::What::replace_row:
                draft_.set_row(step.record, step.field, step.element, decode_row(step.value.as_row()));
                break;
            case Step::What::move_stage: move_stage(step.record, step.value, planned.card); break;
            case Step::What::employer: write_employer(step.record, planned.card.jobs[step.job], file); break;
            case Step::What::new_job: write_job(step.record, planned.card.jobs[step.job], file); break;
        }
    }
    if (any && item.kind != Kind::opportunity)
        draft_.add(item.match, item.kind == Kind::person ? person::sources : organisation::sources, file);
    return any;
}

void ImportWriting::write_job(RecordId person, const CardJob& job, std::string_view file) {
    const RecordId record = draft_.create(Kind::affiliation, random_);
    draft_.set(record, affiliation::person, Value::reference(person));
    RecordId organisation = others_.here(job.organisation_record);
    if (!organisation) organisation = organisation_named(job.organisation, file);
    if (organisation) draft_.set(record, affiliation::organisation, Value::reference(organisation));
    const auto text = [&](FieldId field, std::string_view value) {
        if (!value.empty()) draft_.set_text(record, field, value);
    };
    text(affiliation::role, job.role);
    text(affiliation::department, job.department);
    text(affiliation::place, job.place);
    text(affiliation::brought, job.brought);
    text(affiliation::notes, job.notes);
    if (!job.from.empty()) draft_.set(record, affiliation::from, Value::date(job.from));
    if (!job.to.empty()) draft_.set(record, affiliation::to, Value::date(job.to));
    if (job.past) draft_.set(record, affiliation::past, Value::boolean(true));
}

RecordId ImportWriting::organisation_named(std::string_view name, std::string_view file) {
    if (name.empty()) return {};
    if (const RecordId here = planning_.organisations().find(name)) return here;
    if (const RecordId fresh = new_organisations_.find(name)) return fresh;
    const RecordId record = draft_.create(Kind::organisation, random_);
    draft_.set_text(record, organisation::name, name);
    draft_.add(record, organisation::sources, file);
    new_organisations_.add(name, record);
    return record;
}

/// Whatever the person chose about who is who, so that it is not asked when the file comes again.
Slices ImportWriting::remember_answers() {
    Pieces pieces;
    for (std::size_t i = 0; i < plan_.items.size(); ++i) {
        if (plan_.items[i].is_settled()) remember(i);
        if (pieces.done()) co_await next_slice;
    }
}

std::vector<std::uint64_t> ImportWriting::entries_of(std::size_t index) const {
    const PlannedItem& planned = planning_.planned()[index];
    std::vector<std::uint64_t> entries;
    const auto add = [&](const Card& card) {
        const EntrySignatures signatures = entry_signatures(card);
        entries.push_back(signatures.whole);
        entries.push_back(signatures.short_one);
    };
    for (const Card& part : planned.parts)
        add(part);
    if (entries.empty()) add(planned.card);
    return entries;
}

void ImportWriting::remember(std::size_t index) {
    const ImportItem& item = plan_.items[index];
    const Workspace& workspace = planning_.workspace();
    const RecordId record = records_[index];
    const bool is_another = item.match && item.match != record;
    if (is_another) tell_apart(draft_, workspace, item.match, record);
    for (const std::uint64_t entry : entries_of(index)) {
        answer_entry(draft_, workspace, entry, record, true);
        if (is_another) answer_entry(draft_, workspace, entry, item.match, false);
    }
    if (item.split_group != 0) remember_split(index);
}

/// Those whom an item was put together with stand beside it.
void ImportWriting::remember_split(std::size_t index) {
    const auto is_of_group = [&](std::size_t at) {
        return plan_.items[at].split_group == plan_.items[index].split_group;
    };
    std::size_t first = index;
    while (first > 0 && is_of_group(first - 1))
        --first;
    for (std::size_t at = first; at < plan_.items.size() && is_of_group(at); ++at) {
        if (!records_[at] || records_[at] == records_[index]) continue;
        tell_apart(draft_, planning_.workspace(), records_[at], records_[index]);
        for (const std::uint64_t entry : entries_of(index))
            answer_entry(draft_, planning_.workspace(), entry, records_[at], false);
    }
}

void ImportWriting::label_draft() {
    std::string name = plan_.files.empty() ? std::string{} : plan_.files[0].name;
    if (plan_.files.size() > 1) name += " +" + std::to_string(plan_.files.size() - 1);
    std::vector<Argument> arguments{name, written_};
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        const std::string& source = planning_.source_of(i);
        if (std::ranges::find(arguments.begin() + 2, arguments.end(), source, &Argument::text) ==
            arguments.end())
            arguments.emplace_back(ArgumentView::kept(source));
    }
    draft_.relabel({"import.done", std::move(arguments)});
}

}  // namespace kith
