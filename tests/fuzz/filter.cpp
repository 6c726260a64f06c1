// Filters as they are typed and as they were saved, by whatever program: one is read or refused with a place that
// lies in the text, says the same in its shortest spelling, and can be asked of people.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/random.h"
#include "base/text.h"
#include "insight/contact_book.h"
#include "model/fields.h"
#include "planning/people/filter.h"
#include "planning/people/saved_filters.h"

namespace {

using namespace kith;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
    const auto filter = parse_filter(text);
    if (!filter) {
        require(filter.error().begin <= filter.error().end && filter.error().end <= text.size());
        require(!filter.error().message.key.empty());
    }
    Workspace workspace(ReplicaId{1});
    Random random{3};
    const Day today{std::chrono::year{2026} / 11 / 30};
    Draft draft({"edit", {}});
    const RecordId person = draft.create(Kind::person, random);
    draft.set_text(person, person::given_name, text.substr(0, text.find('\0')));
    draft.set_text(person, person::place, "Berlin");
    (void)workspace.commit(std::move(draft), Instant{today});
    (void)workspace.commit(save_filter(workspace, "kept", text, random), Instant{today});
    require(saved_filters(workspace).size() <= 1);
    if (!filter) return 0;
    const std::string printed = print_filter(*filter);
    const auto again = parse_filter(printed);
    require(again.has_value() && *again == *filter);
    require(print_filter(*again) == printed);
    ContactBook contacts;
    contacts.update(workspace);
    require(people_matching(*filter, workspace, contacts, today).size() <= 1);
    return 0;
}
