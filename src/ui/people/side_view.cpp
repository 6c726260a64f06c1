#include "ui/people/side_view.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "base/enums.h"
#include "model/fields.h"
#include "ui/records/forms.h"

namespace kith::ui {

namespace {

constexpr float list_width = 300;
constexpr float list_from = 900;  // narrower screens have no room for it
constexpr std::size_t most_elements = 3;
constexpr float radio = 18;

struct StandingWords {
    std::string_view key;
    Icon icon = Icon::none;
};
constexpr EnumArray<Standing, StandingWords> standings{
    {{"same.row_same", Icon::check}, {"same.row_differs", Icon::x}, {"same.row_both", Icon::plus},
        {"same.row_first", Icon::none}, {"same.row_second", Icon::plus}}};

std::string label_of(const Session& session, const SideRow& row) {
    if (row.field == person::display_name || row.field == organisation::name)
        return std::string(session.text("same.row_name"));
    if (row.field == affiliation::organisation) return std::string(session.text("same.row_work"));
    if (row.kind == contact::email) return std::string(session.text("same.row_email"));
    if (row.kind == contact::phone) return std::string(session.text("same.row_phone"));
    return field_label(session.ui.words(), *find_field(row.field));
}

/// What one of them says, a line for each element.
std::vector<std::string> lines_of(const Session& session, const SideRow& row, bool second) {
    const std::vector<std::string>& list = second ? row.second_list : row.first_list;
    if (list.empty()) {
        const Value value = second ? row.second : row.first;
        if (value.empty()) return {"–"};
        return {value_in_words(session, *find_field(row.field), value)};
    }
    std::vector<std::string> lines(
        list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), most_elements)));
    if (list.size() > most_elements)
        lines.push_back(session.text("same.more", {list.size() - most_elements}));
    return lines;
}

/// One of two words for a field, to be chosen from.
bool draw_radio(Ui& ui, ImRect area, std::string_view name, bool on, int position) {
    Node node{.role = Role::radio, .name = std::string(name)};
    node.checked = on ? Tri::yes : Tri::no;
    node.position = position;
    node.set_size = 2;
    const Press press = ui.press(ImGui::GetID("radio"), area, std::move(node), {.corner = 4});
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float size = ui.px(radio);
        const ImVec2 centre{area.Min.x + size * 0.5f, middle(area, size).Min.y + size * 0.5f};
        const ImU32 colour = ui.colour(on ? Colour::accent : Colour::edge);
        list.AddCircle(centre, size * 0.5f - 1, colour, 0, std::max(1.0f, ui.px(1.5f)));
        if (on) list.AddCircleFilled(centre, size * 0.25f, colour);
        silent_label(ui, {area.Min.x + size + ui.px(8), area.Min.y, area.Max.x, area.Max.y}, name, Type::body,
            on ? Colour::text : Colour::muted);
    }
    return press.pressed && !on;
}

/// The rows of both, as a table without lines between columns; on a phone each below its label.
class Rows {
public:
    Rows(Session& session, const SameQuestion& question, float width)
        : session_(session), ui_(session.ui), question_(question), stacked_(width < ui_.px(640)) {
        for (const SideRow& row : question.rows)
            made_.push_back(
                {label_of(session, row), lines_of(session, row, false), lines_of(session, row, true)});
    }

    float height() const {
        float high = 0;
        for (std::size_t i = 0; i < made_.size(); ++i)
            high += height_of(i);
        return high;
    }

    void draw_head(Flow& flow) const {
        const Columns at = columns(flow.take(ui_.px(stacked_ ? 26 : 32)));
        if (!stacked_ && question_.asked)
            label(ui_, at.label, session_.text("same.keep"), Type::small, Colour::muted);
        label(ui_, at.first, question_.first, Type::small, Colour::muted);
        label(ui_, at.second, question_.second, Type::small, Colour::muted);
    }

    std::optional<SameResult::Word> draw(Flow& flow) const {
        std::optional<SameResult::Word> chosen;
        for (std::size_t i = 0; i < made_.size(); ++i) {
            const ImRect strip = flow.take(height_of(i));
            draw_separator(ui_, strip.Min.x, strip.Max.x, strip.Min.y);
            ImGui::PushID(static_cast<int>(i));
            if (const auto second = draw_row(i, strip)) chosen = SameResult::Word{i, *second};
            ImGui::PopID();
        }
        return chosen;
    }

private:
    struct Made {
        std::string label;
        std::vector<std::string> first, second;
    };
    struct Columns {
        ImRect label, first, second, standing;
    };
    Session& session_;
    Ui& ui_;
    const SameQuestion& question_;
    bool stacked_;
    std::vector<Made> made_;

