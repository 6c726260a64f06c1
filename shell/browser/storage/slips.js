// Slips: what the next start is to find although the page may be gone any moment. There are two: the tail, frames
// that were not stored yet when the page was hidden; and what was typed and is written nowhere (typed.js). A sync
// that begins then never arrives. A put and a commit on a connection of one's own do in Chromium and Firefox (a
// database of its own, because IDBFS removes what it does not know); WebKit drops them too, but not what was given
// to localStorage, which has room for what a person can type. So both. Each put is whole and has a key of its own;
// the next start takes everything in. Bytes are bare frames, or a sealed file (vault.js).

addToLibrary({
    $KithSlips: {
        longest: 1 << 20, // bytes for localStorage
        patience: 5000,

        /** Of that name, among all that share the origin. */
        make: (name) => Object.assign(Object.create(KithSlips.methods), {
            name,
            database: null,
            mine: '',  // the key of what this page has put
            taken: [], // keys of what was taken in: they can go when that is stored
        }),
        /** Gives what `work` comes to, or else `otherwise` where the browser does not answer for long. */
        within: (work, otherwise) => new Promise((resolve) => {
            const late = setTimeout(resolve, KithSlips.patience, otherwise);
            work.then(resolve).finally(() => clearTimeout(late));
        }),
        done: (transaction) => new Promise((resolve) => {
            transaction.oncomplete = () => resolve(true);
            transaction.onabort = () => {
                globalThis.kith.log('slip', 'not kept', transaction.error);
                resolve(false);
            };
        }),
        methods: {
            /** Opens its database, if there can be one. */
            open() {
                const slip = this;
                return KithSlips.within(new Promise((resolve) => {
                    try {
                        const opening = indexedDB.open(slip.name, 1);
                        opening.onupgradeneeded = () => opening.result.createObjectStore('tail');
                        opening.onerror = (event) => { event.preventDefault(); resolve(); };
                        opening.onsuccess = () => {
                            slip.database = opening.result;
                            slip.database.onclose = () => { slip.database = null; };
                            resolve();
                        };
                    } catch {
                        resolve();
                    }
                }));
            },
            /** Calls `use` with the store, if there is one, and gives what it gives. */
            inDatabase(use) {
                try {
                    const transaction = this.database.transaction('tail', 'readwrite');
                    transaction.onerror = (event) => event.preventDefault();
                    return use(transaction.objectStore('tail'));
                } catch { // closed by the browser: a new one for the next time
                    this.database = null;
                    this.open();
                    return null;
                }
            },
            /** The same for localStorage, with our names in it. */
            inStrings(use) {
                try {
                    return use(localStorage, (key) => `${this.name}/${key}`);
                } catch {
                    return null;
                }
            },
            /** At once: there may be no later. Answers whether it is kept, for who can wait for that. */
            put(bytes) {
                const before = this.mine;
                this.mine = Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join('');
                const isStored = this.inDatabase((store) => {
                    store.put(bytes, this.mine);
                    if (before) store.delete(before);
                    store.transaction.commit?.();
                    return KithSlips.done(store.transaction);
                });
                const isWritten = bytes.length <= KithSlips.longest && this.inStrings((strings, named) => {
                    let text = ''; // a letter a byte
                    for (let at = 0; at < bytes.length; at += 4096)
                        text += String.fromCharCode(...bytes.subarray(at, at + 4096));
                    strings.setItem(named(this.mine), text);
                    if (before) strings.removeItem(named(before));
                    return true;
                });
                return KithSlips.within(Promise.resolve(isStored), false).then((stored) => Boolean(stored || isWritten));
            },
            /** What is there, of whatever page: { bytes, keys }. What is there twice comes once or twice. */
            async take() {
                const found = await KithSlips.within(new Promise((resolve) => {
                    const isAsked = this.inDatabase((store) => {
                        const keys = store.getAllKeys(), values = store.getAll();
                        store.transaction.oncomplete = () =>
                            resolve(values.result.map((bytes, i) => ({ bytes, keys: [keys.result[i]] })));
                        store.transaction.onabort = () => resolve([]);
                        return true;
                    });
                    if (!isAsked) resolve([]);
                }), []);
                this.inStrings((strings, named) => {
                    for (const key of Object.keys(strings)) {
                        if (!key.startsWith(named(''))) continue;
                        const bytes = Uint8Array.from(strings.getItem(key), (letter) => letter.charCodeAt(0));
                        found.push({ bytes, keys: [key.slice(named('').length)] });
                    }
                });
                return found;
            },
            /** What was taken in, and what this page put, is stored. */
            clear() {
                const keys = [...this.taken, this.mine].filter(Boolean);
                this.taken = [];
                this.mine = '';
                return this.remove(keys);
            },
            async remove(keys) {
                if (!keys.length) return;
                const isDone = this.inDatabase((store) => {
                    for (const key of keys) store.delete(key);
                    return KithSlips.done(store.transaction);
                });
                this.inStrings((strings, named) => { for (const key of keys) strings.removeItem(named(key)); });
                if (isDone) await KithSlips.within(isDone, false);
            },
        },
    },
});
