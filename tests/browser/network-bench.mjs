// The network's picture while one pans over it: node tests/browser/network-bench.mjs [--people N]… [--site DIR]
//
// For each number of people (5,000 and 100,000, if none is named) with five ties each, in a .kith file that
// kith_bench makes: how long the Network screen works until its picture stands, the longest frame meanwhile, and
// what a frame costs the page while the picture is dragged to and fro: all of them, the middle one, the slowest in
// twenty. Chromium with software rendering, as on any machine without a graphics card.

import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, openDisplay } from './driver/browser.mjs';
import { go, saved, say, table } from './screens.mjs';
import { serve } from './site.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const { values: asked } = parseArgs({
    options: {
        people: { type: 'string', multiple: true, default: ['5000', '100000'] },
        site: { type: 'string', default: join(top, 'build/site') },
    },
});

/** In the page: notes how long each frame of Kith keeps it busy, and when it was begun. */
function timeFrames() {
    const frames = globalThis.frameTimes = [];
    const plain = globalThis.plainFrame = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (draw) => plain.call(globalThis, (now) => {
        const begin = performance.now();
        draw(now);
        frames.push({ at: now, took: performance.now() - begin });
    });
}

/** In the page: drags the picture to and fro, a place for each frame, as a mouse that moves all the time. It
 *  begins at the upper edge, where nobody stands who would be dragged instead. */
async function pan() {
    const canvas = document.querySelector('canvas');
    const { left, top, right, bottom } = document.querySelector('#mirror [role=application]').getBoundingClientRect();
    const mouse = (type, i) => {
        const clientX = left + (right - left) * (0.5 + 0.3 * Math.sin(i / 7)), clientY = top + (bottom - top) * (0.33 - 0.3 * Math.cos(i / 11));
        const how = { clientX, clientY, screenX: clientX, screenY: clientY, bubbles: true, cancelable: true, buttons: type === 'up' ? 0 : 1 };
        canvas.dispatchEvent(new PointerEvent(`pointer${type}`, { ...how, pointerType: 'mouse', isPrimary: true }));
        canvas.dispatchEvent(new MouseEvent(`mouse${type}`, how));
    };
    const frame = () => new Promise((resolve) => globalThis.plainFrame.call(globalThis, resolve));
    mouse('move', 0);
    await frame();
    mouse('down', 0);
    for (let i = 1; i <= 120; ++i) {
        await frame();
        mouse('move', i);
    }
    mouse('up', 120);
    await frame();
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const worst = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)];
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function measure(display, people) {
    const folder = await mkdtemp(join(tmpdir(), 'kith-network-'));
    const file = join(folder, 'network.kith');
    execFileSync(join(top, 'build/release/bin/kith_bench'), ['workspace', people, file]);
    const site = await serve(asked.site);
    const browser = await launch('chromium', { profile: join(folder, 'profile'), display, viewport: { width: 1440, height: 900 } });
    const page = await browser.open(site.url);
    await page.until(() => globalThis.kith?.frames > 0, { timeout: 60_000 });
    await page.drop([{ name: 'network.kith', bytes: await readFile(file) }]);
    await table(page).waitFor({ timeout: 120_000 }); // there was nothing to merge it with
    await saved(page, { timeout: 120_000 });
    await page.evaluate(timeFrames);
    const begun = await page.evaluate(() => performance.now());
    await go(page, 'network');
    await page.get('application', say('network.picture_name')).waitFor({ timeout: 120_000 });
    const stands = await page.evaluate(() => performance.now());
    const working = await page.evaluate(() => globalThis.frameTimes.splice(0).map(({ took }) => took));
    await new Promise((resolve) => setTimeout(resolve, 15_000)); // settling and measuring
    const settling = await page.evaluate(() => globalThis.frameTimes.splice(0).map(({ took }) => took));

    await page.evaluate(pan);
    const panned = await page.evaluate(() => globalThis.frameTimes.splice(0));
    const took = panned.map((frame) => frame.took), between = panned.slice(1).map((frame, i) => frame.at - panned[i].at);
    console.log(`${String(people).padStart(7)} people: picture after ${ms(stands - begun)}, longest frame until then ${ms(Math.max(...working))}, while settling ${ms(Math.max(0, ...settling))}; `
        + `panning: a frame takes ${ms(middle(took))} (1 in 20: ${ms(worst(took))}), shown every ${ms(middle(between))} (1 in 20: ${ms(worst(between))})`);
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

const { display, close } = await openDisplay();
for (const people of asked.people) await measure(display, people);
close();
