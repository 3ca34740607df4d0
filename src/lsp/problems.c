/* What is wrong with candour's own files, as diagnostics. */
#include "lsp/methods.h"

/* From the problem's place to its line's end, or the whole line. */
static struct cnd_range
range_of(struct cnd_buffer *buffer, const struct cnd_problem *problem,
	enum cnd_unit unit)
{
	const struct cnd_lines *lines = cnd_buffer_lines(buffer);
	const struct cnd_position at = { problem->line,
		problem->column > 0 ? problem->column : 1 };
	size_t from = cnd_lines_offset(lines, at, CND_UNIT_CODE_POINT);
	struct cnd_str line = cnd_lines_line(
		lines, cnd_lines_position(lines, from, CND_UNIT_BYTE).line);
	size_t end = (size_t)(line.data - lines->text.data) + line.len;
	size_t start = from;

	while (start < end && cnd_is_space(lines->text.data[start]))
		start++;
	while (end > start && cnd_is_space(lines->text.data[end - 1]))
		end--;
	return cnd_range_of_bytes(lines, start < end ? start : from,
		end > from ? end : from, unit);
}

void
cnd_lsp_put_problems(struct cnd_server *server, struct cnd_buffer *buffer)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_problems problems =
		cnd_own_check(arena, cnd_lsp_config_projects(&server->config),
			&buffer->own, cnd_buf_str(&buffer->text));
	struct cnd_json *json = &server->json;

	cnd_json_array(json);
	for (size_t i = 0; i < problems.count; i++) {
		const struct cnd_problem *problem = &problems.items[i];
		const struct cnd_told told = {
			range_of(buffer, problem, server->unit),
			problem->level,
			problem->code,
			problem->message,
		};

		cnd_lsp_begin_diagnostic(server, &told);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
	cnd_arena_free(arena);
}
