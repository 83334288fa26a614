export const id = 7597;
export const ids = [7597];
export const modules = {

/***/ 7597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aD: () => (/* reexport */ createMasker),
  encryptValue: () => (/* reexport */ encryptValue),
  generateIdentity: () => (/* reexport */ generateIdentity),
  cA: () => (/* reexport */ openSecrets)
});

// UNUSED EXPORTS: MASK, decryptValue

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/secrets/age.js

const ARMOUR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOUR_END = "-----END AGE ENCRYPTED FILE-----";
/** Loaded when first needed: most runs decrypt nothing. */
const loadAge = () => __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 855));
/** Makes a new X25519 identity (age-encryption.org/v1). */
async function generateIdentity() {
    const age = await loadAge();
    const identity = await age.generateX25519Identity();
    return { identity, recipient: await age.identityToRecipient(identity) };
}
/**
 * Encrypts a text for a recipient (`age1…`) and gives it ASCII-armoured, ending in a newline, ready for `{ encrypted: … }`.
 * @throws UsageError `invalid-recipient`
 */
async function encryptValue(text, recipient) {
    const age = await loadAge();
    const encrypter = new age.Encrypter();
    try {
        encrypter.addRecipient(recipient.trim());
    }
    catch (cause) {
        const mistaken = /^AGE-SECRET-KEY-/i.test(recipient.trim());
        const hint = mistaken
            ? "It is a secret key: a value is encrypted for the public key that `forgexec keygen` printed with it."
            : "A recipient begins with age1 and is printed by `forgexec keygen`.";
        const name = mistaken ? "The recipient" : `The recipient "${recipient.trim()}"`;
        throw new errors/* UsageError */.e("invalid-recipient", `${name} is not a public key of age. ${hint}`, { cause });
    }
    return age.armor.encode(await encrypter.encrypt(text));
}
/**
 * Decrypts an armoured text. `key` holds one identity a line, as age-keygen writes it: blank lines and lines that begin
 * with `#` are passed over. No message shows any part of the key.
 * @throws UsageError `invalid-key`, `damaged-value` (no age armour, or changed since) or `wrong-key`
 */
async function decryptValue(armoured, key) {
    const age = await loadAge();
    const decrypter = new age.Decrypter();
    const identities = identitiesOf(key);
    if (identities.length === 0)
        throw invalidKey("it is empty");
    for (const [index, identity] of identities.entries()) {
        try {
            decrypter.addIdentity(identity);
        }
        catch (cause) {
            throw invalidKey(describeWrongIdentity(identity, index, identities.length), cause);
        }
    }
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await decrypter.decrypt(age.armor.decode(restoreArmour(armoured))));
    }
    catch (cause) {
        throw explain(cause);
    }
}
/** The identities in a key file's text, without comments. */
function identitiesOf(key) {
    const lines = key.split(/\r\n|\r|\n/).map((line) => line.trim());
    return lines.filter((line) => line !== "" && !line.startsWith("#"));
}
/** The armour with its line ends put right: YAML and web forms fold them into spaces. */
function restoreArmour(armoured) {
    const text = armoured.trim();
    if (!text.startsWith(ARMOUR_BEGIN))
        throw damaged(`it does not begin with the line ${ARMOUR_BEGIN}`);
    if (!text.endsWith(ARMOUR_END))
        throw damaged(`it does not end with the line ${ARMOUR_END}`);
    const digits = text.slice(ARMOUR_BEGIN.length, -ARMOUR_END.length).replace(/\s+/g, "");
    return [ARMOUR_BEGIN, ...(digits.match(/.{1,64}/g) ?? []), ARMOUR_END].join("\n");
}
function invalidKey(why, cause) {
    const message = `The decryption key cannot be used: ${why}. It is the identity that \`forgexec keygen\` or age-keygen printed, a line that begins with AGE-SECRET-KEY-1.`;
    return new errors/* UsageError */.e("invalid-key", message, { cause });
}
function describeWrongIdentity(identity, index, count) {
    const which = count === 1 ? "it" : `its identity ${index + 1} of ${count}`;
    if (identity.startsWith("age1"))
        return `${which} is a public key (age1…), with which one can only encrypt`;
    if (/^AGE-SECRET-KEY-/i.test(identity))
        return `${which} is an age identity that was cut short or mistyped`;
    return `${which} is not an age identity`;
}
function damaged(why, cause) {
    const message = `The encrypted value is damaged: ${why}. Paste it anew as \`forgexec encrypt\` printed it, all of its lines, or encrypt the value again.`;
    return new errors/* UsageError */.e("damaged-value", message, { cause });
}
function explain(cause) {
    if (cause instanceof errors/* UsageError */.e)
        return cause;
    if (/no identity matched/i.test(String(cause))) {
        const message = "The decryption key is not one that the value was encrypted for. Give the key that belongs to the recipient, or encrypt the value again for your own (`forgexec encrypt --recipient …`).";
        return new errors/* UsageError */.e("wrong-key", message, { cause });
    }
    return damaged("it is not what age wrote, some of it is missing or was changed", cause);
}

