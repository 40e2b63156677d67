#!/usr/bin/env bash
# SPColor's own dialog when its worker is missing, comes back, and is killed in the middle of a run, in a plugin folder with letters beyond
# ASCII. Usage: run-dialog-worker.sh. Screenshots and logs stay in artifacts/wine-dialog/worker. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/worker
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"
HOST_TIMEOUT=200
folder='Größe und Farbe/SPColor'

workers() { # workers [ARGUMENTS]: ids of the worker processes of this prefix, started with these arguments
  local cmdline
  for cmdline in /proc/[0-9]*/cmdline; do
    { tr '\0' ' ' < "$cmdline"; } 2> /dev/null | grep -q "spcolor\.exe.* serve ${1-}" || continue
    grep -qzF "WINEPREFIX=$PREFIX" "${cmdline%cmdline}environ" 2> /dev/null && basename "${cmdline%/cmdline}"
  done
}

a_missing_worker_is_told_and_a_second_try_finds_it() {
  rm -rf "${folder%%/*}" w*.png
  mkdir -p "${folder%%/*}" && cp -al "$PLUGIN" "$folder" && mv "$folder/worker/spcolor.exe" "$folder/worker/away.exe" || return 1
  start_host worker.log "$folder" "$target" "$reference" --adapter 1 --out w.png --do dialog undo dialog
  wait_dialog SPColor && wait_line 'control body/notices .*"The colour program is missing: .*Größe und Farbe' 30 || return 1
  sleep 0.5
  screenshot missing.png
  mv "$folder/worker/away.exe" "$folder/worker/spcolor.exe"
  keys alt+g
  rest || return 1
  ok
  wait_line 'wrote w.png' && colorize "$target" --reference "$reference" --output plain.png && same_pixels w.png plain.png
}

a_killed_worker_is_told_and_started_again() {
  local worker
  opened || return 1
  worker=$(workers '--device gpu:1')
  [ -n "$worker" ] || { echo "no worker was started for Paint.NET's adapter" >&2; return 1; }
  mark
  keys alt+w End
  # In the longest request: one that dies between two is replaced without a word.
  wait_line 'control body/status/Label1 .*"(Matching areas|Colouring)' 60 && kill -9 $worker || return 1
  wait_line 'control body/notices .*"The colour process stopped .* started again' 30 && rest || return 1
  screenshot killed.png
  ok
  wait_line 'wrote w.2.png' && colorize "$target" --reference "$reference" --size 512 --output large.png && same_pixels w.2.png large.png && wait_host
}

no_worker_stays_behind() {
  for _ in $(seq 50); do [ -z "$(workers)" ] && return 0; sleep 0.1; done
  return 1
}

run_checks a_missing_worker_is_told_and_a_second_try_finds_it a_killed_worker_is_told_and_started_again no_worker_stays_behind
