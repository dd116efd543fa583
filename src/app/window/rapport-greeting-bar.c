/* rapport-greeting-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-greeting-bar.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-greeting.h"
#include "rapport-today.h"
#include "rapport-wrap-layout.h"

struct _RapportGreetingBar
{
  AdwBin parent_instance;

  GtkLabel *question;
  GtkLabel *left;
  GtkWidget *compare;
  RapportSession *session;       /* owned, nullable: nothing is asked */
  GSignalGroup *history_signals; /* owned */
};

G_DEFINE_FINAL_TYPE (RapportGreetingBar, rapport_greeting_bar, ADW_TYPE_BIN)

static void
set_session (RapportGreetingBar *self, RapportSession *session)
{
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL);
}

/* A time that was started is the answer. An undo does not ask again. */
static void
committed_cb (RapportGreetingBar *self)
{
  g_autoptr (GDateTime) today = rapport_today_new ();

  if (rapport_greeting_find_phase (rapport_session_get_map (self->session), today) == NULL)
    set_session (self, NULL);
}

static void
rapport_greeting_bar_dispose (GObject *object)
{
  RapportGreetingBar *self = RAPPORT_GREETING_BAR (object);

  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_greeting_bar_parent_class)->dispose (object);
}

static void
rapport_greeting_bar_class_init (RapportGreetingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_greeting_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "greeting-bar");
}

/* @action: (nullable) */
static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_words (RapportGreetingBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel **const labels[] = { &self->question, &self->left };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      *labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_wrap (*labels[i], TRUE);
      gtk_label_set_xalign (*labels[i], 0);
      gtk_box_append (GTK_BOX (words), GTK_WIDGET (*labels[i]));
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "dim-label");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static void
rapport_greeting_bar_init (RapportGreetingBar *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *later;

  gtk_widget_set_layout_manager (all, rapport_wrap_layout_new (12));
  gtk_box_append (GTK_BOX (all), new_words (self));
  add_button (buttons, _("_Keep this and start a new time…"), "win.new-time");
  self->compare = add_button (buttons, _("_What differs…"), "win.compare");
  later = add_button (buttons, _("_Not now"), NULL);
  gtk_widget_add_css_class (later, "flat");
  g_signal_connect_object (later, "clicked", G_CALLBACK (rapport_greeting_bar_hide), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (all), buttons);
  adw_bin_set_child (ADW_BIN (self), all);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
}

/* Asks what has changed, where that is to be asked of what was just opened; else the bar is not there. */
void
rapport_greeting_bar_greet (RapportGreetingBar *self, RapportSession *session)
{
  g_autoptr (GDateTime) today = rapport_today_new ();
  g_autofree char *question = NULL, *left = NULL;
  RapportElement *phase;
  RapportElementList *times;

  g_return_if_fail (RAPPORT_IS_GREETING_BAR (self) && RAPPORT_IS_SESSION (session));

  phase = rapport_greeting_find_phase (rapport_session_get_map (session), today);
  if (phase == NULL || rapport_session_is_read_only (session) || !rapport_greeting_is_due (session, phase, today))
    {
      set_session (self, NULL);
      return;
    }
  question = rapport_greeting_ask (phase, today);
  left = rapport_greeting_remind (phase, today);
  gtk_label_set_text (self->question, question);
  gtk_label_set_text (self->left, left != NULL ? left : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left), left != NULL);
  times = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_PHASES);
  gtk_widget_set_visible (self->compare, rapport_element_list_get_length (times) > 1);
  set_session (self, session);
}

void
rapport_greeting_bar_hide (RapportGreetingBar *self)
{
  g_return_if_fail (RAPPORT_IS_GREETING_BAR (self));
  set_session (self, NULL);
}
