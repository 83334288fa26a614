import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseSpec } from "../../src/spec/index.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

const TEST = { "tests/test_it.py": "def test_it(): pass\n" };
const PROJECT = '[project]\nname = "thing"\nversion = "1"\n';
const backend = (name: string) => `[build-system]\nrequires = ["x"]\nbuild-backend = "${name}"\n`;
const GROUPS = "python -m pip install 'pip>=25.1'";

type Phases = Partial<Record<"install" | "linting" | "execute", readonly string[]>>;

/** The commands of a written spec. */
function commandsOf(text: string): Phases {
  const { diagnostics } = parseSpec(text, ".forge.yml");
  expect(diagnostics).toEqual([]);
  const phases = parse(text) as Record<string, (string | { run: string })[]>;
  return Object.fromEntries(
    Object.entries(phases).map(([phase, steps]) => [
      phase,
      steps.map((step) => (typeof step === "string" ? step : step.run)),
    ]),
  );
}

const PROJECTS: readonly (readonly [string, Readonly<Record<string, string>>, Phases])[] = [
  [
    "setup.py and nothing else",
    { "setup.py": "" },
    { install: ["pip install -e ."], execute: ["python -m pip check"] },
  ],
  [
    "setuptools, the old way, with an extra and flake8",
    {
      "setup.py": "",
      "setup.cfg":
        "[metadata]\nname = thing\n[options.extras_require]\ndocs = sphinx\ntest =\n    # for now\n    pytest>=6\n    pytest-cov; python_version > '3'\n[flake8]\nmax-line-length = 100\n[tool:pytest]\naddopts = --cov\n",
      ...TEST,
    },
    {
      install: ["pip install -e .[test]", "pip install flake8"],
      linting: ["flake8 ."],
      execute: ["python -m pytest"],
    },
  ],
  [
    "flit with a requirements file, ruff and mypy",
    {
      "pyproject.toml": `${PROJECT}${backend("flit_core.buildapi")}[tool.ruff]\nfix = true\n[tool.mypy]\nstrict = true\n`,
      "requirements/dev.txt": "-r tests.txt\nruff\nmypy\n",
      "requirements/tests.txt": "pytest==8\n",
      "src/thing/__init__.py": "",
      ...TEST,
    },
    {
      install: ["pip install -e .", "pip install -r requirements/tests.txt", "pip install ruff mypy"],
      linting: ["ruff check --no-fix .", "mypy src"],
      execute: ["python -m pytest"],
    },
  ],
  [
    "hatchling with dependency groups that include each other",
    {
      "pyproject.toml": `${PROJECT}${backend("hatchling.build")}[dependency-groups]\ndev = [{ include-group = "tests" }, "ruff"]\ntests = ["pytest"]\n[tool.ruff.lint]\nselect = ["E"]\n`,
      ...TEST,
    },
    {
      install: ["pip install -e .", GROUPS, "pip install --group tests", "pip install ruff"],
      linting: ["ruff check --no-fix ."],
      execute: ["python -m pytest"],
    },
  ],
  [
    "poetry without a lock file",
    {
      "pyproject.toml": `${backend("poetry.core.masonry.api")}[tool.poetry]\nname = "thing"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.9"\n[tool.poetry.group.dev.dependencies]\npytest = "^7.1.2"\npytest-mock = "~3.8"\npytest-cov = "*"\nmypy = [{ version = "^1.0", python = "<3.8" }]\nblack = { version = ">=22,<25", extras = ["d"] }\nthing-two = { path = "../two" }\n`,
      ...TEST,
    },
    {
      install: [
        "pip install -e .",
        "pip install 'pytest>=7.1.2,<8' 'pytest-mock>=3.8,<3.9' pytest-cov mypy 'black[d]>=22,<25'",
      ],
      execute: ["python -m pytest"],
    },
  ],
  [
    "poetry with a lock file and an optional group",
    {
      "pyproject.toml": `${backend("poetry.core.masonry.api")}[tool.poetry]\nname = "thing"\n[tool.poetry.group.test]\noptional = true\n[tool.poetry.group.test.dependencies]\npytest = "^8"\n`,
      "poetry.lock": "",
      ...TEST,
    },
    {
      install: ["pip install poetry", "poetry install --no-interaction --with test"],
      execute: ["python -m pytest"],
    },
  ],
  [
    "pdm without a lock file",
    {
      "pyproject.toml": `${PROJECT}${backend("pdm.backend")}[tool.pdm.dev-dependencies]\ntest = ["pytest >= 7", "-e file:///here"]\n`,
      ...TEST,
    },
    { install: ["pip install -e .", "pip install 'pytest >= 7'"], execute: ["python -m pytest"] },
  ],
  [
    "pdm with a lock file",
    {
      "pyproject.toml": `${PROJECT}${backend("pdm.backend")}[tool.pdm.dev-dependencies]\ntest = ["pytest"]\n`,
      "pdm.lock": "",
      ...TEST,
    },
    { install: ["pip install pdm", "pdm install --dev --frozen-lockfile"], execute: ["python -m pytest"] },
  ],
  [
    "uv",
    {
      "pyproject.toml": `${PROJECT}[dependency-groups]\ntest = ["pytest"]\ndev = ["mypy"]\n[tool.mypy]\nfiles = ["src"]\n`,
      "uv.lock": "",
      ...TEST,
    },
    {
      install: ["pip install uv", "uv sync --active --frozen --inexact --python python --group test"],
      linting: ["mypy"],
      execute: ["python -m pytest"],
    },
  ],
  [
    "an application with requirements only",
    { "requirements.txt": "flask\n", "requirements-test.txt": "pytest\n", "test_app.py": "" },
    {
      install: ["pip install -r requirements.txt", "pip install -r requirements-test.txt"],
      execute: ["python -m pytest"],
    },
  ],
  [
    "a Django site",
    { "requirements.txt": "django\n", "manage.py": "", "site/tests.py": "" },
    { install: ["pip install -r requirements.txt"], execute: ["python manage.py test"] },
  ],
  [
    "tox with what the tests need",
    {
      "setup.py": "",
      "tox.ini":
        "[tox]\nenvlist = py{39,310},lint\n[testenv]\ndeps =\n    -r{toxinidir}/reqs.txt\n    hypothesis >= 6 ; python_version > '3'\n    cov: coverage\ncommands = pytest {posargs}\n[pytest]\naddopts = --cov=thing -n auto\n",
      "reqs.txt": "pytest\n",
      ...TEST,
    },
    {
      install: [
        "pip install -e .",
        `pip install -r reqs.txt 'hypothesis >= 6 ; python_version > '"'"'3'"'"''`,
        "pip install pytest-cov pytest-xdist",
      ],
      execute: ["python -m pytest"],
    },
  ],
  [
    "tox that keeps it to itself",
    { "setup.py": "", "tox.ini": "[tox]\nenvlist = py\n[testenv]\ncommands = python -m unittest\n", ...TEST },
    { install: ["pip install -e .", "pip install tox"], execute: ["tox run -e py"] },
  ],
  [
    "nox",
    {
      "pyproject.toml": PROJECT,
      "noxfile.py":
        'import nox\n\n@nox.session\ndef lint(session):\n    pass\n\n@nox.session(python=["3.9"],\n             name="tests")\ndef run_them(session):\n    pass\n',
      ...TEST,
    },
    { install: ["pip install -e .", "pip install nox"], execute: ["nox --session tests --force-python python"] },
  ],
];

