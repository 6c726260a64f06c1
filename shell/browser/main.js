// What main.cpp needs of the page to start.

addToLibrary({
    kith_entropy: (words) => {
        crypto.getRandomValues(HEAPU8.subarray(words, words + 32));
    },
    kith_icons_load: (program) => {
        // Without icons the app is poorer, not broken: it starts in any case.
        document.fonts.load('16px "Kith icons"').then(() => _kith_icons_ready(program), () => _kith_icons_ready(program));
    },
    kith_stopped__deps: ['$UTF8ToString'],
    kith_stopped: (page) => globalThis.kith.stopped(UTF8ToString(page)),
    kith_rest_load: (program) => {
        globalThis.kith.needRest().then(() => _kith_rest_ready(program));
    },
    kith_is_whole: () => globalThis.kith.isWhole,
    kith_started: () => globalThis.kith.started(),
});