    bool is_choice(std::size_t i) const {
        const SideRow& row = question_.rows[i];
        return question_.asked && row.standing == Standing::differs && !row.fields.empty();
    }

    float height_of(std::size_t i) const {
        const float lines = static_cast<float>(std::max(made_[i].first.size(), made_[i].second.size()));
        const float text = lines * ui_.line(Type::body);
        if (!stacked_) return text + ui_.px(14);
        return ui_.line(Type::small) + std::max(text, is_choice(i) && ui_.touch() ? ui_.px(32) : 0) +
            ui_.px(8);
    }

    Columns columns(ImRect strip) const {
        Line line(inset(strip, ui_.px(grid::between_cards), 0));
        if (stacked_) {
            const float half = std::floor((line.width() - ui_.px(12)) * 0.5f);
            const ImRect first = line.start(half, ui_.px(12));
            return {strip, first, line.area, strip};
        }
        const ImRect label = line.start(ui_.px(112), ui_.px(8));
        const ImRect standing = line.end(ui_.px(108), ui_.px(8));
        const float half = std::floor((line.width() - ui_.px(12)) * 0.5f);
        const ImRect first = line.start(half, ui_.px(12));
        return {label, first, line.area, standing};
    }

    void draw_standing(ImRect area, Standing standing) const {
        const std::string_view words = session_.text(standings[standing].key);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool has_sign = standings[standing].icon != Icon::none;
        const float sign = ui_.px(14), before = has_sign ? ui_.px(18) : 0;
        const float wide = std::ceil(text_width(ui_, words, Type::small)) + 1;
        const float x = stacked_ ? area.Max.x - wide - before : area.Min.x;
        if (standing == Standing::differs) {
            const ImVec2 place{stacked_ ? area.Max.x - tag_width(ui_, words) : area.Min.x,
                middle(area, tag_height(ui_)).Min.y};
            tag(ui_, place, words, TagKind::due);
            return;
        }
        const Colour colour = standing == Standing::only_second ? Colour::accent : Colour::muted;
        if (has_sign)
            draw_icon(
                ui_, list, {x, middle(area, sign).Min.y}, standings[standing].icon, sign, ui_.colour(colour));
        label(ui_, {x + before, area.Min.y, area.Max.x, area.Max.y}, words, Type::small, colour);
    }

    void draw_lines(ImRect area, const std::vector<std::string>& lines) const {
        const float high = ui_.line(Type::body) * static_cast<float>(lines.size());
        Flow flow{.x = area.Min.x, .y = middle(area, high).Min.y, .width = area.GetWidth()};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            label(ui_, flow.take(ui_.line(Type::body)), lines[i]);
            ImGui::PopID();
        }
    }

    /// Whether the second one's word was chosen, or the first one's.
    std::optional<bool> draw_row(std::size_t i, ImRect strip) const {
        const SideRow& row = question_.rows[i];
        const Made& made = made_[i];
        Columns at = columns(strip);
        if (stacked_) {
            Flow flow{.x = strip.Min.x + ui_.px(grid::between_cards),
                .y = strip.Min.y + ui_.px(4),
                .width = strip.GetWidth() - 2 * ui_.px(grid::between_cards)};
            const ImRect top = flow.take(ui_.line(Type::small));
            at.label = at.standing = top;
            for (ImRect* area : {&at.first, &at.second})
                area->Min.y = top.Max.y, area->Max.y = strip.Max.y - ui_.px(2);
        }
        const bool choice = is_choice(i);
        ui_.open_group(choice ? Role::radiogroup : Role::group, made.label, strip);
        label(ui_, at.label, made.label, Type::small, Colour::muted);
        std::optional<bool> chosen;
        if (choice) {
            if (!stacked_)
                for (ImRect* area : {&at.first, &at.second})
                    area->Min.x -= ui_.px(radio + 8);
            ImGui::PushID("first");
            if (draw_radio(ui_, at.first, made.first.front(), !row.second_counts, 1)) chosen = false;
            ImGui::PopID();
            ImGui::PushID("second");
            if (draw_radio(ui_, at.second, made.second.front(), row.second_counts, 2)) chosen = true;
            ImGui::PopID();
        } else {
            ImGui::PushID("first");
            draw_lines(at.first, made.first);
            ImGui::PopID();
            ImGui::PushID("second");
            draw_lines(at.second, made.second);
            ImGui::PopID();
        }
        draw_standing(at.standing, row.standing);
        ui_.tree().close();
        return chosen;
    }
};

