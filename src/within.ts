/** Whether a path is a folder or lies in it; both absolute, with `/` between their parts, and plain: without `.`, `..` or a slash at the end. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
