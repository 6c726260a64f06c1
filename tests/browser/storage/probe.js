// globalThis.probe, for probe.cpp.

addToLibrary({
    kith_probe_entropy: (words) => { crypto.getRandomValues(HEAPU8.subarray(words, words + 32)); },
    kith_probe_opened__deps: ['$UTF8ToString', '$KithBytes', '$KithStorage', '$KithFileSystem', '$KithCopy', '$KithHeal', '$KithPen', '$KithVault', '$KithLock', '$KithPassphrase'],
    kith_probe_opened: () => {
        globalThis.openedAt = performance.now();
        const nameIn = (constants, value) => Object.keys(constants).find((name) => constants[name] === value);
        globalThis.probe = {
            edit: (name, count = 1) => KithBytes.lendText(name, (at, length) => _kith_probe_edit(at, length, count)),
            names: () => UTF8ToString(_kith_probe_names()).split('\n').slice(0, -1).sort(),
            count: () => _kith_probe_count(),
            merge: (count) => _kith_probe_merge(count),
            memory: () => HEAPU8.length,
            state: () => nameIn(KithSaveState, _kith_probe_state()),
            reason: () => UTF8ToString(_kith_probe_reason()),
            cause: () => UTF8ToString(_kith_probe_cause()),
            takeOver: () => _kith_probe_take_over(),
            files: () => KithFileSystem.names(),
            copied: () => [...KithCopy.sizes?.keys() ?? []],
            copy: KithCopy,
            heal: KithHeal,
            /** What the settings would say of the second copy. */
            copyState: () => ({
                state: nameIn(KithSecondCopyState, _kith_probe_copy_state()),
                mended: _kith_probe_copy_mended(),
                checked: _kith_probe_copy_checked(),
            }),
            protection: () => nameIn(KithProtectionState, _kith_probe_protection()),
            problem: () => UTF8ToString(_kith_probe_problem()),
            problemCause: () => UTF8ToString(_kith_probe_problem_cause()),
            /** The passphrase until now and the new one; when it is done, whatever came of it. */
            async protect(current, fresh) {
                KithBytes.lendText(current, (at, length) => KithBytes.lendText(fresh, (nextAt, nextLength) =>
                    _kith_probe_protect(at, length, nextAt, nextLength)));
                while (probe.protection() === 'working') await new Promise((resolve) => setTimeout(resolve, 5));
                return probe.problem();
            },
            keepTyped: (text) => KithBytes.lendText(text, (at, length) => _kith_probe_keep_typed(at, length)),
            type: (text) => KithBytes.lendText(text, (at, length) => _kith_probe_type(at, length)),
            typed: () => UTF8ToString(_kith_probe_typed()),
            typedKept: () => Boolean(_kith_probe_typed_kept()),
            lock: () => _kith_probe_lock(),
            lockAfter: (minutes) => { KithLock.after(minutes); },
            vault: KithVault,
            fileSystem: KithFileSystem,
            disconnect: () => KithFileSystem.disconnect(),
            async saved() {
                while (probe.state() !== 'saved') await new Promise((resolve) => setTimeout(resolve, 5));
            },
        };
        globalThis.kith.isReady();
    },
});
