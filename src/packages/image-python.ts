import { createHash } from "node:crypto";
import { lchown, mkdir, rm, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { UsageError } from "../errors.js";
import { readIfThere, writeAtomically } from "../files.js";
import type { ImageUser, Interpreter } from "./interpreter.js";
import { PROBE } from "./probe.js";
import { matchesVersion, versionParts } from "./version-request.js";

/** A container image whose own Python makes the build's environment. */
export interface PythonImage {
  /** As messages call it. */
  readonly name: string;
  /** Its digest. */
  readonly id: string;
  /** `users`: what its user makes is the user's on this machine too, as with an engine that runs as root; `own`: it belongs to whoever runs this. */
  readonly files: "own" | "users";
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

/** Also the index that its pip, or the one of its ensurepip, has built in, and who it runs as. */
const IMAGE_PROBE = `${PROBE}
wheel = bundled()
if wheel:
    sys.path.append(wheel)
try:
    from pip._internal.models.index import PyPI
    print(PyPI.simple_url)
except Exception:
    print("")
print(json.dumps({"uid": os.getuid(), "gid": os.getgid(), "home": os.path.expanduser("~")}))
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
  const memo = memoOf(image, search);
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
  const wanted = request === null ? "" : ` ${request}`;
  const others = found.length === 0 ? "" : ` (it has ${found.join(", ")})`;
  throw new UsageError(
    "no-python",
    `The image ${image.name} has no Python${wanted}${others}. Name another image, or leave out what asks for it.`,
  );
}

/** Whether `findImagePython` knows the answer without running anything. */
export async function isImagePythonKnown(
  image: Pick<PythonImage, "id">,
  search: Omit<Search, "signal">,
): Promise<boolean> {
  return (await recall(memoOf(image, search))) !== null;
}

function memoOf({ id }: Pick<PythonImage, "id">, { request, cacheDirectory }: Search): string {
  return join(cacheDirectory, "interpreters", `image-${digest(`${id} ${request ?? ""}`)}.json`);
}

async function ask(image: PythonImage, name: string, signal: AbortSignal | undefined): Promise<Interpreter | null> {
  try {
    const text = await image.run([name, "-I", "-c", IMAGE_PROBE], {
      writable: [],
      timeoutMs: PROBE_TIMEOUT_MS,
      signal,
    });
    const [answer = "", index = "", user = ""] = text.trim().split("\n");
    const interpreter = JSON.parse(answer) as Interpreter;
    const builtInIndex = index.startsWith("http") ? index : null;
    const known = { ...interpreter, image: { id: image.id, builtInIndex, user: JSON.parse(user) as ImageUser } };
    return isSound(known) ? known : null;
  } catch (error) {
    if (signal?.aborted) throw error;
    return null;
  }
}

/** What an image says of itself becomes parts of paths on this machine. */
function isSound({ version, implementation, build, executable, image }: Interpreter): boolean {
  const { uid, gid, home } = image?.user ?? {};
  return (
    /^\d+\.\d+[\w.+-]*$/.test(version) &&
    /^\w+$/.test(implementation) &&
    [build, executable].every((text) => typeof text === "string") &&
    [uid, gid].every((id) => Number.isSafeInteger(id)) &&
    typeof home === "string" &&
    isAbsolute(home)
  );
}

async function recall(path: string): Promise<Interpreter | null> {
  try {
    const kept = JSON.parse((await readIfThere(path)) ?? "null") as Interpreter | null;
    return kept !== null && isSound(kept) ? kept : null;
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
  const owner = ownerIn(image, interpreter);
  if (owner !== null) await lchown(path, owner.uid, owner.gid);
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
  const uid = owner?.uid ?? process.getuid?.() ?? 0;
  if (made?.uid === uid) return;
  throw new UsageError(
    "no-environment",
    `The container engine gives what is made in ${image.name} to another user, so that no environment can be kept. Use podman without root's rights, or run forgexec as root.`,
  );
}

/** Whose files have to be what commands in the image are to read and write; null: whoever runs this, as ever. */
export function ownerIn(image: PythonImage | undefined, { image: of }: Interpreter): ImageUser | null {
  const user = of?.user;
  return image?.files !== "users" || user === undefined || user.uid === 0 ? null : user;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
