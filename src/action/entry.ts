// Imported when it runs, so that the bundle is one chunk with the notices of all that is in it.
const { processEdge, runAction } = await import("./index.js");

await runAction(processEdge());
