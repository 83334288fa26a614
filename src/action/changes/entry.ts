// Imported when it runs, so that the bundle is one chunk with the notices of all that is in it.
const [{ processEdge }, { runChangesAction }] = await Promise.all([import("../edge.js"), import("./run.js")]);

await runChangesAction(processEdge());
