import { plainCapability } from "./capabilities.js";
import type { Enclosure, KillMarker, Limits, PassedFd, UserIds } from "./settings.js";
import { isFd, readInput, readOutput, type Stderr, type Stdin } from "./targets.js";
import { CommandWords } from "./words.js";

/**
 * A command being put together, word by word; no shell ever sees it. Nothing is reported before it is run: the first bad value
 * that was set is thrown there, as a CommandError with reason "invalid".
 */
export class CommandBuilder extends CommandWords {
  /** The working directory. One that does not exist is reason "spawn". */
  cwd(directory: string): this {
    this.settings.cwd = directory;
    return this;
  }

  /** The file mode creation mask, as 0o022. */
  umask(mask: number): this {
    this.settings.umask = mask;
    return this;
  }

  /** Resource limits; soft and hard limit alike. One above this process's own hard limit is bad input. */
  limits(limits: Limits): this {
    this.settings.limits = { ...this.settings.limits, ...limits };
    return this;
  }

  /** Who the command runs as. Without `gid` the group stays; without `groups` there are no supplementary ones. */
  user(ids: UserIds): this {
    this.settings.user = ids;
    return this;
  }

  /**
   * Takes all capabilities (capabilities(7)) but the allowed ones. A process that may not change its bounding set, as a common user's,
   * has none to lose: there it means empty sets and no_new_privs.
   */
  clearCapabilities(): this {
    this.settings.clearCapabilities = true;
    return this;
  }

  /** Leaves a capability to the command, as "net_bind_service". This process must hold it. */
  allowCapability(name: string): this {
    this.settings.capabilities.push(plainCapability(name));
    return this;
  }

  /** The SELinux context that the command runs in. */
  selinuxLabel(label: string): this {
    this.settings.selinuxLabel = label;
    return this;
  }

  /** The AppArmor profile that the command runs under. */
  appArmorProfile(name: string): this {
    this.settings.appArmorProfile = name;
    return this;
  }

  /** Gives the child one of this process's descriptors; its number in the child. `closeInParent`: it is closed here once the start was tried. */
  passFd(fd: number, options: { readonly closeInParent?: boolean } = {}): number {
    if (!isFd(fd)) this.fail(`passFd was given ${fd}, not a descriptor`);
    return this.#pass({ type: "fd", fd, closeInParent: options.closeInParent ?? false });
  }

  /** Gives the child a pipe from which it reads the bytes; its number in the child. */
  sendBuffer(buffer: Buffer | string): number {
    return this.#pass({ type: "bytes", bytes: Buffer.from(buffer) });
  }

  #pass(passed: PassedFd): number {
    return this.settings.passed.push(passed) + 2;
  }

  /** A file that holds the child's process id, written and locked (flock(2)) before exec; the child keeps the lock until it ends. */
  pidFile(path: string): this {
    this.settings.pidFile = path;
    return this;
  }

  /** Leaves the child running in a session of its own, in the root folder, as nobody's child: `run` settles once it is started. */
  daemonize(): this {
    this.settings.daemonize = true;
    return this;
  }

  /** A command that runs in the child's place, with its process's rights, before exec. Where it fails, the command is not run. */
  preExec(argv: readonly string[]): this {
    this.settings.preExec = [...argv];
    return this;
  }

  /** The child stops before exec until `child.handshakeNotify()`; `child.handshakeWait()` tells whether it came that far. */
  handshake(): this {
    this.settings.handshake = true;
    return this;
  }

  /** Descriptors that this process itself inherited and that would reach every child: closed there (default) or passed on. */
  inheritedFds(what: "close" | "pass"): this {
    this.settings.inheritedFds = what;
    return this;
  }

  /** Input: text, bytes, a stream, a descriptor, or one of the modes "null" (default), "inherit" and "pipe" (`child.write`). */
  stdin(from: Stdin): this {
    const source = readInput(from);
    if (!source) return this.fail("stdin is neither text, Buffer, stream, descriptor nor mode");
    this.settings.stdin = source;
    return this;
  }

  protected setOutput(name: "stdout" | "stderr", to: Stderr): this {
    const target = readOutput(to);
    if (!target || (name === "stdout" && target.type === "stdout")) return this.fail(`${name} is no place to write to`);
    this.settings[name] = target;
    return this;
  }

  /** How many bytes of each captured output are kept, the last ones; the others are counted. Default 100 MiB. */
  maxBuffer(bytes: number): this {
    if (!(bytes >= 0)) return this.fail(`maxBuffer is ${bytes}, not a number of bytes`);
    this.settings.maxBuffer = bytes;
    return this;
  }

  /** Ends the command's whole tree after so many milliseconds: reason "timeout". Infinity: never. */
  timeout(ms: number): this {
    this.settings.timeoutMs = this.#duration("timeout", ms);
    return this;
  }

  /** Ends the command's whole tree when it has written nothing for so many milliseconds: reason "idle-timeout". */
  idleTimeout(ms: number): this {
    this.settings.idleTimeoutMs = this.#duration("idleTimeout", ms);
    return this;
  }

  /** Milliseconds between SIGTERM and SIGKILL when the command is ended. Default 3000. */
  killGrace(ms: number): this {
    if (!(ms >= 0)) return this.fail(`killGrace is ${ms}, not a number of milliseconds`);
    this.settings.killGraceMs = ms;
    return this;
  }

  /** After the command's exit, milliseconds to wait for the end of output that a leftover process holds open. What is in the pipe is always read. Default 250. */
  drain(ms: number): this {
    if (!(ms >= 0)) return this.fail(`drain is ${ms}, not a number of milliseconds`);
    this.settings.drainMs = ms;
    return this;
  }

  /** Ends the command when aborted: SIGTERM, SIGKILL after `killGrace`; reason "aborted". */
  signal(signal: AbortSignal): this {
    this.settings.signal = signal;
    return this;
  }

  /** Ends the command with SIGKILL, at once, when aborted; reason "aborted". */
  killSignal(signal: AbortSignal): this {
    this.settings.killSignal = signal;
    return this;
  }

  /** What is left of the command's tree when it has exited: let live (default), or ended as `abort` would. */
  leftovers(what: "keep" | "kill"): this {
    this.settings.leftovers = what;
    return this;
  }

  /** Processes with this variable in their environment belong to the command's tree. It is not set here: give it with `env`. */
  killMarker(marker: KillMarker): this {
    this.settings.killMarker = marker;
    return this;
  }

  /** "new": a session of its own, out of the terminal's reach. "same": the caller's. Default: "same" where stdin is inherited, else "new". */
  session(which: "new" | "same"): this {
    this.settings.session = which;
    return this;
  }

  /** Runs the command in another place, as a container or a sandbox that is open already. */
  within(enclosure: Enclosure): this {
    this.settings.enclosure = enclosure;
    return this;
  }

  /** A result, with its `reason`, instead of a CommandError; bad input and what the host cannot do are errors still. */
  allowFailure(): this {
    this.settings.allowFailure = true;
    return this;
  }

  #duration(name: string, ms: number): number | null {
    if (ms === Number.POSITIVE_INFINITY) return null;
    if (!(ms > 0)) this.fail(`${name} is ${ms}, not a number of milliseconds above 0`);
    return ms;
  }
}
