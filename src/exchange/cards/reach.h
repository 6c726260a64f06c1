// How people are reached, brought to one form so that the same address or number written two ways is known
// to be the same.
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// Lower case, without "mailto:", spaces and angle brackets. Empty if it is no address at all.
std::string email_key(std::string_view address);

/// What makes two ways of writing a number the same: its last nine digits ("+49 (0)171 1234567" and
/// "0171 1234567"), and the extension. Numbers of fewer than six digits are no key: empty.
std::string phone_key(std::string_view number);

/// The part of a LinkedIn profile's address that names the member ("https://www.linkedin.com/in/ana-n%C3%BA/"
/// → "ana-nú"), in lower case. Empty for other addresses.
std::string linkedin_slug(std::string_view url);

/// An address of a page without scheme, "www." and the slash at its end, in lower case up to the path.
std::string url_key(std::string_view url);

/// What makes two addresses the same posting: the number of a job on LinkedIn
/// ("…/jobs/view/nurse-at-anna-123/" → "job 123"), whatever stands around it; of others url_key.
std::string posting_key(std::string_view url);

/// A UID without "urn:uuid:", in lower case.
std::string uid_key(std::string_view uid);

}  // namespace kith
