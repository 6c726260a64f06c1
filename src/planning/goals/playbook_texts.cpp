#include "planning/goals/playbook_texts.h"

namespace kith::playbook {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr char first_job_text[] = {
#embed "playbook/plan_first_job.txt"
};
constexpr char new_job_text[] = {
#embed "playbook/plan_new_job.txt"
};
constexpr char change_of_field_text[] = {
#embed "playbook/plan_change_of_field.txt"
};
constexpr char promotion_text[] = {
#embed "playbook/plan_promotion.txt"
};
constexpr char return_text[] = {
#embed "playbook/plan_return.txt"
};
constexpr char business_text[] = {
#embed "playbook/plan_business.txt"
};
constexpr char academic_text[] = {
#embed "playbook/plan_academic.txt"
};
constexpr char moving_country_text[] = {
#embed "playbook/plan_moving_country.txt"
};
#pragma clang diagnostic pop

constexpr std::pair<std::string_view, std::string_view> all[] = {
    {"first_job", {first_job_text, sizeof first_job_text}},
    {"new_job", {new_job_text, sizeof new_job_text}},
    {"change_of_field", {change_of_field_text, sizeof change_of_field_text}},
    {"promotion", {promotion_text, sizeof promotion_text}},
    {"return", {return_text, sizeof return_text}},
    {"business", {business_text, sizeof business_text}},
    {"academic", {academic_text, sizeof academic_text}},
    {"moving_country", {moving_country_text, sizeof moving_country_text}},
};

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> texts() {
    return all;
}

}  // namespace kith::playbook
