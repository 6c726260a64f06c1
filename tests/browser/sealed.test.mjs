// What is kept behind a passphrase, on a page that has storage and nothing else (storage/probe.cpp): that
// nothing can be read without it, and nothing is lost with it, whatever happens on the way.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import {
    aside, chooseBackup, edit, editAndSave, everythingKept, hasCopy, hasName, isIn, loseCopy, loseDatabase, loseEverything, names, open,
    ready, saved, testsOf,
} from './storage/helpers.mjs';

const test = testsOf('Passphrase');
const first = 'nine blue cups', second = 'ten red plates';

const protect = (page, before, after) => page.evaluate((...given) => probe.protect(...given), before, after);
const isLocked = (page) => page.until(() => globalThis.kith?.page === 'lock' && !document.getElementById('lock').hidden,
    { timeout: 20_000, what: 'it was never locked' });
async function type(page, passphrase) {
    await page.evaluate((text) => {
        document.getElementById('lock-passphrase').value = text;
        document.getElementById('lock-form').requestSubmit();
    }, passphrase);
    await page.until(() => !document.getElementById('lock-open').disabled, { timeout: 20_000 });
}
const isWrong = (page) => page.evaluate(() => !document.getElementById('lock-wrong').hidden);
/** A tab that asks for the passphrase and is given it. */
async function unlock(page, passphrase) {
    await isLocked(page);
    await type(page, passphrase);
    await ready(page);
}
async function openWith(given, passphrase) {
    const page = await open(given, { reads: false });
    await unlock(page, passphrase);
    return page;
}
/** With Ana and Ben in it, behind the first passphrase. */
async function openSealed(given) {
    const page = await open(given);
    await editAndSave(page, 'Ana Núñez', 'Ben');
    assert.equal(await protect(page, '', first), '');
    assert.equal(await page.evaluate(() => probe.protection()), 'on');
    return page;
}

test('once set, nothing that is kept can be read without it, and everything with it', async (given) => {
    const page = await openSealed(given);
    await editAndSave(page, 'Cem');
    const kept = await aside(given, everythingKept);
    assert.match(kept, /KITHJ/);
    for (const name of ['Ana', 'Ben', 'Cem']) assert.ok(!kept.includes(name), `${name} can be read`);
    await page.reload();
    await isLocked(page);
    assert.equal(await page.evaluate(() => globalThis.probe), undefined);
    await type(page, 'nine blue cup');
    assert.ok(await isWrong(page));
    assert.equal(await page.evaluate(() => document.getElementById('lock-passphrase').value), 'nine blue cup', 'it can be mended');
    await type(page, first);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
    assert.equal(await page.evaluate(() => document.getElementById('lock-passphrase').value), '');
    assert.deepEqual(await page.errors(), []);
});

test('it is the same however its letters were typed', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    assert.equal(await protect(page, '', 'Zoë has blue cups'), '');
    await page.reload();
    await unlock(page, 'Zoe\u0308 has blue cups');
    assert.deepEqual(await names(page), ['Ana']);
});

test('what is sealed in haste is what Web Crypto opens, for every length', async (given) => {
    const page = await openSealed(given);
    const different = await page.evaluate(async () => {
        const wrong = [];
        for (const length of [0, 1, 15, 16, 17, 31, 32, 33, 100, 255, 4096, 70_001]) {
            await probe.vault.prepare();
            const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
            const sealed = probe.vault.fileNow(bytes);
            if (probe.vault.fileNow(bytes)) wrong.push(`${length}: the same nonce`);
            const { frames, unread } = await probe.vault.frames(sealed);
            if (unread || String(frames) !== String(bytes)) wrong.push(length);
        }
        return wrong;
    });
    assert.deepEqual(different, []);
});

test('an edit just before a reload, or before the tab is closed, is there afterwards', async (given) => {
    let page = await openSealed(given);
    for (const name of ['Cem', 'Dia']) {
        await edit(page, name);
        await page.reload();
        await unlock(page, first);
    }
    await page.evaluate(() => { // the same moment: there is no time for Web Crypto
        probe.edit('Eva');
        dispatchEvent(new Event('pagehide'));
    });
    assert.ok(!(await aside(given, everythingKept)).includes('Eva'));
    await page.evaluate(() => probe.edit('Fay'));
    await page.close();
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem', 'Dia', 'Eva', 'Fay']);
});

