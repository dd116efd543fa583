/* rapport-sector.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-sector.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

struct _RapportSector
{
  RapportElement parent_instance;

  char *name;
  char *letter;
  char *other_name;
};

G_DEFINE_FINAL_TYPE (RapportSector, rapport_sector, RAPPORT_TYPE_ELEMENT)

static const RapportProperty properties[] = {
  {
    .name = "name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportSector, name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name"),
    .help = N_("As it stands on the picture."),
  },
  {
    .name = "letter",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportSector, letter),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Letter"),
    .help = N_("The letter drawn in the middle of its stakeholders."),
  },
  {
    .name = "other-name",
    .kind = RAPPORT_KIND_TEXT,
    RAPPORT_FIELD (RapportSector, other_name),
    .max_length = RAPPORT_LABEL_LIMIT,
    .title = N_("Name in the other language"),
    .help = N_("For the picture of a map in two languages: either name, or both."),
  },
};

static void
rapport_sector_class_init (RapportSectorClass *klass)
{
  rapport_element_class_set_table (RAPPORT_ELEMENT_CLASS (klass), "sector", 'u',
                                   properties, G_N_ELEMENTS (properties), NULL);
}

static void
rapport_sector_init (RapportSector *self)
{
  rapport_element_init_table (RAPPORT_ELEMENT (self), properties, G_N_ELEMENTS (properties));
}

/* Returns: (transfer full): a detached one, in which nothing is given */
RapportElement *
rapport_sector_new (const char *id)
{
  RapportElement *self = g_object_new (RAPPORT_TYPE_SECTOR, NULL);

  rapport_element_init_id (self, id);
  return self;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_sector_get_name (RapportSector *self)
{
  g_return_val_if_fail (RAPPORT_IS_SECTOR (self), NULL);
  return self->name;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_sector_get_letter (RapportSector *self)
{
  g_return_val_if_fail (RAPPORT_IS_SECTOR (self), NULL);
  return self->letter;
}

/* Returns: (nullable) (transfer none): the name in the map's other language */
const char *
rapport_sector_get_other_name (RapportSector *self)
{
  g_return_val_if_fail (RAPPORT_IS_SECTOR (self), NULL);
  return self->other_name;
}

static const struct
{
  const char *id;
  const char *name;
  const char *letter;
} built_in[] = {
  { "academia", N_("Academia"), "A" },
  { "nhs", N_("NHS"), "N" },
  { "policy", N_("Policy"), "P" },
  { "third", N_("Third sector"), "T" },
  { "across", N_("Shared structures"), "" },
};

gboolean
rapport_sector_is_built_in (const char *id)
{
  return rapport_sector_built_in_name (id) != NULL;
}

/* Returns: (nullable) (transfer none): the caption to be translated, where the map gives no other */
const char *
rapport_sector_built_in_name (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_strcmp0 (built_in[i].id, id) == 0)
      return built_in[i].name;
  return NULL;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_sector_built_in_letter (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_strcmp0 (built_in[i].id, id) == 0)
      return built_in[i].letter;
  return NULL;
}
