import { parseIni } from "./ini.js";

/** One section for ~/.pypirc. */
export interface ServerSection {
  readonly name: string;
  readonly repository: string;
  readonly username: string | null;
  /** Null: left out at present. */
  readonly password: string | null;
}

const BEGIN = "# What follows, up to the line that ends it, is forgexec's, for the length of a run.";
const END = "# End of what is forgexec's.";

interface Block {
  /** Null: what stands before the first section. */
  readonly name: string | null;
  /** With their line ends. */
  readonly lines: readonly string[];
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { name: string | null; lines: string[] }[] = [{ name: null, lines: [] }];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const name = /^\s*\[(.+)\]/.exec(line)?.[1];
    if (name !== undefined) blocks.push({ name, lines: [line] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

/**
 * The user's file with the sections of the spec. A section of the user's with the same name gives way to it (parsers
 * refuse a section twice), `[distutils] index-servers` grows, everything else stays as it is byte for byte.
 */
export function mergePypirc(users: string, sections: readonly ServerSection[]): string {
  const names = sections.map(({ name }) => name);
  const present = parseIni(users);
  const servers = present.get("distutils")?.get("index-servers")?.split(/\s+/).filter(Boolean);
  const kept = blocksOf(users).filter(({ name }) => name === null || !names.includes(name));
  // Without a list, tools look for these two; with one, only for what it names.
  const usual = ["pypi", "testpypi"].filter((name) => present.has(name));
  const list = [...new Set([...(servers ?? usual), ...names])];
  const text = kept.map((block) => withServers(block, list)).join("");
  const own = [
    BEGIN,
    ...(present.has("distutils") ? [] : ["[distutils]", "index-servers =", ...list.map((name) => `    ${name}`), ""]),
    ...sections.flatMap(sectionLines),
    END,
    "",
  ];
  return `${text === "" || text.endsWith("\n") ? text : `${text}\n`}${own.join("\n")}`;
}

function sectionLines({ name, repository, username, password }: ServerSection): readonly string[] {
  return [
    `[${name}]`,
    `repository = ${repository}`,
    ...(username === null ? [] : [`username = ${username}`]),
    ...(password === null ? [] : [`password = ${password}`]),
    "",
  ];
}

function withServers(block: Block, list: readonly string[]): string {
  if (block.name !== "distutils") return block.lines.join("");
  const value = ["index-servers =\n", ...list.map((name) => `    ${name}\n`)];
  const span = serversSpan(block.lines);
  const lines = [...block.lines];
  if (span === null) lines.splice(1, 0, ...value);
  else lines.splice(span.start, span.count, ...value);
  const head = lines[0] ?? "";
  if (!head.endsWith("\n")) lines[0] = `${head}\n`;
  return lines.join("");
}

// The option's line and those that continue it.
function serversSpan(lines: readonly string[]): { readonly start: number; readonly count: number } | null {
  const start = lines.findIndex((line) => /^\s*index-servers\s*[=:]/i.test(line));
  if (start < 0) return null;
  const indent = indentOf(lines[start] as string);
  let end = start + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.trim() === "") continue;
    if (/^\s*[#;]/.test(line) ? indentOf(line) === 0 : indentOf(line) <= indent) break;
    end = at + 1;
  }
  return { start, count: end - start };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The user's file again, out of one that has forgexec's part and that somebody else wrote to since: our lines go, the
 * sections of `users` that gave way come back, and our names leave the list of servers.
 */
export function unmergePypirc(edited: string, users: string, names: readonly string[]): string {
  const lines = edited.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const begin = lines.findIndex((line) => line.trimEnd() === BEGIN);
  const end = lines.findIndex((line, at) => at > begin && line.trimEnd() === END);
  const without = begin < 0 || end < 0 ? lines : [...lines.slice(0, begin), ...lines.slice(end + 1)];
  const present = parseIni(users);
  const before = present.get("distutils")?.get("index-servers")?.split(/\s+/).filter(Boolean) ?? [];
  const blocks = blocksOf(without.join("")).map((block) => {
    if (block.name !== "distutils") return block;
    const span = serversSpan(block.lines);
    if (span === null) return block;
    const value = block.lines.slice(span.start, span.start + span.count).join("");
    const now = (/[=:]([\s\S]*)$/.exec(value)?.[1] ?? "").split(/\s+/).filter(Boolean);
    const list = now.filter((name) => before.includes(name) || !names.includes(name));
    const had = present.get("distutils")?.has("index-servers") === true;
    const original = originalServers(users);
    const sameAsBefore = original !== null && list.join(" ") === before.join(" ");
    const replacement = sameAsBefore
      ? [original]
      : list.length === 0 && !had
        ? []
        : ["index-servers =\n", ...list.map((name) => `    ${name}\n`)];
    return {
      ...block,
      lines: [...block.lines.slice(0, span.start), ...replacement, ...block.lines.slice(span.start + span.count)],
    };
  });
  const there = new Set(blocks.map(({ name }) => name));
  const back = blocksOf(users).filter(({ name }) => name !== null && names.includes(name) && !there.has(name));
  const text = blocks.flatMap(({ lines: each }) => each).join("");
  const returned = back.flatMap(({ lines: each }) => each).join("");
  return returned === "" || text === "" || text.endsWith("\n") ? text + returned : `${text}\n${returned}`;
}

function originalServers(users: string): string | null {
  const block = blocksOf(users).find(({ name }) => name === "distutils");
  const span = block === undefined ? null : serversSpan(block.lines);
  return block === undefined || span === null ? null : block.lines.slice(span.start, span.start + span.count).join("");
}
