// The app's screens as tests speak of them. Names come from the catalogue (assets/text/en.txt), so that
// a better wording breaks no test; everything is found by role and name.

import { readFileSync } from 'node:fs';
import { until } from './driver/until.mjs';

const entries = [...readFileSync(new URL('../../assets/text/en.txt', import.meta.url), 'utf8')
    .matchAll(/^([\w.]+)(?:\(([^)]*)\))? =(.*(?:\n[ \t].*)*)/gm)];
const catalogue = new Map(entries.map(([, key, , text]) => [key, text.trim()]));
const parameters = new Map(entries.map(([, key, names]) => [key, (names ?? '').split(',').map((one) => one.trim().split(' ')[1])]));

/** The text under a key, with its arguments as they are given; a count chooses by 1, as English does. */
export function say(key, ...values) {
    const text = catalogue.get(key);
    if (text === undefined) throw new Error(`assets/text/en.txt has no “${key}”`);
    const given = new Map(parameters.get(key).map((name, i) => [name, values[i]]));
    return variant(text, given).replace(/\{\$(\w+)[^}]*\}/g, (_, name) => given.get(name));
}

function variant(text, given) {
    if (!text.startsWith('.match')) return text;
    const [selectors, ...variants] = text.split('\n');
    const counts = selectors.split(' ').slice(1).map((name) => Number(given.get(name.slice(1))));
    for (const line of variants) {
        const [, keys, pattern] = line.match(/^\s*(.*?) \{\{(.*)\}\}$/);
        if (keys.split(' ').every((key, i) => key === '*' || key === String(counts[i]) || (key === 'one' && counts[i] === 1))) return pattern;
    }
    return '';
}

