import { execFileSync, spawnSync } from "node:child_process";

const PYTHON = "/usr/bin/python3";

/** Whether this machine's own Python can be copied, with what makes environments. */
export const hasSystemPython = spawnSync(PYTHON, ["-c", "import ensurepip, venv, ssl"]).status === 0;

/**
 * Copies this machine's Python, the libraries that it is loaded with, the certificates that Debian's pip does not start without, and
 * busybox's sh: a root file system of 40 MB.
 */
const COPY = `
root=$1
mkdir -p "$root/bin" "$root/usr/bin" "$root/usr/lib" "$root/usr/share" "$root/usr/lib64"
for name in tmp etc proc sys dev run root; do mkdir -p "$root/$name"; done
chmod 1777 "$root/tmp"
ln -s usr/lib "$root/lib"; ln -s usr/lib64 "$root/lib64"
python=$(readlink -f ${PYTHON}); name=$(basename "$python")
cp "$python" "$root/usr/bin/"; ln -s "$name" "$root/usr/bin/python3"
mkdir "$root/usr/lib/$name"
tar -C "/usr/lib/$name" --exclude=test --exclude=idlelib --exclude=__pycache__ --exclude='config-*' -cf - . | tar -C "$root/usr/lib/$name" -xf -
if [ -d /usr/share/python-wheels ]; then cp -r /usr/share/python-wheels "$root/usr/share/"; fi
ldd "$python" "/usr/lib/$name"/lib-dynload/*.so | grep -o '/[^ ]*\\.so[^ :)]*' | grep -v lib-dynload | sort -u | while read -r file; do
  mkdir -p "$root$(dirname "$file")"; cp -L "$file" "$root$file"
done
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -f "$certificates" ]; then mkdir -p "$root/\${certificates%/*}"; cp -L "$certificates" "$root$certificates"; fi
cp /bin/busybox "$root/bin/"; for each in sh ls cat; do ln -s busybox "$root/bin/$each"; done
echo 'root:x:0:0::/root:/bin/sh' > "$root/etc/passwd"
`;

export function makePythonRoot(root: string): string {
  execFileSync("sh", ["-e", "-c", COPY, "sh", root], { stdio: ["ignore", "pipe", "pipe"] });
  return root;
}
