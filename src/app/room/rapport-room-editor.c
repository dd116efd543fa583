/* rapport-room-editor.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-room-editor.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-canvas-host.h"
#include "rapport-edits.h"

struct _RapportRoomEditor
{
  GtkBox parent_instance;

  /* Owned */
  RapportPresentation *presentation;
  RapportAudienceView *view; /* what the room sees otherwise */
  double aspect;             /* of that */

  /* Children */
  GtkWidget *bar;
  RapportCanvas *canvas;
};

static void rapport_room_editor_host_init (RapportCanvasHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RapportRoomEditor, rapport_room_editor, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (RAPPORT_TYPE_CANVAS_HOST, rapport_room_editor_host_init))

static guint done_signal;

static RapportCanvas *
get_canvas (RapportCanvasHost *host)
{
  return RAPPORT_ROOM_EDITOR (host)->canvas;
}

/* Nothing is told of what was done: the room sees it. */
static void
rapport_room_editor_host_init (RapportCanvasHostInterface *iface)
{
  iface->get_canvas = get_canvas;
}

static void
follow_presentation (RapportRoomEditor *self)
{
  RapportCanvasLook look = { rapport_presentation_get_scheme (self->presentation),
                             rapport_audience_view_get_page (self->view) };

  if (self->aspect <= 0)
    self->aspect = look.page.width / look.page.height;
  look.page.width = look.page.height * self->aspect;
  rapport_canvas_set_look (self->canvas, &look);
}

static void
link_cb (RapportRoomEditor *self, const char *a, const char *b)
{
  rapport_edit_link (rapport_presentation_get_session (self->presentation), a, b);
}

static void
activated_cb (RapportRoomEditor *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.rename", NULL);
}

static void
done_cb (RapportRoomEditor *self)
{
  g_signal_emit (self, done_signal, 0);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_bar (RapportRoomEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *keys = new_label (_("A adds · L links · digits answer · T marks a tension"), "keys");
  GtkWidget *done = gtk_button_new_with_label (_("Stop editing (Esc)"));

  gtk_widget_set_hexpand (keys, TRUE);
  gtk_widget_set_focus_on_click (done, FALSE);
  gtk_widget_add_css_class (bar, "bar");
  g_signal_connect_object (done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), new_label (_("The room sees this screen"), "heading"));
  gtk_box_append (GTK_BOX (bar), keys);
  gtk_box_append (GTK_BOX (bar), done);
  return bar;
}

static void
rapport_room_editor_dispose (GObject *object)
{
  RapportRoomEditor *self = RAPPORT_ROOM_EDITOR (object);

  g_clear_object (&self->view);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (rapport_room_editor_parent_class)->dispose (object);
}

static void
rapport_room_editor_class_init (RapportRoomEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_room_editor_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "room-editor");
  rapport_canvas_host_install_actions (GTK_WIDGET_CLASS (klass));
  done_signal = g_signal_new ("done", RAPPORT_TYPE_ROOM_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rapport_room_editor_init (RapportRoomEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->bar = new_bar (self);
  self->canvas = RAPPORT_CANVAS (rapport_canvas_new ());
  g_signal_connect_object (self->canvas, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->canvas));
}

/* @view: what the room sees otherwise; the map looks the same here */
GtkWidget *
rapport_room_editor_new (RapportPresentation *presentation, RapportAudienceView *view)
{
  RapportSession *session = rapport_presentation_get_session (presentation);
  RapportRoomEditor *self = g_object_new (RAPPORT_TYPE_ROOM_EDITOR, NULL);

  self->presentation = g_object_ref (presentation);
  self->view = g_object_ref (view);
  follow_presentation (self);
  rapport_canvas_set_session (self->canvas, session);
  rapport_canvas_host_update_actions (RAPPORT_CANVAS_HOST (self));
  g_signal_connect_object (presentation, "changed", G_CALLBACK (follow_presentation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rapport_session_get_history (session), "committed",
                           G_CALLBACK (rapport_canvas_host_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rapport_session_get_selection (session), "changed",
                           G_CALLBACK (rapport_canvas_host_update_actions), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
rapport_room_editor_take_keyboard (RapportRoomEditor *self)
{
  g_return_if_fail (RAPPORT_IS_ROOM_EDITOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
