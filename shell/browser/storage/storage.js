// When and where the journal is stored, for storage.cpp, which knows what is stored. The neighbours:
// journal_files.js (IndexedDB), copy.js (the second copy), heal.js (what one copy lacks, from the other), slips.js (what
// was on its way when the page was hidden), typed.js (what is half done), pen.js (which tab writes), vault.js (sealing
// what is behind a passphrase), run_order.js (whether all of that is there), lock.js (asking for it), passphrase.js
// (setting and changing it).
//
// One thing at a time: saving, folding, giving the pen away and taking it go through one queue.

addToLibrary({
    $KithStorage__deps: ['$KithFileSystem', '$KithCopy', '$KithHeal', '$KithSlips', '$KithTyped', '$KithPen', '$KithVault', '$KithLock',
        '$KithPassphrase', '$KithRunOrder', '$KithBytes', '$UTF8ToString'],
    $KithStorage: {
        owner: 0,
        place: '',
        queue: null,        // promise: the last of it
        tail: null,         // a slip
        pending: [],        // frames that are not stored, oldest first: {bytes, sealed: a file, when it is}
        pendingSince: 0,
        tailed: 0,          // how many of them the tail has
        timer: 0,
        lateTimer: 0,
        foldTimer: 0,
        failures: 0,
        error: null,        // why something is not stored, or was not read
        isRead: false,      // IndexedDB was read: only then may it be written
        isOpen: false,
        goesOn: false,      // without what the browser did not hand over
        isTaking: false,    // the pen
        compared: null,     // promise: the second copy was looked at
        isLost: false,      // something that is whole in neither copy
        order: null,        // of the sealed runs that were read
        isStrict: true,     // it matters in which order they come
        series: null,       // of those that are written
        without: [],        // names of headers whose passphrase the person does not know, or not now
        early: [],          // what another tab wrote while we were reading
        persistent: false,
        used: 0,
        quota: 0,
        hasAsked: false,    // to be kept for good
        estimated: 0,
        shown: '',

        pause: 300,
        longestPause: 2000,
        foldPause: 3000,
        lateAfter: 8000,    // then it is said that something takes long
        readAgain: 5000,

        async start(owner) {
            const self = KithStorage;
            self.owner = owner;
            self.queue = Promise.resolve();
            // Pages of one host share an origin: every name has the page's folder in it.
            self.place = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}`;
            globalThis.kith.pending = async () => self.pending.length ? [await KithVault.file(self.join(self.pending))] : [];
            globalThis.kith.stopping = () => {
                // The program is not to be called any more; what it had said goes to the next start.
                self.isOpen = false;
                self.hide();
                self.isRead = false;
                self.queue = new Promise(() => {});
                self.show = KithHeal.handlers.show = () => {};
            };
            KithFileSystem.start(`/${self.place}`);
            KithCopy.start(encodeURIComponent(self.place));
            KithHeal.start({
                compare: self.compareNames,
                adopt: self.adopt,
                hasAllOf: (name) => KithBytes.lendText(name, (at, length) => _kith_storage_has_all_of(owner, at, length)),
                mayWrite: async () => self.isOpen && self.isRead && KithPen.held && (await self.compared, KithPen.isHeld()),
                next: self.next,
                show: self.showCopy,
            });
            self.tail = KithSlips.make(`${self.place}#tail`);
            const slips = Promise.all([self.tail.open(), KithTyped.start(`${self.place}#typed`, {
                isStored: () => !self.pending.length,
                store: () => self.next(self.store),
                kept: (isKept) => { if (self.isOpen) _kith_storage_typed_kept(owner, isKept); },
            })]);
            KithPen.start(self.place, {
                give: () => KithLock.isAsking ? undefined : self.next(self.store).then(self.restTyped).then(self.handOver),
                lost: () => { globalThis.kith.log('tabs', 'another one writes'); self.handOver(); self.show(); KithHeal.show(); },
                changed: self.show,
                again: () => self.next(self.store),
                free: () => setTimeout(self.tryPen, 100),
                adopt: (bytes) => { if (self.isOpen) self.adopt('', bytes); },
                wrote: (bytes) => { if (self.isOpen) self.receive(bytes); else self.early.push(bytes); },
                lock: () => KithLock.lock(false),
                // The passphrase is another one now, or there is none: from the beginning.
                resealed: () => { if (self.isOpen) location.reload(); },
            });
            KithLock.start({ rest: self.rest, why: () => self.error, erase: self.erase });
            document.addEventListener('visibilitychange', () => {
                if (document.hidden) self.hide();
                else self.tryPen();
            });
            document.addEventListener('freeze', self.hide);
            addEventListener('pagehide', self.hide);
            if (navigator.locks) setInterval(self.watchPen, 2000);
            setTimeout(() => { if (!self.isRead) self.sayUnread(); }, self.lateAfter);
            await KithPen.seize();
            await slips;
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
                    KithStorage.error = null;
                    return;
                } catch (error) {
                    KithStorage.failed('not read', error);
                    if (error?.name === 'TimeoutError') return;
                }
            }
        },
        begin() {
            if (!_kith_storage_begin(KithStorage.owner)) throw KithStorage.unreadable();
        },
        unreadable: () => new Error('the journal can’t be read', { cause: KithFileSystem.problem }),
        /** What the program holds out (StorageHeld), its bytes copied. */
        held(at) {
            const words = HEAPU32.subarray(at >> 2), copy = (from, size) => HEAPU8.slice(from, from + size);
            const head = words[KithStorageHeld.head];
            return {
                loading: words[KithStorageHeld.loading],
                progress: HEAPF32[(at >> 2) + KithStorageHeld.progress],
                bytes: copy(words[KithStorageHeld.bytes], words[KithStorageHeld.size]),
                head: head ? copy(head, words[KithStorageHeld.head_size]) : null,
                next: words[KithStorageHeld.next],
                end: words[KithStorageHeld.end],
                count: words[KithStorageHeld.count],
                isDamaged: Boolean(words[KithStorageHeld.is_damaged]),
                isTooNew: Boolean(words[KithStorageHeld.is_too_new]),
            };
        },
        look: () => KithStorage.held(_kith_storage_look(KithStorage.owner)),
        /** Gives what is held out when all is read. */
        async load() {
            const bar = document.getElementById('progress');
            let held = KithStorage.held(_kith_storage_load(KithStorage.owner));
            for (let since = performance.now(); held.loading !== KithLoading.done;) {
                if (held.loading === KithLoading.failed) throw KithStorage.unreadable();
                if (performance.now() - since > 50) {
                    if (bar) bar.value = held.progress;
                    await new Promise((resolve) => setTimeout(resolve));
                    since = performance.now();
                }
                held = held.loading === KithLoading.sealed ? await KithStorage.unseal(held)
                    : KithStorage.held(_kith_storage_load(KithStorage.owner));
            }
            return held;
        },
        /** The run of frames that load() came to is sealed. */
        async unseal(held) {
            const { frames, bytes, marks } = await KithVault.openFrames(held.head, held.bytes), { order } = KithStorage;
            for (const mark of marks) order.add(mark, KithStorage.isStrict);
            return KithStorage.held(KithBytes.lend(frames, (at, size) => _kith_storage_unsealed(KithStorage.owner, at, size, bytes)));
        },
        /** Headers of sealed files whose keys are not known: of those loaded, and of the tail. */
        lockedHeads({ bytes: all }, tail) {
            const heads = [];
            for (let at = 0; at < all.length; at += heads.at(-1).length) heads.push(KithVault.headOf(all.subarray(at)));
            heads.push(...tail.map(({ bytes }) => KithVault.headOf(bytes)).filter(Boolean));
            return heads.filter((head) => !KithVault.isOpen(head));
        },
        /** Reads what can be read, and asks for a passphrase as long as there is something behind one. */
        async unlock(tail) {
            const self = KithStorage;
            for (;;) {
                const loaded = await self.load();
                const heads = self.lockedHeads(loaded, tail).filter((head) => !self.without.includes(KithVault.nameOf(head)));
                if (!heads.length) break;
                if (self.isOpen) return location.reload(); // the passphrase was changed behind our back
                const opened = await KithLock.ask(heads, loaded.count > 0);
                if (!opened.length) self.without = heads.map(KithVault.nameOf);
                // What is not ours to write may have changed while somebody looked for a passphrase.
                if (!KithPen.held) {
                    self.isStrict = false;
                    await self.populate();
                    self.begin();
                }
                for (const head of opened) self.canOpen(head);
            }
            const { head } = self.held(_kith_storage_go_on(self.owner));
            if (!head || KithVault.isNumbered(head)) return KithVault.use(head);
            await self.protect(head);
        },
        canOpen(head) {
            KithBytes.lend(head, (at, size) => _kith_storage_can_open(KithStorage.owner, at, size));
        },
        /** Everything that is kept, from wherever it is; for the first time or after taking the pen. */
        async read() {
            const self = KithStorage, owner = self.owner;
            const isFirst = !self.isOpen;
            let isEmpty = false, isOlder = false;
            // Of what another tab may have folded meanwhile nothing but that it is there counts.
            self.isStrict = KithPen.held && isFirst;
            if (isFirst) self.order = KithRunOrder.make();
            do {
                await self.populate();
                self.begin();
                isEmpty = !KithFileSystem.names().length;
                self.compared = null;
                // A page that ends between the two copies leaves one append more in one: that is taken later.
                isOlder = isFirst && KithPen.held && self.isSealed() && await self.behind() > 1;
                if (KithPen.held && isEmpty || isOlder) {
                    await self.compare(); // may bring sealed files as they are
                    self.begin();
                    if (isOlder) self.compared = null;
                }
            } while (await self.waits());
            document.getElementById('unread').hidden = true;
            if (!self.isRead) self.retry();
            const tail = KithPen.held ? await self.tail.take() : [];
            await self.unlock(tail);
            const fault = self.fault();
            if (self.look().isTooNew) return globalThis.kith.stopped('newer');
            if (KithPen.held) {
                for (const { bytes, keys } of tail)
                    if (await self.adopt('', bytes) < bytes.length) self.tail.taken.push(...keys);
                if (isOlder) globalThis.kith.notice('older');
                if (self.look().isDamaged || fault) await self.compare();
                const { count } = self.look();
                if (self.isRead && isEmpty && count > 0 && !self.isLost) globalThis.kith.notice('restored');
                if (self.isRead && !self.isOpen && self.hasNothing() && self.wasHere()) await self.restore();
            }
            const { isDamaged } = self.look();
            if (KithPen.held && self.fault() && !isDamaged) {
                globalThis.kith.log('storage', 'runs', self.fault().replace('_', ' '));
                globalThis.kith.notice('altered');
            }
            // What is left is written anew, so that this is said once; so is what an older Kith sealed.
            const needsRewriting = KithPen.held && KithVault.head && (fault || isDamaged || self.hasOldRuns());
            self.series = KithRunOrder.series(self.order.ends());
            // Read once more because the browser did not answer: what is half done is on the screen already.
            if (KithPen.held && (!self.isOpen || self.isTaking)) await self.bringTyped();
            _kith_storage_open(owner, KithPen.held);
            self.isOpen = true;
            self.showProtection();
            if (isDamaged || isOlder || isEmpty && KithFileSystem.names().length) self.next(self.store); // what was set aside, or brought
            for (const bytes of self.early.splice(0)) self.receive(bytes);
            if (needsRewriting) self.next(self.rewrite);
            if (KithPen.held) self.compare().then(KithHeal.begin);
            if (self.pending.length) self.schedule();
        },
        isSealed: () => KithFileSystem.names().some((name) => KithCopy.isOurs(name) && KithVault.headOf(KithFileSystem.bytes(name))),
        /** How many appends the second copy has that were made after the last one here: somebody, or the browser, set ours back. */
        behind: async () => await KithCopy.listed ? KithHeal.latest(KithCopy.sizes.keys()) - KithHeal.latest(KithFileSystem.names()) : 0,
        /** What is wrong with the numbers of the runs that were read here: see KithRunOrder. */
        fault() {
            const isEmptied = (name) => {
                const bytes = KithFileSystem.bytes(name), head = name.startsWith('journal-') && KithVault.headOf(bytes);
                return head && KithVault.isNumbered(head) && head.length === bytes.length;
            };
            return KithFileSystem.names().some(isEmptied) ? 'cut_off' : KithStorage.order.fault();
        },
        hasOldRuns: () => KithFileSystem.names().some((name) => {
            const head = name.startsWith('journal-') && KithVault.headOf(KithFileSystem.bytes(name));
            return head && !KithVault.isNumbered(head) && KithVault.isOpen(head);
        }),
        async rewrite() {
            if (!KithPen.held || !KithVault.head) return;
            await KithPassphrase.rewrite(KithPassphrase.same()).catch((error) => globalThis.kith.log('storage', 'not written anew', error));
        },
        async bringTyped() {
            const draft = await KithTyped.take();
            if (draft) KithBytes.lend(draft, (at, size) => _kith_storage_typed(KithStorage.owner, at, size));
        },
        hasNothing: () => KithStorage.look().count === 0 && !KithFileSystem.names().some(KithCopy.isOurs),
        /**
         * Whether it is to be read once more before anything is shown: there was something, and the browser does not
         * hand it over, from neither copy. An empty Kith would look as if it were lost.
         */
        async waits() {
            const self = KithStorage;
            if (self.isRead || self.isOpen || self.goesOn || !self.hasNothing() || !self.wasHere()) return false;
            self.sayUnread();
            await new Promise((resolve) => {
                const late = setTimeout(resolve, self.readAgain);
                const button = document.getElementById('unread-without');
                button.hidden = false;
                button.onclick = () => {
                    self.goesOn = true;
                    clearTimeout(late);
                    resolve();
                };
            });
            return !self.goesOn;
        },
        /** On the page that is shown while it loads. */
        sayUnread() {
            const cause = globalThis.kith.cause(KithStorage.error);
            document.getElementById('unread-why').textContent = cause ? `The browser said: “${cause}”` : '';
            document.getElementById('unread').hidden = false;
        },
        /** IndexedDB did not answer: again and again, since what it has must not be written over. */
        retry() {
            setTimeout(() => {
                const self = KithStorage;
                if (!self.isRead) self.next(self.read).then(self.show);
            }, KithStorage.readAgain);
        },
        /** Frames from elsewhere, in any shape. Returns how many bytes at their end could not be read. */
        async adopt(name, bytes) {
            const { frames, unread, marks } = await KithVault.frames(bytes);
            for (const mark of marks) KithStorage.order?.find(mark);
            if (unread && !frames.length) return bytes.length;
            return unread + KithBytes.lendText(unread ? '' : name, (nameAt, length) => KithBytes.lend(frames, (at, size) =>
                _kith_storage_adopt(KithStorage.owner, nameAt, length, at, size)));
        },
        async receive(bytes) {
            const { frames } = await KithVault.frames(bytes);
            KithBytes.lend(frames, (at, size) => _kith_storage_receive(KithStorage.owner, at, size));
        },
        compare() {
            return KithStorage.compared ??= KithStorage.takeFromCopy().catch((error) => { globalThis.kith.log('second copy', 'not compared', error); });
        },
        async takeFromCopy() {
            const self = KithStorage;
            if (!await KithCopy.listed) return;
            if (self.isOpen) await KithCopy.look(); // another tab wrote
            self.isLost = await KithHeal.take();
            if (self.isLost) globalThis.kith.notice('damaged');
        },
        /** What the second copy has, by name. Gives the names of what is damaged here. */
        compareNames(names) {
            const { bytes } = KithBytes.lendText(names.join('\n'), (at, length) =>
                KithStorage.held(_kith_storage_compare(KithStorage.owner, at, length)));
            return new TextDecoder().decode(bytes).split('\n').filter(Boolean);
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
            const element = (id) => document.getElementById(id);
            globalThis.kith.stopped('restore');
            return new Promise((resolve) => {
                let bytes = null;
                const take = async () => {
                    const head = KithVault.headOf(bytes), isLocked = Boolean(head) && !KithVault.isOpen(head);
                    element('restore-locked').hidden = !isLocked || !KithVault.isSane(head);
                    if (isLocked && !KithVault.isSane(head)) return void (element('restore-problem').hidden = false);
                    if (isLocked) return element('restore-passphrase').focus();
                    const opened = head ? await KithVault.openFile(head, bytes) : {};
                    if (opened.fault) globalThis.kith.notice(`file-${opened.fault.replace('_', '-')}`);
                    const unread = await KithStorage.adopt('', bytes);
                    element('restore-problem').hidden = unread !== bytes.length;
                    if (unread === bytes.length) return;
                    if (head) await KithStorage.protect(head); // as the backup was
                    resolve();
                };
                element('restore-file').onchange = async (event) => {
                    const [file] = event.target.files;
                    event.target.value = '';
                    bytes = new Uint8Array(await file.arrayBuffer());
                    await take();
                };
                element('restore-locked').onsubmit = async (event) => {
                    event.preventDefault();
                    const head = KithVault.headOf(bytes), field = element('restore-passphrase');
                    const key = await KithVault.find(head, field.value);
                    element('restore-wrong').hidden = Boolean(key);
                    field.value = '';
                    if (!key) return field.focus();
                    KithVault.add(head, key);
                    await take();
                };
                element('restore-nothing').onclick = resolve;
            });
        },
        /** What is written from now on is behind this header, or one of today for the same passphrase; null: in the clear. */
        async protect(head) {
            if (head && !KithVault.isNumbered(head)) {
                const { head: fresh, key } = await KithVault.renewed(head);
                KithVault.add(fresh, key);
                head = fresh;
            }
            KithBytes.lend(head ?? KithVault.plainHead, (at, size) => _kith_storage_write_behind(KithStorage.owner, at, size));
            await KithVault.use(head);
        },

        // Saving ------------------------------------------------------------------------------------------

        note(bytes) {
            const self = KithStorage;
            if (!self.pending.length) self.wait();
            const entry = { bytes, sealed: null };
            self.pending.push(entry);
            self.sealEntry(entry);
            if (!self.isOpen) return;
            self.schedule();
            self.shown = ''; // the program shows by itself that it is saving
        },
        /** What is pending now waits from now on. */
        wait() {
            const self = KithStorage;
            self.pendingSince = performance.now();
            clearTimeout(self.lateTimer);
            self.lateTimer = setTimeout(() => self.show(), self.lateAfter + 50);
        },
        isLate: () => KithStorage.pending.length > 0 && performance.now() - KithStorage.pendingSince > KithStorage.lateAfter,
        join: (entries) => KithBytes.join(entries.map(({ bytes }) => bytes)),
        /** Ahead, for the tail: when the page goes there is no time. */
        async sealEntry(entry) {
            entry.sealed = null;
            if (KithVault.head) entry.sealed = await KithVault.file(entry.bytes);
        },
        /** The frames that are held out and what follows them, behind a header; perhaps without what is packed away. */
        async sealed(held, head, series, packs = false) {
            const parts = [];
            for (;; held = KithStorage.held(_kith_storage_frames(KithStorage.owner, held.next, held.end, packs))) {
                const isEnd = held.next === held.end;
                if (held.bytes.length || isEnd) parts.push(await KithVault.seal(held.bytes, head, series, isEnd));
                if (isEnd) return KithBytes.join(parts);
            }
        },
        /** Puts what was noted into a file, and begins a sync. Gives the number of entries. */
        async write() {
            const self = KithStorage, { owner, pending } = self;
            const check = (reason) => {
                if (reason !== KithStorageReason.none) throw Object.assign(new Error('not written', { cause: KithFileSystem.problem }), { reason });
            };
            if (!KithVault.head) {
                check(_kith_storage_write(owner, 0, 0, 0));
                return pending.length;
            }
            const held = self.held(_kith_storage_unwritten(owner)), count = pending.length;
            // Numbers count once they are written: what fails is sealed again.
            const series = { ...self.series }, isAnything = held.bytes.length > 0;
            const bytes = isAnything ? await self.sealed(held, KithVault.head, series) : held.bytes;
            check(KithBytes.lend(bytes, (at, size) => _kith_storage_write(owner, at, size, held.end)));
            if (isAnything) self.wrote(series);
            return count;
        },
        /** What this page has written itself is not read again. */
        wrote(series) {
            KithStorage.series = series;
            KithStorage.order.wrote(series);
        },
        /** To where it lasts. Only the first copy counts. */
        async sync() {
            const [kept] = await Promise.allSettled([KithFileSystem.sync(false), KithHeal.follow()]);
            if (kept.status === 'rejected') throw kept.reason;
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
            let due = KithSyncDue.nothing;
            try {
                const count = await self.write();
                await self.sync();
                if (self.failures) globalThis.kith.log('storage', 'saved again');
                self.failures = 0;
                self.error = null;
                if (count) KithVault.file(self.join(self.pending.splice(0, count))).then((bytes) => KithPen.say({ kind: 'wrote', bytes }));
                self.wait();
                self.tailed = Math.max(0, self.tailed - count);
                if (!self.tailed) self.tail.clear();
                if (!self.pending.length) KithTyped.drop();
                due = _kith_storage_synced(owner);
                if (due === KithSyncDue.sync || due === KithSyncDue.both) setTimeout(() => self.next(self.store), self.foldPause);
                if (count) self.saved();
            } catch (error) {
                _kith_storage_sync_failed(owner);
                self.failures++;
                self.failed('not saved', error);
                self.timer = setTimeout(() => self.next(self.store), Math.min(30_000, 500 * 2 ** self.failures));
            }
            self.show();
            if (!self.failures && self.pending.length) self.schedule();
            if (due === KithSyncDue.fold || due === KithSyncDue.both)
                self.foldTimer ||= setTimeout(() => self.next(self.fold), self.foldPause);
        },
        async fold() {
            const self = KithStorage;
            self.foldTimer = 0;
            if (self.failures || !await KithPen.isHeld()) return;
            if (_kith_storage_fold(self.owner)) await self.store();
            else globalThis.kith.log('storage', 'not folded', KithFileSystem.problem);
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
        /** For the person and the log. */
        failed(what, error) {
            const self = KithStorage;
            self.error = error;
            globalThis.kith.log('storage', what, error);
            if (self.reason() === KithStorageReason.no_space) self.estimate();
        },
        /** Chromium calls what a person forbade an UnknownError in IndexedDB, and says what it is of these strings only. */
        isForbidden() {
            try {
                return !localStorage;
            } catch {
                return true;
            }
        },
        reason() {
            const { error, isRead, failures } = KithStorage;
            if (error?.name === 'TimeoutError' || isRead && !failures) return KithStorageReason.slow;
            if (error?.reason) return error.reason;
            if (error?.name === 'QuotaExceededError') return KithStorageReason.no_space;
            // A disk that is full is not always called so: UnknownError, DataError, AbortError.
            const isRefused = !(error instanceof DOMException) || ['SecurityError', 'InvalidStateError'].includes(error.name) ||
                KithStorage.isForbidden();
            return !isRead && isRefused || error?.name === 'SecurityError' ? KithStorageReason.refused : KithStorageReason.failed;
        },
        show() {
            const self = KithStorage;
            let state = KithSaveState.saved, reason = KithStorageReason.none, cause = '';
            if (!KithPen.held) {
                state = KithSaveState.read_only;
                reason = self.isTaking ? KithStorageReason.taking_over : KithStorageReason.elsewhere;
            } else if (!self.isRead || self.failures || self.isLate()) {
                state = self.isRead ? KithSaveState.not_saved : KithSaveState.memory_only;
                reason = self.reason();
                const isOwn = self.error?.reason || reason === KithStorageReason.slow; // the program has its own words
                cause = isOwn ? '' : globalThis.kith.cause(self.error);
            } else if (self.pending.length) state = KithSaveState.saving;
            const { persistent, used, quota } = self, shown = String([state, reason, persistent, used, quota, cause]);
            if (self.shown === shown) return;
            self.shown = shown;
            KithBytes.lendText(cause, (at, length) => _kith_storage_show(self.owner, state, reason, at, length, persistent, used, quota));
        },
        /** How the second copy is; only the tab that writes knows. `checked`: a time, 0 for not yet. */
        showCopy(state, checked, mended, cause) {
            KithBytes.lendText(cause, (at, length) => _kith_storage_show_copy(
                KithStorage.owner, KithPen.held ? state : KithSecondCopyState.unknown, checked, mended, at, length));
        },
        /** `problem`: why the last change of the passphrase was not made; `error`: and why that is so. */
        showProtection({ problem = KithPassphraseProblem.none, error = null, isWorking = false } = {}) {
            const state = isWorking ? KithProtectionState.working : KithVault.head ? KithProtectionState.on
                : KithVault.isAble() ? KithProtectionState.none : KithProtectionState.unavailable;
            if (error) globalThis.kith.log('passphrase', 'not changed', error);
            KithBytes.lendText(globalThis.kith.cause(error), (at, length) =>
                _kith_storage_show_protection(KithStorage.owner, state, problem, at, length));
        },

        // Between tabs, and at the end --------------------------------------------------------------------

        /** Entries as the tail keeps them; without what is too large to be sealed at once. */
        tailBytes(entries) {
            const { head } = KithVault;
            if (!head) return KithStorage.join(entries);
            const isReady = ({ sealed }) => sealed && KithVault.nameOf(sealed.subarray(0, head.length)) === KithVault.nameOf(head);
            const late = entries.filter((entry) => !isReady(entry));
            const now = late.length ? KithVault.fileNow(KithStorage.join(late)) : null;
            const files = entries.filter(isReady).map(({ sealed }) => sealed);
            return KithBytes.join([head, ...[...files, ...now ? [now] : []].map((file) => file.subarray(head.length))]);
        },
        /** The page may never run again: what is not stored goes where it arrives. */
        hide() {
            const self = KithStorage;
            if (self.isOpen) _kith_storage_leaving(self.owner);
            if (self.pending.length) self.hidePending();
            KithTyped.leave();
        },
        hidePending() {
            const self = KithStorage;
            if (self.tailed !== self.pending.length) {
                self.tail.put(self.tailBytes(self.pending));
                self.tailed = self.pending.length;
            }
            if (self.timer) self.next(self.store);
        },
        /** Before the page is locked: whether everything is where the next start finds it. */
        async rest() {
            const self = KithStorage;
            return await self.restPending() && self.restTyped();
        },
        /** The same for what is half done. */
        restTyped() {
            if (KithStorage.isOpen) _kith_storage_leaving(KithStorage.owner);
            return Promise.race([KithTyped.settle(), new Promise((resolve) => setTimeout(() => resolve(false), 2000))]);
        },
        async restPending() {
            const self = KithStorage;
            if (self.pending.length) await Promise.race([self.next(self.store), new Promise((resolve) => setTimeout(resolve, 5000))]);
            if (!self.pending.length) return true;
            await Promise.all(self.pending.map(self.sealEntry));
            self.tailed = self.pending.length;
            return self.tail.put(self.tailBytes(self.pending));
        },
        /** All that is kept here: for a person who has lost the passphrase and begins anew. False: not all. */
        async erase() {
            const self = KithStorage;
            if (!await KithPen.isHeld()) return false;
            for (const name of KithFileSystem.names().filter(KithCopy.isOurs)) KithFileSystem.remove(name);
            await KithFileSystem.sync(false);
            for (let again = 10; again > 0; --again) { // a file that was just read may be held for a moment
                await KithHeal.follow();
                if (!KithCopy.isBehind()) break;
                await new Promise((resolve) => setTimeout(resolve, 200));
            }
            if (KithCopy.isBehind()) return false;
            for (const { keys } of await self.tail.take()) self.tail.taken.push(...keys);
            await self.tail.clear();
            await KithTyped.erase();
            localStorage.removeItem(self.place);
            globalThis.kith.forgetLog();
            return true;
        },
        /** What this tab has, and may not store, goes to the one that may. */
        handOver() {
            const self = KithStorage;
            if (!self.pending.length) return;
            const entries = self.pending.splice(0);
            self.tail.put(self.tailBytes(entries));
            self.tail.mine = ''; // not ours to remove
            self.tailed = 0;
            KithVault.file(self.join(entries)).then((bytes) => KithPen.say({ kind: 'adopt', bytes }));
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
    kith_storage_start__deps: ['$KithStorage'],
    kith_storage_start: (owner) => {
        KithStorage.start(owner).catch((error) => globalThis.kith.stopped('aborted', error));
    },
    kith_storage_pending__deps: ['$KithStorage'],
    kith_storage_pending: (bytes, size) => KithStorage.note(HEAPU8.slice(bytes, bytes + size)),
    kith_storage_take_over__deps: ['$KithStorage'],
    kith_storage_take_over: () => { KithStorage.takeOver(); },
    kith_storage_notice__deps: ['$UTF8ToString'],
    kith_storage_notice: (text) => globalThis.kith.notice(UTF8ToString(text)),
});
