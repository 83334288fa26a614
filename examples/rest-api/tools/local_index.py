"""A package index on loopback: twine uploads to it, pip installs from it."""

import argparse
import html
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

SAFE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+!-]*\.(whl|tar\.gz)")


def project_of(filename):
    """The normalised name (PEP 503) of the project that a distribution belongs to."""
    name = filename.split("-")[0] if filename.endswith(".whl") else filename.rpartition("-")[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def uploaded_file(content_type, body):
    """The name and bytes of the file in a multipart form; None where there is none."""
    boundary = re.search(r'boundary="?([^";]+)', content_type)
    for part in body.split(b"--" + boundary[1].encode()) if boundary else []:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'filename="([^"]+)"', head)
        if name and SAFE_NAME.fullmatch(name[1].decode("ascii", "replace")):
            return name[1].decode(), content.removesuffix(b"\r\n")
    return None


class Handler(BaseHTTPRequestHandler):
    folder: Path

    def do_GET(self):
        kind, _, name = unquote(self.path).strip("/").partition("/")
        stored = (path.name for path in self.folder.iterdir())
        files = sorted(filter(SAFE_NAME.fullmatch, stored))
        if kind == "files" and name in files:
            self.answer(200, (self.folder / name).read_bytes(), "application/octet-stream")
        elif kind == "simple" and name in map(project_of, files):
            links = [
                f'<a href="/files/{quote(file)}">{html.escape(file)}</a><br>\n'
                for file in files
                if project_of(file) == name
            ]
            self.answer(200, f"<!DOCTYPE html>\n{''.join(links)}".encode())
        else:
            self.answer(404, b"not here")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        file = uploaded_file(self.headers["Content-Type"], body)
        if file is None:
            self.answer(400, b"not a distribution")
            return
        (self.folder / file[0]).write_bytes(file[1])
        print("received", file[0], flush=True)
        self.answer(200, b"thanks")

    def answer(self, status, body, content_type="text/html"):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """pip asks for every project that it installs: not worth a line each."""


class Server(ThreadingHTTPServer):
    # On Windows the option would let a second index take over the first one's port.
    allow_reuse_address = sys.platform != "win32"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("folder", type=Path, help="where uploaded distributions are kept")
    options = parser.parse_args()
    Handler.folder = options.folder
    try:
        server = Server(("127.0.0.1", options.port), Handler)
    except OSError as error:
        sys.exit(f"local index: port {options.port} of 127.0.0.1 cannot be had: {error.strerror}")
    print(f"local index: http://127.0.0.1:{options.port}/simple/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
