/* rapport-view-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-view-bar.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-times.h"

struct _RapportViewBar
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkButton *back;
  RapportSession *session;       /* owned, nullable */
  GSignalGroup *session_signals; /* owned */
  GSignalGroup *history_signals; /* owned */
};

G_DEFINE_FINAL_TYPE (RapportViewBar, rapport_view_bar, ADW_TYPE_BIN)

/* Returns: (nullable) (transfer none): those whose view is on show; %NULL where it is everybody's */
static RapportElement *
get_view (RapportViewBar *self)
{
  const char *id = self->session != NULL ? rapport_lens_get_perspective (rapport_session_get_lens (self->session))
                                         : NULL;

  return id != NULL ? rapport_map_lookup (rapport_session_get_map (self->session), id) : NULL;
}

static void
update_cb (RapportViewBar *self)
{
  RapportElement *view = get_view (self);
  const char *name = view != NULL ? rapport_element_get_text (view, "name") : NULL;
  const gboolean agreed = view != NULL && rapport_times_is_agreed (self->session);
  g_autofree char *words = NULL;

  if (view != NULL)
    {
      gtk_button_set_label (self->back, agreed ? _("_Back to what is agreed") : _("_Back to the draft"));
      rapport_button_names_mend (GTK_WIDGET (self->back));
      /* Translators: %s is whose view it is, such as NHS partners. */
      words = g_strdup_printf (agreed
                                 ? _("Answers typed now are those of %s. What is agreed stays as it is.")
                                 : _("Answers typed now are those of %s. The draft stays as it is."),
                               name != NULL ? name : rapport_element_get_id (view));
      gtk_label_set_text (self->words, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), view != NULL);
}

static void
back_cb (RapportViewBar *self)
{
  g_autoptr (RapportLens) agreed = NULL;

  if (self->session == NULL)
    return;
  agreed = rapport_lens_with_perspective (rapport_session_get_lens (self->session), NULL);
  rapport_session_set_lens (self->session, agreed);
}

static void
rapport_view_bar_dispose (GObject *object)
{
  RapportViewBar *self = RAPPORT_VIEW_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_view_bar_parent_class)->dispose (object);
}

static void
rapport_view_bar_class_init (RapportViewBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_view_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "view-bar");
}

static void
rapport_view_bar_init (RapportViewBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->back = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Back to what is agreed")));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  /* A narrow window breaks the button's words, too. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->back)), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->back), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->back));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (update_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update_cb), self);
}

/* @session: (nullable) */
void
rapport_view_bar_set_session (RapportViewBar *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_VIEW_BAR (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  update_cb (self);
}
