#include "exchange/tables/contact_table.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "exchange/cards/written_dates.h"
#include "exchange/tables/contact_columns.h"
#include "model/fields.h"

namespace kith {

namespace {

bool has_any(std::span<const std::string_view> headings, std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) { return has_heading(headings, name); });
}

/// Kith's own names of columns.
bool are_of_kith(std::span<const std::string_view> headings) {
    return has_any(headings, {"given_name", "family_name", "display_name"});
}

bool are_of_google(std::span<const std::string_view> headings) {
    return has_any(headings, {"Labels", "Group Membership", "File As"}) &&
        has_any(headings, {"First Name", "Given Name", "Name"});
}

bool are_of_outlook(std::span<const std::string_view> headings) {
    return has_heading(headings, "First Name") &&
        has_any(headings, {"E-mail Address", "Business Phone", "Mobile Phone", "Business Street"});
}

/// Enough columns that say who somebody is.
bool are_of_contacts(std::span<const std::string_view> headings) {
    bool named = false;
    std::size_t known = 0;
    for (const std::string_view heading : headings) {
        const auto meaning = meaning_of(heading);
        if (!meaning) continue;
        ++known;
        named = named || meaning->column == Column::full_name || meaning->column == Column::email ||
            meaning->field == person::given_name || meaning->field == person::family_name;
    }
    return named && (known >= 2 || (known == 1 && headings.size() == 1));
}

Slices read_table(FileReading& file, AreHeadings are_headings, ContactTable::Tags tags) {
    const auto header = find_header(file.text(), are_headings);
    if (!header) co_return;
    co_await next_slice;
    ContactTable table(file.text(), *header, tags);
    CardBuilder& builder = file.builder();
    for (ReadStep step = table.step(builder); step != ReadStep::end; step = table.step(builder)) {
        if (step == ReadStep::unfinished) {
            file.is_at(table.offset());
            co_await next_slice;
            continue;
        }
        co_await table.read(builder);
        if (!builder.empty()) file.take();
        if (file.piece_done(table.offset())) co_await next_slice;
    }
    say_too_many_columns(table, file);
}

}  // namespace

Fit fit_google_contacts(const FileContent& content) {
    return find_header(content.text(), are_of_google) ? Fit::known : Fit::none;
}
Slices read_google_contacts(FileReading& file) {
    return read_table(file, are_of_google, ContactTable::Tags::joined_by_colons);
}

Fit fit_outlook_contacts(const FileContent& content) {
    return find_header(content.text(), are_of_outlook) ? Fit::known : Fit::none;
}
Slices read_outlook_contacts(FileReading& file) {
    return read_table(file, are_of_outlook, ContactTable::Tags::joined_by_semicolons);
}

Fit fit_contact_table(const FileContent& content) {
    if (find_header(content.text(), are_of_kith)) return Fit::known;
    return find_header(content.text(), are_of_contacts) ? Fit::guessed : Fit::none;
}
Slices read_contact_table(FileReading& file) {
    const auto either = [](std::span<const std::string_view> headings) {
        return are_of_kith(headings) || are_of_contacts(headings);
    };
    return read_table(file, either, ContactTable::Tags::joined_by_colons);
}

void say_too_many_columns(const ContactTable& table, FileReading& file) {
    if (table.has_too_many_columns())
        file.notice({"import.csv.columns", {table.columns(), CsvReader::most_fields}});
}

ContactTable::ContactTable(std::string_view text, const TableHeader& header, Tags tags)
    : joined_tags_(tags), reader_(text, header.separator), records_before_(header.records_before) {}

void ContactTable::read_headings() {
    constexpr std::size_t longest_heading = 1000;
    for (const std::string_view heading : reader_.fields())
        headings_.push_back(repair_utf8(collapse_spaces(heading.substr(0, longest_heading))));
    more_columns_ = reader_.more_fields();
    map_columns();
    has_headings_ = true;
}

ReadStep ContactTable::step(CardBuilder& builder) {
    const ReadStep step = reader_.step();
    if (step != ReadStep::ready) return step;
    if (!has_headings_) {
        if (records_before_ > 0)
            --records_before_;
        else
            read_headings();
        return ReadStep::unfinished;
    }
    builder.begin(reader_.line());
    note_problem(reader_, builder);
    return step;
}

