// What browsers do to a page that wants to keep something: no room, storage refused, a transaction that
// breaks, a tab killed or frozen in the middle of it. In each the person sees the true state and can take
// everything away as a file, and what was acknowledged is there in the end. On a page that has storage and
// nothing else (storage/probe.cpp).

import assert from 'node:assert/strict';
import { aside, edit, editAndSave, holdDatabase, isIn, names, open, ready, saved, test } from './storage/helpers.mjs';

/** What the file that a person can save now has in it, as text. */
const rescued = (page) => page.evaluate(async () => {
    const files = await kith.rescue();
    return (await Promise.all(files.map(({ blob }) => blob.text()))).join('\n');
});
async function canTakeAway(page, ...all) {
    const text = await rescued(page);
    for (const name of all) assert.ok(text.includes(name), `${name} is in the file`);
}
async function afterReload(page, expected) {
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), expected);
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
}

/** Before the page: globalThis.fail(n, kind) makes the n-th call that stores something fail, and the rest until healed(). */
const failing = () => {
    let left = Infinity, fault = null, count = 1;
    const wrap = (prototype, name, kinds, how) => {
        const original = prototype[name];
        prototype[name] = function (...given) {
            if (!kinds.includes(fault) || --left > 0 || left <= -count) return original.apply(this, given);
            return how.call(this, original, given);
        };
    };
    globalThis.fail = (after, kind, times = Infinity) => { [left, fault, count] = [after, kind, times]; };
    globalThis.healed = () => { left = Infinity; };
    for (const name of ['put', 'delete'])
        wrap(IDBObjectStore.prototype, name, ['throws', 'aborts'], function (original, given) {
            if (fault === 'throws') throw new DOMException('full', 'QuotaExceededError');
            const request = original.apply(this, given);
            this.transaction.abort();
            return request;
        });
    wrap(IDBDatabase.prototype, 'transaction', ['closes'], () => { throw new DOMException('closed', 'InvalidStateError'); });
};

for (const kind of ['throws', 'aborts', 'closes']) {
    test(`a storage call that ${kind}, whichever it is, costs no acknowledged edit, and all is stored when it works again`, async (given) => {
        const page = await open(given);
        const expected = [];
        let longest = 0;
        for (let n = 1; n <= 24; ++n) {
            const name = `Edit ${String(n).padStart(2, '0')}`;
            expected.push(name);
            await page.evaluate((after, what, text) => {
                fail(after % 6 || 6, what, 1 + after % 3);
                probe.edit(text);
            }, n, kind, name);
            const began = Date.now();
            await saved(page);
            longest = Math.max(longest, Date.now() - began);
            await page.evaluate(() => healed());
            if (n % 6 === 0) await afterReload(page, expected);
        }
        assert.ok(longest > 500, 'at least one call failed and was tried again');
    }, { before: [failing], limit: 240 });
}

test('while there is no room, that is said, everything can be taken away, and it is stored when there is room', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => fail(1, 'throws'));
    await edit(page, 'Ben');
    await isIn(page, 'not_saved');
    assert.equal(await page.evaluate(() => probe.reason()), 'storage.no_space');
    assert.equal(await page.evaluate(() => probe.cause()), 'QuotaExceededError: full');
    await edit(page, 'Cem');
    await canTakeAway(page, 'Ana', 'Ben', 'Cem');
    await page.evaluate(() => healed());
    await saved(page);
    await afterReload(page, ['Ana', 'Ben', 'Cem']);
}, { before: [failing] });

test('what the program itself can’t write keeps its cause on the way out and back', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => {
        const { has } = probe.fileSystem;
        globalThis.healed = () => { probe.fileSystem.has = has; };
        probe.fileSystem.has = () => { throw new RangeError('no room for a buffer'); };
    });
    await edit(page, 'Ben');
    await isIn(page, 'not_saved');
    assert.equal(await page.evaluate(() => probe.reason()), 'storage.failed');
    assert.equal(await page.evaluate(() => probe.cause()), 'RangeError: no room for a buffer');
    await page.evaluate(() => healed());
    await saved(page);
    assert.equal(await page.evaluate(() => probe.cause()), '');
    await afterReload(page, ['Ana', 'Ben']);
});

