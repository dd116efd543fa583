/* test-link-ring.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ring from which links are drawn: where it is, when it comes and goes, and what a drag from there does.
 */
#include "rapport-link-ring.h"

#include <glib/gstdio.h>

#include "rapport-canvas-marks.h"
#include "rapport-drag-tool.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *widget;
  RapportCanvas *canvas; /* the same */
  RapportLinkRing *ring;
  GtkGesture *drag; /* owned */
} Fixture;

/* Returns: (transfer full): of @type, for the first button where it is of a button */
static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY))
        return g_steal_pointer (&controller);
    }
  g_assert_not_reached ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->widget = rapport_canvas_new ();
  self->canvas = RAPPORT_CANVAS (self->widget);
  rapport_canvas_set_session (self->canvas, self->session);
  fixture_show (self->widget);
  self->ring = rapport_canvas_get_link_ring (self->canvas);
  self->drag = find_controller (self->widget, GTK_TYPE_GESTURE_DRAG);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->drag);
  fixture_hide (self->widget);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static const RapportSceneItem *
find (Fixture *self, RapportItemKind kind, const char *id)
{
  return rapport_scene_find (rapport_canvas_get_scene (self->canvas), kind, id);
}

static RapportPoint
middle_of (Fixture *self, const char *id)
{
  return rapport_scene_item_get_middle (find (self, RAPPORT_ITEM_STAKEHOLDER, id));
}

static RapportPoint
to_pixels (Fixture *self, RapportPoint point)
{
  return rapport_canvas_from_map (self->canvas, point.x, point.y);
}

/* To the left of the outline, this many pixels away from it. */
static RapportPoint
beside (Fixture *self, const char *id, double pixels)
{
  const RapportPath *outermost = rapport_scene_item_get_outermost (find (self, RAPPORT_ITEM_STAKEHOLDER, id));
  const RapportPoint middle = middle_of (self, id);

  return (RapportPoint){ rapport_path_get_bounds (outermost).x - pixels / rapport_canvas_get_zoom (self->canvas),
                         middle.y };
}

/* Also tells whether it is a full one, by the pointer that goes with it. */
static gboolean
is_shown (Fixture *self, gboolean *is_held)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkCursor *cursor = gtk_widget_get_cursor (self->widget);

  rapport_link_ring_snapshot (self->ring, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  *is_held = cursor != NULL && g_strcmp0 (gdk_cursor_get_name (cursor), "crosshair") == 0;
  return node != NULL;
}

static void
assert_ring (Fixture *self, gboolean shown, gboolean held)
{
  gboolean is_held;

  g_assert_cmpint (is_shown (self, &is_held), ==, shown);
  g_assert_cmpint (is_held, ==, held);
}

/* All that follow the pointer are told. */
static void
point_at (Fixture *self, RapportPoint point)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (self->widget);
  const RapportPoint at = to_pixels (self, point);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", at.x, at.y);
    }
}

static gboolean
is_at (Fixture *self, RapportPoint point, const char *id)
{
  gboolean is_held;
  const RapportSceneItem *found = rapport_link_ring_find (self->canvas, point, &is_held);

  g_assert_cmpstr (found != NULL ? found->element_id : NULL, ==, id);
  return is_held;
}

static void
show_influence (Fixture *self)
{
  const RapportLens *lens = rapport_session_get_lens (self->session);
  g_autoptr (RapportLens) influence
      = rapport_lens_with_show (lens, rapport_lens_get_show (lens) | RAPPORT_SHOW_INFLUENCE);

  rapport_session_set_lens (self->session, influence);
  fixture_settle ();
}

/* Links are drawn from the ring alone; by the name, the discs and the middle somebody is moved. */
static void
test_where (Fixture *self, gconstpointer data)
{
  const RapportSceneItem *name;
  RapportRect discs;

  show_influence (self);
  g_assert_false (is_at (self, middle_of (self, "uni"), "uni"));
  g_assert_true (is_at (self, beside (self, "uni", 1), "uni"));
  g_assert_true (is_at (self, beside (self, "uni", 7.5), "uni"));
  g_assert_true (is_at (self, beside (self, "uni", -1), "uni"));
  is_at (self, beside (self, "uni", 12), NULL);
  name = find (self, RAPPORT_ITEM_LABEL, "uni");
  for (guint i = 1; i < 10; i++)
    g_assert_false (is_at (self, (RapportPoint){ name->bounds.x + name->bounds.width / 2,
                                                 name->bounds.y + name->bounds.height * i / 10 }, "uni"));
  g_assert_true (rapport_scene_item_get_discs (find (self, RAPPORT_ITEM_STAKEHOLDER, "uni"), &discs));
  g_assert_false (is_at (self, (RapportPoint){ discs.x + discs.width / 2, discs.y + discs.height / 2 }, "uni"));
}

