/** The folder of the run that holds the environment at `path`, for what its clients are told and may write. */
export function runFolder(path: string): string {
  return `${path}.clients`;
}
