// Nothing is lost: closed tabs, closed browsers, killed browsers, two tabs, no storage, a program that
// had to stop.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { linkedin } from './data.mjs';
import { addPerson, begins, go, importButton, note, notes, row, saved, say } from './screens.mjs';
import { inEveryEngine, test } from './testing.mjs';

inEveryEngine();

const ana = { given: 'Ana', family: 'Núñez', role: 'Head of Training' };

test('An edit is there after the page was closed at once', async ({ open }) => {
    const first = await open();
    await addPerson(first, ana);
    await saved(first);
    await note(first, 'Owes me a coffee');
    await first.close();
    const second = await open();
    await go(second, 'people');
    await row(second, 'Ana Núñez').click();
    await notes(second).waitUntil((node) => node.value === 'Owes me a coffee');
});

test('A file that is dropped while Kith still starts is taken when it stands', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.until(() => globalThis.kith?.dropped);
    await page.drop([{ name: 'Connections.csv', bytes: linkedin(3) }]);
    await page.evaluate(() => goOn());
    await page.until(() => globalThis.fontsAsked, { what: 'the program asks for its icons' });
    await page.drop([{ name: 'more.csv', bytes: linkedin(5) }]); // and once more, when it listens but does not stand
    await page.evaluate(() => fontsAsked());
    await importButton(page).waitFor();
    assert.equal(await importButton(page).name(), say('files.do_import', 5));
}, {
    before: [() => {
        const { instantiate, instantiateStreaming } = WebAssembly;
        const held = new Promise((resolve) => { globalThis.goOn = resolve; });
        WebAssembly.instantiate = (...given) => held.then(() => instantiate.apply(WebAssembly, given));
        if (instantiateStreaming) WebAssembly.instantiateStreaming = (...given) => held.then(() => instantiateStreaming.apply(WebAssembly, given));
        const { load } = FontFaceSet.prototype;
        FontFaceSet.prototype.load = function (...given) {
            return new Promise((resolve) => { globalThis.fontsAsked = resolve; }).then(() => load.apply(this, given));
        };
    }],
});

test('An edit is there after the browser was closed and opened again', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await browser.restart();
    const again = await browser.open(site.url);
    await go(again, 'people');
    await row(again, 'Ana Núñez').waitFor();
});

test('What is shown as saved survives a browser that is killed', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    // The draft of it is removed then, which a browser may not have done yet.
    await notes(page).edit();
    await page.type('Owes');
    await page.get('status', say('storage.draft')).waitUntil((node) => node.description === say('storage.draft_kept'));
    await page.type(' me a coffee');
    await page.press('Tab');
    await saved(page);
    await browser.kill();
    await browser.restart();
    const again = await browser.open(site.url);
    await go(again, 'people');
    await row(again, 'Ana Núñez').click();
    await notes(again).waitUntil((node) => node.value === 'Owes me a coffee' && !node.edited);
}, { only: ['chromium', 'firefox'], because: 'WebKit’s network process outlives a killed MiniBrowser' });

test('A second tab can’t write until it takes over, and then the first can’t', async ({ open }) => {
    const first = await open();
    await addPerson(first, ana);
    await saved(first);
    const second = await open();
    await second.show();
    await go(second, 'people');
    await row(second, 'Ana Núñez').click();
    await second.get('button', say('storage.take_over')).waitFor();
    await notes(second).fill('Not yet', { then: 'Tab' }).catch(() => {});
    await second.get('status', begins(say('storage.read_only_refused'))).first().waitFor();

    await second.get('button', say('storage.take_over')).click();
    await saved(second);
    await note(second, 'Owes me a coffee');
    await saved(second);

    await first.show();
    await first.get('button', say('storage.take_over')).waitFor();
    await notes(first).waitUntil((node) => node.value === 'Owes me a coffee');
});

test('Where the browser keeps nothing the page says so', async ({ open }) => {
    const page = await open();
    await page.get('status', say('storage.memory_only')).waitFor();
    await addPerson(page, ana);
    await go(page, 'people');
    await row(page, 'Ana Núñez').waitFor();
    // It asks the browser again, which brings back neither the dialog nor anything else.
    await new Promise((resolve) => setTimeout(resolve, 7000));
    assert.equal(await page.get('dialog', say('add.title')).count(), 0);
    assert.ok(await page.evaluate(() => document.getElementById('notice-restored').hidden));
}, {
    before: [() => {
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
        Object.defineProperty(navigator, 'storage', { value: undefined });
    }],
});

test('A program that had to stop offers what it holds as a file', async ({ browser, open }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await page.evaluate(() => { globalThis.noMoreMemory = true; });
    await page.drop([{ name: 'Connections.csv', bytes: linkedin(40_000) }]);
    await page.get('heading', 'Kith had to stop').waitFor({ timeout: 60_000 });
    await page.get('button', 'Save my data as a file').click();
    const bytes = await readFile(await browser.download());
    assert.ok(bytes.includes('Núñez'), 'the file has the person in it');
    await page.get('button', 'Reload').click();
    await page.get('navigation').waitFor();
}, {
    before: [() => {
        const { grow } = WebAssembly.Memory.prototype;
        WebAssembly.Memory.prototype.grow = function (pages) {
            if (globalThis.noMoreMemory) throw new RangeError('no more memory');
            return grow.call(this, pages);
        };
    }],
});

test('Where nothing can be drawn any more, what is stored can still be saved as a file', async ({ browser, open, site }) => {
    const page = await open();
    await addPerson(page, ana);
    await saved(page);
    await page.close();
    const dark = await browser.open(`${site.url}?no-webgl`);
    await dark.get('heading', 'This browser can’t draw Kith').waitFor();
    await dark.get('button', 'Save my data as a file').click();
    assert.ok((await readFile(await browser.download())).includes('Núñez'));
}, {
    before: [() => {
        if (!location.search.includes('no-webgl')) return;
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : getContext.call(this, kind, ...more); };
    }],
});

test('Back and a bookmark lead to where one was', async ({ browser, open }) => {
    const page = await open();
    await addPerson(page, ana);
    await page.until(() => location.hash.startsWith('#people/'));
    const bookmark = await page.evaluate(() => location.href);
    await saved(page);
    await go(page, 'settings');
    await page.until(() => location.hash === '#settings');
    await page.back();
    await page.get('heading', 'Ana Núñez').waitFor();
    const other = await browser.open(bookmark);
    await other.get('heading', 'Ana Núñez').waitFor();
});
