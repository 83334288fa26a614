import { createHash } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { readIfThere, writeAtomically } from "../files.js";
import type { Interpreter } from "./interpreter.js";
import { PROBE } from "./probe.js";
import { matchesVersion, versionParts } from "./version-request.js";

/** A container image whose own Python makes the build's environment. */
export interface PythonImage {
  /** As messages call it. */
  readonly name: string;
  /** Its digest. */
  readonly id: string;
  /**
   * Runs a program of the image's to its end, in a container without a network that sees `writable` at its own path and nothing else of
   * this machine. Gives its standard output; rejects with a CommandError where it fails.
   */
  run(argv: readonly string[], options: ImageCall): Promise<string>;
}

export interface ImageCall {
  readonly writable: readonly string[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const PROBE_TIMEOUT_MS = 60_000;
const MAKE_TIMEOUT_MS = 180_000;

/** Also the index that its pip, or the one of its ensurepip, has built in. */
const IMAGE_PROBE = `${PROBE}
wheel = bundled()
if wheel:
    sys.path.append(wheel)
try:
    from pip._internal.models.index import PyPI
    print(PyPI.simple_url)
except Exception:
    print("")
`;

interface Search {
  /** A version or a path; null: python3. */
  readonly request: string | null;
  readonly cacheDirectory: string;
  readonly signal?: AbortSignal | undefined;
}

/** The image's Python, by its own answer, which is kept: the same digest, the same Python. @throws UsageError `no-python` where it has none, or not the one that is asked for */
export async function findImagePython(image: PythonImage, search: Search): Promise<Interpreter> {
  const { request, cacheDirectory } = search;
  const parts = request === null ? [] : versionParts(request);
  const minor = parts === null || parts.length < 2 ? [] : [`python${parts.slice(0, 2).join(".")}`];
  const names = parts === null ? [request ?? ""] : [...minor, "python3", "python"];
  const memo = join(cacheDirectory, "interpreters", `image-${digest(`${image.id} ${request ?? ""}`)}.json`);
  const kept = await recall(memo);
  if (kept !== null) return kept;
  const found: string[] = [];
  for (const name of names) {
    const interpreter = await ask(image, name, search.signal);
    if (interpreter === null) continue;
    if (parts !== null && !matchesVersion(interpreter.version, parts)) {
      found.push(interpreter.version);
      continue;
    }
    await mkdir(join(cacheDirectory, "interpreters"), { recursive: true, mode: 0o700 })
      .then(() => writeAtomically(memo, JSON.stringify(interpreter)))
      .catch(() => undefined);
    return interpreter;
  }
  const has = found.length === 0 ? "none" : found.join(", ");
  throw new UsageError(
    "no-python",
    `The image ${image.name} has no Python${request === null ? "" : ` ${request}`} (it has ${has}). Name another image, or leave out what asks for it.`,
  );
}

async function ask(image: PythonImage, name: string, signal: AbortSignal | undefined): Promise<Interpreter | null> {
  try {
    const text = await image.run([name, "-I", "-c", IMAGE_PROBE], {
      writable: [],
      timeoutMs: PROBE_TIMEOUT_MS,
      signal,
    });
    const [answer = "", index = ""] = text.trim().split("\n");
    const interpreter = JSON.parse(answer) as Interpreter;
    return { ...interpreter, image: { id: image.id, builtInIndex: index.startsWith("http") ? index : null } };
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}

async function recall(path: string): Promise<Interpreter | null> {
  try {
    const kept = JSON.parse((await readIfThere(path)) ?? "null") as Interpreter | null;
    return kept?.image === undefined ? null : kept;
  } catch {
    return null;
  }
}

/**
 * Makes a virtual environment at `path` by the image's Python, with the pip that the image brings.
 *
 * @throws UsageError `no-environment` with Python's own words, or where the engine gives its files to another user
 */
export async function makeInImage(
  image: PythonImage,
  about: {
    readonly path: string;
    readonly interpreter: Interpreter;
    readonly pip: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const { path, interpreter, pip, signal } = about;
  if (pip !== "newest" && pip !== "bundled") {
    throw new UsageError(
      "no-pip",
      `pypi.pip: an environment of the image ${image.name} has the pip that the image brings. Leave it out, or install pip==${pip} in install.`,
    );
  }
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(path, { recursive: true, mode: 0o700 });
  const without = interpreter.bundledPip === null ? ["--without-pip"] : [];
  try {
    const argv = [interpreter.executable, "-I", "-m", "venv", ...without, path];
    await image.run(argv, { writable: [path], timeoutMs: MAKE_TIMEOUT_MS, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UsageError(
      "no-environment",
      `The Python of the image ${image.name} could not make the build's environment: ${(error as Error).message.slice(-2000)}`,
      { cause: error },
    );
  }
  const made = await stat(join(path, "pyvenv.cfg")).catch(() => null);
  const uid = process.getuid?.() ?? 0;
  if (made !== null && (uid === 0 || made.uid === uid)) return;
  throw new UsageError(
    "no-environment",
    `The container engine gives what is made in ${image.name} to another user, so that no environment can be kept. Use podman without root's rights, or run forgexec as root.`,
  );
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
