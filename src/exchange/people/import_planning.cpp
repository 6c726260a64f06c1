#include "exchange/people/import_planning.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "exchange/people/identity_answers.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// "contacts (3).vcf" and "Contacts.vcf" are the same source, unless the format has one source for all.
std::string source_key(const ImportedFile& file) {
    if (file.format != nullptr && !file.format->source.empty()) return std::string(file.format->source);
    std::string name = fold(file.name);
    if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
    if (const std::size_t open = name.rfind('('); open != std::string::npos && name.ends_with(')'))
        name.resize(open);
    return std::string(file.key()) + " " + std::string(trim(name));
}

std::string_view reason_key(KeyKind kind) {
    switch (kind) {
        case KeyKind::linkedin: return "import.same.linkedin";
        case KeyKind::uid: return "import.same.uid";
        case KeyKind::email: return "import.same.email";
        case KeyKind::phone: return "import.same.phone";
        case KeyKind::work: return "import.same.work";
        case KeyKind::name: return "import.same.name";
        case KeyKind::answer: return "import.same.answer";
    }
    return {};
}

bool takes_anything(const Compared& compared) {
    return std::ranges::any_of(compared.differences, &FieldDifference::take);
}

}  // namespace

ImportPlanning::ImportPlanning(const Workspace& workspace, std::vector<Card> cards,
    const std::vector<ImportedFile>& files, const OpportunityStages& stages, Keeper& keeper, Notices& notices,
    ImportPlan& plan)
    : workspace_(workspace),
      cards_(std::move(cards)),
      stages_(stages),
      keeper_(keeper),
      notices_(notices),
      plan_(plan),
      people_(workspace, cards_) {
    // Who was exported without a UID is known by the one that the record has everywhere.
    for (Card& card : cards_) {
        if (card.kind == Kind::person && card.record && !card.has(person::uid))
            card.entries.push_back({person::uid, Value::text(keeper.keep(derived_uid(card.record)))});
    }
    for (const ImportedFile& file : files)
        sources_.emplace_back(workspace, source_key(file));
    plan_.items.reserve(plan_.items.size() + cards_.size());
    planned_.resize(plan_.items.size());  // empty entries come first
    planned_.reserve(plan_.items.size() + cards_.size());
}

double ImportPlanning::fraction() const {
    std::size_t all = 3 * cards_.size();
    for (const Kind kind : {Kind::organisation, Kind::affiliation, Kind::person, Kind::opportunity})
        all += workspace_.all(kind).size();
    return part_done(work_done_, all);
}

template <typename Do>
Slices ImportPlanning::for_all(std::size_t count, Do what) {
    for (std::size_t i = 0; i < count; ++i) {
        what(i);
        ++work_done_;
        if (pieces_.done()) co_await next_slice;
    }
}

Slices ImportPlanning::note_all(Kind kind, void (ImportPlanning::*note)(RecordId)) {
    return for_all(workspace_.all(kind).size(),
        [this, kind, note](std::size_t i) { (this->*note)(workspace_.all(kind)[i]); });
}

Slices ImportPlanning::plan() {
    co_await note_all(Kind::organisation, &ImportPlanning::note_organisation);
    note_joined_organisations();
    co_await note_all(Kind::affiliation, &ImportPlanning::note_affiliation);
    co_await note_all(Kind::person, &ImportPlanning::note_person);
    co_await note_all(Kind::opportunity, &ImportPlanning::note_opportunity);
    co_await people_.find(same_, plan_.counts.joined);
    co_await for_all(cards_.size(), [this](std::size_t i) { join(static_cast<std::uint32_t>(i)); });
    co_await for_all(same_.size(), [this](std::size_t i) { merge(same_[i]); });
    co_await for_all(same_.size(), [this](std::size_t i) { plan_item(same_[i]); });
    plan_.counts.new_organisations += new_organisations_.size();
}

// Who is here ----------------------------------------------------------------------------------------

void ImportPlanning::note_organisation(RecordId record) {
    if (workspace_.live(record)) organisations_.add(workspace_.text(record, organisation::name), record);
}

