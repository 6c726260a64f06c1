// The network as a picture and a list, and the past, in a real page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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

test('The picture is saved as PNG, and the graph for Gephi', async ({ open, browser }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'network');
    const save = async (item) => {
        await page.get('main').get('button', say('network.save')).click();
        await page.get('menuitem', say(item)).click();
    };
    await save('network.save_png');
    const png = await readFile(await browser.download(/\.png$/));
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.equal(png.readUInt32BE(16), 3200, 'twice as fine as the page');
    await save('network.save_gexf');
    assert.match(await readFile(await browser.download(/\.gexf$/), 'utf8'), /<gexf/);
});

test('Everyone within a drawn line is selected', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'network');
    await page.get('button', say('network.tool_select')).click();
    const area = await page.evaluate(() => {
        const { left, top, right, bottom } = document.querySelector('#mirror [role=application]').getBoundingClientRect();
        return { left: left + 70, top: top + 8, right: right - 70, bottom: bottom - 8 };
    });
    await page.drag({ x: area.left, y: area.top }, { x: area.right, y: area.top }, { x: area.right, y: area.bottom },
        { x: area.left, y: area.bottom });
    await page.get('list', say('network.selected_list')).waitFor();
    await page.get('button', say('network.select_none')).click();
    await page.get('list', say('network.selected_list')).waitGone();
});
