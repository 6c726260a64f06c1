// The data as a file, without the program: for the pages that are shown when it can't start or had to
// stop. Collects what is stored (IndexedDB, the second copy, the tail) and what the page still holds in
// memory, and puts all whole frames behind one header: a .kith file (src/journal/FORMAT.md).
//
// Sets globalThis.kith.rescue, where there may be something to save, and kith.setAside: what was damaged.

'use strict';

globalThis.kith ??= {};

{
    const place = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}`;
    const header = Uint8Array.of(0x4b, 0x49, 0x54, 0x48, 0x4a, 0x0d, 0x0a, 0x1a, 1, 0, 0, 0);

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

    /** The frames at the front of `bytes` that are whole and undamaged. */
    function wholeFrames(bytes) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        let end = 0;
        while (end + 8 <= bytes.length) {
            const next = end + 8 + view.getUint32(end, true);
            if (next > bytes.length || checksum(bytes.subarray(end + 8, next)) !== view.getUint32(end + 4, true)) break;
            end = next;
        }
        return bytes.subarray(0, end);
    }

    const isJournal = (path) => /(^|\/)journal-[^/]*\.kith$/.test(path);
    const framesOf = (file) => header.every((byte, i) => file[i] === byte) ? wholeFrames(file.subarray(header.length)) : file.subarray(0, 0);

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
            if (isJournal(name) && !known.has(name))
                files.push(framesOf(new Uint8Array(await (await handle.getFile()).arrayBuffer())));
        return files;
    }

    kith.rescue = async () => {
        const stored = (await readAll(`/${place}`, 'FILE_DATA').catch(() => []))
            .filter(([path, file]) => isJournal(path) && file.contents)
            .sort(([a], [b]) => (a < b ? -1 : 1));
        const whole = stored.filter(([, file]) => framesOf(file.contents).length === file.contents.length - header.length);
        const copied = await readCopy(new Set(whole.map(([path]) => path.split('/').pop()))).catch(() => []);
        const tail = await readAll(`${place}#tail`, 'tail').catch(() => []);
        const pieces = [header, ...stored.map(([, file]) => framesOf(file.contents)), ...copied,
            ...tail.map(([, bytes]) => wholeFrames(bytes)), ...kith.pending?.() ?? []];
        try {
            for (const key of Object.keys(localStorage))
                if (key.startsWith(`${place}#tail/`))
                    tail.push([key, Uint8Array.from(localStorage.getItem(key), (letter) => letter.charCodeAt(0))]);
        } catch { /* not allowed: nothing there */ }
        const name = `kith-${new Date().toISOString().slice(0, 10)}.kith`;
        return { name, blob: new Blob(pieces, { type: 'application/octet-stream' }) };
    };

    /** What could not be read, as it was found: files of one name each. */
    kith.setAside = async () => {
        const isAside = (path) => /(^|\/)damaged-[^/]*\.kith$/.test(path);
        const stored = await readAll(`/${place}`, 'FILE_DATA').catch(() => []);
        return stored.filter(([path, file]) => isAside(path) && file.contents)
            .map(([path, file]) => ({ name: path.split('/').pop(), blob: new Blob([file.contents], { type: 'application/octet-stream' }) }));
    };
}
