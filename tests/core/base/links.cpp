#include "base/links.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/random.h"
#include "base/text.h"

using namespace kith;

TEST_CASE("a letter goes to one address or none") {
    CHECK(mail_link("ana@example.org") == "mailto:ana@example.org");
    CHECK(mail_link("  <ana@example.org> ") == "mailto:ana@example.org");
    CHECK(mail_link("Núñez, Ana <ana@example.org>") == "mailto:ana@example.org");
    CHECK(mail_link("mailto:ana@example.org") == "mailto:ana@example.org");
    CHECK(mail_link("MAILTO:ana%2Bwork@example.org") == "mailto:ana%2Bwork@example.org");
    CHECK(mail_link("o'neil+jobs@example.org") == "mailto:o%27neil%2Bjobs@example.org");
    CHECK(mail_link("josé@bücher.example") == "mailto:jos%C3%A9@b%C3%BCcher.example");
    CHECK(mail_link("what?now&then=@example.org") == "mailto:what%3Fnow%26then%3D@example.org");
    CHECK(mail_link("taro..yamada@docomo.example") == "mailto:taro..yamada@docomo.example");
    // What stands in a link behind its address is another's wish.
    CHECK(mail_link("mailto:ana@example.org?bcc=eva@example.net&body=pay") == "mailto:ana@example.org");
    for (const std::string_view none : {"", "ana", "@example.org", "ana@",
             "ana@example.org?bcc=eva@example.net&body=pay", "ana@example.org?body=pay",
             "ana@example.org&cc=eva@example.net", "ana@example.org,eva@example.net",
             "ana@example.org;eva@example.net", "ana@example.org eva@example.net",
             "ana@example.org%3Fbcc=eva", "mailto:ana%40example.org%2Ceva@example.net",
             "ana@example.org\r\nBcc: eva@example.net", "ana@exam ple.org", "ana@example..org",
             "ana@-example.org", "ana@example.org？bcc=eva", "ana@[10.0.0.1]", "a,b@example.org",
             "\"a b\"@example.org", "ana@exa\xffmple.org", "/O=ORG/OU=X/CN=RECIPIENTS/CN=ana"}) {
        CAPTURE(none);
        CHECK(mail_link(none).empty());
    }
}

TEST_CASE("a call goes to one number or none") {
    CHECK(phone_link("+49 (0)30 123-4 ext. 56") == "tel:+49301234;ext=56");
    CHECK(phone_link("030/12 34 56") == "tel:030123456");
    CHECK(phone_link("tel:+1-201-555-0123;ext=7") == "tel:+12015550123;ext=7");
    CHECK(phone_link("tel:7042;phone-context=example.org") == "tel:7042");
    CHECK(phone_link("\u202A+1 (415) 555‑0100\u202C") == "tel:+14155550100");
    CHECK(phone_link("Tel.: +33 1 23 45 67 89") == "tel:+33123456789");
    CHECK(phone_link("٠١٢٣٤٥٦٧٨٩") == "tel:0123456789");
    CHECK(phone_link("＋８１ ３ １２３４ ５６７８") == "tel:+81312345678");
    CHECK(phone_link("112") == "tel:112");
    CHECK(phone_link("030 123456,,4711#") == "tel:030123456");
    CHECK(phone_link("030 123456; 030 654321") == "tel:030123456");
    CHECK(phone_link("030 123456 x12") == "tel:030123456;ext=12");
    for (const std::string_view none :
        {"", "Ana", "+", "1", "*21*0900123456#", "#31#030123456", "*#06#", "tel:*21*0900123456%23",
            "tel:%2A21%2A0900", "1-800-FLOWERS", "030 123456 or 654321", "+49 30 1 +49 30 2", "030 12\n*62",
            "123456789012345678901", "javascript:alert(1)", "030123456?x=1", "030123456&x"}) {
        CAPTURE(none);
        CHECK(phone_link(none).empty());
    }
}

