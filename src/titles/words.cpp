#include "titles/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kith::titles {

namespace {

bool is_ideographic(char32_t point) {
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
        (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF) || point == U'々';
}
bool is_arabic(std::string_view word) {
    const char32_t point = decode_utf8(word).point;
    return point >= 0x0600 && point <= 0x06FF;
}

void strip(std::string& word, std::string_view ending, std::size_t least) {
    if (word.size() >= ending.size() + least && word.ends_with(ending))
        word.resize(word.size() - ending.size());
}
void replace_ending(std::string& word, std::string_view ending, std::string_view by) {
    if (word.size() <= ending.size() + 1 || !word.ends_with(ending)) return;
    word.resize(word.size() - ending.size());
    word += by;
}

/// "managers" → "manager", "Leiterin", "Leiterinnen" → "leiter".
std::string plain_stem(std::string word) {
    if (word.size() > 8) strip(word, "innen", 4);
    if (word.size() >= 6 && word.ends_with("in") && !word.ends_with("ain") && !word.ends_with("oin"))
        word.resize(word.size() - 2);
    if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
        !word.ends_with("is"))
        word.pop_back();
    return word;
}

/// "directrice", "directeur", "directora", "diretor" … → "direct#", "enfermera" → "enfermer".
std::string romance_stem(std::string word) {
    if (word.size() > 4) strip(word, "s", 3);
    strip(word, "essa", 4);
    strip(word, "esse", 5);
    constexpr std::pair<std::string_view, std::string_view> endings[] = {{"trice", "tor"}, {"teuse", "tor"},
        {"teur", "tor"}, {"tore", "tor"}, {"tora", "tor"}, {"euse", "eur"}, {"eure", "eur"}, {"iere", "ier"},
        {"enne", "en"}, {"onne", "on"}, {"elle", "el"}, {"ive", "if"}};
    for (const auto& [ending, by] : endings) {
        const std::size_t before = word.size();
        replace_ending(word, ending, by);
        if (word.size() != before || word.ends_with("tor")) break;
    }
    while (word.size() > 3 && std::string_view("aeo").contains(word.back()))
        word.pop_back();
    return word;
}

/// Without article, joined "and" and "to", feminine ending: "المديرة" → "مدير".
std::string arabic_stem(std::string word) {
    constexpr std::array<std::string_view, 6> beginnings = {"وال", "بال", "كال", "ولل", "ال", "لل"};
    // Again and again, as a word may begin like an article: "الالتزام" and "التزام" are to be one.
    for (bool again = true; again;) {
        const auto at = std::ranges::find_if(beginnings, [&](std::string_view beginning) {
            return word.starts_with(beginning) && word.size() >= beginning.size() + 4;
        });
        again = at != beginnings.end();
        if (again) word.erase(0, at->size());
    }
    for (const std::string_view ending : {"ة", "ه"})
        strip(word, ending, 4);
    if (word.ends_with("ى")) replace_ending(word, "ى", "ي");
    return word;
}

/// A short ending in brackets or behind a mark that only names both genders: "(e)", ":in", "/a", "·trice".
std::size_t gender_mark(std::string_view rest) {
    constexpr std::array<std::string_view, 22> endings = {"innen", "in", "-in", "trice", "rice", "euse",
        "ière", "nne", "ne", "se", "ve", "re", "ora", "ra", "e", "a", "o", "as", "os", "es", "-a", "x"};
    if (rest.empty()) return 0;
    const DecodedPoint mark = decode_utf8(rest);
    const bool bracket = mark.point == '(';
    if (!bracket && mark.point != '/' && mark.point != ':' && mark.point != '*' && mark.point != '_' &&
        mark.point != U'·' && mark.point != U'•')
        return 0;
    const std::string_view after = rest.substr(mark.length);
    for (const std::string_view ending : endings) {
        if (!after.starts_with(ending)) continue;
        const std::string_view behind = after.substr(ending.size());
        if (bracket) {
            if (behind.starts_with(')')) return mark.length + ending.size() + 1;
        } else if (behind.empty() || !is_letter_or_digit(decode_utf8(behind).point)) {
            return mark.length + ending.size();
        }
    }
    return 0;
}

bool is_apostrophe(char32_t point) {
    return point == '\'' || point == U'\u2019' || point == U'\u02BC' || point == '`';
}

