/** One command for a container that runs. */
export interface ExecRequest {
  readonly container: string;
  readonly argv: readonly string[];
  readonly cwd: string | null;
  readonly user: { readonly uid: number; readonly gid: number | null } | null;
  /** Whether the command reads: without it its stdin is /dev/null. */
  readonly stdin: "closed" | "open" | "terminal";
  /** Options that hand over the environment. */
  readonly environment: readonly string[];
  /** By which its processes are told from others: no secret. */
  readonly marker: { readonly name: string; readonly value: string };
}

const STDIN = { closed: [], open: ["--interactive"], terminal: ["--interactive", "--tty"] } as const;

/** The arguments of podman or docker that run a command in a container. Pure. */
export function execArgv(request: ExecRequest): string[] {
  const { container, argv, cwd, user, stdin, environment, marker } = request;
  return [
    // Its warnings would stand in the command's stderr.
    ...["--log-level", "error"],
    "exec",
    ...STDIN[stdin],
    ...(cwd === null ? [] : ["--workdir", cwd]),
    ...(user === null ? [] : ["--user", user.gid === null ? String(user.uid) : `${user.uid}:${user.gid}`]),
    ...environment,
    ...["--env", `${marker.name}=${marker.value}`],
    container,
    ...argv,
  ];
}
