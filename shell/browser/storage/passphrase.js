// Setting, changing and removing the passphrase: everything that is stored is written once more, behind the
// new one or in the clear, and only when that is durable the old files go. Until then the old passphrase
// counts, and if it fails it goes on counting. Packing history away is the same, with less in it.

addToLibrary({
    $KithPassphrase__deps: ['$KithStorage', '$KithVault', '$KithLock', '$KithCopy', '$KithFileSystem', '$KithTyped', '$KithPen',
        '$KithRunOrder', '$KithBytes'],
    $KithPassphrase: {
        asked: 0, // how often: what was asked for before is not wanted any more

        /** Empty strings: there is none, or shall be none; both: what was asked for before is taken back. */
        async change(current, fresh) {
            const show = KithStorage.showProtection, asked = ++KithPassphrase.asked;
            if (!current && !fresh) return;
            show({ isWorking: true });
            try {
                const isRight = !KithVault.head || await KithVault.find(KithVault.head, current);
                const next = isRight && fresh ? await KithVault.make(fresh) : null;
                if (asked !== KithPassphrase.asked) return show({ problem: KithPassphraseProblem.cancelled });
                if (!isRight) return show({ problem: KithPassphraseProblem.wrong });
                show({ problem: await KithStorage.next(() => KithPassphrase.rewrite(next)) });
            } catch (error) {
                show({ problem: KithPassphraseProblem.not_stored, error });
            }
        },
        /** What counts now, for rewrite(). */
        same: () => KithVault.head && { head: KithVault.head, key: KithVault.keys[KithVault.nameOf(KithVault.head)] },
        async pack() {
            const error = await KithStorage.next(() => KithPassphrase.rewrite(KithPassphrase.same(), true)).then(() => null, (reason) => reason);
            if (error) globalThis.kith.notice('not-packed', error);
            else location.reload();
        },
        /**
         * Writes everything, behind `next` or in the clear; perhaps without what is packed away. Throws if that
         * can't be done, and what is stored is then as it was; else gives none, or that the copy is behind.
         */
        async rewrite(next, packs = false) {
            const { owner } = KithStorage;
            await KithStorage.store(); // folds that are not durable are, after that
            if (!KithStorage.isRead || KithStorage.failures) throw new Error('nothing is stored now', { cause: KithStorage.error });
            if (!await KithPen.isHeld()) throw new Error('another tab writes');
            if (next) KithVault.add(next.head, next.key);
            const { count: end } = KithStorage.look(), count = KithStorage.pending.length, before = KithVault.head;
            const first = KithStorage.held(_kith_storage_frames(owner, 0, end, packs));
            const series = KithRunOrder.series();
            const bytes = await KithStorage.sealed(first, next?.head ?? null, series, packs);
            if (next && !before) await KithPassphrase.sealAside(next);
            const head = next?.head ?? KithVault.plainHead;
            const isWritten = KithBytes.lend(head, (headAt, headSize) => KithBytes.lend(bytes, (at, size) =>
                _kith_storage_replace(owner, headAt, headSize, at, size, end)));
            if (!isWritten) throw new Error('not written', { cause: KithFileSystem.problem });
            const error = await KithStorage.sync().then(() => null, (reason) => reason);
            if (error && _kith_storage_sync_failed(owner)) {
                KithStorage.schedule();
                throw error;
            }
            await KithVault.use(next?.head ?? null);
            KithStorage.order = KithRunOrder.make(); // what was there before is in it
            KithStorage.wrote(series);
            KithStorage.pending.splice(0, count);
            KithStorage.tailed = 0;
            for (const entry of KithStorage.pending) KithStorage.sealEntry(entry);
            _kith_storage_synced(owner); // the old files go …
            await KithStorage.tail.clear();
            await KithTyped.sealAgain();
            KithPen.say({ kind: 'resealed' });
            await KithStorage.store(); // … from both copies, at once
            globalThis.kith.stored?.();
            return KithCopy.isBehind() ? KithPassphraseProblem.copy_behind : KithPassphraseProblem.none;
        },
        /** What was set aside in the clear is sealed with the rest. */
        async sealAside({ head, key }) {
            for (const name of KithFileSystem.names()) {
                const bytes = KithFileSystem.bytes(name);
                if (!name.startsWith('damaged-') || KithVault.headOf(bytes)) continue;
                const sealed = await KithVault.sealBytes(bytes, { head, key });
                KithBytes.lendText(name, (nameAt, length) => KithBytes.lend(sealed, (at, size) =>
                    _kith_storage_aside(KithStorage.owner, nameAt, length, at, size)));
            }
        },
    },
    kith_passphrase_change__deps: ['$KithPassphrase', '$UTF8ToString'],
    kith_passphrase_change: (current, currentLength, fresh, freshLength) => {
        KithPassphrase.change(UTF8ToString(current, currentLength), UTF8ToString(fresh, freshLength));
    },
    kith_passphrase_pack__deps: ['$KithPassphrase'],
    kith_passphrase_pack: () => { KithPassphrase.pack(); },
    kith_passphrase_lock__deps: ['$KithLock'],
    kith_passphrase_lock: () => { KithLock.lock(true); },
    kith_passphrase_lock_after__deps: ['$KithLock'],
    kith_passphrase_lock_after: (minutes) => KithLock.after(minutes),
});
