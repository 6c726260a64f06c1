// globalThis.probe, for probe.cpp.

addToLibrary({
    kith_probe_entropy: (words) => { crypto.getRandomValues(HEAPU8.subarray(words, words + 32)); },
    kith_probe_opened__deps: ['$UTF8ToString', '$stringToUTF8OnStack', '$stackSaved', '$KithStorage', '$KithFileSystem', '$KithCopy', '$KithPen'],
    kith_probe_opened: () => {
        globalThis.openedAt = performance.now();
        const states = ['saved', 'saving', 'not_saved', 'read_only', 'memory_only'];
        globalThis.probe = {
            edit: (name, count = 1) => stackSaved(() => _kith_probe_edit(stringToUTF8OnStack(name), count)),
            names: () => UTF8ToString(_kith_probe_names()).split('\n').slice(0, -1).sort(),
            count: () => _kith_probe_count(),
            state: () => states[_kith_probe_state()],
            reason: () => UTF8ToString(_kith_probe_reason()),
            takeOver: () => _kith_probe_take_over(),
            files: () => KithFileSystem.names(),
            copied: () => [...KithCopy.sizes?.keys() ?? []],
            disconnect: () => KithFileSystem.disconnect(),
            async saved() {
                while (probe.state() !== 'saved') await new Promise((resolve) => setTimeout(resolve, 5));
            },
        };
        globalThis.kith.isReady();
    },
});
