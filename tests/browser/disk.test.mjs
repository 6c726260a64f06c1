// Storage that fails for real, not by a script in the page: a disk that is full to the last byte, a disk that hangs for
// a minute, a private window, and a browser in which pages may keep nothing. In each it is said what is so, and
// nothing is lost. The disk is driver/disk.mjs.
//
// A page's quota can be set from outside in Chromium alone (faults.test.mjs); a small disk can be had in any engine.

import assert from 'node:assert/strict';
import { linkedin } from './data.mjs';
import { addPerson, begins, go, importButton, note, notes, row, saved, say, waitForPeople } from './screens.mjs';
import { holdDatabase } from './storage/helpers.mjs';
import { test } from './testing.mjs';

const ana = { given: 'Ana', family: 'Núñez', role: 'Head of Training' };
const disk = 64_000_000;
const status = (page, key) => page.get('status', say(key));
const isOneOf = (description, ...keys) => assert.ok(keys.some((key) => description.startsWith(say(key))), description);
const aNote = (page) => notes(page).value();

test('A disk that is full is said, everything can be taken away, and it is saved when there is room', async ({ browser, open }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await browser.disk.fill();
    await page.drop([{ name: 'Connections.csv', bytes: linkedin(1500) }]);
    await importButton(page).waitFor({ timeout: 60_000 });
    await importButton(page).click();
    await status(page, 'storage.not_saved').waitFor({ timeout: 90_000 });
    const { description } = await status(page, 'storage.not_saved').look();
    isOneOf(description, 'storage.no_space', 'storage.failed');
    await go(page, 'people');
    await waitForPeople(page, 1501, { timeout: 30_000 });
    // Everything is in the file that a person can save now.
    const text = await page.evaluate(async () => (await Promise.all((await kith.rescue()).map(({ blob }) => blob.text()))).join('\n'));
    for (const part of ['Núñez', 'Head of Training', 'Papadopoulos']) assert.ok(text.includes(part), `${part} is in the file`);

    await browser.disk.free();
    await saved(page, { timeout: 90_000 });
    await page.reload();
    await go(page, 'people');
    await waitForPeople(page, 1501, { timeout: 30_000 });
}, { disk, limit: 300 });

test('A start on a disk that is full loses nothing, whether it can read or must wait', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await browser.disk.fill();
    await page.reload();
    // Some engines can't even read then.
    await page.until(() => !document.getElementById('unread').hidden || document.getElementById('loading').hidden, { timeout: 90_000 });
    await browser.disk.free();
    await page.until(() => document.getElementById('loading').hidden, { timeout: 60_000 });
    await go(page, 'people');
    await row(page, 'Ana Núñez').waitFor();
    await saved(page, { timeout: 60_000 });
    await page.close();
    const again = await browser.open(site.url);
    await go(again, 'people');
    await row(again, 'Ana Núñez').waitFor();
}, { disk, limit: 240 });

test('A disk that hangs for a minute is said within seconds, and what was done meanwhile is saved when it goes on', async ({ browser, open }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await browser.disk.hang();
    const since = Date.now();
    await note(page, 'Owes me a coffee');
    await status(page, 'storage.not_saved').waitFor({ timeout: 30_000 });
    isOneOf((await status(page, 'storage.not_saved').look()).description, 'storage.slow');
    await note(page, 'Owes me two coffees'); // one can go on
    await new Promise((resolve) => { setTimeout(resolve, 63_000 - (Date.now() - since)); });
    assert.ok(!await status(page, 'storage.saved').exists(), 'it is not said to be saved');
    await browser.disk.goOn();
    await saved(page, { timeout: 90_000 });
    assert.equal(await aNote(page), 'Owes me two coffees');
    await page.reload();
    await notes(page).waitUntil((node) => node.value === 'Owes me two coffees', { timeout: 60_000 });
    await saved(page);
}, { disk, limit: 300 });

test('A start while storage does not answer says so, never that all is lost, and shows everything when it does', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    const other = await browser.open(new URL('/__scratch/', site.url).href);
    await other.evaluate(holdDatabase);
    await page.show();
    await page.reload();
    await page.until(() => !document.getElementById('unread').hidden, { timeout: 60_000, what: 'nothing is said' });
    assert.ok(await page.evaluate(() => document.getElementById('restore').hidden && !document.getElementById('loading').hidden));
    await other.evaluate(() => letGo());
    await page.until(() => document.getElementById('loading').hidden, { timeout: 60_000 });
    await go(page, 'people');
    await row(page, 'Ana Núñez').waitFor();
    await saved(page);
}, { limit: 180 });

test('In a private window what is done is there as long as the window, and the settings say that it can go', async ({ open }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await page.reload();
    await go(page, 'people');
    await row(page, 'Ana Núñez').waitFor();
    await go(page, 'settings');
    await page.get('paragraph', say('settings.not_persistent')).waitFor();
    const hasCopy = await page.get('paragraph', begins(say('settings.copy_kept').replace(/\.$/, ''))).exists();
    if (!hasCopy) await page.get('paragraph', say('settings.copy_none')).waitFor();
    assert.deepEqual(await page.errors(), []);
}, { isPrivate: true });

test('Where the browser is set to keep nothing, that is said, and what is done can be taken away', async ({ open }) => {
    const page = await open();
    await status(page, 'storage.memory_only').waitFor();
    isOneOf((await status(page, 'storage.memory_only').look()).description, 'storage.refused');
    await addPerson(page, ana);
    const text = await page.evaluate(async () => (await Promise.all((await kith.rescue()).map(({ blob }) => blob.text()))).join('\n'));
    assert.ok(text.includes('Núñez'));
    await page.reload();
    await status(page, 'storage.memory_only').waitFor({ timeout: 60_000 });
}, { keepsNothing: true });
