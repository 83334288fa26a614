import { once } from "node:events";
import { existsSync, readFileSync, watch, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "@jest/globals";
import type { GerritSshOptions } from "../../../src/changes/sources/index.js";
import { common, newFolder } from "./source.js";

export interface Call {
  /** `-p 29418`, `-o BatchMode=yes`, … */
  readonly options: readonly string[];
  readonly host: string;
  /** As the other side splits them. */
  readonly words: readonly string[];
}

/** What a call of the stand-in does. */
export interface Doing {
  readonly lines?: readonly unknown[];
  readonly stderr?: string;
  readonly exitCode?: number;
  /** Prints its lines and stays. */
  readonly stays?: true;
}

/** The stand-in `ssh` of programs/, first on PATH. */
export class FakeSsh {
  readonly folder = newFolder();
  readonly environment: Record<string, string> = {
    PATH: [join(dirname(fileURLToPath(import.meta.url)), "..", "programs"), process.env.PATH ?? ""].join(delimiter),
    FAKE_SSH: this.folder,
  };
  #planned = 0;

  /** What the next call that is not planned yet does. */
  does({ lines = [], stderr = "", exitCode = 0, stays }: Doing): this {
    const number = ++this.#planned;
    const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    writeFileSync(join(this.folder, `answer-${number}`), text === "" ? "" : `${text}\n`);
    writeFileSync(join(this.folder, `error-${number}`), stderr);
    writeFileSync(join(this.folder, `exit-${number}`), String(exitCode));
    if (stays) writeFileSync(join(this.folder, `hang-${number}`), "");
    return this;
  }

  get calls(): Call[] {
    const calls: Call[] = [];
    for (let number = 1; existsSync(join(this.folder, `call-${number}`)); number++) {
      const lines = readFileSync(join(this.folder, `call-${number}`), "utf8").split("\n");
      const of = (kind: string) =>
        lines.filter((it) => it.startsWith(`${kind} `)).map((it) => it.slice(kind.length + 1));
      calls.push({ options: of("option"), host: of("host")[0] ?? "", words: of("word") });
    }
    return calls;
  }

  /** The stand-in that stays, once it says so. */
  async pid(): Promise<number> {
    const path = join(this.folder, "pid");
    const found = () => (existsSync(path) ? Number(readFileSync(path, "utf8")) : 0);
    const watcher = watch(this.folder);
    try {
      while (found() === 0) await once(watcher, "change");
    } finally {
      watcher.close();
    }
    return found();
  }
}

/** The stand-in is a shell script. */
export const posix = process.platform === "win32" ? describe.skip : describe;

/** A stand-in, the options of a source that asks it, and what that notes. */
export function sshSetup(changed: Partial<GerritSshOptions> = {}) {
  const notes: string[] = [];
  const ssh = new FakeSsh();
  const options: GerritSshOptions = {
    ...common(notes),
    kind: "gerrit-ssh",
    host: "review.example.org",
    user: "me",
    environment: ssh.environment,
    ...changed,
  };
  return { ssh, options, notes };
}
