/** What of the machine's variables means something in a container. */
const PASSED = /^(?:FORGE_.*|GITHUB_.*|RUNNER_.*|CI)$/;

/** What commands in a container start from: of the machine's variables those of the build, where the image has its programs, and unbuffered output unless the image says otherwise. */
export function containerEnvironment(
  machine: Readonly<Record<string, string>>,
  image: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const passed = Object.entries(machine).filter(([name]) => PASSED.test(name));
  return {
    PATH: image.PATH || STANDARD_PATH,
    PYTHONUNBUFFERED: image.PYTHONUNBUFFERED ?? "1",
    ...Object.fromEntries(passed),
  };
}

/** What engines take where an image says nothing. */
const STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
