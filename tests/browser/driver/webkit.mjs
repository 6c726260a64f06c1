// WebKit: WebKitGTK's MiniBrowser through WebKitWebDriver and selenium-webdriver.
//
// WebDriver has one current window: all that is asked of any tab goes through one queue, and a tab is
// a window here, because one in the background takes no input. It doesn't hand out the console or the
// requests: the test server puts driver/listen.js into the page for that.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Key, Origin } from 'selenium-webdriver';
import { killThoseWith } from './processes.mjs';
import { until } from './until.mjs';

const folder = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1';

export async function start(options) {
    const home = join(options.profile, 'home');
    await mkdir(join(home, '.config'), { recursive: true });
    await writeFile(join(home, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${options.downloads}"\n`);
    const env = {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        XDG_DATA_HOME: join(home, '.local/share'),
        XDG_CACHE_HOME: join(home, '.cache'),
        DISPLAY: options.display,
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        GTK_THEME: options.dark ? 'Adwaita:dark' : 'Adwaita',
        GDK_SCALE: String(options.scale),
        LANG: 'en_GB.UTF-8',
        LC_ALL: 'en_GB.UTF-8',
        NO_AT_BRIDGE: '1',
        ...options.env,
        LD_PRELOAD: [!options.isPrivate && profileKeeper(options.profile), options.env.LD_PRELOAD].filter(Boolean).join(' '),
        KITH_WEBKIT_PROFILE: join(home, 'webkit'),
    };
    const port = await freePort();
    const service = spawn(options.command, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore', detached: true });
    const server = `http://127.0.0.1:${port}`;
    await until(() => fetch(`${server}/status`).then((answer) => answer.ok, () => false),
        { what: () => 'WebKitWebDriver did not start' });
    const nothing = options.keepsNothing ? ['--enable-html5-database=false', '--enable-html5-local-storage=false'] : [];
    const driver = await new Builder().usingServer(server).withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: join(folder, 'MiniBrowser'), args: ['--automation', ...nothing] },
    }).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });

    let queue = Promise.resolve();
    const inTurn = (work) => {
        const result = queue.then(work);
        queue = result.catch(() => {});
        return result;
    };
    const spare = await driver.getWindowHandle();
    let current = spare;
    const inWindow = (handle, work) => inTurn(async () => {
        if (current !== handle) await driver.switchTo().window(handle);
        current = handle;
        return work(driver);
    });
    return {
        // The first window stays empty: without any the session would end.
        async newTab() {
            const handle = await inTurn(async () => {
                await driver.switchTo().window(spare);
                await driver.switchTo().newWindow('window');
                return current = await driver.getWindowHandle();
            });
            const tab = new Tab((work) => inWindow(handle, work));
            await tab.resize(options.viewport);
            return tab;
        },
        async close() {
            await inTurn(() => driver.quit()).catch(() => {});
            end(service);
        },
        async kill() {
            killThoseWith(options.profile);
            await until(() => service.exitCode !== null || service.signalCode !== null);
        },
    };
}

// Compiles keep_profile.c, which takes a blink.
function profileKeeper(profile) {
    const library = join(profile, 'keep_profile.so');
    const source = fileURLToPath(new URL('keep_profile.c', import.meta.url));
    if (!existsSync(library)) execFileSync('clang', ['-shared', '-fPIC', '-O1', '-o', library, source]);
    return library;
}

function end(service) {
    try {
        process.kill(-service.pid, 'SIGKILL');
    } catch {
        // It has ended by itself.
    }
}

