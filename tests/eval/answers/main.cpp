#include <cstdio>
#include <cstdlib>
#include <vector>

#include "answers.h"
#include "base/formatter.h"
#include "exchange/sample.h"

namespace kith::eval {

void give_up(std::string_view why) {
    std::fprintf(stderr, "kith_answers: %.*s\n", static_cast<int>(why.size()), why.data());
    std::exit(1);
}

std::string read_file(std::string_view path) {
    std::ifstream file(std::string(path), std::ios::binary);
    if (!file.good()) give_up("can't read " + std::string(path));
    return {std::istreambuf_iterator<char>(file), {}};
}

void commit(Workspace& workspace, Draft draft, Instant now) {
    const auto done = workspace.commit(std::move(draft), now);
    if (!done) give_up(plain_text(done.error()));
}

void tell(Workspace& workspace, std::string_view story, Day today, Random& random) {
    auto draft = read_record_text(story, today, random);
    if (!draft) give_up(plain_text(draft.error()));
    commit(workspace, std::move(*draft), today);
}

}  // namespace kith::eval

int main(int count, char** given) {
    const std::vector<std::string_view> words(given + 1, given + count);
    const auto rest = std::span(words).subspan(words.empty() ? 0 : 1);
    using namespace kith::eval;
    if (words.size() == 3 && words[0] == "sentences") return sentences(rest);
    if (words.size() == 3 && words[0] == "advice") return advice(rest);
    std::fprintf(stderr, "usage: kith_answers sentences WORLD LINES | advice CONNECTIONS GOAL\n");
    return 2;
}
