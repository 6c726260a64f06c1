// What is typed never goes astray: drafts of open fields and dialogs, keys right after a press, text set from outside,
// undo within a field, fields after the picture was lost, and the day that begins by itself.

import assert from 'node:assert/strict';
import { addPerson, go, note, notes, openSample, saved, say } from './screens.mjs';
import { inEveryEngine, test } from './testing.mjs';

const ana = { given: 'Ana', family: 'Núñez' };
const text = 'Owes me a coffee, and the rota';

async function withAna(open) {
    const page = await open();
    await addPerson(page, ana);
    await page.get('heading', 'Ana Núñez').waitFor();
    await saved(page);
    return page;
}
const draft = (page) => page.get('status', say('storage.draft'));
const draftIsKept = (page) => draft(page).waitUntil((node) => node.description === say('storage.draft_kept'), { timeout: 3000 });
const editor = () => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return { value, selectionStart, selectionEnd };
};
/** The open field, as it was: with its caret three letters before the end. */
async function isThereAgain(page) {
    await notes(page).waitUntil((node) => node.edited && node.value === text, { timeout: 30_000 });
    assert.deepEqual(await page.evaluate(editor), { value: text, selectionStart: text.length - 3, selectionEnd: text.length - 3 });
    assert.ok(!await page.get('status', say('storage.saved')).exists(), 'it is not said to be saved');
    await page.press('Tab');
    await notes(page).waitUntil((node) => !node.edited && node.value === text);
    await saved(page);
    await page.reload();
    await notes(page).waitUntil((node) => !node.edited && node.value === text, { timeout: 30_000 });
    await saved(page);
}
async function typeNotes(page) {
    await notes(page).edit();
    await page.type(text);
    await page.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
}

test('A half-written note is there again in a new tab, wherever the address leads', async ({ open }) => {
    const page = await withAna(open);
    await typeNotes(page);
    await page.close();
    await isThereAgain(await open());
});

test('A half-filled dialog is there again, and is gone once it is cancelled', async ({ open }) => {
    const page = await withAna(open);
    await go(page, 'people');
    await page.get('main').get('button', say('people.add')).click();
    let dialog = page.get('dialog', say('add.title'));
    await dialog.get('textbox', say('add.given')).fill('Ben');
    await dialog.get('textbox', say('add.role')).fill('Ward sister');
    await page.reload();
    await dialog.waitFor({ timeout: 30_000 });
    await dialog.get('textbox', say('add.role')).waitUntil((node) => node.edited && node.value === 'Ward sister');
    assert.equal(await dialog.get('textbox', say('add.given')).value(), 'Ben');
    dialog = page.get('dialog', say('add.title'));
    await dialog.get('button', say('form.cancel')).click();
    await dialog.waitGone();
    await saved(page);
    await page.reload();
    await page.get('main').get('button', say('people.add')).waitFor({ timeout: 30_000 });
    assert.ok(!await dialog.exists());
});

/** Every frame takes so many milliseconds more while globalThis.slow says so. */
const slowFrames = () => {
    const { clear } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.clear = function (...given) {
        for (const end = performance.now() + (globalThis.slow ?? 0); performance.now() < end;);
        return clear.apply(this, given);
    };
};
const slow = (page, by) => page.evaluate((milliseconds) => { globalThis.slow = milliseconds; }, by);

test('Keys typed right after the press that opens a dialog go into its field', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await saved(page);
    const { x, y } = await page.get('main').get('button', say('people.add')).place();
    await slow(page, 200);
    await page.clickAt(x, y);
    await page.type('magnet');
    await slow(page, 0);
    await page.get('dialog', say('add.title')).get('textbox', say('add.given')).waitUntil((node) => node.value === 'magnet', { timeout: 30_000 });
}, { before: [slowFrames], limit: 120 });

