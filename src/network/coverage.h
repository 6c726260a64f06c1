// How much of the network is known, what may be said of it at that, and what to ask to know more.
//
// Nobody notes every tie among their contacts, and a measure of an unknown network measures the note-taking.
// With no ties among contacts noted, Burt's constraint is 1/n whatever the truth. So every measure is shown
// with its coverage, and not at all where it means nothing.
#pragma once

#include <set>

#include "network/snapshot.h"

namespace kith {

/// Pairs that the user said do not know each other. Each answer is a setting of its own, so it merges and can
/// be undone like everything else.
class Strangers {
public:
    /// Reads all answers again if there may be new ones. O(settings) then.
    void update(const Workspace& workspace);

    bool contains(RecordId a, RecordId b) const;
    std::size_t size() const { return pairs_.size(); }
    const auto& pairs() const { return pairs_; }

private:
    std::set<std::pair<RecordId, RecordId>> pairs_;  // the lower id first
    std::size_t cursor_ = 0;
};

struct Coverage {
    std::size_t contacts = 0;        // people in the graph whom the user knows
    std::size_t known_pairs = 0;     // of them, that know each other
    std::size_t stranger_pairs = 0;  // that do not, as answered
    std::size_t possible_pairs = 0;

    double known_share() const;
    double answered_share() const;  // yes or no
    bool operator==(const Coverage&) const = default;
};
/// O(edges + strangers). The snapshot must have the user in it.
Coverage coverage_of(const ContactGraph& contacts, const GraphSnapshot& snapshot, const Strangers& strangers);
/// "31 of 190 possible pairs among your contacts are known".
Message coverage_fact(const Coverage& coverage);

enum class Measure : std::uint8_t {
    degree,
    components,
    core,
    closeness,
    betweenness,
    constraint,
    effective_size,
    communities,
};

/// How a measure may be shown.
enum class Meaning : std::uint8_t {
    nothing,  // no number: say that too little is known
    rough,    // with the coverage and the word that unnoted ties may change it
    sound,
};
/// A convention, not a finding: a measure of structure means nothing below one noted tie for every two
/// contacts (then most have none), and is sound when four in five pairs are answered. Degree is a count, and
/// only ever rough below that.
Meaning meaning_of(Measure measure, const Coverage& coverage);
/// The sentence to show with it; nothing when it is sound.
std::optional<Message> caveat_of(Measure measure, const Coverage& coverage);

/// "Do these two know each other?"
struct Question {
    RecordId a;
    RecordId b;
    Facts reasons;
    double worth = 0;  // for the order alone

    bool operator==(const Question&) const = default;
};
/// The questions whose answers tell most, best first, nobody in more than two. A pair is worth asking about
/// when something they share makes either answer likely (a small organisation or event, a family name, a
/// place), the more so the closer they are to the user and if nothing links them yet. O(people + pairs in
/// small groups).
std::vector<Question> next_questions(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, const Strangers& strangers, std::size_t count);
/// The same in slices: `questions` has them when it is done.
Slices next_questions(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    const Strangers& strangers, std::size_t count, std::vector<Question>& questions);

/// "Do Ana and Ben know each other?"
Message text_of(const Workspace& workspace, const Question& question);

/// Yes: a new tie, marked as confirmed. No: remembered, and not asked again. Each is one undo step.
Draft answer_yes(const Workspace& workspace, const Question& question, Random& random);
Draft answer_no(const Workspace& workspace, const Question& question, Day today);

}  // namespace kith
