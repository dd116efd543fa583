/* rapport-text-box.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-text-box.h"

#include "rapport-text.h"
#include "rapport-text-layout.h"

/* Of the visible part, in pixels. */
#define LEAST_HEIGHT 52
#define MOST_HEIGHT 120

struct _RapportTextBox
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* owned */
  GtkWidget *view;     /* borrowed */
  GtkWidget *hint;     /* borrowed */
  char *text;          /* owned, clean */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RapportTextBox, rapport_text_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
take_text (RapportTextBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *typed = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_free (self->text);
  self->text = rapport_text_from_user (typed, -1);
  gtk_widget_set_visible (self->hint, *typed == '\0');
}

static void
changed_cb (RapportTextBox *self)
{
  take_text (self);
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
rapport_text_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RAPPORT_TEXT_BOX (widget)->view);
}

static void
rapport_text_box_dispose (GObject *object)
{
  g_clear_pointer (&RAPPORT_TEXT_BOX (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (rapport_text_box_parent_class)->dispose (object);
}

static void
rapport_text_box_finalize (GObject *object)
{
  g_free (RAPPORT_TEXT_BOX (object)->text);

  G_OBJECT_CLASS (rapport_text_box_parent_class)->finalize (object);
}

static void
rapport_text_box_class_init (RapportTextBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_text_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = rapport_text_box_finalize;
  widget_class->grab_focus = rapport_text_box_grab_focus;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RAPPORT_TYPE_TEXT_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "text-box");
}

static void
rapport_text_box_init (RapportTextBox *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->text = g_strdup ("");
  self->scroller = gtk_scrolled_window_new ();
  self->view = gtk_text_view_new ();
  self->hint = gtk_label_new (NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), overlay);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  rapport_text_layout_keep_up (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * rapport_text_box_new:
 * @name: what is to be typed, for screen readers
 * @hint: (nullable): what stands there while it is empty
 *
 * Returns: (transfer floating)
 */
GtkWidget *
rapport_text_box_new (const char *name, const char *hint)
{
  RapportTextBox *self = g_object_new (RAPPORT_TYPE_TEXT_BOX, NULL);

  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* @text: (nullable). What is being typed is left alone when it says the same. */
void
rapport_text_box_set_text (RapportTextBox *self, const char *text)
{
  g_return_if_fail (RAPPORT_IS_TEXT_BOX (self));
  if (text == NULL)
    text = "";
  if (g_str_equal (text, self->text))
    return;
  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
  self->updating = FALSE;
  /* As it is stored, even where it would be composed otherwise when it is typed. */
  g_free (self->text);
  self->text = g_strdup (text);
}

/* Returns: (transfer none): what was typed, cleaned; never %NULL */
const char *
rapport_text_box_get_text (RapportTextBox *self)
{
  g_return_val_if_fail (RAPPORT_IS_TEXT_BOX (self), NULL);
  return self->text;
}