test('the log says what failed, when and why, and nothing of the person', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana Núñez');
    assert.equal(await page.evaluate(() => probe.protect('', 'nine blue cups')), '');
    // Browsers quote and name things in what they say.
    await page.evaluate(() => {
        const words = ['Failed to execute \'put\' on “Ana Núñez”: the disk is full', 'no place for /kith/journal-1-2.kith',
            'can’t reach ana@example.org', 'what \'Ana\'s contacts.csv\' was', '`Ana'];
        let count = 0;
        fail(1, 'throws');
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...rest) {
            try {
                return put.apply(this, rest);
            } catch {
                throw new DOMException(words[count++ % words.length], 'QuotaExceededError');
            }
        };
        probe.edit('Ben Okafor');
    });
    await page.until(() => kith.logged().filter((line) => /not saved/.test(line)).length >= 5, { timeout: 60_000 });
    assert.equal(await page.evaluate(() => probe.protect('nine blue cups', 'ten red plates')), 'passphrase.not_stored');
    assert.match(await page.evaluate(() => probe.problemCause()), /^QuotaExceededError: /);
    await page.evaluate(() => {
        healed();
        probe.edit('Cem'); // else it would be tried again in half a minute
    });
    await saved(page);
    const lines = await page.evaluate(() => kith.logged());
    const log = lines.join('\n');
    assert.match(log, /storage: not saved \(QuotaExceededError: Failed to execute … on …: the disk is full\)/);
    assert.match(log, /storage: not saved \(QuotaExceededError: no place for …\)/);
    assert.match(log, /passphrase: not changed \(QuotaExceededError/);
    assert.match(log, /storage: saved again/);
    for (const text of ['Ana', 'Núñez', 'Ben', 'Okafor', 'Cem', 'blue', 'red', '.kith', '.csv', 'example', '\'', '`'])
        assert.ok(!log.includes(text), `${text} is in the log:\n${log}`);
    assert.deepEqual(await aside(given, () => JSON.parse(localStorage.getItem('kith#log')).length), lines.length, 'the next page has it');
}, { before: [failing], limit: 120 });

test('the log is short, and one thing again and again is one line of it', async (given) => {
    const page = await open(given);
    const lines = await page.evaluate(() => {
        for (let i = 0; i < 5; ++i) kith.log('storage', 'not saved', new DOMException('', 'QuotaExceededError'));
        const [first] = kith.logged().slice(-1);
        for (let i = 0; i < 500; ++i) kith.log('test', `line ${i}`);
        return [first, ...kith.logged()];
    });
    assert.match(lines[0], /storage: not saved \(QuotaExceededError\) × 5, last /);
    assert.ok(lines.length <= 61);
    assert.match(lines.at(-1), /test: line 499$/);
    await page.evaluate(() => { // where nothing can be kept, this page alone has it
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
        kith.log('test', 'one more');
        kith.log('test', 'and one');
    });
    assert.match((await page.evaluate(() => kith.logged())).slice(-2).join(), /one more,.*and one$/);
});

test('a disk that is really full is said, and heals', async (given) => {
    const page = await open(given);
    const protocol = await page.tab.protocol();
    const origin = new URL(given.site.url).origin;
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 40_000 });
    await editAndSave(page, 'Ana');
    await edit(page, 'Person', 20_000);
    await isIn(page, 'not_saved', 30_000);
    assert.equal(await page.evaluate(() => probe.reason()), 'storage.no_space');
    assert.match(await page.evaluate(() => probe.cause()), /^QuotaExceededError/);
    await canTakeAway(page, 'Ana', 'Person20000');
    await protocol.send('Storage.overrideQuotaForOrigin', { origin });
    await saved(page);
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => probe.count()), 20_001);
}, { only: ['chromium'], because: 'only its developer tools can set the room' });

test('while the database does not answer, that is said within seconds, and all is stored when it does', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(holdDatabase);
    await edit(page, 'Ben');
    await isIn(page, 'not_saved', 30_000);
    assert.equal(await page.evaluate(() => probe.reason()), 'storage.slow');
    assert.equal(await page.evaluate(() => probe.cause()), '');
    await edit(page, 'Cem');
    assert.equal(await page.evaluate(() => probe.state()), 'not_saved', 'it still is said');
    await page.evaluate(() => letGo());
    await saved(page);
    await afterReload(page, ['Ana', 'Ben', 'Cem']);
});