/// What was joined to another is still called by its own name in files.
void ImportPlanning::note_joined_organisations() {
    for (const auto& [a, b] : identity_answers(workspace_).same) {
        if (kind_of(a) != Kind::organisation) continue;
        for (const auto& [live, joined] : {std::pair(a, b), std::pair(b, a)}) {
            if (workspace_.live(live) && !workspace_.live(joined))
                organisations_.add(workspace_.text(joined, organisation::name), live);
        }
    }
}

void ImportPlanning::note_affiliation(RecordId record) {
    if (workspace_.state(record) != RecordState::trashed) return;
    const RecordId organisation = workspace_.reference(record, affiliation::organisation);
    deleted_jobs_.insert(deleted_job_key(workspace_.reference(record, affiliation::person),
        workspace_.text(organisation, organisation::name), workspace_.text(record, affiliation::role)));
}

void ImportPlanning::note_person(RecordId record) {
    const RecordState state = workspace_.state(record);
    if (state != RecordState::live && state != RecordState::trashed) return;
    for (const PersonKey key : identity_of(workspace_, record).keys)
        here_.add(key, record.value);
    people_.note(record);
}

void ImportPlanning::note_opportunity(RecordId record) {
    const RecordState state = workspace_.state(record);
    if (state != RecordState::live && state != RecordState::trashed) return;
    OpportunityIndex& index = state == RecordState::live ? opportunities_here_ : opportunities_deleted_;
    index.add(identity_of_opportunity(workspace_, record), record.value);
}

// Within the files -----------------------------------------------------------------------------------

void ImportPlanning::join(std::uint32_t card) {
    if (cards_[card].kind == Kind::organisation) join_organisation(card);
    if (cards_[card].kind == Kind::opportunity) join_opportunity(card);
}

/// Organisations are known by their names alone: of two with one name, only one would be found again.
void ImportPlanning::join_organisation(std::uint32_t card) {
    const std::string_view name = cards_[card].text(organisation::name);
    const std::uint64_t key = hash_text(organisation_key(name));
    if (!name.empty()) {
        const auto [at, fresh] = organisations_in_files_.try_emplace(key, same_.size());
        if (!fresh) {
            same_[at->second].cards.push_back(card);
            ++plan_.counts.joined;
            return;
        }
    }
    same_.push_back({{card}, {}});
}

void ImportPlanning::join_opportunity(std::uint32_t card) {
    const OpportunityIdentity identity = identity_of_opportunity(cards_[card]);
    if (const auto found = opportunities_in_files_.find(identity)) {
        opportunities_in_files_.join(identity, *found);
        same_[*found].cards.push_back(card);
        ++plan_.counts.joined;
        return;
    }
    opportunities_in_files_.add(identity, same_.size());
    same_.push_back({{card}, {}});
}

/// Puts the cards of one person or organisation together in the first of them. Where they contradict each
/// other the first one counts, and the other's word is kept as a property.
void ImportPlanning::merge(SameCards& same) {
    Card& card = cards_[same.cards[0]];
    if (card.kind == Kind::person) same.identity = identity_of(card);
    if (same.cards.size() == 1) return;
    if (card.kind == Kind::opportunity) return merge_opportunity(same);
    if (card.kind == Kind::person) {
        for (const std::uint32_t index : same.cards)
            same.parts.push_back(cards_[index]);
    }
    CardBuilder builder(keeper_, notices_, plan_.files[card.file].name, card.file);
    builder.begin(card.line, card.kind);
    std::string lines;
    boost::unordered_flat_set<std::uint64_t> jobs;
    boost::unordered_flat_set<std::uint64_t> rows;
    for (const std::uint32_t index : same.cards) {
        const Card& one = cards_[index];
        for (const Entry& entry : one.entries) {
            const FieldSpec& field = *find_field(entry.field);
            if (field.type == FieldType::rows &&
                !rows.insert(mix(row_key(entry.field, entry.value)) + entry.field.value).second)
                continue;
            if (field.type == FieldType::long_text)
                builder.text(entry.field, entry.value.as_text(), field.key);
            else if (!field.has(hidden) || is_collection(field.type) || !builder.card().has(entry.field))
                builder.value(entry.field, entry.value);
        }
        for (const CardJob& job : one.jobs) {
            const bool fresh = jobs.insert(deleted_job_key({}, job.organisation, job.role)).second;
            if (fresh && jobs.size() <= 1000) builder.card().jobs.push_back(job);
        }
        if (index != same.cards[0] && lines.size() < 60)
            lines += (lines.empty() ? "" : ", ") + std::to_string(one.line);
    }
    card = builder.take();
    came_twice(card, lines);
    same.identity = identity_of(card);
}

