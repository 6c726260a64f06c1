#include "planning/log/line.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "planning/log/reader.h"
#include "workspace/names.h"

namespace kith {

LineReader::LineReader(std::string_view line, const LogContext& context)
    : context_(context), table_(context.words), days_(DayWords::of(context.locale)) {
    reading_.line = line;
    words_ = words_of_line(line);
    respell();
    // The point of "Dr. Meier" and "St. Anna" ends nothing.
    for (std::size_t i = 1; i < words_.size(); ++i) {
        const bool short_form = is(WordRole::title, i - 1) || words_[i - 1].folded == "st";
        if (short_form && words_[i].before == Gap::stop && line[words_[i - 1].end] == '.')
            words_[i].before = Gap::space;
    }
    use_.assign(words_.size(), Use::free);
    find_sentences();
}

/// Full stops and the like end a sentence, but not the one of an initial ("S. Ellis").
void LineReader::find_sentences() {
    sentences_.assign(words_.size(), 0);
    for (std::size_t i = 1; i < words_.size(); ++i) {
        const std::string_view between =
            std::string_view(reading_.line).substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
        const bool ends = words_[i].before == Gap::stop && words_[i - 1].folded.size() > 1 &&
            between.find_first_of(".!?;\n") != std::string_view::npos;
        sentences_[i] = sentences_[i - 1] + (ends ? 1 : 0);
    }
}

/// Words of the table that were misspelt by a letter.
void LineReader::respell() {
    for (Word& word : words_) {
        if (word.quoted || knows(word.folded) || context_.names.has(word.folded) || is_common(word.folded))
            continue;
        if (organisation_at(static_cast<std::size_t>(&word - words_.data())).length > 0) continue;
        const std::string_view meant = table_.respelt(word.folded);
        if (!meant.empty() && !(word.capital && word.begin > 0)) word.folded = meant;
    }
}

bool LineReader::ends_before(WordRole role, std::size_t at) const {
    if (at >= words_.size() || words_[at].before > Gap::space) return false;
    for (std::size_t length = 1; length <= std::min<std::size_t>(at, 5); ++length) {
        if (match(role, at - length).length == length) return true;
    }
    return false;
}

bool LineReader::clause_start(std::size_t at) const {
    if (at == 0 || words_[at].before >= Gap::comma) return true;
    return is(WordRole::and_, at - 1) || is(WordRole::then, at - 1);
}

std::string LineReader::text(std::size_t begin, std::size_t end) const {
    const LineRange where = range(begin, end);
    return reading_.line.substr(where.begin, where.end - where.begin);
}

void LineReader::mark(std::size_t begin, std::size_t end, Use use) {
    KITH_ASSERT(begin <= end && end <= use_.size());
    for (std::size_t i = begin; i < end; ++i)
        use_[i] = use;
}

LogReading LineReader::read() {
    find_names();
    for (const Name& name : names_) {
        if (name.details_end > name.end) mark(name.end, name.details_end, Use::person);
    }
    find_header();
    find_promises();
    find_topic();
    find_introduction();
    find_dates();
    find_kind();
    find_place();
    find_begun_by();
    tell_contact_apart();
    take_participants();
    if (introducer_ != none) reading_.introduced_by = person_index(introducer_, true);
    for (const Promise& promise : promises_)
        read_promise(promise);
    find_rest();
    const auto day = reading_.on ? reading_.on->value.earliest() : std::nullopt;
    reading_.planned |= day && *day > context_.today;
    return std::move(reading_);
}

/// A topic reaches to the end of its clause, or to what is clearly something else: a date, "with somebody".
std::size_t LineReader::topic_end(std::size_t begin) const {
    for (std::size_t at = begin; at < words_.size(); ++at) {
        if (!free(at) || (at > begin && words_[at].before == Gap::stop)) return at;
        const bool person = (is(WordRole::with, at) && name_at(at + 1) != none);
        const bool comma = at > begin && words_[at].before == Gap::comma;
        // "about the ward over lunch"
        const bool over = at > begin && (words_[at].folded == "over" || words_[at].folded == "during") &&
            is(WordRole::kind, at + 1);
        if (over || (comma && is_action(at))) return at;
        if (person || (comma && (is(WordRole::at, at) || is(WordRole::past, at)))) return at;
        for (const DateDirection direction : {DateDirection::past, DateDirection::future}) {
            const DatePhrase phrase = at > begin ? date(at, direction) : DatePhrase{};
            if (!phrase) continue;
            const std::size_t end = at + phrase.length;
            if (!free(end) || words_[end].before >= Gap::comma || is(WordRole::with, end) ||
                is(WordRole::at, end))
                return at;
        }
    }
    return words_.size();
}

bool LineReader::colon_before(std::size_t at) const {
    return at > 0 && inside(at) && reading_.line[words_[at - 1].end] == ':';
}

/// "Fwd: Rota December - Dawn Fletcher": an e-mail, and what it is about.
void LineReader::find_header() {
    std::size_t begin = 0;
    bool sender = false;
    while (is(WordRole::header, begin) && colon_before(begin + 1)) {
        sender = words_[begin].folded == "from" || words_[begin].folded == "von";
        ++begin;
        if (sender) break;
    }
    if (begin == 0) return;
    reading_.kind = Guess<enum interaction::kind>{interaction::kind::email, range(0, begin), {}};
    mark(0, begin, Use::kind);
    std::size_t end = begin;
    while (free(end) && (end == begin || words_[end].before < Gap::stop) && !words_[end].opened)
        ++end;
    if (sender || end == begin) return;
    reading_.topic = Guess<std::string>{text(begin, end), range(begin, end), {}};
    mark(begin, end, Use::topic);
}

void LineReader::find_topic() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
        auto about = free(at) ? match(WordRole::about, at) : LogWords::Found{};
        if (const auto topic = free(at) ? match(WordRole::topic, at) : LogWords::Found{};
            topic && !about && colon_before(at + topic.length))
            about = topic;  // "Topic: careers day"
        if (!about) continue;
        std::size_t begin = at + about.length;
        while (is(WordRole::header, begin) && colon_before(begin + 1))
            ++begin;  // "Subject: Re: visit"
        const std::size_t end = inside(begin) ? topic_end(begin) : begin;
        if (end == begin ||
            (end == begin + 1 &&
                (is(WordRole::me, begin) || is(WordRole::female, begin) || is(WordRole::male, begin))))
            continue;
        if (!reading_.topic) {
            reading_.topic = Guess<std::string>{text(begin, end), range(begin, end), {}};
            mark(at, end, Use::topic);
        }
        at = end;
    }
    const auto quoted = std::ranges::find_if(words_, [](const Word& word) { return word.quoted; });
    if (reading_.topic || quoted == words_.end()) return;
    const auto begin = static_cast<std::size_t>(quoted - words_.begin());
    std::size_t end = begin;
    while (inside(end) && words_[end].quoted)
        ++end;
    if (!free(begin)) return;
    reading_.topic = Guess<std::string>{text(begin, end), range(begin, end), {}};
    mark(begin, end, Use::topic);
}

