// How people are reached, brought to one form, so that two ways to write an address or number are the same; and
// which of them belong to one person only.
#pragma once

#include <string>
#include <string_view>

namespace kith::identity {

/// Small letters, without "mailto:" and what stands behind a "+"; of Gmail's also without full stops. Empty if it is
/// no address.
std::string email_key(std::string_view address);

/// Whether an address by what stands before its "@" is an office's or a family's: info@, sales@, family.adams@.
bool is_shared_mailbox(std::string_view key);

struct NumberKey {
    std::string line;       // its last nine digits; empty for numbers of fewer than six
    std::string extension;  // "12" of "+1 202 5550123 ext. 12"
};
NumberKey number_key(std::string_view number);

/// The part of a profile's address that names its owner, with the site ("linkedin ana-nunez"), in small letters.
/// Empty for addresses that are no profile on a site that is known.
std::string profile_key(std::string_view url);

std::string uid_key(std::string_view uid);

/// The names of streets and organisations, folded, without legal forms, abbreviations spelt out alike.
std::string street_key(std::string_view street);
std::string place_key(std::string_view city);

}  // namespace kith::identity
