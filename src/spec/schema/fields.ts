import { parseTimeout } from "../duration.js";
import { parseSize } from "../size.js";
import { checkedText, documented, patternText, text } from "./field.js";

export const timeout = (description: string) =>
  documented(
    checkedText({
      expected: "a time such as `90s`, `10m` or `1h30m`, more than 0 and at most 24d",
      code: "bad-duration",
      accepts: (value) => parseTimeout(value) !== undefined,
      pattern: /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s?)?$/,
    }),
    { description, exclusiveMinimum: 0 },
  );

export const size = () =>
  checkedText({
    expected: "a size such as `512MiB` or `2GB`",
    code: "bad-size",
    accepts: (value) => parseSize(value) !== undefined,
    pattern: /^\d+(?:[KMGTkmgt][Ii]?[Bb]|[Bb])?$/,
  });

const HTTP_URL = /^https?:\/\/[^\s/?#]+\S*$/i;
const INDEX_URL = /^(?:https?:\/\/[^\s/?#]+\S*|file:\/\/\S+)$/i;

export const httpUrl = () =>
  checkedText({
    expected: "a URL that begins with `http://` or `https://`",
    code: "bad-url",
    accepts: (value) => HTTP_URL.test(value) && URL.canParse(value),
    pattern: HTTP_URL,
  });

export const indexUrl = () =>
  checkedText({
    expected: "a URL that begins with `https://`, `http://` or `file://`",
    code: "bad-url",
    accepts: (value) => INDEX_URL.test(value) && URL.canParse(value),
    pattern: INDEX_URL,
  });

/** One line without control characters: what may go into a configuration file. */
export const line = (expected = "a text of one line") =>
  patternText({ expected, code: "bad-text", pattern: /^[^\x00-\x1f\x7f]+$/ });

/** A text without NUL, which no argument, variable or path can hold. */
export const withoutNul = (expected: string) =>
  checkedText({
    expected: `${expected} without NUL characters`,
    code: "nul-character",
    accepts: (value) => !value.includes("\0"),
  });

export const command = documented(text("a command"), {
  id: "command",
  description: "A command: split into words as a POSIX shell would, and run without a shell.",
});
