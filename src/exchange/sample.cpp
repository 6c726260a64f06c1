#include "exchange/sample.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/text.h"
#include "model/fields.h"

namespace kith {

namespace {

constexpr std::string_view set_flag = "yes";

constexpr char network_file[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "sample/network.txt"
#pragma clang diagnostic pop
};

/// So many years before or after, on 28 February where there is no 29th.
Day years_later(Day day, int years) {
    const auto date = std::chrono::year_month_day{day} + std::chrono::years{years};
    return date.ok() ? Day{date} : Day{date.year() / date.month() / std::chrono::last};
}

/// "today", "today-14", "today+2-52y", or an ISO date.
std::optional<PartialDate> read_date(std::string_view text, Day today) {
    constexpr std::string_view word = "today";
    if (!text.starts_with(word)) return parse_iso_date(text);
    text.remove_prefix(word.size());
    Day day = today;
    while (!text.empty()) {
        if (text.starts_with('+')) text.remove_prefix(1);
        int number = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        const bool years = text.starts_with('y');
        if (years) text.remove_prefix(1);
        day = years ? years_later(day, number) : day + std::chrono::days{number};
    }
    return PartialDate{std::chrono::year_month_day{day}};
}

class RecordTextReader {
public:
    RecordTextReader(Day today, Random& random, Draft& draft)
        : today_(today), random_(random), draft_(draft) {}

    Result<> read(std::string_view text) {
        for (const std::string_view raw : split(text, '\n')) {
            ++line_;
            const std::string_view line = trim(raw);
            if (line.empty() || line.starts_with('#')) continue;
            auto done = line.starts_with('[') ? read_heading(line) : read_field(line);
            if (!done) return done;
        }
        return {};
    }

private:
    Day today_;
    Random& random_;
    Draft& draft_;
    std::size_t line_ = 0;
    RecordId record_;
    std::unordered_map<std::string, RecordId> named_;  // "person ana" → its id

    std::unexpected<Error> wrong(std::string_view key, std::string_view field) const {
        return std::unexpected(Error{.kind = ErrorKind::bad_input,
            .message = {key, {std::string(field)}},
            .file = {},
            .line = line_,
            .field = std::string(field)});
    }

    RecordId record_named(Kind kind, std::string_view name) {
        RecordId& record = named_[std::to_string(static_cast<int>(kind)) + " " + std::string(name)];
        if (!record) record = make_record_id(kind, random_());
        return record;
    }

    /// Where a field may name a record of any kind, the kind is said: "interaction coffee".
    std::optional<Value> reference_to(Kind target, std::string_view text) {
        if (target != Kind::none) return Value::reference(record_named(target, text));
        const std::size_t space = text.find(' ');
        const KindSpec* kind = find_kind(text.substr(0, space));
        if (kind == nullptr || space == std::string_view::npos) return std::nullopt;
        return Value::reference(record_named(kind->kind, trim(text.substr(space))));
    }

    Result<> read_heading(std::string_view line) {
        const std::string_view inside = trim(line.substr(1, line.find(']') - 1));
        const std::size_t space = inside.find(' ');
        const KindSpec* kind = find_kind(inside.substr(0, space));
        if (kind == nullptr || space == std::string_view::npos) return wrong("sample.no_such_kind", inside);
        record_ = record_named(kind->kind, trim(inside.substr(space)));
        draft_.create(record_);
        draft_.set(record_, find_field(kind->kind, "sample")->id, Value::boolean(true));
        return {};
    }

    Result<> read_field(std::string_view line) {
        const std::size_t equals = line.find('=');
        const std::string_view key = trim(line.substr(0, equals));
        const FieldSpec* field = find_field(kind_of(record_), key);
        if (field == nullptr || equals == std::string_view::npos) return wrong("sample.no_such_field", key);
        const std::string_view text = trim(line.substr(equals + 1));
        if (field->type == FieldType::text_set)
            draft_.add(record_, field->id, text);
        else if (field->type == FieldType::reference_set)
            return add_reference(*field, text);
        else if (field->type == FieldType::rows)
            add_row(*field, text);
        else
            return set(*field, text);
        return {};
    }

