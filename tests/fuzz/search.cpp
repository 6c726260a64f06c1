// What is looked for, and what is looked through, can be any text: whatever is found lies within the text where it was
// found, on the bounds of letters, and a whole name finds whoever has it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/random.h"
#include "base/text.h"
#include "model/fields.h"
#include "search/search.h"

namespace {

using namespace kith;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_range_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    return begin <= end && end <= text.size() && is_valid_utf8(text.substr(0, begin)) &&
        is_valid_utf8(text.substr(begin, end - begin));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
    const std::size_t line = std::min(text.find('\n'), text.size());
    const std::string query = text.substr(0, line);
    Workspace workspace(ReplicaId{1});
    Random random{3};
    constexpr std::string_view names[] = {"Ana Núñez", "王小明", "Дмитрий Иванов", "O’Connor"};
    Draft draft({"edit", {}});
    for (const std::string_view name : names)
        draft.set_text(draft.create(Kind::person, random), person::display_name, name);
    const RecordId person = draft.create(Kind::person, random);
    draft.set_text(person, person::notes, text.substr(line));
    (void)workspace.commit(std::move(draft), Instant{});
    SearchIndex index;
    index.update(workspace);
    require(index.up_to_date(workspace));
    for (const std::string_view asked : {std::string_view(query), names[size % std::size(names)]}) {
        const SearchResults found = index.find(workspace, asked);
        require(found.total() >= found.results.size());
        for (const SearchResult& result : found.results) {
            for (const SearchMatch& match : result.matches)
                require(is_range_of(match.text, match.begin, match.end));
        }
        std::uint32_t last = 0;
        for (const TextRange& range : index.highlight(text, asked)) {
            require(range.begin >= last && is_range_of(text, range.begin, range.end));
            last = range.end;
        }
        (void)index.filter(asked, Kind::person);
    }
    require(!index.find(workspace, names[size % std::size(names)]).results.empty());
    return 0;
}
