import { closest } from "../../closest.js";
import { describeYaml, openYaml, type YamlDocument, type YamlNode } from "../../spec/index.js";
import { type ChangesConfig, ConfigError, SOURCE_KINDS } from "./model.js";

type Take = (node: YamlNode, reading: Reading) => unknown;
type Reading = Pick<YamlDocument, "report">;

const KEYS: Readonly<Record<keyof ChangesConfig, Take>> = {
  source: (node, reading) => oneOf(SOURCE_KINDS, node, reading),
  server: text,
  port: port,
  login: text,
  user: text,
  projects: texts,
  groups: lists,
  teams: lists,
  bots: texts,
};

/**
 * Reads a configuration; `file` is its name in findings.
 * @throws ConfigError with everything that is wrong with it
 */
export function parseConfig(source: string, file: string): ChangesConfig {
  const document = openYaml(source, file);
  const { root, report } = document;
  const config: Record<string, unknown> = {};
  if (root?.kind === "map") {
    for (const { key, offset, value } of root.entries.values()) {
      if (isKey(key)) {
        const taken = KEYS[key](value, document);
        if (taken !== undefined) config[key] = taken;
      } else unknownKey(key, offset, document);
    }
  } else if (root !== undefined && !isNothing(root)) {
    report({
      offset: root.offset,
      severity: "error",
      code: "wrong-type",
      message: `Expected a mapping with keys such as \`projects\`, found ${describeYaml(root)}.`,
    });
  }
  const diagnostics = document.diagnostics();
  if (diagnostics.some(({ severity }) => severity === "error")) throw new ConfigError(diagnostics, source);
  return config;
}

function isKey(key: string): key is keyof ChangesConfig {
  return Object.hasOwn(KEYS, key);
}

function isNothing(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function unknownKey(key: string, offset: number, { report }: Reading): void {
  const known = Object.keys(KEYS);
  const suggestion = closest(key, known);
  const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
  const rest = suggestion === undefined ? ` Known are ${known.map((name) => `\`${name}\``).join(", ")}.` : "";
  const message = `The key ${shown} is not known here.${rest}`;
  report({ offset, severity: "error", code: "unknown-key", message, ...(suggestion ? { suggestion } : {}) });
}

function wrong(expected: string, node: YamlNode, { report }: Reading): undefined {
  const message = `Expected ${expected}, found ${describeYaml(node)}.`;
  report({ offset: node.offset, severity: "error", code: "wrong-type", message });
}

function text(node: YamlNode, reading: Reading): string | undefined {
  if (node.kind !== "scalar" || node.value === null || node.text.trim() === "") return wrong("a text", node, reading);
  return node.text;
}

function port(node: YamlNode, reading: Reading): number | undefined {
  const number = node.kind === "scalar" && /^\d{1,5}$/.test(node.text) ? Number(node.text) : 0;
  return number >= 1 && number <= 65_535 ? number : wrong("a port from 1 to 65535", node, reading);
}

function oneOf(words: readonly string[], node: YamlNode, reading: Reading): string | undefined {
  if (node.kind === "scalar" && words.includes(node.text)) return node.text;
  const suggestion = node.kind === "scalar" ? closest(node.text, words) : undefined;
  const message = `Expected ${words.join(", ")}, found ${describeYaml(node)}.`;
  const hint = suggestion === undefined ? {} : { suggestion };
  reading.report({ offset: node.offset, severity: "error", code: "bad-value", message, ...hint });
  return undefined;
}

/** A list of texts; one alone may stand without the list, and nothing is an empty list. */
function texts(node: YamlNode, reading: Reading): readonly string[] | undefined {
  if (isNothing(node)) return [];
  if (node.kind === "scalar") {
    const one = text(node, reading);
    return one === undefined ? undefined : [one];
  }
  if (node.kind !== "list") return wrong("a list of texts", node, reading);
  return node.items.flatMap((item) => text(item, reading) ?? []);
}

function lists(node: YamlNode, reading: Reading): Readonly<Record<string, readonly string[]>> | undefined {
  if (isNothing(node)) return {};
  if (node.kind !== "map") return wrong("a mapping of names to lists", node, reading);
  const named = [...node.entries.values()].map(({ key, value }) => [key, texts(value, reading) ?? []] as const);
  return Object.fromEntries(named);
}
