// The passphrase as a person meets it: set in the settings, asked for on a page of its own, and gone from
// the screen with everything else when Kith is locked.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { addPerson, begins, find, go, note, notes, row, saved, say } from './screens.mjs';
import { until } from './driver/until.mjs';
import { test } from './testing.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const passphrase = 'nine blue cups';
const ana = { given: 'Ana', family: 'Núñez', role: 'Head of Training' };

async function setPassphrase(page) {
    await go(page, 'settings');
    await page.get('button', say('passphrase.set')).click();
    const dialog = page.get('dialog', say('passphrase.set_title'));
    await dialog.get('textbox', say('passphrase.fresh')).fill(passphrase);
    await dialog.get('textbox', say('passphrase.again')).fill(passphrase, { then: 'Enter' });
    await dialog.waitGone({ timeout: 30_000 });
    await page.get('button', say('passphrase.change')).waitFor();
}
const asksForIt = (page) => page.until(() => document.getElementById('lock')?.hidden === false && document.activeElement?.id === 'lock-passphrase',
    { timeout: 30_000, what: 'it was not locked' });
async function unlock(page, typed = passphrase) {
    await asksForIt(page);
    await page.type(typed);
    await page.press('Enter');
}
/** Everything that could be read off the page. */
const shown = (page) => page.evaluate(() => [document.title, document.documentElement.outerHTML,
    ...Array.from(document.querySelectorAll('input, textarea'), ({ value }) => value)].join('\n'));

test('A passphrase is set, and locking leaves nothing of the data on the page or in its title', async ({ open }) => {
    const page = await open();
    await addPerson(page, ana);
    await setPassphrase(page);
    assert.ok(!(await shown(page)).includes(passphrase), 'what was typed is nowhere');
    await go(page, 'people');
    await row(page, 'Ana Núñez').click();
    await note(page, 'Owes me a coffee');
    assert.ok(!(await page.evaluate(() => document.title)).includes('Ana'), 'browsers keep titles');
    await page.get('banner').get('button', say('passphrase.lock')).click();
    await asksForIt(page);
    const left = await shown(page);
    for (const text of ['Ana', 'Núñez', 'coffee', 'Training']) assert.ok(!left.includes(text), `${text} is still there`);
    assert.equal(await page.evaluate(() => document.title), 'Kith');
    assert.equal(await page.evaluate(() => document.getElementById('stage').hidden), true);

    await unlock(page, 'nine blue cup');
    await page.until(() => !document.getElementById('lock-wrong').hidden, { timeout: 20_000 });
    await page.press('Control+A');
    await unlock(page);
    await notes(page).waitUntil((node) => node.value === 'Owes me a coffee', { timeout: 30_000 });
    assert.deepEqual(await page.errors(), []);
}, { limit: 150 });

test('What is being typed when Kith is locked counts as it is', async ({ open }) => {
    const page = await open();
    await addPerson(page, ana);
    await setPassphrase(page);
    await go(page, 'people');
    await row(page, 'Ana Núñez').click();
    await notes(page).fill('Half a sen');
    await page.evaluate(() => { // the clock says that it is time
        const { now } = Date;
        Date.now = () => now() + 16 * 60_000;
    });
    await unlock(page);
    await notes(page).waitUntil((node) => node.value === 'Half a sen', { timeout: 30_000 });
}, { limit: 150 });

