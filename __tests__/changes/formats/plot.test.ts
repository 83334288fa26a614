import { expect } from "@jest/globals";
import { plotSvg } from "../../../src/changes/plot/svg.js";
import { change, comment, daysAgo, NOW, outcomeOf } from "../support/build.js";
import { drawn, inPage, testWithChromium as test } from "../support/chromium.js";

function plot(reviewers: readonly string[]): string {
  const comments = reviewers.flatMap((name, index) =>
    Array.from({ length: 20 + index }, (_, each) =>
      comment(name, "", { voted: true, at: daysAgo(((each * 17 + index * 5) % 360) + 1) }),
    ),
  );
  return plotSvg(outcomeOf("review-rate", [change({ comments })]).table, NOW);
}

const NAMES = [
  "bob",
  '<eve> & "co"',
  "日本語の名前がとても長いので切られる",
  "\u001b[31mred\u0000\ud800\ufffe",
  "d",
  "e",
  "f",
  "g",
];

/** Draws the picture within a page, and tells where its parts are. */
const LOOK = `function answer() {
  const svg = document.querySelector("svg");
  const box = svg.viewBox.baseVal;
  const inside = ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= box.width && y + height <= box.height;
  const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  const overlaps = texts.flatMap((a, index) => texts.slice(index + 1).filter((b) =>
    a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width &&
    a.box.y + 3 < b.box.y + b.box.height - 3 && b.box.y + 3 < a.box.y + a.box.height - 3).map((b) => [a.text, b.text]));
  const lines = [...svg.querySelectorAll("path.rate")];
  return {
    outside: texts.filter(({ box }) => !inside(box)).map(({ text }) => text),
    overlaps,
    texts: texts.map(({ text }) => text),
    lines: lines.length,
    looks: new Set(lines.map((line) => getComputedStyle(line).stroke + getComputedStyle(line).strokeDasharray)).size,
    drawn: lines.every((line) => inside(line.getBBox()) && line.getTotalLength() > 100),
    back: getComputedStyle(svg.querySelector(".back")).fill,
    title: svg.querySelector("title").textContent,
    tips: lines.map((line) => line.querySelector("title").textContent),
  };
}`;

interface Look {
  readonly texts: readonly string[];
  readonly tips: readonly string[];
  readonly back: string;
}

function look(svg: string, flags: readonly string[] = []): Look {
  return inPage<Look>(`<!DOCTYPE html><html><body>${svg}</body></html>`, LOOK, flags);
}

test("the plot has a line and a legend for each of those who review most, side by side (needs chromium)", () => {
  const found = look(plot(NAMES));
  expect(found).toMatchObject({
    outside: [],
    overlaps: [],
    lines: 6,
    looks: 6,
    drawn: true,
    back: "rgb(255, 255, 255)",
    title: "Reviews a day, by week",
  });
  expect(found.texts).toEqual(expect.arrayContaining(["and 2 more", "Feb", "日本語の名前がと…", "d", "0.06"]));
  expect(found.tips.join()).not.toContain("\u001b");
  expect(look(plot(NAMES), ["--blink-settings=preferredColorScheme=0"]).back).toBe("rgb(13, 17, 23)");
});

test("one reviewer and none are drawn as well (needs chromium)", () => {
  expect(look(plot(['<eve> & "co"']))).toMatchObject({
    outside: [],
    overlaps: [],
    lines: 1,
    drawn: true,
    tips: [expect.stringContaining('<eve> & "co": 0.05')],
  });
  expect(look(plot([]))).toMatchObject({
    outside: [],
    overlaps: [],
    lines: 0,
    texts: expect.arrayContaining(["Nobody reviewed"]),
  });
});

test("the file stands alone: an XML document without scripts, that a browser shows as a picture (needs chromium)", () => {
  const svg = plot(NAMES);
  expect(svg).not.toMatch(/<script|href|url\(/);
  const document = drawn("rate.svg", svg);
  expect(document).not.toContain("parsererror");
  expect(document.match(/<path class="rate"/g)).toHaveLength(6);
  const shown = `async function answer() {
    const image = new Image();
    image.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`)};
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }`;
  expect(inPage("<!DOCTYPE html><html><body></body></html>", shown)).toEqual([960, 420]);
});
