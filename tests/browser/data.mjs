// Contacts that nobody has, for tests and pictures: the same every time.
//
//     linkedin(500)   a Connections.csv as LinkedIn writes it
//     vcards(200)     a .vcf with versions 2.1, 3.0 and 4.0 in turn
//
// Nobody is in both, so that an import of one after the other adds up.

const given = ['Ana María', 'Ben', 'Priya', 'Dmitri', 'Jonas', 'Maja', 'Neha', 'Rosa', 'Chidi', 'Elena', 'Farah', 'Grace',
    'Hassan', 'Ingrid', 'Joaquín', 'Kwame', 'Léa', 'Mei', 'Nils', 'Olivia', 'Paul', 'Quynh', 'Ravi', 'Søren', 'Tomás',
    'Uma', 'Viktor', 'Wen', 'Ximena', 'Yusuf', 'Zoë'];
const family = ['Núñez', 'Okafor', 'Sharma', 'Ivanov', 'Weber', 'Lindqvist', 'Shetty', 'Torres', 'Adeyemi', 'Petrova',
    'Haddad', 'O’Brien', 'Khalil', 'Johansson', 'García', 'Mensah', 'Moreau', 'Chen', 'Andersen', 'Smith', 'Novák',
    'Nguyen', 'Iyer', 'Kjær', 'Silva', 'Rao', 'Kovács', 'Zhang', 'Rojas', 'Demir', 'van Dijk', 'Müller', 'Rossi',
    'Kowalski', 'Papadopoulos', 'Yamamoto', 'Ferreira'];
const roles = ['Staff Nurse', 'Charge Nurse', 'Ward Manager', 'Head of Training', 'Clinical Educator', 'Recruiter',
    'Physiotherapist', 'Deputy Director', 'Researcher', 'Cardiac Nurse'];
const places = ['St. Anna Hospital', 'City Clinic', 'MedStaff', 'Lakeside Care', 'Northern University Hospital',
    'Royal College of Nursing', 'Cardiac Institute', 'Harbour Health, Ltd.', 'Elm “Street” Practice'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The person with that number. Names repeat after 31 × 37, and then carry a number of their own. */
export function person(i) {
    const again = Math.floor(i / (given.length * family.length));
    const first = given[i % given.length];
    const last = family[i % family.length] + (again ? ` ${roman(again + 1)}` : '');
    const plain = `${first}.${last}`.normalize('NFD').replace(/[^a-zA-Z.]/g, '').toLowerCase();
    return {
        first, last, name: `${first} ${last}`,
        email: `${plain}.${i}@example.org`,
        slug: `${plain.replace('.', '-')}-${i}`,
        role: roles[(i * 7) % roles.length],
        place: places[(i * 5 + Math.floor(i / 9)) % places.length],
        phone: `+46 70 ${String(1_000_000 + i * 37).slice(-7)}`,
        day: 1 + i % 28, month: i % 12, year: 2012 + i % 13,
    };
}

function roman(number) {
    let text = '';
    for (const [value, sign] of [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']])
        for (; number >= value; number -= value) text += sign;
    return text;
}

const cell = (text) => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function linkedin(count, { from = 0 } = {}) {
    const rows = [];
    for (let i = from; i < from + count; ++i) {
        const who = person(i);
        // As there: hardly anyone shares an address.
        rows.push([who.first, who.last, `https://www.linkedin.com/in/${who.slug}`, i % 5 ? '' : who.email, who.place,
            who.role, `${String(who.day).padStart(2, '0')} ${months[who.month]} ${who.year}`].map(cell).join(','));
    }
    return 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
        + `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}`;
}

export function vcards(count, { from = 600 } = {}) {
    const cards = [];
    for (let i = from; i < from + count; ++i) {
        const who = person(i);
        const born = `${1960 + i % 40}-${String(1 + who.month).padStart(2, '0')}-${String(who.day).padStart(2, '0')}`;
        cards.push(...['BEGIN:VCARD', ...[
            ['VERSION:2.1', `N;CHARSET=UTF-8:${who.last};${who.first}`, `FN;CHARSET=UTF-8:${who.name}`, `TEL;CELL:${who.phone}`,
                `EMAIL;INTERNET:${who.email}`, `ORG;CHARSET=UTF-8:${who.place}`, `TITLE:${who.role}`],
            ['VERSION:3.0', `N:${who.last};${who.first};;;`, `FN:${who.name}`, `TEL;TYPE=CELL:${who.phone}`,
                `item1.EMAIL;TYPE=INTERNET:${who.email}`, 'item1.X-ABLabel:Work', `ORG:${who.place.replace(',', '\\,')}`, `TITLE:${who.role}`,
                `BDAY:${born}`],
            ['VERSION:4.0', `N:${who.last};${who.first};;;`, `FN:${who.name}`, `TEL;VALUE=uri;TYPE=cell:tel:${who.phone.replaceAll(' ', '-')}`,
                `EMAIL;PREF=1:${who.email}`, `ORG:${who.place.replace(',', '\\,')}`, `TITLE:${who.role}`,
                `UID:urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`],
        ][i % 3], 'END:VCARD']);
    }
    return cards.map((line) => `${line}\r\n`).join('');
}

// node tests/browser/data.mjs linkedin 500 > Connections.csv
if (import.meta.filename === process.argv[1]) {
    const kinds = { linkedin, vcards };
    const [kind, count = '500'] = process.argv.slice(2);
    if (!kinds[kind]) {
        process.stderr.write('usage: node tests/browser/data.mjs linkedin|vcards [COUNT]\n');
        process.exit(2);
    }
    process.stdout.write(kinds[kind](Number(count)));
}
