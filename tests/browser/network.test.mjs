// The network as a picture and a list, and the past, in a real page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { go, openSample, row, saved, say, tabTo, table } from './screens.mjs';
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
    await page.get('grid', say('nav.network')).get('row', 'Ben Okafor').click();
    await page.get('heading', say('network.ways')).waitFor();
    await page.get('heading', 'Ben Okafor').waitFor();
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

test('A way to an organisation is found, the introduction is asked for, and what was planned stands in Today', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'network');
    await page.get('combobox', say('network.find')).fill('st. anna hospital', { then: 'Enter' });
    await page.get('heading', say('network.to', 'st. anna hospital')).waitFor();
    await page.get('heading', say('network.ways')).waitFor();

    // Somebody there whom others lead to.
    await page.get('button', say('network.all')).click();
    await page.get('combobox', say('network.find')).fill('Jonas Weber', { then: 'Enter' });
    await page.get('heading', 'Jonas Weber').waitFor();
    await page.get('button', say('network.ask_introduction')).first().click();
    const dialog = page.get('dialog');
    await dialog.get('button', say('message.copy')).click();
    await dialog.get('button', say('message.sent')).click();
    await dialog.waitGone();
    await go(page, 'favours');
    await page.get('main').get('listitem', /Jonas Weber/).first().waitFor();

    await go(page, 'network');
    // The first way is one's own acquaintance with him; the next leads through somebody.
    const plan = page.get('button', say('network.plan')).nth(1);
    const { description: through } = await plan.look();
    await plan.click();
    const title = say('network.plan_ask', through, 'Jonas Weber');
    await page.get('status', say('network.planned', title)).first().waitFor();
    await go(page, 'today');
    await page.get('listitem', title).first().waitFor();
    await page.press('Control+Z');
    await page.get('listitem', title).waitGone();
});

test('The network is walked by keyboard alone, and a screen reader hears who one comes to', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await tabTo(page, say('nav.network'));
    await page.press('Enter');
    await tabTo(page, say('network.picture_name'));
    const heard = async (key) => {
        const before = await page.evaluate(() => document.getElementById('polite').textContent);
        await page.press(key);
        await page.until((last) => document.getElementById('polite').textContent !== last,
            { values: [before], what: `${key} leads to somebody` });
        return page.evaluate(() => document.getElementById('polite').textContent);
    };
    const first = await heard('ArrowRight');
    for (const part of [say('network.knows', '7').split('7')[0].trim(), say('network.in_group', '').replace('.', '').trim()])
        assert.ok(first.includes(part), `“${first}” says “${part}”`);
    const name = first.split(/[.,]/)[0];
    await page.get('heading', name).waitFor();
    const picture = page.get('application', say('network.picture_name'));
    const { description } = await picture.waitUntil((node) => node.description.startsWith(name));
    // From there on along ties, and Enter opens the page of whom one has come to.
    let second = description;
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight']) {
        await page.press(key);
        second = await picture.waitUntil((node) => node.description !== description, { timeout: 2000 })
            .then((node) => node.description, () => description); // nobody lies in that direction
        if (second !== description) break;
    }
    assert.notEqual(second, description);
    await page.press('Enter');
    await page.get('heading', second.split(/[.,]/)[0]).waitFor();
});

test('A goal shows where it leads, and the ways there are drawn', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'network');
    await page.get('combobox', say('network.for_goal')).click();
    await page.get('option', 'Lead a cardiac ward').click();
    await page.get('heading', 'Lead a cardiac ward').waitFor();
    await page.get('list', say('network.gaps')).waitFor();
    await page.get('heading', say('network.reconnect')).waitFor();
});
