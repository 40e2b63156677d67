#!/usr/bin/env bash
# Draws the menu icon, a photo that is grey on its left and coloured on its right, at 16 pixels per 96 DPI. Needs ImageMagick 6.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
photo='roundrectangle 24,56 359,327 26,26'

draw() { # draw SKY SUN FAR NEAR FILE: the photo in these colours, 384 pixels square
  convert -size 384x384 "xc:$1" -fill "$2" -draw 'circle 268,134 268,88' -fill "$3" -draw 'polygon 0,384 0,250 140,124 330,384' \
    -fill "$4" -draw 'polygon 110,384 268,206 384,320 384,384' "$5"
}

draw '#d2d2d2' '#f8f8f8' '#858585' '#5c5c5c' "$work/grey.png"
draw '#6db9ee' '#ffd23e' '#3f9b57' '#c2542d' "$work/colour.png"
convert "$work/grey.png" \( "$work/colour.png" -crop 192x384+192+0 +repage \) -geometry +192+0 -compose copy -composite \
  -fill none -stroke '#6a6a6a' -strokewidth 24 -draw "$photo" "$work/photo.png"
convert -size 384x384 xc:black -fill white -stroke white -strokewidth 24 -draw "$photo" "$work/mask.png"
for side in 16 20 24 32 64; do
  convert "$work/photo.png" "$work/mask.png" -alpha off -compose copyopacity -composite -filter Box -resize "${side}x${side}" \
    -strip -define png:exclude-chunks=date,time "PNG32:SPColor.$side.png"
done
