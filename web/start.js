// Start-up: is everything there, load the program and say how far it is, start it; and the pages that
// are shown instead when that can't be done or when the program had to stop.
//
// globalThis.kith is where page, program and tests meet:
//   frames   how many frames were drawn
//   ready    a promise, kept when the first frame is on the screen
//   rescue   from rescue.js: () => Promise<[{ name, blob }]>, the data as a file, without the program
//   notice   (name, error) shows one of the notices at the edge of the page
//   stopped  (page, why) shows a page in the place of the program
//   log      from rescue.js: (station, what, error) notes what happened; cause, logged, forgetLog beside it
//   stopping set by storage: called when the program ends badly
//   leaving  set by the text field: what is being typed counts as it is
//   unlocked called by storage: a passphrase was typed, and the data are being read
//   dropped  files that were dropped before the program listens; it takes them and leaves null
//   again    from the page itself: loads the newest version, past every cache
//   renew    from offline.js: () => Promise, loads a newer version if there is one; else false
//   arriving a promise while the second part of the program is on its way, else null: no frames then
//   needRest () => Promise, kept when the second part is there; asks for it if nobody has
//   whole    a promise, kept when the second part is there, whoever asks; isWhole says whether it is
//
// The program comes in two parts (shell/browser/parts/split.py): the first can show an empty Kith, the rest comes
// when somebody begins to do something, or at once where they did before.

'use strict';

