#include "identity/features.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "identity/contact_keys.h"
#include "identity/organisations.h"

namespace kith::identity {

namespace {

void insert(Keys& keys, Key key) {
    const auto at = std::ranges::lower_bound(keys, key);
    if (at == keys.end() || *at != key) keys.insert(at, key);
}

bool is_equal(const NamePart& a, const NamePart& b) {
    return a.whole == b.whole && a.core == b.core && a.words == b.words;
}
bool is_equal(const NameShape& a, const NameShape& b) {
    return is_equal(a.given, b.given) && is_equal(a.family, b.family) && a.middle == b.middle &&
        a.generation == b.generation;
}

}  // namespace

void add_features(Features& to, const Features& other) {
    for (const NameShape& name : other.names) {
        if (std::ranges::none_of(to.names, [&](const NameShape& held) { return is_equal(held, name); }))
            to.names.push_back(name);
    }
    for (const WordId nickname : other.nicknames) {
        if (!std::ranges::contains(to.nicknames, nickname)) to.nicknames.push_back(nickname);
    }
    for (std::size_t facet = 0; facet < facet_count; ++facet) {
        for (const Key key : other.facets[facet])
            insert(to.facets[facet], key);
    }
    for (const PartialDate& birthday : other.birthdays) {
        if (!std::ranges::contains(to.birthdays, birthday)) to.birthdays.push_back(birthday);
    }
}

FeatureTable::FeatureTable() : logarithms_(1024) {
    for (std::size_t count = 1; count < logarithms_.size(); ++count)
        logarithms_[count] = std::log2(static_cast<float>(count));
}

float FeatureTable::log2(std::uint32_t count) const {
    return count < logarithms_.size() ? logarithms_[count] : std::log2(static_cast<float>(count));
}

Key FeatureTable::key_of(Facet facet, std::string key) {
    if (key.empty()) return 0;
    key += static_cast<char>(facet);
    const auto [known, fresh] = keys_.try_emplace(std::move(key), static_cast<Key>(holders_.size()));
    if (fresh) {
        holders_.push_back(0);
        shared_.push_back(false);
    }
    return known->second;
}

void FeatureTable::add(Features& features, Facet facet, Key key) {
    if (key == 0) return;
    const std::size_t before = features.of(facet).size();
    insert(features.of(facet), key);
    if (features.of(facet).size() != before) ++holders_[key];
}

template <typename MakeKey>
void FeatureTable::add_written(Features& features, Facet facet, std::string_view text, MakeKey make_key) {
    if (text.empty()) return;
    std::string written(text);
    written += static_cast<char>(facet);
    const auto [known, fresh] = as_written_.try_emplace(std::move(written), 0);
    if (fresh) known->second = key_of(facet, make_key(text));
    add(features, facet, known->second);
}

void FeatureTable::add_name(Features& features, const NameFields& fields) {
    if (!needs_reading(fields)) return add_shape(features, shape_of(fields, words_));
    const ReadName name = read_name(fields);
    for (const std::string& nickname : name.nicknames) {
        if (const WordId word = words_.add(nickname)) features.nicknames.push_back(word);
    }
    add_shape(features, shape_of(name, words_));
    // Brackets hold a family name from before, more often than anything else that is a word.
    for (const std::string& aside : name.asides) {
        if (name.given.empty() || name.family.empty()) continue;
        const std::size_t last = aside.rfind(' ');  // "geb. Schmidt", "née Roux"
        ReadName former;
        former.given = name.given;
        former.family = aside.substr(last == std::string::npos ? 0 : last + 1);
        NameShape shape = shape_of(former, words_);
        if (!shape.family.empty()) features.names.push_back(std::move(shape));
    }
}

void FeatureTable::add_shape(Features& features, NameShape shape) {
    if (!shape.empty()) features.names.push_back(std::move(shape));
}

template <typename Visit>
void FeatureTable::for_each_sound(const Features& features, Visit visit) const {
    boost::container::small_vector<std::string_view, 8> sounds;
    for (const NameShape& name : features.names) {
        for (const NamePart* part : {&name.given, &name.family}) {
            const std::string_view sound = words_.sound(part->core);
            if (part->empty() || std::ranges::contains(sounds, sound)) continue;
            sounds.push_back(sound);
            visit(std::string(sound));
        }
    }
}

void FeatureTable::forget(const Features& features) {
    --entries_;
    bearers_of_word_.clear();
    for_each_sound(features, [&](const std::string& sound) { --bearers_[sound]; });
    for (std::size_t facet = 0; facet < facet_count; ++facet) {
        if (static_cast<Facet>(facet) == Facet::source) continue;
        for (const Key key : features.facets[facet])
            --holders_[key];
    }
}

std::uint32_t FeatureTable::bearers(WordId word) const {
    if (bearers_of_word_.size() <= word) bearers_of_word_.resize(words_.size());
    std::uint32_t& count = bearers_of_word_[word];
    if (count == 0) {
        const auto found = bearers_.find(std::string(words_.sound(word)));
        count = found != bearers_.end() ? std::max(found->second, 1U) : 1;
    }
    return count;
}

Features FeatureTable::features_of(const Entry& entry) {
    Features features;
    ++entries_;
    bearers_of_word_.clear();
    add_name(features, entry.name);
    if (!entry.name.phonetic_given.empty() || !entry.name.phonetic_family.empty())
        add_name(features, {.given = entry.name.phonetic_given, .family = entry.name.phonetic_family});
    for (const std::string& nickname : entry.nicknames) {
        if (const WordId word = words_.add(nickname)) features.nicknames.push_back(word);
    }
    for (const std::string& profile : entry.profiles)
        add(features, Facet::profile, profile_key(profile));
    for (const std::string& uid : entry.uids)
        add(features, Facet::uid, uid_key(uid));
    if (!entry.exported_as.empty()) {
        if (const Key key = key_of(Facet::uid, uid_key(entry.exported_as))) {
            features.of(Facet::exported_as).push_back(key);
            ++holders_[key];
        }
    }
    for (const std::string& email : entry.emails) {
        std::string key = email_key(email);
        const bool shared = is_shared_mailbox(key);
        add(features, shared ? Facet::line : Facet::email, std::move(key));
    }
    for (const Number& number : entry.numbers) {
        const NumberKey key = number_key(number.number);
        if (key.extension.empty())
            add(features,
                number.use == NumberUse::work       ? Facet::line
                    : number.use == NumberUse::home ? Facet::home
                                                    : Facet::mobile,
                key.line);
        else
            add(features, Facet::mobile, key.line + "x" + key.extension);
    }
    for (const PostalAddress& address : entry.addresses) {
        const std::string town = place_key(address.city);
        const std::string street = street_key(address.street);
        add_written(features, Facet::town, address.city, place_key);
        if (!street.empty())
            add(features, Facet::street,
                street + (address.postal_code.empty() ? town : place_key(address.postal_code)));
    }
    for (const Work& work : entry.work) {
        add_written(features, Facet::employer, work.organisation, organisation_key);
        add_written(features, Facet::role, work.role, fold);
    }
    features.of(Facet::source).push_back(entry.source + 1);  // 0 is no key
    if (entry.birthday.valid() && entry.birthday.month && entry.birthday.day)
        features.birthdays.push_back(entry.birthday);
    for_each_sound(features, [&](std::string sound) { ++bearers_[std::move(sound)]; });
    return features;
}

}  // namespace kith::identity
