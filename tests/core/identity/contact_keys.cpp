#include "identity/contact_keys.h"

#include <doctest/doctest.h>

namespace kith::identity {

TEST_CASE("identity: Two ways to write an address are one key") {
    CHECK(email_key(" Ana.Cruz+news@Example.org ") == "ana.cruz@example.org");
    CHECK(email_key("<mailto:a@b.example>").empty() == false);
    CHECK(email_key("ann.lee@googlemail.com") == email_key("annlee@gmail.com"));
    CHECK(email_key("a.b@work.example") != email_key("ab@work.example"));
    CHECK(email_key("nobody").empty());
    CHECK(email_key("@x").empty());
}

TEST_CASE("identity: An office's and a family's mailbox is nobody's own") {
    CHECK(is_shared_mailbox("info@firm.example"));
    CHECK(is_shared_mailbox("family.adams12@post.example"));
    CHECK(is_shared_mailbox("sales-emea@firm.example"));
    CHECK_FALSE(is_shared_mailbox("ana@firm.example"));
    CHECK_FALSE(is_shared_mailbox("familiari@firm.example"));
}

TEST_CASE("identity: Numbers are their last nine digits, extensions apart") {
    CHECK(number_key("+49 (0)171 1234567").line == number_key("0171/1234567").line);
    CHECK(number_key("+1 202 555 0123 ext. 12").extension == "12");
    CHECK(number_key("911").line.empty());
}

TEST_CASE("identity: Profiles are known by their owner's part") {
    CHECK(profile_key("https://www.linkedin.com/in/Ana-N%C3%BA%C3%B1ez/?x=1") ==
        profile_key("linkedin.com/in/ana-núñez"));
    CHECK(profile_key("https://notlinkedin.com/in/ana").empty());
    CHECK(profile_key("https://www.linkedin.com/company/acme").empty());
}

TEST_CASE("identity: Streets are written in two ways") {
    CHECK(street_key("12 Oak Ave.") == street_key("Oak Avenue 12"));
    CHECK(street_key("Hauptstr. 3") == street_key("Hauptstraße 3"));
    CHECK(street_key("Oak Avenue 12") != street_key("Oak Avenue 13"));
}

}  // namespace kith::identity
