const DAY = 86_400;
const REVIEWERS = 40;
const VOTES = [-2, -1, 1, 1, 1, 2];
const WORDS = [
  "Fix",
  "Add",
  "Remove",
  "Rework",
  "the parser",
  "a cache",
  "the index",
  "uploads",
  "time-outs",
  "日本語",
];

/**
 * Changes as `gerrit query --format JSON --all-approvals --patch-sets --comments` prints them, a line each and statistics last: of the
 * last 500 days before `now` (ms since the epoch), with up to five versions and five votes on each. Always the same for the same arguments.
 */
export function gerritRecords({ count, now }) {
  const random = randomNumbers(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const people = Array.from({ length: REVIEWERS }, (_, index) => ({
    name: `Person ${index}`,
    email: `person${index}@example.org`,
    username: `user${index}`,
  }));
  const ci = { name: "CI", email: "ci@example.org", username: "ci" };
  const end = Math.floor(now / 1000);
  const lines = [];
  for (let number = 1; number <= count; number++) {
    const createdOn = end - Math.floor(random() * 500 * DAY);
    const owner = pick(people);
    const subject = Array.from({ length: 5 }, () => pick(WORDS)).join(" ");
    const status = pick(["NEW", "NEW", "MERGED", "ABANDONED"]);
    const comments = [];
    const patchSets = [];
    let at = createdOn;
    for (let version = 1 + Math.floor(random() * 5); version > 0 && at < end; version--) {
      const patch = patchSets.length + 1;
      const approvals = [];
      const vote = (by, type, value, grantedOn) => {
        if (grantedOn > end) return;
        approvals.push({ type, description: type, value: String(value), grantedOn, by });
        const sign = value > 0 ? `+${value}` : value;
        comments.push({
          timestamp: grantedOn,
          reviewer: by,
          message: `Patch Set ${patch}: ${type}${sign}\n\nSome words about it.`,
        });
      };
      vote(ci, "Verified", pick([-1, 1]), at + 60);
      for (let some = Math.floor(random() * 5); some > 0; some--) {
        vote(pick(people), "Code-Review", pick(VOTES), at + Math.floor(random() * 3 * DAY));
      }
      patchSets.push({
        number: patch,
        revision: String(number * 10 + patch).padStart(40, "0"),
        ref: `refs/changes/${number % 100}/${number}/${patch}`,
        uploader: owner,
        author: owner,
        createdOn: at,
        approvals,
        files: [
          { file: "/COMMIT_MSG", type: "ADDED" },
          { file: `src/module${number % 50}.py`, type: "MODIFIED" },
        ],
      });
      at += 3600 + Math.floor(random() * 4 * DAY);
    }
    const project = `acme/project${number % 5}`;
    const change = {
      project,
      branch: "master",
      id: `I${String(number).padStart(40, "0")}`,
      number,
      subject,
      owner,
      url: `https://review.example.org/c/${project}/+/${number}`,
      commitMessage: `${subject}\n\nA longer text that says why.\n`,
      createdOn,
      lastUpdated: Math.min(at, end),
      open: status === "NEW",
      status,
      comments,
      patchSets,
    };
    lines.push(JSON.stringify(change));
  }
  lines.push(JSON.stringify({ type: "stats", rowCount: count, runTimeMilliseconds: 1, moreChanges: false }));
  return `${lines.join("\n")}\n`;
}

/** Numbers from 0 up to 1, always the same (the generator mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
