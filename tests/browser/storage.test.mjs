// What is saved stays saved: faults, crashes, races and a second copy, on a page that has storage and
// nothing else (storage/probe.cpp). Each of the faults of IDBFS that PLATFORM.md lists has a test here.

import assert from 'node:assert/strict';
import { aside, chooseBackup, damage, edit, editAndSave, hasCopy, hasName, isIn, loseCopy, loseDatabase, loseEverything, names, open, ready, saved, test } from './storage/helpers.mjs';

test('an edit is there after a reload, a restart and a kill', async (given) => {
    const { browser, engine } = given;
    let page = await open(given);
    assert.deepEqual(await names(page), []);
    await edit(page, 'Ana');
    assert.equal(await page.evaluate(() => probe.state()), 'saving');
    await saved(page);
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana']);
    await editAndSave(page, 'Ben');
    await browser.restart();
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben']);
    if (engine === 'webkit') return; // the driver can't kill it
    await editAndSave(page, 'Cem');
    await browser.kill();
    await browser.restart();
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Cem']);
    assert.deepEqual(await page.errors(), []);
});

test('an edit just before the tab is closed is there on return', async (given) => {
    for (let i = 0; i < 5; ++i) {
        const page = await open(given);
        await page.show();
        await saved(page); // the browser may take a moment to end the last one, which writes till then
        assert.equal((await names(page)).length, i);
        await edit(page, `Ana ${i}`);
        await page.close();
    }
    // The browser itself must stay, or the last tab takes it along.
    const page = await open(given);
    await page.show();
    await saved(page);
    assert.equal((await names(page)).length, 5);
});

test('an edit just before a reload is there afterwards', async (given) => {
    const page = await open(given);
    for (let i = 1; i <= 5; ++i) {
        await edit(page, `Ana ${i}`);
        await page.reload();
        await ready(page);
        assert.equal((await names(page)).length, i);
    }
});

test('a second tab reads along, can take over, and both see everything', async (given) => {
    const first = await open(given);
    await editAndSave(first, 'Ana');
    const second = await open(given);
    await isIn(second, 'read_only');
    assert.equal(await second.evaluate(() => probe.reason()), 'storage.elsewhere');
    assert.deepEqual(await names(second), ['Ana']);
    await editAndSave(first, 'Ben');
    await hasName(second, 'Ben');

    await edit(first, 'Cem'); // not stored yet: the first tab stores before it lets go
    await second.evaluate(() => probe.takeOver());
    await saved(second);
    await isIn(first, 'read_only');
    assert.deepEqual(await names(second), ['Ana', 'Ben', 'Cem']);
    await editAndSave(second, 'Dia');
    await hasName(first, 'Dia');
    await second.close();

    await first.show();
    await saved(first); // nobody writes any more
    await editAndSave(first, 'Eva');
    await first.reload();
    await ready(first);
    assert.deepEqual(await names(first), ['Ana', 'Ben', 'Cem', 'Dia', 'Eva']);
});

test('of many tabs that start at once exactly one writes', async (given) => {
    const pages = [];
    for (let i = 0; i < 4; ++i) pages.push(await given.browser.open());
    await Promise.all(pages.map((page) => page.goto(given.site.url)));
    for (const page of pages) await ready(page);
    const states = await Promise.all(pages.map((page) => page.evaluate(() => probe.state())));
    assert.deepEqual(states.sort(), ['read_only', 'read_only', 'read_only', 'saved']);
});

test('a tab that does not answer loses the pen, not its edits', async (given) => {
    const first = await open(given);
    await editAndSave(first, 'Ana');
    const second = await open(given);
    await isIn(second, 'read_only');
    const asleep = first.evaluate(() => {
        probe.edit('Ben');
        for (const end = performance.now() + 9000; performance.now() < end;);
    });
    await second.evaluate(() => probe.takeOver());
    await isIn(second, 'saved', 30_000);
    await editAndSave(second, 'Cem');
    await asleep;
    await isIn(first, 'read_only');
    await hasName(second, 'Ben');
    await saved(second);
    await second.reload();
    await ready(second);
    assert.deepEqual(await names(second), ['Ana', 'Ben', 'Cem']);
});

// The faults of IDBFS, in PLATFORM.md's order -----------------------------------------------------------------

