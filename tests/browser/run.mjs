// Runs the walk-through tests in real browsers: node tests/browser/run.mjs [--engine NAME]… [--only TEXT]…
//
//   --engine chromium|firefox|webkit   only there (may be repeated)
//   --only TEXT                        only tests whose sentence or file has this in it
//   --site DIR                         the site to test, build/site if not named
//   --jobs N                           how many at once, 2 if not said
//   --brief                            what hardly depends on the engine in one of them, dealt out in turn
//   --list                             only say what there is
//
// Each test gets a browser, a profile and a server of its own. Where one fails, what was on the screen
// is left in build/browser/ as a picture and as the tree of nodes, and it is tried once more by itself:
// see twice.mjs. Ends with a line for each that passed only then, and "N passed, N failed".

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engines, launch, openDisplay } from './driver/browser.mjs';
import { serve } from './site.mjs';
import { inFile, test, tests } from './testing.mjs';
import { tryTwice } from './twice.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const top = join(folder, '..', '..');
const { values: asked } = parseArgs({
    options: {
        engine: { type: 'string', multiple: true },
        only: { type: 'string', multiple: true },
        site: { type: 'string', default: join(top, 'build', 'site') },
        jobs: { type: 'string', default: '2' },
        brief: { type: 'boolean' },
        list: { type: 'boolean' },
    },
});
const evidence = join(top, 'build', 'browser');

for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.test.mjs')).sort()) {
    inFile(name);
    // A file that can't be read is a failure of its own, and keeps none of the others back.
    await import(`./${name}`).catch((error) => test(`${name} can be read`, () => { throw error; }, { only: [engines[0]] }));
}

const wanted = (each) => !asked.only || asked.only.some((text) => each.sentence.includes(text) || each.file.includes(text));
const runs = [];
const chosen = asked.engine ?? engines;
const dealt = tests.filter((each) => !each.everywhere && !each.options.only);
// Firefox takes nearly twice as long for the same.
const turns = chosen.length === engines.length ? ['chromium', 'webkit', 'firefox', 'chromium', 'webkit'] : chosen;
const isDealt = (each, engine) => !asked.brief || !dealt.includes(each) || turns[dealt.indexOf(each) % turns.length] === engine;
for (const engine of chosen)
    for (const each of tests.filter(wanted))
        if ((!each.options.only || each.options.only.includes(engine)) && isDealt(each, engine)) runs.push({ engine, test: each });

if (asked.list) {
    for (const { engine, test: each } of runs) console.log(`${engine.padEnd(9)} ${each.file.padEnd(24)} ${each.sentence}`);
    process.exit();
}

const seconds = {};
// What a walk began and never waited for may fail on its own: that is the fault of one of those under way, and ends
// none of the others. Each of them counts as failed and is tried again by itself, where it is clear whose it was.
const underWay = new Set();
process.on('unhandledRejection', (error) => { for (const each of underWay) each.stray ??= error; });
const { passed, failed, unsteady } = await tryTwice(runs, worker, Number(asked.jobs));
for (const [engine, sum] of Object.entries(seconds)) console.log(`${engine}: ${Math.round(sum)} s of browser time`);
for (const { engine, test: { file, sentence } } of unsteady) console.log(`unsteady: ${engine}, ${file}: ${sentence}`);
console.log(`${passed.length} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);

/** What tries one run after another, with a display of its own. */
async function worker() {
    const display = await openDisplay();
    const attempt = async (run, isSecond) => {
        const begin = performance.now();
        const error = await once(run, display);
        const took = (performance.now() - begin) / 1000;
        seconds[run.engine] = (seconds[run.engine] ?? 0) + took;
        const again = isSecond ? ', tried again by itself' : '';
        console.log(`${error ? 'FAILED' : 'ok    '} ${run.engine.padEnd(9)} ${took.toFixed(1).padStart(5)} s  ${run.test.sentence}${again}`);
        if (error) console.log(shortened(error));
        return error;
    };
    attempt.close = () => display.close();
    return attempt;
}

async function once({ engine, test: each }, { display }) {
    const { path, before, missing, limit = 90, ...options } = each.options;
    const profile = await mkdtemp(join(tmpdir(), `kith-${engine}-`));
    const site = await serve(each.options.site ?? asked.site, { path, before, missing, listen: engine === 'webkit' });
    let browser, timer, error;
    const walk = {};
    underWay.add(walk);
    try {
        const late = new Promise((_, reject) => {
            timer = setTimeout(() => reject(new Error(`not done after ${limit} s`)), limit * 1000);
        });
        await Promise.race([late, (async () => {
            browser = await launch(engine, { ...options, profile, display });
            await each.run({
                engine, browser, site, profile,
                /** Opens the page in a new tab and waits until it stands. */
                async open(place = '') {
                    const page = await browser.open(site.url + place);
                    await page.until(() => document.getElementById('stage')?.checkVisibility({ visibilityProperty: true }),
                        { timeout: 60_000, what: 'the page did not start' });
                    return page;
                },
            });
        })()]);
    } catch (thrown) {
        error = thrown;
        await keepEvidence(browser, engine, each, error).catch((reason) => console.log(`no picture: ${reason.message}`));
    }
    clearTimeout(timer);
    await Promise.race([browser?.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
    underWay.delete(walk);
    return error ?? walk.stray;
}

async function keepEvidence(browser, engine, each, error) {
    await mkdir(evidence, { recursive: true });
    const name = `${engine}-${each.sentence.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60)}`;
    for (const [i, page] of (browser?.pages ?? []).filter(({ isOpen }) => isOpen).entries()) {
        const path = join(evidence, `${name}${i ? `-${i}` : ''}`);
        await writeFile(`${path}.txt`, `${error.stack}\n\nNow:\n${await page.tree()}\n\nErrors seen:\n${(await page.errors()).join('\n')}\n`);
        await writeFile(`${path}.png`, await page.picture());
        console.log(`  see ${relative(top, path)}.png and .txt`);
    }
}

// What went wrong and where in the test; the whole of it is in the evidence.
function shortened(error) {
    const lines = (error.stack ?? String(error)).split('\n');
    const words = error.message.split('\n').slice(0, 12);
    const places = lines.filter((line) => /\.test\.mjs:\d+/.test(line)).slice(0, 2);
    return [...words, ...places].map((line) => `    ${line.slice(0, 300)}`).join('\n');
}
