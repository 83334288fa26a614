// node bench/changes.mjs [RUNS] [CHANGES] — each report on recorded Gerrit changes, against gerrymander 1.5 on the same data, which it
// gets from a stand-in for ssh. Dates are about now: gerrymander can reckon from no other time.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gerritRecords } from "./support/gerrit-records.mjs";
import { CLI, inTurn, row, timed, withPeak } from "./support/measure.mjs";

const RUNS = Number(process.argv[2] ?? 5);
const COUNT = Number(process.argv[3] ?? 5000);
const USER = "user3";

/** Our report, and what gerrymander calls it; null: it has none that works. */
const REPORTS = [
  ["list", ["changes"]],
  ["todo-mine", ["todo-mine"]],
  // Every change makes these two of its fail: "object has no attribute 'username'".
  ["todo-others", null],
  ["todo-anyones", ["todo-anyones"]],
  ["todo-noones", null],
  ["todo-approvable", ["todo-approvable"]],
  ["todo-expirable", ["todo-expirable"]],
  ["review-rate", ["patchreviewrate", "--project", "any"]],
  ["review-stats", ["patchreviewstats", "--project", "any"]],
  ["open-stats", ["openreviewstats", "--project", "any"]],
];

const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "changes.jsonl");
writeFileSync(data, gerritRecords({ count: COUNT, now: Date.now() }));

const gerrymander = installGerrymander();
const own = (name) => [process.execPath, CLI, "changes", name, "--from", data, "--user", USER, "--bot", "ci"];

row(`${COUNT} changes`, "forgexec", "peak memory; against gerrymander 1.5");
for (const [name, theirs] of REPORTS) {
  const commands = { own: () => timed(own(name)) };
  if (gerrymander !== null && theirs !== null) {
    commands.theirs = () =>
      timed([gerrymander.program, "-c", gerrymander.config, ...theirs, "--no-cache"], gerrymander);
  }
  const times = inTurn(commands, RUNS);
  const { peak } = await withPeak(own(name));
  const against =
    times.theirs === undefined
      ? "nothing to measure against"
      : `${times.theirs.toFixed(0)} ms, ratio ${(times.own / times.theirs).toFixed(2)}`;
  row(name, `${times.own.toFixed(0)} ms`, `${peak.toFixed(0)} MiB; ${against}`);
}
row("bounds", "3000 ms", "200 MiB");

/** The original in an environment of its own, with an `ssh` on PATH that prints the data; null where it cannot be had. */
function installGerrymander() {
  const venv = join(folder, "venv");
  const program = join(venv, "bin", "gerrymander");
  for (const argv of [
    ["python3", "-m", "venv", venv],
    [join(venv, "bin", "pip"), "install", "--quiet", "gerrymander==1.5"],
    [program, "--help"],
  ]) {
    const { status, stderr, error } = spawnSync(argv[0], argv.slice(1), { encoding: "utf8" });
    if (status === 0) continue;
    console.log(`gerrymander is left out: ${argv.slice(0, 3).join(" ")}: ${error?.message ?? stderr}`);
    return null;
  }
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "ssh"), '#!/bin/sh\nexec cat "$GERRIT_DATA"\n');
  chmodSync(join(bin, "ssh"), 0o755);
  const config = join(folder, "gerrymander.ini");
  writeFileSync(config, `[server]\nhostname=review\nusername=${USER}\n[organization]\nbots=ci\n`);
  const env = { ...process.env, HOME: folder, GERRIT_DATA: data, PATH: `${bin}:${process.env.PATH}` };
  return { program, config, env };
}
