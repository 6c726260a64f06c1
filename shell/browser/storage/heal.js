// Healing: what one copy lacks, or has damaged, comes from the other. take() brings it here before anything is
// shown; follow() brings the second copy up to date with every save; and in idle time both are compared, byte by
// byte, because a damaged second copy would be trusted on the day when the first is gone.
//
// A file of the second copy is written over only by one of ours that is whole, and after what it alone had was
// taken. What is behind a passphrase that nobody has typed is compared by its frames' checksums.

addToLibrary({
    $KithHeal__deps: ['$KithCopy', '$KithFileSystem', '$KithVault', '$KithBytes'],
    $KithHeal: {
        // compare(names there): the names of those damaged here; adopt(name, bytes) → promise: how many bytes at
        // their end could not be read; hasAllOf(name); mayWrite() → promise; next(work): in the queue;
        // show(state, checked, mended, cause)
        handlers: {},
        problem: null,  // why the second copy was not brought up to date
        checked: 0,     // when both were last compared
        mended: 0,      // files that were written again, since the page was opened
        timer: 0,
        failures: 0,

        firstPause: 3000,
        pause: 15_000,
        round: 3_600_000, // from one comparison to the next

        start(handlers) {
            KithHeal.handlers = handlers;
        },

        // Two copies of one file --------------------------------------------------------------------------

        isHead: (bytes) => bytes.length >= 12 && KithVault.plainHead.every((byte, i) => bytes[i] === byte) || Boolean(KithVault.headOf(bytes)),
        /**
         * Ours and theirs, either of which may be null or damaged: { bytes: a file with every frame that is whole in
         * one of them, isComplete: nothing is missing, isOurs: ours is whole, isMore: theirs has frames that ours
         * lacks, front: how far theirs is whole }.
         */
        mend(ours, theirs) {
            const apart = (bytes) => bytes ? { bytes, isHead: KithHeal.isHead(bytes), ...globalThis.kith.takeApart(bytes) } : null;
            const parts = [apart(ours), apart(theirs)].filter(Boolean);
            // Files behind different headers are no copies of each other.
            const headed = parts.filter(({ isHead }) => isHead);
            if (headed.length === 2 && String(headed[0].head) !== String(headed[1].head)) return { ...KithHeal.mend(null, theirs), isOurs: parts[0].isWhole };
            const { head } = headed[0] ?? parts[0];
            const nameOf = ({ bytes }, [begin, end]) => `${begin} ${end} ${KithVault.view(bytes).getUint32(begin + 4, true)}`;
            const known = new Set(), pieces = [head], ranges = [];
            for (const part of parts)
                for (const range of part.frames) {
                    if (known.has(nameOf(part, range))) continue;
                    known.add(nameOf(part, range));
                    pieces.push(part.bytes.subarray(...range));
                    ranges.push(range);
                }
            let end = head.length;
            for (const [from, to] of ranges.sort(([a], [b]) => a - b)) if (from <= end) end = Math.max(end, to);
            const own = ours ? parts[0].frames.length : 0;
            let front = parts.at(-1).from;
            for (const [from, to] of parts.at(-1).frames) if (from === front) front = to;
            return {
                bytes: KithBytes.join(pieces),
                isComplete: headed.length > 0 && end >= Math.max(...parts.map(({ bytes }) => bytes.length)),
                isOurs: Boolean(ours) && parts[0].isHead && parts[0].isWhole,
                isMore: ranges.length > own,
                front,
            };
        },
        isLocked(bytes) {
            const head = KithVault.headOf(bytes);
            return Boolean(head) && !KithVault.isOpen(head);
        },
        /** The greatest number of an append in the names of files. */
        latest: (names) => Math.max(0, ...[...names].filter(KithCopy.isOurs).map((name) => parseInt(name.split('-')[3], 10) || 0)),
        read: (name) => KithCopy.read(name).catch((error) => { globalThis.kith.log('second copy', 'not read', error); }),

        // From the second copy ----------------------------------------------------------------------------

        /** Takes what we lack, and what is whole there of what is damaged here. Gives whether something is whole nowhere. */
        async take() {
            const latest = KithHeal.latest(KithCopy.sizes.keys());
            if (latest && latest + 1 < KithHeal.latest(KithFileSystem.names())) { // by more than an append that was interrupted
                globalThis.kith.log('second copy', 'was older, and is brought up to date');
                KithHeal.mended += KithCopy.lacks().length;
            }
            const damaged = KithHeal.handlers.compare([...KithCopy.sizes.keys()]);
            const numbers = (name) => name.split('-').slice(2).map((part) => parseInt(part, 10));
            const taken = [], left = [];
            for (const name of new Set([...KithCopy.others(), ...damaged])) {
                const theirs = await KithHeal.read(name);
                if (theirs) (await KithHeal.takeFile(name, theirs) ? taken : left).push(numbers(name));
            }
            return left.some(([first, last]) => !taken.some(([from, to]) => from <= first && to >= last));
        },
        /** False: it was in that copy alone, and not all of it could be read. */
        async takeFile(name, theirs) {
            const ours = KithFileSystem.has(name) ? KithFileSystem.bytes(name) : null;
            if (!name.startsWith('journal-')) {
                KithFileSystem.write(name, () => theirs);
                return true;
            }
            if (!ours && !KithHeal.isLocked(theirs) && !await KithHeal.handlers.adopt(name, theirs)) return true;
            const { bytes, isComplete, front } = KithHeal.mend(ours, theirs);
            if (KithHeal.isLocked(bytes)) {
                // Nobody has asked for its passphrase yet: it is kept as it is, if it has what others lack.
                if (!KithHeal.handlers.hasAllOf(name)) KithFileSystem.write(name, () => theirs);
                return true;
            }
            const unread = await KithHeal.handlers.adopt(isComplete ? name : '', bytes);
            if (ours || isComplete && !unread) return true;
            // What nobody can read is kept as it was found.
            const head = KithVault.headOf(theirs), rest = theirs.slice(isComplete ? theirs.length - unread : front);
            KithFileSystem.write(name.replace('journal-', 'damaged-'),
                () => (head && rest.length < theirs.length ? KithBytes.join([head, rest]) : rest));
            return KithHeal.handlers.hasAllOf(name);
        },

        // To the second copy ------------------------------------------------------------------------------

        /**
         * Makes the copy equal to our files: what is missing first, then what we have no longer. A copy that fails
         * is not a failure to save: it is tried again with the next save, and in idle time.
         */
        async follow() {
            if (!KithCopy.sizes) return;
            try {
                await KithCopy.look();
                const names = KithFileSystem.names().filter(KithCopy.isOurs);
                for (const name of names) {
                    const bytes = KithFileSystem.bytes(name), size = KithCopy.sizes.get(name);
                    if (size === undefined) await KithCopy.write(name, bytes);
                    else if (size !== bytes.length) await KithHeal.replace(name);
                }
                const kept = new Set(names);
                for (const name of [...KithCopy.sizes.keys()].filter((other) => KithCopy.isOurs(other) && !kept.has(other))) await KithCopy.remove(name);
                KithHeal.problem = null;
            } catch (error) {
                globalThis.kith.log('second copy', 'behind', error);
                KithHeal.problem = error;
            }
            KithHeal.show();
        },
        /** Puts ours in the place of what differs there, once that has nothing of its own. False: it stays. */
        async replace(name) {
            const ours = KithFileSystem.bytes(name), theirs = name.startsWith('journal-') ? await KithHeal.read(name) : null;
            if (theirs) {
                const { bytes, isOurs, isMore } = KithHeal.mend(ours, theirs), isLocked = KithHeal.isLocked(bytes);
                if (isMore && !isLocked) await KithHeal.handlers.adopt('', bytes);
                if (!isOurs || isMore && isLocked) {
                    globalThis.kith.log('second copy', 'a file differs, and is left alone');
                    return false;
                }
            }
            await KithCopy.write(name, ours);
            return true;
        },

        // In idle time ------------------------------------------------------------------------------------

        idle: () => new Promise((resolve) => {
            if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 5000 });
            else setTimeout(resolve, 50);
        }),
        /** From now on it looks after the copy. */
        begin() {
            KithHeal.show();
            if (!KithHeal.timer && KithCopy.isOffered) KithHeal.later(KithHeal.firstPause);
        },
        later(pause) {
            KithHeal.timer = setTimeout(async () => {
                await KithHeal.idle();
                if (!document.hidden && await KithHeal.handlers.mayWrite()) {
                    await KithHeal.look().then(() => { KithHeal.failures = 0; }, (error) => {
                        globalThis.kith.log('second copy', 'not looked after', error);
                        KithHeal.problem = error;
                        ++KithHeal.failures;
                    });
                    KithHeal.show();
                }
                KithHeal.later(KithHeal.pause * 2 ** Math.min(KithHeal.failures, 5));
            }, pause);
        },
        async look() {
            const { next, mayWrite } = KithHeal.handlers;
            await next(KithHeal.restore);
            if (KithHeal.problem || Math.abs(Date.now() - KithHeal.checked) < KithHeal.round) return;
            for (const name of KithFileSystem.names().filter(KithCopy.isOurs)) {
                await KithHeal.idle();
                if (!await mayWrite()) return;
                await next(() => KithHeal.compare(name));
            }
            KithHeal.checked = Date.now();
        },
        /** What vanished there is written again. */
        async restore() {
            const before = KithCopy.sizes;
            await KithCopy.look();
            if (!before) await KithHeal.take(); // it could not be looked at until now
            const vanished = KithCopy.lacks().filter((name) => before?.has(name)).length;
            if (!KithCopy.isBehind()) {
                KithHeal.problem = null;
                return;
            }
            await KithHeal.follow();
            if (!vanished || KithHeal.problem) return;
            globalThis.kith.log('second copy', 'had vanished, and is written again');
            KithHeal.mended += vanished;
        },
        /** Whether a file has other bytes there, which then are ours again. */
        async compare(name) {
            if (!KithFileSystem.has(name) || !KithCopy.sizes.has(name)) return; // folded in the meantime
            const ours = KithFileSystem.bytes(name);
            const [mine, theirs] = await Promise.all([crypto.subtle.digest('SHA-256', ours), KithCopy.digest(name).catch(() => null)]);
            if (theirs && String(new Uint8Array(mine)) === String(theirs)) return;
            if (!await KithHeal.replace(name)) return;
            globalThis.kith.log('second copy', 'was damaged, and is mended');
            ++KithHeal.mended;
        },
        show() {
            const isKept = KithCopy.sizes && !KithHeal.problem && !KithCopy.isBehind();
            const state = !KithCopy.isOffered ? KithSecondCopyState.none : isKept ? KithSecondCopyState.kept : KithSecondCopyState.behind;
            KithHeal.handlers.show(state, KithHeal.checked, KithHeal.mended, globalThis.kith.cause(KithHeal.problem));
        },
    },
});
