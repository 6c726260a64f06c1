// Ending a browser without giving it a say.

import { readdirSync, readFileSync } from 'node:fs';

/** Kills the processes that were started with this profile, a folder that only this test uses. */
export function killThoseWith(profile) {
    for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
        try {
            if (pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').some((word) => word.includes(profile)))
                process.kill(pid, 'SIGKILL');
        } catch {
            // It has ended in the meantime.
        }
    }
}