const typedKept = (page) => page.until(() => probe.typedKept(), { what: 'what is half typed was never kept' });

test('what is half typed is sealed like the rest, also in haste, and goes with the passphrase that is forgotten', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => probe.keepTyped('dear Dia'));
    await typedKept(page);
    assert.ok(!(await aside(given, everythingKept)).includes('dear Dia'));
    await page.reload();
    await unlock(page, first);
    assert.equal(await page.evaluate(() => probe.typed()), 'dear Dia');
    await page.evaluate(() => { // no time for Web Crypto, and an edit beside it
        probe.edit('Eva');
        probe.type('dear Eva and Fay');
        dispatchEvent(new Event('pagehide'));
    });
    const kept = await aside(given, everythingKept);
    for (const text of ['dear', 'Eva']) assert.ok(!kept.includes(text), `${text} can be read`);
    await page.reload();
    await unlock(page, first);
    assert.equal(await page.evaluate(() => probe.typed()), 'dear Eva and Fay');
    assert.ok((await names(page)).includes('Eva'));
    // It is sealed anew with all else, and lies in the clear when that does.
    assert.equal(await protect(page, first, second), '');
    await page.evaluate(() => { probe.lock(); });
    await unlock(page, second);
    assert.equal(await page.evaluate(() => probe.typed()), 'dear Eva and Fay');
    // Nobody can open it any more.
    await page.evaluate(() => probe.lock());
    await isLocked(page);
    await page.evaluate(() => {
        document.getElementById('lock-erase').disabled = false;
        document.getElementById('lock-erase').click();
        document.getElementById('lock-erase-now').click();
    });
    await ready(page);
    assert.equal(await page.evaluate(() => probe.typed()), '');
    await page.close();
    assert.ok(!/#typed/.test(await aside(given, () => Object.keys(localStorage).join())));
}, { limit: 150 });

test('what is half typed goes when it is written, and not before that is stored', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => probe.keepTyped('dear Ben'));
    await typedKept(page);
    assert.ok((await aside(given, everythingKept)).includes('dear Ben'));
    // Written, but not stored when the page goes.
    await page.evaluate(() => {
        probe.edit('Ben');
        probe.keepTyped('');
        location.reload();
    });
    await page.until(() => globalThis.probe?.names().includes('Ben') && probe.state() === 'saved', { timeout: 20_000 });
    assert.equal(await page.evaluate(() => probe.typed()), '', 'it has become that, which was stored in haste');
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => probe.typed()), '');
    assert.ok(!(await aside(given, everythingKept)).includes('dear Ben'));
});

test('what is half typed stays so while something else is written, also in haste', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    await page.evaluate(() => probe.keepTyped('dear Ben'));
    await typedKept(page);
    await editAndSave(page, 'Cem');
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => probe.typed()), 'dear Ben');
    await page.evaluate(() => {
        probe.edit('Dia');
        location.reload();
    });
    await page.until(() => globalThis.probe?.names().includes('Dia') && probe.state() === 'saved', { timeout: 20_000 });
    assert.equal(await page.evaluate(() => probe.typed()), 'dear Ben');
});

test('it is changed and removed by who knows it', async (given) => {
    const page = await openSealed(given);
    assert.equal(await protect(page, second, 'something else'), 'passphrase.wrong');
    assert.equal(await protect(page, first, second), '');
    await editAndSave(page, 'Cem');
    await page.reload();
    await isLocked(page);
    await type(page, first);
    assert.ok(await isWrong(page));
    await type(page, second);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
    assert.equal(await protect(page, first, ''), 'passphrase.wrong');
    assert.equal(await protect(page, second, ''), '');
    assert.equal(await page.evaluate(() => probe.protection()), 'none');
    await editAndSave(page, 'Dia');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem', 'Dia']);
});