void ImportPlanning::came_twice(const Card& card, const std::string& lines) {
    notices_.add({.kind = ErrorKind::bad_input,
        .message = {"import.came_twice", {card_name(card), lines}},
        .file = plan_.files[card.file].name,
        .line = card.line,
        .field = {}});
}

/// A job that was saved and then applied for, or applied for twice: what is said first counts, but that it
/// was applied for counts more, and every stage has its day.
void ImportPlanning::merge_opportunity(SameCards& same) {
    Card& card = cards_[same.cards[0]];
    bool twice_in_a_file = false;
    std::string lines;
    for (std::size_t i = 1; i < same.cards.size(); ++i) {
        const Card& one = cards_[same.cards[i]];
        for (const Entry& entry : one.entries) {
            const auto at = std::ranges::find_if(card.entries, [&](const Entry& held) {
                return held.field == entry.field &&
                    (entry.field != opportunity::stage_history || held.value == entry.value);
            });
            if (at == card.entries.end())
                card.entries.push_back(entry);
            else if (entry.field == opportunity::stage && entry.value.as_text() == stages_.applied.front())
                at->value = entry.value;
        }
        if (card.jobs.empty()) card.jobs = one.jobs;
        if (one.file != card.file) continue;
        twice_in_a_file = true;
        if (lines.size() < 60) lines += (lines.empty() ? "" : ", ") + std::to_string(one.line);
    }
    if (twice_in_a_file) came_twice(card, lines);
}

// Items ----------------------------------------------------------------------------------------------

void ImportPlanning::plan_item(SameCards& same) {
    ImportItem& item = plan_.items.emplace_back();
    PlannedItem& planned = planned_.emplace_back();
    planned.card = std::move(cards_[same.cards[0]]);
    const Card& card = planned.card;
    item.file = card.file;
    item.line = card.line;
    item.kind = card.kind;
    describe(item, card);
    keep_parts(same, item, planned);
    if (item.name.empty()) {
        item.status = ItemStatus::skipped;
        item.choice = ItemChoice::skip;
        const bool job = card.kind == Kind::opportunity;
        item.reason = {job ? "import.no_title" : "import.no_name", {}};
    } else if (card.kind == Kind::organisation) {
        plan_organisation(item, planned);
    } else if (card.kind == Kind::opportunity) {
        plan_opportunity(item, planned);
    } else {
        if (same.identity.nameless) nameless(item);
        plan_person(item, planned, same);
    }
    count(item, card);
    same = {};
}

/// Its name, and what tells it from others of that name.
void ImportPlanning::describe(ImportItem& item, const Card& card) {
    item.name = keeper_.keep(card_name(card));
    if (!card.jobs.empty())
        item.detail = keeper_.keep(work_text(card.jobs[0].role, card.jobs[0].organisation));
    for (const Entry& entry : card.entries) {
        if (item.detail.empty() && entry.field == person::contact_points)
            item.detail = row_part(entry.value, person::contact_points::value);
    }
    if (item.name.empty() && card.kind != Kind::opportunity) {
        const auto link = std::ranges::find(card.entries, person::links, &Entry::field);
        item.name =
            link != card.entries.end() ? row_part(link->value, person::links::url) : std::string_view{};
    }
}

void ImportPlanning::keep_parts(const SameCards& same, ImportItem& item, PlannedItem& planned) {
    planned.parts = same.parts;
    item.evidence = same.evidence;
    for (std::size_t i = 1; i < same.cards.size(); ++i) {
        const Card& one = i < same.parts.size() ? same.parts[i] : cards_[same.cards[i]];
        item.others.push_back({one.file, one.line});
    }
}

