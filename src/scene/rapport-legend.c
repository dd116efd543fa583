/* rapport-legend.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the legend explains: exactly what is visible, no more.
 */
#include "rapport-legend-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static void
clear_row (gpointer data)
{
  g_free (((LegendRow *) data)->text);
}

static void
add (GArray *rows, LegendSample sample, int a, int b, int c, const char *text)
{
  LegendRow row = { sample, a, b, c, g_strdup (text), NULL };

  g_array_append_val (rows, row);
}

/* --- Who --- */

static const PlanNode *
find_kind (Plan *self, LegendKind kind)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, i);
      gboolean structure = node->outline == RAPPORT_OUTLINE_HEXAGON;

      if ((kind == LEGEND_KIND_PLAIN && !node->group && !node->role && !structure)
          || (kind == LEGEND_KIND_GROUP && node->group) || (kind == LEGEND_KIND_ROLE && node->role)
          || (kind == LEGEND_KIND_STRUCTURE && structure)
          || (kind == LEGEND_KIND_MISSING && node->ring == RAPPORT_RING_MISSING)
          || (kind == LEGEND_KIND_GONE && node->gone))
        return node;
    }
  return NULL;
}

static void
add_kind (Plan *self, GArray *rows, LegendKind kind, const char *text)
{
  const PlanNode *node = find_kind (self, kind);

  if (node != NULL)
    add (rows, LEGEND_NODE, (int) (node->outline == RAPPORT_OUTLINE_HEXAGON ? RAPPORT_OUTLINE_HEXAGON
                                                                            : RAPPORT_OUTLINE_CIRCLE),
         (int) kind, 0, text);
}

static void
list_who (Plan *self, GArray *rows)
{
  gboolean open = FALSE, any = FALSE;

  if (self->nodes->len == 0)
    return;
  add (rows, LEGEND_HEADING, 0, 0, 0, _("Who"));
  add_kind (self, rows, LEGEND_KIND_PLAIN, _("organisation"));
  add_kind (self, rows, LEGEND_KIND_GROUP, _("group or team"));
  add_kind (self, rows, LEGEND_KIND_ROLE, _("role"));
  add_kind (self, rows, LEGEND_KIND_STRUCTURE, _("shared structure"));
  add_kind (self, rows, LEGEND_KIND_MISSING, _("not here yet"));
  add_kind (self, rows, LEGEND_KIND_GONE, _("gone"));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      any |= PLAN_NODE (self, i)->pips_width > 0;
      open |= PLAN_NODE (self, i)->pips_width > 0
              && !rapport_level_is_known (PLAN_NODE (self, i)->shown_influence);
    }
  if (any)
    add (rows, LEGEND_PIPS, 3, 0, 0, _("influence, 0 to 5"));
  if (any && open)
    add (rows, LEGEND_PIPS, RAPPORT_LEVEL_UNSET, 0, 0, _("influence not discussed"));
}

/* --- Links --- */

typedef struct
{
  guint links;
  guint quiet;
  gboolean full, hollow, one_way, nothing, gives_open, gives_differ, power, power_open, power_differ;
} Seen;

static void
look_at_end (Seen *seen, const PlanLink *link, guint end)
{
  int gift = link->shown.gives[end], power = link->shown.power[end];

  seen->full |= gift > 0 && link->shown.tangible[end];
  seen->hollow |= gift > 0 && !link->shown.tangible[end];
  seen->gives_differ |= gift == RAPPORT_LEVEL_DIFFER;
  seen->gives_open |= !rapport_level_is_known (gift) && gift != RAPPORT_LEVEL_DIFFER;
  seen->power |= power >= 0;
  seen->power_differ |= power == RAPPORT_LEVEL_DIFFER;
  seen->power_open |= !rapport_level_is_known (power) && power != RAPPORT_LEVEL_DIFFER;
}

static gboolean
is_loud (Plan *self, const PlanLink *link)
{
  return !link->quiet && link->opacity >= 1 && !(self->comparing && !link->changed);
}

