// Ending a browser without giving it a say.

import { readdirSync, readFileSync } from 'node:fs';

/** Kills the processes that were started with this profile, a folder that only this test uses. */
export function killThoseWith(profile) {
    for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
        try {
            const told = ['cmdline', 'environ'].map((kind) => readFileSync(`/proc/${pid}/${kind}`, 'utf8')).join('\0');
            if (pid !== process.pid && told.includes(profile)) process.kill(pid, 'SIGKILL');
        } catch {
            // It has ended in the meantime.
        }
    }
}