void ContactTable::map_columns() {
    for (std::size_t i = 0; i < headings_.size(); ++i)
        map_column(i);
    // "Title" is a form of address in Outlook, and what one does where nothing else says that.
    const bool says_role =
        std::ranges::any_of(jobs_, [](const Job& job) { return job.parts[JobPart::role] != nowhere; });
    for (auto plain = plain_.begin(); plain != plain_.end(); ++plain) {
        if (says_role || !equal_ignoring_ascii_case(headings_[plain->column], "title")) continue;
        if (jobs_.empty()) jobs_.push_back({});
        jobs_[0].parts[JobPart::role] = plain->column;
        plain_.erase(plain);
        break;
    }
    std::erase_if(labelled_, [](const Labelled& one) { return one.value == nowhere; });
}

void ContactTable::map_column(std::size_t column) {
    const auto meaning = meaning_of(headings_[column]);
    if (!meaning) {
        unknown_.push_back(column);
        return;
    }
    const auto labelled = [&](Labelled::What what) -> Labelled& {
        const auto at = std::ranges::find_if(labelled_, [&](const Labelled& one) {
            return one.what == what && one.number == meaning->number && one.fixed_label == meaning->label;
        });
        if (at != labelled_.end()) return *at;
        return labelled_.emplace_back(what, meaning->label, meaning->number);
    };
    const auto value = [&](Labelled::What what) {
        Labelled& one = labelled(what);
        if (one.value == nowhere)
            one.value = column;
        else
            labelled_.emplace_back(what, meaning->label, meaning->number, column);  // two columns of one name
    };
    using What = Labelled::What;
    switch (meaning->column) {
        case Column::field: plain_.push_back({meaning->field, column}); break;
        case Column::full_name: full_names_.push_back(column); break;
        case Column::email: value(What::email); break;
        case Column::email_label: labelled(What::email).label = column; break;
        case Column::phone: value(What::phone); break;
        case Column::phone_label: labelled(What::phone).label = column; break;
        case Column::message: value(What::message); break;
        case Column::message_label: labelled(What::message).label = column; break;
        case Column::message_service: labelled(What::message).service = column; break;
        case Column::link: value(What::link); break;
        case Column::link_label: labelled(What::link).label = column; break;
        case Column::date: value(What::date); break;
        case Column::date_label: labelled(What::date).label = column; break;
        case Column::related: value(What::related); break;
        case Column::related_label: labelled(What::related).label = column; break;
        case Column::custom: value(What::custom); break;
        case Column::custom_label: labelled(What::custom).label = column; break;
        case Column::tags: tags_.push_back(column); break;
        case Column::connected_on: connected_on_ = column; break;
        case Column::ignored: break;
        case Column::job: {
            auto at = std::ranges::find(jobs_, meaning->number, &Job::number);
            if (at == jobs_.end()) at = jobs_.insert(at, {.number = meaning->number});
            at->parts[static_cast<JobPart>(meaning->part)] = column;
            break;
        }
        case Column::address: {
            // "Business Street 2" is a part of the one business address, not of a second one.
            const std::size_t number = meaning->label.empty() ? meaning->number : 1;
            auto at = std::ranges::find_if(addresses_, [&](const Address& address) {
                return address.number == number && address.fixed_label == meaning->label;
            });
            if (at == addresses_.end()) {
                Address fresh{meaning->label, number, {}};
                fresh.parts.fill(nowhere);
                at = addresses_.insert(at, fresh);
            }
            std::size_t& part = at->parts[static_cast<enum person::addresses>(meaning->part)];
            if (part == nowhere)
                part = column;
            else
                unknown_.push_back(column);
            break;
        }
    }
}

std::string_view ContactTable::cell(std::size_t column) const {
    const auto fields = reader_.fields();
    return column < fields.size() ? trim(fields[column]) : std::string_view{};
}

