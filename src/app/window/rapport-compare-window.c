/* rapport-compare-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-compare-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-differences.h"
#include "rapport-times.h"

#define ID_KEY "rapport-id"

struct _RapportCompareWindow
{
  AdwWindow parent_instance;

  /* Owned */
  RapportSession *session;
  GPtrArray *others;     /* of times and views, in the order of the choice */
  RapportLens *before;   /* what was on show before anything was compared */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  char *text;            /* nullable: the differences, a line each */

  /* Children */
  AdwComboRow *choice;
  AdwPreferencesGroup *choices;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (RapportCompareWindow, rapport_compare_window, ADW_TYPE_WINDOW)

/* Times other than the one on show, then views other than that. Returns: (transfer full) */
static GPtrArray *
list_others (RapportSession *session)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  const struct
  {
    RapportList list;
    const char *shown;
  } kinds[] = { { RAPPORT_LIST_PHASES, rapport_lens_get_phase (lens) },
                { RAPPORT_LIST_PERSPECTIVES, rapport_lens_get_perspective (lens) } };
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RapportElementList *list = rapport_map_get_list (rapport_session_get_map (session), kinds[i].list);

      for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
           iter = rapport_element_list_next (iter))
        if (g_strcmp0 (rapport_element_get_id (g_sequence_get (iter)), kinds[i].shown) != 0)
          g_ptr_array_add (others, g_object_ref (g_sequence_get (iter)));
    }
  return others;
}

/* Whether there is a second time or view. */
gboolean
rapport_compare_window_is_possible (RapportSession *session)
{
  g_autoptr (GPtrArray) others = list_others (session);

  return rapport_times_get_phase (session) != NULL && others->len > 0;
}

/* --- The list --- */

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
add_row (RapportCompareWindow *self, const RapportDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (rapport_element_get_id (difference->element)), g_free);
  gtk_list_box_append (self->list, row);
}

/* Of two times the earlier is the one that answers go to, which is not the one that was on show. */
static void
say_what_is_typed (RapportCompareWindow *self)
{
  RapportElement *phase = rapport_times_get_phase (self->session);
  const char *name = phase != NULL ? rapport_element_get_text (phase, "name") : NULL;
  /* Translators: %s is a time, such as “November 2026”. */
  g_autofree char *words = g_strdup_printf (_("What is typed meanwhile belongs to “%s”."),
                                            name != NULL ? name : _("This time"));

  adw_preferences_group_set_description (self->choices, words);
}

static void
update (RapportCompareWindow *self)
{
  g_autoptr (GPtrArray) found
      = rapport_differences_list (rapport_session_get_map (self->session), rapport_session_get_lens (self->session));
  g_autofree char *words = NULL;
  GString *text = g_string_new (NULL);

  say_what_is_typed (self);
  clear (self->list);
  for (guint i = 0; i < found->len; i++)
    {
      const RapportDifference *difference = g_ptr_array_index (found, i);

      add_row (self, difference);
      g_string_append_printf (text, "%s\n", difference->sentence);
    }
  g_free (self->text);
  self->text = g_string_free (text, FALSE);
  words = g_strdup_printf (ngettext ("%u thing differs. A click shows it on the map.",
                                     "%u things differ. A click shows one on the map.", found->len),
                           found->len);
  gtk_label_set_text (self->count, found->len > 0 ? words : _("Nothing differs."));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_widget_set_sensitive (self->copy, found->len > 0);
}

static void
row_cb (RapportCompareWindow *self, GtkListBoxRow *row)
{
  rapport_selection_set (rapport_session_get_selection (self->session), g_object_get_data (G_OBJECT (row), ID_KEY));
}

static void
copy_cb (RapportCompareWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

/* --- What is compared --- */

static void
chosen_cb (RapportCompareWindow *self)
{
  guint i = adw_combo_row_get_selected (self->choice);

  if (self->session == NULL || i >= self->others->len)
    return;
  /* Each choice is beside what was on show at first. */
  rapport_session_set_lens (self->session, self->before);
  rapport_times_compare (self->session, g_ptr_array_index (self->others, i));
}

/* Somebody else ends or changes the comparison: the list says what is so now. */
static void
lens_cb (RapportCompareWindow *self)
{
  update (self);
}

static void
fill_choice (RapportCompareWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->others->len; i++)
    {
      RapportElement *other = g_ptr_array_index (self->others, i);
      const char *name = rapport_element_get_text (other, "name");

      gtk_string_list_append (names, name != NULL ? name : rapport_element_get_id (other));
    }
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
}

static gboolean
rapport_compare_window_close_request (GtkWindow *window)
{
  RapportCompareWindow *self = RAPPORT_COMPARE_WINDOW (window);
  const RapportLens *lens = rapport_session_get_lens (self->session);

  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->history_signals, NULL);
  /* What is on show, such as a tension, may have been changed meanwhile and stays; only the comparison goes. */
  if (rapport_lens_is_comparing (lens))
    {
      g_autoptr (RapportLens) single = rapport_lens_with_compare (lens, NULL, NULL);
      g_autoptr (RapportLens) back = rapport_lens_with_phase (single, rapport_lens_get_phase (self->before));

      rapport_session_set_lens (self->session, back);
    }
  return GTK_WINDOW_CLASS (rapport_compare_window_parent_class)->close_request (window);
}

static void
rapport_compare_window_dispose (GObject *object)
{
  RapportCompareWindow *self = RAPPORT_COMPARE_WINDOW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->before, rapport_lens_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (rapport_compare_window_parent_class)->dispose (object);
}

static void
rapport_compare_window_class_init (RapportCompareWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_compare_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rapport_compare_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_content (RapportCompareWindow *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *choices = adw_preferences_group_new (), *found = adw_preferences_group_new ();

  self->choices = ADW_PREFERENCES_GROUP (choices);
  self->choice = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), _("Compare with"));
  rapport_choice_names_mend (GTK_WIDGET (self->choice), _("Compare with"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (choices), GTK_WIDGET (self->choice));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->count), 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What differs"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (found), GTK_WIDGET (self->count));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (found), GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (choices));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (found));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
rapport_compare_window_init (RapportCompareWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (lens_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update), self);
  gtk_window_set_title (GTK_WINDOW (self), _("What differs"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 620);
  self->copy = gtk_button_new_with_mnemonic (_("_Copy as text"));
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->copy);
  gtk_box_append (GTK_BOX (all), header);
  gtk_box_append (GTK_BOX (all), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), all);
}

/* Shows the window beside @parent, comparing with the first time or view there is. Returns: (transfer none) */
GtkWidget *
rapport_compare_window_present (GtkWindow *parent, RapportSession *session)
{
  RapportCompareWindow *self = g_object_new (RAPPORT_TYPE_COMPARE_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);

  self->session = g_object_ref (session);
  self->before = rapport_lens_ref (rapport_session_get_lens (session));
  self->others = list_others (session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, rapport_session_get_history (session));
  fill_choice (self);
  chosen_cb (self);
  update (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
