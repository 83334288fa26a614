/** A URL as messages may show it: its origin and path; credentials and signatures stay out. */
export function printableUrl(text: string): string {
  if (!URL.canParse(text)) return "(not a URL)";
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}
