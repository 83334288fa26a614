import { beforeAll } from "@jest/globals";
import type { Backend, SandboxConfig } from "../../../src/sandbox/index.js";
import { engines } from "../container/engines.js";
import { importImage } from "../container/images.js";
import { testEverybodys, testSandboxes } from "./machine.js";

/** A backend as the tests that all of them share have to know it. */
export interface BackendRow {
  readonly name: Backend;
  /** Its name and its engine's. */
  readonly title: string;
  readonly test: typeof testSandboxes;
  /** Sees to what it needs beside this call, and gives the configuration by which a sandbox has the files in `root`. */
  readonly use: (folders: { readonly root: string; readonly scratch: string }) => SandboxConfig;
}

const IMAGE = "localhost/forgexec-shared:1";

/** Those with a root file system of their own. */
export const rooted: readonly BackendRow[] = [
  { name: "chroot", title: "chroot", test: testSandboxes, use: ({ root }) => ({ filesystemRoot: root }) },
  { name: "bubblewrap", title: "bubblewrap", test: testEverybodys, use: ({ root }) => ({ filesystemRoot: root }) },
  ...engines.map(
    ({ name, title, test, use, call }): BackendRow => ({
      name: "container",
      title: `container of ${title}`,
      test,
      use({ root, scratch }) {
        use();
        if (name === "podman") return { filesystemRoot: root };
        // docker runs images only.
        beforeAll(() => importImage(scratch, { root, name: IMAGE, changes: [] }, call));
        return { image: IMAGE };
      },
    }),
  ),
];

/** Those whose root can be a folder of this machine: docker runs images only. */
export const ofFolders = rooted.filter(({ title }) => !title.startsWith("container of docker"));
