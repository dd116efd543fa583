/* rapport-notes-box.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-notes-box.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-level-chooser.h"
#include "rapport-records.h"
#include "rapport-text-box.h"

/* A level, a text, and the rest. */
#define N_CELLS 3

struct _RapportNotesBox
{
  GtkWidget parent_instance;

  /* Owned */
  RapportSession *session;
  RapportElement *element;
  GPtrArray *texts;  /* of borrowed text boxes, one a note; what is empty is not in the map */
  GPtrArray *levels; /* of borrowed choices, one a note */
  GPtrArray *rests;  /* of strings, one a note: what of it this version does not know, which stays */

  /* Borrowed */
  GtkWidget *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (RapportNotesBox, rapport_notes_box, GTK_TYPE_WIDGET)

/* Returns: (transfer full) (nullable): the notes that have words */
static GVariant *
pack (RapportNotesBox *self)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->texts->len; i++)
    {
      const char *text = rapport_text_box_get_text (g_ptr_array_index (self->texts, i));
      const char *record[N_CELLS] = { rapport_level_chooser_get (g_ptr_array_index (self->levels, i)), text,
                                      g_ptr_array_index (self->rests, i) };

      if (*text == '\0')
        continue;
      for (guint j = 0; j < N_CELLS; j++)
        g_string_append_len (cells, record[j], (gssize) strlen (record[j]) + 1);
      n++;
    }
  return n > 0 ? rapport_records_pack (cells->str, N_CELLS, n) : NULL;
}

static void
changed_cb (RapportNotesBox *self)
{
  g_autoptr (GVariant) records = pack (self);
  g_autofree char *key = g_strdup_printf ("notes %s", rapport_element_get_id (self->element));
  RapportTransaction *transaction;

  if (rapport_session_is_read_only (self->session)
      || rapport_element_get_map (self->element) != rapport_session_get_map (self->session))
    return;
  transaction = rapport_history_begin (rapport_session_get_history (self->session), _("Change of a note"), key);
  rapport_transaction_set_records (transaction, self->element, "note", records);
  rapport_transaction_commit (transaction);
}

static GtkWidget *
add_editor (RapportNotesBox *self, const char *level, const char *text, const char *rest)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *box = rapport_text_box_new (_("Note"), NULL);
  GtkWidget *choice = rapport_level_chooser_new ();

  rapport_text_box_set_text (RAPPORT_TEXT_BOX (box), text);
  rapport_level_chooser_set (RAPPORT_LEVEL_CHOOSER (choice), level);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), choice);
  gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->texts, box);
  g_ptr_array_add (self->levels, choice);
  g_ptr_array_add (self->rests, g_strdup (rest));
  g_signal_connect_object (box, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "notify::level", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
add_cb (RapportNotesBox *self)
{
  gtk_widget_grab_focus (add_editor (self, NULL, "", ""));
}

/* Shows the notes as they are now; what is being typed is left alone when it says the same. */
void
rapport_notes_box_refresh (RapportNotesBox *self)
{
  g_autoptr (GVariant) shown = NULL;
  GVariant *held;
  GtkWidget *child;

  g_return_if_fail (RAPPORT_IS_NOTES_BOX (self));
  held = rapport_element_get_records (self->element, "note");
  shown = pack (self);
  if (held == shown || (held != NULL && shown != NULL && g_variant_equal (held, shown)))
    return;
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->levels, 0);
  g_ptr_array_set_size (self->rests, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (gsize i = 0; held != NULL && i < g_variant_n_children (held); i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (held, i);
      const char *level;
      const char *text;
      const char *rest;

      g_variant_get_child (record, 0, "&s", &level);
      g_variant_get_child (record, 1, "&s", &text);
      g_variant_get_child (record, 2, "&s", &rest);
      add_editor (self, level, text, rest);
    }
}

static void
rapport_notes_box_dispose (GObject *object)
{
  RapportNotesBox *self = RAPPORT_NOTES_BOX (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->element);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->rests, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_notes_box_parent_class)->dispose (object);
}

static void
rapport_notes_box_class_init (RapportNotesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_notes_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
rapport_notes_box_init (RapportNotesBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->texts = g_ptr_array_new ();
  self->levels = g_ptr_array_new ();
  self->rests = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->add = gtk_button_new_with_label (_("Add a note"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/* @element: with a property "note". Returns: (transfer floating) */
GtkWidget *
rapport_notes_box_new (RapportSession *session, RapportElement *element)
{
  RapportNotesBox *self = g_object_new (RAPPORT_TYPE_NOTES_BOX, NULL);

  self->session = g_object_ref (session);
  self->element = g_object_ref (element);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !rapport_session_is_read_only (session));
  rapport_notes_box_refresh (self);
  return GTK_WIDGET (self);
}