namespace {

constexpr std::string_view google_joins = " ::: ";

/// Each of several values in a cell. Returns how many there are beyond those that an entry takes.
template <typename Use>
std::size_t for_each_value(std::string_view cell, std::string_view between, Use use) {
    std::size_t count = 0;
    for (;;) {
        const std::size_t at = cell.find(between);
        const std::string_view one = trim(cell.substr(0, at));
        if (!one.empty() && ++count <= most_details) use(one);
        if (at == std::string_view::npos) return count - std::min(count, most_details);
        cell.remove_prefix(at + between.size());
    }
}

/// Says how many were left out, if any were.
void say_beyond(CardBuilder& builder, std::string_view heading, std::size_t beyond) {
    if (beyond > 0) builder.leave_out(heading, beyond);
}

/// Google marks the label of the first address with "* ".
std::string_view without_star(std::string_view label) {
    return label.starts_with("* ") ? label.substr(2) : label;
}

std::string plain_label(std::string_view label) {
    label = trim(without_star(label));
    const std::string lower = ascii_lower(label);
    if (lower == "cell") return "mobile";
    // Google capitalises the labels that everybody has; people's own stay as they wrote them.
    constexpr std::string_view common[] = {"work", "home", "mobile", "other", "main", "pager", "work fax",
        "home fax", "profile", "blog", "anniversary", "manager", "assistant", "spouse", "child", "friend",
        "mother", "father", "brother", "sister", "partner", "relative"};
    return std::ranges::find(common, lower) != std::end(common) ? lower : std::string(label);
}

}  // namespace

namespace {

/// What Outlook writes where nobody wrote anything.
bool says_nothing(std::string_view text) {
    constexpr std::string_view defaults[] = {"", "Unspecified", "Normal", "False", "FALSE"};
    return std::ranges::find(defaults, text) != std::end(defaults);
}

}  // namespace

std::size_t ContactTable::column_of(std::string_view heading) const {
    const auto at = std::ranges::find_if(
        headings_, [&](std::string_view one) { return equal_ignoring_ascii_case(one, heading); });
    return at != headings_.end() ? static_cast<std::size_t>(at - headings_.begin()) : nowhere;
}

bool ContactTable::fills_only(std::size_t column) const {
    if (cell(column).empty()) return false;
    const auto filled = [](std::string_view field) { return !trim(field).empty(); };
    return std::ranges::count_if(reader_.fields(), filled) == 1;
}

Slices ContactTable::read(CardBuilder& builder) {
    if (is_blank()) co_return;
    const auto size_of = [&](const auto& columns) {
        std::size_t size = 0;
        for (const std::size_t column : columns)
            size += cell(column).size();
        return size;
    };
    ValuesRead values;
    for (const Plain& plain : plain_) {
        const auto text = cell(plain.column);
        if (!text.empty()) read_plain(builder, *find_field(plain.field), text, headings_[plain.column]);
        if (values.done(text.size())) co_await next_slice;
    }
    for (const std::size_t column : full_names_) {
        read_full_name(builder, column);
        if (values.done(cell(column).size())) co_await next_slice;
    }
    for (const Job& job : jobs_) {
        read_job(builder, job);
        if (values.done(size_of(job.parts))) co_await next_slice;
    }
    for (const Labelled& column : labelled_) {
        read_labelled(builder, column);
        if (values.done(cell(column.value).size())) co_await next_slice;
    }
    for (const Address& address : addresses_) {
        read_address(builder, address);
        if (values.done(size_of(address.parts))) co_await next_slice;
    }
    for (const std::size_t column : tags_) {
        read_tags(builder, column);
        if (values.done(cell(column).size())) co_await next_slice;
    }
    read_connected_on(builder);
    for (const std::size_t column : unknown_) {
        const auto text = cell(column);
        if (!says_nothing(text)) builder.property(headings_[column], {}, text);
        if (values.done(text.size())) co_await next_slice;
    }
    co_await keep_more_fields(reader_, columns(), builder);
}

void ContactTable::read_job(CardBuilder& builder, const Job& job) {
    const auto part = [&](JobPart part) { return cell(job.parts[part]); };
    const std::size_t before = builder.card().jobs.size();
    builder.job(part(JobPart::organisation), part(JobPart::role), part(JobPart::department), "Organization");
    if (builder.card().jobs.size() > before)
        builder.card().jobs.back().place = builder.line_of_text(part(JobPart::place), "Location", 1000);
}

void ContactTable::read_address(CardBuilder& builder, const Address& address) {
    std::vector<std::string_view> parts;
    for (const std::size_t column : address.parts)
        parts.push_back(cell(column));
    const std::string label = address.fixed_label.empty()
        ? plain_label(part_of(parts, person::addresses::label))
        : std::string(address.fixed_label);
    set_part(parts, person::addresses::label, label);
    builder.address(parts, "Address");
}

