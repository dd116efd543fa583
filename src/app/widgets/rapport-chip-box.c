/* rapport-chip-box.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-chip-box.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-answer-entry.h"
#include "rapport-chip.h"
#include "rapport-text.h"

struct _RapportChipBox
{
  GtkWidget parent_instance;

  const RapportWord *words; /* static */

  /* Borrowed */
  GtkWidget *flow;
  GtkWidget *own;           /* nullable: a box of rows */
  GtkWidget *entry;         /* nullable */

  GPtrArray *chips;         /* owned, of borrowed buttons, one a word */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RapportChipBox, rapport_chip_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_OWN_ADDED,
  SIGNAL_OWN_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (RapportChipBox *self, GtkToggleButton *chip)
{
  guint i;

  if (!self->updating && g_ptr_array_find (self->chips, chip, &i))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->words[i].word, gtk_toggle_button_get_active (chip));
}

static void
entered_cb (RapportChipBox *self)
{
  g_autofree char *text = rapport_text_from_user (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[SIGNAL_OWN_ADDED], 0, text);
}

static void
removed_cb (RapportChipBox *self, GtkWidget *button)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));

  g_signal_emit (self, signals[SIGNAL_OWN_REMOVED], 0, place);
}

static void
add_chip (RapportChipBox *self, const RapportWord *word)
{
  GtkWidget *chip = rapport_chip_new_toggle (g_dgettext (GETTEXT_PACKAGE, word->title));

  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), chip);
  /* The chip is the stop of the keyboard, not the place that the box makes for it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  g_ptr_array_add (self->chips, chip);
}

static void
rapport_chip_box_dispose (GObject *object)
{
  RapportChipBox *self = RAPPORT_CHIP_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_chip_box_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, GType first, GType second)
{
  return g_signal_new (name, RAPPORT_TYPE_CHIP_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       second != G_TYPE_NONE ? 2 : 1, first, second);
}

static void
rapport_chip_box_class_init (RapportChipBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_chip_box_dispose;
  signals[SIGNAL_CHOSEN] = new_signal ("chosen", G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_OWN_ADDED] = new_signal ("own-added", G_TYPE_STRING, G_TYPE_NONE);
  signals[SIGNAL_OWN_REMOVED] = new_signal ("own-removed", G_TYPE_UINT, G_TYPE_NONE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rapport_chip_box_init (RapportChipBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->chips = g_ptr_array_new ();
  self->flow = rapport_chip_new_box ();
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->flow), 3);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

static void
add_own (RapportChipBox *self, const char *hint)
{
  self->own = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->own, GTK_WIDGET (self));
  self->entry = rapport_answer_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

/**
 * rapport_chip_box_new:
 * @words: static, ended by a %NULL word
 * @name: what is asked, for screen readers
 * @own_hint: (nullable): what the field for own words says; %NULL for none
 *
 * Returns: (transfer floating)
 */
GtkWidget *
rapport_chip_box_new (const RapportWord *words, const char *name, const char *own_hint)
{
  RapportChipBox *self = g_object_new (RAPPORT_TYPE_CHIP_BOX, NULL);

  self->words = words;
  for (const RapportWord *word = words; word->word != NULL; word++)
    add_chip (self, word);
  if (own_hint != NULL)
    add_own (self, own_hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* @words: (nullable): those that are chosen, separated by spaces */
void
rapport_chip_box_set_words (RapportChipBox *self, const char *words)
{
  g_return_if_fail (RAPPORT_IS_CHIP_BOX (self));
  self->updating = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->chips, i),
                                  words != NULL && rapport_words_contain (words, self->words[i].word));
  self->updating = FALSE;
}

static void
append_own (RapportChipBox *self, const char *text, guint place)
{
  GtkWidget *chip = rapport_chip_new_removable (text);

  g_object_set_data (G_OBJECT (chip), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->own), chip);
}

/* @texts: ended by %NULL */
void
rapport_chip_box_set_own (RapportChipBox *self, const char *const *texts)
{
  GtkWidget *child;

  g_return_if_fail (RAPPORT_IS_CHIP_BOX (self) && self->own != NULL);
  while ((child = gtk_widget_get_first_child (self->own)) != NULL)
    gtk_box_remove (GTK_BOX (self->own), child);
  for (guint i = 0; texts[i] != NULL; i++)
    append_own (self, texts[i], i);
}