float height_of_sentences(const Ui& ui, const std::vector<std::string>& lines, float width) {
    float high = ui.line(Type::body);
    for (const std::string& line : lines)
        high += lines_height(ui, line, Type::small, width - ui.px(22)) + ui.px(4);
    return high;
}

void draw_sentences(Ui& ui, Flow flow, std::string_view title, const std::vector<std::string>& lines,
    Icon icon, Colour colour) {
    heading(ui, flow.take(ui.line(Type::body)), title, 3, Type::body_strong);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        flow.space(ui.px(4));
        const float sign = ui.px(14);
        draw_icon(
            ui, *ImGui::GetWindowDrawList(), {flow.x, flow.y + ui.px(2)}, icon, sign, ui.colour(colour));
        Flow words{.x = flow.x + ui.px(22), .y = flow.y, .width = flow.width - ui.px(22)};
        ImGui::PushID(static_cast<int>(i));
        paragraph(ui, words, lines[i], Type::small);
        ImGui::PopID();
        flow.y = words.y;
    }
}

/// What speaks for it and what against, beside each other, or below where that is too narrow.
class EvidenceCards {
public:
    EvidenceCards(Session& session, const SameEvidence& evidence, float width)
        : session_(session), ui_(session.ui), evidence_(evidence) {
        beside_ = width >= ui_.px(320);
        padding_ = ui_.px(ui_.phone() ? 10 : grid::between_cards);
        gap_ = ui_.px(ui_.phone() ? 8 : grid::between_cards);
        wide_ = beside_ ? std::floor((width - gap_) * 0.5f) : width;
        const float inside = wide_ - 2 * padding_;
        const float a = height_of_sentences(ui_, evidence.speaks_for, inside) + 2 * padding_;
        const float b = height_of_sentences(ui_, none_or(evidence.speaks_against), inside) + 2 * padding_;
        first_ = beside_ ? std::max(a, b) : a;
        second_ = beside_ ? first_ : b;
    }
    float height() const { return beside_ ? first_ : first_ + gap_ + second_; }

    void draw(Flow& flow) const {
        const ImRect all = flow.take(height());
        const ImRect one{all.Min.x, all.Min.y, all.Min.x + wide_, all.Min.y + first_};
        const ImRect other{all.Max.x - wide_, all.Max.y - second_, all.Max.x, all.Max.y};
        const auto flow_in = [&](ImRect area) {
            draw_card(ui_, area);
            return Flow{.x = area.Min.x + padding_,
                .y = area.Min.y + padding_,
                .width = area.GetWidth() - 2 * padding_};
        };
        draw_sentences(ui_, flow_in(one), session_.text("same.speaks_for"), evidence_.speaks_for, Icon::check,
            Colour::accent);
        draw_sentences(ui_, flow_in(other), session_.text("same.speaks_against"),
            none_or(evidence_.speaks_against), evidence_.speaks_against.empty() ? Icon::minus : Icon::x,
            Colour::due);
    }

private:
    Session& session_;
    Ui& ui_;
    const SameEvidence& evidence_;
    bool beside_ = true;
    float padding_ = 0, gap_ = 0, wide_ = 0, first_ = 0, second_ = 0;

    std::vector<std::string> none_or(const std::vector<std::string>& lines) const {
        return lines.empty() ? std::vector{std::string(session_.text("same.nothing_against"))} : lines;
    }
};

bool hears_keys(Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    return ui.editing().id == 0 && ui.focus().top_layer() == 0 && !io.KeyCtrl && !io.KeyAlt && !io.KeySuper;
}

struct AnswerSpec {
    SameAnswer answer;
    std::string_view key, people, organisations, brief;
    ImGuiKey press;
    Icon icon;
};
constexpr std::array answers{
    AnswerSpec{
        SameAnswer::same, "S", "same.yes", "same.yes_organisation", "same.key_same", ImGuiKey_S, Icon::users},
    AnswerSpec{SameAnswer::different, "D", "same.no", "same.no_organisation", "same.key_different",
        ImGuiKey_D, Icon::arrow_left_right},
    AnswerSpec{SameAnswer::later, "L", "same.later", "same.later", "same.key_later", ImGuiKey_L, Icon::none},
};

