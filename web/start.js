// Start-up: is everything there, load the program and say how far it is, start it; and the pages that
// are shown instead when that can't be done or when the program had to stop.
//
// globalThis.kith is where page, program and tests meet:
//   frames   how many frames were drawn
//   ready    a promise, kept when the first frame is on the screen
//   rescue   from rescue.js: () => Promise<{ name, blob }>, the data as a file, without the program
//   notice   (name) shows one of the notices at the edge of the page
//   stopping set by storage: called when the program ends badly

'use strict';

{
    const element = (id) => document.getElementById(id);
    let isReady;
    const kith = Object.assign(globalThis.kith ??= {}, {
        frames: 0,
        ready: new Promise((resolve) => { isReady = resolve; }),
        stopped: (page, why) => stop(page, why),
        notice: (name) => notice(name),
        started() {
            show('stage');
            performance.mark('kith-started'); // for the benchmark
            element('stage').classList.remove('waiting');
            element('stage').focus({ preventScroll: true });
            isReady();
        },
    });

    function show(id) {
        for (const page of document.querySelectorAll('#stage, main.page')) page.hidden = page.id !== id;
        if (kith.rescue && id !== 'stage')
            for (const offer of document.querySelectorAll('.rescue')) offer.hidden = false;
    }

    function stop(page, why) {
        // The first reason is the one that matters; what follows is its debris.
        for (const other of document.querySelectorAll('main.page'))
            if (!other.hidden && other.id !== 'loading' && other.id !== 'restore') return;
        if (page === 'aborted') kith.stopping?.();
        if (element(`${page}-why`)) element(`${page}-why`).textContent = why;
        show(page);
    }

    function notice(name) {
        const shown = element(`notice-${name}`);
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

    async function rescue() {
        const { name, blob } = await kith.rescue();
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }

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

    async function instantiate(imports) {
        const response = await fetchProgram('kith.wasm');
        try {
            return await WebAssembly.instantiateStreaming(response.clone(), imports);
        } catch (error) {
            if (!(error instanceof TypeError)) throw error;
            return WebAssembly.instantiate(await response.arrayBuffer(), imports); // served as another type
        }
    }

    async function start() {
        if (!globalThis.WebAssembly) return stop('no-wasm');
        if (!hasWebgl()) return stop('no-webgl');
        if (!globalThis.createKith) return stop('not-loaded', 'kith.js');
        // Shown before the program starts: it measures the stage.
        element('stage').hidden = false;
        let hasArrived = false;
        await globalThis.createKith({
            canvas: element('canvas'),
            instantiateWasm(imports, done) {
                instantiate(imports).then(({ instance, module }) => {
                    hasArrived = true;
                    done(instance, module);
                }, (error) => stop('not-loaded', error.message));
                return {};
            },
            onAbort: (what) => stop('aborted', String(what || 'an unknown error')),
        }).catch((error) => stop(hasArrived ? 'aborted' : 'not-loaded', error.message));
    }

    for (const button of document.querySelectorAll('.reload')) button.onclick = () => location.reload();
    for (const button of document.querySelectorAll('.notice .close')) button.onclick = () => { button.closest('.notice').hidden = true; };
    for (const button of document.querySelectorAll('.rescue button, button.rescue')) button.onclick = rescue;
    // A program that trapped is not to be gone on with.
    const isTrap = (error) => Boolean(globalThis.WebAssembly) && error instanceof WebAssembly.RuntimeError;
    addEventListener('error', ({ error }) => { if (isTrap(error)) stop('aborted', error.message); });
    addEventListener('unhandledrejection', ({ reason }) => { if (isTrap(reason)) stop('aborted', reason.message); });
    start().catch((error) => stop('not-loaded', error.message));
}
