// When and where the journal is stored, for storage.cpp, which knows what is stored. The neighbours:
// storage_files.js (IndexedDB), storage_copy.js (the second copy), storage_tail.js (what was on its way
// when the page was hidden), storage_pen.js (which tab writes), storage_vault.js (sealing what is behind a
// passphrase), storage_lock.js (asking for it).
//
// One thing at a time: saving, folding, giving the pen away and taking it go through one queue.

addToLibrary({
    $KithStorage__deps: ['$KithFileSystem', '$KithCopy', '$KithTail', '$KithPen', '$KithVault', '$KithLock', '$KithBytes',
        '$UTF8ToString', '$stringToUTF8OnStack'],
    $KithStorage: {
        owner: 0,
        place: '',
        queue: null,        // promise: the last of it
        pending: [],        // frames that are not stored, oldest first: {bytes, sealed: a file, when it is}
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
        without: [],        // names of headers whose passphrase the person does not know, or not now
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
            globalThis.kith.pending = async () => self.pending.length ? [await KithVault.file(self.join(self.pending))] : [];
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
                give: () => KithLock.isAsking ? undefined : self.next(self.store).then(self.handOver),
                lost: () => { self.handOver(); self.show(); },
                changed: self.show,
                again: () => self.next(self.store),
                free: () => setTimeout(self.tryPen, 100),
                adopt: (bytes) => { if (self.isOpen) self.adopt('', bytes); },
                wrote: (bytes) => { if (self.isOpen) self.receive(bytes); else self.early.push(bytes); },
                lock: () => KithLock.lock(false),
                // The passphrase is another one now, or there is none: from the beginning.
                resealed: () => { if (self.isOpen) location.reload(); },
            });
            KithLock.start({ rest: self.rest, erase: self.erase });
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
                if (more === 2) await KithStorage.unseal();
                if (performance.now() - since < 50) continue;
                if (bar) bar.value = _kith_storage_progress(KithStorage.owner);
                await new Promise((resolve) => setTimeout(resolve));
                since = performance.now();
            }
        },
        /** A copy of what the program holds out: see Storage::Inside::Run. */
        run() {
            const at = _kith_storage_run_bytes(KithStorage.owner);
            return HEAPU8.slice(at, at + _kith_storage_run_size(KithStorage.owner));
        },
        runHead() {
            const at = _kith_storage_run_head(KithStorage.owner);
            return HEAPU8.slice(at, at + 64);
        },
        /** The run of frames that load() came to is sealed. */
        async unseal() {
            const { frames, bytes } = await KithVault.openFrames(KithStorage.runHead(), KithStorage.run());
            KithBytes.lend(frames, (at, size) => _kith_storage_unsealed(KithStorage.owner, at, size, bytes));
        },
        /** Headers of sealed files whose keys are not known. */
        lockedHeads(tail) {
            const self = KithStorage, heads = [];
            if (!_kith_storage_locked_heads(self.owner)) throw new Error('the journal can’t be read');
            const all = self.run();
            for (let at = 0; at < all.length; at += 64) heads.push(all.slice(at, at + 64));
            heads.push(...tail.map(({ bytes }) => KithVault.headOf(bytes)).filter(Boolean));
            return heads.filter((head) => !KithVault.isOpen(head));
        },
        /** Reads what can be read, and asks for a passphrase as long as there is something behind one. */
        async unlock(tail) {
            const self = KithStorage;
            for (;;) {
                await self.load();
                const heads = self.lockedHeads(tail).filter((head) => !self.without.includes(KithVault.nameOf(head)));
                if (!heads.length) break;
                if (self.isOpen) return location.reload(); // the passphrase was changed behind our back
                const opened = await KithLock.ask(heads, _kith_storage_count(self.owner) > 0);
                if (!opened.length) self.without = heads.map(KithVault.nameOf);
                // What is not ours to write may have changed while somebody looked for a passphrase.
                if (!KithPen.held) {
                    await self.populate();
                    if (!_kith_storage_begin(self.owner)) throw new Error('the journal can’t be read');
                }
                for (const head of opened) self.canOpen(head);
            }
            await KithVault.use(_kith_storage_go_on(self.owner) ? self.runHead() : null);
        },
        canOpen(head) {
            KithBytes.lend(head, (at) => _kith_storage_can_open(KithStorage.owner, at));
        },
        /** Everything that is kept, from wherever it is; for the first time or after taking the pen. */
        async read() {
            const self = KithStorage, owner = self.owner;
            await self.populate();
            if (!self.isRead) self.retry();
            if (!_kith_storage_begin(owner)) throw new Error('the journal can’t be read');
            const isEmpty = !KithFileSystem.names().length;
            self.compared = null;
            if (KithPen.held && isEmpty) {
                await self.compare(); // may bring sealed files as they are
                if (!_kith_storage_begin(owner)) throw new Error('the journal can’t be read');
            }
            const tail = KithPen.held ? await KithTail.take() : [];
            await self.unlock(tail);
            if (_kith_storage_too_new(owner)) return globalThis.kith.stopped('newer');
            if (KithPen.held) {
                for (const { bytes, keys } of tail)
                    if (await self.adopt('', bytes) < bytes.length) KithTail.taken.push(...keys);
                if (_kith_storage_damaged(owner)) await self.compare();
                if (isEmpty && _kith_storage_count(owner) > 0) globalThis.kith.notice('restored');
                const hasNothing = _kith_storage_count(owner) === 0 && !KithFileSystem.names().some(KithCopy.isOurs);
                if (!self.isOpen && hasNothing && self.wasHere()) await self.restore();
            }
            const isDamaged = _kith_storage_damaged(owner);
            _kith_storage_open(owner, KithPen.held);
            self.isOpen = true;
            self.showProtection();
            if (isDamaged || isEmpty && KithFileSystem.names().length) self.next(self.store); // what was set aside, or brought
            for (const bytes of self.early.splice(0)) self.receive(bytes);
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
        /** Frames from elsewhere, in any shape. Returns how many bytes at their end could not be read. */
        async adopt(name, bytes) {
            const { frames, unread } = await KithVault.frames(bytes);
            if (unread && !frames.length) return bytes.length;
            return unread + stackSaved(() => KithBytes.lend(frames, (at, size) =>
                _kith_storage_adopt(KithStorage.owner, stringToUTF8OnStack(unread ? '' : name), at, size)));
        },
        async receive(bytes) {
            const { frames } = await KithVault.frames(bytes);
            KithBytes.lend(frames, (at, size) => _kith_storage_receive(KithStorage.owner, at, size));
        },
        compare() {
            return KithStorage.compared ??= KithStorage.takeFromCopy().catch(() => {});
        },
        async takeFromCopy() {
            const self = KithStorage;
            if (!await KithCopy.listed) return;
            const asked = (what, name) => stackSaved(() => what(self.owner, stringToUTF8OnStack(name)));
            for (const name of KithCopy.sizes.keys()) asked(_kith_storage_avoid, name);
            const wanted = new Set(KithCopy.others());
            for (const name of KithCopy.sizes.keys()) if (asked(_kith_storage_is_damaged, name)) wanted.add(name);
            for (const name of wanted) {
                const bytes = await KithCopy.read(name).catch(() => null);
                if (!bytes) continue;
                const head = KithVault.headOf(bytes);
                if (head && !KithVault.isOpen(head)) {
                    // Nobody has asked for its passphrase yet: it is kept as it is, if it has what others lack.
                    if (!asked(_kith_storage_has_all_of, name)) KithFileSystem.write(name, bytes);
                    continue;
                }
                const isSetAside = !name.startsWith('journal-');
                const unread = isSetAside ? bytes.length : await self.adopt(name, bytes);
                if (!unread || KithFileSystem.has(name)) continue;
                const rest = bytes.slice(-unread);
                KithFileSystem.write(isSetAside ? name : name.replace('journal-', 'damaged-'),
                    head && rest.length < bytes.length ? KithBytes.join([head, rest]) : rest);
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
            const element = (id) => document.getElementById(id);
            globalThis.kith.stopped('restore');
            return new Promise((resolve) => {
                let bytes = null;
                const take = async () => {
                    const head = KithVault.headOf(bytes), isLocked = Boolean(head) && !KithVault.isOpen(head);
                    element('restore-locked').hidden = !isLocked;
                    if (isLocked) return element('restore-passphrase').focus();
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
        /** What is written from now on is behind this header; null: in the clear. */
        async protect(head) {
            KithBytes.lend(head ?? KithVault.plainHead, (at, size) => _kith_storage_write_behind(KithStorage.owner, at, size));
            await KithVault.use(head);
        },

        // Saving ------------------------------------------------------------------------------------------

        note(bytes) {
            const self = KithStorage;
            if (!self.pending.length) self.pendingSince = performance.now();
            const entry = { bytes, sealed: null };
            self.pending.push(entry);
            self.sealEntry(entry);
            if (!self.isOpen) return;
            self.schedule();
            self.show();
        },
        join: (entries) => KithBytes.join(entries.map(({ bytes }) => bytes)),
        /** Ahead, for the tail: when the page goes there is no time. */
        async sealEntry(entry) {
            entry.sealed = null;
            if (KithVault.head) entry.sealed = await KithVault.file(entry.bytes);
        },
        /** Transactions from one to before another, behind a header; perhaps without what is packed away. */
        async sealed(first, end, head = KithVault.head, packs = false) {
            const self = KithStorage, parts = [];
            for (let at = first; at < end;) {
                at = _kith_storage_frames(self.owner, at, end, packs);
                parts.push(await KithVault.seal(self.run(), head));
            }
            return KithBytes.join(parts);
        },
        /** Puts what was noted into a file: how many entries, and the number of a reason why not. */
        async write() {
            const self = KithStorage, { owner } = self;
            if (!KithVault.head) return { problem: _kith_storage_write(owner), count: self.pending.length };
            const first = _kith_storage_written(owner), end = _kith_storage_count(owner), count = self.pending.length;
            if (first === end) return { problem: 0, count };
            const bytes = await self.sealed(first, end);
            return { problem: KithBytes.lend(bytes, (at, size) => _kith_storage_write_sealed(owner, at, size, end)), count };
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
            const { problem, count } = await self.write();
            try {
                if (problem) throw problem;
                const sync = _kith_storage_begin_sync(owner);
                const [kept] = await Promise.allSettled([KithFileSystem.sync(false), KithCopy.follow()]);
                if (kept.status === 'rejected') throw kept.reason;
                self.failures = 0;
                if (count) KithVault.file(self.join(self.pending.splice(0, count))).then((bytes) => KithPen.say({ kind: 'wrote', bytes }));
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

        // In the order of ui::Protection::State.
        protections: { unavailable: 0, none: 1, working: 2, on: 3 },
        /** `problem` is a number of storage.cpp: why the last change of the passphrase was not made. */
        showProtection(problem = 0, isWorking = false) {
            const { protections } = KithStorage;
            const state = isWorking ? protections.working : KithVault.head ? protections.on
                : KithVault.isAble() ? protections.none : protections.unavailable;
            _kith_storage_show_protection(KithStorage.owner, state, problem);
        },

        // Between tabs, and at the end --------------------------------------------------------------------

        /** Entries as the tail keeps them; without what is too large to be sealed at once. */
        tailBytes(entries) {
            const { head } = KithVault;
            if (!head) return KithStorage.join(entries);
            const isReady = ({ sealed }) => sealed && KithVault.nameOf(sealed.subarray(0, 64)) === KithVault.nameOf(head);
            const late = entries.filter((entry) => !isReady(entry));
            const now = late.length ? KithVault.fileNow(KithStorage.join(late)) : null;
            const files = entries.filter(isReady).map(({ sealed }) => sealed);
            return KithBytes.join([head, ...[...files, ...now ? [now] : []].map((file) => file.subarray(64))]);
        },
        /** The page may never run again: what is not stored goes where it arrives. */
        hide() {
            const self = KithStorage;
            if (!self.pending.length) return;
            if (self.tailed !== self.pending.length) {
                KithTail.put(self.tailBytes(self.pending));
                self.tailed = self.pending.length;
            }
            if (self.timer) self.next(self.store);
        },
        /** Before the page is locked: whether everything is where the next start finds it. */
        async rest() {
            const self = KithStorage;
            if (self.pending.length) await Promise.race([self.next(self.store), new Promise((resolve) => setTimeout(resolve, 5000))]);
            if (!self.pending.length) return true;
            await Promise.all(self.pending.map(self.sealEntry));
            self.tailed = self.pending.length;
            return KithTail.put(self.tailBytes(self.pending));
        },
        /** All that is kept here: for a person who has lost the passphrase and begins anew. False: not all. */
        async erase() {
            const self = KithStorage;
            if (!await KithPen.isHeld()) return false;
            for (const name of KithFileSystem.names().filter(KithCopy.isOurs)) KithFileSystem.remove(name);
            await KithFileSystem.sync(false);
            for (let again = 10; again > 0; --again) { // a file that was just read may be held for a moment
                await KithCopy.follow();
                if (!KithCopy.isBehind()) break;
                await new Promise((resolve) => setTimeout(resolve, 200));
            }
            if (KithCopy.isBehind()) return false;
            for (const { keys } of await KithTail.take()) KithTail.taken.push(...keys);
            await KithTail.clear();
            localStorage.removeItem(self.place);
            return true;
        },
        /** What this tab has, and may not store, goes to the one that may. */
        handOver() {
            const self = KithStorage;
            if (!self.pending.length) return;
            const entries = self.pending.splice(0);
            KithTail.put(self.tailBytes(entries));
            KithTail.mine = ''; // not ours to remove
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
