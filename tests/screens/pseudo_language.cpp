// Every place in a language that nobody speaks (tests/pseudo_language.h): what still reads as English comes from
// people, or from files that are translated by themselves.
#include "../pseudo_language.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "kith.h"
#include "planning/facts/due.h"
#include "ui/session/places.h"

using namespace kith;
using namespace kith::ui;

namespace {

const Catalogue& pseudo() {
    static const Catalogue words(testing::pseudo_language(), &Catalogue::english(), testing::pseudo_rules);
    return words;
}

/// All that people wrote, and what is made of it: names, days as the locale has them, beginnings of long texts.
class PeoplesTexts {
public:
    explicit PeoplesTexts(const Workspace& workspace) {
        for (const KindSpec& kind : all_kinds())
            workspace.for_each(kind.kind, [&](RecordId record) { read(workspace, record); });
        for (const char* folder : {"assets/playbook"}) {
            for (const auto& entry : std::filesystem::directory_iterator(folder))
                read_file(entry.path());
        }
        // The locale's own words, and what is called the same everywhere.
        for (const char* word : {"January", "February", "March", "April", "May", "June", "July", "August",
                 "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday",
                 "Friday", "Saturday", "Sunday", "dd/mm/yyyy"})
            texts_.insert(word);
    }

    /// What is left of a text that none of them accounts for.
    std::string without(std::string text) const {
        for (const std::string& one : texts_) {
            for (std::size_t at = text.find(one); at != std::string::npos; at = text.find(one))
                text.replace(at, one.size(), "~");
        }
        return text;
    }

private:
    struct LongestFirst {
        bool operator()(const std::string& a, const std::string& b) const {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        }
    };
    std::set<std::string, LongestFirst> texts_;

    void add(std::string_view text) {
        if (text.size() < 2) return;
        texts_.emplace(text);
        texts_.insert(short_text(text));
    }

    void add(Value value) {
        if (value.type() == ValueType::text) add(value.as_text());
        if (value.type() != ValueType::row) return;
        for (const std::string_view part : decode_row(value.as_row()))
            add(part);
    }

    void read(const Workspace& workspace, RecordId record) {
        add(record_name(workspace, record));
        if (kind_of(record) == Kind::person) add(person_name(workspace, record));
        for (const FieldSpec& field : fields_of(kind_of(record))) {
            if (field.type == FieldType::choice) continue;
            if (is_collection(field.type))
                workspace.for_each_element(
                    record, field.id, [&](const Element& element) { add(element.value); });
            else
                add(workspace.get(record, field.id));
        }
    }

    void read_file(const std::filesystem::path& path) {
        std::ifstream file(path);
        std::string line;
        while (std::getline(file, line)) {
            add(line);
            const std::size_t equals = line.find('=');
            for (const std::string_view part :
                split(std::string_view(line).substr(equals == std::string::npos ? 0 : equals + 1), '|'))
                add(trim(part));
        }
    }
};

/// The places of the app, and a page of each kind.
std::vector<std::string> all_places(const Workspace& workspace) {
    std::vector<std::string> paths;
    for (const PlaceRow& place : places()) {
        if (place.listed()) paths.emplace_back(place.address);
        if (place.kind == Kind::none) continue;
        int pages = 0;
        workspace.for_each(place.kind, [&](RecordId record) {
            if (++pages <= 2) paths.push_back(std::string(place.address) + "/" + to_string(record));
        });
    }
    return paths;
}

}  // namespace

TEST_CASE("no place has English that a translation could not reach") {
    static const std::regex english("[A-Za-z]{2,}");
    for (const Stage stage : {Stage{}, Stage{.width = 390, .height = 844, .touch = true}}) {
        Kith kith(stage, pseudo());
        kith.screen.get(Role::button, pseudo().get("first.sample")).click();
        const PeoplesTexts written(kith.workspace);
        std::map<std::string, std::string> left;  // by the text, where it was seen
        for (const std::string& path : all_places(kith.workspace)) {
            kith.open(path);
            for (const Node& node : kith.screen.tree().nodes()) {
                for (const std::string* text : {&node.name, &node.value, &node.description}) {
                    if (!std::regex_search(*text, english) || left.contains(*text)) continue;
                    const std::string rest = written.without(*text);
                    if (std::regex_search(rest, english)) left.emplace(*text, path + ": " + rest);
                }
            }
        }
        for (const auto& [text, where] : left) {
            CAPTURE(where);
            FAIL_CHECK(text);
        }
    }
}
