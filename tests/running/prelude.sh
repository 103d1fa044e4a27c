# Stands before the commands of docs/installing.md: who is root needs no sudo, and the libraries
# are those that the tests run with, where pip would fetch them.
set -euo pipefail
sudo() {
  if [ "$1" = .venv/bin/pip ]; then libraries; else "$@"; fi
}
libraries() {
  local python=/opt/lantoa/.venv/bin/python
  local site
  site=$(echo .venv/lib/python3*/site-packages)
  mkdir -p .venv/libraries
  mountpoint -q .venv/libraries || mount --bind "$LIBRARIES" .venv/libraries
  printf '%s\n' /opt/lantoa /opt/lantoa/.venv/libraries > "$site/here.pth"
  printf '#!%s\nfrom lantoa.cli import main\nmain()\n' "$python" > .venv/bin/lantoa
  printf '#!%s\nfrom gunicorn.app.wsgiapp import run\nrun()\n' "$python" > .venv/bin/gunicorn
  chmod 755 .venv/bin/lantoa .venv/bin/gunicorn
}