// A crash at the n-th storage call while it is set, changed or removed: the page goes away then and there.
for (const [what, before, after] of [['set', '', first], ['changed', first, second], ['removed', first, '']]) {
    test(`a crash at any step while it is ${what} leaves everything behind the old one or the new`, async (given) => {
        const page = await open(given);
        await editAndSave(page, 'Ana');
        await editAndSave(page, 'Ben');
        if (before) assert.equal(await protect(page, '', before), '');
        let expected = ['Ana', 'Ben'];
        for (let n = 1; ; ++n) {
            await editAndSave(page, `Edit ${n}`);
            expected = [...expected, `Edit ${n}`].sort();
            const isDone = await page.evaluate(async (count, was, will) => {
                crashAfter(count);
                await probe.protect(was, will);
                return crashAfter(Infinity) > 0;
            }, n, before, after).catch(() => false);
            if (isDone) break;
            await page.until(() => globalThis.hasCrashed !== true, { timeout: 20_000 });
            // Whoever comes back tries what they know.
            let now = before;
            await page.until(() => globalThis.probe || globalThis.kith?.page === 'lock', { timeout: 20_000 });
            for (const passphrase of [before, after]) {
                if (await page.evaluate(() => Boolean(globalThis.probe))) break;
                if (!passphrase) continue;
                await type(page, passphrase);
                if (!await isWrong(page)) now = passphrase;
            }
            await ready(page);
            assert.deepEqual(await names(page), expected, `crash at call ${n}`);
            assert.deepEqual(await page.evaluate(() => kith.notices), [], `crash at call ${n}`);
            const isOn = await page.evaluate(() => probe.protection() === 'on');
            if (isOn === Boolean(before) && now === before) continue;
            // The new one counts already: back to the old one, for the next crash.
            assert.equal(await protect(page, isOn ? after : '', before), '');
        }
        await editAndSave(page, 'Zoe');
        await page.reload();
        if (after) await unlock(page, after);
        else await ready(page);
        assert.deepEqual(await names(page), [...expected, 'Zoe'].sort());
    }, {
        limit: 300,
        before: [() => {
            let left = Infinity;
            const crash = () => {
                globalThis.hasCrashed = true;
                location.reload();
                throw new Error('the power went');
            };
            const counted = (prototype, name, counts = () => true) => {
                const original = prototype[name];
                prototype[name] = function (...given) {
                    if (globalThis.hasCrashed) throw new Error('the power went');
                    if (counts(...given) && --left === 0) crash();
                    return original.apply(this, given);
                };
            };
            globalThis.crashAfter = (count) => { const was = left; left = count; return was; };
            counted(IDBObjectStore.prototype, 'put');
            counted(IDBObjectStore.prototype, 'delete');
            counted(Worker.prototype, 'postMessage', ({ what }) => what === 'write' || what === 'remove');
        }],
    });
}

test('where it can’t be stored what counted before still counts', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        globalThis.healed = () => { IDBObjectStore.prototype.put = put; };
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    assert.equal(await protect(page, first, second), 'passphrase.not_stored');
    assert.equal(await page.evaluate(() => probe.problemCause()), 'QuotaExceededError: full');
    await page.evaluate(() => healed());
    await editAndSave(page, 'Cem');
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
    assert.equal(await protect(page, first, second), '');
});

test('where the browser’s cryptography fails, that is said, nothing is written in the clear, and it heals', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => {
        const { encrypt } = SubtleCrypto.prototype;
        globalThis.healed = () => { SubtleCrypto.prototype.encrypt = encrypt; };
        SubtleCrypto.prototype.encrypt = () => Promise.reject(new DOMException('no key', 'OperationError'));
    });
    await edit(page, 'Cem');
    await isIn(page, 'not_saved');
    assert.equal(await page.evaluate(() => probe.cause()), 'OperationError: no key');
    assert.ok(!(await aside(given, everythingKept)).includes('Cem'));
    await page.evaluate(() => healed());
    await saved(page);
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
});

test('a second tab asks for it too, reads along, takes over, and is locked with the first', async (given) => {
    const one = await openSealed(given);
    const two = await openWith(given, first);
    await isIn(two, 'read_only');
    assert.deepEqual(await names(two), ['Ana Núñez', 'Ben']);
    await editAndSave(one, 'Cem');
    await hasName(two, 'Cem');
    await edit(one, 'Dia'); // not stored yet
    await two.evaluate(() => probe.takeOver());
    await saved(two);
    await hasName(two, 'Dia');
    await editAndSave(two, 'Eva');
    await hasName(one, 'Eva');
    await two.evaluate(() => probe.lock());
    await isLocked(one);
    await isLocked(two);
    await type(two, first);
    await ready(two);
    assert.deepEqual(await names(two), ['Ana Núñez', 'Ben', 'Cem', 'Dia', 'Eva']);
});

