/** A name for a host, and no credentials: most links are such, and a test is a tenth of the work of parsing them. */
const PLAIN_LINK = /^https?:\/\/(?:[a-z][a-z0-9-]*\.)*[a-z][a-z0-9-]*(?::\d{1,4})?\/[\x21-\x7e]*$/;

/**
 * What another system sent, read field by field. Nothing is an error there: a field that is missing, null or of another kind is null,
 * for systems leave fields out (deleted accounts, older releases) and add new ones.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  private constructor(values: object) {
    this.#values = values as Readonly<Record<string, unknown>>;
  }

  /** Null where the value is no object. */
  static of(value: unknown): Fields | null {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? new Fields(value) : null;
  }

  /** The objects in a list; other things in it are left out. */
  static listOf(value: unknown): Fields[] {
    if (!Array.isArray(value)) return [];
    const found: Fields[] = [];
    for (const item of value) {
      const fields = Fields.of(item);
      if (fields !== null) found.push(fields);
    }
    return found;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** Of the fields that every object has by birth, such as `constructor`, none is a name that anybody asks for. */
  raw(name: string): unknown {
    return this.#values[name];
  }

  /** A text that is not empty. */
  text(name: string): string | null {
    const value = this.raw(name);
    return typeof value === "string" && value !== "" ? value : null;
  }

  /** A number, or a text that is one: Gerrit writes either. */
  number(name: string): number | null {
    const value = this.raw(name);
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    return typeof value === "string" && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : null;
  }

  flag(name: string): boolean {
    return this.raw(name) === true;
  }

  object(name: string): Fields | null {
    return Fields.of(this.raw(name));
  }

  list(name: string): Fields[] {
    return Fields.listOf(this.raw(name));
  }

  /** Each name with the object that it leads to. */
  entries(): [string, Fields][] {
    return Object.entries(this.#values).flatMap(([name, value]) => {
      const fields = Fields.of(value);
      return fields === null ? [] : [[name, fields] as [string, Fields]];
    });
  }

  /** Each name with the list that it leads to. */
  lists(): [string, Fields[]][] {
    return Object.entries(this.#values).map(([name, value]) => [name, Fields.listOf(value)]);
  }

  /** A time in seconds since the epoch, as ms. */
  seconds(name: string): number | null {
    const value = this.number(name);
    return value === null ? null : value * 1000;
  }

  /** A time as ISO 8601 or as Gerrit writes it (`2013-02-01 09:59:32.186000000`, in UTC), as ms since the epoch. */
  time(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const gerrit = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\d*$/.exec(value);
    const time = Date.parse(gerrit === null ? value : `${gerrit[1]}T${gerrit[2]}${gerrit[3] ?? ""}Z`);
    return Number.isNaN(time) ? null : time;
  }

  /** A link that may be shown: http and https only, without credentials. */
  link(name: string): string | null {
    const value = this.text(name);
    if (value === null || PLAIN_LINK.test(value)) return value;
    if (!URL.canParse(value)) return null;
    const url = new URL(value);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
    // As it was written, unless there is something in it that a link has no business to have.
    return /^[\x21-\x7e]+$/.test(value) ? value : url.href;
  }
}
