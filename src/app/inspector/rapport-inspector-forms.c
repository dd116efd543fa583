/* rapport-inspector-forms.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which fields of what is selected stand together, under which heading and with which words.
 */
#include "rapport-inspector-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-element-words.h"
#include "rapport-form-row.h"
#include "rapport-function.h"
#include "rapport-level-words.h"
#include "rapport-link.h"
#include "rapport-mark.h"
#include "rapport-phase.h"
#include "rapport-presence-row.h"
#include "rapport-region.h"
#include "rapport-response.h"
#include "rapport-stakeholder.h"
#include "rapport-term.h"
#include "rapport-whose-view.h"

#define MOST_FIELDS 10

/* A group of fields. Of several that are selected, one's own fields are left out. */
typedef struct
{
  const char *title; /* translatable; %NULL: made by the form */
  const char *fields[MOST_FIELDS];
} Group;

static const char *const own_fields[] = { "label", "short", "other-label", "word", "plain", "what", "name", "note", "evidence",
                                          "own-words", "note-a", "note-b", "angle", "depth", "x", "y", "item" };

static gboolean
is_own (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_fields); i++)
    if (strcmp (own_fields[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Whether each of them has it, of the same kind and with the same words. */
static gboolean
all_have (GPtrArray *elements, const char *name)
{
  const RapportProperty *first = rapport_element_find_property (g_ptr_array_index (elements, 0), name);

  for (guint i = 1; i < elements->len; i++)
    {
      RapportElement *element = g_ptr_array_index (elements, i);
      const RapportProperty *other = rapport_element_find_property (element, name);

      if (first == NULL || other == NULL)
        {
          if (G_OBJECT_TYPE (element) != G_OBJECT_TYPE (g_ptr_array_index (elements, 0)))
            return FALSE;
        }
      else if (first->kind != other->kind || first->words != other->words)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_any (GPtrArray *elements, const Group *group)
{
  for (guint i = 0; i < MOST_FIELDS && group->fields[i] != NULL; i++)
    if ((elements->len == 1 || !is_own (group->fields[i])) && all_have (elements, group->fields[i]))
      return TRUE;
  return FALSE;
}

static void
add_fields (RapportInspector *self, gpointer parent, GPtrArray *elements, const Group *group)
{
  for (guint i = 0; i < MOST_FIELDS && group->fields[i] != NULL; i++)
    if ((elements->len == 1 || !is_own (group->fields[i])) && all_have (elements, group->fields[i]))
      _rapport_inspector_add_field (self, parent, elements, group->fields[i]);
}

static void
add_group (RapportInspector *self, GPtrArray *elements, const Group *group, const char *title,
           const char *description)
{
  if (!has_any (elements, group))
    return;
  if (title == NULL)
    title = g_dgettext (GETTEXT_PACKAGE, group->title);
  add_fields (self, _rapport_inspector_add_group (self, title, description), elements, group);
}

/* --- Rows with words of their own --- */

/* @field: (transfer full). Returns: (transfer floating) */
GtkWidget *
_rapport_inspector_new_row (RapportFormField *field)
{
  RapportElement *element = rapport_form_field_get_first (field);

  if (RAPPORT_IS_MARK (element) && strcmp (field->property->name, "note-a") == 0)
    return rapport_form_row_new (field, rapport_level_pole (element, RAPPORT_SIDE_A), NULL);
  if (RAPPORT_IS_MARK (element) && strcmp (field->property->name, "note-b") == 0)
    return rapport_form_row_new (field, rapport_level_pole (element, RAPPORT_SIDE_B), NULL);
  return rapport_form_row_new (field, NULL, NULL);
}

/* On what it depends which rows it has. Returns: (transfer none) */
const char *
_rapport_inspector_describe (RapportElement *element, const char *phase)
{
  if (RAPPORT_IS_MARK (element))
    return rapport_mark_get_tension (RAPPORT_MARK (element));
  if (RAPPORT_IS_LINK (element))
    return phase != NULL && rapport_element_is_in_phase (element, phase) ? "there" : "";
  return "";
}

/* --- What is judged --- */

/* Returns: (transfer full): such as “Now (2011), as NHS partners see it” */
static char *
name_time (RapportInspector *self)
{
  const RapportLens *lens = rapport_session_get_lens (self->session);
  RapportMap *map = rapport_session_get_map (self->session);
  RapportElement *phase = rapport_map_lookup (map, rapport_lens_get_phase (lens));
  RapportElement *view = rapport_map_lookup (map, rapport_lens_get_perspective (lens));
  g_autofree char *time = phase != NULL ? rapport_element_words_name (phase) : g_strdup (_("This time"));
  g_autofree char *whose = view != NULL ? rapport_element_words_name (view) : NULL;

  /* Translators: the first %s is a time, the second whose view it is. */
  return whose != NULL ? g_strdup_printf (_("%s, as seen by %s"), time, whose) : g_steal_pointer (&time);
}

/* Above what a view has of its own: names and notes are everybody's. @mark: (nullable): it is of the view it names */
static void
add_whose (RapportInspector *self, RapportElement *mark)
{
  GtkWidget *whose = rapport_whose_view_new (self->session);

  rapport_whose_view_set_element (RAPPORT_WHOSE_VIEW (whose), mark);
  gtk_box_append (GTK_BOX (self->box), whose);
}

static gboolean
are_all_there (RapportInspector *self, GPtrArray *elements)
{
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (self->session));

  for (guint i = 0; i < elements->len; i++)
    if (phase == NULL || !rapport_element_is_in_phase (g_ptr_array_index (elements, i), phase))
      return FALSE;
  return TRUE;
}

static void
add_presence (RapportInspector *self, AdwPreferencesGroup *group, GPtrArray *elements)
{
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (self->session));

  if (phase == NULL)
    return;
  self->presence = rapport_presence_row_new (self->session, elements, phase);
  adw_preferences_group_add (group, self->presence);
}

/* --- What hangs on it --- */

static void
open_cb (GtkWidget *row, RapportInspector *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  if (rapport_map_lookup (rapport_session_get_map (self->session), id) != NULL)
    rapport_selection_set (rapport_session_get_selection (self->session), id);
}

static void
add_way (RapportInspector *self, AdwPreferencesGroup *group, RapportElement *element)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = rapport_element_words_name (element);
  g_autofree char *detail
      = rapport_element_words_detail (element, rapport_session_get_lens (self->session));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (rapport_element_get_id (element)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, 0);
  adw_preferences_group_add (group, row);
}

/* What names this element, of one type: one goes there from here. */
static void
add_ways (RapportInspector *self, RapportElement *element, GType type, const char *title)
{
  g_autoptr (GPtrArray) all = rapport_map_list_referrers (rapport_session_get_map (self->session),
                                                          rapport_element_get_id (element));
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      RapportElement *other = g_ptr_array_index (all, i);

      if (!g_type_is_a (G_OBJECT_TYPE (other), type) || other == element)
        continue;
      if (group == NULL)
        group = _rapport_inspector_add_group (self, title, NULL);
      add_way (self, group, other);
    }
}

/* --- The types --- */

static void
show_stakeholders (RapportInspector *self, GPtrArray *elements, const char *title)
{
  static const Group names = { NULL, { "label", "short", "other-label", "sector", "kind", "parent", "starred" } };
  static const Group judged = { NULL, { "ring", "influence", "stake" } };
  static const Group structure = { N_("Shared structure"), { "spans", "purposes" } };
  static const Group moved = { N_("What moves them"), { "brings-in", "holds-back", "own-words", "note" } };
  static const Group place = { N_("Exact place"), { "angle", "depth", "x", "y" } };
  g_autofree char *time = name_time (self);
  AdwPreferencesGroup *group;
  gboolean structures = TRUE;

  for (guint i = 0; i < elements->len; i++)
    structures &= rapport_stakeholder_is_structure (g_ptr_array_index (elements, i));
  add_group (self, elements, &names, title, NULL);
  add_whose (self, NULL);
  group = _rapport_inspector_add_group (self, time, NULL);
  add_presence (self, group, elements);
  if (are_all_there (self, elements))
    add_fields (self, group, elements, &judged);
  if (structures)
    add_group (self, elements, &structure, NULL, NULL);
  add_group (self, elements, &moved, NULL, NULL);
  if (elements->len > 1)
    return;
  add_ways (self, g_ptr_array_index (elements, 0), RAPPORT_TYPE_LINK, _("Links"));
  add_ways (self, g_ptr_array_index (elements, 0), RAPPORT_TYPE_MARK, _("Tensions felt here"));
  add_group (self, elements, &place, NULL, _("Where it stands on the wheel, or in a free layout. Dragging sets it too."));
}

static char *
name_side (RapportElement *link, RapportSide side)
{
  RapportElement *end = rapport_map_lookup (rapport_element_get_map (link),
                                            rapport_link_get_end (RAPPORT_LINK (link), side));

  return end != NULL ? rapport_element_words_name (end) : g_strdup (_("Unnamed"));
}

static void
show_sides (RapportInspector *self, GPtrArray *elements)
{
  static const Group sides[2]
      = { { NULL, { "gives-a", "items-a", "power-a", "kinds-a", "fair-a" } },
          { NULL, { "gives-b", "items-b", "power-b", "kinds-b", "fair-b" } } };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = name_side (g_ptr_array_index (elements, 0), (RapportSide) i);

      add_group (self, elements, &sides[i], name, NULL);
    }
}

