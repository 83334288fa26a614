// node bench/startup.mjs — how long forgexec takes to start, and to run one step, over bare Node in the same run.
import { CLI, inTurn, project, row, timed } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 15);
const plain = project("execute:\n  - 'true'\n");
const python = project("python: '3'\nexecute:\n  - 'true'\n");
const env = { ...process.env, FORGEXEC_CACHE_DIR: project("") };
const run = (directory) => () => timed([process.execPath, CLI, "run", "--directory", directory, "--quiet"], { env });

run(python)();
const times = inTurn(
  {
    bare: () => timed([process.execPath, "-e", "0"]),
    version: () => timed([process.execPath, CLI, "--version"]),
    plain: run(plain),
    python: run(python),
  },
  RUNS,
);
const over = (name, bound) =>
  row(
    name,
    `${(times[name] - times.bare).toFixed(0)} ms`,
    `${(times[name] / times.bare).toFixed(2)} × node -e 0; bound ${bound} ms over it`,
  );
row("node -e 0", `${times.bare.toFixed(0)} ms`);
over("version", 60);
over("plain", 250);
over("python", 250);
