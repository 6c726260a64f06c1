// "Nothing leaves the page", tried: everything that could carry something away, in every engine. What stays possible
// stands in the README, in its words on where one's data is.

import assert from 'node:assert/strict';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './driver/until.mjs';
import { listen, tryLeaving, trySending } from './elsewhere.mjs';
import { rest } from './screens.mjs';
import { headersOf, serve } from './site.mjs';
import { test } from './testing.mjs';

const packed = fileURLToPath(new URL('../../build/site', import.meta.url));
const started = (page) => page.until(() => document.getElementById('stage')?.checkVisibility({ visibilityProperty: true }),
    { timeout: 60_000, what: 'the page did not start' });

/** Does `work` with a host that hears what arrives there. */
async function withElsewhere(work) {
    const elsewhere = await listen();
    try {
        await work(elsewhere);
    } finally {
        elsewhere.close();
    }
}
const addresses = ({ url, bare, datagrams }) => ({ url, bare, datagrams });

test('A page asks for its own files only, and can’t reach anything else', async ({ open, browser, engine, site }) => {
    await withElsewhere(async (elsewhere) => {
        const page = await open();
        const sent = await page.evaluate(trySending, addresses(elsewhere));
        assert.deepEqual([...elsewhere.arrived], [], `nothing arrived elsewhere (these did not fail at once: ${sent})`);
        for (const way of ['socket', 'events', 'transport', 'beacon', 'later', 'style', 'preconnect', 'frame', 'note', 'payment', 'peer', 'frame-peer'])
            assert.ok(!sent.includes(way), `${way} is refused at once`);
        for (const asked of site.log) assert.match(asked, /^\/([a-z0-9_.-]+\.(js|css|wasm|ttf|svg|webmanifest|png)|favicon\.ico|)$/, 'its own files');
        const tried = new RegExp(`^\\w+://${new URL(elsewhere.url).host}/`);
        assert.deepEqual((await page.requests()).filter((url) => !url.startsWith(site.url) && !tried.test(url) && !/^(data|blob|about):/.test(url)), []);

        // A page without rules sends by the same ways: what is tried here could arrive.
        const plain = await browser.open(new URL('/__scratch/', site.url).href);
        await plain.evaluate(trySending, addresses(elsewhere));
        const ways = ['fetch', 'keepalive', 'request', 'import', 'socket', 'events', 'beacon', 'picture', 'font', 'script', 'frame', 'style', 'preload', 'background'];
        for (const way of [...ways, ...engine === 'firefox' ? [] : ['connection'], ...engine === 'chromium' ? ['later'] : []])
            assert.ok(elsewhere.arrived.has(way), `${way} arrives from another page`);
    });
}, { limit: 150 });

test('The policy alone refuses what can be refused by it', async ({ open }) => {
    await withElsewhere(async (elsewhere) => {
        const page = await open();
        await page.evaluate(() => {
            globalThis.refusals = [];
            addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refusals.push(effectiveDirective));
        });
        await page.evaluate(trySending, addresses(elsewhere));
        assert.deepEqual([...elsewhere.arrived], []);
        const refusals = await page.evaluate(() => refusals);
        for (const directive of ['connect-src', 'img-src', 'font-src', 'require-trusted-types-for'])
            assert.ok(refusals.includes(directive), `${directive} is among ${refusals}`);
        assert.ok(refusals.filter((directive) => directive === 'connect-src').length >= 5, 'also for what the page had before it was taken away');
    });
}, {
    before: [() => {
        globalThis.kept = Object.fromEntries(['WebSocket', 'EventSource', 'WebTransport', 'fetchLater', 'PaymentRequest', 'Notification']
            .map((name) => [name, globalThis[name]]));
        kept.beacon = navigator.sendBeacon;
    }],
});

