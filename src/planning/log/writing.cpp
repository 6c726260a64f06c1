#include "planning/log/writing.h"

#include "base/text.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

class LogWriter {
public:
    LogWriter(const LogReading& reading, const LogContext& context, Random& random, Draft& draft)
        : reading_(reading), context_(context), random_(random), draft_(draft) {}

    /// The interaction, if there was or will be one.
    RecordId write() {
        for (const PersonGuess& guess : reading_.people)
            people_.push_back(guess.person ? guess.person : write_person(guess));
        if (reading_.is_contact()) write_interaction();
        for (const PromiseGuess& promise : reading_.promises)
            write_promise(promise);
        return interaction_;
    }

private:
    const LogReading& reading_;
    const LogContext& context_;
    Random& random_;
    Draft& draft_;
    std::vector<RecordId> people_;  // as in the reading
    RecordId interaction_;

    PartialDate on() const {
        return reading_.on ? reading_.on->value : PartialDate{std::chrono::year_month_day{context_.today}};
    }

    /// Somebody new: the last word is the family name, with what joins it ("van der Berg").
    RecordId write_person(const PersonGuess& guess) {
        const RecordId person = draft_.create(Kind::person, random_);
        const std::vector<Word> words = words_of_line(guess.name);
        const auto is = [&](WordRole role, std::size_t at) { return context_.words.is(role, words, at); };
        std::size_t first = 0;
        while (first + 1 < words.size() && is(WordRole::title, first))
            ++first;
        std::size_t family = words.size() > first + 1 ? words.size() - 1 : words.size();
        while (family > first + 1 && family < words.size() && is(WordRole::particle, family - 1))
            --family;
        const auto part = [&](std::size_t begin, std::size_t end) {
            return begin < end
                ? guess.name.substr(words[begin].begin, words[end - 1].end - words[begin].begin)
                : "";
        };
        draft_.set_text(person, person::name_prefix, part(0, first));
        draft_.set_text(person, person::given_name, capitalised(part(first, family)));
        draft_.set_text(person, person::family_name, part(family, words.size()));
        if (!guess.organisation.empty() || !guess.role.empty()) write_work(person, guess);
        if (reading_.introduced_by && guess.took_part) {
            const RecordId by = reading_.people[*reading_.introduced_by].person;
            if (by) draft_.set(person, person::met_through, Value::reference(by));
        }
        if (!guess.took_part || reading_.planned) return person;
        draft_.set(person, person::met_on, Value::date(on()));
        if (reading_.event) draft_.set(person, person::met_at, Value::reference(reading_.event->value));
        if (reading_.place) draft_.set_text(person, person::met_where, reading_.place->value);
        return person;
    }

    /// Where somebody new works, as what: with the organisation that is called so, or a new one.
    void write_work(RecordId person, const PersonGuess& guess) {
        const RecordId work = draft_.create(Kind::affiliation, random_);
        draft_.set(work, affiliation::person, Value::reference(person));
        draft_.set_text(work, affiliation::role, guess.role);
        if (guess.organisation.empty()) return;
        const std::vector<Word> words = words_of_line(guess.organisation);
        const auto known = context_.names.organisation(words);
        RecordId organisation = known.length == words.size() ? known.organisation : RecordId{};
        if (!organisation) {
            organisation = draft_.create(Kind::organisation, random_);
            draft_.set_text(organisation, organisation::name, guess.organisation);
        }
        draft_.set(work, affiliation::organisation, Value::reference(organisation));
    }

    void write_interaction() {
        const RecordId record = interaction_ = draft_.create(Kind::interaction, random_);
        draft_.set(record, interaction::on, Value::date(on()));
        draft_.set(
            record, interaction::kind, reading_.kind ? reading_.kind->value : interaction::kind::other);
        if (reading_.minute)
            draft_.set(record, interaction::minute_of_day, Value::integer(reading_.minute->value));
        if (reading_.begun_by) draft_.set(record, interaction::begun_by, reading_.begun_by->value);
        if (reading_.planned) draft_.set(record, interaction::planned, Value::boolean(true));
        if (reading_.event) draft_.set(record, interaction::event, Value::reference(reading_.event->value));
        if (reading_.place) draft_.set_text(record, interaction::place, reading_.place->value);
        for (std::size_t i = 0; i < people_.size(); ++i) {
            if (reading_.people[i].took_part) draft_.add(record, interaction::people, people_[i]);
        }
        const std::string rest = capitalised(reading_.rest_text());
        if (!reading_.topic) {
            draft_.set_text(record, interaction::summary, rest);
            return;
        }
        draft_.set_text(record, interaction::summary, capitalised(reading_.topic->value));
        draft_.set_text(record, interaction::notes, rest);
    }

    void write_promise(const PromiseGuess& promise) {
        const RecordId action = draft_.create(Kind::action, random_);
        draft_.set_text(action, action::title, promise.what);
        draft_.set(
            action, action::promised_by, promise.mine ? action::promised_by::me : action::promised_by::them);
        if (promise.due) draft_.set(action, action::due, date_value(promise.due->value));
        for (const std::size_t index : promise.people)
            draft_.add(action, action::people, people_[index]);
        if (interaction_) draft_.set(action, action::came_of, Value::reference(interaction_));
    }
};

/// The draft of a reading, and its interaction; none if there are only promises and text.
std::pair<Draft, RecordId> write_reading(
    const LogReading& reading, const LogContext& context, Random& random) {
    std::string names;
    for (const PersonGuess& guess : reading.people) {
        if (!names.empty()) names += ", ";
        names += guess.person ? person_name(context.workspace, guess.person) : guess.name;
    }
    Message label{"log.noted", {}};
    if (!names.empty()) label = {"log.noted_with", {names}};
    std::pair<Draft, RecordId> written{Draft(std::move(label)), {}};
    written.second = LogWriter(reading, context, random, written.first).write();
    return written;
}

}  // namespace

Draft to_draft(const LogReading& reading, const LogContext& context, Random& random) {
    return write_reading(reading, context, random).first;
}

Draft to_draft(
    const LogReading& reading, const LogDetails& details, const LogContext& context, Random& random) {
    auto [draft, record] = write_reading(reading, context, random);
    if (!record) return std::move(draft);
    if (!reading.kind) draft.clear(record, interaction::kind);  // not said is not "other"
    draft.set_text(record, interaction::summary, details.summary);
    draft.set_text(record, interaction::notes, details.notes);
    draft.set_text(record, interaction::follow_up, details.follow_up);
    return std::move(draft);
}

}  // namespace kith
