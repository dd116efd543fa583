/* rapport-description.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture in words, by rule: alternative text, what a screen reader says, and the text of an export. It says what
 * is on show and nothing else, and never whether that is good.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-phase.h"

/* So many names are read out; after that, how many more there are. */
#define MOST_NAMES 40

static void
end_paragraph (GString *text)
{
  while (text->len > 0 && !g_str_has_suffix (text->str, "\n\n"))
    g_string_append_c (text, '\n');
}

static const char *
get_name (Plan *self, guint node)
{
  return PLAN_NODE (self, node)->name;
}

static void
describe_counts (Plan *self, GString *text)
{
  RapportElement *phase = self->phase != NULL ? rapport_map_lookup (self->map, self->phase) : NULL;
  const char *question = self->question;
  g_autofree char *people = NULL, *links = NULL;

  if (question != NULL && *question != '\0')
    g_string_append_printf (text, "%s\n\n", question);
  people = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", self->nodes->len), self->nodes->len);
  links = g_strdup_printf (ngettext ("%u link", "%u links", self->links->len), self->links->len);
  g_string_append_printf (text, _("A map with %s and %s"), people, links);
  if (phase != NULL && RAPPORT_IS_PHASE (phase) && rapport_phase_get_name (RAPPORT_PHASE (phase)) != NULL)
    g_string_append_printf (text, ", %s", rapport_phase_get_name (RAPPORT_PHASE (phase)));
  g_string_append (text, ".");
  if (rapport_map_is_illustrative (self->map))
    g_string_append_printf (text, " %s", _("It is a made-up example."));
  end_paragraph (text);
}

/* Returns: how many are in the sector; appends their names */
static guint
list_sector (Plan *self, GString *names, const char *sector)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (g_strcmp0 (rapport_element_get_text (PLAN_NODE (self, i)->element, "sector"), sector) != 0)
        continue;
      if (n < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", get_name (self, i));
      n++;
    }
  if (n > MOST_NAMES)
    {
      g_string_append (names, ", ");
      g_string_append_printf (names, _("and %u more"), n - MOST_NAMES);
    }
  return n;
}

static void
describe_sector (Plan *self, GString *text, const char *sector, const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = list_sector (self, names, sector);

  if (n > 0)
    g_string_append_printf (text, "%s (%u): %s.\n", name, n, names->str);
}

static void
describe_sectors (Plan *self, GString *text)
{
  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    {
      const char *sector = rapport_wheel_get_wedge (self->wheel, i)->sector;
      g_autofree char *name = _rapport_plan_sector_name (self, sector);

      describe_sector (self, text, sector, name != NULL ? name : sector);
    }
  describe_sector (self, text, "across", _("Shared structures"));
  describe_sector (self, text, NULL, _("No sector yet"));
  g_string_append (text, "\n");
}

static void
count (GString *text, guint n, const char *line)
{
  if (n < MOST_NAMES)
    g_string_append_printf (text, "%s\n", line);
}

static void
describe_more (GString *text, guint n)
{
  if (n > MOST_NAMES)
    {
      g_string_append_printf (text, _("And %u more."), n - MOST_NAMES);
      g_string_append (text, "\n");
    }
}

/* Links that lead one way, by name: the average would hide them. */
static void
describe_one_way (Plan *self, GString *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0, open = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, i);
      guint giver = link->shown.gives[0] > 0 ? 0 : 1;
      g_autofree char *line = NULL;

      open += !link->shown.gives_known;
      if (!link->shown.one_way)
        continue;
      line = g_strdup_printf (_("%s gives %s to %s; nothing comes back."), get_name (self, link->end[giver]),
                              _rapport_word_for_level (link->shown.gives[giver]),
                              get_name (self, link->end[!giver]));
      count (lines, n++, line);
    }
  if (n == 0)
    g_string_append (text, _("In no link that was discussed does everything go one way."));
  else
    g_string_append_printf (text, ngettext ("In %u link nothing comes back:", "In %u links nothing comes back:", n), n);
  g_string_append_printf (text, "\n%s", lines->str);
  describe_more (text, n);
  if (open > 0)
    {
      g_string_append_printf (text, ngettext ("What is given was not discussed or views differ on %u link.",
                                              "What is given was not discussed or views differ on %u links.", open),
                              open);
      g_string_append (text, "\n");
    }
  end_paragraph (text);
}

