/* rapport-perspective.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-perspective.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportPerspective
{
  RapportElement parent_instance;

  char *name;
  char *sector;
  int people;
};

G_DEFINE_FINAL_TYPE (RapportPerspective, rapport_perspective, RAPPORT_TYPE_ELEMENT)

static const RapportProperty properties[] = {
  {
    .name = "name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportPerspective, name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("A position such as NHS partners, never a person."),
  },
  {
    .name = "sector",
    .kind = RAPPORT_KIND_REFERENCE,
    RAPPORT_FIELD (RapportPerspective, sector),
    .on_delete = RAPPORT_ON_DELETE_CLEAR,
    .title = N_("Sector"),
    .help = N_("Where those who see it so belong."),
  },
  {
    .name = "people",
    .kind = RAPPORT_KIND_COUNT,
    RAPPORT_FIELD (RapportPerspective, people),
    .min = 0,
    .max = 1000000,
    .title = N_("Number of people"),
    .help = N_("How many saw it so. A number, never names."),
  },
};

static void
rapport_perspective_class_init (RapportPerspectiveClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "perspective", 'v',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_perspective_init (RapportPerspective *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_perspective_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_PERSPECTIVE, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_perspective_get_name (RapportPerspective *self)
{
  g_return_val_if_fail (RAPPORT_IS_PERSPECTIVE (self), NULL);
  return self->name;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_perspective_get_sector (RapportPerspective *self)
{
  g_return_val_if_fail (RAPPORT_IS_PERSPECTIVE (self), NULL);
  return self->sector;
}