test('What is typed while the picture is lost is kept, and lands in its field', async ({ open }) => {
    const page = await withAna(open);
    await notes(page).edit();
    await page.type('Before');
    await page.evaluate(() => {
        globalThis.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        return new Promise((resolve) => {
            document.getElementById('canvas').addEventListener('webglcontextlost', () => resolve(true), { once: true });
            lost.loseContext();
        });
    });
    await page.type(' and while');
    await page.reload();
    await notes(page).waitUntil((node) => node.edited && node.value === 'Before and while', { timeout: 30_000 });
});

test('Today shows the next day by itself', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    const before = await page.tree();
    await page.evaluate(() => { globalThis.sleptFor = 24 * 3_600_000; }); // asleep, with all its timers
    await page.until((was) => document.getElementById('mirror').textContent !== was, { values: [await page.evaluate(() => document.getElementById('mirror').textContent)], timeout: 20_000, what: 'the next day never came' });
    assert.notEqual(await page.tree(), before);
}, {
    before: [() => {
        const { now } = Date;
        globalThis.sleptFor = 0;
        Date.now = () => now() + globalThis.sleptFor;
        globalThis.Date = new Proxy(Date, { construct: (target, given) => (given.length ? new target(...given) : new target(Date.now())) });
    }],
});

// What engines do differently.

inEveryEngine();

test('A half-written note is there again after a reload in the middle of it, with its field open', async ({ open }) => {
    const page = await withAna(open);
    await typeNotes(page);
    await page.reload();
    await isThereAgain(page);
    assert.deepEqual(await page.errors(), []);
});

test('A half-written note is kept within a second, and a killed browser brings it back', async ({ browser, open, site }) => {
    const page = await withAna(open);
    await typeNotes(page);
    await draftIsKept(page);
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 1000); })); // the caret, too
    await browser.kill();
    await browser.restart();
    await isThereAgain(await browser.open(site.url));
}, { only: ['chromium', 'firefox'], because: 'WebKit’s network process outlives a killed MiniBrowser', limit: 120 });

test('Keys typed right after a press on a field are all its own, in order, however long frames take', async ({ open }) => {
    const page = await withAna(open);
    const { x, y } = await notes(page).place();
    await slow(page, 300);
    await page.clickAt(x, y);
    await page.type('mercy hospital');
    await slow(page, 0);
    await notes(page).waitUntil((node) => node.edited && node.value === 'mercy hospital', { timeout: 30_000 });
    await page.press('Tab');
    await notes(page).waitUntil((node) => !node.edited && node.value === 'mercy hospital');
}, { before: [slowFrames], limit: 120 });

test('A paste right after a press lands in the field that was pressed', async ({ open }) => {
    const page = await withAna(open);
    await page.writeClipboard('Pasted in haste');
    const { x, y } = await notes(page).place();
    await slow(page, 300);
    await page.clickAt(x, y);
    await page.press('Control+V');
    await slow(page, 0);
    await notes(page).waitUntil((node) => node.edited && node.value === 'Pasted in haste', { timeout: 30_000 });
}, { before: [slowFrames], limit: 120 });

test('The first composition of an input method lands in the field that was pressed', async ({ open }) => {
    const page = await withAna(open);
    const { x, y } = await notes(page).place();
    const protocol = await page.tab.protocol();
    await slow(page, 300);
    await page.clickAt(x, y);
    for (const syllables of ['s', 'さ', 'さと'])
        await protocol.send('Input.imeSetComposition', { text: syllables, selectionStart: syllables.length, selectionEnd: syllables.length });
    await protocol.send('Input.insertText', { text: '佐藤' });
    await slow(page, 0);
    await notes(page).waitUntil((node) => node.edited && node.value === '佐藤', { timeout: 30_000 });
}, { before: [slowFrames], only: ['chromium'], because: 'only its protocol speaks as an input method' });

