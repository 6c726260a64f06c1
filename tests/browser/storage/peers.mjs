// What keeping costs beside others that keep things in a browser: node tests/browser/storage/peers.mjs
// [PEOPLE]. 50,000 contacts if not said, in Chromium: idb and Dexie (a record for each contact in IndexedDB),
// sqlite-wasm (a table in the origin private file system), yjs (a document whose updates are kept in
// IndexedDB), and Kith's storage with both of its copies.
//
//   start   from an open page until all contacts are in memory
//   edit    from the change of one field until it is stored; Kith waits 300 ms first, to store several at
//           once, which is not counted
//   merge   2 × 1,000 edits made elsewhere taken in (yjs, Kith)

import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, openDisplay } from '../driver/browser.mjs';
import { serve } from '../site.mjs';

const people = Number(process.argv[2] ?? 50_000);
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Where the bare names in their code are found: as their package.json says for browsers. */
async function importMap() {
    const imports = {
        idb: '/node_modules/idb/build/index.js',
        dexie: '/node_modules/dexie/dist/modern/dexie.mjs',
        yjs: '/node_modules/yjs/dist/yjs.mjs',
    };
    for (const name of ['lib0', 'isomorphic.js']) {
        const { exports } = JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8'));
        for (const [path, target] of Object.entries(exports)) {
            let found = target;
            while (typeof found === 'object') found = found.browser ?? found.module ?? found.import ?? found.default;
            if (typeof found === 'string' && !path.includes('*')) imports[`${name}${path.slice(1)}`] = `/node_modules/${name}/${found.replace('./', '')}`;
        }
    }
    return JSON.stringify({ imports });
}

// In the page: for each peer, fill() once, then start() on a fresh page, then edit(i).
const page = `
const contact = (i) => ({ id: i, given: 'Person' + i, family: 'Of a family ' + i,
    headline: 'Nurse practitioner at Mercy General Hospital ' + i, email: 'someone' + i + '@example.org', tag: i % 3 ? 'ward' : 'board' });
const contacts = (count) => Array.from({ length: count }, (_, i) => contact(i + 1));

const withIdb = async () => {
    const { openDB } = await import('idb');
    return openDB('idb', 1, { upgrade: (db) => db.createObjectStore('contacts', { keyPath: 'id' }) });
};
const withDexie = async () => {
    const { Dexie } = await import('dexie');
    const db = new Dexie('dexie');
    db.version(1).stores({ contacts: 'id' });
    return db;
};
const all = {};
globalThis.peers = {
    idb: {
        async fill(count) {
            const db = await withIdb(), tx = db.transaction('contacts', 'readwrite');
            for (const each of contacts(count)) tx.store.put(each);
            await tx.done;
        },
        async start() { all.db = await withIdb(); all.rows = await all.db.getAll('contacts'); return all.rows.length; },
        async edit(i) {
            const row = all.rows[i * 37 % all.rows.length];
            row.headline = 'Edited ' + i;
            const tx = all.db.transaction('contacts', 'readwrite');
            tx.store.put(row);
            await tx.done;
        },
    },
    dexie: {
        async fill(count) { await (await withDexie()).contacts.bulkPut(contacts(count)); },
        async start() { all.db = await withDexie(); all.rows = await all.db.contacts.toArray(); return all.rows.length; },
        async edit(i) {
            const row = all.rows[i * 37 % all.rows.length];
            row.headline = 'Edited ' + i;
            await all.db.contacts.put(row);
        },
    },
    sqlite: {
        ask(what, value) {
            all.worker ??= new Worker('/sqlite-worker.js', { type: 'module' });
            return new Promise((resolve, reject) => {
                all.worker.onmessage = ({ data }) => data.error ? reject(new Error(data.error)) : resolve(data.value);
                all.worker.postMessage({ what, value });
            });
        },
        fill: (count) => peers.sqlite.ask('fill', contacts(count)),
        async start() { all.rows = await peers.sqlite.ask('all'); return all.rows.length; },
        edit: (i) => peers.sqlite.ask('edit', { id: i * 37 % all.rows.length + 1, headline: 'Edited ' + i }),
    },
    yjs: {
        async fill(count) {
            const Y = await import('yjs'), doc = new Y.Doc(), map = doc.getMap('contacts');
            doc.transact(() => {
                for (const each of contacts(count)) map.set(String(each.id), new Y.Map(Object.entries(each)));
            });
            await (await withUpdates()).add('updates', Y.encodeStateAsUpdate(doc));
        },
        async start() {
            all.Y = await import('yjs');
            all.db = await withUpdates();
            all.doc = new all.Y.Doc();
            for (const update of await all.db.getAll('updates')) all.Y.applyUpdate(all.doc, update);
            all.doc.on('update', (update) => { all.stored = all.db.add('updates', update); });
            return all.doc.getMap('contacts').size;
        },
        async edit(i) {
            const map = all.doc.getMap('contacts');
            map.get(String(i * 37 % map.size + 1)).set('headline', 'Edited ' + i);
            await all.stored;
        },
        async merge() {
            const { Y, doc } = all, state = Y.encodeStateAsUpdate(doc), updates = [];
            for (let device = 0; device < 2; ++device) {
                const other = new Y.Doc();
                Y.applyUpdate(other, state);
                const before = Y.encodeStateVector(other), map = other.getMap('contacts');
                for (let i = 0; i < 1000; ++i) map.get(String((i * 37 + device) % map.size + 1)).set('headline', 'Edited ' + i);
                updates.push(Y.encodeStateAsUpdate(other, before));
            }
            const here = new Y.Doc();
            Y.applyUpdate(here, state);
            const began = performance.now();
            for (const update of updates) Y.applyUpdate(here, update);
            return performance.now() - began;
        },
    },
};
const withUpdates = async () => {
    const { openDB } = await import('idb');
    return openDB('yjs', 1, { upgrade: (db) => db.createObjectStore('updates', { autoIncrement: true }) });
};
globalThis.isReady = true;
`;
const worker = `
import init from '/node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs';
let db;
async function open() {
    const sqlite3 = await init();
    const pool = await sqlite3.installOpfsSAHPoolVfs({});
    db = new pool.OpfsSAHPoolDb('/contacts.db');
    db.exec('create table if not exists contacts (id integer primary key, given text, family text, headline text, email text, tag text)');
}
const actions = {
    fill(rows) {
        db.exec('begin');
        const insert = db.prepare('insert into contacts values (?, ?, ?, ?, ?, ?)');
        for (const { id, given, family, headline, email, tag } of rows) insert.bind([id, given, family, headline, email, tag]).stepReset();
        insert.finalize();
        db.exec('commit');
    },
    all: () => db.selectObjects('select * from contacts'),
    edit({ id, headline }) { db.exec({ sql: 'update contacts set headline = ? where id = ?', bind: [headline, id] }); },
};
onmessage = async ({ data: { what, value } }) => {
    try {
        if (!db) await open();
        postMessage({ value: actions[what](value) });
    } catch (error) {
        postMessage({ error: String(error.message) });
    }
};
`;

