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
/* On narrower pages the second line may be two; under a prompt too, since it holds the question as well. */
#define NARROW 1500.0
/* Where one line is too short for the question. */
#define SMALLER 28.0
#define LINE 26.0
#define RIBBON 22.0
#define RIBBON_GAP 24.0
#define DOT "  ·  "

static const char *
get_phase_name (Plan *self, const char *id)
{
  RapportElement *phase = id != NULL ? rapport_map_lookup (self->map, id) : NULL;

  return phase != NULL && RAPPORT_IS_PHASE (phase) ? rapport_phase_get_name (RAPPORT_PHASE (phase)) : NULL;
}

/* Returns: (nullable) (transfer none): the time on show */
static RapportPhase *
get_phase (Plan *self)
{
  RapportElement *phase = self->phase != NULL ? rapport_map_lookup (self->map, self->phase) : NULL;

  return phase != NULL && RAPPORT_IS_PHASE (phase) ? RAPPORT_PHASE (phase) : NULL;
}

static const char *
get_view_name (Plan *self, const char *id)
{
  RapportElement *view = id != NULL ? rapport_map_lookup (self->map, id) : NULL;
  RapportPhase *phase = get_phase (self);

  if (view != NULL && RAPPORT_IS_PERSPECTIVE (view))
    return rapport_perspective_get_name (RAPPORT_PERSPECTIVE (view));
  return phase != NULL && rapport_phase_is_agreed (phase) ? _("as agreed") : _("the draft");
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
  RapportPhase *phase = get_phase (self);
  guint people;

  if (rapport_lens_get_perspective (self->lens) != NULL)
    return g_strdup_printf (_("as %s see it"), get_view_name (self, rapport_lens_get_perspective (self->lens)));
  if (phase == NULL || !rapport_phase_is_agreed (phase))
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

static const char *
get_question (Plan *self)
{
  const char *question = self->page.prompt;

  if (question == NULL || *question == '\0')
    question = self->page.title != NULL ? self->page.title : self->question;
  if (question == NULL || *question == '\0')
    question = rapport_map_get_title (self->map);
  return question != NULL ? question : "";
}

/* A prompt takes the place of the question, which then has the place of the title: it stays in sight. What stands in
 * the heading is not said again below it. */
static const char *
get_first_part (Plan *self)
{
  const char *question = self->page.title != NULL ? self->page.title : self->question;
  const char *part = rapport_map_get_title (self->map);

  if (self->page.prompt != NULL && question != NULL && *question != '\0')
    part = question;
  return g_strcmp0 (part, get_question (self)) != 0 ? part : NULL;
}

static char *
make_line (Plan *self)
{
  GString *line = g_string_new (NULL);
  g_autofree char *standing = describe_standing (self);
  g_autofree char *comparison = NULL, *tension = NULL;

  append (line, get_first_part (self));
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

/* --- The ribbon --- */

static const char *
get_ribbon (Plan *self)
{
  return rapport_map_is_illustrative (self->map) ? _("Made-up example") : NULL;
}

/* With the gap before it; 0 without one. */
static double
get_ribbon_width (Plan *self)
{
  const char *text = get_ribbon (self);

  return text != NULL ? rapport_text_measure_width (self->measure, text, RIBBON, 600) + 28 + RIBBON_GAP : 0;
}

static void
draw_ribbon (Plan *self, double right)
{
  double width = get_ribbon_width (self) - RIBBON_GAP;
  RapportRect rect = { right - width, TOP + 46, width, 34 };
  RapportSceneItem *item;
  RapportPath *path;

  if (get_ribbon (self) == NULL)
    return;
  item = rapport_scene_item_new (RAPPORT_ITEM_RIBBON, NULL);
  item->name = g_strdup (_("This map is a made-up example"));
  path = rapport_path_new ();
  rapport_path_rect (path, &rect, 5);
  _rapport_draw_line (item, path, self->theme->soft, 1.6);
  _rapport_draw_text (self, item, get_ribbon (self), rect.x + width / 2, rect.y + 25, RIBBON, 600,
                      RAPPORT_ANCHOR_MIDDLE, self->theme->soft);
  g_ptr_array_add (self->scene->items, item);
}

/* --- The lines --- */

typedef struct
{
  double size;     /* of the question */
  char **question; /* owned */
  char *line;      /* owned: what stands below it */
  char **below;    /* owned: the same, broken */
  double first;    /* baseline of the first line below */
} Heading;

static void
clear_heading (Heading *heading)
{
  g_strfreev (heading->question);
  g_strfreev (heading->below);
  g_free (heading->line);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heading, clear_heading)

static void
lay_out_heading (Plan *self, Heading *heading)
{
  const RapportTheme *theme = self->theme;
  const char *question = get_question (self);
  double room = self->heading_end - LEFT, y;

  heading->size = theme->heading;
  if (rapport_text_measure_width (self->measure, question, heading->size, 700) > room)
    {
      /* The second line comes down to where the ribbon is. */
      heading->size = SMALLER;
      room = MIN (room, self->page.width - 2 * LEFT - get_ribbon_width (self));
    }
  heading->question = rapport_text_measure_break (self->measure, question, heading->size, 700, room,
                                                  heading->size < theme->heading ? 2 : 1);
  heading->line = self->page.title_only ? g_strdup ("") : make_line (self);
  room = self->page.width - 2 * LEFT - get_ribbon_width (self);
  heading->below = rapport_text_measure_break (self->measure, heading->line, theme->subtitle, 500, room,
                                               self->page.width < NARROW || self->page.prompt != NULL ? 2 : 1);
  y = TOP + g_strv_length (heading->question) * heading->size * 1.1;
  /* Two lines below one stand where one would, a little higher. */
  heading->first = MAX (y + 34, TOP + 72);
  if (g_strv_length (heading->below) > 1)
    heading->first -= g_strv_length (heading->question) > 1 ? 6 : 14;
}

/* Returns: where the heading ends, on the page; 0 where there is none */
double
_rapport_heading_get_bottom (Plan *self)
{
  g_auto (Heading) heading = { 0 };

  if (self->page.no_heading)
    return 0;
  lay_out_heading (self, &heading);
  return heading.first + (MAX (g_strv_length (heading.below), 1) - 1) * LINE + 0.24 * self->theme->subtitle;
}

void
_rapport_draw_heading (Plan *self)
{
  const RapportTheme *theme = self->theme;
  g_auto (Heading) heading = { 0 };
  RapportSceneItem *item;
  double y = TOP;

  if (self->page.no_heading)
    return;
  lay_out_heading (self, &heading);
  draw_ribbon (self, self->page.width - 24);
  item = rapport_scene_item_new (RAPPORT_ITEM_HEADING, NULL);
  for (char **text = heading.question; *text != NULL; text++)
    {
      y += heading.size * 1.1;
      _rapport_draw_text (self, item, *text, LEFT, y - heading.size * 0.2, heading.size, 700, RAPPORT_ANCHOR_START,
                          theme->ink);
    }
  y = heading.first;
  for (char **text = heading.below; *text != NULL; text++, y += LINE)
    _rapport_draw_text (self, item, *text, LEFT, y, theme->subtitle, 500, RAPPORT_ANCHOR_START, theme->soft);
  item->name = g_strdup_printf ("%s\n%s", get_question (self), heading.line);
  if (item->shapes->len > 0)
    g_ptr_array_add (self->scene->items, item);
  else
    rapport_scene_item_unref (item);
}
