/* rapport-plan.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers what the lens lets one see of the map.
 */
#include "rapport-plan-private.h"

#include <string.h>

#include "rapport-codes.h"
#include "rapport-link.h"
#include "rapport-sector.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

static void
clear_node (gpointer data)
{
  PlanNode *node = data;

  g_clear_pointer (&node->reading, rapport_reading_unref);
  g_clear_pointer (&node->other, rapport_reading_unref);
  g_free (node->letter);
  g_free (node->name);
  g_free (node->second);
  g_strfreev (node->lines);
}

static void
clear_link (gpointer data)
{
  PlanLink *link = data;

  g_clear_pointer (&link->reading, rapport_reading_unref);
  g_clear_pointer (&link->other, rapport_reading_unref);
}

static void
clear_mark (gpointer data)
{
  PlanMark *mark = data;

  g_array_unref (mark->nodes);
  g_array_unref (mark->links);
  g_free (mark->word);
}

static GArray *
new_array (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

Plan *
_rapport_plan_new (RapportMap *map,
                   const RapportLens *lens,
                   const RapportTheme *theme,
                   const RapportPage *page)
{
  Plan *self = g_new0 (Plan, 1);

  self->map = map;
  self->lens = lens;
  self->theme = theme;
  if (page != NULL)
    self->page = *page;
  self->phase = rapport_lens_get_phase (lens);
  if (self->phase == NULL)
    self->phase = rapport_map_get_first_phase (map);
  self->show = rapport_lens_get_show (lens);
  self->comparing = rapport_lens_is_comparing (lens);
  self->measure = rapport_text_measure_new (theme->font);
  self->wheel = rapport_wheel_new (map);
  if (rapport_lens_hides_names (lens))
    self->codes = rapport_codes_new (map);
  self->question = _rapport_plan_join (self, rapport_map_get_question (map),
                                       rapport_element_get_text (RAPPORT_ELEMENT (map), "other-question"));
  self->index = g_hash_table_new (NULL, NULL);
  self->link_index = g_hash_table_new (NULL, NULL);
  self->nodes = new_array (sizeof (PlanNode), clear_node);
  self->links = new_array (sizeof (PlanLink), clear_link);
  self->marks = new_array (sizeof (PlanMark), clear_mark);
  self->taken = new_array (sizeof (RapportRect), NULL);
  self->free_layout = g_strcmp0 (rapport_map_get_layout (map), "free") == 0;
  self->scale = self->tallness = self->size = 1;
  self->widest = PLAN_WIDEST;
  return self;
}

void
_rapport_plan_free (Plan *self)
{
  rapport_text_measure_free (self->measure);
  rapport_wheel_unref (self->wheel);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_free (self->question);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->link_index);
  g_array_unref (self->nodes);
  g_array_unref (self->links);
  g_array_unref (self->marks);
  g_array_unref (self->taken);
  g_free (self);
}

/* --- Stakeholders --- */

/* The letter of one sector; that of a map's own sector is as its owner says. */
static const char *
get_sector_letter (Plan *self, const char *sector)
{
  RapportElement *element = rapport_map_lookup (self->map, sector);
  const char *letter = NULL;

  if (element != NULL && RAPPORT_IS_SECTOR (element))
    letter = rapport_sector_get_letter (RAPPORT_SECTOR (element));
  if (letter == NULL)
    letter = rapport_sector_built_in_letter (sector);
  return letter != NULL ? letter : "+";
}

/* A structure carries the letters of those it spans, at most five of them. */
static char *
make_letter (Plan *self, RapportStakeholder *stakeholder, RapportOutline outline)
{
  const char *spans = rapport_stakeholder_get_spans (stakeholder);
  const char *sector = rapport_stakeholder_get_sector (stakeholder);
  g_auto (GStrv) words = NULL;
  GString *letters;

  if (outline == RAPPORT_OUTLINE_NONE)
    return g_strdup ("?");
  if (outline != RAPPORT_OUTLINE_HEXAGON)
    return g_strdup (get_sector_letter (self, sector));
  words = g_strsplit (spans != NULL ? spans : "", " ", -1);
  letters = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL && i < 5; i++)
    if (*words[i] != '\0')
      g_string_append (letters, get_sector_letter (self, words[i]));
  return g_string_free (letters, FALSE);
}

