#!/usr/bin/env bash
# The published plugin refers to nothing that Paint.NET 5.1 does not have, and its folder holds none of Paint.NET's DLLs.
# Usage: run-contract.sh. Ends with "N passed, N failed".
set -u
OUT=$(cd "$(dirname "$0")/../.." && pwd)/artifacts/wine-dialog/contract
# shellcheck source=tests/wine/dialog.sh
. "$(dirname "$0")/dialog.sh"

if dotnet run -c Release --project "$root/tests/PaintDotNet.Contract" -- check "$root/sdk/contract.txt" "$PLUGIN"; then
  echo "1 passed, 0 failed"
else
  echo "0 passed, 1 failed"
  exit 1
fi
