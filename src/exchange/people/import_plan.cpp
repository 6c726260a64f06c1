#include "exchange/people/import_plan.h"

#include <algorithm>

namespace kith {

std::vector<ItemChoice> ImportItem::choices() const {
    if (status == ItemStatus::skipped) return {};
    std::vector<ItemChoice> offered;
    if (status == ItemStatus::fresh || status == ItemStatus::maybe_known || kind == Kind::person)
        offered.push_back(ItemChoice::take_as_new);
    if (match) offered.push_back(ItemChoice::join);
    offered.push_back(ItemChoice::skip);
    return offered;
}

bool ImportItem::is_settled() const {
    if (kind != Kind::person || choice == ItemChoice::skip) return false;
    const bool is_as_planned = choice == ItemChoice::join && status != ItemStatus::maybe_known;
    return split_group != 0 || (answered && match && !is_as_planned);
}

std::size_t ImportCounts::of(ItemStatus status) const {
    switch (status) {
        case ItemStatus::fresh: return fresh;
        case ItemStatus::changed: return changed;
        case ItemStatus::already_here: return already_here;
        case ItemStatus::maybe_known: return maybe_known;
        case ItemStatus::skipped: return skipped;
    }
    return 0;
}

bool ImportPlan::changes_something() const {
    return other_records > 0 || std::ranges::any_of(items, [](const ImportItem& item) {
        if (item.choice == ItemChoice::join)
            return item.is_settled() || std::ranges::any_of(item.differences, &FieldDifference::take);
        return item.choice == ItemChoice::take_as_new;
    });
}

ImportTaken ImportPlan::taken() const {
    ImportTaken taken;
    for (const ImportItem& item : items) {
        const bool comes = item.status == ItemStatus::fresh || item.status == ItemStatus::changed ||
            item.status == ItemStatus::maybe_known ||
            (item.status == ItemStatus::already_here && item.choice == ItemChoice::take_as_new);
        if (comes && item.choice != ItemChoice::skip)
            ++(item.kind == Kind::opportunity ? taken.jobs : taken.people);
    }
    return taken;
}

std::size_t ImportPlan::entries() const {
    std::size_t all = 0;
    for (const ImportedFile& file : files)
        all += file.entries;
    return all;
}

bool ImportPlan::is_from_several() const {
    return std::ranges::count_if(files, [](const ImportedFile& file) { return file.entries > 0; }) > 1;
}

std::string_view ImportPlan::main_format() const {
    const auto most = std::ranges::max_element(files, {}, &ImportedFile::entries);
    return most == files.end() ? std::string_view{} : most->key();
}

std::vector<std::uint32_t> ImportPlan::listed(std::optional<ItemStatus> only) const {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (!only || items[i].status == *only) numbers.push_back(i);
    }
    if (only) return numbers;
    std::ranges::stable_sort(numbers, {}, [&](std::uint32_t i) {
        const ItemStatus status = items[i].status;
        return status == ItemStatus::maybe_known ? 0 : status == ItemStatus::changed ? 1 : 2;
    });
    return numbers;
}

}  // namespace kith
