/* rapport-question-starters.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-question-starters.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"

/* In pixels. */
#define BELOW_MIDDLE 8

struct _RapportQuestionStarters
{
  AdwBin parent_instance;

  RapportSession *session;       /* owned, nullable */
  GSignalGroup *history_signals; /* owned */
  gboolean skipped;
};

G_DEFINE_FINAL_TYPE (RapportQuestionStarters, rapport_question_starters, ADW_TYPE_BIN)

enum
{
  SIGNAL_OWN,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const starters[] = {
  N_("Who shapes what this partnership studies and changes?"),
  N_("Who gives what to this partnership, and what comes back to them?"),
  N_("Who decides, who can say no, and who is not here yet?"),
};

static gboolean
is_wanted (RapportQuestionStarters *self)
{
  RapportMap *map;
  const char *question;

  if (self->session == NULL || self->skipped || rapport_session_get_path (self->session) != NULL
      || rapport_session_is_read_only (self->session))
    return FALSE;
  map = rapport_session_get_map (self->session);
  question = rapport_map_get_question (map);
  return (question == NULL || *question == '\0')
         && rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS)) == 0;
}

static void
update (RapportQuestionStarters *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), is_wanted (self));
}

static void
end (RapportQuestionStarters *self, guint signal)
{
  self->skipped = TRUE;
  update (self);
  g_signal_emit (self, signals[signal], 0);
}

static void
starter_cb (RapportQuestionStarters *self, GtkButton *button)
{
  rapport_edit_set_question (self->session, gtk_button_get_label (button));
  end (self, SIGNAL_DONE);
}

static void
own_cb (RapportQuestionStarters *self)
{
  end (self, SIGNAL_OWN);
}

static void
skip_cb (RapportQuestionStarters *self)
{
  end (self, SIGNAL_DONE);
}

static void
rapport_question_starters_dispose (GObject *object)
{
  RapportQuestionStarters *self = RAPPORT_QUESTION_STARTERS (object);

  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_question_starters_parent_class)->dispose (object);
}

static void
rapport_question_starters_class_init (RapportQuestionStartersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_question_starters_dispose;
  signals[SIGNAL_OWN] = g_signal_new ("own", RAPPORT_TYPE_QUESTION_STARTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", RAPPORT_TYPE_QUESTION_STARTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
append_starters (RapportQuestionStarters *self, GtkBox *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (g_dgettext (GETTEXT_PACKAGE, starters[i]));
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (starter_cb), self);
      gtk_box_append (box, button);
    }
}

static void
append_ways_out (RapportQuestionStarters *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *own = gtk_button_new_with_mnemonic (_("_Our own question"));
  GtkWidget *skip = gtk_button_new_with_mnemonic (_("S_kip"));

  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (own, "flat");
  gtk_widget_add_css_class (skip, "flat");
  g_signal_connect_swapped (own, "clicked", G_CALLBACK (own_cb), self);
  g_signal_connect_swapped (skip, "clicked", G_CALLBACK (skip_cb), self);
  gtk_box_append (GTK_BOX (row), own);
  gtk_box_append (GTK_BOX (row), skip);
  gtk_box_append (box, row);
}

static void
rapport_question_starters_init (RapportQuestionStarters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_("What is this map to answer?"));

  gtk_widget_add_css_class (title, "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (self), "starters");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  /* Not in the very middle: Tab goes from what is higher to what is lower, from the map to this. */
  gtk_widget_set_margin_top (GTK_WIDGET (self), BELOW_MIDDLE);
  gtk_box_append (GTK_BOX (box), title);
  append_starters (self, GTK_BOX (box));
  append_ways_out (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update), self);
  update (self);
}

/* @session: (nullable) (transfer none) */
void
rapport_question_starters_set_session (RapportQuestionStarters *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_QUESTION_STARTERS (self));
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  self->skipped = FALSE;
  update (self);
}

/* Somebody began without a question, who is not to be stood in the way of. The keyboard stays where it is. */
void
rapport_question_starters_skip (RapportQuestionStarters *self)
{
  g_return_if_fail (RAPPORT_IS_QUESTION_STARTERS (self));
  self->skipped = TRUE;
  update (self);
}
