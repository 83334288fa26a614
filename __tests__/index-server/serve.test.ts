import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { createFolder, forgexec, removeFolders } from "../cli/support.js";
import { get } from "./support.js";
import { startUpstream } from "./upstream.js";

afterAll(removeFolders);

const wheel = { name: "demo-1.0-py3-none-any.whl", body: Buffer.from("wheel") };

/** Serves until `use` is done with the index, then sends the signal. */
async function serve(
  argv: readonly string[],
  {
    use,
    signal = "SIGTERM",
    cwd,
  }: { readonly use: (url: string) => Promise<void>; readonly signal?: "SIGTERM" | "SIGINT"; readonly cwd?: string },
) {
  let used: Promise<void> | undefined;
  const told = await forgexec(["index", "serve", ...argv], {
    ...(cwd === undefined ? {} : { cwd }),
    onOutput: (text, send) => {
      if (!text.includes("\n")) return;
      const { url } = JSON.parse(text.split("\n")[0] ?? "") as { url: string };
      used ??= use(url).finally(() => send(signal));
    },
  });
  await used;
  return told;
}

test("the first line of standard output is its URL; SIGTERM ends it with 0, and nothing is logged", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const cwd = await createFolder();
  const told = await serve(["--port", "0", "--upstream", upstream.url, "--store", "kept"], {
    cwd,
    use: async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/simple\/$/);
      expect((await get(`${url}demo/${wheel.name}`)).body).toEqual(wheel.body);
    },
  });
  expect(told).toMatchObject({ code: 0, stderr: "" });
  expect(told.stdout.split("\n")).toHaveLength(2);
  expect(existsSync(join(cwd, "kept", "v1", "files"))).toBe(true);
});

test("SIGINT ends it with 130; --verbose tells of each request in a line; named upstreams and --offline", async () => {
  const upstream = await startUpstream();
  upstream.add("demo", wheel);
  const cwd = await createFolder();
  const argv = ["--port", "0", "--upstream", `own=${upstream.url}`, "--upstream", "http://127.0.0.1:9/", "--verbose"];
  const own = (url: string): string => url.replace("/simple/", "/own/simple/demo/");
  const told = await serve(argv, {
    cwd,
    signal: "SIGINT",
    use: async (url) => {
      expect((await get(own(url))).status).toBe(200);
      expect((await get(`${url}demo/`)).status).toBe(503);
    },
  });
  expect(told.code).toBe(130);
  expect(told.stderr).toMatch(/^GET \/own\/simple\/demo\/ 200 \d+ms checked\nGET \/simple\/demo\/ 503 .*\n$/);
  const offline = await serve([...argv, "--offline", "--ttl", "1"], {
    cwd,
    use: async (url) => expect((await get(own(url))).status).toBe(200),
  });
  expect(offline.code).toBe(0);
  expect(upstream.count("/simple/demo/")).toBe(1);
});

test.each([
  [["--port", "70000"], "from 0 to 65535"],
  [["--port", "x"], "from 0 to 65535"],
  [["--ttl", "soon"], "10m"],
  [["--upstream", "nowhere"], "http or https"],
  [["--upstream", "simple=https://index.example/"], "'simple'"],
  [["--host", "192.0.2.1", "--port", "0"], "can't listen"],
])("%j is bad usage", async (argv, message) => {
  const told = await forgexec(["index", "serve", ...argv]);
  expect(told).toMatchObject({ code: 2, stdout: "" });
  expect(told.stderr).toContain(message);
});

test("a port that is taken is told of, and nothing of it is left", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const told = await forgexec(["index", "serve", "--port", String(port)]);
  other.close();
  expect(told).toMatchObject({ code: 2, stdout: "" });
  expect(told.stderr).toContain(`port ${port}`);
});

test("index alone shows its help and is bad usage", async () => {
  const told = await forgexec(["index"]);
  expect(told).toMatchObject({ code: 2, stdout: "" });
  expect(told.stderr).toContain("serve");
});
