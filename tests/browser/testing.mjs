// How a browser test is written: a sentence, and what shows that it is true.
//
//     test('A person that was added is there after a reload', async ({ open }) => {
//         const page = await open();
//         …
//     }, { viewport: { width: 390, height: 844 } });
//
// Options: those of driver/browser.mjs (viewport, dark, scale, touch, …), those of site.mjs (path,
// before, missing), `limit` in seconds, and `only: ['chromium'], because: '…'` for what not every engine can show.

export const tests = [];
let file = '', everywhere = false;

export function inFile(name) {
    file = name;
    everywhere = false;
}

/** The tests of this file go through every engine even in brief, where others go through one. */
export function inEveryEngine() { everywhere = true; }

export function test(sentence, run, options = {}) {
    tests.push({ sentence, run, options, file, everywhere });
}
