// A podman with settings and a storage of its own and an image of busybox, for benchmarks: no registry, nothing of the user's touched.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IMAGE = "localhost/forgexec-bench:1";

/** Sets this process's environment so that every podman uses it; the image's name, and what takes it all away. Null: what it needs is missing. */
export function benchPodman() {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-podman-"));
  const close = () => {
    podman("rm", "--force", "--all");
    rmSync(folder, { recursive: true, force: true });
  };
  writeFileSync(
    join(folder, "containers.conf"),
    '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]\n' +
      '[engine]\nruntime = "runc"\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n',
  );
  const storage = `[storage]\ndriver = "vfs"\ngraphroot = "${folder}/graph"\nrunroot = "${folder}/run"\n`;
  writeFileSync(join(folder, "storage.conf"), storage);
  process.env.CONTAINERS_CONF = join(folder, "containers.conf");
  process.env.CONTAINERS_STORAGE_CONF = join(folder, "storage.conf");
  try {
    importBusybox(folder, podman);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    console.log(`container: podman and busybox-static are needed (${error.message.split("\n")[0]})`);
    return null;
  }
  return { image: IMAGE, close };
}

/** Makes the image below a folder, brought in by `call`, which calls the engine; its name. */
export function importBusybox(folder, call) {
  const root = join(folder, "root");
  for (const name of ["bin", "proc", "sys", "dev", "tmp"]) mkdirSync(join(root, name), { recursive: true });
  copyFileSync("/bin/busybox", join(root, "bin/busybox"));
  for (const name of ["sh", "true"]) symlinkSync("busybox", join(root, "bin", name));
  execFileSync("tar", ["-C", root, "-cf", join(folder, "image.tar"), "."]);
  call("import", join(folder, "image.tar"), IMAGE);
  return IMAGE;
}

/** Calls podman; what it printed. */
export function podman(...args) {
  return execFileSync("podman", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}
