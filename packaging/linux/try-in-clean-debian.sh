#!/usr/bin/env bash
# Installs the Debian package in a minimal Debian that has never seen anything else, starts it there as an ordinary user,
# looks for its window on a screen outside, and removes it again. As root; needs debootstrap, xvfb and xdotool.
#
#   packaging/linux/try-in-clean-debian.sh dist/bxdesk_*.deb RELEASE [FOLDER-WITH-A-FRESH-ONE]
#
# RELEASE is Debian's name for it: bookworm (12), trixie (13).
set -euo pipefail

package=$(realpath "$1")
release=$2
root=${3:-}
started=()
made=
finish() {
	[ ${#started[@]} = 0 ] || kill "${started[@]}" 2>/dev/null || true
	! mountpoint -q "$root/tmp/.X11-unix" || umount "$root/tmp/.X11-unix"
	[ -z "$made" ] || rm -rf "$made"
}
trap finish EXIT

if [ -z "$root" ]; then
	root=$(mktemp -d)
	made=$root
	chmod 755 "$root" # it becomes the root of a system with more users than one
	debootstrap --variant=minbase "$release" "$root" >/dev/null
fi
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
person() { inside HOME=/home/person DISPLAY="${display:-}" setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }

cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/bxdesk.deb"
inside id person >/dev/null 2>&1 || inside useradd --create-home --uid 1000 person
inside apt-get update -q >/dev/null
inside apt-get install -y -q --no-install-recommends /tmp/bxdesk.deb >/dev/null
echo "installed, with $(inside dpkg-query -W -f '${Package}\n' | wc -l) packages on the system"

person bxdesk --version
person bxdesk --self-check
person bxdesk --demo status >/dev/null && echo "the demo portal was read"

coproc Xvfb -displayfd 1 -screen 0 1400x900x24 -nolisten tcp -noreset 2>/dev/null
started+=("$COPROC_PID")
read -r number <&"${COPROC[0]}"
display=:$number
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
person bxdesk --demo 2>"$root/tmp/said" &
program=$!
started+=("$program")
DISPLAY=$display timeout 60 xdotool search --sync --onlyvisible --name '^127.0.0.1:[0-9]+ — bxdesk$' >/dev/null
kill "$program"
wait "$program" || true
[ ! -s "$root/tmp/said" ] || { echo "it said:"; cat "$root/tmp/said"; exit 1; }
echo "the window was there"

inside apt-get purge -y -q bxdesk >/dev/null
[ ! -e "$root/usr/lib/bxdesk" ] && [ ! -e "$root/usr/bin/bxdesk" ] && echo "removed without a trace"
