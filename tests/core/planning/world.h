// A small world told in a few lines, as the sample network is, and read back by the keys of what the screens
// say.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../../say.h"
#include "base/formatter.h"
#include "base/text.h"
#include "exchange/sample.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "planning/agenda/agenda.h"
#include "workspace/names.h"

namespace kith::testing {

constexpr Day on(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

inline Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

struct World {
    Workspace workspace{ReplicaId{1}};
    Insight insight{workspace};
    Random random{7};
    Day today = on(2026, 11, 20);  // a Friday
    std::int64_t edits = 0;

    World() = default;
    explicit World(std::string_view story) { tell(story); }

    Instant now() { return Instant{today} + std::chrono::minutes{++edits}; }

    /// Blocks as in assets/sample/network.txt.
    void tell(std::string_view story) {
        auto draft = read_record_text(story, today, random);
        REQUIRE(draft);
        commit(std::move(*draft));
    }

    void commit(Draft draft) {
        const auto stamp = workspace.commit(std::move(draft), now());
        REQUIRE_MESSAGE(stamp, (stamp ? "" : plain_text(stamp.error())));
    }

    template <typename Fill>
    void edit(Fill fill) {
        Draft draft({"test.edit", {}});
        fill(draft);
        commit(std::move(draft));
    }

    /// A record of the kind by its name, a person by first name or name.
    RecordId find(Kind kind, std::string_view name) const {
        RecordId found;
        workspace.for_each(kind, [&](RecordId record) {
            if (record_name(workspace, record) == name ||
                (kind == Kind::person && workspace.text(record, person::given_name) == name))
                found = record;
        });
        REQUIRE_MESSAGE(static_cast<bool>(found), std::string(name));
        return found;
    }
    RecordId person(std::string_view name) const { return find(Kind::person, name); }

    RecordId interaction(Day day, std::vector<RecordId> people, std::string_view kind = "coffee",
        std::string_view begun_by = "me") {
        RecordId record;
        edit([&](Draft& draft) {
            record = draft.create(Kind::interaction, random);
            draft.set(record, interaction::on, date_value(day));
            draft.set_text(record, interaction::kind, kind);
            draft.set_text(record, interaction::begun_by, begun_by);
            for (const RecordId one : people)
                draft.add(record, interaction::people, one);
        });
        return record;
    }
};

/// A message by its key and arguments, so that tests repeat no wording: "fact.due_in(2)". What is
/// somebody's own words and nothing else (the title of a step) is those words.
inline std::string by_key(const Message& message) {
    CHECK_MESSAGE(Catalogue::english().has(message.key), std::string(message.key));
    if (message.arguments.empty()) return std::string(message.key);
    constexpr std::string_view any = "…?";
    if (message.arguments.size() == 1 && say(message.key, any) == any) return message.arguments[0].text;
    std::string text(message.key);
    for (std::size_t i = 0; i < message.arguments.size(); ++i)
        text += (i == 0 ? "(" : ", ") + kept_text(message.arguments[i]);
    return text + ")";
}

inline std::string by_key(const Facts& facts) {
    std::string text;
    for (const Message& fact : facts)
        text += (text.empty() ? "" : ". ") + by_key(fact);
    return text;
}

/// "late 2026-11-18 agenda.follow_up: agenda.title.follow_up(Maja) (fact.happened(1)) →
/// step.write_follow_up"
inline std::string by_key(const AgendaItem& item) {
    constexpr std::string_view urgencies[] = {"late", "today", "soon", "open"};
    std::string text(urgencies[static_cast<std::size_t>(item.urgency)]);
    if (item.due) text += " " + to_iso(*item.due);
    text += " " + by_key(Message{key_of(item.kind), {}}) + ": " + by_key(item.title);
    text += " (" + by_key(item.reasons) + ") → " + by_key(Message{key_of(item.step), {}});
    return text;
}

inline std::vector<std::string> by_key(std::span<const AgendaItem> items) {
    std::vector<std::string> lines;
    for (const AgendaItem& item : items)
        lines.push_back(by_key(item));
    return lines;
}

/// Commits what a person means to do; gives back what History calls it: "today.done(Send the report)".
inline std::string carry_out(World& world, Draft draft) {
    std::string label = by_key(draft.label());
    world.commit(std::move(draft));
    return label;
}

}  // namespace kith::testing
