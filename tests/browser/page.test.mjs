// The page around the app: what it draws and when, what it asks for, what it leaves to the browser,
// and what it says where it can't run.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decode, difference, hex } from './driver/picture.mjs';
import { until } from './driver/until.mjs';
import { rest } from './screens.mjs';
import { test } from './testing.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

test('A page at rest draws nothing in two seconds', async ({ open }) => {
    const page = await open();
    const before = await rest(page);
    await new Promise((resolve) => setTimeout(resolve, 2000)); // the one wait for a time: nothing is to happen in it
    assert.equal(await page.evaluate(() => kith.frames), before);
    await page.moveTo(300, 300);
    await page.until((frames) => kith.frames > frames, { values: [before], what: 'the mouse wakes it' });
});

test('A page makes no inline script run', async ({ open }) => {
    const page = await open();
    assert.equal(await page.evaluate(() => {
        const script = document.createElement('script');
        try {
            script.textContent = 'globalThis.injected = true';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="globalThis.injected = true">');
        } catch {
            // Trusted types, where the browser has them.
        }
        return globalThis.injected ?? false;
    }), false);
});

test('A lost graphics context comes back with the same picture', async ({ open }) => {
    const page = await open();
    await rest(page);
    const before = decode(await page.picture());
    await page.evaluate(() => {
        globalThis.loser = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        loser.loseContext();
    });
    await page.until(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
    await page.moveTo(200, 200); // asks for a frame that can't be drawn
    await page.evaluate(() => loser.restoreContext());
    await page.until(() => !document.getElementById('canvas').getContext('webgl2').isContextLost());
    await page.moveTo(2, 2);
    await until(async () => difference(before, decode(await page.picture())) < 0.005,
        { what: () => 'the picture is not what it was' });
    assert.deepEqual((await page.errors()).filter((text) => !/context/i.test(text)), []);
});

test('Reload, zoom, find, new tab and the developer tools stay the browser’s', async ({ open }) => {
    const page = await open();
    const blocked = await page.evaluate(() => {
        const keys = [['F5', 116], ['F12', 123], ['F6', 117], ['F11', 122], ['Control+r', 82], ['Control+Shift+R', 82], ['Control+Shift+I', 73],
            ['Control+Shift+J', 74], ['Control+=', 187], ['Control++', 187], ['Control+-', 189], ['Control+0', 48], ['Control+t', 84], ['Control+w', 87],
            ['Control+l', 76], ['Control+f', 70], ['Control+p', 80], ['Control+Tab', 9], ['Alt+ArrowLeft', 37], ['Control+c', 67], ['Control+v', 86]];
        const stage = document.getElementById('stage');
        const codes = { '=': 'Equal', '+': 'Equal', '-': 'Minus', 0: 'Digit0' };
        const prevented = [];
        for (const [combination, keyCode] of keys) {
            const parts = combination.endsWith('++') ? ['Control', '+'] : combination.split('+');
            const key = parts.pop();
            for (const kind of ['keydown', 'keyup']) {
                const event = new KeyboardEvent(kind, {
                    key, code: codes[key] ?? (key.length === 1 ? `Key${key.toUpperCase()}` : key), bubbles: true, cancelable: true,
                    ctrlKey: parts.includes('Control'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'),
                });
                Object.defineProperty(event, 'keyCode', { value: keyCode });
                if (!stage.dispatchEvent(event)) prevented.push(combination);
            }
        }
        const wheel = new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true });
        if (!document.getElementById('canvas').dispatchEvent(wheel)) prevented.push('Control+wheel');
        return prevented;
    });
    assert.deepEqual(blocked, []);
});

test('The page is light where the system is light', async ({ open }) => {
    const page = await open();
    await rest(page);
    const picture = decode(await page.picture());
    assert.ok(['#F6F6F3', '#FFFFFF'].includes(hex(picture.at(picture.width - 3, picture.height - 3))), 'the ground of LOOK.md');
}, { dark: false });

test('The page is dark where the system is dark', async ({ open }) => {
    const page = await open();
    await rest(page);
    const picture = decode(await page.picture());
    assert.ok(['#151618', '#1D1E21'].includes(hex(picture.at(picture.width - 3, picture.height - 3))), 'the ground of LOOK.md');
}, { dark: true });

