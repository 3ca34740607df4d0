# candour: build, test, lint.  Sources are found by wildcard; the only
# lists are the tables in the code.
#
#   make          build ./candour
#   make demo     install what is needed, build, run on a report
#   make test     install what tests need, run all of them (ASan, UBSan)
#   make test-office  annotated copies in LibreOffice (large to install)
#   make lint     warnings, layers, headers, budgets, analysers
#   make fuzz     each fuzz target for TIME seconds (clang)
#   make tsan     races (a thread sanitizer); make memcheck: valgrind;
#                 make msan: reads of what nobody wrote (clang); make
#                 analyzer: gcc -fanalyzer
#   make bench    how fast reports are checked, as ratios of runs in turn
#   make bench-adversarial   texts made to be slow
#   make bench-check   instructions and memory against what is recorded
#   make weights  learn the scales anew (docs/scales.md)
#   make docs     manual page and rule reference, below build/docs
#   make vsix     the VS Code extension (node, npm)
#   make test-editors  drive Neovim and Emacs, installed if missing
#   make install  program, library, manual, completion (PREFIX, DESTDIR)
#   make dist     the sources of HEAD, below build
#   make sbom     what the program is made of (SPDX), below build
#   make reproducible   two builds, offline, are the same bytes
#   make static   one program without shared libraries, below build
#   make deb      Debian packages of HEAD, below build/deb
#   make test-packages   what the four above make, used

VERSION = 0.1.0
CC ?= cc
BUILD = build
PREFIX ?= /usr/local

PACKAGES = libpcre2-8 yaml-0.1 libutf8proc md4c minizip zlib expat gumbo hunspell
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

# Archives (.a) where there are any: each shared library makes the program's
# start some 5 % longer.  SHARED=yes takes none, as distributions want it.
SHARED = no
archive = $(filter /%,$(shell $(CC) -print-file-name=lib$(1:-l%=%).a))
prefer_archive = $(if $(filter -l%,$(1)),$(or $(call archive,$(1)),$(1)),$(1))
ifeq ($(SHARED),yes)
PROGRAM_LIBS = $(PACKAGE_LIBS)
else
PROGRAM_LIBS := $(foreach lib,$(PACKAGE_LIBS),$(call prefer_archive,$(lib)))
# Hunspell's archive is C++: it comes with that language's own, or not at all.
ifneq ($(filter %/libhunspell-1.7.a,$(PROGRAM_LIBS)),)
ifneq ($(call archive,-lstdc++),)
PROGRAM_LIBS += $(call archive,-lstdc++) -static-libgcc
else
PROGRAM_LIBS := $(patsubst %/libhunspell-1.7.a,-lhunspell-1.7,$(PROGRAM_LIBS))
endif
endif
endif

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wvla -Wformat=2 -Wundef -Werror=int-conversion \
	-Werror=incompatible-pointer-types
# What the compiler has of these; the first undoes what packagers define.
accepted = $(shell echo 'int x;' | $(CC) -Werror $(1) -x c -c -o /dev/null - \
	2>/dev/null && echo '$(1)')
HARDENING := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fPIE $(call accepted,-fstack-clash-protection) \
	$(call accepted,-fcf-protection=full) \
	$(call accepted,-mbranch-protection=standard)
CPPFLAGS += -Iinclude -Isrc -D_XOPEN_SOURCE=700 \
	-DCND_VERSION='"$(VERSION)"' $(PACKAGE_CFLAGS)
CFLAGS ?= -O2 -g
# The folder is not to be seen in the program.
PREFIX_MAP = -ffile-prefix-map=$(CURDIR)=.
RELEASE_FLAGS = -std=c11 $(WARNINGS) $(CFLAGS) $(HARDENING) $(PREFIX_MAP)
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all
TEST_FLAGS = -std=c11 $(WARNINGS) -O1 -g -fno-omit-frame-pointer $(SANITIZE) -DCND_IS_TRACED
LIBS = $(PACKAGE_LIBS) -lm -lpthread
LDFLAGS += -pie -Wl,-z,relro,-z,now,-z,noexecstack

