// The second copy, and what both copies together still have: damage in either, in both, and files that go while the
// page is open. On a page that has storage and nothing else (storage/probe.cpp).

import assert from 'node:assert/strict';
import { aside, edit, editAndSave, hasCopy, loseCopy, loseDatabase, names, open, ready, saved, testsOf } from './storage/helpers.mjs';

const test = testsOf('Two copies');

/** Changes a byte of a frame, of its payload or of its length, in the first journal file that has so many. */
const damageDatabase = (frame, part) => new Promise((resolve, reject) => {
    const offset = (bytes) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        let at = bytes[8] === 1 ? 12 : view.getUint32(32, true);
        for (let i = 0; i < frame && at + 8 <= bytes.length; ++i) at += 8 + view.getUint32(at, true);
        return at + 8 < bytes.length ? at + (part === 'length' ? 1 : 40) : 0;
    };
    indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
        const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
        files.openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (!cursor) return reject(new Error('no file has so many frames'));
            const at = cursor.value.contents && cursor.key.includes('journal-') ? offset(cursor.value.contents) : 0;
            if (!at) return cursor.continue();
            const value = { ...cursor.value, contents: cursor.value.contents.slice() };
            value.contents[at] ^= 64;
            cursor.update(value);
        };
        files.transaction.oncomplete = () => { database.close(); resolve(); };
        files.transaction.onabort = reject;
    };
});
/** As damageDatabase, of the second copy; from a page of the same origin. */
const damageSecond = async (frame, part) => {
    const worker = new Worker('copy-worker.js');
    const ask = (request) => new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error.message)) : resolve(data.value));
        worker.postMessage({ ...request, number: 1, folder: 'kith' });
    });
    for (const [name] of await ask({ what: 'list' })) {
        const bytes = await ask({ what: 'read', name });
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        let at = bytes[8] === 1 ? 12 : view.getUint32(32, true);
        for (let i = 0; i < frame && at + 8 <= bytes.length; ++i) at += 8 + view.getUint32(at, true);
        if (!name.startsWith('journal-') || at + 8 >= bytes.length) continue;
        bytes[at + (part === 'length' ? 1 : 40)] ^= 64;
        await ask({ what: 'write', name, bytes });
        worker.terminate();
        return;
    }
    throw new Error('no file has so many frames');
};
/** Five people in one file, a frame each. False where there is no second copy. */
async function five(given) {
    const page = await open(given);
    await page.evaluate(() => { for (const name of ['Ana', 'Ben', 'Cem', 'Dia', 'Eva']) probe.edit(name); });
    await saved(page);
    const isThere = await hasCopy(page);
    if (isThere) await page.until(() => String(probe.files().sort()) === String(probe.copied().sort()));
    await page.goto('about:blank');
    return isThere;
}
const all = ['Ana', 'Ben', 'Cem', 'Dia', 'Eva'];
const mended = (page, count = 1) => page.until((wanted) => {
    const { state, mended: files } = probe.copyState();
    return state === 'kept' && files >= wanted;
}, { values: [count], timeout: 40_000, what: 'the second copy was never mended' });
const notices = (page) => page.evaluate(() => kith.notices);

test('what was changed in the second copy is found in idle time and mended from the first', async (given) => {
    if (!await five(given)) return;
    await aside(given, damageSecond, 1, 'payload');
    let page = await open(given);
    await mended(page);
    await page.until(() => probe.copyState().checked > 0, { timeout: 20_000 });
    assert.deepEqual(await notices(page), []);
    assert.ok(await page.evaluate(() => kith.logged().some((line) => line.includes('was damaged, and is mended'))));
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    page = await open(given);
    assert.deepEqual(await names(page), all);
    assert.deepEqual(await notices(page), ['restored']);
});

