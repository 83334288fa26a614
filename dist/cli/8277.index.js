export const id = 8277;
export const ids = [8277,7020,4639,7789,170,2258];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 5756:
/***/ ((module) => {

const { hasOwnProperty } = Object.prototype

const encode = (obj, opt = {}) => {
  if (typeof opt === 'string') {
    opt = { section: opt }
  }
  opt.align = opt.align === true
  opt.newline = opt.newline === true
  opt.sort = opt.sort === true
  opt.whitespace = opt.whitespace === true || opt.align === true
  // The `typeof` check is required because accessing the `process` directly fails on browsers.
  /* istanbul ignore next */
  opt.platform = opt.platform || (typeof process !== 'undefined' && process.platform)
  opt.bracketedArray = opt.bracketedArray !== false

  /* istanbul ignore next */
  const eol = opt.platform === 'win32' ? '\r\n' : '\n'
  const separator = opt.whitespace ? ' = ' : '='
  const children = []

  const keys = opt.sort ? Object.keys(obj).sort() : Object.keys(obj)

  let padToChars = 0
  // If aligning on the separator, then padToChars is determined as follows:
  // 1. Get the keys
  // 2. Exclude keys pointing to objects unless the value is null or an array
  // 3. Add `[]` to array keys
  // 4. Ensure non empty set of keys
  // 5. Reduce the set to the longest `safe` key
  // 6. Get the `safe` length
  if (opt.align) {
    padToChars = safe(
      (
        keys
          .filter(k => obj[k] === null || Array.isArray(obj[k]) || typeof obj[k] !== 'object')
          .map(k => Array.isArray(obj[k]) ? `${k}[]` : k)
      )
        .concat([''])
        .reduce((a, b) => safe(a).length >= safe(b).length ? a : b)
    ).length
  }

  let out = ''
  const arraySuffix = opt.bracketedArray ? '[]' : ''

  for (const k of keys) {
    const val = obj[k]
    if (val && Array.isArray(val)) {
      for (const item of val) {
        out += safe(`${k}${arraySuffix}`).padEnd(padToChars, ' ') + separator + safe(item) + eol
      }
    } else if (val && typeof val === 'object') {
      children.push(k)
    } else {
      out += safe(k).padEnd(padToChars, ' ') + separator + safe(val) + eol
    }
  }

  if (opt.section && out.length) {
    out = '[' + safe(opt.section) + ']' + (opt.newline ? eol + eol : eol) + out
  }

  for (const k of children) {
    const nk = splitSections(k, '.').join('\\.')
    const section = (opt.section ? opt.section + '.' : '') + nk
    const child = encode(obj[k], {
      ...opt,
      section,
    })
    if (out.length && child.length) {
      out += eol
    }

    out += child
  }

  return out
}

function splitSections (str, separator) {
  var lastMatchIndex = 0
  var lastSeparatorIndex = 0
  var nextIndex = 0
  var sections = []

  do {
    nextIndex = str.indexOf(separator, lastMatchIndex)

    if (nextIndex !== -1) {
      lastMatchIndex = nextIndex + separator.length

      if (nextIndex > 0 && str[nextIndex - 1] === '\\') {
        continue
      }

      sections.push(str.slice(lastSeparatorIndex, nextIndex))
      lastSeparatorIndex = nextIndex + separator.length
    }
  } while (nextIndex !== -1)

  sections.push(str.slice(lastSeparatorIndex))

  return sections
}

const decode = (str, opt = {}) => {
  opt.bracketedArray = opt.bracketedArray !== false
  const out = Object.create(null)
  let p = out
  let section = null
  //          section          |key      = value
  const re = /^\[([^\]]*)\]\s*$|^([^=]+)(=(.*))?$/i
  const lines = str.split(/[\r\n]+/g)
  const duplicates = {}

  for (const line of lines) {
    if (!line || line.match(/^\s*[;#]/) || line.match(/^\s*$/)) {
      continue
    }
    const match = line.match(re)
    if (!match) {
      continue
    }
    if (match[1] !== undefined) {
      section = unsafe(match[1])
      if (section === '__proto__') {
        // not allowed
        // keep parsing the section, but don't attach it.
        p = Object.create(null)
        continue
      }
      p = out[section] = out[section] || Object.create(null)
      continue
    }
    const keyRaw = unsafe(match[2])
    let isArray
    if (opt.bracketedArray) {
      isArray = keyRaw.length > 2 && keyRaw.slice(-2) === '[]'
    } else {
      duplicates[keyRaw] = (duplicates?.[keyRaw] || 0) + 1
      isArray = duplicates[keyRaw] > 1
    }
    const key = isArray && keyRaw.endsWith('[]')
      ? keyRaw.slice(0, -2) : keyRaw

    if (key === '__proto__') {
      continue
    }
    const valueRaw = match[3] ? unsafe(match[4]) : true
    const value = valueRaw === 'true' ||
      valueRaw === 'false' ||
      valueRaw === 'null' ? JSON.parse(valueRaw)
      : valueRaw

    // Convert keys with '[]' suffix to an array
    if (isArray) {
      if (!hasOwnProperty.call(p, key)) {
        p[key] = []
      } else if (!Array.isArray(p[key])) {
        p[key] = [p[key]]
      }
    }

    // safeguard against resetting a previously defined
    // array by accidentally forgetting the brackets
    if (Array.isArray(p[key])) {
      p[key].push(value)
    } else {
      p[key] = value
    }
  }

  // {a:{y:1},"a.b":{x:2}} --> {a:{y:1,b:{x:2}}}
  // use a filter to return the keys that have to be deleted.
  const remove = []
  for (const k of Object.keys(out)) {
    if (!hasOwnProperty.call(out, k) ||
      typeof out[k] !== 'object' ||
      Array.isArray(out[k])) {
      continue
    }

    // see if the parent section is also an object.
    // if so, add it to that, and mark this one for deletion
    const parts = splitSections(k, '.')
    p = out
    const l = parts.pop()
    const nl = l.replace(/\\\./g, '.')
    for (const part of parts) {
      if (part === '__proto__') {
        continue
      }
      if (!hasOwnProperty.call(p, part) || typeof p[part] !== 'object') {
        p[part] = Object.create(null)
      }
      p = p[part]
    }
    if (p === out && nl === l) {
      continue
    }

    p[nl] = out[k]
    remove.push(k)
  }
  for (const del of remove) {
    delete out[del]
  }

  return out
}

const isQuoted = val => {
  return (val.startsWith('"') && val.endsWith('"')) ||
    (val.startsWith("'") && val.endsWith("'"))
}

const safe = val => {
  if (
    typeof val !== 'string' ||
    val.match(/[=\r\n]/) ||
    val.match(/^\[/) ||
    (val.length > 1 && isQuoted(val)) ||
    val !== val.trim()
  ) {
    return JSON.stringify(val)
  }
  return val.split(';').join('\\;').split('#').join('\\#')
}

const unsafe = val => {
  val = (val || '').trim()
  if (isQuoted(val)) {
    // remove the single quotes before calling JSON.parse
    if (val.charAt(0) === "'") {
      val = val.slice(1, -1)
    }
    try {
      val = JSON.parse(val)
    } catch {
      // ignore errors
    }
  } else {
    // walk the val to find the first not-escaped ; character
    let esc = false
    let unesc = ''
    for (let i = 0, l = val.length; i < l; i++) {
      const c = val.charAt(i)
      if (esc) {
        if ('\\;#'.indexOf(c) !== -1) {
          unesc += c
        } else {
          unesc += '\\' + c
        }

        esc = false
      } else if (';#'.indexOf(c) !== -1) {
        break
      } else if (c === '\\') {
        esc = true
      } else {
        unesc += c
      }
    }
    if (esc) {
      unesc += '\\'
    }

    return unesc.trim()
  }
  return val
}

module.exports = {
  parse: decode,
  decode,
  stringify: encode,
  encode,
  safe,
  unsafe,
}


/***/ }),

/***/ 8238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ init_define)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/spec/index.js + 46 modules
var spec = __webpack_require__(220);
;// CONCATENATED MODULE: ./lib/cli/init/use.js
/** Names under which projects list what their tests need, the more telling first. */
const FOR_TESTS = ["tests", "test", "testing", "dev", "develop", "development"];
/** Of several lists of requirements, the one that is for testing; null: none is, or it is empty. */
function pickForTests(lists) {
    return FOR_TESTS.find((name) => (lists.get(name)?.length ?? 0) > 0) ?? null;
}

;// CONCATENATED MODULE: ./lib/cli/init/by-pip.js


/** The first pip that knows dependency groups. */
const PIP_WITH_GROUPS = "pip>=25.1";
/** Installing with nothing but pip: the project itself, and the first source found of what its tests need. */
function byPip(project) {
    const sources = [
        fromExtra(project),
        fromGroup(project),
        fromTool(project),
        fromFile(project),
        fromTox(project),
    ].filter((one) => one !== null);
    const found = sources.find(({ names }) => names.has("pytest")) ?? sources[0];
    if (found !== undefined)
        return found;
    return withItself(project, {
        steps: [...plainRequirements(project)],
        reasons: [],
        names: plainNames(project),
        forTests: false,
    });
}
function withItself(project, source) {
    const { steps, reasons, names, forTests, extra } = source;
    const itself = `pip install -e .${extra === undefined ? "" : `[${extra}]`}`;
    return {
        steps: project.installable ? [{ command: itself }, ...steps] : steps,
        reasons: [
            ...(project.installable ? [`The project is a package (${project.backend}): pip installs it in place.`] : []),
            ...reasons,
        ],
        names: new Set(names),
        forTests,
    };
}
function fromExtra(project) {
    const extra = project.installable ? pickForTests(project.extras) : null;
    if (extra === null)
        return null;
    const reasons = [`What its tests need is the extra "${extra}".`];
    return withItself(project, { extra, steps: [], reasons, names: project.extras.get(extra) ?? [], forTests: true });
}
function fromGroup(project) {
    const groups = project.pyproject?.groups ?? new Map();
    const group = pickForTests(groups) ?? project.tox?.groups.find((name) => groups.has(name));
    if (group === undefined)
        return null;
    const steps = [
        {
            command: `python -m pip install ${(0,spec/* quoteWord */.XW)(PIP_WITH_GROUPS)}`,
            comment: "The first pip that knows dependency groups.",
        },
        { command: `pip install --group ${group}` },
    ];
    const reasons = [`What its tests need is the dependency group "${group}".`];
    return withItself(project, { steps, reasons, names: groups.get(group) ?? [], forTests: true });
}
/** Without a lock file Poetry and PDM would only work out what pip works out as well. */
function fromTool(project) {
    const groups = project.pyproject?.toolGroups ?? new Map();
    const group = pickForTests(new Map([...groups].map(([name, { names }]) => [name, names])));
    const found = group === null ? undefined : groups.get(group);
    if (found === undefined)
        return null;
    const steps = [
        {
            command: `pip install ${found.requirements.map(spec/* quoteWord */.XW).join(" ")}`,
            comment: `${found.tool}'s group "${group}".`,
        },
    ];
    const reasons = [`What its tests need is ${found.tool}'s group "${group}".`];
    return withItself(project, { steps, reasons, names: found.names, forTests: true });
}
function fromFile(project) {
    const files = project.requirementFiles.filter(({ file }) => file !== "requirements.txt");
    const found = files.find(({ names }) => names.includes("pytest")) ?? files[0];
    if (found === undefined)
        return null;
    const steps = [...plainRequirements(project), { command: `pip install -r ${found.file}` }];
    const reasons = [`What its tests need is listed in ${found.file}.`];
    return withItself(project, { steps, reasons, names: [...plainNames(project), ...found.names], forTests: true });
}
function fromTox(project) {
    const { tox } = project;
    if (tox === null || tox.deps.length === 0)
        return null;
    const words = tox.deps.flatMap((dep) => (dep.startsWith("-") ? dep.split(/\s+/) : [dep]));
    const steps = [...plainRequirements(project), { command: `pip install ${words.map(spec/* quoteWord */.XW).join(" ")}` }];
    const reasons = [`What its tests need is listed in ${tox.file}.`];
    return withItself(project, {
        steps,
        reasons,
        names: [...plainNames(project), ...tox.names],
        forTests: true,
    });
}
/** `requirements.txt` is what an application needs; of a package it is the developers' own affair, unless there is nothing else. */
function plainRequirements(project) {
    return isWanted(project) ? [{ command: "pip install -r requirements.txt" }] : [];
}
function plainNames(project) {
    return isWanted(project)
        ? (project.requirementFiles.find(({ file }) => file === "requirements.txt")?.names ?? [])
        : [];
}
function isWanted(project) {
    const files = project.requirementFiles.map(({ file }) => file);
    return files.includes("requirements.txt") && (!project.installable || files.length === 1);
}

;// CONCATENATED MODULE: ./lib/cli/init/installing.js


const INTO = "Into the build's environment.";
/** How a project is installed, with what its tests need. */
function installing(project) {
    return byUv(project) ?? byPoetry(project) ?? byPdm(project) ?? byPip(project);
}
function byUv(project) {
    const { pyproject, locks } = project;
    if (pyproject === null || !locks.has("uv.lock"))
        return null;
    const group = pickForTests(pyproject.groups);
    const extra = group === null ? pickForTests(project.extras) : null;
    const defaults = pyproject.uvDefaultGroups.filter((name) => pyproject.groups.has(name));
    const groups = group === null || defaults.includes(group) ? defaults : [...defaults, group];
    const added = group === null || defaults.includes(group) ? "" : ` --group ${group}`;
    // Without --python a .python-version would have uv replace the environment with one of another interpreter.
    const sync = `uv sync --active --frozen --inexact --python python${added}${extra === null ? "" : ` --extra ${extra}`}`;
    return {
        steps: [{ command: "pip install uv" }, { command: sync, comment: INTO }],
        reasons: ["uv.lock was found: uv installs what it pins."],
        names: new Set([...groups.flatMap((name) => pyproject.groups.get(name) ?? []), ...namesOf(project, extra)]),
        forTests: true,
    };
}
function byPoetry(project) {
    const groups = [...(project.pyproject?.toolGroups ?? [])];
    if (!project.locks.has("poetry.lock"))
        return null;
    const optional = pickForTests(new Map(groups.filter(([, group]) => group.optional).map(([name, group]) => [name, group.names])));
    const extra = pickForTests(project.extras);
    const install = `poetry install --no-interaction${optional === null ? "" : ` --with ${optional}`}${extra === null ? "" : ` --extras ${extra}`}`;
    const installed = groups.filter(([name, group]) => !group.optional || name === optional);
    return {
        steps: [{ command: "pip install poetry" }, { command: install, comment: INTO }],
        reasons: ["poetry.lock was found: Poetry installs what it pins."],
        names: new Set([...installed.flatMap(([, group]) => group.names), ...namesOf(project, extra)]),
        forTests: true,
    };
}
function byPdm(project) {
    if (!project.locks.has("pdm.lock"))
        return null;
    const extra = pickForTests(project.extras);
    const own = [...(project.pyproject?.toolGroups.values() ?? [])].flatMap(({ names }) => names);
    const groups = [...(project.pyproject?.groups.values() ?? [])].flat();
    const install = `pdm install --dev --frozen-lockfile${extra === null ? "" : ` --group ${extra}`}`;
    return {
        steps: [{ command: "pip install pdm" }, { command: install, comment: INTO }],
        reasons: ["pdm.lock was found: PDM installs what it pins."],
        names: new Set([...own, ...groups, ...namesOf(project, extra)]),
        forTests: true,
    };
}
function namesOf(project, extra) {
    return extra === null ? [] : (project.extras.get(extra) ?? []);
}

;// CONCATENATED MODULE: ./lib/cli/init/testing.js
/** Options in pytest's configuration that come from plugins: without the plugin pytest refuses to start. */
const PLUGINS = [
    [/(^|\s)--(no-)?cov\b/, "pytest-cov"],
    [/(^|\s)(-n|--numprocesses|--dist)\b/, "pytest-xdist"],
    [/(^|\s)--timeout\b/, "pytest-timeout"],
    [/(^|\s)--reruns\b/, "pytest-rerunfailures"],
    [/(^|\s)--asyncio-mode\b/, "pytest-asyncio"],
    [/(^|\s)--benchmark-/, "pytest-benchmark"],
];
/** How a project is tested. */
function testing(project, installed) {
    const { testFile, django, tox, nox } = project;
    if (testFile === null && !django)
        return noTests(project);
    if (django && !installed.names.has("pytest") && project.pytest === null) {
        return {
            install: [],
            steps: [{ command: "python manage.py test" }],
            reasons: ["manage.py was found: Django runs the tests."],
        };
    }
    if (!installed.forTests && nox !== null)
        return byNox(nox);
    if (!installed.forTests && tox !== null)
        return byTox(tox.file);
    return byPytest(project, installed);
}
function byPytest(project, installed) {
    const wanted = [
        "pytest",
        ...PLUGINS.filter(([option]) => option.test(project.pytest?.addopts ?? "")).map(([, name]) => name),
    ];
    const missing = wanted.filter((name) => !installed.names.has(name));
    const where = project.pytest === null
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
function byNox(sessions) {
    const session = sessions.find((name) => /^(unit_?)?tests?$/.test(name)) ?? sessions.find((name) => name.includes("test"));
    // A session may ask for interpreters that the machine lacks; the build's own is there.
    const command = session === undefined ? "nox" : `nox --session ${session} --force-python python`;
    return {
        install: [{ command: "pip install nox" }],
        steps: [{ command }],
        reasons: ["noxfile.py says what the tests need: nox runs them."],
    };
}
function byTox(file) {
    return {
        install: [{ command: "pip install tox" }],
        steps: [{ command: "tox run -e py", comment: "The tests with the build's own interpreter." }],
        reasons: [`tox is configured in ${file}: it runs the tests.`],
    };
}
function noTests({ nox, tox }) {
    if (nox !== null)
        return byNox(nox);
    if (tox !== null)
        return byTox(tox.file);
    const comment = "No tests were found: this only checks that what is installed fits together.";
    return {
        install: [],
        steps: [{ command: "python -m pip check", comment }],
        reasons: ["No tests were found: the phase execute only checks that what is installed fits together."],
    };
}

;// CONCATENATED MODULE: ./lib/cli/init/draft.js


const MAY_FAIL = "Reported, and no failure yet: remove continue-on-error once it is clean.";
/** Decides what a project's spec says. */
function draftSpec(project) {
    const installed = installing(project);
    const tested = testing(project, installed);
    const missing = project.linters.map(({ name }) => name).filter((name) => !installed.names.has(name));
    const linters = missing.length === 0 ? [] : [{ command: `pip install ${missing.join(" ")}` }];
    return {
        install: [...installed.steps, ...tested.install, ...linters],
        // A newer linter than the project's, or one that its developers run otherwise, must not keep the tests from running.
        linting: project.linters.map(({ command }) => ({ command, mayFail: true, comment: MAY_FAIL })),
        execute: tested.steps,
        reasons: [
            ...installed.reasons,
            ...project.linters.map(({ name, file }) => `${name} is configured in ${file}: it checks the code in the phase linting.`),
            ...missing.map((name) => `No list of requirements has ${name}: its newest version is installed.`),
            ...tested.reasons,
        ],
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/cli/init/folder.js



/** No file that tells about a project is near this size; in bytes. */
const LARGEST = 4 * 1024 * 1024;
/** Enough to find a test in any tree, few enough for a very large one. */
const MOST_FOLDERS = 2000;
function openFolder(path) {
    const stat = (name) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(path, name), { throwIfNoEntry: false });
    const read = (file) => {
        try {
            if ((stat(file)?.size ?? 0) > LARGEST)
                throw new Error("it is larger than 4 MiB");
            return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(path, file), "utf8").replace(/^\uFEFF/, "");
        }
        catch (cause) {
            throw new errors/* UsageError */.e("unreadable-file", `${(0,external_node_path_.join)(path, file)} could not be read: ${cause.message}`, {
                cause,
            });
        }
    };
    return {
        path,
        has: (file) => tried(() => stat(file)?.isFile()) ?? false,
        hasFolder: (name) => tried(() => stat(name)?.isDirectory()) ?? false,
        read,
        find: (name) => findFile(path, name),
    };
}
function tried(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}
const NOT_THE_PROJECTS = /^(\..*|node_modules|venv|env|build|dist|site-packages|__pycache__)$/;
function findFile(root, name) {
    const queue = [""];
    for (let looked = 0; looked < queue.length && looked < MOST_FOLDERS; looked++) {
        const at = queue[looked] ?? "";
        const entries = tried(() => (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, at), { withFileTypes: true })) ?? [];
        entries.sort((a, b) => (a.name < b.name ? -1 : 1));
        const found = entries.find((entry) => entry.isFile() && name.test(entry.name));
        if (found !== undefined)
            return at === "" ? found.name : `${at}/${found.name}`;
        for (const entry of entries) {
            if (entry.isDirectory() && !NOT_THE_PROJECTS.test(entry.name))
                queue.push(at === "" ? entry.name : `${at}/${entry.name}`);
        }
    }
    return null;
}

// EXTERNAL MODULE: ./node_modules/ini/lib/ini.js
var ini = __webpack_require__(5756);
;// CONCATENATED MODULE: ./lib/cli/init/ini.js

/** Stands for the line ends inside a value while the file is parsed. */
const FOLD = "\u0001";
/** A file as Python's configparser reads it: an indented line goes on with the value above. Null: there is none. */
function readIni(folder, file) {
    if (!folder.has(file))
        return null;
    const lines = folder
        .read(file)
        .split(/\r\n|\r|\n/)
        .filter((line) => !/^\s*[#;]/.test(line))
        .map((line) => line.replace(/\s#.*$/, ""))
        // The library takes these for comments wherever they stand; in a requirement a semicolon begins a marker.
        .map((line) => line.replace(/[;#\\]/g, "\\$&"));
    const folded = lines
        .join("\n")
        .replaceAll(FOLD, "")
        .replace(/\n[ \t]+(?=\S)/g, FOLD);
    const sections = Object.create(null);
    collect((0,ini.parse)(folded), { path: "", into: sections });
    return sections;
}
/** The library makes `[a.b]` a section within a section; here it is one name again. */
function collect(node, at) {
    const values = Object.create(null);
    for (const [key, value] of Object.entries(node)) {
        if (isSection(value))
            collect(value, { path: at.path === "" ? key : `${at.path}.${key}`, into: at.into });
        else
            values[key.trim()] = String(value).replaceAll(FOLD, "\n").trim();
    }
    if (at.path !== "")
        at.into[at.path] = values;
}
function isSection(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/cli/init/linters.js

/** The linters that the project configures. */
function lookAtLinters(folder, pyproject) {
    const linters = [];
    const ruff = ["ruff.toml", ".ruff.toml"].find((file) => folder.has(file)) ?? (pyproject?.hasRuff ? "pyproject.toml" : undefined);
    // A configuration may say `fix = true`; a build must not change the sources.
    if (ruff !== undefined)
        linters.push({ name: "ruff", file: ruff, command: "ruff check --no-fix ." });
    const flake8 = [".flake8", "setup.cfg", "tox.ini"].find((file) => readIni(folder, file)?.flake8 !== undefined);
    if (flake8 !== undefined)
        linters.push({ name: "flake8", file: flake8, command: `flake8 ${sources(folder, pyproject)}` });
    const mypy = lookAtMypy(folder, pyproject);
    if (mypy !== null)
        linters.push({ ...mypy, name: "mypy" });
    return linters;
}
function lookAtMypy(folder, pyproject) {
    for (const file of ["mypy.ini", ".mypy.ini", "setup.cfg"]) {
        const section = readIni(folder, file)?.mypy;
        if (section === undefined)
            continue;
        const targeted = section.files ?? section.packages ?? section.modules;
        return { file, command: targeted === undefined ? `mypy ${sources(folder, pyproject)}` : "mypy" };
    }
    if (pyproject?.mypy === undefined)
        return null;
    return { file: "pyproject.toml", command: pyproject.mypy.targeted ? "mypy" : `mypy ${sources(folder, pyproject)}` };
}
/** Where the project's own code is. */
function sources(folder, pyproject) {
    const module = pyproject?.name?.replace(/[-.]/g, "_");
    const candidates = ["src", module, module?.toLowerCase()];
    return candidates.find((name) => name !== undefined && folder.hasFolder(name)) ?? ".";
}

;// CONCATENATED MODULE: ./lib/cli/init/names.js

/** The distribution that a requirement names (PEP 508), normalised (PEP 503); null: it names none, as a path or an option. */
function distributionOf(requirement) {
    const name = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:$|[[<>=!~;@,(\s])/.exec(requirement)?.[1];
    return name === undefined ? null : name.toLowerCase().replace(/[-_.]+/g, "-");
}
function listDistributions(requirements) {
    return [...requirements].map(distributionOf).filter((name) => name !== null);
}
/** What a requirements file asks for, with the files it includes. */
function distributions(folder, file, seen = new Set()) {
    if (seen.has(file) || seen.size > 20 || !folder.has(file))
        return [];
    return folder
        .read(file)
        .split(/\r\n|\r|\n/)
        .flatMap((line) => {
        const included = /^\s*(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
        if (included !== undefined)
            return distributions(folder, (0,external_node_path_.join)((0,external_node_path_.dirname)(file), included), new Set([...seen, file]));
        return distributionOf(line) ?? [];
    });
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./lib/cli/init/poetry.js

/**
 * A dependency of Poetry's as pip takes it (PEP 508); null: it comes from a folder, an address or git. What pip has no
 * words for is left out, down to the name alone.
 */
function requirementOf(name, constraint) {
    if (distributionOf(name) === null)
        return null;
    if (typeof constraint === "string")
        return name + specifiers(constraint);
    if (typeof constraint !== "object" || constraint === null || Array.isArray(constraint))
        return name;
    const { version, extras, ...others } = constraint;
    if (["git", "path", "url", "file"].some((key) => key in others))
        return null;
    const wanted = Array.isArray(extras) && extras.length > 0 ? `[${extras.join(",")}]` : "";
    // For some interpreters or platforms only: the version may be another one here.
    const plain = Object.keys(others).length === 0 && typeof version === "string";
    return `${name}${wanted}${plain ? specifiers(version) : ""}`;
}
/** Version specifiers (PEP 440) of a constraint: `^1.2`, `~1.2`, `1.2.*`, `>=1,<2`; empty for any version. */
function specifiers(constraint) {
    const parts = constraint.split(/\s*,\s*/).map((part) => specifier(part.trim()));
    return parts.includes(null) ? "" : parts.filter((part) => part !== "").join(",");
}
/** Null: it cannot be said to pip. */
function specifier(part) {
    if (part === "*" || part === "")
        return "";
    if (/^(==|!=|>=|<=|>|<|~=)\s*[\w.*+!]+$/.test(part))
        return part.replace(/\s/g, "");
    const [, sign = "", version = ""] = /^([\^~]?)\s*(\d+(?:\.\d+)*(?:\.\*)?)$/.exec(part) ?? [];
    if (version === "" || (sign !== "" && version.endsWith("*")))
        return null;
    if (sign === "")
        return `==${version}`;
    const numbers = version.split(".").map(Number);
    const kept = sign === "~" ? Math.min(1, numbers.length - 1) : firstThatCounts(numbers);
    const next = numbers.slice(0, kept + 1).map((number, index) => (index === kept ? number + 1 : number));
    return `>=${version},<${next.join(".")}`;
}
/** A caret lets the numbers after the first that is not zero change. */
function firstThatCounts(numbers) {
    const at = numbers.findIndex((number) => number > 0);
    return at < 0 ? numbers.length - 1 : at;
}

;// CONCATENATED MODULE: ./lib/cli/init/pyproject.js




const BACKENDS = [
    ["setuptools", "setuptools"],
    ["hatchling", "hatchling"],
    ["flit", "flit"],
    ["poetry", "poetry"],
    ["pdm", "pdm"],
];
const GIT_VERSIONS = [
    "setuptools-scm",
    "hatch-vcs",
    "versioningit",
    "poetry-dynamic-versioning",
    "setuptools-git-versioning",
    "versioneer",
    "dunamai",
    "vcs-versioning",
];
/** Null: there is none. @throws UsageError for a file that is no TOML */
function readPyProject(folder) {
    if (!folder.has("pyproject.toml"))
        return null;
    const root = parseToml(folder);
    const project = table(root.project);
    const buildSystem = table(root["build-system"]);
    const tool = table(root.tool);
    const poetry = table(tool.poetry);
    const pdm = table(tool.pdm);
    const groups = groupsOf(table(root["dependency-groups"]));
    const backend = pyproject_text(buildSystem["build-backend"]);
    const mypy = tool.mypy === undefined ? undefined : table(tool.mypy);
    const pytest = tool.pytest === undefined ? undefined : table(tool.pytest);
    const tox = table(tool.tox);
    const requires = listDistributions(texts(buildSystem.requires));
    return {
        name: pyproject_text(project.name) ?? pyproject_text(poetry.name),
        installable: root.project !== undefined || root["build-system"] !== undefined,
        noPackage: poetry["package-mode"] === false || table(tool.uv).package === false || pdm.distribution === false,
        backend: BACKENDS.find(([part]) => backend?.includes(part))?.[1] ?? backend,
        versionFromGit: requires.some((name) => GIT_VERSIONS.includes(name)) || table(pdm.version).source === "scm",
        requiresPython: pyproject_text(project["requires-python"]) ?? pyproject_text(table(poetry.dependencies).python),
        extras: listsOf(table(project["optional-dependencies"])),
        groups,
        uvDefaultGroups: table(tool.uv)["default-groups"] === "all" ? [...groups.keys()] : uvDefaults(table(tool.uv)),
        toolGroups: new Map([...poetryGroupsOf(poetry), ...pdmGroupsOf(table(pdm["dev-dependencies"]))]),
        hasTox: tool.tox !== undefined,
        toxGroups: texts(table(tox.env_run_base).dependency_groups),
        hasRuff: tool.ruff !== undefined,
        ...(mypy === undefined
            ? {}
            : { mypy: { targeted: mypy.files !== undefined || mypy.packages !== undefined || mypy.modules !== undefined } }),
        ...(pytest === undefined ? {} : { pytestAddopts: addoptsOf(pytest) }),
    };
}
function parseToml(folder) {
    try {
        return (0,dist.parse)(folder.read("pyproject.toml"));
    }
    catch (cause) {
        if (cause instanceof errors/* UsageError */.e)
            throw cause;
        const why = cause.message.split("\n")[0];
        throw new errors/* UsageError */.e("invalid-pyproject", `pyproject.toml cannot be read as TOML: ${why}. Put it right first: pip could not install the project either.`, { cause });
    }
}
function groupsOf(groups) {
    const expand = (name, seen) => {
        const entries = seen.includes(name) ? [] : groups[name];
        return (Array.isArray(entries) ? entries : []).flatMap((entry) => {
            if (typeof entry === "string")
                return distributionOf(entry) ?? [];
            const included = pyproject_text(table(entry)["include-group"]);
            return included === null ? [] : expand(included, [...seen, name]);
        });
    };
    return new Map(Object.keys(groups).map((name) => [name, expand(name, [])]));
}
function uvDefaults(uv) {
    return uv["default-groups"] === undefined ? ["dev"] : texts(uv["default-groups"]);
}
function poetryGroupsOf(poetry) {
    const groups = new Map();
    const add = (name, dependencies, optional = false) => {
        const requirements = Object.entries(dependencies)
            .map(([distribution, constraint]) => requirementOf(distribution, constraint))
            .filter((requirement) => requirement !== null);
        if (requirements.length > 0)
            groups.set(name, { tool: "Poetry", requirements, names: listDistributions(requirements), optional });
    };
    add("dev", table(poetry["dev-dependencies"]));
    for (const [name, value] of Object.entries(table(poetry.group))) {
        const group = table(value);
        add(name, table(group.dependencies), group.optional === true);
    }
    return groups;
}
function pdmGroupsOf(groups) {
    return new Map(Object.entries(groups).map(([name, list]) => {
        // An editable entry is a path of the developer's own.
        const requirements = texts(list).filter((requirement) => !requirement.startsWith("-"));
        return [name, { tool: "PDM", requirements, names: listDistributions(requirements), optional: false }];
    }));
}
function addoptsOf(pytest) {
    const addopts = table(pytest.ini_options).addopts ?? pytest.addopts;
    return typeof addopts === "string" ? addopts : texts(addopts).join(" ");
}
function listsOf(lists) {
    return new Map(Object.entries(lists).map(([name, list]) => [name, listDistributions(texts(list))]));
}
function table(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function pyproject_text(value) {
    return typeof value === "string" ? value : null;
}
function texts(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

;// CONCATENATED MODULE: ./lib/cli/init/sessions.js
const SESSION = /^@nox\.session\b(.*(?:\n(?!def\s).*)*?)\n(?:async\s+)?def\s+(\w+)/gm;
/** The sessions of a noxfile, by name, as far as its text shows them. */
function findSessions(noxfile) {
    return [...noxfile.matchAll(SESSION)].map(([, decorator = "", name = ""]) => {
        return /\bname\s*=\s*["']([^"']+)["']/.exec(decorator)?.[1] ?? name;
    });
}

;// CONCATENATED MODULE: ./lib/cli/init/tox.js


/** What tox is told, in any of its files; null: there is none. */
function lookAtTox(folder, pyproject) {
    for (const { file, section } of [
        { file: "tox.ini", section: "tox" },
        { file: "setup.cfg", section: "tox:tox" },
    ]) {
        const ini = readIni(folder, file);
        if (ini?.[section] === undefined && (file !== "tox.ini" || ini?.testenv === undefined))
            continue;
        const deps = requirementsOf(ini?.testenv?.deps ?? "");
        return {
            file,
            deps,
            names: deps.flatMap((dep) => dep.startsWith("-r ") ? distributions(folder, dep.slice(3)) : listDistributions([dep])),
            groups: (ini?.testenv?.dependency_groups ?? "").split(/[,\s]+/).filter((name) => /^[\w.-]+$/.test(name)),
        };
    }
    return pyproject?.hasTox ? { file: "pyproject.toml", deps: [], names: [], groups: pyproject.toxGroups } : null;
}
/** The lines of tox's `deps` that pip takes too; those such as `coverage: …` are for some of its environments only. */
function requirementsOf(deps) {
    return deps
        .split("\n")
        .map((line) => line
        .trim()
        .replace(/\{(toxinidir|tox_root)\}[/\\]?/g, "")
        .replace(/^-r\s*/, "-r "))
        .filter((line) => line !== "" && !/^[\w{},.!-]+\s*:(?!\/)/.test(line) && !line.includes("{"));
}

;// CONCATENATED MODULE: ./lib/cli/init/project.js






const REQUIREMENT_FILES = ["test", "tests", "testing", "dev", "develop"].flatMap((use) => [
    `requirements-${use}.txt`,
    `requirements_${use}.txt`,
    `${use}-requirements.txt`,
    `requirements/${use}.txt`,
]);
const TEST_FILE = /^(test_.*|.*_test|tests)\.py$/;
/** Looks at the files of a Python project. Never runs any of it. @throws UsageError for a file that cannot be read */
function lookAtProject(folder) {
    const pyproject = readPyProject(folder);
    const setupCfg = readIni(folder, "setup.cfg");
    const hasSetupPy = folder.has("setup.py");
    const declared = pyproject?.installable ?? false;
    const installable = pyproject?.noPackage !== true && (declared || hasSetupPy || setupCfg?.metadata?.name !== undefined);
    const extras = new Map(pyproject?.extras);
    for (const [name, text] of Object.entries(setupCfg?.["options.extras_require"] ?? {})) {
        if (!extras.has(name))
            extras.set(name, listDistributions(text.split(/[\n;]/)));
    }
    return {
        pyproject,
        installable,
        backend: installable ? (pyproject?.backend ?? "setuptools") : null,
        extras,
        requirementFiles: [...REQUIREMENT_FILES, "tests/requirements.txt", "requirements.txt"]
            .filter((file) => folder.has(file))
            .map((file) => ({ file, names: distributions(folder, file) })),
        tox: lookAtTox(folder, pyproject),
        nox: folder.has("noxfile.py") ? findSessions(folder.read("noxfile.py")) : null,
        pytest: lookAtPytest(folder, pyproject),
        testFile: folder.find(TEST_FILE),
        django: folder.has("manage.py"),
        linters: lookAtLinters(folder, pyproject),
        locks: new Set(["uv.lock", "poetry.lock", "pdm.lock"].filter((file) => folder.has(file))),
        pythonVersionFile: folder.has(".python-version"),
    };
}
function lookAtPytest(folder, pyproject) {
    if (pyproject?.pytestAddopts !== undefined)
        return { file: "pyproject.toml", addopts: pyproject.pytestAddopts };
    for (const [file, section] of [
        ["pytest.ini", "pytest"],
        ["tox.ini", "pytest"],
        ["setup.cfg", "tool:pytest"],
    ]) {
        const found = readIni(folder, file)?.[section];
        if (found !== undefined)
            return { file, addopts: found.addopts ?? "" };
    }
    return folder.has("conftest.py") ? { file: "conftest.py", addopts: "" } : null;
}
/** Whether anything of a Python project was found. */
function isProject(project) {
    const { pyproject, installable, requirementFiles, tox, nox, pytest, testFile, django } = project;
    return (pyproject !== null ||
        installable ||
        requirementFiles.length > 0 ||
        tox !== null ||
        nox !== null ||
        pytest !== null ||
        testFile !== null ||
        django);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/cli/init/spec-text.js

/** Not every machine has a program of the name python. */
const ENVIRONMENT = '\n# An environment of the build\'s own, as `install` would make it.\npython: "3"\n';
/** The spec's text, with the comments that tell what is worth knowing. */
function specText(draft) {
    const phases = [
        { name: "install", steps: draft.install },
        { name: "linting", steps: draft.linting },
        { name: "execute", steps: draft.execute },
    ];
    const head = "# The build of this project: `forgexec run` runs it here, `uses: forgexec/forgexec@v1` on GitHub.\n";
    return (head +
        (draft.install.length === 0 ? ENVIRONMENT : "") +
        phases
            .filter(({ steps }) => steps.length > 0)
            .map(({ name, steps }) => phaseText(name, steps))
            .join(""));
}
function phaseText(name, steps) {
    return `\n${name}:\n${steps.map(stepText).join("")}`;
}
function stepText({ command, comment, mayFail }) {
    const above = comment === undefined ? "" : `  # ${comment}\n`;
    const value = (0,yaml_dist/* stringify */.As)(command, { lineWidth: 0 }).trimEnd();
    return mayFail ? `${above}  - run: ${value}\n    continue-on-error: true\n` : `${above}  - ${value}\n`;
}

;// CONCATENATED MODULE: ./lib/cli/init/workflow.js
/** The `python3` of GitHub's ubuntu-latest, as the minor version of Python 3. */
const RUNNER_MINOR = 12;
/** A workflow that runs the spec on each push to the default branch and on each pull request. */
function workflowFor(project, folder) {
    const reasons = [];
    const branch = defaultBranch(folder);
    const checkout = ["      - uses: actions/checkout@v4", "        with:", "          persist-credentials: false"];
    if (project.pyproject?.versionFromGit) {
        checkout.push("          # The version is made from git's tags.", "          fetch-depth: 0");
        reasons.push("The version is made from git's tags: the workflow checks out the whole history.");
    }
    const python = setupPython(project);
    if (python !== null)
        reasons.push(python.reason);
    const lines = [
        "name: Forge",
        "",
        "on:",
        "  push:",
        `    branches: [${branch}]`,
        "  pull_request:",
        "",
        "permissions:",
        "  contents: read",
        "  statuses: write # one status a phase",
        "",
        "jobs:",
        "  forge:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        ...checkout,
        ...(python?.lines ?? []),
        "      - uses: forgexec/forgexec@v1",
    ];
    return { text: lines.map((line) => `${line}\n`).join(""), reasons };
}
function setupPython({ pyproject, pythonVersionFile, }) {
    const file = pythonVersionFile
        ? ".python-version"
        : needsNewer(pyproject?.requiresPython ?? null)
            ? "pyproject.toml"
            : null;
    if (file === null)
        return null;
    return {
        lines: ["      - uses: actions/setup-python@v5", "        with:", `          python-version-file: ${file}`],
        reason: `${file} asks for a version of Python: the workflow sets it up.`,
    };
}
/** Whether the runner's own Python is too old or too new for a `requires-python` (PEP 440). */
function needsNewer(requires) {
    const minors = (pattern) => [...(requires ?? "").matchAll(pattern)].map((match) => Number(match[1]));
    const tooOld = minors(/(?:>=|~=|\^|==)\s*3\.(\d+)/g).some((minor) => minor > RUNNER_MINOR);
    const tooNew = minors(/<\s*3\.(\d+)/g).some((minor) => minor <= RUNNER_MINOR);
    return tooOld || tooNew;
}
/** The branch that the remote calls its own, as far as the clone knows. */
function defaultBranch(folder) {
    for (const file of [".git/refs/remotes/origin/HEAD", ".git/HEAD"]) {
        if (!folder.has(file))
            continue;
        const name = /^ref: refs\/(?:heads|remotes\/origin)\/([\w./-]+)\s*$/.exec(folder.read(file))?.[1];
        if (name !== undefined && (file !== ".git/HEAD" || name === "main" || name === "master"))
            return name;
    }
    return "main";
}

;// CONCATENATED MODULE: ./lib/cli/init.js








const SPEC = ".forge.yml";
const WORKFLOW = ".github/workflows/forge.yml";
const EXAMPLES = `
Looks at pyproject.toml, setup.cfg, setup.py, requirement and lock files, tox, nox, pytest, ruff,
flake8 and mypy, and writes .forge.yml and .github/workflows/forge.yml. It runs none of the
project's code. What it writes is a beginning: read it and make it yours.

Examples:
  $ forgexec init
  $ forgexec init --directory ../service
  $ forgexec init --force            overwrite what is there`;
const init_define = (command, { cli, end }) => {
    command
        .option("--directory <dir>", "the project's folder; without it this one")
        .option("--force", "overwrite files that are there")
        .addHelpText("after", EXAMPLES)
        .action(async (flags) => {
        await init(cli, flags);
        end(0);
    });
};
async function init(cli, flags) {
    const root = (0,external_node_path_.resolve)(cli.cwd, flags.directory ?? ".");
    if (!(await (0,promises_.stat)(root).catch(() => null))?.isDirectory()) {
        throw new errors/* UsageError */.e("no-directory", `${root} is not a folder. Name the project's with --directory.`);
    }
    if (flags.force !== true)
        await refuseExisting(root);
    const folder = openFolder(root);
    const project = lookAtProject(folder);
    if (!isProject(project)) {
        throw new errors/* UsageError */.e("no-project", `No Python project was found in ${root}: there is no pyproject.toml, setup.py, setup.cfg, requirements file, tox.ini, noxfile.py or test file. Go to the project's folder, or name it with --directory.`);
    }
    const draft = draftSpec(project);
    const workflow = workflowFor(project, folder);
    for (const reason of [...draft.reasons, ...workflow.reasons])
        cli.stdout.write(`- ${reason}\n`);
    for (const [file, text] of [
        [SPEC, specText(draft)],
        [WORKFLOW, workflow.text],
    ]) {
        await write((0,external_node_path_.join)(root, file), text);
        cli.stdout.write(`Wrote ${file}\n`);
    }
    if (project.backend === "hatchling")
        await ignoreForge(cli, root);
    cli.stdout.write("Next: 'forgexec plan' shows what will run, 'forgexec run' runs it.\n");
}
/** Both are looked for before either is written. */
async function refuseExisting(root) {
    const existing = [];
    for (const file of [SPEC, WORKFLOW]) {
        if ((await (0,promises_.stat)((0,external_node_path_.join)(root, file)).catch(() => null)) !== null)
            existing.push(file);
    }
    if (existing.length === 0)
        return;
    const are = existing.length === 1 ? "is" : "are";
    throw new errors/* UsageError */.e("file-exists", `${existing.join(" and ")} ${are} there already, and nothing was written. --force overwrites.`);
}
/** Hatchling packs into a source distribution every folder that the project's .gitignore does not name; nested ones do not count. */
async function ignoreForge(cli, root) {
    const path = (0,external_node_path_.join)(root, ".gitignore");
    const text = await (0,promises_.readFile)(path, "utf8").catch(() => "");
    if (/^\/?\.forge\/?\s*$/m.test(text))
        return;
    await write(path, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}.forge/\n`);
    cli.stdout.write("Added .forge/ to .gitignore: hatchling would pack it into source distributions.\n");
}
async function write(path, text) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text);
    }
    catch (cause) {
        throw new errors/* UsageError */.e("not-written", `${path} could not be written: ${cause.message}.`, { cause });
    }
}


/***/ }),

/***/ 4904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The candidate that a person most likely meant: one that begins so, else the nearest; undefined where none is near. */
function closest(word, candidates) {
    const begun = word.length > 2 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
    if (begun !== undefined)
        return begun;
    const near = candidates
        .map((candidate) => ({ candidate, cost: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase().slice(0, 100), candidate.toLowerCase()) }))
        .filter(({ candidate, cost }) => cost <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3)))
        .sort((a, b) => a.cost - b.cost);
    return near[0]?.candidate;
}


/***/ }),

/***/ 6072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ printableLines),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
// Control characters (C0, DEL, C1), line and paragraph separators, and those that turn the direction of text around.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** The text with every character that could act on a terminal shown as an escape, such as `\x1b`. Tabs and newlines too. */
function printable(text) {
    return text.replace(UNPRINTABLE, escapeOf);
}
/** As `printable`, but lines stay lines: for messages of several. */
function printableLines(text) {
    return text.split("\n").map(printable).join("\n");
}
function escapeOf(char) {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    const code = char.charCodeAt(0).toString(16);
    return short[char] ?? (code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`);
}


/***/ }),

/***/ 1574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readRegularFile),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Larger than any file of settings. */
const MOST_TEXT = 16 * 1024 * 1024;
/** A text file that strangers may have put there, such as one of the project's; null where there is none, or none that can be read as one. */
async function readText(path) {
    const content = await readRegularFile(path, MOST_TEXT).catch(() => null);
    return content !== null && "bytes" in content ? content.bytes.toString("utf8") : null;
}
/**
 * Reads a regular file of at most `limit` bytes, for paths that strangers choose: neither a FIFO nor a device, nor a file
 * of the kernel's that waits (`/proc/kmsg`) or never ends, holds anything up. Rejects as `open` and `read` do.
 */
async function readRegularFile(path, limit) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stats = await file.stat();
        const { size, mtimeMs } = stats;
        if (!stats.isFile())
            return { problem: stats.isDirectory() ? "directory" : "no-regular-file", size, mtimeMs };
        if (size > limit)
            return { problem: "too-large", size, mtimeMs };
        // One more than it said it has: a file may grow, and the kernel's say 0.
        const buffer = Buffer.alloc(size > 0 ? size + 1 : limit + 1);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
            if (bytesRead === 0)
                break;
            length += bytesRead;
        }
        if (length > limit)
            return { problem: "too-large", size: length, mtimeMs };
        return { bytes: buffer.subarray(0, length) };
    }
    finally {
        await file.close();
    }
}


/***/ })

};
