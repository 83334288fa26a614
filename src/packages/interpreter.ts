/** A Python interpreter that was really asked who it is. Plain data: it survives JSON. */
export interface Interpreter {
  /** Where it was found; absolute. */
  readonly executable: string;
  /** As `platform.python_version()` gives it: "3.12.1". */
  readonly version: string;
  /** "cpython", "pypy", … */
  readonly implementation: string;
  /** The whole of `sys.version`. */
  readonly build: string;
  /** The interpreter that a virtual environment would be made from, links resolved. */
  readonly base: string;
  /** The base's installation folder; its pip.conf is pip's "site" level. */
  readonly basePrefix: string;
  /** Version of the pip that it has; null: none. */
  readonly pip: string | null;
  /** The pip wheel that its ensurepip would install; null: none. */
  readonly bundledPip: string | null;
  /** The container image that it is in, by its digest; the index that its pip has built in (null: it has none); whom it runs as. Absent: this machine. */
  readonly image?: { readonly id: string; readonly builtInIndex: string | null; readonly user: ImageUser };
}

/** The user that an image's commands run as, by the image's own numbers. */
export interface ImageUser {
  readonly uid: number;
  readonly gid: number;
  /** Where programs look for the user's files; absolute, in the image. */
  readonly home: string;
}

/** Where and how an interpreter is looked for. */
export interface InterpreterSearch {
  /** A version ("3.12", "3", "3.12.1") or a path; null: python3 on PATH (python on Windows). */
  readonly request: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  /** The project, which a relative path and pyenv's `.python-version` start from; absolute. Absent: neither counts. */
  readonly directory?: string;
  /** Where answers of interpreters are kept between runs; absent: each is asked anew. */
  readonly cacheDirectory?: string;
  readonly signal?: AbortSignal;
}