class Splitter {
public:
    explicit Splitter(std::string_view line) : line_(line) {}

    std::vector<Word> split() {
        while (at_ < line_.size()) {
            const DecodedPoint here = decode_utf8(line_.substr(at_));
            if (is_letter_or_digit(here.point) || is_mark(here.point)) {
                take_letter(here);
            } else {
                take_mark(here);
            }
        }
        close();
        return std::move(words_);
    }

private:
    std::string_view line_;
    std::size_t at_ = 0;
    std::vector<Word> words_;
    std::string open_;
    std::size_t begin_ = 0;
    bool ideographic_ = false;
    Break break_ = Break::none;

    void take_letter(const DecodedPoint& here) {
        const bool ideographic = is_ideographic(here.point) || (ideographic_ && here.point == U'ー');
        if (open_.empty()) begin_ = at_;
        ideographic_ |= ideographic;
        open_ += line_.substr(at_, here.length);
        at_ += here.length;
    }

    void take_mark(const DecodedPoint& here) {
        const std::string_view rest = line_.substr(at_);
        const bool in_word = !open_.empty();
        const DecodedPoint after =
            rest.size() > here.length ? decode_utf8(rest.substr(here.length)) : DecodedPoint{};
        const bool letter_after = after.length > 0 && is_letter_or_digit(after.point);
        if (in_word) {
            if (const std::size_t length = gender_mark(rest); length > 0) {
                at_ += length;
                return;
            }
            if ((here.point == '.' && letter_after) ||
                ((here.point == '&' || here.point == '@') && letter_after && here.point == '&' &&
                    open_.size() <= 2) ||
                here.point == '+' || here.point == '#') {
                if (here.point != '.') open_ += line_.substr(at_, here.length);
                at_ += here.length;
                return;
            }
            if (is_apostrophe(here.point) && after.point == 's' &&
                (rest.size() == here.length + 1 ||
                    !is_letter_or_digit(decode_utf8(rest.substr(here.length + 1)).point))) {
                at_ += here.length + 1;
                return;
            }
        }
        close();
        note_break(here.point, letter_after);
        if (here.point == '@' || here.point == '&') {
            add(std::string(1, static_cast<char>(here.point)), at_, at_ + 1);
        }
        at_ += here.length;
    }

    void note_break(char32_t point, bool letter_after) {
        Break found = Break::none;
        switch (point) {
            case ',':
            case ':':
            case U'，':
            case U'،':
            case U'：':
            case U'、': found = Break::comma; break;
            case '/':
            case U'／':
            case '\\': found = Break::slash; break;
            case '(':
            case ')':
            case '[':
            case ']':
            case U'（':
            case U'）': found = Break::opening; break;
            case U'–':
            case U'—': found = Break::dash; break;
            case '-':
            case '_':
                found = letter_after && at_ > 0 && line_[at_ - 1] != ' ' ? Break::none : Break::dash;
                break;
            case '|':
            case ';':
            case '\n':
            case '!':
            case '?':
            case '"':
            case '~':
            case '>':
            case '<':
            case '=':
            case '*':
            case U'·':
            case U'•':
            case U'；':
            case U'｜':
            case U'。':
            case U'・': found = point == U'・' ? Break::slash : Break::strong; break;
            default:
                if (point >= 0x2190) found = Break::strong;
        }
        break_ = std::max(break_, found);
    }

    void add(std::string text, std::size_t begin, std::size_t end) {
        Word word;
        word.text = fold(text);
        if (word.text.empty()) return;
        word.ideographic = ideographic_;
        word.begin = static_cast<std::uint32_t>(begin);
        word.end = static_cast<std::uint32_t>(end);
        word.before = words_.empty() ? Break::strong : break_;
        if (is_arabic(word.text)) {
            word.plain = arabic_stem(word.text);
        } else {
            word.plain = plain_stem(word.text);
            word.romance = romance_stem(word.text);
        }
        words_.push_back(std::move(word));
        break_ = Break::none;
    }

    void close() {
        if (open_.empty()) return;
        add(open_, begin_, at_);
        open_.clear();
        ideographic_ = false;
    }
};

}  // namespace

std::vector<Word> split_words(std::string_view line) {
    return Splitter(line).split();
}

}  // namespace kith::titles
