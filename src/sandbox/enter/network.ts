import { joining } from "./join-program.js";
import { type Helper, helperEnvironment } from "./perl.js";
import { prelude } from "./prelude.js";

/** Runs a program of this machine in the network of FX_PID, and in nothing else of its. */
const networkProgram = `${prelude}${joining}
open $status, '>&', \\*STDERR;
join_namespaces('net', 'net');
delete @ENV{grep /^FX_/, keys %ENV};
exec { $ARGV[0] } @ARGV;
fail('exec', $ARGV[0]);
`;

/** The words in front of a program that is to run in the network of a process. */
export function enterNetwork(
  helper: Helper,
  inside: { readonly pid: number; readonly start: string },
): [string, ...string[]] {
  const variables = helperEnvironment(helper, { FX_PID: String(inside.pid), FX_START: inside.start });
  const words = [...variables].map(([name, value]) => `${name}=${value}`);
  // By its path: a relative entry of PATH would lead elsewhere.
  return ["/usr/bin/env", ...words, helper.perl, "-e", networkProgram, "--"];
}
