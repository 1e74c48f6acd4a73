#!/bin/sh
# Installs the browser that __tests__/e2e/page.test.ts needs, on Debian and Ubuntu as root; does nothing if there is one.
set -eu
if [ -x /usr/bin/chromium ] || [ -x /usr/bin/google-chrome ]; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo 'Install Chromium or Chrome: this system has no apt-get.' >&2
  exit 1
fi
apt-get install -y --no-install-recommends chromium || {
  apt-get update
  apt-get install -y --no-install-recommends chromium
}