;// CONCATENATED MODULE: ./lib/secrets/finder.js
const TABLE_SIZE = 4096;
const LARGEST_SHIFT = 255;
/**
 * Finds any of a set of strings in a text, by the algorithm of Wu and Manber: a table over pairs of characters says how
 * far the window may move without passing a match, so most of the text is never looked at.
 */
class Finder {
    /** Length of the longest string in UTF-16 units; 0 when there is none. */
    longest;
    #window;
    #shifts;
    #candidates = new Map();
    #byFirst = new Map();
    constructor(needles) {
        const sorted = [...needles].sort((a, b) => b.length - a.length);
        this.longest = sorted[0]?.length ?? 0;
        this.#window = Math.min(sorted.at(-1)?.length ?? 0, LARGEST_SHIFT);
        const block = Math.min(this.#window, 2);
        this.#shifts = new Uint8Array(TABLE_SIZE).fill(this.#window - block + 1);
        for (const needle of sorted)
            this.#enter(needle);
    }
    #enter(needle) {
        append(this.#byFirst, needle.charCodeAt(0), needle);
        const last = this.#window - 1;
        for (let end = Math.min(last, 1); end <= last; end += 1) {
            const slot = this.#slot(needle, end);
            this.#shifts[slot] = Math.min(this.#shifts[slot] ?? 0, last - end);
        }
        append(this.#candidates, this.#slot(needle, last), needle);
    }
    #slot(text, end) {
        const previous = this.#window > 1 ? text.charCodeAt(end - 1) : 0;
        return ((previous << 5) ^ text.charCodeAt(end)) & (TABLE_SIZE - 1);
    }
    /** Where the strings occur, in order; what overlaps or touches is one span. */
    spans(text) {
        const spans = [];
        if (this.longest === 0)
            return spans;
        const shifts = this.#shifts;
        const last = this.#window - 1;
        const pairs = this.#window > 1;
        let at = last;
        while (at < text.length) {
            const previous = pairs ? text.charCodeAt(at - 1) : 0;
            const slot = ((previous << 5) ^ text.charCodeAt(at)) & (TABLE_SIZE - 1);
            const shift = shifts[slot];
            if (shift > 0) {
                at += shift;
                continue;
            }
            const start = at - last;
            const found = this.#candidates.get(slot)?.find((needle) => text.startsWith(needle, start));
            if (found !== undefined)
                addSpan(spans, { start, end: start + found.length });
            at += 1;
        }
        return spans;
    }
    /** Where the text's end begins that may be the beginning of one of the strings; the text's length when nothing may. */
    openEnd(text) {
        const from = Math.max(0, text.length - this.longest + 1, text.lastIndexOf("\n") + 1);
        for (let start = from; start < text.length; start += 1) {
            const rest = text.length - start;
            const needles = this.#byFirst.get(text.charCodeAt(start));
            if (needles?.some((needle) => needle.length > rest && text.endsWith(needle.slice(0, rest))))
                return start;
        }
        return text.length;
    }
}
function append(map, key, needle) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [needle]);
    else
        list.push(needle);
}
function addSpan(spans, span) {
    const previous = spans.at(-1);
    if (previous !== undefined && span.start <= previous.end)
        previous.end = Math.max(previous.end, span.end);
    else
        spans.push({ ...span });
}

