/** Sections of a configuration file, in order; within one, names (lower case) and values. */
export type Sections = Map<string, Map<string, string>>;

interface Reading {
  readonly sections: Sections;
  section: Map<string, string> | null;
  option: string | null;
  indent: number;
  pending: number;
}

/**
 * Reads what Python's `configparser.RawConfigParser` reads, as pip and twine use it: `=` or `:`, comments on lines of
 * their own that start with `#` or `;`, values continued by deeper indented lines, `[DEFAULT]` shining through in every
 * section. Where that refuses a file (a section twice, a line without a value), the rest is taken.
 */
export function parseIni(text: string): Sections {
  const reading: Reading = { sections: new Map(), section: null, option: null, indent: 0, pending: 0 };
  for (const line of text.split(/\r\n|[\n\r]/)) readLine(line, reading);
  const { sections } = reading;
  const defaults = sections.get("DEFAULT");
  sections.delete("DEFAULT");
  if (defaults !== undefined) {
    for (const [name, own] of sections) sections.set(name, new Map([...defaults, ...own]));
  }
  return sections;
}

function readLine(line: string, reading: Reading): void {
  const value = line.trim();
  if (value === "") {
    reading.pending++;
    return;
  }
  // A comment within a value is dropped, but a blank line before it is part of the value only if more follows.
  if (value.startsWith("#") || value.startsWith(";")) return;
  const indent = line.length - line.trimStart().length;
  if (reading.section !== null && reading.option !== null && indent > reading.indent) {
    const before = reading.section.get(reading.option) ?? "";
    reading.section.set(reading.option, `${before}${"\n".repeat(reading.pending + 1)}${value}`);
    reading.pending = 0;
    return;
  }
  reading.indent = indent;
  reading.pending = 0;
  reading.option = null;
  const header = /^\[(.+)\]/.exec(value)?.[1];
  if (header !== undefined) {
    reading.section = reading.sections.get(header) ?? new Map();
    reading.sections.set(header, reading.section);
    return;
  }
  const option = /^(.*?)\s*[=:]\s*(.*)$/.exec(value);
  if (option === null || reading.section === null || option[1] === "") return;
  reading.option = (option[1] as string).trimEnd().toLowerCase();
  reading.section.set(reading.option, option[2] as string);
}

/** Whether `text` can stand as an option's value on one line and be read back as it is. */
export function isOneLineValue(text: string): boolean {
  return !hasControls(text) && text.trim() === text;
}

/** Whether `name` can be a section: read back as it is, and no special one. */
export function isSectionName(name: string): boolean {
  return /^[^\s\][]+$/.test(name) && !hasControls(name) && name !== "DEFAULT";
}

// Python's splitlines and text mode break lines at more than newlines.
function hasControls(text: string): boolean {
  return /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text);
}

/** Text of a configuration file which RawConfigParser reads back as `sections`. */
export function writeIni(sections: Sections): string {
  const blocks = [...sections].map(([name, options]) =>
    [
      `[${name}]`,
      ...[...options].map(([option, value]) => `${option} = ${value.replaceAll("\n", "\n\t")}`.trimEnd()),
      "",
    ].join("\n"),
  );
  return blocks.join("\n");
}
