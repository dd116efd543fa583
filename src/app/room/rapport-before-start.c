/* rapport-before-start.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions follow what the author of Net-Map lists as reasons not to map, in words of our own.
 */
#include "rapport-before-start.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-form-row.h"

struct _RapportBeforeStart
{
  AdwWindow parent_instance;

  /* Owned */
  RapportSession *session;
  GSignalGroup *history_signals;
  GPtrArray *rows; /* of borrowed form rows */

  /* Children */
  GtkWidget *box;
  GtkWidget *start;
};

G_DEFINE_FINAL_TYPE (RapportBeforeStart, rapport_before_start, ADW_TYPE_WINDOW)

static guint start_signal;

static const char *const questions[] = {
  N_("Is there an open conflict in which this map would arm one side?"),
  N_("Are there differences of power that hurt, and that these people are not ready to look at together?"),
  N_("Is it unclear what the map is for?"),
  N_("Are those who decide not ready to act on what comes out?"),
};

/* Whether nobody has written down yet how people talk about this map, or how far it may go. */
gboolean
rapport_before_start_is_due (RapportSession *session)
{
  RapportElement *map = RAPPORT_ELEMENT (rapport_session_get_map (session));
  const char *rules = rapport_element_get_text (map, "ground-rules");

  return rules == NULL || *rules == '\0' || rapport_element_get_text (map, "sensitivity") == NULL;
}

static void
refresh (RapportBeforeStart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    rapport_form_row_refresh (g_ptr_array_index (self->rows, i));
}

static void
start_cb (RapportBeforeStart *self)
{
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, start_signal, 0);
  g_object_unref (self);
}

static void
names_cb (RapportBeforeStart *self, GParamSpec *pspec, GtkSwitch *names)
{
  rapport_session_hide_names (self->session, gtk_switch_get_active (names));
}

/* --- What it is made of --- */

static GtkWidget *
add_group (RapportBeforeStart *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static void
add_questions (RapportBeforeStart *self)
{
  GtkWidget *group = add_group (self, _("Is this the time for a map?"),
                                _("Where the answer is yes, do something else first, or talk with a few people before."));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE, questions[i]));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_field (RapportBeforeStart *self, GtkWidget *group, const char *property, const char *title, const char *help)
{
  RapportElement *map = RAPPORT_ELEMENT (rapport_session_get_map (self->session));
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row;

  g_ptr_array_add (elements, g_object_ref (map));
  row = rapport_form_row_new (rapport_form_field_new (self->session, elements,
                                                      rapport_element_find_property (map, property), NULL, NULL),
                              title, help);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_names_row (RapportBeforeStart *self, GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new (), *names = gtk_switch_new ();

  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (names), rapport_session_hides_names (self->session));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Hide names"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Codes by sector, such as “NHS 1”, on screen and in exports"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), names);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), names);
  g_signal_connect_object (names, "notify::active", G_CALLBACK (names_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
fill (RapportBeforeStart *self)
{
  GtkWidget *group;

  add_questions (self);
  group = add_group (self, _("With the people in the room"), NULL);
  add_field (self, group, "ground-rules", NULL, _("How we talk about it: who speaks first, roles and not names, what may leave the room."));
  group = add_group (self, _("Who will see the map"),
                     _("What the values mean to people depends on who will read them. Say it before anybody answers."));
  add_field (self, group, "sensitivity", _("How far it may go"), NULL);
  add_names_row (self, group);
}

static GtkWidget *
new_header (RapportBeforeStart *self)
{
  GtkWidget *header = adw_header_bar_new (), *start = gtk_button_new_with_mnemonic (_("_Present"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Not now"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (start, "suggested-action");
  g_signal_connect_object (start, "clicked", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), start);
  self->start = start;
  return header;
}

static void
rapport_before_start_dispose (GObject *object)
{
  RapportBeforeStart *self = RAPPORT_BEFORE_START (object);

  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_before_start_parent_class)->dispose (object);
}

static void
rapport_before_start_class_init (RapportBeforeStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_before_start_dispose;
  start_signal = g_signal_new ("start", RAPPORT_TYPE_BEFORE_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_before_start_init (RapportBeforeStart *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->box, "before-start");
  gtk_window_set_title (GTK_WINDOW (self), _("Before you start"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 660);
  gtk_box_append (GTK_BOX (all), new_header (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (all), scrolled);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->start);
  gtk_window_set_focus (GTK_WINDOW (self), self->start);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (refresh), self);
}

/* Returns: (transfer none): a window above @parent, which is not shown yet */
GtkWidget *
rapport_before_start_new (GtkWindow *parent, RapportSession *session)
{
  RapportBeforeStart *self = g_object_new (RAPPORT_TYPE_BEFORE_START, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->history_signals, rapport_session_get_history (session));
  fill (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