const setFromOutside = (page, finder, value) => finder.look().then(({ id }) => page.evaluate((element, given) => {
    const field = document.getElementById(element);
    field.value = given;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, id, value));

test('Text that is set from outside is an edit like any other', async ({ open }) => {
    const page = await withAna(open);
    await setFromOutside(page, notes(page), 'Dictated');
    await notes(page).waitUntil((node) => !node.edited && node.value === 'Dictated');
    await saved(page);
    await page.reload();
    await notes(page).waitUntil((node) => node.value === 'Dictated', { timeout: 30_000 });
    await page.press('Control+Z');
    await notes(page).waitUntil((node) => node.value === '');
    // In a dialog, while another of its fields is being edited.
    await go(page, 'people');
    await page.get('main').get('button', say('people.add')).click();
    const dialog = page.get('dialog', say('add.title'));
    await dialog.get('textbox', say('add.given')).waitUntil((node) => node.edited);
    await page.type('Ben');
    await setFromOutside(page, dialog.get('textbox', say('add.role')), 'Ward sister');
    await dialog.get('textbox', say('add.given')).waitUntil((node) => node.edited && node.value === 'Ben');
    await dialog.get('button', say('add.add')).click();
    await dialog.waitGone();
    await page.get('heading', 'Ben').waitFor();
    assert.ok((await page.tree()).includes('Ward sister'));
});

test('Undo and redo in a field are its own while it has something to take back, and never end the editing', async ({ open }) => {
    const page = await withAna(open);
    await note(page, 'Kept');
    await notes(page).edit();
    await page.press('Control+Shift+Z');
    await page.get('status', say('redo.nothing')).first().waitFor();
    await notes(page).waitUntil((node) => node.edited && node.value === 'Kept');
    await page.press('End');
    await page.type(' safe');
    await page.press('Control+Z');
    await notes(page).waitUntil((node) => node.edited && node.value === 'Kept');
    await page.press('Control+Shift+Z');
    await notes(page).waitUntil((node) => node.edited && node.value === 'Kept safe');
    await page.press('Control+Y');
    await notes(page).waitUntil((node) => node.edited && node.value === 'Kept safe');
    await page.press('Control+Z');
    await notes(page).waitUntil((node) => node.edited && node.value === 'Kept');
    await page.press('Control+Z'); // nothing more of its own: the step before
    await notes(page).waitUntil((node) => !node.edited && node.value === '');
});

test('A second and a third press into a field begin to edit it again', async ({ open }) => {
    const page = await withAna(open);
    for (const more of ['one', 'one two', 'one two three']) {
        const { x, y } = await notes(page).place();
        await page.clickAt(x, y);
        await notes(page).waitUntil((node) => node.edited, { timeout: 5000 });
        await page.press('Control+A');
        await page.type(more);
        const heading = await page.get('heading', 'Ana Núñez').place();
        await page.clickAt(heading.x, heading.y);
        await notes(page).waitUntil((node) => !node.edited && node.value === more);
        // At once, with the mouse where it is over the field that has just gone.
        await page.clickAt(x, y);
        await notes(page).waitUntil((node) => node.edited, { timeout: 5000 });
        await page.press('Escape');
        await notes(page).waitUntil((node) => !node.edited);
        await page.clickAt(x, y);
        await notes(page).waitUntil((node) => node.edited, { timeout: 5000 });
        await page.press('Tab');
        await notes(page).waitUntil((node) => !node.edited);
    }
});

test('A field begins to be edited after the picture was lost and came back five times', async ({ open }) => {
    const page = await withAna(open);
    for (let i = 0; i < 5; ++i) {
        await page.evaluate(async () => {
            const lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
            const heard = (kind) => new Promise((resolve) => { document.getElementById('canvas').addEventListener(kind, resolve, { once: true }); });
            const gone = heard('webglcontextlost');
            lost.loseContext();
            await gone;
            const back = heard('webglcontextrestored');
            setTimeout(() => lost.restoreContext(), 50);
            await back;
        });
        await notes(page).fill(`Lost ${i}`, { then: 'Tab' });
        await notes(page).waitUntil((node) => !node.edited && node.value === `Lost ${i}`);
    }
});
