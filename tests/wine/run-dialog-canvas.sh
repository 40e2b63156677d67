#!/usr/bin/env bash
# What SPColor's own dialog and Ctrl+F write into a layer: selections, transparent pixels, layers and canvases that cannot be coloured, and
# several uses in a row. Usage: run-dialog-canvas.sh. Logs stay in artifacts/wine-dialog/canvas. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/canvas
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"
HOST_TIMEOUT=240
# An empty corner, and alpha that fades over the rest.
convert "$target" -alpha set \( -size 600x720 gradient:white-gray30 -fill black -draw 'rectangle 0,0 99,79' \) -compose copyopacity -composite PNG32:photo.png
convert -size 600x720 xc:none PNG32:empty.png
x=150 y=100 width=200 height=300 feather=20
# The selection and a twentieth more on each side: what SPColor looks at.
box=220x330+140+85

alpha_is_untouched() { # alpha_is_untouched FILE
  convert "$1" -alpha extract alpha.png && same_pixels alpha.png photo-alpha.png || { echo "$1: alpha changed" >&2; return 1; }
}

outside_is_untouched() { # outside_is_untouched FILE BORDER: every byte that far from the selection, also of transparent pixels
  local cut=$((width + 2 * $2))x$((height + 2 * $2)) at=+$((x - $2))+$((y - $2))
  convert "$1" \( photo.png -crop "$cut$at" +repage \) -geometry "$at" -compose copy -composite PNG32:outside.png
  same_bytes outside.png photo.png || { echo "$1: changed outside the selection" >&2; return 1; }
}

same_bytes() { # same_bytes A B: of the pixels, colour under transparency too
  cmp -s <(convert "$1" -depth 8 rgba:- 2> /dev/null) <(convert "$2" -depth 8 rgba:- 2> /dev/null)
}

part() { # part FILE SIZE AT: that part of it
  convert "$1" -crop "$2$3" +repage -depth 8 rgba:-
}

a_whole_layer_keeps_its_alpha_and_is_what_the_command_line_makes() {
  rm -f c*.png
  convert photo.png -alpha extract photo-alpha.png
  start_host canvas.log "$PLUGIN" photo.png empty.png "$reference" --out c.png --do dialog undo \
    "selection=$x,$y,$width,$height" dialog undo dialog undo "selection=$x,$y,$width,$height,$feather" dialog undo selection= \
    repeat undo repeat undo repeat repeat=1 active=1 dialog active=0 dialog
  opened || return 1
  ok
  wait_line 'wrote c.png' && alpha_is_untouched c.png && colorize photo.png --reference "$reference" --output command.png && same_bytes c.png command.png
}

in_a_selection_are_the_colours_of_its_box_cut_out() {
  opened || return 1
  wait_line 'control body/settings/selection .*"Looking at the sele&ction"' 10 || return 1
  dialog_shot selection.png
  ok
  wait_line 'wrote c.2.png' && alpha_is_untouched c.2.png && outside_is_untouched c.2.png 0 || return 1
  convert photo.png -crop $box +repage PNG32:box.png
  colorize box.png --reference "$reference" --output box-colours.png &&
    cmp -s <(part c.2.png ${width}x$height +$x+$y) <(part box-colours.png ${width}x$height +10+15) &&
    ! cmp -s <(part c.2.png ${width}x$height +$x+$y) <(part c.png ${width}x$height +$x+$y)
}

without_its_tick_the_whole_layer_is_looked_at() {
  opened || return 1
  mark
  keys alt+c
  wait_line 'token [0-9]+: complete' 60 && rest || return 1
  ok
  wait_line 'wrote c.3.png' && alpha_is_untouched c.3.png && outside_is_untouched c.3.png 0 &&
    cmp -s <(part c.3.png ${width}x$height +$x+$y) <(part c.png ${width}x$height +$x+$y)
}

a_soft_edge_fades_and_ends() {
  opened || return 1
  ok
  wait_line 'wrote c.4.png' && alpha_is_untouched c.4.png && outside_is_untouched c.4.png $feather || return 1
  local inner=$((width - 2 * feather))x$((height - 2 * feather)) at=+$((x + feather))+$((y + feather))
  cmp -s <(part c.4.png "$inner" "$at") <(part c.png "$inner" "$at") && ! same_bytes c.4.png c.3.png
}

repeats_in_a_row_are_the_same_and_a_cancelled_one_changes_nothing() {
  wait_line 'wrote c.7.png' 90 && same_bytes c.5.png c.png && same_bytes c.6.png c.png && same_bytes c.7.png c.png || return 1
  wait_line 'step repeat=1' 20 && wait_line 'document unmodified' 20
}

an_empty_layer_and_an_empty_reference_are_told() {
  wait_dialog SPColor && wait_line 'control body/notices .*Layer "empty" is empty' 20 || return 1
  grep 'control body/buttons/ok' "$log" | tail -n 1 | grep -q disabled || { echo "OK is offered without a result" >&2; return 1; }
  cancel
  opened || return 1
  mark
  keys alt+r Down
  wait_line 'control body/notices .*""empty" is empty' 20 && rest || return 1
  screenshot empty-reference.png
  cancel
  wait_host
}

one_pixel_is_coloured() {
  start_host one-pixel.log "$PLUGIN" "$target" "$reference" --canvas 1,1 --out one-pixel.png
  opened || return 1
  ok
  wait_host && [ "$(identify -format '%wx%h' one-pixel.png)" = 1x1 ]
}

run_checks a_whole_layer_keeps_its_alpha_and_is_what_the_command_line_makes in_a_selection_are_the_colours_of_its_box_cut_out \
  without_its_tick_the_whole_layer_is_looked_at a_soft_edge_fades_and_ends \
  repeats_in_a_row_are_the_same_and_a_cancelled_one_changes_nothing an_empty_layer_and_an_empty_reference_are_told one_pixel_is_coloured
