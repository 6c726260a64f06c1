// Everything without a mouse.

import { field, openSample, row, say, tabTo, table } from './screens.mjs';
import { test } from './testing.mjs';

test('A person is added, found, edited and undone with the keyboard alone', async ({ open }) => {
    const page = await open();
    await tabTo(page, say('first.add'));
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

    await tabTo(page, field('person.notes'));
    if (!(await page.get('textbox', field('person.notes')).look()).edited) await page.press('Enter');
    await page.get('textbox', field('person.notes')).waitUntil((node) => node.edited);
    await page.type('Met at the congress');
    await page.press('Tab');
    await page.get('textbox', field('person.notes')).waitUntil((node) => !node.edited && node.value === 'Met at the congress');
    await page.press('Control+Z');
    await page.get('textbox', field('person.notes')).waitUntil((node) => node.value === '');
    await page.press('Control+Shift+Z');
    await page.get('textbox', field('person.notes')).waitUntil((node) => node.value === 'Met at the congress');
});

test('The table is walked with arrows, Home, End and letters; Space selects, Enter opens', async ({ open }) => {
    const page = await open();
    await openSample(page);
    const names = await table(page).get('row').names();
    // The grid is one stop; inside, arrows move.
    await tabTo(page, /^row /);
    await page.press('Home');
    await page.until((name) => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') === name, { values: [names[1]] });
    await page.press('ArrowDown');
    await page.until((name) => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') === name, { values: [names[2]] });
    await page.press('Space');
    await row(page, names[2]).waitUntil((node) => node.states.selected === 'true');
    await page.press('End');
    await page.until(() => document.querySelector('[role=row][aria-rowindex="61"]'));
    await page.press('Enter');
    await page.until(() => location.hash.startsWith('#people/'));
});
