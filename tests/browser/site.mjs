// A plain file server for the built page, one for each test: an origin of its own, and a list of what
// was asked for. Can serve below any path, and put scripts into the page ahead of everything else.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml',
    '.png': 'image/png', '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
    '.webmanifest': 'application/manifest+json', '.csv': 'text/csv; charset=utf-8', '.vcf': 'text/vcard; charset=utf-8',
};
const ear = fileURLToPath(new URL('driver/listen.js', import.meta.url));

/**
 * Serves `folder` below `path`. `before` is a list of functions that run in the page ahead of its own
 * scripts; `missing` is a RegExp of what is not to be found; `listen` adds the test's ear; `headers` sends what the
 * folder's _headers say. Returns { url, log, close }; log has every path asked for, with its query.
 */
export async function serve(folder, { path = '/', before = [], missing, listen = false, headers = false } = {}) {
    const log = [];
    const sent = headers ? headersOf(await readFile(join(folder, '_headers'), 'utf8')) : {};
    const scripts = new Map(before.map((script, i) => [`/__before/${i}.js`, `(${script})();`]));
    if (listen) scripts.set('/__before/listen.js', await readFile(ear, 'utf8'));
    const tags = [...scripts.keys()].map((at) => `<script src="${at}"></script>`).join('');

    async function answer(asked) {
        if (scripts.has(asked)) return ['.js', scripts.get(asked)];
        if (asked === '/favicon.ico') return ['.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'];
        if (asked.replace(/\/$/, '') === '/__scratch') return ['.html', '<!doctype html><title>scratch</title><textarea rows=30 cols=80></textarea>'];
        if (!asked.startsWith(path) || missing?.test(asked)) return null;
        const below = normalize(decodeURIComponent(asked.slice(path.length)));
        if (below.startsWith('..')) return null;
        let file = join(folder, below);
        if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
        const bytes = await readFile(file);
        // The service worker lets through what it knows.
        if (below === 'service-worker.js') return ['.js', bytes.toString().replace('const files = [', `$&${[...scripts.keys()].map((at) => `'${at}', `).join('')}`)];
        if (extname(file) !== '.html' || !tags) return [extname(file), bytes];
        return ['.html', bytes.toString().replace(/<head>/i, `<head>${tags}`)];
    }

    const server = createServer(async (request, response) => {
        const { pathname: asked, search } = new URL(request.url, 'http://localhost');
        if (!asked.startsWith('/__')) log.push(asked + search);
        const found = await answer(asked).catch(() => null);
        response.writeHead(found ? 200 : 404, {
            'Content-Type': types[found?.[0]] ?? 'application/octet-stream',
            'Cache-Control': 'no-cache',
            ...sent,
            ...found && { 'Content-Length': Buffer.byteLength(found[1]) },
        });
        response.end(found?.[1]);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${server.address().port}${path}`,
        log,
        close: () => new Promise((resolve) => {
            server.closeAllConnections();
            server.close(resolve);
        }),
    };
}

/** The headers that a _headers file sends with everything. */
export function headersOf(text) {
    return Object.fromEntries([...text.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value]));
}
