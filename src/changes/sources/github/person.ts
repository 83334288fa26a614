import type { Person } from "../../model.js";
import type { Fields } from "../fields.js";

/** GitHub's own stand-in for accounts that are no more; its API gives null for them. */
const GHOST: Person = { login: "ghost", name: null, email: null };

/** Who a field names: null where the field is not there at all. */
export function personAt(fields: Fields, name: string): Person | null {
  if (fields.raw(name) === null) return GHOST;
  const user = fields.object(name);
  return user === null ? null : personOf(user);
}

export function personOf(user: Fields): Person {
  return { login: user.text("login"), name: user.text("name"), email: user.text("email") };
}
