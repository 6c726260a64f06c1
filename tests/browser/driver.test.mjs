// The driver itself, on a small page of its own: what the other tests rely on.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from './testing.mjs';
import { mostTriedAgain, tryTwice } from './twice.mjs';

const site = fileURLToPath(new URL('driver/sample', import.meta.url));

test('The driver clicks the canvas, types, scrolls, drops, chooses, copies and pastes', async ({ open, profile }) => {
    const page = await open();
    assert.equal(await page.evaluate(() => seen.webgl), true, 'the page can draw with WebGL 2');
    await page.get('heading', 'People', { level: 1 }).waitFor();
    await page.get('button', 'Add').click();
    await page.get('status', /^1 saved/).waitFor();
    await page.get('textbox', 'Name').fill('Ana María 佐藤');
    await page.get('status', '1 saved, Ana María 佐藤').waitFor();
    await page.get('textbox', 'Name').fill('Ben');
    assert.equal(await page.get('textbox', 'Name').value(), 'Ben');
    await page.press('Control+K', 'Control+Shift+Z', 'Escape', 'ArrowDown');
    const keys = await page.evaluate(() => seen.keys.filter((key) => !/(Control|Shift)$/.test(key)));
    assert.deepEqual(keys.slice(-4).map((key) => key.toLowerCase()), ['control+k', 'control+shift+z', 'escape', 'arrowdown']);
    await page.get('button', 'Far below').click();
    assert.equal(await page.evaluate(() => seen.clicks), 1);
    await page.drop([{ name: 'a.txt', bytes: 'dropped' }]);
    await writeFile(join(profile, 'b.txt'), 'chosen');
    await page.setFiles('#picker', [join(profile, 'b.txt')]);
    await page.until(() => seen.files.join() === 'a.txt: dropped,b.txt: chosen');
    await page.writeClipboard('from elsewhere');
    assert.equal(await page.readClipboard(), 'from elsewhere');
    assert.ok((await page.picture()).length > 1000);
}, { site });

test('The driver keeps a profile over reloads, tabs and restarts', async ({ open, browser }) => {
    const page = await open();
    await page.get('button', 'Add').click();
    await page.get('status', /^1 saved/).waitFor();
    await page.reload();
    await page.get('status', /^1 saved/).waitFor();
    const second = await open();
    await second.get('button', 'Add').click();
    await second.get('status', /^2 saved/).waitFor();
    await page.close();
    await second.close();
    const third = await open();
    await third.get('status', /^2 saved/).waitFor();
    await browser.restart();
    await (await open()).get('status', /^2 saved/).waitFor();
    await browser.kill();
    await browser.restart();
    await (await open()).get('status', /^2 saved/).waitFor();
}, { site });

test('The driver hears errors and requests, and sets size, colours and density', async ({ open, site: server }) => {
    const page = await open();
    assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches]),
        [600, 500, 2, true]);
    await page.evaluate(() => fetch('https://example.org/').catch(() => {}));
    await page.until(() => fetch('missing.txt').then((answer) => answer.status === 404));
    const errors = await page.errors();
    assert.ok(errors.some((text) => text.includes('example.org')), `the refused request is heard of: ${errors}`);
    assert.deepEqual(server.log.slice(0, 3).sort(), ['/some/path/', '/some/path/sample.css', '/some/path/sample.js']);
    assert.ok((await page.requests()).some((url) => url.endsWith('/some/path/missing.txt')));
    assert.equal(await page.evaluate(() => globalThis.first), 'first');
}, { site, path: '/some/path/', viewport: { width: 600, height: 500 }, dark: true, scale: 2, before: [() => { globalThis.first = 'first'; }] });

test('A walk that fails is tried once more by itself, and named where it passes only then', async () => {
    let now = 0, most = 0;
    const tries = {};
    const worker = () => async (run, isSecond) => {
        most = isSecond ? Math.max(most, ++now) : most;
        tries[run] = (tries[run] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (isSecond) --now;
        return run === 'bad' || (run.startsWith('shaky') && !isSecond) ? new Error(run) : undefined;
    };
    const { passed, failed, unsteady } = await tryTwice(['good', 'shaky', 'bad', 'fine', 'shaky too'], worker, 2);
    assert.deepEqual(passed.sort(), ['fine', 'good', 'shaky', 'shaky too']);
    assert.deepEqual(unsteady.sort(), ['shaky', 'shaky too']);
    assert.deepEqual(failed, ['bad']);
    assert.deepEqual(tries, { good: 1, fine: 1, shaky: 2, 'shaky too': 2, bad: 2 });
    assert.equal(most, 1, 'nothing else runs meanwhile');
    const all = await tryTwice(Array.from({ length: mostTriedAgain + 1 }, (_, i) => `shaky ${i}`), worker, 2);
    assert.equal(all.failed.length, mostTriedAgain + 1, 'so many are no accident');
}, { only: ['chromium'], because: 'no browser takes part' });
