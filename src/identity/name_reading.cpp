#include "identity/name_reading.h"

#include <algorithm>

#include "base/text.h"
#include "identity/name_words.h"

namespace kith::identity {

namespace {

bool is_han(char32_t point) {
    return (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x3ffff);
}
bool is_hangul(char32_t point) {
    return point >= 0xac00 && point <= 0xd7a3;
}
bool is_kana(char32_t point) {
    return point >= 0x3041 && point <= 0x30ff;
}

/// Family names of more than one character, without which the first one is the family name.
constexpr std::string_view long_family_names[] = {"欧阳", "歐陽", "司徒", "司马", "司馬", "诸葛", "諸葛",
    "上官", "夏侯", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容", "令狐", "长孙", "長孫", "宇文", "轩辕",
    "軒轅", "东方", "東方", "南宫", "南宮", "端木", "百里", "呼延", "鲜于", "鮮于", "独孤", "獨孤", "남궁",
    "제갈", "황보", "선우", "독고", "사공", "서문"};

void add_once(std::vector<std::string>& list, std::string_view word) {
    const std::string bare = bare_word(word);
    if (!bare.empty() &&
        std::ranges::none_of(list, [&](const std::string& held) { return bare_word(held) == bare; }))
        list.emplace_back(word);
}

void add_word(std::string& text, std::string_view word) {
    if (word.empty()) return;
    if (!text.empty()) text += ' ';
    text += word;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const std::string clean = collapse_spaces(text);
    for (const std::string_view word : split(clean, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

bool has_small_letter(std::string_view text) {
    while (!text.empty()) {
        const DecodedPoint next = decode_utf8(text);
        if (is_small_letter(next.point)) return true;
        text.remove_prefix(next.length);
    }
    return false;
}

/// "RN", "M.Sc.", "LCSW-R": what people put behind their names is short and in capitals, or has full stops.
bool looks_like_credential(std::string_view word) {
    const std::string bare = bare_word(word);
    if (bare.empty() || bare.size() > 8) return false;
    if (kind_of_word(bare) == NameWord::credential) return true;
    const std::string_view behind_letter = word.substr(0, word.find_last_not_of(".,") + 1);
    return !has_small_letter(word) || behind_letter.contains('.');
}

/// Takes what is behind a name's comma apart: degrees and generations, in any order.
/// False if it is something else, and nothing was taken.
bool take_behind(std::string_view text, ReadName& name) {
    std::vector<std::string> words;
    for (const std::string_view part : split(text, ',')) {
        for (std::string& word : words_of(part))
            words.push_back(std::move(word));
    }
    for (const std::string& word : words) {
        if (generation_of(bare_word(word)).empty() && !looks_like_credential(word)) return false;
    }
    for (const std::string& word : words) {
        if (!generation_of(bare_word(word)).empty())
            name.generation = word;
        else
            add_once(name.credentials, word);
    }
    return true;
}

/// What a suffix field says is a suffix, whatever it looks like.
void take_suffix(std::string_view text, ReadName& name) {
    if (trim(text).empty() || take_behind(text, name)) return;
    for (const std::string_view part : split(text, ',')) {
        const std::string clean = collapse_spaces(part);
        if (!generation_of(bare_word(clean)).empty())
            name.generation = clean;
        else
            add_once(name.credentials, clean);
    }
}

void take_prefix(std::string_view text, ReadName& name) {
    for (const std::string& word : words_of(text)) {
        if (kind_of_word(bare_word(word)) == NameWord::honorific)
            add_once(name.honorifics, word);
        else
            add_once(name.titles, word);
    }
}

/// Takes what stands in quotation marks or brackets out of a text.
std::string take_asides(std::string_view text, ReadName& name) {
    struct Marks {
        std::string_view open, close;
        bool nickname;
    };
    static constexpr Marks marks[] = {{"(", ")", false}, {"（", "）", false}, {"[", "]", false},
        {"\"", "\"", true}, {"“", "”", true}, {"„", "“", true}, {"«", "»", true}, {"‘", "’", true}};
    std::string rest(text);
    for (const Marks& mark : marks) {
        const std::size_t open = rest.find(mark.open);
        if (open == std::string::npos) continue;
        const std::size_t inside = open + mark.open.size();
        const std::size_t close = rest.find(mark.close, inside);
        // One by itself, or a name that is all in brackets, is part of what is written.
        if (close == std::string::npos) continue;
        const std::string without =
            collapse_spaces(rest.substr(0, open) + " " + rest.substr(close + mark.close.size()));
        if (without.empty() || trim(std::string_view(rest).substr(inside, close - inside)).empty()) continue;
        add_once(mark.nickname ? name.nicknames : name.asides,
            trim(std::string_view(rest).substr(inside, close - inside)));
        rest = without;
    }
    return rest;
}

/// Titles at the beginning of words, while a name is left behind them.
void take_titles(std::vector<std::string>& words, ReadName& name) {
    std::size_t taken = 0;
    constexpr std::string_view of_titles[] = {
        "med", "hab", "habil", "hc", "h", "c", "rer", "nat", "phil", "jur", "oec"};
    while (taken + 1 < words.size()) {
        const std::string bare = bare_word(words[taken]);
        NameWord kind = kind_of_word(bare);
        // "Dr. med.", "Prof. dr hab."
        if (taken > 0 && words[taken].ends_with('.') && std::ranges::contains(of_titles, bare))
            kind = NameWord::title;
        if (kind != NameWord::title && kind != NameWord::honorific) break;
        add_once(kind == NameWord::title ? name.titles : name.honorifics, words[taken]);
        ++taken;
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken));
}

/// Degrees and generations at the end of words: those that are known, and told from names by how they are
/// written ("MA" behind "Jane Ellis", not behind "Yo-Yo" or "YO-YO").
void take_endings(std::vector<std::string>& words, std::size_t names, ReadName& name) {
    while (words.size() > names) {
        const std::string bare = bare_word(words.back());
        const bool shouts = std::ranges::none_of(words, has_small_letter);
        if (!generation_of(bare).empty()) {
            name.generation = words.back();
        } else if (kind_of_word(bare) == NameWord::credential && !shouts &&
            (!has_small_letter(words.back()) || words.back().contains('.') || bare == "phd")) {
            add_once(name.credentials, words.back());
        } else {
            return;
        }
        words.pop_back();
        if (!words.empty() && words.back().ends_with(',')) words.back().pop_back();
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        add_word(text, word);
    return text;
}

/// One field of a name, without what doesn't belong to it. `names`: words that remain at least.
std::string clean_field(std::string_view text, std::size_t names, ReadName& name) {
    std::string field = take_asides(collapse_spaces(text), name);
    const std::size_t comma = field.find(',');
    if (comma != std::string::npos && comma > 0 &&
        take_behind(std::string_view(field).substr(comma + 1), name))
        field.resize(comma);
    std::vector<std::string> words = words_of(field);
    take_titles(words, name);
    take_endings(words, names, name);
    return joined(words);
}

/// A Chinese, Japanese or Korean name in one word. False for others.
bool take_apart(std::string_view word, ReadName& name) {
    std::vector<std::size_t> starts;
    bool kana = false, hangul = true;
    for (std::size_t at = 0; at < word.size();) {
        const DecodedPoint next = decode_utf8(word.substr(at));
        if (!is_han(next.point) && !is_hangul(next.point) && !is_kana(next.point)) return false;
        kana |= is_kana(next.point);
        hangul &= is_hangul(next.point);
        starts.push_back(at);
        at += next.length;
    }
    if (starts.size() < 2 || starts.size() > 6) return false;
    const bool two = starts.size() > 2 &&
        std::ranges::any_of(long_family_names, [&](std::string_view one) { return word.starts_with(one); });
    // Of a name of four characters or with kana in it, two are the family's more often than not: it is Japanese.
    const bool japanese = !hangul && (kana || starts.size() >= 4) && starts.size() > 2;
    const std::size_t cut = starts[two || japanese ? 2 : 1];
    name.family = word.substr(0, cut);
    name.given = word.substr(cut);
    name.was_split = true;
    return true;
}

/// A whole name in one text: the last word is the family's, with the particles before it.
void split_whole(std::vector<std::string> words, ReadName& name) {
    name.was_split = true;
    if (words.size() == 1) {
        if (!take_apart(words[0], name)) name.given = words[0];
        return;
    }
    std::size_t family = words.size() - 1;
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        if (kind_of_word(bare_word(words[at])) != NameWord::particle) continue;
        family = at;
        break;
    }
    for (std::size_t at = 0; at < words.size(); ++at)
        add_word(at < family ? name.given : name.family, words[at]);
}

void read_whole(std::string_view text, ReadName& name) {
    std::string whole = take_asides(collapse_spaces(text), name);
    const std::size_t comma = whole.find(',');
    if (comma != std::string::npos) {
        const std::string_view behind = trim(std::string_view(whole).substr(comma + 1));
        const bool one_word = !whole.substr(0, comma).contains(' ');
        if (!(one_word && !behind.contains(',') && has_small_letter(behind)) && take_behind(behind, name)) {
            whole.resize(comma);
        } else {  // "Núñez, Ana"
            name.family = clean_field(whole.substr(0, comma), 1, name);
            std::vector<std::string> rest = words_of(behind);
            take_titles(rest, name);
            take_endings(rest, 1, name);
            name.given = joined(rest);
            return;
        }
    }
    std::vector<std::string> words = words_of(whole);
    take_titles(words, name);
    take_endings(words, 2, name);
    if (!words.empty()) split_whole(std::move(words), name);
}

bool begins_with_family(const ReadName& name) {
    if (name.family.empty()) return false;
    const char32_t first = decode_utf8(name.family).point;
    return is_han(first) || is_hangul(first) || is_kana(first);
}

}  // namespace

ReadName read_name(const NameFields& fields) {
    ReadName name;
    take_prefix(fields.prefix, name);
    take_suffix(fields.suffix, name);
    const bool has_given = !trim(fields.given).empty(), has_family = !trim(fields.family).empty();
    if (!has_given && !has_family) {
        read_whole(fields.shown, name);
    } else if (!has_given || !has_family) {
        read_whole(has_given ? fields.given : fields.family, name);
        // A family name by itself is not somebody's given name.
        if (!has_given && name.family.empty()) std::swap(name.given, name.family);
    } else {
        name.given = clean_field(fields.given, 1, name);
        name.family = clean_field(fields.family, 1, name);
    }
    name.additional = collapse_spaces(fields.additional);
    return name;
}

std::string prefix_of(const ReadName& name) {
    std::string text;
    for (const auto* list : {&name.honorifics, &name.titles}) {
        for (const std::string& word : *list)
            add_word(text, word);
    }
    return text;
}

std::string suffix_of(const ReadName& name) {
    std::string text = name.generation;
    for (const std::string& word : name.credentials)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::size_t particle_length(std::string_view family) {
    std::size_t at = 0;
    for (;;) {
        const std::string_view rest = family.substr(at);
        std::size_t end = rest.find(' ');
        // "d'Aubigny", "al-Hassan"
        const std::size_t mark = rest.find_first_of("'-");
        if (mark != std::string_view::npos && mark < end) {
            const std::string before = fold(rest.substr(0, mark));
            if (before == "d" || before == "al" || before == "el") return at + mark + 1;
        }
        if (end == std::string_view::npos) return at;
        if (kind_of_word(bare_word(rest.substr(0, end))) != NameWord::particle) return at;
        at += end + 1;
    }
}

std::string initials_of(const ReadName& name) {
    if (begins_with_family(name)) return std::string(first_graphemes(name.family, 1));
    const std::string_view family = std::string_view(name.family).substr(particle_length(name.family));
    std::string initials;
    for (const std::string_view part : {std::string_view(name.given), family}) {
        if (!part.empty()) initials += first_graphemes(part, 1);
    }
    return initials;
}

}  // namespace kith::identity
