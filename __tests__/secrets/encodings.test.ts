import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createMasker } from "../../src/secrets/index.js";

/** What Python's tools print of each value in the JSON list on standard input. */
const PRINT = `
import base64, html, json, shlex, sys, urllib.parse
from xml.sax.saxutils import escape, quoteattr
forms = {
    "plain": lambda v: v,
    "repr": lambda v: repr(v)[1:-1],
    "json": lambda v: json.dumps(v)[1:-1],
    "json, as is": lambda v: json.dumps(v, ensure_ascii=False)[1:-1],
    "shlex.quote": shlex.quote,
    "URL": lambda v: urllib.parse.quote(v, safe=""),
    "URL path": urllib.parse.quote,
    "form": urllib.parse.quote_plus,
    "URL, lower": lambda v: urllib.parse.quote(v, safe="").lower() if v.islower() else v,
    "XML text": escape,
    "XML attribute": lambda v: quoteattr(v)[1:-1],
    "HTML": html.escape,
    "base64": lambda v: base64.b64encode(v.encode()).decode(),
    "base64url": lambda v: base64.urlsafe_b64encode(v.encode()).decode(),
    "basic": lambda v: base64.b64encode(("builder:" + v).encode()).decode(),
    "basic 2": lambda v: base64.b64encode(("a:" + v + "!").encode()).decode(),
    "basic 3": lambda v: base64.b64encode(("u:" + v).encode()).decode(),
}
json.dump([{name: form(v) for name, form in forms.items()} for v in json.load(sys.stdin)], sys.stdout)
`;

function printed(values: readonly string[]): Record<string, string>[] {
  const python = process.platform === "win32" ? "python" : "python3";
  return JSON.parse(execFileSync(python, ["-c", PRINT], { input: JSON.stringify(values), encoding: "utf8" }));
}

/** The form, masked. */
function masked(value: string, form: string): string {
  const masker = createMasker();
  masker.add(value);
  return masker.mask(form);
}

test("masks a value as Python's tools print it", () => {
  const characters = fc.constantFrom(...`abcXYZ0189 !"#$%&'()+,-./:;<=>?@[\\]^_\`{|}~éß→🔑`);
  const value = fc.string({ unit: characters, minLength: 8, maxLength: 24 }).map((text) => `x${text}y`);
  const values = fc.sample(value, 200);
  for (const [index, forms] of printed(values).entries()) {
    for (const [name, form] of Object.entries(forms)) {
      const text = masked(values[index] as string, form);
      // Around base64 in a longer text stand the neighbours' digits, and at most one that is half the value's.
      const expected = name.startsWith("basic") ? /^[\w+/]{0,12}\*\*\*[\w+/]{0,2}=*$/ : /^'?\*\*\*'?$/;
      if (!expected.test(text)) throw new Error(`${name} of ${values[index]} became ${text}`);
    }
  }
});

const bash = spawnSync("bash", ["-c", "true"]).status === 0 ? test : test.skip;

bash("masks a value as bash quotes it and traces it (needs bash)", () => {
  for (const value of ["two words", "it's", 'say "hi" $HOME `x` \\', "a&b|c;d<e>f(g)h*i?j[k]!"]) {
    const masker = createMasker();
    masker.add(value);
    const quoted = execFileSync("bash", ["--norc", "-c", 'printf "%q" "$1"', "bash", value], { encoding: "utf8" });
    expect(masker.mask(quoted)).toBe("***");
    const traced = spawnSync("bash", ["--norc", "-xc", ': "$1"', "bash", value], { encoding: "utf8" }).stderr;
    expect(masker.mask(traced)).toBe("+ : '***'\n");
  }
});

test("masks what Node makes of a value in an address and in JSON", () => {
  const value = "p@ss/w:rd?&é'\"<>";
  const masker = createMasker();
  masker.add(value);
  const address = new URL("http://host/");
  address.password = value;
  address.searchParams.set("token", value);
  expect(masker.mask(address.href)).toBe("http://:***@host/?token=***");
  expect(masker.mask(JSON.stringify({ value }))).toBe('{"value":"***"}');
});

test("masks base64 of a whole value of several lines, but not of a very short one", () => {
  const masker = createMasker();
  masker.add("first line\nsecond line\n");
  expect(masker.mask(Buffer.from("first line\nsecond line\n").toString("base64"))).toBe("***");
  const short = createMasker();
  short.add("ab");
  expect(short.mask(`ab ${Buffer.from("ab").toString("base64")} YW`)).toBe("*** YWI= YW");
});
