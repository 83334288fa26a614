// A docker daemon with settings and a storage of its own and an image of busybox, for benchmarks: nothing of the user's touched.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBusybox } from "./container.mjs";

const GROUP = "forgexec-bench-docker";
// With none the daemon would take away the bridge of this machine's own docker.
const BRIDGE = "forgexec-bench";
/** Ends the daemon when nobody holds the script's stdin open any more, and takes away what it leaves. */
const GUARDIAN = `
folder=$1
shift
ip link add ${BRIDGE} type bridge && ip addr add 10.212.0.1/24 dev ${BRIDGE} && ip link set ${BRIDGE} up
"$@" < /dev/null > "$folder/log" 2>&1 &
read -r _
kill -TERM $!
wait $!
ip link delete ${BRIDGE}
find /sys/fs/cgroup -depth -type d -path "*/${GROUP}*" -exec rmdir {} ';'
rm -rf --one-file-system "$folder"`;

/** Sets this process's environment so that every docker uses it; the image's name, and what takes it all away. Null: what it needs is missing. */
export async function benchDocker() {
  if (process.geteuid() !== 0 || ["dockerd", "docker", "ip"].some(isMissing)) {
    console.log("container: docker is measured as root, where dockerd and ip (docker.io, iproute2) are installed");
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-docker-"));
  const socket = `unix://${folder}/socket`;
  writeFileSync(join(folder, "daemon.json"), "{}");
  const paths = ["data-root", "exec-root", "pidfile"].flatMap((name) => [`--${name}`, join(folder, name)]);
  const options = ["--config-file", join(folder, "daemon.json"), "--host", socket, ...paths, "--storage-driver", "vfs"];
  const groups = ["--exec-opt", "native.cgroupdriver=cgroupfs", "--cgroup-parent", `/${GROUP}`];
  const network = ["--bridge", BRIDGE, "--iptables=false", "--ip6tables=false", "--ip-forward=false"];
  const daemon = ["dockerd", ...options, ...groups, ...network, "--default-ulimit", "nofile=1024:1024"];
  const guardian = spawn("sh", ["-c", GUARDIAN, "sh", folder, ...daemon], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  });
  process.env.DOCKER_HOST = socket;
  const close = async () => {
    const exit = once(guardian, "exit");
    guardian.stdin.end();
    await exit;
  };
  for (let tries = 0; spawnSync("docker", ["version"]).status !== 0; tries++) {
    if (tries < 300) await new Promise((resolve) => setTimeout(resolve, 100));
    else throw await close().then(() => new Error("dockerd does not answer"));
  }
  return { image: importBusybox(folder, docker), close };
}

/** Calls docker; what it printed. */
export function docker(...args) {
  return execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

function isMissing(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0;
}
