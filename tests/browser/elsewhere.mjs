// Another host than the page's, which hears whatever arrives there: requests by their paths, bare connections, datagrams.
// And all that a script could try to get something there (it runs in the page, with what it is given as text).

import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

/** Returns { url, bare, datagrams, arrived, hears, close }: addresses, and what came to them. */
export async function listen() {
    const arrived = new Set();
    const web = createServer((request, response) => {
        arrived.add(new URL(request.url, 'http://localhost').pathname.slice(1));
        response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' });
        response.end('<!doctype html><title>Elsewhere</title>');
    });
    web.on('upgrade', (request, socket) => {
        arrived.add(request.url.slice(1));
        socket.destroy();
    });
    const bare = createTcpServer((socket) => {
        arrived.add('connection');
        socket.on('error', () => {});
    });
    const datagrams = createSocket('udp4', () => arrived.add('datagram'));
    await Promise.all([
        new Promise((resolve) => { web.listen(0, '127.0.0.1', resolve); }),
        new Promise((resolve) => { bare.listen(0, '127.0.0.1', resolve); }),
        new Promise((resolve) => { datagrams.bind(0, '127.0.0.1', resolve); }),
    ]);
    return {
        url: `http://127.0.0.1:${web.address().port}/`,
        bare: `http://127.0.0.1:${bare.address().port}/`,
        datagrams: `127.0.0.1:${datagrams.address().port}`,
        arrived,
        close() {
            for (const each of [web, bare, datagrams]) each.close();
            web.closeAllConnections();
        },
    };
}

/** Tries to send without leaving the page. Returns the names of what did not fail at once; what arrives, the host knows. */
export async function trySending({ url, bare, datagrams }) {
    const kept = globalThis.kept ?? globalThis;
    const tried = [];
    const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
    const attempt = async (name, work) => {
        try {
            await Promise.race([work(`${url}${name}`), pause(1500)]);
            tried.push(name);
        } catch { /* this way is closed */ }
    };
    const put = (kind, set, parent = document.head) => {
        const element = document.createElement(kind);
        Object.assign(element, set);
        parent.append(element);
        return element;
    };
    const heard = (source, good) => new Promise((resolve, reject) => {
        source[good] = resolve;
        source.onerror = reject;
    });
    const svg = (kind, href) => {
        const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        picture.append(document.createElementNS('http://www.w3.org/2000/svg', kind));
        picture.firstChild.setAttribute('href', href);
        document.body.append(picture);
    };
    await Promise.all([
        attempt('fetch', (to) => fetch(to, { mode: 'no-cors' })),
        attempt('keepalive', (to) => fetch(to, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true })),
        attempt('request', (to) => new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.onload = resolve;
            request.onerror = reject;
            request.open('GET', to);
            request.send();
        })),
        attempt('import', (to) => import(to)),
        attempt('socket', (to) => heard(new kept.WebSocket(to.replace('http', 'ws')), 'onopen')),
        attempt('events', (to) => heard(new kept.EventSource(to), 'onopen')),
        attempt('transport', (to) => new kept.WebTransport(to.replace('http', 'https')).ready),
        attempt('later', (to) => (0, kept.fetchLater)(to, { activateAfter: 0 })),
        attempt('beacon', (to) => { if (!(kept.beacon ?? navigator.sendBeacon).call(navigator, to, 'x')) throw new Error('not sent'); }),
        attempt('picture', (to) => heard(Object.assign(new Image(), { src: to }), 'onload')),
        attempt('svg-picture', (to) => svg('image', to)),
        attempt('svg-use', (to) => svg('use', `${to}#a`)),
        attempt('sound', (to) => heard(Object.assign(new Audio(), { src: to, preload: 'auto' }), 'oncanplay')),
        attempt('font', (to) => new FontFace('Elsewhere', `url(${to})`).load()),
        attempt('background', (to) => { put('div', { textContent: 'x' }, document.body).style.background = `url(${to})`; }),
        attempt('script', (to) => put('script', { src: to })),
        attempt('frame', (to) => put('iframe', { src: to }, document.body)),
        attempt('object', (to) => put('object', { data: to }, document.body)),
        attempt('embed', (to) => put('embed', { src: to }, document.body)),
        attempt('style', (to) => put('link', { rel: 'stylesheet', href: to })),
        attempt('prefetch', (to) => put('link', { rel: 'prefetch', href: to })),
        attempt('preload', (to) => put('link', { rel: 'preload', as: 'fetch', href: to })),
        attempt('module', (to) => put('link', { rel: 'modulepreload', href: to })),
        attempt('icon', (to) => put('link', { rel: 'icon', href: to })),
        attempt('manifest', (to) => put('link', { rel: 'manifest', href: to })),
        attempt('preconnect', () => put('link', { rel: 'preconnect', href: bare })),
        attempt('speculation', (to) => put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [to] }] }) })),
        attempt('ping', (to) => put('a', { href: '#here', ping: to }, document.body).click()),
        attempt('worker', (to) => heard(new Worker(to), 'onmessage')),
        attempt('worklet', (to) => CSS.paintWorklet.addModule(to)),
        attempt('service-worker', (to) => navigator.serviceWorker.register(to)),
        attempt('payment', (to) => new kept.PaymentRequest([{ supportedMethods: to }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment()),
        attempt('identity', (to) => navigator.credentials.get({ identity: { providers: [{ configURL: to, clientId: 'x' }] } })),
        attempt('note', (to) => new kept.Notification('x', { icon: to })),
        attempt('peer', async () => {
            const peer = new kept.RTCPeerConnection({ iceServers: [{ urls: `stun:${datagrams}` }] });
            peer.createDataChannel('x');
            await peer.setLocalDescription(await peer.createOffer());
            await pause(1000);
        }),
        attempt('frame-peer', async () => {
            // A frame's window has everything anew.
            const frame = put('iframe', {}, document.body);
            const peer = new frame.contentWindow.RTCPeerConnection({ iceServers: [{ urls: `stun:${datagrams}` }] });
            peer.createDataChannel('x');
            await peer.setLocalDescription(await peer.createOffer());
            await pause(1000);
        }),
    ]);
    await pause(500);
    return tried;
}

