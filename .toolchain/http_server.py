"""Serves a folder at http://127.0.0.1:PORT, with the headers of its _headers file if it has one: http_server.py FOLDER PORT"""

import functools
import http.server
import pathlib
import sys


def headers():
    """What web/headers wrote, read anew: the site may have been built again."""
    file = pathlib.Path(folder, "_headers")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line.strip().split(": ", 1) for line in lines if line.startswith("  ")]


class Handler(http.server.SimpleHTTPRequestHandler):
    # Browsers compile WebAssembly while it arrives only if it is called that.
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".svg": "image/svg+xml",
        ".ttf": "font/ttf",
        ".woff2": "font/woff2",
    }

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")  # a reload shows the latest build
        for name, value in headers():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code="-", size="-"):
        pass  # what goes wrong is said by log_error


folder, port = sys.argv[1], int(sys.argv[2])
try:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=folder))
except OSError as error:
    sys.exit(f"serve: port {port} can't be used ({error.strerror}): choose another with --port")
print(f"Kith is at http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    print()
