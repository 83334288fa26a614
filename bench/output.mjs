// node bench/output.mjs — a step that prints 1,000,000 lines (200 MB): speed and memory, against the same through a bare pipe.
import { CLI, median, project, row, withPeak } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 5);
const MEGABYTES = 200;
const printer = `yes ${"x".repeat(199)} | head -n 1000000`;
const folder = project(`execute:\n  - run: ${printer}\n    shell: true\n`);
const ways = {
  "sh, through cat": ["sh", "-c", `${printer} | cat`],
  "forgexec run": [process.execPath, CLI, "run", "--directory", folder],
  "forgexec run --json": [process.execPath, CLI, "run", "--directory", folder, "--json"],
};
const results = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round <= RUNS; round++) {
  for (const [name, argv] of Object.entries(ways)) {
    const result = await withPeak(argv, name === "forgexec run" ? { stdio: ["ignore", "ignore", "ignore"] } : {});
    if (round > 0) results[name].push(result);
  }
}
const bare = median(results["sh, through cat"].map(({ ms }) => ms));
for (const [name, found] of Object.entries(results)) {
  const ms = median(found.map((result) => result.ms));
  const peak = Math.max(...found.map((result) => result.peak));
  row(
    name,
    `${((MEGABYTES / ms) * 1000).toFixed(0)} MB/s`,
    `${(ms / bare).toFixed(2)} × the bare pipe, ${peak.toFixed(0)} MiB (bounds: 100 MB/s, 200 MiB)`,
  );
}
