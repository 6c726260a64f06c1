// What a person waits for, in browsers: node tests/browser/bench.mjs [--engine NAME]… [--site DIR]
//
// For 1,000, 10,000 and 100,000 people, brought in as LinkedIn's Connections.csv (and 10,000 and 100,000
// as vCards): the import from the press of its button to the table with everybody, and taking it back, each
// with the longest that a frame costs the page meanwhile; on opening again, the first frame and the full table,
// both from when the last file of the site had arrived; what a frame costs the page while the table is scrolled;
// from a key pressed in the finder to the results for it in the mirror tree. Times in milliseconds; of frames and
// keys, the median and the longest.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, openDisplay } from './driver/browser.mjs';
import { linkedin, vcards } from './data.mjs';
import { bring, importButton, saved, say } from './screens.mjs';
import { serve } from './site.mjs';

const { values: asked } = parseArgs({
    options: {
        engine: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
        site: { type: 'string', default: fileURLToPath(new URL('../../build/site', import.meta.url)) },
    },
});
const typed = 'anders lindq';

/** In the page: when the table of people has so many rows, by the page's clock. */
async function tableHas(people, label) {
    const grid = () => [...document.querySelectorAll('#mirror [role=grid]')].find((each) => each.getAttribute('aria-label') === label);
    for (const end = performance.now() + 120_000; grid()?.getAttribute('aria-rowcount') !== String(people + 1);) {
        if (performance.now() > end) throw new Error(`${people} people were to come, ${grid()?.getAttribute('aria-rowcount') - 1} are there`);
        await new Promise((resolve) => setTimeout(resolve, 4));
    }
    return performance.now();
}

/** In the page: notes when keys come and when the options of the finder change. */
function listen() {
    const times = globalThis.times = [];
    let pressed = 0;
    addEventListener('keydown', (event) => { pressed = event.timeStamp; }, { capture: true });
    new MutationObserver((changes) => {
        const isResult = ({ target }) => (target.closest ? target : target.parentElement)?.closest('[role=listbox], [role=option]');
        if (!pressed || !changes.some(isResult)) return;
        times.push(performance.now() - pressed);
        pressed = 0;
    }).observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true, attributes: true });
}

/** In the page: notes how long each frame keeps it busy. */
function timeFrames() {
    const times = globalThis.frameTimes = [];
    const plain = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (draw) => plain((now) => {
        const begin = performance.now();
        draw(now);
        times.push(performance.now() - begin);
    });
}

async function scroll(page) {
    await page.evaluate(timeFrames);
    for (let i = 0; i < 60; ++i) {
        await page.wheel(700, 500, i < 40 ? 300 : 100_000);
        await page.drawn();
    }
    return sorted(await page.evaluate(() => globalThis.frameTimes));
}

/** The longest frame since this was asked. */
const longest = (page) => page.evaluate(() => Math.max(0, ...globalThis.frameTimes.splice(0)));

const sorted = (times) => times.sort((a, b) => a - b);

async function measure(engine, display, people, kind) {
    const profile = await mkdtemp(join(tmpdir(), 'kith-bench-'));
    const site = await serve(asked.site);
    const browser = await launch(engine, { profile, display, viewport: { width: 1440, height: 900 } });
    const page = await browser.open(site.url);
    const file = kind === 'rows' ? ['Connections.csv', linkedin(people)] : ['people.vcf', vcards(people, { from: 0 })];
    await page.until(() => globalThis.kith?.frames > 0, { timeout: 60_000 });
    await bring(page, ...file);
    await page.evaluate(timeFrames);
    await page.evaluate(() => addEventListener('pointerdown', (event) => { globalThis.begun = event.timeStamp; }, { capture: true }));
    await importButton(page).click();
    const imported = await page.evaluate(tableHas, people, say('nav.people')) - await page.evaluate(() => globalThis.begun);
    const longestImport = await longest(page);
    await saved(page, { timeout: 120_000 });
    await page.reload();
    const whole = await page.evaluate(tableHas, people, say('nav.people'));
    const { arrived, first } = await page.evaluate(() => ({
        arrived: Math.max(...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd)),
        first: performance.getEntriesByName('kith-started')[0].startTime,
    }));
    const frames = await scroll(page);
    await page.evaluate(listen);
    await page.press('Control+K');
    await page.get('dialog', say('finder.title')).get('combobox', say('finder.title')).waitUntil((node) => node.edited);
    for (const letter of typed) {
        await page.type(letter);
        await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const keys = sorted(await page.evaluate(() => globalThis.times));
    await page.press('Escape');
    await page.until(() => !document.querySelector('#mirror [role=dialog]'));
    await longest(page);
    const undone = performance.now();
    await page.press('Control+Z');
    await page.until(() => !document.querySelector('#mirror :is([role=grid], [role=progressbar])'), { timeout: 60_000 });
    const undoing = performance.now() - undone;
    await page.press('Control+Shift+Z');
    await page.evaluate(tableHas, people, say('nav.people'));
    const longestUndo = await longest(page);
    await saved(page, { timeout: 120_000 });
    await browser.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    const ms = (value) => String(Math.round(value)).padStart(7);
    console.log(`${engine.padEnd(9)}${String(people).padStart(7)} ${kind.padEnd(5)}  import${ms(imported)} (longest${ms(longestImport)})  undo${ms(undoing)} (longest${ms(longestUndo)})  first frame${ms(first - arrived)}`
        + `  whole table${ms(whole - arrived)}  frame${ms(frames[frames.length >> 1])} (longest${ms(frames.at(-1))})  key${ms(keys[keys.length >> 1])} (longest${ms(keys.at(-1))}, ${keys.length} of ${typed.length} seen)`);
}

const { display, close } = await openDisplay();
for (const engine of asked.engine)
    for (const [people, kind] of [[1_000, 'rows'], [10_000, 'rows'], [10_000, 'cards'], [100_000, 'rows'], [100_000, 'cards']])
        await measure(engine, display, people, kind);
close();
