/* rapport-outline-section.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-outline-section.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-element-words.h"
#include "rapport-stakeholder.h"

/* Who is wanted. Counted, because a row may keep the model after its section is gone. */
typedef struct
{
  RapportMap *map; /* owned */
  char *sector;    /* owned, nullable: not a sector's section */
  char **search;   /* owned, nullable: words in one case, all of which are to be in the name */
} Wanted;

struct _RapportOutlineSection
{
  GObject parent_instance;

  /* Owned */
  Wanted *wanted;
  GtkCustomFilter *filter;
  GtkFilterListModel *model;

  RapportList list;
};

G_DEFINE_FINAL_TYPE (RapportOutlineSection, rapport_outline_section, G_TYPE_OBJECT)

static void
wanted_clear (gpointer data)
{
  Wanted *wanted = data;

  g_clear_object (&wanted->map);
  g_free (wanted->sector);
  g_strfreev (wanted->search);
}

static void
wanted_release (gpointer data)
{
  g_rc_box_release_full (data, wanted_clear);
}

static void
rapport_outline_section_finalize (GObject *object)
{
  RapportOutlineSection *self = RAPPORT_OUTLINE_SECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->wanted, wanted_release);

  G_OBJECT_CLASS (rapport_outline_section_parent_class)->finalize (object);
}

static void
rapport_outline_section_class_init (RapportOutlineSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_outline_section_finalize;
}

static void
rapport_outline_section_init (RapportOutlineSection *self)
{
}

static const char *
find_sector (const Wanted *self, RapportStakeholder *stakeholder)
{
  const char *sector = rapport_stakeholder_get_sector (stakeholder);

  if (rapport_stakeholder_is_structure (stakeholder))
    return "across";
  return rapport_map_get_sector_name (self->map, sector) != NULL ? sector : RAPPORT_OUTLINE_NO_SECTOR;
}

static gboolean
matches_search (const Wanted *self, RapportElement *element)
{
  g_autofree char *name = rapport_element_words_name (element);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (char **word = self->search; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
shows (gpointer item, gpointer data)
{
  const Wanted *self = data;

  if (self->sector != NULL && strcmp (find_sector (self, item), self->sector) != 0)
    return FALSE;
  return self->search == NULL || matches_search (self, item);
}

/* @sector: (nullable): of stakeholders only those that are in it */
RapportOutlineSection *
rapport_outline_section_new (RapportMap *map, RapportList list, const char *sector)
{
  RapportOutlineSection *self = g_object_new (RAPPORT_TYPE_OUTLINE_SECTION, NULL);

  self->list = list;
  self->wanted = g_rc_box_new0 (Wanted);
  self->wanted->map = g_object_ref (map);
  self->wanted->sector = g_strdup (sector);
  self->filter = gtk_custom_filter_new (shows, g_rc_box_acquire (self->wanted), wanted_release);
  self->model = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (rapport_map_get_list (map, list))),
                                           sector != NULL ? g_object_ref (GTK_FILTER (self->filter)) : NULL);
  return self;
}

/* Returns: (transfer none) */
const char *
rapport_outline_section_get_title (RapportOutlineSection *self)
{
  const char *name;

  g_return_val_if_fail (RAPPORT_IS_OUTLINE_SECTION (self), NULL);
  switch (self->list)
    {
    case RAPPORT_LIST_LINKS:
      return _("Links");
    case RAPPORT_LIST_REGIONS:
      return _("Groups");
    case RAPPORT_LIST_MARKS:
      return _("Tensions");
    case RAPPORT_LIST_RESPONSES:
      return _("Responses");
    case RAPPORT_LIST_FUNCTIONS:
      return _("Who leads on what");
    case RAPPORT_LIST_TERMS:
      return _("Words we use");
    default:
      break;
    }
  if (*self->wanted->sector == '\0')
    return _("No sector yet");
  name = rapport_map_get_sector_name (self->wanted->map, self->wanted->sector);
  return name != NULL && *name != '\0' ? name : _("Unnamed sector");
}

/* Returns: (transfer none) (nullable): the id of a sector; empty for none; %NULL where it is no sector's section */
const char *
rapport_outline_section_get_sector (RapportOutlineSection *self)
{
  g_return_val_if_fail (RAPPORT_IS_OUTLINE_SECTION (self), NULL);
  return self->wanted->sector;
}

RapportList
rapport_outline_section_get_list (RapportOutlineSection *self)
{
  g_return_val_if_fail (RAPPORT_IS_OUTLINE_SECTION (self), RAPPORT_LIST_STAKEHOLDERS);
  return self->list;
}

/* Returns: (transfer none): of RapportElement, in the map's order */
GListModel *
rapport_outline_section_get_model (RapportOutlineSection *self)
{
  g_return_val_if_fail (RAPPORT_IS_OUTLINE_SECTION (self), NULL);
  return G_LIST_MODEL (self->model);
}

/**
 * rapport_outline_section_find:
 * What is left of the map's list is in its order, so that halving finds a place without looking at all of them.
 *
 * Returns: whether @element is shown here; @position is its place in the model
 */
gboolean
rapport_outline_section_find (RapportOutlineSection *self, RapportElement *element, guint *position)
{
  guint first = 0;
  guint last;
  guint wanted;

  g_return_val_if_fail (RAPPORT_IS_OUTLINE_SECTION (self) && RAPPORT_IS_ELEMENT (element), FALSE);
  if (rapport_list_info_find_type (G_OBJECT_TYPE (element)) != rapport_list_info_get (self->list)
      || rapport_element_get_map (element) != self->wanted->map)
    return FALSE;
  wanted = rapport_element_get_position (element);
  last = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  while (first < last)
    {
      guint middle = first + (last - first) / 2;
      g_autoptr (RapportElement) there = g_list_model_get_item (G_LIST_MODEL (self->model), middle);

      if (rapport_element_get_position (there) < wanted)
        first = middle + 1;
      else
        last = middle;
      if (there == element)
        {
          *position = middle;
          return TRUE;
        }
    }
  return FALSE;
}

/* @search: (nullable): only what has all these words in its name, in any order and whatever the case */
void
rapport_outline_section_set_search (RapportOutlineSection *self, const char *search)
{
  g_autofree char *folded = g_utf8_casefold (search != NULL ? search : "", -1);

  g_return_if_fail (RAPPORT_IS_OUTLINE_SECTION (self));
  g_clear_pointer (&self->wanted->search, g_strfreev);
  if (*folded != '\0')
    self->wanted->search = g_strsplit_set (folded, " ", -1);
  if (self->wanted->search != NULL || self->wanted->sector != NULL)
    gtk_filter_list_model_set_filter (self->model, GTK_FILTER (self->filter));
  else
    gtk_filter_list_model_set_filter (self->model, NULL);
  rapport_outline_section_refilter (self);
}

/* After something changed by which its members are told. */
void
rapport_outline_section_refilter (RapportOutlineSection *self)
{
  g_return_if_fail (RAPPORT_IS_OUTLINE_SECTION (self));
  if (self->wanted->search != NULL || self->wanted->sector != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}
