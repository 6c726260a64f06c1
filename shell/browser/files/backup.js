// When the kept file is written, for backup.cpp. storage.js calls kith.stored after each save that counts;
// only the tab that writes ever does, so two tabs never write the same file.

addToLibrary({
    $KithBackup__deps: ['$KithVault', '$KithBytes'],
    $KithBackup: {
        owner: 0,
        name: '',       // of the database, and in localStorage
        handle: null,
        state: 0,       // KithBackupStateFile
        error: null,    // why it could not be written
        last: 0,
        timer: 0,
        writing: null,  // promise: one at a time
        bytes: null,
        pause: 3000,

        async start(owner) {
            const self = KithBackup;
            self.owner = owner;
            self.name = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}#backup`;
            try {
                self.last = Number(localStorage.getItem(self.name)) || 0;
            } catch { /* not told */ }
            globalThis.kith.stored = self.changed;
            self.state = globalThis.showSaveFilePicker ? KithBackupStateFile.none : KithBackupStateFile.unavailable;
            // The program is still being made.
            await null;
            self.show();
            if (!globalThis.showSaveFilePicker) return;
            self.handle = await self.inDatabase((store) => store.get('file')).catch(() => null);
            if (!self.handle) return;
            const answer = await self.handle.queryPermission({ mode: 'readwrite' }).catch(() => 'prompt');
            self.state = answer === 'granted' ? KithBackupStateFile.kept : KithBackupStateFile.waiting;
            self.show();
            self.changed();
        },
        inDatabase(use) {
            return new Promise((resolve, reject) => {
                const opening = indexedDB.open(KithBackup.name, 1);
                opening.onupgradeneeded = () => opening.result.createObjectStore('handle');
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const database = opening.result;
                    const transaction = database.transaction('handle', 'readwrite');
                    const request = use(transaction.objectStore('handle'));
                    transaction.oncomplete = () => { database.close(); resolve(request.result ?? null); };
                    transaction.onerror = transaction.onabort = () => { database.close(); reject(transaction.error); };
                };
            });
        },
        show() {
            const self = KithBackup, cause = self.state === KithBackupStateFile.failed ? globalThis.kith.cause(self.error) : '';
            KithBytes.lendText(self.handle?.name ?? '', (name, length) => KithBytes.lendText(cause, (said, saidLength) =>
                _kith_backup_show(self.owner, self.state, name, length, self.last, said, saidLength)));
        },
        note() {
            KithBackup.last = Date.now();
            try {
                localStorage.setItem(KithBackup.name, String(KithBackup.last));
            } catch { /* then it is asked again after the next start */ }
            KithBackup.show();
        },
        /** Something was stored: soon it is in the file as well. */
        changed() {
            const self = KithBackup;
            if (self.state !== KithBackupStateFile.kept && self.state !== KithBackupStateFile.failed) return;
            self.timer ||= setTimeout(() => {
                self.timer = 0;
                self.writing = (self.writing ?? Promise.resolve()).then(self.write);
            }, self.pause);
        },
        async write() {
            const self = KithBackup, handle = self.handle;
            if (!handle) return;
            let stream;
            try {
                _kith_backup_give(self.owner);
                self.bytes = await KithVault.file(self.bytes.subarray(12)); // behind the passphrase, if there is one
                stream = await handle.createWritable();
                await stream.write(self.bytes);
                await stream.close(); // only now it takes the old one's place
                if (self.handle !== handle) return;
                self.state = KithBackupStateFile.kept;
                self.note();
            } catch (error) {
                await stream?.abort().catch(() => {});
                if (self.handle !== handle) return;
                self.error = error;
                globalThis.kith.log('backup file', 'not written', error?.name); // it may speak of the file's name
                self.state = error?.name === 'NotAllowedError' ? KithBackupStateFile.waiting : KithBackupStateFile.failed;
                self.show();
            } finally {
                self.bytes = null;
            }
        },
        async keep(suggestedName) {
            const self = KithBackup;
            let handle;
            try {
                handle = await globalThis.showSaveFilePicker({
                    suggestedName,
                    types: [{ description: 'Kith', accept: { 'application/octet-stream': ['.kith'] } }],
                });
            } catch {
                return; // thought better of it
            }
            self.handle = handle;
            self.state = KithBackupStateFile.kept;
            await self.inDatabase((store) => store.put(handle, 'file')).catch(() => {});
            await self.write();
        },
        async allow() {
            const self = KithBackup;
            const answer = await self.handle?.requestPermission({ mode: 'readwrite' }).catch(() => 'prompt');
            if (answer === 'granted') await self.write();
        },
        async forget() {
            const self = KithBackup;
            self.handle = null;
            self.state = KithBackupStateFile.none;
            self.show();
            await self.inDatabase((store) => store.delete('file')).catch(() => {});
        },
    },
    kith_backup_start__deps: ['$KithBackup'],
    kith_backup_start: (owner) => { KithBackup.start(owner); },
    kith_backup_note__deps: ['$KithBackup'],
    kith_backup_note: () => KithBackup.note(),
    kith_backup_keep__deps: ['$KithBackup', '$UTF8ToString'],
    kith_backup_keep: (name, length) => { KithBackup.keep(UTF8ToString(name, length)); },
    kith_backup_allow__deps: ['$KithBackup'],
    kith_backup_allow: () => { KithBackup.allow(); },
    kith_backup_forget__deps: ['$KithBackup'],
    kith_backup_forget: () => { KithBackup.forget(); },
    kith_backup_take__deps: ['$KithBackup'],
    kith_backup_take: (bytes, size) => { KithBackup.bytes = HEAPU8.slice(bytes, bytes + size); },
});