// What the schema's table calls fields; the catalogue may know better.
const schemaTable = readFileSync(new URL('../../src/model/schema_table.h', import.meta.url), 'utf8');
const kinds = new Map([...schemaTable.matchAll(/constexpr auto (\w) = Kind::(\w+);/g)].map(([, letter, kind]) => [letter, kind]));
const labels = new Map([...schemaTable.matchAll(/\{in\((\w),\s*\d+\),\s*"(\w+)",\s*"([^"]*)"/g)]
    .map(([, letter, key, label]) => [`${kinds.get(letter)}.${key}`, label]));

/** What a field is called: field('event.outcome'). */
export function field(name) {
    const text = catalogue.get(`field.${name}`) ?? labels.get(name);
    if (text === undefined) throw new Error(`src/model/schema_table.h has no “${name}”`);
    return text;
}

/** What an option of a field is called: option('favour.kind', 'referral'). */
export function option(name, key) {
    const plain = key.replaceAll('_', ' ');
    return catalogue.get(`option.${name}.${key}`) ?? catalogue.get(`option.${name.slice(name.indexOf('.') + 1)}.${key}`)
        ?? plain[0].toUpperCase() + plain.slice(1);
}

/** The title of a guide of the playbook: guide('before_event'). */
export function guide(name) {
    const text = readFileSync(new URL(`../../assets/playbook/guide_${name}.txt`, import.meta.url), 'utf8');
    return /^title = (.*)$/m.exec(text)[1];
}

/** Begins with this text; what stands behind it (a count, a second line) doesn't matter. */
export const begins = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export async function go(page, screen) {
    const places = page.get('navigation');
    await places.waitFor();
    const name = say(`nav.${screen}`), link = places.get('link', name);
    if (await link.exists()) {
        await link.click();
        // Also when one is there already: then nothing but the table's chosen person changes.
        await places.get('link', name, { current: 'page' }).waitFor();
    } else {
        // On a phone, places beyond the first four are in a menu.
        await places.get('button', say('nav.more')).click();
        await page.get('menuitem', name).click();
        await page.get('menu', say('nav.more')).waitGone();
    }
    await page.until(() => !location.hash.includes('/'));
}

/** Waits until all that was done is stored. */
export const saved = (page, options) => page.get('status', say('storage.saved')).waitFor(options);

export const table = (page) => page.get('grid', say('nav.people'));
export const row = (page, name) => table(page).get('row', name);

/** Waits until the table has so many people, by the grid's own count. */
export const waitForPeople = (page, count, options) => table(page).waitUntil((node) => node.states.rowcount === String(count + 1), options)
    .catch((error) => { throw new Error(`there are not ${count} people: ${error.message}`); });

export async function addPerson(page, { given, family, role, organisation, email, phone, met }) {
    // On the first page or above the table.
    await page.get('main').get('button', new RegExp(`^(${say('first.add')}|${say('people.add')})$`)).click();
    const dialog = page.get('dialog', say('add.title'));
    for (const [key, text] of Object.entries({ given, family, role, email, phone, met, organisation })) {
        if (text === undefined) continue;
        await dialog.get(key === 'organisation' ? 'combobox' : 'textbox', say(`add.${key}`)).fill(text);
        if (key === 'organisation') await page.press('Tab');
    }
    await dialog.get('button', say('add.add')).click();
    await dialog.waitGone();
}

export async function openSample(page) {
    await page.get('button', begins(say('first.sample'))).click();
    await table(page).waitFor();
}

/** Types into the finder and chooses what is found first under that name. */
export async function find(page, query, name) {
    await page.get('banner').get('button', say('finder.title')).click();
    const dialog = page.get('dialog', say('finder.title'));
    await dialog.get('combobox', say('finder.title')).waitUntil((node) => node.edited);
    await page.type(query);
    await dialog.get('option', name).first().click();
    await dialog.waitGone();
}

/** Drops a file, and waits until it is shown what will happen. */
export async function bring(page, name, bytes) {
    await page.drop([{ name, bytes }]);
    await importButton(page).waitFor({ timeout: 60_000 });
}
// "Import 398 people", "Import 2 opportunities", both, or "Import 10": whatever the numbers.
const imports = ['files.do_import', 'files.do_import_jobs', 'files.do_import_both', 'files.do_import_short']
    .map((key) => say(key, 77, 77).replaceAll('77', '[\\d,.’ ]+')).join('|');
export const importButton = (page) => page.get('main').get('button', new RegExp(`^(${imports})$`));

/** Drops a file and lets it be imported, which ends at the people. */
export async function importFile(page, name, bytes) {
    await bring(page, name, bytes);
    await importButton(page).click();
    await table(page).waitFor({ timeout: 120_000 });
}

/** A person's notes: the one text that is always there to be edited. */
export const notes = (page) => page.get('textbox', field('person.notes'));

export async function note(page, text) {
    await notes(page).fill(text, { then: 'Tab' });
    await notes(page).waitUntil((node) => !node.edited && node.value === text);
}

/** Waits until nothing has been drawn for half a second. */
export async function rest(page) {
    let last = -1, since = 0;
    await until(async () => {
        const frames = await page.evaluate(() => kith.frames);
        if (frames !== last) [last, since] = [frames, Date.now()];
        return Date.now() - since > 500;
    }, { timeout: 20_000, what: () => 'the page never comes to rest' });
    return last;
}

/** Runs in the page: the node that the keyboard is on, as a screen reader is told: "button Add". */
export function focused() {
    const here = document.activeElement;
    const node = document.getElementById(here?.getAttribute('aria-activedescendant')) ?? here;
    return `${node?.getAttribute('role') ?? node?.localName} ${(node?.getAttribute('aria-label') ?? node?.textContent ?? '').trim()}`;
}

/** Tabs until the node with that role (if it is one) and name has the focus. */
export async function tabTo(page, name, { most = 60 } = {}) {
    const seen = [];
    for (let i = 0; i < most; ++i) {
        const here = await page.evaluate(focused);
        if (name instanceof RegExp ? name.test(here) : here.slice(here.indexOf(' ') + 1) === name) return here;
        seen.push(here.slice(0, 40));
        await page.press('Tab');
        await page.until(`(last) => (${focused})() !== last`, { values: [here], what: `Tab leads on from ${here}`, timeout: 5000 });
    }
    throw new Error(`Tab never leads to ${name}; it went over ${seen.join(', ')}`);
}

// ---- Records, fields and lines ------------------------------------------------------------------

/** Makes a record at a place, in one of its tabs; ends at its page. `fields` by label, as text. */
export async function record(page, place, tab, fields) {
    await go(page, place);
    if (tab !== place) {
        await page.get('tab', say(`nav.${tab}`)).click();
        await page.get('tab', say(`nav.${tab}`)).waitUntil((node) => node.states.selected === 'true');
    }
    await page.get('main').get('button', say('list.add')).click();
    const form = page.get('dialog', say(`list.${tab}_add`));
    for (const [label, text] of Object.entries(fields)) await form.get('textbox', label).fill(text);
    await form.get('button', say('form.save')).click();
    await form.waitGone();
    await page.get('heading', Object.values(fields)[0]).first().waitFor();
}

/** Chooses in a field that has a list of choices; on the page or in a dialog. */
export async function choose(where, label, option) {
    const page = where.page ?? where;
    await where.get('combobox', label).click();
    await page.get('option', option).click();
    await page.get('option', option).waitGone();
}

/** Names a record in a field that finds one, or makes it. */
export const pick = (where, label, name) => where.get('combobox', label).fill(name, { then: 'Enter' });

/** Adds a text to a field that has several. */
export const addHere = (page, label, text) => page.get('combobox', say('widget.add_to', label)).fill(text, { then: 'Enter' });

/** Asks for a field of a record's page that says nothing yet. */
export async function detail(page, label) {
    await page.get('main').get('button', say('page.add_detail')).first().click();
    await page.get('menuitem', label).click();
}

/** Notes that somebody was asked for a kind of favour ('advice'); ends at the favour's page. */
export async function help(page, kind, person, { about, goal }) {
    await go(page, 'favours');
    await page.get('main').get('button', say('list.add')).click();
    const form = page.get('dialog', say('list.favours_add'));
    await choose(form, field('favour.direction'), option('favour.direction', 'received'));
    await choose(form, field('favour.kind'), option('favour.kind', kind));
    await pick(form, field('favour.person'), person);
    await form.get('textbox', field('favour.about')).fill(about);
    if (goal) await pick(form, field('favour.goal'), goal);
    await form.get('button', say('form.save')).click();
    await form.waitGone();
    await page.get('heading', begins(say('words.favour_received', option('favour.kind', kind), person))).waitFor();
}

/** On a favour's page: takes the next step, which is to be this one ("next.agreed"). */
export async function state(page, stage) {
    await page.get('main').get('button', say(`next.${stage}`)).click();
    await page.get('main').get('button', say(`next.${stage}`)).waitGone();
}

/** The guided start, from its first question to the end: an obstacle, and a plan of the playbook. */
export async function stateGoal(page, { wish, role }) {
    const step = (key) => page.get('dialog', say(`goal_start.${key}`));
    const next = (key) => step(key).get('button', say('goal_start.next')).click();
    await step('wish').get('textbox', say('goal_start.q_wish')).fill(wish);
    await next('wish');
    await step('target').get('textbox', say('goal_start.q_role')).fill(role);
    await next('target');
    await step('obstacles').get('button', say('goal_start.obstacle_2')).click();
    await next('obstacles');
    await step('plan').get('link').first().click();
    await step('plan').get('textbox', say('goal_start.step_name', 1)).waitFor();
    await next('plan');
    await step('week').get('button', say('goal_start.keep')).click();
    await step('week').waitGone();
}

/** A line of Today by its sentence. */
export const line = (page, title) => page.get('main', say('nav.today')).get('listitem', title);

export async function todayWithout(page, title) {
    await go(page, 'today');
    await line(page, title).waitGone();
}

/** In the dialog of a message: looks at what was drafted, copies it, and says that it was sent. */
export async function write(page, name, look) {
    const dialog = page.get('dialog', say('message.title', name));
    look(await dialog.get('textbox', say('message.text')).value());
    await dialog.get('button', say('message.copy')).click();
    await dialog.get('button', say('message.sent')).click();
    await dialog.waitGone();
}

/** Everything is stored, and there after a reload; and nothing went wrong on the way. */
export async function kept(page) {
    await saved(page);
    await page.reload();
    await page.get('main').waitFor({ timeout: 60_000 });
    const errors = await page.errors();
    if (errors.length) throw new Error(`the page reported ${JSON.stringify(errors)}`);
}
