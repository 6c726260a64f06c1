#include "planning/messages/drafts.h"

#include <algorithm>
#include <functional>

#include "base/links.h"
#include "base/percent.h"
#include "base/text.h"
#include "identity/name_reading.h"
#include "model/fields.h"
#include "model/joined_name.h"
#include "planning/facts/due.h"
#include "planning/giving/celebrations.h"
#include "planning/messages/draft_templates.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// Answers what the words of a template stand for.
class Shared {
public:
    Shared(const Workspace& workspace, const ContactBook& contacts, const MessageRequest& request,
        const Formatter& say)
        : workspace_(workspace),
          request_(request),
          say_(say),
          today_(say.today()),
          person_(request.person),
          record_(request.record),
          past_(summarise(contacts.of(request.person), say.today())) {}

    std::string operator()(std::string_view word) const {
        const auto* const at = std::ranges::find(words, word, &WordOf::word);
        return at != std::end(words) ? (this->*at->text)() : std::string{};
    }

private:
    const Workspace& workspace_;
    const MessageRequest& request_;
    const Formatter& say_;
    Day today_;
    RecordId person_;
    RecordId record_;
    ContactSummary past_;

    std::string first_name(RecordId person) const {
        const auto text = [&](FieldId field) { return workspace_.text(person, field); };
        const std::string_view given = text(person::given_name);
        // Where the family's name comes first, nobody is called by the other one alone.
        if (given.empty() || is_east_asian(text(person::family_name))) {
            const std::string of_shown =
                identity::read_name({.shown = std::string(text(person::display_name))}).given;
            const bool is_other_order = is_east_asian(text(person::display_name));
            return of_shown.empty() || is_other_order ? person_name(workspace_, person) : of_shown;
        }
        return std::string(given);
    }

    std::string ago(Day day) const { return say_.ago(std::max(today_ - day, std::chrono::days{0})); }

    /// "4 December", with the year only where it isn't this one: in the language of the letter, which need not
    /// be that of the browser's dates.
    std::string in_words(Day day) const {
        const std::chrono::year_month_day date{day}, now{today_};
        const std::string of_month = std::to_string(static_cast<unsigned>(date.day()));
        const std::string_view month =
            say_.words().get("date.month." + std::to_string(static_cast<unsigned>(date.month())));
        if (date.year() == now.year()) return say_.format("date.day_month", {of_month, month});
        return say_.format(
            "date.day_month_year", {of_month, month, std::to_string(static_cast<int>(date.year()))});
    }

    /// The first of these fields that the record at hand has.
    std::string text(std::initializer_list<FieldId> fields) const {
        for (const FieldId field : fields) {
            if (field.kind() != kind_of(record_)) continue;
            if (const auto found = workspace_.text(record_, field); !found.empty()) return std::string(found);
        }
        return {};
    }

    std::string about() const {
        if (!request_.about.empty()) return request_.about;
        return text({favour::about, mentorship::field, achievement::title, opportunity::title, goal::wish,
            event::name});
    }

    /// What one is thankful for: "your advice on the leadership course".
    std::string thanks() const {
        const auto kind =
            kind_of(record_) == Kind::favour ? workspace_.choice(record_, favour::kind) : favour::kind::none;
        const std::string other = introduced();
        const bool introduction = kind == favour::kind::introduction;
        const std::string what = introduction && !other.empty() ? other : about();
        if (what.empty()) return {};
        std::string key = "draft.thanks." + std::string(favour::kind.key(kind));
        if (known(kind) == favour::kind::none || (introduction && other.empty())) key = "draft.thanks.other";
        return say_.format(key, {what});
    }

    std::string other() const {
        return request_.other ? record_name(workspace_, request_.other) : introduced();
    }
    std::string their_first_name() const { return first_name(person_); }
    std::string my_first_name() const { return first_name(self(workspace_)); }
    std::string last_when() const { return past_.last ? ago(*past_.last) : ""; }
    std::string at_event() const { return event().empty() ? " " : " – " + event(); }
    std::string my_promise() const { return promise(action::promised_by::me); }
    std::string their_promise() const { return promise(action::promised_by::them); }
    std::string outcome() const { return text({favour::outcome, mentorship::review, achievement::evidence}); }

    std::string topic() const {
        const RecordId meeting = kind_of(record_) == Kind::interaction ? record_ : past_.last_interaction;
        return short_text(workspace_.text(meeting, interaction::summary), 120);
    }

    std::string event() const {
        RecordId event = kind_of(record_) == Kind::event ? record_ : RecordId{};
        if (!event && kind_of(record_) == Kind::interaction)
            event = workspace_.reference(record_, interaction::event);
        if (!event) event = workspace_.reference(person_, person::met_at);
        return event ? record_name(workspace_, event) : "";
    }

    /// The open promise that is due first.
    std::string promise(enum action::promised_by by) const {
        RecordId first;
        std::optional<Day> due;
        for (const RecordId action : workspace_.referrers(person_, action::people)) {
            if (workspace_.choice(action, action::promised_by) != by ||
                !workspace_.date(action, action::done_on).empty() ||
                !workspace_.date(action, action::dropped_on).empty())
                continue;
            const auto day = workspace_.date(action, action::due).earliest();
            if (first && (!day || (due && *due <= *day))) continue;
            first = action;
            due = day;
        }
        return first ? std::string(workspace_.text(first, action::title)) : "";
    }

    std::string organisation() const {
        if (kind_of(request_.other) == Kind::organisation) return record_name(workspace_, request_.other);
        const RecordId affiliation = main_affiliation(workspace_, person_);
        return affiliation
            ? record_name(workspace_, workspace_.reference(affiliation, affiliation::organisation))
            : "";
    }

