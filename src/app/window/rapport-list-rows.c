/* rapport-list-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-rows.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-wheel.h"

/* --- Sectors to choose from ------------------------------------------------------------------------------------- */

static void
choice_free (gpointer data)
{
  RapportSectorChoice *choice = data;

  g_free (choice->id);
  g_free (choice->name);
  g_free (choice);
}

/* @id: (nullable) */
static void
add_choice (GPtrArray *choices, const char *id, const char *name)
{
  RapportSectorChoice *choice = g_new0 (RapportSectorChoice, 1);

  choice->id = g_strdup (id);
  choice->name = g_strdup (name);
  g_ptr_array_add (choices, choice);
}

static gboolean
is_choice (GPtrArray *choices, const char *id, const char *name)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const RapportSectorChoice *choice = g_ptr_array_index (choices, i);

      if (id != NULL ? g_strcmp0 (choice->id, id) == 0
                     : choice->id == NULL && g_ascii_strcasecmp (choice->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_sectors_of_list (GPtrArray *choices, RapportMap *map, const RapportListPlan *plan)
{
  for (guint i = 0; i < rapport_list_plan_get_n_people (plan); i++)
    {
      const RapportListPerson *person = rapport_list_plan_get_person (plan, i);
      const char *name = rapport_map_get_sector_name (map, person->sector);

      if (person->sector != NULL && !is_choice (choices, person->sector, NULL))
        add_choice (choices, person->sector, name != NULL ? name : person->sector);
      if (person->new_sector != NULL && !is_choice (choices, NULL, person->new_sector))
        add_choice (choices, NULL, person->new_sector);
    }
}

/* Returns: (transfer full) (element-type RapportSectorChoice): those of the map, those of the list, and at last none */
GPtrArray *
rapport_sector_choices_new (RapportMap *map, const RapportListPlan *plan)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);

  for (guint i = 0; i < rapport_wheel_get_n_wedges (wheel); i++)
    {
      const char *sector = rapport_wheel_get_wedge (wheel, i)->sector;
      const char *name = rapport_map_get_sector_name (map, sector);

      add_choice (choices, sector, name != NULL ? name : sector);
    }
  add_choice (choices, "across", rapport_map_get_sector_name (map, "across"));
  add_sectors_of_list (choices, map, plan);
  add_choice (choices, NULL, NULL);
  return choices;
}

/* Returns: the place of the sector of @person in the list of choices */
guint
rapport_sector_choices_find (GPtrArray *choices, const RapportListPerson *person)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const RapportSectorChoice *choice = g_ptr_array_index (choices, i);

      if (person->new_sector != NULL
            ? choice->id == NULL && choice->name != NULL && g_ascii_strcasecmp (choice->name, person->new_sector) == 0
            : g_strcmp0 (choice->id, person->sector) == 0 && (choice->id != NULL || choice->name == NULL))
        return i;
    }
  return choices->len - 1;
}

/* --- Words ------------------------------------------------------------------------------------------------------ */

static void
append (GString *words, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static const char *
say_word (const RapportWord *words, const char *word)
{
  for (; word != NULL && words->word != NULL; words++)
    if (g_str_equal (words->word, word))
      return g_dgettext (GETTEXT_PACKAGE, words->title);
  return word;
}

static const char *
say_of (GType type, const char *property, gboolean judged, const char *word)
{
  g_autoptr (RapportElement) element = g_object_new (type, NULL);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);

  if (judged)
    return say_word (rapport_properties_find (kind->properties, kind->n_properties, property)->words, word);
  return say_word (rapport_element_find_property (element, property)->words, word);
}

static void
append_level (GString *words, const char *format, int level)
{
  g_autofree char *number = g_strdup_printf ("%d", level);

  if (level == RAPPORT_LEVEL_UNSET)
    return;
  append (words, format);
  g_string_append_printf (words, " %s", level >= 0 ? number : _("views differ"));
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  return row;
}

static char *
say_line (guint line)
{
  return g_strdup_printf (_("Line %u"), line);
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_list_person_row_new (const RapportListPerson *person)
{
  GType type = g_type_from_name ("RapportStakeholder");
  g_autofree char *line = say_line (person->line);
  g_autoptr (GString) words = g_string_new (line);

  if (person->kind != NULL)
    append (words, say_of (type, "kind", FALSE, person->kind));
  if (person->ring != NULL)
    append (words, say_of (type, "ring", TRUE, person->ring));
  append_level (words, _("influence"), person->influence);
  append_level (words, _("stake"), person->stake);
  if (person->note != NULL)
    append (words, _("with a note"));
  if (person->guessed)
    append (words, _("sector guessed from the name"));
  return new_row (person->name, words->str);
}

static gboolean
is_judged (const RapportListLink *link, guint first)
{
  return link->levels[first] != RAPPORT_LEVEL_UNSET || link->levels[first + 1] != RAPPORT_LEVEL_UNSET;
}

static const char *
say_level (int level, char buffer[12])
{
  if (level == RAPPORT_LEVEL_UNSET)
    return _("not discussed");
  if (level == RAPPORT_LEVEL_DIFFER)
    return _("views differ");
  g_snprintf (buffer, 12, "%d", level);
  return buffer;
}

static void
append_pair (GString *words, const char *what, const RapportListLink *link, guint first)
{
  char one[12], other[12];
  g_autofree char *pair = NULL;

  if (!is_judged (link, first))
    return;
  /* Translators: a word such as “gives” and what it is on either side, such as “gives 3 and 1”. */
  pair = g_strdup_printf (_("%s %s and %s"), what, say_level (link->levels[first], one),
                          say_level (link->levels[first + 1], other));
  append (words, pair);
}

static void
append_relations (GString *words, const char *relation)
{
  g_auto (GStrv) list = g_strsplit (relation != NULL ? relation : "", " ", -1);
  GType type = g_type_from_name ("RapportLink");

  for (char **word = list; *word != NULL; word++)
    append (words, say_of (type, "relation", FALSE, *word));
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_list_link_row_new (const RapportListPlan *plan, const RapportListLink *link)
{
  g_autofree char *line = say_line (link->line);
  g_autofree char *title = NULL;
  g_autoptr (GString) words = g_string_new (line);

  /* Translators: two names that are linked. */
  title = g_strdup_printf (_("%s and %s"), rapport_list_plan_get_person (plan, link->end[0])->name,
                           rapport_list_plan_get_person (plan, link->end[1])->name);
  if (link->fate == RAPPORT_LIST_FOUND)
    append (words, _("on the map already"));
  if (link->fate == RAPPORT_LIST_LEFT_OUT)
    append (words, _("left out with one of the two"));
  append_relations (words, link->relation);
  append_pair (words, _("can decide"), link, 0);
  append_pair (words, _("gives"), link, 2);
  if (link->note != NULL)
    append (words, _("with a note"));
  return new_row (title, words->str);
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_list_remark_row_new (const RapportListRemark *remark)
{
  g_autofree char *title = remark->left_out ? g_strdup_printf (_("Line %u is left out"), remark->line)
                                            : say_line (remark->line);
  g_autofree char *words = g_strdup_printf ("%s\n%s", remark->reason, remark->text);
  GtkWidget *row = new_row (title, words);

  if (remark->left_out)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
  return row;
}

/* For what is not listed one by one. Returns: (transfer floating) */
GtkWidget *
rapport_list_more_row_new (guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  return new_row (title, "");
}
