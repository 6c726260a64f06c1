// The journal's files in Emscripten's file system, for journal_files.cpp, and their way into IndexedDB.
//
// Every file is written once, whole, under a name of its own, with a time later than any before: IDBFS
// tells files apart by their times alone. Its connection is opened again when the browser has closed it.

addToLibrary({
    $KithFileSystem__deps: ['$FS', '$MEMFS', '$IDBFS', '$KithBytes', '$UTF8ToString', '$stringToNewUTF8'],
    $KithFileSystem: {
        folder: '', // the mount, and by it the database's name
        mount: null,
        latest: 0,
        problem: null,  // what was thrown when a file could not be read or written
        stopSync: null, // ends a sync that will never answer
        patience: 60_000,

        start(folder) {
            KithFileSystem.folder = folder;
            FS.mkdirTree(folder);
            // What it throws in the middle of a sync would be lost, and the sync never end.
            const { reconcile } = IDBFS;
            IDBFS.reconcile = (from, to, end) => {
                try {
                    reconcile(from, to, end);
                } catch (error) {
                    end(error);
                }
            };
            FS.mount(IDBFS, {}, folder);
            KithFileSystem.mount = FS.lookupPath(folder).node.mount;
        },
        path: (name) => `${KithFileSystem.folder}/${name}`,
        names: () => FS.readdir(KithFileSystem.folder).filter((name) => name !== '.' && name !== '..'),
        bytes(name) {
            return MEMFS.getFileDataAsTypedArray(FS.lookupPath(KithFileSystem.path(name)).node);
        },
        size: (name) => FS.stat(KithFileSystem.path(name)).size,
        has: (name) => FS.analyzePath(KithFileSystem.path(name)).exists,
        /** Gives what `use` gives, or else, if it throws, and remembers why. */
        attempt(use, otherwise) {
            KithFileSystem.problem = null;
            try {
                return use();
            } catch (error) {
                KithFileSystem.problem = error;
                return otherwise;
            }
        },
        /** What `bytes` gives becomes the file's own. */
        write: (name, bytes) => KithFileSystem.attempt(() => {
            if (KithFileSystem.has(name)) return KithWritten.exists;
            const path = KithFileSystem.path(name);
            FS.writeFile(path, bytes(), { canOwn: true });
            KithFileSystem.latest = Math.max(Date.now(), KithFileSystem.latest + 1);
            FS.utime(path, KithFileSystem.latest, KithFileSystem.latest);
            return KithWritten.done;
        }, KithWritten.failed),
        remove(name) {
            if (!KithFileSystem.has(name)) return false;
            FS.unlink(KithFileSystem.path(name));
            return true;
        },

        connect() {
            return new Promise((resolve, reject) => {
                const late = KithFileSystem.later(reject);
                IDBFS.getDB(KithFileSystem.folder, (error, database) => {
                    clearTimeout(late);
                    if (error) return reject(error);
                    database.onclose = () => {
                        KithFileSystem.disconnect();
                        KithFileSystem.stopSync?.(new DOMException('closed by the browser', 'InvalidStateError'));
                    };
                    database.onversionchange = KithFileSystem.disconnect;
                    resolve();
                });
            });
        },
        /** A browser whose disk hangs may never answer. */
        later: (reject) => setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), KithFileSystem.patience),
        disconnect() {
            try { IDBFS.dbs[KithFileSystem.folder]?.close(); } catch { /* it is closed */ }
            delete IDBFS.dbs[KithFileSystem.folder];
        },
        /** To the database, or from it. One at a time: the caller sees to that. */
        async sync(fromDatabase) {
            for (let again = true; ; again = false) {
                try {
                    await KithFileSystem.connect();
                    return await KithFileSystem.syncOnce(fromDatabase);
                } catch (error) {
                    KithFileSystem.disconnect();
                    if (!again || error?.name !== 'InvalidStateError') throw error;
                }
            }
        },
        syncOnce(fromDatabase) {
            return new Promise((resolve, reject) => {
                const late = KithFileSystem.later(reject);
                const end = (error) => {
                    clearTimeout(late);
                    KithFileSystem.stopSync = null;
                    if (error) return reject(error);
                    if (fromDatabase)
                        for (const name of KithFileSystem.names())
                            KithFileSystem.latest = Math.max(KithFileSystem.latest,
                                FS.stat(KithFileSystem.path(name)).mtime.getTime());
                    resolve();
                };
                KithFileSystem.stopSync = end;
                IDBFS.syncfs(KithFileSystem.mount, fromDatabase, end);
            });
        },
    },

    kith_idb_list__deps: ['$KithFileSystem'],
    kith_idb_list: () => stringToNewUTF8(KithFileSystem.names().map((name) => `${name} ${KithFileSystem.size(name)}`).join('\n')),
    kith_idb_size__deps: ['$KithFileSystem'],
    kith_idb_size: (nameAt, length) => {
        const name = UTF8ToString(nameAt, length);
        return KithFileSystem.has(name) ? KithFileSystem.size(name) : -1;
    },
    kith_idb_read__deps: ['$KithFileSystem'],
    kith_idb_read: (name, length, offset, to, size) => KithFileSystem.attempt(() => {
        HEAPU8.set(KithFileSystem.bytes(UTF8ToString(name, length)).subarray(offset, offset + size), to);
        return true;
    }, false),
    kith_idb_write__deps: ['$KithFileSystem'],
    kith_idb_write: (name, length, pieces, count) => KithFileSystem.write(UTF8ToString(name, length), () => {
        const views = [];
        for (let i = 0; i < count; ++i) {
            const start = HEAPU32[pieces / 4 + 2 * i];
            views.push(HEAPU8.subarray(start, start + HEAPU32[pieces / 4 + 2 * i + 1]));
        }
        return KithBytes.join(views);
    }),
    kith_idb_join__deps: ['$KithFileSystem'],
    kith_idb_join: (name, length, head, headSize, names, namesLength, skip) => KithFileSystem.write(UTF8ToString(name, length), () => {
        const parts = UTF8ToString(names, namesLength).split('\n').map((part) => KithFileSystem.bytes(part).subarray(skip));
        return KithBytes.join([HEAPU8.subarray(head, head + headSize), ...parts]);
    }),
    kith_idb_remove__deps: ['$KithFileSystem'],
    kith_idb_remove: (name, length) => KithFileSystem.remove(UTF8ToString(name, length)),
    kith_idb_cause__deps: ['$KithFileSystem'],
    kith_idb_cause: () => stringToNewUTF8(globalThis.kith.cause(KithFileSystem.problem)),

    $KithBytes__deps: ['malloc', 'free'],
    $KithBytes: {
        /** One array of its own from many views. */
        join(views) {
            const whole = new Uint8Array(views.reduce((sum, view) => sum + view.length, 0));
            let at = 0;
            for (const view of views) {
                whole.set(view, at);
                at += view.length;
            }
            return whole;
        },
        /** Calls `use(address, size)` with the bytes in the program's memory, where nothing is left of them then. */
        lend(bytes, use) {
            const size = bytes.length, address = _malloc(size || 1);
            if (!address) throw new DOMException('no memory', 'QuotaExceededError');
            HEAPU8.set(bytes, address);
            try {
                return use(address, size);
            } finally {
                HEAPU8.fill(0, address, address + size);
                _free(address);
            }
        },
        /** The same with a text. */
        lendText: (text, use) => KithBytes.lend(new TextEncoder().encode(text), use),
    },
});
