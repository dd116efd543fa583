/* rapport-inspector.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-inspector-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-button-names.h"
#include "rapport-first-focus.h"
#include "rapport-form-row.h"
#include "rapport-presence-row.h"
#include "rapport-stakeholder.h"

G_DEFINE_FINAL_TYPE (RapportInspector, rapport_inspector, GTK_TYPE_WIDGET)

static void
clear (RapportInspector *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  self->presence = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* @description: (nullable) */
AdwPreferencesGroup *
_rapport_inspector_add_group (RapportInspector *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *help = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), help);
  gtk_box_append (GTK_BOX (self->box), group);
  return ADW_PREFERENCES_GROUP (group);
}

/* @parent: a group, or a row that unfolds */
void
_rapport_inspector_take (gpointer parent, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (parent))
    adw_expander_row_add_row (parent, row);
  else
    adw_preferences_group_add (parent, row);
}

static gboolean
is_read_with_view (const RapportReadingKind *kind)
{
  /* Who leads on what is told once for a time: no view has another. */
  return strcmp (kind->xml_name, "reading") == 0;
}

/* Fields for a second language are asked for only where the map has one, or says that it has. */
static gboolean
is_for_other_language (const char *name)
{
  return g_str_has_prefix (name, "other-") && strcmp (name, "other-language") != 0;
}

/* @name: of a property of them all, or of a field of their readings; what they do not have is left out */
void
_rapport_inspector_add_field (RapportInspector *self, gpointer parent, GPtrArray *elements, const char *name)
{
  RapportElement *first = g_ptr_array_index (elements, 0);
  const RapportProperty *property = rapport_element_find_property (first, name);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (first);
  const RapportLens *lens = rapport_session_get_lens (self->session);
  const char *phase = NULL;
  const char *perspective = NULL;
  GtkWidget *row;

  if (property == NULL && kind != NULL)
    {
      property = rapport_properties_find (kind->properties, kind->n_properties, name);
      phase = rapport_lens_get_phase (lens);
      perspective = is_read_with_view (kind) ? rapport_lens_get_perspective (lens) : NULL;
      if (phase == NULL)
        return;
    }
  if (property == NULL
      || (is_for_other_language (name) && !rapport_map_is_bilingual (rapport_session_get_map (self->session))))
    return;
  row = _rapport_inspector_new_row (rapport_form_field_new (self->session, elements, property, phase, perspective));
  _rapport_inspector_take (parent, row);
  g_ptr_array_add (self->rows, row);
}

static GPtrArray *
list_shown (RapportInspector *self)
{
  return rapport_selection_list (rapport_session_get_selection (self->session), RAPPORT_TYPE_ELEMENT);
}

static void
describe_list (RapportInspector *self, GString *text, RapportList which)
{
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (self->session), which);

  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    g_string_append_printf (text, " %s", rapport_element_get_id (rapport_element_list_peek (list, i)));
}

/* All on which it depends which rows there are; what they hold is theirs to show. */
static char *
describe_form (RapportInspector *self, GPtrArray *elements)
{
  const RapportLens *lens = rapport_session_get_lens (self->session);
  const char *phase = rapport_lens_get_phase (lens);
  const char *perspective = rapport_lens_get_perspective (lens);
  RapportMap *map = rapport_session_get_map (self->session);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %d:", phase != NULL ? phase : "",
                          perspective != NULL ? perspective : "",
                          rapport_session_is_read_only (self->session));
  for (guint i = 0; i < elements->len; i++)
    {
      RapportElement *element = g_ptr_array_index (elements, i);

      g_string_append_printf (text, " %s", rapport_element_get_id (element));
      if (RAPPORT_IS_STAKEHOLDER (element))
        g_string_append_printf (text, "/%d%d", rapport_stakeholder_is_structure (RAPPORT_STAKEHOLDER (element)),
                                phase != NULL && rapport_element_is_in_phase (element, phase));
      else
        g_string_append_printf (text, "/%s", _rapport_inspector_describe (element, phase));
    }
  g_string_append (text, rapport_map_is_bilingual (map) ? " 2" : " 1");
  if (elements->len == 0)
    {
      describe_list (self, text, RAPPORT_LIST_PHASES);
      describe_list (self, text, RAPPORT_LIST_PERSPECTIVES);
      describe_list (self, text, RAPPORT_LIST_SECTORS);
    }
  else
    for (guint i = 0; i < RAPPORT_N_LISTS; i++)
      g_string_append_printf (text, " %u", rapport_element_list_get_length (rapport_map_get_list (map, i)));
  return g_string_free (text, FALSE);
}

