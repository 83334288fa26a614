import { type CST, Lexer, Parser } from "yaml";

/** How deep a spec's lists and mappings may nest. */
export const DEEPEST = 64;

const COLLECTIONS = new Set(["block-map", "block-seq", "flow-collection"]);

/** The concrete syntax of a YAML text, or the offset at which it nests deeper than any spec needs to. */
export function tokenize(text: string): { readonly tokens: readonly CST.Token[] } | { readonly tooDeepAt: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // The parser keeps what is open on its stack: stopped here, a hostile text never reaches the recursive composer.
    if (parser.stack.length > DEEPEST && parser.stack.filter(({ type }) => COLLECTIONS.has(type)).length > DEEPEST) {
      return { tooDeepAt: Math.min(parser.offset, text.length) };
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}
