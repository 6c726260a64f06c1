// From one version to the next, and without a network. Starts the service worker (service-worker.js), once the app
// is there, and says quietly when a newer version is ready for the next start.
//
// Where files of this version are gone because a newer one took their place, kith.renew() loads that, and what was
// pressed and typed while the page waited for them is done there. What is in an open field is kept as ever, when
// the page goes.

'use strict';

{
    // The page's rules take script addresses only from a policy; this one knows a single script.
    const policy = { createScriptURL: () => 'service-worker.js' };
    const trusted = globalThis.trustedTypes?.createPolicy('kith-service-worker', policy) ?? policy;

    const { again } = kith; // from the page itself
    const own = document.currentScript.src.split('/').pop();
    const mark = `kith wish ${new URL('.', location.href).pathname}`; // pages of one host share this storage
    const wish = { name: '', role: '', typed: '' };

    /** Whether the site has other files than this page. Not known without a network: then no. */
    async function isOutdated() {
        try {
            const response = await fetch('./', { cache: 'reload', credentials: 'same-origin' });
            const text = response.ok ? await response.text() : '';
            return text.includes('id="stage"') && !text.includes(own);
        } catch {
            return false;
        }
    }

    /** Loads the newer version, if there is one. Resolves only if there is none: false. Where this one comes back, not at once again. */
    kith.renew = async () => {
        const last = take();
        if (last?.from === own && Date.now() - last.at < 60_000 || !await isOutdated()) return false;
        kith.log?.('page', 'a newer version is loaded');
        try {
            kith.leaving?.();
        } catch { /* it needs what is not there */ }
        try {
            sessionStorage.setItem(mark, JSON.stringify({ ...wish, from: own, at: Date.now() }));
        } catch { /* then it is only loaded */ }
        await again();
        return new Promise(() => {});
    };
    function take() {
        try {
            return JSON.parse(sessionStorage.getItem(mark));
        } catch {
            return null;
        }
    }

    // What is pressed and typed while the rest of the program is still to come, for the next version.
    const isOf = (box, x, y) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    const nameOf = (node) => node.getAttribute('aria-label') ?? node.textContent;
    const pressed = (node) => {
        if (node) Object.assign(wish, { role: node.getAttribute('role') ?? node.localName, name: nameOf(node), typed: '' });
    };
    const note = (event) => {
        if (kith.isWhole || event.target !== document.body && !event.target.closest?.('#stage')) return;
        const nodes = [...document.querySelectorAll('#mirror [role=button], #mirror button, #mirror a')];
        if (event.type === 'pointerdown') return pressed(nodes.findLast((node) => isOf(node.getBoundingClientRect(), event.clientX, event.clientY)));
        if (event.type === 'click') return pressed(nodes.find((node) => node === event.target));
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter' && !wish.typed) pressed(document.getElementById(document.getElementById('stage').getAttribute('aria-activedescendant')));
        if (event.key.length === 1) wish.typed += event.key;
        if (event.key === 'Backspace') wish.typed = wish.typed.slice(0, -1);
    };
    for (const kind of ['pointerdown', 'click', 'keydown']) addEventListener(kind, note, { capture: true, passive: true });
    kith.whole.then(() => {
        for (const kind of ['pointerdown', 'click', 'keydown']) removeEventListener(kind, note, { capture: true });
    });

    /** Waits for what `look` finds, ten seconds. */
    const soon = async (look) => {
        for (const end = performance.now() + 10_000; performance.now() < end;) {
            const found = look();
            if (found) return found;
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return null;
    };
    async function goOn({ at, role, name, typed }) {
        if (!name || Date.now() - at > 60_000) return;
        const find = () => [...document.querySelectorAll('#mirror [role], #mirror button, #mirror a')]
            .find((node) => (node.getAttribute('role') ?? node.localName) === role && nameOf(node) === name);
        (await soon(find))?.click();
        const field = await soon(() => document.activeElement.matches('#mirror input, #mirror textarea') && document.activeElement);
        const text = typed + early + wish.typed; // and while this page came
        if (!text.trim() || !field || field.value) return;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const last = take();
    let early = '';
    if (last?.name) {
        kith.ready.then(() => {
            early = wish.typed;
            return goOn(last);
        });
        sessionStorage.setItem(mark, JSON.stringify({ from: last.from, at: last.at })); // once
    }

    async function start() {
        kith.whole.then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage('keep the rest'));
        const registration = await navigator.serviceWorker.register(trusted.createScriptURL(''), { scope: './' });
        const announce = () => {
            // Without a controller this is the first visit, and there is nothing new about it.
            if (registration.waiting && navigator.serviceWorker.controller) kith.notice('updated');
        };
        announce();
        registration.addEventListener('updatefound', () => {
            registration.installing?.addEventListener('statechange', announce);
        });
        document.getElementById('start-updated').onclick = () => {
            navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
            registration.waiting?.postMessage('start now');
        };
    }

    if (navigator.serviceWorker && globalThis.isSecureContext) kith.ready.then(start)
        .catch((error) => kith.log('offline', 'not without a network', error));
}
