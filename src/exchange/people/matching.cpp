#include "exchange/people/matching.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "model/fields.h"

namespace kith {

namespace {

/// Words around a name that are not the name.
constexpr std::string_view titles[] = {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "herr",
    "frau", "phd", "md", "mba", "msc", "bsc", "ma", "rn", "cpa", "pmp", "esq", "dnp", "do", "facp", "mph"};

/// What tells father and son apart. Single letters are initials.
constexpr std::string_view generations[] = {
    "jr", "junior", "sr", "senior", "ii", "iii", "iv", "vi", "vii", "viii", "ix"};

bool is_generation(std::string_view word) {
    return std::ranges::find(generations, word) != std::end(generations);
}

/// The first and the last word of a folded name, and what is between and behind them.
void take_words(std::string_view folded, NameShape& shape) {
    std::string_view kept_title;
    std::vector<std::string_view> words;
    std::size_t i = 0;
    while (i < folded.size()) {
        while (i < folded.size() && (folded[i] == ' ' || folded[i] == '.' || folded[i] == '\''))
            ++i;
        const std::size_t start = i;
        while (i < folded.size() && folded[i] != ' ' && folded[i] != '.')
            ++i;
        const std::string_view word = folded.substr(start, i - start);
        if (word.empty()) continue;
        if (std::ranges::find(titles, word) != std::end(titles)) {
            kept_title = word;
            continue;
        }
        words.push_back(word);
    }
    if (words.size() > 2 && is_generation(words.back())) {
        shape.generation = words.back();
        words.pop_back();
    }
    // "Do" and "Ma" are names too, of people who have no other.
    if (words.empty() && !kept_title.empty()) words.push_back(kept_title);
    if (words.empty()) return;
    shape.first = words.front();
    shape.last = words.back();
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        if (at > 1) shape.middle += ' ';
        shape.middle += words[at];
    }
}

std::string_view before_comma(std::string_view text) {
    return text.substr(0, text.find_first_of(",("));
}

}  // namespace

NameShape name_shape(
    std::string_view given, std::string_view family, std::string_view shown, std::string_view suffix) {
    NameShape shape;
    std::string name(before_comma(given));
    if (!family.empty()) {
        name += ' ';
        name += before_comma(family);
    }
    if (trim(name).empty()) {
        const std::size_t comma = shown.find(',');
        name = shown.substr(0, comma);
        // "Núñez, Ana" is written the other way round; "Ana Núñez, MBA" is not.
        if (comma != std::string_view::npos && name.find(' ') == std::string::npos) {
            name = std::string(trim(shown.substr(comma + 1))) + " " + name;
        }
    }
    take_words(fold(name), shape);
    std::string behind = fold(suffix);
    std::erase(behind, '.');
    if (is_generation(trim(behind))) shape.generation = trim(behind);
    return shape;
}

bool can_be_same(const NameShape& a, const NameShape& b) {
    if (a.empty() || b.empty()) return true;
    if (a.first.starts_with(b.first) || b.first.starts_with(a.first)) return true;
    return a.first == b.last && a.last == b.first;
}

bool names_tell_apart(const NameShape& a, const NameShape& b) {
    if (a.generation != b.generation) return true;
    const auto mine = split(a.middle, ' '), theirs = split(b.middle, ' ');
    for (std::size_t i = 0; i < std::min(mine.size(), theirs.size()); ++i) {
        if (!mine[i].starts_with(theirs[i]) && !theirs[i].starts_with(mine[i])) return true;
    }
    return false;
}

std::string organisation_key(std::string_view name) {
    return fold(collapse_spaces(name));
}

bool Identity::contradicts(const Identity& other) const {
    if (linkedin.empty() || other.linkedin.empty()) return false;
    return std::ranges::none_of(
        linkedin, [&](std::uint64_t hash) { return std::ranges::contains(other.linkedin, hash); });
}

bool Identity::is_same_at_work(const Identity& other) const {
    return !contradicts(other) && !names_tell_apart(name, other.name);
}