async function freePort() {
    const { createServer } = await import('node:net');
    return new Promise((resolve) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

const keys = {
    Control: Key.CONTROL, Shift: Key.SHIFT, Alt: Key.ALT, Meta: Key.META, Enter: Key.RETURN, Escape: Key.ESCAPE,
    Tab: Key.TAB, Backspace: Key.BACK_SPACE, Delete: Key.DELETE, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN,
    ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, Home: Key.HOME, End: Key.END, PageUp: Key.PAGE_UP,
    PageDown: Key.PAGE_DOWN, Space: ' ', F2: Key.F2, F5: Key.F5, F12: Key.F12,
};
const buttons = { left: 0, middle: 1, right: 2 };

class Tab {
    constructor(here) {
        this.here = here;
    }

    goto(url) { return this.here((driver) => driver.get(url)); }
    reload() { return this.here((driver) => driver.navigate().refresh()); }
    back() { return this.here((driver) => driver.navigate().back()); }
    close() { return this.here((driver) => driver.close()); }
    show() { return this.here(() => {}); }
    /** Makes the page this size; the window is larger by its toolbar. */
    resize({ width, height }) {
        return this.here(async (driver) => {
            for (let attempt = 0; attempt < 4; ++attempt) {
                const [insideWidth, insideHeight] = await driver.executeScript('return [innerWidth, innerHeight]');
                if (insideWidth === width && insideHeight === height) return;
                const window = await driver.manage().window().getRect();
                await driver.manage().window().setRect({ x: 0, y: 0, width: window.width + width - insideWidth, height: window.height + height - insideHeight });
            }
        });
    }

    evaluate(script, ...values) {
        return this.here(async (driver) => {
            const answer = await driver.executeAsyncScript(`
                const done = arguments[arguments.length - 1];
                Promise.resolve().then(() => (${script})(...[...arguments].slice(0, -1)))
                    .then((value) => done({ value }), (error) => done({ error: String(error) }));`, ...values);
            if (answer.error) throw new Error(answer.error);
            return answer.value ?? undefined;
        });
    }

    #act(fill) {
        return this.here((driver) => {
            const actions = driver.actions({ async: true });
            fill(actions);
            return actions.perform();
        });
    }
    #at(x, y) { return { x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT }; }
    move(x, y) { return this.#act((actions) => actions.move(this.#at(x, y))); }
    down(button = 'left') { return this.#act((actions) => actions.press(buttons[button])); }
    up(button = 'left') { return this.#act((actions) => actions.release(buttons[button])); }
    click(x, y, { button, count }) {
        return this.#act((actions) => {
            actions.move(this.#at(x, y));
            for (let i = 0; i < count; ++i) actions.press(buttons[button]).release(buttons[button]);
        });
    }
    // The driver's own wheel turns once and then loses most turns: the event is the page's.
    async wheel(x, y, right, down) {
        await this.move(x, y);
        await this.evaluate((given) => {
            const { x: clientX, y: clientY, right: deltaX, down: deltaY } = given;
            document.elementFromPoint(clientX, clientY)?.dispatchEvent(
                new WheelEvent('wheel', { clientX, clientY, deltaX, deltaY, bubbles: true, cancelable: true }));
        }, { x, y, right, down });
    }
    type(text) { return this.#act((actions) => actions.sendKeys(...[...text].map((letter) => letter === '\n' ? Key.RETURN : letter))); }
    key(combination) {
        return this.#act((actions) => {
            const held = combination.split('+').map((key) => keys[key] ?? (key.length === 1 ? key.toLowerCase() : key));
            const last = held.pop();
            for (const key of held) actions.keyDown(key);
            actions.sendKeys(last);
            for (const key of held.reverse()) actions.keyUp(key);
        });
    }
    hold(key) { return this.#act((actions) => actions.keyDown(keys[key])); }
    release(key) { return this.#act((actions) => actions.keyUp(keys[key])); }

    async picture() { return Buffer.from(await this.here((driver) => driver.takeScreenshot()), 'base64'); }
    setFiles(selector, paths) {
        return this.here(async (driver) => {
            const input = await driver.findElement({ css: selector });
            await input.sendKeys(paths.join('\n'));
        });
    }

    /** From driver/listen.js. */
    get errors() { return this.evaluate('() => globalThis.heard?.errors ?? []'); }
    get requests() { return this.evaluate('() => [...globalThis.heard?.requests ?? [], ...performance.getEntriesByType("resource").map((entry) => entry.name)]'); }
}