/** Tries to lead this page elsewhere or to open another one, once no press is fresh any more. Returns how it was refused, by name. */
export async function tryLeaving({ url }) {
    const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
    while (navigator.userActivation?.isActive) await pause(100); // a driver's question counts as a press
    const ways = {
        location: (to) => { location.href = to; },
        assign: (to) => location.assign(to),
        replace: (to) => location.replace(to),
        navigate: (to) => navigation.navigate(to),
        window: (to) => open(to),
        link: (to) => Object.assign(document.createElement('a'), { href: to }).click(),
        tab: (to) => Object.assign(document.createElement('a'), { href: to, target: '_blank' }).click(),
        'tab-event': (to) => {
            const link = Object.assign(document.createElement('a'), { href: to, target: '_blank' });
            document.body.append(link);
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        },
        'tab-stolen-event': (to) => EventTarget.prototype.dispatchEvent.call(
            Object.setPrototypeOf(Object.assign(document.createElement('a'), { href: to, target: '_blank' }), {}), new MouseEvent('click')),
        download: (to) => Object.assign(document.createElement('a'), { href: to, download: 'x' }).click(),
        area: (to) => Object.assign(document.createElement('area'), { href: to, target: '_blank' }).click(),
        form: (to) => {
            const form = Object.assign(document.createElement('form'), { action: to });
            document.body.append(form);
            form.submit();
        },
        refresh: (to) => {
            const tag = document.querySelector('meta[name]').cloneNode();
            tag.httpEquiv = 'refresh';
            tag.content = `0;url=${to}`;
            document.head.append(tag);
        },
        query: (to) => { location.search = `?${to}`; },
        'pushed-query': (to) => history.pushState(null, '', `?${to}`), // for the next reload
    };
    const refused = [];
    for (const [name, go] of Object.entries(ways)) {
        try {
            await go(`${url}${name}`);
        } catch {
            refused.push(name);
        }
        await pause(300);
    }
    return refused;
}
