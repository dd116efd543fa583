/* rapport-plan-marks.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which tension marks are on show, and what is out of focus.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-mark.h"

static const char *const tensions[] = { "narratives", "power", "language", "structures" };

static guint
find_tension (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (tensions); i++)
    if (g_strcmp0 (word, tensions[i]) == 0)
      return i + 1;
  return 0;
}

/* @tension: 1 to 4. Returns: (transfer none): what it is called */
const char *
_rapport_tension_title (guint tension)
{
  static const char *const titles[] = { N_("Narratives"), N_("Power and reciprocity"),
                                        N_("Language and communication"), N_("People and structures") };

  return tension >= 1 && tension <= G_N_ELEMENTS (titles) ? _ (titles[tension - 1]) : "";
}

static const char *
get_pull_word (const char *pull)
{
  if (g_strcmp0 (pull, "idealistic") == 0)
    return _("idealistic");
  if (g_strcmp0 (pull, "tokenistic") == 0)
    return _("tokenistic");
  if (g_strcmp0 (pull, "both") == 0)
    return _("idealistic and tokenistic");
  return NULL;
}

/* Pictures show what is for the room, and nothing else. */
static gboolean
is_on_show (Plan *self, RapportMark *mark, guint tension)
{
  const char *phase = rapport_mark_get_phase (mark);
  const char *perspective = rapport_mark_get_perspective (mark);

  if (tension == 0 || !(self->show & ((guint) RAPPORT_SHOW_NARRATIVES << (tension - 1))))
    return FALSE;
  if (g_strcmp0 (rapport_mark_get_level (mark), "shared") != 0)
    return FALSE;
  return (phase == NULL || g_strcmp0 (phase, self->phase) == 0)
         && (perspective == NULL
             || g_strcmp0 (perspective, rapport_lens_get_perspective (self->lens)) == 0);
}

static void
add_target (Plan *self, PlanMark *mark, RapportElement *element)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, element));

  if (place > 0)
    {
      place--;
      g_array_append_val (mark->nodes, place);
      return;
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->link_index, element));
  if (place > 0)
    {
      place--;
      PLAN_LINK (self, place)->marked = TRUE;
      g_array_append_val (mark->links, place);
    }
}

static void
gather_mark (Plan *self, RapportElement *element)
{
  guint tension = find_tension (rapport_mark_get_tension (RAPPORT_MARK (element)));
  g_autoptr (GPtrArray) targets = NULL;
  PlanMark mark = { .element = element, .tension = tension };

  if (!is_on_show (self, RAPPORT_MARK (element), tension))
    return;
  targets = rapport_map_list_targets (self->map, element);
  mark.nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  mark.links = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < targets->len; i++)
    add_target (self, &mark, g_ptr_array_index (targets, i));
  mark.on_map = targets->len == 0;
  mark.several = mark.nodes->len + mark.links->len > 1;
  mark.position = rapport_element_get_level (element, "position");
  mark.felt = MAX (0, rapport_element_get_level (element, "felt"));
  if (tension == 1)
    mark.word = g_strdup (get_pull_word (rapport_mark_get_pull (RAPPORT_MARK (element))));
  if (mark.on_map || mark.nodes->len + mark.links->len > 0)
    g_array_append_val (self->marks, mark);
  else
    {
      g_array_unref (mark.nodes);
      g_array_unref (mark.links);
      g_free (mark.word);
    }
}

void
_rapport_plan_gather_marks (Plan *self)
{
  RapportElementList *list = rapport_map_get_list (self->map, RAPPORT_LIST_MARKS);
  guint several = self->show & RAPPORT_SHOW_TENSIONS;

  if (several == 0)
    return;
  several &= several - 1;
  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    gather_mark (self, g_sequence_get (iter));
  /* Four sliders on one stakeholder would hide it. */
  for (guint i = 0; i < self->marks->len; i++)
    {
      PLAN_MARK (self, i)->size = several ? 30 : 36;
      for (guint j = 0; PLAN_MARK (self, i)->several && j < PLAN_MARK (self, i)->nodes->len; j++)
        PLAN_NODE (self, g_array_index (PLAN_MARK (self, i)->nodes, guint, j))->member = TRUE;
      PLAN_MARK (self, i)->slider = !several && PLAN_MARK (self, i)->position != RAPPORT_LEVEL_UNSET;
    }
}

/* --- Fading: never hidden, only quieter --- */

static void
fade_node (PlanNode *node, double fade)
{
  node->opacity = MIN (node->opacity, fade);
}

