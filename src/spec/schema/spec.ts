import * as z from "zod/mini";
import { choice, documented, mapping, oneOrMore, patternText, text } from "./field.js";
import { line, timeout } from "./fields.js";
import { installPhase, plainPhase, stage } from "./phase.js";
import { pypi } from "./pypi.js";
import { sandbox } from "./sandbox.js";
import { publishedPort } from "./step.js";
import { specEnvironment } from "./value.js";

const PORT = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

const hostPort = documented(
  z
    .string()
    .check(
      z.refine((name) => PORT.test(name), { error: "a port number from 1 to 65535", params: { code: "out-of-range" } }),
    ),
  { pattern: PORT.source },
);

/** As engines have it: a registry, a path, a tag, a digest. What begins with a dash would be an option to them. */
const imageName = patternText({
  expected: "the name of an image, such as `python:3.12-slim`",
  code: "bad-image",
  pattern: /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,1023}$/,
});

const matcher = mapping({
  name: text("a name"),
  pattern: text("a regular expression"),
  severity: z.optional(choice(["error", "warning", "notice"])),
});

/** The whole format: the source of the types of a spec as it is written, of its validation and of the JSON Schema. */
export const specSchema = mapping(
  {
    image: z.optional(
      documented(oneOrMore(imageName, "an image or a list of images"), {
        description: "The container image that every phase runs in.",
      }),
    ),
    python: z.optional(
      documented(oneOrMore(line("a version or a path"), "a version or a path of Python, or a list of them"), {
        description: "The interpreter of the build's environment: a version or a path.",
      }),
    ),
    environment: z.optional(specEnvironment),
    ports: z.optional(z.record(hostPort, publishedPort, { error: "a mapping of host ports to container ports" })),
    sandbox: z.optional(sandbox),
    timeout: z.optional(timeout("How long the run may take.")),
    pypi: z.optional(pypi),
    matchers: z.optional(z.array(matcher, { error: "a list of matchers" })),
    install: z.optional(installPhase),
    linting: z.optional(plainPhase),
    execute: z.optional(plainPhase),
    staging: z.optional(stage),
    production: z.optional(stage),
  },
  "a mapping with phases such as `execute`",
);

/** A spec as it is written. */
export type WrittenSpec = z.infer<typeof specSchema>;
