// Starts the probe: `await kith.ready` and use `probe`.

'use strict';

globalThis.kith = {
    ...globalThis.kith,
    notices: [],
    unlocked: () => { document.getElementById('lock').hidden = true; },
    notice: (name, error) => {
        kith.notices.push(name);
        kith.log('notice', name, error);
    },
    stopped: (page) => {
        kith.page = page;
        const main = document.getElementById(page);
        if (main) main.hidden = false;
    },
};
kith.ready = new Promise((resolve) => { kith.isReady = resolve; });
createProbe();
