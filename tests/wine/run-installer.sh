#!/usr/bin/env bash
# The release as people get it, under Wine: two builds are compared, the installer puts SPColor into stand-ins for all three editions of
# Paint.NET, upgrades, refuses and removes, and what it installed colours the samples.
# Usage: run-installer.sh [OUT-FOLDER]. Screenshots and logs stay there. Ends with "N passed, N failed".
# SPCOLOR_RELEASE: a folder with both artifacts, to test those instead of building them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
OUT=$(realpath -m "${1:-$root/artifacts/wine-installer}")
PREFIX=${SPCOLOR_WINEPREFIX:-$root/artifacts/wine-prefix}
HOST=${SPCOLOR_HOST:-$root/artifacts/wine-dialog/host}
RELEASE=${SPCOLOR_RELEASE:-$OUT/release}
HOST_TIMEOUT=60
mkdir -p "$OUT"
"$here/setup.sh" "$PREFIX" > "$OUT/setup.log" 2>&1 || { tail "$OUT/setup.log"; exit 1; }
for package in nsis unzip; do
  dpkg-query -W -f='${Status}' $package 2> /dev/null | grep -q 'ok installed' ||
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $package; } >> "$OUT/setup.log" 2>&1
done
build_again() { # the same state in another folder, beside the first build
  cd "$OUT" && rm -rf clone again
  git clone -q "$root" clone && git -C "$root" diff --binary HEAD > changes.patch || return 1
  [ ! -s changes.patch ] || git -C clone apply "$OUT/changes.patch" || return 1
  clone/installer/build.sh --cpu --output "$OUT/again"
}
[ -n "${SPCOLOR_RELEASE:-}" ] || build_again > "$OUT/again.log" 2>&1 &
again=$!
{
  [ -n "${SPCOLOR_RELEASE:-}" ] || { rm -rf "$RELEASE" && "$root/installer/build.sh" --cpu --output "$RELEASE"; }
} > "$OUT/build.log" 2>&1 && {
  [ -d "$HOST" ] || dotnet publish "$root/tests/PaintDotNet.Host" -c Release -r win-x64 --self-contained -o "$HOST"
} >> "$OUT/build.log" 2>&1 && {
  dotnet build "$root/src/SPColor.Worker" -c Release
} >> "$OUT/build.log" 2>&1 || { tail "$OUT/build.log"; exit 1; }
grep SHA-256 "$OUT/build.log"
# shellcheck source=tests/wine/lib.sh
. "$here/lib.sh"
# shellcheck source=tests/wine/installer-lib.sh
. "$here/installer-lib.sh"
cd "$OUT" || exit 1

