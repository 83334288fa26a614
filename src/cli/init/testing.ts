import type { DraftStep, Installing } from "./model.js";
import type { Project } from "./project.js";

export interface Testing {
  /** What must be installed for it. */
  readonly install: readonly DraftStep[];
  readonly steps: readonly DraftStep[];
  readonly reasons: readonly string[];
}

/** Options in pytest's configuration that come from plugins: without the plugin pytest refuses to start. */
const PLUGINS: readonly (readonly [RegExp, string])[] = [
  [/(^|\s)--(no-)?cov\b/, "pytest-cov"],
  [/(^|\s)(-n|--numprocesses|--dist)\b/, "pytest-xdist"],
  [/(^|\s)--timeout\b/, "pytest-timeout"],
  [/(^|\s)--reruns\b/, "pytest-rerunfailures"],
  [/(^|\s)--asyncio-mode\b/, "pytest-asyncio"],
  [/(^|\s)--benchmark-/, "pytest-benchmark"],
];

/** How a project is tested. */
export function testing(project: Project, installed: Installing): Testing {
  const { testFile, django, tox, nox } = project;
  if (testFile === null && !django) return noTests(project);
  if (django && !installed.names.has("pytest") && project.pytest === null) {
    return {
      install: [],
      steps: [{ command: "python manage.py test" }],
      reasons: ["manage.py was found: Django runs the tests."],
    };
  }
  if (!installed.forTests && nox !== null) return byNox(nox);
  if (!installed.forTests && tox !== null) return byTox(tox.file);
  return byPytest(project, installed);
}

function byPytest(project: Project, installed: Installing): Testing {
  const wanted = [
    "pytest",
    ...PLUGINS.filter(([option]) => option.test(project.pytest?.addopts ?? "")).map(([, name]) => name),
  ];
  const missing = wanted.filter((name) => !installed.names.has(name));
  const where =
    project.pytest === null
      ? `Tests were found (${project.testFile})`
      : `pytest is configured in ${project.pytest.file}`;
  return {
    install: missing.length === 0 ? [] : [{ command: `pip install ${missing.join(" ")}` }],
    steps: [{ command: "python -m pytest" }],
    reasons: [
      `${where}: pytest runs the tests in the phase execute.`,
      ...(missing.length === 0 ? [] : [`No list of requirements has ${missing.join(", ")}: installed by itself.`]),
    ],
  };
}

function byNox(sessions: readonly string[]): Testing {
  const session =
    sessions.find((name) => /^(unit_?)?tests?$/.test(name)) ?? sessions.find((name) => name.includes("test"));
  // A session may ask for interpreters that the machine lacks; the build's own is there.
  const command = session === undefined ? "nox" : `nox --session ${session} --force-python python`;
  return {
    install: [{ command: "pip install nox" }],
    steps: [{ command }],
    reasons: ["noxfile.py says what the tests need: nox runs them."],
  };
}

function byTox(file: string): Testing {
  return {
    install: [{ command: "pip install tox" }],
    steps: [{ command: "tox run -e py", comment: "The tests with the build's own interpreter." }],
    reasons: [`tox is configured in ${file}: it runs the tests.`],
  };
}

function noTests({ nox, tox }: Project): Testing {
  if (nox !== null) return byNox(nox);
  if (tox !== null) return byTox(tox.file);
  const comment = "No tests were found: this only checks that what is installed fits together.";
  return {
    install: [],
    steps: [{ command: "python -m pip check", comment }],
    reasons: ["No tests were found: the phase execute only checks that what is installed fits together."],
  };
}