namespace {

void add_key(Identity& identity, KeyKind kind, std::string_view text) {
    if (!text.empty()) identity.keys.push_back({kind, hash_text(text)});
}

/// What people without a name go by instead is a question too, as a name is. Cards that have a name don't
/// ask it: colleagues share websites. Who is here may have been given a name since.
void add_stand_in(Identity& identity, std::string_view text) {
    if (!text.empty()) add_key(identity, KeyKind::name, "\n" + fold(text));
}

void add_contact_point(Identity& identity, Value row) {
    const std::string_view kind = row_part(row, person::contact_points::kind);
    const std::string_view value = row_part(row, person::contact_points::value);
    const std::string key = kind == contact::email ? email_key(value)
        : kind == contact::phone                   ? phone_key(value)
                                                   : std::string{};
    if (key.empty())
        add_stand_in(identity, value);
    else
        add_key(identity, kind == contact::email ? KeyKind::email : KeyKind::phone, key);
}

void add_link(Identity& identity, Value row) {
    const std::string_view url = row_part(row, person::links::url);
    const std::string slug = linkedin_slug(url);
    if (slug.empty()) {
        const std::string key = url_key(url);
        return add_stand_in(identity, key.empty() ? url : key);  // "https://" leads nowhere, but is written
    }
    add_key(identity, KeyKind::linkedin, slug);
    identity.linkedin.push_back(hash_text(slug));
}

/// Names without a word that could be compared ("...", a middle name alone) stand in for one, each by itself.
void add_wordless_names(Identity& identity, std::initializer_list<std::string_view> names) {
    if (!identity.name.empty()) return;
    for (const std::string_view name : names)
        add_stand_in(identity, name);
}

std::string name_key(const NameShape& shape) {
    return shape.first + ' ' + shape.last;
}

void add_work(Identity& identity, std::string_view organisation, std::string_view role) {
    if (identity.name.empty())
        return add_stand_in(identity, organisation_key(organisation.empty() ? role : organisation));
    if (organisation.empty()) return;
    add_key(identity, KeyKind::work, name_key(identity.name) + '\n' + organisation_key(organisation));
}

}  // namespace

Identity identity_of(const Card& card) {
    Identity identity;
    identity.name = name_shape(card.text(person::given_name), card.text(person::family_name),
        card.text(person::display_name), card.text(person::name_suffix));
    for (const Entry& entry : card.entries) {
        if (entry.field == person::contact_points)
            add_contact_point(identity, entry.value);
        else if (entry.field == person::links)
            add_link(identity, entry.value);
        else if (entry.field == person::uid)
            add_key(identity, KeyKind::uid, uid_key(entry.value.as_text()));
    }
    for (const CardJob& job : card.jobs)
        add_work(identity, job.organisation, job.role);
    add_stand_in(identity, card.text(person::nickname));
    add_wordless_names(identity,
        {card.text(person::given_name), card.text(person::additional_names), card.text(person::family_name),
            card.text(person::display_name)});
    if (!identity.name.empty()) {
        std::erase_if(identity.keys, [](const PersonKey& key) { return key.kind == KeyKind::name; });
        add_key(identity, KeyKind::name, name_key(identity.name));
    }
    return identity;
}

Identity identity_of(const Workspace& workspace, RecordId record) {
    Identity identity;
    identity.name =
        name_shape(workspace.text(record, person::given_name), workspace.text(record, person::family_name),
            workspace.text(record, person::display_name), workspace.text(record, person::name_suffix));
    workspace.for_each_element(
        record, person::contact_points, [&](Element element) { add_contact_point(identity, element.value); });
    workspace.for_each_element(
        record, person::links, [&](Element element) { add_link(identity, element.value); });
    add_key(identity, KeyKind::uid, uid_key(workspace.text(record, person::uid)));
    add_key(identity, KeyKind::uid, uid_key(derived_uid(record)));
    for (const RecordId affiliation : workspace.referrers(record, affiliation::person)) {
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        add_work(identity, workspace.text(organisation, organisation::name),
            workspace.text(affiliation, affiliation::role));
    }
    add_stand_in(identity, workspace.text(record, person::nickname));
    add_wordless_names(identity,
        {workspace.text(record, person::given_name), workspace.text(record, person::additional_names),
            workspace.text(record, person::family_name), workspace.text(record, person::display_name)});
    if (!identity.name.empty()) add_key(identity, KeyKind::name, name_key(identity.name));
    return identity;
}

std::string derived_uid(RecordId person) {
    // RFC 9562 §5.8: version 8 is for what one makes oneself.
    const std::string high = to_hex(person.value);
    const std::string low = to_hex(mix(person.value));
    return "urn:uuid:" + high.substr(0, 8) + "-" + high.substr(8, 4) + "-8" + high.substr(12, 3) + "-a" +
        low.substr(0, 3) + "-" + high.substr(15, 1) + low.substr(3, 11);
}

void KeyIndex::reserve(std::size_t keys) {
    first_.reserve(keys);
    links_.reserve(keys);
}

void KeyIndex::add(PersonKey key, std::uint64_t who) {
    const auto [at, fresh] = first_.try_emplace(mixed(key), none);
    links_.push_back({who, at->second});
    at->second = static_cast<std::uint32_t>(links_.size() - 1);
}

}  // namespace kith