namespace {

enum interaction::kind kind_of(const LogWords::Found& phrase) {
    return interaction::kind.option(phrase.value);
}

/// Of "met" and "had lunch" nobody says who began.
bool is_mutual(enum interaction::kind kind) {
    return kind == interaction::kind::meeting || kind == interaction::kind::meal ||
        kind == interaction::kind::coffee;
}

}  // namespace

/// The first word that says much; "meeting", "met" and the like only if nothing else does.
void LineReader::find_kind() {
    struct Found {
        std::size_t at = 0;
        LogWords::Found phrase;
        int weight = 0;
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < words_.size(); ++at) {
        if (!free(at) || words_[at].quoted || name_at(at) != none) continue;
        Found best{.at = at};
        const auto consider = [&](WordRole role, int weight) {
            const auto phrase = match(role, at);
            if (phrase.length > best.phrase.length)
                best = {at, phrase, kind_of(phrase) == interaction::kind::meeting ? 1 : weight};
        };
        consider(WordRole::kind, 3);
        consider(WordRole::past, 2);
        consider(WordRole::weak, 1);
        if (const auto coming = match(WordRole::ahead, at); !coming.value.empty())
            consider(WordRole::ahead, 2);
        if (at == 0 || planned_verb_) consider(WordRole::base, 2);
        if (!best.phrase || !free(at + best.phrase.length - 1)) continue;
        // "At the fair" says where, unless nothing else says what.
        if (best.weight > 0 && kind_of(best.phrase) == interaction::kind::event && led_to_at(at))
            best.weight = 0;
        found.push_back(best);
        at += best.phrase.length - 1;
    }
    if (found.empty()) {
        if (const auto sign = table_.sign_in(reading_.line); !reading_.kind && !sign.value.empty())
            reading_.kind = Guess<enum interaction::kind>{
                interaction::kind.option(sign.value), {sign.begin, sign.end}, {}};
        return;
    }
    if (reading_.kind && reading_.kind->value == interaction::kind::email) return;  // a header says so
    if (reading_.kind && reading_.kind->value == interaction::kind::introduction) {
        const bool other = std::ranges::any_of(found, [](const Found& one) { return one.weight > 2; });
        if (!other) return;
    }
    auto chosen = std::ranges::max_element(found, {}, [](const Found& one) { return one.weight; });
    // "Intro call": the last of nouns side by side says what it was.
    while (chosen + 1 != found.end() && chosen->weight == 3 && (chosen + 1)->weight == 3 &&
        (chosen + 1)->at == chosen->at + chosen->phrase.length &&
        words_[(chosen + 1)->at].before <= Gap::space)
        ++chosen;
    Guess<enum interaction::kind> kind{
        kind_of(chosen->phrase), range(chosen->at, chosen->at + chosen->phrase.length), {}};
    for (const Found& one : found) {
        const auto other = kind_of(one.phrase);
        if (other != kind.value && !std::ranges::contains(kind.alternatives, other))
            kind.alternatives.push_back(other);
        const bool beside =
            one.at + one.phrase.length == chosen->at || one.at == chosen->at + chosen->phrase.length;
        if (one.at != chosen->at && one.weight > 1 && !beside) continue;  // says something else: stays text
        if (one.at != chosen->at && one.weight == 0) continue;
        if (one.at != chosen->at && one.weight == 1 && is(WordRole::article, one.at > 0 ? one.at - 1 : 0) &&
            !beside)
            continue;
        mark(one.at, one.at + one.phrase.length, Use::kind);
    }
    reading_.kind = std::move(kind);
}

