import { resolve } from "node:path";
import { readText } from "../../read-file.js";

const OPTION = /^(?:-i|--index-url|--extra-index-url|--pypi-url|--default-index|--index)(?:=|$)/;
const SHORT = /^-i[^=]/;
const CLIENT = /(?:^|[\\/])(?:pip|pip3|pip3\.\d+|pip-compile|pip-sync|uv)(?:\.exe)?$/;
const LIST = /^(?:-r|--requirements?|-c|--constraints?)$/;
const MOST_LISTS = 50;
const MOST_BYTES = 1024 * 1024;

/** What of the planned commands names an index of its own, which is the user's will and goes past ours: in words, each once. */
export async function bypasses(
  commands: readonly (readonly string[])[],
  directory: string,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const lists = new Set<string>();
  for (const words of commands.flatMap(clientCalls)) {
    const option = words.find((word) => OPTION.test(word) || SHORT.test(word));
    if (option !== undefined) found.add(`${option.split("=")[0]} in a command`);
    words.forEach((word, at) => {
      const name = LIST.test(word) ? words[at + 1] : /^(?:-r|-c|--requirements?=|--constraints?=)(.+)$/.exec(word)?.[1];
      if (name !== undefined && lists.size < MOST_LISTS) lists.add(name);
    });
  }
  for (const name of lists) {
    const text = await readList(resolve(directory, name));
    const option = /^\s*(-i|--index-url|--extra-index-url)(?=[\s=])/m.exec(text)?.[1];
    if (option !== undefined) found.add(`${option} in ${name}`);
  }
  return [...found];
}

/** What a client is called with in a command: a shell's text may have several, and other programs' words. */
function clientCalls(argv: readonly string[]): readonly (readonly string[])[] {
  const parts = argv.map((word) =>
    /\s/.test(word) ? word.replace(/[;&|()\n]+/g, ` ${BETWEEN} `).split(/\s+/) : [word],
  );
  const calls: string[][] = [];
  let call: string[] | null = null;
  for (const word of parts.flat()) {
    if (word === BETWEEN) call = null;
    else if (call !== null) call.push(word);
    else if (CLIENT.test(word)) {
      call = [];
      calls.push(call);
    }
  }
  return calls;
}

/** Stands between the commands of a shell's text. */
const BETWEEN = ";";

const OWN_INDEX =
  /(?:^|[\s;&|(/\\])((?:uv\s+(?:-\S+\s+)*(?:sync|lock|add|tool)|(?:poetry|pdm|pipenv)\s+(?:-\S+\s+)*(?:install|sync|lock|add|update)|uvx))\b/;

/** What of the commands asks the index that its project or its lock names, whatever pip is told: in words, each once. */
export function asksOwnIndex(commands: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(commands.flatMap((argv) => OWN_INDEX.exec(argv.join(" "))?.[1]?.replace(/\s+/g, " ") ?? []))];
}

async function readList(path: string): Promise<string> {
  const text = (await readText(path)) ?? "";
  return text.slice(0, MOST_BYTES);
}
