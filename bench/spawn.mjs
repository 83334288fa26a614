// npm run build && node bench/spawn.mjs [RUNS] — what a Command costs against bare child_process.spawn, execa and @actions/exec, in turn
// in the same run, with Python's subprocess.run as the outside reference. It imports lib/, which `npm run build` makes.
// A Command has a session of its own, by which its tree is found. On a busy machine Linux lets a new session wait for its turn
// (sched_autogroup_enabled): "bare, own session" tells how much of the difference is that.
import { spawn, spawnSync } from "node:child_process";
import { Writable } from "node:stream";
import { exec } from "@actions/exec";
import { execa } from "execa";
import { Command, closeInheritedFds } from "../lib/command/index.js";
import { median, row } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 500);
const WARM_UP = 20;
const GiB = 1024 ** 3;
const env = { PATH: process.env.PATH, A: "1", B: "2" };
const cwd = "/";
const args = ["-c", "echo out"];

const closed = (child) => new Promise((done) => child.once("close", done));
const collect = (stream) => {
  const chunks = [];
  stream.on("data", (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
};
const bare = async (file, words, options) => {
  const child = spawn(file, words, options);
  const texts = [child.stdout, child.stderr].filter(Boolean).map(collect);
  await closed(child);
  return texts.map((text) => text());
};
// Bare spawn passes on what this process inherited; a Command would start bash to close it. With nothing inherited both do the same.
closeInheritedFds();
const command = (file, words) => new Command(file, words);
const python = (code) => {
  const script = `
import statistics, subprocess, time
def timed():
    began = time.perf_counter()
    ${code}
    return (time.perf_counter() - began) * 1000
print(statistics.median(timed() for _ in range(${RUNS})))`;
  return () => Number(spawnSync("python3", ["-c", script], { encoding: "utf8" }).stdout);
};

const plain = {
  forgexec: () => command("/bin/true").run(),
  bare: () => bare("/bin/true", [], { stdio: "ignore" }),
  "bare, own session": () => bare("/bin/true", [], { stdio: "ignore", detached: true }),
  execa: () => execa("/bin/true", [], { stdio: "ignore" }),
  "@actions/exec": () => exec("/bin/true", [], { silent: true }),
};
const captured = {
  forgexec: () => command("/bin/sh", args).envAll(env).cwd(cwd).stdout("capture").stderr("capture").run(),
  bare: () => bare("/bin/sh", args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] }),
  "bare, own session": () => bare("/bin/sh", args, { env, cwd, stdio: ["ignore", "pipe", "pipe"], detached: true }),
  execa: () => execa("/bin/sh", args, { env, extendEnv: false, cwd, stdin: "ignore" }),
  "@actions/exec": () => exec("/bin/sh", args, { env, cwd, silent: true, listeners: { stdout() {}, stderr() {} } }),
};
const helpers = {
  none: () => command("/bin/true").run(),
  "sh and env (umask)": () => command("/bin/true").umask(0o22).run(),
  "prlimit (limits)": () => command("/bin/true").limits({ coreSize: 0 }).run(),
  "setpriv (clearCapabilities)": () => command("/bin/true").clearCapabilities().run(),
};

/**
 * Medians of the milliseconds of one call. The kinds take turns call by call, so that a busy machine is busy for all of them, and each
 * round begins with another kind and goes the other way round: what one leaves to be done after its call falls on all the others alike.
 */
async function inTurns(kinds, outside) {
  const names = Object.keys(kinds);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -WARM_UP; round < RUNS; round++) {
    const step = round % 2 === 0 ? 1 : names.length - 1;
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + WARM_UP + turn * step) % names.length];
      const began = performance.now();
      await kinds[name]();
      if (round >= 0) times[name].push(performance.now() - began);
    }
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
  return outside ? { ...medians, python: outside() } : medians;
}

function report(title, times) {
  console.log(title);
  for (const [name, ms] of Object.entries(times)) {
    const bound = name === "forgexec" ? "bound 1.15" : "";
    row(`  ${name}`, `${ms.toFixed(2)} ms`, `${(ms / times.bare).toFixed(2)} × bare  ${bound}`);
  }
}

/** GiB a second of a stream through a pipe to a Writable that drops it. */
async function throughput(start) {
  const sink = new Writable({ highWaterMark: 1024 * 1024, write: (_chunk, _encoding, done) => done() });
  const began = performance.now();
  await start(sink);
  return 1000 / (performance.now() - began);
}
const stream = ["-c", `head -c ${GiB} /dev/zero`];
const streams = {
  forgexec: (sink) => command("/bin/sh", stream).stdout(sink).run(),
  bare: (sink) => {
    const child = spawn("/bin/sh", stream, { stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.pipe(sink);
    return new Promise((done) => sink.once("finish", done));
  },
};

report(`${RUNS} × /bin/true`, await inTurns(plain, python('subprocess.run(["/bin/true"])')));
const code = `subprocess.run(["/bin/sh", "-c", "echo out"], env=${JSON.stringify(env)}, cwd="/", capture_output=True)`;
report(
  `${RUNS} × sh -c 'echo out' with environment, directory and captured output`,
  await inTurns(captured, python(code)),
);

const costs = await inTurns(helpers);
console.log("helpers between spawn and the program");
for (const [name, ms] of Object.entries(costs)) {
  if (name === "none") continue;
  const count = name.startsWith("sh and") ? 2 : 1;
  row(`  ${name}`, `${((ms - costs.none) / count).toFixed(2)} ms`, "each, bound 2 ms");
}

const rates = { forgexec: [], bare: [] };
for (let round = 0; round < 5; round++) {
  for (const [name, start] of Object.entries(streams)) rates[name].push(await throughput(start));
}
const [ours, theirs] = [median(rates.forgexec), median(rates.bare)];
console.log("1 GiB to a Writable");
row("  bare", `${theirs.toFixed(2)} GiB/s`);
row("  forgexec", `${ours.toFixed(2)} GiB/s`, `${(ours / theirs).toFixed(2)} × bare  bound 0.9`);
