#!/usr/bin/env bash
# Install what the browser tests and PDF need on Debian, when this user may;
# else say what is missing. Never fails: the tests themselves skip aloud.
set -u
missing=()
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
  || command -v google-chrome >/dev/null 2>&1 || missing+=(chromium)
if ! command -v fc-list >/dev/null 2>&1 || [ -z "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]; then
  missing+=(fonts-noto-cjk fontconfig)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the browser tests: ${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
  echo "The installation failed."
fi
echo "Missing for the browser tests and PDF: ${missing[*]}. Tests that need them are left out (marked as skipped)."
exit 0
