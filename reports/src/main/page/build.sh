#!/bin/sh
# Builds the page's style and script into the resources of the reports, with a digest of what they were built from.
# A plain Maven build does not need this: the results are checked in, and PageSourcesTest says when they are stale.
# Needs Node 20 or newer with npm.
set -eu
cd "$(dirname "$0")"
out=../resources/dev/shirube/reports/page
npm ci --ignore-scripts --no-audit --no-fund
npx --no-install tsc
{
    printf '/*! Shirube, Apache License 2.0. It contains Preact, under this license:\n\n'
    cat node_modules/preact/LICENSE
    printf '*/\n'
} >node_modules/notice.txt
npx --no-install esbuild src/main.tsx --bundle --minify --format=iife --target=es2022 --charset=utf8 \
    --jsx=automatic --jsx-import-source=preact --legal-comments=none "--banner:js=$(cat node_modules/notice.txt)" \
    --outfile="$out/page.js"
npx --no-install esbuild src/page.css --minify --charset=utf8 --target=esnext --outfile="$out/page.css"
# The same list, in the same order, as PageSourcesTest reads it.
LC_ALL=C find src build.sh package.json package-lock.json tsconfig.json -type f | LC_ALL=C sort | while read -r file; do
    sha256sum "$file"
done >"$out/page.sources"
