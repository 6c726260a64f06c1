// What speaks for somebody knowing a field or skill, and for having guided one before: the facts that the
// finders of mentors, of help in a hard situation and of goals' needs share.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/fields.h"
#include "planning/facts/due.h"
#include "planning/facts/terms.h"

namespace kith {

/// The words of a matter that say what it is about: without those that only say how high somebody stands, in whatever
/// language. "Conflict with the director" is no matter of directors. O(words), some 10 µs each.
std::vector<std::string> subject_of(std::string_view matter);

/// subject_of for many texts, which often have the same words: each word is read once.
class SubjectReader {
public:
    std::vector<std::string> operator()(std::string_view text);

private:
    boost::unordered_flat_map<std::string, bool> levels_;
};

/// Each way in which a person knows the field: a skill or offer, a role, an organisation's name or industry,
/// their industry; else what they say of themselves. O(their skills and affiliations).
Facts expertise_in(const Workspace& workspace, RecordId person, TermMatcher& field);

/// How often they gave advice, feedback, mentoring or support.
int guidance_from(const Workspace& workspace, RecordId person);

/// Whether a favour was done, whatever followed.
bool favour_is_done(const Workspace& workspace, RecordId favour);

/// "Decides on hiring" …
Facts decides_facts(const Workspace& workspace, RecordId person);

/// 0 for the circle of 5 … 5 for none.
int circle_rank(enum person::circle circle);

/// "Last contact 3 weeks ago", "In touch today"; nothing if there was none.
void add_last_contact(Facts& facts, std::optional<Day> last, Day today);

}  // namespace kith
