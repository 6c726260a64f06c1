#include "planning/messages/draft_templates.h"

#include <array>
#include <utility>

#include "base/enums.h"

namespace kith {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr char follow_up[] = {
#embed "playbook/draft_follow_up.txt"
};
constexpr char check_in[] = {
#embed "playbook/draft_check_in.txt"
};
constexpr char ask_advice[] = {
#embed "playbook/draft_ask_advice.txt"
};
constexpr char ask_referral[] = {
#embed "playbook/draft_ask_referral.txt"
};
constexpr char ask_recommendation[] = {
#embed "playbook/draft_ask_recommendation.txt"
};
constexpr char ask_introduction[] = {
#embed "playbook/draft_ask_introduction.txt"
};
constexpr char introduce[] = {
#embed "playbook/draft_introduce.txt"
};
constexpr char thank[] = {
#embed "playbook/draft_thank.txt"
};
constexpr char tell_outcome[] = {
#embed "playbook/draft_tell_outcome.txt"
};
constexpr char remind[] = {
#embed "playbook/draft_remind.txt"
};
constexpr char congratulate[] = {
#embed "playbook/draft_congratulate.txt"
};
constexpr char share_news[] = {
#embed "playbook/draft_share_news.txt"
};
constexpr char end_mentorship[] = {
#embed "playbook/draft_end_mentorship.txt"
};
#pragma clang diagnostic pop

constexpr EnumArray<DraftKind, std::string_view> templates{{
    std::string_view(follow_up, sizeof follow_up),
    std::string_view(check_in, sizeof check_in),
    std::string_view(ask_advice, sizeof ask_advice),
    std::string_view(ask_referral, sizeof ask_referral),
    std::string_view(ask_recommendation, sizeof ask_recommendation),
    std::string_view(ask_introduction, sizeof ask_introduction),
    std::string_view(introduce, sizeof introduce),
    std::string_view(thank, sizeof thank),
    std::string_view(tell_outcome, sizeof tell_outcome),
    std::string_view(remind, sizeof remind),
    std::string_view(congratulate, sizeof congratulate),
    std::string_view(share_news, sizeof share_news),
    std::string_view(end_mentorship, sizeof end_mentorship),
}};
constexpr EnumArray<DraftKind, std::string_view> keys{
    {"follow_up", "check_in", "ask_advice", "ask_referral", "ask_recommendation", "ask_introduction",
        "introduce", "thank", "tell_outcome", "remind", "congratulate", "share_news", "end_mentorship"}};

}  // namespace

std::string_view template_of(DraftKind kind) {
    return templates[kind];
}

std::string_view key_of(DraftKind kind) {
    return keys[kind];
}

}  // namespace kith