test("hatchling is kept from packing .forge/, once", async () => {
  const cwd = await createFolder({
    "pyproject.toml": `${PROJECT}${backend("hatchling.build")}`,
    ".gitignore": "dist/",
  });
  expect((await forgexec(["init"], { cwd })).stdout).toContain("Added .forge/ to .gitignore");
  expect((await forgexec(["init", "--force"], { cwd })).stdout).not.toContain(".gitignore");
  expect(await readFile(join(cwd, ".gitignore"), "utf8")).toBe("dist/\n.forge/\n");
});

test.each(PROJECTS)("%s", async (_name, files, expected) => {
  const cwd = await createFolder(files);
  const { code, stdout, stderr } = await forgexec(["init"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Wrote .forge.yml\n");
  const commands = commandsOf(await readFile(join(cwd, ".forge.yml"), "utf8"));
  expect(commands).toEqual(expected);
  expect((await forgexec(["plan"], { cwd })).code).toBe(0);
});

test("it says what it found, and why it wrote what", async () => {
  const cwd = await createFolder({ "pyproject.toml": `${PROJECT}${backend("hatchling.build")}[tool.mypy]\n`, ...TEST });
  const { stdout } = await forgexec(["init"], { cwd });
  expect(stdout).toContain("The project is a package (hatchling)");
  expect(stdout).toContain("mypy is configured in pyproject.toml");
  expect(stdout).toContain("Tests were found (tests/test_it.py)");
  expect(stdout).toContain("No list of requirements has pytest");
});

test("the workflow: least permissions, the history and the Python that the project needs", async () => {
  const cwd = await createFolder({
    "pyproject.toml": `[project]\nname = "thing"\ndynamic = ["version"]\nrequires-python = ">=3.14"\n[build-system]\nrequires = ["setuptools", "setuptools-scm>=8"]\n`,
    ".git/refs/remotes/origin/HEAD": "ref: refs/remotes/origin/trunk\n",
  });
  await forgexec(["init"], { cwd });
  const workflow = parse(await readFile(join(cwd, ".github/workflows/forge.yml"), "utf8"));
  expect(workflow.on).toEqual({ push: { branches: ["trunk"] }, pull_request: null });
  expect(workflow.permissions).toEqual({ contents: "read", statuses: "write" });
  expect(workflow.jobs.forge.steps).toEqual([
    { uses: "actions/checkout@v4", with: { "persist-credentials": false, "fetch-depth": 0 } },
    { uses: "actions/setup-python@v5", with: { "python-version-file": "pyproject.toml" } },
    { uses: "forgexec/forgexec@v1" },
  ]);
  const plain = await createFolder({ "pyproject.toml": PROJECT });
  await forgexec(["init", "--directory", plain]);
  const simple = parse(await readFile(join(plain, ".github/workflows/forge.yml"), "utf8"));
  expect(simple.on.push.branches).toEqual(["main"]);
  expect(simple.jobs.forge.steps).toEqual([
    { uses: "actions/checkout@v4", with: { "persist-credentials": false } },
    { uses: "forgexec/forgexec@v1" },
  ]);
});

test.each([[".forge.yml"], [".github/workflows/forge.yml"]])(
  "%s is never overwritten without --force",
  async (existing) => {
    const cwd = await createFolder({ "setup.py": "" });
    await mkdir(join(cwd, ".github/workflows"), { recursive: true });
    await writeFile(join(cwd, existing), "mine\n");
    const before = await readdir(cwd, { recursive: true });
    const { code, stdout, stderr } = await forgexec(["init"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${existing} is there already, and nothing was written`);
    expect(await readdir(cwd, { recursive: true })).toEqual(before);
    expect(await readFile(join(cwd, existing), "utf8")).toBe("mine\n");
    expect((await forgexec(["init", "--force"], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, existing), "utf8")).not.toContain("mine");
  },
);

test.each([
  ["no project", {}, "No Python project was found"],
  ["a broken pyproject.toml", { "pyproject.toml": "[project\n" }, "pyproject.toml cannot be read as TOML"],
])("%s: a clear message, nothing written", async (_name, files, message) => {
  const cwd = await createFolder(files);
  const { code, stdout, stderr } = await forgexec(["init"], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(await readdir(cwd)).toEqual(Object.keys(files));
});

test("what it writes runs", async () => {
  const cwd = await createFolder({
    "test_sum.py": "def test_sum():\n    assert 1 + 1 == 2\n",
    "manage.py": "print('tests ran')\n",
  });
  await forgexec(["init"], { cwd });
  expect(await readFile(join(cwd, ".forge.yml"), "utf8")).toContain('\npython: "3"\n\nexecute:\n');
  const { code, stdout } = await forgexec(["run"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("tests ran");
});
