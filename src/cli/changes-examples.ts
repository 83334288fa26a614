/** What follows the list of reports in the help. */
export const OVERVIEW = `
Examples:
  $ forgexec changes todo-mine --user alice       what changed since you reviewed it
  $ forgexec changes list --status open           every open pull request
  $ forgexec changes review-rate --plot rate.svg  who reviews how much, with a picture

'forgexec changes REPORT --help' shows a report's options and examples.
Without --repository it is the configuration's projects, else GITHUB_REPOSITORY; the token is GITHUB_TOKEN or GH_TOKEN.`;

/** What follows the options in each report's help. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  list: `
Of a server it lists what is open, of recorded changes all; --status tells otherwise.

Examples:
  $ forgexec changes list --status open --branch main --owner alice
  $ forgexec changes list --status open --approval tests=-1 --file '^docs/'
  $ forgexec changes list --sort updated:rev --limit 20 --field url,subject:60,reviews
  $ forgexec changes list --source gerrit --server https://review.example.org --project web --format csv`,
  "todo-mine": `
Examples:
  $ forgexec changes todo-mine --user alice
  $ forgexec changes todo-mine --user alice --group platform --branch main`,
  "todo-others": `
Examples:
  $ forgexec changes todo-others --user alice --bot ci-bot
  $ forgexec changes todo-others --user alice --format html > others.html`,
  "todo-anyones": `
Examples:
  $ forgexec changes todo-anyones --user alice --bot ci-bot
  $ forgexec changes todo-anyones --user alice --sort updated`,
  "todo-noones": `
Examples:
  $ forgexec changes todo-noones --bot ci-bot
  $ forgexec changes todo-noones --all-groups --format markdown`,
  "todo-approvable": `
Examples:
  $ forgexec changes todo-approvable --user alice
  $ forgexec changes todo-approvable --user alice --strict --approval tests=+1`,
  "todo-expirable": `
Examples:
  $ forgexec changes todo-expirable
  $ forgexec changes todo-expirable --days 90 --format json | jq -r '.[].url'`,
  "review-rate": `
Each column is a week, the last seven days first: comments with a vote, divided by seven.

Examples:
  $ forgexec changes review-rate
  $ forgexec changes review-rate --plot rate.svg --limit 10
  $ forgexec changes review-rate --format csv > rate.csv`,
  "review-stats": `
Examples:
  $ forgexec changes review-stats
  $ forgexec changes review-stats --days 90 --sort positive:rev`,
  "open-stats": `
A change waits for its submitter where anything on the current version is negative, else for its
reviewers. Waits are those of the latter, counted from when a version was made.

Examples:
  $ forgexec changes open-stats
  $ forgexec changes open-stats --branch main --days 14 --limit 10`,
  comments: `
Examples:
  $ forgexec changes comments 42
  $ forgexec changes comments 42 --bots --current
  $ forgexec changes comments acme/web#42 --format markdown`,
  watch: `
It goes on until it is interrupted.

Examples:
  $ forgexec changes watch --repository acme/web
  $ forgexec changes watch --source gerrit-ssh --server review.example.org --json`,
};
