/* test-line-up.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-line-up.h"

#include <math.h>

#include "rapport-canvas.h"
#include "rapport-wheel.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *canvas;
} Fixture;

static const char *const everybody[] = { "uni", "trust", "council", "board", NULL };

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->canvas = rapport_canvas_new ();
  rapport_canvas_set_session (RAPPORT_CANVAS (self->canvas), self->session);
  /* On a page as wide as this nobody stands by chance where they would be put. */
  gtk_widget_set_size_request (self->canvas, 1000, 600);
  fixture_show (self->canvas);
  rapport_selection_set_all (rapport_session_get_selection (self->session), everybody);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_hide (self->canvas);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static const RapportScene *
scene (Fixture *self)
{
  return rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas));
}

static RapportPoint
middle (Fixture *self, const char *id)
{
  return rapport_scene_item_get_middle (rapport_scene_find (scene (self), RAPPORT_ITEM_STAKEHOLDER, id));
}

/* Each is drawn in the wedge of their sector and in their ring. */
static void
check_homes (Fixture *self)
{
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (rapport_session_get_map (self->session));

  for (guint i = 0; everybody[i] != NULL; i++)
    {
      RapportElement *element = fixture_look (self->session, everybody[i]);
      g_autoptr (RapportReading) reading = rapport_lens_read (rapport_session_get_lens (self->session), element);
      int wedge = rapport_wheel_find_wedge (wheel, rapport_element_get_text (element, "sector"));
      RapportPoint point;
      double angle, depth;

      g_assert_true (rapport_scene_to_wheel (scene (self), middle (self, everybody[i]), &point));
      g_assert_cmpint (rapport_wheel_from_point (point.x, point.y, &angle, &depth), ==,
                       rapport_ring_of (element, reading));
      if (wedge >= 0)
        g_assert_cmpint (rapport_wheel_wedge_at (wheel, angle), ==, wedge);
    }
}

/* @way: of lining up */
static void
test_wheel (Fixture *self, gconstpointer way)
{
  RapportHistory *history = rapport_session_get_history (self->session);
  gboolean spread = g_str_equal (way, "across") || g_str_equal (way, "down");
  RapportPoint before[G_N_ELEMENTS (everybody)];
  gboolean moved = FALSE;

  for (guint i = 0; everybody[i] != NULL; i++)
    before[i] = middle (self, everybody[i]);
  g_assert_true (spread ? rapport_spread_out (self->session, scene (self), way)
                        : rapport_line_up (self->session, scene (self), way));
  for (guint i = 0; everybody[i] != NULL; i++)
    moved |= hypot (middle (self, everybody[i]).x - before[i].x, middle (self, everybody[i]).y - before[i].y) > 1;
  g_assert_true (moved);
  check_homes (self);
  rapport_history_undo (history);
  g_assert_false (rapport_history_can_undo (history));
  for (guint i = 0; everybody[i] != NULL; i++)
    g_assert_cmpfloat_with_epsilon (middle (self, everybody[i]).x, before[i].x, 0.01);
}

/* Where places mean nothing, the line is a line. */
static void
test_free (Fixture *self, gconstpointer data)
{
  fixture_set_map (self->session, "layout", "free");
  g_assert_true (rapport_line_up (self->session, scene (self), "row"));
  for (guint i = 1; everybody[i] != NULL; i++)
    g_assert_cmpfloat_with_epsilon (middle (self, everybody[i]).y, middle (self, everybody[0]).y, 2);
}

static void
test_too_few (Fixture *self, gconstpointer data)
{
  const char *const two[] = { "uni", "trust", NULL };

  rapport_selection_set_all (rapport_session_get_selection (self->session), two);
  g_assert_false (rapport_spread_out (self->session, scene (self), "across"));
  rapport_selection_set (rapport_session_get_selection (self->session), "uni");
  g_assert_false (rapport_line_up (self->session, scene (self), "row"));
  g_assert_false (rapport_history_can_undo (rapport_session_get_history (self->session)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Those who go far glide there, and are still where they were at first. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define CASE(name, data, function) g_test_add ("/line-up/" name, Fixture, data, set_up, function, tear_down)
  CASE ("row", "row", test_wheel);
  CASE ("column", "column", test_wheel);
  CASE ("across", "across", test_wheel);
  CASE ("down", "down", test_wheel);
  CASE ("free", NULL, test_free);
  CASE ("too-few", NULL, test_too_few);
#undef CASE
  return g_test_run ();
}
