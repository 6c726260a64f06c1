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
                _kith_context_lost(owner);
            });
            canvas.addEventListener('webglcontextrestored', () => {
                // What belonged to the lost context can't be deleted any more, only forgotten.
                for (const kind of ['buffers', 'programs', 'shaders', 'textures', 'vaos']) GL[kind].fill(null);
                _kith_context_restored(owner);
            });

            const observer = new ResizeObserver((entries) => KithStage.measure(entries[entries.length - 1]));
            try {
                observer.observe(stage, { box: 'device-pixel-content-box' });
            } catch {
                observer.observe(stage); // Safari
            }
            KithStage.watchDensity(stage);
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