/* How much of what lies below is hidden there by @node, 0 to 255. */
static guint
hides_at (Fixture *self, GskRenderNode *node, RapportPoint point)
{
  const RapportPoint at = to_pixels (self, point);
  const int width = gtk_widget_get_width (self->widget), height = gtk_widget_get_height (self->widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  g_assert_true (at.x >= 0 && at.x < width && at.y >= 0 && at.y < height);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                   + (int) at.y * cairo_image_surface_get_stride (surface) + 4 * (int) at.x);
  cairo_surface_destroy (surface);
  return pixel >> 24;
}

/* What stands beside the outline, such as that influence was not discussed, is seen within a ring. */
static void
test_hides_no_discs (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "uni", "council" };

  show_influence (self);
  rapport_canvas_zoom_by (self->canvas, 2);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RapportSceneItem *item = find (self, RAPPORT_ITEM_STAKEHOLDER, ids[i]);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      RapportPoint middle = middle_of (self, ids[i]);
      RapportRect discs;

      middle = to_pixels (self, middle);
      rapport_canvas_pan_by (self->canvas, 200 - middle.x, 400 - middle.y);
      rapport_canvas_marks_link_ring (self->canvas, snapshot, item, TRUE);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_true (rapport_scene_item_get_discs (item, &discs));
      g_assert_cmpuint (hides_at (self, node, beside (self, ids[i], 4)), >, 200);
      for (guint part = 1; part < 8; part++)
        g_assert_cmpuint (hides_at (self, node, (RapportPoint){ discs.x + discs.width * part / 8,
                                                                discs.y + discs.height / 2 }), ==, 0);
    }
}

static void
test_comes_and_goes (Fixture *self, gconstpointer data)
{
  const RapportPoint nowhere = { 3, 3 };

  assert_ring (self, FALSE, FALSE);
  point_at (self, middle_of (self, "uni"));
  assert_ring (self, TRUE, FALSE);
  point_at (self, beside (self, "uni", 4));
  assert_ring (self, TRUE, TRUE);
  point_at (self, nowhere);
  assert_ring (self, FALSE, FALSE);
  point_at (self, beside (self, "uni", 4));
  /* An allocation by itself, as when a place for a tension comes up beside somebody, is no reason to go. */
  gtk_widget_queue_allocate (self->widget);
  fixture_settle ();
  assert_ring (self, TRUE, TRUE);
  rapport_canvas_pan_by (self->canvas, 300, 0);
  assert_ring (self, FALSE, FALSE);
}

/* With the space bar held drags move the paper, and the pointer is a hand; afterwards all is as it was. */
static void
test_hand (Fixture *self, gconstpointer data)
{
  RapportDragTool *tool = rapport_canvas_get_drag (self->canvas);

  point_at (self, beside (self, "uni", 4));
  rapport_drag_tool_set_hand (tool, TRUE);
  assert_ring (self, FALSE, FALSE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (self->widget)), ==, "grab");
  point_at (self, beside (self, "uni", 3));
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (self->widget)), ==, "grab");
  rapport_drag_tool_set_hand (tool, FALSE);
  assert_ring (self, TRUE, TRUE);
}

/* From the ring round "uni" to the middle of somebody, as the gesture tells it. */
static void
draw_to (Fixture *self, const char *id)
{
  const RapportPoint start = beside (self, "uni", 4);
  const RapportPoint from = to_pixels (self, start), to = to_pixels (self, middle_of (self, id));

  point_at (self, start);
  g_signal_emit_by_name (self->drag, "drag-begin", from.x, from.y);
  assert_ring (self, TRUE, TRUE);
  g_signal_emit_by_name (self->drag, "drag-update", to.x - from.x, to.y - from.y);
}

static guint
count_links (Fixture *self)
{
  return rapport_element_list_get_length (
      rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_LINKS));
}

static void
test_round_whom_it_ends_on (Fixture *self, gconstpointer data)
{
  RapportDragTool *tool = rapport_canvas_get_drag (self->canvas);
  const RapportPoint to = to_pixels (self, middle_of (self, "council"));
  const guint n = count_links (self);
  RapportPoint hand;

  draw_to (self, "council");
  assert_ring (self, TRUE, TRUE);
  g_assert_cmpstr (rapport_drag_tool_get_linked (tool), ==, "uni");
  g_assert_null (rapport_drag_tool_get_words (tool, &hand));
  g_assert_cmpfloat_with_epsilon (hand.x, to.x, 0.5);
  /* Given up: nothing is left, as long as the button is down. */
  g_assert_true (rapport_drag_tool_cancel (tool));
  assert_ring (self, FALSE, FALSE);
  point_at (self, beside (self, "uni", 3));
  assert_ring (self, FALSE, FALSE);
  g_signal_emit_by_name (self->drag, "drag-end", 0.0, 0.0);
  g_assert_cmpuint (count_links (self), ==, n);
  assert_ring (self, TRUE, TRUE);
}

