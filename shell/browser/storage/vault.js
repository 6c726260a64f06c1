// What is kept behind a passphrase, for storage.js and its neighbours: keys and sealed bytes, with Web
// Crypto. src/journal/FORMAT.md, "Sealed files", describes the bytes; src/journal/sealed_file.cpp does the
// same without a browser. Asking for the passphrase and locking are in lock.js, setting and changing
// it in passphrase.js.
//
// Bytes go about in three shapes: bare frames; a plain file, with a header of 12 bytes; a sealed one, with 64.

addToLibrary({
    $KithVault__deps: ['$KithBytes'],
    $KithVault: {
        head: null,   // of what is written; null: in the clear
        keys: {},     // by their heads: {gcm, ctr}
        pads: { tail: null, typed: null }, // what fileNow needs, made ahead: one for each slip
        iterations: 600_000,
        run: 1 << 16, // bytes of frames that are sealed together
        padSize: 1 << 18,
        plainHead: [0x4b, 0x49, 0x54, 0x48, 0x4a, 0x0d, 0x0a, 0x1a, 1, 0, 0, 0],

        /** Pages that don't come over HTTPS have no Web Crypto. */
        isAble: () => Boolean(globalThis.crypto?.subtle),
        nameOf: (head) => String.fromCharCode(...head),
        isOpen: (head) => KithVault.nameOf(head) in KithVault.keys,
        isKith: (bytes) => bytes.length >= 12 && KithVault.plainHead.every((byte, i) => i >= 8 || bytes[i] === byte),
        view: (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        checksum: (bytes) => globalThis.kith.checksum(bytes), // rescue.js
        random: (count) => crypto.getRandomValues(new Uint8Array(count)),

        /** The header of a sealed file, if it is one and undamaged. */
        headOf(bytes) {
            if (bytes.length < 64 || !KithVault.isKith(bytes) || bytes[8] !== 2) return null;
            const head = bytes.slice(0, 64), view = KithVault.view(head);
            return KithVault.checksum(head.subarray(0, 60)) === view.getUint32(60, true) ? head : null;
        },

        // Keys --------------------------------------------------------------------------------------------

        async derive(passphrase, salt, iterations) {
            const { subtle } = crypto;
            const text = new TextEncoder().encode(passphrase.normalize('NFC'));
            const base = await subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
            text.fill(0);
            const bits = new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256));
            const key = {
                gcm: await subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']),
                ctr: await subtle.importKey('raw', bits, 'AES-CTR', false, ['encrypt']),
            };
            bits.fill(0);
            return key;
        },
        /** A new key: { head, key }. */
        async make(passphrase) {
            const head = new Uint8Array(64), view = KithVault.view(head);
            head.set(KithVault.plainHead);
            head[8] = 2;
            view.setUint32(12, KithVault.iterations, true);
            head.set(KithVault.random(16), 16);
            const key = await KithVault.derive(passphrase, head.subarray(16, 32), KithVault.iterations);
            head.set(await KithVault.encrypt(key, head, new Uint8Array(0)), 32);
            view.setUint32(60, KithVault.checksum(head.subarray(0, 60)), true);
            return { head, key };
        },
        /** The key behind a header, or null: another passphrase. */
        async find(head, passphrase) {
            const key = await KithVault.derive(passphrase, head.subarray(16, 32), KithVault.view(head).getUint32(12, true));
            return KithVault.decrypt(key, head, head.subarray(32, 60)).then(() => key, () => null);
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

        parameters: (head, nonce) => ({ name: 'AES-GCM', iv: nonce, additionalData: head.subarray(0, 32) }),
        async encrypt(key, head, text) {
            const nonce = KithVault.random(12);
            const sealed = await crypto.subtle.encrypt(KithVault.parameters(head, nonce), key.gcm, text);
            return KithBytes.join([nonce, new Uint8Array(sealed)]);
        },
        async decrypt(key, head, payload) {
            return new Uint8Array(await crypto.subtle.decrypt(
                KithVault.parameters(head, payload.subarray(0, 12)), key.gcm, payload.subarray(12)));
        },
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
        /** Sealed frames for plain ones; the same where nothing is sealed. */
        async seal(frames, head = KithVault.head) {
            if (!head) return frames;
            const key = KithVault.keys[KithVault.nameOf(head)], sealed = [];
            for (const run of KithVault.runs(frames)) sealed.push(KithVault.frame(await KithVault.encrypt(key, head, run)));
            return KithBytes.join(sealed);
        },
        /** Bytes that are no frames, sealed as if they were one. */
        async sealBytes(bytes, { head, key }) {
            return KithBytes.join([head, KithVault.frame(await KithVault.encrypt(key, head, bytes))]);
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
            return { nonce, stream, tagKey };
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
            const payload = new Uint8Array(12 + frames.length + 16), text = payload.subarray(12, 12 + frames.length);
            payload.set(pad.nonce);
            for (let i = 0; i < text.length; ++i) text[i] = frames[i] ^ pad.stream[16 + i];
            const tag = KithVault.tag(pad.tagKey, head.subarray(0, 32), text);
            for (let i = 0; i < 16; ++i) payload[12 + text.length + i] = tag[i] ^ pad.stream[i];
            return KithBytes.join([head, KithVault.frame(payload)]);
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

        /** { frames, bytes: of the sealed ones that could be opened, changed: somebody changed the next } */
        async openFrames(head, sealed) {
            const key = KithVault.keys[KithVault.nameOf(head)], view = KithVault.view(sealed), opened = [];
            let at = 0, changed = false;
            while (at + 8 <= sealed.length) {
                const end = at + 8 + view.getUint32(at, true);
                const payload = sealed.subarray(at + 8, end);
                if (end > sealed.length || KithVault.checksum(payload) !== view.getUint32(at + 4, true)) break;
                const frames = await KithVault.decrypt(key, head, payload).catch(() => null);
                changed = !frames;
                if (changed) break;
                opened.push(frames);
                at = end;
            }
            return { frames: KithBytes.join(opened), bytes: at, changed };
        },
        /**
         * The frames in bytes of any of the three shapes: { frames, unread, locked, changed }. `unread` counts
         * bytes at the end that could not be opened; `locked` is the header, where its key is not known.
         */
        async frames(bytes) {
            if (!KithVault.isKith(bytes)) return { frames: bytes, unread: 0 };
            if (bytes[8] === 1) return { frames: bytes.subarray(12), unread: 0 };
            const head = KithVault.headOf(bytes), nothing = bytes.subarray(0, 0);
            if (!head) return { frames: nothing, unread: bytes.length };
            if (!KithVault.isOpen(head)) return { frames: nothing, unread: bytes.length, locked: head };
            const opened = await KithVault.openFrames(head, bytes.subarray(64));
            return { frames: opened.frames, unread: bytes.length - 64 - opened.bytes, changed: opened.changed };
        },
    },
});