std::string_view said_answer(const Session& session, SameAnswer answer) {
    switch (answer) {
        case SameAnswer::same: return session.text("same.was_same");
        case SameAnswer::different: return session.text("same.was_different");
        case SameAnswer::later: return session.text("same.was_later");
        case SameAnswer::none: break;
    }
    return {};
}

float draw_key_cap(Ui& ui, ImVec2 place, std::string_view key) {
    const float high = ui.px(20);
    const float wide = std::max(high, std::ceil(text_width(ui, key, Type::small)) + ui.px(10));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{place.x + wide, place.y + high};
    list.AddRectFilled(place, end, ui.colour(Colour::surface), ui.px(4));
    list.AddRect(place, end, ui.colour(Colour::line), ui.px(4));
    silent_label(ui, {place, end}, key, Type::small, Colour::muted, Align::centre);
    return wide;
}

/// The three answers, and their keys where there is a keyboard.
SameAnswer draw_answers(Session& session, ImRect strip, const SameQuestion& question) {
    Ui& ui = session.ui;
    SameAnswer given = SameAnswer::none;
    Line line(strip);
    const bool fill = ui.phone();
    const float third = std::floor((strip.GetWidth() - 2 * ui.px(8)) / 3);
    for (const AnswerSpec& spec : answers) {
        const std::string_view words = session.text(fill ? spec.brief
                : question.organisations                 ? spec.organisations
                                                         : spec.people);
        const Button made{.label = words,
            .icon = fill ? Icon::none : spec.icon,
            .kind = spec.answer == SameAnswer::same            ? ButtonKind::primary
                : spec.answer == SameAnswer::different || fill ? ButtonKind::quiet
                                                               : ButtonKind::bare,
            .pressed = question.answer == SameAnswer::none ? Tri::not_applicable
                : question.answer == spec.answer           ? Tri::yes
                                                           : Tri::no,
            .shortcut = spec.key,
            .id = spec.key};
        if (button(ui, line.start(fill ? third : button_width(ui, made), ui.px(8)), made))
            given = spec.answer;
    }
    if (ui.touch() || line.width() < ui.px(320)) return given;
    float x = line.area.Max.x;
    for (auto spec = answers.rbegin(); spec != answers.rend(); ++spec) {
        const std::string_view words = session.text(spec->brief);
        const float wide = std::ceil(text_width(ui, words, Type::small)) + 1;
        silent_label(ui, {x - wide, strip.Min.y, x, strip.Max.y}, words, Type::small, Colour::muted);
        x -= wide + ui.px(8) + ui.px(20);
        draw_key_cap(ui, {x, middle(strip, ui.px(20)).Min.y}, spec->key);
        x -= ui.px(10);
    }
    return given;
}

SameAnswer answer_by_key(Ui& ui) {
    if (!hears_keys(ui)) return SameAnswer::none;
    for (const AnswerSpec& spec : answers) {
        if (ui.key(spec.press)) return spec.answer;
    }
    return SameAnswer::none;
}

