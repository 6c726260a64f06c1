// Chromium through playwright-core, with a profile on disk: a context without one keeps storage in
// memory only.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { killThoseWith } from './processes.mjs';
import { until } from './until.mjs';

export async function start(options) {
    const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
    args.push(...options.webgl ? ['--enable-unsafe-swiftshader'] : ['--disable-gpu', '--disable-3d-apis']);
    // Emulated density leaves the device pixels that a page measures as they were; this doesn't.
    const isDense = options.scale !== 1 && !options.touch;
    if (isDense) args.push(`--force-device-scale-factor=${options.scale}`);
    if (options.keepsNothing) {
        await mkdir(join(options.profile, 'Default'), { recursive: true });
        await writeFile(join(options.profile, 'Default', 'Preferences'),
            JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
    }
    const program = {
        executablePath: options.command,
        env: { ...process.env, ...options.env },
        headless: true,
        args,
        chromiumSandbox: false,
        handleSIGINT: false,
    };
    const surroundings = {
        viewport: isDense ? null : options.viewport,
        colorScheme: options.dark ? 'dark' : 'light',
        reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
        ...!isDense && { deviceScaleFactor: options.scale, hasTouch: options.touch, isMobile: options.touch },
        locale: 'en-GB',
        timezoneId: 'UTC',
    };
    // A context beside the profile's own is what a private window has.
    const browser = options.isPrivate ? await chromium.launch(program) : null;
    const context = await (browser ? browser.newContext(surroundings)
        : chromium.launchPersistentContext(options.profile, { ...program, ...surroundings }));
    let first = context.pages()[0];
    return {
        async newTab() {
            const page = first ?? await context.newPage();
            first = null;
            if (isDense) await fit(page, options.viewport);
            return new Tab(page, options);
        },
        close: () => (browser ?? context).close(),
        async kill() {
            const ended = new Promise((resolve) => context.once('close', resolve));
            killThoseWith(options.profile);
            await ended;
        },
    };
}

// Makes the window so large that the page in it has this size.
async function fit(page, { width, height }) {
    const session = await page.context().newCDPSession(page);
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
    const [insideWidth, insideHeight] = await page.evaluate('[innerWidth, innerHeight]');
    await session.send('Browser.setWindowBounds', {
        windowId, bounds: { width: bounds.width + width - insideWidth, height: bounds.height + height - insideHeight },
    });
    await until(() => page.evaluate(`innerWidth === ${width} && innerHeight === ${height}`), { what: () => 'the window can’t be fitted' });
}

class Tab {
    errors = [];
    requests = [];

    constructor(page, options) {
        this.page = page;
        page.on('console', (message) => {
            if (message.type() === 'error') this.errors.push(message.text());
        });
        page.on('pageerror', (error) => this.errors.push(String(error)));
        page.on('request', (request) => this.requests.push(request.url()));
        page.on('download', (file) => file.saveAs(join(options.downloads, file.suggestedFilename())).catch(() => {}));
    }

    goto(url) { return this.page.goto(url, { waitUntil: 'domcontentloaded' }); }
    reload() { return this.page.reload({ waitUntil: 'domcontentloaded' }); }
    back() { return this.page.goBack({ waitUntil: 'domcontentloaded' }); }
    close() { return this.page.close(); }
    show() { return this.page.bringToFront(); }
    resize(viewport) { return this.page.setViewportSize(viewport); }

    evaluate(script, ...values) {
        return this.page.evaluate(`(${script})(...${JSON.stringify(values)})`);
    }

    async move(x, y) { await this.page.mouse.move(x, y); }
    async down(button) { await this.page.mouse.down({ button }); }
    async up(button) { await this.page.mouse.up({ button }); }
    async click(x, y, { button, count }) { await this.page.mouse.click(x, y, { button, clickCount: count }); }
    async tap(x, y) { await this.page.touchscreen.tap(x, y); }
    async wheel(x, y, right, down) {
        await this.page.mouse.move(x, y);
        await this.page.mouse.wheel(right, down);
    }
    async type(text) { await this.page.keyboard.type(text); }
    async key(combination) { await this.page.keyboard.press(combination); }
    async hold(key) { await this.page.keyboard.down(key); }
    async release(key) { await this.page.keyboard.up(key); }

    picture() { return this.page.screenshot({ animations: 'allow', caret: 'initial' }); }
    async setFiles(selector, paths) { await this.page.setInputFiles(selector, paths); }
    /** Does what opens the file picker, and chooses these files in it. */
    async chooseFiles(open, paths) {
        const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), open()]);
        await chooser.setFiles(paths);
    }

    /** The developer tools' own protocol, for what no engine has in common (input methods). */
    async protocol() { return this.page.context().newCDPSession(this.page); }
}
