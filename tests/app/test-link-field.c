/* test-link-field.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * “Link to…”, and then a click on somebody: a link without a drag and without a letter.
 */
#include "rapport-link-field.h"

#include "rapport-canvas.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *widget;
  RapportCanvas *canvas; /* the same */
  GPtrArray *clicks;     /* owned, of GtkGesture */
  char *link;            /* owned, nullable: of whom a link was wanted */
} Fixture;

static void
link_cb (Fixture *self, const char *from, const char *to)
{
  g_free (self->link);
  self->link = g_strdup_printf ("%s-%s", from, to);
}

/* Returns: (transfer full): those who hear the first button, in the order in which they do */
static GPtrArray *
list_clicks (GtkWidget *widget)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (widget);
  GPtrArray *clicks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (list, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_ptr_array_add (clicks, g_steal_pointer (&controller));
    }
  return clicks;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->widget = rapport_canvas_new ();
  self->canvas = RAPPORT_CANVAS (self->widget);
  rapport_canvas_set_session (self->canvas, self->session);
  fixture_show (self->widget);
  self->clicks = list_clicks (self->widget);
  g_signal_connect_swapped (self->canvas, "link", G_CALLBACK (link_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->link);
  g_ptr_array_unref (self->clicks);
  fixture_hide (self->widget);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static void
click (Fixture *self, RapportPoint map)
{
  const RapportPoint at = rapport_canvas_from_map (self->canvas, map.x, map.y);

  for (guint i = 0; i < self->clicks->len; i++)
    g_signal_emit_by_name (self->clicks->pdata[i], "pressed", 1, at.x, at.y);
  for (guint i = 0; i < self->clicks->len; i++)
    g_signal_emit_by_name (self->clicks->pdata[i], "released", 1, at.x, at.y);
  fixture_settle ();
}

static RapportPoint
get_middle (Fixture *self, const char *id)
{
  return rapport_scene_item_get_middle (
      rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_STAKEHOLDER, id));
}

static gboolean
is_open (Fixture *self)
{
  return fixture_find (self->widget, RAPPORT_TYPE_LINK_FIELD, NULL) != NULL;
}

static void
test_click (Fixture *self, gconstpointer data)
{
  rapport_canvas_link_from (self->canvas, "uni");
  fixture_settle ();
  g_assert_true (is_open (self));
  click (self, get_middle (self, "trust"));
  g_assert_cmpstr (self->link, ==, "uni-trust");
  g_assert_false (is_open (self));
}

/* Nobody is linked with themselves, or with a link: a click elsewhere gives up, and selects what it is on. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  rapport_canvas_link_from (self->canvas, "uni");
  fixture_settle ();
  click (self, get_middle (self, "uni"));
  g_assert_null (self->link);
  g_assert_true (rapport_selection_contains (rapport_session_get_selection (self->session), "uni"));
  click (self, get_middle (self, "trust"));
  g_assert_null (self->link);
  g_assert_false (is_open (self));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/link-field/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/link-field/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  return g_test_run ();
}