SOURCES := $(sort $(wildcard src/*/*.c))
MAIN = src/cli/main.c
LIBRARY := $(filter-out $(MAIN),$(SOURCES))
RULES := $(sort $(shell find rules -name '*.yml'))
LESSONS := $(sort $(wildcard corpus/weights/*.tsv))
# What the prepared rules are used on when they are made: reports, sentences
# about reports, and paragraphs of many more.
REPORTS := $(sort $(wildcard corpus/*.md)) $(BUILD)/gen/passages.md \
	$(BUILD)/gen/paragraphs.md
SCHEMAS := $(sort $(wildcard rules/schema/*.json))
TESTS := $(sort $(wildcard tests/unit/*/test_*.c))

EMBEDDED = builtin_rules builtin_schemas

# The rules compiled beforehand (docs/prepared-rules.md): made by a program
# that runs here, so PREPARED=no where the program is built for elsewhere.
PREPARED = yes
ifeq ($(PREPARED),yes)
PREPARED_SOURCE = $(BUILD)/gen/prepared_rules.c
else
PREPARED_SOURCE = tools/prepare/none.c
endif
PREPARED_OBJECT = $(BUILD)/gen/prepared_rules.o
RELEASE = $(BUILD)/release
CHECKED = $(BUILD)/checked
LOADER_OBJECTS = $(LIBRARY:%.c=$(RELEASE)/%.o) \
	$(EMBEDDED:%=$(RELEASE)/%.o)
OBJECTS = $(LOADER_OBJECTS) $(PREPARED_OBJECT)
CHECKED_OBJECTS = $(LIBRARY:%.c=$(CHECKED)/%.o) \
	$(EMBEDDED:%=$(CHECKED)/%.o) \
	$(PREPARED_OBJECT)
