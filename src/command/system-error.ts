import { constants } from "node:os";
import { getSystemErrorMap } from "node:util";

/** Where an error came up, as far as that is known. */
export interface ErrorPlace {
  /** The system call, or what is nearest to it. */
  readonly syscall?: string;
  readonly path?: string;
}

/** An error as Node makes it of a system call's, for one that another process met; `code` as errno(3) names it. */
export function systemError(code: string, place: ErrorPlace = {}): NodeJS.ErrnoException {
  const number = -((constants.errno as Readonly<Record<string, number>>)[code] ?? 0);
  const text = getSystemErrorMap().get(number)?.[1];
  const where = [place.syscall, place.path === undefined ? undefined : `'${place.path}'`].filter(Boolean).join(" ");
  const message = [text === undefined ? code : `${code}: ${text}`, where].filter(Boolean).join(", ");
  return Object.assign(new Error(message), number === 0 ? {} : { errno: number }, { code, ...place });
}

/** What strerror(3) says, in the locale C. */
const texts: Readonly<Record<string, string>> = {
  "Argument list too long": "E2BIG",
  "Cannot allocate memory": "ENOMEM",
  "Device or resource busy": "EBUSY",
  "Exec format error": "ENOEXEC",
  "File exists": "EEXIST",
  "File name too long": "ENAMETOOLONG",
  "Invalid argument": "EINVAL",
  "Is a directory": "EISDIR",
  "No space left on device": "ENOSPC",
  "No such device": "ENODEV",
  "No such file or directory": "ENOENT",
  "Not a directory": "ENOTDIR",
  "Operation not permitted": "EPERM",
  "Permission denied": "EACCES",
  "Read-only file system": "EROFS",
  "Resource temporarily unavailable": "EAGAIN",
  "Text file busy": "ETXTBSY",
  "Too many levels of symbolic links": "ELOOP",
  "Too many open files": "EMFILE",
};

/** How errno(3) names what strerror(3) says; null: unknown. */
export function errorCode(text: string): string | null {
  return texts[text] ?? null;
}

/** The error of a program's message, which ends with the system's text as is the custom; without one it is the message alone. */
export function saidError(said: string, place: ErrorPlace = {}): NodeJS.ErrnoException {
  const code = errorCode(said.slice(said.lastIndexOf(": ") + 2).trim());
  return code === null ? new Error(said) : systemError(code, place);
}
