// What each kind of record says about who knows whom: the rules by which records become evidence. Only
// contact_graph.cpp uses it.
#pragma once

#include "network/contact_graph.h"

namespace kith {

class EvidenceReader {
public:
    EvidenceReader(ContactGraph& graph, const Workspace& workspace) : graph_(graph), workspace_(workspace) {}

    /// Adds all evidence that a live record gives.
    void read(RecordId record);

private:
    ContactGraph& graph_;
    const Workspace& workspace_;

    void read_person(RecordId record);
    void read_tie(RecordId record);
    void read_affiliation(RecordId record);
    void read_interaction(RecordId record);
    void read_favour(RecordId record);
    void read_mentorship(RecordId record);
    void read_event(RecordId record);
    void read_project(RecordId record);

    Day day(RecordId record, FieldId field, Day otherwise) const;
    std::vector<RecordId> people(RecordId record, FieldId field) const;
    void with_self(RecordId person, const Evidence& evidence);
    void among(const std::vector<RecordId>& people, const Evidence& evidence);
};

}  // namespace kith
