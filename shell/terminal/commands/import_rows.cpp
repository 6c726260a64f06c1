#include "terminal/commands/import_rows.h"

#include "terminal/commands/evidence.h"

namespace kith::terminal {

namespace {

class Rows {
public:
    Rows(JsonWriter& json, Console& console, const ImportPlan& plan, bool written)
        : json_(json), console_(console), plan_(plan), written_(written) {}

    void write(const ImportItem& item) {
        begin({item.file, item.line}, outcome_of(item));
        if (!item.name.empty()) json_.key("name").text(item.name);
        record(item);
        if (item.match) json_.key(is_asked(item) ? "about" : "with").text(to_string(item.match));
        if (item.match && item.choice == ItemChoice::join)
            json_.key("changes").boolean(item.status == ItemStatus::changed);
        if (!item.reason.key.empty()) json_.key("why").text(console_.text(item.reason));
        if (item.match && item.evidence) write_evidence(json_, *item.evidence);
        json_.close('}');
        for (const EntryPlace& other : item.others)
            write_other(item, other);
    }

    /// A row that counts somebody and does not name them.
    void write_hidden(const EntryPlace& place) {
        begin(place, "skipped");
        json_.key("why").text(console_.text({"import.hidden_member", {}})).close('}');
    }

private:
    JsonWriter& json_;
    Console& console_;
    const ImportPlan& plan_;
    bool written_;

    static bool is_asked(const ImportItem& item) {
        return item.status == ItemStatus::maybe_known && !item.answered;
    }
    static std::string_view outcome_of(const ImportItem& item) {
        if (item.choice == ItemChoice::skip) return "skipped";
        if (is_asked(item)) return "asked";
        return item.choice == ItemChoice::join ? "joined" : "new";
    }

    void begin(EntryPlace place, std::string_view outcome) {
        json_.line().open('{').key("file").text(plan_.files[place.file].name);
        json_.key("line").number(place.line).key("outcome").text(outcome);
    }
    void record(const ImportItem& item) {
        const bool is_there = written_ || item.record == item.match;
        if (item.record && is_there) json_.key("id").text(to_string(item.record));
    }

    /// An entry that was put together with an item's first.
    void write_other(const ImportItem& item, const EntryPlace& other) {
        begin(other, item.choice == ItemChoice::skip ? "skipped" : "joined");
        record(item);
        json_.key("with_row").open('{').key("file").text(plan_.files[item.file].name);
        json_.key("line").number(item.line).close('}');
        if (!item.match && item.evidence) write_evidence(json_, *item.evidence);
        json_.close('}');
    }
};

}  // namespace

void write_rows(JsonWriter& json, Console& console, const ImportPlan& plan, bool written) {
    Rows rows(json, console, plan, written);
    json.key("rows").open('[');
    for (const ImportItem& item : plan.items)
        rows.write(item);
    for (const EntryPlace& place : plan.hidden)
        rows.write_hidden(place);
    json.close(']');
}

}  // namespace kith::terminal
