/* rapport-window-open.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A map is read in a thread. What takes long is told, and can be given up; the window answers meanwhile.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-file-name.h"
#include "rapport-keyboard.h"
#include "rapport-recent-maps.h"

/* Most maps are there before anybody could read that they are being opened. */
#define LONG_MS 300

/* The stack hides it too, which is twice in one frame. Whoever shows the next page gives the keyboard on. */
static void
hide_page (GtkWidget *page)
{
  rapport_keyboard_leave (page, NULL);
  gtk_widget_set_visible (page, FALSE);
}

/* What a stack does not show is still read out, unless it is hidden itself. */
void
_rapport_window_show_page (RapportWindow *self, const char *name)
{
  GtkWidget *const pages[] = { self->start_page, self->opening_page, self->map_page };
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, name);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child_name (self->stack, name);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i] != shown)
      hide_page (pages[i]);
}

static gboolean
takes_long_cb (gpointer data)
{
  RapportWindow *self = data;
  g_autofree char *name = rapport_file_name_display (self->opening_path);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Opening “%s”"), name);
  const gboolean is_first = gtk_stack_get_visible_child (self->stack) == NULL;

  self->opening_source = 0;
  adw_status_page_set_title (ADW_STATUS_PAGE (self->opening_page), title);
  gtk_spinner_start (self->opening_spinner);
  _rapport_window_show_page (self, "opening");
  /* The stack gives the keyboard only to a page that comes in the place of another. */
  if (is_first)
    gtk_widget_child_focus (self->opening_page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
end_opening (RapportWindow *self)
{
  g_clear_handle_id (&self->opening_source, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->opening_path, g_free);
  gtk_spinner_stop (self->opening_spinner);
  if (gtk_stack_get_visible_child (self->stack) != NULL && !gtk_widget_get_visible (self->opening_page))
    return;
  _rapport_window_show_page (self, self->session != NULL ? "map" : "start");
  if (self->session == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->new_button));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RapportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportSession) session = rapport_session_open_finish (result, &error);

  /* It was given up, and another may be under way by now, or the window is closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  end_opening (self);
  if (session == NULL)
    {
      _rapport_window_show_error (self, _("The map was not opened"), error->message);
      return;
    }
  rapport_recent_maps_add (session);
  rapport_window_set_session (self, session);
}

/* What is being opened is not, and the window is as it was. */
void
_rapport_window_stop_opening (RapportWindow *self)
{
  if (self->opening == NULL)
    return;
  g_cancellable_cancel (self->opening);
  end_opening (self);
}

/* @path: (type filename): is opened here; where it cannot be, a sentence says why and nothing else changes */
void
rapport_window_open (RapportWindow *self, const char *path)
{
  g_return_if_fail (RAPPORT_IS_WINDOW (self) && path != NULL);

  _rapport_window_stop_opening (self);
  self->opening = g_cancellable_new ();
  self->opening_path = g_strdup (path);
  self->opening_source = g_timeout_add (LONG_MS, takes_long_cb, self);
  /* A window that comes up with a map has no use for the page of one without. */
  if (self->session == NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    hide_page (self->start_page);
  rapport_session_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

/* Returns: (nullable) (transfer none) (type filename): of the map that is shown here, or will be when it is read */
const char *
rapport_window_get_path (RapportWindow *self)
{
  g_return_val_if_fail (RAPPORT_IS_WINDOW (self), NULL);
  if (self->opening_path != NULL)
    return self->opening_path;
  return self->session != NULL ? rapport_session_get_path (self->session) : NULL;
}
