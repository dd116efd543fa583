/* rapport-name-field.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-name-field.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-answer-entry.h"

#define WIDTH_CHARS 24

struct _RapportNameField
{
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkLabel *caption;
  char *original; /* owned: what it began with */
  gboolean over;  /* answered: losing the focus says nothing any more */
};

G_DEFINE_FINAL_TYPE (RapportNameField, rapport_name_field, GTK_TYPE_BOX)

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_GIVEN_UP,
  SIGNAL_STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
finish (RapportNameField *self, gboolean keep, gboolean by_enter)
{
  g_autofree char *text = NULL;

  if (self->over)
    return;
  self->over = TRUE;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (keep && *text != '\0' && (by_enter || g_strcmp0 (text, self->original) != 0))
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, text, by_enter);
  else
    g_signal_emit (self, signals[SIGNAL_GIVEN_UP], 0);
}

static void
activated_cb (RapportNameField *self)
{
  finish (self, TRUE, TRUE);
}

static gboolean
key_cb (RapportNameField *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      finish (self, FALSE, FALSE);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_STEP], 0, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

/* Within an own idle, since the widget goes away with the answer. */
static gboolean
left_idle_cb (gpointer data)
{
  finish (RAPPORT_NAME_FIELD (data), TRUE, FALSE);
  return G_SOURCE_REMOVE;
}

static void
left_cb (RapportNameField *self)
{
  /* Another window's focus is no answer. */
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->over && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, left_idle_cb, g_object_ref (self), g_object_unref);
}

static void
rapport_name_field_finalize (GObject *object)
{
  g_free (RAPPORT_NAME_FIELD (object)->original);

  G_OBJECT_CLASS (rapport_name_field_parent_class)->finalize (object);
}

static void
rapport_name_field_class_init (RapportNameFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rapport_name_field_finalize;

  signals[SIGNAL_ACCEPTED]
      = g_signal_new ("accepted", RAPPORT_TYPE_NAME_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_GIVEN_UP]
      = g_signal_new ("given-up", RAPPORT_TYPE_NAME_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STEP]
      = g_signal_new ("step", RAPPORT_TYPE_NAME_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                      G_TYPE_INT);
}

static void
rapport_name_field_init (RapportNameField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (rapport_answer_entry_new ());
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "name-field");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_label_set_ellipsize (self->caption, PANGO_ELLIPSIZE_END);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->caption));
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  /* Before the entry, which would take the arrows for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * rapport_name_field_new:
 * @label: what is asked for: a placeholder, and its name to a screen reader
 * @text: (nullable): what is there already
 */
GtkWidget *
rapport_name_field_new (const char *label, const char *text)
{
  RapportNameField *self = g_object_new (RAPPORT_TYPE_NAME_FIELD, NULL);

  self->original = g_strdup (text);
  gtk_entry_set_placeholder_text (self->entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  return GTK_WIDGET (self);
}

/* @caption: (nullable): where the name goes; spoken too when it changes */
void
rapport_name_field_set_caption (RapportNameField *self, const char *caption)
{
  g_return_if_fail (RAPPORT_IS_NAME_FIELD (self));
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  caption != NULL ? caption : "", -1);
}

/* Takes the keyboard, with all of what is there selected. */
void
rapport_name_field_start (RapportNameField *self)
{
  g_return_if_fail (RAPPORT_IS_NAME_FIELD (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* For the next name. */
void
rapport_name_field_clear (RapportNameField *self)
{
  g_return_if_fail (RAPPORT_IS_NAME_FIELD (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->original, g_free);
  self->over = FALSE;
}
