/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another program at the clipboard, of another process and without a window; or one from which something is dragged.
 *
 *     clip put TYPE FILE    holds the bytes of FILE as TYPE until another program takes the clipboard; says "held"
 *     clip get TYPE FILE    writes what is there of TYPE into FILE; says the types that are there
 *     clip drag TYPE FILE   has a window "Drag from here", of which all can be dragged: the bytes of FILE as TYPE; says
 *                           "held", and "accepted" while it may be dropped where it is; ends when it is dropped
 */
#include <gtk/gtk.h>
#include <string.h>

static void
stop_cb (GdkClipboard *clipboard, gpointer done)
{
  if (!gdk_clipboard_is_local (clipboard))
    *(gboolean *) done = TRUE;
}

/* Returns: (transfer full) (nullable): the bytes of a file as that type */
static GdkContentProvider *
provide (const char *type, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  bytes = g_bytes_new_take (data, size);
  return gdk_content_provider_new_for_bytes (type, bytes);
}

static int
put (GdkClipboard *clipboard, const char *type, const char *path)
{
  g_autoptr (GdkContentProvider) provider = provide (type, path);
  gboolean done = FALSE;

  if (provider == NULL)
    return 1;
  gdk_clipboard_set_content (clipboard, provider);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("held\n");
  g_signal_connect (clipboard, "changed", G_CALLBACK (stop_cb), &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

typedef struct
{
  gboolean done;
  GInputStream *stream;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  const char *type;

  g_autoptr (GError) error = NULL;

  reading->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  reading->done = TRUE;
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  *(gboolean *) data = TRUE;
}

static int
get (GdkClipboard *clipboard, const char *type, const char *path)
{
  const char *types[] = { type, NULL };
  Reading reading = { FALSE, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out = g_file_replace (file, NULL, FALSE, 0, NULL, NULL);
  g_autofree char *said = gdk_content_formats_to_string (gdk_clipboard_get_formats (clipboard));
  gboolean done = FALSE;

  g_print ("%s\n", said);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, &reading);
  while (!reading.done)
    g_main_context_iteration (NULL, TRUE);
  if (reading.stream == NULL)
    return 1;
  g_output_stream_splice_async (G_OUTPUT_STREAM (out), reading.stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (reading.stream);
  return 0;
}

static void
dropped_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer done)
{
  *(gboolean *) done = TRUE;
}

/* Whoever it is over says a moment later that it may be dropped there. */
static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    g_print ("accepted\n");
}

static void
begun_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static int
drag (const char *type, const char *path)
{
  GtkWidget *window = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) provider = provide (type, path);
  gboolean done = FALSE;

  if (provider == NULL)
    return 1;
  gtk_drag_source_set_content (source, provider);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begun_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (dropped_cb), &done);
  gtk_window_set_title (GTK_WINDOW (window), "Drag from here");
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 80);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Drag from here"));
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
  g_print ("held\n");
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static gboolean
has (GdkClipboard *clipboard, const char *type)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), type);
}

int
main (int argc, char **argv)
{
  GdkClipboard *clipboard;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  if (argc != 4)
    return 2;
  /* What others have is told a moment later. */
  for (int i = 0; i < 5000 && strcmp (argv[1], "get") == 0 && !has (clipboard, argv[2]); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  if (strcmp (argv[1], "drag") == 0)
    return drag (argv[2], argv[3]);
  return strcmp (argv[1], "put") == 0 ? put (clipboard, argv[2], argv[3]) : get (clipboard, argv[2], argv[3]);
}
