import { work } from "./actions-worker.js";

await work(process.argv[2] ?? "");
