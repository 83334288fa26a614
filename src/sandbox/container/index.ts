import { ContainerExecutor } from "./executor.js";

/** Sandboxes that are containers. */
export const container = new ContainerExecutor();
