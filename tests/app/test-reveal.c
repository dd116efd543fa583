/* test-reveal.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected elsewhere than by a hand on the paper comes into view.
 */
#include "rapport-canvas.h"

#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *widget;
  RapportCanvas *canvas; /* the same */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->widget = rapport_canvas_new ();
  self->canvas = RAPPORT_CANVAS (self->widget);
  rapport_canvas_set_session (self->canvas, self->session);
  fixture_show (self->widget);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_hide (self->widget);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

/* Returns: the middle of a stakeholder in the widget's pixels */
static RapportPoint
get_place (Fixture *self, const char *id)
{
  const RapportSceneItem *item
      = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_STAKEHOLDER, id);
  const RapportPoint middle = rapport_scene_item_get_middle (item);

  return rapport_canvas_from_map (self->canvas, middle.x, middle.y);
}

static gboolean
is_in_view (Fixture *self, RapportPoint at)
{
  return at.x > 0 && at.y > 0 && at.x < gtk_widget_get_width (self->widget)
         && at.y < gtk_widget_get_height (self->widget);
}

/* Six times as large, with that one at @x, @y of the widget. */
static void
look_at (Fixture *self, const char *id, double x, double y)
{
  RapportPoint at;

  rapport_canvas_zoom_by (self->canvas, 6);
  at = get_place (self, id);
  rapport_canvas_pan_by (self->canvas, x - at.x, y - at.y);
}

static void
wait_a_moment (void)
{
  for (gint64 end = g_get_monotonic_time () + 600 * 1000; g_get_monotonic_time () < end; g_usleep (2000))
    fixture_settle ();
}

static void
select_id (Fixture *self, const char *id)
{
  rapport_selection_set (rapport_session_get_selection (self->session), id);
}

/* The middle of a stakeholder, once it has come into view, which takes as long as it takes on this machine. */
static RapportPoint
wait_for_view (Fixture *self, const char *id)
{
  for (guint i = 0; i < 100 && !is_in_view (self, get_place (self, id)); i++)
    wait_a_moment ();
  wait_a_moment ();
  return get_place (self, id);
}

static void
test_outside (Fixture *self, gconstpointer data)
{
  RapportPoint at;

  look_at (self, "uni", 100, 100);
  g_assert_false (is_in_view (self, get_place (self, "council")));
  select_id (self, "council");
  at = wait_for_view (self, "council");
  g_assert_true (is_in_view (self, at));
}

/* Of a link it is the middle. */
static void
test_link (Fixture *self, gconstpointer data)
{
  const RapportSceneItem *item;
  RapportPoint middle, at = { -1, -1 };

  look_at (self, "board", 100, 100);
  rapport_canvas_pan_by (self->canvas, 20000, 20000);
  select_id (self, "l2");
  for (guint i = 0; i < 100 && !is_in_view (self, at); i++)
    {
      wait_a_moment ();
      item = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_LINK, "l2");
      middle = rapport_scene_item_get_middle (item);
      at = rapport_canvas_from_map (self->canvas, middle.x, middle.y);
    }
  g_assert_true (is_in_view (self, at));
}

/* Below a hand nothing moves. By keys all of whoever is selected is wanted, and their name. */
static void
test_in_part (Fixture *self, gconstpointer data)
{
  RapportPoint before, after;

  look_at (self, "uni", 10, 300);
  before = get_place (self, "uni");
  select_id (self, "uni");
  rapport_canvas_hold_still (self->canvas);
  wait_a_moment ();
  after = get_place (self, "uni");
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
  rapport_canvas_show_selected (self->canvas);
  for (guint i = 0; i < 100 && get_place (self, "uni").x < 30; i++)
    wait_a_moment ();
  wait_a_moment ();
  after = get_place (self, "uni");
  g_assert_cmpfloat (after.x, >, 30);
  g_assert_cmpfloat (after.x, <, gtk_widget_get_width (self->widget));
}

/* Whoever moves the paper meanwhile has it, before it goes and on its way. */
static void
test_given_up (Fixture *self, gconstpointer data)
{
  RapportPoint before, after;

  for (guint i = 0; i < 2; i++)
    {
      look_at (self, "uni", 100, 100);
      before = get_place (self, "council");
      select_id (self, "council");
      for (guint n = 0; i == 1 && n < 10000 && get_place (self, "council").x == before.x; n++)
        {
          fixture_settle ();
          g_usleep (1000);
        }
      rapport_canvas_pan_by (self->canvas, 1, 0);
      before = get_place (self, "council");
      wait_a_moment ();
      after = get_place (self, "council");
      g_assert_cmpfloat (after.x, ==, before.x);
      select_id (self, "uni");
      rapport_canvas_zoom_to_fit (self->canvas);
      wait_a_moment ();
    }
}

/* While all of the page is in view, nothing moves. */
static void
test_fitted (Fixture *self, gconstpointer data)
{
  const double zoom = rapport_canvas_get_zoom (self->canvas);
  const RapportPoint before = get_place (self, "council");
  RapportPoint after;

  select_id (self, "council");
  rapport_canvas_show_selected (self->canvas);
  wait_a_moment ();
  after = get_place (self, "council");
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (rapport_canvas_get_zoom (self->canvas), ==, zoom);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/reveal/outside", Fixture, NULL, set_up, test_outside, tear_down);
  g_test_add ("/reveal/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/reveal/in-part", Fixture, NULL, set_up, test_in_part, tear_down);
  g_test_add ("/reveal/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/reveal/fitted", Fixture, NULL, set_up, test_fitted, tear_down);
  return g_test_run ();
}