TEST_CASE("a page is on the web, at the host that is shown, or there is no link") {
    CHECK(web_link("example.org") == "https://example.org");
    CHECK(web_link("www.example.org/über uns?a=1&b=2#top") ==
        "https://www.example.org/%C3%BCber%20uns?a=1&b=2#top");
    CHECK(web_link("HTTP://Example.org:8080/a%20b") == "http://Example.org:8080/a%20b");
    CHECK(web_link("example.org:8080/a") == "https://example.org:8080/a");
    CHECK(web_link("//example.org/a") == "https://example.org/a");
    CHECK(web_link("https://www.linkedin.com/in/ana-núñez/") ==
        "https://www.linkedin.com/in/ana-n%C3%BA%C3%B1ez/");
    CHECK(web_link("https://social.example/@ana") == "https://social.example/@ana");
    CHECK(web_link("bücher.example") == "https://bücher.example");
    CHECK(web_link("mailto:ana@example.org?bcc=eva@example.net") == "mailto:ana@example.org");
    CHECK(web_link("tel:+4930123456") == "tel:+4930123456");
    CHECK(web_link("https://example.org/\\x\n\"<>") == "https://example.org/%5Cx%0A%22%3C%3E");
    for (const std::string_view none : {"", "javascript:alert(1)", "javascript://example.org/%0Aalert(1)",
             "JavaScript:1+1", "data:text/html,x", "file:///etc/passwd", "ftp://example.org",
             "https:example.org", "https://", "https:///x", "https://linkedin.com@evil.example/in/ana",
             "https://ana:secret@example.org", "https://linkedin.com\\@evil.example",
             "https://linkedin.com／in.evil.example", "https://exam ple.org", "java\tscript:alert(1)",
             "@ana@social.example", "https://example.org:99999999/", "https://example.org:80:80/",
             "https://\xff.example", "https://a\u202Eb.example", "tel:*21*0900#", "mailto:", "vbscript:x",
             "blob:https://example.org/1", "https://[::1]/"}) {
        CAPTURE(none);
        CHECK(web_link(none).empty());
    }
}

TEST_CASE("a link says nothing more when it is taken for what it was made from, whatever stood there") {
    Random random(1511);
    constexpr std::string_view pieces[] = {"ana", "@", "x.org", "?", "&",
        "bcc=", "mailto:", "tel:", "https://", "http:", "//", ":", "+", "49", "0", "123456", "*", "#", ",",
        ";ext=", "%3F", "%40", "%2C", "\\", "\r\n", "\t", " ", "é", "？", "＠", "<", ">", "\"", "/", ".", "-",
        "\xc3", "in/ana", "javascript:", "(0)", "x"};
    const auto all = [](std::string_view text, std::string_view signs) {
        return std::ranges::all_of(text, [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                signs.contains(c);
        });
    };
    int mails = 0, calls = 0, pages = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text;
        for (auto n = 1 + random.below(7); n > 0; --n)
            text += pieces[random.below(std::size(pieces))];
        CAPTURE(text);
        if (const std::string link = mail_link(text); !link.empty()) {
            ++mails;
            CHECK(link.starts_with("mailto:"));
            CHECK(std::ranges::count(link, '@') == 1);
            CHECK(all(link.substr(7), "%@-._~"));
            CHECK(mail_link(link) == link);
        }
        if (const std::string link = phone_link(text); !link.empty()) {
            ++calls;
            CHECK(link.starts_with("tel:"));
            const std::string number = link.substr(4, link.find(";ext=") - 4);
            CHECK(number.find_first_not_of("0123456789", number[0] == '+') == std::string::npos);
            CHECK(phone_link(link) == link);
        }
        if (const std::string link = web_link(text); link.starts_with("http")) {
            ++pages;
            const std::size_t start = link.find("://") + 3;
            const std::string host = link.substr(start, link.find_first_of("/?#", start) - start);
            CHECK(host.find_first_of("@\\% \t\r\n\"<>") == std::string::npos);
            CHECK(is_valid_utf8(link));
            CHECK(web_link(link) == link);
        }
    }
    CHECK(mails > 20);
    CHECK(calls > 100);
    CHECK(pages > 100);
}
