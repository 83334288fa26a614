import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { HttpAnswer } from "../../http/client.js";
import { Fields } from "../fields.js";
import type { ApiAccess } from "./access.js";

/** GitHub does not give one thing; others it may. Ends the fetch with its message where the thing can't be done without. */
export class ApiRefusal extends UsageError {
  readonly status: number;

  constructor({ status, message }: { readonly status: number; readonly message: string }) {
    super("github-refused", message);
    this.status = status;
  }
}

/** What an answer other than success means, and what to do about it. */
export function refusalOf(refused: {
  readonly answer: HttpAnswer;
  readonly path: string;
  readonly access: ApiAccess;
}): UsageError {
  const { answer, access } = refused;
  const path = printable(refused.path);
  const said = messageOf(answer);
  const token = access.token === null ? "There is no token: set GITHUB_TOKEN." : "";
  switch (answer.status) {
    case 401:
      return new UsageError(
        "github-token-refused",
        `GitHub at ${access.apiUrl} refuses the token (401${said}): it has expired, was revoked, or is for another server. ${token || "Make a new one and set GITHUB_TOKEN."}`,
      );
    case 403:
      return new ApiRefusal({
        status: 403,
        message: `GitHub forbids ${path} (403${said}). ${token || "The token needs the permission to read it; an organisation with SSO must have approved it."}`,
      });
    case 404:
      return new ApiRefusal({
        status: 404,
        message:
          `GitHub has nothing at ${path} (404${said}). Look at the repository's name; a private one looks the same to whoever may not read it. ${token}`.trim(),
      });
    default:
      return new ApiRefusal({ status: answer.status, message: `GitHub answers ${path} with ${answer.status}${said}.` });
  }
}

function messageOf(answer: HttpAnswer): string {
  try {
    const message = Fields.of(JSON.parse(answer.body))?.text("message") ?? null;
    return message === null ? "" : `: ${printable(message.slice(0, 200))}`;
  } catch {
    return "";
  }
}
