#include "exchange/records/kith_json.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <utility>

#include "base/text.h"
#include "exchange/records/json_reader.h"
#include "exchange/records/record_values.h"
#include "model/fields.h"

namespace kith {

namespace {

RecordId id_of(const JsonValue& record, std::string_view member = "id") {
    const std::string_view word = record[member].word();
    return RecordId{word.size() == 16 ? from_hex(word).value_or(0) : 0};
}

PartialDate date_in(const JsonValue& record, std::string_view member) {
    return parse_iso_date(record[member].word()).value_or(PartialDate{});
}

class RecordsReading {
public:
    explicit RecordsReading(FileReading& file) : file_(file) {}

    Slices read() {
        co_await for_all(&RecordsReading::note_work);
        co_await for_all(&RecordsReading::take);
        if (broken_at_ > 0) file_.notice({"import.broken", {broken_at_}});
        if (left_out_ > 0) file_.notice({"import.json.later", {left_out_}});
        if (others_ > 0) file_.notice({"import.json.others", {others_}});
    }

private:
    FileReading& file_;
    boost::unordered_flat_map<RecordId, std::string_view, IdHash> organisations_;  // by name
    boost::unordered_flat_map<RecordId, std::vector<JsonValue>, IdHash> work_;     // by person
    std::size_t others_ = 0;    // records that are no people
    std::size_t left_out_ = 0;  // of kinds, or with values, that there are not
    std::size_t broken_at_ = 0;

    using Do = void (RecordsReading::*)(Kind kind, JsonValue record, std::size_t line);

    /// Every record of the file, in its order.
    Slices for_all(Do what) {
        JsonReader reader(file_.text());
        if (reader.open('{')) {
            while (reader.next()) {
                if (reader.key() != "records" || reader.peek() != '{')
                    reader.value();
                else
                    co_await for_all_kinds(reader, what);
            }
        }
        if (reader.failed()) broken_at_ = reader.line();
    }

    Slices for_all_kinds(JsonReader& reader, Do what) {
        reader.open('{');
        while (reader.next()) {
            const KindSpec* kind = find_kind(reader.key());
            if (!reader.open('[')) co_return;
            while (reader.next()) {
                const std::size_t line = reader.line();
                JsonValue record = reader.value();
                if (reader.failed()) co_return;
                if (kind == nullptr)
                    left_out_ += what == &RecordsReading::take ? 1 : 0;
                else
                    (this->*what)(kind->kind, std::move(record), line);
                if (file_.piece_done(reader.offset() / 2)) co_await next_slice;
            }
        }
    }

    /// What people's cards say of their work stands further back in the file.
    void note_work(Kind kind, JsonValue record, std::size_t) {
        if (kind == Kind::organisation)
            organisations_.emplace(id_of(record), file_.keep(repair_utf8(record["name"].word())));
        else if (kind == Kind::affiliation)
            work_[id_of(record, "person")].push_back(std::move(record));
    }

    void take(Kind kind, JsonValue record, std::size_t line) {
        if (kind == Kind::affiliation) return;
        if (kind == Kind::person)
            take_person(record, line);
        else
            take_record(kind, record);
    }

    void take_person(const JsonValue& record, std::size_t line) {
        CardBuilder& card = file_.builder();
        card.begin(line);
        card.is_of_kith();
        card.card().record = id_of(record);
        ReadRecord references{id_of(record), {}};
        for (const auto& [name, written] : record.members) {
            const FieldSpec* field = find_field(Kind::person, name);
            if (name == "id" || (field != nullptr && field->id.number() == 0)) continue;
            if (field == nullptr) {
                card.property(name, {}, shown(written));
                continue;
            }
            for_each_value(*field, written, [&](std::optional<Value> value, const JsonValue& as_written) {
                if (!value)
                    card.property(name, {}, shown(as_written));
                else if (field->type == FieldType::reference)
                    references.entries.push_back({field->id, *value});
                else
                    card.value(field->id, kept(*value));
            });
        }
        take_work(card);
        if (card.empty())
            file_.empty(line);
        else
            file_.take();
        if (!references.entries.empty()) file_.record(std::move(references));
    }

    void take_work(CardBuilder& card) {
        const auto work = work_.find(card.card().record);
        if (work == work_.end()) return;
        for (const JsonValue& record : work->second) {
            CardJob job;
            const auto text = [&](std::string_view member) {
                return file_.keep(repair_utf8(record[member].word().substr(0, longest_kept)));
            };
            job.organisation_record = id_of(record, "organisation");
            if (const auto at = organisations_.find(job.organisation_record); at != organisations_.end())
                job.organisation = at->second;
            job.role = text("role");
            job.department = text("department");
            job.place = text("place");
            job.brought = text("brought");
            job.notes = text("notes");
            job.from = date_in(record, "from");
            job.to = date_in(record, "to");
            job.past = record["past"].truth;
            card.card().jobs.push_back(job);
        }
    }

    void take_record(Kind kind, const JsonValue& record) {
        ReadRecord read{id_of(record), {}};
        if (kind_of(read.record) != kind) {
            ++left_out_;
            return;
        }
        bool whole = true;
        for (const auto& [name, written] : record.members) {
            const FieldSpec* field = find_field(kind, name);
            if (name == "id" || (field != nullptr && field->id.number() == 0)) continue;
            if (field == nullptr) {
                whole = false;
                continue;
            }
            for_each_value(*field, written, [&](std::optional<Value> value, const JsonValue&) {
                if (value)
                    read.entries.push_back({field->id, kept(*value)});
                else
                    whole = false;
            });
        }
        left_out_ += whole ? 0 : 1;
        ++others_;
        file_.record(std::move(read));
    }

    Value kept(Value value) {
        return Value::holds_data(value.type()) ? value.relocated(file_.keep(value.data())) : value;
    }
};

}  // namespace

Fit fit_kith_json(const FileContent& content) {
    JsonReader reader(content.text());
    const bool known = reader.peek() == '{' && reader.open('{') && reader.next() && reader.key() == "kith" &&
        reader.value().is(JsonValue::Type::number);
    return known ? Fit::known : Fit::none;
}

Slices read_kith_json(FileReading& file) {
    RecordsReading reading(file);
    co_await reading.read();
}

}  // namespace kith
