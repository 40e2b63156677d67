#!/usr/bin/env bash
# Makes artifacts/release/SPColor-<version>.zip and -Setup.exe for 64-bit Windows. Needs the .NET SDK 10 and NSIS (apt-get install nsis).
# Usage: build.sh [--cpu] [--output FOLDER]. --cpu: where the DirectML package cannot be had; the files' names end with -cpu.
set -euo pipefail
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} exec dotnet run -c Release --project installer/SPColor.Release -- build "$@"
