// Text: a real field while it is edited, the system's clipboard, input methods.

import assert from 'node:assert/strict';
import { addPerson, go, note, notes, say, table } from './screens.mjs';
import { test } from './testing.mjs';

const ana = { given: 'Ana', family: 'Núñez' };

async function withAna(open) {
    const page = await open();
    await addPerson(page, ana);
    await page.get('heading', 'Ana Núñez').waitFor();
    return page;
}

test('The field that is edited is a real one over the drawn one, and gives the focus back', async ({ open }) => {
    const page = await withAna(open);
    const { box } = await notes(page).look();
    await notes(page).edit();
    const real = await page.evaluate(() => {
        const field = document.activeElement;
        const { left, top, right, bottom } = field.getBoundingClientRect();
        const style = getComputedStyle(field);
        return { tag: field.localName, box: { left, top, right, bottom }, size: style.fontSize, name: field.getAttribute('aria-label'), seen: style.visibility };
    });
    assert.equal(real.tag, 'textarea');
    assert.equal(real.size, '15px');
    assert.equal(real.name, 'Notes');
    for (const side of ['left', 'top', 'right', 'bottom']) assert.ok(Math.abs(real.box[side] - box[side]) <= 12, `${side}: ${real.box[side]} over ${box[side]}`);
    await page.type('First line');
    await page.press('Enter');
    await page.type('second line');
    await page.press('Tab');
    await notes(page).waitUntil((node) => !node.edited && node.value === 'First line\nsecond line');
    await page.until(() => document.activeElement.id === 'stage');
});

test('Escape takes back what was typed', async ({ open }) => {
    const page = await withAna(open);
    await note(page, 'Kept');
    await notes(page).fill('Not kept', { then: 'Escape' });
    await notes(page).waitUntil((node) => !node.edited && node.value === 'Kept');
});

test('Names in any script are typed, kept and mirrored', async ({ open }) => {
    const page = await open();
    const names = [['花子', '佐藤'], ['محمد', 'الفاتح'], ['Ελένη', 'Παπαδοπούλου'], ['प्रिया', 'शर्मा'], ['Zoë 👩‍👩‍👧', 'Smith']];
    for (const [given, family] of names) {
        await addPerson(page, { given, family });
        await page.get('heading', new RegExp(given)).first().waitFor();
        await go(page, 'people');
    }
    const rows = (await table(page).get('row').names()).join('\n');
    for (const [given] of names) assert.ok(rows.includes(given), given);
});

test('Text is pasted from the system’s clipboard and copied to it', async ({ open }) => {
    const page = await withAna(open);
    await page.writeClipboard('Pasted from elsewhere');
    await notes(page).edit();
    await page.press('Control+V');
    await notes(page).waitUntil((node) => node.value === 'Pasted from elsewhere');
    await page.press('Tab');
    await page.writeClipboard('something else in between');
    await notes(page).edit();
    await page.press('Control+A', 'Control+C');
    assert.equal(await page.readClipboard(), 'Pasted from elsewhere');
});

test('An input method composes in the field, and its Enter chooses a candidate', async ({ open }) => {
    const page = await open();
    await page.get('button', new RegExp(`^${say('first.add')}`)).click();
    const dialog = page.get('dialog', say('add.title'));
    const family = dialog.get('textbox', say('add.family'));
    await family.edit();
    const protocol = await page.tab.protocol();
    for (const text of ['s', 'さ', 'さt', 'さと', 'さとう'])
        await protocol.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await family.waitUntil((node) => node.value === 'さとう');
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await protocol.send('Input.imeSetComposition', { text: '佐藤', selectionStart: 2, selectionEnd: 2 });
    await protocol.send('Input.insertText', { text: '佐藤' });
    await protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await family.waitUntil((node) => node.value === '佐藤' && node.edited);
    assert.ok(await dialog.exists(), 'the dialog is still there');
    await dialog.get('button', say('add.add')).click();
    await page.get('heading', '佐藤').waitFor();
}, { only: ['chromium'], because: 'only its protocol speaks as an input method' });
