// npm run build && node bench/sandbox.mjs [RUNS] — what sandboxes cost: a command alone in bubblewrap against child_process.spawn of the
// same bwrap argv, and a command in an open one against the bare command; a command in an open
// container against the engine's own `exec`; each pair in turn in the same run. It imports lib/.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Command, closeInheritedFds } from "../lib/command/index.js";
import { sandboxArgs } from "../lib/sandbox/bubblewrap/argv.js";
import { thisMachine } from "../lib/sandbox/bubblewrap/machine.js";
import { capabilitiesOf } from "../lib/sandbox/bubblewrap/rights.js";
import { viewOf } from "../lib/sandbox/bubblewrap/view.js";
import { getExecutor } from "../lib/sandbox/index.js";
import { MountPoints } from "../lib/sandbox/mount-points.js";
import { normalise } from "../lib/sandbox/normalise.js";
import { benchPodman, podman } from "./support/container.mjs";
import { benchDocker, docker } from "./support/docker.mjs";
import { median, row } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 100);
const WARM_UP = 5;
const env = { PATH: process.env.PATH };

/** Medians of the milliseconds of one call. The kinds take turns call by call, so that a busy machine is busy for all of them. */
async function inTurns(kinds) {
  const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = -WARM_UP; round < RUNS; round++) {
    for (const [name, call] of Object.entries(kinds)) {
      const began = performance.now();
      await call();
      if (round >= 0) times[name].push(performance.now() - began);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** What runs bwrap as a program of one's own would: output captured. */
function bare(argv, environment = env) {
  const child = spawn(argv[0], argv.slice(1), { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.resume();
  return new Promise((done) => child.once("close", done));
}

/** The arguments that forgexec makes bwrap's sandbox with, here as words of its argv. */
function bubblewrapArgs() {
  const machine = thisMachine();
  const config = normalise({ network: "isolated" });
  const view = viewOf({
    own: [...machine.homes, ...machine.states],
    mountinfo: readFileSync("/proc/self/mountinfo", "utf8"),
  });
  const { uid } = machine;
  const keep = capabilitiesOf(config, uid);
  return sandboxArgs({ config, view, points: new MountPoints(), here: process.cwd(), uid, keep });
}

async function bubblewrap() {
  const executor = getExecutor("bubblewrap");
  const problems = await executor.preflight();
  if (problems.length > 0) return console.log(`bubblewrap: ${problems.map(({ message }) => message).join("; ")}`);
  const config = { network: "isolated", env };
  const argv = ["bwrap", ...bubblewrapArgs(), "--", "/bin/true"];
  const alone = await inTurns({
    bare: () => bare(argv),
    forgexec: () => executor.runSandbox(["/bin/true"], config),
  });
  console.log(`${RUNS} × /bin/true, each in a bubblewrap of its own`);
  row("  spawn of the same argv", `${alone.bare.toFixed(2)} ms`);
  row(
    "  runSandbox",
    `${alone.forgexec.toFixed(2)} ms`,
    `${(alone.forgexec / alone.bare).toFixed(2)} × bare  bound 1.3`,
  );

  const began = performance.now();
  const session = await executor.open(config);
  const opened = performance.now() - began;
  const open = await inTurns({
    bare: () => new Command("/bin/true").envAll(env).stdout("capture").stderr("capture").run(),
    forgexec: () => session.command(["/bin/true"]).run(),
  });
  await session.close();
  console.log(`${RUNS} × /bin/true, in one open bubblewrap (opened in ${opened.toFixed(0)} ms)`);
  row("  the bare command", `${open.bare.toFixed(2)} ms`);
  row(
    "  in the session",
    `${open.forgexec.toFixed(2)} ms`,
    `+${(open.forgexec - open.bare).toFixed(2)} ms  bound +10 ms`,
  );
}

/** A command in an open container against the engine's `exec` in the same container, started as a program of one's own would. */
async function container(engine, bench, call) {
  if (!bench) return;
  process.env.FORGEXEC_CONTAINER_ENGINE = engine;
  const session = await getExecutor("container").open({ image: bench.image, network: "isolated" });
  try {
    const name = call("ps", "--format", "{{.Names}}");
    const times = await inTurns({
      bare: () => bare([engine, "exec", name, "/bin/true"], process.env),
      forgexec: () => session.command(["/bin/true"]).stdout("capture").stderr("capture").run(),
    });
    console.log(`${RUNS} × /bin/true, in one open container of ${engine}`);
    row(`  ${engine} exec`, `${times.bare.toFixed(2)} ms`);
    row(
      "  in the session",
      `${times.forgexec.toFixed(2)} ms`,
      `${(times.forgexec / times.bare).toFixed(2)} × ${engine} exec  bound 1.2`,
    );
  } finally {
    await session.close();
    await bench.close();
  }
}

// As forgexec itself does: what it was started with would have to be kept from each command.
closeInheritedFds();
await bubblewrap();
await container("podman", benchPodman(), podman);
await container("docker", await benchDocker(), docker);
