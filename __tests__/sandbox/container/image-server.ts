import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Repositories of one image each, by what a registry does with them. */
const REPOSITORIES = ["good", "hangs", "altered"] as const;

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const digestOf = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

interface Blob {
  readonly path: string;
  readonly digest: string;
  readonly size: number;
}

/** A registry that is open, and what it was asked for. */
export interface ImageServer {
  /** The reference of the image in a repository: `good`, `hangs` (its layer never ends), `altered` (its layer is another), or one that is not there. */
  reference(repository: string): string;
  /** The digest of the configuration of the image in `good`. */
  readonly id: string;
  /** The first digits of its layer's digest. */
  readonly layer: string;
  /** Resolves when somebody waits for the layer that never ends. */
  readonly hanging: Promise<void>;
  /** Resolves when nobody does so any more. */
  readonly left: Promise<void>;
  close(): void;
}

/**
 * A registry on a port of the loopback without TLS: as much of the OCI Distribution Specification 1.1 as a pull takes (sections "Pulling
 * manifests" and "Pulling blobs"). Each image is a manifest and two blobs in `folder`: a configuration, and a layer with the files of `root`
 * and one more, so that no engine has the layer from another image.
 */
export async function serveImage(folder: string, root: string): Promise<ImageServer> {
  const images = new Map(REPOSITORIES.map((name) => [name as string, makeImage(folder, root, name)]));
  const hanging = happening();
  const left = happening();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const [, repository, kind, reference = ""] =
      /^\/v2\/(\w+)\/(manifests|blobs)\/([\w:.-]+)$/.exec(request.url ?? "") ?? [];
    if (request.url === "/v2/") return send(request, response, { type: "application/json", body: Buffer.from("{}") });
    const image = images.get(repository ?? "");
    if (image === undefined) return refuse(response);
    const { manifest, config, layer } = image;
    if (kind === "manifests" && ["1", digestOf(manifest)].includes(reference))
      return send(request, response, { type: MANIFEST, body: manifest });
    const blob = [config, layer].find(({ digest }) => digest === reference);
    if (kind !== "blobs" || blob === undefined) return refuse(response);
    const bytes = readFileSync(blob.path);
    if (blob === layer && repository === "hangs") {
      response.writeHead(200, { "content-length": bytes.length }).write(bytes.subarray(0, 100));
      hanging.happens();
      response.once("close", left.happens);
      return;
    }
    if (blob === layer && repository === "altered") bytes.write("x", bytes.length - 1);
    send(request, response, { type: "application/octet-stream", body: bytes });
  };
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  return {
    reference: (repository) => `127.0.0.1:${port}/${repository}:1`,
    id: images.get("good")?.config.digest ?? "",
    layer: images.get("good")?.layer.digest.slice(7, 19) ?? "",
    hanging: hanging.once,
    left: left.once,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function happening() {
  let happens = () => {};
  const once = new Promise<void>((resolve) => {
    happens = resolve;
  });
  return { once, happens };
}

function makeImage(folder: string, root: string, name: string) {
  writeFileSync(join(folder, name), name);
  const options = ["--numeric-owner", "--owner=0", "--group=0", "-cf", "-"];
  const tar = execFileSync("tar", [...options, "-C", root, ".", "-C", folder, name], { maxBuffer: 64 * 1024 * 1024 });
  const layer = writeBlob(join(folder, `${name}.layer`), gzipSync(tar));
  const described = {
    architecture: { x64: "amd64" }[process.arch as string] ?? process.arch,
    os: "linux",
    config: { Env: ["PATH=/bin", "FROM_REGISTRY=yes"], Cmd: ["/bin/sh"] },
    rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
  };
  const config = writeBlob(join(folder, `${name}.config`), Buffer.from(JSON.stringify(described)));
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: "application/vnd.oci.image.config.v1+json", ...sizeOf(config) },
    layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", ...sizeOf(layer) }],
  };
  return { manifest: Buffer.from(JSON.stringify(manifest)), config, layer };
}

function writeBlob(path: string, bytes: Buffer): Blob {
  writeFileSync(path, bytes);
  return { path, digest: digestOf(bytes), size: bytes.length };
}

const sizeOf = ({ digest, size }: Blob) => ({ digest, size });

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  { type, body }: { readonly type: string; readonly body: Buffer },
): void {
  response.writeHead(200, {
    "content-type": type,
    "content-length": body.length,
    "docker-content-digest": digestOf(body),
    "docker-distribution-api-version": "registry/2.0",
  });
  response.end(method === "HEAD" ? undefined : body);
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { "content-type": "application/json" });
  response.end(JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] }));
}
