import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "@jest/globals";
import { newFolder } from "./source.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const program = NAMES.find((name) => spawnSync(name, ["--version"]).status === 0);
const required = process.env.CI === "true" && process.platform === "linux";

/** A test that needs Chromium: left out where it is missing, but never in CI on Linux. */
export const testWithChromium = program !== undefined || required ? test : test.skip;

/** What a page comes to once Chromium has drawn it and its scripts are done: the document, written out. */
export function drawn(name: string, page: string, flags: readonly string[] = []): string {
  if (program === undefined) throw new Error("Chromium is not installed: apt-get install chromium");
  const folder = newFolder();
  const file = join(folder, name);
  writeFileSync(file, page);
  const args = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    `--user-data-dir=${join(folder, "profile")}`,
    "--virtual-time-budget=20000",
    ...flags,
    "--dump-dom",
    pathToFileURL(file).href,
  ];
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8", timeout: 50_000, maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`Chromium ended with ${status}: ${stderr}`);
  return stdout;
}

/** Runs a function in a page, which may be asynchronous and must stand alone, and gives back what it returns. */
export function inPage<T>(page: string, script: string, flags: readonly string[] = []): T {
  const ask = `<script>${script}
Promise.resolve(answer()).then((value) => {
  const element = document.createElement("output");
  element.id = "answer";
  element.textContent = encodeURIComponent(JSON.stringify(value));
  document.body.append(element);
});</script></body>`;
  // The page's own policy forbids scripts, ours among them.
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "").replace("</body>", () => ask);
  const answer = /<output id="answer">([^<]*)<\/output>/.exec(drawn("page.html", open, flags))?.[1];
  if (answer === undefined) throw new Error("the page gave no answer");
  return JSON.parse(decodeURIComponent(answer));
}
