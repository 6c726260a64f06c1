// A page and what is on it, by role and accessible name. Names are exact unless given as a RegExp.
//
//     await page.get('button', 'Add').click();
//     await page.get('textbox', 'First name').fill('Ana');
//     await page.get('row', /Ana/).waitFor();
//     await page.get('dialog', 'Import').get('button', 'Cancel').click();
//
// A click is a real press of the mouse at the middle of the node's box, so it is the canvas that gets
// it; text is typed with the keyboard into whatever has the focus. All waiting is for something.

import { find, tree } from './mirror.mjs';
import { until } from './until.mjs';

export class Page {
    constructor(browser, tab) {
        this.browser = browser;
        this.tab = tab;
        this.isOpen = true;
    }

    async goto(url) { await this.tab.goto(url); }
    async reload() { await this.tab.reload(); }
    async back() { await this.tab.back(); }
    /** Closes it at once, without waiting for anything. */
    async close() {
        this.isOpen = false;
        await this.tab.close();
    }
    /** Brings the tab to the front. */
    async show() { await this.tab.show(); }
    async resize(width, height) { await this.tab.resize({ width, height }); }

    /** Runs a function in the page; it and its arguments are sent as text. */
    evaluate(script, ...values) { return this.tab.evaluate(script, ...values); }

    get(role, name, states) { return new Finder(this, []).get(role, name, states); }

    /** "Enter", "Control+Shift+Z". */
    async press(...combinations) {
        for (const combination of combinations) await this.tab.key(combination);
    }
    async type(text) { await this.tab.type(text); }
    async clickAt(x, y, { button = 'left', count = 1 } = {}) { await this.tab.click(x, y, { button, count }); }
    async moveTo(x, y) { await this.tab.move(x, y); }
    /** Until what was done has been drawn. */
    async drawn() {
        await this.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))); }));
    }
    /** With the button held from the first place ({ x, y }) through all others; each gets a frame of its own. */
    async drag(from, ...others) {
        await this.tab.move(from.x, from.y);
        await this.drawn(); // as with a hand's mouse: what lies below knows of it before it is pressed
        await this.tab.down();
        let last = from;
        for (const place of others) {
            await this.tab.move((last.x + place.x) / 2, (last.y + place.y) / 2);
            await this.tab.move(place.x, place.y);
            await this.drawn();
            last = place;
        }
        await this.tab.up();
    }
    async wheel(x, y, down, right = 0) { await this.tab.wheel(x, y, right, down); }

    /** Drops files ({ name, type, bytes }) on the middle of the page, as if dragged from outside. */
    async drop(files) {
        const sent = files.map(({ name, type = '', bytes }) => ({ name, type, bytes: Buffer.from(bytes).toString('base64') }));
        await this.evaluate((given) => {
            const transfer = new DataTransfer();
            for (const { name, type, bytes } of given)
                transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
            const x = innerWidth / 2, y = innerHeight / 2;
            const target = document.elementFromPoint(x, y);
            for (const kind of ['dragenter', 'dragover', 'drop'])
                target.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true, clientX: x, clientY: y }));
        }, sent);
    }
    /** Puts files into the page's own file input, as choosing them in the picker does. */
    async setFiles(selector, paths) { await this.tab.setFiles(selector, paths); }

    /** What the system's clipboard holds; by way of a page of its own, with the keyboard. */
    async readClipboard() {
        return this.#inScratch(async (scratch) => {
            await scratch.press('Control+V');
            return until(() => scratch.evaluate(() => document.activeElement.value),
                { timeout: 2000, what: () => 'the clipboard is empty' });
        });
    }
    async writeClipboard(text) {
        await this.#inScratch(async (scratch) => {
            await scratch.evaluate((given) => { document.activeElement.value = given; }, text);
            await scratch.press('Control+A');
            await scratch.press('Control+C');
        });
    }
    async #inScratch(work) {
        const scratch = await this.browser.open(new URL('/__scratch/', await this.evaluate(() => location.href)).href);
        await scratch.show();
        await scratch.clickAt(100, 100);
        await until(() => scratch.evaluate(() => document.activeElement?.localName === 'textarea'));
        const result = await work(scratch);
        await scratch.close();
        await this.show();
        return result;
    }

    async picture() { return this.tab.picture(); }
    async errors() { return [...await this.tab.errors]; }
    async requests() { return [...await this.tab.requests]; }
    async tree() { return this.evaluate(tree); }

    /** Waits until the function, run in the page, returns something truthy. */
    async until(script, { timeout = 15_000, values = [], what = `waited for ${script}` } = {}) {
        const asks = `async (...given) => Boolean(await (${script})(...given))`;
        return until(() => this.evaluate(asks, ...values).catch((error) => betweenPages(error) && null), { timeout, what: () => what });
    }
}

class Finder {
    constructor(page, path) {
        this.page = page;
        this.path = path;
    }

    /** Inside this. `states` are ARIA states: { selected: true, level: 2 }. */
    get(role, name, states) {
        const step = { role };
        if (name instanceof RegExp) Object.assign(step, { pattern: name.source, flags: name.flags });
        else if (name !== undefined) step.name = name;
        if (states) step.states = states;
        return new Finder(this.page, [...this.path, step]);
    }
    nth(index) {
        const path = this.path.slice();
        path.push({ ...path.pop(), nth: index });
        return new Finder(this.page, path);
    }
    first() { return this.nth(0); }
    last() { return this.nth(-1); }

