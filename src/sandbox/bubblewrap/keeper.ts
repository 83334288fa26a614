import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import { findHelperProgram } from "../programs.js";
import { refuse } from "../refuse.js";

/** Where the keeper's files are put in a root that is not this machine's: /dev is the sandbox's own there. */
const FOLDER = "/dev/forgexec";

/** The program that waits inside as long as the sandbox is open: arguments for bubblewrap, and the program's own. */
export interface Keeper {
  readonly args: readonly string[];
  readonly argv: readonly string[];
}

/** cat(1), which says when the sandbox is there by handing back what it is given; with its libraries, where the root may have none. */
export function keeperFor(root: string): Keeper {
  const cat = findHelperProgram("cat");
  if (cat === null) throw refuse("unsupported", "there is no cat on this machine, which keeps a sandbox open");
  if (root === "/") return { args: [], argv: [cat] };
  const { interpreter, libraries } = dependencies(cat);
  const files = [cat, ...(interpreter === null ? [] : [interpreter]), ...libraries];
  const args = files.flatMap((file) => ["--ro-bind", file, `${FOLDER}/${basename(file)}`]);
  const program = `${FOLDER}/${basename(cat)}`;
  if (interpreter === null) return { args, argv: [program] };
  return { args, argv: [`${FOLDER}/${basename(interpreter)}`, "--library-path", FOLDER, program] };
}

/** What ldd(1) says that a program is loaded with. */
function dependencies(program: string): { readonly interpreter: string | null; readonly libraries: readonly string[] } {
  let text: string;
  try {
    text = execFileSync("ldd", [program], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    });
  } catch {
    // Not a dynamic program.
    return { interpreter: null, libraries: [] };
  }
  const libraries = [...text.matchAll(/=> (\/\S+)/g)].map((match) => match[1] ?? "");
  const interpreter = /^\s*(\/\S*\/ld[-\w.]*)/m.exec(text)?.[1] ?? null;
  return { interpreter, libraries: libraries.filter((path) => path !== interpreter) };
}
