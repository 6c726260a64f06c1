// globalThis.probe, for probe.cpp.

addToLibrary({
    kith_probe_entropy: (words) => { crypto.getRandomValues(HEAPU8.subarray(words, words + 32)); },
    kith_probe_opened__deps: ['$UTF8ToString', '$stringToUTF8OnStack', '$stackSaved', '$KithStorage', '$KithFileSystem', '$KithCopy', '$KithPen', '$KithVault', '$KithLock', '$KithPassphrase'],
    kith_probe_opened: () => {
        globalThis.openedAt = performance.now();
        const states = ['saved', 'saving', 'not_saved', 'read_only', 'memory_only'];
        globalThis.probe = {
            edit: (name, count = 1) => stackSaved(() => _kith_probe_edit(stringToUTF8OnStack(name), count)),
            names: () => UTF8ToString(_kith_probe_names()).split('\n').slice(0, -1).sort(),
            count: () => _kith_probe_count(),
            merge: (count) => _kith_probe_merge(count),
            memory: () => HEAPU8.length,
            state: () => states[_kith_probe_state()],
            reason: () => UTF8ToString(_kith_probe_reason()),
            takeOver: () => _kith_probe_take_over(),
            files: () => KithFileSystem.names(),
            copied: () => [...KithCopy.sizes?.keys() ?? []],
            protection: () => ['unavailable', 'none', 'working', 'on'][_kith_probe_protection()],
            problem: () => UTF8ToString(_kith_probe_problem()),
            /** The passphrase until now and the new one; when it is done, whatever came of it. */
            async protect(current, fresh) {
                stackSaved(() => _kith_probe_protect(stringToUTF8OnStack(current), stringToUTF8OnStack(fresh)));
                while (probe.protection() === 'working') await new Promise((resolve) => setTimeout(resolve, 5));
                return probe.problem();
            },
            lock: () => _kith_probe_lock(),
            lockAfter: (minutes) => { KithLock.after(minutes); },
            vault: KithVault,
            disconnect: () => KithFileSystem.disconnect(),
            async saved() {
                while (probe.state() !== 'saved') await new Promise((resolve) => setTimeout(resolve, 5));
            },
        };
        globalThis.kith.isReady();
    },
});
