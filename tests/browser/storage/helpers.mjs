// What the tests of storage share: they use a page that has storage and nothing else (probe.cpp).

import { fileURLToPath } from 'node:url';
import { test as anyTest } from '../testing.mjs';

const site = fileURLToPath(new URL('../../../build/web/probe', import.meta.url));
export const testsOf = (what) => (sentence, run, options = {}) => anyTest(`${what}: ${sentence}`, run, { site, ...options });
export const test = testsOf('Storage');

/** A tab with the probe, once everything is read. */
export async function open({ browser, site: server }, { reads = true } = {}) {
    const page = await browser.open(server.url);
    if (reads) await ready(page);
    return page;
}
export const ready = (page) => page.until(() => Boolean(globalThis.probe), { what: 'the probe did not start' });
export const edit = (page, name, count = 1) => page.evaluate((...given) => probe.edit(...given), name, count);
export const names = (page) => page.evaluate(() => probe.names());
export const isIn = (page, state, timeout = 15_000) =>
    page.until((wanted) => probe.state() === wanted, { values: [state], timeout, what: `the state was never ${state}` })
        .catch(async (error) => { throw new Error(`${error.message}: ${await page.evaluate(async () => `${probe.state()} ${probe.reason()} ${document.hidden} ${JSON.stringify(await navigator.locks?.query())}`)}`); });
export const saved = (page) => isIn(page, 'saved');
export const hasName = (page, name) => page.until((wanted) => probe.names().includes(wanted), { values: [name], what: `${name} never came` });

export async function editAndSave(page, ...all) {
    for (const name of all) await edit(page, name);
    await saved(page);
}

/** Runs in a page of the same origin that has no storage of its own. */
export async function aside({ browser, site: server }, script, ...values) {
    const page = await browser.open(new URL('/__scratch', server.url).href);
    const result = await page.evaluate(script, ...values);
    await page.close();
    return result;
}
export const loseDatabase = () => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('/kith');
    request.onsuccess = () => resolve();
    request.onerror = request.onblocked = () => reject(new Error('not deleted'));
});
export const loseCopy = async () => (await navigator.storage.getDirectory()).removeEntry('kith', { recursive: true });
/** Runs in a page: nothing that is asked of the journal's database is answered until letGo(). */
export const holdDatabase = () => new Promise((resolve) => {
    indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
        const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
        let isHeld = true;
        globalThis.letGo = () => { isHeld = false; };
        // A transaction lasts as long as there is something to be done in it, and all others wait.
        const again = () => {
            if (isHeld) files.count().onsuccess = again;
            else database.close();
            resolve();
        };
        files.count().onsuccess = again;
    };
});
/** Flips a byte of the n-th file, at a place counted from its end. */
export const damage = (n, fromEnd) => new Promise((resolve, reject) => {
    indexedDB.open('/kith').onsuccess = ({ target: { result: database } }) => {
        const files = database.transaction('FILE_DATA', 'readwrite').objectStore('FILE_DATA');
        files.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
            files.get(keys[n]).onsuccess = ({ target: { result: file } }) => {
                file.contents[file.contents.length - fromEnd] ^= 1;
                files.put(file, keys[n]).onsuccess = () => resolve(keys[n]);
            };
        };
        files.transaction.onabort = reject;
        files.transaction.oncomplete = () => database.close();
    };
});
/** Every byte that this origin keeps, wherever it is, as text of a letter a byte. */
export const everythingKept = async () => {
    const all = [], letters = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const take = (value) => {
        if (value instanceof Uint8Array) all.push(letters(value));
        else if (typeof value === 'string') all.push(value);
        else if (value && typeof value === 'object') Object.values(value).forEach(take);
    };
    const ask = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    for (const name of ['/kith', 'kith#tail', 'kith#typed', 'kith#backup']) {
        const database = await ask(indexedDB.open(name));
        for (const store of database.objectStoreNames) take(await ask(database.transaction(store).objectStore(store).getAll()));
        database.close();
    }
    for (const key of Object.keys(localStorage)) take(`${key}=${localStorage.getItem(key)}`);
    const walk = async (folder) => {
        for await (const [, handle] of folder.entries())
            if (handle.kind === 'file') take(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
            else await walk(handle);
    };
    if (navigator.storage?.getDirectory) await walk(await navigator.storage.getDirectory()).catch(() => {});
    return all.join('\n');
};
export const hasCopy = (page) => page.evaluate(() => probe.copied().length > 0);

/** All that the page kept is gone, as after "clear site data". Leaves the page. */
export async function loseEverything(given, page) {
    const copied = await hasCopy(page);
    await page.goto('about:blank');
    if (copied) await aside(given, loseCopy);
    await aside(given, loseDatabase);
}

/** Chooses a file on the page that asks for a backup. */
export const chooseBackup = (page, name, bytes) => page.evaluate((fileName, content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(content)], fileName));
    const input = document.getElementById('restore-file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
}, name, bytes);