test('a tab that waits locked holds nobody up, and sees what was written meanwhile', async (given) => {
    const one = await openSealed(given);
    await one.reload();
    await isLocked(one); // it has the pen
    const two = await openWith(given, first);
    await two.evaluate(() => probe.takeOver());
    await saved(two);
    await editAndSave(two, 'Cem');
    await type(one, first);
    await ready(one);
    assert.deepEqual(await names(one), ['Ana Núñez', 'Ben', 'Cem']);
    await isIn(one, 'read_only');
});

test('when it is changed in one tab the other asks for the new one', async (given) => {
    const one = await openSealed(given);
    const two = await openWith(given, first);
    assert.equal(await protect(one, first, second), '');
    await isLocked(two);
    await type(two, first);
    assert.ok(await isWrong(two));
    await type(two, second);
    await ready(two);
    assert.deepEqual(await names(two), ['Ana Núñez', 'Ben']);
});

test('it locks when nothing was done for a while, and what was done last is kept', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => probe.lockAfter(1 / 20)); // three seconds
    for (let i = 0; i < 8; ++i) {
        await page.evaluate(() => dispatchEvent(new Event('keydown')));
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.ok(await page.evaluate(() => Boolean(globalThis.probe)), 'somebody is there');
    await edit(page, 'Cem');
    await isLocked(page);
    await type(page, first);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
});

test('a page that slept is locked before anybody sees it', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => {
        probe.lockAfter(10);
        const { now } = Date;
        Date.now = () => now() + 11 * 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
    });
    await isLocked(page);
});

test('what can’t be stored is not locked away', async (given) => {
    const page = await openSealed(given);
    await page.evaluate(() => {
        const refuse = () => { throw new DOMException('full', 'QuotaExceededError'); };
        IDBObjectStore.prototype.put = refuse;
        Storage.prototype.setItem = refuse;
        probe.edit('Cem');
        probe.lock();
    });
    await page.until(() => kith.notices.includes('not-locked'), { timeout: 20_000 });
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
});

test('when IndexedDB is lost, the second copy asks for it and has everything', async (given) => {
    let page = await openSealed(given);
    if (!await hasCopy(page)) return;
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben']);
    assert.deepEqual(await page.evaluate(() => kith.notices), ['restored']);
    await saved(page);
    await page.goto('about:blank');
    await aside(given, loseCopy);
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben']);
});

test('where everything is lost, a protected backup is opened with it, and protects what comes', async (given) => {
    let page = await openSealed(given);
    const backup = await page.evaluate(async () => {
        const files = await kith.rescue();
        return { count: files.length, bytes: [...new Uint8Array(await files[0].blob.arrayBuffer())] };
    });
    assert.equal(backup.count, 1);
    await loseEverything(given, page);
    page = await open(given, { reads: false });
    await page.until(() => kith.page === 'restore');
    await chooseBackup(page, 'backup.kith', backup.bytes);
    await page.until(() => !document.getElementById('restore-locked').hidden);
    const typed = (text) => page.evaluate((passphrase) => {
        document.getElementById('restore-passphrase').value = passphrase;
        document.getElementById('restore-locked').requestSubmit();
    }, text);
    await typed(second);
    await page.until(() => !document.getElementById('restore-wrong').hidden, { timeout: 20_000 });
    await typed(first);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben']);
    await editAndSave(page, 'Cem');
    assert.ok(!(await aside(given, everythingKept)).includes('Ana'));
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem']);
});

test('who has lost it keeps the protected data as a file, and begins anew by pressing twice', async (given) => {
    const page = await openSealed(given);
    await page.reload();
    await isLocked(page);
    assert.ok(await page.evaluate(() => document.getElementById('lock-erase').disabled));
    const bytes = await page.evaluate(async () => {
        document.getElementById('lock-save').click();
        const [{ blob }] = await kith.rescue();
        return [...new Uint8Array(await blob.arrayBuffer())];
    });
    assert.equal(String.fromCharCode(...bytes.slice(0, 5)), 'KITHJ');
    assert.equal(bytes[8], 3);
    assert.ok(!String.fromCharCode(...bytes).includes('Ana'));
    await page.evaluate(() => {
        document.getElementById('lock-erase').click();
        document.getElementById('lock-erase-now').click();
    });
    await ready(page);
    assert.deepEqual(await names(page), []);
    assert.equal(await page.evaluate(() => kith.page), undefined, 'as on the first day');
    await editAndSave(page, 'Ana');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana']);
});

