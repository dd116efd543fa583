/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-step-view.h"

#include "rapport-link.h"
#include "rapport-link-reading.h"
#include "rapport-phase.h"
#include "rapport-ready-steps.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-tension.h"

static void
add (RapportMap *map, RapportElement *element, const char *field, const char *text)
{
  if (field != NULL)
    rapport_element_init_text (element, field, text);
  rapport_map_add (map, element);
  g_object_unref (element);
}

static void
init_there (RapportElement *element)
{
  rapport_element_init_reading (element, "now", NULL,
                                rapport_reading_new (rapport_element_get_reading_kind (element)));
}

static void
add_stakeholder (RapportMap *map, const char *id, const char *sector)
{
  RapportElement *element = rapport_stakeholder_new (id);

  init_there (element);
  add (map, element, "sector", sector);
}

static void
add_link (RapportMap *map, const char *id, const char *a, const char *b, const char *relation)
{
  RapportElement *element = rapport_link_new (id);

  init_there (element);
  rapport_element_init_text (element, "a", a);
  rapport_element_init_text (element, "b", b);
  add (map, element, "relation", relation);
}

/* NHS, academia and nobody's; a link that funds, one that advises and hosts, one of no kind. */
static RapportMap *
make_map (void)
{
  RapportMap *map = rapport_map_new ();

  add (map, rapport_phase_new ("now"), "name", "Now");
  add (map, rapport_phase_new ("aim"), "name", "Aim");
  add_stakeholder (map, "t", "nhs");
  add_stakeholder (map, "u", "academia");
  add_stakeholder (map, "x", NULL);
  add_link (map, "l1", "t", "u", "advises hosts");
  add_link (map, "l2", "u", "t", "funds");
  add_link (map, "l3", "u", "x", NULL);
  return map;
}

static RapportStep *
add_step (RapportMap *map, const char *reveal, const char *layers)
{
  RapportElement *step = rapport_step_new ("s");

  rapport_element_init_text (step, "reveal", reveal);
  rapport_element_init_text (step, "layers", layers);
  rapport_map_add (map, step);
  g_object_unref (step);
  return RAPPORT_STEP (step);
}

static void
test_by_relation (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportStep *step = add_step (map, "by-relation", "labels");
  static const char *const names[] = { NULL, "Funds", "Hosts", "Advises", "Of no kind" };

  g_assert_cmpuint (rapport_step_count_stages (step), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = rapport_step_dup_stage_name (step, i);
      g_autoptr (RapportLens) lens = rapport_step_make_lens (step, i);

      g_assert_cmpstr (name, ==, names[i]);
      g_assert_true (rapport_lens_is_unfolding (lens));
      g_assert_true (rapport_lens_came_to_sector (lens, "nhs"));
      g_assert_cmpint (rapport_lens_came_to_relations (lens, "funds"), ==, i >= 1);
      g_assert_cmpint (rapport_lens_came_to_relations (lens, "advises hosts"), ==, i >= 2);
      g_assert_cmpint (rapport_lens_came_to_relations (lens, NULL), ==, i >= 4);
    }
}

/* Links wait where nothing that goes between people is on show. */
static void
test_by_sector (void)
{
  g_autoptr (RapportMap) map = make_map ();
  RapportStep *step = add_step (map, "by-sector", "labels");
  g_autoptr (RapportLens) first = rapport_step_make_lens (step, 0), second = rapport_step_make_lens (step, 1);
  g_autoptr (RapportLens) last = rapport_step_make_lens (step, 99);

  g_assert_cmpuint (rapport_step_count_stages (step), ==, 4);
  g_assert_false (rapport_lens_came_to_sector (first, "academia"));
  g_assert_true (rapport_lens_came_to_sector (second, "academia"));
  g_assert_false (rapport_lens_came_to_sector (second, "nhs"));
  g_assert_true (rapport_lens_came_to_sector (last, "nhs"));
  g_assert_true (rapport_lens_came_to_sector (last, NULL));
  g_assert_false (rapport_lens_came_to_relations (last, "funds"));
}

