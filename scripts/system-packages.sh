#!/bin/sh
# Installs the system parts that the tests use, where they are missing and we may.
# Where we may not, says so aloud: the tests that need them are then skipped, or fail where CI=true.
set -u
missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need chromium chromium
need pdftotext poppler-utils
need qpdf qpdf
[ -e /usr/share/java/jaxb-api.jar ] || missing="$missing libjaxb-java"  # for veraPDF
need javac default-jdk-headless
# for how a page looks while its letters are on their way: what most readers' machines have, or its metric twin
fc-list 2>/dev/null | grep -qE 'Liberation Serif|Times New Roman' || missing="$missing fontconfig fonts-liberation"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && as_root="sudo -n"; }
  if [ "$(id -u)" = 0 ] || [ -n "$as_root" ]; then
    echo "Installing system packages for the tests:$missing"
    $as_root apt-get update -qq && \
      DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
  fi
fi
echo "!! These system packages are missing and could not be installed:$missing"
echo "!! The tests that need them will be SKIPPED. On Debian: sudo apt-get install$missing"
[ "${CI:-}" = true ] && exit 1
exit 0
