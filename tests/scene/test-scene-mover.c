/* test-scene-mover.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is moved in a finished scene is where it would be in one made anew, and nothing else is touched.
 */
#include "rapport-scene-mover.h"
#include "scene-measure.h"

#include <math.h>
#include <string.h>

#include "rapport-history.h"
#include "rapport-link.h"
#include "rapport-wheel.h"

#define MOVES 60

typedef struct
{
  RapportMap *map;
  RapportHistory *history;
  RapportLens *lens;
  RapportSceneMover *mover;
  GRand *rand;
  GPtrArray *stakeholders; /* of RapportElement */
} Fixture;

static const RapportTheme *
theme (void)
{
  return rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
}

/* --- A map in which everybody has a place --- */

static void
place_in_wheel (Fixture *self, const RapportScene *scene, RapportTransaction *transaction, RapportElement *element)
{
  const RapportSceneItem *item
      = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, rapport_element_get_id (element));
  RapportPoint point;
  double angle, depth;

  (void) self;
  g_assert_true (rapport_scene_to_wheel (scene, rapport_scene_item_get_middle (item), &point));
  rapport_wheel_from_point (point.x, point.y, &angle, &depth);
  rapport_transaction_set_number (transaction, element, "angle", angle);
  rapport_transaction_set_number (transaction, element, "depth", CLAMP (depth, 0.05, 0.95));
}

/* The first two hold the page open. */
static void
place_freely (Fixture *self, RapportTransaction *transaction, RapportElement *element, guint i)
{
  double x = i == 0 ? 0 : i == 1 ? 1600 : g_rand_double_range (self->rand, 0, 1600);
  double y = i == 0 ? 0 : i == 1 ? 900 : g_rand_double_range (self->rand, 0, 900);

  rapport_transaction_set_number (transaction, element, "x", x);
  rapport_transaction_set_number (transaction, element, "y", y);
}

static void
place_all (Fixture *self, gboolean wheel)
{
  g_autoptr (RapportScene) scene = rapport_scene_new (self->map, self->lens, theme (), NULL);
  RapportTransaction *transaction = rapport_history_begin (self->history, "Place", NULL);

  if (!wheel)
    rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (self->map), "layout", "free");
  for (guint i = 0; i < self->stakeholders->len; i++)
    if (wheel)
      place_in_wheel (self, scene, transaction, g_ptr_array_index (self->stakeholders, i));
    else
      place_freely (self, transaction, g_ptr_array_index (self->stakeholders, i), i);
  g_assert_true (rapport_transaction_commit (transaction));
}

static Fixture *
fixture_new (RapportMap *map, guint show)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);

  self->map = map;
  self->history = rapport_history_new (map);
  self->lens = rapport_lens_with_show (lens, show | RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP);
  self->rand = g_rand_new_with_seed (3);
  self->stakeholders = g_ptr_array_new ();
  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    g_ptr_array_add (self->stakeholders, rapport_element_list_peek (list, i));
  return self;
}

