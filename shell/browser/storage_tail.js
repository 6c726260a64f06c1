// The tail: frames that were not stored yet when the page was hidden. A sync that begins then never
// arrives, but a put and a commit on a connection of one's own do. A database of its own, because IDBFS
// removes what it does not know. Each put is whole and has a key of its own; the next start takes it in.

addToLibrary({
    $KithTail: {
        name: '',
        database: null,
        mine: '',   // the key of what this page has put
        taken: [],  // keys of what was taken in and can go when that is stored

        start(name) {
            KithTail.name = name;
            return new Promise((resolve) => {
                try {
                    const opening = indexedDB.open(name, 1);
                    opening.onupgradeneeded = () => opening.result.createObjectStore('tail');
                    opening.onerror = (event) => { event.preventDefault(); resolve(); };
                    opening.onsuccess = () => {
                        KithTail.database = opening.result;
                        KithTail.database.onclose = () => { KithTail.database = null; };
                        resolve();
                    };
                } catch {
                    resolve();
                }
            });
        },
        work() {
            try {
                const transaction = KithTail.database.transaction('tail', 'readwrite');
                transaction.onerror = (event) => event.preventDefault();
                return transaction;
            } catch { // closed by the browser: a new one for the next time
                KithTail.database = null;
                KithTail.start(KithTail.name);
                return null;
            }
        },
        /** At once: there may be no later. */
        put(bytes) {
            const transaction = KithTail.work();
            if (!transaction) return;
            const store = transaction.objectStore('tail');
            const before = KithTail.mine;
            KithTail.mine = Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join('');
            store.put(bytes, KithTail.mine);
            if (before) store.delete(before);
            transaction.commit?.();
        },
        /** What is there, of whatever page. Promise of arrays of bytes. */
        take() {
            return new Promise((resolve) => {
                const transaction = KithTail.work();
                if (!transaction) return resolve([]);
                const store = transaction.objectStore('tail');
                const keys = store.getAllKeys(), values = store.getAll();
                transaction.oncomplete = () => {
                    KithTail.taken.push(...keys.result);
                    resolve(values.result);
                };
                transaction.onabort = () => resolve([]);
            });
        },
        /** What was taken, and what this page put, is stored. */
        clear() {
            if (!KithTail.mine && !KithTail.taken.length) return;
            const transaction = KithTail.work();
            if (!transaction) return;
            const store = transaction.objectStore('tail');
            for (const key of [...KithTail.taken, KithTail.mine]) if (key) store.delete(key);
            KithTail.taken = [];
            KithTail.mine = '';
        },
    },
});
