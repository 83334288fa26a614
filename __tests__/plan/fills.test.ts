import { describe, expect, test } from "@jest/globals";
import { parseSpec } from "../../src/spec/index.js";
import { planOf } from "../support/plan.js";

const cacheable = (command: string, more = "") =>
  planOf(`${more}\ninstall:\n  inputs: [r.txt]\n  steps: [${JSON.stringify(command)}]`).phases[0]?.steps[0]?.cacheable;

describe("with install.inputs, what does nothing but fill the environment from an index need not run again", () => {
  test.each([
    "pip install -r requirements.txt",
    "pip install -r a.txt -r b.txt -c c.txt",
    "pip3.12 install requests 'flask[async]>=3; python_version>\"3.8\"'",
    "pip --no-input install --upgrade --pre x==1.0",
    "python -m pip install -rrequirements.txt",
    "python3 -I -m pip install --requirement=a.txt",
    "pip install --require-hashes --no-deps -r lock.txt --index-url https://i.example/simple",
    "uv pip install -r requirements.txt",
    "uv pip sync requirements.txt",
    "uv sync --frozen --no-install-project",
    "poetry install --no-root --only main",
    "pdm sync --no-self -G test",
  ])("%s", (command) => {
    expect(cacheable(command)).toBe(true);
  });
});

describe("what installs from elsewhere, or does something else, runs", () => {
  test.each([
    "pip install .",
    "pip install -e .",
    "pip install ./lib[extra]",
    "pip install -r requirements.txt .",
    "pip install dist/x-1.0-py3-none-any.whl",
    "pip install x-1.0.tar.gz",
    "pip install git+https://git.example/x",
    "pip install 'x @ https://files.example/x.whl'",
    "pip install -r https://files.example/r.txt",
    "pip install -r /dev/stdin",
    "pip install --target vendor x",
    "pip install --user x",
    "pip install --report r.json x",
    "pip --python other install x",
    "pip download x",
    "pip uninstall -y x",
    "uv sync",
    "uv pip install --system x",
    "uv tool install ruff",
    "poetry install",
    "poetry -C sub install --no-root",
    "pdm install",
    "python setup.py install",
    "python -c pip -m pip install x",
    "make deps",
    "apt-get install -y libxml2",
  ])("%s", (command) => {
    expect(cacheable(command)).toBe(false);
  });

  test("also where a variable leads it elsewhere", () => {
    expect(cacheable("pip install x", "environment: { PIP_TARGET: vendor }")).toBe(false);
  });
});

describe("the spec has the last word", () => {
  const steps = (install: string) => planOf(`install: ${install}`).phases[0]?.steps.map((step) => step.cacheable);

  test("cached: true and cached: false", () => {
    const install = "{ inputs: [], steps: [{ run: make deps, cached: true }, { run: pip install x, cached: false }] }";
    expect(steps(install)).toEqual([true, false]);
  });

  test("without inputs nothing is left out", () => {
    expect(steps("[pip install x]")).toEqual([false]);
  });

  test("`cached` where it has no meaning gets a warning", () => {
    const { diagnostics } = parseSpec("install:\n  - { run: make deps, cached: true }\nexecute: [pytest]\n", "x");
    expect(diagnostics.map(({ severity, code, line, column }) => [severity, code, line, column])).toEqual([
      ["warning", "cached-without-inputs", 2, 23],
    ]);
  });
});
