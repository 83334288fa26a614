/** What turns on a terminal while something is waited for, a frame every `FRAME_MS` milliseconds. */
export const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
export const FRAME_MS = 100;
