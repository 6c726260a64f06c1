// What a person means to do about what the agenda lists: it is done, put off, left out, or brought back. Titles
// are as the person sees them; they are what history calls it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "planning/agenda/agenda.h"

namespace kith {

Draft do_item(
    const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today, Random& random);
/// Hidden until a day.
Draft put_off_item(const Workspace& workspace, const AgendaItem& item, std::string_view title, Day until);
/// A due contact: hidden until they reply.
Draft wait_for_reply(const AgendaItem& item, std::string_view title, Day today);
/// Never listed again.
Draft leave_out_item(
    const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today, Random& random);
/// No longer put off.
Draft bring_back_item(const Workspace& workspace, const AgendaItem& item, std::string_view title, Day today);
/// A contact that was set aside until a day or a reply, of which the agenda says nothing.
Draft bring_back_contact(RecordId person, std::string_view title);

// ---- By id ---------------------------------------------------------------------------------------

/// What an item is called on a command line and in JSON, twelve hexadecimal digits: the same on every device
/// and day, whatever its words and its place in the list.
std::string id_of(const AgendaItem& item);
/// Those that an id, or the first digits of one, can mean. O(items).
std::vector<const AgendaItem*> items_called(std::span<const AgendaItem> items, std::string_view id);

// ---- The changes themselves ----------------------------------------------------------------------

/// Takes an item off the list by hand: a due contact until `until`, a celebration for this time, anything
/// else for good. What has no field to say so gets an Action that was dropped today and settles it; `title`
/// is what that is called in history. One undo step.
void set_aside(Draft& draft, const Workspace& workspace, const AgendaItem& item, std::string_view title,
    Day today, Day until, Random& random);

/// Says that an item was done: on its own record (a promise, thanks, a review) or, where there is no field
/// for it (a follow-up, a preparation), by an Action done today. A due contact is done by logging it: nothing
/// happens here.
void mark_done(Draft& draft, const Workspace& workspace, const AgendaItem& item, std::string_view title,
    Day today, Random& random);

}  // namespace kith