test('no file is ever written twice, whatever the clock says, and each is stored with its own bytes only', async (given) => {
    const page = await open(given);
    await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        globalThis.written = [];
        IDBObjectStore.prototype.put = function (value, key) {
            if (value.contents) written.push([key, value.contents.length, value.contents.buffer.byteLength]);
            return put.call(this, value, key);
        };
        Date.now = () => 1_800_000_000_000; // all in one tick
    });
    for (let i = 0; i < 30; ++i) {
        await edit(page, `Ana ${i}`);
        await page.evaluate(() => probe.saved());
    }
    await page.until(() => probe.files().length < 10, { what: 'nothing was folded' });
    await saved(page);
    const written = await page.evaluate(() => globalThis.written);
    assert.equal(new Set(written.map(([key]) => key)).size, written.length, 'every name is new');
    for (const [key, length, stored] of written) assert.equal(stored, length, key);
    await page.reload();
    await ready(page);
    assert.equal((await names(page)).length, 30);
});

for (const [what, when] of [['a put that fails half way', 'put'], ['no space', 'quota'], ['a connection that the browser closed', 'close']]) {
    test(`${what} is shown, tried again and heals`, async (given) => {
        const page = await open(given);
        await editAndSave(page, 'Ana');
        await page.evaluate((kind) => {
            if (kind === 'close') {
                for (const database of databases) database.close();
                return;
            }
            const { put } = IDBObjectStore.prototype;
            globalThis.healed = () => { IDBObjectStore.prototype.put = put; };
            IDBObjectStore.prototype.put = function (value, key) {
                if (kind === 'quota') throw new DOMException('full', 'QuotaExceededError');
                const request = put.call(this, value, key);
                this.transaction.abort();
                return request;
            };
        }, when);
        await edit(page, 'Ben');
        if (when !== 'close') {
            await isIn(page, 'not_saved');
            assert.equal(await page.evaluate(() => probe.reason()), when === 'quota' ? 'storage.no_space' : 'storage.failed');
            await edit(page, 'Cem');
            await page.evaluate(() => healed());
        }
        await saved(page);
        await page.reload();
        await ready(page);
        assert.deepEqual(await names(page), when === 'close' ? ['Ana', 'Ben'] : ['Ana', 'Ben', 'Cem']);
    }, {
        before: [() => {
            globalThis.databases = [];
            const { open } = IDBFactory.prototype;
            IDBFactory.prototype.open = function (...given) {
                const request = open.apply(this, given);
                request.addEventListener('success', () => databases.push(request.result));
                return request;
            };
        }],
    });
}

// Copies, loss and damage -------------------------------------------------------------------------------------

test('when IndexedDB is lost the second copy has everything, and the other way round', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana', 'Ben');
    if (!await hasCopy(page)) return; // this engine has no such place
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben']);
    assert.deepEqual(await page.evaluate(() => kith.notices), ['restored']);
    await saved(page);
    await page.until(() => probe.files().length > 0 && String(probe.files().sort()) === String(probe.copied().sort()));
    await page.goto('about:blank');
    await aside(given, loseCopy);
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben']);
    await editAndSave(page, 'Cem');
    assert.deepEqual((await page.evaluate(() => probe.copied())).sort(), (await page.evaluate(() => probe.files())).sort());
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Cem']);
});

test('a damaged file is healed from the second copy without a word', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    await editAndSave(page, 'Ben');
    if (!await hasCopy(page)) return;
    await page.goto('about:blank');
    await aside(given, damage, 0, 3);
    page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben']);
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
    await editAndSave(page, 'Cem');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Cem']);
});

test('without a second copy the damaged part is set aside and said once', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    await editAndSave(page, 'Ben');
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    await aside(given, damage, 0, 3);
    page = await open(given);
    assert.deepEqual(await names(page), ['Ben']);
    assert.deepEqual(await page.evaluate(() => kith.notices), ['damaged']);
    await page.until(async () => { // can be downloaded
        const [damaged] = await kith.setAside();
        return damaged?.name.startsWith('damaged-') && damaged.blob.size > 0;
    });
    await editAndSave(page, 'Cem');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ben', 'Cem']);
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
    const files = await page.evaluate(() => probe.files());
    assert.equal(files.filter((name) => name.startsWith('damaged-')).length, 1);
});

