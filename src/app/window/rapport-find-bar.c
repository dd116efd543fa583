/* rapport-find-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-find-bar.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-name-match.h"

/* More matches than this find nothing. */
#define MOST 500

struct _RapportFindBar
{
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  RapportSession *session; /* owned, nullable */
  GPtrArray *ids;          /* owned, of char*: the matches */
  guint at;                /* the next that Enter goes to */
};

G_DEFINE_FINAL_TYPE (RapportFindBar, rapport_find_bar, ADW_TYPE_BIN)

static guint found_signal;

/* @ids: (nullable): everybody */
static void
show_only (RapportFindBar *self, const char *const *ids)
{
  g_autoptr (RapportLens) lens = NULL;

  if (self->session == NULL)
    return;
  lens = rapport_lens_with_focus (rapport_session_get_lens (self->session), ids, 0);
  rapport_session_set_lens (self->session, lens);
}

static void
collect (RapportFindBar *self, const char *text)
{
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_set_size (self->ids, 0);
  self->at = 0;
  if (*text != '\0')
    {
      found = rapport_name_match_list (rapport_session_get_map (self->session), text, MOST);
      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (self->ids, g_strdup (rapport_element_get_id (g_ptr_array_index (found, i))));
    }
  g_ptr_array_add (self->ids, NULL);
}

static void
changed_cb (RapportFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = NULL;
  guint n;

  if (self->session == NULL)
    return;
  collect (self, text);
  n = self->ids->len - 1;
  if (*text != '\0')
    words = n == 0 ? g_strdup (_("Nobody is called that"))
                   : g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n), n);
  gtk_label_set_text (self->count, words != NULL ? words : "");
  show_only (self, n > 0 ? (const char *const *) self->ids->pdata : NULL);
}

static void
next (RapportFindBar *self, int by)
{
  guint n = self->ids->len > 0 ? self->ids->len - 1 : 0;

  if (n == 0 || self->session == NULL)
    return;
  if (by < 0)
    self->at = (self->at + 2 * n - 2) % n;
  rapport_selection_set (rapport_session_get_selection (self->session), g_ptr_array_index (self->ids, self->at));
  self->at = (self->at + 1) % n;
  g_signal_emit (self, found_signal, 0);
}

static void
next_cb (RapportFindBar *self)
{
  next (self, 1);
}

static void
previous_cb (RapportFindBar *self)
{
  next (self, -1);
}

/* Closed, it leaves the map as it was. */
static void
mode_cb (RapportFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    show_only (self, NULL);
}

static void
rapport_find_bar_dispose (GObject *object)
{
  RapportFindBar *self = RAPPORT_FIND_BAR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_find_bar_parent_class)->dispose (object);
}

static void
rapport_find_bar_class_init (RapportFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_find_bar_dispose;
  found_signal = g_signal_new ("found", RAPPORT_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* While the bar slides in, its entry is not there yet, and the first letter would be lost. */
static void
come_at_once (GtkSearchBar *bar)
{
  GtkWidget *revealer = gtk_widget_get_first_child (GTK_WIDGET (bar));

  if (GTK_IS_REVEALER (revealer))
    gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), 0);
}

static void
rapport_find_bar_init (RapportFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_search_entry_set_search_delay (self->entry, 60);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a stakeholder"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  come_at_once (self->bar);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);
}

/* @session: (nullable) (transfer none) */
void
rapport_find_bar_set_session (RapportFindBar *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_FIND_BAR (self));
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  g_set_object (&self->session, session);
}

/* Opens the bar, and takes the keyboard. */
void
rapport_find_bar_start (RapportFindBar *self)
{
  g_return_if_fail (RAPPORT_IS_FIND_BAR (self));
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