static void
describe_unequal (Plan *self, GString *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0, open = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, i);
      guint more = link->shown.power_difference > 0 ? 0 : 1;
      g_autofree char *line = NULL;

      open += !link->shown.power_known;
      if (!rapport_link_facts_is_unequal (&link->shown))
        continue;
      line = g_strdup_printf (_("%s can decide %s, %s %s."), get_name (self, link->end[more]),
                              _rapport_word_for_level (link->shown.power[more]), get_name (self, link->end[!more]),
                              _rapport_word_for_level (link->shown.power[!more]));
      count (lines, n++, line);
    }
  g_string_append_printf (text,
                          ngettext ("In %u link one can decide much more than the other:",
                                    "In %u links one can decide much more than the other:", n),
                          n);
  g_string_append_printf (text, "\n%s", lines->str);
  describe_more (text, n);
  if (open > 0)
    {
      g_string_append_printf (text, ngettext ("Who can decide was not discussed or views differ on %u link.",
                                              "Who can decide was not discussed or views differ on %u links.", open),
                              open);
      g_string_append (text, "\n");
    }
  end_paragraph (text);
}

static void
describe_influence (Plan *self, GString *text)
{
  g_autoptr (GString) open = g_string_new (NULL);
  guint n = 0;

  for (int level = 5; level >= 0; level--)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < self->nodes->len; i++)
        if (PLAN_NODE (self, i)->shown_influence == level && names->len < 2000)
          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_name (self, i));
      if (names->len == 0)
        continue;
      g_string_append_printf (text, _("Influence %d of 5: %s."), level, names->str);
      g_string_append (text, "\n");
    }
  for (guint i = 0; i < self->nodes->len; i++)
    n += !rapport_level_is_known (PLAN_NODE (self, i)->shown_influence);
  if (n > 0)
    {
      g_string_append_printf (text, ngettext ("The influence of %u stakeholder was not discussed.",
                                              "The influence of %u stakeholders was not discussed.", n),
                              n);
      g_string_append (text, "\n");
    }
  end_paragraph (text);
}

static void
describe_marks (Plan *self, GString *text)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *name = _rapport_name_mark (self, PLAN_MARK (self, i));

      g_string_append_printf (text, "%s.\n", name);
    }
  end_paragraph (text);
}

static void
describe_changes (Plan *self, GString *text)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    n += PLAN_LINK (self, i)->changed;
  g_string_append_printf (text, ngettext ("%u of %u link changes.", "%u of %u links change.", self->links->len), n,
                          self->links->len);
  g_string_append (text, "\n");
  for (guint i = 0, said = 0; i < self->links->len && said < MOST_NAMES; i++)
    {
      const PlanLink *link = PLAN_LINK (self, i);
      g_autofree char *name = NULL;

      if (!link->changed)
        continue;
      name = _rapport_name_link (self, link);
      g_string_append_printf (text, "%s.\n", name);
      said++;
    }
  end_paragraph (text);
}

/* Returns: (transfer full): paragraphs of plain text */
char *
_rapport_describe (Plan *self)
{
  GString *text = g_string_new (NULL);

  describe_counts (self, text);
  describe_sectors (self, text);
  if (self->show & RAPPORT_SHOW_INFLUENCE)
    describe_influence (self, text);
  if (self->comparing)
    describe_changes (self, text);
  else
    {
      if (self->show & RAPPORT_SHOW_GIVES)
        describe_one_way (self, text);
      if (self->show & RAPPORT_SHOW_POWER)
        describe_unequal (self, text);
    }
  describe_marks (self, text);
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