;// CONCATENATED MODULE: ./lib/secrets/needles.js
/** Base64 text shorter than this is not looked for: it would be met by chance. */
const SHORTEST_BASE64 = 6;
/**
 * The texts that give a value away: each of its non-blank lines, trimmed, as they are and as common tools print them
 * (percent-encoded, JSON, Python and shell quoting, XML), and base64 of the lines and of the whole, also from within
 * a longer text, as in a Basic authorization header. None holds a line break.
 */
function needlesOf(value) {
    const lines = value
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const needles = new Set();
    if (lines.length === 0)
        return needles;
    for (const line of lines) {
        for (const form of [line, ...percentForms(line), ...quotedForms(line), ...markupForms(line)])
            needles.add(form);
    }
    for (const text of [...lines, value, value.trim()]) {
        for (const form of base64Forms(text))
            needles.add(form);
    }
    needles.delete("");
    return needles;
}
/** As URLs and forms write it: everything escaped but RFC 3986's unreserved, and the usual laxer sets; both cases of hex. */
function percentForms(text) {
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
    const address = new URL("http://host");
    address.password = wellFormed;
    const forms = [component, strict, address.password, encodeURI(wellFormed)];
    forms.push(strict.replaceAll("%2F", "/"), strict.replaceAll("%20", "+"), component.replaceAll("%20", "+"));
    return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}