static void
compare_node (PlanNode *node, const Plan *self)
{
  node->other_influence = rapport_stakeholder_reading_get_influence (node->other);
  if (node->other != NULL)
    node->shown_influence = node->other_influence;
  node->added = node->reading == NULL;
  node->gone = node->other == NULL;
  node->changed = node->added || node->gone
                  || ((self->show & RAPPORT_SHOW_INFLUENCE) && node->influence != node->other_influence)
                  || g_strcmp0 (rapport_stakeholder_reading_get_ring (node->reading),
                                rapport_stakeholder_reading_get_ring (node->other)) != 0;
}

static void
gather_stakeholder (Plan *self, RapportElement *element)
{
  RapportStakeholder *stakeholder = RAPPORT_STAKEHOLDER (element);
  const char *sector = rapport_stakeholder_get_sector (stakeholder);
  const char *kind = rapport_stakeholder_get_kind (stakeholder);
  PlanNode node = { .element = element, .opacity = 1 };

  if (rapport_lens_hides_sector (self->lens, sector))
    return;
  node.reading = rapport_lens_read (self->lens, element);
  node.other = rapport_lens_read_compare (self->lens, element);
  if (node.reading == NULL && node.other == NULL)
    return;
  node.outline = rapport_outline_for_sector (sector);
  if (rapport_stakeholder_is_structure (stakeholder))
    node.outline = RAPPORT_OUTLINE_HEXAGON;
  node.group = g_strcmp0 (kind, "group") == 0;
  node.role = g_strcmp0 (kind, "role") == 0;
  node.letter = make_letter (self, stakeholder, node.outline);
  _rapport_plan_name (self, &node);
  node.ring = rapport_ring_of (element, node.other != NULL ? node.other : node.reading);
  node.influence = rapport_stakeholder_reading_get_influence (node.reading);
  node.shown_influence = node.influence;
  node.starred = rapport_element_get_flag (element, "starred");
  if (self->comparing)
    compare_node (&node, self);
  self->has_missing |= node.ring == RAPPORT_RING_MISSING;
  self->has_unplaced |= node.outline == RAPPORT_OUTLINE_NONE;
  node.number = self->nodes->len + 1;
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->index, element, GUINT_TO_POINTER (self->nodes->len));
}

/* --- Links --- */

static gboolean
find_node (Plan *self, const char *id, guint *node)
{
  RapportElement *element = id != NULL ? rapport_map_lookup (self->map, id) : NULL;
  guint place = element != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index, element)) : 0;

  *node = place - 1;
  return place > 0;
}

static gboolean
differ_on (const int *a, const int *b)
{
  return a[0] != b[0] || a[1] != b[1];
}

/* Only what is on show can be seen to have changed. */
static void
compare_link (PlanLink *link, guint show)
{
  if (link->other != NULL)
    link->shown = link->other_facts;
  link->added = link->reading == NULL;
  link->gone = link->other == NULL;
  link->changed = link->added || link->gone
                  || ((show & RAPPORT_SHOW_GIVES) && differ_on (link->facts.gives, link->other_facts.gives))
                  || ((show & RAPPORT_SHOW_POWER) && differ_on (link->facts.power, link->other_facts.power));
}

static void
gather_link (Plan *self, RapportElement *element)
{
  PlanLink link = { .element = element, .opacity = 1 };

  if (!find_node (self, rapport_link_get_a (RAPPORT_LINK (element)), &link.end[0])
      || !find_node (self, rapport_link_get_b (RAPPORT_LINK (element)), &link.end[1])
      || link.end[0] == link.end[1])
    return;
  link.reading = rapport_lens_read (self->lens, element);
  link.other = rapport_lens_read_compare (self->lens, element);
  if (link.reading == NULL && link.other == NULL)
    return;
  link.facts = rapport_link_facts_make (link.reading);
  link.other_facts = rapport_link_facts_make (link.other);
  link.shown = link.facts;
  if (self->comparing)
    compare_link (&link, self->show);
  link.starred = rapport_element_get_flag (element, "starred");
  PLAN_NODE (self, link.end[0])->degree++;
  PLAN_NODE (self, link.end[1])->degree++;
  g_array_append_val (self->links, link);
  g_hash_table_insert (self->link_index, element, GUINT_TO_POINTER (self->links->len));
}

void
_rapport_plan_gather (Plan *self)
{
  RapportElementList *list = rapport_map_get_list (self->map, RAPPORT_LIST_STAKEHOLDERS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    gather_stakeholder (self, g_sequence_get (iter));
  list = rapport_map_get_list (self->map, RAPPORT_LIST_LINKS);
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    gather_link (self, g_sequence_get (iter));
}
