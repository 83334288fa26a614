const MOST = 5;

/** Tells of faults of upstreams, which clients hide behind "no matching distribution": each once, a few at most. */
export function tellFaults(note: (line: string) => void): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message) || told.size >= MOST) return;
    told.add(message);
    note(message);
  };
}
