/* rapport-draw-heading.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the picture answers, when, who says so, and whether it is made up.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-perspective.h"
#include "rapport-phase.h"

#define LEFT 32.0
#define TOP 14.0
/* On narrower pages the second line may be two. */
#define NARROW 1500.0
#define DOT "  ·  "

static const char *
get_phase_name (Plan *self, const char *id)
{
  RapportElement *phase = id != NULL ? rapport_map_lookup (self->map, id) : NULL;

  return phase != NULL && RAPPORT_IS_PHASE (phase) ? rapport_phase_get_name (RAPPORT_PHASE (phase)) : NULL;
}

static const char *
get_view_name (Plan *self, const char *id)
{
  RapportElement *view = id != NULL ? rapport_map_lookup (self->map, id) : NULL;

  if (view != NULL && RAPPORT_IS_PERSPECTIVE (view))
    return rapport_perspective_get_name (RAPPORT_PERSPECTIVE (view));
  return _("as agreed");
}

/* "academia:4 nhs:5" → 9 */
static guint
count_people (const char *people)
{
  g_auto (GStrv) words = g_strsplit (people != NULL ? people : "", " ", -1);
  guint64 n = 0;

  for (char **word = words; *word != NULL; word++)
    {
      const char *colon = strchr (*word, ':');

      if (colon != NULL)
        n += g_ascii_strtoull (colon + 1, NULL, 10);
    }
  return (guint) MIN (n, 100000);
}

/* A draft is one view and says so; agreed is with a date and a number of people. */
static char *
describe_standing (Plan *self)
{
  RapportElement *element = self->phase != NULL ? rapport_map_lookup (self->map, self->phase) : NULL;
  RapportPhase *phase = element != NULL && RAPPORT_IS_PHASE (element) ? RAPPORT_PHASE (element) : NULL;
  guint people;

  if (rapport_lens_get_perspective (self->lens) != NULL)
    return g_strdup_printf (_("as %s see it"), get_view_name (self, rapport_lens_get_perspective (self->lens)));
  if (phase == NULL || g_strcmp0 (rapport_phase_get_standing (phase), "agreed") != 0)
    return g_strdup (_("a draft: one view"));
  people = count_people (rapport_phase_get_people (phase));
  if (rapport_phase_get_agreed (phase) == NULL)
    return g_strdup (_("as agreed"));
  if (people == 0)
    return g_strdup_printf (_("as agreed on %s"), rapport_phase_get_agreed (phase));
  return g_strdup_printf (ngettext ("as agreed on %s by %u person", "as agreed on %s by %u people", people),
                          rapport_phase_get_agreed (phase), people);
}

static char *
describe_comparison (Plan *self)
{
  const char *from = get_phase_name (self, self->phase);
  const char *to = get_phase_name (self, rapport_lens_get_compare_phase (self->lens));

  if (rapport_lens_get_compare_perspective (self->lens) != NULL)
    {
      from = get_view_name (self, rapport_lens_get_perspective (self->lens));
      to = get_view_name (self, rapport_lens_get_compare_perspective (self->lens));
    }
  return g_strdup_printf ("%s → %s", from != NULL ? from : "", to != NULL ? to : "");
}

static const char *
describe_show (Plan *self)
{
  guint show = self->show & (RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER);

  if (show == (RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER))
    return _("what is given, who can decide or say no");
  if (show == RAPPORT_SHOW_GIVES)
    return _("what is given");
  return show == RAPPORT_SHOW_POWER ? _("who can decide or say no") : NULL;
}

/* Returns: (transfer full) (nullable): the one tension on show */
static char *
describe_tension (Plan *self)
{
  guint on = self->show & RAPPORT_SHOW_TENSIONS;

  for (guint tension = 1; tension <= 4; tension++)
    if (on == (guint) RAPPORT_SHOW_NARRATIVES << (tension - 1))
      return g_strdup_printf (_("tension %u: %s"), tension, _rapport_tension_title (tension));
  return NULL;
}

static gboolean
has_quiet (Plan *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (PLAN_LINK (self, i)->quiet)
      return TRUE;
  return FALSE;
}

