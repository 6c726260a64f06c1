// A file on the disk that is kept up to date. The picker can't be pressed by a test: a file of the page's
// own file system stands for the one that is chosen; it is written in the same way.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addPerson, begins, go, row, saved, say } from './screens.mjs';
import { test } from './testing.mjs';

const chooses = () => {
    globalThis.showSaveFilePicker = async () =>
        (await navigator.storage.getDirectory()).getFileHandle('mine.kith', { create: true });
};
const fileText = (page) => page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('mine.kith')).getFile();
    return new TextDecoder().decode(await file.arrayBuffer());
});
const onlyChromium = { only: ['chromium'], because: 'no other engine lets a page keep a file' };

test('A chosen file is written at once, after each change, and after a reload', async ({ open }) => {
    const page = await open();
    await addPerson(page, { given: 'Ana', family: 'Núñez' });
    await go(page, 'settings');
    await page.get('button', say('backup.keep')).click();
    await page.get('paragraph', say('backup.kept', 'mine.kith')).waitFor();
    await page.until(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle('mine.kith')).getFile()).size > 12;
    });
    assert.match(await fileText(page), /Núñez/);

    await page.close();
    const again = await open();
    await go(again, 'people');
    await addPerson(again, { given: 'Ben', family: 'Okafor' });
    await saved(again);
    await again.until(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await (await folder.getFileHandle('mine.kith')).getFile();
        return (await file.text().catch(() => 'written anew just now')).includes('Okafor');
    }, { timeout: 20_000 });
    await go(again, 'settings');
    await again.get('button', say('backup.stop')).click();
    await again.get('button', say('backup.keep')).waitFor();
}, { before: [chooses], ...onlyChromium });

test('A file that can’t be written is said, and the data are safe', async ({ open }) => {
    const page = await open();
    await addPerson(page, { given: 'Ana', family: 'Núñez' });
    await go(page, 'settings');
    await page.get('button', say('backup.keep')).click();
    await page.get('alert', begins(say('backup.failed', 'mine.kith'))).waitFor();
    await page.get('paragraph', say('error.cause', 'QuotaExceededError')).waitFor();
    await saved(page);
}, {
    before: [chooses, () => {
        FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    }],
    ...onlyChromium,
});

test('Another device’s file is shown first, merged by a press, and taken back by another', async ({ open }) => {
    const page = await open();
    await addPerson(page, { given: 'Max', family: 'Holm' });
    await saved(page);
    await page.drop([{ name: 'phone.kith', bytes: await readFile(new URL('../data/kith/v1.kith', import.meta.url)) }]);
    await page.get('heading', say('merge.title', 'phone.kith')).waitFor();
    await page.get('button', say('merge.go_join')).click();
    await page.get('main').get('button', say('merge.undo')).waitFor();
    await saved(page);
    await go(page, 'people');
    await row(page, 'Ana Núñez 山田 👋').waitFor();
    await row(page, 'Max Holm').waitFor();
    await page.press('Control+Z');
    await row(page, 'Ana Núñez 山田 👋').waitGone();
    await row(page, 'Max Holm').waitFor();
});