FUZZ = $(BUILD)/fuzz
FUZZ_FLAGS = $(TEST_FLAGS) -fsanitize=fuzzer-no-link
FUZZ_NAMES := $(patsubst tests/fuzz/fuzz_%.c,%,\
	$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_OBJECTS = $(LIBRARY:%.c=$(FUZZ)/%.o) $(EMBEDDED:%=$(FUZZ)/%.o) \
	$(PREPARED_OBJECT)
REPLAYS = $(FUZZ_NAMES:%=$(CHECKED)/fuzz/%)
TIME = 60
TEST_PROGRAMS = $(TESTS:tests/unit/%.c=$(CHECKED)/tests/%)

.PHONY: all demo test test-office lint clean deps test-deps check bench weights \
	bench-adversarial bench-check fuzz docs \
	install uninstall completions dist static deb sbom reproducible \
	tsan msan memcheck analyzer \
	test-packages vsix test-editors

all: candour

candour: $(RELEASE)/src/cli/main.o $(RELEASE)/libcandour.a
	$(CC) $(RELEASE_FLAGS) $(LDFLAGS) -o $@ $^ $(PROGRAM_LIBS) \
		-lm -lpthread

$(RELEASE)/libcandour.a: $(OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(CHECKED)/candour: $(CHECKED)/src/cli/main.o $(CHECKED)/libcandour.a
	$(CC) $(TEST_FLAGS) -o $@ $^ $(LIBS)

$(CHECKED)/libcandour.a: $(CHECKED_OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 -D_POSIX_C_SOURCE=200809L -o $@ $<

$(BUILD)/gen/builtin_rules.c: $(BUILD)/embed $(RULES)
	@mkdir -p $(@D)
	$(BUILD)/embed cnd_builtin_rules $(RULES) > $@.new
	mv $@.new $@

$(BUILD)/gen/builtin_schemas.c: $(BUILD)/embed $(SCHEMAS)
	@mkdir -p $(@D)
	$(BUILD)/embed cnd_builtin_schemas $(SCHEMAS) > $@.new
	mv $@.new $@

# The scales, learned anew (docs/scales.md): when their passages, or how
# words are told apart, changed.
weights: $(BUILD)/train $(BUILD)/gen/golden.tsv
	tools/weigh/weights.sh $(BUILD)/train rules/weights $(LESSONS) \
		$(BUILD)/gen/golden.tsv

# Made by a program of awk's from the files behind it.
$(BUILD)/gen/passages.md: tools/prepare/passages.awk tests/golden/passages.tsv
$(BUILD)/gen/paragraphs.md: tools/prepare/paragraphs.awk \
	$(filter corpus/weights/reports-%,$(LESSONS))
$(BUILD)/gen/golden.tsv: tools/weigh/golden.awk tests/golden/passages.tsv
$(BUILD)/gen/passages.md $(BUILD)/gen/paragraphs.md $(BUILD)/gen/golden.tsv:
	@mkdir -p $(@D)
	awk -f $^ > $@.new
	mv $@.new $@

$(BUILD)/train: tools/weigh/train.c $(filter $(RELEASE)/src/base/% \
		$(RELEASE)/src/text/% $(RELEASE)/src/weigh/wording.o, \
		$(LOADER_OBJECTS))
	$(CC) $(CPPFLAGS) $(RELEASE_FLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# All of the loader, with an arena that remembers in place of its own.
$(BUILD)/prepare: $(wildcard tools/prepare/*.[ch]) $(LOADER_OBJECTS)
	$(CC) $(CPPFLAGS) $(RELEASE_FLAGS) $(LDFLAGS) -Itools/prepare -o $@ \
		$(wildcard tools/prepare/*.c) \
		$(filter-out %/src/base/arena.o,$(LOADER_OBJECTS)) $(LIBS)

# Written anew only when it is another, for it takes seconds to compile.
# A number that looks like an address this time does not the next: the
# system loads the program elsewhere.  An address looks like one each time.
$(BUILD)/gen/prepared_rules.done: $(BUILD)/prepare $(REPORTS)
	for try in 1 2 3 4 5; do \
		$(BUILD)/prepare $(REPORTS) > $(BUILD)/gen/prepared_rules.new && exit; \
	done; exit 1
	cmp -s $(BUILD)/gen/prepared_rules.new $(BUILD)/gen/prepared_rules.c || \
		mv $(BUILD)/gen/prepared_rules.new $(BUILD)/gen/prepared_rules.c
	touch $@

$(BUILD)/gen/prepared_rules.c: $(BUILD)/gen/prepared_rules.done ;

$(PREPARED_OBJECT): $(PREPARED_SOURCE)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -std=c11 -O1 -fPIE $(PREFIX_MAP) -c -o $@ $<

$(RELEASE)/builtin_%.o: $(BUILD)/gen/builtin_%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(RELEASE_FLAGS) -MMD -MP -c -o $@ $<

$(CHECKED)/builtin_%.o: $(BUILD)/gen/builtin_%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(TEST_FLAGS) -MMD -MP -c -o $@ $<

$(RELEASE)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(RELEASE_FLAGS) -MMD -MP -c -o $@ $<

$(CHECKED)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(TEST_FLAGS) -MMD -MP -c -o $@ $<

$(CHECKED)/tests/%: tests/unit/%.c $(CHECKED)/libcandour.a Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit $(TEST_FLAGS) -MMD -MP \
		-MF $@.d -o $@ $< $(CHECKED)/libcandour.a -lcmocka $(LIBS)

# The fuzz targets: with a fuzzer, and without one for `make check`.
$(CHECKED)/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.c tests/fuzz/replay.c \
		tests/fuzz/fuzz.h $(CHECKED)/libcandour.a Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/fuzz $(TEST_FLAGS) -o $@ $(filter %.c,$^) \
		$(CHECKED)/libcandour.a $(LIBS)

$(FUZZ)/%.o: %.c Makefile
	@mkdir -p $(@D)
	clang $(CPPFLAGS) $(FUZZ_FLAGS) -MMD -MP -c -o $@ $<

$(FUZZ)/builtin_%.o: $(BUILD)/gen/builtin_%.c
	@mkdir -p $(@D)
	clang $(CPPFLAGS) $(FUZZ_FLAGS) -c -o $@ $<

$(FUZZ)/libcandour.a: $(FUZZ_OBJECTS)
	rm -f $@
	ar rcs $@ $^

# Targets whose inputs are XML or ZIP files, and what changes those.
MUTATED = annotate docx html odt package
MUTATOR = $(addprefix tests/fuzz/,mutate.c mutate_xml.c mutate.h)
$(MUTATED:%=$(FUZZ)/%) $(MUTATED:%=$(CHECKED)/fuzz/%): $(MUTATOR)

$(FUZZ)/%: tests/fuzz/fuzz_%.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h \
		$(FUZZ)/libcandour.a
	clang $(CPPFLAGS) -Itests/fuzz $(TEST_FLAGS) -fsanitize=fuzzer -o $@ \
		$(filter %.c,$^) $(FUZZ)/libcandour.a $(LIBS)

# Calls that fail on demand, for tests/golden/fault_calls.sh.
FAULTS = $(BUILD)/faults/fault.so
$(FAULTS): $(wildcard tests/faults/*.[ch])
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -Wall -Wextra -O1 -g -shared -fPIC -o $@ \
		$(filter %.c,$^) -ldl

fuzz: $(FUZZ_NAMES:%=$(FUZZ)/%)
	@tests/fuzz/run.sh $(FUZZ) $(TIME)

# Threads, memory, and gcc's analyzer: minutes each.
TSAN = $(BUILD)/tsan
TSAN_FLAGS = -std=c11 $(WARNINGS) -O1 -g -fsanitize=thread -DCND_IS_TRACED
TSAN_OBJECTS = $(LIBRARY:%.c=$(TSAN)/%.o) $(EMBEDDED:%=$(TSAN)/%.o) \
	$(PREPARED_OBJECT)
TSAN_TESTS = $(patsubst tests/unit/%.c,$(TSAN)/tests/%,\
	$(filter %test_regex.c %test_matcher.c %test_lint.c %test_ruleset.c,\
	$(TESTS)))

$(TSAN)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(TSAN_FLAGS) -MMD -MP -c -o $@ $<

$(TSAN)/builtin_%.o: $(BUILD)/gen/builtin_%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(TSAN_FLAGS) -c -o $@ $<

$(TSAN)/candour: $(TSAN)/src/cli/main.o $(TSAN_OBJECTS)
	$(CC) $(TSAN_FLAGS) -o $@ $^ $(LIBS)

$(TSAN)/tests/%: tests/unit/%.c $(TSAN_OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit $(TSAN_FLAGS) -o $@ $^ -lcmocka $(LIBS)

tsan: $(TSAN)/candour $(TSAN_TESTS)
	@tests/analysis.sh tsan

# Reads of what nobody wrote (clang), with libraries built for it.
MSAN = $(BUILD)/msan
MSAN_FLAGS = -std=c11 $(WARNINGS) -O1 -g -fno-omit-frame-pointer \
	-fsanitize=memory -DCND_IS_TRACED
MSAN_OBJECTS = $(LIBRARY:%.c=$(MSAN)/%.o) $(EMBEDDED:%=$(MSAN)/%.o) \
	$(MSAN)/tests/msan/absent.o $(PREPARED_OBJECT)
MSAN_TESTS = $(TESTS:tests/unit/%.c=$(MSAN)/tests/%)

$(MSAN)/%.o: %.c Makefile
	@mkdir -p $(@D)
	clang $(CPPFLAGS) $(MSAN_FLAGS) -MMD -MP -c -o $@ $<

$(MSAN)/builtin_%.o: $(BUILD)/gen/builtin_%.c
	@mkdir -p $(@D)
	clang $(CPPFLAGS) $(MSAN_FLAGS) -c -o $@ $<

$(MSAN)/libcandour.a: $(MSAN_OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(MSAN)/libraries.a: tests/msan/libraries.sh tools/source.sh
	@tests/msan/libraries.sh $@

$(MSAN)/tests/%: tests/unit/%.c $(MSAN)/libcandour.a $(MSAN)/libraries.a
	@mkdir -p $(@D)
	clang $(CPPFLAGS) -Itests/unit $(MSAN_FLAGS) -o $@ $^ -lm -lpthread

msan: $(MSAN_TESTS)
	@tests/analysis.sh msan

memcheck: candour
	@tools/install_deps.sh lint
	@tests/analysis.sh memcheck

analyzer:
	@mkdir -p $(BUILD)
	@tests/analysis.sh analyzer

# A header that is gone is no reason to stop: what named it is built again.
src/%.h: ;

-include $(wildcard $(FUZZ)/src/*/*.d $(RELEASE)/src/*/*.d $(CHECKED)/src/*/*.d \
	$(CHECKED)/tests/*/*.d $(TSAN)/src/*/*.d)

deps:
	@tools/install_deps.sh build

test-deps:
	@tools/install_deps.sh test

demo: deps
	@$(MAKE) --no-print-directory candour
	@tools/demo.sh

test: test-deps
	@$(MAKE) --no-print-directory check

check: candour $(CHECKED)/candour $(TEST_PROGRAMS) $(REPLAYS) $(FAULTS)
	@tests/run.sh $(CHECKED)

test-office: candour
	@tools/install_deps.sh office
	@CANDOUR=./candour python3 tests/documents/office.py

lint:
	@tools/install_deps.sh lint
	@tests/lint/run.sh

docs: candour
	@mkdir -p $(BUILD)/docs
	./candour help --man --output $(BUILD)/docs/candour.1
	./candour rules --format markdown --output $(BUILD)/docs/rules.md

# Where things go; packagers set PREFIX and DESTDIR.
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
SHAREDIR = $(PREFIX)/share
BASHDIR = $(SHAREDIR)/bash-completion/completions
ZSHDIR = $(SHAREDIR)/zsh/site-functions
FISHDIR = $(SHAREDIR)/fish/vendor_completions.d
# The extension for VS Code is a package of its own: make vsix.
EDITORS = $(filter-out editors/vscode,$(wildcard editors/*))

completions: candour
	@mkdir -p $(BUILD)/docs
	./candour help --completion bash --output $(BUILD)/docs/candour.bash
	./candour help --completion zsh --output $(BUILD)/docs/candour.zsh
	./candour help --completion fish --output $(BUILD)/docs/candour.fish

install: candour docs completions
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig \
		$(DESTDIR)$(PREFIX)/include/candour \
		$(DESTDIR)$(SHAREDIR)/man/man1 $(DESTDIR)$(SHAREDIR)/candour \
		$(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	install -m 755 candour $(DESTDIR)$(BINDIR)/candour
	install -m 644 $(RELEASE)/libcandour.a $(DESTDIR)$(LIBDIR)
	install -m 644 include/candour/*.h $(DESTDIR)$(PREFIX)/include/candour
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@VERSION@|$(VERSION)|' \
		-e 's|@PACKAGES@|$(PACKAGES)|' tools/candour.pc.in \
		> $(DESTDIR)$(LIBDIR)/pkgconfig/candour.pc
	chmod 644 $(DESTDIR)$(LIBDIR)/pkgconfig/candour.pc
	install -m 644 $(BUILD)/docs/candour.1 \
		$(DESTDIR)$(SHAREDIR)/man/man1/candour.1
	install -m 644 $(BUILD)/docs/candour.bash $(DESTDIR)$(BASHDIR)/candour
	install -m 644 $(BUILD)/docs/candour.zsh $(DESTDIR)$(ZSHDIR)/_candour
	install -m 644 $(BUILD)/docs/candour.fish \
		$(DESTDIR)$(FISHDIR)/candour.fish
	cp -R rules $(DESTDIR)$(SHAREDIR)/candour/
	install -d $(DESTDIR)$(SHAREDIR)/candour/editors
	cp -R $(EDITORS) $(DESTDIR)$(SHAREDIR)/candour/editors
	chmod -R u=rwX,go=rX $(DESTDIR)$(SHAREDIR)/candour/rules \
		$(DESTDIR)$(SHAREDIR)/candour/editors

uninstall:
	rm -rf $(DESTDIR)$(SHAREDIR)/candour \
		$(DESTDIR)$(PREFIX)/include/candour
	rm -f $(DESTDIR)$(BINDIR)/candour $(DESTDIR)$(LIBDIR)/libcandour.a \
		$(DESTDIR)$(LIBDIR)/pkgconfig/candour.pc \
		$(DESTDIR)$(SHAREDIR)/man/man1/candour.1 \
		$(DESTDIR)$(BASHDIR)/candour $(DESTDIR)$(ZSHDIR)/_candour \
		$(DESTDIR)$(FISHDIR)/candour.fish

# What git has at HEAD, the same bytes each time.
dist:
	@mkdir -p $(BUILD)
	git archive --format=tar --prefix=candour-$(VERSION)/ HEAD | \
		gzip -n9 > $(BUILD)/candour-$(VERSION).tar.gz

# What the program is made of (SPDX 2.3).
sbom: candour
	@tools/sbom.sh candour $(VERSION) $(PACKAGES) \
		> $(BUILD)/candour-$(VERSION).spdx.json.new
	@mv $(BUILD)/candour-$(VERSION).spdx.json.new \
		$(BUILD)/candour-$(VERSION).spdx.json
	@echo $(BUILD)/candour-$(VERSION).spdx.json

# Two builds in different folders, offline, are compared.
reproducible: dist
	@tests/reproducible.sh $(VERSION)

# One program that needs no shared library.  Archives (.a) which the system
# does not ship are built from its own sources.
static: $(RELEASE)/src/cli/main.o $(RELEASE)/libcandour.a
	@CC="$(CC)" tools/static_libraries.sh $(BUILD)/static
	$(CC) $(RELEASE_FLAGS) -static-pie -o $(BUILD)/candour-static $^ \
		-L$(BUILD)/static $(PACKAGE_LIBS) -lstdc++ \
		-lm -lpthread

# Debian packages of HEAD, below build/deb.
DEB = $(BUILD)/deb/candour-$(VERSION)
deb: dist
	@tools/install_deps.sh deb
	@grep -q '^candour ($(VERSION)-' packaging/debian/changelog
	rm -rf $(BUILD)/deb
	mkdir -p $(BUILD)/deb
	tar -xzf $(BUILD)/candour-$(VERSION).tar.gz -C $(BUILD)/deb
	cp -R packaging/debian $(DEB)
	cd $(DEB) && dpkg-buildpackage -b -us -uc
	lintian --fail-on error,warning $(BUILD)/deb/*.changes

test-packages: candour
	@tools/install_deps.sh build
	@tests/packages.sh

# What the measurements need (tests/bench): texts, runs in turn, an editor.
BENCH = $(BUILD)/bench
BENCH_TOOLS = $(patsubst tests/bench/%.c,$(BENCH)/%,\
	$(wildcard tests/bench/*.c))

$(BENCH)/%: tests/bench/%.c $(RELEASE)/libcandour.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(RELEASE_FLAGS) $(LDFLAGS) -o $@ $^ \
		$(PROGRAM_LIBS) -lm -lpthread

bench: candour $(BENCH_TOOLS)
	@tests/bench/bench.sh ./candour $(BENCH)

bench-adversarial: candour $(BENCH_TOOLS)
	@tests/bench/adversarial.sh ./candour $(BENCH)

bench-check: candour $(BENCH_TOOLS)
	@tools/install_deps.sh bench
	@tests/bench/check.sh ./candour $(BENCH)

# The extension, packed: build/candour.vsix.
vsix:
	@tools/install_deps.sh vsix
	@mkdir -p $(BUILD)
	cp LICENSE editors/vscode/LICENSE
	cd editors/vscode && npm ci --no-audit --no-fund --ignore-scripts && \
		npm run compile && npm run package

test-editors: candour
	@tools/install_deps.sh editors
	@tests/editors/run.sh

clean:
	rm -rf $(BUILD) candour
