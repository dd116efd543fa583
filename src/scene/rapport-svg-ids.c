/* rapport-svg-ids.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-svg-ids-private.h"

struct _RapportSvgIds
{
  GHashTable *counts; /* owned: id → how many wanted it so far */
  GString *id;        /* owned: the one being made */
  gboolean plain;     /* the ids of a map tell nothing */
};

static const char *const kinds[RAPPORT_N_ITEM_KINDS] = {
  [RAPPORT_ITEM_BACKDROP] = "backdrop",
  [RAPPORT_ITEM_POWER] = "power",
  [RAPPORT_ITEM_LINK] = "link",
  [RAPPORT_ITEM_STAKEHOLDER] = "stakeholder",
  [RAPPORT_ITEM_LABEL] = "label",
  [RAPPORT_ITEM_REGION] = "region",
  [RAPPORT_ITEM_BADGE] = "badge",
  [RAPPORT_ITEM_CHIP] = "chip",
  [RAPPORT_ITEM_HEADING] = "heading",
  [RAPPORT_ITEM_LEGEND] = "legend",
  [RAPPORT_ITEM_RIBBON] = "ribbon",
};

/* @plain: ids are numbers, since those of a map may be names that are hidden */
RapportSvgIds *
_rapport_svg_ids_new (gboolean plain)
{
  RapportSvgIds *self = g_new (RapportSvgIds, 1);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->id = g_string_new (NULL);
  self->plain = plain;
  return self;
}

void
_rapport_svg_ids_free (RapportSvgIds *self)
{
  g_hash_table_unref (self->counts);
  g_string_free (self->id, TRUE);
  g_free (self);
}

/* Ids of a map may be of any letters; here only those stay that need no escaping in any style sheet or address. */
static void
add_sanitised (GString *out, const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "_%02x", (guchar) *p);
}

/**
 * _rapport_svg_ids_make:
 *
 * Returns: (transfer none): kind and element's id, until the next call. Where several items want
 * the same id, all but the first get a number after a full stop, which stands in no other id
 */
const char *
_rapport_svg_ids_make (RapportSvgIds *self, const RapportSceneItem *item)
{
  guint n;

  g_string_assign (self->id, kinds[item->kind]);
  if (item->element_id != NULL && !self->plain)
    {
      g_string_append_c (self->id, '-');
      add_sanitised (self->id, item->element_id);
    }
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, self->id->str)) + 1;
  g_hash_table_replace (self->counts, g_strdup (self->id->str), GUINT_TO_POINTER (n));
  if (n > 1)
    g_string_append_printf (self->id, ".%u", n);
  return self->id->str;
}
