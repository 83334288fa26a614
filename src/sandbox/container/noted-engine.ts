import type { Engine } from "./engine.js";
import type { NotedEngine } from "./notes.js";

/** What decides which engine and which storage a client goes to, by podman(1), containers.conf(5), containers-storage.conf(5) and docker(1). */
const DECIDING =
  /^(PATH|HOME|XDG_(RUNTIME_DIR|DATA_HOME|CONFIG_HOME)|DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS_VERIFY)|CONTAINER_(HOST|CONNECTION|SSHKEY)|CONTAINERS_(CONF|CONF_OVERRIDE|STORAGE_CONF)|STORAGE_(DRIVER|OPTS))$/;

export function noteOf({ name, environment }: Pick<Engine, "name" | "environment">): NotedEngine {
  const deciding = Object.entries(environment).filter(([variable]) => DECIDING.test(variable));
  return { name, variables: Object.fromEntries(deciding) };
}

/** An environment in which that very engine is found, and no other. */
export function environmentFor(
  { name, variables }: NotedEngine,
  environment: Engine["environment"],
): Engine["environment"] {
  const rest = Object.entries(environment).filter(([variable]) => !DECIDING.test(variable));
  return { ...Object.fromEntries(rest), ...variables, FORGEXEC_CONTAINER_ENGINE: name };
}