/// The event of which a name says enough: the whole, its beginning, or, of one near in time, a word of it.
RecordId LineReader::event_called(std::string_view name) const {
    const Workspace& workspace = context_.workspace;
    const Day day = reading_.on ? reading_.on->value.earliest().value_or(context_.today) : context_.today;
    constexpr std::chrono::days near{31};
    const std::string wanted = fold(name);
    RecordId best;
    std::optional<std::chrono::days> nearest;
    workspace.for_each(Kind::event, [&](RecordId event) {
        const std::string known = fold(workspace.text(event, event::name));
        const auto from = workspace.date(event, event::from).earliest();
        const auto away = from ? std::chrono::abs(*from - day) : std::chrono::days{100'000};
        const bool same = known == wanted || (wanted.size() >= 3 && known.starts_with(wanted + " ")) ||
            (wanted.size() >= 3 && known.contains(" " + wanted) && away <= near);
        if (!same) return;
        if (nearest && *nearest <= away) return;
        nearest = away;
        best = event;
    });
    return best;
}

/// "At", "@", or "at the" before a word.
bool LineReader::led_to_at(std::size_t at) const {
    return ends_before(WordRole::at, at) ||
        (at > 0 && is(WordRole::article, at - 1) && words_[at].before <= Gap::space &&
            ends_before(WordRole::at, at - 1));
}

/// Whether a word leads to a place: "at", "near the", and "in" right behind what is told of the contact, not "the
/// post in Nairobi" or "professor in Lagos". The sign of an address leads to none.
std::size_t LineReader::place_lead(std::size_t at) const {
    if (!free(at)) return 0;
    if (sentences_[at] != contact_sentence() && !says_only_when(sentences_[at])) return 0;
    if (at > 0 && words_[at].before <= Gap::space && free(at - 1) && is_role(at - 1)) return 0;
    if (const auto near = match(WordRole::near, at)) {
        const std::size_t next = at + near.length;
        return inside(next) && (is(WordRole::article, next) || words_[next].capital) ? near.length : 0;
    }
    if (words_[at].folded == "@" && at > 0 && words_[at - 1].end == words_[at].begin) return 0;
    if (const auto word = match(WordRole::at, at)) return word.length;
    if (!is(WordRole::in, at) || !inside(at + 1) || !words_[at + 1].capital) return 0;
    const bool of_detail = std::ranges::any_of(
        names_, [&](const Name& name) { return name.details_end > name.end && name.details_end == at; });
    const bool of_noun = at > 0 && free(at - 1) && words_[at].before <= Gap::space &&
        !is(WordRole::filler, at - 1) && name_ending(at) == none && !words_[at - 1].folded.ends_with("ly");
    return of_detail || of_noun ? 0 : 1;
}

/// An event whose whole name stands in the line.
bool LineReader::find_named_event() {
    const Workspace& workspace = context_.workspace;
    workspace.for_each(Kind::event, [&](RecordId event) {
        const std::vector<Word> name = words_of_line(workspace.text(event, event::name));
        if (name.size() < 2 || reading_.event) return;
        for (std::size_t at = 0; at + name.size() <= words_.size(); ++at) {
            const bool same = std::ranges::equal(
                name, std::span(words_).subspan(at, name.size()), {}, &Word::folded, &Word::folded);
            const std::size_t end = at + name.size();
            const bool ours = std::all_of(use_.begin() + static_cast<std::ptrdiff_t>(at),
                use_.begin() + static_cast<std::ptrdiff_t>(end),
                [](Use use) { return use == Use::free || use == Use::kind; });
            if (!same || !ours) continue;
            reading_.event = Guess<RecordId>{event, range(at, end), {}};
            const LineRange where = reading_.event->range;
            const bool own_kind = reading_.kind &&
                (reading_.kind->range.begin >= where.end || reading_.kind->range.end <= where.begin);
            if (!own_kind || reading_.kind->value == interaction::kind::meeting) {
                Guess<enum interaction::kind> kind{interaction::kind::event, where, {}};
                if (own_kind) kind.alternatives.push_back(reading_.kind->value);
                reading_.kind = std::move(kind);
            }
            std::size_t begin = at;
            if (begin > 0 && free(begin - 1) && is(WordRole::article, begin - 1)) --begin;
            if (begin > 0 && free(begin - 1) && is(WordRole::at, begin - 1)) --begin;
            mark(begin, end, Use::place);
            return;
        }
    });
    return reading_.event.has_value();
}

void LineReader::find_place() {
    if (find_named_event()) return;
    for (std::size_t at = 0; at < words_.size(); ++at) {
        const std::size_t lead = place_lead(at);
        if (lead == 0 || !free(at + lead) || words_[at + lead].before > Gap::space ||
            is(WordRole::no_place, at + lead))
            continue;
        const std::size_t start = at + lead;
        std::size_t end = start;
        const std::size_t named_at = end + (is(WordRole::article, end) && inside(end + 1) ? 1 : 0);
        const std::size_t whole = org_end_[named_at];
        const bool in = is(WordRole::in, at) && !is(WordRole::at, at) && !is(WordRole::near, at);
        const bool near = is(WordRole::near, at);
        if (whole > 0) end = whole;
        while (whole == 0 && free(end) &&
            (!in || words_[end].capital || words_[end].before > Gap::space || end == start) && !time(end) &&
            !date(end, DateDirection::past) && !is(WordRole::about, end) &&
            (end == start || words_[end].before <= Gap::space) && !is(WordRole::with, end) &&
            !is(WordRole::and_, end) && !is(WordRole::by, end) && !is(WordRole::for_, end))
            ++end;
        if (end == named_at || end == start) continue;  // "at with Ben" names no place
        const std::size_t begin = start;
        const std::size_t named = begin + (is(WordRole::article, begin) && begin + 1 < end ? 1 : 0);
        const RecordId event = near || whole > 0 ? RecordId{} : event_called(text(named, end));
        if (event) {
            reading_.event = Guess<RecordId>{event, range(named, end), {}};
            const std::string known = fold(context_.workspace.text(event, event::name));
            const bool named_so = known.starts_with(fold(text(named, end)));
            if (named_so && reading_.kind && reading_.kind->value == interaction::kind::meeting) {
                reading_.kind->alternatives.insert(
                    reading_.kind->alternatives.begin(), interaction::kind::meeting);
                reading_.kind->value = interaction::kind::event;
            }
        } else {
            reading_.place = Guess<std::string>{text(begin, end), range(begin, end), {}};
        }
        mark(at, end, Use::place);
        return;
    }
    // "Bob's Bakery with Bob yesterday": the organisation a line begins with is where it was.
    const std::size_t whole = org_end_.empty() ? 0 : org_end_[0];
    const bool goes_on = whole > 0 && inside(whole) && words_[whole].before <= Gap::space &&
        (is(WordRole::with, whole) || date(whole, DateDirection::past));
    if (!goes_on ||
        !std::all_of(use_.begin(), use_.begin() + static_cast<std::ptrdiff_t>(whole),
            [](Use use) { return use == Use::free; }))
        return;
    reading_.place = Guess<std::string>{text(0, whole), range(0, whole), {}};
    mark(0, whole, Use::place);
}

/// Who began it: the one before "called" and "wrote", or behind "from"; oneself if nobody stands there.
void LineReader::find_begun_by() {
    const auto guess = [&](enum interaction::begun_by who, std::size_t begin, std::size_t end) {
        if (!reading_.begun_by)
            reading_.begun_by = Guess<enum interaction::begun_by>{who, range(begin, end), {}};
    };
    for (std::size_t at = 0; at < words_.size(); ++at) {
        const auto begun = match(WordRole::begun, at);
        if (begun && use_[at] == Use::kind)
            guess(interaction::begun_by.option(begun.value), at, at + begun.length);
        const auto from = free(at) || use_[at] == Use::kind ? match(WordRole::from, at) : LogWords::Found{};
        const std::size_t sender = from ? name_at(at + from.length) : none;
        if (sender != none && !names_[sender].possessive)
            guess(interaction::begun_by.option(from.value), at, at + from.length);
        if (use_[at] != Use::kind) continue;
        const bool introducing = introduction_ && words_[at].begin >= introduction_->begin &&
            words_[at].begin < introduction_->end;
        if (introducing && (introducer_ != none || passive_introduction_)) {
            if (introducer_ != none) guess(interaction::begun_by::them, at, at + 1);
            continue;
        }
        const bool base = planned_verb_ && is(WordRole::base, at);
        const auto past = base ? match(WordRole::base, at) : match(WordRole::past, at);
        if (!past) continue;
        const std::size_t subject = name_ending(at);
        const bool mutual = is_mutual(kind_of(past));
        const bool together = at > 0 && is(WordRole::i, at - 1) && at > 1 && is(WordRole::and_, at - 2);
        const bool we = at > 0 && words_[at - 1].folded == "we";
        if (together || we)
            guess(interaction::begun_by::both, at - 1, at);
        else if (subject != none && words_[at].before <= Gap::space && !mutual)
            guess(interaction::begun_by::them, names_[subject].begin, at);
        else if (!mutual && subject == none)
            guess(interaction::begun_by::me, at, at + past.length);
        at += past.length - 1;
    }
}

/// Runs of words that nobody understood, without those that only join.
void LineReader::find_rest() {
    const auto is_filler = [&](std::size_t at) {
        for (const WordRole role :
            {WordRole::filler, WordRole::and_, WordRole::then, WordRole::with, WordRole::i, WordRole::me,
                WordRole::article, WordRole::to, WordRole::for_, WordRole::of, WordRole::at, WordRole::on}) {
            if (is(role, at)) return true;
        }
        return words_[at].folded == "'s";
    };
    for (std::size_t at = 0; at < words_.size();) {
        if (!free(at)) {
            reading_.used.push_back(range(at, at + 1));
            ++at;
            continue;
        }
        std::size_t end = at;
        while (free(end) && (end == at || words_[end].before < Gap::stop))
            ++end;
        std::size_t first = at;
        std::size_t last = end;
        while (first < last && is_filler(first))
            ++first;
        while (last > first && is_filler(last - 1))
            --last;
        if (first < last) reading_.rest.push_back(range(first, last));
        at = end;
    }
}

bool LogReading::is_contact() const {
    return kind || on || event ||
        std::ranges::any_of(people, [](const PersonGuess& one) { return one.took_part; });
}

std::string LogReading::rest_text() const {
    std::string text;
    for (const LineRange& range : rest) {
        if (!text.empty()) text += "; ";
        text += line.substr(range.begin, range.end - range.begin);
    }
    return text;
}

LogReading read_log_line(std::string_view line, const LogContext& context) {
    return LineReader(line, context).read();
}

NamesInLine LineReader::names() {
    find_names();
    NamesInLine found;
    found.spans = taken_;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Name& name = names_[i];
        if (name.matches.empty() || name.matches.front().fit == NameFit::none) continue;
        found.spans.emplace_back(words_[name.begin].begin, words_[name.end - 1].end);
        person_index(i, true);
    }
    std::ranges::sort(found.spans);
    found.people = std::move(reading_.people);
    return found;
}

NamesInLine names_in_line(std::string_view line, const LogContext& context) {
    return LineReader(line, context).names();
}

void leave_out(LogReading& reading, std::size_t person) {
    reading.people.erase(reading.people.begin() + static_cast<std::ptrdiff_t>(person));
    for (PromiseGuess& promise : reading.promises) {
        for (std::vector<std::size_t>* people : {&promise.people, &promise.others}) {
            std::erase(*people, person);
            for (std::size_t& one : *people)
                one -= one > person ? 1 : 0;
        }
    }
    if (reading.introduced_by == person) reading.introduced_by.reset();
    if (reading.introduced_by && *reading.introduced_by > person) --*reading.introduced_by;
}

}  // namespace kith