/// The card of the rows, the evidence, the answers; what is too high scrolls.
void draw_question(Session& session, ImRect area, const SameQuestion& question, SameResult& result) {
    Ui& ui = session.ui;
    const float gap = ui.px(ui.phone() ? 8 : grid::between_cards);
    const Rows rows(session, question, area.GetWidth());
    const EvidenceCards evidence(session, question.evidence, area.GetWidth());
    const bool says_promise = !ui.phone() && !question.promise.empty();
    const float head = ui.px(ui.phone() ? 40 : 46) + ui.px(ui.phone() ? 26 : 32);
    const float combined = question.combined.empty() ? 0 : ui.control() + gap;
    const float foot = gap + evidence.height() + gap + combined + ui.control() +
        (says_promise ? ui.line(Type::small) + ui.px(10) : 0);
    const float room = area.GetHeight() - head - foot;
    const bool all_scrolls = room < std::min(rows.height(), ui.px(140));
    const ScrollOptions whole{.side = 0, .top = 0, .bottom = ui.phone() ? 8.0f : grid::foot};
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    if (all_scrolls) flow = begin_scroll(ui, "question", area, whole);

    const float rows_height = all_scrolls ? rows.height() : std::min(rows.height(), room);
    draw_card(ui, {flow.x, flow.y, flow.end_x(), flow.y + head + rows_height});
    Line title(inset(flow.take(ui.px(ui.phone() ? 40 : 46)), ui.px(grid::between_cards), 0));
    const float name_wide =
        std::min(std::ceil(text_width(ui, question.name, Type::section)) + 1, title.width() * 0.65f);
    heading(ui, title.start(name_wide, ui.px(10)), question.name, 2, Type::section);
    label(ui, title.area, question.standing, Type::small, Colour::muted);
    rows.draw_head(flow);
    if (rows_height < rows.height()) {
        const ImRect inside = flow.take(rows_height);
        const ScrollOptions within{.side = 0, .top = 0, .bottom = 0};
        Flow rows_flow = begin_scroll(ui, "rows", inside, within);
        result.word = rows.draw(rows_flow);
        end_scroll(ui, rows_flow, within);
    } else {
        result.word = rows.draw(flow);
    }
    flow.space(gap);
    evidence.draw(flow);
    flow.space(gap);
    if (!question.combined.empty()) {
        Line line(flow.take(ui.control()));
        const Button split{.label = session.text("files.split"), .small = true};
        result.split = button(ui, line.end(button_width(ui, split), ui.px(8)), split);
        label(ui, line.area, question.combined, Type::small, Colour::muted);
        flow.space(gap);
    }
    if (question.asked) {
        result.answer = draw_answers(session, flow.take(ui.control()), question);
        if (result.answer == SameAnswer::none) result.answer = answer_by_key(ui);
    } else {
        label(ui, flow.take(ui.control()), said_answer(session, question.answer), Type::body, Colour::muted);
    }
    if (says_promise) {
        flow.space(ui.px(10));
        label(ui, flow.take(ui.line(Type::small)), question.promise, Type::small, Colour::muted);
    }
    if (all_scrolls) end_scroll(ui, flow, whole);
}

/// The list of all questions at the start of the screen.
class List {
public:
    List(Session& session, const SameList& list, SameScroll& scroll)
        : session_(session), ui_(session.ui), list_(list), scroll_(scroll) {}

    void draw(ImRect area, SameResult& result) {
        const bool joins = !list_.join_certain.empty();
        const float foot = list_.certain == 0
            ? 0
            : (joins ? ui_.control() + ui_.px(6) : 0) + ui_.line(Type::small) * 2 + ui_.px(24);
        const float most = area.GetHeight() - foot;
        const float content = height();
        const ImRect top{area.Min.x, area.Min.y, area.Max.x, area.Min.y + std::min(content, most)};
        draw_card(ui_, {area.Min.x, area.Min.y, area.Max.x, top.Max.y + foot});
        ui_.open_group(Role::list, session_.text("same.questions"), top);
        const ScrollOptions options{.side = 0, .top = 0, .bottom = 0};
        Flow flow = begin_scroll(ui_, "questions", top, options);
        reveal(flow, top);
        if (list_.doubtful > 0) {
            draw_title(flow, session_.text("same.to_look_at"), list_.open);
            for (std::size_t i = 0; i < list_.doubtful; ++i)
                draw_item(flow, i, result);
        }
        if (list_.certain > 0) {
            draw_title(flow, session_.text("same.certain"), list_.certain);
            for (std::size_t i = 0; i < list_.certain; ++i)
                draw_item(flow, list_.doubtful + i, result);
        }
        end_scroll(ui_, flow, options);
        ui_.tree().close();
        if (list_.certain > 0)
            draw_foot({area.Min.x, top.Max.y, area.Max.x, top.Max.y + foot}, joins, result);
    }

private:
    Session& session_;
    Ui& ui_;
    const SameList& list_;
    SameScroll& scroll_;

    float title_height() const { return ui_.px(44); }
    float item_height() const { return ui_.px(grid::row_two); }
    float height() const {
        return static_cast<float>(list_.doubtful + list_.certain) * item_height() +
            (list_.doubtful > 0 ? title_height() : 0) + (list_.certain > 0 ? title_height() : 0);
    }