test('What no policy covers is gone before anything else runs, and nobody can get it back', async ({ open, engine }) => {
    const page = await open();
    const found = await page.evaluate(() => {
        // Whoever wants out may change whatever they find. It is put back for the driver's sake.
        const { exec } = RegExp.prototype, { slice, indexOf } = String.prototype, { apply, getPrototypeOf } = Reflect;
        RegExp.prototype.exec = () => null;
        String.prototype.slice = () => '';
        String.prototype.indexOf = () => -1;
        Reflect.apply = Reflect.getPrototypeOf = () => null;
        Object.defineProperty(HTMLIFrameElement, Symbol.hasInstance, { value: () => false });
        const restore = () => {
            RegExp.prototype.exec = exec;
            Object.assign(String.prototype, { slice, indexOf });
            Object.assign(Reflect, { apply, getPrototypeOf });
        };
        const html = 'http://www.w3.org/1999/xhtml';
        const made = [];
        const attempt = (name, make) => {
            try {
                const element = make();
                document.body.append(element);
                made.push(name);
            } catch { /* refused */ }
        };
        const kinds = ['iframe', 'frame', 'object', 'embed', 'link', 'meta', 'base', 'area'];
        attempt('iFrame', () => document.createElement('iFrame')); // by any other way the case makes it another element
        for (const kind of [...kinds, ...globalThis.HTMLFencedFrameElement ? ['fencedframe'] : []]) {
            attempt(kind, () => document.createElement(kind));
            attempt(`x:${kind}`, () => document.createElementNS(html, `x:${kind}`));
            attempt(`another document's ${kind}`, () => document.implementation.createHTMLDocument('').createElement(kind));
            attempt(`new ${kind}`, () => new Document().createElementNS(html, kind));
            attempt(`the document of ${kind}`, () => document.implementation.createDocument(html, kind).documentElement);
        }
        const field = document.createElement('div');
        field.contentEditable = true;
        document.body.append(field);
        field.focus();
        for (const text of ['<iframe></iframe>', '<link rel=preconnect>']) {
            attempt(`HTML ${text}`, () => { document.body.insertAdjacentHTML('beforeend', text); return ''; });
            attempt(`a fragment of ${text}`, () => document.createRange().createContextualFragment(text));
            attempt(`a document of ${text}`, () => new DOMParser().parseFromString(text, 'text/html').body.firstChild);
            attempt(`a command of ${text}`, () => { document.execCommand('insertHTML', false, text); return ''; });
        }
        attempt('a custom frame', () => {
            class Frame extends HTMLIFrameElement {}
            customElements.define('x-frame', Frame, { extends: 'iframe' });
            return new Frame();
        });
        attempt('an SVG link', () => document.createElementNS('http://www.w3.org/2000/svg', 'a'));
        for (const name of ['default', 'mine', 'kith-service-worker'])
            attempt(`the policy ${name}`, () => { trustedTypes.createPolicy(name, { createHTML: (text) => text }); return ''; });
        field.remove();
        restore();
        return {
            made,
            windows: [window.length, typeof window[0], typeof open, typeof documentPictureInPicture],
            left: had.filter((name) => name in globalThis),
            had,
            beacon: 'sendBeacon' in navigator,
            cookie: 'cookie' in document,
            background: 'ServiceWorkerRegistration' in globalThis && 'backgroundFetch' in ServiceWorkerRegistration.prototype,
        };
    });
    assert.deepEqual(found.made, []);
    assert.deepEqual(found.windows, [0, 'undefined', 'undefined', 'undefined']);
    assert.deepEqual(found.left, []);
    assert.ok(found.had.length >= (engine === 'webkit' ? 3 : 6), `this browser has them otherwise: ${found.had}`);
    assert.deepEqual([found.beacon, found.cookie, found.background], [false, false, false]);
}, {
    before: [() => {
        globalThis.had = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource', 'fetchLater',
            'Notification', 'PaymentRequest', 'PresentationRequest', 'speechSynthesis', 'cookieStore', 'customElements'].filter((name) => name in globalThis);
    }],
});

