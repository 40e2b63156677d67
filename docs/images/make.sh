#!/usr/bin/env bash
# Makes the pictures of README and guide from what the program shows. Needs artifacts/harbour.png (README's first command) and the screenshots
# of tests/wine/run-dialog-looks.sh. installer.png is not made here.
set -euo pipefail
cd "$(dirname "$0")/../.."
looks=artifacts/wine-dialog/looks images=docs/images
cp $looks/dialog.png $looks/dark.png $images/
dateless='-define png:exclude-chunks=date,time'
convert $looks/dropdown.png -crop 964x748+18+20 +repage $dateless $images/dropdown.png # the dialog and what hangs out of it

picture() { convert "$1" -resize x300 -colorspace sRGB -type TrueColor miff:-; }
sign() { convert -size 60x300 -background white -fill '#404040' -gravity center -pointsize 40 "label:$1" miff:-; }
{ picture samples/harbour-target.png; sign +; picture samples/harbour-reference.png; sign =; picture artifacts/harbour.png; } |
  convert miff:- +append -colors 250 $dateless PNG8:$images/what-it-does.png
