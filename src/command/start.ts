import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { coverFds } from "./cover-fds.js";
import { parentEnvironment } from "./environment.js";
import { CommandError } from "./error.js";
import { type Host, readHost } from "./host.js";
import { inheritedFds } from "./inherited-fds.js";
import { type Launch, planLaunch } from "./launcher.js";
import { beforeResult, Guard } from "./live.js";
import { findProgram, refusal, spawnError } from "./refusal.js";
import type { Settings } from "./settings.js";
import { SetupReport } from "./setup-report.js";
import { hasOwnSession, spawnChild } from "./spawn-child.js";
import { ProcessTree } from "./tree.js";
import { type Slot, Wiring } from "./wiring.js";

/** A child that runs, and how it is wired. */
export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly wiring: Wiring;
  readonly tree: ProcessTree;
  /** To be released once the command is over. */
  readonly guard: Guard;
  readonly startedAt: number;
  /** What the launch reports, where it has anything to. */
  readonly setup: SetupReport | null;
  /** The names of the helpers between spawn and the program. */
  readonly helpers: readonly string[];
}

/** Starts the command, or throws the CommandError that says why nothing was started. Bad input has been refused before. */
export async function startProcess(settings: Settings): Promise<Started> {
  try {
    const unwanted = settings.inheritedFds === "close" ? inheritedFds() : [];
    const host = asksForHost(settings) || unwanted.length > 0 ? readHost() : null;
    const program = findProgram(settings, host);
    return await launchIn(settings, { host, program, unwanted });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof CommandError || code === undefined) throw error;
    // This process has no descriptor left, or the like.
    throw spawnError(settings, error as NodeJS.ErrnoException);
  } finally {
    for (const passed of settings.passed) if (passed.type === "fd" && passed.closeInParent) closeQuietly(passed.fd);
  }
}

interface Plan {
  readonly host: Host | null;
  readonly program: string;
  readonly unwanted: readonly number[];
}

async function launchIn(settings: Settings, plan: Plan): Promise<Started> {
  const wiring = await Wiring.open(settings);
  let setup: SetupReport | null = null;
  let guard: Guard | null = null;
  const opened: number[] = [];
  try {
    if (reports(settings)) setup = await openReport(settings);
    if (settings.pidFile !== null) opened.push(openPidFile(settings, settings.pidFile));
    // A signal is about to end this process: what it would leave behind is not begun.
    const held = beforeResult();
    if (held) await held;
    if (settings.signal?.aborted || settings.killSignal?.aborted) {
      throw refusal(settings, "aborted", "was stopped before it was started");
    }
    guard = new Guard(settings.killGraceMs);
    const startedAt = performance.now();
    const { launch, stdio } = planned(settings, { ...plan, wiring, setup, opened });
    const { child, pid } = await spawnChild(settings, launch, stdio);
    const tree = new ProcessTree({
      pid,
      leader: hasOwnSession(settings),
      marker: settings.killMarker,
      relay: settings.role === "relay",
    });
    guard.tree = tree;
    // What is looked at only while the command runs is pinned then; its leftovers are looked at after it.
    if (settings.leftovers === "kill") tree.pin();
    return { child, pid, wiring, tree, guard, startedAt, setup, helpers: launch.helpers };
  } catch (error) {
    guard?.release();
    wiring.abandon();
    setup?.close();
    throw error;
  } finally {
    opened.forEach(closeQuietly);
  }
}

/** Whether anything is asked that depends on what the host can do. */
function asksForHost(settings: Settings): boolean {
  return (
    settings.umask !== null ||
    Object.keys(settings.limits).length > 0 ||
    settings.user !== null ||
    settings.clearCapabilities ||
    settings.capabilities.length > 0 ||
    settings.selinuxLabel !== null ||
    settings.appArmorProfile !== null ||
    settings.passed.length > 0 ||
    reports(settings)
  );
}

/** Whether the launch may fail in a way, or at a moment, that only it can tell. */
function reports(settings: Settings): boolean {
  return settings.pidFile !== null || settings.daemonize || settings.preExec !== null || settings.handshake;
}

interface LaunchRequest extends Plan {
  readonly wiring: Wiring;
  readonly setup: SetupReport | null;
  /** Descriptors that are open here until the child has them; the pid file's is the first. */
  readonly opened: number[];
}

/** What is spawned, and with which descriptors. */
function planned(settings: Settings, request: LaunchRequest): { launch: Launch; stdio: readonly Slot[] } {
  const { program, setup, wiring, opened } = request;
  const host = request.host ?? (wiring.joinsInChild ? readHost() : null);
  if (!host) {
    const launch = { file: program, args: settings.args, argv0: settings.program, ids: {}, helpers: [] };
    return { launch, stdio: wiring.stdio };
  }
  const stdio = [...wiring.stdio, ...opened];
  // A number that the child's own descriptors take is closed by that.
  const unwanted = request.unwanted.filter((fd) => fd >= stdio.length);
  const covered = unwanted.length > 0 && host.helper("bash") === null;
  const launch = planLaunch(settings, {
    host,
    program,
    environment: settings.environment ?? definedOnes(parentEnvironment()),
    closeFds: covered ? [] : unwanted,
    pidFd: settings.pidFile === null ? null : stdio.length - 1,
    statusPath: setup?.statusPath ?? null,
    goPath: settings.handshake ? (setup?.goPath ?? null) : null,
    joinOutputs: wiring.joinsInChild,
  });
  if (!covered) return { launch, stdio };
  const cover = openSync("/dev/null", "r+");
  opened.push(cover);
  return { launch, stdio: coverFds(stdio, unwanted, cover) };
}

function definedOnes(environment: NodeJS.ProcessEnv): [string, string][] {
  return Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

async function openReport(settings: Settings): Promise<SetupReport> {
  const report = await SetupReport.open();
  if (!report) throw refusal(settings, "unsupported", "preExec, pidFile, daemonize and handshake need pipes in /proc");
  return report;
}

function openPidFile(settings: Settings, path: string): number {
  try {
    return openSync(path, "a+", 0o644);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw refusal(settings, "spawn", `the pid file ${path} cannot be written (${code})`, error);
  }
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // It was not open: that has been reported.
  }
}
