#include "base/catalogue.h"

#include <algorithm>
#include <array>

#include "base/assertion.h"
#include "base/catalogue_rest.h"
#include "base/text.h"

namespace kith {

namespace {

/// What a first visit says (first_texts.txt).
constexpr char english_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "english_first.txt"
#pragma clang diagnostic pop
};

/// `key` or `key(count promises)`, and what stands behind the "=".
CatalogueEntry read_entry(std::string_view name, std::string_view text) {
    const std::size_t open = name.find('(');
    if (open == std::string_view::npos || !name.ends_with(')')) return {name, {}, text};
    return {name.substr(0, open), name.substr(open + 1, name.size() - open - 2), text};
}

/// Whether an argument can be what a message declares: a name is a text as well, and people are records.
constexpr bool stands_for(ArgumentType given, ArgumentType declared) {
    if (given == declared || given == ArgumentType::kept) return true;
    // Names and what is joined of them come out as they are, whether they were said already or not.
    const auto is_named = [](ArgumentType type) {
        return type == ArgumentType::text || type == ArgumentType::person || type == ArgumentType::record;
    };
    return is_named(given) && (is_named(declared) || declared == ArgumentType::list);
}

/// Where to look for what a catalogue lacks: English comes in two parts.
const Catalogue* next_after(const Catalogue& catalogue, const Catalogue* fallback) {
    return &catalogue == &Catalogue::english() ? &rest_of_english() : fallback;
}

bool is_indented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

}  // namespace

const Catalogue& Catalogue::english() {
    static const Catalogue catalogue{std::string_view(english_file, sizeof english_file)};
    return catalogue;
}

Catalogue::Catalogue(std::string_view file, const Catalogue* fallback, std::optional<PluralRules> rules)
    : file_(file), fallback_(fallback) {
    bool in_entry = false;
    std::string_view room;
    for (const std::string_view line : split(file_, '\n')) {
        if (is_indented(line) && in_entry) {
            std::string_view& text = entries_.back().text;
            const std::string_view more = trim(line);
            if (text.empty())
                text = more;
            else if (!more.empty())
                text = {text.data(), more.data() + more.size()};
            continue;
        }
        const std::size_t equals = line.find('=');
        in_entry = !line.starts_with('#') && equals != std::string_view::npos;
        if (!in_entry) continue;
        CatalogueEntry entry = read_entry(trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
        if (entry.key.starts_with('.')) entry.key = spelled_out_.emplace_back(room).append(entry.key);
        room = entry.key.substr(0, entry.key.find('.'));
        entries_.push_back(entry);
    }
    std::ranges::sort(entries_, {}, &CatalogueEntry::key);
    rules_ = rules ? *rules : plural_rules(get("language"));
}

const CatalogueEntry* Catalogue::own(std::string_view key) const {
    const auto at = std::ranges::lower_bound(entries_, key, {}, &CatalogueEntry::key);
    return at != entries_.end() && at->key == key ? &*at : nullptr;
}

std::optional<Catalogue::Found> Catalogue::find(std::string_view key) const {
    if (const CatalogueEntry* entry = own(key)) return Found{*entry, this};
    const Catalogue* next = next_after(*this, fallback_);
    return next != nullptr ? next->find(key) : std::nullopt;
}

std::string_view Catalogue::get(std::string_view key) const {
    const auto found = find(key);
    if (!found) return key;
    KITH_ASSERT(parameters(key).empty());  // else a formatter is needed
    return found->entry.text;
}

bool Catalogue::has(std::string_view key) const {
    return find(key).has_value();
}

std::string_view Catalogue::parameters(std::string_view key) const {
    const CatalogueEntry* entry = own(key);
    if (entry != nullptr && (!entry->parameters.empty() || fallback_ == nullptr)) return entry->parameters;
    const Catalogue* next = next_after(*this, fallback_);
    return next != nullptr ? next->parameters(key) : std::string_view{};
}

bool Catalogue::takes(std::string_view key, std::span<const ArgumentView> arguments) const {
    if (!has(key)) return true;
    const auto is_kept = [](const ArgumentView& one) { return one.type() == ArgumentType::kept; };
    if (!arguments.empty() && std::ranges::all_of(arguments, is_kept)) return true;
    std::string_view left = parameters(key);
    for (const ArgumentView& argument : arguments) {
        if (left.empty() && argument.type() == ArgumentType::kept) continue;  // what a label keeps besides
        const auto parameter = next_parameter(left);
        if (!parameter || !stands_for(argument.type(), parameter->type)) return false;
    }
    return left.empty();
}

bool Catalogue::takes(const Message& message) const {
    return takes(message.key, std::vector<ArgumentView>(message.arguments.begin(), message.arguments.end()));
}

std::vector<std::string_view> Catalogue::keys() const {
    std::vector<std::string_view> keys;
    for (const CatalogueEntry& entry : entries_)
        keys.push_back(entry.key);
    if (this == &english()) {
        keys.append_range(rest_of_english().keys());
        std::ranges::sort(keys);
    }
    return keys;
}

std::optional<Parameter> next_parameter(std::string_view& declaration) {
    constexpr std::array<std::string_view, 8> types{
        "text", "count", "day", "moment", "person", "record", "list", "span"};
    const std::size_t comma = declaration.find(',');
    const std::string_view one = trim(declaration.substr(0, comma));
    declaration = comma == std::string_view::npos ? std::string_view{} : declaration.substr(comma + 1);
    const std::size_t space = one.find(' ');
    const std::string_view kind = one.substr(0, space);
    const auto type = std::ranges::find_if(types,
        [&](std::string_view type) { return type == kind || (kind.size() == 1 && type.starts_with(kind)); });
    if (space == std::string_view::npos || type == types.end()) return std::nullopt;
    return Parameter{static_cast<ArgumentType>(type - types.begin()), trim(one.substr(space))};
}

}  // namespace kith
