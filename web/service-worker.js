// Kith without a network. On a visit the site's own files are kept, per version and under their hashed
// names; the next start takes them from there. A new version is fetched in the background and starts
// the next time: what is open goes on with the files it began with.
//
// Nothing else is ever fetched: of what Kith's pages ask of any host, their own one too, only the site's own files by
// their names get through, and only the page itself may be asked for with a query, which stays here.
//
// A first visit keeps what it has downloaded. The second part of the program is kept when a page has it,
// and comes with every new version from then on.

'use strict';

// web/pack writes these lines: a version made from all files, and their names, './' for the page.
const version = '';
const files = [];
const later = [];

// Pages of one host share an origin: our caches have our folder in their names.
const place = `kith${new URL('./', location.href).pathname.replace(/\/$/, '')}@`;
const ours = place + version;

const home = new URL('./', location.href);
const admitted = new Set([...files, ...later, 'index.html', 'service-worker.js'].map((name) => new URL(name, home).href));
/** Whether this is in the site's own folder; a page in a folder below is another's. */
const isBeside = ({ origin, pathname }) => origin === home.origin && pathname.startsWith(home.pathname) &&
    !pathname.slice(home.pathname.length).includes('/');

async function keep(names) {
    const cache = await caches.open(ours);
    await Promise.all(names.map(async (file) => {
        // A hashed name never changes what it names: an older version's file will do.
        const known = file === './' ? undefined : await caches.match(file);
        const response = known ?? await fetch(file, { cache: file === './' ? 'no-cache' : 'default' });
        if (!response.ok) throw new Error(`${file}: ${response.status}`);
        await cache.put(file, response);
    }));
}

async function forgetOthers() {
    for (const name of await caches.keys())
        if (name.startsWith(place) && name !== ours) await caches.delete(name);
}

async function answer(request, isPage) {
    const file = isPage ? home.href : request;
    // Whoever asks so looks for a newer version.
    if (request.cache === 'reload') return fetch(file, { cache: 'reload' });
    return await (await caches.open(ours)).match(file) ?? fetch(file);
}

/** What a page asks for beyond its site: a page of Kith gets nothing, another one what it wants. */
async function answerBeyond({ request, clientId }) {
    const client = await clients.get(clientId);
    return !client || isBeside(new URL(client.url)) ? Response.error() : fetch(request);
}

async function keepsRest(name) {
    return (await (await caches.open(name)).keys()).some(({ url }) => url.includes('/kith-rest.'));
}

async function install() {
    const older = (await caches.keys()).filter((name) => name.startsWith(place));
    const isUsed = (await Promise.all(older.map(keepsRest))).includes(true);
    await keep(isUsed ? [...files, ...later] : files);
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request;
    const asked = new URL(url);
    asked.hash = '';
    const isPage = mode === 'navigate' && ['', 'index.html'].some((name) => asked.origin + asked.pathname === home.href + name);
    if (method === 'GET' && (isPage || admitted.has(asked.href))) event.respondWith(answer(event.request, isPage));
    else if (isBeside(asked)) event.respondWith(Response.error());
    else if (mode !== 'navigate') event.respondWith(answerBeyond(event));
});
addEventListener('message', (event) => {
    if (event.data === 'start now') skipWaiting();
    if (event.data === 'keep the rest') event.waitUntil(keep(later));
});
