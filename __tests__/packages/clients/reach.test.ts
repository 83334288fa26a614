import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createPlainServer, request } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { parseIni } from "../../../src/packages/ini.js";
import { get, startIndex } from "../../index-server/support.js";
import { startUpstream, type TestUpstream } from "../../index-server/upstream.js";
import { pypi } from "../support.js";
import { type Machine, machine, openOn, write } from "./support.js";

const closers: (() => Promise<unknown>)[] = [];

afterAll(() => Promise.all(closers.map((close) => close())));

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const real = hasOpenssl ? test : test.skip;
const why = hasOpenssl ? "" : " (skipped: there is no openssl)";

if (process.env.CI === "true" && process.platform === "linux") {
  test("CI has openssl", () => expect(hasOpenssl).toBe(true));
}

/** A machine without certificates of its own, and an upstream behind TLS whose certificate nobody knows. */
async function scene(): Promise<{ where: Machine; upstream: TestUpstream; url: string; certificate: string }> {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  for (const name of Object.keys(where.environment)) {
    if (/CERT|CA_BUNDLE/.test(name)) delete where.environment[name];
  }
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  const [key, certificate] = [join(where.root, "key.pem"), join(where.root, "certificate.pem")];
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (asked, response) => {
    const target = `${upstream.origin}${asked.url}`;
    request(target, { headers: asked.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { where, upstream, url: `https://127.0.0.1:${port}/simple/`, certificate };
}

type Trust = (where: Machine, certificate: string) => Promise<unknown> | undefined;

const pipFile = (where: Machine, text: string) =>
  write(join(where.home, ".config", "pip", "pip.conf"), `[global]\n${text}\n`);

const trusts: Readonly<Record<string, Trust>> = {
  "pip's cert": (where, certificate) => pipFile(where, `cert = ${certificate}`),
  PIP_CERT: (where, certificate) => void Object.assign(where.environment, { PIP_CERT: certificate }),
  REQUESTS_CA_BUNDLE: (where, certificate) =>
    void Object.assign(where.environment, { REQUESTS_CA_BUNDLE: certificate }),
  SSL_CERT_FILE: (where, certificate) => void Object.assign(where.environment, { SSL_CERT_FILE: certificate }),
  NODE_EXTRA_CA_CERTS: (where, certificate) =>
    void Object.assign(where.environment, { NODE_EXTRA_CA_CERTS: certificate }),
  "pip's trusted-host": (where) => pipFile(where, "trusted-host = 127.0.0.1"),
};

for (const [by, trust] of Object.entries(trusts)) {
  real(`an upstream's certificate is believed by ${by}, as pip does${why}`, async () => {
    const { where, upstream, url, certificate } = await scene();
    await trust(where, certificate);
    const { indexUrl } = await openOn(where, { pypi: pypi({ indexUrl: url }) });
    expect((await get(`${indexUrl}demo/`)).status).toBe(200);
    expect(upstream.requests).toHaveLength(1);
  });
}

real(`an upstream whose certificate nobody knows is not believed, whichever other host is trusted${why}`, async () => {
  const { where, upstream, url } = await scene();
  const part = pypi({ indexUrl: url, trustedHosts: ["localhost", "127.0.0.1:1"] });
  const { indexUrl } = await openOn(where, { pypi: part });
  const refused = await get(`${indexUrl}demo/`);
  expect([refused.status, refused.body.toString()]).toEqual([503, expect.stringContaining("CERT")]);
  expect(upstream.requests).toEqual([]);
});

/** A proxy that tunnels; its URL, and where it was asked to. */
async function startProxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createPlainServer((_, response) => void response.writeHead(400).end());
  server.on("connect", (connecting, socket) => {
    asked.push(connecting.url ?? "");
    const { hostname, port } = new URL(`http://${connecting.url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    socket.on("error", () => target.destroy());
    target.on("error", () => socket.destroy());
    closers.push(async () => target.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test.each(["its file", "PIP_PROXY"])(
  "a proxy that pip is told of by %s is the index's, and never stands before the index",
  async (by) => {
    const [where, upstream, proxy] = await Promise.all([machine(), startUpstream(), startProxy()]);
    upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
    if (by === "its file") await pipFile(where, `proxy = ${proxy.url}`);
    else where.environment.PIP_PROXY = proxy.url;
    const settings = await openOn(where, { pypi: pypi({ indexUrl: upstream.url }) });
    expect((await get(`${settings.indexUrl}demo/`)).status).toBe(200);
    expect(proxy.asked).toEqual([new URL(upstream.url).host]);
    const sections = parseIni(readFileSync(settings.variables.PIP_CONFIG_FILE ?? "", "utf8"));
    const holders = [...sections].filter(([, options]) => options.has("proxy")).map(([name]) => name);
    expect([holders, settings.remove]).toEqual([["lock"], by === "its file" ? [] : ["PIP_PROXY"]]);
    expect(settings.variables).toMatchObject({
      ...{ http_proxy: proxy.url, https_proxy: proxy.url, no_proxy: "127.0.0.1", NO_PROXY: "127.0.0.1" },
    });
  },
);

test("where the machine has proxies, the index is among what does not go through them", async () => {
  const [where, proxy] = await Promise.all([machine(), startProxy()]);
  Object.assign(where.environment, { HTTPS_PROXY: proxy.url, NO_PROXY: "intern.example, .test" });
  const { variables, indexUrl } = await openOn(where);
  expect(variables).toMatchObject({
    no_proxy: "intern.example,.test,127.0.0.1",
    NO_PROXY: "intern.example,.test,127.0.0.1",
  });
  expect([variables.http_proxy, indexUrl]).toEqual([undefined, expect.any(String)]);
  const socks = await machine();
  socks.environment.all_proxy = "socks5h://127.0.0.1:9";
  expect((await openOn(socks)).indexUrl).toBeNull();
  expect(socks.notes).toEqual([expect.stringContaining("SOCKS")]);
});

real(`an index that is opened by itself reaches its upstream as the machine's pip would${why}`, async () => {
  const { where, upstream, url, certificate } = await scene();
  await pipFile(where, `cert = ${certificate}`);
  const index = await startIndex(url, { environment: where.environment });
  expect((await get(`${index.url}demo/`)).status).toBe(200);
  expect(upstream.requests).toHaveLength(1);
});
