// Decodes photographs for pictures.cpp, beside the page, cut to a square and made small.

addToLibrary({
    $KithPictures: {
        owner: 0,
        largest: 0,

        async decode(high, low, bytes) {
            let pixels = null;
            let side = 0;
            try {
                const whole = await createImageBitmap(new Blob([bytes]));
                const cut = Math.min(whole.width, whole.height);
                side = Math.min(cut, KithPictures.largest);
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = side;
                const context = canvas.getContext('2d', { willReadFrequently: true });
                context.imageSmoothingQuality = 'high';
                context.drawImage(whole, (whole.width - cut) / 2, (whole.height - cut) / 2, cut, cut, 0, 0, side, side);
                whole.close();
                pixels = context.getImageData(0, 0, side, side).data;
            } catch {
                // No picture, or one this browser doesn't know.
            }
            const at = pixels ? _malloc(pixels.length) : 0;
            if (at) HEAPU8.set(pixels, at);
            _kith_picture_decoded(KithPictures.owner, high, low, side, side, at);
            _free(at);
        },
    },
    kith_pictures_start__deps: ['$KithPictures', 'malloc', 'free'],
    kith_pictures_start: (owner, largest) => {
        KithPictures.owner = owner;
        KithPictures.largest = largest;
    },
    kith_picture_decode__deps: ['$KithPictures'],
    kith_picture_decode: (high, low, bytes, length) => {
        KithPictures.decode(high, low, HEAPU8.slice(bytes, bytes + length));
    },
});
