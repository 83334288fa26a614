import * as z from "zod/mini";
import { documented, mapping, oneOrMore, patternText } from "./field.js";
import { indexUrl, line } from "./fields.js";
import { secret } from "./value.js";

export const SERVER_NAME = /^(?!(?:distutils|DEFAULT)$)[\w.-]+$/;

const serverName = documented(
  z.string().check(
    z.refine((name) => SERVER_NAME.test(name), {
      error: "a name of letters, digits, `.`, `_` and `-`, other than `distutils` and `DEFAULT`",
      params: { code: "bad-server-name" },
    }),
  ),
  { pattern: SERVER_NAME.source },
);

const server = mapping({
  repository: documented(indexUrl(), { description: "Where distributions are uploaded to." }),
  username: z.optional(line("a user name")),
  password: z.optional(secret),
});

const INDEX_NAME = /^(?!simple$)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

const namedIndex = mapping(
  {
    name: patternText({
      expected: "a name of letters, digits, `.`, `_` and `-`, other than `simple`",
      code: "bad-index-name",
      pattern: INDEX_NAME,
    }),
    url: documented(indexUrl(), { description: "The index, as in `index-url`." }),
  },
  "a URL, or `{ name, url }`",
);

/** A name as packages have it, with `*`, `?`, `[…]` and `{…,…}` as in a shell. */
const PACKAGES = /^[\w.*?[\]{},!-]+$/;

const packages = documented(
  z.string().check(
    z.refine((name) => PACKAGES.test(name), {
      error: "a package's name, or a glob of names such as `mycorp-*`",
      params: { code: "bad-package-name" },
    }),
  ),
  { pattern: PACKAGES.source },
);
const host = () => patternText({ expected: "a host, or `host:port`", code: "bad-host", pattern: /^[^\s/@]+$/ });

export const pypi = documented(
  z.nullable(
    mapping({
      "index-servers": z.optional(
        documented(z.record(serverName, server, { error: "a mapping of names to servers" }), {
          description: "Servers to upload to: they become ~/.pypirc while the build runs.",
        }),
      ),
      "index-url": z.optional(documented(indexUrl(), { description: "The index that pip installs from." })),
      "extra-index-url": z.optional(
        documented(
          z.union(
            [
              indexUrl(),
              namedIndex,
              z.array(z.union([indexUrl(), namedIndex], { error: "a URL, or `{ name, url }`" })),
            ],
            {
              error: "a URL or a list of URLs",
            },
          ),
          { description: "Further indexes that pip installs from." },
        ),
      ),
      "trusted-host": z.optional(
        documented(oneOrMore(host(), "a host or a list of hosts"), {
          description: "Hosts whose certificates pip does not check.",
        }),
      ),
      "find-links": z.optional(
        documented(oneOrMore(line("a URL or a directory"), "a URL, a directory, or a list of them"), {
          description: "Pages and directories where pip looks for distributions.",
        }),
      ),
      packages: z.optional(
        documented(z.record(packages, line("the name of an index"), { error: "a mapping of packages to indexes" }), {
          description:
            "Names of packages, or globs, to the one entry of `extra-index-url` that may serve them: pip and uv ask no other.",
        }),
      ),
      pip: z.optional(
        documented(
          patternText({
            expected: "a version of pip such as `24.0`, `newest` or `bundled`",
            code: "bad-version",
            pattern: /^(?:newest|bundled|\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?)$/,
          }),
          { description: "The pip of the build's environment." },
        ),
      ),
    }),
  ),
  { description: "What pip and upload tools are configured with." },
);
