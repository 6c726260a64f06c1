#include "exchange/people/opportunity_matching.h"

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/people/matching.h"
#include "model/fields.h"

namespace kith {

namespace {

std::uint64_t hash_or_none(const std::string& key) {
    return key.empty() ? 0 : hash_text(key);
}

OpportunityIdentity identity(std::string_view link, std::string_view title, std::string_view organisation) {
    OpportunityIdentity known{.posting = hash_or_none(posting_key(link)), .title = 0};
    if (const std::string folded = fold(title); !folded.empty())
        known.title = hash_text(folded + '\n' + organisation_key(organisation));
    return known;
}

std::optional<std::uint64_t> look_up(
    const boost::unordered_flat_map<std::uint64_t, std::uint64_t>& map, std::uint64_t key) {
    const auto at = key != 0 ? map.find(key) : map.end();
    return at != map.end() ? std::optional(at->second) : std::nullopt;
}

}  // namespace

OpportunityIdentity identity_of_opportunity(const Card& card) {
    return identity(card.text(opportunity::link), card.text(opportunity::title),
        card.jobs.empty() ? std::string_view{} : card.jobs[0].organisation);
}

OpportunityIdentity identity_of_opportunity(const Workspace& workspace, RecordId opportunity) {
    const RecordId organisation = workspace.reference(opportunity, opportunity::organisation);
    return identity(workspace.text(opportunity, opportunity::link),
        workspace.text(opportunity, opportunity::title), workspace.text(organisation, organisation::name));
}

void OpportunityIndex::add(OpportunityIdentity identity, std::uint64_t who) {
    if (identity.posting != 0) by_posting_.try_emplace(identity.posting, who);
    if (identity.title == 0) return;
    by_title_.try_emplace(identity.title, who);
    if (identity.posting == 0) no_posting_.try_emplace(identity.title, who);
}

std::optional<std::uint64_t> OpportunityIndex::find(OpportunityIdentity identity) const {
    if (const auto found = look_up(by_posting_, identity.posting)) return found;
    return look_up(identity.posting != 0 ? no_posting_ : by_title_, identity.title);
}

void OpportunityIndex::join(OpportunityIdentity identity, std::uint64_t who) {
    if (identity.posting == 0) return;
    by_posting_.try_emplace(identity.posting, who);
    if (const auto at = no_posting_.find(identity.title); at != no_posting_.end() && at->second == who)
        no_posting_.erase(at);
}

}  // namespace kith