static void
fade_by_tension (Plan *self)
{
  g_autofree gboolean *kept = g_new0 (gboolean, self->nodes->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlanMark *mark = PLAN_MARK (self, i);

      any |= !mark->on_map;
      for (guint j = 0; j < mark->nodes->len; j++)
        kept[g_array_index (mark->nodes, guint, j)] = TRUE;
    }
  if (!any)
    return;
  for (guint i = 0; i < self->links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, i);

      if (link->marked)
        kept[link->end[0]] = kept[link->end[1]] = TRUE;
      else
        link->opacity = MIN (link->opacity, self->theme->fade);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    if (!kept[i])
      fade_node (PLAN_NODE (self, i), self->theme->fade);
}

/* Spreads from the focus along links, a step at a time. */
static void
reach_out (Plan *self, gboolean *kept)
{
  g_autofree gboolean *next = g_memdup2 (kept, sizeof (gboolean) * self->nodes->len);

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, i);

      next[link->end[0]] |= kept[link->end[1]];
      next[link->end[1]] |= kept[link->end[0]];
    }
  if (next != NULL) /* an empty map */
    memcpy (kept, next, sizeof (gboolean) * self->nodes->len);
}

static void
fade_by_focus (Plan *self, const char *const *focus)
{
  g_autofree gboolean *kept = g_new0 (gboolean, self->nodes->len + 1);
  guint reach = rapport_lens_get_reach (self->lens);

  for (guint i = 0; i < self->nodes->len; i++)
    kept[i] = g_strv_contains (focus, rapport_element_get_id (PLAN_NODE (self, i)->element));
  for (guint i = 0; i < self->links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, i);

      if (g_strv_contains (focus, rapport_element_get_id (link->element)))
        kept[link->end[0]] = kept[link->end[1]] = TRUE;
    }
  for (guint i = 0; i < reach; i++)
    reach_out (self, kept);
  for (guint i = 0; i < self->links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, i);

      if (kept[link->end[0]] && kept[link->end[1]])
        link->quiet = FALSE;
      else
        link->opacity = MIN (link->opacity, self->theme->fade);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    if (!kept[i])
      fade_node (PLAN_NODE (self, i), self->theme->fade);
}

static void
fade_unchanged (Plan *self)
{
  g_autofree gboolean *touched = g_new0 (gboolean, self->nodes->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, i);

      if (link->changed)
        touched[link->end[0]] = touched[link->end[1]] = TRUE;
      link->opacity = link->gone ? self->theme->ghost : link->changed ? 1 : self->theme->fade;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanNode *node = PLAN_NODE (self, i);

      if (node->gone)
        fade_node (node, self->theme->ghost);
      else if (!node->changed && !touched[i])
        fade_node (node, self->theme->fade);
    }
}

static void
fade_unstarred (Plan *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (!PLAN_LINK (self, i)->starred)
      PLAN_LINK (self, i)->opacity = MIN (PLAN_LINK (self, i)->opacity, self->theme->fade);
  for (guint i = 0; i < self->nodes->len; i++)
    if (!PLAN_NODE (self, i)->starred)
      fade_node (PLAN_NODE (self, i), self->theme->fade);
  for (guint i = 0; i < self->links->len; i++)
    if (PLAN_LINK (self, i)->starred)
      for (guint end = 0; end < 2; end++)
        PLAN_NODE (self, PLAN_LINK (self, i)->end[end])->opacity = 1;
}

/* In a large map those links speak that give somebody nothing back or differ; the rest are thin lines. */
static void
quieten (Plan *self)
{
  if (self->comparing || self->links->len <= PLAN_SOME_LINKS
      || (!(self->show & RAPPORT_SHOW_QUIET) && self->links->len <= PLAN_MANY_LINKS))
    return;
  for (guint i = 0; i < self->links->len; i++)
    {
      PlanLink *link = PLAN_LINK (self, i);
      gboolean one_way = link->facts.one_way && (self->show & RAPPORT_SHOW_GIVES);
      gboolean unequal = rapport_link_facts_is_unequal (&link->facts) && (self->show & RAPPORT_SHOW_POWER);

      link->quiet = !link->marked
                    && (self->links->len > PLAN_MANY_LINKS || (!one_way && !unequal));
    }
}

/* Whoever came late is not lost among those whom a step dims. */
static void
brighten_arrivals (Plan *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (rapport_lens_is_arrival (self->lens, rapport_element_get_id (PLAN_NODE (self, i)->element)))
      PLAN_NODE (self, i)->opacity = 1;
  for (guint i = 0; i < self->links->len; i++)
    if (rapport_lens_is_arrival (self->lens, rapport_element_get_id (PLAN_LINK (self, i)->element)))
      PLAN_LINK (self, i)->opacity = 1;
}

void
_rapport_plan_fade (Plan *self)
{
  const char *const *focus = rapport_lens_get_focus (self->lens);

  quieten (self);
  if (self->comparing)
    fade_unchanged (self);
  fade_by_tension (self);
  if (rapport_lens_is_starred_only (self->lens))
    fade_unstarred (self);
  if (focus != NULL && focus[0] != NULL)
    fade_by_focus (self, focus);
  brighten_arrivals (self);
}