void ContactTable::read_full_name(CardBuilder& builder, std::size_t column) {
    const Card& card = builder.card();
    const std::string_view name = builder.line_of_text(cell(column), headings_[column], 200);
    const std::string parts = joined_name(card.text(person::name_prefix), card.text(person::given_name),
        card.text(person::additional_names), card.text(person::family_name), card.text(person::name_suffix));
    // "Name" and "File As" repeat the parts, or the organisation for want of them.
    if (name.empty() || !parts.empty() || card.has(person::display_name)) return;
    const bool stand_in = std::ranges::any_of(
        jobs_, [&](const Job& job) { return cell(job.parts[JobPart::organisation]) == name; });
    if (!stand_in) builder.value(person::display_name, Value::text(name));
}

void ContactTable::read_plain(
    CardBuilder& builder, const FieldSpec& field, std::string_view text, std::string_view heading) {
    switch (field.type) {
        case FieldType::date: {
            const WrittenDate written = read_written_date(text);
            if (written.reading == WrittenDate::Reading::blank) break;
            if (written.reading == WrittenDate::Reading::date) {
                builder.date(field.id, written.date);
                break;
            }
            keep_unread_date(builder, written.reading, text, heading);
            break;
        }
        case FieldType::boolean:
            builder.value(field.id, Value::boolean(equal_ignoring_ascii_case(text, "true")));
            break;
        case FieldType::integer:
            if (const auto number = read_integer(text))
                builder.value(field.id, Value::integer(*number));
            else
                builder.property(heading, {}, text);
            break;
        case FieldType::text_set:
            say_beyond(builder, heading, for_each_value(text, google_joins, [&](std::string_view one) {
                builder.text(field.id, one, heading);
            }));
            break;
        default: builder.text(field.id, text, heading);
    }
}

void ContactTable::read_labelled(CardBuilder& builder, const Labelled& column) {
    using enum Labelled::What;
    const std::string_view raw = cell(column.value);
    if (raw.empty()) return;
    const std::string_view heading = headings_[column.value];
    const std::string_view given_label = cell(column.label);
    const bool primary = given_label.starts_with("* ");
    const std::string label =
        column.label != nowhere ? plain_label(given_label) : std::string(column.fixed_label);
    const std::size_t beyond = for_each_value(raw, google_joins, [&](std::string_view value) {
        switch (column.what) {
            case email: builder.email(value, label, primary, heading); break;
            case phone: builder.phone(value, label, primary, heading); break;
            case message: {
                const std::string service = ascii_lower(cell(column.service));
                builder.contact_point(contact::message,
                    service.empty() ? std::string(value) : service + ":" + std::string(value), label, primary,
                    heading);
                break;
            }
            case link: {
                const bool linkedin = !linkedin_slug(value).empty();
                builder.link(
                    value, linkedin && label.empty() ? std::string_view("LinkedIn") : label, heading);
                break;
            }
            case related: builder.related(value, label, heading); break;
            case custom:
                builder.property(label.empty() ? heading : without_star(given_label), {}, value);
                break;
            case date: {
                const WrittenDate written = read_written_date(value);
                if (written.reading == WrittenDate::Reading::date)
                    builder.other_date(written.date, label);
                else if (written.reading != WrittenDate::Reading::blank) {
                    keep_unread_date(builder, written.reading, value, heading);
                }
                break;
            }
        }
    });
    say_beyond(builder, heading, beyond);
}

void ContactTable::read_tags(CardBuilder& builder, std::size_t column) {
    const std::string_view text = cell(column);
    const auto add = [&](std::string_view tag) {
        tag = trim(without_star(tag));
        if (equal_ignoring_ascii_case(tag, "myContacts") || equal_ignoring_ascii_case(tag, "My Contacts"))
            return;
        builder.text(person::tags, tag, headings_[column]);
    };
    const std::string_view between = joined_tags_ == Tags::joined_by_semicolons ? ";" : google_joins;
    say_beyond(builder, headings_[column], for_each_value(text, between, add));
}

void ContactTable::read_connected_on(CardBuilder& builder) {
    const auto text = cell(connected_on_);
    if (text.empty()) return;
    const WrittenDate written = read_written_date(text);
    if (written.reading == WrittenDate::Reading::date)
        builder.other_date(written.date, "Connected on LinkedIn");
    else
        keep_unread_date(builder, written.reading, text, headings_[connected_on_]);
}

}  // namespace kith
