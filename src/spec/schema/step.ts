import * as z from "zod/mini";
import { choice, documented, flag, integer, mappingWithOneOf, oneOrMore, patternText, text } from "./field.js";
import { command, httpUrl, timeout, withoutNul } from "./fields.js";
import { stepEnvironment } from "./value.js";

// Options would look as if they were passed on; a path may have spaces.
const SHELL = /^(?:[^\s/\0]+|[^\0]*[/\\][^\0]*)$/;

const port = integer({ least: 1, most: 65_535, expected: "a port number from 1 to 65535" });

const address = patternText({
  expected: "a port number from 1 to 65535, or `host:port`",
  code: "bad-port",
  pattern:
    /^(?:(?:[\w.-]+|\[[\da-fA-F:.]+\]):)?(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
});

const pattern = text("a regular expression").check(
  z.refine((value) => isRegExp(String(value)), { error: "a regular expression", params: { code: "bad-regexp" } }),
);

const ready = documented(
  mappingWithOneOf(
    {
      http: z.optional(documented(httpUrl(), { description: "Ready when this URL answers with success." })),
      tcp: z.optional(
        documented(address, { description: "Ready when this port takes connections.", minimum: 1, maximum: 65_535 }),
      ),
      log: z.optional(
        documented(pattern, { format: "regex", description: "Ready when a line of its output matches." }),
      ),
      command: z.optional(command),
      timeout: z.optional(timeout("How long it may take to become ready.")),
    },
    { keys: ["http", "tcp", "log", "command"], expected: "a mapping with one of `http`, `tcp`, `log` or `command`" },
  ),
  { id: "ready", description: "How a background command shows that it is ready." },
);

const shellName = z.string().check(
  z.refine((name) => SHELL.test(name), {
    error: "the name of a shell on PATH, or a path",
    params: { code: "bad-shell" },
  }),
);
documented(shellName, { pattern: SHELL.source });

const stepMapping = mappingWithOneOf(
  {
    name: z.optional(documented(text("a name"), { description: "What reports call the step." })),
    run: z.optional(command),
    background: z.optional(
      documented(oneOrMore(command, "a command or a list of commands"), {
        description: "Started, and running until the phase ends.",
      }),
    ),
    ready: z.optional(ready),
    environment: z.optional(stepEnvironment),
    "working-directory": z.optional(withoutNul("a directory")),
    timeout: z.optional(timeout("How long the command may run.")),
    "idle-timeout": z.optional(timeout("How long the command may print nothing.")),
    retry: z.optional(
      documented(integer({ least: 0, most: 100, expected: "a whole number of further tries from 0 to 100" }), {
        description: "Further tries after a failure.",
      }),
    ),
    "continue-on-error": z.optional(
      documented(flag(), { description: "A failure is reported, and the phase goes on." }),
    ),
    shell: z.optional(
      documented(
        z.union([z.boolean(), shellName], {
          error: "`true` (`sh -e`), `false`, a shell's name or its path",
        }),
        { description: "true: `sh -e`; a name or a path: that shell." },
      ),
    ),
    if: z.optional(documented(choice(["linux", "macos", "windows"]), { description: "The only system to run on." })),
    stdin: z.optional(withoutNul("a file")),
    cached: z.optional(
      documented(flag(), {
        description: "In `install` with `inputs`: whether it need not run where the environment comes from the cache.",
      }),
    ),
    report: z.optional(oneOrMore(withoutNul("a file"), "a file or a list of files")),
  },
  { keys: ["run", "background"], expected: "a command, or a mapping with `run` or `background`" },
);

export const step = documented(
  z.union([command, stepMapping], { error: "a command, or a mapping with `run` or `background`" }),
  { id: "step" },
);

export const publishedPort = port;

function isRegExp(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
