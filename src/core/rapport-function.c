/* rapport-function.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-function.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-function-reading.h"

struct _RapportFunction
{
  RapportElement parent_instance;

  char *name;
};

G_DEFINE_FINAL_TYPE (RapportFunction, rapport_function, RAPPORT_TYPE_ELEMENT)

static const RapportProperty properties[] = {
  {
    .name = "name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportFunction, name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("Such as direction, money, agenda and questions, delivery, relationships."),
  },
};

static void
rapport_function_class_init (RapportFunctionClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "function", 'f',
                                   properties, G_N_ELEMENTS (properties), rapport_function_reading_kind ());
}

static void
rapport_function_init (RapportFunction *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_function_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_FUNCTION, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_function_get_name (RapportFunction *self)
{
  g_return_val_if_fail (RAPPORT_IS_FUNCTION (self), NULL);
  return self->name;
}
