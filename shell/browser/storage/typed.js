// What is typed and written nowhere yet: a text in an open field, a half-filled dialog. The program hands it over as
// one draft, each in place of the one before, and nothing when nothing is half done; it lies on a slip of its own
// (slips.js), sealed where the store is, and goes to the next start. It is no part of the journal, of a backup or of
// what another tab hears.
//
// On the slip is one frame: 8 bytes with the time, of which the latest counts, and the draft, in which storage.cpp
// says what was written before it: a draft that something was written after is out of date, and not brought back.

addToLibrary({
    $KithTyped__deps: ['$KithSlips', '$KithVault', '$KithPen'],
    $KithTyped: {
        slip: null,
        wanted: null,  // the draft, as a frame; null: nothing is half done
        kept: null,    // that, once it is stored
        handlers: {},  // isStored(): whether all that was written is; store() → promise; kept(whether)

        start(name, handlers) {
            KithTyped.slip = KithSlips.make(name);
            KithTyped.handlers = handlers;
            return KithTyped.slip.open();
        },
        /** From the program. */
        keep(draft) {
            const self = KithTyped;
            if (!KithPen.held || !draft.length && !self.wanted) return;
            const payload = new Uint8Array(8 + draft.length);
            KithVault.view(payload).setFloat64(0, Date.now(), true);
            payload.set(draft, 8);
            self.wanted = draft.length ? KithVault.frame(payload) : null;
            self.handlers.kept(false);
            self.settle();
        },
        /** Gives whether it is kept, or there is nothing to keep. */
        async settle() {
            const self = KithTyped, { wanted } = self;
            if (!wanted) return self.drop();
            if (self.kept === wanted) return true;
            // What was half done before is written by now: that first, since this one takes its place.
            if (!self.handlers.isStored())
                await Promise.race([self.handlers.store(), new Promise((resolve) => setTimeout(resolve, 600))]);
            const bytes = await KithVault.file(wanted);
            if (self.wanted !== wanted) return false; // a later one is on its way
            const isKept = Boolean(await self.slip.put(KithVault.head ? bytes : wanted));
            if (isKept) self.slip.remove(self.slip.taken.splice(0));
            if (self.wanted !== wanted) return false;
            if (isKept) self.kept = wanted;
            self.handlers.kept(isKept);
            return isKept;
        },
        /** It goes when what it became is stored. */
        async drop() {
            const self = KithTyped;
            if (self.wanted || !self.handlers.isStored()) return !self.wanted;
            self.kept = null;
            await self.slip.clear();
            return true;
        },
        /** At once: there may be no later. */
        leave() {
            const self = KithTyped, { wanted } = self;
            if (!KithPen.held) return;
            if (!wanted) return void self.drop();
            if (self.kept === wanted) return;
            const bytes = KithVault.head ? KithVault.fileNow(wanted, 'typed') : wanted;
            if (bytes) self.slip.put(bytes);
        },
        /** Sealed otherwise, or not any more. */
        async sealAgain() {
            KithTyped.kept = null;
            await KithTyped.settle();
            if (!KithTyped.wanted) await KithTyped.slip.clear();
        },
        /** The latest draft that can be read, or null. What is behind another passphrase stays where it is. */
        async take() {
            const { slip } = KithTyped;
            let latest = null;
            for (const { bytes, keys } of await slip.take()) {
                const { frames } = await KithVault.frames(bytes);
                const draft = KithTyped.draftIn(frames);
                if (!draft) continue;
                slip.taken.push(...keys);
                if (!latest || draft.at >= latest.at) latest = draft;
            }
            // Until the program says something else it is what is to be kept, and is.
            KithTyped.wanted = KithTyped.kept = latest?.frame ?? null;
            return latest?.bytes ?? null;
        },
        draftIn(frames) {
            if (frames.length <= 16) return null;
            const view = KithVault.view(frames), payload = frames.subarray(8);
            if (view.getUint32(0, true) !== payload.length || view.getUint32(4, true) !== KithVault.checksum(payload)) return null;
            return { at: view.getFloat64(8, true), frame: frames.slice(), bytes: frames.slice(16) };
        },
        /** Nobody can open what is kept here, and all of it goes. */
        async erase() {
            const { slip } = KithTyped;
            for (const { keys } of await slip.take()) slip.taken.push(...keys);
            await slip.clear();
        },
    },
    kith_typed_keep__deps: ['$KithTyped'],
    kith_typed_keep: (bytes, size) => KithTyped.keep(HEAPU8.slice(bytes, bytes + size)),
});
