// The data as a file, without the program: for the pages that are shown when it can't start or had to
// stop. Collects what is stored (IndexedDB, the second copy, the tail) and what the page still holds in
// memory, and puts all whole frames behind one header: a .kith file (src/journal/FORMAT.md). What is behind a
// passphrase stays so: it needs no key to be carried.
//
// Beside it the log, which those pages show: some dozens of lines on what failed, when, and what the browser
// said. It says nothing of the person: the words are the program's own, and of what the browser said
// everything is left out that could be a name, a text or a file's name. It is kept in localStorage, so that the
// page after a crash has it, too.
//
// Sets globalThis.kith.rescue, where there may be something to save; kith.setAside: what was damaged;
// kith.checksum and kith.takeApart, which storage needs too; kith.log, kith.logged, kith.forgetLog and kith.cause.

'use strict';

globalThis.kith ??= {};

{
    const place = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}`;
    const header = Uint8Array.of(0x4b, 0x49, 0x54, 0x48, 0x4a, 0x0d, 0x0a, 0x1a, 1, 0, 0, 0);
    /** How many bytes the header of a file has: in the clear, sealed, sealed with runs that are numbered. */
    function headerSize(bytes) {
        if (bytes[8] < 3) return bytes[8] === 1 ? header.length : 64;
        const size = bytes.length < 36 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(32, true);
        return size < 44 || size > 4096 ? 44 : size; // of a damaged one, what it has at least
    }

    let table = null;
    function checksum(bytes) { // CRC-32
        table ??= Uint32Array.from({ length: 256 }, (_, i) => {
            for (let k = 0; k < 8; ++k) i = i & 1 ? 0xedb88320 ^ (i >>> 1) : i >>> 1;
            return i;
        });
        let sum = -1;
        for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
        return ~sum >>> 0;
    }

    kith.checksum = checksum;

    /** Where the frames are that are whole, [begin, end]: after a damaged one it looks for where the next begins. */
    function wholeFrames(bytes, from) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), size = bytes.length, found = [];
        const endOf = (at) => {
            const length = at + 8 <= size ? view.getUint32(at, true) : 0;
            return length >= 17 && at + 8 + length <= size ? at + 8 + length : 0; // a stamp and a kind are the least
        };
        const isWhole = (at, end) => checksum(bytes.subarray(at + 8, end)) === view.getUint32(at + 4, true);
        let effort = 4 * size + (1 << 22), isLost = false; // bytes that may be looked at in vain
        for (let at = from; at + 8 <= size && effort > 0;) {
            const end = endOf(at), after = end && endOf(end);
            const isLikely = end && (!isLost || end - at <= 1 << 16 || end === size || after);
            if (isLikely && isWhole(at, end)) {
                found.push([at, end]);
                at = end;
                isLost = false;
                continue;
            }
            if (isLikely) effort -= end - at;
            // One whose length is right ends where the next begins.
            isLost ||= !end || end !== size && !(after && isWhole(end, after));
            at = isLost ? at + 1 : end;
        }
        return found;
    }

    const isJournal = (path) => /(^|\/)journal-[^/]*\.kith$/.test(path);
    /**
     * A file, or bare frames: { head, from: where frames begin, frames: those that are whole, [begin, end] each,
     * isWhole: nothing else is there }. Of sealed files, too.
     */
    kith.takeApart = (bytes) => {
        const isFile = bytes.length >= header.length && header.every((byte, i) => i >= 8 || bytes[i] === byte);
        const from = isFile ? headerSize(bytes) : 0;
        const frames = isFile && bytes[8] > 3 ? [] : wholeFrames(bytes, from);
        const isWhole = frames.reduce((sum, [begin, end]) => sum + end - begin, from) === bytes.length;
        return { head: isFile ? bytes.slice(0, from) : header, from, frames, isWhole };
    };

    /** Everything in a database's store, if there is one: [key, value] pairs. Makes nothing. */
    function readAll(name, store) {
        return new Promise((resolve) => {
            const opening = indexedDB.open(name);
            opening.onupgradeneeded = () => opening.transaction.abort(); // there was none
            opening.onerror = (event) => { event.preventDefault(); resolve([]); };
            opening.onsuccess = () => {
                const database = opening.result;
                try {
                    const objects = database.transaction(store).objectStore(store);
                    const keys = objects.getAllKeys(), values = objects.getAll();
                    values.onsuccess = () => {
                        database.close();
                        resolve(keys.result.map((key, i) => [key, values.result[i]]));
                    };
                    values.onerror = () => resolve([]);
                } catch {
                    resolve([]);
                }
            };
        });
    }

    async function readCopy(known) {
        const files = [];
        const top = await navigator.storage.getDirectory();
        const folder = await top.getDirectoryHandle(encodeURIComponent(place));
        for await (const [name, handle] of folder.entries())
            if (isJournal(name) && !known.has(name)) files.push(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
        return files;
    }

    function readStrings() {
        try {
            return Object.keys(localStorage).filter((key) => key.startsWith(`${place}#tail/`))
                .map((key) => Uint8Array.from(localStorage.getItem(key), (letter) => letter.charCodeAt(0)));
        } catch {
            return []; // not allowed: nothing there
        }
    }

    const logName = `${place}#log`, longestLog = 60;
    let lines = [], isKept = true;
    function readLog() { // other tabs write, too
        try {
            if (isKept) lines = JSON.parse(localStorage.getItem(logName)) ?? lines;
        } catch { /* not allowed */ }
        return lines;
    }

    /** What the browser said, in its own words: of an error's causes the first. Empty for what Kith itself throws. */
    kith.cause = (error) => {
        while (error?.cause) error = error.cause;
        if (!error?.name || error.name === 'Error') return '';
        return [error.name, error.message || error.errno].filter(Boolean).join(': ').slice(0, 200);
    };
    /** Without what is quoted, and what could be a path, an address or a file. */
    const impersonal = (text) => text
        .replace(/(?<![\p{L}\d])["'“‘„«`][^]*?["'”’“»`](?![\p{L}\d])/gu, '…')
        .replace(/(?<![\p{L}\d])["'“‘„«`][^]*/gu, '…')
        .replace(/\S*([/\\@]|[^\s.]\.[^\s.])\S*/g, '…');

    /** Notes what happened, where, in words of Kith's own, and what was thrown, or the name of that. */
    kith.log = (station, what, error) => {
        const cause = impersonal(typeof error === 'string' ? error : kith.cause(error) || (error?.message ?? ''));
        const text = `${station}: ${what}${cause && ` (${cause})`}`, now = Date.now(), last = readLog().at(-1);
        if (last?.text === text) Object.assign(last, { until: now, times: last.times + 1 });
        else lines = [...lines, { at: now, until: now, times: 1, text }].slice(-longestLog);
        try {
            localStorage.setItem(logName, JSON.stringify(lines));
        } catch {
            isKept = false; // this page alone has it
        }
    };
    /** Lines of text, the oldest first. */
    kith.logged = () => {
        const time = (at) => new Date(at).toLocaleString();
        return readLog().map(({ at, until, times, text }) => `${time(at)} ${text}${times > 1 ? ` × ${times}, last ${time(until)}` : ''}`);
    };
    kith.forgetLog = () => {
        lines = [];
        try {
            localStorage.removeItem(logName);
        } catch { /* not allowed */ }
    };

    /**
     * Numbered runs (src/journal/FORMAT.md, "Runs"), each once and in their order, as two copies of a file may have
     * them in parts: of series in the order in which they are found.
     */
    function inOrder(runs) {
        const all = new Map(), seriesOf = (run) => String(run.subarray(8, 16));
        const numberOf = (run) => new DataView(run.buffer, run.byteOffset).getUint32(16, true);
        for (const run of runs) {
            if (!all.has(seriesOf(run))) all.set(seriesOf(run), new Map());
            all.get(seriesOf(run)).set(numberOf(run), run);
        }
        return [...all.values()].flatMap((series) => [...series].sort(([a], [b]) => a - b).map(([, run]) => run));
    }

    /** One file for all frames behind the same header: one, but when a passphrase was just being changed. */
    kith.rescue = async () => {
        const stored = (await readAll(`/${place}`, 'FILE_DATA').catch(() => []))
            .filter(([path, file]) => isJournal(path) && file.contents)
            .sort(([a], [b]) => (a < b ? -1 : 1));
        const whole = stored.filter(([, file]) => kith.takeApart(file.contents).isWhole).map(([path]) => path.split('/').pop());
        const copied = await readCopy(new Set(whole)).catch(() => []);
        const tail = await readAll(`${place}#tail`, 'tail').catch(() => []);
        const groups = new Map();
        for (const bytes of [...stored.map(([, file]) => file.contents), ...copied, ...tail.map(([, bytes]) => bytes),
            ...readStrings(), ...await kith.pending?.() ?? []]) {
            const { head, frames } = kith.takeApart(bytes);
            if (!groups.has(String(head))) groups.set(String(head), [head]);
            groups.get(String(head)).push(...frames.map(([begin, end]) => bytes.subarray(begin, end)));
        }
        const files = [...groups.values()].filter((pieces) => pieces.some(({ length }, i) => i > 0 && length > 0));
        for (const pieces of files) if (pieces[0][8] === 3) pieces.push(...inOrder(pieces.splice(1)));
        if (!files.length) files.push([header]);
        const day = new Date().toISOString().slice(0, 10);
        return files.map((pieces, i) => ({
            name: `kith-${day}${i ? `-${i + 1}` : ''}.kith`,
            blob: new Blob(pieces, { type: 'application/octet-stream' }),
        }));
    };

    /** What could not be read, as it was found: files of one name each. */
    kith.setAside = async () => {
        const isAside = (path) => /(^|\/)damaged-[^/]*\.kith$/.test(path);
        const stored = await readAll(`/${place}`, 'FILE_DATA').catch(() => []);
        return stored.filter(([path, file]) => isAside(path) && file.contents)
            .map(([path, file]) => ({ name: path.split('/').pop(), blob: new Blob([file.contents], { type: 'application/octet-stream' }) }));
    };
}