void ImportPlanning::nameless(const ImportItem& item) {
    notices_.add({.kind = ErrorKind::bad_input,
        .message = {"import.nameless", {item.name}},
        .file = plan_.files[item.file].name,
        .line = item.line,
        .field = {}});
}

Compared ImportPlanning::compare_with(const Card& card, RecordId record) {
    return compare(
        workspace_, card, record, {sources_[card.file], deleted_jobs_, stages_, organisations_, keeper_});
}

void ImportPlanning::settle(ImportItem& item, PlannedItem& planned, RecordId match, Compared compared) {
    item.match = match;
    item.choice = ItemChoice::join;
    item.status = takes_anything(compared) ? ItemStatus::changed : ItemStatus::already_here;
    item.differences = std::move(compared.differences);
    planned.steps = std::move(compared.steps);
}

void ImportPlanning::plan_organisation(ImportItem& item, PlannedItem& planned) {
    const RecordId here = organisations_.find(planned.card.text(organisation::name));
    if (here) settle(item, planned, here, compare_with(planned.card, here));
}

void ImportPlanning::plan_opportunity(ImportItem& item, PlannedItem& planned) {
    const OpportunityIdentity identity = identity_of_opportunity(planned.card);
    const auto found = opportunities_here_.find(identity);
    if (!found) {
        const auto deleted = opportunities_deleted_.find(identity);
        if (!deleted) return;
        item.status = ItemStatus::skipped;
        item.choice = ItemChoice::skip;
        item.reason = {"import.job_in_trash", {named(workspace_, RecordId{*deleted})}};
        return;
    }
    const RecordId here{*found};
    opportunities_here_.join(identity, *found);
    settle(item, planned, here, compare_with(planned.card, here));
    const bool posting =
        identity.posting != 0 && identity.posting == identity_of_opportunity(workspace_, here).posting;
    item.reason = {posting ? "import.same.posting" : "import.same.title", {}};
}

void ImportPlanning::plan_person(ImportItem& item, PlannedItem& planned, const SameCards& same) {
    // Of several who fit, the one about whom the file says nothing new; else the one who fits best.
    const IdentityMatch* best = nullptr;
    Compared compared;
    RecordId deleted;
    for (const IdentityMatch& match : same.sure) {
        if (!workspace_.live(match.record)) {
            if (!deleted) deleted = match.record;
            continue;
        }
        if (best != nullptr && !takes_anything(compared)) break;
        Compared one = compare_with(planned.card, match.record);
        if (best != nullptr && takes_anything(one)) continue;
        best = &match;
        compared = std::move(one);
    }
    if (best != nullptr) {
        settle(item, planned, best->record, std::move(compared));
        item.reason = {reason_key(best->why), {}};
        item.evidence = best->evidence;
        return;
    }
    if (settle_by_name(item, planned, same.identity)) return;
    if (same.question.record) {
        item.status = ItemStatus::maybe_known;
        item.match = same.question.record;
        item.evidence = same.question.evidence;
        const bool reached_alike = !same.question.evidence->agrees(identity::Reason::name) &&
            (same.question.why == KeyKind::email || same.question.why == KeyKind::phone);
        item.reason = {reached_alike ? "import.maybe.other_name" : "import.maybe.name",
            {named(workspace_, same.question.record)}};
    } else if (deleted) {
        item.status = ItemStatus::skipped;
        item.choice = ItemChoice::skip;
        item.reason = {"import.in_trash", {named(workspace_, deleted)}};
    }
}

/// Whether anything that the record says was set by an import from the card's source.
bool ImportPlanning::has_come_before(const Card& card, RecordId record) {
    Source& source = sources_[card.file];
    return std::ranges::any_of(card.entries, [&](const Entry& entry) {
        if (!is_collection(find_field(entry.field)->type)) return source.has_set(record, entry.field);
        bool any = false;
        workspace_.for_each_element(record, entry.field,
            [&](const Element& element) { any = any || source.has_set(record, entry.field, element.id); });
        return any;
    });
}

