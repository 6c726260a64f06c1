#include "exchange/people/import_planning.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/cards/reach.h"
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
      plan_(plan) {
    for (const ImportedFile& file : files)
        sources_.emplace_back(workspace, source_key(file));
    in_files_.reserve(cards_.size() * 4);
    plan_.items.reserve(plan_.items.size() + cards_.size());
    planned_.resize(plan_.items.size());  // empty entries come first
    planned_.reserve(plan_.items.size() + cards_.size());
}

double ImportPlanning::fraction() const {
    std::size_t all = 3 * cards_.size();
    for (const Kind kind : {Kind::organisation, Kind::affiliation, Kind::person, Kind::opportunity})
        all += workspace_.all(kind).size();
    return all == 0 ? 1.0 : std::min(1.0, static_cast<double>(work_done_) / static_cast<double>(all));
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
    co_await note_all(Kind::affiliation, &ImportPlanning::note_affiliation);
    co_await note_all(Kind::person, &ImportPlanning::note_person);
    co_await note_all(Kind::opportunity, &ImportPlanning::note_opportunity);
    co_await for_all(cards_.size(), [this](std::size_t i) { join(static_cast<std::uint32_t>(i)); });
    co_await for_all(same_.size(), [this](std::size_t i) { merge(same_[i]); });
    co_await for_all(same_.size(), [this](std::size_t i) { plan_item(same_[i]); });
    plan_.counts.new_organisations += new_organisations_.size();
}

// Who is here ----------------------------------------------------------------------------------------

void ImportPlanning::note_organisation(RecordId record) {
    if (workspace_.live(record)) organisations_.add(workspace_.text(record, organisation::name), record);
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
}

void ImportPlanning::note_opportunity(RecordId record) {
    const RecordState state = workspace_.state(record);
    if (state != RecordState::live && state != RecordState::trashed) return;
    OpportunityIndex& index = state == RecordState::live ? opportunities_here_ : opportunities_deleted_;
    index.add(identity_of_opportunity(workspace_, record), record.value);
}

// Within the files -----------------------------------------------------------------------------------

bool ImportPlanning::is_same(const Identity& identity, PersonKey key, const Same& other) const {
    switch (key.kind) {
        case KeyKind::linkedin:
        case KeyKind::uid: return true;
        case KeyKind::email:
        case KeyKind::phone: return can_be_same(identity.name, other.identity.name);
        case KeyKind::work: return identity.is_same_at_work(other.identity);
        case KeyKind::name: return false;
    }
    return false;
}

