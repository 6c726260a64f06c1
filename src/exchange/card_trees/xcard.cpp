#include "exchange/card_trees/xcard.h"

#include <algorithm>
#include <pugixml.hpp>

#include "base/text.h"
#include "exchange/card_trees/card_lines.h"
#include "exchange/vcard/cards.h"
#include "exchange/vcard/values.h"

namespace kith {

namespace {

/// "fn" of "v:fn": files may give the namespace a prefix.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view whole = node.name();
    return whole.substr(whole.find(':') + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) {
    return node.type() == pugi::node_element && equal_ignoring_ascii_case(local_name(node), name);
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    }
    return std::string(trim(text));
}

std::vector<CardLines::Parameter> parameters_of(const pugi::xml_node& property) {
    std::vector<CardLines::Parameter> parameters;
    for (const pugi::xml_node& child : property) {
        if (!is(child, "parameters")) continue;
        for (const pugi::xml_node& parameter : child) {
            for (const pugi::xml_node& value : parameter) {
                if (value.type() == pugi::node_element)
                    parameters.push_back({std::string(local_name(parameter)), text_of(value)});
            }
        }
    }
    return parameters;
}

/// Parts of a value by their names, in the order of vCard; of several of one name a list.
std::string parts_of_value(const pugi::xml_node& property, std::initializer_list<std::string_view> names) {
    std::string value;
    for (const std::string_view name : names) {
        if (name != *names.begin()) value += ';';
        bool first = true;
        for (const pugi::xml_node& part : property) {
            if (!is(part, name) || text_of(part).empty()) continue;
            value += (first ? "" : ",") + escaped(text_of(part));
            first = false;
        }
    }
    return value.find_first_not_of(';') == std::string::npos ? std::string{} : value;
}

/// The values of all other properties: one each, parted by what parts them in a vCard.
std::string values_of(const pugi::xml_node& property, char between, bool& is_address) {
    std::string values;
    for (const pugi::xml_node& value : property) {
        if (value.type() != pugi::node_element || is(value, "parameters")) continue;
        is_address = is(value, "uri");
        const std::string text = text_of(value);
        if (!values.empty()) values += between;
        values += is(value, "text") ? escaped(text) : text;
    }
    return values;
}

void add_property(CardLines& lines, const pugi::xml_node& property, std::string_view group) {
    if (property.type() != pugi::node_element) return;
    const std::string name = ascii_lower(local_name(property));
    std::vector<CardLines::Parameter> parameters = parameters_of(property);
    if (name == "n") {
        lines.add(name, parameters,
            parts_of_value(property, {"surname", "given", "additional", "prefix", "suffix"}), group);
    } else if (name == "adr") {
        lines.add(name, parameters,
            parts_of_value(property, {"pobox", "ext", "street", "locality", "region", "code", "country"}),
            group);
    } else if (name == "gender") {
        lines.add(name, parameters, parts_of_value(property, {"sex", "identity"}), group);
    } else {
        bool is_address = false;
        const std::string values = values_of(property, name == "org" ? ';' : ',', is_address);
        if (is_address && name != "url") parameters.push_back({"VALUE", "uri"});
        lines.add(name, parameters, values, group);
    }
}

std::size_t line_of(std::string_view text, std::ptrdiff_t offset) {
    const auto end = text.begin() + std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(text));
    return static_cast<std::size_t>(1 + std::count(text.begin(), end, '\n'));
}

class Tree {
public:
    explicit Tree(FileReading& file) : file_(file) {}

    Slices read() {
        const std::string_view text = file_.text();
        const pugi::xml_parse_result result = document_.load_buffer(text.data(), text.size(),
            pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
        co_await next_slice;
        for (const pugi::xml_node& root : document_) {
            if (is(root, "vcard")) co_await read_card(root);
            for (const pugi::xml_node& card : root) {
                if (is(card, "vcard") && is(root, "vcards")) co_await read_card(card);
            }
        }
        if (result.status != pugi::status_ok) file_.notice({"import.broken", {line_of(text, result.offset)}});
    }

private:
    FileReading& file_;
    pugi::xml_document document_;

    Slices read_card(const pugi::xml_node& card) {
        CardLines lines;
        for (const pugi::xml_node& child : card) {
            if (!is(child, "group")) {
                add_property(lines, child, {});
                continue;
            }
            const std::string group = child.attribute("name").value();
            for (const pugi::xml_node& property : child)
                add_property(lines, property, group);
        }
        const std::ptrdiff_t offset = card.offset_debug();
        co_await read_card_lines(file_, lines.take(), line_of(file_.text(), offset));
        if (file_.piece_done(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0))))
            co_await next_slice;
    }
};

}  // namespace

Fit fit_xcard(const FileContent& content) {
    const std::string_view text = content.text();
    const bool is_one = text.starts_with('<') && text.contains("urn:ietf:params:xml:ns:vcard-4.0");
    return is_one ? Fit::known : Fit::none;
}

Slices read_xcard(FileReading& file) {
    Tree tree(file);
    co_await tree.read();
}

}  // namespace kith
