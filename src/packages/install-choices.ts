/** Variables that decide which distributions pip and uv take or how they are built; where from is not among them. */
const CHOOSING =
  /^(?:PIP_(?:(?:BUILD_)?CONSTRAINT|REQUIREMENT|PRE|NO_DEPS|NO_BINARY|ONLY_BINARY|PREFER_BINARY|UPLOADED_PRIOR_TO|CONFIG_SETTINGS)|UV_(?:(?:BUILD_)?CONSTRAINT|OVERRIDE|EXCLUDE|EXCLUDE_NEWER|PRERELEASE|RESOLUTION|NO_BINARY(?:_PACKAGE)?|NO_BUILD(?:_PACKAGE)?|TORCH_BACKEND)|C(?:PP|XX)?FLAGS|LDFLAGS|CC|CXX)$/;

/** What the machine's and the spec's variables (which outrank them) choose; sorted by name. */
export function installChoices(
  machine: Readonly<Record<string, string>>,
  spec: Readonly<Record<string, unknown>>,
): readonly (readonly [name: string, value: string])[] {
  const written = Object.entries(spec).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return Object.entries<string>({ ...machine, ...Object.fromEntries(written) })
    .filter(([name]) => CHOOSING.test(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
