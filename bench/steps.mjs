// node bench/steps.mjs — what a step costs beyond the process that it starts, against a shell script of the same commands.
import { CLI, inTurn, project, row, timed } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 5);
const COUNT = 200;
const many = project(`execute:\n${"  - 'true'\n".repeat(COUNT)}`);
const one = project("execute:\n  - 'true'\n");
const run = (directory) => () => timed([process.execPath, CLI, "run", "--directory", directory, "--quiet"]);
const times = inTurn(
  { many: run(many), one: run(one), shell: () => timed(["sh", "-c", "/bin/true\n".repeat(COUNT)]) },
  RUNS,
);

const perStep = (times.many - times.one) / (COUNT - 1);
const perCommand = times.shell / COUNT;
row("a step of forgexec", `${perStep.toFixed(2)} ms`, "bound 15 ms");
row("a command of sh", `${perCommand.toFixed(2)} ms`);
row("ratio", (perStep / perCommand).toFixed(2));
