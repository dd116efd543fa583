/* rapport-prompt-cards.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-prompt-cards.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rapport-tension.h"

struct _RapportPromptCards
{
  GtkBox parent_instance;

  AdwExpanderRow *cards[RAPPORT_N_TENSIONS]; /* children */
};

G_DEFINE_FINAL_TYPE (RapportPromptCards, rapport_prompt_cards, GTK_TYPE_BOX)

static guint ask_signal;

static const char *const closing[] = {
  N_("Which tension is doing useful work for us?"),
  N_("Which structure helps with more than one?"),
};

static void
ask_cb (GtkListBoxRow *row, RapportPromptCards *self)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "number"));

  g_signal_emit (self, ask_signal, 0, number, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static GtkWidget *
new_row (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Entered, it is asked aloud: the room sees it. */
static GtkWidget *
new_prompt (RapportPromptCards *self, guint number, const char *text)
{
  GtkWidget *row = new_row (g_dgettext (GETTEXT_PACKAGE, text));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Ask the room this"));
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));
  g_signal_connect_object (row, "activated", G_CALLBACK (ask_cb), self, 0);
  return row;
}

static AdwExpanderRow *
new_card (RapportPromptCards *self, guint number)
{
  const RapportTension *tension = rapport_tension_get (number);
  GtkWidget *card = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf ("%u. %s", number, g_dgettext (GETTEXT_PACKAGE, tension->name));
  g_autoptr (GString) tries = g_string_new (NULL);
  GtkWidget *last;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card), title);
  for (guint i = 0; i < RAPPORT_N_PROMPTS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (card), new_prompt (self, number, tension->prompts[i]));
  for (guint i = 0; i < RAPPORT_N_TRIES && tension->tries[i] != NULL; i++)
    g_string_append_printf (tries, "%s%s", i > 0 ? "\n" : "", g_dgettext (GETTEXT_PACKAGE, tension->tries[i]));
  last = new_row (_("What could we try?"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (last), tries->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (last), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (card), last);
  return ADW_EXPANDER_ROW (card);
}

static void
rapport_prompt_cards_class_init (RapportPromptCardsClass *klass)
{
  ask_signal = g_signal_new ("ask", RAPPORT_TYPE_PROMPT_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                             G_TYPE_UINT, G_TYPE_STRING);
}

static void
rapport_prompt_cards_init (RapportPromptCards *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Questions to ask"), -1);
  for (guint i = 0; i < RAPPORT_N_TENSIONS; i++)
    {
      self->cards[i] = new_card (self, i + 1);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->cards[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_prompt (self, 0, closing[i]));
  gtk_box_append (GTK_BOX (self), list);
}

GtkWidget *
rapport_prompt_cards_new (void)
{
  return g_object_new (RAPPORT_TYPE_PROMPT_CARDS, NULL);
}

/* @number: 1 to 4; 0 is none of them */
void
rapport_prompt_cards_open (RapportPromptCards *self, guint number)
{
  g_return_if_fail (RAPPORT_IS_PROMPT_CARDS (self));
  for (guint i = 0; i < RAPPORT_N_TENSIONS; i++)
    adw_expander_row_set_expanded (self->cards[i], i + 1 == number);
}
