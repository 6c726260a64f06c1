// Watches the size of the stage, the pixel ratio and the life of the graphics context for stage.cpp.

addToLibrary({
    $KithStage: {
        owner: 0,

        start(owner) {
            KithStage.owner = owner;
            const stage = document.getElementById('stage');
            const canvas = document.getElementById('canvas');
            canvas.addEventListener('webglcontextlost', (event) => {
                event.preventDefault();
                globalThis.kith.log('picture', 'graphics lost');
                _kith_context_lost(owner);
            });
            canvas.addEventListener('webglcontextrestored', () => {
                // What belonged to the lost context can't be deleted any more, only forgotten.
                for (const kind of ['buffers', 'programs', 'shaders', 'textures', 'vaos']) GL[kind].fill(null);
                _kith_context_restored(owner);
            });

            KithStage.answerQuickly(canvas.getContext('webgl2'));
            const observer = new ResizeObserver((entries) => KithStage.measure(entries[entries.length - 1]));
            try {
                observer.observe(stage, { box: 'device-pixel-content-box' });
            } catch {
                observer.observe(stage); // Safari
            }
            KithStage.watchDensity(stage);
        },
        // Dear ImGui asks for the whole state before each frame, to put it back afterwards; every answer waits for
        // the graphics process (5 ms a frame were seen). The context is all its own, so nothing needs putting back:
        // these are answered here with what a new context has.
        answerQuickly(gl) {
            const unchanged = new Map([
                [gl.ACTIVE_TEXTURE, gl.TEXTURE0],
                [gl.CURRENT_PROGRAM, null], [gl.TEXTURE_BINDING_2D, null], [gl.SAMPLER_BINDING, null],
                [gl.ARRAY_BUFFER_BINDING, null], [gl.ELEMENT_ARRAY_BUFFER_BINDING, null], [gl.VERTEX_ARRAY_BINDING, null],
                [gl.VIEWPORT, new Int32Array(4)], [gl.SCISSOR_BOX, new Int32Array(4)],
                [gl.BLEND_SRC_RGB, gl.ONE], [gl.BLEND_DST_RGB, gl.ZERO],
                [gl.BLEND_SRC_ALPHA, gl.ONE], [gl.BLEND_DST_ALPHA, gl.ZERO],
                [gl.BLEND_EQUATION_RGB, gl.FUNC_ADD], [gl.BLEND_EQUATION_ALPHA, gl.FUNC_ADD],
            ]);
            const ask = gl.getParameter.bind(gl);
            gl.getParameter = (name) => (unchanged.has(name) ? unchanged.get(name) : ask(name));
            gl.isEnabled = () => false;
        },
        // The ratio can change without a new size: another screen, or Safari's zoom.
        watchDensity(stage) {
            matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
                const { width, height } = stage.getBoundingClientRect();
                KithStage.apply(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
                KithStage.watchDensity(stage);
            }, { once: true });
        },
        measure(entry) {
            const exact = entry.devicePixelContentBoxSize?.[0];
            if (exact) return KithStage.apply(exact.inlineSize, exact.blockSize);
            const { width, height } = entry.contentRect;
            KithStage.apply(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
        },
        apply(width, height) {
            _kith_stage_resized(KithStage.owner, width, height, devicePixelRatio);
        },
    },
    kith_stage_start__deps: ['$KithStage', '$GL'],
    kith_stage_start: (owner) => KithStage.start(owner),
});
