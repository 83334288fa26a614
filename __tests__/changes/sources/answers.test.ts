import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { AnswerCache } from "../../../src/changes/cache/answers.js";
import { newFolder } from "../support/source.js";

const ANSWER = { body: '[1, "ä😀"]\n', etag: 'W/"1"', lastModified: null, link: null };
const DAY_MS = 24 * 3_600_000;

function setup(directory = newFolder()) {
  let time = Date.now();
  const open = (mode: "use" | "refresh" | "off" = "use") =>
    new AnswerCache({ directory, mode, maxAgeMs: 1000, now: () => time });
  const answers = join(directory, "v1", "answers");
  return { directory, answers, open, forward: (ms: number) => (time += ms) };
}

test("gives back what it was given, fresh and then stale", async () => {
  const { open, forward } = setup();
  const cache = open();
  expect(await cache.load(["q"])).toBeNull();
  await cache.save(["q"], ANSWER);
  expect(await open().load(["q"])).toEqual({ ...ANSWER, age: "fresh" });
  expect(await open().load(["q", ""])).toBeNull();
  expect(await open("refresh").load(["q"])).toEqual({ ...ANSWER, age: "stale" });
  expect(await open("off").load(["q"])).toBeNull();
  forward(1001);
  expect(await open().load(["q"])).toEqual({ ...ANSWER, age: "stale" });
  // A clock that was set back makes nothing fresh.
  forward(-5000);
  expect(await open().load(["q"])).toEqual({ ...ANSWER, age: "stale" });
  await cache.close();
});

test("what is not whole is nothing", async () => {
  const { open, answers } = setup();
  const cache = open();
  await cache.save(["q"], ANSWER);
  await cache.close();
  const [name] = readdirSync(answers) as [string];
  const whole = readFileSync(join(answers, name), "utf8");
  for (const half of ["", whole.slice(0, 20), whole.slice(0, -3), `${whole}x`, "[]", "null", '{"body": 1}']) {
    writeFileSync(join(answers, name), half);
    expect(await open().load(["q"])).toBeNull();
  }
});

test("leaves no folder of its own, and clears up after a process that was killed", async () => {
  const { open, directory } = setup();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const left = join(directory, "v1", "tmp", `${pid}-abc`);
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, "half"), "{");
  const cache = open();
  await cache.save(["q"], ANSWER);
  expect(existsSync(left)).toBe(false);
  await cache.close();
  expect(readdirSync(join(directory, "v1", "tmp"))).toEqual([]);
});

test("takes away what nobody asked for in a week", async () => {
  const { open, answers, directory } = setup();
  const cache = open();
  await cache.save(["old"], ANSWER);
  await cache.save(["new"], ANSWER);
  await cache.close();
  const old = (Date.now() - 8 * DAY_MS) / 1000;
  utimesSync(join(answers, readdirSync(answers)[0] ?? ""), old, old);
  rmSync(join(directory, "v1", "pruned.json"));
  const next = open();
  await next.save(["third"], ANSWER);
  await next.close();
  expect(readdirSync(answers)).toHaveLength(2);
});

test("a folder that can't be made is no error", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  const cache = setup(file).open();
  await cache.save(["q"], ANSWER);
  expect(await cache.load(["q"])).toBeNull();
  await cache.close();
});
