/* candour init: a configuration that explains its keys. */
#include "cli/session.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/output.h"

static const char commented[] =
	"# What candour looks for in the reports below this folder.  The\n"
	"# nearest .candour.yml at or above a report counts, and no other.\n"
	"# 'candour config FILE' shows what is in force for a report.\n"
	"\n"
	"# The type of review: sar, dhr, lcspr, mhhr, psii ...  Without it "
	"the\n"
	"# words of each report decide.\n"
	"# profile: sar\n"
	"\n"
	"# From which level on 'candour check' fails: suggestion, warning,\n"
	"# error or never.\n"
	"fail-on: warning\n"
	"\n"
	"# Rules, or groups of them (with a '/' at the end): off, on, or a\n"
	"# level.  'candour rules' lists them.\n"
	"rules:\n"
	"  # language/plain-words: off\n"
	"  # publication/: error\n"
	"\n"
	"# Folders with rules of your own, from this file's folder.\n"
	"# rule-folders:\n"
	"#   - house-rules\n"
	"\n"
	"# Your own words: agencies that may own a recommendation, short "
	"forms\n"
	"# that every reader knows, names that may stand in a published "
	"report.\n"
	"lexicon:\n"
	"  agencies:\n"
	"    # - Anyshire Together\n"
	"  abbreviations:\n"
	"    # - ASAB\n"
	"  names:\n"
	"    # - Riverside House\n"
	"\n"
	"# What differs for some files, as in .gitignore; the last that "
	"matches\n"
	"# is the strongest.\n"
	"# files:\n"
	"#   - match: drafts/\n"
	"#     fail-on: never\n"
	"#     rules:\n"
	"#       publication/draft-mark: off\n";

static bool
write_new(const char *path, struct cnd_error *err)
{
	int descriptor =
		open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool is_closed;
	bool ok;

	if (descriptor < 0) {
		cnd_fail(err, CND_ERR_OUTPUT, "%s",
			errno == EEXIST ? "is there already, and stays as it is"
					: strerror(errno));
		return cnd_fail_at(err, cnd_str_of(path), 0, 0);
	}
	ok = cnd_output_stream(
		descriptor, cnd_str_of(commented), &is_closed, err);
	close(descriptor);
	return ok;
}

int
cnd_cmd_init(struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_str path = CND_STR(CND_CONFIG_NAME);
	struct cnd_error err = { 0 };

	if (arguments->word_count > 1)
		cnd_fail(&err, CND_ERR_USAGE, "init takes one folder at most");
	else if (arguments->word_count == 1)
		path = cnd_arena_printf(session->arena, "%s/" CND_CONFIG_NAME,
			arguments->words[0]);
	if (err.code != CND_OK || !write_new(path.data, &err))
		return cnd_session_fail(&err);
	cnd_session_note(session, "%s written", path.data);
	return CND_EXIT_CLEAN;
}
