// Firefox through puppeteer-core over WebDriver BiDi. Not in its headless mode, which has no WebGL.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { killThoseWith } from './processes.mjs';
import { until } from './until.mjs';

export async function start(options) {
    const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: options.command,
        headless: false,
        userDataDir: options.profile,
        defaultViewport: null,
        env: { ...process.env, ...options.env, DISPLAY: options.display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
        handleSIGINT: false,
        extraPrefsFirefox: {
            'webgl.force-enabled': options.webgl,
            'webgl.disabled': !options.webgl,
            'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
            'layout.css.devPixelsPerPx': String(options.scale),
            'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
            'intl.accept_languages': 'en-GB',
            ...options.isPrivate && { 'browser.privatebrowsing.autostart': true },
            ...options.keepsNothing && { 'network.cookie.cookieBehavior': 2 },
            'browser.download.folderList': 2,
            'browser.download.dir': options.downloads,
            'browser.download.always_ask_before_handling_new_types': false,
            'browser.download.alwaysOpenPanel': false,
            'datareporting.policy.dataSubmissionEnabled': false,
        },
    });
    let first = (await browser.pages())[0];
    return {
        async newTab() {
            const page = first ?? await browser.newPage();
            first = null;
            await page.setViewport(options.viewport);
            return new Tab(page);
        },
        close: () => browser.close(),
        async kill() {
            const process = browser.process();
            const ended = new Promise((resolve) => process.once('exit', resolve));
            killThoseWith(options.profile);
            await ended;
            await browser.disconnect().catch(() => {});
            // The profile's settings are being put back; a restart in the middle of that finds none.
            await until(() => !existsSync(join(options.profile, 'user.js.puppeteer')), { what: () => 'the profile was never put back' });
        },
    };
}

class Tab {
    errors = [];
    requests = [];

    constructor(page) {
        this.page = page;
        page.on('console', (message) => {
            if (message.type() === 'error') this.errors.push(message.text());
        });
        page.on('pageerror', (error) => this.errors.push(String(error)));
        page.on('request', (request) => this.requests.push(request.url()));
    }

    goto(url) { return this.page.goto(url, { waitUntil: 'domcontentloaded' }); }
    reload() { return this.page.reload({ waitUntil: 'domcontentloaded' }); }
    back() { return this.page.goBack({ waitUntil: 'domcontentloaded' }); }
    async close() {
        // The last tab of a window does not go away with its page.
        const browser = this.page.browser();
        if ((await browser.pages()).length === 1) await browser.newPage();
        await this.page.close();
    }
    show() { return this.page.bringToFront(); }
    resize(viewport) { return this.page.setViewport(viewport); }

    evaluate(script, ...values) { return this.page.evaluate(`(${script})(...${JSON.stringify(values)})`); }

    async move(x, y) { await this.page.mouse.move(x, y); }
    async down(button) { await this.page.mouse.down({ button }); }
    async up(button) { await this.page.mouse.up({ button }); }
    async click(x, y, { button, count }) { await this.page.mouse.click(x, y, { button, count }); }
    async wheel(x, y, right, down) {
        await this.page.mouse.move(x, y);
        await this.page.mouse.wheel({ deltaX: right, deltaY: down });
    }
    async type(text) { await this.page.keyboard.type(text); }
    async key(combination) {
        const keys = combination.split('+').map((key) => (key === 'Space' ? ' ' : key));
        const last = keys.pop();
        for (const key of keys) await this.page.keyboard.down(key);
        await this.page.keyboard.press(keys.includes('Shift') && last.length === 1 ? last.toUpperCase() : last);
        for (const key of keys.reverse()) await this.page.keyboard.up(key);
    }
    async hold(key) { await this.page.keyboard.down(key); }
    async release(key) { await this.page.keyboard.up(key); }

    async picture() { return Buffer.from(await this.page.screenshot({ captureBeyondViewport: false })); }
    async setFiles(selector, paths) {
        const input = await this.page.$(selector);
        await input.uploadFile(...paths);
    }
}
