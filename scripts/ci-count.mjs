// Prints "PASSED FAILED" from jest's --json files. A file that is missing, damaged or without a test counts as one failure.
import { readFileSync } from "node:fs";

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const result = read(file);
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} ${failed}`);

function read(file) {
  try {
    const json = JSON.parse(readFileSync(file, "utf8"));
    const failures = json.numFailedTests + json.numRuntimeErrorTestSuites;
    const count = { passed: json.numPassedTests, failed: json.success ? failures : Math.max(1, failures) };
    if (count.passed + count.failed > 0) return count;
    console.error(`${file}: jest ran no test`);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
  }
  return { passed: 0, failed: 1 };
}
