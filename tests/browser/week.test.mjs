// A week in Kith: proposed, taken, done and looked back on; and a plan moved about on its board.

import assert from 'node:assert/strict';
import { find, go, openSample, rest, saved, say } from './screens.mjs';
import { test } from './testing.mjs';

const ask = 'Ask Rosa which references the course wants';

test('A week is taken as it is proposed, stands first in Today, and is still there after a reload', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    await page.get('tab', say('nav.week')).click();
    await page.get('heading', say('nav.week'), { level: 1 }).waitFor();
    await page.get('button', say('weekly.take_all')).click();
    await page.get('button', say('weekly.take_all')).waitGone();
    const taken = page.get('list', say('weekly.taken'));
    await taken.waitFor();
    const first = (await taken.get('listitem').names())[0];
    await saved(page);
    await page.reload();
    await page.get('main', say('nav.week')).waitFor({ timeout: 60_000 });
    await page.get('list', say('weekly.taken')).get('listitem', first).waitFor();
    await page.get('textbox', say('weekly.hours_field')).fill('1:30', { then: 'Enter' });
    await page.get('tab', say('nav.today')).click();
    await page.get('list', say('weekly.in_today')).waitFor();
    await page.get('tab', say('nav.review')).click();
    await page.get('button', new RegExp(`^(${say('lookback.begin')}|${say('lookback.begin_again')})$`)).click();
    for (const step of ['step_slipped', 'step_came', 'step_next', 'finish']) {
        await rest(page); // each step is of another height, and the button at its foot moves
        await page.get('button', say(`lookback.${step}`)).click();
    }
    await page.get('heading', say('nav.week'), { level: 1 }).waitFor();
    assert.deepEqual(await page.errors(), []);
});

test('A plan is a list, a board and a timeline of the same steps', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await find(page, 'Lead a cardiac', /^Lead a cardiac ward/);
    await page.get('heading', 'Lead a cardiac ward').waitFor();
    await page.get('textbox', say('page.step_add')).fill('Read the union’s pay table by 3 December, 20 min', { then: 'Enter' });
    await page.get('link', 'Read the union’s pay table').waitFor();
    await rest(page); // the new step moves what is below it
    await page.get('radio', say('steps.board')).click();
    await page.get('list', say('steps.to_do')).get('link', ask).waitFor();
    await page.get('button', say('today.menu', ask)).click();
    await page.get('menuitem', say('steps.mark_done')).click();
    await page.get('list', say('steps.done')).get('link', ask).waitFor();
    await page.press('Control+Z');
    await page.get('list', say('steps.to_do')).get('link', ask).waitFor();
    await page.get('radio', say('steps.timeline')).click();
    await page.get('list', say('steps.timeline_list')).get('listitem', ask).waitFor();
    assert.deepEqual(await page.errors(), []);
});
