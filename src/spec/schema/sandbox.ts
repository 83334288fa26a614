import * as z from "zod/mini";
import { SANDBOX_BACKENDS } from "../model.js";
import { choice, documented, flag, integer, mapping, text } from "./field.js";
import { size, timeout, withoutNul } from "./fields.js";

const path = () => withoutNul("a path");
const paths = z.array(path(), { error: "a list of paths" });
const names = z.array(text("a capability"), { error: "a list of capabilities" });
const isolation = () => choice(["undefined", "isolated"]);
const count = (expected: string) => integer({ least: 1, most: Number.MAX_SAFE_INTEGER, expected });

const extraMount = mapping({
  source: z.optional(path()),
  target: path(),
  type: choice(["proc", "tmpfs", "bind"]),
  options: z.optional(text("mount options")),
}).check(
  z.refine((mount) => mount.type !== "bind" || mount.source !== undefined, {
    error: "a `source` beside the type `bind`: the folder or file that is mounted",
    params: { code: "missing-source" },
  }),
);

const rates = () =>
  documented(z.record(z.string(), size(), { error: "a mapping of devices to sizes" }), {
    description: "Bytes a second by device, such as { /dev/sda: 10MiB }.",
  });

const limits = mapping({
  memory: z.optional(size()),
  cpus: z.optional(
    documented(z.number({ error: "a number of CPUs" }).check(z.gt(0, { error: "a number of CPUs above 0" })), {
      description: "CPUs, such as 2 or 0.5.",
    }),
  ),
  pids: z.optional(count("a number of processes above 0")),
  "open-files": z.optional(count("a number of files above 0")),
  timeout: z.optional(timeout("How long a command may run.")),
  "device-read-bps": z.optional(rates()),
  "device-write-bps": z.optional(rates()),
  "no-oom-kill": z.optional(flag()),
});

export const sandbox = documented(
  mapping({
    backend: z.optional(choice(SANDBOX_BACKENDS)),
    "filesystem-root": z.optional(path()),
    "filesystem-writable-paths": z.optional(
      z.union([choice(["all", "none"]), paths], { error: "`all`, `none` or a list of paths" }),
    ),
    mounts: z.optional(isolation()),
    "extra-mounts": z.optional(z.array(extraMount, { error: "a list of mounts" })),
    network: z.optional(isolation()),
    limits: z.optional(limits),
    capabilities: z.optional(mapping({ drop: z.optional(names), add: z.optional(names) })),
    degrade: z.optional(flag()),
  }),
  { id: "sandbox", description: "What commands are shut into." },
);
