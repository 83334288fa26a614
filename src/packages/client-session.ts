import { join } from "node:path";
import { computeTag, openClients } from "./clients/index.js";
import type { ClientSettings } from "./clients/model.js";
import { ownerIn } from "./image-python.js";
import type { Interpreter } from "./interpreter.js";
import type { PendingSave } from "./package-cache.js";
import { hasContents, PackageStore } from "./package-store.js";
import type { PackageOptions } from "./session.js";
import { type Slot, slotName } from "./slot.js";

/** What pip and the other clients are told and find, for the length of a run. */
export interface ClientSession {
  readonly variables: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
  /** Variables for one command beside those. */
  variablesFor(argv: readonly string[]): Readonly<Record<string, string>>;
  /** What a command gets for a variable that the spec sets. */
  standIn(variable: { readonly name: string; readonly value: string; readonly argv: readonly string[] }): string;
  readonly index: ClientSettings["index"];
  readonly places: ClientSettings["places"];
  /** Fetches what the index and the clients kept in earlier runs, where another machine may have kept it. */
  restore(): Promise<void>;
  /** Notes what the clients have put into their caches by now, against damage. Never rejects. */
  noteCaches(): Promise<void>;
  /** Whether files or built wheels of an earlier run were there to be taken. */
  reused(): "yes" | "no";
  /** Stops the index; gives what is to be saved. `did`: whether the run has done all that one without an environment does. */
  close(did: "everything" | "a part"): Promise<readonly PendingSave[]>;
}

/** Where the clients' own caches lie. */
export function clientsFolder(cacheDirectory: string, tag: string): string {
  return join(cacheDirectory, "clients", tag);
}

/** Points the clients at the package index and at their caches. Without a package cache only pip is configured. */
export async function clientsFor(where: {
  readonly options: PackageOptions;
  readonly interpreter: Interpreter;
  readonly slot: Slot;
}): Promise<ClientSession> {
  const { options, interpreter, slot } = where;
  const { cache, platform, cacheDirectory, signal } = options;
  const use = cache?.use ?? "off";
  const machines = computeTag({ interpreter, platform });
  // What commands of a sandbox leave there is for their own project's sandboxes.
  const tag = options.sandboxes === "some" ? `${machines}-${slotName(options)}` : machines;
  const before = use !== "off" && (await hasContents(clientsFolder(cacheDirectory, tag)));
  const store =
    use === "off" || !cache?.packages
      ? null
      : new PackageStore({ store: cache.packages, prefix: cache.prefix, cacheDirectory, tag });
  const restore = async (): Promise<void> => store?.restore(signal);
  const { network: mode = "online" } = options;
  const settings: ClientSettings = await openClients({
    ...options,
    interpreter,
    slot,
    owner: ownerIn(options.image, interpreter),
    commandsIn: options.image === undefined ? "machine" : "image",
    mode,
    tag,
    cache: use === "off" ? "off" : "on",
    writable: use === "read-write" ? "shared" : "private",
    beforeFirstUse: restore,
  });
  return {
    variables: settings.variables,
    variablesFor: (argv) => settings.variablesFor(argv),
    standIn: (variable) => settings.standIn(variable),
    remove: settings.remove,
    index: settings.index,
    places: settings.places,
    restore: () => settings.ready(),
    noteCaches: () => settings.noteCaches(),
    reused: () => {
      const { kept, fetched } = settings.usage();
      // What is fetched for one build of the run is kept for the next.
      const older = [...kept].some((file) => !fetched.has(file));
      return before || store?.found === true || older ? "yes" : "no";
    },
    async close(did) {
      const { kept, fetched } = settings.usage();
      await settings.close();
      const used = did === "everything" ? new Set([...kept, ...fetched]) : "unknown";
      const pending = use === "read-write" ? await store?.pending(used) : null;
      return pending ? [pending] : [];
    },
  };
}
