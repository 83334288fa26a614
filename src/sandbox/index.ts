export { describeImage } from "./container/describe-image.js";
export type { Image } from "./container/image.js";
export { recoverContainers } from "./container/recover-here.js";
export { executorForPlatform, getExecutor } from "./executors.js";
export {
  BACKENDS,
  type Backend,
  type Executor,
  type ExtraMount,
  type OpenOptions,
  type ResultOf,
  type SandboxAddress,
  type SandboxCapabilities,
  type SandboxConfig,
  type SandboxForward,
  type SandboxLimits,
  type SandboxPort,
  type SandboxProblem,
  type SandboxResult,
  type SandboxSession,
  type SessionOf,
} from "./model.js";
export type { ConfigPath, SandboxFault } from "./refuse.js";
