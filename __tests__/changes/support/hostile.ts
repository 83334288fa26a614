import { change, comment, daysAgo, versions, vote } from "./build.js";

const ESCAPES = "\u001b[31mred\u001b]0;title\u0007\u009b2J\r\u0008\u0000\u202e";

/** Changes with everything in them that a format could trip over. */
export const HOSTILE = [
  change({
    number: 1,
    subject: `<script>alert(1)</script> | "quoted", 'single' & \`code\` @everyone #1 ${ESCAPES}`,
    project: "a|b<c>\n## heading",
    branch: "-->",
    url: "javascript:alert(1)//7",
    owner: { login: "</td><img src=x onerror=alert(1)>", name: null, email: null },
    versions: versions([["bob -2", "eve +1 tests", "? +1 workflow"]]),
  }),
  change({
    number: 2,
    subject: '=HYPERLINK("https://evil.example/")\nsecond line\r\nthird',
    url: "https://evil.example/a)|[x](y)<z>/2",
    owner: null,
    topic: "@SUM(1)",
    comments: [
      comment("</pre><script>alert(2)</script>", "```\n</textarea>\n# not a heading\n@team\u001b[2J", {
        file: "<b>",
        line: 3,
      }),
      comment(null, '-1+1\nNext, "line"', { at: daysAgo(0) }),
    ],
    versions: versions([[vote("bob +2")]]),
  }),
  change({
    number: 3,
    subject: "日本語の題名がとても長いので切られる 👩‍💻 e\u0301",
    owner: { login: null, name: "Nur Name", email: null },
  }),
  change({ number: 4, subject: "\ud800 lone \ufffe", url: "no address", updated: Number.POSITIVE_INFINITY }),
];

/** What no format may let through to a terminal, newlines aside. */
export const ACTIVE = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
