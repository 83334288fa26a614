/**
 * Puts the pip wheel argv[1] into the environment whose Python runs this: what pip's own installation of a wheel leaves
 * there, without the seconds that it takes. For POSIX systems and Python 3.6 and later.
 */
export const PUT_PIP_IN = `
import base64, csv, hashlib, io, os, sys, sysconfig, zipfile
wheel, = sys.argv[1:]
site, scripts = sysconfig.get_path("purelib"), sysconfig.get_path("scripts")
root = os.path.realpath(site)
archive = zipfile.ZipFile(wheel)
for name in archive.namelist():
    target = os.path.realpath(os.path.join(site, name))
    if not target.startswith(root + os.sep):
        sys.exit("the wheel has a file outside of itself: " + name)
info = [name for name in archive.namelist() if name.endswith(".dist-info/RECORD")][0].rsplit("/", 1)[0]
entry = "pip._internal.cli.main:main"
for line in archive.read(info + "/entry_points.txt").decode("utf-8").splitlines():
    if line.replace(" ", "").startswith("pip="):
        entry = line.split("=", 1)[1].strip()
module, function = entry.split(":")
archive.extractall(site)
python = sys.executable
if " " in python or len(python) > 120:
    shebang = "#!/bin/sh\\n'''exec' \\"" + python + "\\" \\"$0\\" \\"$@\\"\\n' '''\\n"
else:
    shebang = "#!" + python + "\\n"
body = shebang + """# -*- coding: utf-8 -*-
import re
import sys
from """ + module + " import " + function + """
if __name__ == "__main__":
    sys.argv[0] = re.sub(r"(-script\\\\.pyw|\\\\.exe)?$", "", sys.argv[0])
    sys.exit(""" + function + """())
"""
def digest(data):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
added = []
for name in ("pip", "pip%d" % sys.version_info[0], "pip%d.%d" % sys.version_info[:2]):
    path = os.path.join(scripts, name)
    data = body.encode("utf-8")
    with open(path, "wb") as out:
        out.write(data)
    os.chmod(path, 0o755)
    added.append((os.path.relpath(path, site).replace(os.sep, "/"), digest(data), str(len(data))))
with open(os.path.join(site, info, "INSTALLER"), "wb") as out:
    out.write(b"pip\\n")
added.append((info + "/INSTALLER", digest(b"pip\\n"), "4"))
text = io.StringIO()
csv.writer(text, lineterminator="\\n").writerows(added)
with open(os.path.join(site, info, "RECORD"), "a", newline="", encoding="utf-8") as out:
    out.write(text.getvalue())
`;
