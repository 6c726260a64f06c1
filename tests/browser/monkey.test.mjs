// A monkey: random presses, keys, words, resizes, lost pictures, reloads and other tabs, with 2,000 people, and after
// it everything that was stored is there and memory is where it was. What must be kept is monkey/model.mjs.
//
// KITH_ACTIONS=10000 for a longer run, which `tests/run long` does; KITH_SEED=N for another one, or for one that was. All that it did
// is in build/browser/monkey-SEED.log.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Monkey } from './monkey/monkey.mjs';
import { listenToMemory } from './monkey/page.mjs';
import { test } from './testing.mjs';

const count = Number(process.env.KITH_ACTIONS ?? 150);
const seed = Number(process.env.KITH_SEED ?? 1);
const folder = fileURLToPath(new URL('../../build/browser/', import.meta.url));

test('A monkey loses nothing, breaks nothing and leaves no memory behind', async ({ open }) => {
    const log = join(folder, `monkey-${seed}.log`);
    await mkdir(folder, { recursive: true });
    await writeFile(log, '');
    console.log(`       ${count} actions, KITH_SEED=${seed}`);
    const page = await open();
    const monkey = new Monkey({ page, open, seed, log });
    await monkey.bring();
    await monkey.model.check(page, 'from the beginning');
    try {
        // Reloads and other tabs in the first half of the first thousand and in the second half of all the rest: what
        // is measured is a page that lives on.
        const first = Math.min(1000, count);
        await monkey.act(first / 2, { isRough: true });
        await monkey.act(first / 2, { isRough: false });
        const before = await monkey.memory();
        const quiet = Math.floor((count - first) / 2);
        await monkey.act(quiet, { isRough: false });
        const after = await monkey.memory();
        console.log(`       memory before ${JSON.stringify(before)} and ${quiet} actions later ${JSON.stringify(after)}`);
        await monkey.act(count - first - quiet, { isRough: true });
        await monkey.checkAll();
        assert.ok(monkey.notesLeft >= count / 200, `only ${monkey.notesLeft} notes were left`);
        const sum = ({ program, scripts }) => program + scripts;
        assert.ok(sum(after) <= 1.1 * sum(before), 'memory grew by more than a tenth');
    } catch (error) {
        error.message += `\nKITH_SEED=${seed}, the last it did:\n${monkey.done.slice(-12).join('\n')}`;
        throw error;
    }
}, {
    only: ['chromium'], because: 'only its developer tools tell how much memory there is', before: [listenToMemory],
    limit: 240 + 2 * count,
});
