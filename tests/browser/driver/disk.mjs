// The disk that a browser keeps its pages' data on: a small one that can be filled to the last byte (small_disk.c),
// and one that hangs (hanging_disk.c). For the option `disk` of a browser: its size in bytes.
//
//     await browser.disk.fill();     nothing more can be written
//     await browser.disk.free();
//     await browser.disk.hang();     nothing that is asked of it is answered …
//     await browser.disk.goOn();     … until now

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where below its profile each engine keeps what belongs to pages. */
const folders = { chromium: 'Default', firefox: 'storage', webkit: 'home/webkit' };

function compile(profile, name, ...flags) {
    const made = join(profile, name);
    if (!existsSync(made)) execFileSync('clang', ['-O1', ...flags, '-o', made, fileURLToPath(new URL(`${name}.c`, import.meta.url))]);
    return made;
}

/** A disk of so many bytes, before the browser starts: { command: what to start in the place of `command`, env }. */
export function makeDisk(engine, profile, bytes, command) {
    const folder = join(profile, folders[engine]);
    const told = join(profile, 'disk.pid'), hanging = join(profile, 'hanging'), ballast = join(folder, 'ballast');
    mkdirSync(folder, { recursive: true });
    const script = join(profile, 'with_disk');
    writeFileSync(script, `#!/bin/sh\necho $$ >'${told}'\nexec '${compile(profile, 'small_disk')}' '${folder}' ${bytes} ${command} "$@"\n`);
    chmodSync(script, 0o755);
    // Seen from here it is another one: the way in is through the process that has it.
    const inside = async (path) => `/proc/${(await readFile(told, 'utf8')).trim()}/root${path}`;
    return {
        command: script,
        env: { LD_PRELOAD: compile(profile, 'hanging_disk', '-shared', '-fPIC'), KITH_HANGING: hanging, KITH_HANGS: folder },
        disk: {
            async fill() {
                const file = await open(await inside(ballast), 'a');
                try {
                    for (const size of [1 << 20, 4096, 1])
                        for (let isFull = false; !isFull;)
                            isFull = await file.write(Buffer.alloc(size)).then(() => false, (error) => {
                                if (error.code !== 'ENOSPC') throw error;
                                return true;
                            });
                } finally {
                    await file.close();
                }
            },
            async free() { await rm(await inside(ballast)); },
            hang: () => writeFile(hanging, ''),
            goOn: () => rm(hanging),
        },
    };
}
