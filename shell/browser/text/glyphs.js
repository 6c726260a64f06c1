// Draws glyphs with the browser's own fonts for glyphs.cpp, and whole runs for shaping.cpp.

addToLibrary({
    $KithGlyphs: {
        // As in style.css: a real text field must look like the drawn one.
        system: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif, '
            + '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"',
        context: null,
        width: 0,
        height: 0,
        font: '',

        // A canvas at least this large. Its content is lost when it grows.
        room(width, height) {
            if (KithGlyphs.context && width <= KithGlyphs.width && height <= KithGlyphs.height) return;
            KithGlyphs.width = Math.max(KithGlyphs.width, 64, width);
            KithGlyphs.height = Math.max(KithGlyphs.height, 64, height);
            let canvas;
            if (globalThis.OffscreenCanvas) canvas = new OffscreenCanvas(KithGlyphs.width, KithGlyphs.height);
            else {
                canvas = document.createElement('canvas');
                canvas.width = KithGlyphs.width;
                canvas.height = KithGlyphs.height;
            }
            KithGlyphs.context = canvas.getContext('2d', { willReadFrequently: true });
            KithGlyphs.context.fillStyle = '#000';
            KithGlyphs.font = '';
        },
        use(face, size) {
            if (!KithGlyphs.context) KithGlyphs.room(64, 64);
            const font = face === KithFace.icons ? `${size}px "Kith icons"`
                : `${face === KithFace.semibold ? 600 : 400} ${size}px ${KithGlyphs.system}`;
            if (KithGlyphs.font !== font) KithGlyphs.context.font = KithGlyphs.font = font;
            return KithGlyphs.context;
        },
        // From the top of a line box as high as the font size to its baseline, where a browser has it.
        baseline(face, size) {
            const measured = KithGlyphs.use(face, size).measureText('x');
            return Math.round(size / 2
                + (Math.round(measured.fontBoundingBoxAscent) - Math.round(measured.fontBoundingBoxDescent)) / 2);
        },
        // Where the ink is, in whole pixels from the pen, with one pixel to spare for smoothing.
        box(measured) {
            const left = Math.floor(-measured.actualBoundingBoxLeft) - 1;
            const top = Math.floor(-measured.actualBoundingBoxAscent) - 1;
            return {
                left,
                top,
                width: Math.ceil(measured.actualBoundingBoxRight) + 1 - left,
                height: Math.ceil(measured.actualBoundingBoxDescent) + 1 - top,
            };
        },
        // Draws `text` and returns its pixels (RGBA).
        draw(face, size, text, box, colour, direction) {
            KithGlyphs.room(box.width, box.height);
            const context = KithGlyphs.use(face, size);
            context.direction = direction;
            context.textAlign = 'left';
            context.fillStyle = colour;
            context.clearRect(0, 0, box.width, box.height);
            context.fillText(text, -box.left, -box.top);
            return context.getImageData(0, 0, box.width, box.height).data;
        },
        // Text is drawn in black: what is not black has colours of its own.
        coloured(pixels) {
            for (let i = 0; i < pixels.length; i += 4)
                if (pixels[i + 3] > 24 && (pixels[i] | pixels[i + 1] | pixels[i + 2])) return true;
            return false;
        },
        write(out, advance, box, coloured) {
            HEAPF32[(out >> 2) + KithInkBox.advance] = advance;
            HEAPF32[(out >> 2) + KithInkBox.left] = box.left;
            HEAPF32[(out >> 2) + KithInkBox.top] = box.top;
            HEAP32[(out >> 2) + KithInkBox.width] = box.width;
            HEAP32[(out >> 2) + KithInkBox.height] = box.height;
            HEAP32[(out >> 2) + KithInkBox.coloured] = coloured ? 1 : 0;
        },
        // Copies out as one byte for each pixel, or four if coloured.
        copy(pixels, coloured, target) {
            if (coloured) {
                HEAPU8.set(pixels, target);
                return;
            }
            for (let i = 3; i < pixels.length; i += 4) HEAPU8[target++] = pixels[i];
        },
    },

    kith_face_baseline__deps: ['$KithGlyphs'],
    kith_face_baseline: (face, size) => KithGlyphs.baseline(face, size),
    kith_glyph_measure__deps: ['$KithGlyphs'],
    kith_glyph_measure: (face, size, codepoint, out) => {
        const measured = KithGlyphs.use(face, size).measureText(String.fromCodePoint(codepoint));
        KithGlyphs.write(out, measured.width, KithGlyphs.box(measured), false);
    },
    kith_glyph_draw__deps: ['$KithGlyphs'],
    kith_glyph_draw: (face, size, codepoint, out, target, capacity) => {
        const text = String.fromCodePoint(codepoint);
        const measured = KithGlyphs.use(face, size).measureText(text);
        const box = KithGlyphs.box(measured);
        if (measured.actualBoundingBoxLeft + measured.actualBoundingBoxRight <= 0) box.width = box.height = 0;
        KithGlyphs.write(out, measured.width, box, false);
        if (box.width <= 0 || box.height <= 0) return true;
        if (box.width * box.height * 4 > capacity) return false;
        const pixels = KithGlyphs.draw(face, size, text, box, '#000', 'ltr');
        const coloured = KithGlyphs.coloured(pixels);
        KithGlyphs.write(out, measured.width, box, coloured);
        KithGlyphs.copy(pixels, coloured, target);
        return true;
    },
});
