// The names of all settings. What is kept under a name travels with backups and must be readable for every later
// version, so a name is never given to anything else, and is spelled nowhere but here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kith {

/// A setting's name. It owns no text: one that a family made lives as long as what SettingFamily::of gave.
class SettingName {
public:
    explicit constexpr SettingName(std::string_view text) : text_(text) {}

    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// The name of one of a family, made for what it is about.
class FamilySettingName {
public:
    explicit FamilySettingName(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    operator SettingName() const { return SettingName(text_); }

private:
    std::string text_;
};

/// Settings whose names begin alike, one for each thing that they are about.
class SettingFamily {
public:
    explicit constexpr SettingFamily(std::string_view beginning) : beginning_(beginning) {}

    constexpr std::string_view beginning() const { return beginning_; }
    /// The name of the one that is about this.
    FamilySettingName of(std::string_view about) const {
        return FamilySettingName(std::string(beginning_) += about);
    }
    /// What a setting of this name is about; nothing where it belongs to no such family.
    std::optional<std::string_view> about(std::string_view name) const {
        if (!name.starts_with(beginning_)) return std::nullopt;
        return name.substr(beginning_.size());
    }

private:
    std::string_view beginning_;
};

namespace settings {

// How Kith looks, and when it locks.
inline constexpr SettingName theme{"theme"};            // "light", "dark"; empty: as the system
inline constexpr SettingName text_size{"text_size"};    // a factor: "1.25"
inline constexpr SettingName lock_after{"lock_after"};  // minutes

// What screens remember.
inline constexpr SettingName people_columns{"people.columns"};
inline constexpr SettingName name_order{"name_order"};  // "family"; empty: by given names
inline constexpr SettingName network_pins{"network_pins"};
inline constexpr SettingName begun_goal{"goal_start"};

// What planning goes by.
inline constexpr SettingName opportunity_stages{"opportunity.stages"};
inline constexpr SettingFamily put_off{"planning.put_off."};     // a line of the agenda
inline constexpr SettingFamily weekly_review{"weekly_review:"};  // a week's Monday, and a part of its notes

// What was answered: each is about two people, or about an entry of a file and a person.
inline constexpr SettingFamily not_acquainted{"not_acquainted."};
inline constexpr SettingFamily not_the_same{"not_the_same "};
inline constexpr SettingFamily the_same{"the_same "};
inline constexpr SettingFamily entry_is{"entry_is "};

// The numbers of Rules.
namespace rules {
inline constexpr SettingName circle_5{"planning.circle_5"};
inline constexpr SettingName circle_15{"planning.circle_15"};
inline constexpr SettingName circle_50{"planning.circle_50"};
inline constexpr SettingName circle_150{"planning.circle_150"};
inline constexpr SettingName soon{"planning.soon"};
inline constexpr SettingName follow_up{"planning.follow_up"};
inline constexpr SettingName follow_up_window{"planning.follow_up_window"};
inline constexpr SettingName prepare_meeting{"planning.prepare_meeting"};
inline constexpr SettingName prepare_event{"planning.prepare_event"};
inline constexpr SettingName review_window{"planning.review_window"};
inline constexpr SettingName remind{"planning.remind"};
inline constexpr SettingName tell_outcome{"planning.tell_outcome"};
inline constexpr SettingName ask_challenge{"planning.ask_challenge"};
inline constexpr SettingName their_promise{"planning.their_promise"};
inline constexpr SettingName do_promised{"planning.do_promised"};
inline constexpr SettingName asked_recently{"planning.asked_recently"};
inline constexpr SettingName dormant{"planning.dormant"};
inline constexpr SettingName well_past{"planning.well_past"};  // percent
inline constexpr SettingName contacts_a_month{"planning.contacts_a_month"};
inline constexpr SettingName touch_share{"planning.touch_share"};  // percent
inline constexpr SettingName week_minutes{"planning.week_minutes"};
inline constexpr SettingName contact_minutes{"planning.contact_minutes"};
inline constexpr SettingName favour_minutes{"planning.favour_minutes"};
inline constexpr SettingName step_minutes{"planning.step_minutes"};
}  // namespace rules

}  // namespace settings

}  // namespace kith
