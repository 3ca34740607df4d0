/* No prepared rules: for tools/prepare, which makes them. */
#include "rule/prepared.h"

const struct cnd_prepared cnd_prepared = { 0 };
