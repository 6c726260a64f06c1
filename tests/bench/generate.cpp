#include "generate.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/text.h"
#include "model/fields.h"

namespace kith::testing {

namespace {

struct Culture {
    std::string_view given;
    std::string_view family;      // whole names
    std::string_view beginnings;  // of family names; empty: whole names only
    std::string_view endings;
    unsigned share;  // of a hundred
};

constexpr Culture cultures[] = {
    {"Anna Maria Johanna Sophie Lena Katharina Paul Lukas Jonas Felix Maximilian Jürgen Günther Käthe Björn",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schäfer Koch",
        "Stein Berg Wald Hof Eichen Linden Ober Unter Grün Weiß Roth Schön Alten Neu Gold Silber Feld Mühl "
        "Kirch Brand",
        "mann bauer meier huber hauser müller berger thaler wirth stätter inger leitner bach brunner egger",
        22},
    {"James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth Siobhán Conor Aisling Megan "
     "Owen",
        "Smith Jones Taylor Brown Williams Wilson Johnson O'Brien O'Connor MacDonald",
        "Ash Black Brook Carl Dun East Fair Green Hart Kings Lang Mar North Oak Pem Queens Red Strat Thorn "
        "West",
        "ton ley ford wood well worth field bury man son ham den by combe ridge", 28},
    {"Ana María José Lucía Sofía Javier Alejandro Miguel Ángel Núria Íñigo Begoña Joaquín Inés Raúl",
        "García Fernández González Rodríguez López Martínez Sánchez Pérez Núñez Muñoz Ibáñez Castaño", "", "",
        12},
    {"Marie Camille Léa Chloé Élodie François Jérôme Étienne Loïc Benoît Hélène Aurélie Gaël Zoé Noël",
        "Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Lefèvre Gauthier Béranger",
        "Beau Mont Châte La Cour Fon Gran Lar Mar Roche Sau Val Ville",
        "champ mont lier voisin taine dière vigne neuve bert lain rand sard", 8},
    {"Zofia Łukasz Wojciech Małgorzata Agnieszka Paweł Krzysztof Jiří Václav Šárka Tereza Ondřej Žofie "
     "Ľubica",
        "Kowalski Nowak Wiśniewski Wójcik Novák Svoboda Dvořák Černý Šimeček Říha",
        "Kwiat Lew Maj Zaw Sob Bor Dąbr Jabł Krup Mal", "kowski nicki ański ewicz czyk ak ecki iński", 8},
    {"Анна Мария Елена Ольга Наталья Иван Алексей Дмитрий Сергей Николай Фёдор Олександр Соломія Ганна",
        "Иванова Смирнов Кузнецова Попов Васильева Петров Соколова Михайлов Шевченко Ковалёва Бондаренко", "",
        "", 4},
    {"Ελένη Μαρία Γιώργος Δημήτρης Νίκος Κατερίνα", "Παπαδόπουλος Οικονόμου Βασιλείου Νικολάου", "", "", 1},
    {"Ayşe Fatma Emine Mehmet Mustafa İbrahim Özge Çağla Şükrü Gülşen",
        "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Doğan", "", "", 3},
    {"محمد أحمد فاطمة عائشة علي حسن خديجة يوسف", "العلي حسين الخطيب المصري الحداد النجار", "", "", 2},
    {"נועה תמר דוד יוסף מיכל אברהם", "כהן לוי מזרחי פרץ ביטון", "", "", 1},
    {"太郎 花子 翔太 美咲 健一 由美子 大輔 さくら", "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林", "", "",
        3},
    {"伟 芳 娜 敏 静 丽 强 磊 洋 艳 志明 小红", "王 李 张 刘 陈 杨 赵 黄 周 吴 欧阳", "", "", 3},
    {"민준 서연 지우 하은 도윤 서준", "김 이 박 최 정 강 조", "", "", 2},
    {"प्रिया राहुल अंजलि विक्रम सुनीता", "शर्मा वर्मा गुप्ता सिंह पटेल", "", "", 1},
    {"Nguyễn Thị Đức Hương Quỳnh Phương", "Trần Lê Phạm Hoàng Đặng Bùi", "", "", 1},
    {"Ọlámidé Chidi Ngozi Amina Kwame Adébáyọ̀", "Okafor Adeyemi Mensah Òkonkwo Diallo", "", "", 1},
};

constexpr std::string_view sectors[] = {"Hospital", "Clinic", "University", "Insurance", "Pharma", "Software",
    "Bank", "Consulting", "School", "Foundation", "Logistics", "Energy", "Media", "Institute", "Robotics",
    "Care Homes", "Laboratories", "Ministry of Health"};
constexpr std::string_view cities[] = {"Vienna", "Graz", "Berlin", "München", "Zürich", "London", "Dublin",
    "Paris", "Lyon", "Madrid", "Barcelona", "Warszawa", "Praha", "İstanbul", "Київ", "Αθήνα", "Tokyo", "東京",
    "Seoul", "New York", "Boston", "São Paulo", "Lagos", "Toronto"};
constexpr std::string_view levels[] = {
    "Senior", "Junior", "Lead", "Head of", "Deputy", "Assistant", "Chief", "Interim", "", "", "", ""};
constexpr std::string_view jobs[] = {"Nurse", "Ward Manager", "Physiotherapist", "Surgeon", "Pharmacist",
    "Research Fellow", "Data Analyst", "Software Engineer", "Product Manager", "Recruiter", "Human Resources",
    "Project Manager", "Teacher", "Professor", "Accountant", "Controller", "Marketing", "Sales Manager",
    "Editor", "Designer", "Public Relations, Events & Media", "Quality Assurance", "Midwife", "Dietician"};
constexpr std::string_view subjects[] = {"Coffee and her plans for the ward", "Call about the committee",
    "Lunch after the congress", "Asked for feedback on the talk", "Introduced to a colleague",
    "Catching up after the move", "Interview tips", "Reference for the application"};
constexpr std::string_view tags[] = {
    "congress 2025", "alumni", "mentor", "committee", "former team", "healthcare", "reach out"};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : random_(seed) {
        for (const Culture& culture : cultures) {
            split_.push_back({split(culture.given, ' '), split(culture.family, ' '),
                split(culture.beginnings, ' '), split(culture.endings, ' ')});
        }
    }