test('The command locks, and the page that asks is sound for a screen reader and a thumb', async ({ open }) => {
    const page = await open();
    await addPerson(page, ana);
    await setPassphrase(page);
    await find(page, 'lock kith', say('finder.lock'));
    await asksForIt(page);
    await page.evaluate(`() => { ${axe} }`);
    const violations = await page.evaluate(async () => (await globalThis.axe.run(document.getElementById('lock')))
        .violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`));
    assert.deepEqual(violations, []);
    await page.evaluate(() => { document.querySelector('#lock details').open = true; });
    const small = await page.evaluate(() => Array.from(document.querySelectorAll('#lock button, #lock input, #lock summary'))
        .filter((element) => element.checkVisibility())
        .map((element) => [element.id || element.localName, (element.closest('label') ?? element).getBoundingClientRect()])
        .filter(([, box]) => box.height < 44 || box.right > innerWidth || box.left < 0).map(([id, box]) => `${id}: ${box.width}×${box.height}`));
    assert.deepEqual(small, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 390, height: 844 }, touch: true, limit: 150 });

test('Backups are protected, and one from elsewhere asks for its own passphrase before it is shown', async ({ browser, open }) => {
    const page = await open();
    await addPerson(page, ana);
    await setPassphrase(page);
    await page.get('button', say('settings.backup')).click();
    const backup = await readFile(await browser.download());
    assert.equal(backup.subarray(0, 5).toString(), 'KITHJ');
    assert.equal(backup[8], 3);
    assert.ok(!backup.includes('Ana'));
    // Its own backup needs no question: the passphrase is known here.
    await page.drop([{ name: 'mine.kith', bytes: backup }]);
    await page.get('heading', say('merge.title', 'mine.kith')).waitFor();
    await page.get('note', say('merge.all_known')).waitFor();
    const other = await readFile(new URL('../data/kith/sealed.kith', import.meta.url));
    await page.drop([{ name: 'phone.kith', bytes: other }]);
    const question = page.get('dialog', say('sealed.title', 'phone.kith'));
    await question.get('textbox', say('sealed.passphrase')).fill('nine blue cups', { then: 'Enter' });
    await question.get('paragraph', say('sealed.wrong')).waitFor({ timeout: 20_000 });
    await question.get('textbox', say('sealed.passphrase')).fill('Zoë’s  nine blue cups', { then: 'Enter' });
    await question.waitGone({ timeout: 20_000 });
    await page.get('button', say('merge.go_join')).click();
    await page.get('main').get('button', say('merge.undo')).waitFor();
    await saved(page);
    await go(page, 'people');
    await row(page, 'Ana Núñez 山田 👋').waitFor();
    // Changed on purpose, with a checksum that is right again.
    const forged = Buffer.from(backup);
    const head = forged.readUInt32LE(32);
    forged[head + 60] ^= 1;
    const payload = forged.subarray(head + 8, head + 8 + forged.readUInt32LE(head));
    forged.writeUInt32LE(crc32(payload), head + 4);
    await page.drop([{ name: 'forged.kith', bytes: forged }]);
    await page.get('status', begins(say('sealed.changed', 'forged.kith'))).first().waitFor();
}, { limit: 150 });

test('A file that is kept up to date is protected too', async ({ open }) => {
    const page = await open();
    await addPerson(page, ana);
    await go(page, 'settings');
    await page.get('button', say('backup.keep')).click();
    await page.get('paragraph', say('backup.kept', 'mine.kith')).waitFor();
    const bytes = () => page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        return new TextDecoder('latin1').decode(await (await (await folder.getFileHandle('mine.kith')).getFile()).arrayBuffer());
    });
    await until(async () => (await bytes()).includes('Training'), { timeout: 20_000 });
    await setPassphrase(page);
    await until(async () => { // without an edit
        const text = await bytes();
        return text.charCodeAt(8) === 3 && !text.includes('Training');
    }, { timeout: 20_000 });
}, {
    before: [() => {
        globalThis.showSaveFilePicker = async () =>
            (await navigator.storage.getDirectory()).getFileHandle('mine.kith', { create: true });
    }],
    only: ['chromium'], because: 'no other engine lets a page keep a file', limit: 150,
});

test('The page that is shown when Kith had to stop gives the protected file', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await setPassphrase(page);
    await page.close();
    const dark = await browser.open(`${site.url}?no-webgl`);
    await dark.get('button', 'Save my data as a file').click();
    const bytes = await readFile(await browser.download());
    assert.equal(bytes[8], 3);
    assert.ok(!bytes.includes('Ana'));
}, {
    before: [() => {
        if (!location.search.includes('no-webgl')) return;
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : getContext.call(this, kind, ...more); };
    }],
    limit: 150,
});

function crc32(bytes) {
    let sum = -1;
    for (const byte of bytes) {
        sum ^= byte;
        for (let k = 0; k < 8; ++k) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    }
    return ~sum >>> 0;
}