/** Inside the quotes of JSON, JavaScript, Python and POSIX shells. */
function quotedForms(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
        json.replaceAll("/", "\\/"),
        json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
        text.replaceAll("\\", "\\\\"),
        text.replace(/[\\']/g, "\\$&"),
        text.replaceAll("'", `'\\''`),
        text.replaceAll("'", `'"'"'`),
        text.replace(/[\\"$`]/g, "\\$&"),
        text.replace(/[^\w@%+=:,./\-\u0080-\uffff]/g, "\\$&"),
    ];
}
function markupForms(text) {
    const xml = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const quoted = xml.replaceAll('"', "&quot;");
    return [xml, quoted, ...["&apos;", "&#39;", "&#x27;"].map((apostrophe) => quoted.replaceAll("'", apostrophe))];
}
/** The digits that the text alone decides, wherever it begins within a group of three bytes. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].map((offset) => {
        const digits = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const first = Math.ceil((offset * 8) / 6);
        return digits.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
    });
    return [bytes.toString("base64"), ...forms]
        .filter((form) => form.length >= SHORTEST_BASE64)
        .flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}

;// CONCATENATED MODULE: ./lib/secrets/masker.js


/** What stands in a text in place of a secret. */
const MASK = "***";
/** A masker without secrets; see {@link Masker}. */
function createMasker() {
    const needles = new Set();
    // Made when it is next needed: a spec may name thousands of secrets.
    let made;
    const finderOf = () => {
        made ??= new Finder(needles);
        return made;
    };
    return {
        add(value) {
            const before = needles.size;
            for (const needle of needlesOf(value))
                needles.add(needle);
            if (needles.size > before)
                made = undefined;
        },
        mask(text) {
            const finder = finderOf();
            return finder.longest === 0 ? text : replaceSpans({ text, finder, to: text.length, masked: NOTHING }).text;
        },
        stream: () => createMaskStream(finderOf),
        get longest() {
            return finderOf().longest;
        },
    };
}
/** No mask precedes the text. */
const NOTHING = -1;
function createMaskStream(currentFinder) {
    let held = "";
    // How much of `held` the last mask that was given out covers already.
    let masked = NOTHING;
    const give = (text, to, finder) => {
        const result = replaceSpans({ text, finder, to, masked });
        held = text.slice(to);
        masked = result.masked;
        return result.text;
    };
    return {
        push(text) {
            const finder = currentFinder();
            if (finder.longest === 0 && held === "")
                return text;
            const all = held + text;
            return give(all, finder.openEnd(all), finder);
        },
        end() {
            const rest = give(held, held.length, currentFinder());
            masked = NOTHING;
            return rest;
        },
    };
}
/** Masks the text up to `to`; `masked` is how far a mask that was given out before reaches into the text, and beyond `to` afterwards. */
function replaceSpans(options) {
    const { text, finder, to } = options;
    let result = "";
    let covered = options.masked;
    let position = Math.min(Math.max(covered, 0), to);
    for (const span of finder.spans(text)) {
        if (span.start > covered) {
            if (span.start >= to)
                break;
            result += text.slice(position, span.start) + MASK;
        }
        covered = Math.max(covered, span.end);
        position = Math.min(covered, to);
    }
    if (position === 0 && result === "" && to === text.length && covered < 0)
        return { text, masked: NOTHING };
    return { text: result + text.slice(position, to), masked: covered >= to ? covered - to : NOTHING };
}

;// CONCATENATED MODULE: ./lib/secrets/open.js


/** A value shorter than this disturbs the output when masked. */
const SHORT = 4;
/**
 * Finds the text of all values before anything runs.
 * `environment` is forgexec's own, less what commands must not have: of that, `withheld` knows the names; `decryptionKey` an age identity, or several; `decryption` what the event's policy says.
 * @throws UsageError `secrets`: all values that cannot be had, each with its place, the reason and what to do
 */
async function openSecrets(options) {
    const texts = new Map();
    const secrets = new Set(identitiesOf(options.decryptionKey ?? ""));
    const problems = new Set();
    const warnings = new Map();
    const decrypt = decrypter(options);
    for (const { value, where, use } of options.values) {
        try {
            const text = await textOf(value, { ...options, decrypt });
            texts.set(keyOf(value), text);
            if (typeof value === "string" && use === "environment")
                continue;
            if (text !== "")
                secrets.add(text);
            const warning = warn(value, { where, text });
            if (warning !== null)
                warnings.set(warning.message, warning.code);
        }
        catch (error) {
            if (!(error instanceof errors/* UsageError */.e))
                throw error;
            problems.add(`${capitalise(where)}: ${error.message}`);
        }
    }
    if (problems.size > 0)
        throw new errors/* UsageError */.e("secrets", [...problems].join("\n"));
    return {
        resolve: (value) => {
            const text = typeof value === "string" ? value : texts.get(keyOf(value));
            if (text === undefined)
                throw new Error("A value was asked for that was not opened before the run.");
            return text;
        },
        secrets: [...secrets],
        warnings: [...warnings].map(([message, code]) => ({ code, message })),
    };
}
/** Decrypts each text once, however often it is used. */
function decrypter(options) {
    const { decryptionKey, decryption } = options;
    const done = new Map();
    return async (armoured) => {
        if (decryption !== "allowed") {
            throw new errors/* UsageError */.e("decryption-refused", `the value is encrypted and may not be decrypted: ${decryption.refused}`);
        }
        if (decryptionKey === undefined || decryptionKey.trim() === "") {
            throw new errors/* UsageError */.e("no-decryption-key", "the value is encrypted, and there is no key to decrypt it. Set FORGE_DECRYPTION_KEY, or the action's input decryption-key, to the age identity it was encrypted for.");
        }
        const known = done.get(armoured) ?? decryptValue(armoured, decryptionKey);
        done.set(armoured, known);
        return known;
    };
}
async function textOf(value, context) {
    if (typeof value === "string")
        return value;
    if ("encrypted" in value)
        return context.decrypt(value.encrypted);
    if (context.withheld?.(value.env)) {
        const message = `the environment variable ${value.env} belongs to the runner or to forgexec and is kept from commands. Give them a variable of another name.`;
        throw new errors/* UsageError */.e("withheld-variable", message);
    }
    const text = Object.hasOwn(context.environment, value.env) ? context.environment[value.env] : undefined;
    if (text === undefined) {
        const message = `the environment variable ${value.env} is not set. Set it for forgexec; in a workflow, under the step's env: ${value.env}: \${{ secrets.${value.env} }}.`;
        throw new errors/* UsageError */.e("missing-variable", message);
    }
    return text;
}
function warn(value, found) {
    const { where, text } = found;
    if (text === "") {
        const what = typeof value === "object" && "env" in value ? `the environment variable ${value.env}` : "the value";
        const message = `${capitalise(where)}: ${what} is empty. On GitHub a secret that does not exist, or that the event may not see, is an empty text.`;
        return { code: "empty-secret", message };
    }
    if (text.split(/[\r\n]+/).some((line) => line.trim() !== "" && line.trim().length < SHORT)) {
        const message = `${capitalise(where)}: the secret, or a line of it, is shorter than ${SHORT} characters. It is masked wherever it occurs, so expect *** in the middle of words.`;
        return { code: "short-secret", message };
    }
    return null;
}
function keyOf(value) {
    return JSON.stringify(value);
}
function capitalise(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/secrets/index.js





/***/ })

};
