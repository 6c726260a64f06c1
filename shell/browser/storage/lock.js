// The page that asks for the passphrase, and the way there: by a press, by the clock, or because another
// tab was locked. To lock is to begin anew: what is stored stays stored, and of the program, with all that
// it held and showed, nothing is left.

addToLibrary({
    $KithLock__deps: ['$KithVault', '$KithPen'],
    $KithLock: {
        handlers: {},    // rest() → promise: whether everything is kept, why(): why not; erase() → promise: whether it was done
        isAsking: false,
        isLocking: false,
        idle: 0,         // milliseconds without anything done, until it locks; 0: never
        since: 0,        // the last time that something was done

        start(handlers) {
            KithLock.handlers = handlers;
            KithLock.since = Date.now();
            for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input'])
                addEventListener(kind, KithLock.done, { capture: true, passive: true });
            // A page that slept is looked at before anybody sees it.
            for (const kind of ['visibilitychange', 'focus', 'pageshow', 'resume'])
                (kind === 'focus' || kind === 'pageshow' ? globalThis : document).addEventListener(kind, KithLock.check);
            setInterval(KithLock.check, 1000);
        },
        done(event) {
            if (KithLock.check()) event.stopImmediatePropagation();
            else KithLock.since = Date.now();
        },
        /** Locks if it is time. A clock that was set back makes no difference but a later time. */
        check() {
            if (!KithLock.idle || !KithVault.head || KithLock.isAsking) return false;
            if (Date.now() < KithLock.since) KithLock.since = Date.now();
            if (Date.now() - KithLock.since < KithLock.idle) return false;
            KithLock.lock(false);
            return true;
        },
        after(minutes) {
            const idle = minutes * 60_000;
            if (idle !== KithLock.idle) KithLock.since = Date.now();
            KithLock.idle = idle;
        },

        async lock(everywhere) {
            if (!KithVault.head || KithLock.isLocking || KithLock.isAsking) return;
            KithLock.isLocking = true;
            globalThis.kith.leaving?.(); // a text that is being typed counts as it is
            document.documentElement.classList.add('locking');
            if (everywhere) KithPen.say({ kind: 'lock' });
            if (await KithLock.handlers.rest()) {
                document.title = 'Kith';
                return location.reload();
            }
            // Locked, it would be lost.
            document.documentElement.classList.remove('locking');
            globalThis.kith.notice('not-locked', KithLock.handlers.why());
            KithLock.isLocking = false;
            KithLock.since = Date.now();
        },

        /**
         * Asks until one of these headers is opened, and gives those that are: none if the person goes on
         * without, which is offered where there is something else to see.
         */
        ask(heads, hasOthers) {
            const element = (id) => document.getElementById(id);
            const field = element('lock-passphrase'), erase = element('lock-erase');
            KithLock.isAsking = true;
            element('lock-more').hidden = element('lock-without').hidden = !hasOthers;
            element('lock-first').hidden = hasOthers;
            const sane = heads.filter(KithVault.isSane), button = element('lock-open'), stop = element('lock-cancel');
            element('lock-rounds').hidden = sane.length === heads.length;
            button.disabled = field.disabled = !sane.length;
            globalThis.kith.stopped('lock');
            field.focus();
            return new Promise((resolve) => {
                let attempt = 0; // what an earlier one finds is not wanted any more
                const rest = () => {
                    ++attempt;
                    button.disabled = !sane.length;
                    stop.hidden = true;
                };
                const cancel = () => {
                    if (stop.hidden) return;
                    rest();
                    field.focus();
                };
                const end = (opened) => {
                    rest();
                    element('lock-form').onkeydown = null;
                    KithLock.isAsking = false;
                    KithLock.since = Date.now();
                    field.value = '';
                    globalThis.kith.unlocked?.();
                    resolve(opened);
                };
                element('lock-form').onsubmit = async (event) => {
                    event.preventDefault();
                    if (button.disabled) return;
                    const passphrase = field.value, own = ++attempt;
                    button.disabled = true;
                    stop.hidden = false;
                    element('lock-wrong').hidden = true;
                    const opened = [];
                    for (const head of sane) {
                        const key = await KithVault.find(head, passphrase);
                        if (own !== attempt) return;
                        if (!key) continue;
                        KithVault.add(head, key);
                        opened.push(head);
                    }
                    if (opened.length) return end(opened);
                    rest();
                    element('lock-wrong').hidden = false;
                    field.select();
                    field.focus();
                };
                element('lock-form').onkeydown = ({ key }) => { if (key === 'Escape') cancel(); };
                stop.onclick = cancel;
                element('lock-show').onchange = ({ target }) => { field.type = target.checked ? 'text' : 'password'; };
                element('lock-without').onclick = () => end([]);
                // Only who has a copy of it, and presses twice, erases what nobody can open.
                element('lock-save').onclick = () => { erase.disabled = false; };
                erase.onclick = () => {
                    element('lock-sure').hidden = false;
                    element('lock-erase-now').focus();
                };
                element('lock-erase-now').onclick = async () => {
                    const isErased = await KithLock.handlers.erase()
                        .catch((error) => { globalThis.kith.log('storage', 'not erased', error); });
                    if (isErased) location.reload();
                    else element('lock-not-erased').hidden = false;
                };
            });
        },
    },
});
