// Reads and writes the second copy of the journal in the origin private file system. A worker, because
// only there can a file be written and flushed at once (FileSystemSyncAccessHandle). One request at a
// time: { number, folder, what, name, bytes } → { number, value } or { number, error }. The folder may go while
// the page is open: it is made again.

'use strict';

{
    let folder = null;
    let queue = Promise.resolve();

    const actions = {
        async list() {
            const files = [];
            for await (const [name, handle] of folder.entries())
                if (handle.kind === 'file') files.push([name, (await handle.getFile()).size]);
            return files;
        },
        async read({ name }) {
            const file = await (await folder.getFileHandle(name)).getFile();
            return new Uint8Array(await file.arrayBuffer());
        },
        async digest(request) {
            return new Uint8Array(await crypto.subtle.digest('SHA-256', await actions.read(request)));
        },
        async write({ name, bytes }) {
            const access = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
            try {
                await access.truncate(0); // older Safari answers these later
                if (await access.write(bytes, { at: 0 }) !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
                await access.flush();
            } finally {
                await access.close();
            }
        },
        async remove({ name }) {
            await folder.removeEntry(name).catch((error) => {
                if (error.name !== 'NotFoundError') throw error;
            });
        },
    };

    async function carryOut(request) {
        const { number, what } = request;
        if (what === 'list') folder = null;
        for (;;) {
            const isNew = !folder;
            try {
                folder ??= await (await navigator.storage.getDirectory()).getDirectoryHandle(request.folder, { create: true });
                return postMessage({ number, value: await actions[what](request) });
            } catch (error) {
                if (isNew) return postMessage({ number, error: { name: error.name, message: String(error.message) } });
                folder = null;
            }
        }
    }

    addEventListener('message', ({ data }) => {
        queue = queue.then(() => carryOut(data));
    });
}
