/* rapport-presenter.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-presenter.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

/* A screen that was plugged in is there for the desktop a little later, in milliseconds. */
#define SETTLES 1000

struct _RapportPresenter
{
  GObject parent_instance;

  GtkWindow *editor; /* borrowed: it owns the presenter */

  /* Owned */
  RapportPresentation *presentation; /* nullable: not presenting */
  RapportAudienceWindow *window;     /* nullable: likewise, or the screen is gone; the toolkit owns it too */
  GtkWidget *view;                   /* nullable: what is in it; outlives a screen that is unplugged */
  GdkMonitor *monitor;               /* nullable: an ordinary window, or the screen is gone */

  RapportPresentPlace place;
  gboolean one_screen; /* the editor has made room */
  gboolean lost;
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (RapportPresenter, rapport_presenter, G_TYPE_OBJECT)

static guint changed_signal;

static void
changed (RapportPresenter *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static GListModel *
get_monitors (RapportPresenter *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self->editor)));
}

/* Returns: (nullable) (transfer none): the one that most of the editor is on */
static GdkMonitor *
get_own_monitor (RapportPresenter *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->editor));

  if (surface == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->editor)))
    return NULL;
  return gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self->editor)), surface);
}

/* Returns: (transfer full) (nullable): the one called @name, else one that the editor is not on, else any */
static GdkMonitor *
choose_monitor (RapportPresenter *self, const char *name)
{
  GListModel *monitors = get_monitors (self);
  GdkMonitor *own = get_own_monitor (self);
  g_autoptr (GdkMonitor) other = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (name != NULL && g_strcmp0 (gdk_monitor_get_connector (monitor), name) == 0)
        return g_steal_pointer (&monitor);
      if (other == NULL && monitor != own)
        other = g_object_ref (monitor);
    }
  if (other != NULL)
    return g_steal_pointer (&other);
  return g_list_model_get_item (monitors, 0);
}

static gboolean
is_there (RapportPresenter *self, GdkMonitor *monitor)
{
  GListModel *monitors = get_monitors (self);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) there = g_list_model_get_item (monitors, i);

      if (there == monitor)
        return TRUE;
    }
  return FALSE;
}

/* Hidden, it shows no note to a room that sees this screen; its map, history and journal are as they were. */
static void
show_editor (RapportPresenter *self, gboolean visible)
{
  self->one_screen = !visible;
  if (visible)
    gtk_window_present (self->editor);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
}

/* Desktops give a new window the keyboard; whoever edits keeps it, once. */
static void
active_cb (GtkWindow *window, GParamSpec *pspec, RapportPresenter *self)
{
  if (!gtk_window_is_active (window))
    return;
  g_signal_handlers_disconnect_by_func (window, active_cb, self);
  gtk_window_present (self->editor);
}

static void
show_on_monitor (RapportPresenter *self)
{
  rapport_audience_window_fill (self->window, self->monitor);
  gtk_window_present (GTK_WINDOW (self->window));
  /* The clicker's keys go where the keyboard does; with a screen of its own the editor takes them too. */
  if (self->monitor == NULL || self->monitor == get_own_monitor (self)
      || g_list_model_get_n_items (get_monitors (self)) < 2)
    {
      if (self->monitor != NULL)
        show_editor (self, FALSE);
    }
  else
    {
      g_signal_connect_object (self->window, "notify::is-active", G_CALLBACK (active_cb), self, 0);
      gtk_window_present (self->editor);
    }
}

/* A window that was on a screen which is gone may come back on any other, so each screen has a window of its own. */
static void
make_window (RapportPresenter *self)
{
  self->window = g_object_ref (rapport_audience_window_new (self->presentation, self->view));
  gtk_window_set_application (GTK_WINDOW (self->window), gtk_window_get_application (self->editor));
  g_signal_connect_object (self->window, "leave", G_CALLBACK (rapport_presenter_stop), self, G_CONNECT_SWAPPED);
}

static void
destroy_window (RapportPresenter *self)
{
  if (self->window == NULL)
    return;
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  /* GTK 4.8 does not part a window from the screen that it filled, and tells it when that is unplugged, however long it
   * has been gone. */
  gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  rapport_audience_window_fill (self->window, NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->window);
}

/* The picture goes with its screen: on this one, people would see what is not theirs. */
static void
lose_screen (RapportPresenter *self)
{
  g_clear_object (&self->monitor);
  self->lost = TRUE;
  rapport_presentation_set_held (self->presentation, TRUE);
  if (self->one_screen)
    show_editor (self, TRUE);
  destroy_window (self);
  changed (self);
}