test('Every policy for trusted types is named in the page’s rules, and there is no other', async () => {
    const rules = (await readFile(join(packed, 'index.html'), 'utf8')).match(/trusted-types ([^;"]*)/)[1].split(' ').sort();
    const made = [];
    for (const name of (await readdir(packed)).filter((file) => file.endsWith('.js')))
        made.push(...[...(await readFile(join(packed, name), 'utf8')).matchAll(/createPolicy\(["']([\w-]+)/g)].map(([, policy]) => policy));
    assert.deepEqual(made.sort(), rules);
}, { only: ['chromium'], because: 'it is about files' });

test('No script leads the page elsewhere, and none opens another, where nobody pressed', async ({ open, browser, site }) => {
    await withElsewhere(async (elsewhere) => {
        const page = await open();
        await page.evaluate(() => { globalThis.sameAsBefore = true; });
        const before = await page.evaluate(() => location.href);
        const refused = await page.evaluate(tryLeaving, addresses(elsewhere));
        assert.deepEqual([...elsewhere.arrived], [], 'nothing arrived elsewhere');
        assert.ok(refused.includes('window'), `there is no open(): ${refused}`);
        assert.equal(await page.evaluate(() => globalThis.sameAsBefore), true, 'it is the same page');
        assert.equal(await page.evaluate(() => location.href.replace(/#.*/, '')), before.replace(/#.*/, ''));
        assert.ok(site.log.every((asked) => !asked.includes('?')), `its own host heard nothing: ${site.log}`);

        const plain = await browser.open(new URL('/__scratch/', site.url).href);
        await plain.evaluate((url) => { setTimeout(() => { location.href = `${url}led`; }); }, elsewhere.url);
        await until(() => elsewhere.arrived.has('led'), { what: () => 'another page is not led away either' });
    });
}, { limit: 150 });

test('A press opens a link in a tab of its own, and never leads this one away; files and places need none', async ({ open, browser }) => {
    await withElsewhere(async (elsewhere) => {
        const page = await open();
        // As Kith does it: in the frame after the press.
        await page.evaluate((url) => {
            const go = () => {
                Object.assign(document.createElement('a'), { href: `${url}pressed`, target: '_blank', rel: 'noopener noreferrer' }).click();
                location.href = `${url}led`;
            };
            addEventListener('pointerup', () => requestAnimationFrame(go), { once: true, capture: true });
        }, elsewhere.url);
        await page.clickAt(4, 4);
        await until(() => elsewhere.arrived.has('pressed'), { what: () => 'the link was not opened' });
        await page.show();
        const file = await page.evaluate(async () => {
            while (navigator.userActivation?.isActive) await new Promise((resolve) => { setTimeout(resolve, 100); });
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob(['mine'], { type: 'text/plain' }));
            link.download = 'mine.txt';
            link.click();
            history.pushState(null, '', '#people');
            return location.hash;
        });
        assert.equal(file, '#people');
        assert.equal(await readFile(await browser.download('mine.txt'), 'utf8'), 'mine');
        assert.ok(!elsewhere.arrived.has('led'));
    });
});

test('The service worker lets through the site’s own file names, without a query, and nothing else', async ({ browser, profile }) => {
    const folder = join(profile, 'site');
    await cp(packed, join(folder, 'kith'), { recursive: true });
    await mkdir(join(folder, 'kith', 'below'));
    await writeFile(join(folder, 'other.txt'), 'other');
    await writeFile(join(folder, 'kith', 'beside.txt'), 'beside');
    await writeFile(join(folder, 'kith', 'below', 'index.html'), '<!doctype html><title>Another page</title>');
    const site = await serve(folder);
    const url = `${site.url}kith/`;
    const page = await browser.open(url);
    await started(page);
    if (!await page.evaluate(() => Boolean(navigator.serviceWorker))) return site.close();
    const answers = (names) => page.evaluate(async (asked) => Object.fromEntries(await Promise.all(asked.map(async ([name, method]) => [`${method} ${name}`,
        await fetch(name, { method, cache: 'no-store' }).then(({ status }) => status, () => 'refused')]))), names);
    assert.equal((await answers([['beside.txt?before', 'GET']]))['GET beside.txt?before'], 200, 'it is there');
    await page.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
    await page.reload();
    await started(page);
    await page.until(() => Boolean(navigator.serviceWorker.controller));
    site.log.length = 0;
    const program = (await readdir(packed)).find((name) => name.startsWith('kith.') && name.endsWith('.wasm'));
    const refused = ['./?data', `${program}?data`, 'beside.txt', 'beside.txt?data', 'data', '../other.txt', '../other.txt?data', 'below/', 'index.html?data'];
    assert.deepEqual(await answers([...refused.map((name) => [name, 'GET']), ['./', 'POST'], ['../', 'POST'], [program, 'GET'], ['./', 'GET']]), Object.fromEntries([
        ...refused.map((name) => [`GET ${name}`, 'refused']), ['POST ./', 'refused'], ['POST ../', 'refused'], [`GET ${program}`, 200], ['GET ./', 200]]));
    assert.deepEqual(site.log.filter((asked) => /data|other|beside|below/.test(asked)), [], 'its own host heard nothing of it');
    // The page with a query is the page; the query stays here.
    await page.goto(`${url}?gallery`);
    await started(page);
    assert.ok(site.log.every((asked) => !asked.includes('?')), String(site.log));
    // A page in a folder below is not Kith's.
    const below = await browser.open(`${url}below/`);
    assert.equal(await below.evaluate(() => document.title), 'Another page');
    assert.equal(await below.evaluate(() => fetch('../../other.txt?x').then((answer) => answer.text())), 'other');
    await site.close();
}, { limit: 150 });

test('With the headers that a host should send Kith runs, and nobody can show it in a frame of theirs', async ({ browser, engine, profile }) => {
    const folder = join(profile, 'frame');
    await mkdir(folder);
    const site = await serve(packed, { headers: true, listen: engine === 'webkit' });
    const [bare, framed] = [await serve(packed), await serve(packed, { headers: true })];
    for (const { url } of [bare, framed]) await writeFile(join(folder, `${new URL(url).port}.html`), `<!doctype html><iframe src="${url}"></iframe>`);
    const around = await serve(folder);
    const page = await browser.open(site.url);
    await started(page);
    await rest(page);
    assert.deepEqual(await page.errors(), []);
    const allowed = await page.evaluate(() => ['camera', 'publickey-credentials-get', 'microphone', 'geolocation', 'payment', 'usb']
        .filter((name) => document.featurePolicy?.allowsFeature(name)));
    if (engine === 'chromium') assert.deepEqual(allowed, ['camera', 'publickey-credentials-get']);
    for (const host of [bare, framed]) {
        const frame = await browser.open(`${around.url}${new URL(host.url).port}.html`);
        await frame.until(() => document.readyState === 'complete');
        await until(() => host.log.includes('/'), { what: () => 'nobody asked for the framed page' });
        if (host === bare) await until(() => host.log.some((asked) => asked.includes('start.')), { what: () => 'without the headers it can be framed' });
        else await frame.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 1000); })); // nothing is to happen in it
    }
    assert.deepEqual(framed.log.filter((asked) => asked !== '/'), [], 'the framed page did not begin');
    for (const each of [site, bare, framed, around]) await each.close();
});

test('Every host is told the same headers, in its own way', async () => {
    const read = (name) => readFile(join(packed, name), 'utf8');
    const wanted = headersOf(await read('_headers'));
    assert.match(wanted['Content-Security-Policy'], /^default-src 'none'; .*; frame-ancestors 'none'$/);
    assert.ok(wanted['Content-Security-Policy'].startsWith((await read('index.html')).match(/Content-Security-Policy" content="([^"]*)"/)[1]), 'the page’s own rules are in it');
    assert.match(wanted['Permissions-Policy'], /^camera=\(self\), publickey-credentials-create=\(self\), publickey-credentials-get=\(self\)(, [\w-]+=\(\))+$/);
    for (const line of (await read('_headers')).split('\n')) assert.ok(line.length < 2000, 'longer lines are not read');
    const pairs = (text, pattern) => Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value]));
    const keyed = (list) => Object.fromEntries(list.map(({ key, value }) => [key, value]));
    assert.deepEqual(pairs(await read('.htaccess'), /^ *Header always set ([\w-]+) "([^"]*)"$/gm), wanted);
    assert.deepEqual(pairs(await read('nginx.conf'), /^add_header ([\w-]+) "([^"]*)" always;$/gm), wanted);
    assert.deepEqual(keyed(JSON.parse(await read('vercel.json')).headers[0].headers), wanted);
    assert.deepEqual(keyed(JSON.parse(await read('firebase.json')).hosting.headers[0].headers), wanted);
}, { only: ['chromium'], because: 'it is about files' });
