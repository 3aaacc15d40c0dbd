# make demo     the window on the embedded demo portal
# make test     everything that a change must keep
# make fuzz     hostile inputs at every door, for SECONDS=600 or as long as one likes
# make clients  the official SDKs of Bitrix24 against the demo portal
# make firefox  whether a real Firefox frames what we say that it frames
# make bench    the budgets, measured beside others and printed as ratios
# All install what they need: Debian's or Ubuntu's packages (as root or with sudo) and .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEV_LOCK := requirements/dev.lock
# Nothing is installed that is not in a lock with its hash, and nothing is built on the way.
PINNED := --quiet --require-hashes --only-binary :all:

# Qt needs the first group for any window, the second for one on an X screen.
DEMO_PACKAGES := libgl1 libegl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core \
	libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
# Google Chrome serves as well. Ubuntu's own Chromium and Firefox are snaps, which tests cannot steer.
BROWSER_PACKAGES := $(shell \
	if command -v google-chrome >/dev/null && command -v chromedriver >/dev/null; then :; \
	elif grep -qs '^ID=ubuntu' /etc/os-release; then echo epiphany-browser webkit2gtk-driver; \
	else echo chromium chromium-driver; fi)
# A screen, a Secret Service, a browser and shells to try the program with, and PHP to try queries against.
TEST_PACKAGES := $(DEMO_PACKAGES) xvfb xauth xdotool dbus gnome-keyring php-cli zsh fish $(BROWSER_PACKAGES)

# npm brings the JavaScript SDK and a Node that it runs on; where there is an npm already, it is used.
CLIENT_PACKAGES := $(shell command -v npm >/dev/null || echo nodejs npm)
JS_SDK := tests/clients/node_modules/.package-lock.json

# What is for one system alone is out of reach on another; and the tests run on Linux and macOS.
ELSEWHERE := --no-warn-unreachable --cache-dir .mypy_cache/elsewhere

# One more than there are cores, as many tests wait for browsers and other processes; each takes half a gigabyte.
TESTERS = $(shell $(PYTHON) -c 'import os; print(min(os.cpu_count() + 1, 5))')
# Tests start hundreds of processes, each of which would compile the program anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
include packaging/package.mk

.PHONY: help demo test fuzz clients firefox bench check check-here check-elsewhere format clean \
	demo-packages test-packages client-packages firefox-packages

help:
	@sed -n 's/^# make/make/p' $(MAKEFILE_LIST)

demo: demo-packages $(INSTALLED)
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/bxdesk --demo; \
	else echo "There is no screen here; the same window runs without one."; $(BIN)/python -m tests.tour; fi

# Checking and packing have nothing to do with each other, down to what each installs, and each keeps one core busy.
test: test-packages build-packages
	$(MAKE) --jobs 2 check $(EXECUTABLE)
	$(BIN)/python -m pytest --numprocesses $(TESTERS) --dist loadfile --no-loadscope-reorder

fuzz: test-packages $(INSTALLED)
	$(BIN)/python -m tests.fuzz $(or $(SECONDS),600)

clients: test-packages client-packages $(INSTALLED) $(JS_SDK)
	$(BIN)/python -m pytest tests/clients tests/portal/demo/test_official_clients.py

# Some 300 MB, so not among the usual tests.
firefox: test-packages firefox-packages $(INSTALLED)
	$(BIN)/python -m pytest tests/firefox

check: check-here check-elsewhere

check-here: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# What other systems would run.
check-elsewhere: $(INSTALLED)
	$(BIN)/mypy --platform darwin $(ELSEWHERE)
	$(BIN)/mypy --platform win32 $(ELSEWHERE) bxdesk packaging

bench: test-packages build-packages $(INSTALLED) $(EXECUTABLE) $(EMPTY_WINDOW)
	$(BIN)/python -m tests.benchmarks

format: $(INSTALLED)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist tests/clients/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(INSTALLED): pyproject.toml $(DEV_LOCK)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bxdesk needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(PINNED) --requirement $(DEV_LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(JS_SDK): tests/clients/package-lock.json
	cd $(<D) && npm ci
	touch $@

demo-packages: ; @$(call install_packages,$(DEMO_PACKAGES))
test-packages: ; @$(call install_packages,$(TEST_PACKAGES))
firefox-packages: ; @$(call install_packages,firefox-esr)
client-packages: ; @$(call install_packages,$(CLIENT_PACKAGES))

# Installs what is missing, on systems with apt; others bring these parts along or have their own names for them.
define install_packages
	if command -v apt-get >/dev/null; then \
		needed="$(1)"; \
		$(PYTHON) -c 'import ensurepip' 2>/dev/null || needed="$$needed python3-venv"; \
		there=$$(dpkg-query -W -f '$${db:Status-Abbrev},$${Package},$${Provides}\n' | sed -n 's/^ii *,//p' | tr ',' '\n' | sed 's/^ *//;s/ .*//'); \
		missing=$$(for package in $$needed; do echo "$$there" | grep -qx "$$package" || echo "$$package"; done); \
		if [ -n "$$missing" ]; then \
			echo "Installing" $$missing; \
			sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
			$$sudo apt-get update -q >/dev/null && \
			DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q --no-install-recommends $$missing >/dev/null; \
		fi; \
	fi
endef