static void
test_over_nobody (Fixture *self, gconstpointer data)
{
  RapportDragTool *tool = rapport_canvas_get_drag (self->canvas);
  const RapportPoint from = to_pixels (self, beside (self, "uni", 4));
  RapportPoint hand;

  point_at (self, beside (self, "uni", 4));
  g_signal_emit_by_name (self->drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (self->drag, "drag-update", 10 - from.x, 10 - from.y);
  g_assert_cmpstr (rapport_drag_tool_get_words (tool, &hand), ==, "Add somebody here");
  assert_ring (self, FALSE, FALSE);
  g_assert_true (rapport_drag_tool_cancel (tool));
  g_signal_emit_by_name (self->drag, "drag-end", 0.0, 0.0);
}

/* While somebody is moved there is no ring round those who are passed. */
static void
test_none_while_moving (Fixture *self, gconstpointer data)
{
  const RapportPoint from = to_pixels (self, middle_of (self, "uni"));
  const RapportPoint to = to_pixels (self, beside (self, "trust", 4));

  point_at (self, middle_of (self, "uni"));
  g_signal_emit_by_name (self->drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (self->drag, "drag-update", to.x - from.x, to.y - from.y);
  point_at (self, beside (self, "trust", 4));
  assert_ring (self, FALSE, FALSE);
  g_assert_true (rapport_drag_tool_cancel (rapport_canvas_get_drag (self->canvas)));
  g_signal_emit_by_name (self->drag, "drag-end", 0.0, 0.0);
}

static void
delete (Fixture *self, const char *id)
{
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (self->session), "Delete", NULL);

  rapport_transaction_delete (transaction, fixture_look (self->session, id));
  rapport_transaction_commit (transaction);
  fixture_settle ();
}

/* Only those who have not drawn many links are told what it is for, and the room never is. */
static void
test_words (Fixture *self, gconstpointer data)
{
  const RapportCanvasLook look = { RAPPORT_SCHEME_LIGHT, { .width = 1920, .height = 1080 } };
  RapportPoint at;

  point_at (self, beside (self, "uni", 4));
  g_assert_null (rapport_link_ring_get_words (self->ring, &at));
  delete (self, "l2");
  point_at (self, beside (self, "uni", 4));
  g_assert_cmpstr (rapport_link_ring_get_words (self->ring, &at), ==, "Drag to somebody to link them");
  point_at (self, middle_of (self, "uni"));
  g_assert_null (rapport_link_ring_get_words (self->ring, &at));
  rapport_canvas_set_look (self->canvas, &look);
  fixture_settle ();
  point_at (self, beside (self, "uni", 4));
  assert_ring (self, TRUE, TRUE);
  g_assert_null (rapport_link_ring_get_words (self->ring, &at));
}

/* Of a map that a later version wrote, and this one only shows. Returns: (transfer full) */
static RapportSession *
open_to_look_at (void)
{
  static const char text[] = "<map xmlns='urn:x-rapport:map' version='9.0' min-reader='9' layout='wheel'>"
                             "<phases><phase id='now' name='Now'/></phases><stakeholders>"
                             "<stakeholder id='uni' sector='academia'><label>University</label>"
                             "<reading phase='now' ring='core'/></stakeholder></stakeholders></map>";
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rapport-ring-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "later.rapport", NULL);
  RapportSession *session;

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  session = rapport_session_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (rapport_session_is_read_only (session));
  g_remove (path);
  g_rmdir (folder);
  return session;
}

static void
test_none_to_look_at (Fixture *self, gconstpointer data)
{
  RapportSession *later = open_to_look_at ();
  RapportPoint from, hand;

  rapport_canvas_set_session (self->canvas, later);
  fixture_settle ();
  point_at (self, beside (self, "uni", 4));
  assert_ring (self, FALSE, FALSE);
  from = to_pixels (self, beside (self, "uni", 4));
  g_signal_emit_by_name (self->drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (self->drag, "drag-update", 40.0, 40.0);
  g_assert_null (rapport_drag_tool_get_linked (rapport_canvas_get_drag (self->canvas)));
  g_assert_null (rapport_drag_tool_get_words (rapport_canvas_get_drag (self->canvas), &hand));
  g_signal_emit_by_name (self->drag, "drag-end", 40.0, 40.0);
  rapport_canvas_set_session (self->canvas, self->session);
  rapport_session_close (later);
  g_assert_finalize_object (later);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/link-ring/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("where", test_where);
  ADD ("hides-no-discs", test_hides_no_discs);
  ADD ("comes-and-goes", test_comes_and_goes);
  ADD ("hand", test_hand);
  ADD ("round-whom-it-ends-on", test_round_whom_it_ends_on);
  ADD ("over-nobody", test_over_nobody);
  ADD ("none-while-moving", test_none_while_moving);
  ADD ("none-to-look-at", test_none_to_look_at);
  ADD ("words", test_words);
  return g_test_run ();
}
