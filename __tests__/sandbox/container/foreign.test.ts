import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, copyFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test as plain } from "@jest/globals";
import { compiledSources } from "../../index-server/compiled.js";
import { docker, obstacle, useDocker } from "./docker.js";
import { executable } from "./executable.js";
import { BARE_IMAGE, IMAGE, USER_IMAGE } from "./images.js";

/** nobody, who may use the service by its socket's group, and whose containers' processes are root's. */
const user = { uid: 65_534, gid: 65_534 };
const test = obstacle === null ? plain : plain.skip;
useDocker({ group: user.gid });
let sources = "";
let scratch = "";
beforeAll(async () => {
  sources = await compiledSources();
  chmodSync(sources, 0o755);
  scratch = mkdtempSync(join(tmpdir(), "forgexec-foreign-"));
  chmodSync(scratch, 0o755);
  for (const name of ["home", "tmp", "workspace"]) {
    mkdirSync(join(scratch, name));
    chownSync(join(scratch, name), user.uid, user.gid);
  }
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A sudo that asks for no password, for that user alone: the folder that it is in, for PATH. */
function sudo(): string {
  const folder = join(scratch, "sudo");
  mkdirSync(folder, { recursive: true });
  const become = join(folder, "become");
  const real = execFileSync("sh", ["-c", "command -v setpriv"], { encoding: "utf8" }).trim();
  copyFileSync(real, become);
  chownSync(become, 0, user.gid);
  chmodSync(become, 0o4750);
  executable(join(folder, "sudo"), `shift\nexec '${become}' --reuid 0 --regid 0 --clear-groups -- "$@"`);
  return folder;
}

const owners = (...paths: readonly string[]) =>
  paths.map((path) => {
    const { uid, gid } = lstatSync(path);
    return `${uid}:${gid}`;
  });

function programOf(body: string): { readonly argv: string[]; readonly env: Record<string, string> } {
  const program = join(sources, `program-${Math.random()}.mjs`);
  writeFileSync(
    program,
    `import { getExecutor } from "./sandbox/index.js";
     const executor = getExecutor("container");
     const failure = (promise) => promise.then(() => null, ({ reason, message, limit }) => ({ reason, message, limit }));
     const said = async (session, script) =>
       (await session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run()).stdout;
     const started = async (command) => {
       const child = await command.stdout("pipe").killGrace(300).start();
       await new Promise((resolve) => child.stdout.once("data", resolve));
       return child;
     };
     ${body}`,
  );
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: join(scratch, "home"),
    TMPDIR: join(scratch, "tmp"),
    DOCKER_HOST: process.env.DOCKER_HOST ?? "",
    FORGEXEC_CONTAINER_ENGINE: "docker",
  };
  return { argv: [program], env };
}

/** What a program of that user's prints as JSON; it has `executor` and the functions above. */
function asNobody(body: string): unknown {
  const { argv, env } = programOf(body);
  const { stdout, stderr } = spawnSync(process.execPath, argv, { ...user, cwd: "/", env, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("commands run, and are told by their own results, though their processes are another user's", () => {
  const result = asNobody(`
    const session = await executor.open({ image: ${JSON.stringify(USER_IMAGE)}, network: "isolated", limits: { memory: "24MiB" } });
    const seen = await said(session, "id -u; echo out; echo err >&2");
    const missing = await failure(session.command(["no-such-program"]).run());
    const hog = await failure(session.command(["tail", "/dev/zero"]).run());
    const answers = typeof session.untilAnswered;
    await session.close();
    console.log(JSON.stringify({ seen, missing, hog, answers, forwards: executor.capabilities.forwards }));`);
  expect(result).toMatchObject({
    seen: "4321\nout\nerr\n",
    missing: { reason: "not-found" },
    hog: { reason: "limit", limit: "memory" },
    // Into the network of another user's processes nobody is let.
    answers: "undefined",
    forwards: [],
  });
});

test("a command is ended with all that it started, and the others go on", () => {
  const result = asNobody(`
    const session = await executor.open({ image: ${JSON.stringify(IMAGE)}, network: "isolated" });
    const other = await started(session.command(["sh", "-c", "echo up; exec sleep 2001"]));
    const child = await started(session.command(["sh", "-c", "trap '' TERM; sleep 2002 & echo up; wait; sleep 2003"]));
    await child.abort();
    const late = await failure(session.command(["sh", "-c", "sleep 2004 & sleep 2004"]).killGrace(300).timeout(1000).run());
    const left = await said(session, "ps -o args | grep '[s]leep'");
    await other.abort();
    await session.close();
    console.log(JSON.stringify({ left, late: late.reason }));`);
  expect(result).toEqual({ left: "sleep 2001\n", late: "timeout" });
});

test("where the image has nothing to end a command with, the container ends", () => {
  const result = asNobody(`
    const session = await executor.open({ image: ${JSON.stringify(BARE_IMAGE)}, network: "isolated" });
    const child = await session.command(["/cat"]).stdin("pipe").stdout("pipe").killGrace(300).start();
    const echoed = new Promise((resolve) => child.stdout.once("data", resolve));
    await child.write("up");
    await echoed;
    await child.abort();
    const later = await failure(session.command(["/cat"]).run());
    await session.close();
    console.log(JSON.stringify(later.reason));`);
  expect(result).toBe("spawn");
});

test("a workspace that could not be given back is refused before anything runs", () => {
  const workspace = join(scratch, "workspace");
  const result = asNobody(
    `
    const { existsSync } = await import("node:fs");
    process.env.PATH = process.env.PATH.split(":").filter((folder) => !existsSync(folder + "/sudo")).join(":");
    const config = { image: ${JSON.stringify(IMAGE)}, workspace: ${JSON.stringify(workspace)} };
    console.log(JSON.stringify(await failure(executor.open(config))));`,
  );
  expect(result).toMatchObject({ reason: "unsupported", message: expect.stringContaining("workspace") });
});

test("where the service numbers processes in another way, as for a job in a container, commands are ended from inside", () => {
  const { argv, env } = programOf(`
    const open = (config) => executor.open({ image: ${JSON.stringify(IMAGE)}, network: "isolated", ...config });
    const session = await open({});
    const child = await started(session.command(["sh", "-c", "trap '' TERM; sleep 2002 & echo up; wait; sleep 2003"]));
    await child.abort();
    const left = await said(session, "ps -o args | grep '[s]leep'");
    const failed = await failure(session.command(["false"]).run());
    const forwarded = await failure(open({ forwards: [{ port: 3141, to: { port: 1 } }] }));
    await session.close();
    console.log(JSON.stringify({ left, failed: failed.reason, forwarded: forwarded.reason, pid: session.pid }));`);
  const words = ["--pid", "--fork", "--mount-proc", "--kill-child", process.execPath, ...argv];
  const { stdout, stderr } = spawnSync("unshare", words, { env, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ left: "", failed: "exit", forwarded: "unsupported", pid: null });
});

test("with sudo the workspace is the image's user's for the time, and its owner's again", () => {
  const workspace = join(scratch, "workspace");
  writeFileSync(join(workspace, "mine"), "");
  chownSync(join(workspace, "mine"), user.uid, user.gid);
  const config = { workspace, cwd: workspace, network: "isolated" };
  for (const image of [USER_IMAGE, IMAGE]) {
    const result = asNobody(`
      process.env.PATH = ${JSON.stringify(sudo())} + ":" + process.env.PATH;
      const session = await executor.open(${JSON.stringify({ ...config, image })});
      const script = "echo more >> mine && mkdir -p made && echo new > made/$(id -u) && stat -c %u:%g . mine";
      const seen = await said(session, script);
      await session.close();
      console.log(JSON.stringify(seen));`);
    expect(result).toBe(image === USER_IMAGE ? "4321:4322\n4321:4322\n" : "65534:65534\n65534:65534\n");
  }
  const paths = ["mine", "made", "made/4321", "made/0", "."].map((name) => join(workspace, name));
  expect(owners(...paths)).toEqual(Array(5).fill("65534:65534"));
});

test("what a killed process left is removed by that user's next one, and what it had lent is given back", async () => {
  const workspace = join(scratch, "lent");
  mkdirSync(workspace);
  chownSync(workspace, user.uid, user.gid);
  const withSudo = `process.env.PATH = ${JSON.stringify(sudo())} + ":" + process.env.PATH;`;
  const config = JSON.stringify({ image: IMAGE, network: "isolated" });
  const lending = JSON.stringify({ image: USER_IMAGE, network: "isolated", workspace });
  const { argv, env } = programOf(
    `${withSudo} await executor.open(${lending}); console.log("open"); setInterval(() => {}, 1000);`,
  );
  const killed = spawn(process.execPath, argv, { ...user, cwd: "/", env, stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface({ input: killed.stdout }), "line");
  const exit = once(killed, "exit");
  killed.kill("SIGKILL");
  await exit;
  expect(docker("ps", "--quiet")).not.toBe("");
  expect(owners(workspace)).toEqual(["4321:4322"]);
  const result = asNobody(`${withSudo} await (await executor.open(${config})).close(); console.log("true");`);
  expect(result).toBe(true);
  expect(docker("ps", "--all", "--quiet")).toBe("");
  expect(owners(workspace)).toEqual(["65534:65534"]);
});
