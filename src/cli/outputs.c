/* --format and --output paired in the order given. */
#include "cli/outputs.h"

#include <string.h>

/* Bytes for standard output that are worth a call. */
enum { ENOUGH = 64 << 10 };

static bool
add_format(const struct cnd_session *session, const char *name,
	struct cnd_outputs *outputs, struct cnd_error *err)
{
	struct cnd_output *output;

	if (outputs->count == CND_MOST_OUTPUTS)
		return cnd_fail(err, CND_ERR_USAGE,
			"--format may be given %d times at most",
			CND_MOST_OUTPUTS);
	output = &outputs->items[outputs->count++];
	output->format =
		cnd_format_find(session->command->view, cnd_str_of(name), err);
	return output->format != NULL;
}

static bool
is_same_place(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

static bool
check_places(const struct cnd_outputs *outputs, struct cnd_error *err)
{
	for (size_t i = 1; i < outputs->count; i++)
		for (size_t j = 0; j < i; j++)
			if (is_same_place(outputs->items[i].path,
				    outputs->items[j].path))
				return cnd_fail(err, CND_ERR_USAGE,
					"formats '%s' and '%s' would go to one "
					"place; give each its --output",
					outputs->items[j].format->name,
					outputs->items[i].format->name);
	return true;
}

bool
cnd_outputs_read(const struct cnd_session *session, struct cnd_outputs *outputs,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;
	size_t paths = 0;

	for (size_t i = 0; i < arguments->given_count; i++) {
		const struct cnd_given *given = &arguments->given[i];
		const char *name = given->value;

		if (given->id == CND_OPTION_TEXT)
			name = "plain";
		else if (given->id != CND_OPTION_FORMAT)
			continue;
		if (!add_format(session, name, outputs, err))
			return false;
	}
	if (outputs->count == 0 && !add_format(session, "text", outputs, err))
		return false;
	for (size_t i = 0; i < arguments->given_count; i++) {
		const char *path = arguments->given[i].value;

		if (arguments->given[i].id != CND_OPTION_OUTPUT)
			continue;
		if (paths == outputs->count)
			return cnd_fail(err, CND_ERR_USAGE,
				"'--output %.100s' has no --format of its own",
				path);
		outputs->items[paths++].path =
			strcmp(path, "-") == 0 ? NULL : path;
	}
	return check_places(outputs, err);
}

bool
cnd_outputs_print(const struct cnd_session *session,
	const struct cnd_outputs *outputs,
	const struct cnd_report *const *reports, size_t count)
{
	struct cnd_format_options options = cnd_session_format_options(session);
	struct cnd_buf out = { 0 };
	bool ok = true;

	for (size_t i = 0; i < outputs->count; i++) {
		const struct cnd_output *output = &outputs->items[i];

		cnd_buf_clear(&out);
		cnd_format_render(
			output->format, reports, count, &options, &out);
		ok &= cnd_session_print_to(
			session, output->path, cnd_buf_str(&out));
	}
	cnd_buf_dispose(&out);
	return ok;
}

bool
cnd_outputs_have_steps(const struct cnd_outputs *outputs)
{
	for (size_t i = 0; i < outputs->count; i++)
		if (outputs->items[i].format->steps == NULL)
			return false;
	return true;
}

void
cnd_printing_start(struct cnd_printing *printing,
	const struct cnd_session *session, const struct cnd_outputs *outputs)
{
	*printing = (struct cnd_printing){
		.session = session,
		.outputs = outputs,
		.options = cnd_session_format_options(session),
	};
	for (size_t i = 0; i < outputs->count; i++)
		printing->renderings[i] =
			cnd_rendering_start(outputs->items[i].format,
				&printing->options, &printing->bytes[i]);
}

static void
print_bytes(struct cnd_printing *printing, size_t index)
{
	struct cnd_buf *bytes = &printing->bytes[index];

	if (!cnd_session_print_to(printing->session,
		    printing->outputs->items[index].path, cnd_buf_str(bytes)))
		printing->have_failed[index] = true;
	cnd_buf_clear(bytes);
}

void
cnd_printing_put(struct cnd_printing *printing, const struct cnd_report *report)
{
	for (size_t i = 0; i < printing->outputs->count; i++) {
		if (printing->have_failed[i])
			continue;
		cnd_rendering_put(&printing->renderings[i], report);
		if (printing->outputs->items[i].path == NULL &&
			printing->bytes[i].len >= ENOUGH)
			print_bytes(printing, i);
	}
}

bool
cnd_printing_finish(struct cnd_printing *printing)
{
	bool ok = true;

	for (size_t i = 0; i < printing->outputs->count; i++) {
		cnd_rendering_finish(&printing->renderings[i]);
		if (!printing->have_failed[i])
			print_bytes(printing, i);
		ok &= !printing->have_failed[i];
		cnd_buf_dispose(&printing->bytes[i]);
	}
	return ok;
}
