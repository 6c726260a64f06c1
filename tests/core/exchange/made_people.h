// People with all that a card can say, made at random, and what is told about somebody: for tests of what comes back.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/vcard/reader.h"
#include "importing.h"

namespace kith {

/// People with all that a card can say, made at random.
class MadePeople {
public:
    explicit MadePeople(TestImport& into) : into_(into), random_(into.random) {}

    void make(int count) {
        Draft draft({"edit", {}});
        for (int i = 0; i < 4; ++i) {
            organisations_.push_back(draft.create(Kind::organisation, random_));
            draft.set_text(organisations_.back(), organisation::name, words(2) + " " + std::to_string(i));
        }
        for (int i = 0; i < count; ++i)
            person(draft, i);
        REQUIRE(into_.workspace.commit(std::move(draft), into_.now));
    }

private:
    TestImport& into_;
    Random& random_;
    std::vector<RecordId> organisations_;

    bool often() { return random_.below(3) > 0; }
    std::string words(std::uint64_t most) {
        constexpr std::string_view all[] = {"Ana", "Núñez", "O'Brien", "von", "a,b", "c;d", "e\\f", "\"g\"",
            "山田", "🚀", "x:y", "^n", "Ωmega",
            "a-very-long-word-that-makes-content-lines-fold-in-the-middle"};
        std::string out;
        for (auto left = 1 + random_.below(most); left > 0; --left) {
            if (!out.empty()) out += ' ';
            out += all[random_.below(std::size(all))];
        }
        return normalise(out);
    }
    PartialDate date() {
        const std::chrono::year_month_day day{
            std::chrono::sys_days{std::chrono::days{random_.below(20'000)}}};
        PartialDate out{day};
        if (random_.below(3) == 0)
            out.year.reset();
        else if (random_.below(4) == 0)
            out.day.reset();
        return out;
    }
    std::string label() {
        constexpr std::string_view labels[] = {
            "", "work", "home", "mobile", "work fax", "Hospital", "cell", "my, own; label"};
        return std::string(labels[random_.below(std::size(labels))]);
    }

    void person(Draft& draft, int number) {
        const RecordId record = draft.create(Kind::person, random_);
        for (const FieldSpec& field : fields_of(Kind::person)) {
            const bool by_hand = field.id.number() == 0 || field.key == "sample" ||
                field.id == person::sources || field.id == person::self || field.id == person::uid ||
                field.type == FieldType::reference;
            if (by_hand || !often()) continue;
            const auto options = list_of(field);
            switch (field.type) {
                case FieldType::text: draft.set_text(record, field.id, words(3)); break;
                case FieldType::long_text:
                    draft.set_text(record, field.id, words(9) + "\n\n" + words(9));
                    break;
                case FieldType::choice:
                    draft.set_text(record, field.id, options[random_.below(options.size())]);
                    break;
                case FieldType::boolean:
                    draft.set(record, field.id, Value::boolean(random_.below(2) == 0));
                    break;
                case FieldType::integer:
                    draft.set(record, field.id, Value::integer(static_cast<int>(random_.below(900)) - 100));
                    break;
                case FieldType::date: draft.set(record, field.id, Value::date(date())); break;
                case FieldType::photo:
                    draft.set(record, field.id, Value::bytes("\xFF\xD8\xFF" + words(40)));
                    break;
                case FieldType::text_set:
                    for (auto left = random_.below(3); left > 0; --left) {
                        draft.add(record, field.id,
                            options.empty() ? words(2) : std::string(options[random_.below(options.size())]));
                    }
                    break;
                case FieldType::rows: rows(draft, record, field); break;
                default: break;
            }
        }
        // By name alone people could be taken for each other.
        draft.add_row(record, person::contact_points,
            {"email", "p" + std::to_string(number) + "@example.org"}, random_);
        for (auto left = random_.below(4); left > 0; --left)
            job(draft, record);
    }

    void rows(Draft& draft, RecordId record, const FieldSpec& field) {
        for (auto left = random_.below(3); left > 0; --left) {
            const std::string text = words(3) + " " + std::to_string(left);
            const std::string second = label();
            if (field.id == person::contact_points) {
                constexpr std::string_view kinds[] = {"phone", "message", "pigeon"};
                const auto kind = kinds[random_.below(3)];
                const std::string value =
                    kind == "phone" ? "+43 1 " + std::to_string(1'000'000 + random_.below(8'000'000)) : text;
                draft.add_row(
                    record, field.id, {kind, value, second, random_.below(2) == 0 ? "yes" : ""}, random_);
            } else if (field.id == person::addresses) {
                std::vector<std::string> parts(9);
                for (std::string& part : parts)
                    part = random_.below(2) == 0 ? words(2) : "";
                parts[0] = text;
                parts[7] = second;
                draft.add_row(record, field.id, {parts.begin(), parts.end()}, random_);
            } else if (field.id == person::dates) {
                draft.add_row(
                    record, field.id, {to_iso(date()), "label " + second + std::to_string(left)}, random_);
            } else if (field.id == person::properties) {
                draft.add_row(record, field.id, {"X-OTHER", "P=\"a:b\"", escaped(text)}, random_);
                draft.add_row(record, field.id, {"A column: " + second, "", text}, random_);
            } else {
                draft.add_row(record, field.id, {text, second == "mobile" ? "friend" : second}, random_);
            }
        }
    }

    void job(Draft& draft, RecordId person) {
        const RecordId record = draft.create(Kind::affiliation, random_);
        draft.set(record, affiliation::person, Value::reference(person));
        const bool employed = often();
        if (employed)
            draft.set(record, affiliation::organisation, Value::reference(organisations_[random_.below(4)]));
        draft.set_text(record, affiliation::role, words(3));
        if (employed && often()) draft.set_text(record, affiliation::department, words(2));
        if (often())
            draft.set(record, affiliation::from,
                Value::date(PartialDate{std::chrono::year{2001}, std::chrono::month{3}, {}}));
        if (random_.below(3) == 0) draft.set(record, affiliation::past, Value::boolean(true));
        if (random_.below(3) == 0) draft.set_text(record, affiliation::place, words(2));
        if (random_.below(3) == 0) draft.set_text(record, affiliation::notes, words(2) + "\n" + words(2));
        if (random_.below(3) == 0) draft.set_text(record, affiliation::brought, words(2));
    }
};

/// All that is said about a person, as text to compare.
inline std::string told(const TestImport& in, RecordId record) {
    std::string out;
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (field.id == person::sources || field.id == person::uid || field.type == FieldType::reference)
            continue;
        std::string value;
        if (field.type == FieldType::rows) {
            Texts rows = in.rows(record, field.id);
            if (field.id == person::contact_points)
                std::ranges::sort(rows);  // kinds are told apart by property
            for (const std::string& row : rows)
                value += row + "\n";
        } else if (field.type == FieldType::text_set) {
            for (const std::string_view one : in.workspace.texts(record, field.id))
                value += std::string(one) + "\n";
        } else {
            const Value plain = in.workspace.get(record, field.id);
            value = std::string(plain.data()) + (plain.bits() != 0 ? std::to_string(plain.bits()) : "");
        }
        if (!value.empty()) out += std::string(field.key) + ": " + value + "\n";
    }
    Texts jobs;
    for (const RecordId one : affiliations_of(in.workspace, record)) {
        jobs.push_back(std::string(in.workspace.text(
                           in.workspace.reference(one, affiliation::organisation), organisation::name)) +
            "|" + std::string(in.workspace.text(one, affiliation::role)) + "|" +
            std::string(in.workspace.text(one, affiliation::department)) + "|" +
            std::string(in.workspace.text(one, affiliation::place)) + "|" +
            std::string(in.workspace.text(one, affiliation::notes)) + "|" +
            std::string(in.workspace.text(one, affiliation::brought)) + "|" +
            to_iso(in.workspace.date(one, affiliation::from)) + (is_past(in.workspace, one) ? "|past" : ""));
    }
    std::ranges::sort(jobs);
    for (const std::string& job : jobs)
        out += "job: " + job + "\n";
    return out;
}

inline std::vector<std::string> told_of_all(const TestImport& in) {
    std::vector<std::string> out;
    in.workspace.for_each(Kind::person, [&](RecordId person) { out.push_back(told(in, person)); });
    std::ranges::sort(out);
    return out;
}

}  // namespace kith
