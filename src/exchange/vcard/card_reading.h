// A vCard while it is being read, property by property: what cards.cpp, names_and_work.cpp and properties.cpp
// share, and nobody else.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/slices.h"
#include "exchange/cards/card.h"
#include "exchange/vcard/reader.h"
#include "model/schema.h"

namespace kith {

/// The card at hand while it is being read.
class CardReading {
public:
    CardReading(const VcardReader& reader, CardBuilder& builder) : reader_(reader), builder_(builder) {}

    /// All of it, with pauses between properties.
    Slices read();

private:
    struct Work {
        std::string_view group;
        std::vector<std::string> values;
        std::string department;  // of an organisation: its units in one line
        const VcardProperty* property = nullptr;
    };
    using Handler = void (CardReading::*)(const VcardProperty&);
    struct Entry {
        std::string_view name;
        Handler handler;
    };
    static std::span<const Entry> handlers();

    const VcardReader& reader_;
    CardBuilder& builder_;
    std::unordered_map<std::string, std::string> labels_;  // by group, in lower case
    std::vector<Work> organisations_;
    std::vector<Work> titles_;
    std::vector<Work> roles_;
    std::string formatted_name_;
    std::array<std::string, 5> parts_;  // family, given, additional, prefix, suffix
    bool display_only_ = false;

    bool person() const { return builder_.card().kind == Kind::person; }
    std::string plain(const VcardProperty& property) const;

    // What several properties need (cards.cpp)
    Slices find_labels();
    std::string_view group_label(const VcardProperty& property);
    /// The label of a contact point: its own (X-ABLabel), else its types.
    std::string label(const VcardProperty& property);
    std::vector<std::string> components(const VcardProperty& property) const;
    /// Each of a list, as it is escaped; says how many there are beyond what a card takes.
    void for_each_in_list(
        const VcardProperty& property, const std::function<void(std::string_view part)>& take);
    bool preferred(const VcardProperty& property) const;
    void keep(const VcardProperty& property);
    void read(const VcardProperty& property);
    /// Fields that map one to one.
    void read_field(const FieldSpec& field, const VcardProperty& property);
    /// Nothing if it is blank; says so and keeps the property if it is no date.
    std::optional<PartialDate> read_date(const VcardProperty& property);

    // Names and work (names_and_work.cpp)
    void read_name(const VcardProperty& property);
    void read_formatted_name(const VcardProperty& property);
    void finish_name();
    /// Whether FN only repeats the organisation or an address, for want of a name.
    bool is_stand_in(std::string_view shown) const;
    void read_former_name(const VcardProperty& property);
    void read_whole(const VcardProperty&);
    void read_organisation(const VcardProperty& property);
    void read_title(const VcardProperty& property);
    void read_role(const VcardProperty& property);
    /// A title belongs to the organisation of its group, else to the one at the same place in the card.
    Slices finish_work();
    void add_job(const Work* work, const Work* title);
    /// A further role at the employer of a job that is there.
    void add_role(const CardJob& job, const Work& title);
    void add_work_dates(CardJob& job, const VcardProperty& property);
    /// X-KITH-WORK and X-KITH-PAST-WORK: organisation;department;role. What other programs should not take
    /// for the present, and roles without an organisation beside others.
    void read_work(const VcardProperty& property);

    // Properties that stand alone (properties.cpp)
    void read_email(const VcardProperty& property);
    void read_phone(const VcardProperty& property);
    void read_message(const VcardProperty& property);
    /// X-KITH-CONTACT: kind;value, of kinds that vCard has no property for.
    void read_other_contact(const VcardProperty& property);
    void read_link(const VcardProperty& property);
    /// X-SOCIALPROFILE;type=twitter;x-user=ana:http://… or SOCIALPROFILE;SERVICE-TYPE=Mastodon:…
    void read_social_profile(const VcardProperty& property);
    void read_address(const VcardProperty& property);
    void read_note(const VcardProperty& property);
    void read_categories(const VcardProperty& property);
    void read_birthday(const VcardProperty& property);
    void read_other_date(const VcardProperty& property);
    void read_related(const VcardProperty& property);
    void read_agent(const VcardProperty& property);
    void read_photo(const VcardProperty& property);

    // Of the card itself (cards.cpp)
    void read_keyed(const VcardProperty& property);
    void read_column(const VcardProperty& property);
    /// Of the card, not of the person.
    void pass_over(const VcardProperty&);
};

}  // namespace kith