test('a second copy that is whole is compared and left as it is', async (given) => {
    if (!await five(given)) return;
    const page = await open(given);
    await page.evaluate(() => {
        globalThis.asked = [];
        const { ask } = probe.copy;
        probe.copy.ask = (request, ...more) => { asked.push(request.what); return ask(request, ...more); };
    });
    await page.until(() => probe.copyState().checked > 0, { timeout: 20_000, what: 'it was never compared' });
    const asked = await page.evaluate(() => globalThis.asked);
    assert.ok(asked.includes('digest'));
    assert.ok(!asked.includes('write') && !asked.includes('remove'), String(asked));
    const { state, mended: files } = await page.evaluate(() => probe.copyState());
    assert.deepEqual([state, files], ['kept', 0]);
});

test('a second copy that vanishes while the page is open is written again', async (given) => {
    const page = await open(given);
    await editAndSave(page, 'Ana');
    if (!await hasCopy(page)) return;
    await page.evaluate(() => { probe.heal.pause = 300; });
    await page.until(() => probe.copyState().checked > 0, { timeout: 20_000 });
    await page.evaluate(loseCopy);
    await mended(page);
    // Also by a save, when it goes just before.
    await page.evaluate(() => { probe.heal.pause = 600_000; });
    await page.evaluate(loseCopy);
    await editAndSave(page, 'Ben');
    await page.until(async () => {
        await probe.copy.look();
        return probe.copied().length > 0 && String(probe.files().sort()) === String(probe.copied().sort());
    }, { what: 'it lacks something' });
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    const again = await open(given);
    assert.deepEqual(await names(again), ['Ana', 'Ben']);
});

for (const [what, first, second] of [
    ['payloads', [1, 'payload'], [3, 'payload']],
    ['payloads, the second one first', [3, 'payload'], [1, 'payload']],
    ['a length and a payload', [0, 'length'], [4, 'payload']],
    ['a payload and a length', [2, 'payload'], [3, 'length']],
])
    test(`where both are damaged in different places, everything is there (${what})`, async (given) => {
        if (!await five(given)) return;
        await aside(given, damageDatabase, ...first);
        await aside(given, damageSecond, ...second);
        let page = await open(given);
        assert.deepEqual(await names(page), all);
        assert.deepEqual(await notices(page), []);
        await editAndSave(page, 'Fay');
        await page.reload();
        await ready(page);
        assert.deepEqual(await names(page), [...all, 'Fay']);
        assert.deepEqual(await notices(page), []);
        // And is in both again.
        await page.until(() => probe.copyState().checked > 0, { timeout: 20_000 });
        await page.goto('about:blank');
        await aside(given, loseDatabase);
        page = await open(given);
        assert.deepEqual(await names(page), [...all, 'Fay']);
    });

test('where both are damaged in one place, all else is there, and it is said', async (given) => {
    if (!await five(given)) return;
    await aside(given, damageDatabase, 2, 'payload');
    await aside(given, damageSecond, 2, 'length');
    const page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Dia', 'Eva']);
    assert.deepEqual(await notices(page), ['damaged']);
    await editAndSave(page, 'Fay');
    await page.reload();
    await ready(page);
    assert.deepEqual(await names(page), ['Ana', 'Ben', 'Dia', 'Eva', 'Fay']);
    assert.deepEqual(await notices(page), []);
    const [aside_] = await page.evaluate(() => probe.files().filter((name) => name.startsWith('damaged-')));
    assert.ok(aside_, 'what could not be read is kept');
});

test('where the first is gone and the second damaged, what is whole there is back, and nobody says that it is all', async (given) => {
    if (!await five(given)) return;
    await aside(given, loseDatabase);
    await aside(given, damageSecond, 1, 'payload');
    const page = await open(given);
    assert.deepEqual(await names(page), ['Ana', 'Cem', 'Dia', 'Eva']);
    assert.deepEqual(await notices(page), ['damaged']);
    await page.until(async () => (await kith.setAside()).length > 0, { what: 'the damaged part is not to be had' });
});

