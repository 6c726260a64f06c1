// Drop, paste, picker and download, for files.cpp.

addToLibrary({
    $KithFiles: {
        owner: 0,
        largest: 0,
        queue: null,
        opening: 0, // counts the sealed files that were to be opened
        piece: 4 * 1024 * 1024,

        start(owner, largest) {
            KithFiles.owner = owner;
            KithFiles.largest = largest;
            KithFiles.queue = globalThis.kith.ready; // what comes before that waits
            // dragenter and dragleave come for every element passed; over the page is while one is ahead.
            let entered = 0;
            const hover = (over) => _kith_files_hover(owner, over);
            const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
            addEventListener('dragenter', (event) => {
                if (!carriesFiles(event)) return;
                event.preventDefault();
                if (entered++ === 0) hover(true);
            });
            addEventListener('dragover', (event) => {
                if (!carriesFiles(event)) return;
                event.preventDefault();
                event.dataTransfer.dropEffect = 'copy';
            });
            addEventListener('dragleave', (event) => {
                if (carriesFiles(event) && entered > 0 && --entered === 0) hover(false);
            });
            addEventListener('drop', (event) => {
                if (!carriesFiles(event)) return;
                event.preventDefault();
                entered = 0;
                hover(false);
                KithFiles.take(event.dataTransfer.files);
            });
            const picker = document.getElementById('picker');
            picker.addEventListener('change', () => {
                KithFiles.take(picker.files);
                picker.value = ''; // the same file can be chosen again
            });
            KithFiles.take(globalThis.kith.dropped);
            globalThis.kith.dropped = null;
        },
        // One file after the other, however they come.
        take(files) {
            for (const file of [...files])
                KithFiles.queue = KithFiles.queue.then(() => globalThis.kith.needRest()).then(() => KithFiles.read(file));
        },
        async read(file) {
            if (file.size > KithFiles.largest) return KithFiles.refuse(file.name, KithFileProblem.too_large);
            const start = KithFiles.begin(file.name, file.size);
            if (!start) return;
            try {
                for (let at = 0; at < file.size; at += KithFiles.piece) {
                    const bytes = await file.slice(at, at + KithFiles.piece).arrayBuffer();
                    HEAPU8.set(new Uint8Array(bytes), start + at);
                }
            } catch (error) {
                globalThis.kith.log('file', 'not read', error?.name); // it may speak of the file's name
                return KithFiles.refuse(file.name, KithFileProblem.unreadable); // a folder, or gone in the meantime
            }
            _kith_file_finish(KithFiles.owner);
        },
        /** Where the bytes go; refuses a file for which there is no room. */
        begin(name, size) {
            const start = KithBytes.lendText(name, (at, length) => _kith_file_begin(KithFiles.owner, at, length, size));
            if (!start) KithFiles.refuse(name, KithFileProblem.no_memory);
            return start;
        },
        /** Bytes that were a file's, as if it had been chosen. */
        deliver(name, bytes) {
            const start = KithFiles.begin(name, bytes.length);
            if (!start) return;
            HEAPU8.set(bytes, start);
            _kith_file_finish(KithFiles.owner);
        },
        /** No bytes: what was being opened is not wanted any more. */
        async openSealed(name, bytes, passphrase) {
            const opening = ++KithFiles.opening, isWanted = () => opening === KithFiles.opening;
            const stays = (problem) => { if (isWanted()) _kith_file_stays_sealed(KithFiles.owner, problem); };
            if (!bytes.length) return;
            if (!KithVault.isAble()) return stays(KithSealProblem.no_cryptography);
            const head = KithVault.headOf(bytes);
            if (!KithVault.isOpen(head)) {
                const key = passphrase && await KithVault.find(head, passphrase);
                if (!key) return stays(KithSealProblem.locked);
                KithVault.add(head, key);
            }
            const opened = await KithVault.openFile(head, bytes);
            if (opened.changed) return stays(KithSealProblem.changed);
            if (!isWanted()) return;
            if (opened.fault) globalThis.kith.notice(`file-${opened.fault.replace('_', '-')}`);
            // What is damaged goes along, and is found damaged once more.
            KithFiles.deliver(name, KithBytes.join([KithVault.plainHead, opened.frames, bytes.subarray(head.length + opened.bytes)]));
        },
        refuse(name, problem) {
            KithBytes.lendText(name, (at, length) => _kith_file_refuse(KithFiles.owner, at, length, problem));
        },
        offer(blob, name) {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(blob);
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
        },
        // An SVG drawn at twice its size, for screens and paper that are finer than it says.
        async draw(blob) {
            const image = new Image();
            image.src = URL.createObjectURL(blob);
            await image.decode();
            const canvas = document.createElement('canvas');
            canvas.width = image.naturalWidth * 2;
            canvas.height = image.naturalHeight * 2;
            canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
            URL.revokeObjectURL(image.src);
            return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
        },
    },
    $KithFiles__deps: ['$KithVault', '$KithBytes'],
    kith_files_start__deps: ['$KithFiles'],
    kith_files_start: (owner, largest) => KithFiles.start(owner, largest),
    kith_files_choose__deps: ['$UTF8ToString'],
    kith_files_choose: (accept, length, many) => {
        const picker = document.getElementById('picker');
        picker.accept = UTF8ToString(accept, length);
        picker.multiple = !!many;
        picker.click();
    },
    kith_files_save_backup__deps: ['$KithFiles', '$UTF8ToString'],
    kith_files_save_backup: (nameAt, nameLength, bytes, length) => {
        const name = UTF8ToString(nameAt, nameLength);
        KithVault.file(HEAPU8.slice(bytes + 12, bytes + length))
            .then((file) => KithFiles.offer(new Blob([file], { type: 'application/octet-stream' }), name));
    },
    kith_files_open_sealed__deps: ['$KithFiles', '$UTF8ToString'],
    kith_files_open_sealed: (name, nameLength, bytes, length, passphrase, passphraseLength) => {
        KithFiles.openSealed(UTF8ToString(name, nameLength), HEAPU8.slice(bytes, bytes + length), UTF8ToString(passphrase, passphraseLength));
    },
    kith_files_save__deps: ['$KithFiles', '$UTF8ToString'],
    kith_files_save: (nameAt, nameLength, type, typeLength, bytes, length) => {
        const name = UTF8ToString(nameAt, nameLength);
        const blob = new Blob([HEAPU8.slice(bytes, bytes + length)], { type: UTF8ToString(type, typeLength) });
        if (blob.type === 'image/svg+xml' && name.endsWith('.png')) KithFiles.draw(blob).then((png) => KithFiles.offer(png, name));
        else KithFiles.offer(blob, name);
    },
});
