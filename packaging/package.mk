# make package     the executable as .tar.xz and .deb, wheel and sdist, with checksums, in dist/; tried as a person would
# make executable  the executable alone, in build/dist/bxdesk
# make lock        pins all parts anew, with their hashes: those of the executable, and those of development

EXECUTABLE := build/dist/bxdesk/bxdesk
EMPTY_WINDOW := build/empty/dist/empty_window/empty_window
BUILD_BIN := build/venv/bin
BUILD_ENV := build/venv/.installed
BUILD_LOCK := requirements/build.lock
PARTS := build.spec $(BUILD_LOCK) $(shell find bxdesk resources packaging -type f -not -name '*.pyc')

# binutils for PyInstaller and strip; Debian's own Python keeps its library in a package of its own.
BUILD_PACKAGES := binutils xz-utils appstream desktop-file-utils groff-base \
	$(shell $(PYTHON) -c 'import sys; sys.base_prefix == "/usr" and print("libpython%d.%d" % sys.version_info[:2])')

# The same input gives the same files: no random order, no time of the day.
REPRODUCIBLE := PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=$(or $(shell git log -1 --format=%ct 2>/dev/null),1767225600)

.PHONY: package executable lock build-packages

package: test-packages build-packages $(INSTALLED) $(EXECUTABLE)
	rm -rf dist
	$(BUILD_BIN)/python -m hatchling build --directory dist
	$(REPRODUCIBLE) $(BUILD_BIN)/python packaging/pack.py build/dist dist
	$(BIN)/python -m pytest tests/package

executable: demo-packages build-packages $(EXECUTABLE)

$(EXECUTABLE): $(PARTS) $(BUILD_ENV)
	$(REPRODUCIBLE) PYINSTALLER_CONFIG_DIR=build/cache $(BUILD_BIN)/python -m PyInstaller --noconfirm \
		--log-level WARN --workpath build/work --distpath build/dist build.spec
	touch $@

# What benchmarks hold the executable against.
$(EMPTY_WINDOW): $(wildcard tests/benchmarks/empty_window/*) packaging/qt_parts.py $(BUILD_ENV)
	$(REPRODUCIBLE) PYINSTALLER_CONFIG_DIR=build/cache $(BUILD_BIN)/python -m PyInstaller --noconfirm \
		--log-level WARN --workpath build/empty/work --distpath build/empty/dist $(<D)/empty_window.spec
	touch $@

$(BUILD_ENV): $(BUILD_LOCK)
	$(PYTHON) -m venv --clear build/venv
	$(BUILD_BIN)/python -m pip install $(PINNED) --requirement $(BUILD_LOCK)
	touch $@

# For every system and every Python that bxdesk runs on. What is bad is often found within a week.
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --exclude-newer '7 days' --custom-compile-command 'make lock'

lock: $(INSTALLED)
	$(COMPILE) --output-file $(BUILD_LOCK) pyproject.toml requirements/build.in
	$(COMPILE) --output-file $(DEV_LOCK) --constraint $(BUILD_LOCK) pyproject.toml --group dev

build-packages: ; @$(call install_packages,$(BUILD_PACKAGES))