static void
append (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, DOT);
  g_string_append (line, part);
}

static char *
make_line (Plan *self)
{
  GString *line = g_string_new (NULL);
  g_autofree char *standing = describe_standing (self);
  g_autofree char *comparison = NULL, *tension = NULL;

  append (line, rapport_map_get_title (self->map));
  if (self->comparing)
    {
      comparison = describe_comparison (self);
      append (line, comparison);
    }
  else
    {
      append (line, get_phase_name (self, self->phase));
      append (line, standing);
    }
  append (line, describe_show (self));
  tension = describe_tension (self);
  append (line, tension);
  if (rapport_lens_is_starred_only (self->lens))
    append (line, _("starred only"));
  /* A filter, not a verdict. */
  if (has_quiet (self) && self->links->len <= PLAN_MANY_LINKS)
    append (line, _("two-way and equal links are drawn quietly"));
  return g_string_free (line, FALSE);
}

/* Returns: how wide it is, with the gap before it; 0 without one */
static double
draw_ribbon (Plan *self, double right)
{
  const RapportTheme *theme = self->theme;
  const char *text = _("Made-up example");
  RapportSceneItem *item;
  double size = 22, width = rapport_text_measure_width (self->measure, text, size, 600) + 28;
  RapportRect rect = { right - width, TOP + 46, width, 34 };
  RapportPath *path;

  if (!rapport_map_is_illustrative (self->map))
    return 0;
  item = rapport_scene_item_new (RAPPORT_ITEM_RIBBON, NULL);
  item->name = g_strdup (_("This map is a made-up example"));
  path = rapport_path_new ();
  rapport_path_rect (path, &rect, 5);
  _rapport_draw_line (item, path, theme->soft, 1.6);
  _rapport_draw_text (self, item, text, rect.x + width / 2, rect.y + 25, size, 600, RAPPORT_ANCHOR_MIDDLE,
                      theme->soft);
  g_ptr_array_add (self->scene->items, item);
  return width + 24;
}

static const char *
get_question (Plan *self)
{
  const char *question = self->page.title != NULL ? self->page.title : rapport_map_get_question (self->map);

  if (question == NULL || *question == '\0')
    question = rapport_map_get_title (self->map);
  return question != NULL ? question : "";
}

void
_rapport_draw_heading (Plan *self)
{
  const RapportTheme *theme = self->theme;
  RapportSceneItem *item;
  g_auto (GStrv) question = NULL;
  g_auto (GStrv) below = NULL;
  g_autofree char *line = NULL;
  double size = theme->heading, room = self->heading_end - LEFT, y = TOP;

  if (self->page.no_heading)
    return;
  item = rapport_scene_item_new (RAPPORT_ITEM_HEADING, NULL);
  if (rapport_text_measure_width (self->measure, get_question (self), size, 700) > room)
    size = 28;
  question = rapport_text_measure_break (self->measure, get_question (self), size, 700, room, size < 30 ? 2 : 1);
  for (char **text = question; *text != NULL; text++)
    {
      y += size * 1.1;
      _rapport_draw_text (self, item, *text, LEFT, y - size * 0.2, size, 700, RAPPORT_ANCHOR_START, theme->ink);
    }
  line = make_line (self);
  room = self->page.width - 2 * LEFT - draw_ribbon (self, self->page.width - 24);
  below = rapport_text_measure_break (self->measure, line, theme->subtitle, 500, room, self->page.width < NARROW ? 2 : 1);
  y = MAX (y + 34, TOP + 72) - (g_strv_length (below) > 1 ? 14 : 0);
  for (char **text = below; *text != NULL; text++, y += 26)
    _rapport_draw_text (self, item, *text, LEFT, y, theme->subtitle, 500, RAPPORT_ANCHOR_START, theme->soft);
  item->name = g_strdup_printf ("%s\n%s", get_question (self), line);
  if (item->shapes->len > 0)
    g_ptr_array_add (self->scene->items, item);
  else
    rapport_scene_item_free (item);
}
