import { distributionOf } from "./names.js";

/**
 * A dependency of Poetry's as pip takes it (PEP 508); null: it comes from a folder, an address or git. What pip has no
 * words for is left out, down to the name alone.
 */
export function requirementOf(name: string, constraint: unknown): string | null {
  if (distributionOf(name) === null) return null;
  if (typeof constraint === "string") return name + specifiers(constraint);
  if (typeof constraint !== "object" || constraint === null || Array.isArray(constraint)) return name;
  const { version, extras, ...others } = constraint as Readonly<Record<string, unknown>>;
  if (["git", "path", "url", "file"].some((key) => key in others)) return null;
  const wanted = Array.isArray(extras) && extras.length > 0 ? `[${extras.join(",")}]` : "";
  // For some interpreters or platforms only: the version may be another one here.
  const plain = Object.keys(others).length === 0 && typeof version === "string";
  return `${name}${wanted}${plain ? specifiers(version) : ""}`;
}

/** Version specifiers (PEP 440) of a constraint: `^1.2`, `~1.2`, `1.2.*`, `>=1,<2`; empty for any version. */
function specifiers(constraint: string): string {
  const parts = constraint.split(/\s*,\s*/).map((part) => specifier(part.trim()));
  return parts.includes(null) ? "" : parts.filter((part) => part !== "").join(",");
}

/** Null: it cannot be said to pip. */
function specifier(part: string): string | null {
  if (part === "*" || part === "") return "";
  if (/^(==|!=|>=|<=|>|<|~=)\s*[\w.*+!]+$/.test(part)) return part.replace(/\s/g, "");
  const [, sign = "", version = ""] = /^([\^~]?)\s*(\d+(?:\.\d+)*(?:\.\*)?)$/.exec(part) ?? [];
  if (version === "" || (sign !== "" && version.endsWith("*"))) return null;
  if (sign === "") return `==${version}`;
  const numbers = version.split(".").map(Number);
  const kept = sign === "~" ? Math.min(1, numbers.length - 1) : firstThatCounts(numbers);
  const next = numbers.slice(0, kept + 1).map((number, index) => (index === kept ? number + 1 : number));
  return `>=${version},<${next.join(".")}`;
}

/** A caret lets the numbers after the first that is not zero change. */
function firstThatCounts(numbers: readonly number[]): number {
  const at = numbers.findIndex((number) => number > 0);
  return at < 0 ? numbers.length - 1 : at;
}
