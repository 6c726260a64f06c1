// Draws whole runs of text for shaping.cpp.

addToLibrary({
    $KithRuns: {
        pixels: null,
        // The direction of the first letter that has one.
        direction(text) {
            const strong = /[\p{L}]/u.exec(text)?.[0];
            return strong && /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u.test(strong)
                ? 'rtl' : 'ltr';
        },
    },
    kith_run_draw__deps: ['$KithRuns', '$KithGlyphs', '$UTF8ToString'],
    kith_run_draw: (face, size, text, length, colour, widest, out) => {
        const string = UTF8ToString(text, length);
        const context = KithGlyphs.use(face, size);
        const direction = context.direction = KithRuns.direction(string);
        context.textAlign = 'left';
        const measured = context.measureText(string);
        const box = KithGlyphs.box(measured);
        box.width = Math.min(box.width, widest);
        const baseline = KithGlyphs.baseline(face, size);
        if (measured.actualBoundingBoxLeft + measured.actualBoundingBoxRight <= 0) box.width = 0;
        let coloured = false;
        if (box.width > 0 && box.height > 0) {
            const css = `rgb(${colour & 255} ${colour >>> 8 & 255} ${colour >>> 16 & 255})`;
            KithRuns.pixels = KithGlyphs.draw(face, size, string, box, css, direction);
            // Asked for in another colour than black: it is known to have its own.
            coloured = (colour & 0xFFFFFF) !== 0 || KithGlyphs.coloured(KithRuns.pixels);
        }
        KithGlyphs.write(out, measured.width, { ...box, top: box.top + baseline }, coloured);
    },
    kith_run_pixels__deps: ['$KithRuns'],
    kith_run_pixels: (target) => {
        HEAPU8.set(KithRuns.pixels, target);
        KithRuns.pixels = null;
    },
});
