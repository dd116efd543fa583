/* rapport-window-clipboard.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes into a map from outside: lists that are pasted, dropped or typed.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-edits.h"
#include "rapport-list-dialog.h"
#include "rapport-list-table.h"

/* Bytes: no list for a map is longer. */
#define LONGEST_LIST (4 * 1024 * 1024)

static void
added_cb (RapportListDialog *dialog, const char *done, RapportWindow *self)
{
  _rapport_window_offer_undo (self, done);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom-fit", NULL);
}

/* On the start page a list begins a map. */
static void
offer_list (RapportWindow *self, const char *text)
{
  RapportListDialog *dialog;

  if (self->session == NULL)
    {
      g_autoptr (RapportSession) session = rapport_session_new ();

      rapport_window_set_session (self, session);
    }
  if (!rapport_edits_are_possible (self->session))
    {
      rapport_window_tell (self, _("This map is only to be looked at, so nothing can be added."));
      return;
    }
  dialog = rapport_list_dialog_new (GTK_WINDOW (self), self->session, text);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_list_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  offer_list (RAPPORT_WINDOW (widget), "");
}

/* --- Pasting ---------------------------------------------------------------------------------------------------- */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RapportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (text == NULL || *text == '\0')
    rapport_window_tell (self, _("There is no text to paste."));
  else if (strlen (text) > LONGEST_LIST)
    rapport_window_tell (self, _("That is too long to be a list."));
  else
    offer_list (self, text);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* --- Dropping --------------------------------------------------------------------------------------------------- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RapportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      _rapport_window_show_error (self, _("The list was not opened"), error->message);
      return;
    }
  if (g_bytes_get_size (bytes) > LONGEST_LIST)
    {
      rapport_window_tell (self, _("That is too long to be a list."));
      return;
    }
  text = rapport_list_text_from_bytes (bytes);
  offer_list (self, text);
}

static void
drop_file (RapportWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (small, ".csv") || g_str_has_suffix (small, ".tsv") || g_str_has_suffix (small, ".txt"))
    g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
  else if (g_file_peek_path (file) != NULL && rapport_window_is_empty (self))
    rapport_window_open (self, g_file_peek_path (file));
  else if (g_file_peek_path (file) != NULL)
    {
      RapportWindow *other = rapport_window_new (gtk_window_get_application (GTK_WINDOW (self)));

      gtk_window_present (GTK_WINDOW (other));
      rapport_window_open (other, g_file_peek_path (file));
    }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RapportWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files != NULL)
        drop_file (self, files->data);
      return files != NULL;
    }
  offer_list (self, g_value_get_string (value));
  return TRUE;
}

void
_rapport_window_clipboard_init (RapportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (target));
}

void
_rapport_window_update_clipboard (RapportWindow *self)
{
  const gboolean editable = self->session == NULL || !rapport_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-list", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", editable);
}

void
_rapport_window_class_clipboard_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-list", NULL, add_list_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste", NULL);
}
