// beacon.mjs PORT NAME [polite|stubborn|family]: connects, gives its name, and ends with success when the other side does.
// stubborn: no signal but SIGKILL ends it. family: stubborn, with such a child, and a child of that in a session of its own.
import { spawn } from "node:child_process";
import { connect } from "node:net";

const [port, name, manner = "polite"] = process.argv.slice(2);

if (manner !== "polite") for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => {});
connect(Number(port), "127.0.0.1", function () {
  this.write(`${name}\n`);
}).resume();

if (manner === "family") descend("child", "parent", false);
if (manner === "parent") descend("grandchild", "stubborn", true);

function descend(suffix, kind, detached) {
  const args = [process.argv[1], port, `${name}-${suffix}`, kind];
  spawn(process.execPath, args, { detached, stdio: "inherit" });
}
