// Without a network, and from one version to the next.

import assert from 'node:assert/strict';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { go, saved, say } from './screens.mjs';
import { serve } from './site.mjs';
import { test } from './testing.mjs';

const packed = fileURLToPath(new URL('../../build/site', import.meta.url));
const isControlled = () => Boolean(navigator.serviceWorker?.controller);
const started = (page) => page.until(() => document.getElementById('stage')?.checkVisibility({ visibilityProperty: true }),
    { timeout: 60_000, what: 'the page did not start' });

/** Visits until the service worker answers: the page of the first visit came without it. */
async function settle(browser, url) {
    const page = await browser.open(url);
    await started(page);
    await page.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
    await page.reload();
    await started(page);
    await page.until(isControlled);
    return page;
}

test('After one visit Kith starts without a network', async ({ browser, profile }) => {
    const folder = join(profile, 'site');
    await cp(packed, folder, { recursive: true });
    const site = await serve(folder, { path: '/some/path/' });
    const page = await settle(browser, site.url);
    await site.close();
    await page.reload();
    await started(page);
    await page.reload();
    await started(page);
    assert.equal(await page.evaluate(() => fetch('./', { cache: 'reload' }).then(() => true, () => false)), false, 'the server is gone');
});

test('Whoever has begun to use Kith can go on without a network', async ({ browser, profile }) => {
    const folder = join(profile, 'site');
    await cp(packed, folder, { recursive: true });
    const site = await serve(folder);
    const page = await settle(browser, site.url);
    await page.get('main').get('button', say('first.sample')).click();
    await go(page, 'people');
    await saved(page);
    await page.until(async () => Boolean(await caches.match((performance.getEntriesByType('resource')
        .find(({ name }) => name.includes('kith-rest.'))).name)), { what: 'the second part was never kept' });
    await site.close();
    await page.reload();
    await started(page);
    await go(page, 'network');
    await page.get('main').get('button', say('network.farther')).waitFor();
});

test('A new version is fetched quietly and starts when asked', async ({ browser, profile }) => {
    const folder = join(profile, 'site');
    await cp(packed, folder, { recursive: true });
    const site = await serve(folder);
    const page = await settle(browser, site.url);

    const edit = async (name, change) => writeFile(join(folder, name), change(await readFile(join(folder, name), 'utf8')));
    await edit('index.html', (text) => text.replace('<title>Kith</title>', '<title>Kith, newer</title>'));
    await edit('service-worker.js', (text) => text.replace(/const version = '/, 'const version = \'newer'));
    site.log.length = 0;
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await page.until(() => !document.getElementById('notice-updated').hidden, { what: 'the notice never came' });
    for (const program of (await readdir(folder)).filter((name) => name.endsWith('.wasm')))
        assert.ok(!site.log.includes(`/${program}`), 'what did not change is not fetched again');
    assert.notEqual(await page.evaluate(() => document.title), 'Kith, newer');
    await page.evaluate(() => document.getElementById('start-updated').click());
    await page.until(() => document.documentElement.innerHTML.includes('Kith, newer'), { what: 'the new version never came' })
        .catch(async () => page.until(() => document.documentElement.innerHTML.includes('Kith, newer')));
    await started(page);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1, 'the old version’s files are gone');
});