static Seen
look_at_links (Plan *self)
{
  Seen seen = { self->links->len };

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, i);

      seen.quiet += link->quiet;
      if (!is_loud (self, link))
        continue;
      look_at_end (&seen, link, 0);
      look_at_end (&seen, link, 1);
      seen.one_way |= link->shown.one_way;
      seen.nothing |= link->shown.gives_known && link->shown.gives[0] == 0 && link->shown.gives[1] == 0;
    }
  return seen;
}

static void
list_gives (GArray *rows, const Seen *seen)
{
  add (rows, LEGEND_HEADING, 0, 0, 0, _("What is given"));
  if (seen->full)
    add (rows, LEGEND_GIVES, 3, 1, TRUE, _("gives a lot, gets a little back"));
  if (seen->hollow)
    add (rows, LEGEND_GIVES, 2, 2, FALSE, _("hollow: no money, time, data or training"));
  if (seen->one_way)
    add (rows, LEGEND_GIVES, 2, 0, TRUE, _("nothing comes back"));
  if (seen->nothing)
    add (rows, LEGEND_GIVES, 0, 0, TRUE, _("nothing either way"));
}

static void
list_power (GArray *rows)
{
  add (rows, LEGEND_HEADING, 0, 0, 0, _("Can decide or say no"));
  add (rows, LEGEND_BAND, 3, 0, 0, _("a lot · nothing"));
  add (rows, LEGEND_BAND, 2, 2, 0, _("some · some"));
  add (rows, LEGEND_BAND, 1, 1, 0, _("a little · a little"));
}

static void
list_links (Plan *self, GArray *rows)
{
  Seen seen = look_at_links (self);
  gboolean gives = (self->show & RAPPORT_SHOW_GIVES) || (self->show & RAPPORT_SHOW_TENSIONS);
  gboolean power = (self->show & RAPPORT_SHOW_POWER) && seen.power;
  gboolean open, differ;

  gives = gives && (seen.full || seen.hollow || seen.one_way || seen.nothing);
  if (seen.links == 0)
    return;
  if (gives)
    list_gives (rows, &seen);
  if (power)
    list_power (rows);
  if (!gives && !power && seen.links > seen.quiet)
    add (rows, LEGEND_PLAIN, 0, 0, 0, _("a link"));
  open = ((self->show & RAPPORT_SHOW_GIVES) && seen.gives_open)
         || ((self->show & RAPPORT_SHOW_POWER) && seen.power_open);
  differ = ((self->show & RAPPORT_SHOW_GIVES) && seen.gives_differ)
           || ((self->show & RAPPORT_SHOW_POWER) && seen.power_differ);
  if (open)
    add (rows, LEGEND_GIVES, RAPPORT_LEVEL_UNSET, RAPPORT_LEVEL_UNSET, 0, _("not discussed"));
  if (differ)
    add (rows, LEGEND_GIVES, RAPPORT_LEVEL_DIFFER, RAPPORT_LEVEL_DIFFER, 0, _("views differ"));
  if (seen.quiet > 0)
    add (rows, LEGEND_QUIET, 0, 0, 0,
         seen.links > PLAN_MANY_LINKS ? _("a link") : _("drawn quietly: two-way and equal"));
}

/* --- Tensions --- */

static const char *const poles[][2] = {
  { N_("idealistic or tokenistic"), N_("realistic") },
  { N_("differences, one-way"), N_("shared, two-way") },
  { N_("excluding"), N_("including") },
  { N_("rests on individuals"), N_("rests on structures") },
};

static void
list_felt (Plan *self, GArray *rows, guint tension)
{
  static const char *const words[] = { N_("felt a little"), N_("felt"), N_("felt strongly") };
  gboolean seen[4] = { FALSE };

  for (guint i = 0; i < self->marks->len; i++)
    if (PLAN_MARK (self, i)->tension == tension)
      seen[CLAMP (PLAN_MARK (self, i)->felt, 0, 3)] = TRUE;
  for (int felt = 1; felt <= 3; felt++)
    if (seen[felt])
      add (rows, LEGEND_BADGE, (int) tension, felt, 0, _ (words[felt - 1]));
}

