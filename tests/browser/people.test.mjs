// The first whole way through: begin, bring in the contacts one has, find, read, edit, undo, and find
// everything again.

import assert from 'node:assert/strict';
import { linkedin, person, vcards } from './data.mjs';
import { begins, bring, field, find, go, importFile, note, notes, openSample, rest, row, saved, say, table, waitForPeople } from './screens.mjs';
import { test } from './testing.mjs';

test('The first page says what Kith is and offers three ways to begin', async ({ open }) => {
    const page = await open();
    await page.get('heading', say('first.title'), { level: 1 }).waitFor();
    await page.get('paragraph', say('first.text')).waitFor();
    for (const way of ['import', 'add', 'sample']) await page.get('button', begins(say(`first.${way}`))).waitFor();
    assert.equal(await page.evaluate(() => document.title), 'Kith');
});

test('The sample network can be looked around in, and goes with one click', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await waitForPeople(page, 60);
    await go(page, 'settings');
    await page.get('button', say('settings.remove_sample')).click();
    await go(page, 'people');
    await page.get('button', begins(say('first.sample'))).waitFor();
});

test('500 LinkedIn rows and 200 vCards come in; one is found, edited, spoken to, undone; after a reload all is there', async ({ open }) => {
    const page = await open();
    await importFile(page, 'Connections.csv', linkedin(500));
    await waitForPeople(page, 500, { timeout: 60_000 });
    await importFile(page, 'contacts.vcf', vcards(200));
    await waitForPeople(page, 700, { timeout: 60_000 });

    const who = person(123);
    await find(page, `${who.first} ${who.last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(), who.name);
    await page.get('heading', who.name).waitFor();
    await page.get('button', new RegExp(`: ${who.role}, `)).waitFor();

    await note(page, 'Plays the cello');
    await page.get('button', say('person.log')).click();
    const log = page.get('dialog', say('log.title'));
    await log.get('textbox', field('interaction.summary')).fill('Talked about the new ward');
    await log.get('button', say('form.save')).click();
    await log.waitGone();
    const said = page.get('list', say('person.timeline')).get('button', /Talked about the new ward/);
    await said.waitFor();

    await note(page, 'A slip');
    await page.press('Control+Z');
    await notes(page).waitUntil((node) => node.value === 'Plays the cello');

    await saved(page);
    await page.reload();
    await page.get('heading', who.name).waitFor({ timeout: 60_000 });
    await notes(page).waitUntil((node) => node.value === 'Plays the cello');
    await said.waitFor();
    await go(page, 'people');
    await waitForPeople(page, 700);
    assert.deepEqual(await page.errors(), []);
}, { limit: 240 });

test('One undo takes a whole import back, and importing the same file again changes nothing', async ({ open }) => {
    const page = await open();
    await importFile(page, 'Connections.csv', linkedin(60));
    await waitForPeople(page, 60);
    await bring(page, 'Connections.csv', linkedin(60));
    assert.equal(await page.get('button', say('files.do_import', 0)).state('disabled'), 'true', 'there is nothing to import');
    await page.get('button', say('form.cancel')).click();
    await go(page, 'people');
    await waitForPeople(page, 60);
    await page.press('Control+Z');
    await page.get('button', begins(say('first.import'))).waitFor();
});

test('A broken file gets a sentence with its line, and what can be taken is taken', async ({ open }) => {
    const page = await open();
    await bring(page, 'contacts.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Núñez\r\nBDAY:2001-02-30\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Okafor\r\n');
    await page.get('button', say('files.notices_count', 2)).click();
    const notices = page.get('dialog', say('files.notices'));
    await notices.get(null, new RegExp(say('import.impossible_date', '2001-02-30').slice(0, 20))).first().waitFor();
    await notices.get(null, new RegExp(say('import.vcard.no_end').slice(0, 20))).first().waitFor();
    await page.press('Escape');
    await page.get('button', say('files.do_import', 2)).click();
    await row(page, 'Ana Núñez').waitFor();
    await row(page, 'Ben Okafor').waitFor();
});

test('A file of the wrong kind is called by its name', async ({ open }) => {
    const page = await open();
    await page.drop([{ name: 'cv.pdf', bytes: '%PDF-1.7\n%âãÏÓ\n1 0 obj' }]);
    await page.get('alert', /“cv\.pdf” is a PDF/).first().waitFor();
});

test('A table of 10,000 people scrolls from end to end', async ({ open }) => {
    const page = await open();
    await importFile(page, 'Connections.csv', linkedin(10_000));
    await go(page, 'people');
    await waitForPeople(page, 10_000, { timeout: 120_000 });
    await rest(page);
    const drawn = await table(page).get('row').count();
    assert.ok(drawn < 60, `only what is seen is there: ${drawn} rows`);
    const first = (await table(page).get('row').names())[1];
    const { box } = await table(page).look();
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const before = await page.evaluate(() => [kith.frames, performance.now()]);
    for (let i = 0; i < 20; ++i) await page.wheel(...middle, 2000);
    await page.until((name) => ![...document.querySelectorAll('[role=row]')].some((element) => element.getAttribute('aria-label') === name), { values: [first] });
    const after = await page.evaluate(() => [kith.frames, performance.now()]);
    assert.ok(after[0] > before[0], 'it was drawn on the way');
    await table(page).get('row').nth(1).click();
    await page.press('Control+End', 'End');
    await page.until(() => document.querySelector('[role=row][aria-rowindex="10001"]'), { what: 'the last row is reached' });
}, { limit: 240 });