/* The row that has the focus, by what it is about. Returns: (transfer full) (nullable) */
static char *
find_focus (RapportInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_state_flags (g_ptr_array_index (self->rows, i)) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return g_strdup (rapport_form_row_get_field (g_ptr_array_index (self->rows, i))->property->name);
  return NULL;
}

static void
restore_focus (RapportInspector *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->rows->len; i++)
    if (strcmp (rapport_form_row_get_field (g_ptr_array_index (self->rows, i))->property->name, name) == 0)
      {
        gtk_widget_child_focus (g_ptr_array_index (self->rows, i), GTK_DIR_TAB_FORWARD);
        return;
      }
}

/* There is no form while nobody can see it. */
static void
put_away (RapportInspector *self)
{
  clear (self);
  g_clear_pointer (&self->shown, g_free);
}

/* Makes another form where the one that stands does not fit. */
static void
show (RapportInspector *self)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autofree char *form = NULL;
  g_autofree char *focus = NULL;

  if (self->session == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      put_away (self);
      return;
    }
  elements = list_shown (self);
  form = describe_form (self, elements);
  if (g_strcmp0 (form, self->shown) == 0)
    return;
  focus = find_focus (self);
  clear (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&form);
  if (elements->len > 0)
    _rapport_inspector_show_elements (self, elements);
  else
    _rapport_inspector_show_map (self);
  rapport_button_names_mend (self->box);
  restore_focus (self, focus);
}

static gboolean
idle_cb (gpointer data)
{
  RapportInspector *self = data;

  self->idle = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the change may come from a row that would go. */
static void
show_cb (RapportInspector *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
committed_cb (RapportInspector *self)
{
  show_cb (self);
  for (guint i = 0; i < self->rows->len; i++)
    rapport_form_row_refresh (g_ptr_array_index (self->rows, i));
  if (self->presence != NULL)
    rapport_presence_row_refresh (RAPPORT_PRESENCE_ROW (self->presence));
}

static void
rapport_inspector_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rapport_inspector_parent_class)->show (widget);
  show (RAPPORT_INSPECTOR (widget));
}

static void
rapport_inspector_hide (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rapport_inspector_parent_class)->hide (widget);
  put_away (RAPPORT_INSPECTOR (widget));
}

static void
rapport_inspector_dispose (GObject *object)
{
  RapportInspector *self = RAPPORT_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rapport_inspector_parent_class)->dispose (object);
}

static void
rapport_inspector_class_init (RapportInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_inspector_dispose;
  GTK_WIDGET_CLASS (klass)->show = rapport_inspector_show;
  GTK_WIDGET_CLASS (klass)->hide = rapport_inspector_hide;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rapport_inspector_init (RapportInspector *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (show_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (show_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::read-only", G_CALLBACK (show_cb), self);
}

/* @session: (nullable) */
void
rapport_inspector_set_session (RapportInspector *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_INSPECTOR (self));
  if (!g_set_object (&self->session, session))
    return;
  g_clear_pointer (&self->shown, g_free);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  show (self);
}

/* The focus goes to the first thing that can be filled in; where the pane is only about to unfold, once it is seen. */
void
rapport_inspector_focus_first (RapportInspector *self)
{
  g_return_if_fail (RAPPORT_IS_INSPECTOR (self));
  if (self->session != NULL)
    show (self);
  rapport_first_focus_give (GTK_WIDGET (self));
}
