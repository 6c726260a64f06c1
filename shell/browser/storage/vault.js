// What is kept behind a passphrase, for storage.js and its neighbours: keys and sealed bytes, with Web
// Crypto. src/journal/FORMAT.md, "Sealed files", describes the bytes; src/journal/seal.cpp and sealed_file.cpp do the
// same without a browser. Asking for the passphrase and locking are in lock.js, setting and changing
// it in passphrase.js, the numbers of runs in run_order.js.
//
// Bytes go about in three shapes: bare frames; a plain file, with a header of 12 bytes; a sealed one, with a longer.

addToLibrary({
    $KithVault__deps: ['$KithBytes', '$KithRunOrder'],
    $KithVault: {
        head: null,   // of what is written, always of version 3; null: in the clear
        keys: {},     // by their heads: {gcm, ctr}
        pads: { tail: null, typed: null }, // what fileNow needs, made ahead: one for each slip
        iterations: 600_000,
        fewest: 100_000,   // rounds that are believed
        most: 10_000_000,
        run: 1 << 16, // bytes of frames that are sealed together
        padSize: 1 << 18,
        longestHead: 4096,
        plainHead: [0x4b, 0x49, 0x54, 0x48, 0x4a, 0x0d, 0x0a, 0x1a, 1, 0, 0, 0],

        /** Pages that don't come over HTTPS have no Web Crypto. */
        isAble: () => Boolean(globalThis.crypto?.subtle),
        nameOf: (head) => String.fromCharCode(...head),
        isOpen: (head) => KithVault.nameOf(head) in KithVault.keys,
        isKith: (bytes) => bytes.length >= 12 && KithVault.plainHead.every((byte, i) => i >= 8 || bytes[i] === byte),
        view: (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        checksum: (bytes) => globalThis.kith.checksum(bytes), // rescue.js
        random: (count) => crypto.getRandomValues(new Uint8Array(count)),

        // Heads -------------------------------------------------------------------------------------------

        /** The header of a sealed file, if it is one and undamaged. */
        headOf(bytes) {
            if (bytes.length < 64 || !KithVault.isKith(bytes) || KithVault.view(bytes).getUint32(8, true) >> 1 !== 1) return null;
            const size = bytes[8] === 2 ? 64 : KithVault.view(bytes).getUint32(32, true);
            if (size < 44 || size > Math.min(KithVault.longestHead, bytes.length)) return null;
            const head = bytes.slice(0, size), view = KithVault.view(head);
            if (KithVault.checksum(head.subarray(0, size - 4)) !== view.getUint32(size - 4, true)) return null;
            return bytes[8] === 2 || view.getUint32(12, true) === 1 && KithVault.allWays(head) ? head : null;
        },
        /** Whether runs behind it are numbered, as all are that are written now. */
        isNumbered: (head) => head[8] === 3,
        /** The ways in of version 3, of whatever kind; null if they don't fill the head. */
        allWays(head) {
            const view = KithVault.view(head), ways = [], end = head.length - 4;
            let at = 40;
            for (let count = view.getUint32(36, true); count > 0; --count) {
                const next = at + 8 + (at + 8 <= end ? view.getUint32(at + 4, true) : Infinity);
                if (next > end) return null;
                ways.push(head.subarray(at, next));
                at = next;
            }
            return at === end ? ways : null;
        },
        /** The passphrases that open it: { rounds, salt, sealed, bound }, as WayIn in src/journal/seal.h. */
        waysIn(head) {
            const bound = head.subarray(0, 32);
            if (!KithVault.isNumbered(head))
                return [{ rounds: KithVault.view(head).getUint32(12, true), salt: head.subarray(16, 32), sealed: head.subarray(32, 60), bound }];
            return KithVault.allWays(head).filter((way) => way.length === 88 && KithVault.view(way).getUint32(0, true) === 1).map((way) => ({
                rounds: KithVault.view(way).getUint32(8, true),
                salt: way.subarray(12, 28),
                sealed: way.subarray(28),
                bound: KithBytes.join([bound, way.subarray(0, 28)]),
            }));
        },
        hasSaneRounds: ({ rounds }) => rounds >= KithVault.fewest && rounds <= KithVault.most,
        /** Whether there is a passphrase that can be tried without protecting nothing, or taking forever. */
        isSane: (head) => KithVault.waysIn(head).some(KithVault.hasSaneRounds),

        // Keys --------------------------------------------------------------------------------------------

        /** What a passphrase gives, 32 bytes. */
        async derive(passphrase, salt, iterations) {
            const text = new TextEncoder().encode(passphrase.normalize('NFC'));
            const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
            text.fill(0);
            return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256));
        },
        /** The bytes, which are wiped, as keys that can't be taken out again. */
        async keyOf(bits) {
            const key = {
                gcm: await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']),
                ctr: await crypto.subtle.importKey('raw', bits, 'AES-CTR', false, ['encrypt']),
            };
            bits.fill(0);
            return key;
        },
        /** A new key: { head, key }. */
        async make(passphrase) {
            const salt = KithVault.random(16), { iterations } = KithVault;
            return KithVault.wrapped(await KithVault.keyOf(await KithVault.derive(passphrase, salt, iterations)), iterations, salt);
        },
        /** The same behind the passphrase of a header of version 2, whose key is what that gives: for what is written from now on. */
        renewed(head) {
            const [{ rounds, salt }] = KithVault.waysIn(head);
            return KithVault.wrapped(KithVault.keys[KithVault.nameOf(head)], rounds, salt);
        },
        /** A new key, wrapped with what a passphrase gives. */
        async wrapped(passphraseKey, rounds, salt) {
            const bound = new Uint8Array(32), start = new Uint8Array(28);
            bound.set(KithVault.plainHead);
            bound.set([3, 0, 0, 0, 1], 8);
            bound.set(KithVault.random(16), 16);
            for (const [i, word] of [1, 80, rounds].entries()) KithVault.view(start).setUint32(4 * i, word, true);
            start.set(salt, 12);
            const bits = KithVault.random(32);
            const way = KithBytes.join([start, await KithVault.encrypt(passphraseKey, KithBytes.join([bound, start]), bits)]);
            const head = KithBytes.join([bound, new Uint8Array(8), way, new Uint8Array(4)]), view = KithVault.view(head);
            view.setUint32(32, head.length, true);
            view.setUint32(36, 1, true);
            view.setUint32(head.length - 4, KithVault.checksum(head.subarray(0, head.length - 4)), true);
            return { head, key: await KithVault.keyOf(bits) };
        },
        /** The key behind a header, or null: another passphrase, or rounds that can't be. */
        async find(head, passphrase) {
            for (const way of KithVault.waysIn(head).filter(KithVault.hasSaneRounds)) {
                const key = await KithVault.keyOf(await KithVault.derive(passphrase, way.salt, way.rounds));
                const bits = await KithVault.decrypt(key, way.bound, way.sealed).catch(() => null);
                if (bits) return KithVault.isNumbered(head) ? KithVault.keyOf(bits) : key;
            }
            return null;
        },
        add(head, key) {
            KithVault.keys[KithVault.nameOf(head)] = key;
        },
        /** From now on everything is sealed like this; null: in the clear. The key is known. */
        use(head) {
            KithVault.head = head;
            KithVault.pads = { tail: null, typed: null };
            return KithVault.prepare();
        },

        // Sealing -----------------------------------------------------------------------------------------

        parameters: (bound, nonce) => ({ name: 'AES-GCM', iv: nonce, additionalData: bound }),
        async encrypt(key, bound, text) {
            const nonce = KithVault.random(12);
            const sealed = await crypto.subtle.encrypt(KithVault.parameters(bound, nonce), key.gcm, text);
            return KithBytes.join([nonce, new Uint8Array(sealed)]);
        },
        async decrypt(key, bound, sealed) {
            return new Uint8Array(await crypto.subtle.decrypt(
                KithVault.parameters(bound, sealed.subarray(0, 12)), key.gcm, sealed.subarray(12)));
        },
        /** What a run is bound to: the key's name, and where the run stands. */
        boundTo: (head, mark) => KithBytes.join([head.subarray(0, 32), mark]),
        frame(payload) {
            const frame = new Uint8Array(8 + payload.length), view = KithVault.view(frame);
            view.setUint32(0, payload.length, true);
            view.setUint32(4, KithVault.checksum(payload), true);
            frame.set(payload, 8);
            return frame;
        },
        /** Frames, cut into what is sealed together. */
        runs(frames) {
            const view = KithVault.view(frames), runs = [];
            let begin = 0;
            for (let at = 0; at < frames.length;) {
                const end = at + 8 + view.getUint32(at, true);
                if (end - begin > KithVault.run && at > begin) {
                    runs.push(frames.subarray(begin, at));
                    begin = at;
                }
                at = end;
            }
            if (begin < frames.length) runs.push(frames.subarray(begin));
            return runs;
        },
        async sealRun({ head, key }, mark, run) {
            return KithVault.frame(KithBytes.join([mark, await KithVault.encrypt(key, KithVault.boundTo(head, mark), run)]));
        },
        /**
         * Sealed frames for plain ones; the same where nothing is sealed. They are the next runs of the series, which
         * goes on with them, and the last of them an end, unless more follow; there is one at least.
         */
        async seal(frames, head = KithVault.head, series = KithRunOrder.series(), isEnd = true) {
            if (!head) return frames;
            const key = KithVault.keys[KithVault.nameOf(head)], sealed = [], runs = KithVault.runs(frames);
            if (!runs.length) runs.push(frames);
            for (const [i, run] of runs.entries())
                sealed.push(await KithVault.sealRun({ head, key }, KithRunOrder.mark(series, isEnd && i + 1 === runs.length), run));
            return KithBytes.join(sealed);
        },
        /** Bytes that are no frames, sealed as if they were one. */
        async sealBytes(bytes, sealing) {
            return KithBytes.join([sealing.head, await KithVault.sealRun(sealing, KithRunOrder.mark(KithRunOrder.series(), true), bytes)]);
        },
        /** A whole file: of sealed frames, or in the clear. */
        async file(frames, head = KithVault.head) {
            return KithBytes.join([head ?? Uint8Array.from(KithVault.plainHead), await KithVault.seal(frames, head)]);
        },

        /**
         * What fileNow needs: the key stream of one nonce, and the key of the tag. AES-GCM is counter mode
         * and a checksum (SP 800-38D): its first block of key stream masks the tag, and the encrypted zero
         * block is the checksum's key.
         */
        async prepare() {
            const { head, pads } = KithVault;
            if (!head) return;
            for (const slip of Object.keys(pads)) pads[slip] ??= await KithVault.makePad(head);
        },
        async makePad(head) {
            const { ctr } = KithVault.keys[KithVault.nameOf(head)];
            const nonce = KithVault.random(12), counter = new Uint8Array(16);
            counter.set(nonce);
            counter[15] = 1;
            const counted = (start, count) =>
                crypto.subtle.encrypt({ name: 'AES-CTR', counter: start, length: 32 }, ctr, new Uint8Array(count));
            const stream = new Uint8Array(await counted(counter, 16 + KithVault.padSize));
            const tagKey = new Uint8Array(await counted(new Uint8Array(16), 16));
            return { nonce, stream, tagKey, mark: KithRunOrder.mark(KithRunOrder.series(), true) };
        },
        /**
         * The same as file(), but at once, for a page that may never run again. Null if it can't be: frames
         * beyond padSize, or the key stream was used a moment ago.
         */
        fileNow(frames, slip = 'tail') {
            const { head, pads: { [slip]: pad } } = KithVault;
            if (!head || !pad || frames.length > KithVault.padSize) return null;
            KithVault.pads[slip] = null; // a nonce is used once
            KithVault.prepare();
            const sealed = new Uint8Array(12 + frames.length + 16), text = sealed.subarray(12, 12 + frames.length);
            sealed.set(pad.nonce);
            for (let i = 0; i < text.length; ++i) text[i] = frames[i] ^ pad.stream[16 + i];
            const tag = KithVault.tag(pad.tagKey, KithVault.boundTo(head, pad.mark), text);
            for (let i = 0; i < 16; ++i) sealed[12 + text.length + i] = tag[i] ^ pad.stream[i];
            return KithBytes.join([head, KithVault.frame(KithBytes.join([pad.mark, sealed]))]);
        },
        /** GHASH (SP 800-38D, 6.4): bit by bit, for some kilobytes. */
        tag(tagKey, bound, text) {
            const key = KithVault.view(tagKey);
            const words = [0, 4, 8, 12].map((at) => key.getUint32(at));
            const sum = new Uint8Array(16), view = KithVault.view(sum);
            const multiply = () => {
                let [a, b, c, d] = words, w = 0, x = 0, y = 0, z = 0;
                for (let i = 0; i < 128; ++i) {
                    if (sum[i >> 3] & (0x80 >> (i & 7))) { w ^= a; x ^= b; y ^= c; z ^= d; }
                    const carry = d & 1;
                    d = d >>> 1 | c << 31; c = c >>> 1 | b << 31; b = b >>> 1 | a << 31; a >>>= 1;
                    if (carry) a ^= 0xe1000000;
                }
                [w, x, y, z].forEach((word, i) => view.setUint32(4 * i, word >>> 0));
            };
            const take = (bytes) => {
                for (let at = 0; at < bytes.length; at += 16) {
                    for (let i = 0; i < 16 && at + i < bytes.length; ++i) sum[i] ^= bytes[at + i];
                    multiply();
                }
            };
            const lengths = new Uint8Array(16);
            KithVault.view(lengths).setBigUint64(0, BigInt(bound.length) * 8n);
            KithVault.view(lengths).setBigUint64(8, BigInt(text.length) * 8n);
            for (const bytes of [bound, text, lengths]) take(bytes);
            return sum;
        },

        // Opening -----------------------------------------------------------------------------------------

        /**
         * { frames, bytes: of the sealed ones that could be opened, changed: somebody changed the next, marks: of
         * the runs }
         */
        async openFrames(head, sealed) {
            const key = KithVault.keys[KithVault.nameOf(head)], view = KithVault.view(sealed), opened = [], marks = [];
            const nothing = sealed.subarray(0, 0), isNumbered = KithVault.isNumbered(head);
            let at = 0, changed = false;
            while (at + 8 <= sealed.length) {
                const end = at + 8 + view.getUint32(at, true);
                const payload = sealed.subarray(at + 8, end);
                if (end > sealed.length || KithVault.checksum(payload) !== view.getUint32(at + 4, true)) break;
                const mark = isNumbered ? KithRunOrder.markOf(payload) : nothing;
                const frames = mark && await KithVault.decrypt(key, KithVault.boundTo(head, mark), payload.subarray(mark.length)).catch(() => null);
                changed = !frames;
                if (changed) break;
                opened.push(frames);
                if (isNumbered) marks.push(mark);
                at = end;
            }
            return { frames: KithBytes.join(opened), bytes: at, changed, marks };
        },
        /** The same of a whole file, with `fault`: what is wrong with the order of its runs (KithRunOrder). */
        async openFile(head, file) {
            const opened = await KithVault.openFrames(head, file.subarray(head.length)), order = KithRunOrder.make();
            for (const mark of opened.marks) order.add(mark);
            return { ...opened, fault: KithVault.isNumbered(head) ? order.fault(true) : '' };
        },
        /**
         * The frames in bytes of any of the three shapes: { frames, unread, locked, changed, marks }. `unread` counts
         * bytes at the end that could not be opened; `locked` is the header, where its key is not known.
         */
        async frames(bytes) {
            if (!KithVault.isKith(bytes)) return { frames: bytes, unread: 0, marks: [] };
            if (bytes[8] === 1) return { frames: bytes.subarray(12), unread: 0, marks: [] };
            const head = KithVault.headOf(bytes), nothing = bytes.subarray(0, 0);
            if (!head) return { frames: nothing, unread: bytes.length, marks: [] };
            if (!KithVault.isOpen(head)) return { frames: nothing, unread: bytes.length, locked: head, marks: [] };
            const { frames, bytes: size, changed, marks } = await KithVault.openFrames(head, bytes.subarray(head.length));
            return { frames, unread: bytes.length - head.length - size, changed, marks };
        },
    },
});
