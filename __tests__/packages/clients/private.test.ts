import { existsSync } from "node:fs";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { contents, get } from "../../index-server/support.js";
import { faults, startUpstream, type TestUpstream } from "../../index-server/upstream.js";
import { pythonWheel } from "../../index-server/wheels.js";
import { pypi } from "../support.js";
import { environmentOf, type Machine, machine, openOn, runOn, write } from "./support.js";
import { installTools } from "./tools.js";

const tools = await installTools();
const real = tools === null ? test.skip : test;
const why = tools === null ? " (skipped: the clients can't be installed here)" : "";
const { bin } = tools ?? { bin: "" };
const python = join(bin, "python");

interface Scene {
  readonly where: Machine;
  /** The index that everybody may write to. */
  readonly open: TestUpstream;
  /** The company's own. */
  readonly own: TestUpstream;
}

/** A stranger has put a newer `mycorp-tool` on the open index. */
async function scene(): Promise<Scene> {
  const [where, open, own] = await Promise.all([machine(), startUpstream(), startUpstream()]);
  open.add("mycorp-tool", { ...(await pythonWheel({ name: "mycorp_tool", version: "9.9", requires: [] })) });
  open.add("demo", await pythonWheel({ name: "demo", version: "1.0", requires: ["MyCorp.Tool"] }));
  own.add("mycorp-tool", await pythonWheel({ name: "mycorp_tool", version: "1.0", requires: [] }));
  await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${open.url}\n`);
  return { where, open, own };
}

function pinned(own: TestUpstream, url = own.url) {
  const pins = [{ pattern: "mycorp-*", index: "corp" }];
  return pypi({ extraIndexUrls: [url], namedIndexes: [{ name: "corp", url }], pins });
}

for (const cache of ["on", "off"] as const) {
  real(
    `names that are pinned reach no other index, and come from no other, for pip and for uv (cache ${cache})${why}`,
    async () => {
      const { where, open, own } = await scene();
      const settings = await openOn(where, { pypi: pinned(own), cache });
      const targets = [join(where.root, "a"), join(where.root, "b")];
      const install = ["pip", "install", "--target"];
      expect(await runOn(where, settings, [python, "-m", ...install, targets[0] ?? "", "demo"])).toMatchObject({
        code: 0,
      });
      expect(
        await runOn(where, settings, [join(bin, "uv"), ...install, targets[1] ?? "", "--python", python, "demo"]),
      ).toMatchObject({ code: 0 });
      for (const target of targets) {
        expect(await readFile(join(target, "mycorp_tool.py"), "utf8")).toContain('"1.0"');
      }
      expect(open.requests.filter(({ path }) => path.includes("mycorp"))).toEqual([]);
      own.instead.set("/simple/mycorp-tool/", faults.status(404));
      own.projects.clear();
      const none = await runOn(where, settings, [python, "-m", ...install, join(where.root, "c"), "mycorp-other"]);
      expect(none.code).not.toBe(0);
      expect(open.requests.filter(({ path }) => path.includes("mycorp"))).toEqual([]);
      await settings.close();
      expect(existsSync(join(where.cacheDirectory, "index"))).toBe(cache === "on");
    },
    120_000,
  );
}

test("other indexes serve neither pages nor files of a pinned name, however it is written", async () => {
  const { where, open, own } = await scene();
  const settings = await openOn(where, { pypi: pinned(own) });
  for (const name of ["mycorp-tool/", "mycorp-tool/mycorp_tool-9.9-py3-none-any.whl", "mycorp-x/"]) {
    expect((await get(`${settings.indexUrl}${name}`)).status).toBe(404);
  }
  for (const name of ["MyCorp_Tool/", "mycorp.tool"]) {
    expect((await get(`${settings.indexUrl}${name}`)).status).toBe(301);
  }
  expect(open.requests).toEqual([]);
});

real(`uv finds on all of pip's indexes what pip would find there${why}`, async () => {
  const { where, open, own } = await scene();
  own.add("demo", await pythonWheel({ name: "demo", version: "0.1", requires: [] }));
  const settings = await openOn(where, { pypi: pypi({ extraIndexUrls: [own.url] }) });
  for (const program of [
    [python, "-m", "pip"],
    [join(bin, "uv"), "pip"],
  ]) {
    const target = join(where.root, program.length > 2 ? "pip" : "uv");
    const list = program.length > 2 ? [] : ["--python", python];
    const ran = await runOn(where, settings, [...program, "install", "--no-deps", ...list, "--target", target, "demo"]);
    expect(ran).toMatchObject({ code: 0 });
    expect(await readFile(join(target, "demo.py"), "utf8")).toContain('"1.0"');
  }
  expect(open.requests.length).toBeGreaterThan(0);
});

test("pins that can't hold are refused", async () => {
  const { where, own } = await scene();
  const part = pinned(own);
  const extraIndexUrls = [...part.extraIndexUrls, "https://u:hidden@far.example/simple?x"];
  const refused = openOn(where, { pypi: { ...part, extraIndexUrls } });
  await expect(refused).rejects.toMatchObject({ code: "pins-not-kept" });
  await expect(refused).rejects.toThrow("//***@far.example");
  where.environment.ALL_PROXY = "socks5://127.0.0.1:9";
  await expect(openOn(where, { pypi: part })).rejects.toMatchObject({ code: "pins-not-kept" });
});

const SECRET = "s3cr et/x";
const BASIC = `Basic ${Buffer.from(`user:${SECRET}`).toString("base64")}`;

function withCredentials({ url }: TestUpstream): string {
  return url.replace("//", `//user:${encodeURIComponent(SECRET)}@`);
}

real(
  `credentials go to their index, and are in no file, variable, page or line of output${why}`,
  async () => {
    const { where, open, own } = await scene();
    await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${withCredentials(open)}\n`);
    where.environment.PIP_EXTRA_INDEX_URL = withCredentials(own);
    const settings = await openOn(where);
    const install = ["pip", "install", "-v", "--target", join(where.root, "a"), "demo"];
    const ran = await runOn(where, settings, [python, "-m", ...install]);
    expect(ran).toMatchObject({ code: 0 });
    for (const upstream of [open, own]) {
      expect(upstream.requests.length).toBeGreaterThan(0);
      expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual(upstream.requests.map(() => BASIC));
    }
    own.instead.set("/simple/closed/", faults.status(401));
    const [extra = ""] = settings.variables.PIP_EXTRA_INDEX_URL?.split(" ") ?? [];
    const refused = await get(`${extra}closed/`);
    expect(refused.status).toBe(502);
    const seen = [
      ...[...(await contents(where.cacheDirectory))].flat().map(String),
      ...Object.values(environmentOf(where, settings)),
      ...[ran.output, refused.body.toString(), ...where.notes],
    ].join("\n");
    for (const secret of [SECRET, encodeURIComponent(SECRET), BASIC.slice(6)]) expect(seen).not.toContain(secret);
  },
  120_000,
);

test("the user's netrc is asked for the credentials that a URL lacks", async () => {
  const { where, open, own } = await scene();
  const path = await write(
    join(where.home, ".netrc"),
    `# mine\nmacdef init\nmachine 127.0.0.1 login no password no\n\nmachine 127.0.0.1\n  login user password "${SECRET}"\n`,
  );
  await chmod(path, 0o600);
  const settings = await openOn(where);
  await get(`${settings.indexUrl}demo/`);
  expect(open.requests.map(({ headers }) => headers.authorization)).toEqual([BASIC]);
  expect(own.requests).toEqual([]);
});
