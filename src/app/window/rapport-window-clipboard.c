/* rapport-window-clipboard.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes from a map to the clipboard, and what comes into it: copies, and lists that are pasted, dropped or typed.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-clip.h"
#include "rapport-clipboard-wait.h"
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

/* Whether the window was closed while something was fetched for it. */
static gboolean
is_gone (RapportWindow *self)
{
  return gtk_widget_in_destruction (GTK_WIDGET (self)) || !gtk_widget_get_visible (GTK_WIDGET (self));
}

/* A map begins where there is none. */
static RapportSession *
need_session (RapportWindow *self)
{
  g_autoptr (RapportSession) session = NULL;

  if (self->session == NULL)
    {
      session = rapport_session_new ();
      rapport_window_set_session (self, session);
    }
  return self->session;
}

/* On the start page a list begins a map. Returns: (transfer none) (nullable): where it is looked through */
static GtkWindow *
offer_list (RapportWindow *self, const char *text)
{
  RapportListDialog *dialog;

  need_session (self);
  if (!rapport_edits_are_possible (self->session))
    {
      rapport_window_tell (self, _("This map is only to be looked at, so nothing can be added."));
      return NULL;
    }
  dialog = rapport_list_dialog_new (GTK_WINDOW (self), self->session, text);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
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

  if (is_gone (self))
    return;
  if (text == NULL || *text == '\0')
    rapport_window_tell (self, _("There is no text to paste."));
  else if (strlen (text) > LONGEST_LIST)
    rapport_window_tell (self, _("That is too long to be a list."));
  else
    offer_list (self, text);
}

static void
piece_spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RapportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *done = NULL;

  if (is_gone (self))
    return;
  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      done = rapport_clip_paste_bytes (bytes, need_session (self), &error);
    }
  if (error != NULL)
    rapport_window_tell (self, error->message);
  else
    _rapport_window_offer_undo (self, done);
}

static void
piece_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RapportWindow) self = data;
  g_autoptr (GError) error = NULL;
  const char *type;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      rapport_window_tell (self, error->message);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, piece_spliced_cb, g_object_ref (self));
}

/* Returns: whether it was copied in this program, and is pasted whole */
static gboolean
paste_own (RapportWindow *self, GdkClipboard *clipboard)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *done = NULL;

  g_value_init (&value, RAPPORT_TYPE_CLIP);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return FALSE;
  done = rapport_clip_paste (g_value_get_boxed (&value), need_session (self));
  _rapport_window_offer_undo (self, done);
  return TRUE;
}

/* GTK does not let go of what it reads with where there is nothing to be read. */
static gboolean
has_text (GdkClipboard *clipboard)
{
  GdkContentFormats *offered = gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard));
  g_autoptr (GdkContentFormats) readable = gdk_content_formats_union_deserialize_gtypes (offered);

  return gdk_content_formats_contain_gtype (readable, G_TYPE_STRING);
}

static void
paste_offered (RapportWindow *self, GdkClipboard *clipboard)
{
  const char *types[] = { RAPPORT_CLIP_MAP, NULL };

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), RAPPORT_CLIP_MAP))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, piece_read_cb, g_object_ref (self));
  else if (has_text (clipboard))
    gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (self));
  else
    rapport_window_tell (self, _("There is no text to paste."));
}

static void
known_cb (GdkClipboard *clipboard, gpointer data)
{
  g_autoptr (RapportWindow) self = data;

  self->pasting = FALSE;
  /* What was copied here meanwhile was not meant. */
  if (!is_gone (self) && !gdk_clipboard_is_local (clipboard))
    paste_offered (self, clipboard);
}

/* A key that is pressed again before anything comes is the same wish. */
static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (self->pasting || paste_own (self, clipboard))
    return;
  if (gdk_clipboard_is_local (clipboard))
    {
      paste_offered (self, clipboard);
      return;
    }
  self->pasting = TRUE;
  rapport_clipboard_wait (clipboard, known_cb, g_object_ref (self));
}

