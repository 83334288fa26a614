import { processEdge, runAction } from "./index.js";

await runAction(processEdge());
