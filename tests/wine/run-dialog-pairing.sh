#!/usr/bin/env bash
# Pairing in SPColor's own dialog, dialog after dialog in one host, and what comes of it compared with the command line on Linux.
# Usage: run-dialog-pairing.sh. Screenshots and logs stay in artifacts/wine-dialog/pairing. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/pairing
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"
HOST_TIMEOUT=200
# The brick wall behind the man ("building"), whose colour is to come from the hedge. Below "automatic" the entries are the reference's areas, largest first.
wall=$(area_named "$target" building) hedge=$(area_named "$reference" tree)
downs=$(rank_of "$reference" "$hedge")

a_first_result_is_what_the_command_line_makes() {
  rm -f p*.png pairing.json
  start_host pairing.log "$PLUGIN" "$target" "$reference" "$harbour" --out p.png \
    --do dialog undo dialog undo dialog undo dialog delete=2 delete=1 repeat
  opened || return 1
  # The topmost layer was the default; the reference is one below it.
  mark
  keys alt+r Down
  wait_line 'control body/settings/reference .*"portrait-reference"' 10 && rest || return 1
  ok
  wait_line 'wrote p.png' && colorize "$target" --reference "$reference" --output plain.png && same_pixels p.png plain.png
}

an_area_is_paired_anew_and_saved() {
  opened && choose "$(row target "$wall")" "$downs" && rest || return 1
  screenshot paired.png
  since_shown | grep -qE "control $(row target "$wall") .*from area $hedge" || { echo "the wall is not paired with the hedge" >&2; return 1; }
  keys alt+v
  type_path 'Save pairing' "$OUT/pairing.json" && sleep 1 && [ -s pairing.json ] || return 1
  ok
  wait_line 'wrote p.2.png' && colorize "$target" --reference "$reference" --pair "$wall=$hedge" --output command.png &&
    same_pixels p.2.png command.png && colorize "$target" --reference "$reference" --pairing pairing.json --output loaded.png &&
    same_pixels p.2.png loaded.png
}

# users.md 2.7, 1: what is not paired anew changes by a mean ΔE of 2 at most. The area itself must change visibly: 10.
only_that_area_changes() {
  rm -f ids.png
  spcolor inspect "$target" --area-map ids.png --overlay areas.png > inspect.log 2>&1 || { cat inspect.log; return 1; }
  convert ids.png -fill black +opaque "gray($wall)" -fill white +opaque black PNG:area.png
  convert p.png p.2.png -colorspace Lab -set colorspace sRGB -channel R -fx 'sqrt(((u.r-v.r)*100)^2+((u.g-v.g)*255)^2+((u.b-v.b)*255)^2)/100' -separate -depth 16 PNG:change.png
  local inside outside
  inside=$(mean_change area.png) outside=$(mean_change \( area.png -negate \))
  echo "mean ΔE of the area $inside, elsewhere $outside"
  awk -v inside="$inside" -v outside="$outside" 'BEGIN { exit !(inside > 10 && outside <= 2) }'
}

mean_change() { # mean_change MASK…: mean of change.png where the mask is white, in ΔE
  convert change.png "$@" -alpha off -colorspace Gray -compose multiply -composite -format '%[fx:mean]' info: > product
  convert "$@" -alpha off -colorspace Gray -format '%[fx:mean]' info: > share
  awk '{ product = $1; getline < "share"; printf "%.2f", 100 * product / $1 }' product
}

reset_goes_back() {
  opened || return 1
  grep -q . <(since_shown | grep "control $(row target "$wall")/choice .*\"area $hedge[,\"]") || { echo "the second dialog forgot the pairing" >&2; return 1; }
  keys alt+t
  rest || return 1
  mark
  keys alt+r Down
  wait_line 'control body/settings/reference .*"portrait-reference"' 10 && rest || return 1
  ok
  wait_line 'wrote p.3.png' && same_pixels p.3.png plain.png
}

a_saved_pairing_is_loaded() {
  opened || return 1
  keys alt+l
  type_path 'Load pairing' "$OUT/pairing.json" && rest || return 1
  ok
  wait_line 'wrote p.4.png' && same_pixels p.4.png command.png
}

a_repeat_without_its_reference_says_so() {
  wait_host && grep -q 'error dialog: .*one layer only' pairing.log
}

run_checks a_first_result_is_what_the_command_line_makes an_area_is_paired_anew_and_saved only_that_area_changes reset_goes_back \
  a_saved_pairing_is_loaded a_repeat_without_its_reference_says_so
