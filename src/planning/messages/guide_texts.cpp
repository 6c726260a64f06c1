#include "planning/messages/guide_texts.h"

namespace kith::playbook {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr char before_referral[] = {
#embed "playbook/guide_before_referral.txt"
};
constexpr char before_event[] = {
#embed "playbook/guide_before_event.txt"
};
constexpr char finding_mentor[] = {
#embed "playbook/guide_finding_mentor.txt"
};
constexpr char giving_feedback[] = {
#embed "playbook/guide_giving_feedback.txt"
};
constexpr char reaching_out_cold[] = {
#embed "playbook/guide_reaching_out_cold.txt"
};
constexpr char being_introverted[] = {
#embed "playbook/guide_being_introverted.txt"
};
constexpr char staying_authentic[] = {
#embed "playbook/guide_staying_authentic.txt"
};
constexpr char asking_support[] = {
#embed "playbook/guide_asking_support.txt"
};
#pragma clang diagnostic pop

constexpr std::pair<std::string_view, std::string_view> all_guides[] = {
    {"before_referral", {before_referral, sizeof before_referral}},
    {"before_event", {before_event, sizeof before_event}},
    {"finding_mentor", {finding_mentor, sizeof finding_mentor}},
    {"giving_feedback", {giving_feedback, sizeof giving_feedback}},
    {"reaching_out_cold", {reaching_out_cold, sizeof reaching_out_cold}},
    {"being_introverted", {being_introverted, sizeof being_introverted}},
    {"staying_authentic", {staying_authentic, sizeof staying_authentic}},
    {"asking_support", {asking_support, sizeof asking_support}},
};

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> guide_texts() {
    return all_guides;
}

}  // namespace kith::playbook