test('a store that a newer Kith wrote is left alone', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.goto('about:blank');
    await aside(given, () => new Promise((resolve) => {
        indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
            const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
            files.getAllKeys().onsuccess = ({ target: { result: [key] } }) => {
                files.get(key).onsuccess = ({ target: { result: file } }) => {
                    file.contents[8] = 4;
                    files.put(file, key);
                };
            };
            files.transaction.oncomplete = () => { database.close(); resolve(); };
        };
    }));
    const newer = await open(given, { reads: false });
    await newer.until(() => kith.page === 'newer');
    assert.equal(await newer.evaluate(() => globalThis.probe), undefined);
});

test('an empty place where there was something asks for a backup, which the rescue page gives', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    // What the person saved before, with an edit that is not stored yet.
    const backup = await page.evaluate(async () => {
        probe.edit('Ben');
        const [{ name, blob }] = await kith.rescue();
        return { name, bytes: [...new Uint8Array(await blob.arrayBuffer())] };
    });
    assert.match(backup.name, /^kith-.*\.kith$/);
    await saved(page);
    await loseEverything(given, page);

    page = await open(given, { reads: false });
    await page.until(() => kith.page === 'restore');
    await chooseBackup(page, 'notes.txt', [1, 2, 3]);
    await page.until(() => !document.getElementById('restore-problem').hidden);
    await chooseBackup(page, backup.name, backup.bytes);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana', 'Ben']);
    await editAndSave(page, 'Cem');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Cem']);
});

test('a browser that refuses storage is used from memory, and says so', async (given) => {
    const page = await open(given);
    assert.equal(await page.evaluate(() => probe.state()), 'memory_only');
    assert.equal(await page.evaluate(() => probe.reason()), 'storage.refused');
    await edit(page, 'Ana');
    assert.deepEqual(await names(page), ['Ana']);
    // It may come to its senses.
    await page.evaluate(() => { IDBFactory.prototype.open = allowed; });
    await saved(page);
    await page.evaluate(() => sessionStorage.setItem('allow', 'yes'));
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana']);
}, {
    before: [() => {
        globalThis.allowed = IDBFactory.prototype.open;
        if (!sessionStorage.getItem('allow'))
            IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
    }],
});

test('a clock set back by a day loses nothing', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => sessionStorage.setItem('back', 'yes'));
    await page.reload();
    await ready(page);
    await editAndSave(page, 'Ben');
    await edit(page, 'Cem');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Cem']);
}, {
    before: [() => {
        const { now } = Date;
        if (sessionStorage.getItem('back')) Date.now = () => now() - 86_400_000;
    }],
});

// KITH_KILLS=60 for a longer run, which `tests/run long` does. Where IndexedDB was lost with the browser, the second copy has it all.
const kills = Number(process.env.KITH_KILLS ?? 5);
test('a browser that is killed while edits stream in keeps every acknowledged one', async (given) => {
    const known = new Set();
    let restored = 0;
    const check = async (page) => {
        const kept = new Set(await names(page));
        for (const name of known) assert.ok(kept.has(name), `${name} was acknowledged`);
        if (await page.evaluate(() => kith.notices.includes('restored'))) ++restored;
        assert.ok(!await page.evaluate(() => kith.notices.includes('damaged')));
    };
    for (let round = 0; round < kills; ++round) {
        const page = await open(given);
        await check(page);
        await page.evaluate((n) => {
            globalThis.acknowledged = [];
            (async () => {
                for (let i = 0; ; ++i) {
                    const name = `Ana ${n}.${i}`;
                    probe.edit(name);
                    if (i % 3) continue;
                    await probe.saved();
                    acknowledged.push(name);
                }
            })();
        }, round);
        // However slow the machine is, something is acknowledged first.
        await page.until(() => acknowledged.length > 0, { timeout: 60_000, what: 'nothing was ever saved' });
        const end = performance.now() + Math.random() * 2000;
        do for (const name of await page.evaluate(() => acknowledged)) known.add(name);
        while (performance.now() < end);
        await given.browser.kill();
        if (given.engine === 'firefox') await new Promise((resolve) => setTimeout(resolve, 1000)); // its driver tidies the profile up
        await given.browser.restart();
    }
    await check(await open(given));
    assert.ok(known.size >= kills);
    console.log(`       ${given.engine}: ${kills} kills, ${known.size} acknowledged edits all there, IndexedDB lost and restored ${restored} times`);
}, { only: ['chromium', 'firefox'], because: 'the driver can’t kill WebKit', limit: 120 + 15 * kills });
