"""What all files are made with: the words they say, dates, and who can be in them."""
import base64, unicodedata
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

UTC = timezone.utc
ZONE = "Europe/Berlin"
TZ = ZoneInfo(ZONE)
END = datetime(2026, 11, 27, 18, 0, tzinfo=TZ)
DAYN = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MON = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MON_DE = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]

# culture: country code for numbers, given names, family names ("latin|own script" where there is one)
CULT = {
 "de": ("49", "Anneliese Björn Jörg Käthe Ruprecht Wiebke Hannelore Götz Swantje Tilman Friederike Eckhart Maike Detlef", "Müllenbach Größel Thönnissen Wackerbarth Krähwinkel Osterkamp Löffelhardt Bußmann Hagedorn Ziegenspeck Ahlersmeyer Rückert Sauerbrey Pölzig"),
 "en": ("44", "Imogen Alistair Beatrix Rupert Philippa Gareth Winifred Angus Rosalind Tobias Harriet Callum Nigella Desmond", "Thistlewood Ravensworth O'Halloran Pemberley McAllardyce Whitlock-Dane Birtwhistle Cholmley Hathersage Oakenfold Stanyforth Fairbrass Underhay Pickersgill"),
 "fr": ("33", "Maëlys Théophile Héloïse Aurélien Clémence Gaëtan Ségolène Loïc Noémie Barnabé Églantine François Zoé Rémi", "d'Aubremont Lefèbvrier Châtelneuf Beaupréau Noëllet Garçonnet Dupuy-Maillard Vauquelin Roquefeuille Tréguier Bellefontaine Hérault-Lys Montbrisson Fauvel"),
 "es": ("34", "Íñigo Begoña Álvaro Concepción Joaquín Nieves Ramón Lucía Xabier Guadalupe Martín Rocío Andrés Inés", "Zúñiga Peñalver Ibáñez-Roca Echeverría Núñez_de_Arce Garrigues Villaseñor Ordóñez Larrañaga Quiñones Bermúdez Cienfuegos Mañas"),
 "pt": ("351", "João Conceição Tomás Inês Gonçalo Sebastião Graça Vasco Luísa Anselmo Fátima Simão Teresinha Caetano", "Magalhães Falcão Brandão Vasconcelos Corrêa Sá Pimentel Assunção Travassos Queirós Figueirôa Quintão Leitão Lourenço"),
 "pl": ("48", "Świętosława Łukasz Małgorzata Zbigniew Grażyna Wojciech Żaneta Michał Bożena Sławomir Agnieszka Józef Jagoda Paweł", "Wiśniowski Brzęczyszczyk Zawadzka Jabłoński Dąbrowiecka Krzyżak Ślusarczyk Górnicki Świątek Kołodziejska Mrożek Pawłowicz Żurawski Łuczak"),
 "tr": ("90", "Çağla Ömer Şule Gökhan İpek Tuğba Ümit Ayşegül Barış Özlem Kıvanç Müge Doğan Işıl", "Yıldıztekin Özgürler Karaağaç Şahinbaş Güneşoğlu Çelebican Demirağ Aydoğmuş Türkmenoğlu Kılıçarslan Ünalmış Toprakçı Akgöl Büyüktaş"),
 "vi": ("84", "Thuỳ Đức Hương Quân Ngọc Trường Liên Phúc Diễm Khánh Vân Tuấn Hạnh Bảo", "Nguyễnhà Trầnlâm Phạmduy Đặngthế Bùixuân Hồquý Lýthanh Võđình Đỗminh Dươngtá Maikhắc Tôngia Vươngan Lạicao"),
 "ng": ("234", "Chidinma Oluwaseun Ifeoma Babajide Adaeze Tunde Ngozi Emeka Yetunde Obinna Folasade Kelechi Temitope Uchenna", "Adeyemi-Cole Okonjoku Ekwuemeh Balogunde Nwachukwa Olatunjide Afolarin Umezurike Ogunbanwo Iheanachor Fashanwe Ajayi-Bright Onyekachi Akintolu"),
 "in": ("91", "Ananya|अनन्या Venkatesh|वेंकटेश Meenakshi|मीनाक्षी Raghav|राघव Lakshmi|लक्ष्मी Devendra|देवेंद्र Sunita|सुनीता Harish|हरीश Padma|पद्मा Ishaan|ईशान Kavitha|कविता Arjun|अर्जुन Leela|लीला Manoj|मनोज", "Iyerson|अय्यरसन Bhattacharjee|भट्टाचार्जी Deshmukhi|देशमुखी Raghunathan|रघुनाथन Chaudharani|चौधरानी Pillaimar|पिल्लैमार Gokhale|गोखले Mukhopadhya|मुखोपाध्याय Nambiaran|नाम्बियारन Sahgalwal|सहगलवाल Tripathy|त्रिपाठी Rathoria|राठोरिया Kulkarnath|कुलकर्नाथ Venkataram|वेंकटराम"),
 "ja": ("81", "Haruka|遥 Kenjirō|健二郎 Misaki|美咲 Tatsuya|達也 Yoshiko|芳子 Shōta|翔太 Ayumi|歩 Daisuke|大輔 Natsuki|夏希 Hideo|英夫 Rina|里奈 Takumi|匠 Mariko|真理子 Ryūnosuke|龍之介", "Kuroiwa|黒岩 Hoshizaki|星崎 Tachibanaki|橘木 Shirakura|白倉 Ōtsubo|大坪 Minazuki|水無月 Kagawara|香川原 Fujinuma|藤沼 Nishigori|錦織 Yamabuki|山吹 Sakuraba|桜庭 Tokunaga|徳永 Asagiri|朝霧 Momozono|桃園"),
 "zh": ("86", "Xiaolan|晓岚 Jianwei|建伟 Yuting|雨婷 Haoran|浩然 Meiling|美玲 Zihan|子涵 Guoqiang|国强 Shuyi|淑仪 Ruoxi|若曦 Weidong|卫东 Lihua|丽华 Chengyu|承宇 Qiuyan|秋燕 Bowen|博文", "Ouyangli|欧阳李 Situ|司徒 Zhugefan|诸葛范 Shangguan|上官 Huangfu|皇甫 Duanmu|端木 Murongtai|慕容泰 Linghu|令狐 Xiahouzi|夏侯子 Gongsun|公孙 Yuwen|宇文 Dongfang|东方 Nangong|南宫 Ximen|西门"),
 "ko": ("82", "Seo-yeon|서연 Min-jae|민재 Ha-eun|하은 Dong-hyun|동현 Ji-woo|지우 Kyung-soo|경수 Eun-bi|은비 Tae-yang|태양 Soo-ah|수아 Joon-ho|준호 Na-rae|나래 Hyun-woo|현우 Bo-ra|보라 Sang-min|상민", "Namgung|남궁 Hwangbo|황보 Seonwoo|선우 Dokgo|독고 Jegal|제갈 Sagong|사공 Pyeon|편 Gangjeon|강전 Bong|봉 Tak|탁 Ogeum|오금 Maeng|맹 Pi|피 Bing|빙"),
 "ru": ("7", "Varvara|Варвара Svyatoslav|Святослав Evdokiya|Евдокия Rodion|Родион Zinaida|Зинаида Lavrentiy|Лаврентий Taisiya|Таисия Arseniy|Арсений Ulyana|Ульяна Gleb|Глеб Marfa|Марфа Timofey|Тимофей Pelageya|Пелагея Savva|Савва", "Zvezdochkin|Звёздочкин Belokurova|Белокурова Chernyshov|Чернышов Ozerskaya|Озерская Vyazemtsev|Вяземцев Shchukareva|Щукарева Polunochnov|Полуночнов Yasenetskaya|Ясенецкая Lipatnikov|Липатников Gromyshina|Громышина Tikhomirsky|Тихомирский Zolotareva|Золотарёва Dubrovin|Дубровин Snegova|Снегова"),
 "ar": ("971", "Layla|ليلى Yusuf|يوسف Maryam|مريم Tariq|طارق Noor|نور Khalid|خالد Salma|سلمى Idris|إدريس Huda|هدى Faris|فارس Rania|رانيا Sami|سامي Amal|أمل Bilal|بلال", "al-Rawahi|الرواحي ben-Haddou|بن_حدو al-Qasimiya|القاسمية Mansourati|منصوراتي al-Zahrawi|الزهراوي Khoury-Nassar|خوري_نصار Benchekrani|بنشقراني al-Tamimani|التميماني Haddadine|حدادين Sabbaghi|صباغي al-Farouq|الفاروق Darwishan|درويشان Ghanemi|غانمي Barakatou|بركاتو"),
 "el": ("30", "Eleftheria|Ελευθερία Aristotelis|Αριστοτέλης Kalliopi|Καλλιόπη Spyridon|Σπυρίδων Danai|Δανάη Thanasis|Θανάσης Foteini|Φωτεινή Lefteris|Λευτέρης Anthi|Ανθή Stratos|Στράτος Ourania|Ουρανία Minas|Μηνάς Vasiliki|Βασιλική Pavlos|Παύλος", "Karagianopoulos|Καραγιανόπουλος Mavrodimou|Μαυροδήμου Theotokatos|Θεοτοκάτος Papageorgiadi|Παπαγεωργιάδη Xenikakis|Ξενικάκης Stavrinidou|Σταυρινίδου Galanopoulos|Γαλανόπουλος Lykoudi|Λυκούδη Tzanetos|Τζανέτος Asimaki|Ασημάκη Petralias|Πετραλιάς Rigopoulou|Ρηγοπούλου Vlachakis|Βλαχάκης Zografou|Ζωγράφου"),
}
ORGW = "Nordlicht Halvard Bellweather Quillon Aurelia Tamarind Korvex Lumisalo Brightmoor Sequana Ostrava-Nova Kestrelworks Marigold Pinnaclair Fjordane Zephyrine Cobaltine Wrenfield Ashgrove Tesserin Harborline Silvanet Monteverdi Okavango Iskandar Petrichor Rookwood Vantablu Meridiaan Sandpiper".split()
ORGK = ["GmbH", "Ltd", "S.A.", "AG", "Hospital", "University", "Labs", "Foundation", "& Söhne", "Consulting, Inc.", "Clinic", "Partners"]
TITLES = ["Nurse Manager", "Head of Operations", "Product Manager", "Senior Engineer", "Director, Strategy & Growth", "Researcher", "Account Executive", "CFO", "Designer", "HR Business Partner", "Consultant", "Professor", "Project Lead", "Data Analyst", 'Founder "at large"', "Recruiter"]
SUBJ = ["Budget for the autumn", "Lunch on Thursday?", "Draft of the report", "Question about the schedule", "Introduction", "Slides from yesterday", "Angebot für Januar", "Réunion de lundi", "Conference in Lisbon", "Your thoughts?", "Next steps", "Contract, second version", "Photos", "Rückfrage zum Konzept", "Feedback on the talk", "Happy birthday!", "Résumé / CV", "Job opening on our team", "Workshop für die Station", "会議の件", "Встреча в среду", "Travel plans", "Reference for Ana", "Mentoring", "Thank you"]
SENT = ["Thanks for the quick answer.", "I had a look and it seems fine to me.", "Can we talk about it next week?", "The numbers are attached.", "Viele Grüße aus dem Süden.", "Let me know what you think.", "Could you introduce me to the team in Porto?", "See you there.", "À bientôt et merci encore.", "I will send the rest tomorrow.", "It was good to see you again.", "The committee meets twice before that.", "Das passt gut, danke dir.", "No hurry at all."]
TLS = "with ESMTPS id %s (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)"