    /// Scrolls to the open one when another is.
    void reveal(const Flow& flow, ImRect area) {
        if (scroll_.at == list_.at) return;
        scroll_.at = list_.at;
        const bool certain = list_.at >= list_.doubtful;
        const float y = static_cast<float>(list_.at) * item_height() +
            (list_.doubtful > 0 ? title_height() : 0) + (certain ? title_height() : 0);
        const float shown = area.Min.y - flow.y;  // what is above
        if (y < shown) ImGui::SetScrollY(std::max(y - title_height(), 0.0f));
        if (y + item_height() > shown + area.GetHeight())
            ImGui::SetScrollY(y + item_height() - area.GetHeight());
    }

    void draw_title(Flow& flow, std::string_view words, std::size_t count) {
        const ImRect strip = flow.take(title_height());
        if (strip.Min.y > ImGui::GetWindowDrawList()->GetClipRectMin().y + 1)
            draw_separator(ui_, strip.Min.x, strip.Max.x, strip.Min.y);
        Line line(inset(strip, ui_.px(grid::between_cards), 0));
        heading(ui_, line.start(std::ceil(text_width(ui_, words, Type::body_strong)) + 1, ui_.px(8)), words,
            2, Type::body_strong);
        label(ui_, line.area, ui_.number(count), Type::body, Colour::muted);
    }

    void draw_item(Flow& flow, std::size_t i, SameResult& result) {
        const ImRect area = flow.take(item_height());
        if (!ImGui::IsRectVisible(area.Min, area.Max)) return;
        const SameItem item = list_.item(i);
        if (i == list_.at)
            ImGui::GetWindowDrawList()->AddRectFilled(area.Min, area.Max, ui_.colour(Colour::accent_soft));
        ImGui::PushID(static_cast<int>(i));
        Node node{.role = Role::listitem, .name = item.name};
        node.description = item.detail;
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(list_.doubtful + list_.certain);
        node.id = ImGui::GetID("item");
        node.bounds = ui_.visible_bounds(area);
        ui_.tree().open(node);
        Node link{.role = Role::link, .name = item.name, .description = item.detail};
        link.current = i == list_.at;
        const Press press = ui_.press(ImGui::GetID("open"), area, std::move(link), {.corner = 4});
        if (press.pressed) result.go_to = i;
        if (press.hovered && i != list_.at)
            ImGui::GetWindowDrawList()->AddRectFilled(area.Min, area.Max, ui_.colour(Colour::surface_2));
        draw_words(area, item, i == list_.at);
        ui_.tree().close();
        ImGui::PopID();
    }

    void draw_words(ImRect area, const SameItem& item, bool current) {
        Line line(inset(area, ui_.px(grid::between_cards), 0));
        const float size = ui_.px(grid::avatar);
        const ImRect face = line.start(size, ui_.px(10));
        if (item.organisation)
            draw_icon(ui_, *ImGui::GetWindowDrawList(), middle(face, size).Min + ImVec2(ui_.px(4), ui_.px(4)),
                Icon::building_2, size - ui_.px(8), ui_.colour(Colour::muted));
        else
            avatar(
                ui_, middle(face, size).Min, size, {.name = item.name, .key = item.key, .photo = item.photo});
        if (const std::string_view said = said_answer(session_, item.answer); !said.empty()) {
            const ImRect place = line.end(tag_width(ui_, said), ui_.px(8));
            draw_tag(ui_, middle(place, tag_height(ui_)).Min, said,
                item.answer == SameAnswer::same ? TagKind::accent : TagKind::plain);
        }
        const ImRect lines = middle(line.area, ui_.line(Type::body) + ui_.line(Type::small));
        const float below = lines.Min.y + ui_.line(Type::body);
        silent_label(ui_, {lines.Min.x, lines.Min.y, lines.Max.x, below}, item.name,
            current ? Type::body_strong : Type::body, current ? Colour::accent : Colour::text);
        silent_label(
            ui_, {lines.Min.x, below, lines.Max.x, lines.Max.y}, item.detail, Type::small, Colour::muted);
    }

    void draw_foot(ImRect area, bool joins, SameResult& result) {
        draw_separator(ui_, area.Min.x, area.Max.x, area.Min.y);
        Flow flow{.x = area.Min.x + ui_.px(grid::between_cards),
            .y = area.Min.y + ui_.px(12),
            .width = area.GetWidth() - 2 * ui_.px(grid::between_cards)};
        if (joins) {
            const Button all{.label = list_.join_certain, .icon = Icon::users, .id = "join certain"};
            result.join_certain = button(ui_, flow.take(ui_.control()), all);
            flow.space(ui_.px(6));
        }
        paragraph(ui_, flow, list_.certain_promise, Type::small, Colour::muted);
    }
};

