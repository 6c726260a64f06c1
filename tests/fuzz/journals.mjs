// The JavaScript that reads journals without the program, with bytes of any sort: what is rescued is made of whole
// frames and loses none that was whole, and what is behind a passphrase opens as it was sealed, or not at all.
//
//     node tests/fuzz/journals.mjs        for KITH_FUZZ_SECONDS (60); KITH_FUZZ_SEED=N repeats a run
//
// Ends with "N passed, N failed".

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const top = fileURLToPath(new URL('../..', import.meta.url));
const seconds = Number(process.env.KITH_FUZZ_SECONDS ?? 60), seed = Number(process.env.KITH_FUZZ_SEED ?? Date.now() % 1e9);

/** mulberry32: small, and the same everywhere. */
let state = seed;
function random(below) {
    state = state + 0x6d2b79f5 | 0;
    let word = Math.imul(state ^ state >>> 15, 1 | state);
    word = word + Math.imul(word ^ word >>> 7, 61 | word) ^ word;
    return ((word ^ word >>> 14) >>> 0) % below;
}
const noise = (count) => Uint8Array.from({ length: count }, () => random(256));
const joined = (pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const same = (a, b) => a.length === b.length && a.every((byte, i) => b[i] === byte);

/** What stands in a browser's stores: the files of the journal, the second copy, the tail. */
let stored = [], copied = [], tail = [], strings = {};
const request = (result) => {
    const asked = { result };
    queueMicrotask(() => asked.onsuccess?.({}));
    return asked;
};
const database = (entries) => ({
    close() {},
    transaction: () => ({ objectStore: () => ({ getAllKeys: () => request(entries.map(([key]) => key)), getAll: () => request(entries.map(([, value]) => value)) }) }),
});
const localStorage = new Proxy({}, {
    ownKeys: () => Object.keys(strings),
    getOwnPropertyDescriptor: (_, key) => ({ value: strings[key], enumerable: true, configurable: true }),
    get: (_, key) => ({
        getItem: (name) => strings[name] ?? null,
        setItem: (name, value) => { strings[name] = String(value); },
        removeItem: (name) => { delete strings[name]; },
    })[key] ?? strings[key],
});
const folder = {
    getDirectoryHandle: async () => folder,
    async *entries() {
        for (const [name, bytes] of copied) yield [name, { getFile: async () => ({ arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }) }];
    },
};
const library = {};
const page = vm.createContext({
    URL, Blob, TextEncoder, TextDecoder, crypto: globalThis.crypto, location: { href: 'https://kith.example/kith/' }, localStorage, console, queueMicrotask,
    Uint8Array, DataView, Uint32Array, // one kind of each, here and there
    navigator: { storage: { getDirectory: async () => folder } },
    indexedDB: { open: (name) => request(database(name.endsWith('#tail') ? tail : stored)) },
    addToLibrary: (parts) => Object.assign(library, parts),
});
page.globalThis = page;
vm.runInContext(readFileSync(join(top, 'web/rescue.js'), 'utf8'), page);

/** The shell's script that has a part of this name, wherever it lies in there. */
function scriptWith(part) {
    return readdirSync(join(top, 'shell/browser'), { recursive: true }).filter((path) => path.endsWith('.js'))
        .map((path) => readFileSync(join(top, 'shell/browser', path), 'utf8')).find((text) => text.includes(`${part}: {`));
}
vm.runInContext(scriptWith('$KithBytes'), page);
vm.runInContext(scriptWith('$KithRunOrder'), page);
vm.runInContext(scriptWith('$KithVault'), page);
page.KithBytes = library.$KithBytes;
page.KithRunOrder = library.$KithRunOrder;
page.KithVault = library.$KithVault;
const { KithRunOrder, KithVault, kith } = page;

const header = Uint8Array.of(0x4b, 0x49, 0x54, 0x48, 0x4a, 0x0d, 0x0a, 0x1a, 1, 0, 0, 0);
function frame(payload) {
    const bytes = new Uint8Array(8 + payload.length), view = new DataView(bytes.buffer);
    view.setUint32(0, payload.length, true);
    view.setUint32(4, kith.checksum(payload), true);
    bytes.set(payload, 8);
    return bytes;
}
/** A stamp and a kind are the least that is in one. */
const frames = () => Array.from({ length: random(4) }, () => frame(noise(17 + random(40))));
/** Sound bytes with something done to them. */
function harmed(bytes) {
    const copy = bytes.slice();
    switch (random(4)) {
        case 0: return copy.subarray(0, random(copy.length + 1));
        case 1: return joined([copy, noise(random(30))]);
        case 2: if (copy.length) copy[random(copy.length)] ^= 1 << random(8); return copy;
        default: return noise(random(120));
    }
}

let passed = 0, failed = 0;
const kinds = new Map();
function hold(sentence, isTrue) {
    kinds.set(sentence, (kinds.get(sentence) ?? true) && isTrue);
}
async function hears(sentence, work) {
    try {
        await work();
        hold(sentence, true);
    } catch (error) {
        if (kinds.get(sentence) !== false) console.log(`FAILED: ${sentence}\n${error.stack}`);
        hold(sentence, false);
    }
}

/** Whether bytes are a header of Kith's and whole frames behind it; gives the frames. */
function parts(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = bytes[8] === 1 ? 12 : bytes[8] === 2 ? 64 : view.getUint32(32, true), found = [];
    for (let at = size; at < bytes.length;) {
        const end = at + 8 + view.getUint32(at, true);
        if (end > bytes.length || kith.checksum(bytes.subarray(at + 8, end)) !== view.getUint32(at + 4, true)) return null;
        found.push(String(bytes.subarray(at, end)));
        at = end;
    }
    return found;
}

async function rescueOnce() {
    const whole = [];
    const file = () => {
        const own = frames();
        if (random(2)) {
            whole.push(...own);
            return random(2) ? joined([header, ...own]) : joined([header, ...own, noise(random(7))]);
        }
        return harmed(joined([header, ...own]));
    };
    stored = Array.from({ length: random(4) }, (_, i) => [`/kith/journal-00000000000000a1-0000000${i + 1}-0000000${i + 1}.kith`, { contents: random(9) ? file() : undefined }])
        .concat(random(3) ? [] : [['/kith/other.txt', { contents: noise(9) }], ['/kith/damaged-1.kith', { contents: noise(9) }]]);
    copied = random(2) ? [[`journal-00000000000000a1-00000009-00000009.kith`, file()]] : [];
    tail = random(2) ? [['1', harmed(joined(frames()))]] : [];
    strings = random(2) ? { 'kith/kith#tail/1': String.fromCharCode(...harmed(joined(frames()))), 'kith/kith#log': random(2) ? '[{"at":' : '[]' } : {};
    const files = await kith.rescue();
    hold('a rescue gives a file, whatever is stored', files.length > 0);
    const kept = [];
    for (const { name, blob } of files) {
        const found = parts(new Uint8Array(await blob.arrayBuffer()));
        hold('what is rescued is whole', found !== null && /^kith-[\d-]+\.kith$/.test(name));
        kept.push(...found ?? []);
    }
    hold('no whole frame is lost', whole.every((one) => kept.includes(String(one))));
    kith.log('fuzz', 'noise', new Error(String.fromCharCode(...noise(20))));
    hold('the log is lines of text', kith.logged().every((line) => typeof line === 'string'));
    for (const { blob } of await kith.setAside()) await blob.arrayBuffer();
}

const plain = joined([frame(Uint8Array.of(1, 2, 3)), frame(Uint8Array.of(4)), frame(new Uint8Array(0))]);
KithVault.iterations = 100_000; // the fewest that are taken
const made = await KithVault.make('a passphrase');
KithVault.add(made.head, made.key ?? made);
const sealed = await KithVault.file(plain, made.head);
async function vaultOnce() {
    for (const bytes of [noise(random(200)), harmed(joined([header, noise(60)])), joined([made.head, noise(random(60))]), harmed(sealed)]) {
        const opened = await KithVault.frames(bytes);
        hold('the vault says how much it could not open', opened.unread >= 0 && opened.unread <= bytes.length);
        if (same(bytes.subarray(0, made.head.length), made.head))
            hold('what opens was sealed, from the front', same(opened.frames, plain.subarray(0, opened.frames.length)));
    }
}
await hears('a sound file opens whole', async () => {
    const opened = await KithVault.frames(sealed);
    hold('a sound file opens whole', same(opened.frames, plain) && opened.unread === 0);
});

/** Opens a file of tests/data/kith with a passphrase. */
async function golden(name, passphrase) {
    const file = new Uint8Array(readFileSync(join(top, 'tests/data/kith', name))), head = KithVault.headOf(file);
    const key = await KithVault.find(head, passphrase);
    if (!key) return null;
    KithVault.add(head, key);
    return { head, ...await KithVault.openFile(head, file) };
}
const v1 = new Uint8Array(readFileSync(join(top, 'tests/data/kith/v1.kith'))).subarray(12);
for (const [name, passphrase] of [['sealed.kith', 'Zoë’s  nine blue cups'], ['v2-terminal.kith', 'Grüße  an drei Äpfel'], ['v2-page.kith', 'Grüße  an drei Äpfel'],
    ['v3-sealed.kith', 'Grüße  an drei Äpfel'], ['v3-sealed.kith', 'Zoe\u0308’s  nine blue cups']])
    await hears(`what was sealed before, or elsewhere, opens (${name})`, async () => {
        const opened = await golden(name, passphrase);
        hold(`what was sealed before, or elsewhere, opens (${name})`, same(opened.frames, v1) && !opened.changed && opened.fault === '');
        if (KithVault.isNumbered(opened.head)) return;
        const fresh = await KithVault.renewed(opened.head);
        KithVault.add(fresh.head, fresh.key);
        const file = await KithVault.file(v1, fresh.head), key = await KithVault.find(fresh.head, passphrase);
        KithVault.add(fresh.head, key);
        const again = await KithVault.openFile(fresh.head, file);
        hold('what version 2 sealed is sealed anew behind its passphrase', KithVault.isNumbered(fresh.head) && same(again.frames, v1) && again.fault === '');
    });
await hears('a wrong passphrase opens nothing', async () => hold('a wrong passphrase opens nothing', await golden('v3-sealed.kith', 'Grüße an drei Äpfel') === null));

await hears('rounds beyond what is sane are not tried', async () => {
    for (const rounds of [0, 1, 99_999, 10_000_001, 0xffffffff]) {
        const head = made.head.slice(), view = new DataView(head.buffer);
        view.setUint32(48, rounds, true);
        view.setUint32(head.length - 4, kith.checksum(head.subarray(0, -4)), true);
        hold('rounds beyond what is sane are not tried', KithVault.headOf(head) !== null && !KithVault.isSane(head) && await KithVault.find(head, 'a passphrase') === null);
    }
});

/** A file of several runs, with something done to them. */
async function runsOnce() {
    const pieces = Array.from({ length: 2 + random(4) }, (_, i) => frame(Uint8Array.of(i, ...noise(17)))), series = KithRunOrder.series(), runs = [];
    for (const [i, piece] of pieces.entries()) runs.push({ plain: piece, sealed: await KithVault.seal(piece, made.head, series, i + 1 === pieces.length) });
    const done = runs.slice();
    for (let times = 1 + random(3); times > 0 && done.length; --times) {
        const at = random(done.length), to = random(done.length);
        switch (random(4)) {
            case 0: done.splice(at, 1); break;
            case 1: [done[at], done[to]] = [done[to], done[at]]; break;
            case 2: done.splice(to, 0, done[at]); break;
            default: done.length = at; break;
        }
    }
    const isSame = done.length === runs.length && done.every((run, i) => run === runs[i]);
    const opened = await KithVault.openFile(made.head, joined([made.head, ...done.map((run) => run.sealed)]));
    hold('what is left out, moved, repeated or cut off is noticed, and nothing else', (opened.fault === '') === isSame);
    hold('and what is there is read', same(opened.frames, joined(done.map((run) => run.plain))) && !opened.changed);
}
/** A store: series that go on where others ended, in files. */
async function storeOnce() {
    const order = KithRunOrder.make(), marks = [];
    for (let count = 1 + random(4); count > 0; --count) {
        const series = KithRunOrder.series(order.ends());
        for (let runs = 1 + random(4); runs > 0; --runs) {
            const mark = KithRunOrder.mark(series, runs === 1 || random(2) === 0);
            marks.push(mark);
            order.add(mark);
        }
    }
    hold('a whole store has no fault', order.fault(true) === '');
    const without = random(marks.length), read = KithRunOrder.make();
    marks.forEach((mark, i) => { if (i !== without) read.add(mark); });
    // Nobody can tell a store without what was written last from one that is older.
    if (without + 1 < marks.length) hold('a run that is gone from a store is missed', read.fault() === 'left_out');
    // A page that goes on knows what it has written without reading it.
    const own = KithRunOrder.series(order.ends()), next = KithRunOrder.mark(own, true), after = KithRunOrder.series([KithRunOrder.make().place(own.name, 0)]);
    order.wrote(own);
    order.add(KithRunOrder.mark(after, true), false);
    order.add(next, false);
    hold('what a page wrote itself is there for others to go on from', order.fault(true) === '' && order.ends().length === 1);
    read.find(marks[without]);
    hold('but not when the other copy has it', read.fault() === '');
}
/** Two copies of a file, each damaged, are rescued as one that is in order. */
async function rescueSealedOnce() {
    const series = KithRunOrder.series(), runs = [];
    for (let i = 0; i < 4; ++i) runs.push(await KithVault.seal(frame(noise(30)), made.head, series, i === 3));
    const damaged = random(4), copy = runs.slice();
    copy[damaged] = copy[damaged].slice();
    copy[damaged][30] ^= 1;
    stored = [['/kith/journal-00000000000000a1-00000001-00000001.kith', { contents: joined([made.head, ...copy]) }]];
    copied = [['journal-00000000000000a1-00000001-00000001.kith', joined([made.head, ...runs])]];
    [tail, strings] = [[], {}];
    const [{ blob }] = await kith.rescue(), file = new Uint8Array(await blob.arrayBuffer());
    hold('what is rescued of two copies is whole, once and in order', same(file, joined([made.head, ...runs])));
}

const end = Date.now() + seconds * 1000;
let rounds = 0;
for (; Date.now() < end; ++rounds) {
    await hears('a rescue ends', rescueOnce);
    await hears('opening ends', vaultOnce);
    await hears('reading runs ends', runsOnce);
    await hears('reading a store ends', storeOnce);
    await hears('rescuing what is sealed ends', rescueSealedOnce);
}
for (const [sentence, good] of kinds) {
    if (good) ++passed;
    else {
        ++failed;
        console.log(`FAILED: ${sentence} (KITH_FUZZ_SEED=${seed})`);
    }
}
console.log(`${rounds} rounds`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
