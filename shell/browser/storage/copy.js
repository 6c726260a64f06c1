// The second copy: the same files in the origin private file system, because a browser that is killed
// can lose all of IndexedDB. web/copy-worker.js writes them, off the page's own time. A browser without
// (private windows, http:) has one copy, and that is all it says. heal.js keeps both copies equal.

addToLibrary({
    $KithCopy__deps: ['$KithFileSystem'],
    $KithCopy: {
        folder: '',
        worker: null,
        policy: null,
        waiting: null, // by the number of the request
        count: 0,
        isOffered: false, // the browser has a place for it
        sizes: null,      // by name; null: not known
        listed: null,     // promise: whether there is a copy

        start(folder) {
            KithCopy.folder = folder;
            KithCopy.waiting = new Map();
            KithCopy.listed = KithCopy.find();
        },
        async find() {
            try {
                if (!navigator.storage?.getDirectory || !globalThis.isSecureContext) return false;
                await navigator.storage.getDirectory(); // refuses in private windows
                KithCopy.isOffered = true;
                await KithCopy.look();
                return true;
            } catch (error) {
                globalThis.kith.log('second copy', 'not to be had', error);
                KithCopy.stop();
                return false;
            }
        },
        stop() {
            KithCopy.worker?.terminate();
            KithCopy.worker = null;
            for (const { reject } of KithCopy.waiting.values()) reject(new Error('no answer'));
            KithCopy.waiting.clear();
        },
        ask(request, limit = 20_000) {
            if (!KithCopy.worker) {
                // The page's rules take script addresses only from a policy; this one knows a single script.
                const policy = { createScriptURL: () => 'copy-worker.js' };
                KithCopy.policy ??= globalThis.trustedTypes?.createPolicy('kith-copy', policy) ?? policy;
                KithCopy.worker = new Worker(KithCopy.policy.createScriptURL(''));
                KithCopy.worker.onmessage = ({ data }) => {
                    const { resolve, reject, late } = KithCopy.waiting.get(data.number) ?? {};
                    clearTimeout(late);
                    KithCopy.waiting.delete(data.number);
                    if (data.error) reject?.(Object.assign(new Error(data.error.message), { name: data.error.name }));
                    else resolve?.(data.value);
                };
                KithCopy.worker.onerror = KithCopy.stop;
            }
            return new Promise((resolve, reject) => {
                const number = ++KithCopy.count;
                const late = setTimeout(KithCopy.stop, limit);
                KithCopy.waiting.set(number, { resolve, reject, late });
                KithCopy.worker.postMessage({ ...request, number, folder: KithCopy.folder });
            });
        },
        isOurs: (name) => /^(journal|damaged|gone)-.*\.kith$/.test(name),
        /** What is there now: files may go, or be changed, while the page is open. */
        async look() {
            KithCopy.sizes = new Map(await KithCopy.ask({ what: 'list' }));
        },
        /** The names of files that are only there, or differ from ours in size. */
        others() {
            if (!KithCopy.sizes) return [];
            return [...KithCopy.sizes.keys()].filter((name) => KithCopy.isOurs(name) &&
                (!KithFileSystem.has(name) || KithFileSystem.size(name) !== KithCopy.sizes.get(name))).sort();
        },
        /** The names of our files that it lacks. */
        lacks: () => KithFileSystem.names().filter((name) => KithCopy.isOurs(name) && !KithCopy.sizes.has(name)),
        /** Whether it lacks something, or has what is gone here. */
        isBehind: () => Boolean(KithCopy.sizes) && (KithCopy.others().length > 0 || KithCopy.lacks().length > 0),
        read: (name) => KithCopy.ask({ what: 'read', name }, 60_000),
        /** SHA-256 of a file, read anew. */
        digest: (name) => KithCopy.ask({ what: 'digest', name }, 60_000),
        async write(name, bytes) {
            await KithCopy.ask({ what: 'write', name, bytes }, 60_000);
            KithCopy.sizes.set(name, bytes.length);
        },
        async remove(name) {
            await KithCopy.ask({ what: 'remove', name });
            KithCopy.sizes.delete(name);
        },
    },
});
