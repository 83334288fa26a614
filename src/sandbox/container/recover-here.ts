import { abandonedFolders } from "./folder.js";
import { callerHere, detectHere } from "./here.js";
import { removeAbandoned } from "./recover.js";

/**
 * Removes the containers that processes of forgexec left that were killed, and gives back the folders lent to them, as opening a container does. The engine is
 * asked only where the folders beside such containers tell that there are some. Gives their number.
 */
export async function recoverContainers(): Promise<number> {
  if (abandonedFolders().length === 0 || detectHere().type === "none") return 0;
  return removeAbandoned(callerHere());
}
