"""Small inputs that stand for a kind each: tests/data/cases/README.md says what is right.

A case returns nothing when Kith is right, else what is wrong, in a few words.
"""
import pathlib

from kith import TOP, Imported, name, values

CASES = TOP / 'tests/data/cases'


def all_names(imported):
    return sorted(name(person) for person in imported.of('person'))


def glued(kith):
    got = Imported(kith, CASES / 'cards-on-one-line/glued.vcf')
    if any(notice['line'] in (8, 16) for notice in got.notices):
        return None
    wanted = {'One Press': ['0600000001'], 'Two Press': ['two@example.org'], 'Three Press': ['three@example.org']}
    have = {name(p): values(p, 'phone') + values(p, 'email') for p in got.of('person')}
    return None if have == wanted else f'{len(have)} people: {have}'


def space(kith):
    got = all_names(Imported(kith, CASES / 'cards-on-one-line/space.vcf'))
    return None if got == ['Ann Sib', 'Bob Sib'] else f'{got}'


def day_first(kith):
    people = {name(p): p for p in Imported(kith, CASES / 'day-or-month/day-first.csv').of('person')}
    birthday = people.get('Ambi Guous', {}).get('birthday')
    if birthday != '1980-03-04':
        return f'born {birthday}'
    return None if 'dates' not in people['Ambi Guous'] else 'an anniversary on 0/0/00'


def several_values(kith):
    people = Imported(kith, CASES / 'google-several-values/new.csv').of('person')
    got = [(a.get('street'), a.get('city')) for a in people[0].get('addresses', [])] if people else []
    return None if sorted(got) == [('1 Elm St', 'Springfield'), ('9 Oak Ave', 'Shelbyville')] else f'{got}'


def quoted_printable(kith):
    people = Imported(kith, CASES / 'quoted-printable/inside-a-character.vcf').of('person')
    got = (name(people[0]), people[0].get('uid')) if people else None
    return None if got == ('Влад Капустин', '20140611T062842Z-000000000000309-D742759A@phone.example') else f'{got}'


def thunderbird(kith):
    people = Imported(kith, CASES / 'tables/thunderbird.csv').of('person')
    if len(people) != 1:
        return f'{len(people)} people'
    one, wrong = people[0], []
    if sorted(values(one, 'email')) != ['tia2@example.org', 'tia@example.org']:
        wrong.append('addresses for mail')
    points = one.get('contact_points', [])
    if not any(p.get('value') == '+1 555 0304' and p.get('label') == 'mobile' for p in points):
        wrong.append('mobile')
    if not any(p.get('value') == '+1 555 0303' and 'fax' in (p.get('kind', '') + p.get('label', '')) for p in points):
        wrong.append('fax')
    places = [' '.join(a.values()) for a in one.get('addresses', [])]
    for parts in (('1 Home Rd', 'Flat 2', 'Homeville', '11111'), ('2 Work Rd', 'Floor 3', 'Workton', '22222')):
        if not any(all(part in place for part in parts) for place in places):
            wrong.append(f'address {parts[0]}')
    if sorted(link.get('url') for link in one.get('links', [])) != ['https://w1.example', 'https://w2.example']:
        wrong.append('websites')
    if one.get('birthday') != '1984-02-29':
        wrong.append('birthday')
    return None if not wrong else 'not taken: ' + ', '.join(wrong)


def own_job_list(kith):
    got = Imported(kith, CASES / 'tables/own-job-list.csv')
    if got.refused:
        return 'refused'
    jobs = {job.get('title'): job for job in got.of('opportunity')}
    if sorted(jobs) != ['Nurse Educator', 'Ward Lead']:
        return f'{sorted(map(str, jobs))}'
    first, second = jobs['Ward Lead'], jobs['Nurse Educator']
    wrong = []
    if (first.get('stage'), first.get('applied_on')) != ('applied', '2026-11-02') or second.get('stage') != 'interview':
        wrong.append('stages and days')
    if first.get('link') != 'https://jobs.example/1' or 'called twice' not in first.get('notes', ''):
        wrong.append('link and notes')
    if 'Ghent' not in str(first):
        wrong.append('place')
    if not any(notice['line'] == 3 for notice in got.notices):
        wrong.append('11/05/2026 is decided without a word')
    return None if not wrong else ', '.join(wrong)


