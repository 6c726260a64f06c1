// Everything without a mouse.

import assert from 'node:assert/strict';
import { begins, openSample, row, say, table } from './screens.mjs';
import { test } from './testing.mjs';

/** The node that the keyboard is on, as a screen reader is told. */
const focused = (page) => page.evaluate(() => {
    const here = document.activeElement;
    const node = document.getElementById(here?.getAttribute('aria-activedescendant')) ?? here;
    return { role: node?.getAttribute('role') ?? node?.localName, name: (node?.getAttribute('aria-label') ?? node?.textContent ?? '').trim() };
});

/** Tabs until the node with that name has the focus. */
async function tabTo(page, name, { backwards = false, most = 60 } = {}) {
    const seen = [];
    for (let i = 0; i < most; ++i) {
        const here = await focused(page);
        if (name instanceof RegExp ? name.test(here.name) : here.name === name) return here;
        seen.push(`${here.role} “${here.name.slice(0, 40)}”`);
        const before = JSON.stringify(here);
        await page.press(backwards ? 'Shift+Tab' : 'Tab');
        await page.until((last) => {
            const at = document.activeElement;
            const node = document.getElementById(at?.getAttribute('aria-activedescendant')) ?? at;
            return JSON.stringify({ role: node?.getAttribute('role') ?? node?.localName, name: (node?.getAttribute('aria-label') ?? node?.textContent ?? '').trim() }) !== last;
        }, { values: [before], what: `Tab leads on from ${before}`, timeout: 5000 });
    }
    assert.fail(`Tab never leads to ${name}; it went over ${seen.join(', ')}`);
}

test('A person is added, found, edited and undone with the keyboard alone', async ({ open }) => {
    const page = await open();
    await tabTo(page, begins(say('first.add')));
    await page.press('Enter');
    const dialog = page.get('dialog', say('add.title'));
    await dialog.get('textbox', say('add.given')).waitUntil((node) => node.edited);
    await page.type('Rosa');
    await page.press('Tab');
    await dialog.get('textbox', say('add.family')).waitUntil((node) => node.edited);
    await page.type('Torres');
    await page.press('Tab');
    await page.type('Nursing Director');
    await tabTo(page, say('add.add'));
    await page.press('Enter');
    await dialog.waitGone();
    await page.get('heading', 'Rosa Torres').waitFor();

    await page.press('Control+K');
    const finder = page.get('dialog', say('finder.title'));
    await finder.get('combobox', say('finder.title')).waitUntil((node) => node.edited);
    await page.type('rosa tor');
    await finder.get('option', 'Rosa Torres').first().waitUntil((node) => node.states.selected === 'true');
    await page.press('Enter');
    await finder.waitGone();
    await page.get('heading', 'Rosa Torres').waitFor();

    await tabTo(page, 'Notes');
    if (!(await page.get('textbox', 'Notes').look()).edited) await page.press('Enter');
    await page.get('textbox', 'Notes').waitUntil((node) => node.edited);
    await page.type('Met at the congress');
    await page.press('Tab');
    await page.get('textbox', 'Notes').waitUntil((node) => !node.edited && node.value === 'Met at the congress');
    await page.press('Control+Z');
    await page.get('textbox', 'Notes').waitUntil((node) => node.value === '');
    await page.press('Control+Shift+Z');
    await page.get('textbox', 'Notes').waitUntil((node) => node.value === 'Met at the congress');
});

test('The table is walked with arrows, Home, End and letters; Space selects, Enter opens', async ({ open }) => {
    const page = await open();
    await openSample(page);
    const names = await table(page).get('row').names();
    await page.until(() => document.querySelector('[role=grid]'));
    // The grid is one stop; inside, arrows move.
    for (let i = 0; i < 40 && (await focused(page)).role !== 'row'; ++i) await page.press('Tab');
    assert.equal((await focused(page)).role, 'row', 'Tab leads into the table');
    await page.press('Home');
    await page.until((name) => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') === name, { values: [names[1]] });
    await page.press('ArrowDown');
    await page.until((name) => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') === name, { values: [names[2]] });
    await page.press('Space');
    await row(page, names[2]).waitUntil((node) => node.states.selected === 'true');
    await page.press('End');
    await page.until(() => document.querySelector('[role=row][aria-rowindex="41"]'));
    await page.press('Enter');
    await page.until(() => location.hash.startsWith('#people/'));
});
