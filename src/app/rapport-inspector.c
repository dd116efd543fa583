/* rapport-inspector.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-inspector.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-field-row.h"
#include "rapport-link.h"
#include "rapport-stakeholder.h"

struct _RapportInspector
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
  RapportSession *session; /* nullable */
  GPtrArray *rows;         /* of borrowed widgets */
  GSignalGroup *selection_signals;
  GSignalGroup *history_signals;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (RapportInspector, rapport_inspector, GTK_TYPE_WIDGET)

static void
clear (RapportInspector *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static AdwPreferencesGroup *
add_group (RapportInspector *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (GTK_BOX (self->box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (RapportInspector *self, AdwPreferencesGroup *group, const RapportFieldPlace *place)
{
  GtkWidget *row = rapport_field_row_new (self->session, place, NULL);

  if (row == NULL)
    return;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static const char *
name_of (RapportInspector *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (self->session), id);
  const char *label = NULL;

  if (element != NULL && RAPPORT_IS_STAKEHOLDER (element))
    label = rapport_element_get_text (element, "label");
  return label != NULL ? label : _("Unnamed");
}

/* Texts first: a name is what one looks for. */
static void
add_properties (RapportInspector *self, RapportElement *element, const char *title)
{
  AdwPreferencesGroup *group = add_group (self, title);
  guint n;
  const RapportProperty *table = rapport_element_list_properties (element, &n);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      if (!table[i].fixed && table[i].in_element == (pass == 0))
        add_row (self, group, &(RapportFieldPlace){ element, &table[i], NULL, NULL });
}

/* The fields whose names end in @suffix, or all where it is %NULL, as they are in the phase on show. */
static void
add_reading (RapportInspector *self, RapportElement *element, const char *title, const char *suffix)
{
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  const RapportLens *lens = rapport_session_get_lens (self->session);
  const char *phase = rapport_lens_get_phase (lens);
  AdwPreferencesGroup *group;

  if (kind == NULL || phase == NULL || !rapport_element_is_in_phase (element, phase))
    return;
  group = add_group (self, title);
  for (guint i = 0; i < kind->n_properties; i++)
    if (suffix == NULL || g_str_has_suffix (kind->properties[i].name, suffix))
      add_row (self, group,
               &(RapportFieldPlace){ element, &kind->properties[i], phase,
                                     rapport_lens_get_perspective (lens) });
}

static void
show_element (RapportInspector *self, RapportElement *element)
{
  if (RAPPORT_IS_LINK (element))
    {
      add_reading (self, element, name_of (self, rapport_link_get_a (RAPPORT_LINK (element))), "-a");
      add_reading (self, element, name_of (self, rapport_link_get_b (RAPPORT_LINK (element))), "-b");
      add_properties (self, element, _("This link"));
    }
  else if (RAPPORT_IS_STAKEHOLDER (element))
    {
      add_properties (self, element, _("Stakeholder"));
      add_reading (self, element, _("At the time on show"), NULL);
    }
  else if (element == RAPPORT_ELEMENT (rapport_session_get_map (self->session)))
    add_properties (self, element, _("Map"));
  else
    add_properties (self, element, _("Tension felt here"));
}

static void
show_cb (RapportInspector *self)
{
  RapportElement *element;

  clear (self);
  if (self->session == NULL)
    return;
  element = rapport_selection_get_only (rapport_session_get_selection (self->session));
  if (element == NULL
      && rapport_selection_get_size (rapport_session_get_selection (self->session)) > 1)
    {
      add_group (self, _("Several are selected"));
      return;
    }
  show_element (self, element != NULL ? element
                                      : RAPPORT_ELEMENT (rapport_session_get_map (self->session)));
}

static void
committed_cb (RapportInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    rapport_field_row_refresh (g_ptr_array_index (self->rows, i));
}

static void
rapport_inspector_dispose (GObject *object)
{
  RapportInspector *self = RAPPORT_INSPECTOR (object);

  g_clear_object (&self->selection_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rapport_inspector_parent_class)->dispose (object);
}

static void
rapport_inspector_class_init (RapportInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_inspector_dispose;
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
}

/* @session: (nullable) */
void
rapport_inspector_set_session (RapportInspector *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_INSPECTOR (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  show_cb (self);
}

/* The focus goes to the first thing that can be filled in. */
void
rapport_inspector_focus_first (RapportInspector *self)
{
  g_return_if_fail (RAPPORT_IS_INSPECTOR (self));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