static void
fixture_free (Fixture *self)
{
  rapport_scene_mover_free (self->mover);
  g_ptr_array_unref (self->stakeholders);
  g_rand_free (self->rand);
  rapport_lens_unref (self->lens);
  g_object_unref (self->history);
  g_object_unref (self->map);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
begin_moving (Fixture *self)
{
  self->mover = rapport_scene_mover_new (self->map, self->lens, theme (), NULL);
}

/* --- Moving the same in map and scene --- */

/* As far in or out as its ring goes. */
static RapportPoint
choose_place_in_wheel (Fixture *self, RapportTransaction *transaction, RapportElement *element)
{
  const RapportScene *scene = rapport_scene_mover_get_scene (self->mover);
  const char *phase = rapport_lens_get_phase (self->lens);
  RapportRing ring = rapport_ring_of (element, rapport_element_get_reading (element, phase, NULL));
  double angle = rapport_element_get_number (element, "angle"), depth = g_rand_double_range (self->rand, 0.1, 0.9);
  RapportPoint wheel, page;

  rapport_wheel_to_point (angle, depth, ring, &wheel.x, &wheel.y);
  g_assert_true (rapport_scene_from_wheel (scene, wheel, &page));
  rapport_transaction_set_number (transaction, element, "depth", depth);
  return page;
}

static RapportPoint
choose_free_place (Fixture *self, RapportTransaction *transaction, RapportElement *element)
{
  const RapportScene *scene = rapport_scene_mover_get_scene (self->mover);
  RapportRect place = { g_rand_double_range (self->rand, 0, 1600), g_rand_double_range (self->rand, 0, 900), 0, 0 };
  RapportRect page = rapport_scene_from_places (scene, &place);

  rapport_transaction_set_number (transaction, element, "x", place.x);
  rapport_transaction_set_number (transaction, element, "y", place.y);
  return (RapportPoint){ page.x, page.y };
}

static void
move_some (Fixture *self, gboolean wheel)
{
  RapportTransaction *transaction = rapport_history_begin (self->history, "Move", NULL);

  for (guint i = 0; i < MOVES; i++)
    {
      RapportElement *element = g_ptr_array_index (
          self->stakeholders, (guint) g_rand_int_range (self->rand, wheel ? 0 : 2, (int) self->stakeholders->len));
      RapportPoint to = wheel ? choose_place_in_wheel (self, transaction, element)
                              : choose_free_place (self, transaction, element);

      g_assert_true (rapport_scene_mover_move (self->mover, rapport_element_get_id (element), to));
    }
  g_assert_true (rapport_transaction_commit (transaction));
}

/* --- Comparing --- */

static void
check_same_path (const RapportPath *a, const RapportPath *b)
{
  guint n_a, n_b;
  const RapportPoint *first = rapport_path_get_points (a, &n_a), *second = rapport_path_get_points (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpfloat_with_epsilon (first[i].x, second[i].x, 1e-3);
      g_assert_cmpfloat_with_epsilon (first[i].y, second[i].y, 1e-3);
    }
}

static void
check_same_item (const RapportSceneItem *a, const RapportSceneItem *b)
{
  g_assert_cmpstr (a->element_id, ==, b->element_id);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpfloat (a->opacity, ==, b->opacity);
  g_assert_cmpuint (a->shapes->len, ==, b->shapes->len);
  for (guint i = 0; i < a->shapes->len; i++)
    {
      const RapportShape *first = g_ptr_array_index (a->shapes, i), *second = g_ptr_array_index (b->shapes, i);

      g_assert_cmpint (first->kind, ==, second->kind);
      g_assert_cmphex (first->fill, ==, second->fill);
      g_assert_cmphex (first->stroke, ==, second->stroke);
      g_assert_cmpfloat (first->width, ==, second->width);
      g_assert_cmpstr (first->text, ==, second->text);
      if (first->kind == RAPPORT_SHAPE_PATH)
        check_same_path (first->path, second->path);
      else
        g_assert_cmpfloat (fabs (first->x - second->x) + fabs (first->y - second->y), <, 1e-3);
    }
}

static gboolean
is_one_of (RapportItemKind kind, const RapportItemKind *kinds, guint n)
{
  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* @kinds: those that depend on nothing but who stands where. */
static void
check_as_made_anew (Fixture *self, const RapportItemKind *kinds, guint n_kinds)
{
  const RapportScene *scene = rapport_scene_mover_get_scene (self->mover);
  g_autoptr (RapportScene) anew = rapport_scene_new (self->map, self->lens, theme (), NULL);
  guint n = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (anew); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (anew, i);

      if (!is_one_of (item->kind, kinds, n_kinds))
        continue;
      check_same_item (rapport_scene_find (scene, item->kind, item->element_id), item);
      n++;
    }
  g_assert_cmpuint (n, >=, self->stakeholders->len);
}

/* In maps of more than 150 links all but names is where it would be. */
static void
test_like_anew (gconstpointer data)
{
  static const RapportItemKind kinds[] = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_POWER };
  gboolean wheel = GPOINTER_TO_INT (data);
  g_autoptr (Fixture) self = fixture_new (scene_measure_make_map (5, 200, 600), RAPPORT_SHOW_GIVES
                                                                                  | RAPPORT_SHOW_INFLUENCE);

  place_all (self, wheel);
  begin_moving (self);
  move_some (self, wheel);
  check_as_made_anew (self, kinds, G_N_ELEMENTS (kinds));
}

