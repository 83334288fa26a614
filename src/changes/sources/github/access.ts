/** Where GitHub's API is, and as whom it is asked. */
export interface ApiAccess {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string | null;
}
