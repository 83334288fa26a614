import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DaemonOptions {
  /** A folder of this machine that the daemon sees empty, as one on another machine would. */
  readonly hidden?: string;
  /** A group whose members may use it. */
  readonly group?: number;
}

/** A docker daemon of the tests' own. */
export interface Daemon {
  /** All that it has lies there; it goes with the daemon. */
  readonly folder: string;
  readonly socket: string;
  /** Resolves when it is gone, with its containers, mounts, control groups and files. */
  end(): Promise<void>;
}

/**
 * Runs the daemon ($4 and on), and ends it when nobody holds this script's stdin open any more: then the tests are over, whatever ended them.
 * Then it takes away what the daemon leaves: mounts and files in the folder $1, the bridge $2, and the control groups named $3.
 */
const GUARDIAN = `
trap : INT TERM HUP
folder=$1 bridge=$2 group=$3
shift 3
ip link add "$bridge" type bridge && ip addr add "10.213.$(( $$ % 256 )).1/24" dev "$bridge" && ip link set "$bridge" up
"$@" < /dev/null > "$folder/log" 2>&1 &
read -r _
kill -TERM $!
wait $!
grep -o " $folder[^ ]* " /proc/mounts | sort -r | while read -r mount; do umount -l "$mount"; done
ip link delete "$bridge"
find /sys/fs/cgroup -depth -type d -path "*/$group*" -exec rmdir {} ';'
rm -rf --one-file-system "$folder"
`;

/** Runs $3 and on where the folder $1 is empty, but for the folder $2 in it. */
const HIDE = `
mount --bind "$2" /mnt && mount -t tmpfs none "$1" && mkdir -p "$2" && mount --move /mnt "$2" && shift 2 && exec "$@"
`;

/** Starts a daemon with a socket, storage, state, containerd and control groups of its own, which changes no rule of this machine's firewall. */
export async function startDaemon({ hidden, group = 0 }: DaemonOptions = {}): Promise<Daemon> {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-docker-"));
  // Others may come as far as the socket.
  chmodSync(folder, 0o711);
  const id = `${process.pid}${folder.slice(-2).replace(/\W/g, "x")}`;
  const socket = join(folder, "socket");
  // This machine's own settings would contradict the options.
  writeFileSync(join(folder, "daemon.json"), "{}");
  // With none it would take away the bridge of this machine's own docker.
  const bridge = `fx${id}`;
  const hiding = ["unshare", "--mount", "--propagation", "slave", "sh", "-c", HIDE, "sh"];
  const daemon = [
    ...(hidden === undefined ? [] : [...hiding, hidden, folder]),
    "dockerd",
    ...["--config-file", join(folder, "daemon.json")],
    ...["--host", `unix://${socket}`, "--group", String(group)],
    ...["--data-root", join(folder, "data"), "--exec-root", join(folder, "exec"), "--pidfile", join(folder, "pid")],
    ...["--storage-driver", "vfs", "--default-ulimit", "nofile=1024:1024"],
    ...["--exec-opt", "native.cgroupdriver=cgroupfs", "--cgroup-parent", `/forgexec-docker-${id}`],
    ...["--bridge", bridge, "--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false"],
  ];
  const guardian = spawn("sh", ["-c", GUARDIAN, "sh", folder, bridge, `forgexec-docker-${id}`, ...daemon], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  });
  const end = () => ended(guardian);
  try {
    await untilAnswering(socket, guardian);
  } catch (error) {
    const log = readFileSync(join(folder, "log"), "utf8").trim().split("\n").slice(-10).join("\n");
    await end();
    throw new Error(`dockerd does not answer:\n${log}`, { cause: error });
  }
  return { folder, socket, end };
}

async function ended(guardian: ChildProcess): Promise<void> {
  if (guardian.exitCode !== null) return;
  const exit = once(guardian, "exit");
  guardian.stdin?.end();
  await exit;
}

const START_MS = 50_000;

async function untilAnswering(socket: string, guardian: ChildProcess): Promise<void> {
  for (const began = performance.now(); performance.now() - began < START_MS; ) {
    if (spawnSync("docker", ["--host", `unix://${socket}`, "version"]).status === 0) return;
    if (guardian.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it took too long, or has ended");
}