{
    const element = (id) => document.getElementById(id);
    let isReady, isComplete;
    const kith = Object.assign(globalThis.kith ??= {}, {
        frames: 0,
        ready: new Promise((resolve) => { isReady = resolve; }),
        whole: new Promise((resolve) => { isComplete = resolve; }),
        isWhole: false,
        dropped: [],
        arriving: null,
        needRest: () => needRest(),
        stopped: (page, why) => stop(page, why),
        notice: (name, error) => notice(name, error),
        unlocked() {
            show('loading');
            element('stage').hidden = false; // it is measured
        },
        started() {
            show('stage');
            performance.mark('kith-started'); // for the benchmark
            element('stage').classList.remove('waiting');
            element('stage').focus({ preventScroll: true });
            for (const kind of ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'click', 'focusin', 'input', 'dragenter'])
                addEventListener(kind, needRest, { capture: true, passive: true, once: true });
            isReady();
        },
    });

    // Else the browser would open the file in the place of Kith.
    for (const kind of ['dragover', 'drop'])
        addEventListener(kind, (event) => {
            if (!kith.dropped || !event.dataTransfer?.types.includes('Files')) return;
            event.preventDefault();
            if (kind === 'drop') kith.dropped.push(...event.dataTransfer.files);
        });

    function show(id) {
        for (const page of document.querySelectorAll('#stage, main.page')) page.hidden = page.id !== id;
        if (!kith.rescue || id === 'stage') return;
        for (const offer of document.querySelectorAll('.rescue')) offer.hidden = false;
        if (['loading', 'lock'].includes(id)) return;
        // What happened until now.
        const lines = kith.logged();
        element(id).append(element('log'));
        element('log').hidden = !lines.length;
        element('log-lines').textContent = lines.join('\n');
    }

    function stop(page, why) {
        // The first reason is the one that matters; what follows is its debris.
        for (const other of document.querySelectorAll('main.page'))
            if (!other.hidden && !['loading', 'restore', 'lock'].includes(other.id)) return;
        if (page === 'aborted') kith.stopping?.();
        if (page !== 'lock') kith.log?.('page', page, why);
        if (element(`${page}-why`)) element(`${page}-why`).textContent = (why.message ?? why) + (why.cause ? ` (${kith.cause(why)})` : '');
        show(page);
    }

    function notice(name, error) {
        const shown = element(`notice-${name}`), why = shown.querySelector('.why'), cause = kith.cause?.(error);
        if (why) why.textContent = cause ? `The browser said: “${cause}”` : '';
        if (name !== 'arriving') kith.log?.('notice', name, error);
        shown.hidden = false;
        // A live region speaks of what comes into it.
        element('notices').append(shown);
    }

    function hasWebgl() {
        try {
            const context = document.createElement('canvas').getContext('webgl2');
            context?.getExtension('WEBGL_lose_context')?.loseContext();
            return context !== null;
        } catch {
            return false;
        }
    }

    function download({ name, blob }) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }

    const rescue = async () => (await kith.rescue()).forEach(download);
    const saveDamaged = async () => (await kith.setAside()).forEach(download);

    // The program while it arrives, counted. Where the size is unknown (compressed on the way) the bar
    // just moves.
    async function fetchProgram(url) {
        const response = await fetch(url, { credentials: 'same-origin' });
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        const size = response.headers.get('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length'));
        if (!size || !globalThis.TransformStream) return response;
        const bar = element('progress');
        let arrived = 0;
        const counted = response.body.pipeThrough(new TransformStream({
            transform(chunk, controller) {
                arrived += chunk.byteLength;
                bar.value = Math.min(arrived / size, 1);
                controller.enqueue(chunk);
            },
        }));
        return new Response(counted, { headers: { 'Content-Type': 'application/wasm' } });
    }

    async function instantiate(response, imports) {
        if (!response.ok) throw new Error(`${response.url.split('/').pop()}: ${response.status}`);
        try {
            return await WebAssembly.instantiateStreaming(response.clone(), imports);
        } catch (error) {
            if (!(error instanceof TypeError)) throw error;
            return WebAssembly.instantiate(await response.arrayBuffer(), imports); // served as another type
        }
    }

    const rest = 'kith-rest.wasm';
    const mark = `kith rest ${new URL('.', location.href).pathname}`; // pages of one host share this storage
    const wasUsed = () => {
        try {
            return localStorage.getItem(mark) !== null;
        } catch {
            return false;
        }
    };
    let first; // the exports of the first part

    function restIsHere() {
        kith.isWhole = true;
        isComplete();
        try {
            localStorage.setItem(mark, '1');
        } catch { /* the next start just waits a little more */ }
    }

    // Gives up only with the page: without the rest nothing can be done, and the network may come back.
    async function bringRest(early) {
        for (let response = early; ; response = undefined)
            try {
                await instantiate(await (response ?? fetch(rest, { credentials: 'same-origin' })), { first });
                element('notice-not-arrived').hidden = true;
                return restIsHere();
            } catch (error) {
                if (kith.isWhole) return undefined;
                await kith.renew?.(); // it may be there no more
                notice('not-arrived', error);
                await new Promise((again) => { element('arrive-again').onclick = again; });
            }
    }

    function needRest() {
        if (kith.isWhole) return Promise.resolve();
        if (kith.arriving) return kith.arriving;
        const late = setTimeout(() => notice('arriving'), 400);
        kith.arriving = bringRest().finally(() => {
            clearTimeout(late);
            element('notice-arriving').hidden = true;
            kith.arriving = null;
        });
        return kith.arriving;
    }

    // Where the first part calls what is in the rest before it has come: the page waits for it, badly, but
    // does what was asked. Once the rest is there its functions take these places in the table.
    const placeholders = new Proxy({}, {
        get: (_, index) => (...given) => {
            if (!kith.isWhole) {
                performance.mark('kith-waited', { detail: index }); // for the tests: this is not to happen
                const request = new XMLHttpRequest();
                request.open('GET', rest, false);
                request.overrideMimeType('text/plain; charset=x-user-defined');
                request.send();
                if (request.status !== 200) {
                    kith.renew?.();
                    throw new WebAssembly.RuntimeError(`${rest}: ${request.status}`);
                }
                const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
                new WebAssembly.Instance(new WebAssembly.Module(bytes), { first });
                restIsHere();
            }
            const table = Object.values(first).filter((part) => part instanceof WebAssembly.Table).at(-1);
            return table.get(Number(index))(...given);
        },
    });

    /** A file did not come: of an old version, perhaps. */
    function notLoaded(why) {
        stop('not-loaded', why);
        kith.renew?.();
    }

    async function start() {
        element('late').hidden = true;
        if (!globalThis.WebAssembly) return stop('no-wasm');
        if (!hasWebgl()) return stop('no-webgl');
        if (!globalThis.createKith) return notLoaded('kith.js');
        if (!kith.rescue) return notLoaded('rescue.js');
        // Shown before the program starts: it measures the stage.
        element('stage').hidden = false;
        let hasArrived = false;
        await globalThis.createKith({
            canvas: element('canvas'),
            instantiateWasm(imports, done) {
                const wantsRest = wasUsed() || location.hash.length > 1 || location.search.length > 1;
                const early = wantsRest ? fetch(rest, { credentials: 'same-origin' }) : undefined;
                early?.catch(() => {}); // asked for again below
                const load = async () => {
                    const program = await instantiate(await fetchProgram('kith.wasm'), { ...imports, 'rest.deferred': placeholders });
                    first = program.instance.exports;
                    if (early) await bringRest(early);
                    hasArrived = true;
                    done(program.instance, program.module);
                };
                load().catch(notLoaded);
                return {};
            },
            onAbort: (what) => stop('aborted', String(what || 'an unknown error')),
        }).catch((error) => (hasArrived ? stop('aborted', error) : notLoaded(error)));
    }

    for (const button of document.querySelectorAll('.reload, #restore-again')) button.onclick = () => location.reload();
    for (const button of document.querySelectorAll('.notice .close')) button.onclick = () => { button.closest('.notice').hidden = true; };
    for (const button of document.querySelectorAll('.rescue button, button.rescue')) button.onclick = rescue;
    for (const button of document.querySelectorAll('button.set-aside')) button.onclick = saveDamaged;
    element('log-copy').onclick = async () => {
        const text = element('log-lines');
        try {
            await navigator.clipboard.writeText(text.textContent);
        } catch { // not allowed, or not over HTTPS
            getSelection().selectAllChildren(text);
            document.execCommand('copy');
        }
        element('log-copied').hidden = false;
    };
    // A program that trapped is not to be gone on with.
    const isTrap = (error) => Boolean(globalThis.WebAssembly) && error instanceof WebAssembly.RuntimeError;
    const fails = (error) => {
        if (isTrap(error)) stop('aborted', error);
        else if (error) kith.log?.('page', 'an error', error.name); // it could speak of anything
    };
    addEventListener('error', ({ error }) => fails(error));
    addEventListener('unhandledrejection', ({ reason }) => fails(reason));
    start().catch(notLoaded);
}
