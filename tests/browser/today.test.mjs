// A morning in Kith: what is due and why, ticked off, set aside, written; a contact noted in one line.

import assert from 'node:assert/strict';
import { go, openSample, saved, say } from './screens.mjs';
import { test } from './testing.mjs';

const report = 'Send Ben the triage report';
const line = (page, title) => page.get('main', say('nav.today')).get('listitem', title);

test('Today says what is due and why; a line is ticked off, comes back, and waits when set aside', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    await line(page, report).get('checkbox', say('today.tick', report)).click();
    await line(page, report).waitGone();
    await page.get('button', say('toast.undo')).click();
    await line(page, report).waitFor();
    await page.get('button', say('today.menu', report)).click();
    await page.get('menuitem', say('today.for_a_week')).click();
    await line(page, report).waitGone();
    await saved(page);
    await page.reload();
    await page.get('main', say('nav.today')).waitFor({ timeout: 60_000 });
    await page.get('button', say('today.set_aside_count', 1)).click();
    await page.get('button', say('today.bring_back')).click();
    await line(page, report).waitFor();
    assert.deepEqual(await page.errors(), []);
});

test('One line notes a contact, and what it promises stands in Today', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    await page.get('banner').get('button', say('top.log')).click();
    const dialog = page.get('dialog', say('log.title'));
    await dialog.get('textbox', say('log.line')).waitUntil((node) => node.edited);
    await page.type('coffee with Ben and Priya about the clinic job, send her the slides by tomorrow');
    await dialog.get('button', say('widget.remove', 'Ben Okafor')).waitFor();
    await dialog.get('button', say('form.save')).click();
    await dialog.waitGone();
    await line(page, 'Send Priya the slides').waitFor();
    assert.deepEqual(await page.errors(), []);
});
