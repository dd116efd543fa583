/* rapport-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a thing on the picture is called for those who do not see it: in whole sentences and the users' words.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-stakeholder.h"

/* Returns: (transfer full) */
static char *
make_full_name (Plan *self, const PlanNode *node)
{
  RapportStakeholder *stakeholder = RAPPORT_STAKEHOLDER (node->element);
  g_autofree char *name = _rapport_plan_join (self, rapport_stakeholder_get_label (stakeholder),
                                              rapport_stakeholder_get_other_label (stakeholder));

  return self->codes == NULL && name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (node->name);
}

/* @level: 0 to 3, or a RAPPORT_LEVEL_ value */
const char *
_rapport_word_for_level (int level)
{
  switch (level)
    {
    case 0:
      return _("nothing");
    case 1:
      return _("a little");
    case 2:
      return _("some");
    case 3:
      return _("a lot");
    case RAPPORT_LEVEL_DIFFER:
      return _("views differ");
    default:
      return _("not discussed");
    }
}

static const char *
get_kind_word (const PlanNode *node)
{
  if (node->outline == RAPPORT_OUTLINE_HEXAGON)
    return _("shared structure");
  if (node->group)
    return _("group or team");
  return node->role ? _("role") : _("organisation");
}

static const char *
get_ring_word (RapportRing ring)
{
  switch (ring)
    {
    case RAPPORT_RING_MIDDLE:
      return _("in the middle");
    case RAPPORT_RING_CORE:
      return _("core");
    case RAPPORT_RING_INVOLVED:
      return _("involved");
    case RAPPORT_RING_MISSING:
      return _("not here yet");
    case RAPPORT_RING_EDGE:
    case RAPPORT_N_RINGS:
    default:
      return _("in touch");
    }
}

/* Returns: (transfer full): "Lead university: organisation, Academia, core, influence 5 of 5" */
char *
_rapport_name_stakeholder (Plan *self, const PlanNode *node)
{
  g_autofree char *sector = _rapport_plan_sector_name (self, rapport_element_get_text (node->element, "sector"));
  g_autofree char *full = make_full_name (self, node);
  GString *name = g_string_new (full);

  g_string_append_printf (name, ": %s", get_kind_word (node));
  if (sector != NULL && node->outline != RAPPORT_OUTLINE_HEXAGON)
    g_string_append_printf (name, ", %s", sector);
  if (!self->free_layout)
    g_string_append_printf (name, ", %s", get_ring_word (node->ring));
  if (self->show & RAPPORT_SHOW_INFLUENCE)
    {
      g_string_append (name, ", ");
      if (rapport_level_is_known (node->shown_influence))
        g_string_append_printf (name, _("influence %d of 5"), node->shown_influence);
      else
        g_string_append (name, node->shown_influence == RAPPORT_LEVEL_DIFFER ? _("views on its influence differ")
                                                                             : _("influence not discussed"));
    }
  if (node->gone)
    g_string_append_printf (name, ", %s", _("gone"));
  if (node->added)
    g_string_append_printf (name, ", %s", _("new"));
  return g_string_free (name, FALSE);
}

/* The two sides are told of in the same words, which a translator sees once. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
append_sides (GString *text, const char *format, const char *a, int first, const char *b, int second)
{
  g_string_append (text, ". ");
  g_string_append_printf (text, format, a, _rapport_word_for_level (first));
  g_string_append (text, "; ");
  g_string_append_printf (text, format, b, _rapport_word_for_level (second));
}

/* Returns: (transfer full): "Carers’ organisation and Partner university. Carers’ organisation gives some; …" */
char *
_rapport_name_link (Plan *self, const PlanLink *link)
{
  const char *a = PLAN_NODE (self, link->end[0])->name, *b = PLAN_NODE (self, link->end[1])->name;
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, _("%s and %s"), a, b);
  if (self->show & RAPPORT_SHOW_GIVES)
    append_sides (name, _("%s gives: %s"), a, link->shown.gives[0], b, link->shown.gives[1]);
  if (self->show & RAPPORT_SHOW_POWER)
    append_sides (name, _("%s can decide: %s"), a, link->shown.power[0], b, link->shown.power[1]);
  if (link->added)
    g_string_append_printf (name, ". %s", _("New"));
  if (link->gone)
    g_string_append_printf (name, ". %s", _("Gone"));
  return g_string_free (name, FALSE);
}
#pragma GCC diagnostic pop

static void
append_targets (Plan *self, GString *text, const PlanMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < mark->nodes->len; i++)
    g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "",
                            PLAN_NODE (self, g_array_index (mark->nodes, guint, i))->name);
  for (guint i = 0; i < mark->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, g_array_index (mark->links, guint, i));

      g_string_append (text, n++ > 0 ? ", " : "");
      g_string_append_printf (text, _("between %s and %s"), PLAN_NODE (self, link->end[0])->name,
                              PLAN_NODE (self, link->end[1])->name);
    }
}

static const char *
get_position_word (int position)
{
  static const char *const words[] = { N_("far to the left"), N_("to the left"), N_("in between"),
                                       N_("to the right"), N_("far to the right") };

  return position >= -2 && position <= 2 ? _ (words[position + 2]) : NULL;
}

/* Returns: (transfer full): "Power and reciprocity, felt here: Lead university; strongly; to the left" */
char *
_rapport_name_mark (Plan *self, const PlanMark *mark)
{
  GString *name = g_string_new (_rapport_tension_title (mark->tension));

  g_string_append_printf (name, ", %s: ", _("felt here"));
  if (mark->on_map)
    g_string_append (name, _("the whole partnership"));
  append_targets (self, name, mark);
  if (mark->word != NULL)
    g_string_append_printf (name, "; %s", mark->word);
  if (mark->felt == 3)
    g_string_append_printf (name, "; %s", _("felt strongly"));
  if (get_position_word (mark->position) != NULL)
    g_string_append_printf (name, "; %s", get_position_word (mark->position));
  return g_string_free (name, FALSE);
}
