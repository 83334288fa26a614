import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { UsageError } from "../errors.js";
import { writeAtomically } from "../files.js";
import type { Interpreter } from "./interpreter.js";
import { runPython } from "./python.js";

/** Which pip wheel is wanted, and from where it may come. */
export interface PipWheelRequest {
  /** A version, `newest` or `bundled`. */
  readonly pip: string;
  readonly interpreter: Interpreter;
  readonly cacheDirectory: string;
  /** The machine's own: a spec's index must not decide which pip other projects get. */
  readonly environment: Readonly<Record<string, string>>;
  /** `offline`: only what is kept or bundled counts. */
  readonly network?: "online" | "offline" | undefined;
  readonly note: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Kept {
  readonly file: string;
  readonly sha256: string;
  /** When the index was asked, in ms since the epoch. */
  readonly asked: number;
}

/** How long the newest pip counts as the newest: as long as `freshness` by default. */
const FRESH_MS = 3 * 24 * 60 * 60 * 1000;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * Path of the pip wheel to put into an environment; null: there is no pip at all for this Python.
 *
 * The newest and a pinned version come from the cache directory, else through the machine's pip (or the one that
 * ensurepip brings) from the index that it is configured with; the newest, where that fails, is an older one of the
 * cache, else ensurepip's own.
 *
 * @throws UsageError `pip-not-found` when a pinned version can't be had.
 */
export async function pipWheel(request: PipWheelRequest): Promise<string | null> {
  const { pip, interpreter } = request;
  const bundled = interpreter.bundledPip !== null && existsSync(interpreter.bundledPip) ? interpreter.bundledPip : null;
  if (pip === "bundled" && bundled !== null) return bundled;
  const pinned = pip !== "newest" && pip !== "bundled";
  if (pinned && bundled !== null && basename(bundled).startsWith(`pip-${pip}-`)) return bundled;
  const kept = await recall(request);
  if (kept !== null && (pinned || Date.now() - kept.asked < FRESH_MS)) return kept.path;
  const failure =
    request.network === "offline" ? new Error("no index is asked offline") : await download(request, bundled);
  if (failure instanceof Error === false) return failure.path;
  if (pinned) {
    throw new UsageError(
      "pip-not-found",
      `pypi.pip: pip ${pip} could not be had for Python ${interpreter.version}: ${failure.message}. Give a version that the index has, "newest" or "bundled".`,
    );
  }
  const instead = kept?.path ?? bundled;
  if (instead !== null)
    request.note(`The newest pip could not be had; ${basename(instead)} is taken: ${failure.message}`);
  return instead;
}

function folderOf({ cacheDirectory, interpreter }: PipWheelRequest): string {
  const minor = interpreter.version.split(".").slice(0, 2).join(".");
  return join(cacheDirectory, "pip", `${interpreter.implementation}-${minor}`);
}

function recordOf(request: PipWheelRequest): string {
  return join(folderOf(request), `${request.pip.replace(/[^\w.]/g, "_")}.json`);
}

async function recall(request: PipWheelRequest): Promise<(Kept & { readonly path: string }) | null> {
  try {
    const kept = JSON.parse(await readFile(recordOf(request), "utf8")) as Kept;
    const path = join(folderOf(request), basename(kept.file));
    return (await sha256(path)) === kept.sha256 ? { ...kept, path } : null;
  } catch {
    return null;
  }
}

async function download(request: PipWheelRequest, bundled: string | null): Promise<{ readonly path: string } | Error> {
  const { interpreter, pip } = request;
  const start = interpreter.pip !== null ? ["-I", "-m", "pip"] : bundled !== null ? ["-I", join(bundled, "pip")] : null;
  if (start === null) return new Error("this Python has neither pip nor ensurepip");
  const temporary = await mkdtemp(join(tmpdir(), "forgexec-pip-"));
  try {
    const wanted = pip === "newest" || pip === "bundled" ? "pip" : `pip==${pip}`;
    await runPython({
      python: interpreter.executable,
      // Options of the machine that are about installing must not reach this.
      args: [
        ...start,
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--retries",
        "0",
        "--timeout",
        "15",
        "download",
      ].concat(["--no-deps", "--only-binary", ":all:", "--dest", temporary, wanted]),
      environment: forDownload(request.environment),
      cwd: temporary,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      signal: request.signal,
    });
    const file = (await readdir(temporary)).find((name) => /^pip-[\w.!+]+-py[\w.]+-none-any\.whl$/.test(name));
    if (file === undefined) return new Error("pip downloaded no wheel of itself");
    return { path: await keep(request, join(temporary, file)) };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return new Error(lastLine(error));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function forDownload(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { PIP_CONSTRAINT, PIP_REQUIRE_HASHES, PIP_PLATFORM, PIP_PYTHON_VERSION, PIP_PRE, PIP_LOG, ...rest } =
    environment;
  return { ...rest, PIP_REQUIRE_VIRTUALENV: "0" };
}

async function keep(request: PipWheelRequest, from: string): Promise<string> {
  const folder = folderOf(request);
  const path = join(folder, basename(from));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
  await copyFile(from, temporary);
  await rename(temporary, path);
  const kept: Kept = { file: basename(path), sha256: await sha256(path), asked: Date.now() };
  await writeAtomically(recordOf(request), JSON.stringify(kept));
  return path;
}

async function sha256(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr ?? "").split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => line.startsWith("ERROR"));
  return (errors.at(-1) ?? lines.at(-1) ?? message).trim();
}
