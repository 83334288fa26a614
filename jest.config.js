/** The sources run as ES modules, as they ship; nothing is rewritten to CommonJS. @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } }],
  },
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/lib/", "<rootDir>/examples/", "<rootDir>/dist/"],
  // Most tests wait for processes that they started: a core can be spared for nobody.
  maxWorkers: "100%",
  testTimeout: 120_000,
};