/* Which side of a link is the one and which the other is chance: of several, only what is of both is shared. */
static void
show_links (RapportInspector *self, GPtrArray *elements, const char *title)
{
  static const Group about = { NULL, { "relation", "starred", "note" } };
  g_autofree char *time = name_time (self);

  add_group (self, elements, &about, title, NULL);
  add_presence (self, _rapport_inspector_add_group (self, time, NULL), elements);
  if (elements->len == 1 && are_all_there (self, elements))
    {
      add_whose (self, NULL);
      show_sides (self, elements);
    }
  if (elements->len == 1)
    add_ways (self, g_ptr_array_index (elements, 0), RAPPORT_TYPE_MARK, _("Tensions felt here"));
}

static void
show_marks (RapportInspector *self, GPtrArray *elements, const char *title)
{
  static const Group about = { NULL, { "tension", "on", "note-a", "note-b", "evidence" } };
  static const Group narratives = { N_("How it is felt"), { "position", "pull", "felt", "state" } };
  static const Group others = { N_("How it is felt"), { "position", "felt", "state" } };
  static const Group who = { N_("For whom and when"), { "level", "phase", "perspective" } };
  gboolean all_narratives = TRUE;

  for (guint i = 0; i < elements->len; i++)
    all_narratives
        &= g_strcmp0 (rapport_mark_get_tension (g_ptr_array_index (elements, i)), "narratives") == 0;
  if (elements->len == 1)
    add_whose (self, g_ptr_array_index (elements, 0));
  add_group (self, elements, &about, title,
             _("Where it is felt, never who is at fault. Neither end is the good one."));
  add_group (self, elements, all_narratives ? &narratives : &others, NULL, NULL);
  add_group (self, elements, &who, NULL, NULL);
  if (elements->len == 1)
    add_ways (self, g_ptr_array_index (elements, 0), RAPPORT_TYPE_RESPONSE, _("Responses"));
}