test('The page is crisp at two device pixels to a CSS pixel', async ({ open }) => {
    const page = await open();
    await rest(page);
    assert.deepEqual(await page.evaluate(() => {
        const canvas = document.getElementById('canvas');
        return [devicePixelRatio, canvas.width, canvas.height];
    }), [2, 1600, 1200]);
    const picture = decode(await page.picture());
    assert.equal(picture.width, 1600);
    // A picture that was blown up is made of blocks of two by two equal pixels.
    let uneven = 0;
    for (let y = 0; y < 1200; y += 2)
        for (let x = 0; x < 1600; x += 2)
            if (String(picture.at(x, y)) !== String(picture.at(x + 1, y))) ++uneven;
    assert.ok(uneven > 300, `${uneven} blocks have detail of their own`);
}, { scale: 2, viewport: { width: 800, height: 600 } });

test('The page follows the window’s size', async ({ open }) => {
    const page = await open();
    // 460: WebKit's window gets no narrower.
    for (const [width, height] of [[700, 500], [460, 760], [1200, 820]]) {
        await page.resize(width, height);
        await page.until((w, h) => {
            const canvas = document.getElementById('canvas');
            return innerWidth === w && canvas.width === w && canvas.height === h;
        }, { values: [width, height], what: `the canvas is ${width}×${height}` });
        const outside = await page.evaluate(() => [...document.querySelectorAll('#mirror [role="button"]')]
            .map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0 && box.left >= innerWidth).length);
        assert.equal(outside, 0, 'nothing hangs over the edge');
    }
});

test('The packed site runs below any path', async ({ open, site }) => {
    const page = await open();
    await rest(page);
    for (const asked of site.log) assert.ok(asked.startsWith('/some/path/') || asked === '/favicon.ico', asked);
    assert.deepEqual(await page.errors(), []);
}, { path: '/some/path/' });

test('Without WebAssembly the page says so', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.get('heading', 'This browser can’t run Kith').waitFor();
    assert.equal(await page.get('main').count(), 1, 'and shows nothing else');
}, { before: [() => { delete globalThis.WebAssembly; }] });

test('Without WebGL 2 the page says so and offers what is stored', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.get('heading', 'This browser can’t draw Kith').waitFor();
    assert.equal(await page.get('main').count(), 1, 'and shows nothing else');
}, {
    before: [() => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : getContext.call(this, kind, ...more); };
    }],
});

test('In a browser whose graphics are off the page says so', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.get('heading', 'This browser can’t draw Kith').waitFor();
}, { webgl: false, only: ['chromium', 'firefox'], because: 'WebKitGTK has no switch for it' });

test('The page in the place of the program shows what happened, also before it, and gives it to the clipboard', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.evaluate(() => kith.log('storage', 'not saved', new DOMException('the disk is full', 'QuotaExceededError')));
    await page.close();
    const dark = await browser.open(`${site.url}?no-webgl`);
    await dark.get('heading', 'This browser can’t draw Kith').waitFor();
    const shown = await dark.evaluate(() => {
        navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };
        document.querySelector('#no-webgl summary').click();
        document.getElementById('log-copy').click();
        return document.getElementById('log-lines').innerText;
    });
    assert.match(shown, /storage: not saved \(QuotaExceededError: the disk is full\)\n.*page: no-webgl$/);
    await dark.until(() => !document.getElementById('log-copied').hidden);
    assert.equal(await dark.evaluate(() => globalThis.copied), shown);
    await dark.evaluate(`() => { ${axe} }`);
    assert.deepEqual(await dark.evaluate(async () => (await globalThis.axe.run(document.getElementById('no-webgl')))
        .violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`)), []);
}, {
    before: [() => {
        if (!location.search.includes('no-webgl')) return;
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === 'webgl2' ? null : getContext.call(this, kind, ...more); };
    }],
});

test('When a file doesn’t arrive the page says which and offers to reload', async ({ browser, site }) => {
    const page = await browser.open(site.url);
    await page.get('heading', 'Kith did not load').waitFor();
    assert.match(await page.evaluate(() => document.getElementById('not-loaded-why').textContent), /wasm/);
    await page.get('button', 'Reload').waitFor();
    assert.match(await page.evaluate(() => kith.logged().join()), /page: not-loaded \(… 404\)$/);
}, { missing: /\.wasm$/ });
