// Beginnings of messages, filled with what the records know of the two people: the last talk, what was
// promised, who helped with what. Each is to be edited; Kith sends nothing. Templates are texts in
// assets/playbook (draft_*.txt): a subject, and lines that are left out when they have nothing to say.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/formatter.h"
#include "base/random.h"
#include "insight/contact_book.h"

namespace kith {

enum class DraftKind : std::uint8_t {
    follow_up,
    check_in,
    ask_advice,
    ask_referral,
    ask_recommendation,
    ask_introduction,
    introduce,
    thank,
    tell_outcome,
    remind,
    congratulate,
    share_news,
    end_mentorship,
};
/// "follow_up", as the template's file and the catalogue's key ("draft.follow_up") have it.
std::string_view key_of(DraftKind kind);

struct MessageRequest {
    DraftKind kind = DraftKind::check_in;
    RecordId person;
    RecordId record;    // the favour, interaction, event, celebration, mentorship or achievement it is about
    RecordId other;     // of introductions: the third person; of referrals: the organisation
    std::string about;  // said by hand; else what the record says
};

struct MessageDraft {
    DraftKind kind = DraftKind::check_in;
    RecordId person;
    std::string to;  // the preferred e-mail address, or empty
    std::string subject;
    std::string body;
};

/// `say` has the day it is, and how dates are written. O(records with the person).
MessageDraft write_message(const Workspace& workspace, const ContactBook& contacts,
    const MessageRequest& request, const Formatter& say);

/// Fills a template: `{word}` by what `fill` says of it. A line (or the subject's) whose word has nothing to
/// say is left out, and blank lines are not doubled.
MessageDraft fill_template(std::string_view text, const std::function<std::string(std::string_view)>& fill);

/// `mailto:` with subject and body (RFC 6068): UTF-8, percent-encoded, lines ended by %0D%0A. To nobody if the
/// address is not one address.
std::string mailto_link(const MessageDraft& message);

/// Notes that it was sent: an e-mail begun by oneself, with the subject as summary. To be offered after.
RecordId log_message(Draft& draft, const MessageDraft& message, Day today, Random& random);

}  // namespace kith
