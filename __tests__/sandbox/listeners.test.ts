import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type ListenOptions } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { type Executor, getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { testWithPodman, usePodman } from "./container/podman.js";
import { sandboxesWork, testEverybodys as test } from "./support/machine.js";
import { hasSystemPython, makePythonRoot } from "./support/python-root.js";

usePodman();
const scratch = mkdtempSync(join(tmpdir(), "forgexec-listeners-"));
const root = join(scratch, "root");
/** A resolver's, as systemd-resolved has it for everybody; only root can make one. */
const RESOLVER = "/run/systemd/resolve";
const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1"));
const isRoot = process.geteuid?.() === 0;
let madeFirst: string | undefined;
beforeAll(() => {
  if (sandboxesWork && hasSystemPython) makePythonRoot(root);
  if (sandboxesWork && isRoot) madeFirst = mkdirSync(RESOLVER, { recursive: true });
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  if (madeFirst !== undefined) rmSync(madeFirst, { recursive: true });
});

/** Says "hello" to each of the places that its argument lists, by whatever protocol; nobody is waited for. */
const CALLER = `
import json, socket, sys
for family, kind, address in json.loads(sys.argv[1]):
    one = socket.socket(getattr(socket, family), getattr(socket, kind))
    one.settimeout(5)
    try:
        one.connect(tuple(address) if isinstance(address, list) else address)
        one.send(b"hello")
        one.close()
    except OSError:
        pass
print("tried")
`;

type Place = readonly [name: string, family: string, kind: string, address: string | readonly [string, number]];
const closers: (() => void)[] = [];
const reached = new Set<string>();
let places: readonly Place[] = [];

beforeEach(async () => {
  if (!sandboxesWork) return;
  const stream = async (name: string, options: ListenOptions) => {
    const server = createServer((socket) => {
      reached.add(name);
      socket.destroy();
    });
    server.listen(options);
    await once(server, "listening");
    closers.push(() => server.close());
    return server.address() as AddressInfo;
  };
  const datagrams = async (name: string, type: "udp4" | "udp6", host: string) => {
    const socket = createSocket(type).on("message", () => reached.add(name));
    socket.bind(0, host);
    await once(socket, "listening");
    closers.push(() => socket.close());
    return socket.address();
  };
  const abstract = `forgexec-test-${process.pid}`;
  const path = join(scratch, "socket");
  await stream("abstract", { path: `\0${abstract}` });
  await stream("unix", { path });
  const debug = join(tmpdir(), `dotnet-diagnostic-${process.pid}-1-socket`);
  await stream("debug", { path: debug });
  const found: Place[] = [
    ["tcp", "AF_INET", "SOCK_STREAM", ["127.0.0.1", (await stream("tcp", { port: 0, host: "0.0.0.0" })).port]],
    ["udp", "AF_INET", "SOCK_DGRAM", ["127.0.0.1", (await datagrams("udp", "udp4", "127.0.0.1")).port]],
    ["abstract", "AF_UNIX", "SOCK_STREAM", `\0${abstract}`],
    // As some versions of Node have its name: as long as there is room (unix(7)).
    ["abstract", "AF_UNIX", "SOCK_STREAM", `\0${abstract}`.padEnd(108, "\0")],
    ["unix", "AF_UNIX", "SOCK_STREAM", path],
    ["debug", "AF_UNIX", "SOCK_STREAM", debug],
  ];
  if (isRoot) {
    const resolver = join(RESOLVER, `io.forgexec.test-${process.pid}`);
    await stream("resolver", { path: resolver });
    found.push(["resolver", "AF_UNIX", "SOCK_STREAM", resolver]);
  }
  if (hasIpv6) {
    found.push(["tcp6", "AF_INET6", "SOCK_STREAM", ["::1", (await stream("tcp6", { port: 0, host: "::1" })).port]]);
    found.push(["udp6", "AF_INET6", "SOCK_DGRAM", ["::1", (await datagrams("udp6", "udp6", "::1")).port]]);
  }
  places = found;
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  reached.clear();
});

/** Which places are reached by a command that is alone in its sandbox and by a later one of an open sandbox. */
async function reachedBy(executor: Executor, config: SandboxConfig): Promise<readonly string[]> {
  const all = JSON.stringify(places.map(([, ...place]) => place));
  const command = ["/usr/bin/python3", "-I", "-S", "-c", CALLER, all];
  expect((await executor.runSandbox(command, config)).stdout).toBe("tried\n");
  const session = await executor.open(config);
  try {
    await session.command(["/usr/bin/python3", "-c", ""]).run();
    await session.command(command).run();
  } finally {
    await session.close();
  }
  // What was sent before is there before this.
  await new Promise((resolve) => setImmediate(resolve));
  return [...reached].sort();
}

test("no listener of this machine is reached from an isolated network, but by a file that is shown", async () => {
  const executor = getExecutor("bubblewrap");
  expect(await reachedBy(executor, { cwd: "/", network: "isolated" })).toEqual(["unix"]);
  reached.clear();
  const extraMounts = [{ type: "tmpfs", target: tmpdir() }] as const;
  expect(await reachedBy(executor, { cwd: "/", network: "isolated", extraMounts })).toEqual([]);
  const writable = { network: "isolated", filesystemWritablePaths: [tmpdir()] } as const;
  expect(await reachedBy(executor, { cwd: "/", ...writable })).toEqual(["unix"]);
  // They would be otherwise, but for what is in /run, and what debuggers are to use.
  const all = new Set(places.map(([name]) => name));
  for (const name of ["resolver", "debug"]) all.delete(name);
  expect(await reachedBy(executor, { cwd: "/" })).toEqual([...all].sort());
});

test("another root shows no file of this machine's sockets either", async () => {
  if (!hasSystemPython) return;
  const config = { filesystemRoot: root, env: { PATH: "/usr/bin:/bin" }, network: "isolated" } as const;
  expect(await reachedBy(getExecutor("bubblewrap"), config)).toEqual([]);
});

testWithPodman("a container with an isolated network reaches none of them", async () => {
  if (!hasSystemPython) return;
  const config = { filesystemRoot: root, env: { PATH: "/usr/bin:/bin" }, network: "isolated" } as const;
  expect(await reachedBy(getExecutor("container"), config)).toEqual([]);
});
