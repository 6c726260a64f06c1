// One small interface over three engines. A browser has a profile on disk and pages (page.mjs); what
// differs between engines is in chromium.mjs, firefox.mjs and webkit.mjs.
//
//     const browser = await launch('firefox', { profile: '/tmp/somewhere' });
//     const page = await browser.open('http://127.0.0.1:8000/');
//     await page.get('button', 'Add').click();
//     await browser.close();
//
// Each engine offers: start(options) → { newTab, close, kill }, and a tab: goto, reload, close, show,
// evaluate, mouse, wheel, type, key, picture, setFiles, errors, requests.

import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDisk } from './disk.mjs';
import { Page } from './page.mjs';
import { until } from './until.mjs';

export const engines = ['chromium', 'firefox', 'webkit'];
const commands = { chromium: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr', webkit: 'WebKitWebDriver' };

/** What can be asked of a browser, and what it gets otherwise. */
const defaults = {
    profile: null,          // a folder; required
    viewport: { width: 1280, height: 800 },
    dark: false,
    scale: 1,               // device pixel ratio
    touch: false,           // a phone (Chromium only)
    reducedMotion: false,   // (Chromium and Firefox)
    display: process.env.DISPLAY,
    webgl: true,            // false: without WebGL (Chromium and Firefox)
    disk: 0,                // bytes: pages' data lies on a disk of that size (disk.mjs)
    isPrivate: false,       // a private window, which can't be restarted
    keepsNothing: false,    // set so that pages may store nothing
};

export async function launch(engine, options) {
    const all = { ...defaults, ...options };
    all.downloads = join(all.profile, 'downloads');
    await mkdir(all.downloads, { recursive: true });
    // The program to start, what its surroundings add, and the disk.
    Object.assign(all, { command: commands[engine], env: {} }, all.disk && makeDisk(engine, all.profile, all.disk, commands[engine]));
    return new Browser(engine, all, await startEngine(engine, all));
}

async function startEngine(engine, options) {
    const { start } = await import(`./${engine}.mjs`);
    return start(options);
}

class Browser {
    #inner;
    pages = [];

    constructor(engine, options, inner) {
        this.engine = engine;
        this.options = options;
        this.disk = options.disk;
        this.#inner = inner;
    }

    /** A new tab in the same profile. */
    async open(url) {
        const page = new Page(this, await this.#inner.newTab());
        this.pages.push(page);
        if (url) await page.goto(url);
        return page;
    }

    /** Ends it as a person would. */
    async close() {
        const inner = this.#inner;
        this.#inner = null;
        this.pages = [];
        await inner?.close();
    }

    /** Ends it as a power cut would. */
    async kill() {
        const inner = this.#inner;
        this.#inner = null;
        this.pages = [];
        await inner?.kill();
    }

    /** Ends it and starts it again with the same profile. */
    async restart() {
        await this.close();
        this.#inner = await startEngine(this.engine, this.options);
    }

    /** The path of the next file that was downloaded, once it is whole. */
    async download(name, { timeout = 15_000 } = {}) {
        return until(async () => {
            for (const entry of await readdir(this.options.downloads)) {
                const path = join(this.options.downloads, entry);
                const matches = name instanceof RegExp ? name.test(entry) : !name || entry === name;
                if (matches && !/\.(part|crdownload|wkdownload|tmp)$/.test(entry) && (await stat(path)).size > 0) return path;
            }
            return null;
        }, { timeout, what: () => `no download ${name ?? ''} arrived` });
    }
}

/** A screen that nobody sees, with a clipboard of its own. */
export async function openDisplay(size = '1600x1200x24') {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'],
        { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((resolve, reject) => {
        let text = '';
        server.stdio[3].on('data', (chunk) => {
            text += chunk;
            if (text.includes('\n')) resolve(text.trim());
        });
        server.on('error', reject);
        server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    });
    return { display: `:${number}`, close: () => server.kill() };
}