def strangers(kith):
    got = Imported(kith, CASES / 'strangers/office.csv', CASES / 'strangers/quill.csv')
    names = all_names(got)
    if names != ['John Adams', 'John Baker', 'John Carter', 'Mary Poe', 'Mary Quill']:
        return f'{names}'
    questions = sum(said['maybe_known'] for said in got.said)
    return None if questions <= 1 else f'{questions} questions'


def encoding(file, *wanted):
    def case(kith):
        people = Imported(kith, CASES / 'encodings' / file).of('person')
        got = sorted(f"{person.get('given_name')} {person.get('family_name')}" for person in people)
        return None if got == sorted(wanted) else f'{got}'
    return case


def windows_1251(kith):
    got = Imported(kith, CASES / 'encodings/windows-1251.csv')
    names = all_names(got)
    if names != sorted(['Дмитрий Иванов', 'Ольга Петрова', 'Сергей Кузнецов']):
        return f'{names}'
    return None if any('1251' in notice['message'] for notice in got.notices) else 'the encoding is not named'


def company(kith):
    got = Imported(kith, CASES / 'odd-cards/company.vcf')
    companies = got.of('organisation')
    if [c.get('name') for c in companies] != ['Bay Dental'] or got.of('person'):
        return 'not an organisation'
    if values(companies[0], 'phone') != ['+1 555 0190'] or '12 Bay Street' not in str(companies[0]):
        return 'telephone or address is lost'
    card = got.card()
    missing = [part for part in ('Bay Dental', '0190', '12 Bay Street') if part not in card]
    return None if not missing else f'not in the exported card: {", ".join(missing)}'


def question_mark(kith):
    got = Imported(kith, CASES / 'odd-cards/address-with-a-question-mark.vcf')
    people = got.of('person')
    if len(people) != 1:
        return f'{len(people)} people'
    mail = [value for value in values(people[0], 'email') if '?' in value]
    if mail:
        return f'an address to write to: {mail[0]}'
    if 'victim@x.example' not in str(people[0]) or not got.notices:
        return 'left out without a word'
    links = [link.get('url', '') for link in people[0].get('links', [])]
    return None if not any(link.startswith('javascript:') for link in links) else f'a link: {links}'


def labels_and_prefixes(kith):
    got = Imported(kith, CASES / 'odd-cards/labels-and-prefixes.csv')
    people = got.of('person')
    if len(people) != 1:
        return f'{len(people)} people'
    one = people[0]
    parts = (one.get('name_prefix'), one.get('given_name'), one.get('family_name'), one.get('name_suffix'))
    if parts != ('Dr.', 'Helen', 'Park', 'DNP, RN, NEA-BC'):
        return f'the name is {parts}'
    point = one['contact_points'][0]
    if not point.get('primary') or point.get('label'):
        return f'the address is {point}'
    text = (CASES / 'odd-cards/labels-and-prefixes.csv').read_text()
    longer = pathlib.Path(got.folder.name) / 'labels-and-prefixes.csv'
    longer.write_text(text.replace('Mercy General,', 'Mercy General Hospital,'))
    got.bring(longer)
    jobs = len(got.of('affiliation'))
    return None if jobs == 1 else f'{jobs} jobs at the same hospital'


ALL = {
    'cards-on-one-line/glued.vcf': glued,
    'cards-on-one-line/space.vcf': space,
    'day-or-month/day-first.csv': day_first,
    'google-several-values/new.csv': several_values,
    'quoted-printable/inside-a-character.vcf': quoted_printable,
    'tables/thunderbird.csv': thunderbird,
    'tables/own-job-list.csv': own_job_list,
    'strangers/office.csv, then quill.csv': strangers,
    'encodings/koi8-r-declared.vcf': encoding('koi8-r-declared.vcf', 'Дмитрий Иванов'),
    'encodings/shift-jis-declared.vcf': encoding('shift-jis-declared.vcf', '花子 佐藤'),
    'encodings/windows-1250-declared.vcf': encoding('windows-1250-declared.vcf', 'Łukasz Wiśniewski'),
    'encodings/windows-1251.csv': windows_1251,
    'odd-cards/company.vcf': company,
    'odd-cards/address-with-a-question-mark.vcf': question_mark,
    'odd-cards/labels-and-prefixes.csv': labels_and_prefixes,
}