test('bytes that somebody changed are set aside and said, and nothing is made of them', async (given) => {
    let page = await openSealed(given);
    await editAndSave(page, 'Cem');
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    await aside(given, () => new Promise((resolve) => {
        const checksum = (bytes) => {
            let sum = -1;
            for (const byte of bytes) {
                sum ^= byte;
                for (let k = 0; k < 8; ++k) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
            }
            return ~sum >>> 0;
        };
        indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
            const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
            files.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
                const key = keys.filter((name) => name.includes('journal-')).at(-1);
                files.get(key).onsuccess = ({ target: { result: file } }) => {
                    const { contents } = file;
                    contents[contents.length - 20] ^= 1; // and the checksum is made right
                    const view = new DataView(contents.buffer, contents.byteOffset), head = view.getUint32(32, true);
                    view.setUint32(head + 4, checksum(contents.subarray(head + 8)), true);
                    files.put(file, key);
                };
            };
            files.transaction.oncomplete = () => { database.close(); resolve(); };
        };
    }));
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben']);
    assert.deepEqual(await page.evaluate(() => kith.notices), ['damaged']);
    await editAndSave(page, 'Dia');
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Dia']);
    assert.deepEqual(await page.evaluate(() => kith.notices), []);
});

/** What IndexedDB has, [path, file] each: as it is, or made so. */
const inDatabase = (entries) => new Promise((resolve, reject) => {
    indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
        const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
        if (entries) files.clear();
        for (const [path, { contents, ...file }] of entries ?? []) files.put({ ...file, timestamp: new Date(file.timestamp), contents: contents && Uint8Array.from(contents) }, path);
        const keys = files.getAllKeys(), values = files.getAll();
        files.transaction.oncomplete = () => {
            database.close();
            resolve(keys.result.map((path, i) => [path, { ...values.result[i], timestamp: Number(values.result[i].timestamp), contents: values.result[i].contents && [...values.result[i].contents] }]));
        };
        files.transaction.onabort = reject;
    };
});
const isJournal = ([path]) => path.includes('/journal-');
const notices = (page) => page.evaluate(() => kith.notices);
const versions = (page) => page.evaluate(() => probe.files().filter((name) => name.startsWith('journal-')).map((name) => probe.fileSystem.bytes(name)[8]));

test('an append that is left out is said once, whatever the files are called, and the rest is there', async (given) => {
    let page = await openSealed(given);
    await editAndSave(page, 'Cem');
    await editAndSave(page, 'Dia');
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    const entries = await aside(given, inDatabase), journals = entries.filter(isJournal);
    const [, [left], [last, lastFile]] = journals.slice(-3);
    const [from] = left.match(/\d{8}(?=-\d{8}\.kith)/), name = last.replace(/\d{8}(?=-\d{8}\.kith)/, from); // as if it were what a fold had made
    await aside(given, inDatabase, [...entries.filter(([path]) => path !== left && path !== last), [name, lastFile]]);
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Dia']);
    assert.deepEqual(await notices(page), ['altered']);
    await page.until(() => probe.files().filter((file) => file.startsWith('journal-')).length === 1, { timeout: 20_000, what: 'it was not written anew' });
    await editAndSave(page, 'Eva');
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Dia', 'Eva']);
    assert.deepEqual(await notices(page), []);
});

