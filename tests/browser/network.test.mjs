// The network as a picture and a list, and the past, in a real page.

import assert from 'node:assert/strict';
import { go, openSample, row, saved, say, table } from './screens.mjs';
import { test } from './testing.mjs';

test('The network is walked with the arrow keys, and is a list as well', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'network');
    const picture = page.get('application', say('network.picture_name'));
    await picture.click();
    await page.press('ArrowRight');
    const someone = await picture.waitUntil((node) => node.description.includes(say('network.knows', '2').split('2')[0]));
    await page.press('ArrowLeft', 'ArrowUp', 'ArrowDown');
    await picture.waitUntil((node) => node.description.length > 0);
    assert.ok(someone.description.length > 10);

    await page.get('radio', say('network.list')).click();
    await page.get('grid', say('nav.network')).get('row', 'Fatima Hassan').click();
    await page.get('heading', say('network.ways')).waitFor();
    await page.get('heading', 'Fatima Hassan').waitFor();
});

test('A step is taken back on its own, and Kith is shown as it was', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await saved(page);
    await go(page, 'people');
    const name = (await table(page).get('row').names())[3];
    await row(page, name).click();
    await page.get('heading', name).waitFor();
    await go(page, 'history');
    await page.get('grid', say('nav.history')).get('row').nth(1).click();
    await page.get('button', say('history.look')).click();
    await page.get('button', say('history.leave_past')).click();
    await go(page, 'history');
    await page.get('grid', say('nav.history')).get('row').nth(1).click();
    await page.get('button', say('history.undo')).click();
    await page.get('gridcell', say('history.undone')).waitFor();
});