test('a start while the database does not answer says so, and shows everything when it does', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    await page.close();
    const other = await given.browser.open(new URL('/__scratch', given.site.url).href);
    await other.evaluate(holdDatabase);
    page = await open(given, { reads: false });
    await page.until(() => document.getElementById('unread')?.hidden === false, { timeout: 40_000, what: 'nothing is said' });
    assert.equal(await page.evaluate(() => Boolean(globalThis.probe)), false, 'nothing is shown in its place');
    await other.evaluate(() => letGo());
    await page.show();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana']);
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
    assert.ok(await page.evaluate(() => document.getElementById('unread').hidden));
    await editAndSave(page, 'Ben');
    await afterReload(page, ['Ana', 'Ben']);
});

for (const [how, goesOn] of [['waits', false], ['goes on when told to', true]])
    test(`a start at which neither copy can be had ${how}, and all comes together`, async (given) => {
        const page = await open(given);
        await editAndSave(page, 'Ana');
        await page.evaluate(() => { sessionStorage.setItem('broken', '1'); });
        await page.reload();
        await page.until(() => document.getElementById('unread-without')?.hidden === false, { timeout: 40_000, what: 'nothing is offered' });
        assert.match(await page.evaluate(() => document.getElementById('unread-why').textContent), /UnknownError/);
        assert.equal(await page.evaluate(() => kith.page ?? ''), '', 'nobody says that it is lost');
        if (goesOn) {
            await page.evaluate(() => document.getElementById('unread-without').click());
            await ready(page);
            await isIn(page, 'memory_only');
            assert.equal(await page.evaluate(() => probe.reason()), 'storage.failed');
            await edit(page, 'Ben');
        }
        await page.evaluate(() => sessionStorage.removeItem('broken'));
        await ready(page);
        await saved(page);
        await afterReload(page, goesOn ? ['Ana', 'Ben'] : ['Ana']);
    }, {
        before: [() => {
            if (navigator.storage) Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined });
            const { open } = IDBFactory.prototype;
            IDBFactory.prototype.open = function (...given) {
                if (sessionStorage.getItem('broken')) throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
                return open.apply(this, given);
            };
        }],
    });

test('when one file of a sync fails, those that were stored with it do no harm', async (given) => {
    // IDBFS commits the rest of a sync in which one put failed (PLATFORM.md, fault 3).
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => fail(1, 'aborts'));
    await edit(page, 'Ben');
    await isIn(page, 'not_saved');
    await page.evaluate(() => {
        healed();
        const { put } = IDBObjectStore.prototype;
        let isFirst = true;
        IDBObjectStore.prototype.put = function (value, key) {
            if (isFirst && value.contents) {
                isFirst = false;
                throw new DOMException('this one not', 'DataError');
            }
            return put.call(this, value, key);
        };
    });
    await edit(page, 'Cem');
    await saved(page);
    await afterReload(page, ['Ana', 'Ben', 'Cem']);
}, { before: [failing] });

test('where storage is refused, what is done can be taken away', async (given) => {
    const page = await open(given);
    assert.equal(await page.evaluate(() => probe.state()), 'memory_only');
    await edit(page, 'Ana');
    await canTakeAway(page, 'Ana');
}, { before: [() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; }] });

test('a connection that the browser closes, also in the middle of a sync, is opened again', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...rest) {
            IDBObjectStore.prototype.put = put;
            const request = put.apply(this, rest);
            const { db } = this.transaction;
            this.transaction.abort();
            db.close();
            db.dispatchEvent(new Event('close'));
            return request;
        };
    });
    await edit(page, 'Ben');
    await saved(page);
    await editAndSave(page, 'Cem');
    await afterReload(page, ['Ana', 'Ben', 'Cem']);
});

test('a tab that ends in the middle of a sync loses nothing', async (given) => {
    const expected = [];
    for (let round = 0; round < 6; ++round) {
        const page = await open(given);
        await page.show();
        await saved(page);
        assert.deepEqual(await page.evaluate(() => kith.notices), []);
        assert.equal(await page.evaluate(() => probe.count()), expected.length);
        await page.evaluate((n) => {
            const { put } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.put = function (...rest) {
                globalThis.hasBegun = true;
                return put.apply(this, rest);
            };
            probe.edit(`Round ${n}`, 1500);
        }, round);
        for (let i = 1; i <= 1500; ++i) expected.push(i);
        await page.until(() => globalThis.hasBegun === true);
        await page.close();
    }
    const page = await open(given);
    await page.show();
    await saved(page);
    assert.equal(await page.evaluate(() => probe.count()), expected.length);
});

