/* rapport-list-write.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-write.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-text.h"

/* Headings are English, so that every version of the program reads them again. */
static const char *const people_headings[] = { "Name", "Sector", "Kind", "Ring", "Influence", NULL };
static const char *const bilingual_headings[]
  = { "Name", "Sector", "Kind", "Ring", "Influence", "Other name", NULL };
static const char *const link_headings[] = { "From", "To", "Relation", "Power A", "Power B", "Gives A", "Gives B", NULL };

typedef struct
{
  GString *out;
  gboolean html;
} Writer;

static void
write_row (Writer *self, const char *const *cells, const char *tag)
{
  if (self->html)
    g_string_append (self->out, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *line = rapport_text_collapse (cells[i]);
      g_autofree char *escaped = g_markup_escape_text (line, -1);

      if (self->html)
        g_string_append_printf (self->out, "<%s>%s</%s>", tag, escaped, tag);
      else
        g_string_append_printf (self->out, "%s%s", i > 0 ? "\t" : "", line);
    }
  g_string_append (self->out, self->html ? "</tr>\n" : "\n");
}

static char *
say_level (const RapportReading *reading, const char *field)
{
  int level = rapport_reading_get_level (reading, field);

  if (level == RAPPORT_LEVEL_DIFFER)
    return g_strdup (_("views differ"));
  return level >= 0 ? g_strdup_printf ("%d", level) : g_strdup ("");
}

static const char *
get_text (RapportElement *element, const char *property)
{
  const char *text = rapport_element_get_text (element, property);

  return text != NULL ? text : "";
}

static void
write_person (Writer *self, RapportMap *map, RapportElement *element, const RapportReading *reading)
{
  const char *sector = rapport_map_get_sector_name (map, rapport_element_get_text (element, "sector"));
  const char *ring = rapport_reading_get_text (reading, "ring");
  g_autofree char *influence = say_level (reading, "influence");
  const char *const cells[] = { get_text (element, "label"), sector != NULL ? sector : "", get_text (element, "kind"),
                                ring != NULL ? ring : "", influence,
                                rapport_map_is_bilingual (map) ? get_text (element, "other-label") : NULL, NULL };

  write_row (self, cells, "td");
}

static const char *
name_of (RapportMap *map, const char *id)
{
  RapportElement *element = rapport_map_lookup (map, id);

  return element != NULL ? get_text (element, "label") : "";
}

static void
write_link (Writer *self, RapportMap *map, RapportElement *element, const RapportReading *reading)
{
  g_autofree char *power_a = say_level (reading, "power-a");
  g_autofree char *power_b = say_level (reading, "power-b");
  g_autofree char *gives_a = say_level (reading, "gives-a");
  g_autofree char *gives_b = say_level (reading, "gives-b");
  const char *const cells[] = { name_of (map, rapport_element_get_text (element, "a")),
                                name_of (map, rapport_element_get_text (element, "b")),
                                get_text (element, "relation"), power_a, power_b, gives_a, gives_b, NULL };

  write_row (self, cells, "td");
}

typedef void (*WriteElement) (Writer *self, RapportMap *map, RapportElement *element, const RapportReading *reading);

/* A table only where it has rows. */
static void
write_table (Writer *self, RapportMap *map, const char *phase, RapportList list, const char *const *headings,
             WriteElement write_element)
{
  gboolean any = FALSE;

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (map, list)); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const RapportReading *reading = rapport_element_get_reading (g_sequence_get (iter), phase, NULL);

      if (reading == NULL)
        continue;
      if (!any && self->html)
        g_string_append (self->out, "<table border=\"1\">\n");
      if (!any)
        write_row (self, headings, "th");
      any = TRUE;
      write_element (self, map, g_sequence_get (iter), reading);
    }
  if (any)
    g_string_append (self->out, self->html ? "</table>\n" : "\n");
}

/* Returns: (transfer full) */
static char *
write_map (RapportMap *map, const char *phase, gboolean html)
{
  Writer self = { g_string_new (html ? "<meta charset=\"utf-8\">\n" : ""), html };
  const char *time = phase != NULL ? phase : rapport_map_get_first_phase (map);

  if (time == NULL)
    return g_string_free (self.out, FALSE);
  write_table (&self, map, time, RAPPORT_LIST_STAKEHOLDERS,
               rapport_map_is_bilingual (map) ? bilingual_headings : people_headings, write_person);
  write_table (&self, map, time, RAPPORT_LIST_LINKS, link_headings, write_link);
  return g_string_free (self.out, FALSE);
}

/* @phase: (nullable). Returns: (transfer full): with tabs between columns */
char *
rapport_list_write_text (RapportMap *map, const char *phase)
{
  return write_map (map, phase, FALSE);
}

/* @phase: (nullable). Returns: (transfer full): two tables */
char *
rapport_list_write_html (RapportMap *map, const char *phase)
{
  return write_map (map, phase, TRUE);
}
