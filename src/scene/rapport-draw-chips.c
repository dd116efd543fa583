/* rapport-draw-chips.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two times, or differs between two views, written at the end that it belongs to.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEAREST 44.0
#define FARTHEST 240.0
#define STEP 14.0
#define ASIDE 64.0
/* A new link is double and one that has gone is struck through: the word may be left out. */
#define NEARLY 16.0
#define LABEL_GAP 5.0 /* the halo round letters */

static gboolean
is_free (Plan *self, const RapportRect *rect)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, i);
      RapportRect label = rapport_rect_grown (node->label, node->label.width > 0 ? LABEL_GAP : 0);

      if (rapport_rect_touches (&node->box, rect) || rapport_rect_touches (&label, rect))
        return FALSE;
    }
  for (guint i = 0; i < self->taken->len; i++)
    if (rapport_rect_touches (&g_array_index (self->taken, RapportRect, i), rect))
      return FALSE;
  return TRUE;
}

/* The first free place on the way, from its start inwards; then up to @aside beside it; else none. */
static void
add_chip (Plan *self, RapportSceneItem *item, const RapportCurve *way, double from, double aside, const char *text)
{
  double width = rapport_text_measure_width (self->measure, text, self->theme->chip, 700) + 20;
  double height = self->theme->chip * 1.32 + 4, length = rapport_curve_length (way);
  static const double beside[] = { 0, 16, -16, 30, -30, 46, -46, 64, -64 };

  for (guint i = 0; i < G_N_ELEMENTS (beside) && fabs (beside[i]) <= aside; i++)
    for (double distance = from; distance < MAX (MIN (FARTHEST, length - 30), from + 1); distance += STEP)
      {
        double t = rapport_curve_find (way, distance);
        RapportPoint at = rapport_curve_at (way, t), along = rapport_curve_direction (way, t);
        RapportRect rect;

        at.x -= along.y * beside[i];
        at.y += along.x * beside[i];
        rect = (RapportRect){ at.x - width / 2, at.y - height / 2, width, height };
        if (!is_free (self, &rect))
          continue;
        _rapport_draw_chip (self, item, text, at.x, at.y);
        g_array_append_val (self->taken, rect);
        return;
      }
}

static const char *
write_level (int level, char *buffer, gsize size)
{
  if (level == RAPPORT_LEVEL_DIFFER)
    return "≠";
  if (!rapport_level_is_known (level))
    return "?";
  g_snprintf (buffer, size, "%d", level);
  return buffer;
}

/* @from, @to: levels. Nothing where they are the same. */
static void
add_change (Plan *self, RapportSceneItem *item, const RapportCurve *way, int from, int to)
{
  char before[8], after[8];
  g_autofree char *text = NULL;

  if (from == to)
    return;
  text = g_strdup_printf ("%s→%s", write_level (from, before, sizeof before), write_level (to, after, sizeof after));
  add_chip (self, item, way, NEAREST, ASIDE, text);
}

static void
add_changes (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  RapportCurve back = rapport_curve_reversed (&link->way);

  for (guint end = 0; end < 2; end++)
    {
      const RapportCurve *way = end == 0 ? &link->way : &back;

      if (self->show & RAPPORT_SHOW_GIVES)
        add_change (self, item, way, link->facts.gives[!end], link->other_facts.gives[!end]);
      if (self->show & RAPPORT_SHOW_POWER)
        add_change (self, item, way, link->facts.power[end], link->other_facts.power[end]);
    }
}

/* Where there is no common value: the lowest and the highest that anybody holds, never what lies between. */
static void
add_difference (Plan *self, RapportSceneItem *item, const PlanLink *link, guint end, const char *field, int level)
{
  RapportCurve way = end == 0 ? link->way : rapport_curve_reversed (&link->way);
  g_autofree char *text = NULL;
  int low, high;

  if (level != RAPPORT_LEVEL_DIFFER || self->phase == NULL)
    return;
  if (rapport_link_views_spread (link->element, self->phase, field, &low, &high) > 0)
    text = g_strdup_printf (_("%d to %d"), low, high);
  else
    text = g_strdup (_("views differ"));
  add_chip (self, item, &way, NEAREST + 20, ASIDE, text);
}

static void
add_differences (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  if (self->show & RAPPORT_SHOW_GIVES)
    {
      add_difference (self, item, link, 1, "gives-a", link->facts.gives[0]);
      add_difference (self, item, link, 0, "gives-b", link->facts.gives[1]);
    }
  if (self->show & RAPPORT_SHOW_POWER)
    {
      add_difference (self, item, link, 0, "power-a", link->facts.power[0]);
      add_difference (self, item, link, 1, "power-b", link->facts.power[1]);
    }
}

static RapportSceneItem *
keep_if_any (RapportSceneItem *item)
{
  if (item->shapes->len > 0)
    return item;
  rapport_scene_item_unref (item);
  return NULL;
}

/* Takes the places of what it makes. Returns: (transfer full) (nullable) */
RapportSceneItem *
_rapport_make_link_chips (Plan *self, const PlanLink *link)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_CHIP, rapport_element_get_id (link->element));

  if (link->added)
    add_chip (self, item, &link->way, rapport_curve_length (&link->way) / 2 - 20, NEARLY, _("+ new"));
  else if (link->gone)
    add_chip (self, item, &link->way, rapport_curve_length (&link->way) / 2 + 24, NEARLY, _("gone"));
  else if (self->comparing)
    add_changes (self, item, link);
  else if (!link->quiet)
    add_differences (self, item, link);
  item->opacity = link->gone ? 1 : link->opacity;
  return keep_if_any (item);
}

/* As above. */
RapportSceneItem *
_rapport_make_node_chip (Plan *self, const PlanNode *node)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_CHIP, rapport_element_get_id (node->element));
  RapportPoint at = { node->at.x, node->box.y - 8 };
  RapportCurve up = { at, { at.x, at.y - 40 }, { at.x, at.y - 80 } };

  if (self->comparing && (node->added || node->gone))
    add_chip (self, item, &up, 8, ASIDE, node->added ? _("+ new") : _("gone"));
  return keep_if_any (item);
}

void
_rapport_draw_chips (Plan *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    _rapport_draw_add (self, _rapport_make_node_chip (self, PLAN_NODE (self, i)));
  for (guint i = 0; i < self->links->len; i++)
    _rapport_draw_add (self, _rapport_make_link_chips (self, PLAN_LINK (self, i)));
}
