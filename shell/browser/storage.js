// When and where the journal is stored, for storage.cpp, which knows what is stored. The neighbours:
// storage_files.js (IndexedDB), storage_copy.js (the second copy), storage_tail.js (what was on its way
// when the page was hidden), storage_pen.js (which tab writes).
//
// One thing at a time: saving, folding, giving the pen away and taking it go through one queue.

addToLibrary({
    $KithStorage__deps: ['$KithFileSystem', '$KithCopy', '$KithTail', '$KithPen', '$KithBytes', '$UTF8ToString', '$stringToUTF8OnStack'],
    $KithStorage: {
        owner: 0,
        place: '',
        queue: null,        // promise: the last of it
        pending: [],        // frames that are not stored, oldest first
        pendingSince: 0,
        tailed: 0,          // how many of them the tail has
        timer: 0,
        foldTimer: 0,
        failures: 0,
        reason: 0,
        isRead: false,      // IndexedDB was read: only then may it be written
        isOpen: false,
        isTaking: false,    // the pen
        compared: null,     // promise: the second copy was looked at
        early: [],          // what another tab wrote while we were reading
        persistent: false,
        used: 0,
        quota: 0,
        hasAsked: false,    // to be kept for good
        estimated: 0,
        shown: '',

        // In the order of storage.cpp and ui::SaveState.
        reasons: { none: 0, noSpace: 1, failed: 2, refused: 3, elsewhere: 4, tooNew: 5, takingOver: 6 },
        states: { saved: 0, saving: 1, notSaved: 2, readOnly: 3, memoryOnly: 4 },
        pause: 300,
        longestPause: 2000,
        foldPause: 3000,

        async start(owner) {
            const self = KithStorage;
            self.owner = owner;
            self.queue = Promise.resolve();
            // Pages of one host share an origin: every name has the page's folder in it.
            self.place = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}`;
            globalThis.kith.pending = () => self.pending;
            globalThis.kith.stopping = () => {
                // The program is not to be called any more; what it had said goes to the next start.
                self.hide();
                self.isRead = self.isOpen = false;
                self.queue = new Promise(() => {});
                self.show = () => {};
            };
            KithFileSystem.start(`/${self.place}`);
            KithCopy.start(encodeURIComponent(self.place));
            const tail = KithTail.start(`${self.place}#tail`);
            KithPen.start(self.place, {
                give: () => self.next(self.store).then(self.handOver),
                lost: () => { self.handOver(); self.show(); },
                changed: self.show,
                again: () => self.next(self.store),
                free: () => setTimeout(self.tryPen, 100),
                adopt: (bytes) => { if (self.isOpen) self.adopt('', bytes); },
                wrote: (bytes) => {
                    if (!self.isOpen) return self.early.push(bytes);
                    KithBytes.lend(bytes, (at, size) => _kith_storage_receive(owner, at, size));
                },
            });
            document.addEventListener('visibilitychange', () => {
                if (document.hidden) self.hide();
                else self.tryPen();
            });
            document.addEventListener('freeze', self.hide);
            addEventListener('pagehide', self.hide);
            if (navigator.locks) setInterval(self.watchPen, 2000);
            await KithPen.seize();
            await tail;
            await self.next(self.read);
            self.show();
            self.estimate();
        },
        next(work) {
            return KithStorage.queue = KithStorage.queue.then(work, work);
        },

        // Reading -----------------------------------------------------------------------------------------

        async populate() {
            for (const wait of [0, 200, 800]) {
                if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
                try {
                    await KithFileSystem.sync(true);
                    KithStorage.isRead = true;
                    return;
                } catch (error) {
                    KithStorage.reason = KithStorage.reasonOf(error);
                }
            }
        },
        async load() {
            const bar = document.getElementById('progress');
            for (let since = performance.now(); ;) {
                const more = _kith_storage_load(KithStorage.owner);
                if (more < 0) throw new Error('the journal can’t be read');
                if (more === 0) return;
                if (performance.now() - since < 50) continue;
                if (bar) bar.value = _kith_storage_progress(KithStorage.owner);
                await new Promise((resolve) => setTimeout(resolve));
                since = performance.now();
            }
        },
        /** Everything that is kept, from wherever it is; for the first time or after taking the pen. */
        async read() {
            const self = KithStorage, owner = self.owner;
            await self.populate();
            if (!self.isRead) self.retry();
            if (!_kith_storage_begin(owner)) throw new Error('the journal can’t be read');
            await self.load();
            if (_kith_storage_too_new(owner)) return globalThis.kith.stopped('newer');
            if (KithPen.held) {
                for (const bytes of await KithTail.take()) self.adopt('', bytes);
                self.compared = null;
                const isEmpty = !KithFileSystem.names().length;
                if (isEmpty || _kith_storage_damaged(owner)) await self.compare();
                if (isEmpty && _kith_storage_count(owner) > 0) globalThis.kith.notice('restored');
                if (!self.isOpen && _kith_storage_count(owner) === 0 && self.wasHere()) await self.restore();
            }
            const isDamaged = _kith_storage_damaged(owner);
            _kith_storage_open(owner, KithPen.held);
            self.isOpen = true;
            if (isDamaged) self.next(self.store); // what was set aside
            for (const bytes of self.early.splice(0))
                KithBytes.lend(bytes, (at, size) => _kith_storage_receive(owner, at, size));
            if (KithPen.held) self.compare();
            if (self.pending.length) self.schedule();
        },
        /** IndexedDB did not answer: again and again, since what it has must not be written over. */
        retry() {
            setTimeout(() => {
                const self = KithStorage;
                if (!self.isRead) self.next(self.read).then(self.show);
            }, 5000);
        },
        /** Frames from elsewhere. Returns how many bytes at their end could not be read. */
        adopt(name, bytes) {
            return stackSaved(() => KithBytes.lend(bytes, (at, size) =>
                _kith_storage_adopt(KithStorage.owner, stringToUTF8OnStack(name), at, size)));
        },
        compare() {
            return KithStorage.compared ??= KithStorage.takeFromCopy().catch(() => {});
        },
        async takeFromCopy() {
            const self = KithStorage;
            if (!await KithCopy.listed) return;
            for (const name of KithCopy.sizes.keys())
                stackSaved(() => _kith_storage_avoid(self.owner, stringToUTF8OnStack(name)));
            const wanted = new Set(KithCopy.others());
            for (const name of KithCopy.sizes.keys())
                if (stackSaved(() => _kith_storage_is_damaged(self.owner, stringToUTF8OnStack(name)))) wanted.add(name);
            for (const name of wanted) {
                const bytes = await KithCopy.read(name).catch(() => null);
                if (!bytes) continue;
                const isSetAside = !name.startsWith('journal-');
                const unread = isSetAside ? bytes.length : self.adopt(name, bytes);
                if (unread && !KithFileSystem.has(name))
                    KithFileSystem.write(isSetAside ? name : name.replace('journal-', 'damaged-'), bytes.slice(-unread));
            }
        },
        wasHere() {
            try {
                return localStorage.getItem(KithStorage.place) !== null;
            } catch {
                return false;
            }
        },
        remember() {
            try {
                if (!KithStorage.wasHere()) localStorage.setItem(KithStorage.place, new Date().toISOString());
            } catch { /* then nothing tells that there was something */ }
        },
        /** Nothing is here where there was something: the person decides. */
        restore() {
            globalThis.kith.stopped('restore');
            return new Promise((resolve) => {
                document.getElementById('restore-file').onchange = async (event) => {
                    const [file] = event.target.files;
                    event.target.value = '';
                    const bytes = new Uint8Array(await file.arrayBuffer());
                    const unread = KithStorage.adopt(file.name, bytes);
                    document.getElementById('restore-problem').hidden = unread !== bytes.length;
                    if (unread !== bytes.length) resolve();
                };
                document.getElementById('restore-nothing').onclick = resolve;
            });
        },

        // Saving ------------------------------------------------------------------------------------------

        note(bytes) {
            const self = KithStorage;
            if (!self.pending.length) self.pendingSince = performance.now();
            self.pending.push(bytes);
            if (!self.isOpen) return;
            self.schedule();
            self.show();
        },
        schedule() {
            const self = KithStorage;
            clearTimeout(self.timer);
            const left = self.pendingSince + self.longestPause - performance.now();
            self.timer = setTimeout(() => self.next(self.store), Math.max(0, Math.min(self.pause, left)));
        },
        async store() {
            const self = KithStorage, owner = self.owner;
            clearTimeout(self.timer);
            self.timer = 0;
            if (!self.isRead) return;
            await self.compared;
            if (!await KithPen.isHeld()) return self.handOver();
            const problem = _kith_storage_write(owner);
            const count = self.pending.length;
            try {
                if (problem) throw problem;
                const sync = _kith_storage_begin_sync(owner);
                const [kept] = await Promise.allSettled([KithFileSystem.sync(false), KithCopy.follow()]);
                if (kept.status === 'rejected') throw kept.reason;
                self.failures = 0;
                if (count) KithPen.say({ kind: 'wrote', bytes: KithBytes.join(self.pending.splice(0, count)) });
                self.pendingSince = performance.now();
                self.tailed = Math.max(0, self.tailed - count);
                if (!self.tailed) KithTail.clear();
                if (_kith_storage_synced(owner, sync)) setTimeout(() => self.next(self.store), self.foldPause);
                if (count) self.saved();
            } catch (error) {
                _kith_storage_sync_failed(owner);
                self.failures++;
                self.reason = self.reasonOf(error);
                self.timer = setTimeout(() => self.next(self.store), Math.min(30_000, 500 * 2 ** self.failures));
            }
            self.show();
            if (!self.failures && self.pending.length) self.schedule();
            if (!self.failures && _kith_storage_fold_due(owner))
                self.foldTimer ||= setTimeout(() => self.next(self.fold), self.foldPause);
        },
        async fold() {
            const self = KithStorage;
            self.foldTimer = 0;
            if (self.failures || !await KithPen.isHeld() || !_kith_storage_fold(self.owner)) return;
            await self.store();
        },
        saved() {
            const self = KithStorage;
            self.remember();
            globalThis.kith.stored?.();
            if (!self.hasAsked) {
                self.hasAsked = true;
                navigator.storage?.persist?.().then(self.estimate, () => {});
            } else if (performance.now() - self.estimated > 60_000) self.estimate();
        },
        async estimate() {
            const self = KithStorage;
            self.estimated = performance.now();
            try {
                self.persistent = await navigator.storage.persisted();
                const { usage, quota } = await navigator.storage.estimate();
                [self.used, self.quota] = [usage ?? 0, quota ?? 0];
            } catch { /* not told */ }
            self.show();
        },
        reasonOf(error) {
            if (typeof error === 'number') return error;
            if (error?.name === 'QuotaExceededError') return KithStorage.reasons.noSpace;
            if (error?.name === 'SecurityError' || !KithStorage.isRead) return KithStorage.reasons.refused;
            return KithStorage.reasons.failed;
        },
        show() {
            const self = KithStorage, { states, reasons } = self;
            let state = states.saved, reason = reasons.none;
            if (!KithPen.held) [state, reason] = [states.readOnly, self.isTaking ? reasons.takingOver : reasons.elsewhere];
            else if (!self.isRead) [state, reason] = [states.memoryOnly, self.reason];
            else if (self.failures) [state, reason] = [states.notSaved, self.reason];
            else if (self.pending.length) state = states.saving;
            const shown = [state, reason, self.persistent, self.used, self.quota];
            if (self.shown === String(shown)) return;
            self.shown = String(shown);
            _kith_storage_show(self.owner, ...shown);
        },

        // Between tabs, and at the end --------------------------------------------------------------------

        /** The page may never run again: what is not stored goes where it arrives. */
        hide() {
            const self = KithStorage;
            if (!self.pending.length) return;
            if (self.tailed !== self.pending.length) {
                KithTail.put(KithBytes.join(self.pending));
                self.tailed = self.pending.length;
            }
            if (self.timer) self.next(self.store);
        },
        /** What this tab has, and may not store, goes to the one that may. */
        handOver() {
            const self = KithStorage;
            if (!self.pending.length) return;
            const bytes = KithBytes.join(self.pending.splice(0));
            KithTail.put(bytes);
            KithTail.mine = ''; // not ours to remove
            self.tailed = 0;
            KithPen.say({ kind: 'adopt', bytes });
            _kith_storage_handed_over(self.owner);
        },
        async tryPen() {
            const self = KithStorage;
            if (KithPen.held || !self.isOpen || self.isTaking || document.hidden) return;
            await self.takePen(() => KithPen.tryAgain());
        },
        /** Whoever wrote may end without a word, or say it while this page was still reading. */
        async watchPen() {
            const self = KithStorage;
            if (KithPen.held || !self.isOpen || self.isTaking || document.hidden) return;
            if (!await KithPen.holder()) await self.tryPen();
        },
        async takeOver() {
            const self = KithStorage;
            if (KithPen.held || !self.isOpen || self.isTaking) return;
            await self.takePen(() => KithPen.takeOver());
        },
        async takePen(take) {
            const self = KithStorage;
            self.isTaking = true;
            try {
                await take();
                if (KithPen.held) await self.next(self.read);
            } finally {
                self.isTaking = false;
                self.show();
            }
        },
    },
    $stackSaved__deps: ['$stackSave', '$stackRestore'],
    $stackSaved: (work) => {
        const top = stackSave();
        try {
            return work();
        } finally {
            stackRestore(top);
        }
    },
    kith_storage_start__deps: ['$KithStorage', '$stackSaved'],
    kith_storage_start: (owner) => {
        KithStorage.start(owner).catch((error) => globalThis.kith.stopped('aborted', error.message));
    },
    kith_storage_pending__deps: ['$KithStorage'],
    kith_storage_pending: (bytes, size) => KithStorage.note(HEAPU8.slice(bytes, bytes + size)),
    kith_storage_take_over__deps: ['$KithStorage'],
    kith_storage_take_over: () => { KithStorage.takeOver(); },
    kith_storage_notice__deps: ['$UTF8ToString'],
    kith_storage_notice: (text) => globalThis.kith.notice(UTF8ToString(text)),
});
