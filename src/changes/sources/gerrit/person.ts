import type { Person } from "../../model.js";
import type { Fields } from "../fields.js";

/** An account; any part of it may be missing. Null where there is none. */
export function accountAt(fields: Fields, name: string): Person | null {
  const account = fields.object(name);
  return account === null ? null : accountOf(account);
}

export function accountOf(account: Fields): Person {
  return { login: account.text("username"), name: account.text("name"), email: account.text("email") };
}
