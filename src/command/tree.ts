import { hasVariable, type ProcessEntry, readProcess, readProcesses } from "./process-table.js";
import type { KillMarker } from "./settings.js";

/** What a tree of processes is known by. */
export interface TreeRoot {
  /** The command's own process; null: only the marker counts. */
  readonly pid: number | null;
  /** Whether it leads a session of its own. */
  readonly leader: boolean;
  readonly marker: KillMarker | null;
  /** Whether the command's own process only stands for those with the marker. */
  readonly relay?: boolean;
}

/**
 * The processes of a command: its session, their children and children's children whatever session they moved to, and those with the
 * marker in their environment. A process once seen stays a member when its parent ends and init adopts it.
 */
export class ProcessTree {
  readonly #root: TreeRoot;
  readonly #known = new Map<number, string>();
  /** The root's start time, without which a later process of that number could be taken for it. */
  #start: string | null = null;

  constructor(root: TreeRoot) {
    this.#root = root;
  }

  get pid(): number | null {
    return this.#root.pid;
  }

  /** Whether the process is to be left to end by itself, once the others have. */
  endsLast(pid: number): boolean {
    return this.#root.relay === true && pid === this.#root.pid;
  }

  /** Those that have the marker, and what they started: not what the client that stands for them starts for itself. Without a marker all. */
  marked(): ProcessTree {
    const { relay, marker } = this.#root;
    return relay === true && marker !== null ? new ProcessTree({ pid: null, leader: false, marker }) : this;
  }

  /** Learns the root's start time. To be called before its exit is known here, as long as nothing else can have its number. */
  pin(): void {
    const { pid } = this.#root;
    if (pid === null || this.#start !== null) return;
    this.#start = readProcess(pid)?.start ?? null;
    if (this.#start !== null) this.#known.set(pid, this.#start);
  }

  /** Those alive now; zombies are not. */
  members(): ProcessEntry[] {
    this.pin();
    const table = readProcesses().filter((entry) => entry.pid !== process.pid);
    const members = new Map<number, ProcessEntry>();
    const add = (entry: ProcessEntry) => {
      if (members.has(entry.pid)) return;
      members.set(entry.pid, entry);
      this.#known.set(entry.pid, entry.start);
    };
    for (const entry of table) if (this.#isOwn(entry)) add(entry);
    for (let size = -1; size !== members.size; ) {
      size = members.size;
      for (const entry of table) if (members.has(entry.parent)) add(entry);
    }
    return [...members.values()].filter((entry) => !entry.zombie);
  }

  #isOwn(entry: ProcessEntry): boolean {
    if (this.#known.get(entry.pid) === entry.start) return true;
    const { pid, leader, marker } = this.#root;
    if (leader && pid !== null && entry.session === pid && startedSince(entry, this.#start)) return true;
    return marker !== null && hasVariable(entry.pid, `${marker.name}=${marker.value}`);
  }
}

/** A session's number is free again once its last process is gone: one whose leader is another process is not ours. */
function startedSince(entry: ProcessEntry, start: string | null): boolean {
  if (start === null) return true;
  return BigInt(entry.start || "0") >= BigInt(start);
}
