// Makes sentences: the one place where arguments become text, plurals are chosen, dates are said and lists are
// joined, in the language of a catalogue and the way a place writes. What a message is stands in
// base/catalogue.h. A text that somebody wrote comes out as it is, whatever it looks like.
//
//     Formatter say(Catalogue::english(), formats, today);
//     say.format("today.late", {promises});        // "3 promises are overdue"
//     say.format({"fact.planned", {due - today}});  // "It’s tomorrow"
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/error.h"
#include "base/formats.h"

namespace kith {

class Formatter {
public:
    /// All three must outlive it; it is as cheap to make as three pointers.
    Formatter(const Catalogue& words, Formats& formats, Day today)
        : words_(&words), formats_(&formats), today_(today) {}

    std::string format(std::string_view key, std::span<const ArgumentView> arguments) const;
    std::string format(std::string_view key, std::initializer_list<ArgumentView> arguments) const {
        return format(key, std::span(arguments.begin(), arguments.size()));
    }
    std::string format(const Message& message) const;
    /// The message of an error, with "file, line n, field: " before it where they are known; the file is left
    /// out where the sentence names it itself.
    std::string format(const Error& error) const;
    /// What the browser said, as a sentence to stand behind the error's own; empty where it said nothing.
    std::string format_cause(const Error& error) const;

    // Values that stand by themselves: in a column, a tag, a field
    std::string number(std::int64_t count) const { return count_text(count); }
    /// "today", "yesterday", "3 days ago", "in 2 weeks"; farther than `most` days away as date(), and one with
    /// gaps too.
    std::string relative(const PartialDate& date, int most = relative_days) const;
    /// "today", "yesterday", "3 weeks ago", "2 years ago": a length of time before now, however long.
    std::string ago(std::chrono::days past) const { return span(past, ":ago"); }
    /// "12 August", with the year if it isn't this one.
    std::string date(const PartialDate& date) const;
    /// "12 August 2026", and for dates with gaps "12 August", "August 2026", "2026".
    std::string exact(const PartialDate& date) const;
    /// "Friday"
    std::string weekday(Day day) const;
    /// The seven days that begin there: "23 November – 29 November".
    std::string week(Day begin) const;
    /// "12 August 2026, 10:30", in the person's time zone.
    std::string moment(Instant moment) const;
    /// "Ana, Ben and Priya", "Ana, Ben and 2 more".
    std::string list(std::span<const Argument> items) const;

    const Catalogue& words() const { return *words_; }
    Day today() const { return today_; }

private:
    static constexpr int relative_days = 30;
    struct Call;
    const Catalogue* words_;
    Formats* formats_;
    Day today_;

    std::string count_text(const ArgumentView& count) const;
    std::string span(std::chrono::days span, std::string_view function) const;
    std::string date_in(DateStyle style, const PartialDate& date) const;
    Day local_day(Instant moment) const;
    std::string_view choose(const Call& call) const;
    void fill(std::string& out, std::string_view pattern, const Call& call) const;
    std::string say(const ArgumentView& argument, std::string_view function) const;
};

/// In English with PlainFormats: at the prompt before there is a console, in logs and in tests.
std::string plain_text(const Message& message);
std::string plain_text(const Error& error);

/// A time of day from its minute: "09:30".
std::string time_text(int minute_of_day);

}  // namespace kith
