/* rapport-function-reading.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-function-reading.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RapportReading base;

  char *by;
} FunctionReading;

static const RapportProperty properties[] = {
  {
    .name = "by",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (FunctionReading, by),
    .on_delete = RAPPORT_ON_DELETE_DROP,
    .title = N_("Held by"),
    .help = N_("All who lead on it at this time."),
  },
};

static const RapportReadingKind kind = {
  "held",
  properties,
  G_N_ELEMENTS (properties),
  sizeof (FunctionReading),
};

const RapportReadingKind *
rapport_function_reading_kind (void)
{
  return &kind;
}

/* @self: (nullable). Returns: (nullable) (transfer none): ids of the holders */
const char *
rapport_function_reading_get_by (const RapportReading *self)
{
  g_return_val_if_fail (self == NULL || self->kind == &kind, NULL);
  return self != NULL ? ((const FunctionReading *) self)->by : NULL;
}
