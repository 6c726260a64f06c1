// What one saved edit costs, whatever the size of the workspace: node tests/browser/storage/bench.mjs
// [--engine NAME]. For 1,000, 10,000 and 100,000 people: the time until everything is read on opening,
// the call that notes an edit, from the end of the pause to "saved" with both copies written, the
// longest time that the page was kept busy meanwhile, and the bytes that were written.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, openDisplay } from '../driver/browser.mjs';
import { serve } from '../site.mjs';

const { engine } = parseArgs({ options: { engine: { type: 'string', default: 'chromium' } } }).values;
const edits = 20;

function measure(count) {
    return (async () => {
        const { put } = IDBObjectStore.prototype;
        let bytes = 0;
        IDBObjectStore.prototype.put = function (value, key) {
            bytes += value.contents?.length ?? 0;
            return put.call(this, value, key);
        };
        const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
        const noting = [], saving = [], blocks = [], sizes = [];
        for (let i = 0; i < count; ++i) {
            bytes = 0;
            let longest = 0, last = performance.now(), going = true;
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                const now = performance.now();
                longest = Math.max(longest, now - last);
                last = now;
                if (going) channel.port2.postMessage(0);
            };
            const before = performance.now();
            probe.edit(`Edit ${i}`);
            noting.push(performance.now() - before);
            channel.port2.postMessage(0);
            await new Promise((resolve) => setTimeout(resolve, 290));
            longest = 0;
            await probe.saved();
            saving.push(performance.now() - before - 300);
            going = false;
            blocks.push(longest);
            sizes.push(bytes);
        }
        return { noting: middle(noting), saving: middle(saving), block: middle(blocks), bytes: middle(sizes) };
    })();
}

const { display, close } = await openDisplay();
console.log(`${engine}: people, opened ms, edit noted ms, saved ms after the pause, longest block ms, bytes`);
for (const people of [1_000, 10_000, 100_000]) {
    const profile = await mkdtemp(join(tmpdir(), 'kith-bench-'));
    const site = await serve(fileURLToPath(new URL('../../../build/web/probe', import.meta.url)));
    const browser = await launch(engine, { profile, display });
    const page = await browser.open(site.url);
    await page.until(() => Boolean(globalThis.probe));
    await page.evaluate((count) => probe.edit('Person', count), people);
    await page.until(() => probe.state() === 'saved', { timeout: 60_000 });
    await page.reload();
    await page.until(() => Boolean(globalThis.probe), { timeout: 60_000 });
    const opened = await page.evaluate(() => openedAt - performance.getEntriesByName(new URL('probe.wasm', location.href).href)[0].responseEnd);
    const { noting, saving, block, bytes } = await page.evaluate(measure, edits);
    console.log([people, Math.round(opened), noting.toFixed(2), saving.toFixed(1), block.toFixed(1), bytes].join(', '));
    await browser.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
close();