/// The same name, or what stands in for one, and everything the file says, which is more than the name or came from
/// this source before: that is who it is.
bool ImportPlanning::settle_by_name(ImportItem& item, PlannedItem& planned, const Identity& identity) {
    constexpr int most = 256;  // comparing takes microseconds, and a file may call everyone "Unknown"
    const Card& card = planned.card;
    const bool says_more = !card.jobs.empty() || card.has(person::contact_points) ||
        card.has(person::links) || card.has(person::birthday);
    bool settled = false;
    for (const PersonKey key : identity.keys) {
        const auto visit = [&](std::uint64_t who) {
            const RecordId record{who};
            if (settled || !workspace_.live(record)) return;
            Compared compared = compare_with(card, record);
            if (!compared.differences.empty() || (!says_more && !has_come_before(card, record))) return;
            settle(item, planned, record, std::move(compared));
            item.reason = {reason_key(KeyKind::name), {}};
            settled = true;
        };
        here_.for_each(key, visit, most);
    }
    return settled;
}

void ImportPlanning::split_item(std::size_t index) {
    std::vector<Card> parts = std::exchange(planned_[index].parts, {});
    if (parts.empty()) return;
    const auto behind = static_cast<std::ptrdiff_t>(index) + 1;
    plan_.items.insert(plan_.items.begin() + behind, parts.size() - 1, ImportItem{});
    planned_.insert(planned_.begin() + behind, parts.size() - 1, PlannedItem{});
    const std::uint32_t group = ++split_groups_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ImportItem& item = plan_.items[index + i];
        planned_[index + i].card = std::move(parts[i]);
        const Card& card = planned_[index + i].card;
        item.file = card.file;
        item.line = card.line;
        item.name = item.detail = {};
        item.split_group = group;
        describe(item, card);
        if (i > 0) ++slot(ItemStatus::fresh);
    }
    plan_.counts.joined -= parts.size() - 1;
    ImportItem& first = plan_.items[index];
    first.others.clear();
    std::erase_if(plan_.notices, [&](const Error& notice) {
        return notice.message.key == "import.came_twice" && notice.line == first.line &&
            notice.file == plan_.files[first.file].name;
    });
    --slot(first.status);
    PlannedItem& planned = planned_[index];
    planned.steps.clear();
    first.differences.clear();
    if (!first.match)
        first.evidence = {};
    else if (first.choice == ItemChoice::join)
        compare_item(index);
    if (first.status == ItemStatus::changed || first.status == ItemStatus::already_here) {
        const bool any = std::ranges::any_of(first.differences, &FieldDifference::take);
        first.status = any ? ItemStatus::changed : ItemStatus::already_here;
    }
    ++slot(first.status);
}

std::size_t& ImportPlanning::slot(ItemStatus status) {
    ImportCounts& counts = plan_.counts;
    switch (status) {
        case ItemStatus::fresh: return counts.fresh;
        case ItemStatus::changed: return counts.changed;
        case ItemStatus::already_here: return counts.already_here;
        case ItemStatus::maybe_known: return counts.maybe_known;
        case ItemStatus::skipped: break;
    }
    return counts.skipped;
}

void ImportPlanning::compare_item(std::size_t index) {
    ImportItem& item = plan_.items[index];
    PlannedItem& planned = planned_[index];
    if (!item.match || !planned.steps.empty()) return;
    Compared compared = compare_with(planned.card, item.match);
    item.differences = std::move(compared.differences);
    planned.steps = std::move(compared.steps);
}

void ImportPlanning::count(const ImportItem& item, const Card& card) {
    ImportCounts& counts = plan_.counts;
    if (item.kind == Kind::opportunity) ++counts.opportunities;
    ++slot(item.status);
    if (item.status == ItemStatus::skipped) return;
    const auto note = [&](std::string_view name) {
        if (!name.empty() && !organisations_.find(name))
            new_organisations_.insert(hash_text(organisation_key(name)));
    };
    if (item.kind == Kind::organisation) note(card.text(organisation::name));
    if (item.status == ItemStatus::already_here) return;
    for (const CardJob& job : card.jobs)
        note(job.organisation);
}

}  // namespace kith
