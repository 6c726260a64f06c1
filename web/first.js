// Ahead of all else that runs, built into index.html itself (shell/browser/parts/inline.py): first what the page can't
// do from here on, then what there is when its files don't come.
//
// "Nothing leaves the page" is the content security policy's to keep. What it does not cover, or only for other hosts
// than the page's own, is taken away here, together with what would bring it back: a frame or a window of its own has
// all of it anew. Whatever runs later can't get round that: what is asked here is asked of the browser itself, with
// functions that were kept before anybody could change them. What stays possible stands in the README.

'use strict';

{
    const { apply, deleteProperty, getPrototypeOf } = Reflect;
    const { indexOf, slice } = String.prototype;
    const take = (from, names) => names.split(' ').forEach((name) => from && deleteProperty(from, name));

    take(globalThis, 'RTCPeerConnection webkitRTCPeerConnection WebTransport WebSocket WebSocketStream EventSource ' +
        'fetchLater Notification PaymentRequest PresentationRequest SpeechRecognition webkitSpeechRecognition ' +
        'speechSynthesis MediaMetadata cookieStore open documentPictureInPicture customElements XSLTProcessor');
    take(Navigator.prototype, 'sendBeacon joinAdInterestGroup runAdAuction registerProtocolHandler');
    take(globalThis.ServiceWorkerRegistration?.prototype, 'backgroundFetch pushManager paymentManager showNotification');
    take(Document.prototype, 'cookie');
    take(DOMImplementation.prototype, 'createDocument');

    // Frames, and what speaks to hosts or leads elsewhere by being there: preconnect, refresh.
    const refused = ('HTMLIFrameElement HTMLFrameElement HTMLFencedFrameElement HTMLObjectElement HTMLEmbedElement ' +
        'HTMLLinkElement HTMLMetaElement HTMLBaseElement HTMLAreaElement SVGAElement')
        .split(' ').map((name) => globalThis[name]?.prototype);
    for (const name of ['createElement', 'createElementNS']) {
        const make = Document.prototype[name];
        Document.prototype[name] = function (...given) {
            const made = apply(make, this, given), kind = getPrototypeOf(made);
            for (let i = 0; i < refused.length; ++i) if (refused[i] === kind) throw new TypeError('Kith has no such element');
            return made;
        };
    }

    // Where the page may lead by itself: to what it is (a place in it, a reload), and to a file of its own making. A press
    // also leads to a letter or a call, and to a page in a tab of its own; never to another page in this one.
    const getter = (type, name) => Object.getOwnPropertyDescriptor(type?.prototype ?? {}, name)?.get;
    const isActive = getter(globalThis.UserActivation, 'isActive'), { userActivation } = navigator;
    const isPressed = () => !isActive || apply(isActive, userActivation, []);
    const begins = (url, scheme) => apply(slice, url, [0, scheme.length]) === scheme;
    const bare = (url) => {
        const at = apply(indexOf, url, ['#']);
        return at < 0 ? url : apply(slice, url, [0, at]);
    };
    const isOwn = (url, isFile) => bare(url) === bare(location.href) || isFile && begins(url, 'blob:');

    const { preventDefault } = Event.prototype;
    for (const type of ['NavigateEvent', 'NavigationDestination']) if (globalThis[type]) Object.freeze(globalThis[type].prototype);
    // Firefox tells of a file to save twice, and only the first time that it is one: addresses that are still to come.
    const toCome = Object.create(null);
    // Whether a press began it doesn't matter: in WebKit that is said of whatever a script does right after one.
    globalThis.navigation?.addEventListener('navigate', (event) => {
        const { url } = event.destination, isFile = event.downloadRequest !== null || toCome[url];
        if (event.downloadRequest === null) delete toCome[url];
        else toCome[url] = true;
        if (event.navigationType === 'traverse' || isOwn(url, isFile)) return;
        if (isPressed() && (begins(url, 'mailto:') || begins(url, 'tel:'))) return;
        apply(preventDefault, event, []);
    });

    // Links that a script presses: a new tab has no such event.
    const address = getter(HTMLAnchorElement, 'href');
    for (const [type, name] of [[HTMLElement, 'click'], [EventTarget, 'dispatchEvent']]) {
        const act = type.prototype[name];
        type.prototype[name] = function (...given) {
            let url = '';
            try {
                url = apply(address, this, []);
            } catch { /* no link */ }
            return !url || isOwn(url, true) || isPressed() ? apply(act, this, given) : false;
        };
    }
}

{
    // An old page asks for files that a newer version has replaced.
    const kith = globalThis.kith = {};
    const place = new URL('./', location.href);
    /** Loads the newest version past every cache, where it can be had; else what there is. */
    kith.again = async () => {
        try {
            if ((await fetch(place, { cache: 'reload' })).ok) {
                for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) if (worker.scope === place.href) await worker.unregister();
                for (const name of await caches.keys()) if (name.startsWith(`kith${place.pathname.replace(/\/$/, '')}@`)) await caches.delete(name);
            }
        } catch { /* no network, or no caches */ }
        location.reload();
    };
    const late = () => { document.getElementById('late').hidden = Boolean(kith.ready); };
    addEventListener('error', ({ target }) => { if (target.localName === 'script') late(); }, true);
    addEventListener('click', ({ target }) => { if (target.className === 'again') kith.again(); });
    setTimeout(late, 8000);
}
