import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { openLazily } from "../../src/packages/index-server/lazy.js";
import { atEnd, get, machineEnvironment, temporaryFolder } from "./support.js";
import { startUpstream } from "./upstream.js";

const linux = process.platform === "linux";
const root = linux && process.getuid?.() === 0;
const why = linux ? "" : " (skipped: there is no /proc)";
const ASK = 'require("http").get(process.argv[1], (r) => { console.log(r.statusCode); r.destroy(); })';

/** An index of some user's; `credentials` as in a URL. */
async function indexOf(user: number, credentials: string): Promise<string> {
  const upstream = await startUpstream();
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  const store = await temporaryFolder();
  const index = await openLazily({
    ports: [0],
    user,
    note: () => {},
    options: async () => ({
      store,
      upstreams: [{ name: "own", url: upstream.url.replace("//", `//${credentials}`) }],
      ...{ environment: machineEnvironment(), platform: process.platform, reach: "loopback" as const, note: () => {} },
    }),
  });
  atEnd(() => index.close());
  return `${index.address}/own/simple/demo/`;
}

/** The status that another user's process gets. */
async function askedBy(user: number, url: string): Promise<string> {
  const child = spawn(process.execPath, ["-e", ASK, url], {
    uid: user,
    gid: user,
    cwd: "/",
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (data) => {
    said += data;
  });
  await once(child, "close");
  return said.trim();
}

(root ? test : test.skip)(
  `what an upstream gives for credentials, other users don't get${root ? "" : " (skipped: only root can be another user)"}`,
  async () => {
    const url = await indexOf(12_345, "u:p@");
    expect(await askedBy(12_345, url)).toBe("200");
    expect(await askedBy(12_346, url)).toBe("403");
    expect((await get(url)).status).toBe(200);
    expect(await askedBy(12_346, await indexOf(12_345, ""))).toBe("200");
    expect(await askedBy(12_346, await indexOf(0, "u:p@"))).toBe("200");
  },
);

(linux && !root ? test : test.skip)(
  `what an upstream gives for another user's credentials is not served${why || (root ? " (skipped: root may read all)" : "")}`,
  async () => {
    const own = process.getuid?.() ?? -1;
    expect((await get(await indexOf(own, "u:p@"))).status).toBe(200);
    expect((await get(await indexOf(own + 1, "u:p@"))).status).toBe(403);
    expect((await get(await indexOf(own + 1, ""))).status).toBe(200);
  },
);