/* What is looked at becomes a step, and the step looks at the same. */
static void
test_round_trip (void)
{
  static const char *const focus[] = { "t", "l1", NULL };
  const RapportCamera camera = { -12.5, 40, 900 };
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportLens) start = rapport_lens_new (map);
  g_autoptr (RapportLens) shown = rapport_lens_with_show (start, RAPPORT_SHOW_POWER | RAPPORT_SHOW_LABELS
                                                                     | RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_LANGUAGE);
  g_autoptr (RapportLens) focused = rapport_lens_with_focus (shown, focus, 2);
  g_autoptr (RapportLens) lens = rapport_lens_with_compare (focused, "aim", NULL);
  g_autoptr (RapportElement) step = rapport_step_new ("s");
  g_autoptr (RapportLens) back = NULL;
  RapportCamera read;

  rapport_step_init_view (step, lens, &camera);
  rapport_map_add (map, step);
  back = rapport_step_make_lens (RAPPORT_STEP (step), 0);
  g_assert_true (rapport_lens_equal (lens, back));
  g_assert_cmpuint (rapport_step_count_stages (RAPPORT_STEP (step)), ==, 1);
  g_assert_true (rapport_step_read_camera (RAPPORT_STEP (step), &read));
  g_assert_cmpfloat (read.x, ==, camera.x);
  g_assert_cmpfloat (read.width, ==, camera.width);
}

/* Where one of two times that were compared is gone, nothing is compared with itself. */
static void
test_what_is_left (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (RapportLens) start = rapport_lens_new (map);
  g_autoptr (RapportLens) gone = rapport_lens_with_phase (start, "a-time-that-went");
  g_autoptr (RapportLens) compared = rapport_lens_with_compare (gone, rapport_lens_get_phase (start), NULL);
  g_autoptr (RapportLens) left = rapport_lens_with_what_is_there (compared, map);
  g_autoptr (RapportLens) other = rapport_lens_with_compare (start, "aim", NULL);
  g_autoptr (RapportLens) whole = rapport_lens_with_what_is_there (other, map);

  g_assert_nonnull (rapport_lens_get_phase (start));
  g_assert_true (rapport_lens_equal (left, start));
  g_assert_false (rapport_lens_is_comparing (left));
  g_assert_true (rapport_lens_is_comparing (whole));
}

/* A camera that is none shows all of the map. */
static void
test_camera (void)
{
  static const char *const wrong[] = { "", "1 2", "1 2 0", "1 2 -5", "a b c", "nan 0 1", "1e99 0 10", "1 2 3 4" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (RapportElement) step = rapport_step_new ("s");
      RapportCamera camera;

      rapport_element_init_text (step, "camera", wrong[i]);
      g_assert_false (rapport_step_read_camera (RAPPORT_STEP (step), &camera));
    }
}

/* Each of the ready steps has words for whoever leads, time, and is for the map as it is. */
static void
test_ready (void)
{
  g_autoptr (RapportMap) map = make_map ();
  g_autoptr (GPtrArray) steps = rapport_ready_steps_new (map);
  guint tensions = 0;

  g_assert_cmpuint (steps->len, ==, 12);
  for (guint i = 0; i < steps->len; i++)
    {
      RapportElement *step = g_ptr_array_index (steps, i);
      g_autoptr (RapportLens) lens = NULL;

      rapport_map_add (map, step);
      lens = rapport_step_make_lens (RAPPORT_STEP (step), G_MAXUINT);
      g_assert_nonnull (rapport_element_get_text (step, "title"));
      g_assert_nonnull (rapport_element_get_text (step, "presenter-note"));
      g_assert_cmpint (rapport_element_get_level (step, "minutes"), >, 0);
      g_assert_cmpstr (rapport_lens_get_phase (lens), ==, "now");
      tensions += rapport_tension_first_shown (lens) > 0;
    }
  g_assert_cmpstr (rapport_element_get_text (g_ptr_array_index (steps, 9), "compare-phase"), ==, "aim");
  g_assert_cmpuint (tensions, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-view/by-relation", test_by_relation);
  g_test_add_func ("/step-view/by-sector", test_by_sector);
  g_test_add_func ("/step-view/round-trip", test_round_trip);
  g_test_add_func ("/step-view/what-is-left", test_what_is_left);
  g_test_add_func ("/step-view/camera", test_camera);
  g_test_add_func ("/step-view/ready", test_ready);
  return g_test_run ();
}