a_second_build_elsewhere_is_the_same() {
  [ -z "${SPCOLOR_RELEASE:-}" ] || return 0
  wait "$again" || { tail again.log; return 1; }
  for file in "$RELEASE"/*; do cmp "$file" "again/$(basename "$file")" || return 1; done
  rm -rf clone again
}

the_zip_is_the_folder_that_is_installed() {
  fresh && rm -rf unzipped && unzip -q "$RELEASE"/SPColor-*.zip -d unzipped && install_portable || return 1
  [ "$(ls unzipped)" = $'How to install.txt\nSPColor' ] && diff -rq unzipped/SPColor "$portable" > diff.log
  [ "$(cat diff.log)" = "Only in $portable: uninstall.exe" ] || { cat diff.log; return 1; }
}

all_that_is_found_is_installed_into_and_removed_again() {
  fresh && theirs > before.txt && setup "$real" /S || return 1
  [ -f "$classic/worker/spcolor.exe" ] && [ -f "$store/worker/spcolor.exe" ] && [ ! -e "$portable" ] || return 1
  entry HKLM Classic && entry HKCU Store || return 1
  uninstall "$classic" && uninstall "$store" || return 1
  theirs | diff before.txt - && ! entry HKLM Classic && ! entry HKCU Store
}

portable_leaves_nothing_outside_its_folder() {
  fresh && theirs > before.txt && install_portable || return 1
  [ ! -e "$classic" ] && [ ! -e "$store" ] && ! entry HKLM Classic && ! entry HKCU Store && uninstall "$portable" && theirs | diff before.txt -
}

an_upgrade_takes_the_old_files_and_leaves_strange_ones() {
  fresh && setup "$old" /S && [ -f "$store/worker/gone.txt" ] && echo mine > "$store/worker/mine.txt" || return 1
  setup "$real" /S || return 1
  [ ! -e "$store/worker/gone.txt" ] && [ -f "$store/worker/mine.txt" ] && [ ! -e "$store/new" ] && [ ! -e "$classic/worker/gone.txt" ] || return 1
  uninstall "$store" || return 1
  [ "$(cd "$store" && find . -type f)" = ./worker/mine.txt ] && ! entry HKCU Store
}

a_damaged_one_leaves_the_old_version() {
  fresh && setup "$old" /S || return 1
  setup "$damaged" /S
  [ $? -eq 5 ] && [ -f "$store/worker/gone.txt" ] && [ ! -e "$store/new" ] && cmp -s old/worker/spcolor.exe "$classic/worker/spcolor.exe"
}

a_list_that_leads_out_is_not_followed() {
  fresh && setup "$old" /S && printf '..\\Theirs.dll\r\n' >> "$store/files.txt" || return 1
  uninstall "$store" && [ ! -e "$store" ] && [ -f "$(dirname "$store")/Theirs.dll" ]
}

refused() { # refused CODE ARGUMENTS…: the real installer ends with CODE and changes nothing
  local code=$1
  shift
  theirs > before.txt
  setup "$@"
  [ $? -eq "$code" ] && theirs | diff before.txt -
}

a_running_paint_net_refuses() {
  fresh && run_as paintdotnet.exe || return 1
  refused 3 "$real" /S
  local rc=$?
  stop_running
  return $rc
}

a_running_paint_net_refuses_its_uninstaller() {
  fresh && setup "$old" /S && run_as PaintDotNet.exe || return 1
  uninstall_and_cancel "$store" && [ -f "$store/worker/gone.txt" ]
  local rc=$?
  stop_running
  return $rc
}

no_paint_net_and_no_space_are_refused() {
  fresh && refused 2 "$real" /S '/D=C:\windows' && refused 4 "$huge" /S || return 1
  without_paint_net && refused 2 "$real" /S
}

a_click_installs_into_two_editions() {
  fresh
  : > window.log
  timeout 120 wine "$real" >> window.log 2>&1 &
  host=$! log=window.log
  timeout 30 xdotool search --sync --onlyvisible --name '^SPColor .* Setup' windowfocus --sync || return 1
  sleep 1
  screenshot places.png
  keys alt+i
  for _ in $(seq 300); do [ -f "$store/uninstall.exe" ] && [ -f "$classic/uninstall.exe" ] && break; sleep 0.1; done
  sleep 1
  screenshot done.png
  keys Return
  wait_host && [ -f "$store/uninstall.exe" ] && [ -f "$classic/uninstall.exe" ]
}

# .NET sees no AVX-512 under Wine; sums of another width round otherwise.
colorize() { DOTNET_EnableAVX512F=0 DOTNET_EnableAVX512=0 "$root/artifacts/bin/SPColor.Worker/release/spcolor" "$@" > colorize.log 2>&1; }

the_installed_program_writes_the_same_bytes_as_on_linux() {
  local pair=("$root/samples/harbour-target.png" --reference "$root/samples/harbour-reference.png")
  fresh && install_portable && rm -f ./*-bytes.png || return 1
  timeout 60 wine "$portable/worker/spcolor.exe" colorize "${pair[@]}" --output wine-bytes.png > colorize-wine.log 2>&1 || return 1
  colorize colorize "${pair[@]}" --output linux-bytes.png && cmp wine-bytes.png linux-bytes.png
}

the_host_loads_the_installed_plugin_and_renders() {
  local target=$root/samples/portrait-target.png reference=$root/samples/portrait-reference.png
  fresh && install_portable && rm -f rendered.png || return 1
  start_host render.log "$portable" "$target" "$reference" --out rendered.png
  wait_dialog SPColor && wait_line 'token 2: complete' 60 && sleep 1 || return 1
  keys Return
  wait_host && colorize colorize "$target" --reference "$reference" --output command.png && same_pixels rendered.png command.png
}

prepare > prepare.log 2>&1 || { tail prepare.log; exit 1; }
start_display
for name in a_second_build_elsewhere_is_the_same the_zip_is_the_folder_that_is_installed all_that_is_found_is_installed_into_and_removed_again \
  portable_leaves_nothing_outside_its_folder an_upgrade_takes_the_old_files_and_leaves_strange_ones a_damaged_one_leaves_the_old_version \
  a_list_that_leads_out_is_not_followed a_running_paint_net_refuses a_running_paint_net_refuses_its_uninstaller \
  no_paint_net_and_no_space_are_refused a_click_installs_into_two_editions the_installed_program_writes_the_same_bytes_as_on_linux \
  the_host_loads_the_installed_plugin_and_renders; do
  echo "== $name"
  log=setup.log host=
  check "$name" "$name"
done
clean_up
stop_display
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
