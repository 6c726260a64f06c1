// What one contact looks for and another has: an introduction to suggest, with the words of both as reasons.
// It is made only when both agreed, and one that was turned down is not suggested again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "insight/contact_book.h"
#include "planning/facts/due.h"
#include "workspace/edits.h"

namespace kith {

struct Introduction {
    RecordId needs;
    RecordId offers;
    std::string need;
    std::string offer;  // an offer or a skill
    Facts reasons;
};

/// Pairs who don't know each other as far as is recorded, and whom one neither introduced nor meant to: a
/// need and an offer or skill that share a word (terms.h) which not hundreds have. One for each pair: the one
/// with most words in common. Order: words in common, then the latest contact with the one who needs, then
/// being in one place. O(people + words).
std::vector<Introduction> introductions(
    const Workspace& workspace, const ContactBook& contacts, Day today, std::size_t most = 50);
/// Those with this person on either side.
std::vector<Introduction> introductions_of(const Workspace& workspace, const ContactBook& contacts,
    RecordId person, Day today, std::size_t most = 20);

/// An introduction to be made, as a favour given that was offered to the one who needs; both are yet to
/// agree.
RecordId plan_introduction(Draft& draft, const Introduction& introduction, Day today, Random& random);
void turn_down_introduction(
    Draft& draft, const Introduction& introduction, std::string_view title, Day today, Random& random);

/// The same as what a person means to do: an introduction begun, with the names of the two; or one that is not
/// to be suggested again, called `title`.
Made begin_introduction(const Introduction& introduction, std::string_view needs, std::string_view offers,
    Day today, Random& random);
Draft refuse_introduction(
    const Introduction& introduction, std::string_view title, Day today, Random& random);

/// Notes that one of the two agreed; whether both have.
void record_consent(Draft& draft, RecordId favour, RecordId person);
bool both_agreed(const Workspace& workspace, RecordId favour);

}  // namespace kith
