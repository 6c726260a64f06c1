// What holds for every message in every language, whatever it is filled with.
#include <doctest/doctest.h>

#include "../../english_formats.h"
#include "../../pseudo_language.h"
#include "base/formatter.h"
#include "base/random.h"

using namespace kith;
using namespace std::chrono;

namespace {

constexpr Day today = sys_days{2026y / November / 20};

// What people write, and what might be taken for something else.
constexpr std::string_view texts[] = {"Ana Núñez", "2026-12-24", "2026-12-24T10:00:00Z", "{0}", "{$a}",
    "{$x}", "{{x}}", "}}", "{", "\\", "\\{", ".match $a", "|x|", "* {{y}}", "12", "-1", "a\nb", "\xff\xfe",
    "مها ليندكفيست", "", " ", "one", "=", "# no", "田中", "P3D", "%s%n", "&amp;<b>"};

std::string_view any_text(Random& random) {
    return texts[random.below(std::size(texts))];
}

PartialDate any_day(Random& random) {
    const year_month_day day{today + days{static_cast<int>(random.below(100'000)) - 50'000}};
    switch (random.below(4)) {
        case 0: return {std::nullopt, day.month(), day.day()};
        case 1: return {day.year(), day.month(), std::nullopt};
        default: return PartialDate{day};
    }
}

Argument any_argument(ArgumentType type, Random& random) {
    switch (type) {
        case ArgumentType::count:
            return random.below(3) == 0
                ? ArgumentView::scaled(static_cast<std::int64_t>(random.below(1000)), 2)
                : ArgumentView(static_cast<std::int64_t>(random.below(2000)) - 100);
        case ArgumentType::day: return any_day(random);
        case ArgumentType::moment:
            return Instant(milliseconds(static_cast<std::int64_t>(random.below(4'000'000'000) * 1000)));
        case ArgumentType::span: return days{static_cast<int>(random.below(4000))};
        case ArgumentType::person: return ArgumentView::person({random.below(99)}, any_text(random));
        case ArgumentType::record: return ArgumentView::record({random.below(99)}, any_text(random));
        case ArgumentType::list: {
            std::vector<Argument> items;
            for (auto n = random.below(4); n > 0; --n)
                items.emplace_back(any_text(random));
            if (random.below(2) == 0) items.emplace_back(random.below(9));
            return items;
        }
        case ArgumentType::text:
        case ArgumentType::kept: break;
    }
    return any_text(random);
}

/// Whether every variant of the message says the argument.
bool always_says(std::string_view message, std::string_view name) {
    const std::string written = "{$" + std::string(name) + "}";
    if (!message.starts_with('.')) return message.contains(written);
    std::size_t at = message.find("{{");
    while (at != std::string_view::npos) {
        const std::size_t next = message.find("{{", message.find("}}", at));
        if (!message.substr(at, next == std::string_view::npos ? next : next - at).contains(written))
            return false;
        at = next;
    }
    return true;
}

}  // namespace

TEST_CASE("any message in any language says any arguments, and what people wrote as they wrote it") {
    const Catalogue pseudo(testing::pseudo_language(), &Catalogue::english(), testing::pseudo_rules);
    EnglishFormats english_formats;
    PlainFormats plain_formats;
    Random random(20'261'120);
    const Catalogue* languages[] = {&Catalogue::english(), &pseudo};
    for (const Catalogue* language : languages) {
        for (const std::string_view key : Catalogue::english().keys()) {
            CAPTURE(key);
            for (int round = 0; round < 4; ++round) {
                const bool kept = round == 3;  // as a history brings them
                std::vector<Argument> arguments;
                std::vector<std::string> said;
                std::string_view declared = language->parameters(key);
                while (const auto parameter = next_parameter(declared)) {
                    Argument argument = any_argument(parameter->type, random);
                    const bool named = parameter->type == ArgumentType::text ||
                        parameter->type == ArgumentType::person || parameter->type == ArgumentType::record;
                    if (named && always_says(language->find(key)->entry.text, parameter->name))
                        said.push_back(argument.text);
                    if (kept) argument = ArgumentView::kept(kept_text(argument));
                    arguments.push_back(std::move(argument));
                }
                REQUIRE(declared.empty());
                Formats& formats = round % 2 == 0 ? static_cast<Formats&>(english_formats) : plain_formats;
                const std::string text =
                    Formatter(*language, formats, today).format(Message{key, std::move(arguments)});
                CAPTURE(text);
                for (const std::string& one : said)
                    CHECK(text.contains(one));
            }
        }
    }
}

TEST_CASE("the pseudo-language has forms that English lacks, and turns arguments round") {
    using testing::PseudoWriter;
    CHECK(PseudoWriter::pattern("{$a} for {$b}") == "⟦{$b} ƒóŕ {$a} ·⟧");
    EnglishFormats formats;
    const Catalogue words(
        "language = xx\nn(count n) = " + PseudoWriter::message(".match $n one {{a}} * {{b}}") + "\n", nullptr,
        testing::pseudo_rules);
    const Formatter say(words, formats, today);
    CHECK(say.format("n", {1}) == "⟦à ⟧");
    CHECK(say.format("n", {3}) == "⟦ƀ ⟧");
    CHECK(words.find("n")->entry.text.contains("few {{"));
}
