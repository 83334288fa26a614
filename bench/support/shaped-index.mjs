// A package index over a folder of files, on loopback, as far away as a real one: each answer waits, files come at a bounded rate.
// node shaped-index.mjs FOLDER LATENCY_MS BYTES_A_SECOND — prints its URL.
import { createHash } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { Transform } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

const [folder, latency, rate] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const normal = (name) => name.replace(/[-_.]+/g, "-").toLowerCase();
const projects = new Map();
for (const file of readdirSync(folder)) {
  const name = file.endsWith(".whl") ? file.split("-")[0] : file.replace(/-[^-]*$/, "");
  const sha256 = createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex");
  const files = projects.get(normal(name)) ?? [];
  projects.set(normal(name), [...files, { file, sha256 }]);
}

/** The whole line is shared: what goes out takes its turn. */
let free = 0;
function shaped() {
  return new Transform({
    async transform(chunk, _encoding, done) {
      const now = performance.now();
      free = Math.max(free, now) + (chunk.length / rate) * 1000;
      if (free - now > 5) await delay(free - now);
      done(null, chunk);
    },
  });
}

const server = createServer(async (request, response) => {
  await delay(latency);
  const [, kind, name = ""] = new URL(request.url, "http://localhost").pathname.split("/");
  if (kind === "files") {
    response.writeHead(200, { "content-length": statSync(join(folder, name)).size });
    createReadStream(join(folder, name)).pipe(shaped()).pipe(response);
    return;
  }
  const files = projects.get(normal(name));
  if (files === undefined) return response.writeHead(404).end();
  const links = files.map(({ file, sha256 }) => `<a href="/files/${file}#sha256=${sha256}">${file}</a>`);
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8" })
    .end(`<!DOCTYPE html><html><body>${links.join("<br>\n")}</body></html>`);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/simple/`));
