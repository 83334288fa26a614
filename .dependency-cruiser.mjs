// The data goes one way: spec → plan → run → report. A folder's index.ts is its face; nothing else of it is imported from outside.
const layers = {
  spec: ["spec"],
  plan: ["spec", "plan"],
  command: ["command"],
  cache: ["command", "cache"],
  sandbox: ["spec", "command", "sandbox"],
  secrets: ["spec", "secrets"],
  github: ["spec", "plan", "github", "command"],
  packages: ["spec", "plan", "command", "cache", "packages"],
  run: ["spec", "plan", "command", "run"],
  report: ["spec", "plan", "run", "report"],
  changes: ["spec", "command", "report", "changes"],
  build: ["spec", "plan", "command", "sandbox", "secrets", "github", "cache", "packages", "run", "build"],
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "only-the-face",
      comment: "Another folder's files are reached through its index.ts.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/(?!index\\.ts$)", pathNot: "^src/$1/" },
    },
    ...Object.entries(layers).map(([folder, allowed]) => ({
      name: `${folder}-knows-only`,
      comment: `${folder}/ may import only: ${allowed.join(", ")}.`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/[^/]+/", pathNot: `^src/(${allowed.join("|")})/` },
    })),
    {
      name: "toolkit-only-in-action",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/action/" },
      to: { path: "@actions/(core|exec)" },
    },
    {
      name: "no-dev-dependency",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js"],
    },
  },
};
