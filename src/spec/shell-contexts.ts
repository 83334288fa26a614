/** Where in a shell's script a place is; what a value must look like there depends on it. */
export type ShellContext = "plain" | "single" | "double" | "ansi" | "comment" | "here" | "here-literal";

export interface ShellPlace {
  readonly context: ShellContext;
  /** In how many pairs of backquotes: each takes away one layer of backslashes. */
  readonly backquotes: number;
}

type Frame = "script" | "double" | "backquote" | "parenthesis" | "arithmetic";

interface HereDocument {
  readonly delimiter: string;
  readonly literal: boolean;
  readonly tabs: boolean;
}

const HERE = /^<<(-?)[ \t]*((?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s;&|()<>'"\\])+)/;

/** Tells the context of each offset of a script, in rising order, by the quoting rules of POSIX's shell and of bash. */
export function shellPlaces(script: string, offsets: readonly number[]): readonly ShellPlace[] {
  const places: ShellPlace[] = [];
  const stack: Frame[] = ["script"];
  let waiting: HereDocument[] = [];
  let index = 0;

  const top = (): Frame => stack.at(-1) ?? "script";
  const pop = (): void => void (stack.length > 1 && stack.pop());
  /** Goes on to `end`; what is asked for up to there is in `context`. */
  const pass = (end: number, context: ShellContext): void => {
    const backquotes = stack.filter((frame) => frame === "backquote").length;
    while (places.length < offsets.length && (offsets[places.length] ?? 0) < end) places.push({ context, backquotes });
    index = end;
  };
  const after = (found: number): number => (found < 0 ? script.length : found + 1);

  const hereDocuments = (): void => {
    for (const { delimiter, literal, tabs } of waiting) {
      for (let ended = false; !ended && index < script.length; ) {
        const end = after(script.indexOf("\n", index));
        const line = script.slice(index, end).replace(/\n$/, "");
        ended = (tabs ? line.replace(/^\t+/, "") : line) === delimiter;
        pass(end, literal ? "here-literal" : "here");
      }
    }
    waiting = [];
  };

  const dollar = (): void => {
    const inside = top() === "double" ? "double" : "plain";
    if (script.startsWith("$((", index)) {
      pass(index + 3, inside);
      stack.push("arithmetic");
    } else if (script.startsWith("$(", index)) {
      pass(index + 2, inside);
      stack.push("parenthesis");
    } else if (inside === "plain" && script.startsWith("$'", index)) {
      let end = index + 2;
      while (end < script.length && script.charAt(end) !== "'") end += script.charAt(end) === "\\" ? 2 : 1;
      pass(Math.min(end + 1, script.length), "ansi");
    } else {
      pass(index + 1, inside);
    }
  };

  const plain = (char: string): void => {
    const here = char === "<" && top() !== "arithmetic" ? HERE.exec(script.slice(index, index + 1000)) : null;
    if (char === "'") {
      pass(after(script.indexOf("'", index + 1)), "single");
    } else if (char === "#" && /^$|[\s;&|()]/.test(script.charAt(index - 1)) && top() !== "arithmetic") {
      const end = script.indexOf("\n", index);
      pass(end < 0 ? script.length : end, "comment");
    } else if (script.startsWith("<<<", index)) {
      pass(index + 3, "plain");
    } else if (here) {
      const [whole, dash, word = ""] = here;
      waiting.push({ delimiter: word.replace(/['"\\]/g, ""), literal: /['"\\]/.test(word), tabs: dash === "-" });
      pass(index + whole.length, "plain");
    } else if (char === "(") {
      pass(index + 1, "plain");
      stack.push("parenthesis");
    } else if (char === ")") {
      const ends = top() === "arithmetic" && script.startsWith("))", index);
      if (ends || top() === "parenthesis") pop();
      pass(index + (ends ? 2 : 1), "plain");
    } else {
      pass(index + 1, "plain");
      if (char === "\n") hereDocuments();
    }
  };

  while (index < script.length) {
    const char = script.charAt(index);
    const inside = top() === "double" ? "double" : "plain";
    if (char === "\\") pass(Math.min(index + 2, script.length), inside);
    else if (char === "$") dollar();
    else if (char === "`" || char === '"') {
      const frame = char === '"' ? "double" : "backquote";
      const ends = top() === frame;
      pass(index + 1, inside);
      if (ends) pop();
      else stack.push(frame);
    } else if (inside === "double") pass(index + 1, "double");
    else plain(char);
  }
  pass(script.length + 1, top() === "double" ? "double" : "plain");
  return places;
}