    std::string role() const {
        return std::string(workspace_.text(main_affiliation(workspace_, person_), affiliation::role));
    }

    std::string introduced() const {
        if (kind_of(record_) != Kind::favour) return {};
        const RecordId other = workspace_.reference(record_, favour::introduced);
        return other ? person_name(workspace_, other) : "";
    }

    std::string due() const {
        if (kind_of(record_) != Kind::favour) return {};
        const auto day = workspace_.date(record_, favour::due).earliest();
        return day ? in_words(*day) : "";
    }

    /// The last thing they did for one, other than what this is about.
    std::string past_favour() const {
        std::string found;
        std::optional<Day> latest;
        for (const RecordId favour : workspace_.referrers(person_, favour::person)) {
            const auto done = workspace_.date(favour, favour::done_on).earliest();
            const bool counts = favour != record_ &&
                workspace_.choice(favour, favour::direction) != favour::direction::given && done;
            if (!counts || (latest && *latest >= *done)) continue;
            latest = done;
            found = workspace_.text(favour, favour::about);
        }
        return found;
    }

    std::string occasion() const {
        if (!request_.about.empty()) return request_.about;
        for (const Celebration& one : celebrations_of(workspace_, person_, today_)) {
            if (!one.open()) continue;
            const std::string key = "draft.occasion." + std::string(key_of(one.kind));
            return say_.format(key, {one.what, one.years.value_or(0)});
        }
        return {};
    }

    std::string mentoring_since() const {
        if (kind_of(record_) != Kind::mentorship) return {};
        const auto from = workspace_.date(record_, mentorship::from).earliest();
        return from ? ago(*from) : "";
    }

    struct WordOf {
        std::string_view word;
        std::string (Shared::*text)() const;
    };
    static constexpr WordOf words[] = {
        {"first_name", &Shared::their_first_name},
        {"other", &Shared::other},
        {"my_name", &Shared::my_first_name},
        {"last_topic", &Shared::topic},
        {"last_when", &Shared::last_when},
        {"event", &Shared::event},
        {"at_event", &Shared::at_event},
        {"my_promise", &Shared::my_promise},
        {"their_promise", &Shared::their_promise},
        {"organisation", &Shared::organisation},
        {"role", &Shared::role},
        {"about", &Shared::about},
        {"thanks", &Shared::thanks},
        {"outcome", &Shared::outcome},
        {"due", &Shared::due},
        {"past_favour", &Shared::past_favour},
        {"occasion", &Shared::occasion},
        {"mentoring_since", &Shared::mentoring_since},
    };
};

/// The preferred e-mail address: marked primary, else the first.
std::string address_of(const Workspace& workspace, RecordId person) {
    std::string address;
    bool primary = false;
    for (const Element& row : workspace.elements(person, person::contact_points)) {
        if (row_part(row.value, person::contact_points::kind) != contact::email) continue;
        const bool marked = !row_part(row.value, person::contact_points::primary).empty();
        if (!address.empty() && (!marked || primary)) continue;
        address = row_part(row.value, person::contact_points::value);
        primary = marked;
    }
    return address;
}

struct FilledLine {
    std::string text;
    bool empty_word = false;
};

FilledLine fill_line(std::string_view line, const std::function<std::string(std::string_view)>& fill) {
    FilledLine filled;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t close = line[at] == '{' ? line.find('}', at) : std::string_view::npos;
        if (close == std::string_view::npos) {
            filled.text += line[at++];
            continue;
        }
        const std::string said = fill(line.substr(at + 1, close - at - 1));
        filled.empty_word |= said.empty();
        filled.text += said;
        at = close + 1;
    }
    return filled;
}

}  // namespace

MessageDraft fill_template(std::string_view text, const std::function<std::string(std::string_view)>& fill) {
    MessageDraft message;
    bool in_body = false;
    for (const std::string_view line : split(text, '\n')) {
        if (!in_body && line.starts_with('#')) continue;
        if (!in_body && line.starts_with("subject")) {
            message.subject = trim(fill_line(trim(line.substr(line.find('=') + 1)), fill).text);
            in_body = true;
            continue;
        }
        const FilledLine filled = fill_line(line, fill);
        if (!in_body || filled.empty_word) continue;
        if (filled.text.empty() && (message.body.empty() || message.body.ends_with("\n\n"))) continue;
        message.body += filled.text + "\n";
    }
    while (message.body.ends_with("\n"))
        message.body.pop_back();
    return message;
}

MessageDraft write_message(const Workspace& workspace, const ContactBook& contacts,
    const MessageRequest& request, const Formatter& say) {
    MessageDraft message =
        fill_template(template_of(request.kind), Shared(workspace, contacts, request, say));
    message.kind = request.kind;
    message.person = request.person;
    message.to = address_of(workspace, request.person);
    return message;
}

namespace {

/// Lines end with CR LF in a letter.
std::string with_mail_line_ends(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) out += '\r';
        out += text[i];
    }
    return out;
}

}  // namespace

std::string mailto_link(const MessageDraft& message) {
    std::string link = mail_link(message.to);
    if (link.empty()) link = "mailto:";
    char before = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        link += before;
        link += std::string(name) + "=" + percent_encoded(with_mail_line_ends(value));
        before = '&';
    };
    add("subject", message.subject);
    add("body", message.body);
    return link;
}

RecordId log_message(Draft& draft, const MessageDraft& message, Day today, Random& random) {
    const RecordId record = draft.create(Kind::interaction, random);
    draft.set(record, interaction::on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    draft.set(record, interaction::kind, interaction::kind::email);
    draft.set(record, interaction::begun_by, interaction::begun_by::me);
    draft.set_text(record, interaction::summary, message.subject);
    draft.add(record, interaction::people, message.person);
    return record;
}

}  // namespace kith
