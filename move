#!/bin/sh
# Moves a stopped newsroom to PostgreSQL, and proves it: ./move DATA NEW
here=$(cd "$(dirname "$0")" && pwd)
home=$here/target
[ ! -e "$here/usr/tool.sh" ] || home=$here
if [ ! -e "$home/usr/tool.sh" ]; then
  echo "Nothing is built yet: start ./run once." >&2
  exit 1
fi
exec sh "$home/usr/tool.sh" "$home" org.rongmei.keeping.Move "$@"