static void
find_screen_again (RapportPresenter *self)
{
  if (g_list_model_get_n_items (get_monitors (self)) < 2)
    return;
  self->monitor = choose_monitor (self, NULL);
  self->lost = FALSE;
  make_window (self);
  show_on_monitor (self);
  changed (self);
}

static gboolean
settled_cb (gpointer data)
{
  RapportPresenter *self = data;

  self->settle_source = 0;
  if (self->lost)
    find_screen_again (self);
  return G_SOURCE_REMOVE;
}

static void
monitors_changed_cb (RapportPresenter *self)
{
  if (self->presentation == NULL || self->place == RAPPORT_PRESENT_WINDOW)
    return;
  if (self->monitor != NULL && !is_there (self, self->monitor))
    lose_screen (self);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLES, settled_cb, self);
}

static void
rapport_presenter_dispose (GObject *object)
{
  RapportPresenter *self = RAPPORT_PRESENTER (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  destroy_window (self);
  g_clear_object (&self->view);
  g_clear_object (&self->presentation);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (rapport_presenter_parent_class)->dispose (object);
}

static void
rapport_presenter_class_init (RapportPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_presenter_dispose;
  changed_signal = g_signal_new ("changed", RAPPORT_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
rapport_presenter_init (RapportPresenter *self)
{
}

/* @editor: owns what is made here */
RapportPresenter *
rapport_presenter_new (GtkWindow *editor)
{
  RapportPresenter *self;

  g_return_val_if_fail (GTK_IS_WINDOW (editor), NULL);
  self = g_object_new (RAPPORT_TYPE_PRESENTER, NULL);
  self->editor = editor;
  g_signal_connect_object (get_monitors (self), "items-changed", G_CALLBACK (monitors_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * rapport_presenter_start:
 * @monitor: (nullable): the connector of a screen, such as "HDMI-1"
 *
 * Where a presentation is on already, it goes on at the other place.
 */
void
rapport_presenter_start (RapportPresenter *self, RapportSession *session, RapportPresentPlace place,
                         const char *monitor)
{
  g_return_if_fail (RAPPORT_IS_PRESENTER (self) && RAPPORT_IS_SESSION (session));

  if (self->presentation == NULL)
    {
      self->presentation = rapport_presentation_new (session);
      self->view = g_object_ref_sink (rapport_audience_view_new (self->presentation));
    }
  if (self->window == NULL)
    make_window (self);
  self->place = place;
  self->lost = FALSE;
  g_clear_object (&self->monitor);
  if (place == RAPPORT_PRESENT_SCREEN)
    self->monitor = choose_monitor (self, monitor);
  show_on_monitor (self);
  changed (self);
}

/* The editor is as it was, and has what was done meanwhile. */
void
rapport_presenter_stop (RapportPresenter *self)
{
  g_return_if_fail (RAPPORT_IS_PRESENTER (self));
  if (self->presentation == NULL)
    return;
  if (self->one_screen)
    show_editor (self, TRUE);
  rapport_presentation_leave_steps (self->presentation);
  destroy_window (self);
  g_clear_object (&self->view);
  g_clear_object (&self->presentation);
  g_clear_object (&self->monitor);
  self->lost = FALSE;
  changed (self);
}

gboolean
rapport_presenter_is_active (RapportPresenter *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTER (self), FALSE);
  return self->presentation != NULL;
}

/* Whether the room's screen was unplugged. */
gboolean
rapport_presenter_is_lost (RapportPresenter *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTER (self), FALSE);
  return self->lost;
}

/* Whether the room sees another screen than whoever edits. */
gboolean
rapport_presenter_has_own_screen (RapportPresenter *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTER (self), FALSE);
  return self->presentation != NULL && !self->one_screen;
}

/* Returns: (nullable) (transfer none): %NULL while nothing is presented */
RapportPresentation *
rapport_presenter_get_presentation (RapportPresenter *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTER (self), NULL);
  return self->presentation;
}

/* Returns: (nullable) (transfer none): what the room sees, or will when it has a screen again */
RapportAudienceView *
rapport_presenter_get_view (RapportPresenter *self)
{
  g_return_val_if_fail (RAPPORT_IS_PRESENTER (self), NULL);
  return self->view != NULL ? RAPPORT_AUDIENCE_VIEW (self->view) : NULL;
}

/* Returns: (transfer full) (element-type GdkMonitor): all there are */
GPtrArray *
rapport_presenter_list_monitors (RapportPresenter *self)
{
  GListModel *monitors = get_monitors (self);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    g_ptr_array_add (list, g_list_model_get_item (monitors, i));
  return list;
}