    MadeUpPerson person(std::size_t number) {
        const std::size_t culture = pick_culture();
        const auto& [given, family, beginnings, endings] = split_[culture];
        MadeUpPerson person;
        person.given = pick(given);
        const bool latin = static_cast<unsigned char>(person.given[0]) < 0xC6;
        if (latin && random_.below(8) == 0)
            person.given += (random_.below(2) == 0 ? "-" : " ") + std::string(pick(given));
        person.family = pick(family);
        if (endings.size() > 1 && random_.below(10) < 8)
            person.family = std::string(pick(beginnings)) + std::string(pick(endings));
        if (latin && random_.below(12) == 0) person.family += "-" + std::string(pick(family));
        person.organisation = organisation();
        person.role = std::string(levels[random_.below(std::size(levels))]);
        if (!person.role.empty()) person.role += ' ';
        person.role += jobs[random_.below(std::size(jobs))];
        person.place = cities[random_.below(std::size(cities))];
        person.slug = address_part(person.given) + "-" + address_part(person.family) + "-" +
            to_hex(mix(number + 1)).substr(0, 8);
        if (random_.below(10) < 3)
            person.email = address_part(person.given) + "." + address_part(person.family) + "@" +
                address_part(person.organisation) + ".example";
        if (random_.below(10) < 3)
            person.phone = "+" + std::to_string(30 + random_.below(60)) + " " +
                std::to_string(100 + random_.below(900)) + " " +
                std::to_string(1'000'000 + random_.below(9'000'000));
        person.connected = Day{std::chrono::year{2010} / 1 / 1} + std::chrono::days{random_.below(5800)};
        return person;
    }

private:
    struct Split {
        std::vector<std::string_view> given, family, beginnings, endings;
    };
    Random random_;
    std::vector<Split> split_;

    std::string_view pick(const std::vector<std::string_view>& from) {
        return from[random_.below(from.size())];
    }

    std::size_t pick_culture() {
        auto share = random_.below(100);
        for (std::size_t i = 0; i < std::size(cultures); ++i) {
            if (share < cultures[i].share) return i;
            share -= cultures[i].share;
        }
        return 0;
    }

    /// A few are large and most are small: the square of an even spread.
    std::string organisation() {
        const std::uint64_t spread = random_.below(100);
        const std::uint64_t number = spread * spread * (1 + random_.below(3)) + random_.below(1 + spread);
        const std::uint64_t mixed = mix(number + 77);
        const auto& german = split_[0];
        const auto& english = split_[1];
        std::string name(mixed % 2 == 0 ? german.beginnings[mixed / 2 % german.beginnings.size()]
                                        : english.beginnings[mixed / 2 % english.beginnings.size()]);
        name += english.endings[mixed / 64 % english.endings.size()];
        name += ' ';
        name += sectors[mixed / 4096 % std::size(sectors)];
        if (mixed / 131072 % 3 == 0) name += " " + std::string(cities[mixed / 524288 % std::size(cities)]);
        return name;
    }

    static std::string address_part(std::string_view text) {
        std::string part;
        for (const char c : fold(text)) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                part += c;
            else if (static_cast<unsigned char>(c) >= 0x80)
                part += static_cast<char>('a' + static_cast<unsigned char>(c) % 26);
        }
        return part;
    }
};