def slugify(s):
    t = {"ß": "ss", "ø": "o", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "ö": "oe", "ü": "ue", "ä": "ae", "'": "", "’": ""}
    s = "".join(t.get(c, c) for c in s)
    s = unicodedata.normalize("NFKD", s)
    s = "".join(c for c in s if not unicodedata.combining(c)).lower()
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in s).strip("-").replace("--", "-")

def ew(text, cs="utf-8", enc="B", cut=None, sep="\n "):
    try: raw = text.encode(cs)
    except UnicodeError: cs, raw = "utf-8", text.encode("utf-8")
    def one(b):
        if enc == "B": return "=?%s?B?%s?=" % (cs, base64.b64encode(b).decode())
        q = "".join(chr(c) if (48 <= c < 58 or 65 <= c < 91 or 97 <= c < 123) else "_" if c == 32 else "=%02X" % c for c in b)
        return "=?%s?Q?%s?=" % (cs, q)
    if cut and len(raw) > 4 and not cs.startswith("iso-2022"):
        k = min(len(raw) - 1, max(1, cut)); return one(raw[:k]) + sep + one(raw[k:])
    return one(raw)

class Ent:
    """anybody or anything with addresses"""
    def __init__(self, eid, kind, name, addresses):
        self.id, self.kind, self.name = eid, kind, name
        self.addr = list(addresses); self.phones = []; self.slug = None
        self.given = name; self.family = ""; self.native = None; self.names = [name]
        self.org = None; self.title = None; self.connected = None; self.in_ = []; self.expect = None
        self.contacts = {}; self.maybe = {}; self.favours = []; self.invited = None; self.suffix = ""
        self.chatname = None; self.dirs = {}; self.note = None; self.adir = {}; self.aday = {}; self.vaddr = []; self.vph = []; self.hiddenchat = False
