import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { type PipSettings, pipOption } from "./pip-settings.js";

/** Where Linux distributions keep what the machine trusts. */
const SYSTEM = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
] as const;
const MOST_FILES = 1000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Certificates of the authorities that pip would believe, PEM: those of its option `cert`, of REQUESTS_CA_BUNDLE or
 * CURL_CA_BUNDLE alone, where one is given; else those that Node brings, the machine's own, and those that SSL_CERT_FILE and
 * NODE_EXTRA_CA_CERTS name. What can't be read is left out, with a note where it was asked for.
 */
export async function authorities(settings: PipSettings, note: (line: string) => void): Promise<readonly string[]> {
  const { environment } = settings;
  const named = pipOption(settings, "cert") || environment.REQUESTS_CA_BUNDLE || environment.CURL_CA_BUNDLE;
  if (named) {
    const found = await read(named);
    if (found.length > 0) return found;
    note(`No certificate can be read from ${named}, which pip is told to use: the index goes by the machine's own.`);
  }
  const { SSL_CERT_FILE, SSL_CERT_DIR, NODE_EXTRA_CA_CERTS } = environment;
  const further = [...(SSL_CERT_FILE ? [SSL_CERT_FILE] : SYSTEM), SSL_CERT_DIR, NODE_EXTRA_CA_CERTS];
  const lists = await Promise.all([...new Set(further)].map((path) => (path ? read(path) : [])));
  return [...new Set([...rootCertificates, ...lists.flat()])];
}

/** The certificates of a file, or of the files of a folder. */
async function read(path: string): Promise<readonly string[]> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const files = isFolder ? (await readdir(path)).slice(0, MOST_FILES).map((name) => join(path, name)) : [path];
    const texts = await Promise.all(files.map((file) => text(file)));
    return texts.flatMap(
      (each) =>
        each.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [],
    );
  } catch {
    return [];
  }
}

async function text(path: string): Promise<string> {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() && stats.size <= MOST_BYTES ? await readFile(path, "latin1").catch(() => "") : "";
}