    Result<> add_reference(const FieldSpec& field, std::string_view text) {
        const auto reference = reference_to(field.target, text);
        if (!reference) return wrong("sample.not_a_value", field.key);
        draft_.add(record_, field.id, reference->as_reference());
        return {};
    }

    /// Days within a row are written as everywhere else, and kept as ISO dates.
    void add_row(const FieldSpec& field, std::string_view text) {
        std::vector<std::string> parts;
        for (const std::string_view part : split(text, '|')) {
            const std::string_view words = trim(part);
            const auto date = words.starts_with("today") ? read_date(words, today_) : std::nullopt;
            parts.push_back(date ? to_iso(*date) : std::string(words));
        }
        const std::vector<std::string_view> views(parts.begin(), parts.end());
        draft_.add_row(record_, field.id, views, random_);
    }

    Result<> set(const FieldSpec& field, std::string_view text) {
        std::optional<Value> value;
        std::int64_t number = 0;
        switch (stored_as(field.type)) {
            case ValueType::text: value = Value::text(text); break;
            case ValueType::boolean: value = Value::boolean(text == set_flag); break;
            case ValueType::reference: value = reference_to(field.target, text); break;
            case ValueType::integer:
                if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{})
                    value = Value::integer(number);
                break;
            case ValueType::date:
                if (const auto date = read_date(text, today_)) value = Value::date(*date);
                break;
            default: break;
        }
        if (!value) return wrong("sample.not_a_value", field.key);
        draft_.set(record_, field.id, *value);
        return {};
    }
};

template <typename Visit>
void for_each_sample_record(const Workspace& workspace, Visit visit) {
    for (const KindSpec& kind : all_kinds()) {
        const FieldSpec* mark = find_field(kind.kind, "sample");
        if (mark == nullptr) continue;
        for (const RecordId record : workspace.all(kind.kind)) {
            if (workspace.state(record) != RecordState::erased &&
                workspace.state(record) != RecordState::absent && workspace.flag(record, mark->id))
                visit(record);
        }
    }
}

/// Whether it is the person's own record, and something that they added themselves speaks of it: "I belong
/// here", noted while the sample was there, stays theirs.
bool is_own_by_now(const Workspace& workspace, RecordId record) {
    if (!workspace.flag(record, person::self)) return false;
    return std::ranges::any_of(workspace.referrers(record), [&](RecordId other) {
        const FieldSpec* mark = find_field(kind_of(other), "sample");
        return workspace.live(other) && mark != nullptr && !workspace.flag(other, mark->id);
    });
}

/// Takes away what the sample said of a record, and leaves the record.
void forget_the_story(Draft& draft, const Workspace& workspace, RecordId record) {
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        if (field == state_field(kind_of(record)) || field == person::self) return;
        draft.remove(record, field, element.id);
    });
}

}  // namespace

Result<Draft> read_record_text(std::string_view text, Day today, Random& random) {
    Draft draft({"sample.added", {}}, TransactionKind::sample);
    RecordTextReader reader(today, random, draft);
    if (auto done = reader.read(text); !done) return std::unexpected(done.error());
    return draft;
}

Result<Draft> sample_network(Day today, Random& random) {
    return read_record_text({network_file, sizeof network_file}, today, random);
}

bool has_sample(const Workspace& workspace) {
    bool found = false;
    for_each_sample_record(workspace, [&](RecordId) { found = true; });
    return found;
}

Draft remove_sample(const Workspace& workspace) {
    Draft draft({"sample.removed", {}}, TransactionKind::sample);
    for_each_sample_record(workspace, [&](RecordId record) {
        if (is_own_by_now(workspace, record))
            forget_the_story(draft, workspace, record);
        else
            draft.set(
                record, state_field(kind_of(record)), Value::integer(static_cast<int>(RecordState::erased)));
    });
    return draft;
}

}  // namespace kith
