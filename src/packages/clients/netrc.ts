import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Machine {
  login: string;
  password: string;
}

/** Reads the user's netrc, which pip takes credentials from for hosts that a URL gives none for: gives the header Authorization. */
export async function readNetrc(
  environment: Readonly<Record<string, string>>,
  home: string,
): Promise<(url: URL) => string | null> {
  const paths = environment.NETRC ? [environment.NETRC] : [join(home, ".netrc"), join(home, "_netrc")];
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) continue;
    const machines = parse(text);
    return ({ hostname }) => {
      const found = machines.get(hostname) ?? machines.get("");
      if (found === undefined) return null;
      return `Basic ${Buffer.from(`${found.login}:${found.password}`).toString("base64")}`;
    };
  }
  return () => null;
}

/** By host; "": the default one. Macros and comments are passed over. */
function parse(text: string): ReadonlyMap<string, Machine> {
  const machines = new Map<string, Machine>();
  const plain = text.replace(/^\s*macdef\b[\s\S]*?(?:\n\s*\n|(?![\s\S]))/gm, "\n").replace(/^\s*#.*$/gm, "");
  const tokens = [...plain.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  let current: Machine | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === "default" || token === "machine") {
      const host = token === "default" ? "" : (tokens[++at] ?? "");
      current = { login: "", password: "" };
      if (!machines.has(host)) machines.set(host, current);
    } else if (token === "login" || token === "user") {
      const login = tokens[++at] ?? "";
      if (current !== null) current.login = login;
    } else if (token === "password") {
      const password = tokens[++at] ?? "";
      if (current !== null) current.password = password;
    } else if (token === "account") at++;
  }
  return machines;
}
