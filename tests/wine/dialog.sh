# What the scripts that drive SPColor's own dialog share: the programs, published once, and the dialog's ways. Source it with OUT maybe set.
# Each program may be given ready made, so that a run costs seconds.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
built=$root/artifacts/wine-dialog
OUT=$(realpath -m "${OUT:-$built}")
PREFIX=${SPCOLOR_WINEPREFIX:-$root/artifacts/wine-prefix}
HOST=${SPCOLOR_HOST:-$built/host} PLUGIN=${SPCOLOR_PLUGIN:-$built/Effects/SPColor} COMMAND=${SPCOLOR_COMMAND:-$built/spcolor}
DISPLAY_SIZE=${DISPLAY_SIZE:-1600x1100}
mkdir -p "$OUT" "$built"
"$here/setup.sh" "$PREFIX" > "$OUT/setup.log" 2>&1 || { tail "$OUT/setup.log"; exit 1; }

publish() { # publish FOLDER COMMAND…: unless the folder is there; a half-made one does not stay
  local folder=$1
  shift
  [ -d "$folder" ] || "$@" > "$built/build.log" 2>&1 || { tail "$built/build.log"; rm -rf "$folder"; exit 1; }
}
publish "$HOST" dotnet publish "$root/tests/PaintDotNet.Host" -c Release -r win-x64 --self-contained -o "$HOST"
publish "$PLUGIN" "$root/installer/publish-plugin.sh" "$PLUGIN"
publish "$COMMAND" dotnet publish "$root/src/SPColor.Worker" -c Release -o "$COMMAND"
# shellcheck source=tests/wine/lib.sh
. "$here/lib.sh"
cd "$OUT" || exit 1
target=$root/samples/portrait-target.png reference=$root/samples/portrait-reference.png harbour=$OUT/harbour.png
# A layer has the canvas' size, and the host cuts off the rest.
convert "$root/samples/harbour-reference.png" -crop 600x540+0+0 +repage harbour.png

spcolor() { # spcolor ARGUMENTS…: the command line on Linux; .NET sees no AVX-512 under Wine, and sums of another width round otherwise
  DOTNET_EnableAVX512F=0 DOTNET_EnableAVX512=0 "$COMMAND/spcolor" "$@"
}

colorize() { # colorize ARGUMENTS…
  spcolor colorize "$@" > colorize.log 2>&1 || { cat colorize.log; return 1; }
}

areas() { # areas PICTURE: the default areas of a picture, largest first: id, then what they show
  spcolor inspect "$1" --overlay areas.png 2> /dev/null | sed -nE 's/^ +([0-9]+ [a-z, ]+[a-z]) +[0-9].*/\1/p'
}

count_of_areas() { # count_of_areas PICTURE: small ones too
  spcolor inspect "$1" --overlay areas.png --json 2> /dev/null | grep -oE '"id" ?:' | wc -l
}

area_named() { # area_named PICTURE WORD: id of the area that shows it
  areas "$1" | sed -nE "s/^([0-9]+) (.*, )?$2(,.*)?\$/\1/p"
}

rank_of() { # rank_of PICTURE AREA: 1 is the largest
  areas "$1" | grep -nE "^$2 " | cut -d: -f1
}

opened() { # until SPColor's dialog is open, has the keyboard, and shows its first result or why there is none
  wait_dialog SPColor && rest
}

dialog_shot() { # dialog_shot FILE: the dialog with its frame
  import -window "$(xdotool getactivewindow)" -frame "$1"
}

rest() { # until nothing runs and the canvas shows what there is; the pause before a run is in the first half second
  local calm=0
  sleep 0.5
  for _ in $(seq 300); do
    if since_shown | grep 'control body/status/stop ' | tail -n 1 | grep -qE 'disabled|Start' && grep -E 'token [0-9]+:' "$log" | tail -n 1 | grep -q complete; then
      calm=$((calm + 1))
      [ "$calm" -ge 3 ] && return 0
    else
      calm=0
    fi
    kill -0 "$host" 2> /dev/null || break
    sleep 0.1
  done
  echo "the dialog does not come to rest" >&2
  return 1
}

since_shown() { # the log from the last dialog's opening on
  tac "$log" | sed '/dialog shown:/q' | tac
}

ok() { # closes the dialog; what comes after it counts from here
  mark
  keys Return
}

cancel() {
  mark
  keys Escape
}

row() { # row LIST AREA: name of the row of that area in the list target or references
  since_shown | sed -nE "s#.*control (body/$1/row[0-9]+) .*\"area $2[,\"].*#\1#p" | tail -n 1
}

choose() { # choose ROW DOWNS: that many entries down from "automatic", by keyboard
  click "$1/choice" && keys Escape Home && repeat_key Down "$2"
  xdotool mousemove 5 5
}

repeat_key() { # repeat_key KEY TIMES
  for _ in $(seq "$2"); do keys "$1"; done
}

type_path() { # type_path WINDOW-TITLE FILE: into a file dialog
  timeout 20 xdotool search --sync --onlyvisible --name "^$1\$" windowfocus --sync || return 1
  sleep 0.5
  keys ctrl+a
  xdotool type --delay 15 "Z:${2//\//\\}"
  keys Return
}
