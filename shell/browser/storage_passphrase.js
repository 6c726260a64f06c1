// Setting, changing and removing the passphrase: everything that is stored is written once more, behind the
// new one or in the clear, and only when that is durable the old files go. Until then the old passphrase
// counts, and if it fails it goes on counting. Packing history away is the same, with less in it.

addToLibrary({
    $KithPassphrase__deps: ['$KithStorage', '$KithVault', '$KithLock', '$KithCopy', '$KithFileSystem', '$KithTail', '$KithPen',
        '$KithBytes', '$stringToUTF8OnStack', '$stackSaved'],
    $KithPassphrase: {
        // In the order of storage.cpp.
        problems: { none: 0, wrong: 1, notStored: 2, copyBehind: 3 },

        /** Empty strings: there is none, or shall be none. */
        async change(current, fresh) {
            const { problems } = KithPassphrase, show = KithStorage.showProtection;
            show(problems.none, true);
            try {
                if (KithVault.head && !await KithVault.find(KithVault.head, current)) return show(problems.wrong);
                const next = fresh ? await KithVault.make(fresh) : null;
                show(await KithStorage.next(() => KithPassphrase.rewrite(next)));
            } catch {
                show(problems.notStored);
            }
        },
        async pack() {
            const { head, keys } = KithVault;
            const same = head && { head, key: keys[KithVault.nameOf(head)] };
            const problem = await KithStorage.next(() => KithPassphrase.rewrite(same, true)).catch(() => 1);
            if (problem && problem !== KithPassphrase.problems.copyBehind) return globalThis.kith.notice('not-packed');
            location.reload();
        },
        /**
         * Writes everything, behind `next` or in the clear; perhaps without what is packed away. Returns the
         * number of a problem; what is stored is then as it was, but for copyBehind.
         */
        async rewrite(next, packs = false) {
            const { problems } = KithPassphrase, { owner } = KithStorage;
            await KithStorage.store(); // folds that are not durable are, after that
            if (!KithStorage.isRead || KithStorage.failures || !await KithPen.isHeld()) return problems.notStored;
            if (next) KithVault.add(next.head, next.key);
            const before = KithVault.head, count = KithStorage.pending.length, end = _kith_storage_count(owner);
            const bytes = await KithStorage.sealed(0, end, next?.head ?? null, packs);
            if (next && !before) await KithPassphrase.sealAside(next);
            const head = next?.head ?? KithVault.plainHead;
            const isWritten = KithBytes.lend(head, (headAt, headSize) => KithBytes.lend(bytes, (at, size) =>
                _kith_storage_replace(owner, headAt, headSize, at, size, end)));
            if (!isWritten) return problems.notStored;
            const sync = _kith_storage_begin_sync(owner);
            const [kept] = await Promise.allSettled([KithFileSystem.sync(false), KithCopy.follow()]);
            if (kept.status === 'rejected' && _kith_storage_sync_failed(owner)) {
                KithStorage.schedule();
                return problems.notStored;
            }
            await KithVault.use(next?.head ?? null);
            KithStorage.pending.splice(0, count);
            KithStorage.tailed = 0;
            for (const entry of KithStorage.pending) KithStorage.sealEntry(entry);
            _kith_storage_synced(owner, sync); // the old files go …
            await KithTail.clear();
            KithPen.say({ kind: 'resealed' });
            await KithStorage.store(); // … from both copies, at once
            globalThis.kith.stored?.();
            return KithCopy.isBehind() ? problems.copyBehind : problems.none;
        },
        /** What was set aside in the clear is sealed with the rest. */
        async sealAside({ head, key }) {
            for (const name of KithFileSystem.names()) {
                const bytes = KithFileSystem.bytes(name);
                if (!name.startsWith('damaged-') || KithVault.headOf(bytes)) continue;
                const sealed = KithBytes.join([head, KithVault.frame(await KithVault.encrypt(key, head, bytes))]);
                stackSaved(() => KithBytes.lend(sealed, (at, size) =>
                    _kith_storage_aside(KithStorage.owner, stringToUTF8OnStack(name), at, size)));
            }
        },
    },
    kith_passphrase_change__deps: ['$KithPassphrase', '$UTF8ToString'],
    kith_passphrase_change: (current, fresh) => { KithPassphrase.change(UTF8ToString(current), UTF8ToString(fresh)); },
    kith_passphrase_pack__deps: ['$KithPassphrase'],
    kith_passphrase_pack: () => { KithPassphrase.pack(); },
    kith_passphrase_lock__deps: ['$KithLock'],
    kith_passphrase_lock: () => { KithLock.lock(true); },
    kith_passphrase_lock_after__deps: ['$KithLock'],
    kith_passphrase_lock_after: (minutes) => KithLock.after(minutes),
});