const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
function print(name, start, edit, merge) {
    console.log(`${name.padEnd(12)} start ${start.toFixed(0).padStart(5)} ms   edit ${edit.toFixed(1).padStart(5)} ms${merge === undefined ? '' : `   merge ${merge.toFixed(1).padStart(5)} ms`}`);
}

async function measurePeers(display) {
    const folder = await mkdtemp(join(tmpdir(), 'kith-peers-'));
    await symlink(modules, join(folder, 'node_modules'));
    await writeFile(join(folder, 'index.html'), `<!doctype html><script type="importmap">${await importMap()}</script><script type="module">${page}</script>`);
    await writeFile(join(folder, 'sqlite-worker.js'), worker);
    for (const name of ['idb', 'dexie', 'sqlite', 'yjs']) {
        const profile = await mkdtemp(join(tmpdir(), 'kith-bench-'));
        const site = await serve(folder);
        const browser = await launch('chromium', { profile, display });
        const open = async () => {
            const tab = await browser.open(site.url);
            await tab.until(() => globalThis.isReady === true, { timeout: 60_000 });
            return tab;
        };
        let tab = await open();
        await tab.evaluate((peer, count) => peers[peer].fill(count), name, people);
        const starts = [];
        for (let i = 0; i < 3; ++i) {
            await tab.reload();
            await tab.until(() => globalThis.isReady === true, { timeout: 60_000 });
            const { time, count } = await tab.evaluate(async (peer) => {
                const began = performance.now(), got = await peers[peer].start();
                return { time: performance.now() - began, count: got };
            }, name);
            if (count !== people) throw new Error(`${name}: ${count} contacts`);
            starts.push(time);
        }
        const edits = await tab.evaluate(async (peer) => {
            const times = [];
            for (let i = 0; i < 50; ++i) {
                const began = performance.now();
                await peers[peer].edit(i);
                times.push(performance.now() - began);
            }
            return times;
        }, name);
        const merge = name === 'yjs' ? await tab.evaluate(() => peers.yjs.merge()) : undefined;
        print(name, middle(starts), middle(edits), merge);
        await browser.close();
        await site.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    await rm(folder, { recursive: true, force: true });
}

async function measureKith(display) {
    const profile = await mkdtemp(join(tmpdir(), 'kith-bench-'));
    const site = await serve(fileURLToPath(new URL('../../../build/web/probe', import.meta.url)));
    const browser = await launch('chromium', { profile, display });
    const tab = await browser.open(site.url);
    await tab.until(() => Boolean(globalThis.probe));
    await tab.evaluate((count) => probe.edit('Person', count), people);
    await tab.until(() => probe.state() === 'saved', { timeout: 60_000 });
    const starts = [];
    for (let i = 0; i < 3; ++i) {
        await tab.reload();
        await tab.until(() => Boolean(globalThis.probe), { timeout: 60_000 });
        starts.push(await tab.evaluate(() => openedAt - performance.getEntriesByName(new URL('probe.wasm', location.href).href)[0].responseEnd));
    }
    const edits = await tab.evaluate(async () => {
        const times = [];
        for (let i = 0; i < 20; ++i) {
            const began = performance.now();
            probe.edit(`Edit ${i}`);
            await probe.saved();
            times.push(performance.now() - began - 300);
        }
        return times;
    });
    const merge = await tab.evaluate(() => probe.merge(1000));
    print('Kith', middle(starts), middle(edits), merge);
    const memory = await tab.evaluate(() => probe.memory());
    console.log(`Kith: ${(memory / 1e6).toFixed(0)} MB of WebAssembly memory for ${people} people`);
    await browser.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

const { display, close } = await openDisplay();
console.log(`${people} contacts, Chromium`);
await measurePeers(display);
await measureKith(display);
close();