void ImportPlanning::join(std::uint32_t card) {
    if (cards_[card].kind == Kind::organisation) return join_organisation(card);
    if (cards_[card].kind == Kind::opportunity) return join_opportunity(card);
    Identity identity = identity_of(cards_[card]);
    std::ranges::sort(identity.keys, {}, &PersonKey::kind);
    std::uint64_t found = same_.size();
    for (const PersonKey key : identity.keys) {
        in_files_.for_each(key, [&](std::uint64_t who) {
            if (found == same_.size() && is_same(identity, key, same_[who])) found = who;
        });
        if (found != same_.size()) break;
    }
    for (const PersonKey key : identity.keys) {
        if (key.kind != KeyKind::name) in_files_.add(key, found);
    }
    if (found == same_.size()) {
        same_.push_back({{card}, std::move(identity)});
        return;
    }
    Same& same = same_[found];
    same.cards.push_back(card);
    // Who shares an address with a card without a name is not everyone else who does.
    if (same.identity.name.empty()) same.identity.name = identity.name;
    same.identity.linkedin.insert(
        same.identity.linkedin.end(), identity.linkedin.begin(), identity.linkedin.end());
    ++plan_.counts.joined;
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
void ImportPlanning::merge(Same& same) {
    Card& card = cards_[same.cards[0]];
    if (same.cards.size() == 1) return;
    if (card.kind == Kind::opportunity) return merge_opportunity(same);
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
void ImportPlanning::merge_opportunity(Same& same) {
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

void ImportPlanning::plan_item(Same& same) {
    ImportItem& item = plan_.items.emplace_back();
    PlannedItem& planned = planned_.emplace_back();
    planned.card = std::move(cards_[same.cards[0]]);
    const Card& card = planned.card;
    item.file = card.file;
    item.line = card.line;
    item.kind = card.kind;
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
        if (same.identity.name.empty()) nameless(item);
        plan_person(item, planned, same.identity);
    }
    count(item, card);
    same = {};
}

void ImportPlanning::nameless(const ImportItem& item) {
    notices_.add({.kind = ErrorKind::bad_input,
        .message = {"import.nameless", {item.name}},
        .file = plan_.files[item.file].name,
        .line = item.line,
        .field = {}});
}

Compared ImportPlanning::compare_with(const Card& card, RecordId record) {
    return compare(workspace_, card, record, {sources_[card.file], deleted_jobs_, stages_, keeper_});
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

ImportPlanning::Found ImportPlanning::find(const Identity& identity) const {
    constexpr std::size_t most = 8;
    Found found;
    auto keys = identity.keys;
    std::ranges::sort(keys, {}, &PersonKey::kind);
    for (const PersonKey key : keys) {
        here_.for_each(key, [&](std::uint64_t who) {
            const RecordId record{who};
            const auto known = std::ranges::find(found.sure, record, &std::pair<RecordId, KeyKind>::first);
            if (known != found.sure.end() || found.sure.size() == most) return;
            bool sure = key.kind != KeyKind::name;
            if (key.kind > KeyKind::uid && sure) {
                const Identity other = identity_of(workspace_, record);
                sure = key.kind == KeyKind::work ? identity.is_same_at_work(other)
                                                 : can_be_same(identity.name, other.name);
            }
            if (workspace_.state(record) == RecordState::trashed) {
                if (sure && !found.deleted) found.deleted = record;
            } else if (sure) {
                found.sure.emplace_back(record, key.kind);
            } else if (!found.question) {
                found.question = record;
                found.why = key.kind;
            }
        });
    }
    return found;
}

void ImportPlanning::plan_person(ImportItem& item, PlannedItem& planned, const Identity& identity) {
    const Found found = find(identity);
    if (!found.sure.empty()) {
        // Of several who fit, the one about whom the file says nothing new; else the one who fits best.
        std::size_t best = 0;
        Compared compared = compare_with(planned.card, found.sure[0].first);
        for (std::size_t i = 1; i < found.sure.size() && takes_anything(compared); ++i) {
            Compared other = compare_with(planned.card, found.sure[i].first);
            if (takes_anything(other)) continue;
            compared = std::move(other);
            best = i;
        }
        settle(item, planned, found.sure[best].first, std::move(compared));
        item.reason = {reason_key(found.sure[best].second), {person_name(workspace_, item.match)}};
        return;
    }
    if (found.deleted) {
        item.status = ItemStatus::skipped;
        item.choice = ItemChoice::skip;
        item.reason = {"import.in_trash", {named(workspace_, found.deleted)}};
        return;
    }
    if (!found.question) return;
    // Asked even where an address led to somebody else: forty may share a switchboard.
    if (settle_by_name(item, planned, identity)) return;
    item.status = ItemStatus::maybe_known;
    item.match = found.question;
    item.reason = {found.why == KeyKind::name ? "import.maybe.name" : "import.maybe.other_name",
        {named(workspace_, found.question)}};
}

/// The same name, or what stands in for one, and everything the file says: that is who it is.
bool ImportPlanning::settle_by_name(ImportItem& item, PlannedItem& planned, const Identity& identity) {
    constexpr int most = 256;  // comparing takes microseconds, and a file may call everyone "Unknown"
    bool settled = false;
    for (const PersonKey key : identity.keys) {
        if (key.kind != KeyKind::name) continue;
        const auto visit = [&](std::uint64_t who) {
            const RecordId record{who};
            if (settled || !workspace_.live(record)) return;
            Compared compared = compare_with(planned.card, record);
            if (!compared.differences.empty()) return;
            settle(item, planned, record, std::move(compared));
            item.reason = {reason_key(KeyKind::name), {std::string(item.name)}};
            settled = true;
        };
        here_.for_each(key, visit, most);
    }
    return settled;
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
    switch (item.status) {
        case ItemStatus::fresh: ++counts.fresh; break;
        case ItemStatus::changed: ++counts.changed; break;
        case ItemStatus::already_here: ++counts.already_here; break;
        case ItemStatus::maybe_known: ++counts.maybe_known; break;
        case ItemStatus::skipped: ++counts.skipped; return;
    }
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
