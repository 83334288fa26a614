import { expect, test } from "@jest/globals";
import { fixtures, valid } from "./fixtures.js";

const spec = valid(fixtures("valid").find(({ name }) => name === "sandbox.yml")?.text ?? "");

test("a sandbox has everything it says, in the library's words", () => {
  expect(spec.image).toBe("python:3.12-slim");
  expect(spec.ports).toEqual([
    { host: 8080, sandbox: 80 },
    { host: 8443, sandbox: 443 },
  ]);
  expect(spec.sandbox).toEqual({
    backend: "container",
    network: "undefined",
    filesystemWritablePaths: ["/tmp", "build"],
    mounts: "isolated",
    extraMounts: [
      { type: "tmpfs", target: "/scratch", options: "size=64m" },
      { type: "bind", source: "data", target: "/data" },
    ],
    limits: {
      memory: "2GiB",
      cpus: 0.5,
      pids: 512,
      openFiles: 1000,
      timeout: "10m",
      deviceReadBps: { "/dev/sda": "10MiB" },
      noOomKill: true,
    },
    capabilities: { drop: ["all"], add: ["net_bind_service"] },
    degrade: true,
  });
});

test("what a phase does not say of its sandbox is not there", () => {
  expect(spec.phases.execute?.sandbox).toEqual({
    backend: "auto",
    network: "isolated",
    filesystemRoot: "root",
    limits: { memory: "1GiB" },
  });
  expect(spec.phases.install).not.toHaveProperty("sandbox");
  expect(valid("execute: [a]")).toMatchObject({ ports: [] });
});