test('a first copy that was set back is said, and has everything again', async (given) => {
    let page = await openSealed(given);
    if (!await hasCopy(page)) return;
    await page.goto('about:blank');
    const before = await aside(given, inDatabase);
    page = await openWith(given, first);
    for (const name of ['Cem', 'Dia', 'Eva']) await editAndSave(page, name);
    await page.until(() => String(probe.files().sort()) === String(probe.copied().sort()));
    await page.goto('about:blank');
    await aside(given, inDatabase, before);
    page = await openWith(given, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem', 'Dia', 'Eva']);
    assert.deepEqual(await notices(page), ['older']);
    await saved(page);
    await page.reload();
    await unlock(page, first);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem', 'Dia', 'Eva']);
    assert.deepEqual(await notices(page), []);
});

test('a first copy from before the passphrase was changed opens with the new one, from the second', async (given) => {
    let page = await openSealed(given);
    if (!await hasCopy(page)) return;
    await page.goto('about:blank');
    const before = await aside(given, inDatabase);
    page = await openWith(given, first);
    await editAndSave(page, 'Cem');
    assert.equal(await protect(page, first, second), '');
    await editAndSave(page, 'Dia');
    await page.until(() => String(probe.files().sort()) === String(probe.copied().sort()));
    await page.goto('about:blank');
    await aside(given, inDatabase, before);
    page = await openWith(given, second);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben', 'Cem', 'Dia']);
    assert.deepEqual(await notices(page), ['older']);
});

test('what version 2 sealed is opened with its passphrase, and sealed as of today', async (given) => {
    let page = await open(given);
    await editAndSave(page, 'Ana');
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    const entries = await aside(given, inDatabase), old = [...readFileSync(new URL('../data/kith/v2-page.kith', import.meta.url))];
    const [[path, file]] = entries.filter(isJournal);
    await aside(given, inDatabase, [...entries.filter((entry) => !isJournal(entry)), [path, { ...file, contents: old }]]);
    page = await openWith(given, 'Grüße  an drei Äpfel');
    const all = await names(page);
    assert.ok(all.length > 0);
    await page.until(() => probe.files().filter((name) => name.startsWith('journal-')).every((name) => probe.fileSystem.bytes(name)[8] === 3),
        { timeout: 20_000, what: 'it was not sealed anew' });
    await editAndSave(page, 'Zoe');
    assert.deepEqual(await notices(page), []);
    await page.reload();
    await unlock(page, 'Grüße  an drei Äpfel');
    assert.deepEqual(await names(page), [...all, 'Zoe'].sort());
    assert.ok((await versions(page)).every((version) => version === 3));
    assert.deepEqual(await notices(page), []);
});

test('a header that asks for rounds beyond what is sane is not tried, and that is said', async (given) => {
    let page = await openSealed(given);
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    const entries = await aside(given, inDatabase);
    for (const [, { contents }] of entries.filter(isJournal)) {
        const bytes = Uint8Array.from(contents), view = new DataView(bytes.buffer), size = view.getUint32(32, true);
        view.setUint32(48, 4_000_000_000, true);
        view.setUint32(size - 4, crc32(bytes.subarray(0, size - 4)), true);
        contents.splice(0, contents.length, ...bytes);
    }
    await aside(given, inDatabase, entries);
    page = await open(given, { reads: false });
    await isLocked(page);
    assert.ok(await page.evaluate(() => !document.getElementById('lock-rounds').hidden && document.getElementById('lock-open').disabled));
});

test('an attempt to open it is given up with Escape or Cancel, and the next one counts', async (given) => {
    const page = await openSealed(given);
    await page.reload();
    await isLocked(page);
    for (const way of ['Escape', 'Cancel']) {
        const state = await page.evaluate(async (cancel, passphrase) => {
            const field = document.getElementById('lock-passphrase'), stop = document.getElementById('lock-cancel');
            const { deriveBits } = SubtleCrypto.prototype;
            let goOn;
            const waiting = new Promise((resolve) => { goOn = resolve; });
            SubtleCrypto.prototype.deriveBits = async function (...given) { await waiting; return deriveBits.apply(this, given); };
            field.value = passphrase;
            document.getElementById('lock-form').requestSubmit();
            const wasOffered = !stop.hidden;
            if (cancel === 'Escape') field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
            else stop.click();
            SubtleCrypto.prototype.deriveBits = deriveBits;
            const isFree = !document.getElementById('lock-open').disabled && stop.hidden;
            goOn();
            await new Promise((resolve) => setTimeout(resolve, 500));
            return { wasOffered, isFree, isLocked: !document.getElementById('lock').hidden && !globalThis.probe };
        }, way, first);
        assert.deepEqual(state, { wasOffered: true, isFree: true, isLocked: true }, way);
    }
    await type(page, first);
    await ready(page);
    assert.deepEqual(await names(page), ['Ana Núñez', 'Ben']);
});
