// The program comes in two parts: what a first visit needs, and the rest when somebody begins.

import assert from 'node:assert/strict';
import { go, rest, saved, say, table } from './screens.mjs';
import { test } from './testing.mjs';

const isRest = (asked) => asked.includes('kith-rest');
/** What was called before it was there: its number, of which build/web/shell/browser/whole/kith.wasm.placeholders has the name. */
const waited = (page) => page.evaluate(() => performance.getEntriesByName('kith-waited').map(({ detail }) => detail));

test('A first visit makes do with the first part of the program, and the rest comes when somebody begins', async ({ open, site }) => {
    const page = await open();
    await rest(page);
    assert.deepEqual(await waited(page), []);
    assert.deepEqual(site.log.filter(isRest), [], 'nobody did anything yet');

    await page.get('main').get('button', say('first.sample')).click();
    await go(page, 'people');
    await table(page).waitFor();
    await saved(page);
    const asked = site.log.filter(isRest).length;
    assert.ok(asked === 1 || asked === 2, 'once to start it, once to keep it for days without a network');
    assert.deepEqual(await waited(page), [], 'nothing was called before it was there');

    await page.reload();
    await rest(page);
    await table(page).waitFor();
    assert.deepEqual(await waited(page), [], 'where there is data, both parts come at once');
    assert.deepEqual(await page.errors(), []);
});

test('On a phone too', async ({ open, site }) => {
    const page = await open();
    await rest(page);
    assert.deepEqual(await waited(page), []);
    assert.deepEqual(site.log.filter(isRest), []);
}, { viewport: { width: 390, height: 844 }, touch: true, dark: true });

test('A link into the app opens with both parts', async ({ open }) => {
    const page = await open('#network');
    await rest(page);
    assert.deepEqual(await waited(page), []);
    assert.deepEqual(await page.errors(), []);
});

let isBroken = true;
test('When the second part doesn’t arrive the page says so, and goes on when it does', async ({ open }) => {
    isBroken = true;
    const page = await open();
    await rest(page);
    await page.press('Tab');
    await page.until(() => !document.getElementById('notice-not-arrived').hidden, { what: 'nothing was said' });
    isBroken = false;
    await page.evaluate(() => document.getElementById('arrive-again').click());
    await page.until(() => document.getElementById('notice-not-arrived').hidden, { what: 'it never came' });
    await page.get('main').get('button', say('first.sample')).click();
    await go(page, 'people');
    await table(page).waitFor();
    assert.deepEqual(await waited(page), []);
}, { missing: { test: (asked) => isBroken && isRest(asked) } });
