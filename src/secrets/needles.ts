/** Base64 text shorter than this is not looked for: it would be met by chance. */
const SHORTEST_BASE64 = 6;

/**
 * The texts that give a value away: each of its non-blank lines, trimmed, as they are and as common tools print them
 * (percent-encoded, JSON, Python and shell quoting, XML), and base64 of the lines and of the whole, also from within
 * a longer text, as in a Basic authorization header. None holds a line break.
 */
export function needlesOf(value: string): Set<string> {
  const lines = value
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const needles = new Set<string>();
  if (lines.length === 0) return needles;
  for (const line of lines) {
    for (const form of [line, ...percentForms(line), ...quotedForms(line), ...markupForms(line)]) needles.add(form);
  }
  for (const text of [...lines, value, value.trim()]) {
    for (const form of base64Forms(text)) needles.add(form);
  }
  needles.delete("");
  return needles;
}

/** As URLs and forms write it: everything escaped but RFC 3986's unreserved, and the usual laxer sets; both cases of hex. */
function percentForms(text: string): string[] {
  const wellFormed = Buffer.from(text).toString();
  const component = encodeURIComponent(wellFormed);
  const strict = component.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const address = new URL("http://host");
  address.password = wellFormed;
  const forms = [component, strict, address.password, encodeURI(wellFormed)];
  forms.push(strict.replaceAll("%2F", "/"), strict.replaceAll("%20", "+"), component.replaceAll("%20", "+"));
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}

/** Inside the quotes of JSON, JavaScript, Python and POSIX shells. */
function quotedForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [
    json,
    json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
    json.replaceAll("/", "\\/"),
    json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
    text.replaceAll("\\", "\\\\"),
    text.replace(/[\\']/g, "\\$&"),
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/[\\"$`]/g, "\\$&"),
    text.replace(/[^\w@%+=:,./\-\u0080-\uffff]/g, "\\$&"),
  ];
}

function markupForms(text: string): string[] {
  const xml = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = xml.replaceAll('"', "&quot;");
  return [xml, quoted, ...["&apos;", "&#39;", "&#x27;"].map((apostrophe) => quoted.replaceAll("'", apostrophe))];
}

/** The digits that the text alone decides, wherever it begins within a group of three bytes. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 1, 2].map((offset) => {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const first = Math.ceil((offset * 8) / 6);
    return digits.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return [bytes.toString("base64"), ...forms]
    .filter((form) => form.length >= SHORTEST_BASE64)
    .flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
