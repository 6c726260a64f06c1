// Links out of what files say: an address, a number or a page is taken apart, checked and put together anew, never
// glued behind a scheme. So a link opens one letter, one call or one page, or there is none; nothing that stands in
// an imported card can add a recipient, a text, a dialling code or another host.
//
// Cost: O(n).
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// `mailto:` with one address and nothing else (RFC 6068): "ana@x.org", "Ana <ana@x.org>" or a mailto link, of which
/// only the address counts. Empty if that is no single address, as "ana@x.org?bcc=eva@y.org" is none.
std::string mail_link(std::string_view address);

/// `tel:` with one number and its extension (RFC 3966): "+49 (0)30 123-4 ext. 56" is "tel:+49301234;ext=56". Empty
/// for what is no number: words, codes that a telephone carries out ("*21*…#").
std::string phone_link(std::string_view number);

/// A page on the web, `https` unless it says `http`. Empty for other schemes, a name or password before the host, and
/// what is no host. Links of the other two kinds are theirs.
std::string web_link(std::string_view address);

}  // namespace kith