    toString() {
        return this.path.map(({ role, name, pattern, flags, nth, states }) => [role ?? 'anything',
            name !== undefined ? `“${name}”` : pattern !== undefined ? `/${pattern}/${flags}` : '',
            states ? JSON.stringify(states) : '', nth !== undefined ? `(${nth})` : ''].filter(Boolean).join(' ')).join(' › ');
    }

    all() { return this.page.evaluate(find, this.path).catch(betweenPages); }
    async count() { return (await this.all()).length; }
    async exists() { return await this.count() > 0; }
    async names() { return (await this.all()).map(({ name }) => name); }

    /** What is known of it: role, name, value, text, description, states, focused, box. Waits until it is there. */
    async look({ timeout = 15_000 } = {}) {
        let found = [];
        await until(async () => (found = await this.all()).length > 0, { timeout, what: () => this.#failure('is not there') });
        if (found.length > 1) throw new Error(await this.#failure(`is ambiguous: ${found.map(({ name }) => `“${name}”`).join(', ')}`));
        return found[0];
    }
    async waitFor(options) { await this.look(options); }
    async waitGone({ timeout = 15_000 } = {}) {
        await until(async () => await this.count() === 0, { timeout, what: () => this.#failure('is still there') });
    }
    /** Waits until what is known of it satisfies `test`, and returns it. */
    async waitUntil(test, { timeout = 15_000 } = {}) {
        let last;
        await until(async () => {
            const found = await this.all();
            last = found[0];
            return found.length === 1 && test(last);
        }, { timeout, what: () => this.#failure(`never came to ${test} (last: ${JSON.stringify(last)})`) });
        return last;
    }
    async text() { return (await this.look()).text; }
    async value() { return (await this.look()).value; }
    async name() { return (await this.look()).name; }
    async state(name) { return (await this.look()).states[name]; }

    /** Its middle, once it is in view, uncovered and has come to rest. */
    async place({ timeout = 15_000 } = {}) {
        let last = '', since = 0, wheeled = 0;
        return until(async () => {
            const found = await this.look({ timeout });
            if (found.covered) return last = '';
            const place = visible(found);
            if (!place) {
                // The way a person would: with the wheel, first down, then all the way up and down again.
                const over = await this.#container();
                await this.page.wheel(over.x, over.y, ++wheeled === 20 ? -100_000 : 240);
                last = '';
                return null;
            }
            // At rest: nothing was drawn for a moment, or it stays where it is while something else moves.
            const now = JSON.stringify(place);
            const rests = last === `${now} ${found.frames}` || (last.startsWith(now) && Date.now() - since > 500);
            if (!last.startsWith(now)) since = Date.now();
            last = `${now} ${found.frames}`;
            return rests ? place : null;
        }, { timeout, every: 80, what: () => this.#failure('can’t be reached (off screen, covered by a dialog, or moving)') });
    }
    // Where to turn the wheel: over the nearest container that is in view.
    async #container() {
        return this.page.evaluate((id) => {
            for (let element = document.getElementById(id)?.parentElement; element; element = element.parentElement) {
                const box = element.getBoundingClientRect();
                const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
                const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
                if (right - left > 8 && bottom - top > 8) return { x: (left + right) / 2, y: (top + bottom) / 2 };
            }
            return { x: innerWidth / 2, y: innerHeight / 2 };
        }, (await this.look()).id);
    }

    async click({ button = 'left', count = 1, holding } = {}) {
        const { x, y } = await this.place();
        if (holding) await this.page.tab.hold(holding);
        await this.page.tab.click(x, y, { button, count });
        if (holding) await this.page.tab.release(holding);
    }
    async doubleClick() { await this.click({ count: 2 }); }
    async hover() {
        const { x, y } = await this.place();
        await this.page.tab.move(x, y);
    }
    async tap() {
        const { x, y } = await this.place();
        await this.page.tab.tap(x, y);
    }

    /** Begins editing: clicks it and waits until it is a real field with the focus. */
    async edit() {
        await this.click();
        await this.waitUntil((node) => node.edited);
    }
    /** Replaces the text of a field by typing. `then` is a key pressed at the end, "Enter". */
    async fill(text, { then } = {}) {
        await this.edit();
        await this.page.press('Control+A');
        if (text === '') await this.page.press('Delete');
        else await this.page.type(text);
        if (!then) return;
        await this.waitUntil((node) => node.value === text); // a slow page is not hurried: it tells which of the two got lost
        await this.page.press(then);
    }
    /** What a screen reader does: asks the element itself. */
    async activate() {
        const { id } = await this.look();
        await this.page.evaluate((element) => document.getElementById(element).click(), id);
    }

    async #failure(what) {
        return `${this} ${what}`;
    }
}

// While one page goes and the next comes there is nothing to be found, which is no error.
function betweenPages(error) {
    if (/context was destroyed|navigat|no such (frame|window)|realm|discarded|Cannot find context/i.test(error.message)) return [];
    throw error;
}

function visible({ box, width, height }) {
    const least = 8;
    const left = Math.max(box.left, 0), right = Math.min(box.right, width);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, height);
    if (right - left < least || bottom - top < least) return null; // as good as hidden
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
