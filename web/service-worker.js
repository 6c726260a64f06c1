// Kith without a network. On a visit the site's own files are kept, per version and under their hashed
// names; the next start takes them from there. A new version is fetched in the background and starts
// the next time: what is open goes on with the files it began with. Nothing else is ever fetched.
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

async function answer(request) {
    if (request.cache === 'reload') return fetch(request); // whoever asks so looks for a newer version
    const cache = await caches.open(ours);
    const url = new URL(request.url);
    const isPage = request.mode === 'navigate' && /\/(index\.html)?$/.test(url.pathname);
    return await cache.match(isPage ? './' : request, { ignoreSearch: isPage }) ?? fetch(request);
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
    const url = new URL(event.request.url);
    const scope = new URL('./', location.href);
    // Only the page itself and what is beside it; a page in a folder below is not ours.
    const rest = url.pathname.slice(scope.pathname.length);
    if (event.request.method === 'GET' && url.origin === scope.origin && url.pathname.startsWith(scope.pathname) &&
        !rest.includes('/'))
        event.respondWith(answer(event.request));
});
addEventListener('message', (event) => {
    if (event.data === 'start now') skipWaiting();
    if (event.data === 'keep the rest') event.waitUntil(keep(later));
});