/* In smaller ones the stakeholders are, as long as their names still have room; links find their ways past the others
 * as these are. */
static void
test_small_like_anew (void)
{
  static const RapportItemKind kinds[] = { RAPPORT_ITEM_HEADING, RAPPORT_ITEM_LEGEND };
  g_autoptr (Fixture) self = fixture_new (scene_measure_make_map (5, 16, 24), RAPPORT_SHOW_GIVES);
  const RapportScene *scene;

  place_all (self, TRUE);
  begin_moving (self);
  move_some (self, TRUE);
  scene = rapport_scene_mover_get_scene (self->mover);
  {
    g_autoptr (RapportScene) anew = rapport_scene_new (self->map, self->lens, theme (), NULL);

    for (guint i = 0; i < self->stakeholders->len; i++)
      {
        const char *id = rapport_element_get_id (g_ptr_array_index (self->stakeholders, i));
        RapportPoint a = rapport_scene_item_get_middle (rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id));
        RapportPoint b = rapport_scene_item_get_middle (rapport_scene_find (anew, RAPPORT_ITEM_STAKEHOLDER, id));

        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), <, 1e-3);
      }
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      check_same_item (rapport_scene_find (scene, kinds[i], NULL), rapport_scene_find (anew, kinds[i], NULL));
  }
}

/* --- What is touched --- */

static gboolean
is_link_of (RapportMap *map, const char *link, const char *id)
{
  RapportElement *element = rapport_map_lookup (map, link);

  return RAPPORT_IS_LINK (element)
         && (g_str_equal (rapport_link_get_a (RAPPORT_LINK (element)), id)
             || g_str_equal (rapport_link_get_b (RAPPORT_LINK (element)), id));
}

static gboolean
belongs_to (RapportMap *map, const RapportSceneItem *item, const char *id)
{
  return item->element_id != NULL && (g_str_equal (item->element_id, id) || is_link_of (map, item->element_id, id));
}

/* From the end of each link to the outline it touches there. */
static void
check_links_attached (Fixture *self, const RapportScene *scene, const char *id)
{
  const RapportSceneItem *node = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id);
  RapportRect near = rapport_rect_grown (rapport_scene_item_get_outline (node), 26);

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      if (item->kind == RAPPORT_ITEM_LINK && is_link_of (self->map, item->element_id, id))
        g_assert_true (rapport_rect_touches (&item->bounds, &near));
    }
}

static void
test_nothing_else (void)
{
  g_autoptr (Fixture) self = fixture_new (scene_measure_load_example ("a"),
                                          RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE);
  const char *id = rapport_element_get_id (g_ptr_array_index (self->stakeholders, 4));
  g_autoptr (RapportScene) before = NULL;
  RapportScene *after;
  RapportPoint at;
  guint kept = 0, moved = 0;

  begin_moving (self);
  before = rapport_scene_ref (rapport_scene_mover_get_scene (self->mover));
  at = rapport_scene_item_get_middle (rapport_scene_find (before, RAPPORT_ITEM_STAKEHOLDER, id));
  g_assert_true (rapport_scene_mover_move (self->mover, id, (RapportPoint){ at.x + 90, at.y - 70 }));
  after = rapport_scene_mover_get_scene (self->mover);
  g_assert_true (after != before);
  g_assert_cmpuint (rapport_scene_get_n_items (after), ==, rapport_scene_get_n_items (before));
  for (guint i = 0; i < rapport_scene_get_n_items (after); i++)
    {
      const RapportSceneItem *now = rapport_scene_get_item (after, i), *then = rapport_scene_get_item (before, i);

      g_assert_cmpint (now->kind, ==, then->kind);
      g_assert_cmpstr (now->element_id, ==, then->element_id);
      g_assert_true ((now != then) == belongs_to (self->map, now, id));
      *(now != then ? &moved : &kept) += 1;
    }
  g_assert_cmpuint (moved, >, 3);
  g_assert_cmpuint (kept, >, moved);
  check_links_attached (self, after, id);
}