test('a page whose renderer crashes in the middle of a sync has everything that was acknowledged', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...rest) {
            globalThis.hasBegun = true;
            return put.apply(this, rest);
        };
        probe.edit('Round', 1500);
    });
    await page.until(() => globalThis.hasBegun === true);
    const protocol = await page.tab.protocol();
    protocol.send('Page.crash').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1000));
    page = await open(given);
    await page.show();
    await saved(page);
    assert.ok((await names(page)).includes('Ana'));
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
    await editAndSave(page, 'Ben');
    await page.reload();
    await ready(page);
    assert.ok((await names(page)).includes('Ben'));
}, { only: ['chromium'], because: 'only its developer tools can crash a page' });

test('a page that is frozen has what it did in the tail, and goes on when it is thawed', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => {
        probe.edit('Ben');
        document.dispatchEvent(new Event('freeze'));
    });
    const tail = await aside(given, () => new Promise((resolve) => {
        indexedDB.open('kith#tail').onsuccess = ({ target: { result: database } }) => {
            database.transaction('tail').objectStore('tail').getAll().onsuccess = ({ target: { result } }) => {
                database.close();
                resolve(result.map((bytes) => new TextDecoder().decode(bytes)).join());
            };
        };
    }));
    assert.ok(tail.includes('Ben') || (await page.evaluate(() => probe.state())) === 'saved');
    await page.show();
    await page.evaluate(() => document.dispatchEvent(new Event('resume')));
    await saved(page);
    await editAndSave(page, 'Cem');
    await afterReload(page, ['Ana', 'Ben', 'Cem']);
});

test('a tab that Chromium froze loses the pen to who asks for it, and nothing that was done in it', async (given) => {
    const first = await open(given);
    await editAndSave(first, 'Ana');
    const protocol = await first.tab.protocol();
    await first.evaluate(() => probe.edit('Ben'));
    await protocol.send('Page.setWebLifecycleState', { state: 'frozen' });
    const second = await open(given);
    await second.show();
    await second.until(() => ['read_only', 'saved'].includes(probe.state()));
    if (await second.evaluate(() => probe.state()) === 'read_only') await second.evaluate(() => probe.takeOver());
    await isIn(second, 'saved', 30_000);
    await editAndSave(second, 'Cem');
    await protocol.send('Page.setWebLifecycleState', { state: 'active' });
    await first.show();
    await isIn(first, 'read_only', 30_000);
    await second.show();
    await second.until(() => probe.names().includes('Ben'), { what: 'what was done in the frozen tab never came' });
    await saved(second);
    await second.reload();
    await ready(second);
    assert.deepEqual(await names(second), ['Ana', 'Ben', 'Cem']);
}, { only: ['chromium'], because: 'only its developer tools can freeze a page' });

test('what is only in the tail is in the file that a page without the program gives', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    // IndexedDB takes nothing any more; a string is all that gets through.
    await page.evaluate(() => {
        fail(1, 'throws');
        probe.edit('Ben');
        dispatchEvent(new Event('pagehide'));
    });
    const text = await aside(given, async () => {
        const script = document.createElement('script');
        script.src = '/rescue.js';
        document.head.append(script);
        await new Promise((resolve) => { script.onload = resolve; });
        return (await (await kith.rescue())[0].blob.text());
    });
    assert.ok(text.includes('Ana'));
    assert.ok(text.includes('Ben'));
}, { before: [failing] });

test('a tab that lost the pen while it slept takes no file away that another wrote', async (given) => {
    // IDBFS removes what it does not know (PLATFORM.md, fault 4): only who holds the pen may sync.
    const first = await open(given);
    await editAndSave(first, 'Ana');
    const second = await open(given);
    await isIn(second, 'read_only');
    await second.evaluate(() => probe.takeOver());
    await saved(second);
    await editAndSave(second, 'Ben', 'Cem');
    await edit(first, 'Dia'); // it may not: it goes to who may
    await second.until(() => probe.names().includes('Dia'), { what: 'the edit never came over' });
    await saved(second);
    await second.reload();
    await ready(second);
    assert.deepEqual(await names(second), ['Ana', 'Ben', 'Cem', 'Dia']);
});