/// On a phone the list is a step to either side, and those who are certain one button.
void draw_steps(Session& session, Flow& flow, const SameList& list, SameResult& result) {
    Ui& ui = session.ui;
    const std::size_t count = list.doubtful + list.certain;
    Line line(flow.take(ui.control()));
    const Button before{.label = session.text("same.before"),
        .icon = Icon::chevron_left,
        .icon_only = true,
        .disabled = list.at == 0};
    const Button after{.label = session.text("same.after"),
        .icon = Icon::chevron_right,
        .icon_only = true,
        .disabled = list.at + 1 >= count};
    if (button(ui, line.end(ui.control(), ui.px(8)), after)) result.go_to = list.at + 1;
    if (button(ui, line.end(ui.control(), ui.px(8)), before)) result.go_to = list.at - 1;
    if (list.certain > 0 && !list.join_certain.empty()) {
        const Button all{.label = list.join_certain, .small = true, .id = "join certain"};
        result.join_certain = button(ui, line.start(std::min(button_width(ui, all), line.width())), all);
    } else if (list.certain > 0) {
        label(ui, line.area, list.certain_promise, Type::small, Colour::muted);
    }
    flow.space(ui.px(8));
}

void walk_by_keys(Ui& ui, const SameList& list, SameResult& result) {
    if (!hears_keys(ui)) return;
    if (ui.key(ImGuiKey_DownArrow, true) && list.at + 1 < list.doubtful + list.certain)
        result.go_to = list.at + 1;
    if (ui.key(ImGuiKey_UpArrow, true) && list.at > 0) result.go_to = list.at - 1;
    if (ui.key(ImGuiKey_Escape)) result.back = true;
}

}  // namespace

std::string here_since(const Session& session, RecordId record) {
    const auto history = session.workspace.history_of(record, state_field(kind_of(record)));
    if (history.empty()) return std::string(session.text("same.here"));
    const Stamp born = session.workspace.transactions()[history.back().transaction].stamp;
    return session.text("same.here_since", {Day{std::chrono::floor<std::chrono::days>(born.wall())}});
}

SameResult draw_same(Session& session, ImRect area, const SameScreen& screen, SameScroll& scroll) {
    Ui& ui = session.ui;
    SameResult result;
    const bool phone = ui.phone();
    const float side = ui.px(phone ? grid::screen_phone : grid::screen);
    Flow flow{
        .x = area.Min.x + side, .y = area.Min.y + ui.px(phone ? 8 : 20), .width = area.GetWidth() - 2 * side};
    Line top(flow.take(phone ? ui.control() : ui.line(Type::title) + ui.line(Type::body)));
    const Button back{
        .label = screen.back, .icon = phone ? Icon::arrow_left : Icon::none, .icon_only = phone};
    const ImRect back_area = phone ? top.start(ui.control(), ui.px(8))
                                   : middle(top.end(button_width(ui, back), ui.px(12)), ui.control());
    if (button(ui, back_area, back)) result.back = true;
    const ImRect words = phone ? middle(top.area, ui.line(Type::title)) : top.area;
    heading(ui, {words.Min.x, words.Min.y, words.Max.x, words.Min.y + ui.line(Type::title)}, screen.title, 1,
        Type::title);
    if (!phone)
        label(ui, {words.Min.x, words.Max.y - ui.line(Type::body), words.Max.x, words.Max.y}, screen.detail,
            Type::body, Colour::muted);
    flow.space(ui.px(phone ? 8 : grid::between_cards));
    const std::size_t count = screen.list.doubtful + screen.list.certain;
    ImRect rest{flow.x, flow.y, flow.end_x(), area.Max.y - ui.px(phone ? 8 : 16)};
    if (count > 1 || screen.list.certain > 0) {
        if (flow.width >= ui.px(list_from)) {
            const ImRect left{rest.Min.x, rest.Min.y, rest.Min.x + ui.px(list_width), rest.Max.y};
            List(session, screen.list, scroll).draw(left, result);
            rest.Min.x = left.Max.x + ui.px(grid::between_cards);
        } else {
            draw_steps(session, flow, screen.list, result);
            rest.Min.y = flow.y;
        }
    }
    draw_question(session, rest, screen.question, result);
    walk_by_keys(ui, screen.list, result);
    return result;
}

}  // namespace kith::ui