std::string quoted(std::string_view field) {
    if (field.find_first_of(",\"\n") == std::string_view::npos) return std::string(field);
    std::string out = "\"";
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

std::string linkedin_date(Day day) {
    constexpr std::string_view months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day date{day};
    const auto number = static_cast<unsigned>(date.day());
    return (number < 10 ? "0" : "") + std::to_string(number) + " " +
        std::string(months[static_cast<unsigned>(date.month()) - 1]) + " " +
        std::to_string(static_cast<int>(date.year()));
}

std::string vcard_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ',' || c == ';' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::vector<MadeUpPerson> made_up_people(std::size_t count, std::uint64_t seed) {
    Maker maker(seed);
    std::vector<MadeUpPerson> people;
    people.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        people.push_back(maker.person(i));
    return people;
}

std::string linkedin_csv(const std::vector<MadeUpPerson>& people) {
    std::string out = "Notes:\n\"When exporting your connection data, you may notice that some of the email "
                      "addresses are missing. You will only see "
                      "email addresses for connections who have allowed their connections to see or download "
                      "their email address.\"\n\n"
                      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    for (const MadeUpPerson& person : people) {
        out += quoted(person.given) + "," + quoted(person.family) + ",https://www.linkedin.com/in/" +
            person.slug + "," + person.email + "," + quoted(person.organisation) + "," + quoted(person.role) +
            "," + linkedin_date(person.connected) + "\n";
    }
    return out;
}

std::string vcards(const std::vector<MadeUpPerson>& people) {
    std::string out;
    for (const MadeUpPerson& person : people) {
        out += "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + vcard_text(person.family) + ";" +
            vcard_text(person.given) + ";;;\r\nFN:" + vcard_text(person.given + " " + person.family) +
            "\r\nORG:" + vcard_text(person.organisation) + "\r\nTITLE:" + vcard_text(person.role) + "\r\n";
        if (!person.email.empty()) out += "EMAIL;TYPE=INTERNET;TYPE=WORK:" + person.email + "\r\n";
        if (!person.phone.empty()) out += "TEL;TYPE=CELL:" + person.phone + "\r\n";
        out +=
            "URL:https://www.linkedin.com/in/" + person.slug + "\r\nUID:" + person.slug + "\r\nEND:VCARD\r\n";
    }
    return out;
}

void live_in(Workspace& workspace, const std::vector<MadeUpPerson>& people, Random& random, Instant now) {
    const auto commit = [&](Draft draft) {
        now += std::chrono::minutes{1};
        (void)workspace.commit(std::move(draft), now);
    };
    Draft import({"test.import", {}}, TransactionKind::import);
    boost::unordered_flat_map<std::string_view, RecordId> organisations;
    std::vector<RecordId> ids;
    for (const MadeUpPerson& person : people) {
        const auto [at, added] = organisations.try_emplace(person.organisation);
        if (added) {
            at->second = import.create(Kind::organisation, random);
            import.set_text(at->second, organisation::name, person.organisation);
        }
        const RecordId id = import.create(Kind::person, random);
        ids.push_back(id);
        import.set_text(id, person::given_name, person.given);
        import.set_text(id, person::family_name, person.family);
        import.set_text(id, person::place, person.place);
        if (!person.email.empty())
            import.add_row(id, person::contact_points, {"email", person.email, "work", ""}, random);
        if (!person.phone.empty())
            import.add_row(id, person::contact_points, {"phone", person.phone, "mobile", ""}, random);
        import.add_row(id, person::links, {"https://www.linkedin.com/in/" + person.slug, "LinkedIn"}, random);
        import.set(
            id, person::met_on, Value::date(PartialDate{std::chrono::year_month_day{person.connected}}));
        if (random.below(5) == 0)
            import.set_text(id, person::notes,
                "Met at the congress. Wants to change to management within two years; knows the committee "
                "well.");
        if (random.below(3) == 0) import.add(id, person::tags, tags[random.below(std::size(tags))]);
        const RecordId job = import.create(Kind::affiliation, random);
        import.set(job, affiliation::person, Value::reference(id));
        import.set(job, affiliation::organisation, Value::reference(at->second));
        import.set_text(job, affiliation::role, person.role);
    }
    commit(std::move(import));

    Draft ties({"test.ties", {}});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const RecordId tie = ties.create(Kind::tie, random);
        ties.set(tie, tie::a, Value::reference(ids[i]));
        ties.set(tie, tie::b, Value::reference(ids[random.below(1 + i)]));
    }
    commit(std::move(ties));

    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::size_t often = random.below(1 + random.below(ids.size()));  // the first ones are met most
        Draft met({"test.met", {}});
        const RecordId interaction = met.create(Kind::interaction, random);
        met.add(interaction, interaction::people, ids[often]);
        met.set_text(interaction, interaction::summary, subjects[random.below(std::size(subjects))]);
        met.set(interaction, interaction::on,
            Value::date(
                PartialDate{std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}}));
        commit(std::move(met));
    }
}

std::string made_up_file(std::size_t people, std::uint64_t seed) {
    Workspace workspace(ReplicaId{seed});
    Random random(seed);
    live_in(workspace, made_up_people(people, seed), random, Instant{Day{std::chrono::year{2025} / 1 / 1}});
    std::string file = file_header();
    for (const TransactionInfo& transaction : workspace.transactions())
        file += transaction.frame;
    return file;
}

}  // namespace kith::testing
