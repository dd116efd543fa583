/* rapport-region.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-region.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportRegion
{
  RapportElement parent_instance;

  char *name;
  char *members;
};

G_DEFINE_FINAL_TYPE (RapportRegion, rapport_region, RAPPORT_TYPE_ELEMENT)

static const RapportProperty properties[] = {
  {
    .name = "name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportRegion, name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("What its members have in common."),
  },
  {
    .name = "members",
    .kind = RAPPORT_KIND_REFERENCES,
    RAPPORT_FIELD (RapportRegion, members),
    .on_delete = RAPPORT_ON_DELETE_DROP_OR_GO,
    .title = N_("Members"),
    .help = N_("Those who are in it."),
  },
};

static void
rapport_region_class_init (RapportRegionClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "region", 'r',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_region_init (RapportRegion *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_region_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_REGION, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_region_get_name (RapportRegion *self)
{
  g_return_val_if_fail (RAPPORT_IS_REGION (self), NULL);
  return self->name;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_region_get_members (RapportRegion *self)
{
  g_return_val_if_fail (RAPPORT_IS_REGION (self), NULL);
  return self->members;
}