/* A picture that somebody holds stays as it was, and things are found where each has them. */
static void
test_found_where_it_is (void)
{
  g_autoptr (Fixture) self = fixture_new (scene_measure_make_map (5, 300, 800), RAPPORT_SHOW_GIVES);
  g_autoptr (RapportScene) before = NULL;
  RapportPoint from, to;

  begin_moving (self);
  before = rapport_scene_ref (rapport_scene_mover_get_scene (self->mover));
  from = rapport_scene_item_get_middle (rapport_scene_find (before, RAPPORT_ITEM_STAKEHOLDER, "s9"));
  to = (RapportPoint){ 30, 1000 };
  g_assert_null (rapport_scene_hit (before, to.x, to.y, 2));
  for (guint i = 0; i < 5; i++)
    g_assert_true (rapport_scene_mover_move (self->mover, "s9", (RapportPoint){ to.x + 4 - i, to.y }));
  g_assert_cmpstr (rapport_scene_hit (rapport_scene_mover_get_scene (self->mover), to.x, to.y, 2)->element_id, ==, "s9");
  g_assert_cmpstr (rapport_scene_hit (before, from.x, from.y, 2)->element_id, ==, "s9");
  g_assert_null (rapport_scene_hit (before, to.x, to.y, 2));
  g_assert_false (rapport_scene_mover_move (self->mover, "nobody", to));
}

/* Both parts together are the whole, each thing once. */
static void
test_parts (void)
{
  static const char *const ids[] = { "s3", "s7", NULL };
  g_autoptr (Fixture) self = fixture_new (scene_measure_make_map (5, 40, 80), RAPPORT_SHOW_GIVES);
  g_autoptr (RapportScene) without = NULL, only = NULL;
  const RapportScene *scene;
  guint a = 0, b = 0;

  begin_moving (self);
  scene = rapport_scene_mover_get_scene (self->mover);
  without = rapport_scene_mover_without (self->mover, ids);
  only = rapport_scene_mover_only (self->mover, ids);
  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      if (belongs_to (self->map, item, "s3") || belongs_to (self->map, item, "s7"))
        g_assert_true (rapport_scene_get_item (only, a++) == item);
      else
        g_assert_true (rapport_scene_get_item (without, b++) == item);
    }
  g_assert_cmpuint (a, ==, rapport_scene_get_n_items (only));
  g_assert_cmpuint (b, ==, rapport_scene_get_n_items (without));
  g_assert_cmpuint (a, >, 4);
}

/* All three examples, in all their tensions, under a hand that does not rest. */
static void
test_marks_follow (void)
{
  for (const char *letter = "abc"; *letter != '\0'; letter++)
    {
      g_autoptr (Fixture) self
          = fixture_new (scene_measure_load_example ((char[]){ *letter, '\0' }),
                         RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_TENSIONS);
      guint n;

      begin_moving (self);
      n = rapport_scene_get_n_items (rapport_scene_mover_get_scene (self->mover));
      for (guint i = 0; i < 4 * self->stakeholders->len; i++)
        {
          RapportPoint to = { g_rand_double_range (self->rand, 0, 1500), g_rand_double_range (self->rand, 130, 1000) };
          const char *id
              = rapport_element_get_id (g_ptr_array_index (self->stakeholders, i % self->stakeholders->len));

          if (rapport_scene_mover_move (self->mover, id, to))
            check_links_attached (self, rapport_scene_mover_get_scene (self->mover), id);
        }
      g_assert_cmpuint (rapport_scene_get_n_items (rapport_scene_mover_get_scene (self->mover)), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scene-mover/like-anew-in-wheel", GINT_TO_POINTER (TRUE), test_like_anew);
  g_test_add_data_func ("/scene-mover/like-anew-freely", GINT_TO_POINTER (FALSE), test_like_anew);
  g_test_add_func ("/scene-mover/small-like-anew", test_small_like_anew);
  g_test_add_func ("/scene-mover/nothing-else", test_nothing_else);
  g_test_add_func ("/scene-mover/found-where-it-is", test_found_where_it_is);
  g_test_add_func ("/scene-mover/parts", test_parts);
  g_test_add_func ("/scene-mover/marks-follow", test_marks_follow);
  return g_test_run ();
}
