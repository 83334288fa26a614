// What the benchmark of the package index is fed from, and its nginx.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/** A package index over a folder of files, on loopback, in HTML as every mirror reads it. */
export async function startUpstream(packages) {
  const names = readdirSync(packages);
  const hashes = new Map(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(packages, name)))
        .digest("hex"),
    ]),
  );
  const server = createServer((request, response) => {
    const [, kind, name = ""] = new URL(request.url, "http://localhost").pathname.split("/");
    if (kind === "files" && hashes.has(name)) {
      createReadStream(join(packages, name)).pipe(response);
      return;
    }
    const links =
      kind === "simple" && name === ""
        ? ["demo", "big"].map((each) => `<a href="${each}/">${each}</a>`)
        : names
            .filter((file) => file.startsWith(`${name}-`))
            .map((file) => `<a href="/files/${file}#sha256=${hashes.get(file)}">${file}</a>`);
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(`<!DOCTYPE html><html><body>${links.join("<br>\n")}</body></html>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return { url: `http://127.0.0.1:${server.address().port}/simple/` };
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** nginx as a static server of that page and those files, one worker to each processor; the configuration's path. */
export function nginxConfiguration({ folder, port, page, packages }) {
  const root = join(folder, "nginx");
  mkdirSync(join(root, "simple", "demo"), { recursive: true });
  writeFileSync(join(root, "simple", "demo", "index.html"), page);
  symlinkSync(packages, join(root, "simple", "big"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const path = join(folder, "nginx.conf");
  writeFileSync(
    path,
    `${process.getuid() === 0 ? "user root; " : ""}worker_processes auto; pid ${join(folder, "nginx.pid")}; error_log /dev/null;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; types { text/html html; } ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`,
  );
  return path;
}
