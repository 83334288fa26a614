import type { Edge } from "./edge.js";
import { main } from "./main.js";
import { post } from "./post.js";
import { tellFailure } from "./tell.js";

const STATE = "isPost";

/** The whole action. Main and post are one bundle; the state that main saves tells post that it is post. Never throws. */
export async function runAction(edge: Edge): Promise<void> {
  if (edge.core.getState(STATE) !== "") return post(edge);
  try {
    edge.core.saveState(STATE, "true");
    await main(edge);
  } catch (error) {
    tellFailure(edge, { error, annotations: "off" });
  }
}
