import type { PhaseSummary, StepSummary } from "../run/index.js";

/**
 * The most bytes that the output `phases` takes. A job's outputs may have 1 MiB in all, and a variable of a process on Linux
 * 128 KiB: a step that hands the output to its command by `env:` should still start.
 */
export const PHASES_OUTPUT_BYTES = 100 * 1024;

const WORDS = 16;
const WORD_LENGTH = 100;

/** Ever shorter forms of a step, the whole one first. */
const CUTS: readonly ((step: StepSummary) => StepSummary)[] = [
  (step) => step,
  (step) => ({ ...step, name: shorten(step.name), argv: someWords(step.argv) }),
  (step) => ({ ...step, name: shorten(step.name), argv: [] }),
];

/** The phases as JSON, masked. What would be too long loses first its commands' further words, then the commands, then the steps. */
export function boundedPhases(phases: readonly PhaseSummary[], mask: (text: string) => string): string {
  const masked = phases.map((phase) => ({ ...phase, steps: phase.steps.map((step) => hideSecrets(step, mask)) }));
  for (const cut of CUTS) {
    const json = JSON.stringify(masked.map((phase) => ({ ...phase, steps: phase.steps.map(cut) })));
    if (Buffer.byteLength(json) <= PHASES_OUTPUT_BYTES) return json;
  }
  return JSON.stringify(masked.map((phase) => ({ ...phase, steps: [] })));
}

function hideSecrets(step: StepSummary, mask: (text: string) => string): StepSummary {
  return { ...step, name: mask(step.name), argv: step.argv.map(mask) };
}

function someWords(argv: readonly string[]): readonly string[] {
  const words = argv.slice(0, WORDS).map(shorten);
  return argv.length > WORDS ? [...words, "…"] : words;
}

function shorten(word: string): string {
  return word.length > WORD_LENGTH ? `${word.slice(0, WORD_LENGTH - 1)}…` : word;
}
