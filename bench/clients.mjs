// node bench/clients.mjs [ROUNDS] — what a run pays for its package index when it asks it for nothing: binding the port and
// writing what the clients are told, against starting the same index at once; in turn, each in a process of its own, in
// milliseconds. `npm run build` first.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median, row } from "./support/measure.mjs";

const ROUNDS = Number(process.argv[2] ?? 15);
const lib = new URL("../lib/packages/", import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-clients-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "cache", "env"), { recursive: true });

// What is loaded by every run anyway is loaded before the clock starts.
const SHARED = `
import "node:http";
import { findInterpreter } from "${lib}index.js";
import { computeTag, openClients } from "${lib}clients/index.js";
const environment = { PATH: process.env.PATH ?? "", HOME: ${JSON.stringify(folder)} };
const cacheDirectory = ${JSON.stringify(join(folder, "cache"))};
const interpreter = await findInterpreter({ request: null, environment, platform: process.platform, cacheDirectory });
const began = performance.now();
`;
const ways = {
  "openClients and close": `
const clients = await openClients({
  ...{ interpreter, pypi: undefined, directory: ${JSON.stringify(folder)}, cacheDirectory, environment, home: environment.HOME },
  ...{ slot: { path: cacheDirectory + "/env/x-0", number: 990 }, platform: process.platform, cache: "on", mode: "online" },
  ...{ tag: computeTag({ interpreter, platform: process.platform }), writable: "shared", note: console.error },
});
await clients.close();
`,
  "openIndex and close": `
const { openIndex } = await import("${lib}open-index.js");
const index = await openIndex({
  ...{ store: cacheDirectory + "/index", upstreams: [], environment, platform: process.platform, note: console.error },
});
await index.close();
`,
};

const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (const [name, code] of Object.entries(ways)) {
  writeFileSync(
    join(folder, `${name}.mjs`),
    `${SHARED}${code}console.log(performance.now() - began);\nprocess.exit(0);\n`,
  );
}
for (let round = 0; round < ROUNDS; round++) {
  for (const name of Object.keys(ways)) {
    const program = pathToFileURL(join(folder, `${name}.mjs`)).href;
    times[name].push(
      Number(execFileSync(process.execPath, ["--input-type=module", "-e", `await import(${JSON.stringify(program)})`])),
    );
  }
}
const [lazy, eager] = Object.keys(ways).map((name) => median(times[name]));
for (const name of Object.keys(ways)) row(name, `${median(times[name]).toFixed(1)} ms`);
row("of that", `${(lazy / eager).toFixed(2)} ×`);
