/* What headers.sh compiles each header with. */
struct cnd_nothing;