static void
list_tension (Plan *self, GArray *rows, guint tension, gboolean alone)
{
  g_autofree char *title = g_strdup_printf (_("Tension %u: %s"), tension, _rapport_tension_title (tension));
  g_autofree char *left = NULL, *right = NULL;

  if (!alone)
    {
      add (rows, LEGEND_BADGE, (int) tension, 1, 0, _rapport_tension_title (tension));
      return;
    }
  left = g_strdup_printf (_("left: %s"), _ (poles[tension - 1][0]));
  right = g_strdup_printf (_("right: %s"), _ (poles[tension - 1][1]));
  add (rows, LEGEND_HEADING, 0, 0, 0, title);
  add (rows, LEGEND_SLIDER, (int) tension, 0, 0, "");
  add (rows, LEGEND_TEXT, 0, 0, 0, left);
  add (rows, LEGEND_TEXT, 0, 0, 0, right);
  list_felt (self, rows, tension);
}

static void
list_tensions (Plan *self, GArray *rows)
{
  guint on = self->show & RAPPORT_SHOW_TENSIONS;
  gboolean alone = (on & (on - 1)) == 0, legs = FALSE;

  if (self->marks->len == 0)
    return;
  if (!alone)
    add (rows, LEGEND_HEADING, 0, 0, 0, _("Tensions"));
  for (guint tension = 1; tension <= 4; tension++)
    if (on & ((guint) RAPPORT_SHOW_NARRATIVES << (tension - 1)))
      list_tension (self, rows, tension, alone);
  for (guint i = 0; i < self->marks->len; i++)
    legs |= PLAN_MARK (self, i)->several;
  if (legs)
    add (rows, LEGEND_LEGS, 0, 0, 0, _("felt between these"));
}

/* --- Changes --- */

static void
list_changes (Plan *self, GArray *rows)
{
  gboolean added = FALSE, changed = FALSE, influence = FALSE;
  LegendRow row = { LEGEND_CHIP, .text = NULL, .word = "1→2" };

  if (!self->comparing)
    return;
  for (guint i = 0; i < self->links->len; i++)
    {
      added |= PLAN_LINK (self, i)->added;
      changed |= PLAN_LINK (self, i)->changed && !PLAN_LINK (self, i)->added && !PLAN_LINK (self, i)->gone;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    influence |= PLAN_NODE (self, i)->pips_width > 5 * PLAN_PIP_PITCH;
  add (rows, LEGEND_HEADING, 0, 0, 0,
       rapport_lens_get_compare_perspective (self->lens) != NULL ? _("Where views differ") : _("What changes"));
  if (changed)
    {
      row.text = g_strdup (rapport_lens_get_compare_perspective (self->lens) != NULL ? _("one says 1, the other 2")
                                                                                     : _("was 1, becomes 2"));
      g_array_append_val (rows, row);
    }
  if (influence)
    add (rows, LEGEND_CHANGE, 0, 0, 0, _("influence"));
  if (added)
    add (rows, LEGEND_NEW, 0, 0, 0, _("new link"));
  add (rows, LEGEND_TEXT, 0, 0, 0, _("faded: no change"));
}

static void
list_key (Plan *self, GArray *rows)
{
  if (!self->numbered)
    return;
  add (rows, LEGEND_HEADING, 0, 0, 0, _("Names"));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanNode *node = PLAN_NODE (self, i);
      g_autofree char *name = _rapport_plan_join (self, node->name, node->second);

      if (node->labelled)
        add (rows, LEGEND_KEY, (int) node->number, 0, 0, name);
    }
}

GArray *
_rapport_legend_list (Plan *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LegendRow));

  g_array_set_clear_func (rows, clear_row);
  if (!self->page.no_legend)
    {
      list_who (self, rows);
      list_links (self, rows);
      list_tensions (self, rows);
      list_changes (self, rows);
    }
  list_key (self, rows);
  return rows;
}
