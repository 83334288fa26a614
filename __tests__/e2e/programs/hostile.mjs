// Prints what GitHub's runner would take for commands, a secret, and HTML; then fails.
const lines = [
  "::set-output name=result::evil",
  "::error::evil error",
  "::warning file=a.py,line=1::evil warning",
  "::add-mask::harmless",
  "::group::evil group",
  "##[group]evil old group",
  "##[error]evil old error",
  "::endgroup::",
  "::save-state name=isPost::evil",
  "::add-path::/evil",
  "::stop-commands::evil-token",
  "::evil-token::",
  "  ::notice::evil notice",
];
console.log(lines.join("\n"));
console.error(lines.join("\n"));
console.log(
  "visible:",
  ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_STATE"]
    .filter((name) => name in process.env)
    .join() || "none",
);
console.log("token is", process.env.TOKEN);
console.log("</details><script>alert(1)</script> | pipe | ```");
console.log("the last words");
process.stdout.write("::error::evil unfinished");
process.exitCode = 7;
