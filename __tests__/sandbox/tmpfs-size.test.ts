import { totalmem } from "node:os";
import { expect, test } from "@jest/globals";
import { strangeOptions, tmpfsOptions } from "../../src/sandbox/bubblewrap/mount-options.js";
import { normalise } from "../../src/sandbox/normalise.js";

const mountOf = (options: string) => normalise({ extraMounts: [{ type: "tmpfs", target: "/t", options }] }).extraMounts;

test.each([
  ["2MiB", "2097152", 2 * 1024 ** 2],
  ["2048KiB", "2097152", 2 * 1024 ** 2],
  ["1GB", "1000000000", 1e9],
  ["2097152B", "2097152", 2 * 1024 ** 2],
  ["2097152", "2097152", 2 * 1024 ** 2],
  ["2048k", "2048k", 2 * 1024 ** 2],
  ["2M", "2M", 2 * 1024 ** 2],
  ["1g", "1g", 1024 ** 3],
  ["10%", "10%", Math.floor(totalmem() / 10)],
])("a tmpfs of %s is one of %s to the kernel, and has its bytes for bubblewrap", (given, kernels, bytes) => {
  const [mount] = mountOf(`ro,size=${given},mode=700`);
  expect(mount?.options).toEqual(["ro", `size=${kernels}`, "mode=700"]);
  expect(tmpfsOptions(mount?.options ?? [])).toEqual(["--size", String(bytes), "--perms", "700"]);
});

test("bubblewrap makes no tmpfs without bounds", () => {
  const [mount] = mountOf("size=0");
  expect(mount && strangeOptions(mount)).toEqual(["size=0"]);
});
