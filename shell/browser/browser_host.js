// The address bar, the title, links and the clock, for browser_host.cpp.

addToLibrary({
    $KithPlace: {
        // The path of the address bar: what stands after #. The gallery of widgets can be had without it.
        path() {
            if (!location.hash && location.search === '?gallery') return 'gallery';
            try {
                return decodeURIComponent(location.hash.slice(1));
            } catch {
                return '';
            }
        },
        start(owner) {
            let told = null;
            const tell = () => {
                const path = KithPlace.path();
                KithBytes.lendText(path, (at, length) => _kith_place_moved(owner, at, length));
                told = path;
            };
            // Back, Forward and a changed address come as one or both of these.
            addEventListener('popstate', tell);
            addEventListener('hashchange', () => {
                if (KithPlace.path() !== told) tell();
            });
            tell();
        },
        set(path) {
            if (path === KithPlace.path()) return;
            const url = path ? `#${encodeURIComponent(path).replaceAll('%2F', '/')}` : location.pathname + location.search;
            try {
                history.pushState(null, '', url);
            } catch {
                // Too many in a short time (Safari allows 100 in 30 s): the next one will be right again.
            }
        },
    },
    kith_place_start__deps: ['$KithPlace', '$KithBytes'],
    kith_place_start: (owner) => KithPlace.start(owner),
    kith_place_set__deps: ['$KithPlace', '$UTF8ToString'],
    kith_place_set: (path, length) => KithPlace.set(UTF8ToString(path, length)),
    kith_title_set__deps: ['$UTF8ToString'],
    kith_title_set: (title, length) => {
        document.title = UTF8ToString(title, length);
    },
    kith_link_open__deps: ['$UTF8ToString'],
    kith_link_open: (url, length) => {
        const link = document.createElement('a');
        try {
            link.href = new URL(UTF8ToString(url, length)).href;
        } catch {
            return; // no address at all
        }
        if (!['http:', 'https:', 'mailto:', 'tel:'].includes(link.protocol)) return;
        if (link.protocol.startsWith('http')) {
            link.target = '_blank';
            link.rel = 'noopener noreferrer';
        }
        link.click();
    },
    kith_wall_clock: () => Date.now(),
});
