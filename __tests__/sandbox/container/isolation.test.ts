import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { BARE_IMAGE, IMAGE, importImage } from "./images.js";

describe.each(engines)("$title", ({ name, test, use, call }) => {
  const { folder, rootFolder } = use();
  const sandbox = getExecutor("container");
  const scratch = mkdtempSync(join(tmpdir(), "forgexec-isolation-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** What a shell script in a container prints. */
  async function printed(script: string, config: SandboxConfig = {}): Promise<string> {
    const root = config.filesystemRoot === undefined ? { image: IMAGE } : {};
    const { stdout } = await sandbox.runSandbox(["sh", "-c", script], { ...root, stderr: "stdout", ...config });
    return stdout?.trim() ?? "";
  }

  test("the configuration's environment takes the place of the image's, but for PATH", async () => {
    // docker's client would hand on one that it has itself.
    process.env.FROM_IMAGE = "the runner's own";
    try {
      const session = await sandbox.open({ image: IMAGE, env: { A: "1" } });
      try {
        const { stdout } = await session.command(["env"]).env("B", "2").stdout("capture").run();
        const names = stdout
          .trim()
          .split("\n")
          .map((line) => line.split("=")[0]);
        expect(names).toEqual(expect.arrayContaining(["A", "B", "HOME", "PATH"]));
        expect(names).not.toContain("FROM_IMAGE");
      } finally {
        await session.close();
      }
      expect(await printed("echo $FROM_IMAGE", { env: { FROM_IMAGE: "the configuration's" } })).toBe(
        "the configuration's",
      );
    } finally {
      delete process.env.FROM_IMAGE;
    }
  });

  test("commands see the image's variables or the configuration's, and none of this process's", async () => {
    process.env.FORGEXEC_TEST_TOKEN = "the runner's own";
    process.env.HTTPS_PROXY = "http://user:word@proxy.invalid";
    try {
      const hostile = {
        LD_PRELOAD: "/x.so",
        CONTAINERS_CONF: "/x",
        DOCKER_HOST: "tcp://x",
        GODEBUG: "x",
        HTTPS_PROXY: "p",
      };
      const env = {
        A: "1",
        LINES: "a\nb",
        QUOTED: "'q'",
        EMPTY: "",
        SPACED: " s ",
        "odd.name": "o",
        PATH: "/bin",
        ...hostile,
      };
      const seen = await printed("tr '\\0' '\\n' < /proc/self/environ; true", { env: { ...env, HOME: "/tmp" } });
      for (const [name, value] of Object.entries({ ...env, HOME: "/tmp" }))
        expect(`\n${seen}\n`).toContain(`\n${name}=${value}\n`);
      const without = await printed("env");
      expect(without).not.toMatch(/the runner's own|proxy.invalid/);
      expect(without).toMatch(/^FROM_IMAGE=yes$/m);
    } finally {
      delete process.env.FORGEXEC_TEST_TOKEN;
      delete process.env.HTTPS_PROXY;
    }
  });

  test("no value of a variable is in any argv", async () => {
    const session = await sandbox.open({ image: IMAGE, env: { TOKEN: "hush-one", LINES: "hush-two\nx" } });
    try {
      const child = await session
        .command(["sh", "-c", "echo up; read line"])
        .env("MORE", "hush-three")
        .env("LINES", "hush-four\n")
        .stdin("pipe")
        .stdout("pipe")
        .start();
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      const argvs = readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => existsSync(`/proc/${pid}`) && readQuietly(`/proc/${pid}/cmdline`));
      expect(argvs.filter((argv) => String(argv).includes("hush-"))).toEqual([]);
      await child.write("go\n");
      await child.wait();
    } finally {
      await session.close();
    }
  });

  test("neither this process, nor its home, nor its privileges are to be seen inside", async () => {
    writeFileSync(join(scratch, "secret"), "s");
    const seen = await printed(
      `ps -o args; ls ${scratch} /root; cat /proc/1/environ; id -u; grep -E '^(NoNewPrivs|Seccomp|CapEff):' /proc/self/status`,
    );
    expect(seen).not.toMatch(/node|jest|secret$|FORGEXEC_TEST/m);
    expect(seen).toMatch(/NoNewPrivs:\s1/);
    expect(seen).toMatch(/Seccomp:\s2/);
    const bits = BigInt(`0x${/CapEff:\s([0-9a-f]+)/.exec(seen)?.[1]}`);
    const [admin, mknod, chown] = [21n, 27n, 0n].map((bit) => (bits >> bit) & 1n);
    expect([admin, mknod, chown]).toEqual([0n, 0n, 1n]);
  });

  test("capabilities are dropped and added by name", async () => {
    const caps = async (config: SandboxConfig["capabilities"]) => {
      const text = await printed("grep CapEff /proc/self/status", config ? { capabilities: config } : {});
      return BigInt(`0x${text.split("\t")[1]}`);
    };
    expect(await caps({ drop: ["ALL"], add: ["cap_net_bind_service"] })).toBe(1n << 10n);
    expect(await caps({ drop: ["all"] })).toBe(0n);
  });

  test("the control groups' names are the container's own", async () => {
    const own = readlinkSync("/proc/self/ns/cgroup");
    const session = await sandbox.open({ image: IMAGE, limits: { pids: 200 } });
    try {
      const seen = session.command([
        "sh",
        "-c",
        "cut -d: -f3 /proc/self/cgroup | sort -u; readlink /proc/self/ns/cgroup",
      ]);
      const [path, namespace] = (await seen.stdout("capture").run()).stdout.split("\n");
      expect(path).toBe("/");
      expect(namespace).not.toBe(own);
    } finally {
      await session.close();
    }
  });

  test("later commands of a session are held as tightly as its first, in the same namespaces", async () => {
    const session = await sandbox.open({ image: IMAGE, network: "isolated", capabilities: { drop: ["net_raw"] } });
    try {
      const tight = async () => {
        const script =
          "grep -E '^(NoNewPrivs|Cap|Seccomp|Uid|Gid|Groups)' /proc/self/status; ls -l /proc/self/ns | sed 's/.*-> //'; cat /proc/self/cgroup";
        return (await session.command(["sh", "-c", script]).stdout("capture").run()).stdout;
      };
      const first = await tight();
      expect(first).toMatch(/pid:\[\d+\]/);
      expect(await tight()).toBe(first);
      const server = await session
        .command(["sh", "-c", "echo up; nc -l -p 8123 -e /bin/echo answered"])
        .stdout("pipe")
        .start();
      await new Promise((resolve) => server.stdout?.once("data", resolve));
      const asked = await session
        .command(["sh", "-c", "until nc 127.0.0.1 8123 </dev/null | grep answered; do :; done"])
        .stdout("capture")
        .timeout(20_000)
        .run();
      expect(asked.stdout).toBe("answered\n");
      await server.wait();
    } finally {
      await session.close();
    }
  });

  test("an isolated network has nothing but its own loopback, and reaches no listener of this machine", async () => {
    const server = createServer((socket) => socket.end("reached\n")).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    try {
      const seen = await printed(`ls /sys/class/net; nc -w 2 127.0.0.1 ${port}; echo "nc $?"`, { network: "isolated" });
      expect(seen.split("\n")[0]).toBe("lo");
      expect(seen).not.toContain("reached");
    } finally {
      server.close();
    }
  });

  test("a port is published while the session is open", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => free.once("listening", resolve));
    const { port } = free.address() as { port: number };
    await new Promise((resolve) => free.close(resolve));
    const session = await sandbox.open({ image: IMAGE, ports: [{ host: port, sandbox: 8080 }] });
    try {
      mkdirSync(join(scratch, "www"), { recursive: true });
      const server = await session
        .command(["sh", "-c", "echo hello > /tmp/index.html; echo up; exec httpd -f -p 8080 -h /tmp"])
        .stdout("pipe")
        .start();
      await new Promise((resolve) => server.stdout?.once("data", resolve));
      expect(await answer(`http://127.0.0.1:${port}/index.html`)).toBe("hello\n");
      await server.abort();
    } finally {
      await session.close();
    }
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
  });

  test("a port that is taken is told by its number, before anything is made", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    try {
      const config = { image: IMAGE, ports: [{ host: port, sandbox: 80 }] };
      for (const refused of [() => sandbox.runSandbox(["true"], config), () => sandbox.open(config)]) {
        const { reason, message } = await failureOf(refused());
        expect([reason, message]).toEqual([
          "invalid",
          `The sandbox: the port ${port} cannot be published: something listens at 127.0.0.1 on it already. End that, or publish another`,
        ]);
      }
    } finally {
      server.close();
    }
  });

  /** A server says that it is up a moment before it is. */
  async function answer(url: string): Promise<string> {
    for (;;) {
      const response = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch((error) => {
        if (error.name === "TimeoutError") throw error;
        return null;
      });
      if (response) return response.text();
    }
  }

  test("what is writable is what the configuration says", async () => {
    const bound = join(scratch, "bound");
    mkdirSync(join(bound, "part"), { recursive: true });
    const touch = "for p in /x /etc/x /tmp/x /run/x /mnt/x /mnt/part/x; do touch $p 2>/dev/null && echo $p; done";
    const readOnly = { type: "bind", source: bound, target: "/mnt", options: "ro" } as const;
    expect(await printed(touch, { filesystemWritablePaths: "none", extraMounts: [readOnly] })).toBe("");
    expect(await printed(touch, { filesystemWritablePaths: ["/etc"], extraMounts: [readOnly] })).toBe("/etc/x");
    expect(await printed(touch, { filesystemWritablePaths: ["/mnt/part"], extraMounts: [readOnly] })).toBe(
      "/mnt/part/x",
    );
    // What is to be read only is so within a writable path too.
    expect(await printed(touch, { filesystemWritablePaths: ["/"], extraMounts: [readOnly] })).not.toContain("/mnt");
    const inTmp = { ...readOnly, target: "/tmp/in" };
    expect(
      await printed("for p in /tmp/x /tmp/in/x; do touch $p 2>/dev/null && echo $p; done", {
        filesystemWritablePaths: ["/tmp"],
        extraMounts: [inTmp],
      }),
    ).toBe("/tmp/x");
    const bothWays = { ...readOnly, options: "rw" };
    expect(await printed(touch, { filesystemWritablePaths: "none", extraMounts: [bothWays] })).toBe("");
    expect(await printed(touch, { filesystemWritablePaths: ["/mnt"], extraMounts: [bothWays] })).toBe(
      "/mnt/x\n/mnt/part/x",
    );
    expect(await printed(touch)).toBe("/x\n/etc/x\n/tmp/x\n/run/x");
    expect(readdirSync(bound).sort()).toEqual(["part", "x"]);
    expect(call("volume", "ls", "--quiet")).toBe("");
  });

  test("no link leads a mount to this machine's own files, be it in an image or in a bound folder", async () => {
    const outside = join(scratch, "outside");
    mkdirSync(outside);
    writeFileSync(join(outside, "secret"), "s");
    const root = rootFolder();
    const climbing = `${"../".repeat(20)}${outside}`;
    symlinkSync(outside, join(root, "absolute"));
    symlinkSync(climbing, join(root, "climbing"));
    const image = "localhost/forgexec-links:1";
    importImage(folder(), { root, name: image, changes: [] }, call);
    for (const link of ["absolute", "climbing"]) rmSync(join(root, link));
    const bound = join(scratch, "with-links");
    mkdirSync(bound);
    symlinkSync(outside, join(bound, "absolute"));
    symlinkSync(climbing, join(bound, "climbing"));
    const source = { type: "bind", source: bound, target: "/mnt", options: "ro" } as const;
    for (const link of ["absolute", "climbing"]) {
      const script = (path: string) => `cat ${path}/secret 2>/dev/null; echo x > ${path}/file && cat ${path}/file`;
      const tmpfs = { type: "tmpfs", target: `/${link}` } as const;
      for (const config of [{ filesystemWritablePaths: [`/${link}`] }, { extraMounts: [tmpfs] }]) {
        // crun mounts nothing through a link that leads nowhere in the image; runc makes what it leads to.
        const outcome = printed(script(`/${link}`), { image, ...config }).catch(({ message }: Error) =>
          /crun: creating `/.test(message) ? "refused by crun" : message,
        );
        expect(["x", "refused by crun"]).toContain(await outcome);
      }
      const config = { extraMounts: [source], filesystemWritablePaths: [`/mnt/${link}`] };
      expect(await printed(script(`/mnt/${link}`), config)).toBe("x");
    }
    expect(readdirSync(outside)).toEqual(["secret"]);
  });

  test("mounts are made where they are asked for, whatever their paths look like", async () => {
    const odd = join(scratch, 'an odd:name, with "quotes"');
    mkdirSync(odd);
    writeFileSync(join(odd, "file"), "content");
    const seen = await printed(
      `cat '${odd}/file'; df -k /small | tail -1; grep ' /noexec ' /proc/mounts; ls -ld /plain; ls /proc | grep -c '^[0-9]'`,
      {
        extraMounts: [
          { type: "bind", source: odd, target: odd },
          { type: "tmpfs", target: "/small", options: "size=1m,mode=0700" },
          { type: "tmpfs", target: "/plain" },
          ...(name === "podman"
            ? [{ type: "bind", source: odd, target: "/noexec", options: "noexec,nosuid,nodev" } as const]
            : []),
          { type: "proc", target: "/proc" },
        ],
      },
    );
    expect(seen).toMatch(/^contenttmpfs +1024 /);
    expect(seen).toMatch(/^drwxrwxrwt .*\/plain$/m);
    if (name === "podman") expect(seen).toMatch(/ \/noexec \S+ rw,nosuid,nodev,noexec/);
  });

  test("a folder can be the root, and keeps nothing of the engine's", async () => {
    const root = rootFolder();
    if (name === "docker") {
      expect(await failureOf(printed("true", { filesystemRoot: root }))).toMatchObject({ reason: "unsupported" });
      return;
    }
    // As whole systems have it: the engine's own file is mounted where that leads.
    symlinkSync("../run/resolve/resolv.conf", join(root, "etc/resolv.conf"));
    const before = readdirSync(root, { recursive: true }).sort();
    const config: SandboxConfig = {
      filesystemRoot: root,
      extraMounts: [{ type: "bind", source: scratch, target: "/mnt/deep" }],
    };
    expect(await printed("ls /mnt; echo made > /tmp/made; cat /tmp/made", config)).toBe("deep\nmade");
    expect(readFileSync(join(root, "tmp/made"), "utf8")).toBe("made\n");
    rmSync(join(root, "tmp/made"));
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before);
    const part = { ...config, filesystemWritablePaths: ["/tmp"] };
    expect(await printed("for p in /x /tmp/x; do touch $p 2>/dev/null && echo $p; done; rm -f /tmp/x", part)).toBe(
      "/tmp/x",
    );
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before);
    rmSync(join(root, "etc/resolv.conf"));
  });

  test("an image with a single program and no shell is enough", async () => {
    const session = await sandbox.open({ image: BARE_IMAGE, network: "isolated" });
    try {
      for (const text of ["one", "two"]) {
        expect((await session.command(["/cat"]).stdin(text).stdout("capture").run()).stdout).toBe(text);
      }
    } finally {
      await session.close();
    }
  });

  function readQuietly(path: string): string {
    try {
      return readFileSync(path, "latin1");
    } catch {
      return "";
    }
  }
});