/* --- Copying ---------------------------------------------------------------------------------------------------- */

static void
copy_picture_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = rapport_clip_copy_picture (self->session, &error);

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  rapport_window_tell (self, content != NULL ? _("The picture was copied") : error->message);
}

/* With nobody selected it is the picture that one wants. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  g_autoptr (GdkContentProvider) content = rapport_clip_copy_selection (self->session);

  if (content == NULL)
    copy_picture_cb (widget, name, parameter);
  else
    {
      gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
      rapport_window_tell (self, _("Those selected and their links were copied"));
    }
}

static void
copy_caption_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  g_autofree char *text = rapport_clip_describe (self->session);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  rapport_window_tell (self, _("Caption and alternative text were copied"));
}

/* --- Dropping --------------------------------------------------------------------------------------------------- */

/* Lists that were dropped together: one is looked through at a time, and the next comes when that is closed. */
typedef struct
{
  RapportWindow *window; /* owned */
  GQueue files; /* of GFile, owned: those to come */
} DroppedLists;

static void offer_next (DroppedLists *self);

static DroppedLists *
dropped_lists_new (RapportWindow *window)
{
  DroppedLists *self = g_new0 (DroppedLists, 1);

  self->window = g_object_ref (window);
  return self;
}

static void
dropped_lists_free (DroppedLists *self)
{
  g_queue_clear_full (&self->files, g_object_unref);
  g_object_unref (self->window);
  g_free (self);
}

static void
closed_cb (GtkWindow *dialog, DroppedLists *self)
{
  offer_next (self);
}

static void
offer_file (DroppedLists *self, GFile *file, GBytes *bytes)
{
  g_autofree char *text = rapport_list_text_from_bytes (bytes);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Add the list “%s”"), shown);
  GtkWindow *dialog = offer_list (self->window, text);

  /* What cannot be added to once cannot be added to again. */
  if (dialog == NULL)
    {
      dropped_lists_free (self);
      return;
    }
  gtk_window_set_title (dialog, title);
  g_signal_connect (dialog, "destroy", G_CALLBACK (closed_cb), self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DroppedLists *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  GtkWindow *dialog;

  if (bytes != NULL && g_bytes_get_size (bytes) <= LONGEST_LIST)
    {
      offer_file (self, G_FILE (source), bytes);
      return;
    }
  dialog = _rapport_window_show_error (self->window, _("The list was not opened"),
                                       error != NULL ? error->message : _("That is too long to be a list."));
  g_signal_connect (dialog, "destroy", G_CALLBACK (closed_cb), self);
}

/* A window that is closed has no more of them, and the last lets go of them all. */
static void
offer_next (DroppedLists *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->files);

  if (file == NULL || is_gone (self->window))
    dropped_lists_free (self);
  else
    g_file_load_bytes_async (file, NULL, loaded_cb, self);
}

static gboolean
is_list (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_str_has_suffix (small, ".csv") || g_str_has_suffix (small, ".tsv") || g_str_has_suffix (small, ".txt");
}

/* All maps are opened, and all lists are offered, one after the other. */
static void
drop_files (RapportWindow *self, GSList *files)
{
  DroppedLists *lists = dropped_lists_new (self);

  for (GSList *l = files; l != NULL; l = l->next)
    if (is_list (l->data))
      g_queue_push_tail (&lists->files, g_object_ref (l->data));
    else if (g_file_peek_path (l->data) != NULL)
      _rapport_window_open_beside (self, g_file_peek_path (l->data));
  offer_next (lists);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RapportWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      drop_files (self, files);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-picture", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-caption", self->session != NULL);
}

void
_rapport_window_class_clipboard_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.add-list", NULL, add_list_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-caption", NULL, copy_caption_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.copy-picture",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste", NULL);
}
