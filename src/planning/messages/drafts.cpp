#include "planning/messages/drafts.h"

#include <algorithm>
#include <functional>

#include "base/catalogue.h"
#include "base/text.h"
#include "model/fields.h"
#include "planning/facts/due.h"
#include "planning/giving/celebrations.h"
#include "planning/messages/draft_templates.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr SpanKeys when{"draft.when_days", "draft.when_weeks", "draft.when_months", "draft.when_years"};

/// Answers what the words of a template stand for.
class Shared {
public:
    Shared(const Workspace& workspace, const ContactBook& contacts, const MessageRequest& request, Day today)
        : workspace_(workspace),
          request_(request),
          today_(today),
          person_(request.person),
          record_(request.record),
          past_(summarise(contacts.of(request.person), today)) {}

    std::string operator()(std::string_view word) const {
        if (word == "first_name") return first_name(person_);
        if (word == "other") return request_.other ? record_name(workspace_, request_.other) : introduced();
        if (word == "my_name") return first_name(self(workspace_));
        if (word == "last_topic") return topic();
        if (word == "last_when") return past_.last ? ago(*past_.last) : "";
        if (word == "event") return event();
        if (word == "at_event") return event().empty() ? " " : " – " + event();
        if (word == "my_promise") return promise("me");
        if (word == "their_promise") return promise("them");
        if (word == "organisation") return organisation();
        if (word == "role") return role();
        if (word == "about") return about();
        if (word == "thanks") return thanks();
        if (word == "outcome") return text({favour::outcome, mentorship::review, achievement::evidence});
        if (word == "due") return due();
        if (word == "past_favour") return past_favour();
        if (word == "occasion") return occasion();
        if (word == "mentoring_since") return mentoring_since();
        return {};
    }

private:
    const Workspace& workspace_;
    const MessageRequest& request_;
    Day today_;
    RecordId person_;
    RecordId record_;
    ContactSummary past_;

    std::string first_name(RecordId person) const {
        const std::string_view given = workspace_.text(person, person::given_name);
        return given.empty() ? person_name(workspace_, person) : std::string(given);
    }

    std::string ago(Day day) const {
        if (day >= today_) return std::string(Catalogue::english().get("draft.when_today"));
        return Catalogue::english().format(spell(when, today_ - day));
    }

    /// "4 December", with the year only where it isn't this one: what goes into a letter.
    std::string in_words(Day day) const {
        const Catalogue& words = Catalogue::english();
        const std::chrono::year_month_day date{day}, now{today_};
        const std::string of_month = std::to_string(static_cast<unsigned>(date.day()));
        const std::string_view month =
            words.get("date.month." + std::to_string(static_cast<unsigned>(date.month())));
        if (date.year() == now.year()) return words.format("date.day_month", {of_month, month});
        return words.format(
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
        const std::string_view kind =
            kind_of(record_) == Kind::favour ? workspace_.text(record_, favour::kind) : std::string_view{};
        const std::string other = introduced();
        const bool introduction = kind == "introduction";
        const std::string what = introduction && !other.empty() ? other : about();
        if (what.empty()) return {};
        std::string key = "draft.thanks." + std::string(kind);
        if (kind.empty() || (introduction && other.empty())) key = "draft.thanks.other";
        return Catalogue::english().format(key, {what});
    }

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
    std::string promise(std::string_view by) const {
        RecordId first;
        std::optional<Day> due;
        for (const RecordId action : workspace_.referrers(person_, action::people)) {
            if (workspace_.text(action, action::promised_by) != by ||
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
            const bool counts =
                favour != record_ && workspace_.text(favour, favour::direction) != "given" && done;
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
            return Catalogue::english().format(key, {one.what, one.years ? std::to_string(*one.years) : ""});
        }
        return {};
    }

    std::string mentoring_since() const {
        if (kind_of(record_) != Kind::mentorship) return {};
        const auto from = workspace_.date(record_, mentorship::from).earliest();
        return from ? ago(*from) : "";
    }
};

/// The preferred e-mail address: marked primary, else the first.
std::string address_of(const Workspace& workspace, RecordId person) {
    std::string address;
    bool primary = false;
    for (const Element& row : workspace.elements(person, person::contact_points)) {
        if (row_part(row.value, 0) != "email") continue;
        const bool marked = !row_part(row.value, 3).empty();
        if (!address.empty() && (!marked || primary)) continue;
        address = row_part(row.value, 1);
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

MessageDraft write_message(
    const Workspace& workspace, const ContactBook& contacts, const MessageRequest& request, Day today) {
    MessageDraft message =
        fill_template(template_of(request.kind), Shared(workspace, contacts, request, today));
    message.kind = request.kind;
    message.person = request.person;
    message.to = address_of(workspace, request.person);
    return message;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            out += c;
        } else if (c == '\n' && (i == 0 || text[i - 1] != '\r')) {
            out += "%0D%0A";
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string mailto_link(const MessageDraft& message) {
    std::string link = "mailto:";
    const std::size_t at = message.to.rfind('@');
    if (at != std::string::npos)
        link += percent_encode(std::string_view(message.to).substr(0, at)) + "@" +
            percent_encode(std::string_view(message.to).substr(at + 1));
    char before = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        link += before;
        link += std::string(name) + "=" + percent_encode(value);
        before = '&';
    };
    add("subject", message.subject);
    add("body", message.body);
    return link;
}

RecordId log_message(Draft& draft, const MessageDraft& message, Day today, Random& random) {
    const RecordId record = draft.create(Kind::interaction, random);
    draft.set(record, interaction::on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    draft.set_text(record, interaction::kind, "email");
    draft.set_text(record, interaction::begun_by, "me");
    draft.set_text(record, interaction::summary, message.subject);
    draft.add(record, interaction::people, message.person);
    return record;
}

}  // namespace kith
