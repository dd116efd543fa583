/* rapport-answer-entry.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-answer-entry.h"

struct _RapportAnswerEntry
{
  GtkEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (RapportAnswerEntry, rapport_answer_entry, GTK_TYPE_ENTRY)

static void
rapport_answer_entry_class_init (RapportAnswerEntryClass *klass)
{
  gtk_widget_class_set_activate_signal_from_name (GTK_WIDGET_CLASS (klass), "activate");
}

static void
rapport_answer_entry_init (RapportAnswerEntry *self)
{
}

/* Returns: (transfer floating) */
GtkWidget *
rapport_answer_entry_new (void)
{
  return g_object_new (RAPPORT_TYPE_ANSWER_ENTRY, NULL);
}
