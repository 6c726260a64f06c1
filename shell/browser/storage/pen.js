// Who writes. One tab holds the pen, by an exclusive Web Lock; the others read what it writes, as it
// tells them over a channel, and can ask for it. A page that may not use Web Locks (http: from another
// machine) settles it by the channel alone.
//
// Messages, each {kind, from}:
//   ask    who writes?            mine   I do
//   take   let go, store first    free   I did; `next` may have it, or whoever comes
//   wrote  `bytes`: a file of frames that are stored now
//   adopt  `bytes`: a file of frames that I could not store, please do
//   lock   let nobody see anything    resealed  the passphrase is another one
// Files are sealed where there is a passphrase: pages of one host hear each other.

addToLibrary({
    $KithPen: {
        name: '',
        id: '',
        held: false,
        client: '', // our name among the holders of locks
        channel: null,
        release: null, // lets go of the lock
        answered: null,
        handlers: {}, // give() → promise, wrote(bytes), adopt(bytes), lost(), free(), changed(), again(), lock(), resealed()

        start(name, handlers) {
            KithPen.name = name;
            KithPen.handlers = handlers;
            KithPen.id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('');
            if (!globalThis.BroadcastChannel) return;
            try {
                KithPen.channel = new BroadcastChannel(name);
            } catch {
                return; // Firefox forbids it where a person forbade storage: then there is nothing to share
            }
            KithPen.channel.onmessage = ({ data }) => KithPen.heard(data);
            addEventListener('pagehide', () => {
                if (KithPen.held) KithPen.say({ kind: 'free' });
            });
        },
        say(message) {
            KithPen.channel?.postMessage({ ...message, from: KithPen.id });
        },
        async heard(message) {
            const { kind, from } = message;
            if (kind === 'ask' && KithPen.held) KithPen.say({ kind: 'mine' });
            // Two that start at once, without locks: the smaller name goes first.
            if (kind === 'ask' && !navigator.locks && KithPen.answered && KithPen.id < from) KithPen.say({ kind: 'mine' });
            if (kind === 'mine') KithPen.answered?.(true);
            if (kind === 'wrote' && !KithPen.held) KithPen.handlers.wrote(message.bytes);
            if (kind === 'adopt' && KithPen.held) KithPen.handlers.adopt(message.bytes);
            if (kind === 'lock' || kind === 'resealed') KithPen.handlers[kind]();
            if (kind === 'free' && !KithPen.held && (!message.next || message.next === KithPen.id))
                KithPen.handlers.free();
            if (kind === 'take' && KithPen.held) {
                await KithPen.handlers.give();
                KithPen.letGo(from);
            }
        },
        letGo(next) {
            KithPen.held = false;
            KithPen.release?.();
            KithPen.release = null;
            KithPen.say({ kind: 'free', next });
            KithPen.handlers.changed();
        },
        async holder() {
            const { held } = await navigator.locks.query();
            return held.find(({ name }) => name === KithPen.name)?.clientId;
        },
        /** To be asked before writing: a tab that slept may have lost the pen without having heard of it. */
        async isHeld() {
            if (!KithPen.held || !navigator.locks || !KithPen.client) return KithPen.held;
            if (await KithPen.holder() === KithPen.client) return true;
            KithPen.held = false;
            KithPen.handlers.changed();
            return false;
        },
        /** Whether somebody who writes answers. */
        isTaken() {
            return new Promise((resolve) => {
                const late = setTimeout(() => KithPen.answered(false), 400);
                KithPen.answered = (taken) => {
                    clearTimeout(late);
                    KithPen.answered = null;
                    resolve(taken);
                };
                KithPen.say({ kind: 'ask' });
            });
        },
        request(options) {
            return new Promise((resolve) => {
                navigator.locks.request(KithPen.name, options, (lock) => {
                    if (!lock) return resolve(false);
                    KithPen.held = true;
                    KithPen.holder().then((client) => {
                        KithPen.client = client;
                        resolve(true);
                    });
                    return new Promise((release) => { KithPen.release = release; });
                }).catch((error) => {
                    // Where locks are refused, so is all storage: nobody writes anything.
                    const isRefused = error.name === 'SecurityError';
                    if (isRefused) KithPen.held = true;
                    resolve(isRefused);
                    if (isRefused || !KithPen.held) return; // refused, or too late
                    // Taken away from us.
                    KithPen.held = false;
                    KithPen.release = null;
                    KithPen.handlers.lost();
                });
            });
        },
        /** Takes the pen if nobody has it. A page that is just going away may still hold it for a moment. */
        async seize() {
            if (navigator.locks) {
                if (await KithPen.request({ ifAvailable: true })) return true;
                if (KithPen.channel && await KithPen.isTaken()) return false;
                return KithPen.request({ signal: AbortSignal.timeout(1500) });
            }
            KithPen.held = !KithPen.channel || !await KithPen.isTaken();
            return KithPen.held;
        },
        /** Takes it if it is free this moment. */
        async tryAgain() {
            if (navigator.locks) return KithPen.request({ ifAvailable: true });
            return KithPen.seize();
        },
        /** Asks for it; takes it from one that does not answer. */
        async takeOver() {
            KithPen.say({ kind: 'take' });
            if (!navigator.locks) {
                await new Promise((resolve) => setTimeout(resolve, 3000));
                KithPen.held = true;
                return;
            }
            if (await KithPen.request({ signal: AbortSignal.timeout(5000) })) return;
            await KithPen.request({ steal: true });
            // A write that it had begun could take out files of ours: they go back in with the next sync.
            for (const after of [1000, 10_000]) setTimeout(KithPen.handlers.again, after);
        },
    },
});