static void
show_rest (RapportInspector *self, GPtrArray *elements, const char *title)
{
  static const Group response
      = { NULL, { "what", "kind", "marks", "by", "structure", "status", "look-again", "level" } };
  static const Group function = { NULL, { "name", "by" } };
  static const Group term = { NULL, { "word", "plain", "state", "used-by" } };
  static const Group region = { NULL, { "name", "members" } };
  RapportElement *first = g_ptr_array_index (elements, 0);

  if (RAPPORT_IS_RESPONSE (first))
    add_group (self, elements, &response, title, _("What is done about tensions, by whom, and when it is looked at again."));
  else if (RAPPORT_IS_FUNCTION (first))
    add_group (self, elements, &function, title, _("Leadership may be shared: more than one can lead on the same."));
  else if (RAPPORT_IS_TERM (first))
    add_group (self, elements, &term, title, _("A word that does not mean the same to all, and what it means plainly."));
  else
    add_group (self, elements, &region, title, NULL);
}

static gboolean
are_of_one_type (GPtrArray *elements)
{
  for (guint i = 1; i < elements->len; i++)
    if (G_OBJECT_TYPE (g_ptr_array_index (elements, i)) != G_OBJECT_TYPE (g_ptr_array_index (elements, 0)))
      return FALSE;
  return TRUE;
}

static char *
name_selection (GPtrArray *elements, gboolean one_type)
{
  RapportElement *first = g_ptr_array_index (elements, 0);
  guint n = elements->len;

  if (n == 1)
    return g_strdup (rapport_element_words_type (first));
  if (one_type && RAPPORT_IS_STAKEHOLDER (first))
    return g_strdup_printf (ngettext ("%u stakeholder selected", "%u stakeholders selected", n), n);
  if (one_type && RAPPORT_IS_LINK (first))
    return g_strdup_printf (ngettext ("%u link selected", "%u links selected", n), n);
  if (one_type && RAPPORT_IS_MARK (first))
    return g_strdup_printf (ngettext ("%u tension selected", "%u tensions selected", n), n);
  return g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
}

/* @elements: (element-type RapportElement): at least one */
void
_rapport_inspector_show_elements (RapportInspector *self, GPtrArray *elements)
{
  static const Group shared = { NULL, { "starred", "level", "state" } };
  gboolean one_type = are_of_one_type (elements);
  g_autofree char *title = name_selection (elements, one_type);
  RapportElement *first = g_ptr_array_index (elements, 0);

  if (!one_type)
    {
      if (has_any (elements, &shared))
        add_group (self, elements, &shared, title, NULL);
      else
        _rapport_inspector_add_group (self, title, _("They have nothing in common that can be set at once."));
    }
  else if (RAPPORT_IS_STAKEHOLDER (first))
    show_stakeholders (self, elements, title);
  else if (RAPPORT_IS_LINK (first))
    show_links (self, elements, title);
  else if (RAPPORT_IS_MARK (first))
    show_marks (self, elements, title);
  else
    show_rest (self, elements, title);
}
