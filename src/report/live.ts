import { widthOf } from "../columns.js";
import { plain } from "../terminal-text.js";

/**
 * Lines that stay at the end of a terminal while text scrolls above them. What to write is returned, never written here.
 * The cursor is never hidden and no mode is ever set, so there is nothing to restore, not even after SIGKILL.
 */
export class LiveLines {
  #drawn: readonly string[] = [];

  /** What removes the lines. `columns` is the terminal's width now: lines that no longer fit take several rows. */
  erase(columns: number): string {
    if (this.#drawn.length === 0) return "";
    const rows = this.#drawn.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(widthOf(plain(line)) / Math.max(1, columns))),
      0,
    );
    this.#drawn = [];
    return rows > 1 ? `\r\u001b[${rows - 1}A\u001b[J` : "\r\u001b[J";
  }

  /** What draws the lines at the cursor, which stands at the beginning of a row. */
  draw(lines: readonly string[]): string {
    this.#drawn = lines;
    return lines.join("\n");
  }
}