test('the file for a rescue has what is whole in either copy', async (given) => {
    if (!await five(given)) return;
    await aside(given, damageDatabase, 1, 'payload');
    await aside(given, damageSecond, 3, 'payload');
    const rescued = await aside(given, async () => {
        await import('/rescue.js');
        const [{ blob }] = await kith.rescue();
        return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const text = Buffer.from(rescued).toString('latin1');
    for (const name of all) assert.ok(text.includes(name), name);
});

test('behind a passphrase, too', async (given) => {
    const passphrase = 'nine blue cups';
    const unlock = async (page) => {
        await page.until(() => globalThis.kith?.page === 'lock' && !document.getElementById('lock').hidden, { timeout: 20_000 });
        await page.evaluate((text) => {
            document.getElementById('lock-passphrase').value = text;
            document.getElementById('lock-form').requestSubmit();
        }, passphrase);
        await ready(page);
    };
    let page = await open(given);
    await edit(page, 'Ana');
    await saved(page);
    if (!await hasCopy(page)) return;
    assert.equal(await page.evaluate((text) => probe.protect('', text), passphrase), '');
    // Frames are sealed together up to 64 KiB: five that are apart.
    await page.evaluate(() => { for (let i = 1; i <= 5; ++i) probe.edit(`Ben ${i}.`, 400); });
    await saved(page);
    const kept = await names(page);
    assert.equal(kept.length, 2001);
    await page.until(() => String(probe.files().sort()) === String(probe.copied().sort()));
    await page.goto('about:blank');
    await aside(given, damageDatabase, 1, 'payload');
    await aside(given, damageSecond, 3, 'payload');

    page = await open(given, { reads: false });
    await unlock(page);
    assert.deepEqual(await names(page), kept);
    assert.deepEqual(await notices(page), []);
    await editAndSave(page, 'Cem');
    await page.until(() => probe.copyState().checked > 0 && probe.copyState().state === 'kept', { timeout: 30_000 });
    await page.goto('about:blank');
    await aside(given, loseDatabase);
    page = await open(given, { reads: false });
    await unlock(page);
    assert.equal((await names(page)).length, 2002);
});

test('of any two damaged copies of a file every frame is found that is whole in one', async (given) => {
    const page = await open(given);
    await page.evaluate(() => { for (let i = 0; i < 12; ++i) probe.edit(`Ana ${'á'.repeat(i * i)}${i}`); });
    await saved(page);
    const wrong = await page.evaluate(() => {
        const name = probe.files().find((file) => file.startsWith('journal-')), file = probe.fileSystem.bytes(name).slice();
        const frames = kith.takeApart(file).frames;
        let seed = 7, found = [];
        const below = (count) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 2 ** 32 * count); };
        const key = (bytes, [begin, end]) => String(bytes.subarray(begin, end));
        for (let round = 0; round < 300; ++round) {
            const whole = new Set();
            const copies = [0, 1].map(() => {
                const bytes = file.slice(), hurt = new Set();
                for (let times = below(4); times > 0; --times) {
                    const index = below(frames.length), [begin, end] = frames[index];
                    bytes[begin + (below(3) ? below(end - begin) : below(8))] ^= 1 << below(8);
                    hurt.add(index);
                }
                const cut = below(5) ? bytes.length : 12 + below(bytes.length - 12);
                frames.forEach(([begin, end], i) => {
                    if (end <= cut && key(bytes, [begin, end]) === key(file, [begin, end])) whole.add(i);
                });
                return bytes.slice(0, cut);
            });
            const mended = probe.heal.mend(...copies), text = String(mended.bytes);
            const missing = [...whole].filter((i) => !text.includes(key(file, frames[i])));
            if (missing.length || mended.isComplete && whole.size < frames.length) found.push({ round, missing, whole: [...whole] });
        }
        return { count: frames.length, found };
    });
    assert.equal(wrong.count, 12);
    assert.deepEqual(wrong.found, []);
});
