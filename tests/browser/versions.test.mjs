// New versions of the site put over old ones, whose files are deleted, while pages of the old one are open or cached.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rest, say } from './screens.mjs';
import { serve } from './site.mjs';
import { test } from './testing.mjs';

const packed = fileURLToPath(new URL('../../build/site', import.meta.url));
const started = (page) => page.until(() => document.getElementById('stage')?.checkVisibility({ visibilityProperty: true }),
    { timeout: 60_000, what: 'the page did not start' });
const isVersion = (page, version) => page.until((wanted) => document.documentElement?.dataset.version === wanted && Boolean(globalThis.kith?.frames),
    { values: [version], timeout: 60_000, what: `version ${version} never came` });

/** Puts version `version` of the site into the folder: every file under another name, and no older one left. */
async function deploy(folder, version) {
    const names = (await readdir(packed)).filter((name) => !['index.html', 'service-worker.js'].includes(name));
    const renamed = new Map(names.map((name) => [name, name.replace(/\.[0-9a-f]{10}\./, `.${version.repeat(10).slice(0, 10)}.`)]));
    const files = new Map();
    for (const name of await readdir(packed)) {
        let bytes = await readFile(join(packed, name));
        if (/\.(html|js|css|webmanifest)$/.test(name)) {
            let text = bytes.toString();
            for (const [from, to] of renamed) text = text.replaceAll(from, to);
            if (name === 'index.html') text = text.replace('<html lang="en"', `<html lang="en" data-version="${version}"`);
            if (name === 'service-worker.js') text = text.replace(/const version = '/, `const version = '${version}`);
            bytes = Buffer.from(text);
        }
        files.set(renamed.get(name) ?? name, bytes);
    }
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
}
/** A folder with a first version, and its server. A page takes its time to look for a newer one: time to type in. */
async function first(profile) {
    const folder = join(profile, 'site');
    await deploy(folder, 'a');
    const before = [() => {
        const { fetch } = globalThis;
        globalThis.fetch = async (...given) => {
            if (given[1]?.cache === 'reload') await new Promise((resolve) => { setTimeout(resolve, 2000); });
            return fetch(...given);
        };
    }];
    return { folder, site: await serve(folder, { before }) };
}
const isControlled = async (page) => {
    await page.until(async () => (await navigator.serviceWorker?.getRegistration())?.active?.state === 'activated');
    await page.reload();
    await started(page);
    await page.until(() => Boolean(navigator.serviceWorker.controller));
};
const addButton = (page) => page.get('main').get('button', say('first.add'));
const isTyped = (page, text) => page.until((wanted) => document.activeElement.matches('#mirror input, #mirror textarea')
    && document.activeElement.value === wanted, { values: [text], timeout: 30_000, what: 'what was typed is not there' });

test('The page’s rules know the one script that stands in it', async () => {
    const text = await readFile(join(packed, 'index.html'), 'utf8');
    const scripts = [...text.matchAll(/<script>([^]*?)<\/script>/g)];
    assert.equal(scripts.length, 1);
    assert.ok(text.includes(`'sha256-${createHash('sha256').update(scripts[0][1]).digest('base64')}'`), 'index.html has another hash in its policy');
    assert.equal(text.match(/'sha256-/g).length, 1);
}, { only: ['chromium'], because: 'it is about a file' });

test('An old page whose files are gone says so from the page itself, and loads the new one when asked', async ({ browser, profile }) => {
    const { folder, site } = await first(profile);
    const old = await readFile(join(folder, 'index.html'));
    await deploy(folder, 'b');
    await writeFile(join(folder, 'index.html'), old);
    const page = await browser.open(site.url);
    await page.until(() => document.getElementById('late')?.checkVisibility(), { timeout: 10_000, what: 'nothing was said in ten seconds' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.version), 'a');
    assert.equal(await page.evaluate(() => globalThis.createKith), undefined);
    await deploy(folder, 'c');
    await page.get('button', 'Load Kith again').click();
    await started(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.version), 'c');
    await site.close();
});

test('A page whose files hang says so within ten seconds, and goes on when they come', async ({ browser, profile }) => {
    const { site } = await first(profile);
    const held = [];
    let isReleased = false;
    const slow = createServer(async (request, response) => {
        const found = await fetch(new URL(request.url, site.url)), bytes = Buffer.from(await found.arrayBuffer());
        // What the server puts ahead of the page's own scripts holds the page itself: only those are held.
        const isOwn = request.url.endsWith('.js') && !request.url.startsWith('/__');
        if (isOwn && !isReleased) await new Promise((resolve) => { held.push(resolve); });
        response.writeHead(found.status, { 'Content-Type': found.headers.get('Content-Type') });
        response.end(bytes);
    });
    await new Promise((resolve) => { slow.listen(0, '127.0.0.1', resolve); });
    const page = await browser.open();
    const going = page.goto(`http://127.0.0.1:${slow.address().port}/`);
    going.catch(() => {}); // awaited below, once it can come to an end
    await page.until(() => document.getElementById('late')?.checkVisibility(), { timeout: 12_000, what: 'nothing was said in ten seconds' });
    isReleased = true;
    for (const release of held.splice(0)) release();
    await going;
    await started(page);
    assert.equal(await page.evaluate(() => document.getElementById('late').hidden), true);
    slow.closeAllConnections();
    await new Promise((resolve) => { slow.close(resolve); });
    await site.close();
}, { only: ['chromium'], because: 'the other drivers answer nothing while a page loads' });

test('A first part whose second is gone finds the new version by itself, and what was pressed and typed is there', async ({ browser, profile }) => {
    const { folder, site } = await first(profile);
    const page = await browser.open(site.url);
    await started(page);
    await rest(page);
    await deploy(folder, 'b');
    await deploy(folder, 'c');
    await addButton(page).click();
    await page.type('Ana');
    await isVersion(page, 'c');
    await isTyped(page, 'Ana');
    await site.close();
});

test('With the old version kept for days without a network, too', async ({ browser, profile }) => {
    const { folder, site } = await first(profile);
    const page = await browser.open(site.url);
    await started(page);
    if (!await page.evaluate(() => Boolean(navigator.serviceWorker))) return site.close();
    await isControlled(page);
    await rest(page);
    await deploy(folder, 'b');
    await addButton(page).click();
    await page.type('Ana');
    await isVersion(page, 'b');
    await isTyped(page, 'Ana');
    await isControlled(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.version), 'b');
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, 'the old version’s files are gone');
    // And where the program itself is missing in what was kept.
    await deploy(folder, 'c');
    await page.evaluate(async () => {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) if (request.url.endsWith('.wasm')) await cache.delete(request);
        }
    });
    await page.reload();
    await isVersion(page, 'c');
    await site.close();
}, { limit: 180 });

test('Where the newest version lacks its second part nothing goes round in circles', async ({ browser, profile }) => {
    const { folder, site } = await first(profile);
    const page = await browser.open(site.url);
    await started(page);
    await rest(page);
    await deploy(folder, 'b');
    await rm(join(folder, (await readdir(folder)).find((name) => name.startsWith('kith-rest.'))));
    await page.press('Tab');
    await isVersion(page, 'b');
    await rest(page);
    site.log.length = 0;
    await page.press('Tab');
    await page.until(() => !document.getElementById('notice-not-arrived').hidden, { timeout: 20_000, what: 'nothing was said' });
    assert.ok(site.log.filter((asked) => asked.includes('start.')).length === 0, 'it was loaded again and again');
    await site.close();
});
